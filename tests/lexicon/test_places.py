"""Where a text stands in its file, and what that looks like."""

from __future__ import annotations

from pathlib import Path

from normalize.lexicon.load import frame, locate
from normalize.model import Source
from tests.lexicon.files import FULL, homs, place, write


def test_locate_finds_a_text_in_its_entry(tmp_path: Path) -> None:
    """The place is that of the text in the entry asked for, wherever else it stands."""
    path = write(tmp_path / "a.yaml", homs(), place("b", type="place", names="{en: Homs}"))
    path.write_text(path.read_text() + FULL.split("entries:\n")[1], encoding="utf-8")
    assert locate(path, "homs", "Homs") == Source(path, 5, 17)
    assert locate(path, "b", "Homs") == Source(path, 8, 17)
    assert locate(path, "popular-mobilization-forces", "PMU") == Source(path, 16, 16)


def test_locate_falls_back(tmp_path: Path) -> None:
    """A text that is not there gives the entry's place, an entry that is not the file's start."""
    path = write(tmp_path / "a.yaml", homs())
    assert locate(path, "homs", "en") == Source(path, 3, 5)
    assert locate(path, "hama", "Homs") == Source(path, 1, 1)
    assert locate(tmp_path / "gone.yaml", "homs", "Homs") == Source(tmp_path / "gone.yaml", 1, 1)


def test_locate_in_a_broken_file(tmp_path: Path) -> None:
    """What stands before a mistake of syntax is found all the same."""
    path = write(tmp_path / "a.yaml", homs(), "  - {id: [\n")
    assert locate(path, "homs", "Homs") == Source(path, 5, 17)


def test_frame(tmp_path: Path) -> None:
    """A frame is the line and a caret below the column, or nothing where there is none."""
    path = write(tmp_path / "a.yaml", homs())
    assert frame(Source(path, 5, 17)) == "    names: {en: Homs}\n                ^"
    assert frame(Source(path, 5, 22)) == "    names: {en: Homs}\n                     ^"
    assert frame(Source(path, 99, 1)) == ""
    assert frame(Source(tmp_path / "gone.yaml", 1, 1)) == ""


def test_frame_is_fit_for_a_terminal(tmp_path: Path) -> None:
    """Control characters are shown as a mark; wide and combining ones move the caret."""
    path = tmp_path / "a.yaml"
    path.write_text("\ta\x1b[1m\u202e東e\u0301x", encoding="utf-8")
    assert frame(Source(path, 1, 11)) == " a\ufffd[1m\ufffd東e\u0301x\n" + " " * 10 + "^"
