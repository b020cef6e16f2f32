"""Persian: how names are written in its press, and their few endings."""

from __future__ import annotations

import re
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

CUES = ("معروف به", "موسوم به", "ملقب به", "سابقا", "سابقاً", "با نام", "به نام")
TITLES = frozenset("آقای خانم دکتر رئیس وزیر آیت سردار سید شیخ امام سرلشکر ژنرال شاه ملکه".split())
OPENERS: frozenset[str] = frozenset()
FUNCTION_WORDS: frozenset[str] = frozenset()
FIRM_AFTER = NO_FIRM

_LANG = "fa"
_ZWNJ = "\N{ZERO WIDTH NON-JOINER}"
# Letters that join to nothing after them, so that nothing has to part them from an ending.
_UNJOINED = re.compile("[اآدذرزژو]\\Z")

label_base = label_nothing
read_case = read_no_case
keep_capitals = keep_no_capitals
mend_neighbours = leave_neighbours
proclitics = no_proclitics
join_proclitic = join_nothing
attach = attach_plainly


def vary(name: str, shape: Shape) -> Iterator[str]:
    """Yield a Persian name with its compounds joined and parted, and its non-joiners as spaces.

    The joined spelling needs no form of its own, since the fold passes over the non-joiner.

    >>> list(vary("محمود احمدی\N{ZERO WIDTH NON-JOINER}نژاد", Shape("person")))
    ['محمود احمدی نژاد']
    >>> list(vary("محمدباقر قالیباف", Shape("person")))
    ['محمد باقر قالیباف']
    """
    spaced = name.replace(_ZWNJ, " ")
    if spaced != name:
        yield spaced
    for spelled in names.vary_compounds(spaced, _LANG):
        if spelled != name.replace(_ZWNJ, ""):
            yield spelled


def inflect(name: str, shape: Shape) -> Iterator[tuple[str, str]]:
    """Yield a name with the ی of ezafe after a vowel, and the plurals of a people, by the ending.

    >>> list(inflect("آمریکا", Shape("place")))
    [('آمریکای', 'ی')]
    """
    for spelled in (name, *vary(name, shape)):
        for label in _endings(spelled, shape):
            yield _add(spelled, label), label
            if shape.type == "people":
                yield f"{spelled} {label}", label


def write_inflection(name: str, label: str, shape: Shape, like: str = "") -> str | None:
    """Return the name with an ending, and a non-joiner before it where one is needed.

    None where a name cannot have it, as the ی of ezafe after a consonant.

    >>> write_inflection("سوریه", "ی", Shape("place")) == "سوریه" + _ZWNJ + "ی"
    True
    """
    return _add(name, label) if label in _endings(name, shape) else None


def _endings(name: str, shape: Shape) -> list[str]:
    told = tables(_LANG).told
    endings = told["plurals"].split() if shape.type == "people" else []
    ezafe = told["ezafe"]
    if name.endswith((*ezafe["after"].split(), ezafe["silent"])):
        endings.append(ezafe["letter"])
    return endings


def _add(name: str, ending: str) -> str:
    return name + ("" if _UNJOINED.search(name) else _ZWNJ) + ending


def is_written_like(listed: str, found: str) -> bool:
    """Tell whether a span that folds like a name may be that name."""
    return names.is_written_like(listed, found, _LANG)


def is_only_a_word(name: str, label: str, setting: Setting) -> bool | None:
    """Tell whether a name is an ordinary word in its place; None where the whole text decides."""
    return names.is_only_a_word(name, "", setting, _LANG)


def makes_longer(word: str, short: bool) -> bool:
    """Tell whether a word before a name, or a family name (`short`), makes it somebody else's."""
    return names.makes_longer(word, short, _LANG)
