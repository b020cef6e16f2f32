"""`normalize lexicon test`: the tests that editors wrote beside entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from normalize.model import Entry
    from normalize.normalizer import Normalizer


@click.command("test")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
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


def _failures(normalizer: Normalizer, entries: Iterable[Entry]) -> Iterator[str]:
    from normalize.cli.console import from_here

    for entry in entries:
        for test in entry.tests:
            got = normalizer.normalize(test.text, test.lang).text
            if got != test.expected:
                assert entry.at is not None, "entries of files have a place"
                place = replace(entry.at, path=from_here(entry.at.path))
                yield (
                    f"{place}: {entry.id}: {test.text}\n"
                    f"    expected: {test.expected}\n"
                    f"         got: {got}"
                )
