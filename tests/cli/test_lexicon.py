"""`normalize lexicon`."""

from __future__ import annotations

import json
from pathlib import Path

from normalize.lexicon.schema import json_schema
from tests.cli.conftest import Run
from tests.conftest import LEXICON

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


def test_a_good_lexicon_has_no_problems(run: Run) -> None:
    """The exit code is 0, and standard output stays empty."""
    result = run("lexicon", "lint", str(LEXICON), lexicon=False)
    assert (result.exit_code, result.stdout) == (0, "")


def test_every_problem_is_shown(run: Run, folder: Path) -> None:
    """All problems of all files come at once, each with place and frame."""
    for name in ("a.yaml", "b.yaml"):
        (folder / name).write_text(GOOD.replace("variants", "varients"))
    result = run("lexicon", "lint", "a.yaml", "b.yaml", lexicon=False)
    assert result.exit_code == 1
    for name in ("a.yaml", "b.yaml"):
        assert f"{name}:6:5: unknown key 'varients'" in result.stdout
    assert result.stdout.count("varients: [Alepo]\n") == 2
    assert result.stderr == "2 problems found\n"


def test_a_broken_lexicon_stops_other_commands(run: Run, folder: Path) -> None:
    """A lexicon with problems is not half used: they are told, and nothing is rewritten."""
    (folder / "bad.yaml").write_text("version: 1\nentries:\n  - id: X\n    foo: bar\n")
    (folder / "a.txt").write_text("Alepo")
    result = run("rewrite", "-i", "--lexicon", "bad.yaml", "a.txt", lexicon=False)
    assert result.exit_code == 2
    assert result.stderr.count("error: ") > 1
    assert "bad.yaml:4:5: unknown key 'foo'" in result.stderr
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
    assert result.stdout.splitlines()[0].endswith(": aleppo: In Alepo")
    assert result.stdout.splitlines()[1:] == [
        "    expected: In Halab",
        "         got: In Aleppo",
    ]
    assert result.stderr == "1 test, 1 failed\n"


def test_the_schema_is_printed(run: Run) -> None:
    """The printed schema is that of the loader."""
    result = run("lexicon", "schema", lexicon=False)
    assert json.loads(result.stdout) == json_schema()
