"""The benchmarks run: their text is the same each time, and their table has every figure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.benchmarks.__main__ import main
from tests.benchmarks.contenders import Task
from tests.benchmarks.generate import make_documents, make_names


def test_text_is_the_same_each_time() -> None:
    """The same seed gives the same names and documents, of at least the size asked for."""
    first, second = (
        make_documents(20_000, make_names(500), ascii_only=False, seed=7) for _ in range(2)
    )
    assert first == second
    assert 20_000 <= len("".join(first).encode()) < 30_000


def test_ascii_text_is_ascii() -> None:
    """Text that is to be pure ASCII has nothing else in it."""
    assert all(
        document.isascii()
        for document in make_documents(20_000, make_names(500), ascii_only=True, seed=7)
    )


def test_small_lexicon_begins_the_large_one() -> None:
    """Names that a smaller lexicon has come first in a larger one, so texts suit both."""
    large = make_names(1_000)
    small = Task(large, 200).covered
    assert list(small) == large[: len(small)]
    assert len(Task(large, 200).forms) == 200


def test_table_and_figures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One small run prints a line for each contender and writes the same figures as JSON."""
    figures = tmp_path / "figures.json"
    wanted = ["--megabytes", "0.02", "--forms", "200", "--texts", "mixed", "--rounds", "1"]
    main([*wanted, "--only", "ours", "ahocorasick", "--json", str(figures)])
    printed = capsys.readouterr().out
    written = json.loads(figures.read_text(encoding="utf-8"))
    names = [measured["contender"] for measured in written["measurements"]]
    assert len(names) == 5
    assert all(name in printed for name in names)
    assert all(measured["found"] > 0 for measured in written["measurements"])
