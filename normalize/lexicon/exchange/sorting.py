"""Imported entries beside those that a lexicon has: new, equal, or in conflict with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from normalize.lexicon.claims import find_claims
from normalize.lexicon.exchange.fields import plain_variant
from normalize.lexicon.exchange.spellings import derived_id
from normalize.model import Entry, Fix, Variant

_BY_LANGUAGE = ("names", "short", "acronyms", "declension", "irregular")
_LISTS = ("never", "context", "tests")
_SINGLE = ("type", "gender", "wikidata", "source", "note")
_SWITCHES = ("well_known", "exonym")


class Conflict(NamedTuple):
    """An imported entry that can't be taken as it is, and each thing that is against it."""

    entry: Entry
    known: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sorted:
    """What becomes of each imported entry, in the order of the file."""

    new: tuple[Entry, ...]
    equal: tuple[Entry, ...]
    conflicts: tuple[Conflict, ...]


def sort_out(imported: Sequence[Entry], known: Iterable[Entry], type: str = "") -> Sorted:
    """Return which imported entries are new, which say nothing new, and which conflict.

    `type` is that of new entries for which the file says none.

    An entry is the same as a known one by its id, its item of Wikidata or, where nobody gave
    it an id, its English name. It is equal to that
    if all it says is there; it is in conflict if it says anything else or more, or if another
    entry has a claim on one of its spellings.
    """
    lexicon = {entry.id: entry for entry in known}
    items = {entry.wikidata: entry for entry in lexicon.values() if entry.wikidata}
    named = {entry.names["en"]: entry for entry in lexicon.values()}
    new: dict[str, Entry] = {}
    equal: list[Entry] = []
    conflicts: list[Conflict] = []
    for entry in imported:
        same = lexicon.get(entry.id) or items.get(entry.wikidata or "")
        if same is None and entry.id == derived_id(entry.names["en"]):
            same = named.get(entry.names["en"])
        if same is None and entry.id in new:
            reason = f"the file has {entry.id} twice, first on line {_line(new[entry.id])}"
            conflicts.append(Conflict(entry, entry.id, (reason,)))
        elif same is None:
            new[entry.id] = replace(entry, type=entry.type or type)
        elif reasons := tuple(_differences(entry, same)):
            conflicts.append(Conflict(entry, same.id, reasons))
        else:
            equal.append(entry)
    claimed = _claimed(new, lexicon)
    conflicts += claimed
    for conflict in claimed:
        del new[conflict.entry.id]
    conflicts.sort(key=lambda conflict: _line(conflict.entry))
    return Sorted(tuple(new.values()), tuple(equal), tuple(conflicts))


def _claimed(new: dict[str, Entry], lexicon: dict[str, Entry]) -> list[Conflict]:
    """Return the new entries with a spelling that another entry has a claim on."""
    rank = {id: number for number, id in enumerate((*lexicon, *new))}
    claims = find_claims([*lexicon.values(), *new.values()])
    pairs = [sorted(pair, key=lambda form: rank[form.entry.id]) for pair in claims]
    reasons: dict[str, dict[str, str]] = {}
    for one, other in sorted(pairs, key=lambda pair: rank[pair[1].entry.id]):
        if other.entry.id in new and one.entry.id not in reasons:
            said = f"{other.text!r} is a spelling of {one.entry.id} already"
            reasons.setdefault(other.entry.id, {}).setdefault(one.entry.id, said)
    return [
        Conflict(new[id], next(iter(told)), tuple(told.values())) for id, told in reasons.items()
    ]


def _differences(entry: Entry, known: Entry) -> Iterator[str]:
    """Yield what an imported entry says that the known one does not."""
    for name in _BY_LANGUAGE:
        there = getattr(known, name)
        for key, text in getattr(entry, name).items():
            if there.get(key) != text:
                yield f"{name}.{key} is {text!r} here, {_told(there.get(key))} in the lexicon"
    for variant in entry.variants:
        if variant not in known.variants and not _is_spelled(variant, known):
            yield f"variants has {plain_variant(variant)!r} here, not in the lexicon"
    for name in _LISTS:
        for item in getattr(entry, name):
            if item not in getattr(known, name):
                yield f"{name} has {_told(item)} here, not in the lexicon"
    for name in _SINGLE:
        here, there = getattr(entry, name), getattr(known, name)
        if here and here != there:
            yield f"{name} is {here!r} here, {_told(there)} in the lexicon"
    for name in _SWITCHES:
        if getattr(entry, name) and not getattr(known, name):
            yield f"{name} is true here, false in the lexicon"


def _is_spelled(variant: Variant, known: Entry) -> bool:
    """Tell whether an entry has a spelling of which a file says no more than that it is one.

    One in doubt may be a short form there, which counts only where the name stands before it.
    """
    in_doubt = variant.fix is Fix.SUGGEST
    spelled = {*known.short.values(), *(v.text for v in known.variants if v.fix is variant.fix)}
    if not in_doubt:
        spelled |= {*known.names.values(), *known.acronyms.values()}
    return variant.lang is None and variant.text in spelled


def _told(value: object) -> str:
    if isinstance(value, tuple):
        return repr(value[0])
    return repr(value) if value else "nothing"


def _line(entry: Entry) -> int:
    return entry.at.line if entry.at else 0
