"""`normalize lexicon stats`: what the lexicon holds, and what of it texts use."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.command("stats")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--corpus",
    multiple=True,
    type=click.Path(path_type=Path, exists=True),
    metavar="FILE|FOLDER",
    help="Texts in which the uses of entries are counted; again for more.",
)
@click.option("--top", type=click.IntRange(1), default=20, help="How many entries are named. [20]")
@click.option(
    "--chart",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Also draw a PNG; needs matplotlib.",
)
@click.option("--output", type=click.Choice(("text", "json")), default="text", help="[text]")
def stats_command(
    paths: tuple[str, ...], corpus: tuple[Path, ...], top: int, chart: Path | None, output: str
) -> int:
    """Count entries by type and language, and tell which names are missing or unused."""
    from normalize.cli.choices import lexicon_paths
    from normalize.cli.console import say, with_bar, write
    from normalize.cli.corpus import read_texts
    from normalize.lexicon.load import load_entries
    from normalize.mining.usage import count_uses, cover, table, to_plain
    from normalize.normalizer import Normalizer

    layers = lexicon_paths(paths)
    coverage = cover(load_entries(layers))
    usage = None
    if corpus:
        lines = [line for text in read_texts(corpus) for line in text.splitlines() if line]
        usage = count_uses(with_bar(lines), Normalizer.load(*layers, fuzzy="off"))
    if output == "json":
        write(json.dumps(to_plain(coverage, usage), ensure_ascii=False, indent=2) + "\n")
    else:
        write(table(coverage, usage, top))
    if chart:
        from normalize.mining.chart import draw

        chart.write_bytes(draw(coverage, usage))
        say(f"the chart is in {chart}")
    return 0
