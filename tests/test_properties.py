"""What holds for every text: nothing raises, nothing outside an edit changes, twice is once."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from normalize.options import option_values
from normalize.text.edits import apply_edits, undo_edits
from tests.conftest import normalizer_for
from tests.strategies import texts

options = st.fixed_dictionaries(
    {}, optional={name: st.sampled_from(values) for name, values in option_values().items()}
)
languages = st.sampled_from([None, "en", "sr", "sr-Latn", "sr-Cyrl", "ar", "fa", "ckb"])


@settings(max_examples=500, deadline=None)
@given(texts, options, languages)
def test_edits_account_for_every_change(
    text: str, options: dict[str, str], lang: str | None
) -> None:
    """The result follows from the edits, the original from both, and mentions are its spans."""
    result = normalizer_for(options).normalize(text, lang)
    assert apply_edits(text, result.edits) == result.text
    assert undo_edits(result.text, result.edits) == text
    for span in (*result.mentions, *result.edits, *result.suggestions):
        there = span.text if hasattr(span, "text") else span.before
        assert text[span.start : span.end] == there
        assert 0 <= span.confidence <= 1


@settings(max_examples=1000, deadline=None)
@given(texts, options)
@example("Iraq PMF PMF", {})
@example("PMF\n\nIraq PMF. PMF's.", {})
@example("عباس عراقچیc", {"target": "en"})
@example("(PMF)National Mobilization ForcesPMU(PMF)", {})
@example("Popular Mobilization Forces aka Abbas Araqchi", {"target": "sr-Latn"})
def test_a_second_run_changes_nothing(text: str, options: dict[str, str]) -> None:
    """What was written is recognised as it stands, whatever the options."""
    normalizer = normalizer_for(options)
    once = normalizer.normalize(text).text
    assert normalizer.normalize(once).text == once


@settings(max_examples=200, deadline=None)
@given(texts)
def test_find_reports_what_normalize_reports(text: str) -> None:
    """The mentions are the same, whether or not anything is rewritten."""
    normalizer = normalizer_for({})
    assert tuple(normalizer.find(text)) == normalizer.normalize(text).mentions


@pytest.mark.parametrize("jobs", [1, 2])
def test_many_texts_come_back_in_order(jobs: int) -> None:
    """However many processes work on them, the results are those of one text after another."""
    normalizer = normalizer_for({})
    texts = [f"Abbas Araqchi said {number}." for number in range(300)]
    results = list(normalizer.normalize_many(iter(texts), jobs=jobs))
    assert results == [normalizer.normalize(text) for text in texts]
