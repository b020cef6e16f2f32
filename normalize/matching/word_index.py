"""Words of a lexicon, each with the ways to spell it, found by how they sound."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from normalize.translit.likeness import Soundings
from normalize.translit.sounds import Reading, readings, sound_keys

# The ways to spell a word, and what each loses against the first.
Spelled = Sequence[tuple[str, float]]


class WordIndex:
    """Words numbered from nought. Immutable; threads may share it."""

    def __init__(self, words: Iterable[Spelled]) -> None:
        rows: list[Reading] = []
        owners: list[int] = []
        lost: list[float] = []
        self._by_key: dict[str, list[int]] = {}
        for number, spelled in enumerate(words):
            for written, loss in spelled:
                said = readings(written)
                for key in sound_keys(written):
                    at = range(len(rows), len(rows) + len(said))
                    self._by_key.setdefault(key, []).extend(at)
                rows.extend(said)
                owners.extend([number] * len(said))
                lost.extend([loss] * len(said))
        self._soundings = Soundings(rows)
        self._owners = np.array(owners, dtype=np.int32)
        self._lost = np.array(lost, dtype=np.float32)

    def find(self, spelled: Spelled, least: float) -> list[int]:
        """Return the numbers of the words that share a sound key and are at least so alike."""
        keys = dict.fromkeys(key for written, _ in spelled for key in sound_keys(written))
        rows = sorted({row for key in keys for row in self._by_key.get(key, ())})
        if not rows:
            return []
        best = np.max(
            [
                self._soundings.likenesses(reading, rows) - loss
                for written, loss in spelled
                for reading in readings(written)
            ],
            axis=0,
        )
        near = best - self._lost[rows] > least
        return list(dict.fromkeys(self._owners[rows][near].tolist()))
