"""What stays Latin when a Serbian text is put into Cyrillic: single words and runs of them.

Most words tell by themselves (`foreign.judge`). The others are known by their company: `Times` in
`New York Times` and `to` in `I want to go there` stay, `Most na Adi` and `to je to` do not. A text
that was put into Cyrillic keeps what stayed: the words left have the company that kept them before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from normalize.translit.foreign import Sort, judge, tells_nothing

_LINE = re.compile(r"[^\n]+")
# What punctuation parts has nothing to say to each other.
_PIECE = re.compile(r"[\w \u00a0&'’°\u0300-\u036f-]+")
_WORD = re.compile(r"°?[^\W_](?:[^\W_]|[\u0300-\u036f])*(?:['’](?:s|t|m|re|ve|ll|d)(?!\w))?")
# What may stand between words of one phrase: `Standard & Poor's`, `wild-card`
_JOINT = re.compile(r"[ \u00a0]*(?:[&'’-][ \u00a0]*)?")
_LINKS = frozenset({"and", "of", "the"})
_AFTER_NUMBER = re.compile(r"(?:\d[ \u00a0]?|[\d\w²³][/·])\Z")
_CYRILLIC_WORD = re.compile("[\u0400-\u052f]+")
_ONLY_SERBIAN = re.compile("[ђјљњћџЂЈЉЊЋЏ]")
_NOT_SERBIAN = re.compile("[^\x00-\u03ff\u0530-\U0010ffffа-ик-шА-ИК-ШђјљњћџЂЈЉЊЋЏ]")
_OTHERWISE = {"I": Sort.EITHER, "V": Sort.SERBIAN, "VI": Sort.SERBIAN}
_INITIAL = re.compile(r"\. ?[A-ZČĆĐŠŽ]")
_REACH = 4
_SHORTEST_OPENER = 4


@dataclass(slots=True)
class _Word:
    start: int
    end: int
    text: str
    sort: Sort


def find_kept(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of words that stay Latin, in text order.

    >>> text = "Pavle VI čita New York Times, a to je 5 km od nas"
    >>> [text[start:end] for start, end in find_kept(text)]
    ['VI', 'New', 'York', 'Times', 'km']
    """
    for line in _LINE.finditer(text):
        if not _tells_nothing(line.group()):
            for piece in _PIECE.finditer(text, line.start(), line.end()):
                if not _tells_nothing(piece.group()):
                    yield from _judge_together(text, piece.start(), piece.end())


def _tells_nothing(piece: str) -> bool:
    return all(map(tells_nothing, _WORD.findall(piece)))


