"""Which entries a new one may be, or may be taken for."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rapidfuzz import fuzz, process

from normalize.lexicon.claims import listed_keys
from normalize.matching.resolve import NameIndex
from normalize.model import Candidate, Entry
from normalize.translit.icu import transliterate

_LOOKED_AT = 40
_LEAST_LIKE = 45


def find_nearest(name: str, entries: Mapping[str, Entry], limit: int = 5) -> list[Candidate]:
    """Return the entries that a name may mean already, best first.

    To index a large lexicon takes many times longer than to look up one name, so only those
    entries are indexed whose English name looks like this one or has similar consonants.
    """
    names = {id: entry.names["en"].lower() for id, entry in entries.items()}
    bones = {id: _bones(each) for id, each in names.items()}
    alike = process.extract(
        name.lower(),
        names,
        scorer=fuzz.token_sort_ratio,
        limit=_LOOKED_AT,
        score_cutoff=_LEAST_LIKE,
    )
    sounding = process.extract(
        _bones(name.lower()), bones, scorer=fuzz.ratio, limit=_LOOKED_AT, score_cutoff=_LEAST_LIKE
    )
    ids = {id for _, _, id in (*alike, *sounding)}
    return NameIndex(entries[id] for id in sorted(ids)).resolve(name, limit)


def find_sharing(entry: Entry, entries: Mapping[str, Entry]) -> list[Entry]:
    """Return the entries that have a name, variant or acronym of this one, too."""
    keys = listed_keys(entry)
    return [other for other in entries.values() if keys & listed_keys(other)]


def find_same_short(short: str, entries: Mapping[str, Entry]) -> list[Entry]:
    """Return the entries with the same English short form."""
    return [entry for entry in entries.values() if entry.short.get("en") == short]


def _bones(name: str) -> str:
    return re.sub(r"[aeiouy\W_]|(?<=(.))\1", "", transliterate(name, "und", "ascii"))
