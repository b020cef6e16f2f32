"""Whether the vowels that two spellings show let them be one word."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from normalize.matching.names import latin

# The vowel that begins a word is left out: Imad and Amad, Ikram and Akram are often one name.
_VOWELS = re.compile("(?<=[^aeiouyw])[aeiouyw]*[aeiouy][aeiouyw]*")
# What a group of vowel letters is for sure, whoever wrote it; all other groups may be anything.
_SURE = {
    letters: vowel
    for vowel, groups in {
        "a": "a aa",
        "i": "i ii ee",
        "u": "u uu ou oo",
        "ay": "ai ay ei ey aee aei ayi",
    }.items()
    for letters in groups.split()
}
_CLASH = frozenset(
    pair
    for one, other in (("a", "i"), ("a", "u"), ("i", "u"), ("a", "ay"), ("u", "ay"))
    for pair in ((one, other), (other, one))
)


@lru_cache(maxsize=1 << 16)
def vowels_clash(one: str, other: str) -> bool:
    """Tell whether one word has an open vowel where the other has a close one.

    By their consonants `Bashir` and `Bashar`, `Hussein` and `Hassan` are alike. Between a and e,
    e and i, o and u there is no telling, since houses write them as they hear them; and nothing
    is said of words with unequally many vowels, or in a script that leaves vowels out.

    >>> vowels_clash("bashir", "bashar"), vowels_clash("hefter", "haftar")
    (True, False)
    """
    ours, theirs = vowel_classes(one), vowel_classes(other)
    return len(ours) == len(theirs) and not _CLASH.isdisjoint(zip(ours, theirs, strict=True))


@lru_cache(maxsize=1 << 16)
def vowel_classes(word: str) -> tuple[str, ...]:
    """Return what each group of vowels of a word in small letters is: a, i, u, ay, or unsure.

    >>> vowel_classes("husein")
    ('u', 'ay')
    """
    decomposed = unicodedata.normalize("NFD", latin(word))
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return tuple(_SURE.get(group, "") for group in _VOWELS.findall(bare))
