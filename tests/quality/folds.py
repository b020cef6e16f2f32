"""Cross-validation that never trains on a name of the persons and places it measures on."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tests.quality.data import Evaluation, Pair
from tests.quality.measure import Numbers, Scores, score_pairs
from tests.quality.peers import Scorer


@dataclass(frozen=True, slots=True)
class Labelled:
    """A pair to learn from, and whether it is one person or place."""

    listed: str
    other: str
    same: bool


Trainer = Callable[[Sequence[Labelled]], Scorer]
Folds = Mapping[Pair, int]


def cross_validate(train: Trainer, data: Evaluation, folds: int) -> Scores:
    """Return scores in which each pair was scored by what was trained on the other folds.

    Sets with an aim and the hard negatives are learnt from, all sets are scored. The speed
    includes the training.
    """
    everything = [*data.negatives, *(pair for one in data.sets for pair in one.pairs)]
    fold_of = assign_folds(everything, folds)
    began = time.perf_counter()
    of_negatives = np.zeros(len(data.negatives))
    of_sets = {one.name: np.zeros(len(one.pairs)) for one in data.sets}
    for fold in range(folds):
        scorer = train(list(_others(data, fold_of, fold)))
        _score_fold(of_negatives, scorer, data.negatives, fold_of, fold)
        for one in data.sets:
            _score_fold(of_sets[one.name], scorer, one.pairs, fold_of, fold)
    seconds = time.perf_counter() - began
    return Scores(of_negatives, of_sets, data.size / max(seconds, 1e-9))


def assign_folds(pairs: Iterable[Pair], folds: int) -> Folds:
    """Return the fold of each pair: those that share a name or an entity are in one fold.

    Groups of pairs go to the emptiest fold, the largest group first, so the folds are the
    same in each run and as even as the groups allow.
    """
    distinct = sorted(set(pairs), key=lambda pair: (pair.listed, pair.other, pair.tag, pair.entity))
    groups: dict[str, list[Pair]] = defaultdict(list)
    root_of = _join(distinct)
    for pair in distinct:
        groups[root_of[_name_of(pair.listed)]].append(pair)
    filled = Counter(dict.fromkeys(range(folds), 0))
    fold_of = {}
    for group in sorted(groups.values(), key=len, reverse=True):
        fold = min(filled, key=lambda candidate: filled[candidate])
        filled[fold] += len(group)
        fold_of.update(dict.fromkeys(group, fold))
    return fold_of


def _join(pairs: Iterable[Pair]) -> dict[str, str]:
    """Return one name to stand for all that are connected with it, for each name."""
    connected: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        names = {_name_of(pair.listed), _name_of(pair.other)}
        if pair.entity:
            names.add(f"entity {pair.entity}")
        for name in names:
            connected[name] |= names
    root_of: dict[str, str] = {}
    for root in connected:
        waiting = [] if root in root_of else [root]
        while waiting:
            name = waiting.pop()
            if name not in root_of:
                root_of[name] = root
                waiting += connected[name]
    return root_of


def _name_of(name: str) -> str:
    return " ".join(name.casefold().split())


def _others(data: Evaluation, fold_of: Folds, fold: int) -> Iterator[Labelled]:
    same = [(pair, True) for one in data.sets if one.aim for pair in one.pairs]
    for pair, label in (*same, *((pair, False) for pair in data.negatives)):
        if fold_of[pair] != fold:
            yield Labelled(pair.listed, pair.other, label)


def _score_fold(
    scores: Numbers, scorer: Scorer, pairs: Sequence[Pair], fold_of: Folds, fold: int
) -> None:
    places = [place for place, pair in enumerate(pairs) if fold_of[pair] == fold]
    scores[places] = score_pairs(scorer, [pairs[place] for place in places])
