"""The command run on files of its own, with the lexicon of the cases."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from normalize.cli.main import commands
from tests.conftest import LEXICON

Run = Callable[..., Result]
ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "normalize.cli")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder without settings above it."""
    (tmp_path / "pyproject.toml").touch()
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    monkeypatch.delenv("NO_COLOR", raising=False)
    return work


@pytest.fixture
def run(folder: Path) -> Run:
    """Run a command with the lexicon of the cases, unless it has one of its own."""

    def invoke(*arguments: str, stdin: bytes | str = "", lexicon: bool = True) -> Result:
        added = ("--lexicon", str(LEXICON)) if lexicon else ()
        return CliRunner().invoke(commands, [*arguments, *added], input=stdin)

    return invoke


def environment() -> dict[str, str]:
    """Return the environment in which another process finds this checkout."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)])}


def start(*arguments: str, cwd: Path) -> subprocess.Popen[bytes]:
    """Start the command in a process of its own."""
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [*COMMAND, *arguments], cwd=cwd, env=environment(), stdin=pipe, stdout=pipe, stderr=pipe
    )
