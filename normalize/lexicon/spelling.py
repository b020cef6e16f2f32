"""What is wrong with the characters of a name, which is mostly what no eye can see.

A lexicon's spellings are written into texts and compared with them, so each has to be made of
exactly the characters that it seems to be made of.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from normalize.lexicon.codes import Code
from normalize.text.language import script_of_language


class Flaw(NamedTuple):
    """A mistake at an offset of a text, and what to type instead."""

    offset: int
    message: str
    hint: str
    code: str


_SCRIPTS = {
    "LATIN": "Latn",
    "CYRILLIC": "Cyrl",
    "GREEK": "Grek",
    "ARABIC": "Arab",
    "HEBREW": "Hebr",
}
_NAMES_OF_SCRIPTS = {
    "Latn": "Latin",
    "Cyrl": "Cyrillic",
    "Grek": "Greek",
    "Arab": "Arabic",
    "Hebr": "Hebrew",
}
_ALIKE = ("Latn", "Cyrl", "Grek")
_LATIN_FOR: Mapping[str, Mapping[str, str]] = {
    "Cyrl": dict(
        zip("АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁԛԝ", "ABESIJKMHOPCTYXaesijopcyxhdqw", strict=True)
    ),
    "Grek": dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαιονρυ", "ABEZHIKMNOPTYXaiovpu", strict=True)),
}
_OTHERS_FOR_LATIN: Mapping[str, Mapping[str, str]] = {
    script: {latin: other for other, latin in table.items()} for script, table in _LATIN_FOR.items()
}

# Texts that have nothing wrong by their characters alone, which is nearly all of them: letters
# that are the same composed and decomposed or have only the composed form, and single spaces.
_SAFE_LETTERS = {
    "Latn": "A-Za-zÀ-ÖØ-öø-ɏ",
    "Cyrl": "Ѐ-џ",
    "Arab": "ء-غف-يپچژکگڕڤڵۆۇیێەھ",
    "Hebr": "א-ת",
}
_SAFE_OTHERS = r"0-9.,:;!?'\"()&/+\-’‘“”–—،؟"
_SAFE = {
    script: re.compile(rf"[{letters}{_SAFE_OTHERS}]+(?: [{letters}{_SAFE_OTHERS}]+)*")
    for script, letters in _SAFE_LETTERS.items()
}
_SAFE_IN_LANGUAGE: Mapping[str | None, re.Pattern[str]] = {
    tag: _SAFE[script_of_language(tag)]
    for tag in ("en", "sr", "sr-Latn", "sr-Cyrl", "tr", "ar", "fa", "ckb", "he")
} | {None: re.compile("|".join(pattern.pattern for pattern in _SAFE.values()))}

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*")
_SPACES = re.compile(r"^\s+|\s+$|\s{2,}|[^\S ]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
_INVISIBLE = re.compile(
    r"[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    r"\ufff9-\ufffb\U000e0000-\U000e01ef]"
)


def find_flaws(text: str, lang: str | None = None) -> Iterator[Flaw]:
    """Yield what is wrong with the characters of a name.

    `lang` is the language whose script the name must be in; without it any single script
    will do.

    >>> [flaw.message for flaw in find_flaws("Hezbollah ", "en")]
    ['there is white space at the end']
    >>> list(find_flaws("علی خامنه\N{ZERO WIDTH NON-JOINER}ای", "fa"))
    []
    """
    if _SAFE_IN_LANGUAGE[lang].fullmatch(text):
        return
    yield from find_unfit(text)
    yield from _wrong_spaces(text)
    if not unicodedata.is_normalized("NFC", text):
        yield _not_composed(text)
    yield from _wrong_letters(text, lang)


def find_unfit(text: str, allowed: str = "") -> Iterator[Flaw]:
    """Yield the control characters and invisible characters of a text, but not the `allowed`.

    Joiners have their place between letters of Arabic script.

    >>> [flaw.hint for flaw in find_unfit("Le\N{SOFT HYPHEN}banon")]
    ['delete it; the text reads the same without']
    """
    for found in _CONTROL.finditer(text):
        if found[0] not in allowed:
            message = f"{describe_character(found[0])} can't stand in a text"
            hint = "type a plain space" if found[0].isspace() else "delete it"
            yield Flaw(found.start(), message, hint, Code.INVISIBLE)
    for found in _INVISIBLE.finditer(text):
        if found[0] in _JOINERS and _is_between_arabic(text, found.start()):
            continue
        message = f"here is an invisible {describe_character(found[0])}"
        hint = "delete it; the text reads the same without"
        yield Flaw(found.start(), message, hint, Code.INVISIBLE)


def describe_character(character: str) -> str:
    r"""Return the code point and name of a character.

    >>> describe_character("\N{CYRILLIC SMALL LETTER IE}"), describe_character("\0")
    ('U+0435 CYRILLIC SMALL LETTER IE', 'U+0000 (a control character)')
    """
    name = unicodedata.name(character, "(a control character)")
    return f"U+{ord(character):04X} {name}"


def _is_between_arabic(text: str, offset: int) -> bool:
    around = text[offset - 1 : offset] + text[offset + 1 : offset + 2]
    return len(around) == 2 and all(
        0x600 <= ord(c) < 0x780 or 0xFB50 <= ord(c) < 0xFF00 for c in around
    )


def _wrong_spaces(text: str) -> Iterator[Flaw]:
    for found in _SPACES.finditer(text):
        if not text.strip():
            yield _space(0, "there is nothing but white space", "write a name here")
            return
        if found.start() == 0:
            yield _space(0, "there is white space at the beginning", "delete it")
        elif found.end() == len(text):
            yield _space(found.start(), "there is white space at the end", "delete it")
        elif len(found[0]) > 1:
            yield _space(found.start(), "there is more than one space", "leave one")
        elif not _CONTROL.match(found[0]):
            message = f"{describe_character(found[0])} stands for a space"
            yield _space(found.start(), message, "type a plain space")


def _space(offset: int, message: str, hint: str) -> Flaw:
    return Flaw(offset, message, hint, Code.SPACES)


def _not_composed(text: str) -> Flaw:
    composed = unicodedata.normalize("NFC", text)
    pairs = zip(text, composed, strict=False)
    offset = next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(text), len(composed)))
    typed = describe_character(text[offset])
    message = f"here is a letter in pieces, which is not Unicode NFC: {typed}"
    return Flaw(offset, message, f"type {composed!r}, composed", Code.COMPOSED)


def _wrong_letters(text: str, lang: str | None) -> Iterator[Flaw]:
    """Yield words in two scripts at once, and the first that is not in the script it should be."""
    expected = script_of_language(lang) if lang else None
    told = False
    for word in _WORD.finditer(text):
        scripts = [_script_of(letter) for letter in word[0]]
        there = [script for script in scripts if script]
        if len(set(there)) > 1 and set(there) <= set(_ALIKE):
            yield _mixed(word, scripts)
        elif there and not told:
            expected = expected or there[0]
            if odd := next((s for s in there if s != expected), None):
                told = True
                yield _wrong_script(word, scripts.index(odd), expected, lang)


def _mixed(word: re.Match[str], scripts: list[str | None]) -> Flaw:
    """Complain of the first letter that is not of the script that most of the word is in."""
    main = max(_ALIKE, key=scripts.count)
    at, script = next((i, s) for i, s in enumerate(scripts) if s and s != main)
    letter = word[0][at]
    if main == "Latn":
        twin = _LATIN_FOR[script].get(letter)
    else:
        twin = _OTHERS_FOR_LATIN[main].get(letter) if script == "Latn" else None
    message = f"{describe_character(letter)} stands in the {_named(main)} word {word[0]!r}"
    hint = f"type {_named(main)} {twin!r} instead" if twin else "type the whole word in one script"
    return Flaw(word.start() + at, message, hint, Code.MIXED_SCRIPTS)


def _wrong_script(word: re.Match[str], at: int, expected: str, lang: str | None) -> Flaw:
    message = f"{describe_character(word[0][at])} is no {_named(expected)} letter"
    hint = (
        f"{lang} is written in {_named(expected)} script"
        if lang
        else "one spelling is in one script; list another separately"
    )
    return Flaw(word.start() + at, message, hint, Code.SCRIPT)


def _script_of(letter: str) -> str | None:
    """Return the script of a letter; marks and modifier letters have none of their own."""
    if unicodedata.category(letter) in ("Lm", "Mn"):
        return None
    return _SCRIPTS.get(unicodedata.name(letter, "").split(" ")[0], "Zyyy")


def _named(script: str) -> str:
    return _NAMES_OF_SCRIPTS.get(script, "other")
