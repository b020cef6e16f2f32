"""A unified diff of the edits of a file, without context, each hunk with its reasons.

It is made from the edits themselves, so it takes time in proportion to the text, and `patch`
or `git apply --unidiff-zero` make the same file of it, both with `-p0`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from normalize.model import Edit
from normalize.report.findings import change

_MISSING_LINE_END = "\\ No newline at end of file"
_TOLD = 20


class Piece(NamedTuple):
    """A stretch of a diff line; `changed` words are what an edit took or gave."""

    text: str
    changed: bool = False


@dataclass(frozen=True, slots=True)
class DiffLine:
    """A line of a diff: `mark` is what it begins with, and all of a header."""

    mark: str
    pieces: tuple[Piece, ...] = ()

    def __str__(self) -> str:
        return self.mark + "".join(piece.text for piece in self.pieces)


def unified_diff(path: str, text: str, edits: Sequence[Edit], bom: str = "") -> Iterator[DiffLine]:
    r"""Yield the lines of a diff, each with its line end; nothing where there are no edits.

    Lines end with LF alone, as for `diff` and `patch`. `bom` is what the file has before
    its text.

    >>> from normalize.model import Kind, Reason, Step
    >>> why = (Step(Reason.LISTED),)
    >>> edit = Edit(3, 7, "Kiev", "Kyiv", "kyiv", Kind.VARIANT, 1.0, why)
    >>> print("".join(map(str, unified_diff("a.txt", "In Kiev.\n", [edit]))), end="")
    --- a.txt
    +++ a.txt
    @@ -1 +1 @@ Kiev -> Kyiv (kyiv, variant: listed)
    -In Kiev.
    +In Kyiv.
    """
    if not edits:
        return
    for mark in ("---", "+++"):
        yield DiffLine(f"{mark} {_file_name(path)}\n")
    line, done, grown = 1, 0, 0
    for start, end, inside in _hunks(text, edits):
        line += text.count("\n", done, start)
        done = start
        head = bom if start == 0 else ""
        old = tuple(_lines(head, _old_pieces(text, start, end, inside)))
        new = tuple(_lines(head, _new_pieces(text, start, end, inside)))
        spans = f"-{_span(line, len(old))} +{_span(line + grown, len(new))}"
        yield DiffLine(f"@@ {spans} @@ {reasons(inside)}\n")
        yield from _marked("-", old)
        yield from _marked("+", new)
        grown += len(new) - len(old)


def reasons(edits: Sequence[Edit]) -> str:
    """Return what the edits of a hunk do and why, on one line."""
    told = [
        f"{change(edit.before, edit.after)} ({edit.entry or '-'}, {edit.kind}: "
        f"{', '.join(str(step.reason) for step in edit.why)})"
        for edit in edits[:_TOLD]
    ]
    more = len(edits) - len(told)
    return "; ".join(told) + (f"; and {more} more" if more else "")


def _hunks(text: str, edits: Iterable[Edit]) -> Iterator[tuple[int, int, list[Edit]]]:
    """Yield each run of changed lines as a span of the text, and the edits in it."""
    start = end = 0
    inside: list[Edit] = []
    for edit in edits:
        # Looked for from the end of the hunk only: a line may be long and hold many edits.
        line_start = max(end, text.rfind("\n", end, edit.start) + 1)
        if line_start > end and inside:
            yield start, end, inside
            inside = []
        if not inside:
            start = line_start
        if edit.end >= end:
            line_end = text.find("\n", edit.end)
            end = len(text) if line_end < 0 else line_end + 1
        inside.append(edit)
    yield start, end, inside


def _old_pieces(text: str, start: int, end: int, edits: Iterable[Edit]) -> Iterator[Piece]:
    for edit in edits:
        yield Piece(text[start : edit.start])
        yield Piece(edit.before, changed=True)
        start = edit.end
    yield Piece(text[start:end])


def _new_pieces(text: str, start: int, end: int, edits: Iterable[Edit]) -> Iterator[Piece]:
    for edit in edits:
        yield Piece(text[start : edit.start])
        yield Piece(edit.after, changed=True)
        start = edit.end
    yield Piece(text[start:end])


def _lines(head: str, pieces: Iterable[Piece]) -> Iterator[tuple[Piece, ...]]:
    line = [Piece(head)] if head else []
    for piece in pieces:
        *whole, rest = piece.text.split("\n")
        for part in whole:
            yield (*line, Piece(f"{part}\n", piece.changed))
            line = []
        if rest:
            line.append(Piece(rest, piece.changed))
    if line:
        yield tuple(line)


def _marked(mark: str, lines: Iterable[tuple[Piece, ...]]) -> Iterator[DiffLine]:
    for line in lines:
        yield DiffLine(mark, line)
        if not line[-1].text.endswith("\n"):
            yield DiffLine(f"\n{_MISSING_LINE_END}\n")


def _span(line: int, count: int) -> str:
    if count == 1:
        return str(line)
    return f"{line},{count}" if count else f"{line - 1},0"


def _file_name(path: str) -> str:
    """Return a file's name as headers have it: quoted where it has special characters."""
    if any(character in '"\\' or ord(character) < 32 for character in path):
        return f'"{"".join(map(_escaped, path))}"'
    # A tab ends a name with spaces in it, which would otherwise end at the first of them.
    return f"{path}\t" if " " in path else path


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    return f"\\{ord(character):03o}" if ord(character) < 32 else character
