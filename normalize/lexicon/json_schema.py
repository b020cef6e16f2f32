"""The definition of a lexicon file as a JSON Schema."""

from __future__ import annotations

import re
from typing import Any

from normalize.lexicon.schema import (
    FILE,
    Either,
    Field,
    Kind,
    ListOf,
    OneOf,
    Pair,
    Record,
    Text,
    Version,
    YesNo,
)


def json_schema() -> dict[str, Any]:
    """Return the definition as a JSON Schema (draft 7) with descriptions and examples.

    It checks the structure of a file. What it can't see is left to the loader: duplicate keys
    and ids, what is required only once all layers are merged (`type`, `names.en`), how a number
    or a yes/no was spelled, line breaks and the characters of a name.
    """
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "normalize lexicon",
        "description": "Names and acronyms with the one spelling that texts should have.",
        **_schema_of(FILE),
    }


def _schema_of(kind: Kind) -> dict[str, Any]:
    match kind:
        case Text():
            return _schema_of_text(kind)
        case OneOf():
            return {"type": "string", "enum": list(kind.values)}
        case YesNo():
            return {"type": "boolean"}
        case Version():
            return {"const": kind.number}
        case ListOf():
            return {"type": "array", "items": _schema_of(kind.item)}
        case Pair():
            item = _schema_of(kind.item)
            return {"type": "array", "items": item, "minItems": 2, "maxItems": 2}
        case Either():
            return {"anyOf": [_schema_of(kind.brief), _schema_of(kind.record)]}
        case Record():
            return _schema_of_record(kind)


def _schema_of_text(kind: Text) -> dict[str, Any]:
    """Accept what YAML tools take for a number or a yes/no too, as far as it can match."""
    typed = {"string": "", "number": "1.5", "integer": "0", "boolean": "true"}
    if kind.pattern:
        typed = {t: shown for t, shown in typed.items() if re.fullmatch(kind.pattern, shown)}
        types = ["string", *typed]
    else:
        types = ["string", "number", "boolean"]
    schema: dict[str, Any] = {"type": types if len(types) > 1 else types[0], "minLength": 1}
    if "integer" in types:
        schema["minimum"] = 0
    if kind.pattern:
        schema["pattern"] = f"^{kind.pattern}$"
    return {**schema, "maxLength": kind.longest}


def _schema_of_record(kind: Record) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "type": "object",
        "additionalProperties": False,
        "properties": {name: _schema_of_field(field) for name, field in kind.fields.items()},
    }
    required = [name for name, field in kind.fields.items() if field.required]
    if required:
        schema["required"] = required
    if kind.same:
        schema["not"] = {"anyOf": [{"required": list(pair)} for pair in kind.same.items()]}
    if kind.needs:
        name, value, needed = kind.needs
        schema["if"] = {"required": [name], "properties": {name: {"const": value}}}
        schema["then"] = {"required": [needed]}
    return schema


def _schema_of_field(field: Field) -> dict[str, Any]:
    examples = {"examples": list(field.examples)} if field.examples else {}
    return {"description": field.doc, **examples, **_schema_of(field.kind)}
