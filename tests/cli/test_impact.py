"""What a lexicon's change does to a folder of texts."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Run

LEXICON = """\
version: 1
entries:
  - id: aleppo
    type: place
    names: {en: Aleppo}
    variants: [Alepo]
"""


def git(folder: Path, *arguments: str) -> None:
    """Run Git without the settings of this machine."""
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments]
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(command, check=True, cwd=folder, capture_output=True, env=os.environ | settings)


@pytest.fixture
def repository(folder: Path) -> Path:
    """Return a folder with a committed lexicon, changed since, and two texts."""
    (folder / "lex" / "places").mkdir(parents=True)
    path = folder / "lex" / "places" / "cities.yaml"
    path.write_text(LEXICON)
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "Begin")
    path.write_text(LEXICON.replace("[Alepo]", "[Alleppo]"))
    (folder / "texts").mkdir()
    (folder / "texts" / "a.txt").write_text("Alepo and Alleppo.")
    (folder / "texts" / "b.md").write_text("In `Alepo` nothing is said.")
    (folder / "texts" / "c.png").write_bytes(b"\x89PNG\0\0")
    return folder


def impact(run: Run, *arguments: str, code: int) -> str:
    """Return what the command says, having checked its exit code."""
    result = run("lexicon", "impact", *arguments, "--lexicon", "lex", lexicon=False)
    assert result.exit_code == code, result.output
    return result.stdout if code < 2 else result.stderr


@pytest.mark.usefixtures("repository")
def test_what_changed_since_the_commit_is_told(run: Run) -> None:
    """A variant that went and one that came show in the text; what is code is no text."""
    said = impact(run, "texts", code=1)
    assert said.startswith("2 places come out differently, in 1 of 2 files\n\naleppo: 1 left alone")
    assert "- Aleppo and Alleppo.\n      + Alepo and Alleppo.\n" in said
    assert "| texts/a.txt:1:1 |" in impact(run, "texts", "--output", "markdown", code=1)
    plain = json.loads(impact(run, "texts/a.txt", "--output", "json", code=1))
    assert [(e["entry"], e["gone"], e["new"]) for e in plain["entries"]] == [("aleppo", 1, 1)]


def test_nothing_changed(run: Run, repository: Path) -> None:
    """With the committed lexicon nothing comes out differently, whatever stands uncommitted."""
    assert impact(run, "texts/b.md", code=0) == "Nothing comes out differently in 1 file\n"
    git(repository, "commit", "-q", "-a", "-m", "Change")
    assert impact(run, "texts", code=0) == "Nothing comes out differently in 2 files\n"
    impact(run, "texts", "--base", "HEAD~1", code=1)
    git(repository, "checkout", "-q", "HEAD~1")
    impact(run, "texts", code=0)


def test_a_folder_can_be_the_base(run: Run, repository: Path) -> None:
    """Without Git, the lexicon as it was is any other folder or file."""
    (repository / "old.yaml").write_text(LEXICON)
    impact(run, "texts", "--base", "old.yaml", code=1)


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("base", ["nowhere", "--output=x", "HEAD:lex"])
def test_a_base_that_is_none_is_refused(run: Run, base: str) -> None:
    """One line says what is wrong."""
    assert "Error: --base: " in impact(run, "texts", f"--base={base}", code=2)
