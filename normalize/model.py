"""The values that flow through the pipeline. All are frozen; none of them does anything.

Offsets are code points of the original text, never bytes or UTF-16 units.
Scores and confidences lie between 0 and 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple


class Kind(StrEnum):
    """How a mention's spelling relates to its entry; listed from best to weakest."""

    CANONICAL = "canonical"
    VARIANT = "variant"
    ACRONYM = "acronym"
    SHORT = "short"
    INFLECTED = "inflected"
    TRANSLITERATED = "transliterated"
    FUZZY = "fuzzy"


class Reason(StrEnum):
    """The closed vocabulary of explanations; `report.explain` has a sentence for each.

    The first group says why an edit was made, the second why one was not, the third why a score
    of two names is what it is.
    """

    LISTED = "listed"
    GENERATED = "generated"
    FOLDED = "folded"
    MIXED_SCRIPT = "mixed-script"
    MISSPELLED = "misspelled"
    INTRODUCED = "introduced"
    INTRODUCE_ACRONYM = "introduce-acronym"
    EXPAND_ACRONYM = "expand-acronym"
    ACRONYM_SPELLING = "acronym-spelling"
    LATER_SHORT = "later-short"
    LATER_FULL = "later-full"
    ARTICLE_MENDED = "article-mended"
    SCRIPT = "script"

    AMBIGUOUS = "ambiguous"
    APPOSITION = "apposition"
    COMPOUND = "compound"
    CAPITALS = "capitals"
    CASE_UNCLEAR = "case-unclear"
    CONTEXT_MISSING = "context-missing"
    DEFINED_IN_TEXT = "defined-in-text"
    FIX_SUGGEST = "fix-suggest"
    INTRODUCED_LATER = "introduced-later"
    LANGUAGE_UNKNOWN = "language-unknown"
    LONGER_NAME = "longer-name"
    NOT_INTRODUCED = "not-introduced"
    NO_PLACE = "no-place"
    ON_REQUEST = "on-request"
    PROTECTED = "protected"
    TITLE_ONLY = "title-only"

    SOUNDS_ALIKE = "sounds-alike"
    UNDECLINED = "undeclined"
    TURNED_ROUND = "turned-round"
    ONLY_COMMON = "only-common"
    PART_MISSING = "part-missing"
    GIVEN_MISSING = "given-missing"
    FAMILY_MISSING = "family-missing"
    PART_DIFFERS = "part-differs"
    GIVEN_DIFFERS = "given-differs"
    FAMILY_DIFFERS = "family-differs"
    NOTHING_SHARED = "nothing-shared"


class Step(NamedTuple):
    """One reason and what it refers to, such as a lexicon spelling or a word of the text."""

    reason: Reason
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.reason}: {self.detail}" if self.detail else str(self.reason)


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of a text that names an entry (`entry` is the entry's id)."""

    start: int
    end: int
    text: str
    entry: str
    kind: Kind
    confidence: float


@dataclass(frozen=True, slots=True)
class Edit:
    """One change: `before`, found at `start:end` of the original text, becomes `after`.

    `entry` is the id of the entry that is named, or empty where a stretch of a text between
    names was put into the other script of Serbian; its reason is then `script`.
    """

    start: int
    end: int
    before: str
    after: str
    entry: str
    kind: Kind
    confidence: float
    why: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An edit that was not applied, and the reason that held it back.

    `after` equals `before` where nothing definite can be proposed, as between the
    several `entries` of an ambiguous mention.
    """

    start: int
    end: int
    before: str
    after: str
    entries: tuple[str, ...]
    kind: Kind
    confidence: float
    why: tuple[Step, ...]
    why_not: Step


@dataclass(frozen=True, slots=True)
class Result:
    """A normalized text with everything found in it.

    `language` is the language of the document as a whole (`und` where there is no telling);
    `edits` are in text order and do not overlap.
    """

    text: str
    edits: tuple[Edit, ...]
    mentions: tuple[Mention, ...]
    suggestions: tuple[Suggestion, ...]
    language: str

    def to_dict(self) -> dict[str, Any]:
        """Return plain lists, dicts, strings and numbers, ready for JSON."""
        return {
            "text": self.text,
            "language": self.language,
            "edits": [_to_plain(edit) for edit in self.edits],
            "mentions": [_to_plain(mention) for mention in self.mentions],
            "suggestions": [_to_plain(suggestion) for suggestion in self.suggestions],
        }


def _to_plain(value: Any) -> Any:
    """Return dataclasses as dicts, tuples as lists and enumerations as their text."""
    if isinstance(value, Step):
        return {"reason": str(value.reason), "detail": value.detail}
    if isinstance(value, (tuple, list)):
        return [_to_plain(item) for item in value]
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, (Edit, Mention, Suggestion)):
        return {f.name: _to_plain(getattr(value, f.name)) for f in fields(value)}
    return value


@dataclass(frozen=True, slots=True)
class Comparison:
    """How likely two names are one's, from 0 to 1, and what speaks for and against it."""

    score: float
    why: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry (by its id) that a name may mean, how likely from 0 to 1, and why."""

    entry: str
    score: float
    why: tuple[Step, ...]


class Fix(StrEnum):
    """What may be done with a listed spelling: rewrite it, or only propose to."""

    APPLY = "apply"
    SUGGEST = "suggest"


@dataclass(frozen=True, slots=True)
class Source:
    """A place in a lexicon file; lines and columns count from 1."""

    path: Path
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Variant:
    """Another spelling of an entry's name, or of its acronym."""

    text: str
    lang: str | None = None
    acronym: bool = False
    fix: Fix = Fix.APPLY
    reason: str = ""


@dataclass(frozen=True, slots=True)
class EntryTest:
    """A before-and-after pair that an editor wrote beside an entry."""

    text: str
    expected: str
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One real-world thing of a lexicon, as its file states it."""

    id: str
    type: str
    names: Mapping[str, str]
    short: Mapping[str, str] = field(default_factory=dict)
    acronyms: Mapping[str, str] = field(default_factory=dict)
    variants: tuple[Variant, ...] = ()
    never: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    well_known: bool = False
    gender: str | None = None
    declension: Mapping[str, str] = field(default_factory=dict)
    exonym: bool = False
    irregular: Mapping[str, str] = field(default_factory=dict)
    wikidata: str | None = None
    source: str | None = None
    note: str | None = None
    tests: tuple[EntryTest, ...] = ()
    at: Source | None = None
