"""Diffs on standard output: coloured for a reader, byte for byte for `patch`."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from normalize.cli.console import has_colours, write
from normalize.documents.plain import Document
from normalize.model import Edit
from normalize.report.diff import DiffLine, unified_diff

_COLOURS = {"-": "red", "+": "green"}


def show_diff(document: Document, edits: Sequence[Edit]) -> None:
    """Write the diff of a document's edits, in the document's encoding unless to a terminal.

    UTF-16 and UTF-32 are shown as UTF-8, as `patch` can't do with them in any case.
    """
    bom = document.bom.decode(document.encoding)
    wide = document.encoding.startswith(("utf-16", "utf-32"))
    encoding = "utf-8" if wide or sys.stdout.isatty() else document.encoding
    lines = unified_diff(str(document.path), document.text, edits, "" if wide else bom)
    if has_colours(sys.stdout):
        write("".join(map(_coloured, lines)))
    else:
        write(b"".join(_encoded(line, encoding) for line in lines))


def _encoded(line: DiffLine, encoding: str) -> bytes:
    if line.mark in _COLOURS:
        return str(line).encode(encoding)
    return str(line).encode("utf-8", "surrogateescape")


def _coloured(line: DiffLine) -> str:
    if line.mark not in _COLOURS:
        return click.style(line.mark, fg="cyan" if line.mark.startswith("@@") else None, bold=True)
    colour = _COLOURS[line.mark]
    pieces = (
        click.style(piece.text, fg=colour, reverse=piece.changed or None) for piece in line.pieces
    )
    return click.style(line.mark, fg=colour) + "".join(pieces)
