"""A lexicon file put in order, and nothing else of it changed.

Entries are moved as they stand, with the comments above them. What is indented otherwise than in
the shipped files is written again by ruamel.yaml, which keeps comments, quotes and the choice
between block and flow style.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import Any, NamedTuple

import yaml

from normalize.errors import DocumentError
from normalize.lexicon.nodes import LINE_BREAK

# Whether a line is where the shipped files have it; below a list, two more.
_IN_ORDER = re.compile(r"  - \w|    \w|      \S|        \S|\s*#|$")
_LINE_OF_COMMENT = re.compile(r"\s*(#|$)")
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_WIDEST = 1 << 20  # no line is broken


class _Chunk(NamedTuple):
    """The lines of one entry, those of the comments above it apart."""

    id: str
    above: tuple[str, ...]
    lines: tuple[str, ...]


def format_lexicon(text: str) -> str:
    r"""Return the text of a readable lexicon file with its entries sorted by id, one line apart.

    Indentation becomes two spaces for each level, white space at line ends goes. Line breaks
    stay as most of them are. Formatting the result again changes nothing.
    Raises `DocumentError` where that would change what the file says.

    >>> print(format_lexicon("version: 1\nentries:\n- id: b\n  type: place\n- id: a"))
    version: 1
    entries:
      - id: a
    <BLANKLINE>
      - id: b
        type: place
    <BLANKLINE>
    """
    newline = _newline(text)
    lines = [line.rstrip() for line in LINE_BREAK.split(text)]
    starts, ids, after = _entries(text)
    if not starts:
        return newline.join(_without_blank_ends(lines)) + newline
    bounds = [*_bounds(lines, starts), _end(lines, after)]
    head = _without_blank_ends(lines[: bounds[0]])
    chunks = [
        _chunk(id, lines[first:end], start - first)
        for id, start, first, end in zip(ids, starts, bounds, bounds[1:], strict=False)
    ]
    told = [*head, *_join(sorted(chunks, key=lambda chunk: chunk.id))]
    if tail := _without_blank_ends(lines[bounds[-1] :]):
        told += ["", *tail]
    made = "\n".join(told) + "\n"
    _refuse_other_data(text, made)
    return made.replace("\n", newline)


def _newline(text: str) -> str:
    counts = dict.fromkeys(("\n", "\r\n", "\r"), 0)
    for found in LINE_BREAK.findall(text):
        counts[found] += 1
    return max(counts, key=lambda newline: counts[newline])


def _entries(text: str) -> tuple[list[int], list[str], int | None]:
    """Return the line of each entry, its id, and the line of what follows the entries."""
    root = yaml.compose(text, Loader=_Loader)
    assert isinstance(root, yaml.MappingNode)
    for number, (key, value) in enumerate(root.value):
        if key.value == "entries" and isinstance(value, yaml.SequenceNode):
            following = root.value[number + 1 :]
            after = following[0][0].start_mark.line if following else None
            if value.flow_style or root.flow_style:
                return [], [], after
            starts = [node.start_mark.line for node in value.value]
            return starts, [_id(node) for node in value.value], after
    return [], [], None


def _id(entry: yaml.Node) -> str:
    assert isinstance(entry, yaml.MappingNode)
    return str(next(value.value for key, value in entry.value if key.value == "id"))


def _bounds(lines: Sequence[str], starts: Sequence[int]) -> Iterator[int]:
    """Yield the line where each entry begins with the comments that stand above it."""
    margin = len(lines[starts[0]]) - len(lines[starts[0]].lstrip())
    for start in starts:
        first = start
        while _is_above(lines[first - 1], margin):
            first -= 1
        yield first


def _is_above(line: str, margin: int) -> bool:
    """Tell whether a line is blank or a comment that is indented no further than entries are."""
    if not _LINE_OF_COMMENT.match(line):
        return False
    return not line or len(line) - len(line.lstrip()) <= margin


def _end(lines: Sequence[str], after: int | None) -> int:
    """Return the line after the last entry, before comments that end the file."""
    end = len(lines) if after is None else after
    while end and _is_above(lines[end - 1], 0):
        end -= 1
    return end


def _chunk(id: str, lines: Sequence[str], start: int) -> _Chunk:
    above = _without_blank_ends([line.strip() for line in lines[:start]])
    entry = _without_blank_ends(lines[start:])
    if not all(map(_IN_ORDER.match, entry)) or not entry[0].startswith("  - "):
        entry = _written_again(entry)
    return _Chunk(id, tuple(f"  {line}".rstrip() for line in above), tuple(entry))


def _written_again(entry: Sequence[str]) -> list[str]:
    # Imported here because a file that is in order needs none of it.
    from ruamel.yaml import YAML

    tool = YAML()
    tool.preserve_quotes = True
    tool.width = _WIDEST
    tool.indent(mapping=2, sequence=4, offset=2)
    written = StringIO()
    tool.dump(tool.load("\n".join(["entries:", *entry])), written)
    return _without_blank_ends([line.rstrip() for line in written.getvalue().split("\n")[1:]])


def _join(chunks: Sequence[_Chunk]) -> Iterator[str]:
    for number, chunk in enumerate(chunks):
        if number:
            yield ""
        yield from chunk.above
        yield from chunk.lines


def _without_blank_ends(lines: Sequence[str]) -> list[str]:
    kept = list(lines)
    while kept and not kept[-1]:
        kept.pop()
    while kept and not kept[0]:
        kept.pop(0)
    return kept


def _refuse_other_data(before: str, after: str) -> None:
    """Refuse to return what says something else than what was there, but for space at line ends."""
    if _said(before) != _said(after):
        raise DocumentError("putting the file in order would change what it says; left alone")


def _said(text: str) -> Any:
    stripped = "\n".join(line.rstrip() for line in LINE_BREAK.split(text))
    data = yaml.load(stripped, Loader=_Loader)
    return {**data, "entries": sorted(data["entries"], key=lambda entry: str(entry["id"]))}
