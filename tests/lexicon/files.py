"""Lexicon files for the tests to write."""

from __future__ import annotations

from pathlib import Path

FULL = """\
version: 1
entries:
  - id: popular-mobilization-forces
    type: organisation
    names: {en: Popular Mobilization Forces, sr-Latn: Snage narodne mobilizacije, ar: الحشد الشعبي}
    short: {en: Mobilization}
    acronyms: {en: PMF}
    variants:
      - Hashd al-Shaabi
      - {text: PMU, acronym: true, fix: suggest, reason: also a hospital}
      - {text: Hašd el Šabi, lang: sr-Latn}
    never: [Popular Front]
    context: [Iraq, NO]
    well_known: true
    gender: fpl
    declension: {gen: Snaga narodne mobilizacije}
    exonym: true
    irregular: {short: as the press writes}
    wikidata: Q1
    source: https://example.org/?a=b
    note: |
      Two lines
      of a note.
    tests:
      - [the Hashd al-Shaabi, the Popular Mobilization Forces]
      - {text: Hašd, expected: Hašd, lang: sr-Latn}
"""


def place(text: str, **fields: str) -> str:
    """Return the lines of one entry of a file."""
    lines = [f"  - id: {text}", *(f"    {name}: {value}" for name, value in fields.items())]
    return "\n".join(lines) + "\n"


def write(path: Path, *entries: str) -> Path:
    """Write a lexicon of the entries and return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("version: 1\nentries:\n" + "".join(entries), encoding="utf-8")
    return path


def homs(**fields: str) -> str:
    """Return an entry that has all that is required, and more as given."""
    return place("homs", **({"type": "place", "names": "{en: Homs}"} | fields))
