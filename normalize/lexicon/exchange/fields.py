"""Entries as the plain values that lexicon files and some formats write."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from normalize.model import Entry, EntryTest, Fix, Variant

_PLAIN = re.compile(r"[^\W_](?:[\w .'’()/&+\-\u200c]*[\w.)])?")
_NULLS = ("null", "Null", "NULL")
_WIDTH = 100


def plain_fields(entry: Entry) -> dict[str, Any]:
    """Return what an entry's mapping in a lexicon file says, without what goes without saying.

    >>> plain_fields(Entry("homs", "place", {"en": "Homs"}, variants=(Variant("Hums"),)))
    {'id': 'homs', 'type': 'place', 'names': {'en': 'Homs'}, 'variants': ['Hums']}
    """
    values: dict[str, Any] = {
        "id": entry.id,
        "type": entry.type,
        "names": dict(entry.names),
        "short": dict(entry.short),
        "acronyms": dict(entry.acronyms),
        "variants": [plain_variant(variant) for variant in entry.variants],
        "never": list(entry.never),
        "context": list(entry.context),
        "well_known": entry.well_known,
        "gender": entry.gender,
        "declension": dict(entry.declension),
        "exonym": entry.exonym,
        "irregular": dict(entry.irregular),
        "wikidata": entry.wikidata,
        "source": entry.source,
        "note": entry.note,
        "tests": [plain_test(test) for test in entry.tests],
    }
    return {name: value for name, value in values.items() if value}


def plain_variant(variant: Variant) -> str | dict[str, Any]:
    """Return a variant as its text, or as a mapping where there is more to say of it."""
    told: dict[str, Any] = {"text": variant.text}
    if variant.lang:
        told["lang"] = variant.lang
    if variant.acronym:
        told["acronym"] = True
    if variant.fix is not Fix.APPLY:
        told["fix"] = str(variant.fix)
    if variant.reason:
        told["reason"] = variant.reason
    return told if len(told) > 1 else variant.text


def plain_test(test: EntryTest) -> list[str] | dict[str, str]:
    """Return a test as its two texts, or as a mapping where it has a language."""
    if test.lang is None:
        return [test.text, test.expected]
    return {"text": test.text, "expected": test.expected, "lang": test.lang}


def write_lexicon(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield the text of a lexicon file with the entries in the order given, piece by piece."""
    yield "version: 1\nentries:\n"
    for number, entry in enumerate(entries):
        lines = [line for item in plain_fields(entry).items() for line in _field(*item)]
        yield ("\n" if number else "") + "  - " + "\n    ".join(lines) + "\n"


def _field(name: str, value: Any) -> Iterator[str]:
    line = f"{name}: {_written(value)}"
    if name not in ("variants", "tests") and len(line) + 4 <= _WIDTH:
        yield line
    elif isinstance(value, list):
        yield f"{name}:"
        for item in value:
            yield f"  - {_written(item)}"
    elif isinstance(value, dict):
        yield f"{name}:"
        for key, item in value.items():
            yield f"  {key}: {_written(item)}"
    else:
        yield line


def _written(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case list():
            return f"[{', '.join(_written(item) for item in value)}]"
        case Mapping():
            pairs = (f"{key}: {_written(item)}" for key, item in value.items())
            return f"{{{', '.join(pairs)}}}"
    text = str(value)
    # Escapes of JSON are escapes of YAML.
    plain = _PLAIN.fullmatch(text) and text not in _NULLS
    return text if plain else json.dumps(text, ensure_ascii=False)
