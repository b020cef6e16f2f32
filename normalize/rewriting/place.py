"""What surrounds a mention: capitals, compounds, headlines, the start of a sentence."""

from __future__ import annotations

import re
from enum import Enum

from normalize.text.capitals import is_in_capitals

_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_WORD = re.compile(r"[^\W\d_]{2,}")
_LINE_END_PUNCTUATION = re.compile(r"[.!?…:;,][\"”’')\]]*\s*\Z")
_LONGEST_HEADLINE = 160
_NEIGHBOURHOOD = 60
_LONGEST_ACRONYM = 4

_ENDED = re.compile(r"(?P<last>[^\s\"“”'‘’()\[\]]*[.!?…])[\"”’')\]]*\s+[\"“„'‘(\[]*\Z")
_OPENED = re.compile(r"(?:\A|\n\s*\n)[\s\"“„'‘(\[]*\Z")
_CONTINUED = re.compile(r"(?:[\w,;&]|[^\W\d_]['’]s?)[ \t]+\Z")
# `#36;` is a dollar sign that a news feed has mangled.
_AMOUNT_AFTER = re.compile(r" ?(?:[$€£¥]|#36;|&#36;)")
_AMOUNT_BEFORE = re.compile(r"(?:[$€£¥]|#36;)\s?\d[\d.,]*(?:\s?(?:bn|mn?|million|billion))? \Z")
_NUMBER_AFTER = re.compile(r"[-\N{HYPHEN}\N{NON-BREAKING HYPHEN}]\d")
# A full stop after these ends no sentence, as a rule.
_ABBREVIATION = re.compile(
    r"(?<!\w)(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Sgt|Capt|Cmdr|Adm|Gov|Sen|Rep|Rev|Prof|St|Jr|Sr|No|vs|etc|"
    r"Inc|Corp|Co|Ltd|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|g|gđa|dr|prof|tzv|npr|itd|\w|(?:\w\.)+\w)\.\Z",
)


class SentencePlace(Enum):
    """Where in its sentence a name stands, as far as punctuation tells."""

    START = "start"
    INSIDE = "inside"
    UNSURE = "unsure"


def find_sentence_place(text: str, start: int) -> SentencePlace:
    """Tell whether a sentence begins at the place.

    >>> find_sentence_place("He left. Al Qaeda", 9), find_sentence_place("of Gen. Al Sisi", 8)
    (<SentencePlace.START: 'start'>, <SentencePlace.UNSURE: 'unsure'>)
    """
    before = text[max(0, start - _NEIGHBOURHOOD) : start]
    if start <= _NEIGHBOURHOOD and _OPENED.search(before):
        return SentencePlace.START
    if "\n" in before and _OPENED.search(before.lstrip()):
        return SentencePlace.START
    ended = _ENDED.search(before)
    if ended:
        doubtful = _ABBREVIATION.search(ended["last"])
        return SentencePlace.UNSURE if doubtful else SentencePlace.START
    return SentencePlace.INSIDE if _CONTINUED.search(before) else SentencePlace.UNSURE


def line_around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and after the span on its line, of a long line only the nearest."""
    reach = 10 * _NEIGHBOURHOOD
    before = text[max(0, start - reach) : start].rpartition("\n")[2]
    after = text[end : end + reach].split("\n", 1)[0]
    return before, after


def is_among_capitals(text: str, start: int, end: int) -> bool:
    """Tell whether the words beside the span are in capitals, as in a headline or dateline.

    >>> is_among_capitals("WHO IS NEXT", 4, 6), is_among_capitals("the PMF and HTS", 4, 7)
    (True, False)
    """
    before, after = line_around(text, start, end)
    words = _WORD.findall(before) + _WORD.findall(after)
    if len(words) > 1 and all(map(is_in_capitals, words)) and not _is_list(before + after, words):
        return True
    beside = _WORD.findall(before[-_NEIGHBOURHOOD:])[-1:] + _WORD.findall(after)[:1]
    return any(is_in_capitals(word) and len(word) > _LONGEST_ACRONYM for word in beside)


def _is_list(line: str, words: list[str]) -> bool:
    """Tell whether a line in capitals is but a few acronyms beside one another."""
    return max(map(len, words)) <= _LONGEST_ACRONYM and any(mark in line for mark in ",;(/")


def is_compound(text: str, start: int, end: int) -> bool:
    """Tell whether the span is part of a compound such as `HTS-led`, `pro-PMF` or `PMF/HTS`.

    >>> is_compound("HTS-led", 0, 3), is_compound("(HTS)", 1, 4)
    (True, False)
    """
    joints = "-/&+\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}"
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return (len(before) == 2 and before[1] in joints and before[0].isalnum()) or (
        len(after) == 2 and after[0] in joints and after[1].isalnum()
    )


def is_currency(text: str, start: int, end: int) -> bool:
    """Tell whether the span belongs to an amount of money, as in `US$5 million` or `$50 US`.

    >>> is_currency("about US $5 million", 6, 8), is_currency("US troops", 0, 2)
    (True, False)
    """
    return (
        _AMOUNT_AFTER.match(text, end) is not None
        or _AMOUNT_BEFORE.search(text, max(0, start - 24), start) is not None
    )


def is_numbered(text: str, end: int) -> bool:
    """Tell whether a number is joined to the name, as in an operation's `Kerbala-8`."""
    return _NUMBER_AFTER.match(text, end) is not None


def is_in_headline(text: str, start: int, end: int) -> bool:
    """Tell whether the line of the span is a headline, caption or list item, not a sentence."""
    before, after = line_around(text, start, end)
    line = before + text[start:end] + after
    if len(line) > _LONGEST_HEADLINE or _LINE_END_PUNCTUATION.search(line):
        return False
    return "\n" in text


def is_title_case(text: str, start: int, end: int) -> bool:
    """Tell whether the line of the span is capitalised as English headlines are."""
    before, after = line_around(text, start, end)
    if len(before) + len(after) > _LONGEST_HEADLINE:
        return False
    words = _LONG_WORD.findall(before.rpartition(". ")[2] + " " + after.partition(". ")[0])
    return len(words) > 2 and not any(word[0].islower() for word in words)
