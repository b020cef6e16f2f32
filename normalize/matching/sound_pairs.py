"""Which two words beside one another sound like neighbours in some listed name.

It is asked of every two capitalised words of a text, so it answers from sorted numbers, and lets
through what only may be a name; whoever asks has to compare it in earnest.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations, product

import numpy as np

from normalize.languages.romanised import split_articles
from normalize.translit.sounds import sound_keys

_MOST_WORDS = 6
_REMEMBERED = 1 << 16


class SoundPairs:
    """The pairs of words in a set of names, by their sound keys. Immutable."""

    def __init__(self, names: Iterable[str]) -> None:
        keys: set[str] = set()
        # A number of eight bytes for each pair; in a set it would be ten times that.
        numbers = array("q")
        for name in names:
            for pair in _pairs(name):
                keys.update(pair)
                numbers.append(hash(pair))
        self._keys = frozenset(keys)
        self._pairs = array("q", np.unique(np.asarray(numbers)).tobytes())
        self.keys_of = lru_cache(_REMEMBERED)(self._keys_of)

    def may_have(self, one: str, other: str) -> bool:
        """Tell whether some name may have two words in this order, whatever their case."""
        return any(
            self._has(hash(pair)) for pair in product(self.keys_of(one), self.keys_of(other))
        )

    def _has(self, number: int) -> bool:
        at = bisect_left(self._pairs, number)
        return at < len(self._pairs) and self._pairs[at] == number

    def _keys_of(self, word: str) -> tuple[str, ...]:
        """Return the keys of a word that some name has; none for most words of a text."""
        keys = sound_keys(word.lower())
        # Of all Serbian case endings only -om and -em have a consonant.
        undeclined = [key[:-1] for key in keys if key.endswith("M") and len(key) > 1]
        return tuple(key for key in (*keys, *undeclined) if key in self._keys)


def _pairs(name: str) -> Iterator[tuple[str, str]]:
    """Yield the keys of any two words of a name in their order, and of two written as one."""
    words = [sound_keys(word.lower()) for word in split_articles(name)[:_MOST_WORDS]]
    for one, other in combinations(words, 2):
        yield from product(one, other)
    for first, second, third in zip(words, words[1:], words[2:], strict=False):
        yield from ((a + b, c) for a, b, c in product(first, second, third))
        yield from ((a, b + c) for a, b, c in product(first, second, third))
