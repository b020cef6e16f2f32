"""Acronyms that texts define themselves: `Food and Agriculture Organization (FAO)`.

The candidates are those of A. S. Schwartz and M. A. Hearst, "A simple algorithm for identifying
abbreviation definitions in biomedical text", PSB 2003, in both orders. Their search takes the
shortest words in which the letters follow one another, wherever in a word they stand. Here the
words are chosen by how much of the acronym their initials give, which finds more of them and is
right more often: `tests/quality/acronyms.py` compares the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

_BRACKET = re.compile(r"(?<=[\w\"”’'»,.])[ \N{NO-BREAK SPACE}]?\(([^()\n]{2,200})\)")
_QUOTES = "\"“”„‟'‘’«»"
_LEAD = re.compile(
    rf"(?:(?:hereinafter|hereafter|henceforth)\b[ ,:]*)?"
    rf"(?:(?:referred to as|called|known as|or|the|u daljem tekstu|dalje|skraćeno)\b[ ,:]*)*"
    rf"[{_QUOTES}]*",
    re.IGNORECASE,
)
_SHORT = re.compile(r"[A-ZČĆŠŽĐЀ-ЯЂЈ-Џ0-9][\w./&+’'-]{0,11}(?: [A-Z0-9][\w./&-]{0,5})?\Z")
_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*\.?")
_STOP = re.compile(r"[.;:!?](?=\s|$)|[()\n]")
_SMALL = frozenset(
    "a an and at by de del des di do du e en et for from i in into its la le les of on or para per "
    "por pour s the to und van von with y za na o od u sa iz po ili за на о од у са из по или "
    "и".split()
)
_REACH = 300
_MOST_LETTERS = 10
_SKIPPED = 0.6  # a word of the long form that gives no letter
_INNER = 0.35  # a letter from inside a word whose initial counts
_NEXT = 0.05  # the same, directly after the letter before it: UN-Women
_SMALL_START = 1.0  # an ordinary word before words with capitals: consult with the Committee
_MOST_COST = 0.45  # of the whole, for each letter of the acronym


class Definition(NamedTuple):
    """An acronym and the long form that a text gives it; spans are in code points."""

    short: str
    long: str
    short_start: int
    long_start: int


def find_definitions(text: str) -> Iterator[Definition]:
    """Yield the acronyms that a text defines in brackets, in its order, either way round.

    >>> [(d.short, d.long) for d in find_definitions("The Arab League (AL) and a PMF (see above).")]
    [('AL', 'Arab League')]
    >>> next(find_definitions("UNDP (the United Nations Development Programme) paid.")).long
    'United Nations Development Programme'
    """
    for bracket in _BRACKET.finditer(text):
        inside = _inside(text, bracket.start(1), bracket.end(1))
        found = _long_before(text, bracket.start(), *inside) or _long_inside(
            text, bracket.start(), *inside
        )
        if found:
            yield found


def _inside(text: str, start: int, end: int) -> tuple[int, int]:
    """Return what a bracket holds without quotation marks and what leads up to a name."""
    lead = _LEAD.match(text, start, end)
    start = lead.end() if lead else start
    cut = re.search(rf"[;:,{_QUOTES}](?=\s|\Z)|[{_QUOTES}]\Z", text[start:end])
    return start, start + cut.start() if cut else end


def _long_before(text: str, bracket: int, start: int, end: int) -> Definition | None:
    short = text[start:end]
    if not _is_short(short):
        return None
    words = _words(text, max(0, bracket - _REACH), bracket)
    # What stands between the last word and the bracket can be a quotation mark and nothing else.
    if not words or text[words[-1].end() : bracket].strip(_QUOTES + " "):
        return None
    first = best_start(short, [word.group() for word in words])
    if first is None:
        return None
    long_start = words[first].start()
    return Definition(short, text[long_start : words[-1].end()], start, long_start)


def _long_inside(text: str, bracket: int, start: int, end: int) -> Definition | None:
    before = re.search(
        rf"(?<![\w-])([\w./&-]{{2,12}})[{_QUOTES}]*\s?\Z", text[max(0, bracket - 16) : bracket]
    )
    words = _words(text, start, end)
    if before is None or len(words) < 2 or words[0].start() != start:
        return None
    short = before[1]
    if not _is_short(short) or sum(map(str.isupper, short)) < 2:
        return None
    if best_start(short, [word.group() for word in words], whole=True) != 0:
        return None
    at = max(0, bracket - 16) + before.start(1)
    return Definition(short, text[start : words[-1].end()], at, start)


def _is_short(short: str) -> bool:
    """Tell whether a text may be an acronym: short, mostly capitals, no mere number or numeral."""
    letters = [c for c in short if c.isalpha()]
    capitals = sum(map(str.isupper, letters))
    if not _SHORT.match(short) or not letters or len(short) < 2:
        return False
    if re.fullmatch(r"[IVXLC]+|[A-Z]?\d[\d./-]*|[A-Z]/.*|[A-Z]\.?", short):
        return False
    return capitals > 1 and (" " not in short or capitals * 2 >= len(letters))


def _words(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Return the words at the end of a passage, as far back as a sentence goes."""
    stops = [m.end() for m in _STOP.finditer(text, start, end)]
    return list(_WORD.finditer(text, stops[-1] if stops else start, end))


def best_start(short: str, words: Sequence[str], *, whole: bool = False) -> int | None:
    """Return at which word the long form of an acronym begins that the words end with, if any does.

    The first letter is the first word's initial, the others follow in order, as initials or
    from inside a word whose initial counts. The least costly beginning wins, the later of two.

    >>> best_start("ESCAP", "the Economic and Social Commission for Asia and the Pacific".split())
    1
    """
    letters = tuple(c for c in short.casefold() if c.isalnum())
    if len(letters) > 2 and short[-1] == "s" and short[-2].isupper():
        letters = letters[:-1]
    most = min(len(letters) + 5, len(letters) * 2)
    folded = tuple(word.casefold() for word in words)
    first = 0 if whole else max(0, len(words) - most - 4)
    costs = [
        (_cost(letters, folded[at:]) + _SMALL_START * _starts_small(words[at:]), -at)
        for at in range(0 if whole else first, 1 if whole else len(words))
        if folded[at][0] == letters[0] and folded[at] not in _SMALL
    ]
    if not costs:
        return None
    cost, at = min(costs)
    if cost > _MOST_COST * len(letters):
        return None
    return -at


def _starts_small(words: Sequence[str]) -> bool:
    """Tell whether a small word stands before one with a capital."""
    return words[0].islower() and not all(word.islower() for word in words)


def _cost(letters: tuple[str, ...], words: tuple[str, ...]) -> float:
    """Return what it costs to find the letters in the words, beginning with the first's initial."""

    @cache
    def rest(letter: int, word: int) -> float:
        if word == len(words):
            return 0.0 if letter == len(letters) else float("inf")
        spelled = words[word]
        least = float("inf")
        if word:
            least = (0.0 if spelled in _SMALL else _SKIPPED) + rest(letter, word + 1)
        at, cost = 0, 0.0
        for taken in range(letter, len(letters)):
            found = spelled.find(letters[taken], at)
            if found < 0 or (taken == letter and found > 0):
                break
            if taken > letter:
                cost += _NEXT if found == at else _INNER
            least = min(least, cost + rest(taken + 1, word + 1))
            at = found + 1
        return least

    return rest(0, 0)
