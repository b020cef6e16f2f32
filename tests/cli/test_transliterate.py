"""`normalize transliterate`."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from normalize.cli.main import commands
from normalize.translit.pairs import supported_pairs

LATIN = ("--from", "sr-Cyrl", "--to", "sr-Latn")


def run(*arguments: str, stdin: bytes | str = "") -> Result:
    """Run the command."""
    return CliRunner().invoke(commands, ["transliterate", *arguments], input=stdin)


def test_each_text_is_a_line() -> None:
    """Texts are written one a line, in order."""
    result = run(*LATIN, "Башар ел Асад", "Џибути")
    assert (result.exit_code, result.stdout) == (0, "Bašar el Asad\nDžibuti\n")


@pytest.mark.parametrize("dash", [("-",), ()])
@pytest.mark.parametrize(
    ("text", "expected"),
    [("Његош\r\n\r\nЉубав", "Njegoš\r\n\r\nLjubav"), ("", ""), ("\n", "\n")],
)
def test_standard_input_keeps_its_lines(dash: tuple[str, ...], text: str, expected: str) -> None:
    """With a dash or nothing, standard input is written with the line ends that it has."""
    result = run(*LATIN, *dash, stdin=text.encode())
    assert (result.exit_code, result.stdout_bytes) == (0, expected.encode())


def test_standard_input_has_an_encoding() -> None:
    """Another encoding can be named; what is not in it is told in one line."""
    cyrillic = "Џибути".encode("windows-1251")
    assert run(*LATIN, "--encoding", "windows-1251", stdin=cyrillic).stdout == "Džibuti"
    result = run(*LATIN, stdin=cyrillic)
    assert result.exit_code == 2
    assert "--encoding" in result.stderr
    assert result.stderr.count("\n") == 1


def test_the_list_has_every_pair() -> None:
    """--list needs no text and shows one pair a line."""
    result = run("--list")
    assert result.exit_code == 0
    pairs = tuple(tuple(line.split()) for line in result.stdout.splitlines())
    assert pairs == supported_pairs()


def test_an_unsupported_pair_is_an_error() -> None:
    """The error is one line and lists the pairs."""
    result = run("--from", "en", "--to", "ar", "Assad")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("error: no transliteration from en to ar; there are ar to ")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("arguments", [(), ("--from", "ar"), ("--to", "en"), ("x",)])
def test_source_and_target_are_needed(arguments: tuple[str, ...]) -> None:
    """Without both, a usage error points to the list."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert "--list" in result.stderr


def test_no_text_at_a_terminal_is_a_hint(monkeypatch: pytest.MonkeyPatch) -> None:
    """At a terminal nobody waits for input that was not asked for."""
    monkeypatch.setattr("normalize.cli.names._is_terminal", lambda: True)
    result = run(*LATIN)
    assert result.exit_code == 2
    assert "standard input" in result.stderr


@pytest.mark.parametrize("text", ["", "\udce9", "\0", "Ж" * 10_000, "--", "-x"])
def test_odd_arguments_do_no_harm(text: str) -> None:
    """Undecodable bytes, nothing, NUL and long texts are texts like others."""
    assert run(*LATIN, "--", text).exit_code == 0


def test_a_dash_may_stand_among_texts() -> None:
    """Standard input takes the place of its dash."""
    result = run(*LATIN, "Један", "-", "Три", stdin="Два\n")
    assert result.stdout == "Jedan\nDva\nTri\n"
