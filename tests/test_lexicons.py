"""The shipped lexicons, entry by entry."""

from __future__ import annotations

from collections import defaultdict

import pytest

from normalize import Normalizer
from normalize.audit.lint import lint
from normalize.lexicon.codes import Code
from normalize.model import Entry
from normalize.normalizer import shipped_lexicons
from tests.quality.data import find_data

NORMALIZER = Normalizer.load()
ENTRIES = list(NORMALIZER.lexicon.entries.values())
FINDINGS = lint([shipped_lexicons()])
PROBLEMS = defaultdict(list)
for each in FINDINGS.problems:
    PROBLEMS[each.entry].append(str(each))

every_entry = pytest.mark.parametrize("entry", ENTRIES, ids=[entry.id for entry in ENTRIES])


@every_entry
def test_an_entry_breaks_no_rule(entry: Entry) -> None:
    """`normalize lexicon lint` has nothing to say about it."""
    assert PROBLEMS[entry.id] == []


def test_all_entries_are_judged() -> None:
    """No entry is passed over, and no problem belongs to none."""
    assert FINDINGS.entries == len(ENTRIES) > 0
    assert set(PROBLEMS) <= {entry.id for entry in ENTRIES}


@every_entry
def test_an_entry_passes_its_own_tests(entry: Entry) -> None:
    """What the editor wrote beside the entry is what happens."""
    for test in entry.tests:
        assert NORMALIZER.normalize(test.text, test.lang).text == test.expected


def test_no_name_is_an_ordinary_phrase() -> None:
    """News in three languages writes no name of several words small."""
    news = sorted(find_data().glob("*_news.txt"))
    if not news:
        pytest.skip("the evaluation data is not beside this checkout")
    found = lint([shipped_lexicons()], texts=[path.read_text(encoding="utf-8") for path in news])
    assert [str(p) for p in found.problems if p.code == Code.PHRASE] == []
