"""The tables of `arabic.yaml`, `persian.yaml` and `sorani.yaml`, read once for the rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import product
from typing import Any

from normalize.text.fold import fold_exactly
from normalize.translit.names import read_native_names

_FILES = {"ar": "arabic.yaml", "fa": "persian.yaml", "ckb": "sorani.yaml"}
_JOINT = "\N{ARABIC TATWEEL}"


@dataclass(frozen=True, slots=True)
class Word:
    """When a name that is an ordinary word counts, by the words on either side of it.

    `own` are proclitics of its own that show it to be a name, `strict` tells that nothing else
    in the text does. Without `after` it is a name everywhere but in the other places.
    """

    after: frozenset[str]
    own: frozenset[str]
    strict: bool
    not_after: frozenset[str]
    not_before: frozenset[str]


@dataclass(frozen=True, slots=True)
class Tables:
    """Everything that one language's file says; what is compared with a text is folded."""

    proclitics: frozenset[str]
    conjunctions: frozenset[str]
    before_latin: frozenset[str]
    whole_words: frozenset[str]
    firsts: tuple[str, ...]
    lasts: tuple[str, ...]
    introduce: frozenset[str]
    cases: Mapping[str, tuple[str, ...]]
    within: Mapping[str, str]
    ends_in_alef: frozenset[str]
    words: Mapping[str, Word]
    lost_dots: Word | None
    longer_lost_dots: frozenset[str]
    given_names: frozenset[str]
    sons: frozenset[str]
    told: Mapping[str, Any]


@lru_cache(maxsize=4)
def tables(lang: str) -> Tables:
    """Return the tables of a language: `ar`, `fa` or `ckb`."""
    import yaml

    text = (files(__package__) / _FILES[lang]).read_text(encoding="utf-8")
    told: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    conjunctions = told.get("conjunctions", "").split()
    prepositions = told.get("prepositions", "").split()
    pairs = product(["", *conjunctions], ["", *prepositions])
    proclitics = frozenset("".join(pair) for pair in pairs if any(pair))
    articles = told.get("articles", "").split()
    joined = product(["", *proclitics], articles)
    groups = {name: words.split() for name, words in told.get("groups", {}).items()}
    compounds = told.get("compounds", {})
    return Tables(
        proclitics=proclitics,
        conjunctions=frozenset(conjunctions),
        before_latin=proclitics | {"".join(pair) for pair in joined},
        whole_words=_folded(told.get("whole-words", "").split()),
        firsts=tuple(compounds.get("first", "").split()),
        lasts=tuple(compounds.get("last", "").split()),
        introduce=frozenset(told.get("introduce", "").split()),
        cases={
            form: tuple(other for other in row.split() if other != form)
            for row in told.get("cases", [])
            for form in row.split()
        },
        within=told.get("within", {}),
        ends_in_alef=frozenset(told.get("ends-in-alef", "").split()),
        words={fold_exactly(row["word"]): _read_word(row, groups) for row in told["words"]},
        lost_dots=(_read_word(told["lost-dots"], groups) if "lost-dots" in told else None),
        longer_lost_dots=_folded(told.get("longer-lost-dots", "").split()),
        sons=_folded(told.get("sons", "").split()),
        given_names=_folded([*told["given-names"].split(), *read_native_names(lang)]),
        told=told,
    )


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(_fold_word, words))


@lru_cache(maxsize=4096)
def _fold_word(word: str) -> str:
    return fold_exactly(word)


def _read_word(row: Mapping[str, str], groups: Mapping[str, list[str]]) -> Word:
    wanted = _listed(row.get("only-after") or row.get("after", ""), groups)
    return Word(
        after=_folded(word for word in wanted if not word.endswith(_JOINT)),
        own=frozenset(word.rstrip(_JOINT) for word in wanted if word.endswith(_JOINT)),
        strict="only-after" in row,
        not_after=_folded(_listed(row.get("not-after", ""), groups)),
        not_before=_folded(_listed(row.get("not-before", ""), groups)),
    )


def _listed(text: str, groups: Mapping[str, list[str]]) -> list[str]:
    """Return the words of a cell; a group stands for all of its own."""
    words: list[str] = []
    for word in text.split():
        words += groups[word[1:]] if word.startswith("@") else [word]
    return words
