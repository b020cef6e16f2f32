"""`normalize transliterate`: names and texts from one script or spelling habit to another."""

from __future__ import annotations

import sys

import click


@click.command("transliterate")
@click.option("--from", "source", metavar="SOURCE", help="Language and script of the text.")
@click.option("--to", "target", metavar="TARGET", help="Language and script, or scheme, to write.")
@click.option("--list", "listing", is_flag=True, help="Show the supported pairs and exit.")
@click.option("--encoding", metavar="NAME", help="The encoding of standard input. [UTF-8]")
@click.argument("texts", nargs=-1, metavar="[TEXT]...|[-]")
def transliterate_command(
    source: str | None,
    target: str | None,
    listing: bool,
    encoding: str | None,
    texts: tuple[str, ...],
) -> int:
    """Write each TEXT in another script, one a line; with - or no TEXT, standard input.

    normalize transliterate --from sr-Cyrl --to sr-Latn "Башар ел Асад"
    """
    from normalize.cli.console import write
    from normalize.cli.work import STDIN, read
    from normalize.translit.icu import transliterate
    from normalize.translit.pairs import supported_pairs

    if listing:
        width = max(len(name) for name, _ in supported_pairs())
        write("".join(f"{name:<{width}}  {to}\n" for name, to in supported_pairs()))
        return 0
    if source is None or target is None:
        raise click.UsageError("--from and --to are needed; --list shows what they take")
    if not texts and _is_terminal():
        raise click.UsageError("no TEXT; - is standard input")
    given = (read(STDIN, encoding).text if text == "-" else f"{text}\n" for text in texts or "-")
    for text in given:
        write(transliterate(text, source, target))
    return 0


def _is_terminal() -> bool:
    return sys.stdin.isatty()
