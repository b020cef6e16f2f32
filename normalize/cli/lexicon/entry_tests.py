"""`normalize lexicon`: what editors of lexicons need."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from normalize.model import Entry
    from normalize.normalizer import Normalizer

_PATHS = click.argument("paths", nargs=-1, metavar="[PATH]...")


@click.group("lexicon")
def lexicon_commands() -> None:
    """Check lexicon files; without PATH, the shipped ones."""


@lexicon_commands.command("lint")
@_PATHS
def lint_command(paths: tuple[str, ...]) -> int:
    """Show every mistake in lexicon files, with its place and what would fit."""
    from normalize.cli.choices import lexicon_paths
    from normalize.cli.console import count, say, write
    from normalize.errors import LexiconError
    from normalize.normalizer import Normalizer

    try:
        Normalizer.load(*lexicon_paths(paths))
    except LexiconError as error:
        for problem in error.problems:
            write(f"{problem}\n")
        say(f"{count(len(error.problems), 'problem')} found")
        return 1
    say("no problems found")
    return 0


@lexicon_commands.command("test")
@_PATHS
def test_command(paths: tuple[str, ...]) -> int:
    """Run the tests that entries carry, and show those that fail."""
    from normalize.cli.choices import lexicon_paths
    from normalize.cli.console import count, say, write
    from normalize.normalizer import Normalizer

    normalizer = Normalizer.load(*lexicon_paths(paths))
    entries = normalizer.lexicon.entries.values()
    failures = list(_failures(normalizer, entries))
    for failure in failures:
        write(f"{failure}\n")
    say(f"{count(sum(len(entry.tests) for entry in entries), 'test')}, {len(failures):,} failed")
    return 1 if failures else 0


@lexicon_commands.command("schema")
def schema_command() -> int:
    """Print the JSON Schema of lexicon files, for editors that complete and check YAML."""
    from normalize.cli.console import write
    from normalize.lexicon.schema import json_schema

    write(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n")
    return 0


def _failures(normalizer: Normalizer, entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        for test in entry.tests:
            got = normalizer.normalize(test.text, test.lang).text
            if got != test.expected:
                place = f"{entry.at}: " if entry.at else ""
                yield (
                    f"{place}{entry.id}: {test.text}\n"
                    f"    expected: {test.expected}\n"
                    f"         got: {got}"
                )
