"""The report file."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from normalize.errors import DocumentError
from normalize.report.record import Record, digest, read_records, record_to_line
from normalize.text.edits import apply_edits, undo_edits
from tests.report.conftest import edits_for, suggestion_for

TEXT = "In Kiev\u2028and\x85Kiev, Georgia"
RECORD = Record(
    path="a.txt",
    encoding="utf-8",
    bom="efbbbf",
    language="en",
    sha256_before=digest(b"before"),
    sha256_after=digest(b"after"),
    edits=edits_for(TEXT),
    suggestions=(suggestion_for(TEXT, "Georgia", "Georgia"),),
)


def test_a_record_comes_back() -> None:
    """All that undoing needs is read as it was written."""
    (record,) = read_records("r", [record_to_line(RECORD)])
    assert record == replace(RECORD, suggestions=())
    assert undo_edits(apply_edits(TEXT, RECORD.edits), record.edits) == TEXT


def test_a_record_tells_reasons() -> None:
    """Other programs find edits and suggestions with their reasons."""
    plain = json.loads(record_to_line(RECORD))
    assert plain["edits"][0]["why"] == [{"reason": "listed", "detail": "Kiev"}]
    assert plain["suggestions"][0]["why_not"]["reason"] == "ambiguous"


@pytest.mark.parametrize(
    "line", ["x", "[]", "{}", "1", '{"path": 1}', "[" * 100_000, record_to_line(RECORD)[:-1]]
)
def test_what_is_no_record_is_told(line: str) -> None:
    """A line that is no record is named."""
    with pytest.raises(DocumentError, match=r"^r\.jsonl:2 is no record of a report$"):
        list(read_records("r.jsonl", [record_to_line(RECORD), line]))
