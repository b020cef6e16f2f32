"""Telling the languages of one script from another, whatever keyboard they were typed on."""

from __future__ import annotations

import pytest

from normalize.text.language import LanguageMap

LINES = [
    ("ar", "قال الرئيس إن الحكومة ستبحث هذه القضية"),
    ("ar", "قال الرئیس ان الحکومة ستبحث هذه القضیة فی الاجتماع"),
    ("fa", "رئیس جمهور گفت که دولت این موضوع را بررسی می‌کند"),
    ("fa", "رييس جمهور گفت كه دولت اين موضوع را بررسي مي كند"),
    ("ckb", "سەرۆک گوتی حکوومەت ئەم بابەتە تاوتوێ دەکات"),
    ("ckb", "سه‌رۆك گوتي حكوومه‌ت ئه‌م بابه‌ته‌ تاوتوێ ده‌كات"),
]


@pytest.mark.parametrize(("lang", "line"), LINES)
def test_arabic_script(lang: str, line: str) -> None:
    """Words tell where the letters are those of another language's keyboard."""
    assert LanguageMap(line).document == lang
