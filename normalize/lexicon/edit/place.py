"""Whole entries put into files and taken out of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from normalize.errors import NormalizeError
from normalize.lexicon.edit.change import set_value, splice
from normalize.lexicon.edit.layout import (
    Layout,
    line_end,
    line_start,
    newline_of,
    next_line,
    read_entry,
    read_layout,
)

_DASH = re.compile(r"([ ]*)-[ ]+")
_COMMENT = re.compile(r"([ ]*)#")
_EMPTY_LIST = re.compile(r"^(entries:)[ ]*\[\s*\]", re.MULTILINE)


class EditError(NormalizeError):
    """An edit that can't be made, or must not be; no file was changed."""


def insert_entry(text: str, id: str, lines: Sequence[str]) -> str:
    r"""Return a file's text with one more entry, before the first one whose id comes later.

    `lines` are those of its fields, as `write_entry` gives them; they are indented as the
    entries around them are. Raises `EditError` where there is no telling how.

    >>> print(insert_entry("version: 1\nentries:\n- id: homs\n", "erbil", ["id: erbil"]))
    version: 1
    entries:
    - id: erbil
    <BLANKLINE>
    - id: homs
    <BLANKLINE>
    """
    layout = read_layout(text)
    newline = newline_of(text)
    if not layout.slots:
        made, count = _EMPTY_LIST.subn(
            lambda found: newline.join([found[1], *_dashed("  - ", lines)]), text, count=1
        )
        if not count:
            raise EditError("there is no list of entries; begin it with 'entries:' on its own line")
        return made
    later = next((n for n, slot in enumerate(layout.slots) if slot.id > id), None)
    if layout.flow:
        raise EditError(
            "the entries of this file are a list in brackets; write one below the other first"
        )
    near = layout.slots[-1 if later is None else later].start
    entry = newline.join(_dashed(_before(text, near), lines))
    gap = newline * (2 if _are_apart(text, layout) else 1)
    if later is None:
        end = _end(text, near)
        return text[:end] + gap + entry + (text[end:] or newline)
    begin = _begin(text, near)
    return text[:begin] + entry + gap + text[begin:]


def remove_entry(text: str, id: str) -> str:
    """Return a file's text without an entry and the comments right above it.

    Raises `EditError` for the only entry of a file.
    """
    layout = read_layout(text)
    slot = next(slot for slot in layout.slots if slot.id == id)
    if len(layout.slots) == 1:
        raise EditError(f"{id} is the only entry of its file; delete the file")
    if layout.flow:
        raise EditError(
            "the entries of this file are a list in brackets; write one below the other first"
        )
    begin, end = _begin(text, slot.start), next_line(text, _end(text, slot.start))
    blank = next_line(text, end)
    if end < len(text) and not text[end:blank].strip():
        end = blank
    elif end == len(text):  # the blank line before the last entry goes with it
        begin = len(text[:begin].rstrip("\r\n"))
        begin = next_line(text, begin)
    return text[:begin] + text[end:]


def rename_entry(text: str, id: str, new: str) -> str:
    """Return a file's text with another id for an entry, which moves to where that belongs."""
    layout = read_layout(text)
    at = next(n for n, slot in enumerate(layout.slots) if slot.id == id)
    entry = read_entry(text, layout.slots[at].start)
    renamed = splice(text, [set_value(text, entry, ["id"], new)])
    others = [slot.id for slot in layout.slots if slot.id != id]
    if layout.flow or others[:at] == [other for other in others if other < new]:
        return renamed
    if sorted(others) != others:  # no place is better than where it is
        return renamed
    return _move(renamed, new)


def entry_lines(text: str, start: int) -> tuple[int, int]:
    """Return the span of an entry's own lines in a file's text, from its dash to its last line."""
    if not _DASH.fullmatch(text[line_start(text, start) : start]):
        raise EditError("this entry does not stand on lines of its own")
    return line_start(text, start), _end(text, start)


def _move(text: str, id: str) -> str:
    layout = read_layout(text)
    start = next(slot.start for slot in layout.slots if slot.id == id)
    block = text[_begin(text, start) : _end(text, start)]
    without = remove_entry(text, id)
    rest = read_layout(without)
    gap = newline_of(text) * (2 if _are_apart(text, layout) else 1)
    later = next((slot.start for slot in rest.slots if slot.id > id), None)
    if later is None:
        end = _end(without, rest.slots[-1].start)
        return without[:end] + gap + block + (without[end:] or newline_of(text))
    begin = _begin(without, later)
    return without[:begin] + block + gap + without[begin:]


def _dashed(dash: str, lines: Sequence[str]) -> list[str]:
    return [f"{' ' * len(dash) if n else dash}{line}" for n, line in enumerate(lines)]


def _before(text: str, start: int) -> str:
    before = text[line_start(text, start) : start]
    if not _DASH.fullmatch(before):
        raise EditError("an entry of this file does not begin on the line of its dash")
    return before


def _begin(text: str, start: int) -> int:
    """Return where the lines of an entry begin, with the comments right above it."""
    begin = line_start(text, start)
    found = _DASH.fullmatch(text[begin:start])
    margin = len(found[1]) if found else 0
    while begin:
        above = line_start(text, begin - (2 if text.startswith("\r\n", begin - 2) else 1))
        comment = _COMMENT.match(text, above, begin)
        if not comment or len(comment[1]) > margin:
            break
        begin = above
    return begin


def _end(text: str, start: int) -> int:
    """Return where the last line of an entry ends, with the comments that are indented below."""
    end = line_end(text, read_entry(text, start).end)
    margin = len(_before(text, start)) - 1
    while (below := next_line(text, end)) < len(text):
        comment = _COMMENT.match(text, below)
        if not comment or len(comment[1]) < margin:
            break
        end = line_end(text, below)
    return end


def _are_apart(text: str, layout: Layout) -> bool:
    """Tell whether a blank line stands between the entries of a file, as in a file of one."""
    if len(layout.slots) < 2:
        return True
    begin = _begin(text, layout.slots[1].start)
    before = text[:begin].removesuffix(newline_of(text))
    return before.endswith(("\n", "\r"))
