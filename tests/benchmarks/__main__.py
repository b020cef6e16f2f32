"""Prints our throughput beside that of other libraries: `python -m tests.benchmarks`."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.contenders import CONTENDERS, Contender, Task
from tests.benchmarks.generate import make_documents, make_names
from tests.benchmarks.measure import (
    MEGABYTE,
    Measurement,
    as_json,
    describe_machine,
    measure,
    table,
)

NAMES_IN_TEXT = 100_000


def parse_arguments(arguments: list[str] | None) -> Namespace:
    """Return what the command line asks for."""
    parser = ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--megabytes", type=float, default=20, help="size of each text")
    parser.add_argument(
        "--forms",
        type=int,
        nargs="+",
        default=[1_000, 10_000],
        help="sizes of the lexicons, in listed spellings; 100000 takes some minutes more",
    )
    parser.add_argument(
        "--texts", nargs="+", default=["mixed", "ascii"], choices=["mixed", "ascii"]
    )
    parser.add_argument("--only", nargs="+", default=[""], help="contenders whose names have this")
    parser.add_argument("--rounds", type=int, help="runs of each contender, of which the median")
    parser.add_argument("--json", type=Path, default=Path("benchmarks.json"), metavar="FILE")
    return parser.parse_args(arguments)


def chosen(only: list[str]) -> list[Contender]:
    """Return the contenders that have one of the words in their names."""
    return [one for one in CONTENDERS if any(word in one.name for word in only)]


def run(wanted: Namespace) -> Iterator[list[Measurement]]:
    """Yield the measurements of each text with each set of spellings."""
    names = make_names(max(NAMES_IN_TEXT, *wanted.forms))
    for text in wanted.texts:
        size = int(wanted.megabytes * MEGABYTE)
        documents = make_documents(size, names, ascii_only=text == "ascii", seed=2)
        for forms in wanted.forms:
            task = Task(names, forms)
            yield [
                measure(contender, task, text, documents, wanted.rounds)
                for contender in chosen(wanted.only)
            ]


def main(arguments: list[str] | None = None) -> None:
    """Measure, print a table for each text and lexicon, and write all figures to a file."""
    wanted = parse_arguments(arguments)
    machine = describe_machine()
    print(f"{machine['processor']}, {machine['cores']} cores, one used; {machine['system']}")
    packages = ", ".join(f"{name} {version}" for name, version in machine["packages"].items())
    print(f"Python {machine['python']}, {packages}")
    done: list[Measurement] = []
    for measurements in run(wanted):
        first = measurements[0]
        print(f"\n{wanted.megabytes:g} MB of {first.text} text, {first.forms:,} spellings")
        print(table(measurements), flush=True)
        done += measurements
    wanted.json.write_text(json.dumps(as_json(done), indent=1) + "\n", encoding="utf-8")
    print(f"\nAll figures are in {wanted.json}.")


if __name__ == "__main__":
    main()
