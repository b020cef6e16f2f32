"""What a name can look like in each language; adding a language adds a module and a line here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Protocol

from normalize.languages import arabic, english, persian, serbian, sorani
from normalize.languages.shape import Neighbours, Place, Setting, Shape

__all__ = [
    "MODULES",
    "Language",
    "Neighbours",
    "Place",
    "Setting",
    "Shape",
    "language",
    "read_words",
]


class Language(Protocol):
    """What each language module offers: tables, and the few functions that the rest calls."""

    @property
    def CUES(self) -> tuple[str, ...]:  # noqa: N802  # a module's constants, as below
        """After these words a name is mentioned as an alias or former name."""

    @property
    def TITLES(self) -> frozenset[str]:  # noqa: N802
        """Words, in small letters, that stand before a surname without being part of the name."""

    @property
    def OPENERS(self) -> frozenset[str]:  # noqa: N802
        """Words that may open a sentence before a surname."""

    @property
    def FUNCTION_WORDS(self) -> frozenset[str]:  # noqa: N802
        """Little words that an acronym may be mistaken for."""

    @property
    def FIRM_AFTER(self) -> re.Pattern[str]:  # noqa: N802
        """What after an acronym shows that it is part of a firm's name."""

    def vary(self, name: str, shape: Shape) -> Iterator[str]:
        """Yield spellings of a listed name that need no listing."""

    def inflect(self, name: str, shape: Shape) -> Iterator[tuple[str, str]]:
        """Yield inflected forms of a name, each with its label."""

    def write_inflection(self, name: str, label: str, shape: Shape, like: str = "") -> str | None:
        """Return the name inflected as the label says, or None where that is not clear.

        `like` is the form that was there, which may be one of the name's own.
        """

    def label_base(self, name: str, shape: Shape) -> str:
        """Return the label of a name as it is listed, or nothing where that needs none."""

    def read_case(self, label: str, name: str, shape: Shape, place: Place) -> str | None:
        """Return the label of a mention as its neighbours narrow it.

        `name` is what is to be written, which may have no place there: then None is returned.
        """

    def keep_capitals(self, written: str, there: str) -> str:
        """Return a written name with the capitals that were there, where writers have a choice."""

    def proclitics(self) -> frozenset[str]:
        """Return the little words, folded, that are written as one with a name after them."""

    def join_proclitic(self, proclitic: str, name: str, label: str) -> str | None:
        """Return the label of a form with a proclitic before it, or None where none can stand.

        Such a label begins with the proclitic as it stands in the text, and a plus.
        """

    def attach(self, proclitic: str, name: str) -> str:
        """Return a name, perhaps in other letters, with a proclitic of this language before it."""

    def is_written_like(self, listed: str, found: str) -> bool:
        """Tell whether a span that folds like a name may be it, for letters that fold alike."""

    def is_only_a_word(self, name: str, label: str, setting: Setting) -> bool | None:
        """Tell whether a name is an ordinary word where it stands.

        None where that depends on whether the text names its owner elsewhere.
        """

    def makes_longer(self, word: str, short: bool) -> bool:
        """Tell, where no capitals do, that a word makes the name after it part of a longer one."""

    def mend_neighbours(self, written: str, before: str, following: str) -> Neighbours:
        """Return what changes around a written name."""


MODULES: Mapping[str, Language] = {
    "en": english,
    "sr": serbian,
    "sr-Cyrl": serbian,
    "sr-Latn": serbian,
    "ar": arabic,
    "fa": persian,
    "ckb": sorani,
    "tr": english,
}


# The words beside names come again and again.
@lru_cache(maxsize=1 << 13)
def read_words(text: str, tag: str) -> str:
    """Return words of a text as the language's tables have them: small, and Serbian in Latin.

    >>> read_words("Председник", "sr-Cyrl"), read_words("President", "en")
    ('predsednik', 'president')
    """
    return (serbian.write_latin(text) if tag == "sr-Cyrl" else text).lower()


def language(tag: str) -> Language:
    """Return the module of a language; a text in no known language is treated as English is."""
    return MODULES.get(tag, english)
