"""The prose of HTML: its text, without tags, attributes, code, styles, scripts and comments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape

from normalize.documents.passages import OBJECT, PARAGRAPH, Part, Passage, Run

# Each way a tag can be written is tried once: possessive, so that a page of `<` takes no longer.
_TAG = re.compile(
    r"<(?P<slash>/?)(?P<name>[A-Za-z][^\s/>]*+)"
    r"(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+'|(?![\"'])[^\s>]*+))*+>"
)
_COMMENT = re.compile(r"<!--(?:-?>|(?s:.*?)--!?>)|<!(?!--)[^>]*+>|<\?[^>]*+>|</(?![A-Za-z])[^>]*+>")
_MARKUP_START = re.compile(r"<[A-Za-z/!?]")
_REFERENCE = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_SWITCH = re.compile(r"normalize:[ \t]*(?:off|on)\b")

# What is inside these is not looked at; in the raw ones nothing is markup but the end tag.
_RAW = frozenset("script style textarea xmp iframe noembed noframes plaintext".split())
HIDING = _RAW | frozenset("code pre kbd samp var tt svg math template".split())
_OBJECTS = frozenset(
    "code kbd samp var tt svg math img input button object video audio sub sup".split()
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark meter nobr q s small "
    "span strike strong time u wbr script style template noscript".split()
)
_SPELLED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def html_passages(text: str, fields: Sequence[str] = ()) -> Iterator[Passage]:
    """Yield the prose of an HTML page as one passage.

    Inline tags leave no trace in it, blocks end a paragraph. Markup that never ends takes
    the rest of the page with it, as in browsers.
    """
    runs: list[Run] = []
    for start, end, reads in _pieces(text):
        runs += _prose(text, start, end) if reads is None else [Run(start, end, reads, Part.GAP)]
    if runs:
        yield Passage(tuple(runs), spell_html)


def spell_html(character: str) -> str:
    """Return a character as HTML text has it.

    >>> spell_html("&")
    '&amp;'
    """
    return _SPELLED.get(character, character)


def reference_runs(text: str, start: int, end: int) -> Iterator[Run]:
    """Yield the runs of a stretch of text in which character references may stand."""
    done = start
    for reference in _REFERENCE.finditer(text, start, end):
        says = unescape(reference.group())
        if says != reference.group():
            yield Run(done, reference.start(), text[done : reference.start()])
            yield Run(*reference.span(), says, Part.ESCAPE)
            done = reference.end()
    yield Run(done, end, text[done:end])


def comment_reads(comment: str) -> str:
    """Return what a comment means to a reader: nothing, unless it switches rewriting."""
    return comment if _SWITCH.search(comment) else ""


def tag_reads(name: str) -> str:
    """Return how a tag reads: as nothing, a line end, a thing, or the end of a paragraph."""
    if name in _OBJECTS:
        return OBJECT
    if name == "br":
        return "\n"
    return "" if name in _INLINE else PARAGRAPH


def end_of_element(text: str, tag: re.Match[str]) -> int:
    """Return where the element that a start tag opens is over; the text's end if it never is."""
    name = tag["name"].lower()
    if tag.group().endswith("/>") and name not in _RAW:
        return tag.end()
    depth = 1
    marks = re.compile(rf"(?i)<(/?){re.escape(name)}(?=[\s/>])")
    for mark in marks.finditer(text, tag.end()):
        depth += -1 if mark[1] else 0 if name in _RAW else 1
        if not depth:
            end = text.find(">", mark.end())
            return end + 1 if end >= 0 else len(text)
    return len(text)


def _prose(text: str, start: int, end: int) -> Iterator[Run]:
    return (run for run in reference_runs(text, start, end) if run.start < run.end)


def _pieces(text: str) -> Iterator[tuple[int, int, str | None]]:
    """Yield stretches of the page and how each reads; None for text."""
    done = 0
    while found := _MARKUP_START.search(text, done):
        start = found.start()
        if done < start:
            yield done, start, None
        done, reads = _markup_at(text, start)
        yield start, done, reads
    if done < len(text):
        yield done, len(text), None


def _markup_at(text: str, start: int) -> tuple[int, str]:
    if tag := _TAG.match(text, start):
        name = tag["name"].lower()
        hides = name in HIDING and not tag["slash"]
        end = end_of_element(text, tag) if hides else tag.end()
        return end, tag_reads(name)
    if comment := _COMMENT.match(text, start):
        return comment.end(), comment_reads(comment.group())
    return len(text), PARAGRAPH
