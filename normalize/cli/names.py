"""`normalize transliterate` and `normalize resolve`: names by themselves, without a text."""

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


@click.command("resolve")
@click.option("--limit", type=click.IntRange(min=1), default=5, show_default=True, metavar="N")
@click.option("--lang", metavar="LANG", help="The language of the names.")
@click.option("--lexicon", "lexicons", multiple=True, metavar="PATH", help="Lexicons to search.")
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
def resolve_command(
    limit: int, lang: str | None, lexicons: tuple[str, ...], names: tuple[str, ...]
) -> int:
    """Show the entries that each NAME may mean, best first; exit 1 where one means none.

    normalize resolve "Haftar, Khalifa" "عباس عراقچی"
    """
    from normalize.cli.choices import lexicon_paths
    from normalize.cli.console import write
    from normalize.normalizer import Normalizer

    normalizer = Normalizer.load(*lexicon_paths(lexicons))
    strangers = 0
    for name in names:
        found = normalizer.resolve(name, limit, lang)
        strangers += not found
        for candidate in found:
            why = ", ".join(map(str, candidate.why))
            write(f"{name}\t{candidate.entry}\t{candidate.score:.2f}\t{why}\n")
        if not found:
            write(f"{name}\t-\n")
    return 1 if strangers else 0
