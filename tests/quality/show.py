"""The single rows behind the figures: what passes that should not, and what fails to."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tests.quality.data import Pair
from tests.quality.measure import SHARES, Figures, Numbers
from tests.quality.peers import Scorer
from tests.quality.retrieval import STRANGERS, Mistake, Retrieved


def show_negatives(
    scorer: Scorer, figures: Figures, negatives: Sequence[Pair], scores: Numbers, top: int
) -> str:
    """Return the hard negatives of the highest scores, and which thresholds they pass."""
    order = np.argsort(-scores, kind="stable")[:top]
    lines = (_show(scorer, figures, negatives[place], scores[place]) for place in order)
    return "\n".join([f"Hard negatives that {scorer.name} likes best", *lines])


def show_misses(
    scorer: Scorer, figures: Figures, pairs: Sequence[Pair], scores: Numbers, top: int
) -> str:
    """Return the pairs below the strictest threshold, the nearest to it first."""
    order = np.argsort(-scores, kind="stable")
    missed = [place for place in order if scores[place] < max(figures.thresholds)]
    lines = (_show(scorer, figures, pairs[place], scores[place]) for place in missed[:top])
    return "\n".join([f"{len(missed)} of {len(pairs)} that {scorer.name} misses", *lines])


def _show(scorer: Scorer, figures: Figures, pair: Pair, score: float) -> str:
    passed = [
        f"{share:.0%}"
        for share, threshold in zip(SHARES, figures.thresholds, strict=True)
        if score >= threshold
    ]
    if figures.default is not None and score >= figures.default:
        passed.append("own")
    explanation = scorer.explain(pair.listed, pair.other)
    return (
        f"{score:.3f}  {' '.join(passed) or '-':9}  {pair.listed} | {pair.other}"
        f"  [{pair.tag}]  {explanation}"
    )


def show_answers(retrieved: Retrieved, top: int) -> str:
    """Return what was answered wrongly, then what was not answered."""
    wrong = [mistake for mistake in retrieved.mistakes if mistake.found is not None]
    rest = [mistake for mistake in retrieved.mistakes if mistake.found is None]
    lines = [_show_answer(mistake) for mistake in (*wrong, *rest)[:top]]
    return "\n".join(
        [f"{len(wrong)} wrong answers of {retrieved.searcher}, {len(rest)} missing", *lines]
    )


def _show_answer(mistake: Mistake) -> str:
    question = mistake.question
    right = " or ".join(sorted(question.answers)) or "nobody"
    kind = "let in" if question.sort == STRANGERS else "wrong" if mistake.found else "missing"
    return f"{kind:7}  {question.text}  [{question.sort}]  is {right}, found {mistake.found}"
