"""Letters side by side that are no digraph, as ICU rules: the table `rules/apart-sr.tsv`."""

from __future__ import annotations

from collections.abc import Iterator


def read_stems(table: str) -> Iterator[tuple[str, list[str]]]:
    r"""Yield each stem of a table, parted by `|`, with its examples.

    >>> list(read_stems("# comment\nstem\texamples\tnot\nin|jek\tinjekcija, injektor\tinje"))
    [('in|jek', ['injekcija', 'injektor'])]
    """
    lines = [line for line in table.splitlines() if line and not line.startswith("#")]
    for line in lines[1:]:
        stem, examples, *_ = line.split("\t")
        yield stem, [example.partition(" (")[0] for example in examples.split(", ")]


def write_apart_rules(table: str) -> str:
    r"""Return ICU rules that set `$apart` between the two letters of each stem.

    The variables `$outside` (what is no letter) and `$apart` must be defined before.

    >>> print(write_apart_rules("stem\texamples\n^an|jon\tanjon"))
    $outside [aA] [nN] { ([jJ]) } [oO] [nN] > $apart $1 ;
    """
    return "\n".join(_write_rule(stem) for stem, _ in read_stems(table))


def _write_rule(stem: str) -> str:
    before, after = stem.removeprefix("^").split("|")
    outside = "$outside " if stem.startswith("^") else ""
    return f"{outside}{_spell(before)} {{ ({_spell(after[0])}) }} {_spell(after[1:])} > $apart $1 ;"


def _spell(letters: str) -> str:
    """Return a pattern for letters in whatever case."""
    return " ".join(f"[{letter}{letter.upper()}]" for letter in letters)
