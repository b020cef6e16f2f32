"""Which words of a Serbian text in Latin letters are not Serbian, and stay Latin in Cyrillic.

`Тхе Нев Иорк Тимес` is what converters make that do not ask. A word tells by its letters, or is
listed: `words/stays-latin.txt` has names, `words/english.txt` common English words that are no form
of a Serbian one, `words/english-serbian.txt` those that are (`to`, `on`, `most`) and count only
beside others. The lists were made by `python -m tests.quality.word_lists`, which also shows which
Serbian words the patterns below would wrong.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from functools import cache, lru_cache
from importlib.resources import files


class Sort(Enum):
    """What a word tells by itself."""

    SERBIAN = "Serbian, or anything that Serbian letters can spell"
    EITHER = "both a Serbian and an English word, or a short English one"
    FOREIGN = "foreign by its letters, or listed"
    SYMBOL = "a numeral, unit or code: it stays, and tells nothing of its neighbours"
    NUMERAL = "a Roman numeral that is also a word or an initial: I, V, VI"
    UNIT = "the symbol of a unit where a number stands before it"


# No Serbian word has these. Each pattern was held against the three million forms of hunspell-sr;
# what it leaves out are seams: od-dati, van-nastavni, pret-hodni, ot-hranjiv, ne-ophodan.
_PATTERNS = (
    # doubled consonants; the superlative is naj-jači
    r"cc|ff|gg|hh|kk|ll|pp|(?<!^na)jj|(?<!^su)bb|(?<!^o)(?<!^na)(?<!^po)(?<!^pre)dd",
    r"(?<!^o)(?<!vakuu)mm|(?<!va)(?<!pa)nn|(?<!hipe)(?<!supe)(?<!inte)rr|(?<!tran)ss",
    r"(?<!dese)(?<!dvades)(?<!pos)tt|(?<!proti)vv|(?<!be)(?<!nu)zz",
    # English, French and German spellings; Alchajmer and Ekhart are Serbian ones
    r"ch(?!ajm)|(?<!n)gh|^th|th$|ther|thur|sh$|ck$|^ph|ph[iy]|pho[nt]|(?<!ero)(?<!rh)ph$",
    r"[aceiou]tions?$|ious$|[aeiou]nous$|ies$|tz$|c[sq]|[aeiou]ct(?!im|e[kcč])(?<!^oct)",
    r"oo[dlprt]s?$|ee[bdfgklmnprstv]s?$|ough|eigh|eaux?$|oard|oach|ohn|oulds?$|ounds?$|ouse$",
    r"ville$|shire$",
)
_FOREIGN_LETTER = re.compile(
    "[qwxy]|(?![čćđšžð\u01c4-\u01cc])[\u00aa\u00ba\u00df-\u024f\u1e00-\u1eff\ufb00-\ufb06]"
)
_PATTERN = re.compile("|".join((_FOREIGN_LETTER.pattern, *_PATTERNS)))
# iPhone, YouTube, LinkedIn; but MekKinli, and careless digraphs of capitals: UPOZORENjE
_CAPITAL_INSIDE = re.compile(r"[a-zčćđšž][A-ZČĆĐŠŽ]")
_NO_CAPITAL_INSIDE = re.compile(r"(?:L|N)j|D[žz]|^Mek(?=[A-Z])")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
# 1990ih, 22a; but F16, H1N1, 5G
_NUMBER_WITH_ENDING = re.compile(r"\d+(?P<ending>[a-zčćđšž]+)")
_ENGLISH_ENDING = re.compile(r"['’](?:s|t|m|re|ve|ll|d)$")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ENDINGS = (
    "a", "u", "om", "em", "e", "i",
    "ov", "ova", "ovo", "ove", "ovi", "ovu", "ovog", "ovom", "ovoj", "ovih", "ovim",
)  # fmt: skip
_LONGEST_ACRONYM = 5
_SHORTEST_WORD = 4
# `and`, `of`; but Serbian writes the capitalised `Big` and `Ed` of names so.
_SHORTEST_SMALL = 2


@lru_cache(maxsize=1 << 16)
def judge(word: str) -> Sort:
    """Return what a word tells by itself; digits and an English ending are part of it.

    >>> [judge(word).name for word in ("prethodni", "Washington", "to", "XIV", "VI", "km")]
    ['SERBIAN', 'FOREIGN', 'EITHER', 'SYMBOL', 'NUMERAL', 'SYMBOL']
    """
    if not word.isascii():
        word = unicodedata.normalize("NFC", word)
    if not word.isalpha() or (_CYRILLIC.search(word) and _LATIN.search(word)):
        return _judge_mixed(word)
    if word in ("I", "V", "VI"):
        return Sort.NUMERAL
    if word in _lines("units"):
        told = len(word) > 1 and word[0].islower() and not set(word) & set("aeiou")
        return Sort.SYMBOL if told else Sort.UNIT
    return Sort.SYMBOL if _is_roman(word) else _judge_spelling(word, word.lower())


@lru_cache(maxsize=1 << 16)
def tells_nothing(word: str) -> bool:
    """Tell whether a word neither stays Latin by itself nor may do so by its place.

    >>> tells_nothing("prethodni"), tells_nothing("to"), tells_nothing("V")
    (True, True, False)
    """
    return judge(word) in (Sort.SERBIAN, Sort.EITHER)


def tells_by_letters(word: str) -> bool:
    """Tell whether a word in small letters is spelled as no Serbian one is."""
    return _PATTERN.search(word) is not None


def _judge_spelling(word: str, small: str) -> Sort:
    acronym = word.isupper() and len(word) <= _LONGEST_ACRONYM
    pattern = _FOREIGN_LETTER if acronym else _PATTERN
    if pattern.search(small) or _is_listed(word):
        return Sort.FOREIGN
    if _CAPITAL_INSIDE.search(_NO_CAPITAL_INSIDE.sub("", word)):
        return Sort.FOREIGN
    if small in _lines("english"):
        shortest = _SHORTEST_SMALL if word == small else _SHORTEST_WORD
        return Sort.FOREIGN if len(word) >= shortest and not acronym else Sort.EITHER
    return Sort.EITHER if small in _lines("english-serbian") else Sort.SERBIAN


def _judge_mixed(word: str) -> Sort:
    """Judge a word with digits, two scripts or an English ending: `F16`, `22a`, `Sainsbury's`."""
    if word.isdigit():
        return Sort.SERBIAN
    if _ENGLISH_ENDING.search(word):
        return Sort.FOREIGN
    ending = _NUMBER_WITH_ENDING.fullmatch(word)
    if ending and ending["ending"] not in _lines("units"):
        return Sort.SERBIAN
    return Sort.SYMBOL


def _is_roman(word: str) -> bool:
    """Tell Roman numerals from words in capitals such as LI and DIV."""
    if len(word) < 2 or not _ROMAN.fullmatch(word):
        return False
    return "X" in word or len(word) >= _SHORTEST_WORD or not set(word) & set("LCDM")


def _is_listed(word: str) -> bool:
    listed = _lines("stays-latin")
    return word in listed or any(
        word.endswith(ending)
        and word[: -len(ending)] in listed
        and word[-len(ending) - 1].islower()
        for ending in _ENDINGS
    )


@cache
def _lines(name: str) -> frozenset[str]:
    """Return the words of a list."""
    text = (files(__package__) / "words" / f"{name}.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())
