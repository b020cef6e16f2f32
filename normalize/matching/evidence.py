"""What two aligned names show for and against being one person's, and what that weighs."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from normalize.matching.align import SAME, Pair, part_likeness
from normalize.matching.names import Part
from normalize.matching.vowels import vowels_clash

# What each finding adds to the log-odds, times its figure. Fitted by logistic regression on the
# developers' half of the evaluation data: spellings of one name, every set with about the same
# total weight, against the lookalikes and relatives of that data and the nearest other names of
# its own lists. Signs were held to what they must be, and `start` lowered until fewer than 1 in
# 100 of the lookalikes passed at 0.5. Set by hand, where that data has too few cases to tell:
# `word_and_more`, `first_vowels` (Bashar is not Bashir), `exchanged`, `other_sex`, `only_common`,
# `prename_only`, `scattered`, `swapped` and `undeclined`.
WEIGHTS: Mapping[str, float] = {
    "start": 2.53,
    "blur": -14.57,
    "given_blur": -9.08,
    "family_blur": -5.94,
    "uncovered": -4.93,
    "front_missing": -4.85,
    "mean_blur": -4.65,
    "word_and_more": -4.60,
    "exchanged": -4.60,
    "first_vowels": -4.30,
    "swapped_given": -4.07,
    "front_chain": -3.44,
    "other_sex": -3.00,
    "prename_only": -3.00,
    "front_differs": -2.87,
    "evidence": 2.29,
    "one_word": -1.78,
    "scattered": -1.50,
    "only_common": -1.50,
    "middle_differs": -1.43,
    "uncovered_weight": -1.34,
    "end_differs": -1.02,
    "swapped": -1.00,
    "undeclined": -0.50,
    "end_missing": -0.40,
    "common": -0.35,
    "middle_missing": -0.26,
    "vowels": -0.22,
    "moved": -0.16,
}
_MOST_BLUR = 0.2  # words further apart than this are no likelier to be one than others
_MOST_MIDDLES = 3.0
_MOVED = 0.85  # parts at least this alike are one part in another place


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
    }
    both_common = sum(one[p.first].common and other[p.second].common for p in pairs)
    if both_common:
        found["common"] = float(both_common)
    between = gaps(one, other, pairs)
    if len(pairs) > 1:
        between, moved = _set_moved_aside(between)
        for part, to_front in moved:
            harmless = part.prename if to_front else not part.common
            _add(found, "moved" if harmless else "exchanged", 1.0)
    _find_uncovered(between, found)
    for gap in between:
        if not (gap.place == "front" and _is_called_by_kunya(one, other, pairs[0])):
            _find_gap(gap, found, len(pairs))
    if sum(f"{gap.place}_missing" in found for gap in between) > 1:
        found["scattered"] = 1.0
    _find_blur(one, other, pairs, found)
    if len(one) == 1 and len(other) == 1:
        found["one_word"] = 1.0
    elif _has_names(between) and _is_one_word(one, other, pairs, found):
        found["word_and_more"] = 1.0
    if both_common == len(pairs) and _has_names(between):
        found["only_common"] = 1.0
    if len(pairs) > 1 and _is_other_sex(one[pairs[0].first], other[pairs[0].second]):
        found["other_sex"] = 1.0
    if len(pairs) == 2 and "middle_missing" in found and one[pairs[0].first].prename:
        found["prename_only"] = 1.0
    return found


def _count_names(parts: Sequence[Part]) -> int:
    return sum(not part.title for part in parts)


def _is_one_word(
    one: Sequence[Part], other: Sequence[Part], pairs: Sequence[Pair], found: Mapping[str, float]
) -> bool:
    """Tell whether all that one name has is a single word, or two written as one."""
    if min(_count_names(one), _count_names(other)) == 1:
        return True
    return len(pairs) == 1 and "uncovered" not in found


def _has_names(between: Sequence[Gap]) -> bool:
    return any(_count_names(gap.ours) or _count_names(gap.theirs) for gap in between)


def _is_other_sex(part: Part, counterpart: Part) -> bool:
    """Tell whether one given name is the other with the ending of women's: Nabil and Nabila."""
    shorter, longer = sorted((part.spelled[0][0], counterpart.spelled[0][0]), key=len)
    return len(shorter) > 2 and longer.removeprefix(shorter) in ("a", "ah", "ة", "ه", "а")


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


