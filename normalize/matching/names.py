"""A name taken apart: its parts without articles, kinship words and titles, and what each says."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from normalize.matching import elements
from normalize.translit.likeness import alike
from normalize.translit.sounds import readings, sound_keys

_CYRILLIC = str.maketrans(
    dict(zip("абвгдђежзијклмнопрстћуфхцчш", "abvgdđežzijklmnoprstćufhcčš", strict=True))
    | {"љ": "lj", "њ": "nj", "џ": "dž", "й": "j", "ы": "i", "э": "e"}
)
_APART = re.compile(r"[\s\-‐‑–—_/.،؛()\[\]\"“”«»]+")
_DROPPED = re.compile("[\u064b-\u0652\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069'’‘ʼʿʾ`ʻ´]")
# Elsisi, and Essebsi, in which the article has taken the next sound.
_ARTICLE_JOINED = re.compile(r"^(?:[ae]l(?=.{4})|[ae](sh|[szrntd])(?=\1.{3}))")
# Abdulrahman, Abdel-, Abdurrahman: the article between may have taken the next sound.
_ABD_JOINED = re.compile(
    "^abd(?:(?:ou|[aeuoiü])l-?(?=..)|(?:ou|[aeuoü])(?=(r|s|š|n|z|d|t|sh)\\1?..))"
)
_DIN_JOINED = re.compile("(?<=..)[aeuo]l(?=d[ie]+ne?$)|(?<=..)ال(?=د[یي]ن$)")
_ROMAN = re.compile("^(?:[ivx]{2,4}|i{1,3})$")
_AS_COMMON = 0.93  # this alike to a common name, a word is one of its spellings
_WITHOUT_ABD = 0.2
_ARTICLE_UNSURE = 0.02
_ARTICLE_UNLIKELY = 0.1
_BY_GRADE = (1.0, 0.6, 0.35)


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One name of a full name, the same object for the same word.

    `spelled` has the ways to write it and what each loses against the first; `weight`, up to 1,
    is how much it says who is meant. An `optional` part (Muhammad before the name in use, a
    title, Abu with a child's name) may be missing without making it another name.
    """

    text: str
    spelled: tuple[tuple[str, float], ...]
    weight: float
    article: bool = False
    initial: bool = False
    optional: bool = False
    common: bool = False
    title: bool = False
    prename: bool = False
    kunya: bool = False


class Name(NamedTuple):
    """The parts of a name in the order of speech; `inverted` where a comma said so."""

    parts: tuple[Part, ...]
    inverted: bool


@lru_cache(maxsize=1 << 14)
def split_name(text: str) -> Name:
    """Return the parts of a name, without articles, kinship words and mere titles.

    >>> [part.text for part in split_name("Dr. Abd al-Rahman bin Khalid al-Tikriti").parts]
    ['abd-rahman', 'khalid', 'tikriti']
    >>> [part.text for part in split_name("Haftar, Khalifa").parts]
    ['khalifa', 'haftar']
    """
    text = unicodedata.normalize("NFKC", text).lower()
    text = unicodedata.normalize("NFC", _DROPPED.sub("", text))
    family, _, given = text.partition(",")
    inverted = bool(family.strip() and given.strip()) and "," not in given
    stripped = (word.strip(",") for word in _APART.split(f"{given} {family}" if inverted else text))
    return Name(tuple(_parts([word for word in stripped if word])), inverted)


def latin(word: str) -> str:
    """Return a word with its Serbian Cyrillic in Latin letters, to look it up in tables.

    >>> latin("ел")
    'el'
    """
    return word if word.isascii() else word.translate(_CYRILLIC)


def _parts(words: list[str]) -> list[Part]:
    parts: list[Part] = []
    article = kunya = abd = False
    kept = _telling(words)
    for word, following in zip(kept, [*kept[1:], ""], strict=False):
        plain = latin(word)
        if following and (plain in elements.ARTICLES or _assimilates(plain, latin(following))):
            article = True
        elif following and parts and plain in elements.KIN:
            continue
        elif following and plain in elements.KUNYA:
            kunya = True
        elif following and _is_abd(plain):
            abd = True
        elif following and plain in elements.PARTICLES and not abd:
            continue
        elif parts and not (abd or kunya) and plain in elements.TAILS | elements.GOD:
            parts[-1] = _part(parts[-1].text + word, parts[-1].article, kunya=False)
        else:
            before = ("عبد" if _is_arabic(word) else "abd-") if abd else ""
            parts.append(_part(before + word, article, kunya))
            article = kunya = abd = False
    return parts


