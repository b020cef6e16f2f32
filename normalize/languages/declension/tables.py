"""The tables of `serbian.yaml`, read once and in the shape that the rules need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

CASES = ("nom", "gen", "dat", "acc", "voc", "ins", "loc")


@dataclass(frozen=True, slots=True)
class Pattern:
    """What is cut off a word, and the endings of each case: ours first, then the press's."""

    cut: str
    endings: Mapping[str, tuple[str, ...]]
    shown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """The words beside a name that tell its case; see the file for what each does."""

    governed: Mapping[str, str]
    governed_otherwise: Mapping[str, tuple[str, tuple[str, ...]]]
    members: frozenset[str]
    of_members: frozenset[str]
    little: frozenset[str]
    pronouns: frozenset[str]
    verbs: frozenset[str]
    saying: frozenset[str]
    saying_now: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Tables:
    """Everything that the file says; sets of words are in small letters."""

    patterns: Mapping[str, Pattern]
    endings: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    words: Mapping[str, tuple[str, str]]
    forms: Mapping[str, Mapping[str, str]]
    names: Mapping[str, Mapping[str, str]]
    particles: frozenset[str]
    prepositions: frozenset[str]
    adjectives: frozenset[str]
    adjective_endings: tuple[str, ...]
    nouns: frozenset[str]
    apposed: frozenset[str]
    heads: frozenset[str]
    titles: frozenset[str]
    men_in_a: frozenset[str]
    context: Context
    possessive_endings: tuple[str, ...]
    ordinary: frozenset[str]
    ordinary_names: frozenset[str]


@lru_cache(maxsize=1)
def ordinary_words() -> frozenset[str]:
    """Return the words of `ordinary.txt`, which forms of names may be like."""
    text = (files(__package__) / "ordinary.txt").read_text(encoding="utf-8")
    return frozenset(" ".join(row for row in text.split("\n") if row[:1] != "#").split())


@lru_cache(maxsize=1)
def tables() -> Tables:
    """Return the tables of the file beside this module."""
    import yaml

    text = (files(__package__) / "serbian.yaml").read_text(encoding="utf-8")
    told: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    listed = {
        word: (pattern, stem)
        for word, line in told["words"].items()
        for pattern, _, stem in [line.partition(" ")]
    }
    return Tables(
        patterns={name: _pattern(row) for name, row in told["patterns"].items()},
        endings={
            gender: tuple((tuple(endings.split()), pattern) for endings, pattern in rows)
            for gender, rows in told["endings"].items()
        },
        words=listed,
        forms=told["forms"],
        names=told["names"],
        particles=_set(told["particles"]),
        prepositions=_set(told["prepositions"]),
        adjectives=_set(told["adjectives"]),
        adjective_endings=tuple(told["adjective-endings"].split()),
        nouns=_set(told["nouns"]),
        apposed=_set(told["apposed"]),
        heads=_set(told["heads"]),
        titles=_set(told["titles"]),
        men_in_a=_set(told["men-in-a"]),
        context=_context(told),
        possessive_endings=("", *told["possessive-endings"].split()),
        ordinary=_set(" ".join(told["ordinary"].values())),
        ordinary_names=_set(" ".join(told["ordinary"]).replace(",", "").lower()),
    )


def _context(told: Mapping[str, Any]) -> Context:
    return Context(
        governed={word: label for label, row in told["governed"].items() for word in row.split()},
        governed_otherwise={
            word: (row.split()[0], tuple(row.split()[1:]))
            for words, row in told["governed-otherwise"].items()
            for word in words.split()
        },
        members=_set(told["members"]),
        of_members=_set(told["of-members"]),
        little=_set(told["little"]),
        pronouns=_set(told["pronouns"]),
        verbs=_set(told["verbs"]),
        saying=_set(told["saying"]),
        saying_now=told["saying-now"],
    )


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _pattern(row: Mapping[str, Any]) -> Pattern:
    """Return a row of the file as a pattern; an empty ending stays, `=` marks the name itself."""
    endings = {
        case: tuple(text.split()) or ("",)
        for case, text in row.items()
        if case not in ("cut", "shown")
    }
    return Pattern(row["cut"], endings, tuple(row["shown"]))
