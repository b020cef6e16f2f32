"""`normalize rewrite`."""

from __future__ import annotations

import codecs
import json
import os
from pathlib import Path

import pytest

from normalize.errors import DocumentError
from tests.cli.conftest import Run

WRONG = "Abbas Araqchi left Alepo.\n"
RIGHT = "Abbas Araghchi left Aleppo.\n"


def write(path: Path, data: bytes | str = WRONG) -> Path:
    """Make a file, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_one_file_goes_to_standard_output(run: Run, folder: Path) -> None:
    """The rewritten text is printed and the file left alone."""
    file = write(folder / "a.txt")
    result = run("rewrite", "a.txt")
    assert (result.exit_code, result.stdout, result.stderr) == (0, RIGHT, "")
    assert file.read_text() == WRONG


@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_standard_input_is_read(run: Run, arguments: tuple[str, ...]) -> None:
    """Without a file, or for a dash, the text comes from standard input."""
    assert run("rewrite", *arguments, stdin=WRONG).stdout == RIGHT


@pytest.mark.parametrize(
    ("codec", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_bytes_stay_but_for_the_names(
    run: Run, folder: Path, codec: str, mark: bytes, newline: str
) -> None:
    """Mark, encoding and line ends come out as they went in, in place and on standard output."""
    before = mark + f"Čas.{newline}{WRONG.strip()}{newline}{newline}".encode(codec)
    after = mark + f"Čas.{newline}{RIGHT.strip()}{newline}{newline}".encode(codec)
    file = write(folder / "a.txt", before)
    assert run("rewrite", "a.txt").stdout_bytes == after
    assert run("rewrite", "-i", "a.txt").exit_code == 0
    assert file.read_bytes() == after


def test_an_empty_file_stays_empty(run: Run, folder: Path) -> None:
    """Nothing to do is no error."""
    write(folder / "a.txt", b"")
    result = run("rewrite", "a.txt")
    assert (result.exit_code, result.output) == (0, "")


def test_files_are_rewritten_in_place(run: Run, folder: Path) -> None:
    """Changed files are written, others not touched at all, and a line sums up."""
    changed, unchanged = write(folder / "a.txt"), write(folder / "d/b.txt", RIGHT)
    before = unchanged.stat().st_mtime_ns, unchanged.stat().st_ino
    result = run("rewrite", "-i", ".")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "1 file changed, 1 unchanged\n"
    assert changed.read_text() == RIGHT
    assert (unchanged.stat().st_mtime_ns, unchanged.stat().st_ino) == before
    assert sorted(os.listdir(folder)) == ["a.txt", "d"]


def test_a_bad_file_does_not_stop_the_others(run: Run, folder: Path) -> None:
    """Each file that can't be done is told on a line, and the exit code says so."""
    latin = write(folder / "latin.txt", b"caf\xe9")
    good = write(folder / "z.txt")
    result = run("rewrite", "-i", "missing.txt", "latin.txt", "z.txt")
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "error: missing.txt is not there",
        "error: latin.txt:1:4 is not UTF-8 (byte 0xE9 at offset 3); name its encoding with "
        "--encoding, such as latin-1 or windows-1250",
        "1 file changed, 0 unchanged, 2 failed",
    ]
    assert latin.read_bytes() == b"caf\xe9"
    assert good.read_text() == RIGHT


def test_latin_1_is_rewritten_when_named(run: Run, folder: Path) -> None:
    """A named encoding is kept; a letter it lacks is an error that leaves the file alone."""
    good = write(folder / "a.txt", "Caf\u00e9 of Alepo".encode("latin-1"))
    bad = write(folder / "b.txt", "Rekao je da su Abas Aragci i on tu".encode("latin-1"))
    before = bad.read_bytes()
    result = run("rewrite", "-i", "--encoding", "latin-1", "a.txt", "b.txt")
    assert result.exit_code == 2
    assert good.read_bytes() == "Caf\u00e9 of Aleppo".encode("latin-1")
    assert bad.read_bytes() == before
    assert "b.txt:1:25 'č' (U+010D) can't be written in iso8859-1" in result.stderr


