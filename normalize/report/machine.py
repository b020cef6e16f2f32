"""Findings for programs: JSON, SARIF 2.1.0 and GitHub's workflow commands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from normalize.model import Kind
from normalize.report.explain import sentence
from normalize.report.findings import Finding, Place, change, finding_to_dict

_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_KINDS: Mapping[Kind, str] = {
    Kind.CANONICAL: "A name spelled as the lexicon has it, in the wrong form for its place",
    Kind.VARIANT: "A name spelled otherwise than the lexicon has it",
    Kind.ACRONYM: "An acronym treated otherwise than the others",
    Kind.SHORT: "The short form of a name, spelled otherwise than the lexicon has it",
    Kind.INFLECTED: "A declined name, spelled otherwise than the lexicon has it",
    Kind.TRANSLITERATED: "A name transcribed otherwise than the lexicon has it",
    Kind.FUZZY: "A name that seems to be mistyped",
}


def to_json(languages: Mapping[str, str], found: Iterable[Finding]) -> dict[str, Any]:
    """Return one object for JSON; `languages` has every file that was read, by its path."""
    by_file: dict[str, list[dict[str, Any]]] = {path: [] for path in languages}
    for finding in found:
        by_file[finding.path].append(finding_to_dict(finding))
    return {
        "files": [
            {
                "path": path,
                "language": languages[path],
                "changes": sum(finding["applied"] for finding in inside),
                "suggestions": sum(not finding["applied"] for finding in inside),
            }
            for path, inside in by_file.items()
        ],
        "findings": [finding for inside in by_file.values() for finding in inside],
    }


def to_sarif(found: Iterable[Finding], version: str) -> dict[str, Any]:
    """Return a SARIF log: changes as warnings with a fix, suggestions as notes."""
    return sarif_log(map(_rule, Kind), map(_result, found), version)


def sarif_log(
    rules: Iterable[dict[str, Any]], results: Iterable[dict[str, Any]], version: str
) -> dict[str, Any]:
    """Return a SARIF log of one run of this program."""
    return {
        "$schema": _SARIF_SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "normalize",
                        "version": version,
                        "rules": list(rules),
                    }
                },
                "columnKind": "unicodeCodePoints",
                "newlineSequences": ["\r\n", "\n", "\r"],
                "results": list(results),
            }
        ],
    }


def github_lines(found: Sequence[Finding]) -> Iterator[str]:
    """Yield a workflow command for each change, which GitHub shows beside its line."""
    for finding in found:
        if finding.why_not is None:
            place = {
                "file": finding.path,
                "line": str(finding.start.line),
                "endLine": str(finding.end.line),
                "col": str(finding.start.column),
                "endColumn": str(finding.end.column),
                "title": change(finding.before, finding.after),
            }
            yield github_line("warning", place, _message(finding))


def github_line(level: str, place: Mapping[str, str], message: str) -> str:
    """Return a workflow command: `error` or `warning`, its place by GitHub's names, a message."""
    values = ",".join(f"{name}={_property(value)}" for name, value in place.items())
    return f"::{level} {values}::{_data(message)}"


def file_uri(path: str) -> str:
    """Return a path as SARIF has it: absolute ones as `file:` addresses, others relative."""
    pure = PurePath(path)
    return pure.as_uri() if pure.is_absolute() else quote(pure.as_posix())


def _rule(kind: Kind) -> dict[str, Any]:
    return {"id": str(kind), "shortDescription": {"text": _KINDS[kind]}}


def _result(finding: Finding) -> dict[str, Any]:
    file = {"uri": file_uri(finding.path)}
    region = _region(finding.start, finding.end)
    result: dict[str, Any] = {
        "ruleId": str(finding.kind),
        "ruleIndex": list(Kind).index(finding.kind),
        "level": "warning" if finding.why_not is None else "note",
        "message": {"text": _message(finding)},
        "locations": [{"physicalLocation": {"artifactLocation": file, "region": region}}],
        "properties": {"entries": list(finding.entries), "confidence": finding.confidence},
    }
    if finding.before != finding.after:
        replacement = {"deletedRegion": region, "insertedContent": {"text": finding.after}}
        changes = [{"artifactLocation": file, "replacements": [replacement]}]
        result["fixes"] = [{"description": {"text": _title(finding)}, "artifactChanges": changes}]
    return result


def _region(start: Place, end: Place) -> dict[str, int]:
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": start.offset,
        "charLength": end.offset - start.offset,
    }


def _title(finding: Finding) -> str:
    told = change(finding.before, finding.after)
    return f"{told} ({', '.join(finding.entries)})" if finding.entries else told


def _message(finding: Finding) -> str:
    steps = (*finding.why, *((finding.why_not,) if finding.why_not else ()))
    return f"{_title(finding)}: {'; '.join(map(sentence, steps))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
