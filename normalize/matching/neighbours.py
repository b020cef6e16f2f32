"""Words that are one typing error apart, found by what is left when a letter is taken out.

Two words that differ by one letter added, dropped or replaced, or by two neighbours that changed
places, share a word that is a letter shorter, or one is that word (Garbe's symmetric deletion,
as in SymSpell). So a word of n letters needs n + 1 look-ups, however many words there are.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator

import numpy as np
from rapidfuzz.distance import OSA


class Neighbours:
    """A set of words, as folded units, in which those near another are found. Immutable."""

    def __init__(self, words: Iterable[bytes]) -> None:
        self._words = tuple(words)
        keys, owners = array("q"), array("l")
        for number, word in enumerate(self._words):
            shorter = _shorter(word)
            keys.extend(shorter)
            owners.extend([number] * len(shorter))
        # Sorted numbers take a tenth of the room of a dict of strings. Different words may have
        # one number; the distance is looked at anyway.
        order = np.argsort(np.frombuffer(keys, dtype=np.int64), kind="stable")
        self._keys = array("q", np.asarray(keys)[order].tobytes())
        self._owners = array("l", np.asarray(owners)[order].tobytes())

    def near(self, word: bytes) -> Iterator[bytes]:
        """Yield the words, other than this one, that one typing error leads to or from."""
        found: set[int] = set()
        for key in _shorter(word):
            at = bisect_left(self._keys, key)
            while at < len(self._keys) and self._keys[at] == key:
                found.add(self._owners[at])
                at += 1
        for number in sorted(found):
            if OSA.distance(word, self._words[number], score_cutoff=1) == 1:
                yield self._words[number]


def _shorter(word: bytes) -> set[int]:
    """Return numbers for the word itself and for each word with one letter less."""
    return {hash(word), *(hash(word[:at] + word[at + 1 :]) for at in range(len(word)))}
