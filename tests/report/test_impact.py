"""What a change of the lexicon changes in texts, place by place."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.model import Edit, Kind, Reason, Step, Suggestion
from normalize.report.impact import (
    Effect,
    Outcome,
    find_ambiguities,
    find_differences,
    sum_up,
)
from normalize.report.impact_pages import Impact, impact_lines, impact_markdown, impact_to_dict
from normalize.text.edits import apply_edits

TEXT = "Alepo fell.\nHoms and Alepo | fell; Damask did not.\n"


def edit(before: str, after: str, entry: str, nth: int = 0) -> Edit:
    """Return an edit of a word of the text."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(before, start + 1)
    return Edit(start, start + len(before), before, after, entry, Kind.VARIANT, 1.0, ())


def outcome(*edits: Edit) -> Outcome:
    """Return the outcome of edits alone."""
    return Outcome(edits, ())


ALEPPO = edit("Alepo", "Aleppo", "aleppo")
AGAIN = edit("Alepo", "Aleppo", "aleppo", 1)
HOMS = edit("Homs", "Hims", "homs")


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ([ALEPPO], [ALEPPO], []),
        ([ALEPPO], [edit("Alepo", "Aleppo", "another")], []),
        ([], [ALEPPO], [(1, "aleppo", Effect.NEW, "Alepo", "Aleppo")]),
        ([ALEPPO], [], [(1, "aleppo", Effect.GONE, "Aleppo", "Alepo")]),
        (
            [ALEPPO],
            [edit("Alepo", "Halab", "halab")],
            [(1, "halab", Effect.OTHER, "Aleppo", "Halab")],
        ),
        (
            [HOMS, AGAIN],
            [edit("Homs and Alepo", "Two cities", "cities")],
            [(2, "cities", Effect.OTHER, "Hims and Aleppo", "Two cities")],
        ),
        (
            [AGAIN],
            [HOMS, AGAIN],
            [(2, "homs", Effect.NEW, "Homs", "Hims")],
        ),
    ],
)
def test_places_that_come_out_differently_are_found(
    old: list[Edit], new: list[Edit], found: list[Any]
) -> None:
    """A place is told with what it came to and comes to, and whose it is now."""
    differences = find_differences("a.txt", TEXT, outcome(*old), outcome(*new))
    assert [(d.at.line, d.entry, d.effect, d.before, d.after) for d in differences] == found


SPANS = st.lists(st.tuples(st.integers(0, 9), st.sampled_from("xy"), st.integers(1, 3)), max_size=4)


def edits_of(text: str, spans: list[tuple[int, str, int]]) -> list[Edit]:
    """Return edits that do not overlap."""
    made: list[Edit] = []
    for start, after, length in sorted(spans):
        end = min(start + length, len(text))
        if not made or start >= made[-1].end:
            made.append(Edit(start, end, text[start:end], after, "e", Kind.VARIANT, 1.0, ()))
    return made


@given(SPANS, SPANS)
def test_differences_are_all_there_is(
    one: list[tuple[int, str, int]], other: list[tuple[int, str, int]]
) -> None:
    """Where the texts differ something is told, and where nothing is told they are the same."""
    text = "0123456789"
    old, new = edits_of(text, one), edits_of(text, other)
    told = list(find_differences("a", text, outcome(*old), outcome(*new)))
    if apply_edits(text, old) != apply_edits(text, new):
        assert told
    for each in told:
        assert each.before != each.after


def test_what_was_relied_on_weighs_most() -> None:
    """Entries whose texts come out otherwise stand before those that are only new."""
    old = outcome(HOMS)
    new = outcome(ALEPPO, AGAIN, edit("Homs", "Homsk", "homs"))
    impacts = sum_up(find_differences("a.txt", TEXT, old, new))
    assert [(each.entry, dict(each.effects)) for each in impacts] == [
        ("homs", {Effect.OTHER: 1}),
        ("aleppo", {Effect.NEW: 2}),
    ]
    ((example, times),) = impacts[1].examples
    assert (example.before, example.after, times) == ("Alepo", "Aleppo", 2)


def ambiguous(start: int) -> Suggestion:
    """Return a place that two entries claim."""
    held = Step(Reason.AMBIGUOUS, "")
    text = TEXT[start : start + 5]
    return Suggestion(start, start + 5, text, text, ("a", "b"), Kind.SHORT, 0.5, (), held)


def impact() -> Impact:
    """Return the impact of a change on the text."""
    old, new = outcome(), Outcome([AGAIN], [ambiguous(0)])
    doubts = list(find_ambiguities("a.txt", TEXT, old, new))
    return Impact(3, 1, sum_up(find_differences("a.txt", TEXT, old, new)), doubts)


def test_only_new_ambiguities_are_told() -> None:
    """What was ambiguous before is no news."""
    old, new = Outcome([], [ambiguous(0)]), Outcome([], [ambiguous(0), ambiguous(21)])
    (found,) = find_ambiguities("a.txt", TEXT, old, new)
    assert (found.at.line, found.text, found.entries) == (2, "Alepo", ("a", "b"))


def test_a_page_to_read() -> None:
    """Each example has its place, and its line before and after."""
    assert list(impact_lines(impact())) == [
        "1 place comes out differently, in 1 of 3 files",
        "",
        "aleppo: 1 rewritten now",
        "  1 ×  a.txt:2:10",
        "      - Alepo fell.\\nHoms and Alepo | fell; Damask did not.\\n",
        "      + Alepo fell.\\nHoms and Aleppo | fell; Damask did not.\\n",
        "",
        "Ambiguous from now on: 1",
        "  a.txt:1:1  a | b",
        "        Alepo fell.\\nHoms and Alepo | fell; Damask did",
    ]
    assert list(impact_lines(Impact(1, 0, [], []))) == ["Nothing comes out differently in 1 file"]


def test_a_page_for_a_pull_request() -> None:
    """What would be markup of a table is none."""
    page = list(impact_markdown(impact()))
    assert page[0] == "**1 place comes out differently, in 1 of 3 files**"
    assert page[2] == "### `aleppo`: 1 rewritten now"
    assert page[6].startswith("| 1 | a.txt:2:10 | Alepo fell.\\\\nHoms and **Alepo** \\| fell; ")
    assert page[-1].endswith(" | `a`, `b` |")


def test_data_for_programs() -> None:
    """Counts of each effect are there, even where there are none."""
    plain = impact_to_dict(impact())
    (entry,) = plain["entries"]
    assert [entry[key] for key in ("entry", "places", "other", "gone", "new")] == [
        *("aleppo", 1, 0, 0, 1)
    ]
    assert [plain["ambiguous"][0][key] for key in ("line", "text", "entries")] == [
        *(1, "Alepo", ["a", "b"])
    ]
