"""What the tests share: the cases that are data, and the lexicon they are written for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from hypothesis import settings

from normalize import Normalizer

# The same examples every time, so that a failure is always of the change at hand; with
# EXPLORE=1 new ones, to look for what nobody thought of.
settings.register_profile("same", derandomize=True)
settings.register_profile("new", max_examples=2000, deadline=None)
settings.load_profile("new" if os.environ.get("EXPLORE") else "same")

CASES = Path(__file__).parent / "cases"
LEXICON = CASES / "lexicon.yaml"


class Case(NamedTuple):
    """A text with the edits that are expected of it, and perhaps the suggestions."""

    name: str
    text: str
    edits: list[list[str]]
    suggestions: list[list[str]] | None
    options: dict[str, str]
    lang: str | None
    nth: list[int]


def read_cases(folder: str) -> Iterator[Case]:
    """Yield the cases of a folder of `tests/cases`."""
    for path in sorted((CASES / folder).rglob("*.yaml")):
        for record in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield _case(path, record)


def _case(path: Path, record: dict[str, Any]) -> Case:
    known = {"label", "text", "edits", "suggestions", "options", "lang", "nth", "comment"}
    assert set(record) <= known, f"{path}: {record['label']}: unknown {set(record) - known}"
    return Case(
        f"{path.stem}: {record['label']}",
        record["text"],
        record["edits"],
        record.get("suggestions"),
        record.get("options", {}),
        record.get("lang"),
        record.get("nth", []),
    )


@lru_cache(maxsize=32)
def _normalizer(options: tuple[tuple[str, str], ...]) -> Normalizer:
    return Normalizer.load(LEXICON, **dict(options))


def normalizer_for(options: dict[str, str]) -> Normalizer:
    """Return a normalizer of the cases' lexicon, made once for each set of options."""
    return _normalizer(tuple(sorted(options.items())))
