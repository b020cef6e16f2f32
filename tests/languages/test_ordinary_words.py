"""The table of ordinary words, and what it is for."""

from __future__ import annotations

from normalize.languages.declension.tables import ordinary_words, tables
from normalize.languages.serbian import may_be_word


def test_the_words_are_small_latin_and_known_once() -> None:
    """The table holds plain words only, enough of them for short names that nobody listed."""
    words = ordinary_words()
    assert len(words) > 10_000
    assert all(word.isalpha() and word.islower() and word[0] < "а" for word in words)


def test_the_traps_are_words() -> None:
    """What reads like a name at the start of a sentence is known, in either script."""
    traps = "Zora Sada Trampa Šare Beri Rake Kaca Baraka Nada Mina Meka Hana Kom Sur Kan Raka"
    assert all(map(may_be_word, traps.split()))
    assert may_be_word("Шаре")
    assert not may_be_word("Nasralaha")
    assert not may_be_word("NATO")


def test_a_canonical_name_is_a_word_only_by_an_editors_hand() -> None:
    """The dictionary has `kina` and `hamas`, which are no words."""
    assert not may_be_word("Kina", canonical=True)
    assert may_be_word("Meka", canonical=True)
    assert "meka" in tables().ordinary_names
