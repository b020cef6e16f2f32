"""The one definition: the kept JSON Schema, and its agreement with the loader.

Agreement is about structure. JSON Schema never sees duplicate keys or ids, what is required
once layers are merged, how a number or a yes/no was spelled, line breaks, or what is wrong with
the characters of a name; `test_load` holds the loader to those.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from normalize.languages.declension import tables
from normalize.lexicon.json_schema import json_schema
from normalize.lexicon.nodes import Complaint, UnreadableError
from normalize.lexicon.read import read_entries
from normalize.lexicon.schema import (
    CASES,
    ENTRY,
    FILE,
    LANGUAGES,
    PATTERNS,
    Either,
    ListOf,
)
from normalize.model import Entry, EntryTest, Variant

KEPT = Path(__file__).parents[2] / "lexicons" / "lexicon.schema.json"
VALIDATOR = Draft7Validator(json_schema())

Steps = tuple[str | int, ...]

FULL: dict[str, Any] = {
    "version": 1,
    "entries": [
        {
            "id": "abbas-araghchi",
            "type": "person",
            "names": {"en": "Abbas Araghchi", "sr": "Abas Arakči", "ar": "عباس عراقجي"},
            "short": {"en": "Araghchi"},
            "acronyms": {"sr-Latn": "AA", "sr-Cyrl": "АА"},
            "variants": [
                "Abbas Araqchi",
                {"text": "Aragči", "lang": "sr", "fix": "suggest", "reason": "surname alone"},
                {"text": "A.A.", "acronym": True, "fix": "apply"},
            ],
            "never": ["Arak", False],
            "context": ["Iran", 1979],
            "well_known": False,
            "gender": "m",
            "declension": {"gen": "Arakčija", "type": "i"},
            "exonym": True,
            "irregular": {"transcription": "as the press writes"},
            "wikidata": "Q302389",
            "source": "https://example.org/",
            "note": "A note.",
            "tests": [
                ["Araqchi's visit", "Araghchi's visit"],
                {"text": "Aragči", "expected": "Arakči", "lang": "sr-Latn"},
            ],
        },
        {"id": 1979, "names": {"en": 1979, "fa": 1.5, "he": True}},
    ],
}


def is_accepted(document: Any) -> bool:
    """Tell whether the loader accepts the structure of a document, written as YAML's JSON part."""
    complaints: list[Complaint] = []
    try:
        for _ in read_entries(json.dumps(document, ensure_ascii=False), complaints):
            pass
    except UnreadableError:
        return False
    return not complaints


def steps_of(value: Any, steps: Steps = ()) -> Iterator[Steps]:
    """Yield the way to every value of a document."""
    yield steps
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield from steps_of(value[key], (*steps, key))


def changed(document: Any, steps: Steps, change: str, value: Any, key: str) -> Any:
    """Return the document with one value replaced, deleted, or given under another key."""
    if not steps:
        return value
    document = copy.deepcopy(document)
    parent = document
    for step in steps[:-1]:
        parent = parent[step]
    last = steps[-1]
    if change == "replace":
        parent[last] = value
    elif isinstance(parent, list):
        parent[last:] = [] if change == "delete" else [*parent[last:], value]
    else:
        kept = parent.pop(last)
        if change == "rename":
            parent[key] = kept
    return document


KEYS = sorted(
    {
        *ENTRY.fields,
        *FILE.fields,
        *LANGUAGES,
        "text",
        "lang",
        "fix",
        "acronym",
        "reason",
        "expected",
    }
)
VISIBLE = st.characters(exclude_categories=["C", "Zl", "Zp"])
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-10, 3000),
    st.sampled_from([0.5, -1.5, 1.25]),  # a whole one would lose its point on the way
    st.text(VISIBLE, max_size=12),
    st.sampled_from(
        ["", "a", "A", "a-b", "a--b", "Q1", "m", "sr", "suggest", "apply", "null", "true"]
    ),
    st.sampled_from(["x" * 300, "x" * 301, "x" * 4000, "x" * 4001]),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KEYS) | st.text(VISIBLE, max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)
