"""Spellings on their way to and from formats that do not say what role each one has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from normalize.languages.serbian import write_cyrillic, write_latin
from normalize.lexicon.forms import script_of_text
from normalize.lexicon.schema import LANGUAGES, NAME, SAME_LANGUAGE, kebab_case
from normalize.lexicon.spelling import find_flaws
from normalize.model import Entry, Fix, Variant
from normalize.text.fold import fold

# Stands before the ids that are a lexicon's own, since other programs' mean nothing to editors
# (and an XML id can't begin with a digit).
OWN = "normalize-"
_SCRIPTS = ("Latn", "Cyrl", "Arab", "Hebr")
_ACRONYM = re.compile(r"[^\W\d_][\w&/-]{1,6}")


def own_id(written: str) -> str:
    """Return the lexicon's id in one that was written for another program, or nothing.

    >>> own_id("normalize-homs"), own_id("NK-2x7")
    ('homs', '')
    """
    return written.removeprefix(OWN) if written.startswith(OWN) else ""


def clean(text: str) -> str | None:
    r"""Return a spelling from elsewhere as a lexicon has it; None where a lexicon can't.

    >>> clean(" Abbas\N{NO-BREAK SPACE} Araghchi"), clean("Αθήνα"), clean("Dаvid")
    ('Abbas Araghchi', None, None)
    """
    composed = " ".join(unicodedata.normalize("NFC", text).split())
    lettered = any(map(str.isalpha, composed))
    if not any(map(str.isalnum, composed)) or len(composed) > NAME.longest:
        return None
    if lettered and script_of_text(composed) not in _SCRIPTS:
        return None
    return composed if next(find_flaws(composed), None) is None else None


def as_variant(text: str, lang: str | None = None) -> Variant:
    """Return a spelling whose role is unknown as a variant.

    What is short and in capitals only is taken for an acronym: as a name it would be found
    in small letters too, where `IS` or `US` are ordinary words.

    >>> as_variant("PMF").acronym, as_variant("Homs").acronym
    (True, False)
    """
    return Variant(text, lang=lang, acronym=is_acronym(text))


def is_acronym(text: str) -> bool:
    """Tell whether a spelling can only be read as an acronym."""
    return text.isupper() and _ACRONYM.fullmatch(text) is not None


def distinct(texts: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """Return the texts that differ in more than capitals, marks and hyphens, also from `taken`."""
    seen = {fold(text).units for text in taken}
    kept = []
    for text in texts:
        units = fold(text).units
        if units not in seen:
            seen.add(units)
            kept.append(text)
    return kept


def searched_spellings(entry: Entry) -> list[str]:
    """Return each spelling that means the entry wherever it stands, the English name first.

    Short forms mean it only in a text that gave the longer name, spellings in doubt and
    acronyms that need context only sometimes: a program that can't tell gets none of them.
    Serbian names come in both scripts, since other programs do not know that one follows.
    """
    texts = list(entry.names.values())
    if "sr" in entry.names and "sr-Cyrl" not in entry.names:
        texts += in_cyrillic(entry.names["sr"])
    if not entry.context:
        texts += entry.acronyms.values()
    for variant in entry.variants:
        if variant.fix is Fix.APPLY and not (variant.acronym and entry.context):
            texts.append(variant.text)
            if variant.lang == "sr":
                texts += in_cyrillic(variant.text)
    return list(dict.fromkeys([entry.names["en"], *texts]))


def in_cyrillic(latin: str) -> list[str]:
    """Return the Serbian Cyrillic spelling that follows from a Latin one, if there is one.

    >>> in_cyrillic("Alep"), in_cyrillic("Qamishli")
    (['Алеп'], [])
    """
    cyrillic = write_cyrillic(latin)
    return [cyrillic] if clean(cyrillic) == cyrillic and cyrillic != latin else []


def without_derived(texts: Iterable[str]) -> list[str]:
    """Return the texts without the Serbian Cyrillic ones that follow from a Latin one.

    >>> without_derived(["Homs", "Хомс", "Алеп"])
    ['Homs', 'Алеп']
    """
    every = list(texts)
    latin = {write_latin(text) for text in every if script_of_text(text) == "Latn"}
    return [t for t in every if script_of_text(t) != "Cyrl" or write_latin(t) not in latin]


def may_be_english(text: str) -> bool:
    """Tell whether a spelling can be an English name: it is Latin or has no letters.

    >>> may_be_english("9/11"), may_be_english("حمص")
    (True, False)
    """
    return script_of_text(text) in ("Latn", "Zyyy")


def derived_id(name: str) -> str:
    """Return the id that an entry gets from its English name.

    >>> derived_id("People's Protection Units")
    'peoples-protection-units'
    """
    return kebab_case(re.sub("['’]", "", name)) or "unnamed"


def named_only(spellings: Iterable[str], id: str = "", type: str = "") -> Entry:
    """Return the entry of spellings that nothing is known of; the first is the English name."""
    first, *others = without_derived(spellings)
    return Entry(id, type, {"en": first}, variants=tuple(map(as_variant, others)))


def language_of(tag: str, text: str) -> str | None:
    """Return the language of a lexicon that a tag of BCP 47 stands for, by the text's script too.

    >>> language_of("en-US", "Homs"), language_of("sr", "Хомс"), language_of("de", "Homs")
    ('en', 'sr-Cyrl', None)
    """
    primary, *subtags = tag.lower().split("-")
    if primary == "sr":
        latin = "latn" in subtags or script_of_text(text) != "Cyrl"
        return "sr" if latin and "cyrl" not in subtags else "sr-Cyrl"
    return primary if primary in LANGUAGES else None


def full_tags() -> dict[str, str]:
    """Return the tags that other programs get for languages where lexicons have shorter ones."""
    return {short: full for full, short in SAME_LANGUAGE.items()}
