"""The prose of Markdown: no code, link targets, addresses, HTML tags or front matter keys."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from normalize.documents.html import HIDING, comment_reads, end_of_element, tag_reads
from normalize.documents.passages import OBJECT, PARAGRAPH, Part, Passage, Run

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?s:.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
# A value of one word is a date, a slug or a path; a list is tags.
_FRONT_VALUE = re.compile(
    r"^[A-Za-z_][\w-]*:[ \t]+(?P<value>[^\s\[{|>&*!][^\r\n]*?[ \t]\S[^\r\n]*)", re.M
)
_FENCE = re.compile(r" {0,3}(?:> ?)*\s*(?:[-*+]\s+|\d+[.)]\s+)?(?P<fence>```+(?=[^`]*$)|~~~+)")
_INDENTED = re.compile(r"(?: {4}| {0,3}\t)[ \t]*\S")
_LIST_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]")
_DEFINITION = re.compile(r" {0,3}\[(?!\^)(?P<label>[^\[\]]+)\]:")
_RAW_START = re.compile(r" {0,3}<(?:(?P<name>script|style|pre|textarea)\b|!--)", re.IGNORECASE)

# The first line, which nothing depends on, lets most of a text be passed over quickly.
_INLINE = re.compile(
    r"(?=[\\`<\]\[&*_])(?:"
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<code>(?<!`)(?P<ticks>`+)(?!`)"
    r"(?:(?!(?:\r\n?+|\n)[ \t]*[\r\n])(?s:.))+?(?<!`)(?P=ticks)(?!`))"
    r"|(?P<comment><!--(?s:.*?)(?:-->|\Z))"
    r"|(?P<address><(?:[A-Za-z][A-Za-z0-9+.-]+:[^\s<>]*|[^\s<>@]+@[^\s<>]+)>)"
    r"|(?P<tag></?(?P<name>[A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*)?/?>)"
    r"|(?P<target>\]\((?:<[^<>\r\n]*>|\\.|[^()\\<\r\n]|<|\((?:[^()\\\r\n]|\\.)*+\))*+\))"
    r"|(?P<reference>\]\[[^\[\]]*\])"
    r"|(?P<bracket>\[(?=(?P<label>[^\[\]]*)\](?![\[(])))"
    r"|(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<emphasis>\*+|(?<![^\W_])_+|_+(?![^\W_]))"
    r")"
)
_SPECIAL = frozenset("\\`*_[]<")


def markdown_passages(text: str, fields: Sequence[str] = ()) -> Iterator[Passage]:
    """Yield the prose of a Markdown document as one passage.

    Emphasis and link targets leave no trace in it; code is a thing that is no word.
    """
    blocks = list(_blocks(text))
    labels = frozenset(
        _key(found["label"])
        for block in blocks
        if not block.prose
        for found in [_DEFINITION.match(text, block.start, block.end)]
        if found
    )
    runs: list[Run] = []
    for block in blocks:
        if block.prose:
            runs += _inline_runs(text, block.start, block.end, labels)
        else:
            reads = PARAGRAPH + comment_reads(text[block.start : block.end])
            runs.append(Run(block.start, block.end, reads, Part.GAP))
    if runs:
        yield Passage(tuple(runs), spell_markdown)


def spell_markdown(character: str) -> str:
    r"""Return a character as Markdown text has it.

    >>> print(spell_markdown("*"))
    \*
    """
    return f"\\{character}" if character in _SPECIAL else character


@dataclass(frozen=True, slots=True)
class _Block:
    """Whole lines that are read alike."""

    start: int
    end: int
    prose: bool


def _blocks(text: str) -> Iterator[_Block]:
    """Yield the blocks of a document; neighbouring lines of prose are one."""
    body = 0
    if front := _FRONT_MATTER.match(text):
        body = front.end()
        yield from _front_matter(text, body)
    start = body
    for left_alone in _left_alone(text, body):
        if start < left_alone.start:
            yield _Block(start, left_alone.start, prose=True)
        yield left_alone
        start = left_alone.end
    if start < len(text):
        yield _Block(start, len(text), prose=True)


def _front_matter(text: str, end: int) -> Iterator[_Block]:
    done = 0
    for value in _FRONT_VALUE.finditer(text, 0, end):
        yield _Block(done, value.start("value"), prose=False)
        yield _Block(*value.span("value"), prose=True)
        done = value.end("value")
    yield _Block(done, end, prose=False)


def _left_alone(text: str, start: int) -> Iterator[_Block]:
    """Yield the lines of code, raw HTML and link definitions."""
    at = start
    after_blank, in_list = True, False
    while line := _LINE.match(text, at):
        at = line.end()
        words = line.group()
        if end := _end_of_raw(text, line):
            yield _Block(line.start(), end, prose=False)
            at = end
        elif _INDENTED.match(words) and after_blank and not in_list:
            yield _Block(line.start(), at, prose=False)
            continue
        elif _DEFINITION.match(words):
            yield _Block(line.start(), at, prose=False)
        if words.isspace():
            after_blank = True
        else:
            after_blank = False
            in_list = bool(_LIST_ITEM.match(words)) or (in_list and words[0] in " \t")


def _end_of_raw(text: str, line: re.Match[str]) -> int | None:
    """Return where the block that a line opens is over: fenced code, or HTML read raw."""
    if fence := _FENCE.match(line.group()):
        mark = fence["fence"]
        closing = re.compile(
            rf"(?m:^|(?<=\r))[ \t>]*{mark[0]}{{{len(mark)},}}[ \t]*(?:\r\n?|\n|\Z)"
        )
    elif html := _RAW_START.match(line.group()):
        closing = re.compile(rf"(?i)</{html['name']}\s*>" if html["name"] else "-->")
    else:
        return None
    found = closing.search(text, line.end() if fence else line.start())
    return found.end() if found else len(text)


def _inline_runs(text: str, start: int, end: int, labels: frozenset[str]) -> Iterator[Run]:
    done = start
    for mark in _INLINE.finditer(text, start, end):
        run = _run_of(mark, labels)
        if run is None or run.start < done:
            continue
        if done < run.start:
            yield Run(done, run.start, text[done : run.start])
        done = min(run.end, end)
        yield run._replace(end=done)
    if done < end:
        yield Run(done, end, text[done:end])


def _run_of(mark: re.Match[str], labels: frozenset[str]) -> Run | None:
    start, end = mark.span()
    words = mark.group()
    match mark.lastgroup:
        case "escape":
            return Run(start, end, words[1:], Part.ESCAPE)
        case "entity":
            says = unescape(words)
            return Run(start, end, says, Part.ESCAPE) if says != words else None
        case "code" | "address":
            return Run(start, end, OBJECT, Part.GAP)
        case "comment":
            return Run(start, end, comment_reads(words), Part.GAP)
        case "tag":
            name = mark["name"].lower()
            hides = name in HIDING and not words.startswith("</")
            over = end_of_element(mark.string, mark) if hides else end
            return Run(start, over, tag_reads(name), Part.GAP)
        case "bracket":
            label = mark["label"]
            known = label.startswith("^") or _key(label) in labels
            return Run(start, mark.end("label") + 1, OBJECT, Part.GAP) if known else None
        case _:
            return Run(start, end, "", Part.GAP)


def _key(label: str) -> str:
    return " ".join(label.split()).casefold()
