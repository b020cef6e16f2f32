"""Words read as sounds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.translit.habits import APART, CLASSES, LATIN
from normalize.translit.likeness import alike
from normalize.translit.sounds import readings, sound_keys

MEET = [
    ("jolani", "džolani"),
    ("jolani", "جولاني"),
    ("khalifa", "kalifa"),
    ("khalifa", "halifa"),
    ("bouteflika", "بوتفليقة"),
    ("celal", "džalal"),
    ("öcalan", "odžalan"),
    ("rouhani", "روحانی"),
    ("pezeshkian", "pezeškijan"),
    ("barzani", "بارزانی"),
    ("smotrich", "смотрич"),
    ("smotrich", "סמוטריץ"),
    ("fathi", "فتحي"),
    ("ishaq", "إسحاق"),
    ("saleh", "صالح"),
    ("sa'id", "سعيد"),
]
APART_FROM = [
    ("karimi", "rahimi"),
    ("jamal", "kamal"),
    ("golan", "golani"),
    ("saeed", "saeedi"),
    ("nabil", "nadir"),
    ("حماس", "حمص"),
    ("محمد", "محمود"),
    ("araqchi", "araqchiعباس"),
]


@pytest.mark.parametrize(("one", "other"), MEET)
def test_spellings_of_one_word_meet(one: str, other: str) -> None:
    """Spellings of one word share a key and sound alike."""
    assert set(sound_keys(one)) & set(sound_keys(other))
    assert alike(one, other) > 0.9


@pytest.mark.parametrize(("one", "other"), APART_FROM)
def test_other_words_stay_apart(one: str, other: str) -> None:
    """Words with another consonant, or another long vowel, sound less alike."""
    assert alike(one, other) < 0.88


@pytest.mark.parametrize(
    ("letter", "habit"), [("č", "sr"), ("ç", "tr"), ("ł", "pl")], ids=["sr", "tr", "pl"]
)
def test_a_letter_of_one_habit_settles_it(letter: str, habit: str) -> None:
    """What only one habit writes leaves the other letters of the word no other habit's value."""
    settled = readings(f"{letter}aj")[0].sounds[-1]
    assert "~" not in settled, habit


def test_tables_speak_of_known_sounds() -> None:
    """No table names a sound that another does not know."""
    sounds = set(CLASSES) | set("aeiouAIUyhw?-")
    cells = [cell for line in LATIN.strip().split("\n") for cell in line.split()[1:]]
    assert {sound for cell in cells for sound in cell.split(":")[1]} <= sounds | {",", "+"}
    assert set("".join(APART.split()[::2])) <= sounds


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_words(one: str, other: str) -> None:
    """Any two texts have keys and a likeness, the same whichever comes first."""
    assert 0 <= alike(one, other) <= 1
    assert alike(one, other) == pytest.approx(alike(other, one))
    assert len(sound_keys(one)) >= 1
