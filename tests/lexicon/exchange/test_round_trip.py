"""What is written in another format comes back as what the format can hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from normalize.lexicon.exchange.fields import write_lexicon
from normalize.lexicon.exchange.formats import FORMATS, describe_losses, import_entries
from normalize.lexicon.exchange.sorting import sort_out
from normalize.lexicon.exchange.spellings import searched_spellings
from normalize.lexicon.load import load_entries
from normalize.model import Entry
from normalize.normalizer import shipped_lexicons
from tests.lexicon.exchange.consumers import needs
from tests.lexicon.exchange.strategies import lexicons, sound_entries

WRITTEN = [name for name, form in FORMATS.items() if form.write]
every_format = pytest.mark.parametrize("form", WRITTEN)
# The filter for sound entries throws many away.
patient = settings(
    max_examples=25,
    phases=[Phase.explicit, Phase.generate],
    deadline=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)


def written(entries: Iterable[Entry], form: str) -> bytes:
    """Return entries in a format."""
    writer = FORMATS[form].write
    assert writer is not None
    return "".join(writer(entries)).encode()


def read(data: bytes, form: str) -> list[Entry]:
    """Return the entries of a file, without their places."""
    imported = import_entries(BytesIO(data), Path("file"), form)
    assert imported.left_out == ()
    return [replace(entry, at=None) for entry in imported.entries]


def kept(entry: Entry, form: str) -> Entry | None:
    """Return what a format holds of an entry."""
    keeper = FORMATS[form].kept
    assert keeper is not None
    return keeper(entry)


@lru_cache(maxsize=1)
def shipped() -> tuple[Entry, ...]:
    """Return the shipped entries without their places."""
    return tuple(replace(entry, at=None) for entry in load_entries([shipped_lexicons()]))


def expected(entries: Iterable[Entry], form: str) -> list[Entry]:
    """Return what must come back; what has one spelling only has no synonyms."""
    if form == "synonyms":
        entries = [entry for entry in entries if len(searched_spellings(entry)) > 1]
    left = [entry for each in entries if (entry := kept(each, form))]
    return sorted(left, key=lambda entry: entry.id) if form == "skos" else left


@every_format
@given(entries=lexicons)
@patient
def test_what_a_format_holds_comes_back(form: str, entries: list[Entry]) -> None:
    """Reading what was written is the identity, but for what the format says that it drops."""
    needs("rdflib")
    back = read(written(entries, form), form)
    if form == "synonyms":
        back = [replace(entry, id="") for entry in back]
    assert back == expected(entries, form)


@every_format
@given(entry=sound_entries)
@patient
def test_nothing_more_is_lost_the_second_time(form: str, entry: Entry) -> None:
    """What a format holds, it holds for good."""
    once = kept(entry, form)
    if once is not None:
        assert kept(once, form) == once


@given(entries=lexicons)
@patient
def test_a_table_holds_everything(entries: list[Entry]) -> None:
    """CSV and TSV lose nothing at all."""
    assert read(written(entries, "csv"), "csv") == entries == read(written(entries, "tsv"), "tsv")


@given(entries=st.lists(sound_entries, min_size=1, max_size=3, unique_by=lambda e: e.id))
@patient
def test_a_lexicon_file_holds_everything(
    entries: list[Entry], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """What an import writes is what the loader reads."""
    path = tmp_path_factory.mktemp("lexicon") / "a.yaml"
    path.write_text("".join(write_lexicon(entries)), encoding="utf-8")
    loaded = [replace(entry, at=None) for entry in load_entries([path])]
    assert loaded == sorted(entries, key=lambda entry: entry.id)


@every_format
def test_the_shipped_lexicons_say_nothing_new_to_themselves(form: str) -> None:
    """Exported and imported again, all shipped entries are equal to what they were."""
    needs("rdflib")
    # Synonyms have no ids: of two entries with one English name it can't be told which is meant.
    entries = bearing_a_name_alone(shipped()) if form == "synonyms" else shipped()
    imported = import_entries(BytesIO(written(entries, form)), Path("file"), form)
    found = sort_out(imported.entries, entries)
    assert (found.new, found.conflicts) == ((), ())
    assert len(found.equal) == len(expected(entries, form)) > 0


def bearing_a_name_alone(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return the entries with whose English name no other is listed."""
    bearers = Counter(
        name.casefold()
        for entry in entries
        for name in {entry.names["en"], *(variant.text for variant in entry.variants)}
    )
    return tuple(entry for entry in entries if bearers[entry.names["en"].casefold()] == 1)


def test_losses_are_told() -> None:
    """Each format says which fields it drops, and where only the spelling is left."""
    told = {form: describe_losses(shipped(), form) for form in WRITTEN}
    assert told["csv"] == told["tsv"] == []
    for form in ("tbx", "skos", "synonyms", "spacy", "ftm"):
        assert [line for line in told[form] if line.startswith("tests (")]
    assert [line for line in told["spacy"] if line.startswith("names: all but the spelling (")]
    assert told["ftm"][0].startswith("entries that are neither people nor organisations (")
