"""What a lexicon file may hold: one definition that validates files and helps editors.

`FILE` is a small tree of kinds. `normalize.lexicon.read` walks it to check a file, and
`normalize.lexicon.json_schema` turns it into the JSON Schema by which an editor such as VS Code
checks and explains the same file while it is typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

LANGUAGES: Mapping[str, str] = {
    "en": "English",
    "sr": "Serbian in Latin script, with all its diacritics; Cyrillic follows from it",
    "sr-Latn": "another way to write `sr`",
    "sr-Cyrl": "Serbian Cyrillic, only where it does not follow from `sr`",
    "ar": "Arabic",
    "fa": "Persian",
    "ckb": "Central Kurdish (Sorani), in Arabic script",
    "tr": "Turkish",
    "he": "Hebrew",
}
SAME_LANGUAGE: Mapping[str, str] = {"sr-Latn": "sr"}


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar, taken exactly as typed; `pattern` must match all of it.

    `fits` says in words what the pattern asks for; `mend` makes a text that fits from one
    that does not. A name that goes over several lines is nearly always a quotation mark or
    a hyphen forgotten, which YAML takes for one long text.
    """

    longest: int = 300
    one_line: bool = True
    pattern: str = ""
    fits: str = ""
    mend: Callable[[str], str] | None = None


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few words; `noun` names what they are."""

    noun: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class YesNo:
    """`true` or `false`, unquoted."""


@dataclass(frozen=True, slots=True)
class Version:
    """The version of the file format, an unquoted number."""

    number: int


@dataclass(frozen=True, slots=True)
class ListOf:
    """Any number of items of one kind."""

    item: Kind


@dataclass(frozen=True, slots=True)
class Pair:
    """A list of exactly two texts."""

    item: Text


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping whose keys are known; `noun` names what they are.

    `same` leads from a key to the one it is another spelling of. A `needs` of
    `("fix", "suggest", "reason")` says that `fix: suggest` calls for a `reason`.
    """

    fields: Mapping[str, Field]
    noun: str = "key"
    same: Mapping[str, str] | None = None
    needs: tuple[str, str, str] | None = None


