"""Sorani Kurdish: how names are written in its press, and their endings."""

from __future__ import annotations

from collections.abc import Iterator

from normalize.languages.arabic_script import names
from normalize.languages.arabic_script.tables import tables
from normalize.languages.shape import (
    NO_FIRM,
    Setting,
    Shape,
    attach_plainly,
    join_nothing,
    keep_no_capitals,
    label_nothing,
    leave_neighbours,
    no_proclitics,
    read_no_case,
)

CUES = ("ناسراو بە", "پێشتر")
TITLES = frozenset("سەرۆک وەزیری بەڕێز دکتۆر شێخ مەلا".split())
OPENERS: frozenset[str] = frozenset()
FUNCTION_WORDS: frozenset[str] = frozenset()
FIRM_AFTER = NO_FIRM

_LANG = "ckb"

label_base = label_nothing
read_case = read_no_case
keep_capitals = keep_no_capitals
mend_neighbours = leave_neighbours
proclitics = no_proclitics
join_proclitic = join_nothing
attach = attach_plainly


def vary(name: str, shape: Shape) -> Iterator[str]:
    """Yield a Sorani name as careless keyboards have it: in Arabic's letters, with a short u.

    >>> list(vary("جەلال تاڵەبانی", Shape("person")))
    ['جەلال تالەبانی']
    """
    told = tables(_LANG).told
    (long, short), *_ = told["long-u"].items()
    plain = name.translate(str.maketrans(told["plain-letters"]))
    ways = (name.replace(long, short), plain, plain.replace(long, short))
    yield from dict.fromkeys(way for way in ways if way != name)


def inflect(name: str, shape: Shape) -> Iterator[tuple[str, str]]:
    """Yield a name with each ending that it may have, by that ending.

    >>> [form for form, label in inflect("هەولێر", Shape("place"))][:2]
    ['هەولێردا', 'هەولێرەوە']
    """
    for spelled in (name, *vary(name, shape)):
        for ending in _endings(spelled, shape):
            yield spelled + ending, ending


def write_inflection(name: str, label: str, shape: Shape, like: str = "") -> str | None:
    """Return the name with an ending, or None where a name that ends so cannot have it.

    >>> write_inflection("عێراق", "دا", Shape("place")), write_inflection("عێراق", "وە", Shape(""))
    ('عێراقدا', None)
    """
    return name + label if label in _endings(name, shape) else None


def _endings(name: str, shape: Shape) -> list[str]:
    told = tables(_LANG).told
    rules = told["endings"]
    after_vowel = name.endswith(tuple(told["vowels"].split()))
    endings: list[str] = rules["after-vowel" if after_vowel else "after-consonant"].split()
    if name.endswith(tuple(rules["ezafe"]["after"].split())):
        endings.append(rules["ezafe"]["letter"])
    if shape.type == "people" and not after_vowel:
        endings += told["plurals"].split()
    return endings


def is_written_like(listed: str, found: str) -> bool:
    """Tell whether a span that folds like a name may be that name."""
    return names.is_written_like(listed, found, _LANG)


def is_only_a_word(name: str, label: str, setting: Setting) -> bool | None:
    """Tell whether a name is an ordinary word in its place; None where the whole text decides."""
    return names.is_only_a_word(name, "", setting, _LANG)


def makes_longer(word: str, short: bool) -> bool:
    """Tell whether a word before a name, or a family name (`short`), makes it somebody else's."""
    return names.makes_longer(word, short, _LANG)
