"""Acronyms that texts define, and what only looks like a definition."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.mining.acronyms import find_definitions

DEFINED = {
    "Relief came from the Northern Harvest Fund (NHF).": ("NHF", "Northern Harvest Fund"),
    "NHF (the Northern Harvest Fund) paid.": ("NHF", "Northern Harvest Fund"),
    "the Office of Coastal Affairs (“OCA”) said": ("OCA", "Office of Coastal Affairs"),
    "The Fund for Women (hereinafter referred to as “FW”)": ("FW", "Fund for Women"),
    "They found polished river stones (PRSs).": ("PRSs", "polished river stones"),
    "UN-Trees, or the United Nations Entity for Trees (UN-Trees)": (
        "UN-Trees",
        "United Nations Entity for Trees",
    ),
    "Vest je objavila Nova agencija za more (NAM).": ("NAM", "Nova agencija za more"),
}
NOT_DEFINED = (
    "He was born there (see above).",
    "The fourth chapter (IV) of it.",
    "In the second year (2011) it ended.",
    "Omar Dayan (Left) was there.",
    "They consult with the Board (CB) rarely.",
    "The bank (XYZ) failed.",
)


@pytest.mark.parametrize(("text", "pair"), DEFINED.items(), ids=[p[0] for p in DEFINED.values()])
def test_definition_is_found(text: str, pair: tuple[str, str]) -> None:
    """Both orders, quotation marks and introducing words are seen through."""
    assert [(found.short, found.long) for found in find_definitions(text)] == [pair]


@pytest.mark.parametrize("text", NOT_DEFINED)
def test_what_is_no_definition_is_left(text: str) -> None:
    """Brackets hold many other things, whose letters do not begin the words before them."""
    assert list(find_definitions(text)) == []


@given(st.text(alphabet="ABab (),.'\n-ČЖ1ع", max_size=80))
def test_spans_say_what_they_hold(text: str) -> None:
    """Any text is taken, and what is found stands where it is said to."""
    for found in find_definitions(text):
        assert text.startswith(found.short, found.short_start)
        assert text.startswith(found.long, found.long_start)
