"""`normalize lexicon`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from normalize.lexicon.codes import Code
from normalize.lexicon.json_schema import json_schema
from tests.cli.conftest import Run

GOOD = """\
version: 1
entries:
  - id: aleppo
    type: place
    names: {en: Aleppo}
    variants: [Alepo]
    tests:
      - [In Alepo, In Aleppo]
"""
BAD = GOOD.replace("{en: Aleppo}", "{en: Aleppo, sr: Homs}")


def lint(run: Run, *arguments: str, code: int) -> str:
    """Return what the command says of bad.yaml, unless told otherwise, and check its exit code."""
    paths = () if set(arguments) & {".", "bad.yaml"} else ("bad.yaml",)
    result = run("lexicon", "lint", *arguments, *paths, lexicon=False)
    assert result.exit_code == code, result.output
    return result.stdout


def test_a_good_lexicon_has_no_problems(run: Run, folder: Path) -> None:
    """The exit code is 0, and standard output stays empty."""
    (folder / "good.yaml").write_text(GOOD)
    result = run("lexicon", "lint", "good.yaml", lexicon=False)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "no problems found\n")


def test_every_problem_is_shown(run: Run, folder: Path) -> None:
    """All problems of all files come at once, each with place and frame."""
    for name in ("a.yaml", "b.yaml"):
        (folder / name).write_text(GOOD.replace("variants", "varients"))
    result = run("lexicon", "lint", "a.yaml", "b.yaml", lexicon=False)
    assert result.exit_code == 1
    for name in ("a.yaml", "b.yaml"):
        assert f"{name}:6:5: L003 unknown key 'varients'" in result.stdout
    assert result.stdout.count("varients: [Alepo]\n") == 2
    assert result.stderr == "2 problems found\n"


def test_problems_for_other_programs(run: Run, folder: Path) -> None:
    """JSON, SARIF and GitHub's commands have code, severity and place of each problem."""
    (folder / "bad.yaml").write_text(BAD)
    told = {form: lint(run, "--output", form, code=1) for form in ("json", "sarif", "github")}
    (problem,) = json.loads(told["json"])["problems"]
    assert [problem[key] for key in ("code", "rule", "severity", "entry")] == [
        *("L301", "sounds", "error", "aleppo")
    ]
    (log,) = json.loads(told["sarif"])["runs"]
    (result,) = log["results"]
    assert log["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "L301"
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "bad.yaml"},
        "region": {"startLine": 5, "startColumn": 29},
    }
    assert told["github"].startswith(
        "::error file=bad.yaml,line=5,col=29,title=L301 sounds::'Homs' does not sound like"
    )


def test_only_the_files_asked_for_are_judged(run: Run, folder: Path) -> None:
    """An editor that saves one file is told about that one."""
    (folder / "bad.yaml").write_text(BAD)
    (folder / "good.yaml").write_text(GOOD.replace("aleppo", "alep"))
    lint(run, "--only", "bad.yaml", ".", code=1)
    (folder / "good.yaml").write_text(GOOD.replace("aleppo", "homs").replace("Alep", "Hom"))
    assert lint(run, "--only", "good.yaml", ".", code=0) == ""


def test_a_corpus_shows_what_is_a_phrase(run: Run, folder: Path) -> None:
    """Texts of a folder are read; what is no text among them is passed over."""
    (folder / "bad.yaml").write_text(GOOD.replace("[Alepo]", "[White City]"))
    (folder / "corpus").mkdir()
    (folder / "corpus" / "a.txt").write_text("It is a white city.")
    (folder / "corpus" / "b.png").write_bytes(b"\x89PNG\0\0")
    assert ": L405 'White City'" in lint(run, "--corpus", "corpus", "bad.yaml", code=1)
    (folder / "corpus" / "a.txt").write_text("It is the White City.")
    assert lint(run, "--corpus", "corpus", "bad.yaml", code=0) == ""


