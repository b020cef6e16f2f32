"""Every rule over a lexicon, and what each finds, in its place.

What one entry can be asked is asked of the entries that are `chosen`, which an editor who saves
a file wants told within a second or two; the others are read, so that it is known what they claim.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from normalize.audit.countries import find_other_countries
from normalize.audit.letters import find_foreign_letters, find_marks
from normalize.audit.needless import find_unneeded_reasons, find_unneeded_variants
from normalize.audit.neighbours import (
    choose_touching,
    find_rewritten,
    find_same_item,
    find_unsorted,
)
from normalize.audit.parts import (
    find_missing_gender,
    find_strange_acronyms,
    find_strange_shorts,
)
from normalize.audit.phrases import find_phrases
from normalize.audit.renderings import (
    find_other_cyrillic,
    find_other_sounds,
    find_other_transcription,
)
from normalize.errors import LexiconError, Problem
from normalize.lexicon.claims import check_claims
from normalize.lexicon.codes import IRREGULAR, Code
from normalize.lexicon.drafts import Draft, Trail, make_entry
from normalize.lexicon.load import load_drafts
from normalize.lexicon.places import add_frames, place_flaws
from normalize.lexicon.spelling import Flaw
from normalize.model import Entry
from normalize.normalizer import Normalizer

Rule = Callable[[Entry], Iterator[tuple[Trail, Flaw]]]
Found = tuple[Entry, Trail, Flaw]

_OF_ONE_ENTRY: tuple[Rule, ...] = (
    find_foreign_letters,
    find_marks,
    find_strange_shorts,
    find_strange_acronyms,
    find_missing_gender,
    find_unneeded_variants,
    find_other_sounds,
    find_other_transcription,
    find_other_cyrillic,
    find_other_countries,
)


class Findings(NamedTuple):
    """What is wrong with a lexicon, in file order, and how many entries were looked at."""

    problems: tuple[Problem, ...]
    entries: int


def lint(
    layers: Sequence[Path], only: Collection[Path] = (), texts: Iterable[str] = ()
) -> Findings:
    """Return what breaks a rule in the lexicon files and folders, later ones overriding earlier.

    With `only`, what is wrong in those files: the others are read, not judged. `texts` are
    those in which names must not be ordinary phrases. A lexicon that does not load is not
    judged any further.
    """
    try:
        drafts = load_drafts(layers)
        entries = {draft.id: make_entry(draft) for draft in drafts}
        check_claims(entries.values())
    except LexiconError as error:
        return Findings(error.problems, 0)
    files = {file.resolve() for file in only}
    chosen = {each: entries[each] for each in _stated_in(files, drafts)} if files else entries
    by_id = {draft.id: draft for draft in drafts}
    found = [
        *_of_each(chosen.values()),
        *_rewritten(chosen, entries),
        *find_phrases(chosen.values(), texts),
    ]
    placed = [
        *((by_id[entry.id], trail, flaw) for entry, trail, flaw in _without_excused(found)),
        *((by_id[entry.id], *each) for entry, each in _unneeded_reasons(chosen.values(), found)),
        *find_same_item(drafts, chosen),
        *find_unsorted(drafts, chosen),
    ]
    return Findings(tuple(add_frames(place_flaws(placed))), len(chosen))


def judge_entry(entry: Entry) -> Iterator[tuple[Trail, Flaw]]:
    """Yield what breaks a rule that one entry can be asked without the others."""
    for _, trail, flaw in _without_excused(_of_each([entry])):
        yield trail, flaw


def _stated_in(files: Collection[Path], drafts: Sequence[Draft]) -> Iterator[str]:
    """Yield the ids of the entries in which one of the files has a say."""
    read = {source.path for draft in drafts for source in draft.sources}
    meant = {path for path in read if path.resolve() in files}
    yield from (d.id for d in drafts if any(source.path in meant for source in d.sources))


def _of_each(entries: Iterable[Entry]) -> Iterator[Found]:
    for entry in entries:
        for rule in _OF_ONE_ENTRY:
            for trail, flaw in rule(entry):
                yield entry, trail, flaw


def _rewritten(chosen: Mapping[str, Entry], entries: Mapping[str, Entry]) -> Iterator[Found]:
    """Yield the chosen entries' names that the lexicon would not leave as they are."""
    compiled = list(entries.values())
    if len(chosen) < len(entries):
        compiled = choose_touching(chosen.values(), compiled)
    normalizer = Normalizer.from_entries(compiled, acronyms="keep")
    for entry in compiled:
        if entry.id in chosen:
            for trail, flaw in find_rewritten(entry, normalizer):
                yield entry, trail, flaw


def _without_excused(found: Iterable[Found]) -> Iterator[Found]:
    """Yield what the entry itself gives no reason for."""
    for entry, trail, flaw in found:
        if IRREGULAR.get(Code(flaw.code)) not in entry.irregular:
            yield entry, trail, flaw


def _unneeded_reasons(
    entries: Iterable[Entry], found: Iterable[Found]
) -> Iterator[tuple[Entry, tuple[Trail, Flaw]]]:
    broken: defaultdict[str, set[str]] = defaultdict(set)
    for entry, _, flaw in found:
        broken[entry.id].add(IRREGULAR.get(Code(flaw.code), ""))
    for entry in entries:
        for each in find_unneeded_reasons(entry, broken[entry.id]):
            yield entry, each
