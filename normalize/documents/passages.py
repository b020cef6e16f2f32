"""What a file says, piece by piece, and where in the file each piece stands.

A format cuts a file into passages. A passage is what is normalized as one text: a page, or
one row of a table. It is made of runs, so that offsets of what it says lead back into the
file, and markup between runs is never touched.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from itertools import accumulate
from typing import NamedTuple

from normalize.model import Edit, Reason, Result, Step, Suggestion

# What stands for a thing in a sentence that is no word: it ends a word and starts no sentence.
OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"
PARAGRAPH = "\n\n"

_GAP = re.compile(r"([\W\d_]+)")
_MARKUP_INSIDE = Step(Reason.NO_PLACE, "markup runs through it")
_NOT_WRITABLE = Step(Reason.NO_PLACE, "the file's format has no room for it here")


class Part(Enum):
    """How a run of a passage stands to the file."""

    PROSE = "the file says it letter for letter"
    ESCAPE = "the file spells it differently, and it can be replaced as a whole only"
    GAP = "markup; what it says stands for how it reads, and is never edited"


class Run(NamedTuple):
    """The stretch `start:end` of a file, and what it says."""

    start: int
    end: int
    says: str
    part: Part = Part.PROSE


@dataclass(frozen=True, slots=True)
class Passage:
    """Runs of a file that are read as one text.

    `spell` writes one character in the file's format, and returns None where it can't be.
    """

    runs: tuple[Run, ...]
    spell: Callable[[str], str | None] = str


class UnreadableError(Exception):
    """A file that is not in its format; `offset` is where that shows."""

    def __init__(self, offset: int, message: str) -> None:
        self.offset = offset
        self.message = message
        super().__init__(message)


def says(passage: Passage) -> str:
    """Return what the passage says, as its reader sees it."""
    if len(passage.runs) == 1:
        return passage.runs[0].says
    return "".join(run.says for run in passage.runs)


def into_file(
    result: Result, passage: Passage, text: str
) -> tuple[tuple[Edit, ...], tuple[Suggestion, ...]]:
    """Return the edits and suggestions for a passage as ones for the file's text.

    An edit that markup runs through, or that can't be written there, becomes a suggestion.
    """
    if passage.runs == ((0, len(text), text, Part.PROSE),):
        return result.edits, result.suggestions
    where = _Where(passage, text)
    edits: list[Edit] = []
    suggestions = [_suggestion_into_file(where, each) for each in result.suggestions]
    for edit in (piece for whole in result.edits for piece in _pieces(where, whole)):
        placed = _edit_into_file(where, edit)
        if isinstance(placed, Edit):
            edits.append(placed)
        else:
            suggestions.append(placed)
    return tuple(edits), tuple(sorted(suggestions, key=lambda each: (each.start, each.end)))


class _Where:
    """The way from a passage's offsets to the file's."""

    def __init__(self, passage: Passage, text: str) -> None:
        self.passage = passage
        self.text = text
        self._starts = list(accumulate((len(run.says) for run in passage.runs), initial=0))

    def runs(self, start: int, end: int) -> tuple[Run, ...]:
        first, last = self._bounds(start, end)
        return self.passage.runs[first : last + 1]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the smallest span of the file that holds all of it."""
        first, last = self._bounds(start, end)
        head, tail = self.passage.runs[first], self.passage.runs[last]
        after_head, before_tail = start - self._starts[first], end - self._starts[last]
        return (
            head.start + (after_head if head.part is Part.PROSE else 0),
            tail.start + before_tail if tail.part is Part.PROSE else tail.end,
        )

    def is_whole(self, start: int, end: int) -> bool:
        """Tell whether the span cuts through no run that is only to be had whole."""
        runs = self.runs(start, end)
        if any(run.part is Part.GAP for run in runs):
            return False
        first, last = self._bounds(start, end)
        return (runs[0].part is Part.PROSE or start == self._starts[first]) and (
            runs[-1].part is Part.PROSE or end == self._starts[last + 1]
        )

    def _bounds(self, start: int, end: int) -> tuple[int, int]:
        first = min(bisect_right(self._starts, start), len(self.passage.runs)) - 1
        return first, max(bisect_left(self._starts, end) - 1, first)


def _pieces(where: _Where, edit: Edit) -> Iterator[Edit]:
    """Yield an edit, or its words where markup runs through a stretch put into another script.

    Such a stretch names no entry, and only its words change: what is between them is the same.
    """
    if edit.entry or where.is_whole(edit.start, edit.end):
        yield edit
        return
    start = edit.start
    olds, news = _GAP.split(edit.before), _GAP.split(edit.after)
    if olds[1::2] != news[1::2]:
        yield edit
        return
    for old, new in zip(olds, news, strict=True):
        if old != new:
            yield replace(edit, start=start, end=start + len(old), before=old, after=new)
        start += len(old)


def _edit_into_file(where: _Where, edit: Edit) -> Edit | Suggestion:
    start, end = where.span(edit.start, edit.end)
    before = where.text[start:end]
    if not where.is_whole(edit.start, edit.end):
        return _held_back(edit, start, end, before, _MARKUP_INSIDE)
    after = _respell(edit.after, where, edit.start, edit.end)
    if after is None:
        return _held_back(edit, start, end, before, _NOT_WRITABLE)
    return replace(edit, start=start, end=end, before=before, after=after)


def _held_back(edit: Edit, start: int, end: int, before: str, why_not: Step) -> Suggestion:
    kind, sure = edit.kind, edit.confidence
    after = edit.after
    entries = (edit.entry,) if edit.entry else ()
    return Suggestion(start, end, before, after, entries, kind, sure, edit.why, why_not)


def _suggestion_into_file(where: _Where, suggestion: Suggestion) -> Suggestion:
    start, end = where.span(suggestion.start, suggestion.end)
    before = where.text[start:end]
    after = before if suggestion.after == suggestion.before else suggestion.after
    return replace(suggestion, start=start, end=end, before=before, after=after)


def _respell(after: str, where: _Where, start: int, end: int) -> str | None:
    """Write `after` as the file wrote the same characters in what it replaces."""
    known: dict[str, str] = {}
    first, last = where.span(start, end)
    for run in where.runs(start, end):
        written = where.text[max(run.start, first) : min(run.end, last)]
        if run.part is Part.ESCAPE:
            known[run.says] = written
        else:
            # What stood unescaped needs no escape: a comma in a name was in a quoted field.
            known.update((each, each) for each in written if each not in known)
    spell = where.passage.spell
    spelled = [known[each] if each in known else spell(each) for each in after]
    return None if None in spelled else "".join(map(str, spelled))
