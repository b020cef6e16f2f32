"""The figures as tables for people, and as plain values for JSON."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

import numpy as np

from tests.quality.data import PairSet
from tests.quality.measure import SHARES, Figures, mean_recalls
from tests.quality.retrieval import SORTS, STRANGERS, Retrieved

# The rows of some columns that stand under one heading.
Block = list[list[str]]

AT_SHARES = [f"{share:.0%}" for share in SHARES]
SAME_NAMES = tuple(sort for sort in SORTS if sort not in {"other names", STRANGERS})


def comparison_table(sets: Sequence[PairSet], measured: Sequence[Figures]) -> str:
    """Return the recall of each set in percent, and the number of hard negatives that pass.

    Both at the thresholds that 1 % and 5 % of the hard negatives pass, and at the scorer's own.
    """
    aims = np.array([one.aim for one in sets if one.aim]).T / 100
    reasons = measured[0].passed
    labels = [
        [""],
        ["recall, %", "pairs"],
        *([one.name, f"{len(one.pairs):,}"] for one in sets),
        ["mean of those with an aim"],
        ["hard negatives passed"],
        *([f"  {reason}", f"{passed.negatives:,}"] for reason, passed in reasons.items()),
        ["threshold"],
        ["pairs a second"],
    ]
    wanted = [
        ["aim"],
        AT_SHARES,
        *([str(percent) for percent in one.aim or ()] for one in sets),
        [in_percent(aim) for aim in aims.mean(axis=1)] if aims.size else [],
    ]
    return lay_out([labels, wanted, *(_scorer_block(sets, figures) for figures in measured)])


def _scorer_block(sets: Sequence[PairSet], figures: Figures) -> Block:
    rows: list[Sequence[object]] = [[figures.scorer], [*AT_SHARES, "AUC", "own"]]
    for one in sets:
        of_set = figures.sets[one.name]
        values = (*of_set.recalls, of_set.area, of_set.recall_at_default)
        rows.append([in_percent(value) for value in values])
    rows += [[in_percent(value) for value in mean_recalls(figures, sets)], []]
    rows += [[*passed.at_shares, "", passed.at_default] for passed in figures.passed.values()]
    rows.append([*map(_short, figures.thresholds), "", _short(figures.default)])
    rows.append([f"{figures.pairs_per_second:,.0f}"])
    width = 3 if figures.default is None else 4
    return [["" if value is None else str(value) for value in row[:width]] for row in rows]


def retrieval_table(retrieved: Iterable[Retrieved]) -> str:
    """Return for each searcher what the questions of each sort found, in percent of them."""
    labels: Block = [[""], ["retrieval, %"]]
    values: Block = [[""], ["asked", "right", "wrong", "nobody", "names a second"]]
    lines = {"all same names": SAME_NAMES} | {
        f"  {sort}" if sort in SAME_NAMES else sort: (sort,) for sort in SORTS
    }
    for result in retrieved:
        labels += [[result.searcher], *([f"  {line}"] for line in lines)]
        values.append(["", "", "", "", f"{result.questions_per_second:,.0f}"])
        for sorts in lines.values():
            asked = sum(result.asked.get(sort, 0) for sort in sorts)
            wrong = sum(map(result.wrong, sorts))
            nobody = asked - wrong if STRANGERS in sorts else sum(map(result.missing, sorts))
            counts = (asked - wrong - nobody, wrong, nobody)
            shares = [in_percent(count / asked if asked else None) for count in counts]
            if STRANGERS in sorts:
                shares[0] = ""
            values.append([f"{asked:,}", *shares, ""])
    return lay_out([labels, values])


def _short(value: float | None) -> str:
    return "" if value is None else f"{value:.4g}"


def in_percent(value: float | None) -> str:
    """Return a share in percent, or nothing where there is none.

    >>> in_percent(0.3333), in_percent(1.0), in_percent(None)
    ('33.3', '100.0', '')
    """
    return "" if value is None or math.isnan(value) else f"{100 * value:.1f}"


def lay_out(blocks: Sequence[Block]) -> str:
    """Return blocks of columns side by side, with the first column of all to the left.

    The first row of a block is its heading, the second names its columns; later rows may be
    shorter, and blocks too.
    """
    rows = max(map(len, blocks))
    sides = [_lay_out_block(block, rows, left=block is blocks[0]) for block in blocks]
    return "\n".join("   ".join(row).rstrip() for row in zip(*sides, strict=True))


def _lay_out_block(block: Block, rows: int, left: bool) -> list[str]:
    heading, body = block[0], block[1:] + [[]] * (rows - len(block))
    columns = len(body[0])
    filled = [[*row, *[""] * (columns - len(row))] for row in body]
    widths = [max(map(len, column)) for column in zip(*filled, strict=True)]
    lines = []
    for row in filled:
        cells = [cell.rjust(width) for cell, width in zip(row, widths, strict=True)]
        if left:
            cells[0] = row[0].ljust(widths[0])
        lines.append("  ".join(cells))
    whole = max(len(lines[0]), *map(len, heading))
    return ["".join(heading).ljust(whole), *(line.rjust(whole) for line in lines)]


def as_json(measured: Iterable[Figures], retrieved: Iterable[Retrieved]) -> dict[str, Any]:
    """Return all figures as plain values; shares lie between 0 and 1."""
    return {
        "shares": SHARES,
        "scorers": [_plain(asdict(figures)) for figures in measured],
        "retrieval": [
            {
                "searcher": result.searcher,
                "questions_per_second": result.questions_per_second,
                "sorts": {
                    sort: {
                        "asked": asked,
                        "wrong": result.wrong(sort),
                        "missing": result.missing(sort),
                    }
                    for sort, asked in result.asked.items()
                },
            }
            for result in retrieved
        ],
    }


def _plain(value: Any) -> Any:
    """Return a value without the numbers that JSON lacks."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
