"""Countries that are not called what Unicode's Common Locale Data Repository calls them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from normalize.lexicon.codes import Code
from normalize.lexicon.drafts import Trail
from normalize.lexicon.forms import Role, canonical_spellings
from normalize.lexicon.spelling import Flaw
from normalize.model import Entry
from normalize.text.fold import fold_key
from normalize.translit.icu import name_regions

_LANGUAGES = {"en": "en", "sr-Latn": "sr_Latn", "sr-Cyrl": "sr", "ar": "ar", "fa": "fa"}
_VOWEL_SIGNS = re.compile("[\u064b-\u0652\u0654\u0670]")


def find_other_countries(entry: Entry) -> Iterator[tuple[Trail, Flaw]]:
    """Yield the names of a country that differ from those of the CLDR, which ICU has.

    A country is a place whose English name or variant is that of one. Vowel signs in Arabic
    do not count.
    """
    for (_, role, lang), text in canonical_spellings(entry):
        theirs = name_of_region(entry, lang) if role is Role.FULL else None
        if theirs is None or text in _ways_to_write(theirs):
            continue
        if lang == "sr-Cyrl" and lang not in entry.names:
            continue  # it follows from the Latin one, of which enough is said
        message = f"{text!r} is not what Unicode's list of countries has"
        hint = f"that is {theirs!r}; say why: irregular: {{country: ...}}"
        key = "sr" if lang == "sr-Latn" else lang
        yield ("names", key), Flaw(0, message, hint, Code.COUNTRY)


def name_of_region(entry: Entry, lang: str) -> str | None:
    """Return what the CLDR calls the country that an entry is about, if it is about one."""
    region = _region(entry) if entry.type == "place" and lang in _LANGUAGES else None
    return name_regions(_LANGUAGES[lang])[region] if region else None


def _ways_to_write(name: str) -> set[str]:
    """Return a name without vowel signs, with `and`, and of two names each: Myanmar (Burma)."""
    plain = _VOWEL_SIGNS.sub("", name.replace("&", "and"))
    return {plain, *(part.strip() for part in re.split(r"[()]", plain) if part.strip())}


def _region(entry: Entry) -> str | None:
    known = _english_regions()
    listed = (v.text for v in entry.variants if not v.acronym and v.lang in (None, "en"))
    found = (known.get(_key(text)) for text in (entry.names["en"], *listed))
    return next(filter(None, found), None)


@lru_cache(maxsize=1)
def _english_regions() -> Mapping[bytes, str]:
    return {_key(name): region for region, name in name_regions("en").items()}


def _key(name: str) -> bytes:
    return fold_key(name.replace("&", "and"))
