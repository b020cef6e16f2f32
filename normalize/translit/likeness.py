"""How alike two words sound: a weighted edit distance over their sounds, turned round."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import product

import numpy as np

from normalize.translit.distance import missing_cost, sound_distance
from normalize.translit.sounds import Reading, readings

_SHORTEST = 2.0  # below this weight a word is too short for its faults to count in full
_ALIKE_ENOUGH = 0.98  # no other reading is tried
_FAR = 99.0
_LEAST = 0.5

Floats = np.ndarray[tuple[int], np.dtype[np.float32]]


@lru_cache(maxsize=1 << 18)
def alike(one: str, other: str) -> float:
    """Return how alike two words sound at best, over all ways to read them, from 0 to 1.

    >>> alike("arakči", "araghchi") > 0.9, alike("karimi", "rahimi") > 0.9
    (True, False)
    """
    if one == other:
        return 1.0
    best = 0.0
    for a, b in product(readings(one), readings(other)):
        best = max(best, likeness(a, b))
        if best > _ALIKE_ENOUGH:
            break
    return best


def likeness(one: Reading, other: Reading) -> float:
    """Return how alike two readings sound, from 0 to 1: a weighted edit distance, turned round.

    Below a half it is nought: nobody asks how unlike two words are.

    >>> likeness(readings("haftar")[0], readings("حفتر")[0]) > 0.95
    True
    """
    if one.sounds == other.sounds:
        return 1.0
    # The inner loop of everything that compares names: rows of the usual distance table.
    gone = [missing_cost(sound, one.vowelless) for sound in other.sounds]
    scale = max(one.weight, other.weight, _SHORTEST)
    row = [0.0]
    for cost in gone:
        row.append(row[-1] + cost)
    for sound in one.sounds:
        cost = missing_cost(sound, other.vowelless)
        diagonal = row[0]
        left = row[0] = diagonal + cost
        for at, second in enumerate(other.sounds):
            above = row[at + 1]
            best = diagonal + sound_distance(sound, second)
            if above + cost < best:  # noqa: PLR1730  # min() would take twice the time
                best = above + cost
            if left + gone[at] < best:  # noqa: PLR1730
                best = left + gone[at]
            diagonal = above
            row[at + 1] = left = best
        if min(row) > (1 - _LEAST) * scale:
            return 0.0
    alike = 1.0 - row[-1] / scale
    return alike if alike >= _LEAST else 0.0


class Soundings:
    """Many readings, laid out so that one is compared with any number of them at once.

    What it returns is what `likeness` would, to seven digits: comparing one by one takes some
    forty microseconds for each, which is too long where a common key has a hundred words.
    """

    def __init__(self, listed: Iterable[Reading]) -> None:
        readings = list(listed)
        self._sounds = {sound: n for n, sound in enumerate(_sounds_of(readings), start=1)}
        longest = max((len(reading.sounds) for reading in readings), default=0)
        # Nought stands for no sound: it costs nothing where it is missing.
        self._rows = np.zeros((len(readings), longest), dtype=np.int16)
        for row, reading in zip(self._rows, readings, strict=True):
            row[: len(reading.sounds)] = [self._sounds[sound] for sound in reading.sounds]
        self._weights = np.array([reading.weight for reading in readings], dtype=np.float32)
        self._vowelless = np.array([reading.vowelless for reading in readings], dtype=np.intp)
        self._gone = np.array(
            [
                [0.0, *(missing_cost(sound, vowelless) for sound in self._sounds)]
                for vowelless in (False, True)
            ],
            dtype=np.float32,
        )
        self._distances = cache(self._distances_from)

    def likenesses(self, one: Reading, to: Sequence[int]) -> Floats:
        """Return how alike a reading and each of the numbered listed ones sound, from 0 to 1."""
        chosen = np.asarray(to, dtype=np.intp)
        rows = self._rows[chosen]
        # What all sounds up to each cost where they are missing: the first row of the table.
        gone = np.cumsum(self._gone[int(one.vowelless)][rows], axis=1, dtype=np.float32)
        vowelless = self._vowelless[chosen]
        start = np.zeros(len(chosen), dtype=np.float32)
        row = gone
        for sound in one.sounds:
            costs = np.array(
                [missing_cost(sound, False), missing_cost(sound, True)], dtype=np.float32
            )[vowelless]
            diagonal = np.concatenate([start[:, None], row[:, :-1]], axis=1)
            best = np.minimum(diagonal + self._distances(sound)[rows], row + costs[:, None])
            start = start + costs
            best[:, 0] = np.minimum(best[:, 0], start + gone[:, 0])
            # A sound of the listed one may be missing too: the least of all cells to the left,
            # with the costs of what lies between.
            row = np.minimum.accumulate(best - gone, axis=1) + gone
        last = row[:, -1] if rows.shape[1] else start
        least = np.maximum(np.float32(max(one.weight, _SHORTEST)), self._weights[chosen])
        alike = 1.0 - last / least
        return np.where(alike >= _LEAST, alike, np.float32(0.0))

    def _distances_from(self, sound: str) -> Floats:
        far = [_FAR, *(sound_distance(sound, other) for other in self._sounds)]
        return np.array(far, dtype=np.float32)


def _sounds_of(readings: Iterable[Reading]) -> dict[str, None]:
    return dict.fromkeys(sound for reading in readings for sound in reading.sounds)
