"""Entries as patterns of spaCy's EntityRuler, one JSON object a line.

Phrase patterns match as they are written; `phrase_matcher_attr="LOWER"` makes the ruler blind to
capitals, acronyms included. Labels are those of OntoNotes where it has one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from normalize.lexicon.exchange.imported import ImportedFile
from normalize.lexicon.exchange.spellings import (
    clean,
    may_be_english,
    named_only,
    searched_spellings,
)
from normalize.lexicon.schema import kebab_case
from normalize.model import Entry, Source

_LABELS = {
    "person": "PERSON",
    "organisation": "ORG",
    "place": "LOC",
    "people": "NORP",
    "event": "EVENT",
    "title": "TITLE",
    "term": "TERM",
}
_TYPES = {label: type for type, label in _LABELS.items()} | {
    "PER": "person",
    "GPE": "place",
    "FAC": "place",
}
_EXAMPLE = '{"label": "PERSON", "pattern": "Abbas Araghchi", "id": "abbas-araghchi"}'


def kept(entry: Entry) -> Entry:
    """Return what patterns hold: id, type, and which spellings are one thing."""
    return named_only(searched_spellings(entry), entry.id, entry.type)


def write(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield a line for each spelling, the English name of each entry first."""
    for entry in entries:
        label = _LABELS.get(entry.type, "TERM")
        for text in searched_spellings(entry):
            pattern = {"label": label, "pattern": text, "id": entry.id}
            yield json.dumps(pattern, ensure_ascii=False) + "\n"


def read(source: ImportedFile) -> Iterator[Entry]:
    """Yield an entry for all patterns of one id; the first in Latin script is its English name.

    Token patterns are left out: they are rules, not spellings.
    """
    groups: dict[str, list[str]] = {}
    labels: dict[str, str] = {}
    places: dict[str, Source] = {}
    for at, record in source.records():
        label, pattern, named = (record.get(key) for key in ("label", "pattern", "id"))
        if not isinstance(label, str) or not isinstance(pattern, str | list):
            source.refuse(at, "this is no pattern of spaCy", f"such as {_EXAMPLE}")
            continue
        text = clean(pattern) if isinstance(pattern, str) else None
        if text is None:
            message = f"the pattern {json.dumps(pattern, ensure_ascii=False)} is no single spelling"
            source.leave_out(at, message)
            continue
        key = named if isinstance(named, str) and named else text
        groups.setdefault(key, []).append(text)
        labels.setdefault(key, label)
        places.setdefault(key, at)
    for key, texts in groups.items():
        latin = next((text for text in texts if may_be_english(text)), None)
        if latin is None:
            source.leave_out(places[key], f"no pattern of {key!r} can be an English name")
            continue
        spellings = dict.fromkeys([latin, *texts])
        made = named_only(spellings, _id(key, latin), _TYPES.get(labels[key], ""))
        yield replace(made, at=places[key])


def _id(key: str, name: str) -> str:
    """Return the id of a lexicon that patterns have, where they have one of their own."""
    return "" if key == name or re.fullmatch(r"Q\d+", key) else kebab_case(key)
