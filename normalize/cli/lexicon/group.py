"""The group `normalize lexicon`."""

from __future__ import annotations

from collections.abc import Mapping

import click

from normalize.cli.groups import CommandGroup

_COMMANDS: Mapping[str, str] = {
    "add": "normalize.cli.lexicon.add:add_command",
    "edit": "normalize.cli.lexicon.entries:edit_command",
    "variant": "normalize.cli.lexicon.spellings:variant_command",
    "never": "normalize.cli.lexicon.spellings:never_command",
    "rename": "normalize.cli.lexicon.entries:rename_command",
    "remove": "normalize.cli.lexicon.entries:remove_command",
    "lint": "normalize.cli.lexicon.lint:lint_command",
    "explain-code": "normalize.cli.lexicon.explain_code:explain_code_command",
    "impact": "normalize.cli.lexicon.impact:impact_command",
    "fmt": "normalize.cli.lexicon.fmt:fmt_command",
    "test": "normalize.cli.lexicon.entry_tests:test_command",
    "export": "normalize.cli.lexicon.exchange:export_command",
    "import": "normalize.cli.lexicon.exchange:import_command",
    "accept": "normalize.cli.lexicon.accept:accept_command",
    "stats": "normalize.cli.lexicon.stats:stats_command",
    "schema": "normalize.cli.lexicon.schema:schema_command",
}


@click.command("lexicon", cls=CommandGroup, places=_COMMANDS)
def lexicon_commands() -> None:
    """Edit lexicon files, check them and put them in order; without a path, the shipped ones."""
