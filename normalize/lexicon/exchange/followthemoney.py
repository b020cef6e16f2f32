"""Entries as entities of FollowTheMoney, the data model of OpenSanctions and Aleph.

One JSON object a line. The model knows people and organisations, and names without languages:
those in Latin script may be in any of them, so that all but the main one become variants,
and so do acronyms.
Properties: https://followthemoney.tech/explorer/.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from normalize.lexicon.exchange.imported import ImportedFile
from normalize.lexicon.exchange.spellings import (
    OWN,
    clean,
    distinct,
    is_acronym,
    may_be_english,
    own_id,
    without_derived,
)
from normalize.model import Entry, Fix, Source, Variant

_SCHEMATA = {"person": "Person", "organisation": "Organization"}
# A LegalEntity may be either; whoever imports says which.
_TYPES = {
    "Person": "person",
    "Organization": "organisation",
    "Company": "organisation",
    "PublicBody": "organisation",
    "LegalEntity": "",
}
_GENDERS = {"m": "male", "f": "female"}
_WEAK = "a weak alias of the imported file"
_WEBSITE = re.compile(r"\Ahttps?://\S+\Z")


def kept(entry: Entry) -> Entry | None:
    """Return what an entity holds; None for what is neither a person nor an organisation."""
    if entry.type not in _SCHEMATA:
        return None
    return _entry(_entity(entry))


def write(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield a line for each person and organisation."""
    for entry in entries:
        if entry.type in _SCHEMATA:
            yield json.dumps(_entity(entry), ensure_ascii=False) + "\n"


def read(source: ImportedFile) -> Iterator[Entry]:
    """Yield people and organisations; what else there is, such as ownership, is passed over."""
    for at, record in source.records():
        schema, properties = record.get("schema"), record.get("properties")
        if not isinstance(schema, str) or not isinstance(properties, dict):
            hint = "an entity has 'id', 'schema' and 'properties'"
            source.refuse(at, "this is no entity of FollowTheMoney", hint)
            continue
        wrong = [name for name, values in properties.items() if not isinstance(values, list)]
        if wrong:
            source.refuse(at, f"the property {wrong[0]!r} is no list", 'such as ["Ali"]')
        elif schema in _TYPES:
            entry = _entry(record, at)
            if entry is None:
                message = f"{record.get('id')} has no name in Latin script that fits a lexicon"
                source.leave_out(at, message)
            else:
                yield entry


def _entity(entry: Entry) -> dict[str, Any]:
    person = entry.type == "person"
    gender = [word for key, word in _GENDERS.items() if person and key == entry.gender]
    applied = [v for v in entry.variants if v.fix is Fix.APPLY]
    properties: dict[str, list[str]] = {
        "name": list(dict.fromkeys([entry.names["en"], *entry.names.values()])),
        "alias": [v.text for v in applied if not v.acronym],
        "weakAlias": [*entry.short.values(), *(v.text for v in entry.variants if v not in applied)],
        "abbreviation": [*entry.acronyms.values(), *(v.text for v in applied if v.acronym)],
        "gender": gender,
        "wikidataId": [entry.wikidata] if entry.wikidata else [],
        "sourceUrl": _WEBSITE.findall(entry.source or "")[:1],
        "notes": [entry.note] if entry.note else [],
    }
    return {
        "id": f"{OWN}{entry.id}",
        "caption": entry.names["en"],
        "schema": _SCHEMATA[entry.type],
        "properties": {
            name: list(dict.fromkeys(values)) for name, values in properties.items() if values
        },
    }


def _entry(record: dict[str, Any], at: Source | None = None) -> Entry | None:
    """Return the entry of an entity, or None where it has no name that can be English."""
    values = record["properties"]
    names = _fitting([record.get("caption"), *values.get("name", ())])
    english = next((text for text in names if may_be_english(text)), None)
    if english is None:
        return None
    others = [t for kind in ("alias", "previousName") for t in _fitting(values.get(kind, ()))]
    spelled = distinct(without_derived([english, *names, *others])[1:], [english])
    acronyms = [*_fitting(values.get("abbreviation", ())), *filter(is_acronym, spelled)]
    weak = distinct(_fitting(values.get("weakAlias", ())), [english, *spelled])
    given = str(record.get("id", ""))
    items = (str(item) for item in (given, *values.get("wikidataId", ())))
    genders = {value: key for key, value in _GENDERS.items()}
    gendered = values.get("gender", ()) if record["schema"] == "Person" else ()
    return Entry(
        own_id(given),
        _TYPES[record["schema"]],
        {"en": english},
        variants=(
            *(Variant(text) for text in spelled if not is_acronym(text)),
            *(Variant(text, acronym=True) for text in dict.fromkeys(acronyms)),
            *(Variant(text, fix=Fix.SUGGEST, reason=_WEAK) for text in weak),
        ),
        gender=next((genders.get(gender) for gender in gendered), None),
        wikidata=next((item for item in items if re.fullmatch(r"Q[1-9]\d*", item)), None),
        source=next(map(str, values.get("sourceUrl", ())), None),
        note=next(map(str, values.get("notes", ())), None),
        at=at,
    )


def _fitting(texts: Iterable[object]) -> list[str]:
    found = (clean(text) for text in texts if isinstance(text, str))
    return list(dict.fromkeys(text for text in found if text))