def _telling(words: list[str]) -> list[str]:
    """Return the words without titles before the name and words for kinds of places."""
    first = 0
    while first < len(words) - 1 and latin(words[first]) in elements.TITLES:
        first += 1
    kept = words[first:]
    return [word for word in kept if latin(word) not in elements.PLACE_KINDS] or kept


def _assimilates(plain: str, following: str) -> bool:
    sound = elements.ASSIMILATED.get(plain)
    return bool(sound) and following.startswith(sound or "")


def _is_abd(plain: str) -> bool:
    declined = plain[:5] in ("abdel", "abdul") and plain[5:] in ("a", "u", "om")
    return declined or plain in elements.ABD


def _is_arabic(word: str) -> bool:
    return "\u0600" <= word[0] <= "\u06ff" or "\ufb50" <= word[0] <= "\ufeff"


@lru_cache(maxsize=1 << 16)
def _part(word: str, article: bool, kunya: bool) -> Part:
    word = elements.ABBREVIATED.get(word, word)
    plain = latin(word)
    if plain in elements.PLACE_WORDS:
        return Part(elements.PLACE_WORDS[plain], ((word, 0.0),), 0.4)
    ways = _arabic_ways(word) if _is_arabic(word) else _latin_ways(word, plain)
    if kunya:
        ways = [(("ابو" if _is_arabic(word) else "abu") + ways[0][0], 0.0)]
    text = ways[0][0]
    initial = len(text) == 1 or bool(_ROMAN.match(text))
    title = plain in elements.TITLE_NAMES
    grade = _commonness(text)
    # Three consonants say enough; fewer say less.
    weight = min(1.0, max(0.25, readings(text)[0].weight / 3.0)) * _BY_GRADE[grade]
    return Part(
        text=text,
        spelled=tuple(ways),
        weight=0.1 if initial or title else weight,
        article=article or (_is_arabic(word) and len(ways) > 1 and ways[1][0] == word),
        initial=initial,
        optional=title or kunya or plain in elements.PRENAMES,
        common=grade > 0,
        title=title,
        prename=plain in elements.PRENAMES,
        kunya=kunya,
    )


def _arabic_ways(word: str) -> list[tuple[str, float]]:
    word = _DIN_JOINED.sub("", word)
    if word.startswith("عبد") and len(word) > 5:
        rest = word[3:].removeprefix("ال")
        return [("عبد" + rest, 0.0), (rest, _WITHOUT_ABD)]
    for article in ("ال", "ئەل"):
        bare = word.removeprefix(article)
        if bare != word and len(bare) > 2 and word not in elements.GOD:
            return [(bare, 0.0), (word, _ARTICLE_UNSURE)]
    return [(word, 0.0)]


def _latin_ways(word: str, plain: str) -> list[tuple[str, float]]:
    word = _DIN_JOINED.sub("", word)
    if plain.startswith("abd") and len(plain) > 5:
        joined = _ABD_JOINED.match(plain)
        rest = plain[joined.end() :] if joined else plain[3:].removeprefix("-")
        ways = [("abd-" + rest, 0.0)]
        if len(rest) > 3:
            ways.append((rest, _WITHOUT_ABD))
        if joined and rest[0] in "aeiou":
            ways.append(("abd-l" + rest, 0.01))  # Abdulatif is Abd al-Latif
        return ways
    article = _ARTICLE_JOINED.match(plain)
    if article is None:
        return [(word, 0.0)]
    bare = word[article.end() :]
    # Alireza is Ali Reza, and hardly an al-Ireza.
    return [(word, 0.0), (bare, _ARTICLE_UNLIKELY if bare[0] in "aeiou" else _ARTICLE_UNSURE)]


@lru_cache(maxsize=1)
def _common_by_key() -> dict[str, list[tuple[str, int]]]:
    found: dict[str, list[tuple[str, int]]] = {}
    for grade, words in ((2, elements.VERY_COMMON), (1, elements.COMMON)):
        for word in words:
            bare = _ABD_JOINED.sub("abd-", word)
            found.setdefault(sound_keys(bare)[0], []).append((bare, grade))
    return found


def _commonness(word: str) -> int:
    """Return 2 for the very commonest names, 1 for common ones, 0 for any other word."""
    return max(
        (
            grade
            for key in sound_keys(word)[:2]
            for common, grade in _common_by_key().get(key, ())
            if alike(word, common) > _AS_COMMON
        ),
        default=0,
    )
