"""Letters of one script that hide in words of the other: `Hamneiјu` with a Cyrillic ј.

Seen on news sites (kurir.rs and pink.rs, March 2026) and in text typed on two keyboards. The pairs
are letters of the two alphabets that print alike in common fonts.
"""

from __future__ import annotations

import re

_LATIN = "aeojcpxyABEKMHOPCTXJ"
_CYRILLIC = "аеојсрхуАВЕКМНОРСТХЈ"
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_LATIN_LETTER = re.compile("[A-Za-z\u00c0-\u024f]")
_CYRILLIC_LETTER = re.compile("[\u0400-\u052f]")
_SEAM = re.compile(
    "[A-Za-z\u00c0-\u024f](?=[\u0400-\u052f])|[\u0400-\u052f](?=[A-Za-z\u00c0-\u024f])"
)
_WORD = re.compile(r"[^\W\d_]+")
# PYDа: an acronym with an ending, not a mistyped word
_ACRONYM_WITH_ENDING = re.compile("[A-ZČĆĐŠŽ]{2,}[\u0430-\u045f]+")


def unmix(text: str) -> str:
    """Return a text, of the same length, whose mixed words are in the script of their own letters.

    A word is changed where all letters of one script could be of the other, and not the reverse.

    >>> unmix("Hamneiјu i aкo") == "Hamneiju i ако"
    True
    """
    # Most texts have one script, and to see that is much quicker than to look at each word.
    if text.isascii() or not (_CYRILLIC_LETTER.search(text) and _LATIN_LETTER.search(text)):
        return text
    if not _SEAM.search(text):
        return text
    return _WORD.sub(lambda word: _unmix_word(word.group()), text)


def _unmix_word(word: str) -> str:
    if not _SEAM.search(word) or _ACRONYM_WITH_ENDING.fullmatch(word):
        return word
    latin, cyrillic = word.translate(_TO_LATIN), word.translate(_TO_CYRILLIC)
    could_be_latin = not _CYRILLIC_LETTER.search(latin)
    could_be_cyrillic = not _LATIN_LETTER.search(cyrillic)
    if could_be_latin == could_be_cyrillic:
        return word
    return latin if could_be_latin else cyrillic
