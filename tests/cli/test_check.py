"""`normalize check`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

WRONG = "Bachar al-Assad left Alepo. Arakci stayed.\n"


@pytest.fixture(autouse=True)
def files(folder: Path) -> None:
    """Make a file that would change and one that would not."""
    (folder / "a.txt").write_text(WRONG)
    (folder / "b.txt").write_text("Abbas Araghchi\n")


def test_findings_are_listed(run: Run, folder: Path) -> None:
    """A line for each change, exit code 1, and nothing written."""
    result = run("check", "a.txt", "b.txt")
    assert result.exit_code == 1
    assert result.stdout == (
        "a.txt:1:1   Bachar al-Assad -> Bashar al-Assad  bashar-al-assad  variant  listed\n"
        "a.txt:1:22  Alepo -> Aleppo                     aleppo           variant  listed\n"
    )
    assert result.stderr == "1 file would change, 1 unchanged\n"
    assert (folder / "a.txt").read_text() == WRONG


def test_clean_files_are_clean(run: Run) -> None:
    """Where nothing would change, the exit code is 0."""
    result = run("check", "b.txt")
    assert (result.exit_code, result.output) == (0, "")


def test_errors_weigh_more_than_findings(run: Run) -> None:
    """A file that can't be read makes the exit code 2."""
    result = run("check", "a.txt", "missing.txt")
    assert result.exit_code == 2
    assert "a.txt:1:1 " in result.stdout


def test_standard_input_is_checked(run: Run) -> None:
    """A dash is standard input, also here."""
    result = run("check", "-", stdin=WRONG)
    assert result.exit_code == 1
    assert result.stdout.startswith("-:1:1 ")


def test_a_file_is_needed(run: Run) -> None:
    """Without a file the usage is shown."""
    assert run("check").exit_code == 2


def test_suggestions_are_listed_on_request(run: Run) -> None:
    """With --verbose, what would be left alone is listed as well."""
    assert "Arakci" not in run("check", "a.txt").stdout
    assert "not changed: not-introduced" in run("check", "-v", "a.txt").stdout


def test_json_is_one_object(run: Run) -> None:
    """Files and findings, suggestions too, are one JSON object."""
    made = json.loads(run("check", "--output", "json", "a.txt", "b.txt").stdout)
    assert [(file["path"], file["changes"]) for file in made["files"]] == [
        ("a.txt", 2),
        ("b.txt", 0),
    ]
    assert [finding["applied"] for finding in made["findings"]] == [True, True, False]


def test_json_of_nothing(run: Run) -> None:
    """Also where no file could be read, there is an object."""
    result = run("check", "--output", "json", "missing.txt")
    assert (result.exit_code, json.loads(result.stdout)) == (2, {"files": [], "findings": []})


def test_sarif_is_one_log(run: Run) -> None:
    """The results of all files are one run."""
    made = json.loads(run("check", "--output", "sarif", "a.txt", "b.txt").stdout)
    assert [result["level"] for result in made["runs"][0]["results"]] == [
        "warning",
        "warning",
        "note",
    ]


def test_github_gets_commands(run: Run) -> None:
    """Each change is a workflow command."""
    lines = run("check", "--output", "github", "a.txt", "b.txt").stdout.splitlines()
    assert [line.split(",")[0] for line in lines] == ["::warning file=a.txt"] * 2
