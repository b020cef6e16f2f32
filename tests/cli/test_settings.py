"""Settings in pyproject.toml."""

from __future__ import annotations

from pathlib import Path

import pytest

from normalize.cli.settings import Settings, settings_near
from normalize.errors import OptionError
from tests.cli.conftest import Run
from tests.conftest import LEXICON


def test_the_nearest_file_counts(tmp_path: Path) -> None:
    """Settings are those of the nearest pyproject.toml, its lexicons beside it."""
    (tmp_path / "pyproject.toml").write_text('[tool.normalize]\nlang = "en"\n')
    near = tmp_path / "a"
    (near / "b" / "c").mkdir(parents=True)
    (near / "pyproject.toml").write_text(
        '[tool.normalize]\nlater = "short"\nlexicon = ["names", "shipped"]\nencoding = "latin-1"\n'
    )
    assert settings_near(near / "b" / "c") == Settings(
        {"later": "short"}, (str(near / "names"), "shipped"), None, "latin-1"
    )
    assert settings_near(tmp_path).lang == "en"


def test_a_file_without_the_table_settles_nothing(tmp_path: Path) -> None:
    """A pyproject.toml of something else is no error."""
    (tmp_path / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    assert settings_near(tmp_path) == Settings()


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("acronym = 'first'", "3: unknown setting 'acronym'; did you mean 'acronyms'?"),
        ("xyz = 1", "3: unknown setting 'xyz'; there are acronyms, later, fuzzy, target, quotes,"),
        ("later = 'never'", "3: later takes keep, short, full, not 'never'"),
        ("lang = 1", "3: lang takes a text"),
        ("\nlexicon = 'names'", "4: lexicon takes a list of texts"),
        ("lexicon = [1]", "3: lexicon takes a list of texts"),
    ],
)
def test_bad_settings_are_told(tmp_path: Path, table: str, message: str) -> None:
    """An unknown key or value is told with file and line."""
    path = tmp_path / "pyproject.toml"
    path.write_text(f"# lang = 'en'\n[tool.normalize]\n{table}\n")
    with pytest.raises(OptionError) as caught:
        settings_near(tmp_path)
    assert str(caught.value).startswith(f"{path}:{message}")


@pytest.mark.parametrize("source", [b"[tool", b"tool = 1", b"[tool]\nnormalize = 1", b"\xff"])
def test_a_broken_file_is_told(tmp_path: Path, source: bytes) -> None:
    """What is no TOML, or no table, is one line with the file's name."""
    path = tmp_path / "pyproject.toml"
    path.write_bytes(source)
    with pytest.raises(OptionError, match=r"pyproject\.toml can't be read") as caught:
        settings_near(tmp_path)
    assert "\n" not in str(caught.value)


def test_the_command_line_beats_settings(run: Run, folder: Path) -> None:
    """Settings hold where no option is given."""
    (folder / "pyproject.toml").write_text(
        f'[tool.normalize]\nlater = "short"\nlexicon = ["{LEXICON}"]\n'
    )
    text = "Abbas Araghchi spoke. Abbas Araghchi left."
    settled = run("rewrite", stdin=text, lexicon=False)
    assert settled.stdout == "Abbas Araghchi spoke. Araghchi left."
    assert run("rewrite", "--later", "keep", stdin=text, lexicon=False).stdout == text


def test_bad_settings_are_an_error_of_the_command(run: Run, folder: Path) -> None:
    """A command with bad settings does nothing."""
    (folder / "pyproject.toml").write_text("[tool.normalize]\nx = 1\n")
    result = run("rewrite", stdin="Alepo")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "pyproject.toml:2: unknown setting 'x'" in result.stderr
