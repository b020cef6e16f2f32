"""The commands that change lexicon files."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import threading
from pathlib import Path

import click
import pytest

from normalize.cli.lexicon.change import complete_id
from normalize.documents import files
from normalize.lexicon.load import load_entries
from tests.cli.conftest import COMMAND, Run, environment, start

PEOPLE = """\
# of two countries
version: 1
entries:
  - id: falih-al-fayadh
    type: person
    names: {en: Falih al-Fayadh, sr: Falih el Fajad}   # the press
    short: {en: Fayadh}
    variants:
      - Faleh al-Fayyad
    gender: m

  - id: nouri-al-maliki
    type: person
    names: {en: Nouri al-Maliki, sr: Nuri el Maliki}
    gender: m
"""
GROUPS = """\
version: 1
entries:
  - id: popular-mobilization-forces
    type: organisation
    names: {en: Popular Mobilization Forces}
    acronyms: {en: PMF}
"""


@pytest.fixture
def lexicon(folder: Path) -> Path:
    """Return a lexicon of two files."""
    root = folder / "lex"
    root.mkdir()
    (root / "people.yaml").write_text(PEOPLE, encoding="utf-8")
    (root / "groups.yaml").write_text(GROUPS, encoding="utf-8")
    return root


def edit(run: Run, *arguments: str, code: int = 0) -> str:
    """Return what a command says, having checked its exit code."""
    result = run("lexicon", *arguments, "--lexicon", "lex", lexicon=False)
    assert result.exit_code == code, result.output
    return result.stdout if code == 0 else result.stderr


def git_diff(folder: Path, before: str, after: str) -> str:
    """Return what Git says of two texts of a file, without its own head lines."""
    for name, text in (("a", before), ("b", after)):
        (folder / name).write_text(text, encoding="utf-8")
    command = ["git", "diff", "--no-index", "--no-indent-heuristic", "a", "b"]
    done = subprocess.run(command, check=False, cwd=folder, capture_output=True, text=True)
    lines = done.stdout.splitlines()[4:]
    return "\n".join("@@".join(line.split("@@")[:2]) if "@@" in line else line for line in lines)


# A command, some text of the file, and what comes in its place.
CHANGES: list[tuple[list[str], str, str]] = [
    (
        ["variant", "falih-al-fayadh", "Faleh Fayyadh", "--lang", "en"],
        "      - Faleh al-Fayyad\n",
        "      - Faleh al-Fayyad\n      - {text: Faleh Fayyadh, lang: en}\n",
    ),
    (
        ["variant", "falih-al-fayadh", "Fayad", "--suggest", "another's, too"],
        "      - Faleh al-Fayyad\n",
        "      - Faleh al-Fayyad\n"
        """      - {text: Fayad, fix: suggest, reason: "another's, too"}\n""",
    ),
    (
        ["variant", "falih-al-fayadh", "Faleh Fayyadh", "--instead-of", "Faleh al-Fayyad"],
        "- Faleh al-Fayyad\n",
        "- Faleh Fayyadh\n",
    ),
    (
        ["variant", "falih-al-fayadh", "Faleh al-Fayyad", "--remove"],
        "    variants:\n      - Faleh al-Fayyad\n",
        "",
    ),
    (
        ["never", "falih-al-fayadh", "Fayadiyah"],
        "      - Faleh al-Fayyad\n",
        "      - Faleh al-Fayyad\n    never: [Fayadiyah]\n",
    ),
    (
        ["edit", "falih-al-fayadh", "--set", "short.sr=Fajad", "--set", "wikidata=Q1"],
        "short: {en: Fayadh}\n    variants:\n      - Faleh al-Fayyad\n    gender: m\n",
        "short: {en: Fayadh, sr: Fajad}\n    variants:\n      - Faleh al-Fayyad\n"
        "    gender: m\n    wikidata: Q1\n",
    ),
    (
        ["edit", "falih-al-fayadh", "--unset", "short.en"],
        "    short: {en: Fayadh}\n",
        "",
    ),
    (
        ["rename", "falih-al-fayadh", "faleh-al-fayyadh"],
        "falih-al-fayadh",
        "faleh-al-fayyadh",
    ),
    (
        ["remove", "nouri-al-maliki"],
        PEOPLE[PEOPLE.index("\n  - id: nouri") :],
        "",
    ),
    (
        [
            *("add", "Haider al-Abadi", "--type", "person", "--file", "people"),
            *("--propose", "all", "--ar", "حيدر العبادي", "--variant", "Haydar al-Ebadi"),
        ],
        "  - id: nouri-al-maliki\n",
        "  - id: haider-al-abadi\n    type: person\n    names:\n      en: Haider al-Abadi\n"
        "      sr: Haider el Abadi\n      ar: حيدر العبادي\n"
        "    short: {en: Abadi, sr: Abadi, ar: العبادي}\n"
        "    variants:\n      - Haydar al-Ebadi\n    gender: m\n\n  - id: nouri-al-maliki\n",
    ),
]


@pytest.mark.parametrize("change", CHANGES, ids=[change[0][0] for change in CHANGES])
def test_a_command_changes_its_lines_and_shows_them(
    run: Run, lexicon: Path, tmp_path: Path, change: tuple[list[str], str, str]
) -> None:
    """The file changes as asked and no more; what is shown is what Git will show."""
    arguments, before, after = change
    path = lexicon / "people.yaml"
    expected = PEOPLE.replace(before, after)
    shown = edit(run, *arguments, "--dry-run")
    assert path.read_text(encoding="utf-8") == PEOPLE
    assert edit(run, *arguments) == shown
    assert path.read_text(encoding="utf-8") == expected
    assert shown.startswith("--- a/lex/people.yaml\n+++ b/lex/people.yaml\n@@ ")
    git = git_diff(tmp_path, PEOPLE, expected)
    changed = [sorted(x for x in text.splitlines() if x[:1] in "+-") for text in (shown, git)]
    assert [x for x in changed[0] if x[:3] not in ("---", "+++")] == changed[1]
    assert load_entries([lexicon])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["variant", "falih-al-fayad", "X"], "did you mean 'falih-al-fayadh'?"),
        (["variant", "falih-al-fayadh", "Faleh al-Fayyad"], "L202 'Faleh al-Fayyad' is listed"),
        (["variant", "falih-al-fayadh", "Nouri al-Maliki"], "L401 'Nouri al-Maliki'"),
        (["variant", "falih-al-fayadh", "Fаleh"], "L104"),
        (["variant", "falih-al-fayadh", "X", "--instead-of", "Faleh Fayyad"], "did you mean"),
        (["never", "falih-al-fayadh", "X", "--remove"], "has no 'X' under 'never'"),
        (["edit", "falih-al-fayadh", "--set", "names.ar=نوري"], "L301"),
        (["edit", "falih-al-fayadh", "--set", "names.xx=A"], "unknown 'xx'"),
        (["edit", "falih-al-fayadh", "--set", "variants=A"], "'normalize lexicon variant'"),
        (["edit", "falih-al-fayadh", "--set", "exonym=yes"], "true or false"),
        (["edit", "falih-al-fayadh", "--unset", "gender"], "L205"),
        (["edit", "falih-al-fayadh", "--unset", "type"], "L201"),
        (["edit", "falih-al-fayadh", "--unset", "note"], "there is no 'note' to unset"),
        (["rename", "falih-al-fayadh", "nouri-al-maliki"], "already, at lex/people.yaml:12:5"),
        (["rename", "falih-al-fayadh", "Falih"], "'Falih' does not fit here"),
        (["remove", "popular-mobilization-forces"], "the only entry of its file"),
        (["add", "Faleh al Fayad", "--type", "person", "--file", "people"], "probably falih-al-fa"),
        (["add", "X Y", "--type", "person", "--file", "iraq"], "no file is 'iraq'"),
        (["add", "X Y", "--type", "person"], "say which with --file"),
        (["add", "X Y", "--file", "people"], "--type is needed"),
        (
            ["add", "Private Fund", "--type", "term", "--file", "groups", "--acronym", "PMF"],
            "L401 'PMF' of private-fund is claimed by popular-mobilization-forces",
        ),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else "",
)
def test_what_would_be_wrong_is_refused(
    run: Run, lexicon: Path, arguments: list[str], said: str
) -> None:
    """Nothing is written, and one is told what is wrong and what would fit."""
    assert said in edit(run, *arguments, code=2)
    assert (lexicon / "people.yaml").read_text(encoding="utf-8") == PEOPLE
    assert (lexicon / "groups.yaml").read_text(encoding="utf-8") == GROUPS


def test_an_entry_that_only_looks_known_can_be_added(run: Run, lexicon: Path) -> None:
    """Whoever says that it is another one is believed."""
    given = ("add", "Falih Fayadh", "--type", "term", "--file", "people.yaml")
    assert "--unlike falih-al-fayadh" in edit(run, *given, code=2)
    refused = edit(
        run, *given, "--unlike", "falih-al-fayadh", "--variant", "Faleh al-Fayyad", code=2
    )
    assert "L401" in refused
    edit(run, *given, "--unlike", "falih-al-fayadh", "--id", "fayadh-the-word")
    assert "id: fayadh-the-word" in (lexicon / "people.yaml").read_text(encoding="utf-8")


def test_a_desk_changes_where_a_field_is_said(run: Run, lexicon: Path, folder: Path) -> None:
    """A list of the later folder would hide that of the earlier one, so it is not begun there."""
    desk = folder / "desk.yaml"
    desk.write_text("version: 1\nentries:\n  - id: nouri-al-maliki\n    short: {en: Maliki}\n")
    both = ("--lexicon", "lex", "--lexicon", "desk.yaml")
    run("lexicon", "variant", "falih-al-fayadh", "Falah Fayad", *both, lexicon=False)
    assert "- Falah Fayad" in (lexicon / "people.yaml").read_text(encoding="utf-8")
    added = ("edit", "nouri-al-maliki", "--set", "short.sr=Maliki")
    assert run("lexicon", *added, *both, lexicon=False).exit_code == 0
    assert desk.read_text().endswith("short: {en: Maliki, sr: Maliki}\n")
    told = run("lexicon", "rename", "nouri-al-maliki", "x", *both, lexicon=False)
    assert "rename it in each" in told.stderr


def test_two_editors_at_once_lose_nothing(lexicon: Path, folder: Path) -> None:
    """Commands that run at the same time all leave their change."""
    names = [f"Spelling {letter}" for letter in "ABCDEF"]
    given = ("lexicon", "variant", "falih-al-fayadh")
    running = [start(*given, name, "--lexicon", "lex", cwd=folder) for name in names]
    for process in running:
        _, errors = process.communicate()
        assert process.returncode == 0, errors
    text = (lexicon / "people.yaml").read_text(encoding="utf-8")
    assert sorted(line.strip()[2:] for line in text.splitlines() if "- Spelling" in line) == names


def test_what_changed_underneath_is_not_overwritten(
    run: Run, lexicon: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another program wrote between reading and writing stays."""
    path = lexicon / "people.yaml"
    write = files.write_document

    def write_late(document: files.Document, text: str) -> None:
        path.write_text(PEOPLE.replace("of two countries", "of one"), encoding="utf-8")
        write(document, text)

    monkeypatch.setattr(files, "write_document", write_late)
    assert "was changed while" in edit(run, "never", "falih-al-fayadh", "Fay", code=2)
    assert path.read_text(encoding="utf-8") == PEOPLE.replace("of two countries", "of one")
    assert [each.name for each in sorted(lexicon.iterdir())] == ["groups.yaml", "people.yaml"]


