"""`normalize lexicon schema`: the definition of the file format, for other programs."""

from __future__ import annotations

import json

import click


@click.command("schema")
def schema_command() -> int:
    """Print the JSON Schema of lexicon files, for editors that complete and check YAML."""
    from normalize.cli.console import write
    from normalize.lexicon.json_schema import json_schema

    write(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n")
    return 0
