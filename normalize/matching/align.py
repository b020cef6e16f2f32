"""Which parts of two names stand for each other, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from normalize.matching.names import Part
from normalize.translit.likeness import alike

SAME = 0.72  # below this two parts are different names
_JOINED = 0.84  # two parts written as one must be at least this near to it
_CERTAIN = 0.95
_FITS_INITIAL = 0.8
_VOWELS = frozenset("aeiouاأإآع")
_AS_INITIAL = 0.8  # what an initial counts for, when it fits


class Pair(NamedTuple):
    """Parts that stand for each other: the range in each name, and how alike they are."""

    first: int
    first_end: int
    second: int
    second_end: int
    likeness: float


@lru_cache(maxsize=1 << 17)
def part_likeness(one: Part, other: Part) -> float:
    """Return how alike two parts sound, over the ways to write them."""
    if one.text == other.text:
        return 1.0
    if one.initial or other.initial:
        return _AS_INITIAL if _begin_alike(one.text[0], other.text[0]) else 0.0
    return max(alike(a, b) - lost - less for a, lost in one.spelled for b, less in other.spelled)


def _begin_alike(one: str, other: str) -> bool:
    """Tell whether two letters may begin one name; a vowel and a consonant may not."""
    both = (one in _VOWELS) == (other in _VOWELS)
    return both and alike(one, other) > _FITS_INITIAL


def align(one: Sequence[Part], other: Sequence[Part]) -> list[Pair]:
    """Return the pairs that make the most of two names without crossing.

    Two neighbours may stand for one part, as in Ali Reza and Alireza.
    """
    worth = [[0.0] * (len(other) + 1) for _ in range(len(one) + 1)]
    chosen: dict[tuple[int, int], Pair] = {}
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            best = max(worth[i - 1][j], worth[i][j - 1])
            for pair in _pairs_ending(one, other, i, j):
                gain = (pair.likeness - SAME) * _importance(one, other, pair)
                total = worth[pair.first][pair.second] + gain
                if total > best:
                    best = total
                    chosen[i, j] = pair
            worth[i][j] = best
    return list(_trace(worth, chosen))[::-1]


def _importance(one: Sequence[Part], other: Sequence[Part], pair: Pair) -> float:
    weight = min(one[pair.first].weight, other[pair.second].weight)
    joined = pair.first_end - pair.first + pair.second_end - pair.second - 2
    return 0.4 + 0.6 * weight + 0.3 * joined


def _pairs_ending(one: Sequence[Part], other: Sequence[Part], i: int, j: int) -> Iterator[Pair]:
    single = part_likeness(one[i - 1], other[j - 1])
    if single > SAME:
        yield Pair(i - 1, i, j - 1, j, single)
    if single > _CERTAIN:
        return  # two parts written as one could not do better
    if i > 1:
        joined = _joined_likeness(one[i - 2], one[i - 1], other[j - 1])
        if joined > _JOINED:
            yield Pair(i - 2, i, j - 1, j, joined)
    if j > 1:
        joined = _joined_likeness(other[j - 2], other[j - 1], one[i - 1])
        if joined > _JOINED:
            yield Pair(i - 1, i, j - 2, j, joined)


@lru_cache(maxsize=1 << 16)
def _joined_likeness(before: Part, after: Part, whole: Part) -> float:
    start = before.spelled[0][0]
    if before.initial or after.initial or whole.initial:
        return 0.0
    if len(whole.text) < 0.6 * (len(start) + len(after.text)):
        return 0.0
    best = max(
        alike(start + end, way) - lost for end, _ in after.spelled for way, lost in whole.spelled
    )
    if after.article and start.isascii():
        best = max(best, alike(start + "al" + after.spelled[0][0], whole.text))
    return best - 0.01


def _trace(worth: Sequence[Sequence[float]], chosen: dict[tuple[int, int], Pair]) -> Iterator[Pair]:
    i, j = len(worth) - 1, len(worth[0]) - 1
    while i and j:
        pair = chosen.get((i, j))
        if pair and worth[i][j] > max(worth[i - 1][j], worth[i][j - 1]):
            yield pair
            i, j = pair.first, pair.second
        elif worth[i - 1][j] >= worth[i][j - 1]:
            i -= 1
        else:
            j -= 1
