"""YAML text as nodes that know their places, one lexicon entry at a time.

A scalar is PyYAML's own event, so its `value` is the text that was typed. Building on events
keeps the nodes of one entry alive only while it is read: a whole tree of a large file takes
four times as long, nearly all of it spent by the garbage collector on objects that stay.

Anchors, aliases and tags are refused here; nothing is ever resolved, so no file can unfold
into more than was typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from normalize.lexicon.codes import Code
from normalize.lexicon.spelling import describe_character

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML was built without libyaml
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

Parser = _Loader

LINE_BREAK = re.compile("\r\n|\n|\r")
_BEGIN = "begin it with 'version: 1' and 'entries:'"
_DEEPEST = 20

# Controls, the line ends that only some tools know, a byte order mark inside the file.
_UNFIT = re.compile("[^\t\n\r -~\xa0-\u2027\u202a-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Complaint:
    """A mistake at a place of a text; lines and columns count from 1."""

    line: int
    column: int
    message: str
    hint: str = ""
    entry: str | None = None
    code: str = Code.FORMAT


class UnreadableError(Exception):
    """Nothing after this place of a file can be understood."""

    def __init__(self, complaint: Complaint) -> None:
        super().__init__(complaint.message)
        self.complaint = complaint


@dataclass(frozen=True, slots=True)
class MappingNode:
    """Keys and values in the order typed, duplicates included."""

    start: yaml.NodeEvent | None
    items: Iterable[tuple[Node, Node]]


@dataclass(frozen=True, slots=True)
class ListNode:
    """The items of a YAML sequence."""

    start: yaml.NodeEvent
    items: Iterable[Node]


Node = ScalarEvent | AliasEvent | MappingNode | ListNode
_Next = Callable[[], Any]


def read_root(text: str, complaints: list[Complaint]) -> Iterator[tuple[Node, Node]]:
    """Yield the keys and values of a file's outermost mapping.

    A list that is such a value is read while its `items` are iterated, which can be done once
    and before the next key is asked for. What is refused is added to `complaints`.
    Raises `UnreadableError` where the text can't be read on.
    """
    if unfit := _UNFIT.search(text):
        raise UnreadableError(_unfit_character(text, unfit.start()))
    following: _Next = Parser(text).get_event
    with _told_as_unreadable():
        following()
        if isinstance(following(), yaml.StreamEndEvent):
            raise UnreadableError(Complaint(1, 1, "there is nothing in this file", _BEGIN))
        root = following()
        if not isinstance(root, MappingStartEvent):
            raise UnreadableError(complain(root, "this is no lexicon", _BEGIN))
        _refuse_adornments(root, complaints)
        yield from _pairs(following, complaints, depth=1)
        following()
        if isinstance(second := following(), yaml.DocumentStartEvent):
            message = "a second YAML document begins here"
            raise UnreadableError(complain(second, message, "a file holds one"))


def place(node: Node | yaml.Event) -> tuple[int, int]:
    """Return the line and column where a node begins, counting from 1."""
    event = node.start if isinstance(node, MappingNode | ListNode) else node
    mark = event and event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def place_within(scalar: ScalarEvent, offset: int) -> tuple[int, int]:
    """Return the place of one character of a scalar, or where the scalar begins.

    An escape or a line break in the source makes the characters before it uncountable.
    """
    line, column = place(scalar)
    if scalar.start_mark and scalar.end_mark and scalar.end_mark.line + 1 == line:
        marks = scalar.end_mark.column - scalar.start_mark.column - len(scalar.value)
        if marks == (2 if scalar.style else 0):
            return line, column + offset + marks // 2
    return line, column


def spans_lines(scalar: ScalarEvent) -> bool:
    """Tell whether a scalar goes on after the line that it begins on."""
    start, end = scalar.start_mark, scalar.end_mark
    return bool(start and end and start.line != end.line)


def complain(node: Node | yaml.Event, message: str, hint: str = "") -> Complaint:
    """Return a complaint about a node."""
    return Complaint(*place(node), message, hint)


def _node(event: yaml.Event, following: _Next, complaints: list[Complaint], depth: int) -> Node:
    if type(event) is ScalarEvent:
        if event.anchor is not None or event.tag is not None:
            _refuse_adornments(event, complaints)
        return event
    if isinstance(event, AliasEvent):
        complaints.append(complain(event, "aliases are refused", "write the text out again"))
        return event
    if depth > _DEEPEST:
        raise UnreadableError(complain(event, "this is nested too deeply"))
    if isinstance(event, MappingStartEvent):
        _refuse_adornments(event, complaints)
        return MappingNode(event, tuple(_pairs(following, complaints, depth + 1)))
    assert isinstance(event, SequenceStartEvent)
    _refuse_adornments(event, complaints)
    items = _items(following, complaints, depth + 1)
    return ListNode(event, _while_read(items) if depth == 1 else tuple(items))


def _pairs(
    following: _Next, complaints: list[Complaint], depth: int
) -> Iterator[tuple[Node, Node]]:
    while type(event := following()) is not MappingEndEvent:
        key = _node(event, following, complaints, depth + 1)
        value = _node(following(), following, complaints, depth)
        yield key, value
        if depth == 1 and isinstance(value, ListNode):
            for _ in value.items:  # what nobody wanted has to be passed over all the same
                pass


def _items(following: _Next, complaints: list[Complaint], depth: int) -> Iterator[Node]:
    while type(event := following()) is not SequenceEndEvent:
        yield _node(event, following, complaints, depth)


def _while_read(items: Iterator[Node]) -> Iterator[Node]:
    with _told_as_unreadable():
        yield from items


@contextmanager
def _told_as_unreadable() -> Iterator[None]:
    try:
        yield
    except yaml.YAMLError as error:
        raise UnreadableError(_syntax_error(error)) from None


def _refuse_adornments(event: yaml.NodeEvent, complaints: list[Complaint]) -> None:
    """Refuse an anchor (`&name`) or a tag (`!name`) before a node."""
    if event.anchor is not None:
        complaints.append(complain(event, "anchors are refused", "write the text out each time"))
    if getattr(event, "tag", None) is not None:
        hint = "every value is text as typed; quote one that begins with '!'"
        complaints.append(complain(event, "tags are refused", hint))


def _unfit_character(text: str, offset: int) -> Complaint:
    lines = LINE_BREAK.split(text[:offset])
    named = describe_character(text[offset])
    hint = "is this a text file?" if text[offset] < " " else "delete it"
    return Complaint(len(lines), len(lines[-1]) + 1, f"{named} can't stand here", hint)


_INDENT = "check the indentation; quote a text that has quotation marks in it"
_BRACKETS = "close each bracket; quote a text that has brackets, commas or quotation marks in it"
_QUOTES = "a text that begins with a quotation mark needs quotes of the other kind around it"

# What libyaml and PyYAML say where they differ from each other, by what both have in common.
# In the first group the mistake is where something began, not where it was missed.
_OPENED = (
    ("quoted scalar", "the quotation that begins here does not end well", _QUOTES),
    ("flow mapping", "the bracket that is opened here is not closed", _BRACKETS),
    ("flow sequence", "the bracket that is opened here is not closed", _BRACKETS),
)
_SYNTAX = (
    (
        "mapping values are not allowed",
        "a second ': ' stands where only one can",
        "quote a text that has ': ' in it, or check the indentation",
    ),
    (
        "cannot start any token",
        "no text can begin with this character",
        "put the text in quotes; indent with spaces, never with tabs",
    ),
    ("expected alphabetic or numeric", "no text can begin like this", "put the text in quotes"),
    ("expected ':'", "a key must be followed by ': '", "check the indentation"),
    ("node content", "there should be a text here", _BRACKETS),
    ("sequence entries are not allowed", "no list can begin here", "check the indentation"),
    ("expected key", "this does not continue what stands before it", _INDENT),
    ("expected '-' indicator", "this does not continue what stands before it", _INDENT),
    ("expected <block end>", "this does not continue what stands before it", _INDENT),
)


def _syntax_error(error: yaml.YAMLError) -> Complaint:
    context, problem = getattr(error, "context", None) or "", getattr(error, "problem", None) or ""
    began, missed = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
    told = [(began or missed, ours, hint) for said, ours, hint in _OPENED if said in context]
    told += [(missed, ours, hint) for said, ours, hint in _SYNTAX if said in problem]
    mark, message, hint = told[0] if told else (missed, problem or "this is no YAML", "")
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Complaint(line, column, message, hint)
