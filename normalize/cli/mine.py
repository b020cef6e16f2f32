"""`normalize mine`: names and acronyms of texts that the lexicon lacks."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from normalize.mining.proposals import Proposal


@click.command("mine")
@click.argument(
    "corpus",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, exists=True),
    metavar="FILE|FOLDER...",
)
@click.option(
    "--output",
    type=click.Choice(("table", "jsonl", "yaml")),
    default="table",
    help="A table, JSON lines, or a file to answer for `normalize lexicon accept`. [table]",
)
@click.option("--top", type=click.IntRange(1), default=100, help="How many are shown. [100]")
@click.option(
    "--least", type=click.IntRange(1), default=2, help="In how many passages a name must be. [2]"
)
@click.option(
    "--lexicon",
    multiple=True,
    metavar="PATH",
    help="A lexicon file or folder instead of the shipped ones; again for more.",
)
@click.option(
    "--rejected",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Names not to propose again. [rejected.yaml of the lexicon folder]",
)
def mine_command(
    corpus: tuple[Path, ...],
    output: str,
    top: int,
    least: int,
    **given: Any,
) -> int:
    """Propose names that texts have and the lexicon lacks.

    Spellings of one name are put together by how they sound; those that come often and are spelled
    in many ways stand first. Acronyms come from the definitions that texts give.
    """
    from itertools import islice

    from normalize.cli.choices import lexicon_paths
    from normalize.cli.console import count, say, with_bar, write
    from normalize.cli.corpus import read_texts
    from normalize.mining.proposals import mine
    from normalize.mining.rejected import NAME, read_rejected
    from normalize.normalizer import Normalizer

    paths = lexicon_paths(given["lexicon"])
    files = [given["rejected"]] if given["rejected"] else [path / NAME for path in paths]
    found = mine(
        list(read_texts(corpus)),
        Normalizer.load(*paths),
        rejected=frozenset[bytes]().union(*map(read_rejected, files)),
        least=least,
        progress=with_bar,
    )
    proposals = list(islice(found, top))
    write(_shown(proposals, output))
    say(f"{count(len(proposals), 'name')} proposed")
    return 0


def _shown(proposals: Sequence[Proposal], output: str) -> str:
    from normalize.mining.answers import to_plain, write_proposals

    if output == "yaml":
        return write_proposals(proposals)
    if output == "jsonl":
        lines = (json.dumps(to_plain(each), ensure_ascii=False) for each in proposals)
        return "".join(f"{line}\n" for line in lines)
    return "".join(_row(each) for each in proposals)


def _row(proposal: Proposal) -> str:
    from normalize.mining.proposals import context

    cluster = proposal.cluster
    spelled = ", ".join(f"{spelling.text} ({spelling.times})" for spelling in cluster.spellings[:6])
    acronym = "".join(f" ({acronym})" for acronym in list(cluster.acronyms)[:1])
    head = (
        f"{cluster.passages:6,}  {proposal.fields['type']:13} {proposal.rule:11} {spelled}{acronym}"
    )
    near = [f"{'':8}near {each.entry} ({each.score:.2f})" for each in proposal.near]
    around = [f"{'':8}{context(use)}" for use in cluster.contexts()]
    return "\n".join([head, *near, *around, ""])
