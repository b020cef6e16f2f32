"""Folding: what is equated, and the way back to code points."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalize.text.fold import fold, fold_exactly, fold_key
from tests.strategies import texts

SAME = [
    ("Arakči", "ARAKCI"),
    ("Đoković", "Doković"),
    ("Shi’ite", "Shiite"),
    ("Sana'a", "Sanaa"),
    ("al‑Assad", "al Assad"),
    ("Abd-Allah", "Abd Allah"),
    ("Straße", "STRASSE"),
    ("ﬁne", "fine"),
    ("İstanbul", "istanbul"),
    ("ǆep", "džep"),
    ("Ａssad", "Assad"),
    ("𝐀ssad", "Assad"),
    ("الأسد", "الاسد"),
    ("الحـــشد", "الحشد"),
    ("خامنه\u200cای", "خامنهاي"),
    ("حَلَب", "حلب"),
    ("ﷲ", "الله"),
    ("Hеzbollаh", "Hezbollah"),
    ("Abbas  Araghchi", "Abbas\r\n Araghchi"),
    ("Shiaʿ", "Shia"),
]
DIFFERENT = [
    ("Assad's", "Assads"),
    ("Hama", "Hamas"),
    ("ја", "j"),
    ("Abbas. Araghchi", "Abbas Araghchi"),
    ("AT&T", "ATT"),
    ("حلب", "حلت"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    """Case, marks, apostrophes, look-alikes and white space are no difference."""
    assert fold_key(one) == fold_key(other)
    assert fold_key(unicodedata.normalize("NFD", one)) == fold_key(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_names_fold_apart(one: str, other: str) -> None:
    """Letters, possessives and sentence ends are differences."""
    assert fold_key(one) != fold_key(other)


def test_letters_outside_the_alphabet_are_told_apart_exactly() -> None:
    """They share a unit, so the exact fold decides."""
    assert fold_key("山") == fold_key("川")
    assert fold_exactly("山") != fold_exactly("川")


@settings(max_examples=500, deadline=None)
@given(texts)
def test_every_unit_leads_back_into_the_text(text: str) -> None:
    """Starts rise with the units, lie in the text, and ends are one code point on."""
    folded = fold(text)
    starts = [folded.start(unit) for unit in range(len(folded.units))]
    assert starts == sorted(starts)
    assert all(0 <= start < len(text) for start in starts)
    assert [folded.end(unit + 1) for unit in range(len(starts))] == [s + 1 for s in starts]


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=20), texts)
def test_a_part_folds_as_it_does_in_the_whole(part: str, text: str) -> None:
    """What stands between full stops folds the same alone and in a text, at the right place."""
    whole = f"{text}.|{part}|.{text}"
    place = len(text) + 2
    units = fold(f"|{part}|").units
    folded = fold(whole)
    at = next(u for u in range(len(folded.units)) if folded.start(u) == place - 1)
    assert folded.units[at : at + len(units)] == units
