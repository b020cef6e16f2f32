"""The command `normalize`: its subcommands, loaded when called, and what becomes of errors."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

import click

from normalize.cli.console import INTERRUPTED, drop_output, say, say_error
from normalize.cli.groups import CommandGroup
from normalize.cli.version import installed_version
from normalize.errors import LexiconError, NormalizeError

# Where each command is. None is imported before it is called or `--help` asks for it.
_COMMANDS: Mapping[str, str] = {
    "rewrite": "normalize.cli.rewrite:rewrite_command",
    "check": "normalize.cli.check:check_command",
    "explain": "normalize.cli.explain:explain_command",
    "undo": "normalize.cli.undo:undo_command",
    "resolve": "normalize.cli.names:resolve_command",
    "transliterate": "normalize.cli.names:transliterate_command",
    "mine": "normalize.cli.mine:mine_command",
    "lexicon": "normalize.cli.lexicon.group:lexicon_commands",
}
_PIPE_CLOSED = 141


class Commands(CommandGroup):
    """A group whose commands return their exit code, and whose errors are one line each."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command and exit with its code."""
        try:
            code = super().invoke(ctx)
            sys.stdout.flush()
        except LexiconError as error:
            for problem in error.problems:
                say_error(str(problem))
            code = 2
        except NormalizeError as error:
            say_error(str(error))
            code = 2
        except KeyboardInterrupt:
            say("interrupted")
            code = INTERRUPTED
        except BrokenPipeError:
            drop_output()
            code = _PIPE_CLOSED
        except OSError as error:
            say_error(f"{error.filename or 'the system'}: {error.strerror}")
            code = 2
        ctx.exit(code or 0)


def _show_version(ctx: click.Context, parameter: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        click.echo(f"normalize {installed_version()}")
        ctx.exit()


@click.command(
    cls=Commands,
    places=_COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 clean, 1 changes or findings, 2 an error, 130 interrupted.",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version and exit.",
)
def commands() -> None:
    """Spell names one way and treat acronyms one way, and say why."""


def main() -> None:
    """Run the command line and exit."""
    commands(prog_name="normalize")
