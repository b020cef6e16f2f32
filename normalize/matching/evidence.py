"""What two aligned names show for and against being one person's, and what that weighs."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from normalize.matching.align import SAME, Pair
from normalize.matching.names import Part

# What each finding adds to the log-odds, times its figure. Fitted by logistic regression on the
# developers' half of the evaluation data: spellings of one name, every set with about the same
# total weight, against the lookalikes and relatives of that data and the nearest other names of
# its own lists. Signs were held to what they must be; `word_and_more` and `undeclined` were set
# by hand; `start` was lowered until fewer than 1 in 100 of the lookalikes passed at 0.5.
WEIGHTS: Mapping[str, float] = {
    "start": 1.33,
    "blur": -8.79,
    "front_differs": -6.36,
    "mean_blur": -5.98,
    "middle_differs": -5.33,
    "end_differs": -4.91,
    "given_blur": -4.56,
    "swapped_given": -3.03,
    "front_missing": -2.76,
    "front_chain": -2.71,
    "word_short": -2.32,
    "end_missing": -2.05,
    "prename_only": -1.92,
    "swapped": -1.84,
    "family_blur": -1.52,
    "one_generation": -1.10,
    "evidence": 0.96,
    "more_evidence": 0.80,
    "family_far": -0.72,
    "middle_missing": -0.59,
    "one_word": -0.51,
    "word_and_more": -1.00,
    "undeclined": -0.50,
    "given_far": -0.48,
    "front_optional": -0.17,
}
_NOISE = 0.12  # transliteration alone rarely puts two spellings further apart
_MOST_MIDDLES = 3.0


class Gap(NamedTuple):
    """Parts between two pairs that have no counterpart: those of each name, and where."""

    place: str
    ours: tuple[Part, ...]
    theirs: tuple[Part, ...]


def probability(findings: Mapping[str, float]) -> float:
    """Return how likely the findings make it that two names are one's, from 0 to 1."""
    odds = sum(WEIGHTS[name] * figure for name, figure in findings.items())
    return 1 / (1 + math.exp(-odds))


def weigh(findings: Mapping[str, float]) -> float:
    """Return the log-odds of the findings."""
    return sum(WEIGHTS[name] * figure for name, figure in findings.items())


def find(one: Sequence[Part], other: Sequence[Part], pairs: Sequence[Pair]) -> dict[str, float]:
    """Return what an alignment with at least one pair shows, by the names of `WEIGHTS`."""
    agreed = sum(_weight(one, other, pair) * (pair.likeness - SAME) / (1 - SAME) for pair in pairs)
    found = {
        "start": 1.0,
        "evidence": min(agreed, 1.0),
        "more_evidence": min(max(agreed - 1.0, 0.0), 2.0),
    }
    between = gaps(one, other, pairs)
    for gap in between:
        _find_gap(gap, found)
    if found.get("front_missing") and len(between) == 1 and len(pairs) > 1:
        found["one_generation"] = 1.0
    _find_blur(one, other, pairs, found)
    if len(one) == 1 and len(other) == 1:
        found["one_word"] = 1.0
    elif min(sum(not part.title for part in side) for side in (one, other)) == 1:
        found["word_and_more"] = 1.0
    if len(pairs) > 2 and "front_optional" in found:
        found["front_chain"] = found["front_optional"]
    if len(pairs) == 2 and "middle_missing" in found and one[pairs[0].first].prename:
        found["prename_only"] = 1.0
    return found


def gaps(one: Sequence[Part], other: Sequence[Part], pairs: Sequence[Pair]) -> list[Gap]:
    """Return the parts without a counterpart, by their place: front, middle or end."""
    edges = [
        Pair(0, 0, 0, 0, 1.0),
        *pairs,
        Pair(len(one), len(one), len(other), len(other), 1.0),
    ]
    found = []
    for at, (before, after) in enumerate(pairwise(edges)):
        ours = tuple(one[before.first_end : after.first])
        theirs = tuple(other[before.second_end : after.second])
        if ours or theirs:
            place = "front" if not at else "end" if at == len(pairs) else "middle"
            found.append(Gap(place, ours, theirs))
    return found


def telling(gap: Gap) -> Gap:
    """Return a gap without initials, and titles but at the front."""
    ours, theirs = (
        tuple(p for p in side if not p.initial and not (p.title and gap.place != "front"))
        for side in (gap.ours, gap.theirs)
    )
    return Gap(gap.place, ours, theirs)


def _weight(one: Sequence[Part], other: Sequence[Part], pair: Pair) -> float:
    ours = sum(part.weight for part in one[pair.first : pair.first_end])
    theirs = sum(part.weight for part in other[pair.second : pair.second_end])
    return min(ours, theirs)


def _find_gap(gap: Gap, found: dict[str, float]) -> None:
    if gap.ours and gap.theirs and all(part.initial for part in (*gap.ours, *gap.theirs)):
        _add(found, "middle_differs", 0.4)
        return
    place, ours, theirs = telling(gap)
    if ours and theirs:
        optional = any(all(part.optional for part in side) for side in (ours, theirs))
        _add(found, f"{place}_differs", 0.6 if optional and place != "front" else 1.0)
    elif gone := ours or theirs:
        if place == "front":
            found["front_missing"] = float(sum(not part.optional for part in gone))
            found["front_optional"] = float(sum(p.optional and not p.title for p in gone))
        elif place == "end":
            found["end_missing"] = 1.0 + 0.25 * min(len(gone) - 1, 2)
        else:
            missing = found.get("middle_missing", 0.0) + len(gone)
            found["middle_missing"] = min(missing, _MOST_MIDDLES)


def _find_blur(
    one: Sequence[Part], other: Sequence[Part], pairs: Sequence[Pair], found: dict[str, float]
) -> None:
    blurs = [
        1 - pair.likeness
        for pair in pairs
        if not one[pair.first].initial and not other[pair.second].initial
    ]
    if blurs:
        found["blur"] = max(blurs)
        found["mean_blur"] = sum(blurs) / len(blurs)
    if len(pairs) == 1:
        found["word_short"] = 1 - min(1.0, _weight(one, other, pairs[0]))
        return
    found["given_blur"] = 1 - pairs[0].likeness
    found["family_blur"] = 1 - pairs[-1].likeness
    found["given_far"] = max(0.0, found["given_blur"] - _NOISE)
    found["family_far"] = max(0.0, found["family_blur"] - _NOISE)


def _add(found: dict[str, float], name: str, figure: float) -> None:
    found[name] = found.get(name, 0.0) + figure
