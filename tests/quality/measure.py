"""How well a scorer tells one person's spellings from other people's names."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from tests.quality.data import Evaluation, Pair, PairSet
from tests.quality.peers import Scorer

SHARES = (0.01, 0.05)
Numbers = np.ndarray[tuple[int], np.dtype[np.float64]]


@dataclass(frozen=True)
class Scores:
    """What a scorer gave the hard negatives and each set, in their order, and its speed."""

    negatives: Numbers
    sets: Mapping[str, Numbers]
    pairs_per_second: float


@dataclass(frozen=True, slots=True)
class SetFigures:
    """How a scorer does on one set; recalls lie between 0 and 1.

    `recall_at_default` is None for a scorer without a threshold of its own.
    """

    pairs: int
    recalls: tuple[float, ...]
    area: float
    recall_at_default: float | None


@dataclass(frozen=True, slots=True)
class Passed:
    """How many hard negatives a scorer takes for the same person, of those of one sort."""

    negatives: int
    at_shares: tuple[int, ...]
    at_default: int | None


@dataclass(frozen=True, slots=True)
class Figures:
    """How a scorer does; `thresholds` are those that let each of SHARES of the negatives pass."""

    scorer: str
    default: float | None
    thresholds: tuple[float, ...]
    sets: Mapping[str, SetFigures]
    passed: Mapping[str, Passed]
    pairs_per_second: float


def score_all(scorer: Scorer, data: Evaluation) -> Scores:
    """Return what a scorer gives each pair. Its caches are cold, as for a list seen once."""
    began = time.perf_counter()
    of_negatives = score_pairs(scorer, data.negatives)
    of_sets = {one.name: score_pairs(scorer, one.pairs) for one in data.sets}
    seconds = time.perf_counter() - began
    return Scores(of_negatives, of_sets, data.size / max(seconds, 1e-9))


def score_pairs(scorer: Scorer, pairs: Iterable[Pair]) -> Numbers:
    """Return the scores of some pairs."""
    return np.array([scorer.score(pair.listed, pair.other) for pair in pairs], dtype=float)


def strictest_share(negatives: Numbers, share: float) -> float:
    """Return the lowest threshold that at most this share of the hard negatives reaches.

    Negatives of equal score pass or fail together, so fewer than the share may pass.

    >>> strictest_share(np.array([0.9, 0.8, 0.8, 0.1]), 0.5) > 0.8
    True
    """
    allowed = math.floor(share * len(negatives) + 1e-9)
    if allowed >= len(negatives):
        return -math.inf
    first_refused = np.sort(negatives)[::-1][allowed]
    return math.nextafter(first_refused, math.inf)


def recall(scores: Numbers, threshold: float) -> float:
    """Return the share of scores that reach a threshold; not a number where there are none."""
    return float((scores >= threshold).mean()) if len(scores) else math.nan


def area_under_curve(positives: Numbers, negatives: Numbers) -> float:
    """Return how often a positive scores higher than a negative; equals count half.

    >>> area_under_curve(np.array([0.9, 0.5]), np.array([0.5, 0.1]))
    0.875
    """
    if not len(positives) or not len(negatives):
        return math.nan
    ordered = np.sort(negatives)
    lower = np.searchsorted(ordered, positives, "left")
    equal = np.searchsorted(ordered, positives, "right") - lower
    return float((lower + equal / 2).mean() / len(negatives))


def work_out(scorer: str, default: float | None, scores: Scores, data: Evaluation) -> Figures:
    """Return the figures that follow from scores; thresholds come from all hard negatives."""
    thresholds = tuple(strictest_share(scores.negatives, share) for share in SHARES)
    sets = {
        name: SetFigures(
            pairs=len(of_set),
            recalls=tuple(recall(of_set, threshold) for threshold in thresholds),
            area=area_under_curve(of_set, scores.negatives),
            recall_at_default=None if default is None else recall(of_set, default),
        )
        for name, of_set in scores.sets.items()
    }
    reasons = np.array([pair.tag for pair in data.negatives])
    groups = {"all": scores.negatives} | {
        str(reason): scores.negatives[reasons == reason] for reason in np.unique(reasons)
    }
    passed = {name: count_passed(group, thresholds, default) for name, group in groups.items()}
    return Figures(scorer, default, thresholds, sets, passed, scores.pairs_per_second)


def count_passed(scores: Numbers, thresholds: Iterable[float], default: float | None) -> Passed:
    """Return how many of some hard negatives reach each threshold."""
    return Passed(
        negatives=len(scores),
        at_shares=tuple(int((scores >= threshold).sum()) for threshold in thresholds),
        at_default=None if default is None else int((scores >= default).sum()),
    )


def mean_recalls(figures: Figures, sets: Iterable[PairSet]) -> tuple[float, ...]:
    """Return the mean of the recalls over the sets that have an aim."""
    aimed = [figures.sets[one.name].recalls for one in sets if one.aim]
    return tuple(float(np.mean(column)) for column in zip(*aimed, strict=True))
