"""Prints how well spellings of one name are told from other names, by us and by others.

python -m tests.quality                                    everybody, on everything
python -m tests.quality --only normalize --split           ours, also by sort of row
python -m tests.quality --only normalize --show negatives  what passes and should not
python -m tests.quality --only normalize --show misses --set arabic-people
python -m tests.quality --only normalize --show answers    where the retrieval goes wrong
python -m tests.quality --function MODULE:FUNCTION         a scoring function, alone
python -m tests.quality --cross-validate 5 --train MODULE:FUNCTION
"""
# ruff: noqa: T201

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any

from tests.quality.data import SETS, Evaluation, find_data, load_data, split_by_tag
from tests.quality.folds import cross_validate
from tests.quality.measure import Figures, Scores, score_all, work_out
from tests.quality.peers import SCORERS, Function, Scorer
from tests.quality.retrieval import Retrieved, Task, make_task, retrieve
from tests.quality.search import QUESTIONS_OF_SLOW, is_slow, make_search
from tests.quality.show import show_answers, show_misses, show_negatives
from tests.quality.tables import as_json, comparison_table, retrieval_table


@dataclass(frozen=True, slots=True)
class Measured:
    """A scorer, what it gave each pair, and the figures that follow."""

    scorer: Scorer
    scores: Scores
    figures: Figures


def parse_arguments(arguments: Sequence[str] | None) -> Namespace:
    """Return what the command line asks for."""
    parser = ArgumentParser(
        prog="python -m tests.quality",
        description=__doc__,
        formatter_class=RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("--only", nargs="*", choices=SCORERS, default=list(SCORERS), help="who is measured")
    add("--function", metavar="MODULE:FUNCTION", help="measure only this function of two names")
    add("--split", action="store_true", help="show the sorts of rows in each set")
    add("--no-retrieval", action="store_true", help="leave out the lexicon")
    add("--json", type=Path, metavar="FILE", help="write all figures to a file")
    add("--show", choices=["negatives", "misses", "answers"], help="list rows of the first scorer")
    add("--set", choices=SETS, default=next(iter(SETS)), help="the set whose misses are shown")
    add("--top", type=int, default=40, help="how many rows are shown")
    add("--cross-validate", type=int, metavar="K", help="measure what --train makes, in K folds")
    add("--train", metavar="MODULE:FUNCTION", help="makes a scorer of a list of labelled pairs")
    wanted = parser.parse_args(arguments)
    if (wanted.cross_validate is None) != (wanted.train is None):
        parser.error("--cross-validate and --train go together")
    if wanted.show == "answers" and wanted.no_retrieval:
        parser.error("--show answers needs the retrieval")
    return wanted


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print a table of the comparison and one of the retrieval, and what is asked."""
    wanted = parse_arguments(arguments)
    folder = find_data()
    if not folder.is_dir():
        print(f"There is nothing to measure on: {folder} is not there (see NORMALIZE_EVAL).")
        return
    data = load_data(folder)
    if wanted.split:
        data = replace(data, sets=tuple(split_by_tag(data.sets)))
    measured = [measure(scorer, data) for scorer in make_scorers(wanted)]
    figures = [each.figures for each in measured]
    if wanted.train:
        scores = cross_validate(load_function(wanted.train), data, wanted.cross_validate)
        figures.append(work_out(f"in {wanted.cross_validate} folds", None, scores, data))
    if not figures:
        print("There is nobody to measure.")
        return
    print(comparison_table(data.sets, figures), flush=True)
    retrieved: list[Retrieved] = []
    if not wanted.no_retrieval:
        task = make_task(data.spellings)
        retrieved = [look_up(each, task) for each in measured]
        print(f"\n{retrieval_table(retrieved)}", flush=True)
    if wanted.show and measured:
        print(f"\n{show(wanted, data, measured[0], retrieved)}")
    if wanted.json:
        text = json.dumps(as_json(figures, retrieved), indent=1)
        wanted.json.write_text(text + "\n", encoding="utf-8")


def make_scorers(wanted: Namespace) -> Iterator[Scorer]:
    """Yield the scorers that are asked for, and say which of them are not installed."""
    if wanted.function:
        yield Function(wanted.function.partition(":")[2], load_function(wanted.function))
        return
    for name in wanted.only:
        try:
            yield SCORERS[name]()
        except ImportError as error:
            print(f"{name} is left out: {error}")


def load_function(place: str) -> Any:
    """Return the function that `module:function` names."""
    module, _, function = place.partition(":")
    return getattr(import_module(module), function)


def measure(scorer: Scorer, data: Evaluation) -> Measured:
    """Return what a scorer does on all pairs."""
    scores = score_all(scorer, data)
    return Measured(scorer, scores, work_out(scorer.name, scorer.threshold, scores, data))


def look_up(measured: Measured, task: Task) -> Retrieved:
    """Return what a scorer finds; without a lexicon of its own, by its strictest threshold."""
    scorer = measured.scorer
    search = make_search(scorer, task.lexicon, measured.figures.thresholds[0])
    if is_slow(scorer):
        return retrieve(f"{scorer.name} (a sample)", search, task.sample(QUESTIONS_OF_SLOW))
    return retrieve(scorer.name, search, task)


def show(
    wanted: Namespace, data: Evaluation, measured: Measured, retrieved: Sequence[Retrieved]
) -> str:
    """Return the list of rows that is asked for."""
    if wanted.show == "answers":
        return show_answers(retrieved[0], wanted.top)
    scorer, scores, figures = measured.scorer, measured.scores, measured.figures
    if wanted.show == "negatives":
        return show_negatives(scorer, figures, data.negatives, scores.negatives, wanted.top)
    pairs = next(one.pairs for one in data.sets if one.name == wanted.set)
    return show_misses(scorer, figures, pairs, scores.sets[wanted.set], wanted.top)


if __name__ == "__main__":
    main()
