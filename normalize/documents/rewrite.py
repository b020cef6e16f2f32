"""A whole document rewritten: its passages normalized, their edits brought back into the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import tee

from normalize.documents.formats import FORMATS, format_of
from normalize.documents.passages import Passage, UnreadableError, into_file, says
from normalize.documents.plain import Document, place
from normalize.errors import DocumentError
from normalize.model import Edit, Result, Suggestion
from normalize.text.edits import apply_edits, undo_edits

Normalize = Callable[[Iterable[str]], Iterable[Result]]
"""Yields the result of each text, in order, as `Normalizer.normalize_many` does."""


@dataclass(frozen=True, slots=True)
class Rewrite:
    """What normalizing does to the text of one file.

    Offsets, `before` and `after` of edits are those of the file's own text, with its escapes.
    `language` is `mul` where the file's passages are in several languages.
    """

    text: str
    edits: tuple[Edit, ...]
    suggestions: tuple[Suggestion, ...]
    language: str


def rewrite(
    document: Document,
    normalize: Normalize,
    *,
    format: str | None = None,
    fields: Sequence[str] = (),
) -> Rewrite:
    """Return what normalizing does to a document; nothing is written.

    `format` is one of `FORMATS`, by default the one of the file's name; `fields` are the
    columns of a table or the fields of JSON lines that hold prose.
    Raises `DocumentError` with line and column where the file is not in its format.
    """
    passages = FORMATS[format or format_of(document.path)]
    edits: list[Edit] = []
    suggestions: list[Suggestion] = []
    languages: Counter[str] = Counter()
    try:
        for passage, result in _normalized(passages(document.text, fields), normalize):
            new_edits, new_suggestions = into_file(result, passage, document.text)
            edits += new_edits
            suggestions += new_suggestions
            languages[result.language] += 1
    except UnreadableError as error:
        line, column = place(document.text, error.offset)
        raise DocumentError(f"{document.path}:{line}:{column} {error.message}") from None
    text = apply_edits(document.text, edits)
    return Rewrite(text, tuple(edits), tuple(suggestions), _language(languages))


def verify(document: Document, rewritten: Rewrite, again: Callable[[Document], Rewrite]) -> None:
    """Make sure that a rewritten document may be written; `again` rewrites a document.

    Raises `DocumentError` unless its edits lead back to the document, and rewriting it
    once more would change nothing.
    """
    if not rewritten.edits:
        return
    try:
        stable = undo_edits(rewritten.text, rewritten.edits) == document.text
        stable = stable and not again(replace(document, text=rewritten.text)).edits
    except (ValueError, DocumentError):
        stable = False
    if not stable:
        raise DocumentError(f"{document.path} would not be stable; left alone, please report")


def _normalized(
    passages: Iterable[Passage], normalize: Normalize
) -> Iterator[tuple[Passage, Result]]:
    kept, read = tee(passages)
    return zip(kept, normalize(map(says, read)), strict=False)


def _language(languages: Counter[str]) -> str:
    known = [language for language in languages if language != "und"]
    return known[0] if len(known) == 1 else "mul" if known else "und"
