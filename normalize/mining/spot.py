"""Names in running text, found by how names look and not by what a lexicon lists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from normalize.languages import MODULES, language
from normalize.matching.candidates import ARABIC_WORD, CAPITAL, CASED_WORD
from normalize.mining.acronyms import find_definitions
from normalize.text.language import LanguageMap
from normalize.translit.names import read_native_names


class Rule(StrEnum):
    """What makes a stretch of text look like a name."""

    CAPITALS = "capitals"
    GIVEN_NAME = "given-name"
    DEFINED = "defined"


class Use(NamedTuple):
    """One place where a name stands: its spelling, the language there, and the passage.

    `start` counts code points of the passage. Of a defined acronym, `acronym` is the short form.
    """

    spelling: str
    lang: str
    rule: Rule
    passage: str
    start: int
    acronym: str = ""


class Words:
    """How often each word of a corpus is written small, and how often with a capital."""

    def __init__(self) -> None:
        self._small: Counter[str] = Counter()
        self._capital: Counter[str] = Counter()
        self._arabic: Counter[str] = Counter()
        self._after_given: Counter[str] = Counter()

    def count(self, text: str) -> None:
        """Add the words of a text; those that begin a sentence say nothing of their own."""
        self._small.update(_SMALL_WORD.findall(text))
        self._capital.update(_CAPITAL_INSIDE.findall(text))
        arabic = _ARABIC_ALONE.findall(text)
        self._arabic.update(arabic)
        given = _given_names()
        self._after_given.update(
            word for before, word in pairwise(arabic) if before in given and before not in _KIN
        )

    def is_family_name(self, word: str) -> bool:
        """Tell whether a word in Arabic script stands mostly after given names.

        >>> words = Words()
        >>> words.count("قال محمد مرسي إن محمد قال")
        >>> words.is_family_name("مرسي"), words.is_family_name("قال")
        (True, False)
        """
        return self._after_given[word] > _MOSTLY * self._arabic[word]

    def is_ordinary(self, word: str) -> bool:
        """Tell whether a word is written small at least as often as with a capital.

        >>> words = Words()
        >>> words.count("The council met Omar in the hall.")
        >>> words.is_ordinary("Council"), words.is_ordinary("Omar")
        (True, False)
        """
        return self._small[word.lower()] > 0 and (self._small[word.lower()] >= self._capital[word])


_SMALL_WORD = re.compile(r"(?<![\w'’])(?:(?![A-ZČĆŠŽĐЀ-Я])[^\W\d_]){2,}(?![\w'’])")
_CAPITAL_INSIDE = re.compile(rf"(?<=[\w,;] )[{CAPITAL}][^\W\d_]+")
_SENTENCE = re.compile(
    r"[^.!?;:\n…]+(?:[.!?…](?=\S)[^.!?;:\n…]*)*(?:(?<=\b[A-ZČĆŠŽЀ-Я])\.[^.!?;:\n…]+)*"
)
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_PARTICLE = (
    r"(?:[Aa]l|[Ee]l|as|es|ash|esh|ad|az|ar|an|at|bin|ibn|ben|bint|abu|abou|de|del|di|da|van|von|der"
    r"|ал|ел|ас|ез|бин|ибн|абу)"
)
_LINK = r"(?:of the|of|for)"
_CAPITALISED = re.compile(
    rf"(?<![\w'’.@#/-])(?:{CASED_WORD}|[{CAPITAL}]\.)"
    rf"(?:[ \N{{NO-BREAK SPACE}}-](?:{_PARTICLE}[ -]|{_LINK} )*(?:{CASED_WORD}|[{CAPITAL}]\.))+"
    r"(?![\w@/])"
)
_ARABIC_ALONE = re.compile(rf"(?<!\w){ARABIC_WORD}(?!\w)")
_ARABIC_RUN = re.compile(rf"(?<!\w){ARABIC_WORD}(?: {ARABIC_WORD})+(?!\w)")
_KIN = frozenset("بن ابن بنت أبو ابو أبي ابي آل".split())
_SERVANT = frozenset("عبد عبدال".split())
_GOD = "الله"
_MOSTLY = 0.5
_MOST_WORDS = 7
_MOST_ARABIC = 4


def find_uses(text: str, words: Words) -> Iterator[Use]:
    """Yield the uses of names of several words in a text, line by line, and defined acronyms."""
    languages = LanguageMap(text)
    start = 0
    for line in text.splitlines(keepends=True):
        passage = line.rstrip()
        if passage:
            lang = languages.at(start)
            defined = [
                Use(each.long, lang, Rule.DEFINED, passage, each.long_start, each.short)
                for each in find_definitions(passage)
            ]
            yield from defined
            for use in _capitalised(passage, lang, words):
                if not any(_lies_in(use, each) for each in defined):
                    yield use
            yield from _arabic(passage, lang, words)
        start += len(line)


def _lies_in(use: Use, other: Use) -> bool:
    return other.start <= use.start < other.start + len(other.spelling)


def _capitalised(passage: str, lang: str, words: Words) -> Iterator[Use]:
    for sentence in _SENTENCE.finditer(passage):
        if _is_headline(sentence.group()):
            continue
        for run in _CAPITALISED.finditer(passage, *sentence.span()):
            for start, end in _names_in_run(run, lang, words):
                if _stands_alone(passage, start, end):
                    continue
                yield Use(passage[start:end], lang, Rule.CAPITALS, passage, start)


def _is_headline(sentence: str) -> bool:
    """Tell whether nearly all longer words have a capital, so that capitals tell nothing."""
    longer = _LONG_WORD.findall(sentence)
    small = sum(word.islower() for word in longer)
    return len(longer) > 3 and small * 4 < len(longer)


def _stands_alone(passage: str, start: int, end: int) -> bool:
    """Tell whether a line says nothing else: a menu, a heading, a button of a page."""
    return not (_SMALL_WORD.search(passage, 0, start) or _SMALL_WORD.search(passage, end))


def _names_in_run(run: re.Match[str], lang: str, words: Words) -> Iterator[tuple[int, int]]:
    """Yield the name in a run of capitalised words, without what only stands before it."""
    module = language(lang)
    pieces = list(re.finditer(r"[^\s\N{NO-BREAK SPACE}]+", run.group()))
    plain = [piece.group().lower().strip(".") for piece in pieces]
    first, last = 0, len(pieces)
    for at, word in enumerate(plain[:-1]):
        if word in module.TITLES and len(pieces) - at > 2:
            first = at + 1
    if words.is_ordinary(pieces[first].group()) and _opens(run, pieces[first]):
        first += 1
    while first < last and plain[first] in module.OPENERS | _LEADS:
        first += 1
    names = pieces[first:last]
    if not 2 <= len(names) <= _MOST_WORDS or _says_nothing([n.group() for n in names], words):
        return
    yield run.start() + names[0].start(), run.start() + names[-1].end()


_LEADS = frozenset(
    "the a an this that these those he she it they we i but and or if when while after before in "
    "on at by for from with as to of so yet now then here there his her its their our my your no "
    "not monday tuesday wednesday thursday friday saturday sunday january february march april "
    "may june "
    "july august september october november december".split()
)


def _opens(run: re.Match[str], piece: re.Match[str]) -> bool:
    """Tell whether a word begins a sentence, where it has a capital whatever it is."""
    before = run.string[: run.start() + piece.start()].rstrip()
    return not before or before[-1] in ".!?:;\"“”„'‘’(…-–—"


def _says_nothing(names: Sequence[str], words: Words) -> bool:
    """Tell whether all words are ordinary ones, or calendar words."""
    return all(words.is_ordinary(name) or name.lower() in _LEADS or len(name) < 3 for name in names)


@lru_cache(maxsize=1)
def _given_names() -> frozenset[str]:
    return frozenset(name for lang in ("ar", "fa", "ckb") for name in read_native_names(lang))


@lru_cache(maxsize=1)
def _no_names() -> frozenset[str]:
    """Return words of the languages in Arabic script that no name goes on with."""
    modules = [MODULES[lang] for lang in ("ar", "fa", "ckb")]
    return frozenset().union(*(m.TITLES | m.OPENERS | m.FUNCTION_WORDS for m in modules))


def _arabic(passage: str, lang: str, known: Words) -> Iterator[Use]:
    """Yield names in Arabic script: given names, and the family name that may follow them."""
    for run in _ARABIC_RUN.finditer(passage):
        pieces = list(re.finditer(r"\S+", run.group()))
        words = [piece.group() for piece in pieces]
        at = 0
        while at < len(words):
            end = _end_of_arabic(words, at, known)
            if end - at > 1 and words[end - 1] not in _SERVANT:
                start, stop = pieces[at].start(), pieces[end - 1].end()
                spelling = run.group()[start:stop]
                yield Use(spelling, lang, Rule.GIVEN_NAME, passage, run.start() + start)
            at = max(end, at + 1)


def _end_of_arabic(words: Sequence[str], at: int, known: Words) -> int:
    """Return where the name ends that begins with a word, or that word's place if none does.

    Everything up to the first word that is no name belongs to it: given names, `bin` with what
    follows, `Abd` with what follows, and one family name at the end.
    """
    given = _given_names()
    if words[at] not in given or words[at] in _KIN or words[at] == _GOD:
        return at
    end = at
    while end < len(words) and end - at < _MOST_ARABIC:
        word = words[end]
        if word in _no_names():
            break
        if (word in _KIN or word in _SERVANT) and end + 1 < len(words):
            end += 2
        elif word in given:
            end += 1
        elif known.is_family_name(word) or (word[:2] == "ال" and len(word) > 4 and word[-1] == "ي"):
            return end + 1  # also a family name by origin or tribe: الشهري
        else:
            break
    return end