def test_ids_are_completed(lexicon: Path) -> None:
    """The shell is told the ids that begin as typed."""
    context = click.Context(click.Command("x"))
    context.params["lexicons"] = ("lex",)
    assert complete_id(context, click.Argument(["id"]), "f") == ["falih-al-fayadh"]
    context.params["lexicons"] = ("nowhere",)
    assert complete_id(context, click.Argument(["id"]), "f") == []


@pytest.mark.parametrize(
    ("typed", "came"),
    [
        ("s/Faleh al-Fayyad/Faleh Fayyad/", "      - Faleh Fayyad\n"),
        ("s/m$/m  # for sure/", "    gender: m  # for sure\n"),
    ],
)
def test_an_entry_is_changed_in_an_editor(
    run: Run, lexicon: Path, monkeypatch: pytest.MonkeyPatch, typed: str, came: str
) -> None:
    """Only the lines of the entry are shown, and only they change."""
    monkeypatch.setenv("VISUAL", f"sed -i.old -e '{typed}' -e '/nouri/d'")
    edit(run, "edit", "falih-al-fayadh")
    text = (lexicon / "people.yaml").read_text(encoding="utf-8")
    assert came in text
    assert text.replace("Faleh Fayyad", "Faleh al-Fayyad").replace("  # for sure", "") == PEOPLE


