"""`normalize lexicon export` and `normalize lexicon import`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from normalize.cli.lexicon import exchange
from normalize.lexicon.exchange.formats import FORMATS
from normalize.lexicon.load import load_entries
from normalize.lexicon.schema import ENTRY
from tests.cli.conftest import Run

LEXICON = """\
version: 1
entries:
  - id: aleppo
    type: place
    names: {en: Aleppo}
    variants: [Alepo]
    never: [Alep]
"""
TABLE = """\
id,en,type,variants
,Aleppo,place,Alepo
,Homs,place,Hums
,Halab,place,Alepo
aleppo,Aleppo,place,Halep
"""
LISTED = """\
new       homs  place  Homs
equal     aleppo
conflict  halab  list.csv:4:1
    'Alepo' is a spelling of aleppo already
conflict  aleppo  list.csv:5:1
    variants has 'Halep' here, not in the lexicon
"""


@pytest.fixture
def files(folder: Path) -> Path:
    """Have a small lexicon and a list of names in the folder."""
    (folder / "own.yaml").write_text(LEXICON)
    (folder / "list.csv").write_text(TABLE)
    return folder


def bring(run: Run, *options: str, file: str = "list.csv", form: str = "csv") -> tuple[int, str]:
    """Return the exit code of an import and what it writes to standard output."""
    result = run("lexicon", "import", "--format", form, file, "own.yaml", *options, lexicon=False)
    return result.exit_code, result.stdout


def test_formats_are_all_there() -> None:
    """The choices are the formats and types that there are."""
    assert tuple(FORMATS) == exchange._READ
    assert tuple(name for name, form in FORMATS.items() if form.write) == exchange._WRITTEN
    assert getattr(ENTRY.fields["type"].kind, "values", None) == exchange._TYPES


def test_an_export_says_what_it_lacks(run: Run, files: Path) -> None:
    """Entries go to standard output, and what the format can't hold to standard error."""
    result = run("lexicon", "export", "--format", "synonyms", "own.yaml", lexicon=False)
    assert (result.exit_code, result.stdout) == (0, "Aleppo, Alepo\n")
    assert result.stderr == (
        "1 entry exported\nsynonyms can't hold: id (1 entry), type (1 entry), never (1 entry)\n"
    )
    result = run("lexicon", "export", "--format", "csv", "own.yaml", lexicon=False)
    assert result.stderr == "1 entry exported\n"


def test_an_export_takes_the_place_of_an_older_one(run: Run, files: Path) -> None:
    """The file is written whole, and nothing else is left in the folder."""
    for _ in range(2):
        result = run(
            *("lexicon", "export", "--format", "tsv", "-o", "a.tsv", "own.yaml"), lexicon=False
        )
        assert (result.exit_code, result.stdout) == (0, "")
    table = (files / "a.tsv").read_bytes()
    assert table == b"id\ttype\ten\tvariants\tnever\r\naleppo\tplace\tAleppo\tAlepo\tAlep\r\n"
    assert sorted(os.listdir(files)) == ["a.tsv", "list.csv", "own.yaml"]


def test_an_import_shows_what_it_would_do(run: Run, files: Path) -> None:
    """What is new, equal and in conflict is listed, and nothing is written."""
    before = sorted(os.listdir(files))
    assert bring(run) == (1, LISTED)
    assert bring(run, "--into", "new.yaml") == (1, LISTED)
    assert sorted(os.listdir(files)) == before
    assert (files / "own.yaml").read_text() == LEXICON


def test_only_what_is_new_is_written(run: Run, files: Path) -> None:
    """The new file is a lexicon of the new entries; conflicts stay listed, with exit code 1."""
    assert bring(run, "--apply", "--into", "new.yaml") == (1, LISTED)
    assert [entry.id for entry in load_entries([files / "new.yaml"])] == ["homs"]
    assert (files / "own.yaml").read_text() == LEXICON
    result = run("lexicon", "lint", "own.yaml", "new.yaml", lexicon=False)
    assert (result.exit_code, result.stdout) == (0, "")
    assert run("lexicon", "fmt", "--check", "new.yaml", lexicon=False).exit_code == 0


def test_what_is_there_is_not_overwritten(run: Run, files: Path) -> None:
    """The file of new entries must be new, and must be named."""
    result = run(
        *("lexicon", "import", "--format", "csv", "list.csv", "own.yaml", "--apply"),
        *("--into", "own.yaml"),
        lexicon=False,
    )
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "error: own.yaml is there already; name another file\n"
    assert (files / "own.yaml").read_text() == LEXICON
    assert sorted(os.listdir(files)) == ["list.csv", "own.yaml"]
    assert bring(run, "--apply")[0] == 2


def test_nothing_new_is_no_finding(run: Run, files: Path) -> None:
    """What all is known exits with 0 and writes no file."""
    (files / "list.csv").write_text("en,type\nAleppo,place\n")
    assert bring(run, "--apply", "--into", "new.yaml") == (0, "equal     aleppo\n")
    assert not (files / "new.yaml").exists()


def test_a_type_is_asked_for_where_there_is_none(run: Run, files: Path) -> None:
    """Synonyms do not say what they are names of; what the lexicon knows needs no type."""
    (files / "list.txt").write_text("Aleppo, Alepo\nHoms, Hums\n")
    result = run("lexicon", "import", "--format", "synonyms", "list.txt", "own.yaml", lexicon=False)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("error: list.txt:2:1: the file does not say what type of ")
    assert bring(run, "--type", "place", file="list.txt", form="synonyms") == (
        0,
        "new       homs  place  Homs\nequal     aleppo\n",
    )


def test_a_broken_file_is_one_line_for_each_mistake(run: Run, files: Path) -> None:
    """Nothing is written where the file has a mistake, or is not there."""
    (files / "list.csv").write_text("en,type\nHoms,plaec\nHama\u200b,place\n", encoding="utf-8")
    result = run(
        *("lexicon", "import", "--format", "csv", "list.csv", "own.yaml", "--apply"),
        *("--into", "new.yaml"),
        lexicon=False,
    )
    assert (result.exit_code, result.stdout) == (2, "")
    first, second = result.stderr.splitlines()
    assert first == "error: list.csv:2:1: unknown type 'plaec' (did you mean 'place'?)"
    assert second.startswith(
        "error: list.csv:3:1: L102 hama: names.en: here is an invisible U+200B"
    )
    assert not (files / "new.yaml").exists()
    assert bring(run, file="gone.csv") == (2, "")


def test_standard_input_can_be_imported(run: Run, files: Path) -> None:
    """`-` stands for standard input."""
    result = run(
        *("lexicon", "import", "--format", "csv", "-", "own.yaml"),
        lexicon=False,
        stdin="en,type\nHoms,place\n",
    )
    assert (result.exit_code, result.stdout) == (0, "new       homs  place  Homs\n")
    assert "nothing is written without --apply" in result.stderr
