"""Prints how well acronyms are found that texts define, by us and by the package `abbreviations`.

python -m tests.quality.acronyms            precision and recall, in a table
python -m tests.quality.acronyms --show 40  also what is wrong and what is missed
"""
# ruff: noqa: T201

from __future__ import annotations

import json
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from normalize.mining.acronyms import find_definitions
from tests.quality.data import find_data

Pairs = set[tuple[str, str]]
Finder = Callable[[str], Pairs]


class Row(NamedTuple):
    """A passage and the acronyms, with their long forms, that a reader found it to define."""

    text: str
    domain: str
    defined: Pairs


class Counts(NamedTuple):
    """How many definitions were found, how many of these are right, how many there are."""

    found: int
    right: int
    real: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what there is that was found."""
        return self.right / self.real if self.real else 1.0


def ours(text: str) -> Pairs:
    """Return what the mining finds."""
    return {(found.short, found.long) for found in find_definitions(text)}


def package(text: str) -> Pairs:
    """Return what the package `abbreviations` finds, an implementation of Schwartz and Hearst."""
    from abbreviations import schwartz_hearst

    found = schwartz_hearst.extract_abbreviation_definition_pairs(doc_text=text)
    return set(found.items())


def read_rows(path: Path) -> list[Row]:
    """Return the passages of the gold file."""
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        defined = {(each["short"], each["long"]) for each in row["definitions"]}
        rows.append(Row(row["text"], row["domain"], defined))
    return rows


def count(rows: Iterable[Row], find: Finder, *, distinct: bool = False) -> Counts:
    """Return how a finder does; with `distinct`, of what several passages have only the first.

    The passages of the gold file repeat one another: one definition stands there 400 times.
    """
    found: set[tuple[int, str, str]] = set()
    real: set[tuple[int, str, str]] = set()
    for number, row in enumerate(rows):
        place = 0 if distinct else number
        real |= {(place, *map(plain, pair)) for pair in row.defined}
        found |= {(place, *map(plain, pair)) for pair in find(row.text)}
    return Counts(len(found), len(found & real), len(real))


def plain(text: str) -> str:
    """Return a text as it is compared: quotation marks around it and spaces tell nothing.

    >>> plain(" “Arab  League” ")
    'Arab League'
    """
    return " ".join(text.split()).strip("\"'“”‘’ ")


def show(rows: Sequence[Row], find: Finder, top: int) -> None:
    """Print what a finder gets wrong and what it misses."""
    wrong: dict[tuple[str, str], str] = {}
    missed: dict[tuple[str, str], str] = {}
    for row in rows:
        found = {(plain(short), plain(long)) for short, long in find(row.text)}
        real = {(plain(short), plain(long)) for short, long in row.defined}
        wrong |= {pair: f"real: {sorted(real)}"[:300] for pair in found - real}
        missed |= dict.fromkeys(real - found, row.text[:120])
    for name, pairs in (("wrong", wrong), ("missed", missed)):
        print(f"\n{len(pairs)} {name}")
        for pair, beside in list(pairs.items())[:top]:
            print(f"  {pair[0]} = {pair[1]}   [{beside}]")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print a table."""
    parser = ArgumentParser(description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("--show", type=int, default=0, metavar="N", help="list so many rows")
    wanted = parser.parse_args(arguments)
    path = find_data() / "acronyms_gold.jsonl"
    if not path.is_file():
        print(f"There is nothing to measure on: {path} is not there (see NORMALIZE_EVAL).")
        return
    rows = read_rows(path)
    print(f"{'':16}{'all passages':>26}{'distinct definitions':>26}")
    print(f"{'':16}{'precision':>13}{'recall':>13}{'precision':>13}{'recall':>13}")
    for name, find in (("normalize mine", ours), ("abbreviations", package)):
        try:
            both = [count(rows, find, distinct=distinct) for distinct in (False, True)]
        except ImportError as error:
            print(f"{name} is left out: {error}")
            continue
        print(f"{name:16}" + "".join(f"{c.precision:13.1%}{c.recall:13.1%}" for c in both))
    if wanted.show:
        show(rows, ours, wanted.show)


if __name__ == "__main__":
    main()
