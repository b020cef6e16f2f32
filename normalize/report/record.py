"""The report file: JSON lines that say what was done to each document, and let it be undone."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any

from normalize.errors import DocumentError
from normalize.model import Edit, Kind, Reason, Step, Suggestion
from normalize.report.findings import step_to_dict


@dataclass(frozen=True, slots=True)
class Record:
    """What was done to one document.

    The digests are those of the file's bytes, as `sha256sum` prints them; `bom` is its
    byte order mark in hexadecimal.
    """

    path: str
    encoding: str
    bom: str
    language: str
    sha256_before: str
    sha256_after: str
    edits: tuple[Edit, ...]
    suggestions: tuple[Suggestion, ...] = ()


def digest(data: bytes) -> str:
    """Return what identifies a file's bytes."""
    return sha256(data).hexdigest()


def record_to_line(record: Record) -> str:
    """Return a record as a line of JSON, without its line end."""
    plain = asdict(record)
    for made in plain["edits"]:
        made["why"] = [step_to_dict(Step(*step)) for step in made["why"]]
    for made in plain["suggestions"]:
        made["why"] = [step_to_dict(Step(*step)) for step in made["why"]]
        made["why_not"] = step_to_dict(Step(*made["why_not"]))
    return json.dumps(plain, ensure_ascii=False)


def read_records(path: str, lines: Sequence[str]) -> Iterator[Record]:
    """Yield the records of a report; what was only suggested is left out.

    Raises `DocumentError` naming the line that is none.
    """
    for number, line in enumerate(filter(None, lines), start=1):
        try:
            yield _record(json.loads(line))
        except (ValueError, KeyError, TypeError, RecursionError):
            raise DocumentError(f"{path}:{number} is no record of a report") from None


def _record(plain: dict[str, Any]) -> Record:
    texts = ("path", "encoding", "bom", "language", "sha256_before", "sha256_after")
    values = {name: plain[name] for name in texts}
    if not all(isinstance(value, str) for value in values.values()):
        raise ValueError("a text is expected")
    bytes.fromhex(values["bom"])
    return Record(**values, edits=tuple(_edit(made) for made in plain["edits"]))


def _edit(plain: dict[str, Any]) -> Edit:
    return Edit(
        int(plain["start"]),
        int(plain["end"]),
        str(plain["before"]),
        str(plain["after"]),
        str(plain["entry"]),
        Kind(plain["kind"]),
        float(plain["confidence"]),
        tuple(Step(Reason(step["reason"]), str(step["detail"])) for step in plain["why"]),
    )
