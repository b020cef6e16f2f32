"""`normalize lexicon lint`: every mistake in lexicon files."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from normalize.errors import Problem


@click.command("lint")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--only",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="Judge what stands in this file, and only read the others; again for more. "
    "Fast enough for an editor that checks a file when it is saved.",
)
@click.option(
    "--corpus",
    multiple=True,
    type=click.Path(path_type=Path, exists=True),
    metavar="FILE|FOLDER",
    help="Texts in which no name may be an ordinary phrase; again for more.",
)
@click.option(
    "--output",
    type=click.Choice(("text", "json", "sarif", "github")),
    default="text",
    help="Each problem with its line, or a format for another program. [text]",
)
def lint_command(
    paths: tuple[str, ...], only: tuple[Path, ...], corpus: tuple[Path, ...], output: str
) -> int:
    """Show every mistake in lexicon files, with its place and what would fit.

    The exit code is 1 where there is any. `normalize lexicon explain-code` explains the codes.
    """
    from normalize.audit.lint import lint
    from normalize.cli.choices import lexicon_paths
    from normalize.cli.console import count, from_here, say
    from normalize.cli.corpus import read_texts

    found = lint(list(map(from_here, lexicon_paths(paths))), only, read_texts(corpus))
    _show(found.problems, found.entries, output)
    said = count(len(found.problems), "problem") if found.problems else "no problems"
    say(f"{said} found")
    return 1 if found.problems else 0


def _show(problems: Sequence[Problem], entries: int, output: str) -> None:
    from normalize.cli.console import write
    from normalize.cli.version import installed_version
    from normalize.report.problems import (
        github_problem_lines,
        problems_to_json,
        problems_to_sarif,
    )

    if output == "json":
        write(_json(problems_to_json(problems, entries)))
    elif output == "sarif":
        write(_json(problems_to_sarif(problems, installed_version())))
    else:
        lines = github_problem_lines(problems) if output == "github" else map(str, problems)
        write("".join(f"{line}\n" for line in lines))


def _json(plain: dict[str, Any]) -> str:
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"
