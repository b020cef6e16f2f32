"""What the language modules are told of a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple


class Shape(NamedTuple):
    """The facts of an entry on which its spellings and endings depend.

    `full` is false for short forms; `gender` is that of the Serbian name, and `declension` what
    an editor says of its cases: forms by case, `poss`, `stem` and `type` (a pattern's name).
    """

    type: str
    full: bool = True
    gender: str | None = None
    declension: Mapping[str, str] = MappingProxyType({})

    @property
    def is_full_person_name(self) -> bool:
        """Tell whether the name is a person's whole name."""
        return self.full and self.type == "person"


class Setting(NamedTuple):
    """Where a name stands: what is found there, and some of the text before it and after it."""

    before: str
    found: str
    following: str


class Neighbours(NamedTuple):
    """What changes around a written name: characters cut on either side, and what replaces them."""

    cut_before: int = 0
    article: str = ""
    cut_after: int = 0
    ending: str = ""


class Place(NamedTuple):
    """What stands before and after a mention, and whether a sentence begins with it.

    `is_bare` is true of an acronym without ending.
    """

    before: str
    after: str
    starts: bool
    is_acronym: bool
    is_bare: bool


# Matches nothing, in languages where no kind of firm is named by what follows an acronym.
NO_FIRM = re.compile(r"(?!)")


def leave_neighbours(written: str, before: str, following: str) -> Neighbours:
    """Change nothing around a name, in languages where nothing there depends on it."""
    return Neighbours()


def no_proclitics() -> frozenset[str]:
    """Return nothing, in languages that join no little word to a name."""
    return frozenset()


def join_nothing(proclitic: str, name: str, label: str) -> str | None:
    """Return None, in languages that join no little word to a name."""
    return None


def attach_plainly(proclitic: str, name: str) -> str:
    """Return a name after what is joined to it, neither changing the other."""
    return proclitic + name


def take_any_spelling(listed: str, found: str) -> bool:
    """Tell that a span may be the name it folds like, in languages that fold no letters alike."""
    return True


def is_never_a_word(name: str, label: str, setting: Setting) -> bool | None:
    """Tell that a name is one, in languages where a capital shows it."""
    return False


def lengthens_nothing(word: str, short: bool) -> bool:
    """Tell that a word makes no name longer, in languages where a capital shows which do."""
    return False


def inflect_nothing(name: str, shape: Shape) -> Iterator[tuple[str, str]]:
    """Yield no inflected form, in languages whose names do not change."""
    yield from ()


def write_uninflected(name: str, label: str, shape: Shape, like: str = "") -> str | None:
    """Return the name itself, in languages whose names do not change."""
    return name


def label_nothing(name: str, shape: Shape) -> str:
    """Return no label, in languages where a name as it is listed is just that."""
    return ""


def read_no_case(label: str, name: str, shape: Shape, place: Place) -> str | None:
    """Return the label as it is, in languages whose neighbours tell no more."""
    return label


def keep_no_capitals(written: str, there: str) -> str:
    """Return the name as it is written, in languages that leave no choice of its capitals."""
    return written
