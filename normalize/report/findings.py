"""Edits and suggestions as findings: with line and column, in text order, one a line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from normalize.model import Edit, Kind, Step, Suggestion

# Persian and Kurdish names are spelled with these.
_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a text; lines and columns count from 1, `offset` from 0, all in code points."""

    offset: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found in a file: an edit, or with `why_not` a suggestion."""

    path: str
    start: Place
    end: Place
    before: str
    after: str
    entries: tuple[str, ...]
    kind: Kind
    confidence: float
    why: tuple[Step, ...]
    why_not: Step | None = None


def findings(
    path: str, text: str, edits: Iterable[Edit], suggestions: Iterable[Suggestion] = ()
) -> list[Finding]:
    """Return what was found in a file's text, in its order."""
    found: list[Edit | Suggestion] = sorted(
        (*edits, *suggestions), key=lambda each: (each.start, each.end)
    )
    offsets = sorted({offset for each in found for offset in (each.start, each.end)})
    at = {place.offset: place for place in places(text, offsets)}
    return [_finding(path, each, at[each.start], at[each.end]) for each in found]


def places(text: str, offsets: Iterable[int]) -> Iterator[Place]:
    r"""Yield the place of each of the offsets, which are in text order.

    Lines end with LF, CR LF or CR.

    >>> [(place.line, place.column) for place in places("one\r\ntwo\rthree", [0, 6, 9])]
    [(1, 1), (2, 2), (3, 1)]
    """
    line, line_start, done = 1, 0, 0
    for offset in offsets:
        line += (
            text.count("\n", done, offset)
            + text.count("\r", done, offset)
            - text.count("\r\n", done, offset)
        )
        if 0 < done < offset and text.startswith("\r\n", done - 1):
            line -= 1  # the CR of this pair was counted before
        # Each stretch is searched once, or a single long line would be searched for each offset.
        line_start = max(
            line_start, text.rfind("\n", done, offset) + 1, text.rfind("\r", done, offset) + 1
        )
        done = offset
        yield Place(offset, line, offset - line_start + 1)


def finding_lines(found: Sequence[Finding]) -> Iterator[str]:
    """Yield a line for each finding of a file, in columns that are aligned with each other.

    Two spaces or more divide the columns: place, change, entry, kind, reason; none of them
    holds two spaces itself.
    """
    rows = [_columns(finding) for finding in found]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(padded).rstrip()


def named(entries: Iterable[str]) -> str:
    """Return the entries that are named on one line, a dash where there are none.

    >>> named(["hezbollah", "hamas"]), named([])
    ('hezbollah | hamas', '-')
    """
    return " | ".join(entries) or "-"


def change(before: str, after: str) -> str:
    """Return a change on one line, such as `Kiev -> Kyiv`."""
    if before == after:
        return one_line(before)
    return f"{one_line(before)} -> {one_line(after)}"


def one_line(text: str) -> str:
    r"""Return a text with line ends and other control characters made visible.

    >>> print(one_line("Abbas\n  Araqchi"))
    Abbas\n Araqchi
    """
    visible = "".join(
        each if each in _JOINERS or each.isprintable() else _visible(each) for each in text
    )
    return re.sub(r" {2,}", " ", visible)


def finding_to_dict(finding: Finding) -> dict[str, Any]:
    """Return plain values for JSON; `applied` is false for what is only suggested."""
    plain: dict[str, Any] = {
        "path": finding.path,
        "line": finding.start.line,
        "column": finding.start.column,
        "end_line": finding.end.line,
        "end_column": finding.end.column,
        "start": finding.start.offset,
        "end": finding.end.offset,
        "before": finding.before,
        "after": finding.after,
        "entries": list(finding.entries),
        "kind": str(finding.kind),
        "confidence": finding.confidence,
        "applied": finding.why_not is None,
        "why": [step_to_dict(step) for step in finding.why],
    }
    if finding.why_not is not None:
        plain["why_not"] = step_to_dict(finding.why_not)
    return plain


def step_to_dict(step: Step) -> dict[str, str]:
    """Return a step as plain values for JSON."""
    return {"reason": str(step.reason), "detail": step.detail}


def _finding(path: str, found: Edit | Suggestion, start: Place, end: Place) -> Finding:
    entries = tuple(filter(None, (found.entry,))) if isinstance(found, Edit) else found.entries
    why_not = None if isinstance(found, Edit) else found.why_not
    return Finding(
        path=path,
        start=start,
        end=end,
        before=found.before,
        after=found.after,
        entries=entries,
        kind=found.kind,
        confidence=found.confidence,
        why=found.why,
        why_not=why_not,
    )


def _columns(finding: Finding) -> tuple[str, str, str, str, str]:
    reasons = ", ".join(str(step.reason) for step in finding.why)
    if finding.why_not is not None:
        reasons = f"not changed: {one_line(str(finding.why_not))}"
    return (
        f"{one_line(finding.path)}:{finding.start.line}:{finding.start.column}",
        change(finding.before, finding.after),
        named(finding.entries),
        str(finding.kind),
        reasons,
    )


def _visible(character: str) -> str:
    if unicodedata.category(character) == "Zs":
        return " "
    return character.encode("unicode_escape").decode("ascii")
