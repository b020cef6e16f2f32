"""What stands on and between the letters of an Arabic-script name, and says nothing of its letters.

Vowel signs are the writer's choice, marks of direction keep a line in order: neither is lost when
a name is rewritten, not even where its letters change.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_VOWELS = "\u064b-\u0655\u0670"
_DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_SIGN = re.compile(f"[{_VOWELS}{_DIRECTIONS}]")
_DIRECTION = re.compile(f"[{_DIRECTIONS}]")
# A hamza or madda belongs to the letter under it, except that it may be the ezafe of a ه.
_HAMZA = re.compile("[\u0653-\u0655]")
_LETTER = re.compile(f"([^{_VOWELS}{_DIRECTIONS}])([{_VOWELS}{_DIRECTIONS}]*)")
_HEH_WITH_SIGN = "\N{ARABIC LETTER HEH WITH YEH ABOVE}"
_GAPS = re.compile(r"(\s+)")


def keep_signs(written: str, there: str) -> str:
    """Return a name as it is to be written, with the signs of the one that stood there.

    A word whose letters stay is left as it is. In one whose letters change, each letter keeps its
    signs where the two have as many; marks of direction are kept in any case.

    >>> keep_signs("بشار الأسد", "بَشّار الاسد") == "بَشّار الأسد"
    True
    """
    if not _SIGN.search(there) and _HEH_WITH_SIGN not in there:
        return written
    ours, theirs = _GAPS.split(written), _GAPS.split(there)
    if len(ours) == len(theirs):
        return "".join(map(_keep_in_word, ours, theirs))
    return written + _lost(written, there)


def _keep_in_word(written: str, there: str) -> str:
    spelled = _compose(there)
    if _SIGN.sub("", spelled) == _SIGN.sub("", written):
        return there
    begin = _SIGN.match(spelled)
    leading = spelled[: begin.end()] if begin else ""
    letters = _LETTER.findall(spelled.replace("\N{ARABIC TATWEEL}", ""))
    own = _LETTER.findall(written)
    if len(letters) != len(own):
        return written + _lost(written, there)
    pairs = zip(own, letters, strict=True)
    return leading + "".join(
        letter + (kept or (signs if letter == "ه" else _HAMZA.sub("", signs)))
        for (letter, kept), (_, signs) in pairs
    )


def _lost(written: str, there: str) -> str:
    """Return the marks of direction that only the spelling that stood there has."""
    lost = Counter(_DIRECTION.findall(there)) - Counter(_DIRECTION.findall(written))
    return "".join(lost.elements())


def _compose(word: str) -> str:
    """Return a word with its letters composed, and the ezafe sign of ۀ beside its letter."""
    return unicodedata.normalize("NFC", word).replace(_HEH_WITH_SIGN, "ه\N{ARABIC HAMZA ABOVE}")
