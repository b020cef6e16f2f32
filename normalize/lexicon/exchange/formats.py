"""The formats by their names, and the way of entries through any of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import IO

from normalize.errors import LexiconError, Problem
from normalize.lexicon.drafts import Draft, find_contradictions, find_misspellings
from normalize.lexicon.exchange import (
    followthemoney,
    skos,
    spacy_patterns,
    synonyms,
    tables,
    tbx,
    wikidata,
)
from normalize.lexicon.exchange.fields import plain_fields, write_lexicon
from normalize.lexicon.exchange.imported import ImportedFile
from normalize.lexicon.exchange.spellings import derived_id
from normalize.lexicon.nodes import Complaint, UnreadableError
from normalize.lexicon.read import read_entries
from normalize.model import Entry

_Write = Callable[[Iterable[Entry]], Iterator[str]]
_Kept = Callable[[Entry], Entry | None]
_Read = Callable[[ImportedFile], Iterator[Entry]]


@dataclass(frozen=True, slots=True)
class Format:
    """How entries are written and read; `kept` says what comes back of an entry."""

    read: _Read
    write: _Write | None = None
    kept: _Kept | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """The entries of another program's file, and what lexicons could not take of it."""

    entries: tuple[Entry, ...]
    left_out: tuple[Problem, ...]


_ALL_OF_IT = "entries that are neither people nor organisations"

FORMATS: Mapping[str, Format] = {
    "csv": Format(tables.read, tables.write_csv, tables.kept),
    "tsv": Format(tables.read, tables.write_tsv, tables.kept),
    "tbx": Format(tbx.read, tbx.write, tbx.kept),
    "skos": Format(skos.read, skos.write, skos.kept),
    "synonyms": Format(synonyms.read, synonyms.write, synonyms.kept),
    "spacy": Format(spacy_patterns.read, spacy_patterns.write, spacy_patterns.kept),
    "ftm": Format(followthemoney.read, followthemoney.write, followthemoney.kept),
    "wikidata": Format(wikidata.read),
}


def import_entries(file: IO[bytes], path: Path, format: str) -> Imported:
    """Return the entries of an open file; `path` is what messages call it.

    Entries without an id get one from their English name; where the file has no type for one,
    it is empty. Raises `LexiconError` with all mistakes, also those of entries as such.
    """
    source = ImportedFile(file, path)
    taken: set[str] = set()
    entries = []
    for entry in FORMATS[format].read(source):
        made = _with_id(entry, taken)
        taken.add(made.id)
        source.problems.extend(_find_mistakes(made))
        entries.append(made)
    if source.problems:
        raise LexiconError(sorted(source.problems, key=lambda p: (p.at.line, p.at.column)))
    return Imported(tuple(entries), tuple(source.left_out))


def describe_losses(entries: Sequence[Entry], format: str) -> list[str]:
    """Return what of the entries a format can't hold, and of how many entries.

    >>> homs = Entry("homs", "place", {"en": "Homs"}, never=("Hims",))
    >>> describe_losses([homs], "skos"), describe_losses([homs], "csv")
    (['never (1 entry)'], [])
    """
    kept = FORMATS[format].kept
    assert kept is not None, f"{format} is only read"
    lost: Counter[str] = Counter()
    for entry in entries:
        left = kept(entry)
        lost.update([_ALL_OF_IT] if left is None else _losses(entry, left))
    order = [_ALL_OF_IT, *(field.name for field in fields(Entry))]
    names = sorted(lost, key=lambda name: (order.index(name.partition(":")[0]), name))
    return [f"{n} ({lost[n]:,} {'entry' if lost[n] == 1 else 'entries'})" for n in names]


def _losses(entry: Entry, left: Entry) -> Iterator[str]:
    """Yield the fields of which something is gone, or only the spellings are left."""
    spellings = set(_spellings(left))
    for field in fields(Entry):
        before, after = getattr(entry, field.name), getattr(left, field.name)
        if field.name == "at" or not before or before == after:
            continue
        if field.name == "variants":
            changed = set(before) - set(after)
            texts = {variant.text for variant in changed}
        elif field.name in ("names", "short", "acronyms"):
            changed = set(before.items()) - set(after.items())
            texts = {text for _, text in changed}
        else:
            yield field.name
            continue
        if texts:
            yield field.name if texts - spellings else f"{field.name}: all but the spelling"


def _spellings(entry: Entry) -> Iterator[str]:
    for forms in (entry.names, entry.short, entry.acronyms):
        yield from forms.values()
    yield from (variant.text for variant in entry.variants)


def _with_id(entry: Entry, taken: set[str]) -> Entry:
    """Return an entry with an id of its own, where it has none from its file."""
    if entry.id:
        return entry
    made = id = derived_id(entry.names.get("en", ""))
    number = 1
    while id in taken:
        number += 1
        id = f"{made}-{number}"
    return replace(entry, id=id)


def _find_mistakes(entry: Entry) -> Iterator[Problem]:
    """Yield what a lexicon file with the entry would be refused for."""
    at = entry.at
    assert at is not None, "readers say where an entry stands"
    entry = replace(entry, type=entry.type or "term")
    complaints: list[Complaint] = []
    try:
        for _ in read_entries("".join(write_lexicon([entry])), complaints):
            pass
    except UnreadableError as error:
        complaints.append(error.complaint)
    for complaint in complaints:
        yield Problem(at, complaint.message, complaint.hint, entry.id)
    draft = Draft(entry.id, plain_fields(entry), (at,))
    flaws = [*find_misspellings(draft), *([] if complaints else find_contradictions(draft))]
    for trail, flaw in flaws:
        message = f"{entry.id}: {_named(trail)}{flaw.message}"
        yield Problem(at, message, flaw.hint, entry.id, code=flaw.code)


def _named(trail: tuple[str | int, ...]) -> str:
    said = ".".join(str(step) for step in trail if isinstance(step, str))
    return f"{said}: " if said else ""
