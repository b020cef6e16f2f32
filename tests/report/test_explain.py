"""Decisions told to people."""

from __future__ import annotations

import pytest

from normalize.model import Reason, Step
from normalize.report.explain import SENTENCES, decisions, explain, sentence
from tests.conftest import normalizer_for

TEXT = "Abbas Araghchi met Bachar al-Assad.\nThen Arakci left; Golani, an LNA man, stayed."


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_a_sentence(reason: Reason) -> None:
    """Each member of the vocabulary is told in words of its own."""
    assert sentence(Step(reason, "this")).endswith(" (this)")
    assert list(SENTENCES.values()).count(SENTENCES[reason]) == 1


def test_there_is_no_sentence_too_many() -> None:
    """Reasons that went have no sentence left."""
    assert set(SENTENCES) == set(Reason)


def test_every_decision_is_told() -> None:
    """What is right, what changes and what is left alone stand in text order, with reasons."""
    result = normalizer_for({}).normalize(TEXT)
    lines = [" ".join(line.split()) for line in explain(TEXT, result)]
    assert lines[:6] == [
        "1:1 already right Abbas Araghchi abbas-araghchi canonical 1.00",
        "1:20 changed Bachar al-Assad -> Bashar al-Assad bashar-al-assad variant 1.00",
        "the lexicon lists this spelling (Bachar al-Assad)",
        "2:6 changed Arakci -> Araghchi abbas-araghchi short 0.90",
        "the lexicon lists this spelling (Arakči)",
        "it is a spelling of the lexicon but for capitals, accents or hyphens (Arakči)",
    ]


def test_each_mention_is_told_once() -> None:
    """A mention that an edit covers, article and all, is not told again."""
    result = normalizer_for({}).normalize(TEXT)
    told = decisions(TEXT, result)
    ends = [finding.end.offset for finding in told]
    assert ends == sorted(ends)
    assert len(told) == len({finding.start for finding in told})


@pytest.mark.parametrize("column", [6, 11])
def test_a_place_asks_for_one_decision(column: int) -> None:
    """Any place inside a name asks for what was decided about it."""
    result = normalizer_for({}).normalize(TEXT)
    lines = list(explain(TEXT, result, (2, column)))
    assert lines[0].startswith("2:6  changed  Arakci -> Araghchi")
    assert not any(line.startswith("1:") for line in lines)


def test_a_place_without_a_name() -> None:
    """Where there is no name, that is said."""
    result = normalizer_for({}).normalize(TEXT)
    assert list(explain(TEXT, result, (9, 9))) == ["no name of the lexicon was found at 9:9"]
    assert list(explain("", normalizer_for({}).normalize(""))) == [
        "no name of the lexicon was found"
    ]
