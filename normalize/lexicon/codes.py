"""The rules that lexicons are held to: their codes, and what each means.

The code is all that a reader of a lexicon needs; `explain` reads the rest from `codes.yaml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import yaml

from normalize.errors import OptionError, nearest


class Code(StrEnum):
    """The codes, by what they are about: L0 files, L1 characters, L2 entries, L3 spellings, L4 all.

    A code that was given once is never given to another rule.
    """

    UNREADABLE = "L001"
    BROKEN_YAML = "L002"
    FORMAT = "L003"
    ID_TWICE = "L004"

    SPACES = "L101"
    INVISIBLE = "L102"
    COMPOSED = "L103"
    MIXED_SCRIPTS = "L104"
    SCRIPT = "L105"
    LETTERS = "L106"
    MARKS = "L107"

    INCOMPLETE = "L201"
    LISTED_TWICE = "L202"
    SHORT = "L203"
    ACRONYM = "L204"
    GENDER = "L205"
    UNNEEDED = "L206"
    UNNEEDED_REASON = "L207"
    DECLENSION = "L208"

    SOUNDS = "L301"
    TRANSCRIPTION = "L302"
    CYRILLIC = "L303"
    COUNTRY = "L304"

    CLAIMED = "L401"
    REWRITTEN = "L402"
    WIKIDATA = "L403"
    UNSORTED = "L404"
    PHRASE = "L405"


class Example(NamedTuple):
    """Lexicon entries that break a rule, the same ones mended, and a text where it needs one."""

    wrong: str
    right: str
    corpus: str = ""


class Rule(NamedTuple):
    """What a code means, why it is a mistake, how to mend it; `severity` is error or warning."""

    code: Code
    name: str
    severity: str
    means: str
    why: str
    mend: str
    example: Example


# The field of an entry in which an editor says why a rule does not hold for it, by the rule.
IRREGULAR: Mapping[Code, str] = {
    Code.SHORT: "short",
    Code.ACRONYM: "acronym",
    Code.TRANSCRIPTION: "transcription",
    Code.COUNTRY: "country",
    Code.PHRASE: "phrase",
}


@lru_cache(maxsize=1)
def rules() -> Mapping[Code, Rule]:
    """Return every rule by its code, in order."""
    text = (files(__package__) / "codes.yaml").read_text(encoding="utf-8")
    return {rule.code: rule for rule in map(_rule, yaml.safe_load(text))}


def explain(code: str) -> Rule:
    """Return the rule of a code, or of its name.

    Raises `OptionError` for one that there is not.

    >>> explain("l301").name, explain("sounds").code.value
    ('sounds', 'L301')
    """
    for rule in rules().values():
        if code.upper() == rule.code or code.lower() == rule.name:
            return rule
    hint = nearest(code.upper(), list(rules())) or f"there are {', '.join(rules())}"
    raise OptionError(f"there is no rule {code!r}; {hint}")


def _rule(record: dict[str, object]) -> Rule:
    example = record.pop("example")
    assert isinstance(example, dict)
    code = Code(str(record.pop("code")))
    return Rule(code, **record, example=Example(**example))  # type: ignore[arg-type]
