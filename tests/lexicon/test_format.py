"""Lexicon files put in order."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.errors import DocumentError
from normalize.lexicon.format import format_lexicon
from normalize.normalizer import shipped_lexicons

FILES = sorted(shipped_lexicons().rglob("*.yaml"))

ODD = """\
# yaml-language-server: $schema=lexicon.schema.json

version: 1
entries:   # all of them
# about Zakho
-   id: zakho
    type:   place    # a town
    names: {en: Zakho,   ar: "زاخو"}
    # other spellings
    variants:
       - Zaxo\x20\x20
       - {text: Zakhu, fix: suggest,
          reason: "so: there"}
    note: |
        Two
          lines.
    tests:
    -   [Zaxo, Zakho]
# --- further south


# about Erbil
-   id: erbil
    type: place
    names:
        en: Erbil
        tr: 'Erbil'

# the end
"""
ORDERLY = """\
# yaml-language-server: $schema=lexicon.schema.json

version: 1
entries:   # all of them
  # --- further south


  # about Erbil
  - id: erbil
    type: place
    names:
      en: Erbil
      tr: 'Erbil'

  # about Zakho
  - id: zakho
    type: place      # a town
    names: {en: Zakho, ar: "زاخو"}
    # other spellings
    variants:
      - Zaxo
      - {text: Zakhu, fix: suggest, reason: "so: there"}
    note: |
      Two
        lines.
    tests:
      - [Zaxo, Zakho]

# the end
"""


def test_a_file_is_put_in_order() -> None:
    """Entries are sorted and indented alike; comments go with what they stand above."""
    assert format_lexicon(ODD) == ORDERLY


def test_what_is_in_order_stays() -> None:
    """Formatting the result changes nothing."""
    assert format_lexicon(ORDERLY) == ORDERLY


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_line_breaks_stay(newline: str) -> None:
    """A file of another platform stays one."""
    assert format_lexicon(ODD.replace("\n", newline)) == ORDERLY.replace("\n", newline)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_shipped_files_are_in_order(path: Path) -> None:
    """The shipped files are the model of the format."""
    text = path.read_text(encoding="utf-8")
    assert format_lexicon(text) == text


@given(st.sampled_from(FILES), st.randoms(use_true_random=False))
def test_any_order_comes_to_the_same(path: Path, chance: random.Random) -> None:
    """However the entries of a file were shuffled, they end where their ids say."""
    text = path.read_text(encoding="utf-8")
    head, *entries = text.rstrip("\n").split("  - id: ")
    chance.shuffle(entries)
    shuffled = head + "".join(f"  - id: {entry.rstrip()}\n" for entry in entries)
    assert format_lexicon(shuffled) == text


@pytest.mark.parametrize(
    "text",
    [
        "version: 1\nentries: []\n",
        "version: 1\nentries: [{id: b, type: place}, {id: a, type: place}]\n",
        "{version: 1, entries: [{id: a, type: place}]}\n",
        "entries:\n  - id: a\n    type: place\n\nversion: 1\n",
    ],
)
def test_other_styles_are_left_alone(text: str) -> None:
    """What is no list with an entry below the other has no order to be put in."""
    assert format_lexicon(text) == text


def test_what_would_change_is_refused() -> None:
    """Nothing is returned that says something else than the file did."""
    text = "version: 1\nentries:\n  - id: a\n    note: |+\n      Text.\n\n\n  - id: b\n"
    with pytest.raises(DocumentError, match="left alone"):
        format_lexicon(text)
