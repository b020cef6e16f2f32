"""Values as YAML, in the style of the shipped files."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from normalize.lexicon.schema import ENTRY, LANGUAGES

Value = str | bool | Mapping[str, str | bool] | Sequence["Value"]
"""What a field of an entry can hold."""

# What may stand without quotation marks; in brackets, libyaml of old stumbles over more.
_PLAIN = re.compile(r"""(?![-?:,\[\]{}#&*!|>'"%@`\s=<])(?!.*(?::\s|\s#))[^\r\n\t]*(?<![:\s])""")
_PLAIN_IN_FLOW = re.compile(r"[^,\[\]{}?:]*")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_BY_LANGUAGE = ("names", "short", "acronyms")
_BLOCK_LISTS = ("variants", "tests")
_WIDTH = 90  # with the indentation of an entry, a line keeps below a hundred


def write_flow(value: Value) -> str:
    """Return a value on one line, as it can stand within brackets.

    >>> write_flow({"text": "Shaikh, the", "fix": "suggest"}), write_flow(["a", True])
    ('{text: "Shaikh, the", fix: suggest}', '[a, true]')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _text(value, flow=True)
    if isinstance(value, Mapping):
        pairs = (f"{key}: {write_flow(each)}" for key, each in value.items())
        return f"{{{', '.join(pairs)}}}"
    return f"[{', '.join(map(write_flow, value))}]"


def write_alone(value: Value) -> str:
    """Return a value on one line, as it can stand after a key or a dash.

    >>> write_alone("Salih, Barham"), write_alone("so: there")
    ('Salih, Barham', '"so: there"')
    """
    return _text(value, flow=False) if isinstance(value, str) else write_flow(value)


def write_field(key: str, value: Value) -> list[str]:
    """Return the lines of one field, without indentation.

    >>> write_field("names", {"en": "Homs", "sr": "Homs"})
    ['names:', '  en: Homs', '  sr: Homs']
    >>> write_field("never", ["Arak"])
    ['never: [Arak]']
    """
    line = f"{key}: {write_alone(value)}"
    if isinstance(value, Mapping) and (key == "names" or len(line) > _WIDTH):
        return [f"{key}:", *(f"  {name}: {write_alone(each)}" for name, each in value.items())]
    if isinstance(value, str | bool | Mapping):
        return [line]
    if key in _BLOCK_LISTS or len(line) > _WIDTH:
        return [f"{key}:", *(f"  - {write_alone(each)}" for each in value)]
    return [line]


def write_entry(fields: Mapping[str, Value]) -> list[str]:
    """Return the lines of an entry's fields, they and the languages in the file format's order."""
    known = (key for key in ENTRY.fields if key in fields)
    return [line for key in known for line in write_field(key, _ordered(key, fields[key]))]


def write_again(text: str, style: str, *, flow: bool) -> str:
    """Return a text with the quotation marks that another one had in its place.

    >>> write_again("Homs", "'", flow=True), write_again("Homs", "", flow=True)
    ("'Homs'", 'Homs')
    """
    if style == "'" and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return _quoted(text) if style == '"' else _text(text, flow=flow)


def _ordered(key: str, value: Value) -> Value:
    if key not in _BY_LANGUAGE or not isinstance(value, Mapping):
        return value
    return {lang: value[lang] for lang in LANGUAGES if lang in value}


def _text(text: str, *, flow: bool) -> str:
    plain = text not in _NULLS and _PLAIN.fullmatch(text)
    if plain and flow:
        plain = _PLAIN_IN_FLOW.fullmatch(text)
    return text if plain else _quoted(text)


def _quoted(text: str) -> str:
    # JSON's escapes are YAML's.
    return json.dumps(text, ensure_ascii=False)
