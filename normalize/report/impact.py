"""What a change of the lexicon changes in texts: place by place, and summed up by entry."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from normalize.model import Edit, Reason, Suggestion
from normalize.report.findings import Place, places

_CONTEXT = 40
_EXAMPLES = 3


class Effect(StrEnum):
    """What became of a place; listed from worst to best."""

    OTHER = "other"  # it was rewritten before, too, and comes out as something else
    GONE = "gone"  # it was rewritten before and is left alone now
    NEW = "new"  # it was left alone before


class Outcome(NamedTuple):
    """What one lexicon does to a text."""

    edits: Sequence[Edit]
    suggestions: Sequence[Suggestion]


@dataclass(frozen=True, slots=True)
class Difference:
    """A place that comes out differently: `before` with the old lexicon, `after` with the new.

    `entry` is the one that rewrites it now, or the one that did. `left` and `right` are the text
    around it.
    """

    path: str
    at: Place
    entry: str
    effect: Effect
    before: str
    after: str
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A place that several entries claim now and did not before."""

    path: str
    at: Place
    text: str
    entries: tuple[str, ...]
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class EntryImpact:
    """One entry's differences: how many of each effect, and examples with how often each is."""

    entry: str
    effects: Counter[Effect]
    examples: tuple[tuple[Difference, int], ...]


def find_differences(path: str, text: str, old: Outcome, new: Outcome) -> Iterator[Difference]:
    """Yield the places of a text that come out differently with another lexicon, in text order."""
    common = {_said(edit) for edit in old.edits} & {_said(edit) for edit in new.edits}
    changed = [(edit, 0) for edit in old.edits if _said(edit) not in common]
    changed += [(edit, 1) for edit in new.edits if _said(edit) not in common]
    groups = list(_overlapping(sorted(changed, key=lambda each: (each[0].start, each[0].end))))
    starts = [min(edit.start for edit, _ in group) for group in groups]
    for group, start, at in zip(groups, starts, places(text, starts), strict=True):
        end = max(edit.end for edit, _ in group)
        before, after = (
            _rewritten(text, start, end, [edit for edit, of in group if of == which])
            for which in (0, 1)
        )
        if before == after:
            continue
        by = next((e for e, which in group if which), group[0][0])
        effect = _effect({which for _, which in group})
        yield Difference(path, at, by.entry, effect, before, after, *_around(text, start, end))


def find_ambiguities(path: str, text: str, old: Outcome, new: Outcome) -> Iterator[Ambiguity]:
    """Yield the places of a text that only the new lexicon finds ambiguous."""
    known = {(each.start, each.end) for each in _ambiguous(old)}
    fresh = [each for each in _ambiguous(new) if (each.start, each.end) not in known]
    for each, at in zip(fresh, places(text, [f.start for f in fresh]), strict=True):
        around = _around(text, each.start, each.end)
        yield Ambiguity(path, at, each.before, each.entries, *around)


def sum_up(differences: Iterable[Difference]) -> list[EntryImpact]:
    """Return the impact of each entry, worst first.

    What was rewritten before and comes out otherwise weighs more than what is rewritten now for
    the first time, since somebody relied on it.
    """
    by_entry: defaultdict[str, list[Difference]] = defaultdict(list)
    for difference in differences:
        by_entry[difference.entry].append(difference)
    found = [_impact(entry, of_entry) for entry, of_entry in by_entry.items()]
    return sorted(found, key=_badness)


def _badness(impact: EntryImpact) -> tuple[int, int, str]:
    new = impact.effects[Effect.NEW]
    return (new - impact.effects.total(), -new, impact.entry)


def _impact(entry: str, differences: Sequence[Difference]) -> EntryImpact:
    order = list(Effect)
    alike: defaultdict[tuple[Effect, str, str], list[Difference]] = defaultdict(list)
    for each in differences:
        alike[each.effect, each.before, each.after].append(each)
    ranked = sorted(alike.values(), key=lambda same: (order.index(same[0].effect), -len(same)))
    return EntryImpact(
        entry,
        Counter(each.effect for each in differences),
        tuple((same[0], len(same)) for same in ranked[:_EXAMPLES]),
    )


def _said(edit: Edit) -> tuple[int, int, str]:
    return edit.start, edit.end, edit.after


def _overlapping(edits: Iterable[tuple[Edit, int]]) -> Iterator[list[tuple[Edit, int]]]:
    """Yield runs of edits of either lexicon that touch the same characters."""
    group: list[tuple[Edit, int]] = []
    end = -1
    for each in edits:
        if group and each[0].start >= end:
            yield group
            group = []
        end = max(end, each[0].end) if group else each[0].end
        group.append(each)
    if group:
        yield group


def _rewritten(text: str, start: int, end: int, edits: Sequence[Edit]) -> str:
    pieces: list[str] = []
    for edit in edits:
        pieces += [text[start : edit.start], edit.after]
        start = edit.end
    return "".join([*pieces, text[start:end]])


def _effect(which: set[int]) -> Effect:
    if which == {0, 1}:
        return Effect.OTHER
    return Effect.NEW if which == {1} else Effect.GONE


def _ambiguous(outcome: Outcome) -> list[Suggestion]:
    return [s for s in outcome.suggestions if s.why_not.reason is Reason.AMBIGUOUS]


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    return text[max(start - _CONTEXT, 0) : start], text[end : end + _CONTEXT]
