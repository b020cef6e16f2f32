"""Edits made up for reports to tell of."""

from __future__ import annotations

import re

from normalize.model import Edit, Kind, Reason, Step, Suggestion

LISTED = (Step(Reason.LISTED, "Kiev"),)


def edits_for(text: str, before: str = "Kiev", after: str = "Kyiv") -> tuple[Edit, ...]:
    """Return edits of each `before` in a text."""
    return tuple(
        Edit(*found.span(), before, after, "kyiv", Kind.VARIANT, 1.0, LISTED)
        for found in re.finditer(re.escape(before), text)
    )


def suggestion_for(text: str, before: str, after: str) -> Suggestion:
    """Return a suggestion for the first `before` in a text."""
    start = text.index(before)
    why_not = Step(Reason.AMBIGUOUS, "georgia | georgia-us")
    entries = ("georgia", "georgia-us")
    end = start + len(before)
    return Suggestion(start, end, before, after, entries, Kind.SHORT, 0.5, LISTED, why_not)
