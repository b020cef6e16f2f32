"""Back from a value to where it stands in its file, and what that looks like.

Entries carry no place for each of their texts. Where one is complained of, its file is read
again, which only ever happens on the way to an error.
"""

from __future__ import annotations

import errno
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from yaml.events import ScalarEvent

from normalize.errors import Problem
from normalize.lexicon.drafts import Draft, Trail
from normalize.lexicon.nodes import (
    LINE_BREAK,
    ListNode,
    MappingNode,
    Node,
    UnreadableError,
    place,
    read_root,
)
from normalize.lexicon.schema import SAME_LANGUAGE
from normalize.lexicon.spelling import Flaw
from normalize.model import Source

_WIDTH = 100


def locate(path: Path, entry_id: str, text: str) -> Source:
    """Return where a text stands within an entry of a file.

    The entry's own place is returned where the text is not one of its values, and the
    beginning of the file where it has no such entry.
    """
    node = _entries_of(path, {entry_id}).get(entry_id)
    if node is None:
        return Source(path, 1, 1)
    return Source(path, *place(next(_scalars(node, text), node)))


def frame(source: Source) -> str:
    """Return the line at a place of a file, cut to fit a screen, with a caret below it.

    The result is empty where there is nothing to see: no such line, or a binary one.
    """
    return _frame(_lines_of(source.path), source)


def add_frames(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems in file order, each with its frame."""
    ordered = sorted(problems, key=lambda p: (p.at.path, p.at.line, p.at.column))
    framed: list[Problem] = []
    for path, of_file in groupby(ordered, key=lambda p: p.at.path):
        lines = _lines_of(path)
        framed += [replace(problem, frame=_frame(lines, problem.at)) for problem in of_file]
    return framed


def place_flaws(flaws: Sequence[tuple[Draft, Trail, Flaw]]) -> Iterator[Problem]:
    """Yield merged drafts' flaws as problems at the layer that said last what is wrong."""
    wanted: dict[Path, set[str]] = {}
    for draft, _, _ in flaws:
        for source in draft.sources:
            wanted.setdefault(source.path, set()).add(draft.id)
    nodes = {path: _entries_of(path, ids) for path, ids in wanted.items()}
    for draft, trail, flaw in flaws:
        at, entry = _place(draft, trail, nodes), draft.fields.get("id")
        yield Problem(at, flaw.message, flaw.hint, entry, code=flaw.code)


def read_regular(path: Path) -> bytes:
    """Return the bytes of a file, but not of a pipe or device, which might never end.

    Raises `OSError`, and `ValueError` for a path that can't be one.
    """
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "this is no regular file", str(path))
    return path.read_bytes()


def follow(node: Node, trail: Trail) -> Node | None:
    """Return the node that a trail leads to from an entry's node, if there is one."""
    for step in trail:
        if isinstance(step, int) and isinstance(node, ListNode):
            found = tuple(node.items)[step : step + 1]
        elif isinstance(node, MappingNode):
            found = tuple(value for key, value in node.items if _name(key) == step)
        else:
            return None
        if not found:
            return None
        node = found[0]
    return node


def _place(draft: Draft, trail: Trail, nodes: Mapping[Path, Mapping[str, Node]]) -> Source:
    for source in reversed(draft.sources):
        entry = nodes[source.path].get(draft.id)
        if trail and entry and (found := follow(entry, trail)):
            return Source(source.path, *place(found))
    return draft.sources[-1]


def _name(key: Node) -> str | None:
    return SAME_LANGUAGE.get(key.value, key.value) if isinstance(key, ScalarEvent) else None


def _scalars(node: Node, text: str) -> Iterator[ScalarEvent]:
    """Yield the values below a node that are the text."""
    match node:
        case ScalarEvent() if node.value == text:
            yield node
        case MappingNode():
            for _, value in node.items:
                yield from _scalars(value, text)
        case ListNode():
            for item in node.items:
                yield from _scalars(item, text)


def _entries_of(path: Path, wanted: set[str]) -> dict[str, Node]:
    """Return the nodes of some entries of a file; of two with one id the first."""
    nodes: dict[str, Node] = {}
    try:
        for key, value in read_root(read_regular(path).decode("utf-8-sig"), []):
            if _name(key) == "entries" and isinstance(value, ListNode):
                for node in value.items:
                    named = follow(node, ("id",))
                    if isinstance(named, ScalarEvent) and named.value in wanted:
                        nodes.setdefault(named.value, node)
    except (OSError, ValueError, UnreadableError):
        pass  # what was read before the mistake is there to be found
    return nodes


def _lines_of(path: Path) -> list[str]:
    try:
        return LINE_BREAK.split(read_regular(path).decode("utf-8-sig", "replace"))
    except (OSError, ValueError):
        return []


def _frame(lines: list[str], at: Source) -> str:
    if not 0 < at.line <= len(lines):
        return ""
    line, caret = lines[at.line - 1], at.column - 1
    if not line or "\0" in line:
        return ""
    first = max(0, caret - _WIDTH * 2 // 3) if len(line) > _WIDTH else 0
    cut = line[first : first + _WIDTH]
    before, after = "…" * (first > 0), "…" * (first + _WIDTH < len(line))
    shown = before + "".join(map(_visible, cut)) + after
    blank = len(before) + sum(map(_columns, cut[: caret - first]))
    return f"{shown.rstrip()}\n{' ' * blank}^"


def _visible(character: str) -> str:
    """Return the character, or a mark in its place where it would disturb a terminal."""
    if character == "\t":
        return " "
    return (
        character
        if character.isprintable() or _columns(character) == 0
        else "\N{REPLACEMENT CHARACTER}"
    )


def _columns(character: str) -> int:
    """Return how many columns a terminal gives to a character."""
    if character in "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}" or unicodedata.category(
        character
    ) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
