"""Serbian case endings seen through: what a declined name may be in the nominative.

The endings are those of Pravopis (foreign names; `-ija` after i) with what newspapers add. Only
a whole name is read so: all its parts in one case, or, where the spelling leaves no doubt that
it is Serbian, some of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from normalize.matching.names import Part, latin

_ENDINGS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "genitive": (("ija", "i"), ("e", "a"), ("u", "a"), ("a", "")),
    "dative": (("iju", "i"), ("i", "a"), ("u", "")),
    "instrumental": (("ijem", "i"), ("om", ""), ("em", ""), ("om", "a")),
    "possessive": tuple(
        (stem + ending, nominative)
        for stem, nominative in (("ijev", "i"), ("ov", ""), ("ev", ""), ("in", "a"))
        for ending in ("", "a", "o", "e", "u", "om", "oj", "og", "im", "ih", "i")
    ),
}
# Letters and spellings that Serbian does not have.
_FOREIGN = re.compile(r"[qwxy]|sh|kh|gh|th|ou|ee|oo|ph|([b-df-hk-np-tvz])\1|[^a-zčćšžđа-џ-]")
_SHORTEST_STEM = 2
_ENDING_READ = 0.005  # a name as it stands is a little likelier than one with an ending


@lru_cache(maxsize=1 << 13)
def nominatives(parts: tuple[Part, ...]) -> tuple[tuple[Part, ...], ...]:
    """Return the name as it may be in the nominative, once for each case it may be in."""
    if any(_FOREIGN.search(part.text) for part in parts):
        return ()
    return tuple(_readings(parts, is_surely_serbian(parts)))


def is_surely_serbian(parts: tuple[Part, ...]) -> bool:
    """Tell whether a name that may be Serbian has letters that English does not."""
    return any(not part.text.isascii() for part in parts)


def _readings(parts: tuple[Part, ...], surely_serbian: bool) -> Iterator[tuple[Part, ...]]:
    for case in _ENDINGS:
        changed = [_nominative(part, case) for part in parts]
        if case == "possessive":
            changed[:-1] = [None] * (len(parts) - 1)  # only the last part takes it
        elif not surely_serbian and any(
            new is None and not part.initial for new, part in zip(changed, parts, strict=True)
        ):
            continue
        if any(changed):
            yield tuple(new or part for new, part in zip(changed, parts, strict=True))


@lru_cache(maxsize=1 << 15)
def _nominative(part: Part, case: str) -> Part | None:
    ways = []
    for ending, nominative in _ENDINGS[case]:
        for written, lost in part.spelled:
            plain = latin(written)
            if plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST_STEM:
                stem = plain[: len(plain) - len(ending)] + nominative
                ways.append((stem, lost + _ENDING_READ))
    return replace(part, spelled=tuple(ways)) if ways else None