def test_an_editor_can_not_do_harm(
    run: Run, lexicon: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is no entry any more, or is another one, or two, is refused."""
    for typed in (
        "s/type/typ/",
        "s/id: falih/id: x/",
        "s/^ *short/  - id: b\\n    x/",
        "s/  type/[/",
    ):
        monkeypatch.setenv("VISUAL", f"sed -i.old -e '{typed}'")
        assert edit(run, "edit", "falih-al-fayadh", code=2).startswith("error: ")
        assert (lexicon / "people.yaml").read_text(encoding="utf-8") == PEOPLE


def on_terminal(folder: Path, *arguments: str, answers: list[str]) -> tuple[int, str]:
    """Return the exit code and all that a command shows on a terminal, where answers are typed."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        cwd=folder,
        env={**environment(), "TERM": "dumb"},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    killer = threading.Timer(60, process.kill)
    killer.start()
    shown, left = "", list(answers)
    while True:
        ready, _, _ = select.select([ours], [], [], 0.2)
        try:
            said = os.read(ours, 4096).decode("utf-8", "replace") if ready else ""
        except OSError:  # Linux says so when the other end is closed
            break
        if ready and not said:
            break
        shown += said
        if not ready and left and shown.rstrip().endswith(("]:", "):", "file:", "name:")):
            os.write(ours, f"{left.pop(0)}\n".encode())
    killer.cancel()
    os.close(ours)
    return process.wait(), shown


@pytest.mark.skipif(sys.platform == "win32", reason="there are no terminals of this kind")
def test_an_entry_is_asked_for_on_a_terminal(lexicon: Path, folder: Path) -> None:
    """Enter takes the proposals; a text in the wrong script is asked for again."""
    answers = ["Falih Fayad", "y", "person", "", "Фалих", "+", *[""] * 3, "m", "", "y"]
    code, shown = on_terminal(
        folder, "lexicon", "add", "--lexicon", "lex", "--file", "people", answers=answers
    )
    assert "falih-al-fayadh  Falih al-Fayadh" in shown
    assert "U+0424 CYRILLIC CAPITAL LETTER EF is no Latin letter" in shown
    assert "in Cyrillic Фалих Фајад" in shown
    assert code == 0, shown
    text = (lexicon / "people.yaml").read_text(encoding="utf-8")
    assert "names:\n      en: Falih Fayad\n      sr: Falih Fajad\n" in text


def test_an_interview_can_be_left(lexicon: Path, folder: Path) -> None:
    """One who sees that the name is known goes away, and nothing is written."""
    answers = ["Falih Fayadh", "n"]
    code, _ = on_terminal(folder, "lexicon", "add", "--lexicon", "lex", answers=answers)
    assert code == 1
    assert (lexicon / "people.yaml").read_text(encoding="utf-8") == PEOPLE