def test_codes_are_explained(run: Run) -> None:
    """A code has a page; without one, all are listed; one that there is not has a hint."""
    page = run("lexicon", "explain-code", "l302", lexicon=False)
    assert page.stdout.startswith("L302 transcription (warning)\n\nWhat it means\n\n")
    for heading in ("Why", "Example", "How to mend it"):
        assert f"\n\n{heading}\n\n" in page.stdout
    assert run("lexicon", "explain-code", lexicon=False).stdout.count("\n") == len(Code)
    unknown = run("lexicon", "explain-code", "L31", lexicon=False)
    assert (unknown.exit_code, unknown.stdout) == (2, "")
    assert unknown.stderr.startswith("error: there is no rule 'L31'")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_files_are_put_in_order(run: Run, folder: Path, newline: str) -> None:
    """What is not in order is told with --check and mended without, and then is in order."""
    path = folder / "a.yaml"
    disorderly = GOOD + "\n  - id: a\n    type: place\n    names: {en: Hama}\n"
    path.write_bytes(b"\xef\xbb\xbf" + disorderly.replace("\n", newline).encode())
    before = path.read_bytes()
    result = run("lexicon", "fmt", "--check", ".", lexicon=False)
    assert (result.exit_code, result.stdout, path.read_bytes()) == (1, "a.yaml\n", before)
    assert run("lexicon", "fmt", "a.yaml", lexicon=False).exit_code == 0
    after = path.read_bytes()
    assert after.startswith(
        f"\ufeffversion: 1{newline}entries:{newline}  - id: a{newline}".encode()
    )
    assert after.count(newline.encode()) == after.count(b"\n")
    assert run("lexicon", "fmt", "--check", ".", lexicon=False).exit_code == 0


def test_a_broken_file_is_not_put_in_order(run: Run, folder: Path) -> None:
    """A file that can't be understood stays as it is."""
    (folder / "a.yaml").write_text(GOOD.replace("variants", "varients"))
    result = run("lexicon", "fmt", "a.yaml", lexicon=False)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "L003 unknown key 'varients'" in result.stderr
    assert (folder / "a.yaml").read_text() == GOOD.replace("variants", "varients")


def test_a_broken_lexicon_stops_other_commands(run: Run, folder: Path) -> None:
    """A lexicon with problems is not half used: they are told, and nothing is rewritten."""
    (folder / "bad.yaml").write_text("version: 1\nentries:\n  - id: X\n    foo: bar\n")
    (folder / "a.txt").write_text("Alepo")
    result = run("rewrite", "-i", "--lexicon", "bad.yaml", "a.txt", lexicon=False)
    assert result.exit_code == 2
    assert result.stderr.count("error: ") > 1
    assert "bad.yaml:4:5: L003 unknown key 'foo'" in result.stderr
    assert (folder / "a.txt").read_text() == "Alepo"


def test_tests_of_entries_are_run(run: Run, folder: Path) -> None:
    """Tests that hold are counted."""
    (folder / "good.yaml").write_text(GOOD)
    result = run("lexicon", "test", "good.yaml", lexicon=False)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "1 test, 0 failed\n")


def test_failing_tests_are_shown(run: Run, folder: Path) -> None:
    """A test that fails is shown with its entry, what was expected and what came."""
    (folder / "bad.yaml").write_text(GOOD.replace("In Aleppo]", "In Halab]"))
    result = run("lexicon", "test", "bad.yaml", lexicon=False)
    assert result.exit_code == 1
    assert result.stdout.splitlines()[0] == "bad.yaml:3:5: aleppo: In Alepo"
    assert result.stdout.splitlines()[1:] == [
        "    expected: In Halab",
        "         got: In Aleppo",
    ]
    assert result.stderr == "1 test, 1 failed\n"


def test_the_schema_is_printed(run: Run) -> None:
    """The printed schema is that of the loader."""
    result = run("lexicon", "schema", lexicon=False)
    assert json.loads(result.stdout) == json_schema()
