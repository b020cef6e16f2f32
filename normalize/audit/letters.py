"""Letters and marks that the loader lets pass and that a canonical name must not have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from normalize.lexicon.codes import Code
from normalize.lexicon.drafts import Trail
from normalize.lexicon.spelling import Flaw, describe_character
from normalize.model import Entry

# What the keyboard of a neighbouring language writes for letters that look or sound the same.
_PERSIAN_FOR_ARABIC = {
    "ی": "ي or ى", "ک": "ك", "پ": "ب", "چ": "ج or تش", "ژ": "ج", "گ": "غ, ج or ك", "ڤ": "ف",
    "ھ": "ه", "ە": "ه or ة", "ۀ": "ه", "ۆ": "و", "ێ": "ي", "ڵ": "ل", "ڕ": "ر",
}  # fmt: skip
_ARABIC_FOR_PERSIAN = {"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه or ت"}
_ARABIC_FOR_SORANI = {"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ە or ت"}
_FOREIGN: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "ar": ("Arabic", _PERSIAN_FOR_ARABIC),
    "fa": ("Persian", _ARABIC_FOR_PERSIAN),
    "ckb": ("Sorani", _ARABIC_FOR_SORANI),
}
# Vowel signs, tatweel and points; the hamza above (U+0654) is a letter's part in Persian.
_MARKS = re.compile("[\u064b-\u0652\u0670\u0640\u0591-\u05bd\u05bf-\u05c7]")
_JOINERS = re.compile("[\u200c\u200d]")


def find_foreign_letters(entry: Entry) -> Iterator[tuple[Trail, Flaw]]:
    """Yield the first letter of each canonical form that its language does not write."""
    for trail, text in _canonical(entry):
        language, letters = _FOREIGN.get(str(trail[1]), ("", {}))
        for offset, letter in enumerate(text):
            if letter in letters:
                message = f"{describe_character(letter)} in {text!r} is no {language} letter"
                yield trail, Flaw(offset, message, f"type {letters[letter]}", Code.LETTERS)
                break


def find_marks(entry: Entry) -> Iterator[tuple[Trail, Flaw]]:
    """Yield the first mark of each canonical form that newspapers do not print.

    A zero-width non-joiner belongs into Persian and Sorani names, never into Arabic ones.
    """
    for trail, text in _canonical(entry):
        found = _MARKS.search(text) or (_JOINERS.search(text) if trail[1] == "ar" else None)
        if found:
            message = f"{describe_character(found[0])} stands in {text!r}"
            yield trail, Flaw(found.start(), message, "delete it", Code.MARKS)


def _canonical(entry: Entry) -> Iterator[tuple[Trail, str]]:
    for field in ("names", "short", "acronyms"):
        for lang, text in getattr(entry, field).items():
            if not text.isascii():
                yield (field, lang), text
