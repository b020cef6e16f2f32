"""Where the entries of a lexicon file and their values stand, to the character.

ruamel.yaml keeps comments when it writes a file again, but not indentation, spaces within a line
or the breaks of a flow collection. An edit therefore never writes again what it does not change:
it replaces the characters between two places, which is what these nodes are for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from normalize.lexicon.nodes import Parser
from normalize.lexicon.schema import SAME_LANGUAGE

_Next = Callable[[], Any]
_BREAKS = "\r\n"
_BLOCKS = ("|", ">")


class Slot(NamedTuple):
    """Where an entry's mapping begins in a file's text, and its id."""

    id: str
    start: int


class Layout(NamedTuple):
    """The entries of a file in their order; `flow` where the list of them is in brackets."""

    slots: tuple[Slot, ...]
    flow: bool


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text with what stands around it; `style` is its quotation mark, `|`, `>` or empty."""

    start: int
    end: int
    value: str
    style: str


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values; of one in block style, the end is that of its last value."""

    start: int
    end: int
    flow: bool
    pairs: tuple[tuple[Scalar, Node], ...]

    def find(self, key: str) -> Node | None:
        """Return the value of a key, whatever name of a language it goes by."""
        return next((v for k, v in self.pairs if SAME_LANGUAGE.get(k.value, k.value) == key), None)


@dataclass(frozen=True, slots=True)
class Items:
    """A YAML sequence; of one in block style, the start is the dash before its first item."""

    start: int
    end: int
    flow: bool
    items: tuple[Node, ...]


Node = Scalar | Mapping | Items


@lru_cache(maxsize=4)  # an edit asks several times, and a large file takes a third of a second
def read_layout(text: str) -> Layout:
    r"""Return where the entries of a readable lexicon file stand.

    >>> read_layout("version: 1\nentries:\n- id: homs\n").slots
    (Slot(id='homs', start=22),)
    """
    following: _Next = Parser(text).get_event
    for _ in range(3):  # the stream, the document, its mapping
        following()
    slots: list[Slot] = []
    flow = False
    while isinstance(key := following(), ScalarEvent):
        begun = following()
        if key.value == "entries" and isinstance(begun, SequenceStartEvent):
            flow = bool(begun.flow_style)
            slots += _slots(following)
        else:
            _skip(begun, following)
    return Layout(tuple(slots), flow)


def read_entry(text: str, start: int) -> Mapping:
    """Return the entry whose mapping begins at an offset of a readable file's text."""
    column = start - line_start(text, start)
    following: _Next = Parser(" " * column + text[start:]).get_event
    for _ in range(2):
        following()
    node = _node(following(), following, text, start - column)
    assert isinstance(node, Mapping)
    return node


def line_start(text: str, offset: int) -> int:
    """Return the offset at which the line begins that an offset is on."""
    return max(text.rfind(each, 0, offset) for each in _BREAKS) + 1


def line_end(text: str, offset: int) -> int:
    """Return the offset of the line break that ends the line, or of the end of the text."""
    found = [at for each in _BREAKS if (at := text.find(each, offset)) >= 0]
    return min(found, default=len(text))


def next_line(text: str, offset: int) -> int:
    """Return the offset at which the next line begins, or the end of the text."""
    end = line_end(text, offset)
    return end + (2 if text.startswith("\r\n", end) else 1 if end < len(text) else 0)


def newline_of(text: str) -> str:
    """Return the line break that most lines of a text end with."""
    windows = text.count("\r\n")
    counts = {"\n": text.count("\n") - windows, "\r\n": windows, "\r": text.count("\r") - windows}
    return max(counts, key=lambda each: counts[each])


def _slots(following: _Next) -> Iterator[Slot]:
    while isinstance(begun := following(), MappingStartEvent):
        named = ""
        while isinstance(key := following(), ScalarEvent):
            value = following()
            if key.value == "id":
                named = value.value
            else:
                _skip(value, following)
        yield Slot(named, _index(begun.start_mark))


def _index(mark: Any) -> int:
    offset: int = mark.index
    return offset


def _skip(begun: Any, following: _Next) -> None:
    """Pass over what is left of a node."""
    depth = 0
    event = begun
    while True:
        if isinstance(event, MappingStartEvent | SequenceStartEvent):
            depth += 1
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            depth -= 1
        if not depth:
            return
        event = following()


def _node(event: Any, following: _Next, text: str, shift: int) -> Node:
    start, end = _index(event.start_mark) + shift, _index(event.end_mark) + shift
    if isinstance(event, ScalarEvent):
        style = event.style or ""
        if style in _BLOCKS:  # it ends where the next token begins, lines further on
            end = start + len(text[start:end].rstrip())
        return Scalar(start, end, event.value, style)
    flow = bool(event.flow_style)
    if isinstance(event, SequenceStartEvent):
        items: list[Node] = []
        while not isinstance(closing := following(), SequenceEndEvent):
            items.append(_node(closing, following, text, shift))
        end = _index(closing.end_mark) + shift if flow else items[-1].end
        return Items(start, end, flow, tuple(items))
    pairs: list[tuple[Scalar, Node]] = []
    while not isinstance(closing := following(), MappingEndEvent):
        key = _node(closing, following, text, shift)
        assert isinstance(key, Scalar)
        pairs.append((key, _node(following(), following, text, shift)))
    end = _index(closing.end_mark) + shift if flow else pairs[-1][1].end
    return Mapping(start, end, flow, tuple(pairs))
