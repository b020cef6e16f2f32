"""Names compared: pairs of data, and what holds for every pair."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from normalize.matching.compare import DEFAULT_THRESHOLD, compare
from normalize.model import Reason
from tests.conftest import CASES

SAME = yaml.safe_load((CASES / "compare" / "same.yaml").read_text(encoding="utf-8"))
DIFFERENT = yaml.safe_load((CASES / "compare" / "different.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("one", "other", "why"), SAME)
def test_one_name(one: str, other: str, why: str) -> None:
    """Spellings of one name pass the default threshold."""
    assert compare(one, other).score >= DEFAULT_THRESHOLD, why


@pytest.mark.parametrize(("one", "other", "why"), DIFFERENT)
def test_two_names(one: str, other: str, why: str) -> None:
    """Names of different people stay below the default threshold."""
    assert compare(one, other).score < DEFAULT_THRESHOLD, why


@pytest.mark.parametrize(("one", "other", "why"), SAME + DIFFERENT)
def test_order_of_the_two_hardly_matters(one: str, other: str, why: str) -> None:
    """Which name comes first does not decide."""
    passes = [compare(*pair).score >= DEFAULT_THRESHOLD for pair in ((one, other), (other, one))]
    assert passes[0] == passes[1], why


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Khalid Haddad", "Halid Hadad", Reason.SOUNDS_ALIKE),
        ("Khalid Haddad", "Halida Hadada", Reason.UNDECLINED),
        ("Haddadin Zubair", "Zubair Haddadin", Reason.TURNED_ROUND),
        ("Muhammad Ali", "Muhammad Salih", Reason.ONLY_COMMON),
        ("Khalid Samir Haddad", "Khalid Haddad", Reason.PART_MISSING),
        ("Nabil Samir Haddad", "Samir Haddad", Reason.GIVEN_MISSING),
        ("Arslan Tariqi", "Arslan Tariqi Haddad", Reason.FAMILY_MISSING),
        ("Khalid Samir Haddad", "Khalid Nabil Haddad", Reason.PART_DIFFERS),
        ("Khalid Haddad", "Samir Haddad", Reason.GIVEN_DIFFERS),
        ("Arslan Haddad", "Arslan Tariqi", Reason.FAMILY_DIFFERS),
        ("Khalid Haddad", "Zoran Petrov", Reason.NOTHING_SHARED),
    ],
)
def test_reasons(one: str, other: str, expected: Reason) -> None:
    """What speaks for or against a pair is told."""
    assert expected in [step.reason for step in compare(one, other).why]


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text(one: str, other: str) -> None:
    """Any two texts get a score and a reason, whatever they hold."""
    comparison = compare(one, other)
    assert 0 <= comparison.score <= 1


@pytest.mark.parametrize("name", ["Khalid Haddad", "خالد حداد", "Халид Хадад", "Lawrenceburg"])
def test_a_name_is_itself(name: str) -> None:
    """A name compared with itself passes."""
    assert compare(name, name).score > DEFAULT_THRESHOLD
