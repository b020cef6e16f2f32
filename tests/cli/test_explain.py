"""`normalize explain`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

TEXT = "Bachar al-Assad spoke.\nArakci left."


def test_every_decision_is_explained(run: Run) -> None:
    """Changes and what was left alone are told, and the exit code is 0."""
    result = run("explain", TEXT)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].startswith("1:1  changed     Bachar al-Assad -> Bashar al-Assad")
    assert lines[2].startswith("2:1  left alone  Arakci -> Araghchi")
    assert lines[-1] == "    but nothing in the text gives the longer name"


def test_standard_input_is_explained(run: Run) -> None:
    """A dash is standard input, and --at asks for one place in it."""
    lines = run("explain", "--at", "1:3", "-", stdin=TEXT).stdout.splitlines()
    assert lines[0].startswith("1:1  changed  Bachar al-Assad -> Bashar al-Assad")
    assert not any("Arakci" in line for line in lines)


@pytest.mark.parametrize("at", ["x", "1", "0:1", "1:2:3", "-1:2", "१:२"])
def test_a_place_is_a_line_and_a_column(run: Run, at: str) -> None:
    """What is no place is told with an example."""
    result = run("explain", f"--at={at}", TEXT)
    assert result.exit_code == 2
    assert "such as 12:5" in result.stderr


def test_a_file_name_is_a_text(run: Run, folder: Path) -> None:
    """Whoever names a file is told how to have it explained."""
    (folder / "a.txt").write_text(TEXT)
    assert "normalize explain - < a.txt" in run("explain", "a.txt").stderr


@pytest.mark.parametrize("text", ["\udce9 Abbas Araqchi", "", "\0", "x" * 10_000])
def test_odd_arguments_do_no_harm(run: Run, text: str) -> None:
    """Undecodable bytes, nothing, NUL and very long texts are texts like others."""
    assert run("explain", text).exit_code == 0
