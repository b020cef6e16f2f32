"""Nodes against the definition in `schema`: plain values out, complaints beside them.

What is broken reads as None, so that one mistake never hides another and whoever looks at the
values next can pass over what was complained of already.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from yaml.events import AliasEvent, ScalarEvent

from normalize.errors import nearest
from normalize.lexicon.nodes import (
    Complaint,
    ListNode,
    MappingNode,
    Node,
    complain,
    place,
    read_root,
    spans_lines,
)
from normalize.lexicon.schema import (
    ENTRY,
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

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


def read_entries(
    text: str, complaints: list[Complaint]
) -> Iterator[tuple[MappingNode, dict[str, Any]]]:
    """Yield each entry of a file as its node and its values by field.

    Complaints are added to the list as the file is read. Raises `UnreadableError` where it
    can't be read to its end.
    """
    root = MappingNode(None, read_root(text, complaints))
    for name, field, value in _fields(FILE, root, complaints):
        if name != "entries" or not isinstance(value, ListNode):
            _read(field.kind, value, complaints)
            continue
        said = len(complaints)
        for node in value.items:
            fields = _read(ENTRY, node, complaints)
            named = fields.get("id") if fields else None
            complaints[said:] = [replace(c, entry=named) for c in complaints[said:]]
            if isinstance(node, MappingNode):
                yield node, fields
            said = len(complaints)


def _read(kind: Kind, node: Node, complaints: list[Complaint]) -> Any:
    shape, reader = _READERS[type(kind)]
    if isinstance(node, shape):
        return reader(kind, node, complaints)
    _refuse_shape(kind, node, complaints)
    return None


def _read_text(kind: Text, node: ScalarEvent, complaints: list[Complaint]) -> str | None:
    value = node.value
    if value in _NULLS and (not value or not node.style):
        message = f"{value!r} stands for nothing" if value else "nothing is written here"
        hint = "quote it if it is really a name" if value else "write a text"
        complaints.append(complain(node, message, hint))
        return None
    if len(value) > kind.longest:
        message = f"this text has {len(value):,} characters"
        complaints.append(complain(node, message, f"there can be {kind.longest:,}"))
        return None
    if kind.one_line and spans_lines(node):
        message = f"{_cut(value)!r} goes over several lines"
        complaints.append(complain(node, message, "is a quotation mark or a hyphen missing?"))
        return None
    if kind.pattern and not re.fullmatch(kind.pattern, value):
        mended = kind.mend(value) if kind.mend else ""
        hint = f"it takes {kind.fits}" + (f", such as {mended!r}" if mended else "")
        complaints.append(complain(node, f"{_cut(value)!r} does not fit here", hint))
    return value


def _read_one_of(kind: OneOf, node: ScalarEvent, complaints: list[Complaint]) -> str | None:
    if node.value in kind.values:
        return node.value
    complaints.append(_unknown(node, kind.noun, kind.values))
    return None


def _read_yes_no(kind: YesNo, node: ScalarEvent, complaints: list[Complaint]) -> bool | None:
    if not node.style and node.value in ("true", "false"):
        return node.value == "true"
    _refuse_shape(kind, node, complaints)
    return None


def _read_version(kind: Version, node: ScalarEvent, complaints: list[Complaint]) -> None:
    if node.style or node.value != str(kind.number):
        message = f"there is no version {_cut(node.value)!r} of the file format"
        complaints.append(complain(node, message, f"write 'version: {kind.number}'"))


def _read_list(kind: ListOf, node: ListNode, complaints: list[Complaint]) -> list[Any]:
    return [_read(kind.item, item, complaints) for item in node.items]


def _read_pair(kind: Pair, node: ListNode, complaints: list[Complaint]) -> list[Any] | None:
    items = tuple(node.items)
    if len(items) == 2:
        return [_read(kind.item, item, complaints) for item in items]
    message = f"this takes two texts, before and after; here are {len(items)}"
    complaints.append(complain(node, message, "quote a text that has a comma in it"))
    return None


def _read_either(kind: Either, node: Node, complaints: list[Complaint]) -> Any:
    """Read either way, taking a mapping without any known key for a text that has ': ' in it."""
    if not isinstance(node, MappingNode):
        return _read(kind.brief, node, complaints)
    keys = [key.value for key, _ in node.items if isinstance(key, ScalarEvent)]
    meant = kind.record if kind.record.fields.keys() & keys or not keys else kind.brief
    return _read(meant, node, complaints)


def _read_record(kind: Record, node: MappingNode, complaints: list[Complaint]) -> dict[str, Any]:
    values = {
        name: _read(field.kind, item, complaints)
        for name, field, item in _fields(kind, node, complaints)
    }
    if kind.needs:
        name, value, needed = kind.needs
        if values.get(name) == value and needed not in values:
            message = f"'{name}: {value}' needs a {needed!r}"
            complaints.append(complain(node, message, "say why the change is in doubt"))
    return values


def _fields(
    kind: Record, node: MappingNode, complaints: list[Complaint]
) -> Iterator[tuple[str, Field, Node]]:
    """Yield each known field of a mapping once, by the name that it goes under."""
    seen: dict[str, Node] = {}
    for key, value in node.items:
        name = key.value if isinstance(key, ScalarEvent) else None
        field = kind.fields.get(name) if name is not None else None
        if name is None or field is None:
            _refuse_key(kind, key, complaints)
            continue
        name = kind.same.get(name, name) if kind.same else name
        if name in seen:
            line, column = place(seen[name])
            message = f"{kind.noun} {name!r} is given twice"
            complaints.append(complain(key, message, f"first at line {line}, column {column}"))
            continue
        seen[name] = key
        yield name, field, value
    for name, field in kind.fields.items():
        if field.required and name not in seen:
            hint = f"such as '{name}: {field.examples[0]}'" if field.examples else ""
            complaints.append(complain(node, f"there is no {name!r} here", hint))


def _refuse_key(kind: Record, key: Node, complaints: list[Complaint]) -> None:
    if isinstance(key, AliasEvent):
        return
    if not isinstance(key, ScalarEvent):
        hint = f"there are {', '.join(kind.fields)}"
        complaints.append(complain(key, f"a {kind.noun} is a single word", hint))
    elif key.value == "<<":
        complaints.append(complain(key, "merge keys ('<<') are refused", "write the values out"))
    else:
        complaints.append(_unknown(key, kind.noun, tuple(kind.fields)))


def _unknown(node: ScalarEvent, noun: str, known: tuple[str, ...]) -> Complaint:
    """Complain of a word that is none of those known; a language is never guessed."""
    word = _cut(node.value)
    meant = None if noun == "language" else nearest(word, known)
    hint = f"did you mean {meant!r}?" if meant else f"there are {', '.join(known)}"
    return complain(node, f"unknown {noun} {word!r}", hint)


def _refuse_shape(kind: Kind, node: Node, complaints: list[Complaint]) -> None:
    """Complain of a node that has not the shape of its kind, unless it is refused already."""
    hint = ""
    match node:
        case AliasEvent():
            return
        case ScalarEvent():
            found = repr(_cut(node.value)) if node.value else "nothing"
        case MappingNode():
            found, hint = "a mapping", "quote a text that has ': ' in it"
        case ListNode():
            found, hint = "a list", "quote a text that has brackets around it"
    hint = hint if isinstance(kind, Text) else ""
    complaints.append(complain(node, f"this takes {_shape(kind)}, not {found}", hint))


def _shape(kind: Kind) -> str:
    match kind:
        case Text():
            return "text"
        case OneOf():
            return f"one of {', '.join(kind.values)}"
        case YesNo():
            return "true or false without quotes"
        case Version():
            return f"the number {kind.number}"
        case ListOf():
            return "a list, whose items each begin with '- '"
        case Pair():
            return "two texts [before, after]"
        case Either():
            return f"{_shape(kind.brief)} or {_shape(kind.record)}"
        case Record():
            return f"a mapping {{{next(iter(kind.fields))}: ...}}"


def _cut(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60]}…"


_Reader = Callable[[Any, Any, list[Complaint]], Any]
_READERS: Mapping[type, tuple[type | tuple[type, ...], _Reader]] = {
    Text: (ScalarEvent, _read_text),
    OneOf: (ScalarEvent, _read_one_of),
    YesNo: (ScalarEvent, _read_yes_no),
    Version: (ScalarEvent, _read_version),
    ListOf: (ListNode, _read_list),
    Pair: (ListNode, _read_pair),
    Either: ((ScalarEvent, ListNode, MappingNode), _read_either),
    Record: (MappingNode, _read_record),
}
