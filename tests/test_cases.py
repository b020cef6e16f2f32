"""The rules of deciding and rendering, case by case from `tests/cases`."""

from __future__ import annotations

import json

import pytest

from normalize.text.edits import apply_edits, undo_edits
from tests.conftest import Case, normalizer_for, read_cases

FOLDERS = ("names", "acronyms", "places", "languages")
CASES = [case for folder in FOLDERS for case in read_cases(folder)]

every_case = pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])


@every_case
def test_a_text_gets_the_expected_edits(case: Case) -> None:
    """The edits are those of the case, and no others."""
    result = normalizer_for(case.options).normalize(case.text, case.lang)
    assert [[edit.before, edit.after] for edit in result.edits] == case.edits
    if case.suggestions is not None:
        found = [[s.before, str(s.why_not.reason)] for s in result.suggestions]
        assert found == case.suggestions


@every_case
def test_edits_are_made_where_the_case_says(case: Case) -> None:
    """Where one spelling stands several times, the edit is at the one that the case counts."""
    result = normalizer_for(case.options).normalize(case.text, case.lang)
    for edit, nth in zip(result.edits, case.nth, strict=bool(case.nth)):
        assert case.text[: edit.start].count(edit.before) == nth


@every_case
def test_a_second_run_changes_nothing(case: Case) -> None:
    """What was written is recognised as it stands."""
    normalizer = normalizer_for(case.options)
    once = normalizer.normalize(case.text, case.lang).text
    assert normalizer.normalize(once, case.lang).edits == ()


@every_case
def test_edits_replay_and_undo(case: Case) -> None:
    """The text follows from the edits, and the original from both."""
    result = normalizer_for(case.options).normalize(case.text, case.lang)
    assert apply_edits(case.text, result.edits) == result.text
    assert undo_edits(result.text, result.edits) == case.text


@every_case
def test_results_survive_json(case: Case) -> None:
    """A result is plain data once it is a dict."""
    plain = normalizer_for(case.options).normalize(case.text, case.lang).to_dict()
    assert json.loads(json.dumps(plain)) == plain


@every_case
def test_mentions_are_spans_of_the_text(case: Case) -> None:
    """Offsets are code points of the original text, in order and without overlap."""
    mentions = normalizer_for(case.options).find(case.text, case.lang)
    ends = 0
    for mention in mentions:
        assert mention.start >= ends
        assert case.text[mention.start : mention.end] == mention.text
        ends = mention.end
