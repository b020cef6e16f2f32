"""`normalize explain`: every decision about a text."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import click

from normalize.cli.choices import choices_of, load_normalizer, name_options


@click.command("explain")
@click.argument("text")
@click.option("--at", metavar="LINE:COL", help="Only what is decided at that place.")
@name_options
@click.option("--encoding", metavar="NAME", help="The encoding of standard input. [UTF-8]")
def explain_command(text: str, at: str | None, **given: Any) -> int:
    """Tell each decision about TEXT, also where nothing is changed, and why.

    With - as TEXT, standard input is explained: normalize explain --at 12:5 - < news.txt
    """
    from normalize.cli.console import say, write
    from normalize.cli.work import read
    from normalize.report.explain import explain

    place = _place(at) if at else None
    choices = choices_of(given)
    if text == "-":
        text = read(Path(text), choices.encoding).text
    elif os.path.isfile(text):
        say(f"{text} is explained as a text; for the file, say: normalize explain - < {text}")
    result = load_normalizer(choices).normalize(text, choices.lang)
    write("".join(f"{line}\n" for line in explain(text, result, place)))
    return 0


def _place(at: str) -> tuple[int, int]:
    place = re.fullmatch(r"([1-9]\d{0,17}):([1-9]\d{0,17})", at)
    if place is None:
        raise click.UsageError(f"--at takes a line and a column, such as 12:5, not {at!r}")
    return int(place[1]), int(place[2])
