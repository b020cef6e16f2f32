"""`normalize undo`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "latin-1"])
def test_a_run_is_taken_back(run: Run, folder: Path, codec: str) -> None:
    """Files are, byte for byte, what they were before."""
    before = "Caf\u00e9\r\nAbbas Araqchi left Alepo; Arakci stayed".encode(codec)
    (folder / "a.txt").write_bytes(before)
    (folder / "b.txt").write_bytes("nothing".encode(codec))
    arguments = ("rewrite", "-i", "--report", "r.jsonl", "--encoding", codec, "a.txt", "b.txt")
    assert run(*arguments).exit_code == 0
    assert (folder / "a.txt").read_bytes() != before
    result = run("undo", "r.jsonl", lexicon=False)
    assert (result.exit_code, result.stderr) == (0, "1 file restored, 1 unchanged\n")
    assert (folder / "a.txt").read_bytes() == before


def test_rows_and_pages_are_taken_back(run: Run, folder: Path) -> None:
    """Escapes of the formats come back as they were."""
    texts = {
        "a.html": "<p>In Gaza&nbsp;Belt &amp; Alepo</p>",
        "a.jsonl": '{"text": "In Gaza\\u0020Belt \\/ Alepo"}\n',
        "a.csv": 'text\n"In ""Alepo"""\n',
        "a.md": "In *Alepo* &amp; Alepo",
    }
    for name, text in texts.items():
        (folder / name).write_text(text)
    assert run("rewrite", "-i", "--report", "../r", ".").stderr == "4 files changed, 0 unchanged\n"
    assert run("undo", "../r", lexicon=False).exit_code == 0
    assert {name: (folder / name).read_text() for name in texts} == texts


def test_undoing_twice_is_undoing_once(run: Run, folder: Path) -> None:
    """A file that is what it was is left so."""
    (folder / "a.txt").write_text("In Alepo")
    run("rewrite", "-i", "--report", "r.jsonl", "a.txt")
    run("undo", "r.jsonl", lexicon=False)
    result = run("undo", "r.jsonl", lexicon=False)
    assert (result.exit_code, (folder / "a.txt").read_text()) == (0, "In Alepo")


def test_a_file_changed_since_is_left_alone(run: Run, folder: Path) -> None:
    """Later work is not undone along with it, and the other files still are."""
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text("In Alepo")
    run("rewrite", "-i", "--report", "r.jsonl", "a.txt", "b.txt")
    (folder / "a.txt").write_text("mine")
    result = run("undo", "r.jsonl", lexicon=False)
    assert result.exit_code == 2
    assert "a.txt was changed after the report was written; left alone" in result.stderr
    assert (folder / "a.txt").read_text() == "mine"
    assert (folder / "b.txt").read_text() == "In Alepo"


def test_a_changed_report_is_not_trusted(run: Run, folder: Path) -> None:
    """A report that no longer leads back to what was there changes nothing."""
    (folder / "a.txt").write_text("In Alepo")
    run("rewrite", "-i", "--report", "r.jsonl", "a.txt")
    record = json.loads((folder / "r.jsonl").read_text())
    for before, after in (("Rome", "Aleppo"), ("Alepo", "Rome")):
        record["edits"][0] |= {"before": before, "after": after}
        (folder / "r.jsonl").write_text(json.dumps(record) + "\n")
        result = run("undo", "r.jsonl", lexicon=False)
        assert (result.exit_code, (folder / "a.txt").read_text()) == (2, "In Aleppo")
        assert "the report was changed" in result.stderr


def test_what_can_not_be_undone_is_told(run: Run, folder: Path) -> None:
    """A missing report, a file that is none, and standard input each have their message."""
    assert "r.jsonl is not there" in run("undo", "r.jsonl", lexicon=False).stderr
    (folder / "a.txt").write_text("no report\n")
    assert "a.txt:1 is no record of a report" in run("undo", "a.txt", lexicon=False).stderr
    run("rewrite", "--report", "r.jsonl", stdin="In Alepo")
    assert "came from standard input" in run("undo", "r.jsonl", lexicon=False).stderr


def test_an_empty_report_undoes_nothing(run: Run, folder: Path) -> None:
    """No documents, nothing to do."""
    (folder / "r.jsonl").touch()
    assert run("undo", "r.jsonl", lexicon=False).exit_code == 0
