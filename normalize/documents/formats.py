"""Which format a file is in, and what each format takes to be prose."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePath

from normalize.documents.html import html_passages
from normalize.documents.jsonl import jsonl_passages
from normalize.documents.markdown import markdown_passages
from normalize.documents.passages import Passage, Run
from normalize.documents.tables import table_passages

_SUFFIXES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
}


def text_passages(text: str, fields: Sequence[str] = ()) -> Iterator[Passage]:
    """Yield a plain text, which is all prose."""
    if text:
        yield Passage((Run(0, len(text), text),))


FORMATS: Mapping[str, Callable[[str, Sequence[str]], Iterator[Passage]]] = {
    "text": text_passages,
    "markdown": markdown_passages,
    "html": html_passages,
    "jsonl": jsonl_passages,
    "csv": table_passages,
}


def format_of(path: PurePath) -> str:
    """Return the format that a file's name tells of; plain text where it tells of none.

    >>> format_of(PurePath("News.MD")), format_of(PurePath("news"))
    ('markdown', 'text')
    """
    return _SUFFIXES.get(path.suffix.lower(), "text")
