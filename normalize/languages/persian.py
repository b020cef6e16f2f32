"""Persian: how names are written in its press."""

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

CUES = ("معروف به", "موسوم به", "ملقب به", "سابقا", "سابقاً", "با نام", "به نام")
TITLES = frozenset("آقای خانم دکتر رئیس وزیر آیت سردار سید شیخ امام سرلشکر ژنرال شاه ملکه".split())
OPENERS: frozenset[str] = frozenset()
FUNCTION_WORDS: frozenset[str] = frozenset()

_ZWNJ = "\N{ZERO WIDTH NON-JOINER}"

FIRM_AFTER = NO_FIRM

inflect = inflect_nothing
write_inflection = write_uninflected
label_base = label_nothing
read_case = read_no_case
keep_capitals = keep_no_capitals
mend_neighbours = leave_neighbours


def vary(name: str, shape: Shape) -> Iterator[str]:
    """Yield a Persian name with a space where it is listed with a zero-width non-joiner.

    The joined spelling needs no form of its own, since the fold passes over the non-joiner.

    >>> list(vary("محمود احمدی\N{ZERO WIDTH NON-JOINER}نژاد", Shape("person")))
    ['محمود احمدی نژاد']
    """
    if _ZWNJ in name:
        yield name.replace(_ZWNJ, " ")
