"""The README's examples, run as they stand."""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from normalize import Normalizer
from normalize.lexicon.load import load_entries

README = Path(__file__).parent.parent / "README.md"
TEXT = README.read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """Return the fenced blocks of one language."""
    return re.findall(rf"^```{language}\n(.*?)^```", TEXT, re.DOTALL | re.MULTILINE)


def commands() -> Iterator[tuple[str, str]]:
    """Yield the commands of the console blocks with what they are said to print."""
    for block in blocks("console"):
        yield from re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)


def test_python_examples_print_what_they_show() -> None:
    """The library examples are doctests."""
    failures, attempted = doctest.testfile(str(README), module_relative=False)
    assert attempted > 0
    assert failures == 0


def test_commands_print_what_they_show(tmp_path: Path) -> None:
    """The commands run one after another in one folder."""
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    ran = 0
    for command, expected in commands():
        done = subprocess.run(
            command,
            shell=True,
            check=False,
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
        )
        assert (command, done.stdout) == (command, expected)
        ran += 1
    assert ran > 3


def test_the_passage_at_the_top_comes_out_as_shown() -> None:
    """The first thing a reader sees is what the shipped lexicons do."""
    before, after = (
        " ".join(re.sub(r"^> ?", "", quoted, flags=re.MULTILINE).split())
        for quoted in re.findall(r"(?:^>.*\n)+", TEXT, re.MULTILINE)[:2]
    )
    assert Normalizer.load().normalize(before).text == after


@pytest.mark.parametrize("block", blocks("yaml"))
def test_lexicon_examples_load(block: str, tmp_path: Path) -> None:
    """What the README shows of a lexicon is a lexicon."""
    path = tmp_path / "readme.yaml"
    path.write_text(block, encoding="utf-8")
    assert len(load_entries([path])) == len(yaml.safe_load(block)["entries"])
