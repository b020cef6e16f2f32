"""Typing errors: which words are one away, and what a single word must have to be taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from normalize import Normalizer
from normalize.matching.neighbours import Neighbours
from normalize.matching.sound_pairs import SoundPairs
from normalize.matching.typing_errors import cost_of, touches_ending
from normalize.model import Entry
from tests.conftest import normalizer_for

words = st.binary(min_size=1, max_size=6).map(lambda word: bytes(byte % 3 + 97 for byte in word))


@given(st.lists(words, unique=True, max_size=20), words)
def test_neighbours_are_those_that_comparing_all_finds(listed: list[bytes], asked: bytes) -> None:
    """The look-up by shorter words loses none and adds none."""
    expected = {word for word in listed if OSA.distance(asked, word) == 1}
    assert set(Neighbours(listed).near(asked)) == expected


def test_a_slip_costs_less_the_less_it_looks_like_a_name() -> None:
    """Letters exchanged, a letter doubled, the next key, another key, another vowel."""
    typed = ("hatfar", "hafttar", "hagtar", "hamtar", "haftor")
    assert [cost_of(word, "haftar") for word in typed] == [0.5, 0.6, 1.0, 1.5, 2.0]
    assert cost_of("saftar", "haftar") is None


@pytest.mark.parametrize(
    ("typed", "meant", "last", "expected"),
    [
        ("hezbolla", "hezbollah", True, False),
        ("reuter", "reuters", True, True),
        ("trumps", "trump", True, True),
        ("karima", "karim", False, True),
        ("araghchii", "araghchi", True, False),
    ],
)
def test_an_ending_is_no_error(typed: str, meant: str, last: bool, expected: bool) -> None:
    """But the letters that writers leave out at a word's end are."""
    assert touches_ending(typed, meant, case_letters=0, last=last) is expected


def test_a_word_near_two_entries_is_nobodys() -> None:
    """Between two names of which either may be meant there is no choosing."""
    entries = [
        Entry(id="one", type="place", names={"en": "Karbalan"}),
        Entry(id="other", type="place", names={"en": "Karbaran"}),
    ]
    normalizer = Normalizer.from_entries(entries, fuzzy="apply")
    assert normalizer.find("They came to Karbawan on Monday.", "en") == []
    assert len(Normalizer.from_entries(entries[:1]).find("They saw Krabalan then.", "en")) == 1


def test_a_word_of_another_name_is_no_error() -> None:
    """What the lexicon has anywhere is spelled as it is meant to be."""
    entries = [
        Entry(id="one", type="place", names={"en": "Karbalan"}),
        Entry(id="other", type="person", names={"en": "Ahmad Krabalan"}),
    ]
    normalizer = Normalizer.from_entries(entries, fuzzy="apply")
    assert normalizer.normalize("They saw Krabalan then.", "en").edits == ()


@pytest.mark.parametrize("fuzzy", ["suggest", "apply"])
def test_find_shows_the_kind_and_how_sure_it_is(fuzzy: str) -> None:
    """A misspelled name is a mention, whether or not it is rewritten."""
    (mention,) = normalizer_for({"fuzzy": fuzzy}).find("They said Araghcih was late.")
    assert (mention.text, mention.kind, mention.entry) == ("Araghcih", "fuzzy", "abbas-araghchi")
    assert 0.9 < mention.confidence < 1


def test_pairs_of_sounds_let_through_what_may_be_a_name() -> None:
    """Neighbours, parts with another between them, and words written as two."""
    pairs = SoundPairs(["Abdel Fattah al-Sisi", "Khalifa Haftar"])
    assert pairs.may_have("Kalifa", "Hefter")
    assert pairs.may_have("Abdelfatah", "Sisi")
    assert pairs.may_have("Halifom", "Haftarom")
    assert not pairs.may_have("Haftar", "Khalifa")
    assert not pairs.may_have("Khalifa", "Sisi")