def find_kept_cyrillic(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of Cyrillic words that are not Serbian, and stay when a text goes Latin.

    They have letters that Serbian lacks; a phrase of which a third of the words do, and none
    has a letter that only Serbian has, stays as a whole.

    >>> text = "рекао је: «Мы не знаем», а Новый мир ћути"
    >>> [text[start:end] for start, end in find_kept_cyrillic(text)]
    ['Мы', 'не', 'знаем', 'Новый']
    """
    if not _NOT_SERBIAN.search(text):
        return
    words = [
        _Word(match.start(), match.end(), match.group(), _sort_of_cyrillic(match.group()))
        for match in _CYRILLIC_WORD.finditer(text)
    ]
    for phrase in _phrases(words, text):
        foreign = sum(word.sort is Sort.FOREIGN for word in phrase)
        ours = any(word.sort is Sort.SERBIAN for word in phrase)
        whole = not ours and 3 * foreign >= len(phrase)
        yield from ((w.start, w.end) for w in phrase if whole or w.sort is Sort.FOREIGN)


def _sort_of_cyrillic(word: str) -> Sort:
    if _NOT_SERBIAN.search(word):
        return Sort.FOREIGN
    return Sort.SERBIAN if _ONLY_SERBIAN.search(word) else Sort.EITHER


def _judge_together(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the words that stay in a piece of text, for themselves or together."""
    words = [
        _Word(match.start(), match.end(), match.group(), judge(match.group()))
        for match in _WORD.finditer(text, start, end)
        if not match.group().isdigit()
    ]
    for phrase in _phrases(words, text):
        for at, word in enumerate(phrase):
            if word.sort is Sort.UNIT or word.text == "V":
                before = text[max(0, word.start - _REACH) : word.start]
                if _AFTER_NUMBER.search(before):
                    word.sort = Sort.SYMBOL
            if word.sort is Sort.UNIT:
                word.sort = Sort.SERBIAN
            if word.sort is Sort.NUMERAL:
                numeral = _is_numeral(phrase, at, text)
                word.sort = Sort.SYMBOL if numeral else _OTHERWISE[word.text]
        _spread(phrase)
        yield from ((w.start, w.end) for w in phrase if w.sort in (Sort.FOREIGN, Sort.SYMBOL))


def _phrases(words: Sequence[_Word], text: str) -> Iterator[list[_Word]]:
    """Yield the runs of words that no punctuation parts."""
    number = 0
    numbered = []
    for at, word in enumerate(words):
        if at and not _JOINT.fullmatch(text, words[at - 1].end, word.start):
            number += 1
        numbered.append((number, word))
    for _, run in groupby(numbered, key=lambda each: each[0]):
        yield [word for _, word in run]


def _is_numeral(phrase: Sequence[_Word], at: int, text: str) -> bool:
    """Tell the numerals I, V and VI from the conjunction, an initial, and `Vi` in capitals.

    `Petar I`, `V vek`, `Pavle VI`; but `I ja`, `Tom I Džeri`, `V. Putin`, `DA LI STE VI`.
    """
    word = phrase[at]
    before = phrase[at - 1].text if at else ""
    after = phrase[at + 1].text if at + 1 < len(phrase) else ""
    if word.text == "VI":
        return any(beside and not beside.isupper() for beside in (before, after))
    if word.text == "V":
        return bool(before or after) and not _INITIAL.match(text, word.end)
    return before.istitle() and (not after.istitle() or any(map(_is_small, phrase)))


def _is_small(word: _Word) -> bool:
    """Tell whether a word shows that the line is no headline with capitals throughout."""
    return len(word.text) > 3 and word.text.islower()


def _spread(phrase: Sequence[_Word]) -> None:
    """Make foreign what stands among foreign words."""
    sorts = {word.sort for word in phrase}
    if Sort.FOREIGN not in sorts:
        return
    if Sort.SERBIAN not in sorts:
        _mark(phrase, 0, len(phrase))
        return
    for words in (phrase, phrase[::-1]):
        for one, other in pairwise(words):
            if one.sort is Sort.FOREIGN and _belongs_to_name(other, first=other is phrase[0]):
                other.sort = Sort.FOREIGN
    _fill_gaps(phrase)
    for one, other in pairwise(phrase):
        if one.sort is Sort.FOREIGN and _is_named_on(one, other) and other.sort is not Sort.SYMBOL:
            other.sort = Sort.FOREIGN


def _is_named_on(one: _Word, other: _Word) -> bool:
    """Tell whether a name goes on after an English link: `Marks and Spencer`."""
    return one.text in _LINKS and other.text.istitle() and other.text.isascii()


def _belongs_to_name(word: _Word, *, first: bool) -> bool:
    """Tell whether a word beside a foreign one is part of its name, as in `Sunday Post`.

    The `on` of `New York Times on` is not, nor the `On`, `To` or `A` that opens a sentence.
    """
    shortest = _SHORTEST_OPENER if first else 2
    capital = word.text[0].isupper() and len(word.text) >= shortest
    return word.sort is Sort.EITHER and capital


def _fill_gaps(phrase: Sequence[_Word]) -> None:
    """Make foreign the words between two foreign ones that are English, or one capitalised one."""
    known = [at for at, word in enumerate(phrase) if word.sort is Sort.FOREIGN]
    for first, last in pairwise(known):
        between = phrase[first + 1 : last]
        english = all(word.sort is not Sort.SERBIAN for word in between)
        name = len(between) == 1 and between[0].text.istitle() and between[0].text.isascii()
        if english or name:
            _mark(phrase, first, last)


def _mark(phrase: Sequence[_Word], first: int, last: int) -> None:
    for word in phrase[first:last]:
        if word.sort in (Sort.EITHER, Sort.SERBIAN):
            word.sort = Sort.FOREIGN
