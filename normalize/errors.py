"""Everything that can go wrong, as values that a caller can act on without parsing strings.

Text never raises. Lexicons, options and files do, each with a message that says
what is wrong, where, and what would fit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from normalize.model import Source


class NormalizeError(Exception):
    """The base of every error that this package raises on purpose."""


class OptionError(NormalizeError, ValueError):
    """An option or language that does not exist."""


class DocumentError(NormalizeError):
    """A file that can't be read, understood or written; nothing of it was changed."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a lexicon file.

    `frame` shows the source line with a caret under the mistake; `hint` says what would fit;
    `code` is that of the rule, which `normalize lexicon explain-code` explains.
    """

    at: Source
    message: str
    hint: str = ""
    entry: str | None = None
    frame: str = ""
    code: str = ""

    def __str__(self) -> str:
        said = f"{self.message} ({self.hint})" if self.hint else self.message
        said = f"{self.at}: {self.code} {said}" if self.code else f"{self.at}: {said}"
        return f"{said}\n{self.frame}" if self.frame else said


class LexiconError(NormalizeError):
    """A lexicon that was not loaded; `problems` holds all its mistakes, in file order."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that `word` was probably meant to be, if one is near.

    >>> nearest("varients", ["names", "variants"])
    'variants'
    >>> nearest("colour", ["names", "variants"]) is None
    True
    """
    # Imported here because it is needed on the way to an error only.
    from rapidfuzz import fuzz, process

    found = process.extractOne(word, list(known), scorer=fuzz.ratio, score_cutoff=70)
    return found[0] if found else None
