"""Sorani Kurdish: how names are written in its press."""

from __future__ import annotations

from collections.abc import Iterator

from normalize.languages.shape import (
    NO_FIRM,
    Shape,
    inflect_nothing,
    keep_no_capitals,
    label_nothing,
    leave_neighbours,
    read_no_case,
    write_uninflected,
)

CUES = ("ناسراو بە", "پێشتر")
TITLES = frozenset("سەرۆک وەزیری بەڕێز دکتۆر شێخ مەلا".split())
OPENERS: frozenset[str] = frozenset()
FUNCTION_WORDS: frozenset[str] = frozenset()

FIRM_AFTER = NO_FIRM

inflect = inflect_nothing
write_inflection = write_uninflected
label_base = label_nothing
read_case = read_no_case
keep_capitals = keep_no_capitals
mend_neighbours = leave_neighbours


def vary(name: str, shape: Shape) -> Iterator[str]:
    """Yield nothing: no spelling of a Sorani name follows from another by a rule we know."""
    yield from ()
