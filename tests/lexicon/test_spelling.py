"""What is wrong with the characters of a name, and that haste hides none of it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalize.lexicon import spelling
from normalize.lexicon.spelling import find_flaws, find_unfit

GOOD = [
    ("en", "Hay'at Tahrir al-Sham (HTS)"),
    ("en", "Muʿammar al-Qaḏḏāfī"),
    ("en", "U.S. & Co., “Ltd” 24/7"),
    ("en", "Aragh\N{LATIN SMALL LETTER C WITH CARON}hi-Çelik İşık ﬁ"),
    ("sr", "Đorđe Džolani"),
    ("sr-Latn", "Abas Arakči"),
    ("sr-Cyrl", "Бањамин Нетанјаху"),
    ("ar", "إسماعيل هنية"),
    ("ar", "مُقْتَدَى الصَّدْر"),
    ("fa", "علی خامنه\N{ZERO WIDTH NON-JOINER}ای"),
    ("fa", "محمود احمدی\N{ZERO WIDTH NON-JOINER}نژاد"),
    ("ckb", "مەسعوود بارزانی"),
    ("tr", "Recep Tayyip Erdoğan"),
    ("he", "בצלאל סמוטריץ'"),
    ("he", 'צה"ל'),
    (None, "Хезболах"),
    (None, "داعش"),
    (None, "HTS-а".replace("а", "a")),
    (None, "Hashd 2024"),
    (None, "東京"),
    (None, "12:30"),
]
BAD = [
    ("en", "Hеzbollah", 1, "type Latin 'e' instead"),
    ("en", "al-Ηamas", 3, "type Latin 'H' instead"),
    ("en", "Ham\N{CYRILLIC SMALL LETTER BE}s", 3, "type the whole word in one script"),
    ("sr-Cyrl", "Хeзболах", 1, "type Cyrillic 'е' instead"),
    ("en", "Хезболах", 0, "en is written in Latin script"),
    ("en", "Kyoto 東京", 6, "en is written in Latin script"),
    ("sr", "Beograd Београд", 8, "sr is written in Latin script"),
    ("fa", "Ali علی", 0, "fa is written in Arabic script"),
    ("he", "عباس", 0, "he is written in Hebrew script"),
    (None, "Hamas حماس", 6, "one spelling is in one script; list another separately"),
    ("en", " Homs", 0, "delete it"),
    ("en", "Homs ", 4, "delete it"),
    ("en", "Deir  Zor", 4, "leave one"),
    ("en", "Deir\N{NO-BREAK SPACE}Zor", 4, "type a plain space"),
    ("en", "Deir\tZor", 4, "type a plain space"),
    ("en", "   ", 0, "write a name here"),
    ("en", "Homs\0", 4, "delete it"),
    ("sr", unicodedata.normalize("NFD", "Arakči"), 4, "type 'Arakči', composed"),
    ("ar", unicodedata.normalize("NFD", "أحمد"), 0, "type 'أحمد', composed"),
    ("en", "Le\N{SOFT HYPHEN}banon", 2, "delete it; the text reads the same without"),
    ("ar", "\N{RIGHT-TO-LEFT MARK}حماس", 0, "delete it; the text reads the same without"),
    ("en", "Ho\N{ZERO WIDTH NON-JOINER}ms", 2, "delete it; the text reads the same without"),
    ("fa", "علی\N{ZERO WIDTH NON-JOINER}", 3, "delete it; the text reads the same without"),
    ("en", "\N{ZERO WIDTH NO-BREAK SPACE}Homs", 0, "delete it; the text reads the same without"),
]


@pytest.mark.parametrize(("lang", "text"), GOOD)
def test_nothing_is_wrong(lang: str | None, text: str) -> None:
    """A name as its language writes it has no flaw."""
    assert list(find_flaws(text, lang)) == []


@pytest.mark.parametrize(("lang", "text", "offset", "hint"), BAD)
def test_something_is_wrong(lang: str | None, text: str, offset: int, hint: str) -> None:
    """A flaw is found once, at its character, with what to type instead."""
    (flaw,) = find_flaws(text, lang)
    assert (flaw.offset, flaw.hint) == (offset, hint)


def test_the_character_is_named() -> None:
    """Of a letter that looks like another the message says which it is."""
    (flaw,) = find_flaws("Hеzbollah", "en")
    assert flaw.message == ("U+0435 CYRILLIC SMALL LETTER IE stands in the Latin word 'Hеzbollah'")


def test_prose_may_have_lines() -> None:
    """A note may have line breaks and double spaces, but no bell."""
    assert list(find_unfit("one\n\ttwo  three", allowed="\n\t")) == []
    assert [flaw.offset for flaw in find_unfit("one\n\x07", allowed="\n\t")] == [4]


LETTERS = (
    "aZčĐéßıŸæ АжЊё ΑωИ ءآأيىیەۆپ אתצ 0.'-’,()\u0301\u0651\u200c\u200b\u00ad\u00a0\t\n\u202b日ʿªﬁ"
)


@settings(deadline=None)
@given(
    text=st.text(st.sampled_from(LETTERS), max_size=8) | st.text(max_size=6),
    lang=st.sampled_from([*spelling._SAFE_IN_LANGUAGE]),
)
def test_the_quick_look_hides_nothing(text: str, lang: str | None) -> None:
    """What the quick look passes has no flaw that the thorough one would find."""
    if spelling._SAFE_IN_LANGUAGE[lang].fullmatch(text):
        assert list(find_unfit(text)) == []
        assert list(spelling._wrong_spaces(text)) == []
        assert list(spelling._wrong_letters(text, lang)) == []
        assert unicodedata.is_normalized("NFC", text)
    for flaw in find_flaws(text, lang):
        assert 0 <= flaw.offset <= len(text)


def test_safe_letters_are_of_their_script() -> None:
    """Each letter that the quick look passes is composed and of the script it stands for."""
    for script, pattern in spelling._SAFE.items():
        for letter in filter(pattern.fullmatch, map(chr, range(0x10000))):
            assert unicodedata.is_normalized("NFC", letter)
            if letter.isalpha():
                assert spelling._script_of(letter) in (script, None), (script, letter)
            else:
                assert unicodedata.category(letter)[0] in "NPS", letter