def test_binary_files(run: Run, folder: Path) -> None:
    """A binary file is an error where it was named, and passed over in a folder."""
    write(folder / "d/a.txt")
    write(folder / "d/b.png", b"\x89PNG\0")
    named = run("rewrite", "-i", "d/b.png", "d/a.txt")
    assert named.exit_code == 2
    assert "error: d/b.png is binary, left alone" in named.stderr
    result = run("rewrite", "-i", "d")
    assert (result.exit_code, result.stderr) == (0, "1 binary file passed over\n")


def test_several_files_need_a_way_out(run: Run, folder: Path) -> None:
    """Texts are not run together; the message says what can be done."""
    write(folder / "a.txt")
    write(folder / "b.txt")
    result = run("rewrite", ".")
    assert result.exit_code == 2
    assert "2 files would run together on standard output: add -i" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("-i", "--diff", "a.txt"), "--diff writes nothing"),
        (("-i",), "standard input can't be written in place"),
        (("-i", "-"), "standard input can't be written in place"),
        (("--format", "text", "--field", "x", "a.txt"), "--field goes with JSON lines and CSV"),
        (("--lang", "xx", "a.txt"), "'xx' is no language here"),
        (("--encoding", "xx", "a.txt"), "there is no encoding 'xx'"),
        (("--later", "never", "a.txt"), "is not one of 'keep', 'short', 'full'"),
        (("--lexicon", "missing.yaml", "a.txt"), "missing.yaml"),
    ],
)
def test_bad_options_are_told(
    run: Run, folder: Path, arguments: tuple[str, ...], message: str
) -> None:
    """What does not fit is told, with the exit code of an error, and nothing is done."""
    file = write(folder / "a.txt")
    result = run("rewrite", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert "Traceback" not in result.stderr
    assert file.read_text() == WRONG


def test_a_diff_writes_nothing(run: Run, folder: Path) -> None:
    """Changes are shown with their reasons, and exit code 1 says that there are some."""
    file = write(folder / "a.txt")
    write(folder / "b.txt", RIGHT)
    result = run("rewrite", "--diff", "a.txt", "b.txt")
    assert result.exit_code == 1
    assert result.stdout == (
        "--- a.txt\n"
        "+++ a.txt\n"
        "@@ -1 +1 @@ Abbas Araqchi -> Abbas Araghchi (abbas-araghchi, variant: listed); "
        "Alepo -> Aleppo (aleppo, variant: listed)\n"
        f"-{WRONG}+{RIGHT}"
    )
    assert result.stderr == "1 file would change, 1 unchanged\n"
    assert file.read_text() == WRONG
    assert run("rewrite", "--diff", "b.txt").exit_code == 0


def test_a_diff_is_in_the_encoding_of_the_file(run: Run, folder: Path) -> None:
    """A diff for `patch` has the file's own bytes."""
    write(folder / "a.txt", "Caf\u00e9 of Alepo\n".encode("latin-1"))
    result = run("rewrite", "--diff", "--encoding", "latin-1", "a.txt")
    assert "-Caf\u00e9 of Alepo\n+Caf\u00e9 of Aleppo\n".encode("latin-1") in result.stdout_bytes


def test_suggestions_are_listed_on_request(run: Run, folder: Path) -> None:
    """With --verbose, what was left alone is told on standard error."""
    write(folder / "a.txt", "Yesterday Arakci left.\n")
    assert run("rewrite", "a.txt").stderr == ""
    (line,) = run("rewrite", "-v", "a.txt").stderr.splitlines()
    assert line.startswith("a.txt:1:11  Arakci -> Araghchi  abbas-araghchi  short")
    assert line.endswith("not changed: not-introduced")


def test_formats_follow_from_names_or_options(run: Run, folder: Path) -> None:
    """The file's name tells what is prose in it, unless --format does."""
    write(folder / "a.md", "In `Alepo` and Alepo")
    assert run("rewrite", "a.md").stdout == "In `Alepo` and Aleppo"
    page = "<p class=Alepo>In Alepo</p>"
    assert run("rewrite", "--format", "html", stdin=page).stdout == "<p class=Alepo>In Aleppo</p>"
    line = '{"b": "In Alepo", "text": "In Alepo"}'
    result = run("rewrite", "--format", "jsonl", "--field", "b", stdin=line)
    assert result.stdout == '{"b": "In Aleppo", "text": "In Alepo"}'


def test_names_are_treated_as_asked(run: Run) -> None:
    """The options reach the rewriting."""
    text = "Abbas Araghchi spoke. Abbas Araghchi left."
    assert run("rewrite", "--later", "short", stdin=text).stdout.endswith("Araghchi left.")
    assert run("rewrite", "--quotes", "keep", stdin='In "Alepo"').stdout == 'In "Alepo"'
    assert run("rewrite", "--lang", "sr-Latn", stdin="U Alepo").stdout == "U Alep"


def test_an_unstable_text_is_left_alone(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What does not verify is not written, and the user is asked to report it."""

    def refuse(document: object, rewritten: object, again: object) -> None:
        raise DocumentError("a.txt would not be stable; left alone, please report")

    file = write(folder / "a.txt")
    monkeypatch.setattr("normalize.documents.rewrite.verify", refuse)
    for arguments in (("-i", "a.txt"), ("a.txt",)):
        result = run("rewrite", *arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr == "error: a.txt would not be stable; left alone, please report\n"
    assert file.read_text() == WRONG


def test_a_report_says_what_was_done(run: Run, folder: Path) -> None:
    """Each document is a line of JSON with its edits and suggestions."""
    write(folder / "a.txt", WRONG + "Fuad met Golani.\n")
    write(folder / "b.txt", RIGHT)
    result = run("rewrite", "-i", "--report", "r.jsonl", "a.txt", "b.txt")
    assert result.exit_code == 0
    first, second = map(json.loads, (folder / "r.jsonl").read_text().splitlines())
    assert (first["path"], first["encoding"], first["language"]) == ("a.txt", "utf-8", "en")
    assert [edit["after"] for edit in first["edits"]] == ["Abbas Araghchi", "Aleppo"]
    assert first["sha256_before"] != first["sha256_after"]
    assert second["sha256_before"] == second["sha256_after"]


def test_a_report_alone_is_enough_for_several_files(run: Run, folder: Path) -> None:
    """With --report only, nothing is printed and no file written."""
    file = write(folder / "a.txt")
    write(folder / "b.txt")
    result = run("rewrite", "--report", "r.jsonl", "a.txt", "b.txt")
    assert (result.exit_code, result.stdout) == (0, "")
    assert file.read_text() == WRONG
    assert len((folder / "r.jsonl").read_text().splitlines()) == 2


def test_an_older_report_is_not_lost(run: Run, folder: Path) -> None:
    """A report is not written over another, which may be needed to undo."""
    write(folder / "r.jsonl", "{}\n")
    file = write(folder / "a.txt")
    result = run("rewrite", "-i", "--report", "r.jsonl", "a.txt")
    assert result.exit_code == 2
    assert "r.jsonl is there already" in result.stderr
    assert file.read_text() == WRONG


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux only")
def test_a_report_that_can_not_be_written_changes_nothing(run: Run, folder: Path) -> None:
    """Without its record, a file is not rewritten: it could not be undone."""
    file = write(folder / "a.txt")
    result = run("rewrite", "-i", "--report", "/dev/full", "a.txt")
    assert result.exit_code == 2
    assert result.stderr == "error: /dev/full can't be written: No space left on device\n"
    assert file.read_text() == WRONG
    missing = run("rewrite", "-i", "--report", "no/r.jsonl", "a.txt")
    assert missing.stderr == "error: no/r.jsonl can't be written: No such file or directory\n"


def test_an_empty_folder_is_said_to_be_so(run: Run, folder: Path) -> None:
    """A folder without files is no error."""
    (folder / "d").mkdir()
    result = run("rewrite", "-i", "d")
    assert (result.exit_code, result.stderr) == (0, "no files in d\n")
