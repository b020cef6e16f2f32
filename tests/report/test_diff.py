"""Diffs that other tools accept."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalize.report.diff import unified_diff
from normalize.text.edits import apply_edits
from tests.report.conftest import edits_for

TEXTS = {
    "one line": "In Kiev.\n",
    "no line end": "In Kiev.",
    "no line end, twice": "In Kiev.\nIn Kiev.",
    "no line end, unchanged": "In Kiev.\nIn Rome.",
    "neighbours": "a\nKiev\nKiev Kiev\nb\n",
    "apart": "Kiev\na\nKiev\n\n\nKiev",
    "CRLF": "a\r\nKiev\r\nb\r\nKiev",
    "CR": "a\rKiev\rb\n",
    "form feed": "a\fKiev\x85Kiev\u2028\nKiev\n",
    "looks like a header": "-- Kiev\n++ Kiev\n@@ Kiev\n",
}
PROGRAMS = {
    "patch": ["patch", "-p0", "--silent", "--fuzz=0"],
    "git": ["git", "apply", "-p0", "--unidiff-zero", "--whitespace=nowarn"],
}


def diff_of(path: str, text: str, before: str = "Kiev", after: str = "Kyiv", bom: str = "") -> str:
    """Return the diff of replacing each `before`."""
    edits = edits_for(text, before, after)
    return "".join(map(str, unified_diff(path, text, edits, bom)))


def apply_patch(program: str, folder: Path, patch: str) -> None:
    """Let another program apply a patch."""
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    arguments = PROGRAMS[program]
    subprocess.run(arguments, cwd=folder, input=patch.encode(), check=True, capture_output=True)


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_others_make_the_same_of_it(tmp_path: Path, program: str, text: str) -> None:
    """What `patch` and `git apply` make of a file is what the edits make of it."""
    file = tmp_path / "a.txt"
    file.write_bytes(text.encode())
    apply_patch(program, tmp_path, diff_of("a.txt", text))
    assert file.read_bytes() == apply_edits(text, edits_for(text)).encode()


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize(
    "name", ["with space.txt", "Вести.txt", "a/b.txt", "-n.txt", 'quo"te.txt', "tab\t.txt"]
)
def test_others_find_the_file(tmp_path: Path, program: str, name: str) -> None:
    """Names of files reach them whole."""
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("Kiev\n", encoding="utf-8")
    apply_patch(program, tmp_path, diff_of(name, "Kiev\n"))
    assert file.read_text(encoding="utf-8") == "Kyiv\n"


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_byte_order_mark_is_part_of_the_first_line(tmp_path: Path, program: str) -> None:
    """A marked file can be patched in its first line as well."""
    file = tmp_path / "a.txt"
    file.write_text("\ufeffKiev\nKiev", encoding="utf-8")
    apply_patch(program, tmp_path, diff_of("a.txt", "Kiev\nKiev", bom="\ufeff"))
    assert file.read_text(encoding="utf-8") == "\ufeffKyiv\nKyiv"


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet="ab\n", max_size=30),
    st.sampled_from(["a", "b", "ab", "a\nb", "\n"]),
    st.sampled_from(["c", "cd", "c\nd", "c\n\nd"]),
)
def test_any_edits_make_a_diff(
    tmp_path_factory: pytest.TempPathFactory, text: str, before: str, after: str
) -> None:
    """Also edits that take or give line ends are told as `patch` needs them."""
    edits = edits_for(text, before, after)
    if not edits:
        return
    folder = tmp_path_factory.mktemp("any")
    (folder / "a.txt").write_text(text, encoding="utf-8")
    apply_patch("patch", folder, diff_of("a.txt", text, before, after))
    assert (folder / "a.txt").read_text(encoding="utf-8") == apply_edits(text, edits)


def test_each_hunk_says_why() -> None:
    """A hunk is a run of changed lines, with its edits and their reasons in its header."""
    assert diff_of("a.txt", "Kiev, Kiev\nKiev\nRome\nKiev") == (
        "--- a.txt\n"
        "+++ a.txt\n"
        "@@ -1,2 +1,2 @@ Kiev -> Kyiv (kyiv, variant: listed); "
        "Kiev -> Kyiv (kyiv, variant: listed); Kiev -> Kyiv (kyiv, variant: listed)\n"
        "-Kiev, Kiev\n"
        "-Kiev\n"
        "+Kyiv, Kyiv\n"
        "+Kyiv\n"
        "@@ -4 +4 @@ Kiev -> Kyiv (kyiv, variant: listed)\n"
        "-Kiev\n"
        "\\ No newline at end of file\n"
        "+Kyiv\n"
        "\\ No newline at end of file\n"
    )


def test_a_header_stays_readable() -> None:
    """Of a line with very many edits, the first are told."""
    header = diff_of("a.txt", "Kiev " * 1000).splitlines()[2]
    assert header.count("Kiev -> Kyiv") == 20
    assert header.endswith("; and 980 more")


def test_no_edits_make_no_diff() -> None:
    """A file without changes is not mentioned."""
    assert diff_of("a.txt", "Rome") == ""


def test_changed_words_are_marked() -> None:
    """What an edit took and gave is told apart from the rest of the line."""
    lines = list(unified_diff("a.txt", "In Kiev.\n", edits_for("In Kiev.\n")))
    marked = [[piece.text for piece in line.pieces if piece.changed] for line in lines]
    assert marked == [[], [], [], ["Kiev"], ["Kyiv"]]


def test_a_long_line_takes_no_longer() -> None:
    """A single line with very many edits is one hunk, made in one go."""
    assert diff_of("a.txt", "x Kiev " * 200_000).count("\n") == 7
