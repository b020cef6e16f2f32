"""The command as a process: its start, its terminal, its pipes, its end."""

from __future__ import annotations

import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from normalize.cli import console
from normalize.cli.main import commands
from tests.cli.conftest import COMMAND, Run, environment, start
from tests.conftest import LEXICON

WRONG, RIGHT = "Abbas Araqchi left Alepo.\n", "Abbas Araghchi left Aleppo.\n"
WITH_LEXICON = ("--lexicon", str(LEXICON))


@pytest.mark.parametrize("argument", ["--version", "--help"])
def test_little_is_imported_to_start(folder: Path, argument: str) -> None:
    """What takes long to import is not imported before it is needed."""
    script = (
        "import sys\n"
        "from normalize.cli.main import main\n"
        f"sys.argv = ['normalize', {argument!r}]\n"
        "try: main()\n"
        "except SystemExit as exit: assert not exit.code\n"
        "heavy = {'numpy', 'yaml', 'icu', 'ahocorasick_rs', 'rapidfuzz', 'tqdm', 'unidecode'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script],
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.splitlines()[-1] == "[]"


def test_the_version_is_told(run: Run) -> None:
    """The version is printed after the command's name."""
    assert re.fullmatch(r"normalize \S.*\n", run("--version", lexicon=False).stdout)


@pytest.mark.parametrize(
    "command",
    [
        "rewrite",
        "check",
        "explain",
        "undo",
        "lexicon",
        "lexicon lint",
        "lexicon test",
        "lexicon schema",
    ],
)
def test_every_command_has_help(command: str) -> None:
    """Each command says what it does."""
    result = CliRunner().invoke(commands, [*command.split(), "--help"])
    assert result.exit_code == 0
    assert len(result.output.splitlines()) > 3


def test_unknown_commands_are_told(run: Run) -> None:
    """A command that does not exist is a usage error."""
    assert run("rewrit", lexicon=False).exit_code == 2


def make_files(folder: Path, count: int) -> list[Path]:
    """Make as many files that would change."""
    files = [folder / f"{number:04}.txt" for number in range(count)]
    for file in files:
        file.write_text(WRONG)
    return files


@pytest.mark.parametrize("after", [1, 300, 700])
def test_ctrl_c_harms_no_file(folder: Path, after: int) -> None:
    """Interrupted amid 1,000 files, each is old or new, none is left over, and it is told."""
    files = make_files(folder, 1000)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = start("rewrite", "-i", *WITH_LEXICON, ".", cwd=folder)
    signal.signal(signal.SIGINT, before)
    while files[after].read_text() == WRONG:
        assert process.poll() is None, process.stderr
        time.sleep(0.001)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    texts = [file.read_text() for file in files]
    done = texts.count(RIGHT)
    assert process.returncode == 130
    assert told.decode() == f"interrupted: {done:,} of 1,000 files done, the others untouched\n"
    assert texts == [RIGHT] * done + [WRONG] * (1000 - done)
    assert sorted(os.listdir(folder)) == [file.name for file in files]


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_leaves_is_no_error(
    folder: Path, monkeypatch: pytest.MonkeyPatch, unbuffered: str
) -> None:
    """When nobody reads on, as after `| head`, the command ends without a word."""
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    (folder / "a.txt").write_text(WRONG * 6_000)
    process = start("rewrite", *WITH_LEXICON, "a.txt", cwd=folder)
    assert process.stdout is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    assert process.wait(60) == 141


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_slow_reader_gets_everything(
    folder: Path, monkeypatch: pytest.MonkeyPatch, unbuffered: str
) -> None:
    """A text larger than a pipe comes out whole."""
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    (folder / "a.txt").write_text(WRONG * 6_000)
    output, _ = start("rewrite", *WITH_LEXICON, "a.txt", cwd=folder).communicate(timeout=60)
    assert output.decode() == RIGHT * 6_000


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux only")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_disk_behind_standard_output(folder: Path, unbuffered: str) -> None:
    """Output that can't be written is an error on one line."""
    (folder / "a.txt").write_text(WRONG)
    with open("/dev/full", "wb") as full:
        ran = subprocess.run(
            [*COMMAND, "rewrite", *WITH_LEXICON, "a.txt"],
            env={**environment(), "PYTHONUNBUFFERED": unbuffered},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert ran.returncode == 2
    assert ran.stderr == b"error: standard output can't be written: No space left on device\n"


def on_terminal(folder: Path, *arguments: str, **variables: str) -> tuple[int, str]:
    """Run the command with a terminal for input and output; return its code and output."""
    ours, theirs = pty.openpty()
    ran = subprocess.Popen(
        [*COMMAND, *arguments, *WITH_LEXICON],
        cwd=folder,
        env={**environment(), **variables},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    output = b""
    try:
        while data := os.read(ours, 10_000):
            output += data
    except OSError:  # how Linux says that the other side has hung up
        pass
    os.close(ours)
    return ran.wait(60), output.decode()


def test_a_terminal_has_colours(folder: Path) -> None:
    """On a terminal a diff is coloured, the changed words most."""
    (folder / "a.txt").write_text("In Alepo\n")
    code, output = on_terminal(folder, "rewrite", "--diff", "a.txt")
    assert code == 1
    assert "\x1b[31mIn \x1b[0m\x1b[31m\x1b[7mAlepo\x1b[0m" in output


def test_no_color_is_honoured(folder: Path) -> None:
    """Whoever wants no colours gets none."""
    (folder / "a.txt").write_text("In Alepo\n")
    _, output = on_terminal(folder, "rewrite", "--diff", "a.txt", NO_COLOR="1")
    assert "\x1b" not in output
    assert "-In Alepo" in output


def test_nobody_is_made_to_type(folder: Path) -> None:
    """Without a file on a terminal, the command says what to do and does not wait."""
    code, output = on_terminal(folder, "rewrite")
    assert code == 2
    assert "name a file, or - to type the text here" in output


def test_a_bar_is_for_terminals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Away from a terminal the items come as they are."""
    assert list(console.with_bar([1, 2])) == [1, 2]
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert list(console.with_bar([1, 2])) == [1, 2]


@pytest.mark.skipif(sys.platform == "darwin", reason="names of files are text there")
def test_names_of_files_may_be_any_bytes(folder: Path) -> None:
    """A file whose name is no text is worked on like others, and told without a crash."""
    name = os.fsdecode(b"caf\xe9.txt")
    (folder / name).write_text(WRONG)
    arguments = [*COMMAND, "rewrite", "--diff", *WITH_LEXICON, name, "missing"]
    ran = subprocess.run(arguments, cwd=folder, env=environment(), capture_output=True, check=False)
    assert ran.stdout.startswith(b"--- caf\xe9.txt\n")
    assert b"Traceback" not in ran.stderr
    ran = subprocess.run(
        [*COMMAND, "rewrite", "-i", "--report", "r", *WITH_LEXICON, name],
        cwd=folder,
        env=environment(),
        check=False,
    )
    assert (ran.returncode, (folder / name).read_text()) == (0, RIGHT)
    subprocess.run([*COMMAND, "undo", "r"], cwd=folder, env=environment(), check=True)
    assert (folder / name).read_text() == WRONG
