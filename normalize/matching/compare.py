"""Whether two names are one person's: parts aligned by sound, evidence weighed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from normalize.matching.align import Pair, align
from normalize.matching.declined import is_surely_serbian, nominatives
from normalize.matching.evidence import find, gaps, probability, telling, weigh
from normalize.matching.names import Name, Part, split_name
from normalize.model import Comparison, Reason, Step

DEFAULT_THRESHOLD = 0.5

_SURE = 0.995  # alike enough to need no reading
_PLAINLY_ALIKE = 0.95
_UNLIKELY = 0.2
_LEAST = 1e-4  # what two names get that share nothing
_GAP_REASONS = {
    "front": (Reason.GIVEN_MISSING, Reason.GIVEN_DIFFERS),
    "middle": (Reason.PART_MISSING, Reason.PART_DIFFERS),
    "end": (Reason.FAMILY_MISSING, Reason.FAMILY_DIFFERS),
}


class _Way(NamedTuple):
    """One way to lay two names side by side.

    `moved` is the place of the part of the second that was moved from one end to the other;
    `unsure` says that nothing but the endings speaks for Serbian.
    """

    ours: tuple[Part, ...]
    theirs: tuple[Part, ...]
    against: str = ""
    moved: int | None = None
    undeclined: bool = False
    unsure: bool = False


class Match(NamedTuple):
    """The best way to lay two names side by side, and how likely it makes them one's."""

    score: float
    way: _Way | None
    pairs: Sequence[Pair]


def compare(a: str, b: str) -> Comparison:
    """Return how likely two names are one person's (or place's), from 0 to 1, with the reasons.

    The names may be in any script and spelling, with titles, in either order where that is clear,
    shortened, or in a Serbian case. At `DEFAULT_THRESHOLD` fewer than 1 in 100 pairs of different
    people with similar names pass. Wrong where only the written vowels differ (Hamas and Homs in
    Arabic script), and for one word alone, which says little.

    >>> compare("Abbas Araghchi", "Abas Arakči").score > 0.8
    True
    >>> compare("Hafez Assad", "Bashar al-Assad").score < 0.1
    True
    >>> compare("Mahmoud Abbas", "Abbas Mahmoud").why[0].detail
    'Mahmoud Abbas | Abbas Mahmoud'
    """
    match = match_names(split_name(a), split_name(b))
    return Comparison(score=round(match.score, 4), why=reasons(match, a, b))


def match_names(one: Name, other: Name, *, declined: bool = True) -> Match:
    """Return the best way to lay two names side by side, also as `declined` in Serbian."""
    if len(one.parts) > len(other.parts):
        return _mirrored(match_names(other, one, declined=declined))
    best = plain = Match(_LEAST, None, ())
    highest = float("-inf")
    for way in _ways(one, other, declined):
        pairs = align(way.ours, way.theirs)
        if not _has_a_name(way, pairs) or not _keeps_moved(way, pairs):
            continue
        found = find(way.ours, way.theirs, pairs)
        if way.against:
            found[way.against] = 1.0
        if way.unsure:
            found["undeclined"] = 1.0
        weight = weigh(found)
        as_they_stand = way.ours is one.parts and way.theirs is other.parts
        if weight > highest:
            highest = weight
            best = Match(probability(found), way, pairs)
        if as_they_stand:
            plain = best
            if _is_plain(way, pairs):
                break  # no other way can do better
    if best.score < _UNLIKELY and plain.way:
        return plain._replace(score=best.score)  # reasons against are clearest as they stand
    return best


def reasons(match: Match, a: str, b: str) -> tuple[Step, ...]:
    """Return what speaks for and against a match of two names, in words of the names."""
    if match.way is None:
        return (Step(Reason.NOTHING_SHARED, f"{a} | {b}"),)
    return tuple(_steps(match.way, match.pairs, a, b))


def _mirrored(match: Match) -> Match:
    """Return the match of the same names the other way about.

    Turning the longer name round finds what turning the shorter would not.
    """
    if match.way is None:
        return match
    way = match.way._replace(ours=match.way.theirs, theirs=match.way.ours)
    pairs = [Pair(p.second, p.second_end, p.first, p.first_end, p.likeness) for p in match.pairs]
    return Match(match.score, way, pairs)


def _ways(one: Name, other: Name, declined: bool) -> Iterator[_Way]:
    yield _Way(one.parts, other.parts)
    if len(one.parts) > 1 and len(other.parts) > 1:
        last = len(other.parts) - 1
        turned = other.parts[-1:] + other.parts[:-1]
        yield _Way(one.parts, turned, _turning(one, other, turned), moved=0)
        if last > 1:
            turned = other.parts[1:] + other.parts[:1]
            yield _Way(one.parts, turned, _turning(one, other, turned), moved=last)
    if not declined:
        return
    for parts in nominatives(one.parts):
        yield _Way(parts, other.parts, undeclined=True, unsure=not is_surely_serbian(one.parts))
    for parts in nominatives(other.parts):
        yield _Way(one.parts, parts, undeclined=True, unsure=not is_surely_serbian(other.parts))


def _turning(one: Name, other: Name, turned: Sequence[Part]) -> str:
    """Return what turning a name round counts as: of two given names it makes another man."""
    if one.inverted or other.inverted:
        return ""
    given = all(part.common and not part.article for part in (turned[0], turned[-1]))
    return "swapped_given" if given else "swapped"


def _keeps_moved(way: _Way, pairs: Sequence[Pair]) -> bool:
    """Tell whether the part that was moved has a counterpart, so that moving it hides nothing."""
    return way.moved is None or any(pair.second <= way.moved < pair.second_end for pair in pairs)


def _has_a_name(way: _Way, pairs: Sequence[Pair]) -> bool:
    """Tell whether more than initials stand for each other."""
    return any(not (way.ours[p.first].initial or way.theirs[p.second].initial) for p in pairs)


def _is_plain(way: _Way, pairs: Sequence[Pair]) -> bool:
    """Tell whether every part of the shorter name has a counterpart that sounds much like it."""
    if any(pair.likeness <= _PLAINLY_ALIKE for pair in pairs):
        return False
    ours = sum(pair.first_end - pair.first for pair in pairs)
    theirs = sum(pair.second_end - pair.second for pair in pairs)
    return ours == len(way.ours) or theirs == len(way.theirs)


def _steps(way: _Way, pairs: Sequence[Pair], a: str, b: str) -> Iterator[Step]:
    if way.against:
        yield Step(Reason.TURNED_ROUND, f"{a} | {b}")
    if way.undeclined:
        yield Step(Reason.UNDECLINED, f"{a} | {b}")
    for pair in pairs:
        if pair.likeness < _SURE:
            ours = _words(way.ours[pair.first : pair.first_end])
            theirs = _words(way.theirs[pair.second : pair.second_end])
            yield Step(Reason.SOUNDS_ALIKE, f"{ours} | {theirs}")
    if all(way.ours[pair.first].common for pair in pairs):
        shared = (_words(way.ours[pair.first : pair.first_end]) for pair in pairs)
        yield Step(Reason.ONLY_COMMON, " ".join(shared))
    for gap in gaps(way.ours, way.theirs, pairs):
        place, mine, others = telling(gap)
        missing, differs = _GAP_REASONS[place]
        if mine and others:
            yield Step(differs, f"{_words(mine)} | {_words(others)}")
        elif mine or others:
            yield Step(missing, _words(mine or others))


def _words(parts: Sequence[Part]) -> str:
    return " ".join(part.text for part in parts)
