"""Changes to one entry, as replacements of as few characters of its file as do it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from normalize.lexicon.edit.layout import (
    Items,
    Mapping,
    Node,
    Scalar,
    line_end,
    line_start,
    newline_of,
    next_line,
)
from normalize.lexicon.edit.written import Value, write_again, write_alone, write_field, write_flow
from normalize.lexicon.schema import ENTRY, LANGUAGES

_DASH = re.compile(r"[ ]*-[ ]+")


class Splice(NamedTuple):
    """The characters `start:end` of a text, and what comes in their place."""

    start: int
    end: int
    text: str


def splice(text: str, changes: Iterable[Splice]) -> str:
    """Return the text with changes made that do not overlap."""
    pieces: list[str] = []
    done = 0
    for change in sorted(changes):
        pieces += [text[done : change.start], change.text]
        done = change.end
    return "".join([*pieces, text[done:]])


def set_value(text: str, entry: Mapping, trail: Sequence[str], value: str | bool) -> Splice:
    """Return the change by which a field, or a key of one, gets a text, true or false.

    The quotation marks of the text before stay.
    """
    within, missing = _walk(entry, trail)
    if missing:
        wanted: Value = value
        for key in reversed(missing[1:]):
            wanted = {key: _single(wanted)}
        return _insert_key(text, within, missing[0], wanted)
    node = within.find(trail[-1])
    assert isinstance(node, Scalar)
    if isinstance(value, bool):
        return Splice(node.start, node.end, write_flow(value))
    return Splice(node.start, node.end, write_again(value, node.style, flow=within.flow))


def unset(text: str, entry: Mapping, trail: Sequence[str]) -> Splice:
    """Return the change by which a field or a key of one goes; with its last key, a field goes."""
    within, _ = _walk(entry, trail)
    if within is not entry and len(within.pairs) == 1:
        return unset(text, entry, trail[:-1])
    at = next(n for n, (_, value) in enumerate(within.pairs) if value is within.find(trail[-1]))
    spans = [(key.start, value.end) for key, value in within.pairs]
    return _drop(text, spans, at, within.flow)


def add_item(text: str, entry: Mapping, field: str, item: Value) -> Splice:
    """Return the change by which a list gets one more item at its end."""
    node = entry.find(field)
    if node is None:
        return _insert_key(text, entry, field, [item])
    assert isinstance(node, Items)
    if not node.items:
        return Splice(node.start + 1, node.start + 1, write_flow(item))
    end = node.items[-1].end
    if node.flow:
        return Splice(end, end, f", {write_flow(item)}")
    before = text[line_start(text, node.items[-1].start) : node.items[-1].start]
    if not _DASH.fullmatch(before):
        before = " " * (node.start - line_start(text, node.start)) + "- "
    end = line_end(text, end)
    return Splice(end, end, f"{newline_of(text)}{before}{write_alone(item)}")


def replace_item(entry: Mapping, field: str, index: int, item: Value) -> Splice:
    """Return the change by which an item of a list becomes another one."""
    node = entry.find(field)
    assert isinstance(node, Items)
    old = node.items[index]
    if isinstance(old, Scalar) and isinstance(item, str):
        return Splice(old.start, old.end, write_again(item, old.style, flow=node.flow))
    return Splice(old.start, old.end, write_flow(item))


def drop_item(text: str, entry: Mapping, field: str, index: int) -> Splice:
    """Return the change by which an item of a list goes; with its last item, the field goes."""
    node = entry.find(field)
    assert isinstance(node, Items)
    if len(node.items) == 1:
        return unset(text, entry, [field])
    return _drop(text, [(item.start, item.end) for item in node.items], index, node.flow)


def _walk(entry: Mapping, trail: Sequence[str]) -> tuple[Mapping, Sequence[str]]:
    """Return the innermost mapping that a trail leads to, and the keys that are not there."""
    node: Node | None = entry
    within = entry
    for done, key in enumerate(trail):
        assert isinstance(node, Mapping)
        within = node
        node = within.find(key)
        if node is None:
            return within, trail[done:]
    return within, ()


def _single(value: Value) -> str | bool:
    assert isinstance(value, str | bool)
    return value


def _insert_key(text: str, within: Mapping, key: str, value: Value) -> Splice:
    """Return the change by which a mapping gets a key, behind those that precede it by order."""
    written = f"{key}: {write_flow(value)}"
    if not within.pairs:
        return Splice(within.start + 1, within.start + 1, written)
    order = [*ENTRY.fields, *LANGUAGES]
    earlier = [v for k, v in within.pairs if _rank(order, k.value) < _rank(order, key)]
    first = within.pairs[0][0].start
    if within.flow:
        end = earlier[-1].end if earlier else first
        return Splice(end, end, f", {written}" if earlier else f"{written}, ")
    margin, newline = " " * (first - line_start(text, first)), newline_of(text)
    lines = [f"{margin}{line}" for line in write_field(key, value)]
    if earlier:
        end = line_end(text, earlier[-1].end)
        return Splice(end, end, "".join(f"{newline}{line}" for line in lines))
    begin = line_start(text, first)
    return Splice(begin, begin, "".join(f"{line}{newline}" for line in lines))


def _rank(order: Sequence[str], key: str) -> int:
    return order.index(key) if key in order else len(order)


def _drop(text: str, spans: Sequence[tuple[int, int]], at: int, flow: bool) -> Splice:
    """Return the change by which one of several things goes, with its comma or its lines."""
    start, end = spans[at]
    if not flow:
        return Splice(line_start(text, start), next_line(text, end), "")
    if at + 1 < len(spans):
        return Splice(start, spans[at + 1][0], "")
    return Splice(spans[at - 1][1], end, "") if at else Splice(start, end, "")
