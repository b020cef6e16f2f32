"""Entries from items of Wikidata, as its entity JSON has them; there is no way back.

Labels become names and aliases variants, of the languages that lexicons have. What the item is
about follows from `instance of` for what is told by a few classes; else whoever imports says it.
Format: https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from normalize.languages.serbian import write_latin
from normalize.lexicon.exchange.imported import ImportedFile
from normalize.lexicon.exchange.spellings import as_variant, clean, distinct
from normalize.lexicon.forms import script_of_text
from normalize.lexicon.schema import LANGUAGES
from normalize.model import Entry, Source, Variant
from normalize.text.language import script_of_language

# Wikidata's own tags, best first: Serbian Latin and Cyrillic are sr-el and sr-ec there.
_TAGS = {
    "en": ("en", "en-us", "en-gb", "mul"),
    "sr": ("sr-el", "sr", "sr-ec"),
    **{lang: (lang,) for lang in LANGUAGES if lang not in ("en", "sr", "sr-Latn", "sr-Cyrl")},
}
_INSTANCE_OF, _SEX_OR_GENDER = "P31", "P21"
_TYPES = {
    "Q5": "person",
    "Q43229": "organisation",
    "Q7278": "organisation",  # political party
    "Q4830453": "organisation",  # business
    "Q17149090": "organisation",  # armed organization
    "Q31629": "organisation",  # type of militia, used as a class
    "Q515": "place",  # city
    "Q6256": "place",  # country
    "Q3624078": "place",  # sovereign state
    "Q486972": "place",  # human settlement
    "Q41710": "people",  # ethnic group
}
_GENDERS = {"Q6581097": "m", "Q6581072": "f"}


def read(source: ImportedFile) -> Iterator[Entry]:
    """Yield the items of one entity, of Special:EntityData, of JSON lines or of a dump.

    A dump is a list with an item on each line, of which one is held in memory at a time.
    """
    for at, item in _items(source):
        if item.get("type", "item") != "item" or "missing" in item:
            source.leave_out(at, f"{item.get('id')} is no item of Wikidata")
            continue
        entry = _entry(item, at, source)
        if entry:
            yield entry


def _items(source: ImportedFile) -> Iterator[tuple[Source, dict[str, Any]]]:
    lines = ((n, line) for n, line in source.lines() if line.strip() not in ("", "[", "]"))
    number, first = next(lines, (1, ""))
    try:
        json.loads(_without_comma(first))
    except (json.JSONDecodeError, RecursionError):
        yield from _whole(source, number, first, lines)
        return
    for at_line, line in chain([(number, first)], lines):
        try:
            record = json.loads(_without_comma(line))
        except (json.JSONDecodeError, RecursionError) as error:
            at = source.at(at_line, getattr(error, "colno", 1))
            source.refuse(at, f"this is not JSON: {getattr(error, 'msg', 'nested too deeply')}")
            continue
        yield from _unwrapped(record, source.at(at_line), source)


def _without_comma(line: str) -> str:
    return line.rstrip().removesuffix(",")


def _whole(
    source: ImportedFile, number: int, first: str, lines: Iterator[tuple[int, str]]
) -> Iterator[tuple[Source, dict[str, Any]]]:
    """Yield the items of a file that is one JSON value over many lines."""
    text = first + "".join(line for _, line in lines)
    try:
        record = json.loads(text)
    except json.JSONDecodeError as error:
        at = source.at(error.lineno + number - 1, error.colno)
        raise source.stop(at, f"this is not JSON: {error.msg}") from None
    except RecursionError:
        raise source.stop(source.at(number), "this is nested too deeply") from None
    for each in record if isinstance(record, list) else [record]:
        yield from _unwrapped(each, source.at(number), source)


def _unwrapped(
    record: Any, at: Source, source: ImportedFile
) -> Iterator[tuple[Source, dict[str, Any]]]:
    """Yield the item in a record, or all those under `entities`."""
    inside = record.get("entities", record) if isinstance(record, dict) else None
    several = isinstance(inside, dict) and inside is not record
    for item in inside.values() if several and inside else [inside]:
        labels = item.get("labels") if isinstance(item, dict) else None
        if isinstance(item, dict) and (isinstance(labels, dict) or "missing" in item):
            yield at, item
        else:
            hint = "an item has 'id', 'labels' and 'aliases'; get it from Special:EntityData"
            source.refuse(at, "this is no item of Wikidata", hint)


def _entry(item: dict[str, Any], at: Source, source: ImportedFile) -> Entry | None:
    named = str(item.get("id", ""))
    names = _names(item["labels"])
    if "en" not in names:
        source.leave_out(at, f"{named} has no English label that fits a lexicon")
        return None
    classes = _values(item, _INSTANCE_OF)
    type = next((_TYPES[each] for each in classes if each in _TYPES), "")
    genders = [_GENDERS[each] for each in _values(item, _SEX_OR_GENDER) if each in _GENDERS]
    return Entry(
        "",
        type,
        names,
        variants=tuple(_variants(item.get("aliases") or {}, names)),
        gender=genders[0] if genders and type == "person" else None,
        wikidata=named if re.fullmatch(r"Q[1-9]\d*", named) else None,
        at=at,
    )


def _names(labels: dict[str, Any]) -> dict[str, str]:
    names: dict[str, str] = {}
    for lang, tags in _TAGS.items():
        texts = _in_script(lang, (labels.get(tag) for tag in tags))
        if text := next(texts, None):
            names[lang] = text
    return names


def _variants(aliases: dict[str, Any], names: dict[str, str]) -> Iterator[Variant]:
    taken = list(names.values())
    for lang, tags in _TAGS.items():
        texts = _in_script(lang, (alias for tag in tags for alias in aliases.get(tag) or ()))
        new = distinct(texts, taken)
        taken += new
        # An English alias is a spelling for every language in Latin script.
        yield from (as_variant(text, None if lang == "en" else lang) for text in new)


def _in_script(lang: str, terms: Iterable[Any]) -> Iterator[str]:
    """Yield the texts that a language can have, Serbian ones in Latin letters."""
    for term in terms:
        text = _text(term)
        if text and lang == "sr" and script_of_text(text) == "Cyrl":
            text = write_latin(text)
        if text and script_of_text(text) == script_of_language(lang):
            yield text


def _text(term: Any) -> str | None:
    value = term.get("value") if isinstance(term, dict) else None
    return clean(value) if isinstance(value, str) else None


def _values(item: dict[str, Any], of: str) -> list[str]:
    """Return the items that statements of one property give, those of preferred rank first."""
    found: list[tuple[bool, str]] = []
    claims = item.get("claims")
    for claim in (claims.get(of) or ()) if isinstance(claims, dict) else ():
        try:
            value = claim["mainsnak"]["datavalue"]["value"]["id"]
            found.append((claim.get("rank") != "preferred", str(value)))
        except (KeyError, TypeError):  # no value, or an unknown one
            continue
    return [value for _, value in sorted(found, key=lambda each: each[0])]
