"""The group `normalize lexicon`."""

from __future__ import annotations

from collections.abc import Mapping

import click

from normalize.cli.groups import CommandGroup

_COMMANDS: Mapping[str, str] = {
    "lint": "normalize.cli.lexicon.lint:lint_command",
    "explain-code": "normalize.cli.lexicon.explain_code:explain_code_command",
    "fmt": "normalize.cli.lexicon.fmt:fmt_command",
    "test": "normalize.cli.lexicon.entry_tests:test_command",
    "export": "normalize.cli.lexicon.exchange:export_command",
    "import": "normalize.cli.lexicon.exchange:import_command",
    "schema": "normalize.cli.lexicon.schema:schema_command",
}


@click.command("lexicon", cls=CommandGroup, places=_COMMANDS)
def lexicon_commands() -> None:
    """Check lexicon files and put them in order; without PATH, the shipped ones."""
