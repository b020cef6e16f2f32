"""The prose of CSV and TSV: the cells of chosen columns, one passage a row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from normalize.documents.passages import PARAGRAPH, Part, Passage, Run, UnreadableError

_CLOSING_QUOTE = re.compile(r'(?:[^"]++|"")*+"')


class _Cell(NamedTuple):
    """A cell's inside, without its quotes; `quoted` also tells how it is to be read."""

    start: int
    end: int
    quoted: bool
    orderly: bool


def table_passages(text: str, fields: Sequence[str] = ()) -> Iterator[Passage]:
    """Yield the prose of each row: the cells of the columns that `fields` name, or of `text`.

    The first row is the header, which also tells whether commas, semicolons or tabs divide
    the cells. Raises `UnreadableError` where a column is missing or a quote is never closed.
    """
    divider = _divider(text)
    rows = _rows(text, divider)
    header = [_value(text, cell) for cell in next(rows, [])]
    columns = _columns(header, fields or ("text",)) if text else ()
    spell = _speller(divider)
    for row in rows:
        runs: list[Run] = []
        for column in columns:
            if column < len(row) and row[column].orderly:
                _add(runs, text, row[column])
        if runs:
            yield Passage(tuple(runs), spell)


def _add(runs: list[Run], text: str, cell: _Cell) -> None:
    if cell.start == cell.end:
        return
    if runs:
        runs.append(Run(runs[-1].end, cell.start, PARAGRAPH, Part.GAP))
    done = cell.start
    for quote in re.finditer('""', text[cell.start : cell.end]) if cell.quoted else ():
        at = cell.start + quote.start()
        if done < at:
            runs.append(Run(done, at, text[done:at]))
        runs.append(Run(at, at + 2, '"', Part.ESCAPE))
        done = at + 2
    if done < cell.end:
        runs.append(Run(done, cell.end, text[done : cell.end]))


def _columns(header: list[str], fields: Sequence[str]) -> tuple[int, ...]:
    for field in fields:
        if field not in header:
            raise UnreadableError(
                0, f"has no column {field!r}; it has {', '.join(header)}: choose with --field"
            )
    return tuple(at for at, name in enumerate(header) if name in fields)


def _divider(text: str) -> str:
    unquoted = re.sub(r'"[^"]*"', "", text[:10_000])
    header = re.split(r"[\r\n]", unquoted, maxsplit=1)[0]
    return max(",;\t", key=header.count)


def _value(text: str, cell: _Cell) -> str:
    inside = text[cell.start : cell.end]
    return inside.replace('""', '"') if cell.quoted else inside


def _rows(text: str, divider: str) -> Iterator[list[_Cell]]:
    ending = re.compile(rf"[{divider}\r\n]|\Z")
    row: list[_Cell] = []
    at = 0
    while at < len(text):
        cell, at = _cell(text, at, ending)
        row.append(cell)
        if text.startswith(divider, at):
            at += 1
            if at < len(text):
                continue
        else:
            at += 2 if text.startswith("\r\n", at) else 1
        yield row
        row = []


def _cell(text: str, at: int, ending: re.Pattern[str]) -> tuple[_Cell, int]:
    if text[at] != '"':
        end = _end(ending, text, at)
        return _Cell(at, end, quoted=False, orderly=True), end
    closing = _CLOSING_QUOTE.match(text, at + 1)
    if closing is None:
        raise UnreadableError(at, "opens a quote that is never closed")
    end = _end(ending, text, closing.end())
    orderly = end == closing.end()
    return _Cell(at + 1, closing.end() - 1, quoted=True, orderly=orderly), end


def _end(ending: re.Pattern[str], text: str, at: int) -> int:
    found = ending.search(text, at)
    return found.start() if found else len(text)


def _speller(divider: str) -> Callable[[str], str | None]:
    special = f'"\r\n{divider}'
    return lambda character: None if character in special else character