@dataclass(frozen=True, slots=True)
class Either:
    """A short way to write something, or a mapping that can say more."""

    brief: Text | Pair
    record: Record


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a record: what it takes, what it is for, and examples of it."""

    kind: Kind
    doc: str
    examples: tuple[Any, ...] = ()
    required: bool = False


Kind = Text | OneOf | YesNo | Version | ListOf | Pair | Record | Either


def kebab_case(text: str) -> str:
    """Return an id made from any text, which may be empty.

    >>> kebab_case("Abas Arakči")
    'abas-arakci'
    """
    from unidecode import unidecode

    return re.sub("[^a-z0-9]+", "-", unidecode(text).lower()).strip("-")


NAME = Text()
PROSE = Text(longest=4000, one_line=False)
LANGUAGE = OneOf("language", tuple(LANGUAGES))


def _by_language(kind: Kind) -> Record:
    fields = {tag: Field(kind, f"{doc[0].upper()}{doc[1:]}.") for tag, doc in LANGUAGES.items()}
    return Record(fields, noun="language", same=SAME_LANGUAGE)


VARIANT = Record(
    {
        "text": Field(NAME, "The spelling.", ("Abas Aragči",), required=True),
        "lang": Field(
            LANGUAGE,
            "The only language in which this is a spelling of the name. Without it, any "
            "language of the same script.",
            ("sr",),
        ),
        "acronym": Field(
            YesNo(),
            "Whether this is a spelling of the acronym rather than of the name. "
            "Acronyms are matched with their capitals only.",
            (True,),
        ),
        "fix": Field(
            OneOf("fix", ("apply", "suggest")),
            "`apply` (the default) rewrites the spelling wherever it stands; `suggest` only "
            "proposes to, and needs a `reason`.",
            ("suggest",),
        ),
        "reason": Field(
            PROSE,
            "Why the spelling must not be rewritten without a human eye.",
            ("surname alone",),
        ),
    },
    needs=("fix", "suggest", "reason"),
)

TEST = Record(
    {
        "text": Field(PROSE, "A passage as it is found.", required=True),
        "expected": Field(PROSE, "What it must become.", required=True),
        "lang": Field(LANGUAGE, "Its language, where the passage is too short to show it."),
    }
)

# The patterns of `languages/declension/serbian.yaml`, which shows an example of each; a test
# compares them. They are repeated so that no file is read to check another.
PATTERNS = (
    "hard", "velar", "soft", "soft-after-e", "i", "i-after-vowel", "o", "o-as-a", "o-after-i",
    "vowel", "e-cut", "ac", "lac", "in", "k-people", "a", "ka", "ga", "a-adjective", "i-feminine",
    "o-neuter", "e-neuter", "plural-i", "plural-ci", "plural-huti", "plural-e", "plural-e-i",
    "plural-a", "plural-tva", "adjective-m", "adjective-m-soft", "adjective-n", "adjective-n-soft",
    "adjective-mpl", "adjective-fpl", "adjective-npl", "fixed",
)  # fmt: skip
PLURAL_CASES: Mapping[str, str] = {
    "pl-nom": "The nominative plural of a people.",
    "pl-gen": "The genitive plural of a people.",
    "pl-dat": "The dative plural of a people, which is its locative and instrumental too.",
    "pl-acc": "The accusative plural of a people.",
}
CASES: Mapping[str, str] = {
    "nom": "The nominative, where it is not the name itself.",
    "gen": "The genitive: nema ...",
    "dat": "The dative: prema ...",
    "acc": "The accusative: vidim ...",
    "voc": "The vocative: o ...",
    "ins": "The instrumental: sa ...",
    "loc": "The locative: o ...",
    "poss": "The possessive adjective, masculine singular.",
    **PLURAL_CASES,
}
DECLENSION = Record(
    {
        **{
            case: Field(
                NAME,
                f"{doc} Of a name of several words the last will do; further "
                "forms follow a bar (`Gancem | Gancom`), the one to write stands first.",
            )
            for case, doc in CASES.items()
        },
        "type": Field(
            OneOf("pattern", PATTERNS),
            "The pattern by which the name is declined, where its ending misleads.",
            ("fixed", "vowel"),
        ),
        "stem": Field(
            NAME,
            "The stem to which endings are added, where it can't be told from the name.",
            ("Aleksandr",),
        ),
    },
    noun="case",
)

_EXCEPTIONS = {
    "short": "Why the short form is no part of the name.",
    "acronym": "Why the letters of the acronym are not in the name.",
    "transcription": "Why the Serbian form does not follow the rules of transcription.",
    "country": "Why the country is not called as in Unicode's list of countries.",
    "phrase": "Why a name that is an ordinary phrase, too, must be here.",
}

ENTRY = Record(
    {
        "id": Field(
            Text(
                pattern="[a-z0-9]+(-[a-z0-9]+)*",
                fits="lower-case letters a to z, digits and single hyphens",
                mend=kebab_case,
            ),
            "The entry's name among all files. It never changes, even when the spelling does. "
            "A later file that repeats the id changes the entry field by field.",
            ("abbas-araghchi",),
            required=True,
        ),
        "type": Field(
            OneOf(
                "type",
                ("person", "organisation", "place", "people", "event", "title", "term"),
            ),
            "What sort of thing has this name. `people` are groups of humans (Kurds, Shiites).",
            ("person",),
        ),
        "names": Field(
            _by_language(NAME),
            "The spelling that texts of each language should have. `en` is required.",
            ({"en": "Abbas Araghchi", "sr": "Abas Arakči", "ar": "عباس عراقجي"},),
        ),
        "short": Field(
            _by_language(NAME),
            "What later mentions use once the name was given in full.",
            ({"en": "Araghchi", "sr": "Arakči", "ar": "عراقجي"},),
        ),
        "acronyms": Field(
            _by_language(NAME),
            "The acronym in each language, in whatever script the language writes it.",
            ({"en": "PMF"},),
        ),
        "variants": Field(
            ListOf(Either(NAME, VARIANT)),
            "Other spellings, in any language and script. Case, diacritics, hyphens, "
            "apostrophes and articles need not be listed.",
            (["Abbas Araqchi", {"text": "Abas Aragči", "lang": "sr"}],),
        ),
        "never": Field(
            ListOf(NAME),
            "What looks like this name and is not.",
            (["Arak"],),
        ),
        "context": Field(
            ListOf(NAME),
            "Words one of which must be near, where the acronym or name has other meanings.",
            (["Iraq", "Baghdad", "militia"],),
        ),
        "well_known": Field(
            YesNo(),
            "Whether the acronym needs no explanation (NATO, EU): it is then never expanded.",
            (True,),
        ),
        "gender": Field(
            OneOf("gender", ("m", "f", "n", "mpl", "fpl", "npl")),
            "The gender of the Serbian name; `mpl`, `fpl`, `npl` for plural names (Snage: `fpl`).",
            ("m", "fpl"),
        ),
        "declension": Field(
            DECLENSION,
            "Serbian forms of the name where the rules would get them wrong.",
            ({"gen": "Hanije", "poss": "Hanijin"},),
        ),
        "exonym": Field(
            YesNo(),
            "Whether the names in several languages are different words (Damascus, دمشق) "
            "rather than one word in several spellings.",
            (True,),
        ),
        "irregular": Field(
            Record(
                {name: Field(PROSE, doc) for name, doc in _EXCEPTIONS.items()},
                noun="kind of exception",
            ),
            "Why a rule that `normalize lexicon lint` checks does not hold for this entry.",
            ({"transcription": "the form that the whole press writes"},),
        ),
        "wikidata": Field(
            Text(pattern="Q[1-9][0-9]*", fits="Q and a number"),
            "The item of Wikidata about the same thing.",
            ("Q302389",),
        ),
        "source": Field(PROSE, "Where the spelling comes from.", ("https://www.reuters.com/",)),
        "note": Field(PROSE, "Anything that other editors should know."),
        "tests": Field(
            ListOf(Either(Pair(PROSE), TEST)),
            "Passages before and after, run by `normalize lexicon test`. "
            "A passage that must stay as it is stands twice.",
            ([["Abbas Araqchi's visit", "Abbas Araghchi's visit"]],),
        ),
    }
)

FILE = Record(
    {
        "version": Field(Version(1), "The version of this file format: 1.", (1,), required=True),
        "entries": Field(
            ListOf(ENTRY), "The things that have names, sorted by `id`.", required=True
        ),
    }
)