CHANGES = st.tuples(
    st.integers(0, 10_000), st.sampled_from(["replace", "delete", "rename"]), VALUES,
    st.sampled_from(KEYS) | st.text(VISIBLE, max_size=5),
)  # fmt: skip


def test_the_kept_schema_is_the_generated_one() -> None:
    """Editors get what the loader checks; `normalize lexicon schema` writes it anew."""
    assert json.loads(KEPT.read_text(encoding="utf-8")) == json_schema()


def test_the_schema_is_one() -> None:
    """The schema is valid by its own standard."""
    Draft7Validator.check_schema(json_schema())


@pytest.mark.parametrize(
    ("record", "made", "apart"),
    [
        (ENTRY, Entry, {"at"}),
        (ENTRY.fields["variants"].kind, Variant, set()),
        (ENTRY.fields["tests"].kind, EntryTest, set()),
    ],
)
def test_definition_and_model_have_the_same_fields(
    record: Any, made: type, apart: set[str]
) -> None:
    """Whatever a file can say has its place in the model, and the reverse."""
    if isinstance(record, ListOf) and isinstance(record.item, Either):
        record = record.item.record
    assert set(record.fields) | apart == {field.name for field in fields(made)}


def test_every_key_is_explained() -> None:
    """An editor who hovers over a key reads a sentence about it."""

    def sentences(schema: Any) -> Iterator[str | None]:
        if isinstance(schema, dict):
            for field in schema.get("properties", {}).values():
                yield field.get("description")
            for key, inner in schema.items():
                yield from () if key == "if" else sentences(inner)
        elif isinstance(schema, list):
            for inner in schema:
                yield from sentences(inner)

    said = list(sentences(json_schema()))
    assert len(said) > 50
    assert all(sentence and sentence[-1] == "." for sentence in said)


def test_examples_are_right() -> None:
    """Each example of the definition is accepted where it stands."""
    for name, field in ENTRY.fields.items():
        for example in field.examples:
            document = {"version": 1, "entries": [{"id": "a", name: example}]}
            assert is_accepted(document), name
            assert VALIDATOR.is_valid(document), name


def test_both_accept_everything_there_is() -> None:
    """A document that uses every field is accepted on both sides."""
    assert is_accepted(FULL)
    assert list(VALIDATOR.iter_errors(FULL)) == []
    assert set(FULL["entries"][0]) == set(ENTRY.fields)


def test_both_say_the_same_of_every_small_change() -> None:
    """Each value replaced by one of each sort, deleted or renamed gets the same answer."""
    values: list[Any] = [None, True, 0, -1, 1, 1.5, "", "a", "A b", "Q7", "m", [], {}, ["a", "b"]]
    for steps in steps_of(FULL):
        for value in values:
            document = changed(FULL, steps, "replace", value, "")
            assert is_accepted(document) == VALIDATOR.is_valid(document), (steps, value)
        for change, key in [("delete", ""), ("rename", "text"), ("rename", "sr-Latn")]:
            document = changed(FULL, steps, change, "x", key)
            assert is_accepted(document) == VALIDATOR.is_valid(document), (steps, change, key)


@settings(max_examples=400, deadline=None)
@given(changes=st.lists(CHANGES, min_size=1, max_size=3))
def test_both_say_the_same_of_any_change(
    changes: list[tuple[int, str, Any, str]],
) -> None:
    """Documents changed at random are accepted by both or by neither."""
    document: Any = FULL
    for number, change, value, key in changes:
        places = list(steps_of(document))
        document = changed(document, places[number % len(places)], change, value, key)
    assert is_accepted(document) == VALIDATOR.is_valid(document)


def test_patterns_and_cases_are_those_of_the_declension() -> None:
    """What an entry may say of its declension is what the tables know, and nothing else."""
    known = tables.tables().patterns
    assert tuple(known) == PATTERNS
    cases = {case for pattern in known.values() for case in pattern.endings}
    assert cases | {"nom", "loc"} == set(CASES)
