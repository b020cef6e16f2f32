"""Entries on the way from their files: checked, merged over layers, and made.

A draft holds the values of one id as `read` gives them. It may lack what an earlier layer has,
and a value that was complained of already is None.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from normalize.lexicon.cases import find_misdeclined
from normalize.lexicon.codes import Code
from normalize.lexicon.schema import ENTRY, SAME_LANGUAGE, OneOf
from normalize.lexicon.spelling import Flaw, find_flaws, find_unfit
from normalize.model import Entry, EntryTest, Fix, Source, Variant

Trail = tuple[str | int, ...]
"""The keys and list indices that lead from an entry to one of its values."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What the layers read so far say of one id; `sources` are their places, the latest last."""

    id: str
    fields: Mapping[str, Any]
    sources: tuple[Source, ...]


def merge(earlier: Draft, later: Draft) -> Draft:
    """Return the earlier draft overridden by the later one.

    Mappings, such as names by language, merge key by key; everything else is replaced. A name
    that gives way to another one is a variant from then on, or texts would keep it.
    """
    fields = dict(earlier.fields)
    for name, value in later.fields.items():
        before: Any = fields.get(name)
        merges = isinstance(before, dict) and isinstance(value, dict)
        fields[name] = before | value if merges else value
    if "variants" not in later.fields:
        _keep_former_names(fields, earlier.fields.get("names") or {})
    return Draft(earlier.id, fields, earlier.sources + later.sources)


def _keep_former_names(fields: dict[str, Any], former: Mapping[str, str | None]) -> None:
    """List each name that was overridden, in the place of the variant that overrides it."""
    variants = list(fields.get("variants") or ())
    for lang, before in former.items():
        now = (fields.get("names") or {}).get(lang)
        if before and now and now != before:
            same = (at for at, each in enumerate(variants) if _is_spelled(each, now, lang))
            at = next(same, len(variants))
            variants[at : at + 1] = [{"text": before, "lang": lang}]
    if variants:
        fields["variants"] = variants


def _is_spelled(variant: str | dict[str, Any] | None, text: str, lang: str) -> bool:
    record = {"text": variant} if isinstance(variant, str) else variant or {}
    named = record.get("text") == text and _language(record) in (None, lang)
    return named and not record.get("acronym")


def find_misspellings(draft: Draft) -> Iterator[tuple[Trail, Flaw]]:
    """Yield what is wrong with the characters of any text of one file's draft."""
    for trail, text, lang in _names(draft.fields):
        for flaw in find_flaws(text, lang):
            yield trail, flaw
    for trail, text in _prose(draft.fields):
        if not text.isprintable():
            for flaw in find_unfit(text, allowed="\n\t"):
                yield trail, flaw


def find_contradictions(draft: Draft) -> Iterator[tuple[Trail, Flaw]]:
    """Yield what is wrong with a draft as a whole, once every layer is merged."""
    fields = draft.fields
    if "type" not in fields:
        types = ENTRY.fields["type"].kind
        known = ", ".join(types.values) if isinstance(types, OneOf) else ""
        yield (), Flaw(0, "this entry has no 'type'", f"there are {known}", Code.INCOMPLETE)
    names = fields.get("names", {})
    if names is not None and "en" not in names:
        hint = "such as 'names: {en: Abbas Araghchi}'"
        yield (), Flaw(0, "this entry has no English name", hint, Code.INCOMPLETE)
    yield from _listed_twice(fields)
    yield from find_misdeclined(fields)
    for lang, short in (fields.get("short") or {}).items():
        name = (names or {}).get(lang)
        if name and short and len(short) > len(name):
            message = f"the short form {short!r} is longer than the name"
            yield ("short", lang), Flaw(0, message, f"the name is {name!r}", Code.SHORT)


def make_entry(draft: Draft) -> Entry:
    """Return the entry of a draft without mistakes; it says it is where it was stated last."""
    values = dict(draft.fields)
    if "variants" in values:
        values["variants"] = tuple(map(_make_variant, values["variants"]))
    if "tests" in values:
        values["tests"] = tuple(map(_make_test, values["tests"]))
    for name in ("never", "context"):
        values[name] = tuple(values.get(name, ()))
    return Entry(**values, at=draft.sources[-1])


def _make_variant(value: str | dict[str, Any]) -> Variant:
    if isinstance(value, str):
        return Variant(value)
    return Variant(
        value["text"],
        lang=_language(value),
        acronym=value.get("acronym", False),
        fix=Fix(value.get("fix", Fix.APPLY)),
        reason=value.get("reason", ""),
    )


def _make_test(value: list[str] | dict[str, str]) -> EntryTest:
    if isinstance(value, list):
        return EntryTest(*value)
    return EntryTest(value["text"], value["expected"], lang=_language(value))


def _language(value: dict[str, Any]) -> str | None:
    lang = value.get("lang")
    return SAME_LANGUAGE.get(lang, lang) if lang else None


def _names(fields: Mapping[str, Any]) -> Iterator[tuple[Trail, str, str | None]]:
    """Yield the texts that are names, with the language whose script they must be in.

    An acronym may be in any script that its language borrows it in.
    """
    for field in ("names", "short", "acronyms", "declension"):
        for key, text in (fields.get(field) or {}).items():
            if text and key not in ("type", "stem"):
                yield (field, key), text, _language_of(field, key)
    for index, variant in enumerate(fields.get("variants") or ()):
        if isinstance(variant, str):
            yield ("variants", index), variant, None
        elif variant and (text := variant.get("text")):
            lang = None if variant.get("acronym") else _language(variant)
            yield ("variants", index, "text"), text, lang
    for field in ("never", "context"):
        for index, text in enumerate(fields.get(field) or ()):
            if text:
                yield (field, index), text, None


def _language_of(field: str, key: str) -> str | None:
    """Return the language whose script a name must be in; Serbian forms are in Latin."""
    if field == "declension":
        return "sr"
    return key if field in ("names", "short") else None


def _prose(fields: Mapping[str, Any]) -> Iterator[tuple[Trail, str]]:
    """Yield what is meant for the eyes of editors."""
    for field in ("source", "note"):
        if text := fields.get(field):
            yield (field,), text
    for index, variant in enumerate(fields.get("variants") or ()):
        if isinstance(variant, dict) and (text := variant.get("reason")):
            yield ("variants", index, "reason"), text


def _listed_twice(fields: Mapping[str, Any]) -> Iterator[tuple[Trail, Flaw]]:
    """Yield variants that are another variant too, or the canonical name or acronym.

    What one language has as its name may be listed as a variant in another.
    """
    seen: defaultdict[tuple[str, bool], dict[str | None, str]] = defaultdict(dict)
    for field in ("names", "acronyms"):
        for key, text in (fields.get(field) or {}).items():
            lang = SAME_LANGUAGE.get(key, key)
            seen[text, field == "acronyms"].setdefault(lang, f"{field}.{key}")
    for index, variant in enumerate(fields.get("variants") or ()):
        trail: Trail = ("variants", index)
        record = {"text": variant} if isinstance(variant, str) else variant or {}
        if isinstance(variant, dict):
            trail = (*trail, "text")
        text, lang = record.get("text"), _language(record)
        if not text:
            continue
        known = seen[text, bool(record.get("acronym"))]
        first = known.get(lang) or known.get(None) if lang else next(iter(known.values()), None)
        if first:
            message = f"{text!r} is listed twice"
            yield trail, Flaw(0, message, f"it is {first} already", Code.LISTED_TWICE)
        known.setdefault(lang, f"variant {index + 1}")
