"""Findings, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.documents.plain import place
from normalize.model import Edit, Kind, Reason, Step
from normalize.report.findings import (
    finding_lines,
    finding_to_dict,
    findings,
    one_line,
    places,
)
from normalize.report.machine import github_lines, to_json, to_sarif
from tests.report.conftest import edits_for, suggestion_for

TEXT = "In Kiev,\r\nGeorgia: 100%\r\nand Kiev"


def found_in(path: str) -> list:  # type: ignore[type-arg]
    """Return two edits and a suggestion."""
    return findings(path, TEXT, edits_for(TEXT), [suggestion_for(TEXT, "Georgia", "Georgia")])


def test_findings_are_one_a_line() -> None:
    """Place, change, entry, kind and reason stand in columns, in text order."""
    assert list(finding_lines(found_in("news.md"))) == [
        "news.md:1:4  Kiev -> Kyiv  kyiv                  variant  listed",
        "news.md:2:1  Georgia       georgia | georgia-us  short    "
        "not changed: ambiguous: georgia | georgia-us",
        "news.md:3:5  Kiev -> Kyiv  kyiv                  variant  listed",
    ]


def test_a_change_that_names_no_entry_has_a_dash() -> None:
    """A stretch put into another script stands in the same columns, and is no entry's in JSON."""
    why = (Step(Reason.SCRIPT, "sr-Latn to sr-Cyrl"),)
    edit = Edit(0, 5, "Rekao", "Рекао", "", Kind.TRANSLITERATED, 1.0, why)
    found = findings("a.txt", "Rekao", [edit])
    assert list(finding_lines(found)) == ["a.txt:1:1  Rekao -> Рекао  -  transliterated  script"]
    assert finding_to_dict(found[0])["entries"] == []
    assert to_sarif(found, "1")["runs"][0]["results"][0]["message"]["text"].startswith(
        "Rekao -> Рекао: "
    )


def test_no_findings_are_no_lines() -> None:
    """A file without findings is not mentioned."""
    assert list(finding_lines([])) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\r\nb", "a\\r\\nb"),
        ("a \t  b", "a \\t b"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("می\u200cروم", "می\u200cروم"),
        ("\u202eabc", "\\u202eabc"),
        ("Gaza\xa0Belt", "Gaza Belt"),
        ("\udce9", "\\udce9"),
    ],
)
def test_findings_keep_to_their_line(text: str, shown: str) -> None:
    """What would move the terminal's cursor or turn its text is shown, not done."""
    assert one_line(text) == shown


@given(st.text(alphabet="a\r\n\u2028\x0b"), st.lists(st.integers(0, 12)))
def test_places_agree_with_counting(text: str, offsets: list[int]) -> None:
    """Places found in one go are those found one by one."""
    wanted = sorted(offset for offset in offsets if offset <= len(text))
    found = [(each.line, each.column) for each in places(text, wanted)]
    assert found == [place(text, offset) for offset in wanted]


def test_json_has_files_and_findings() -> None:
    """Every file that was read is there, and what is only suggested is told apart."""
    made = json.loads(json.dumps(to_json({"a.md": "en", "b.md": "und"}, found_in("a.md"))))
    assert made["files"] == [
        {"path": "a.md", "language": "en", "changes": 2, "suggestions": 1},
        {"path": "b.md", "language": "und", "changes": 0, "suggestions": 0},
    ]
    first, second, _ = made["findings"]
    assert (first["line"], first["column"], first["start"], first["end"]) == (1, 4, 3, 7)
    assert (first["applied"], second["applied"]) == (True, False)
    assert second["why_not"] == {"reason": "ambiguous", "detail": "georgia | georgia-us"}


def test_sarif_has_regions_and_fixes() -> None:
    """A result has its rule, its place in code points, and what would mend it."""
    (run,) = to_sarif(found_in("a b/č.md"), "1.2.3")["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == [str(kind) for kind in Kind]
    assert run["columnKind"] == "unicodeCodePoints"
    change, note, _ = run["results"]
    assert rules[change["ruleIndex"]] == change["ruleId"] == "variant"
    physical = change["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == "a%20b/%C4%8D.md"
    assert physical["region"] == {
        "startLine": 1,
        "startColumn": 4,
        "endLine": 1,
        "endColumn": 8,
        "charOffset": 3,
        "charLength": 4,
    }
    (replacement,) = change["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement["insertedContent"] == {"text": "Kyiv"}
    assert (change["level"], note["level"]) == ("warning", "note")
    assert "fixes" not in note


def test_sarif_names_a_file_anywhere() -> None:
    """A path from the root is a file URL."""
    (run,) = to_sarif(found_in(str(Path("/a b/c"))), "1")["runs"]
    location = run["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "file:///a%20b/c"


def test_github_commands_are_escaped() -> None:
    """What would end a command or a property early is escaped; suggestions are not warned of."""
    text = "100%, a:b\nc"
    found = findings("a,b:c.md", text, edits_for(text, "100%, a:b\nc", "x%\r"))
    assert list(github_lines(found)) == [
        "::warning file=a%2Cb%3Ac.md,line=1,endLine=2,col=1,endColumn=2,"
        "title=100%25%2C a%3Ab\\nc -> x%25\\r::"
        "100%25, a:b\\nc -> x%25\\r (kyiv): the lexicon lists this spelling (Kiev)"
    ]
    assert len(list(github_lines(found_in("a")))) == 2
