"""The shipped lexicons, entry by entry."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from normalize import Normalizer
from normalize.lexicon.forms import canonical_spellings
from normalize.normalizer import shipped_lexicons

NORMALIZER = Normalizer.load()
ENTRIES = list(NORMALIZER.lexicon.entries.values())
FILES = sorted(shipped_lexicons().rglob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_entries_are_sorted_by_id(path: Path) -> None:
    """An editor finds an entry where its id says, and two editors rarely meet on a line."""
    ids = [entry["id"] for entry in yaml.safe_load(path.read_text(encoding="utf-8"))["entries"]]
    assert all(one < other for one, other in pairwise(ids))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_an_entry_passes_its_own_tests(entry: object) -> None:
    """What the editor wrote beside the entry is what happens."""
    for test in entry.tests:  # type: ignore[attr-defined]
        assert NORMALIZER.normalize(test.text, test.lang).text == test.expected


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_canonical_names_come_out_as_themselves(entry: object) -> None:
    """In its own language, a canonical name is never rewritten, nor is an acronym of its own."""
    for (_, role, lang), text in canonical_spellings(entry):  # type: ignore[arg-type]
        if lang in ("en", "sr-Latn", "sr-Cyrl", "ar", "fa", "ckb") and role == "full":
            result = NORMALIZER.normalize(f"1, {text}", lang)
            assert result.text == f"1, {text}"