def _set_moved_aside(between: Sequence[Gap]) -> tuple[list[Gap], list[tuple[Part, bool]]]:
    """Return the gaps without the parts that both names have in different places, and those.

    With each comes whether it stands at the front in one of the names.
    """
    gone_theirs: set[int] = set()
    moved: list[tuple[Part, bool]] = []
    ours = [(gap, part) for gap in between for part in gap.ours]
    theirs = [(gap, part) for gap in between for part in gap.theirs]
    kept_ours = []
    for place, part in ours:
        at = next(
            (
                at
                for at, (there, counterpart) in enumerate(theirs)
                if there is not place
                and at not in gone_theirs
                and not (part.initial or counterpart.initial)
                and part_likeness(part, counterpart) > _MOVED
            ),
            None,
        )
        if at is None:
            kept_ours.append((place, part))
        else:
            gone_theirs.add(at)
            moved.append((part, "front" in (place.place, theirs[at][0].place)))
    if not moved:
        return list(between), moved
    kept = [
        Gap(
            gap.place,
            tuple(part for there, part in kept_ours if there is gap),
            tuple(
                part
                for at, (there, part) in enumerate(theirs)
                if there is gap and at not in gone_theirs
            ),
        )
        for gap in between
    ]
    return [gap for gap in kept if gap.ours or gap.theirs], moved


def _is_called_by_kunya(one: Sequence[Part], other: Sequence[Part], first: Pair) -> bool:
    """Tell whether one name begins with Abu and a child's name, which leaves out the given one."""
    sides = ((one, first.first), (other, first.second))
    return any(not at and side[at].kunya for side, at in sides)


def _find_gap(gap: Gap, found: dict[str, float], shared: int) -> None:
    if gap.ours and gap.theirs and all(part.initial for part in (*gap.ours, *gap.theirs)):
        _add(found, "middle_differs", 0.4)
        return
    place, ours, theirs = telling(gap)
    if ours and theirs:
        optional = any(all(part.optional for part in side) for side in (ours, theirs))
        _add(found, f"{place}_differs", 0.6 if optional and place != "front" else 1.0)
    elif gone := ours or theirs:
        if place == "front":
            if shared > 1 and not all(part.optional for part in gone):
                found["front_missing"] = 1.0
            if shared > 2:  # Muhammad before a name is nothing, before a chain of names a son's
                found["front_chain"] = float(sum(p.optional and not p.title for p in gone))
        elif place == "end":
            found["end_missing"] = 1.0 + 0.25 * min(len(gone) - 1, 2)
        else:
            missing = found.get("middle_missing", 0.0) + len(gone)
            found["middle_missing"] = min(missing, _MOST_MIDDLES)


def _find_uncovered(between: Sequence[Gap], found: dict[str, float]) -> None:
    """Add what the name with fewer parts left over has that the other has nothing for.

    A shorter form of a name leaves out parts; it has none of its own.
    """
    ours = [part for gap in between for part in gap.ours]
    theirs = [part for gap in between for part in gap.theirs]
    fewer = min(ours, theirs, key=len)
    if fewer:
        found["uncovered"] = float(len(fewer))
        found["uncovered_weight"] = sum(part.weight for part in fewer)


def _find_blur(
    one: Sequence[Part], other: Sequence[Part], pairs: Sequence[Pair], found: dict[str, float]
) -> None:
    names = [pair for pair in pairs if not _says_nothing(one[pair.first], other[pair.second])]
    blurs = [1 - pair.likeness for pair in names]
    if blurs:
        found["blur"] = max(blurs)
        found["mean_blur"] = min(sum(blurs) / len(blurs), _MOST_BLUR)
    for pair in names:
        if vowels_clash(one[pair.first].spelled[0][0], other[pair.second].spelled[0][0]):
            _add(found, "first_vowels" if pair is pairs[0] and len(pairs) > 1 else "vowels", 1.0)
    if names and len(pairs) > 1:
        found["given_blur"] = min(blurs[0], _MOST_BLUR)
        found["family_blur"] = min(blurs[-1], _MOST_BLUR)


def _says_nothing(part: Part, counterpart: Part) -> bool:
    """Tell whether it does not matter how two parts are spelled: initials and titles."""
    return part.initial or counterpart.initial or (part.title and counterpart.title)


def _add(found: dict[str, float], name: str, figure: float) -> None:
    found[name] = found.get(name, 0.0) + figure
