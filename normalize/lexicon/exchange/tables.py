"""Entries as a table for spreadsheets: CSV and TSV, one row each, which holds everything.

Columns are the fields of the lexicon format, with a column for each key: `en` for a name,
`short.en`, `acronyms.en`, `declension.gen`. A cell of several items has ` | ` between them; an
item that says more than a text is the JSON object that the lexicon format has for it.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from io import StringIO
from typing import Any

from normalize.errors import nearest
from normalize.lexicon.drafts import Draft, make_entry
from normalize.lexicon.exchange.fields import plain_fields
from normalize.lexicon.exchange.imported import ImportedFile
from normalize.lexicon.schema import ENTRY, LANGUAGES, SAME_LANGUAGE, ListOf, Record, YesNo
from normalize.model import Entry, Source

_BETWEEN = " | "
_YES_NO = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
# A cell of Python's reader may hold 131,072 characters unless told otherwise, which is plenty.


def kept(entry: Entry) -> Entry:
    """Return what a table holds of an entry, which is all but its place."""
    return replace(entry, at=None)


def write_csv(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield the rows of a table with commas between cells, as RFC 4180 has it."""
    return _write(entries, ",")


def write_tsv(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield the rows of a table with tabs between cells."""
    return _write(entries, "\t")


def read(source: ImportedFile) -> Iterator[Entry]:
    """Yield the entries of a table; the header tells which of `,`, `;` and tab divides cells.

    A row without `id` gets one from its English name.
    """
    rows = _rows(source)
    header = [name.strip() for name in next(rows, (0, [""]))[1]]
    if not _check_header(header, source):
        return
    for line, cells in rows:
        if not any(cell.strip() for cell in cells):
            continue
        at = source.at(line)
        if any(cell.strip() for cell in cells[len(header) :]):
            message = f"this row has {len(cells)} cells, the header {len(header)}"
            source.refuse(at, message, "put quotation marks around a cell that has the divider")
            continue
        fields = _fields(dict(zip(header, cells, strict=False)), at, source)
        if fields is not None:
            yield make_entry(Draft(fields["id"], fields, (at,)))


def _columns() -> list[str]:
    """Return every column that there can be, in the order in which they are written."""
    columns: list[str] = []
    for name, field in ENTRY.fields.items():
        if isinstance(field.kind, Record):
            keys = [key for key in field.kind.fields if key not in SAME_LANGUAGE]
            columns += keys if name == "names" else [f"{name}.{key}" for key in keys]
        else:
            columns.append(name)
    return columns


def _write(entries: Iterable[Entry], divider: str) -> Iterator[str]:
    rows = [_cells(plain_fields(entry)) for entry in entries]
    used = {"id", "type", "en"}.union(*rows)
    columns = [name for name in _columns() if name in used]
    made = StringIO()
    table = csv.DictWriter(made, columns, delimiter=divider, lineterminator="\r\n")
    table.writeheader()
    for row in rows:
        table.writerow(row)
        yield made.getvalue()
        made.seek(0)
        made.truncate()
    yield made.getvalue()


def _cells(fields: dict[str, Any]) -> dict[str, str]:
    cells: dict[str, str] = {}
    for name, value in fields.items():
        match value:
            case dict():
                prefix = "" if name == "names" else f"{name}."
                cells |= {f"{prefix}{key}": text for key, text in value.items()}
            case list():
                cells[name] = _BETWEEN.join(map(_item, value))
            case bool():
                cells[name] = "true"
            case _:
                cells[name] = value
    return cells


def _item(value: Any) -> str:
    if isinstance(value, list):
        value = dict(zip(("text", "expected"), value, strict=True))
    if isinstance(value, str):
        if "|" not in value and value == value.strip() and value[:1] not in ("{", ""):
            return value
        value = {"text": value}
    return json.dumps(value, ensure_ascii=False).replace("|", "\\u007c")


def _rows(source: ImportedFile) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each row with the line that it begins on."""
    lines = source.lines()
    number, first = next(lines, (0, ""))
    divider = max(",;\t", key=first.count)

    def following() -> Iterator[str]:
        yield first
        for _, line in lines:
            yield line

    reader = csv.reader(following(), delimiter=divider, strict=True)
    begun = number
    try:
        for cells in reader:
            yield begun, cells
            begun = reader.line_num + 1
    except csv.Error as error:
        hint = "double the quotation marks inside a quoted cell, and close each"
        raise source.stop(source.at(begun or 1), f"this row can't be read: {error}", hint) from None


def _check_header(header: list[str], source: ImportedFile) -> bool:
    known = [*_columns(), *SAME_LANGUAGE]
    before = len(source.problems)
    for name in header:
        if name not in known:
            meant = nearest(name, known)
            hint = f"did you mean {meant!r}?" if meant else f"there are {', '.join(known)}"
            source.refuse(source.at(1), f"unknown column {name!r}", hint)
    for name in sorted({name for name in header if header.count(name) > 1}):
        source.refuse(source.at(1), f"there are two columns {name!r}", "leave one")
    if "en" not in header:
        hint = "the first line names the columns, such as id,type,en,sr,ar,variants"
        source.refuse(source.at(1), "there is no column 'en'", hint)
    return len(source.problems) == before


def _fields(cells: dict[str, str], at: Source, source: ImportedFile) -> dict[str, Any] | None:
    """Return the values of a row by field, or None where a cell can't be read."""
    fields: dict[str, Any] = {"id": "", "type": "", "names": {}}
    before = len(source.problems)
    for column, cell in cells.items():
        if not cell.strip():
            continue
        name, _, key = column.partition(".")
        if key:
            fields.setdefault(name, {})[key] = cell
        elif column in LANGUAGES:
            fields["names"][SAME_LANGUAGE.get(column, column)] = cell
        else:
            fields[name] = _value(column, cell, lambda m, hint: source.refuse(at, m, hint))
    for name in ("short", "acronyms"):
        if name in fields:
            fields[name] = {SAME_LANGUAGE.get(k, k): text for k, text in fields[name].items()}
    return fields if len(source.problems) == before else None


def _value(column: str, cell: str, refuse: Callable[[str, str], None]) -> Any:
    kind = ENTRY.fields[column].kind
    if isinstance(kind, YesNo):
        if cell.strip().lower() not in _YES_NO:
            refuse(f"{cell!r} in column {column!r} is neither true nor false", "write true")
        return _YES_NO.get(cell.strip().lower(), False)
    if not isinstance(kind, ListOf):
        return cell
    items = [_read_item(item.strip(), column, refuse) for item in cell.split("|") if item.strip()]
    return [item for item in items if item is not None]


def _read_item(item: str, column: str, refuse: Callable[[str, str], None]) -> Any:
    allowed = {"tests": ("text", "expected", "lang"), "variants": _VARIANT}.get(column, ("text",))
    if not item.startswith("{"):
        if column != "tests":
            return item
        refuse(f"{item!r} in column 'tests' is no test", _EXAMPLE)
        return None
    try:
        value = json.loads(item)
    except (json.JSONDecodeError, RecursionError):
        refuse(f"{item!r} in column {column!r} is not JSON", "such as " + _EXAMPLE)
        return None
    wrong = [key for key in value if key not in allowed]
    if wrong or "text" not in value or (column == "tests" and "expected" not in value):
        refuse(f"{item!r} in column {column!r} does not fit", f"it has {', '.join(allowed)}")
        return None
    if any(not isinstance(each, bool if key == "acronym" else str) for key, each in value.items()):
        refuse(f"{item!r} in column {column!r} does not fit", "values are texts in quotes")
        return None
    return value if column in ("tests", "variants") else value["text"]


_VARIANT = ("text", "lang", "acronym", "fix", "reason")
_EXAMPLE = '{"text": "Alepo", "expected": "Aleppo"}'
