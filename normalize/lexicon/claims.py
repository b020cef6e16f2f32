"""Spellings that two entries lay claim to, without saying how a reader would tell them apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from normalize.errors import LexiconError, Problem
from normalize.languages.serbian import write_latin
from normalize.lexicon.codes import Code
from normalize.lexicon.forms import Form, Role, list_forms
from normalize.lexicon.load import frame, locate
from normalize.model import Entry, Fix, Source
from normalize.text.fold import OTHER, fold

_CYRILLIC = re.compile("[\u0400-\u04ff]")


def check_claims(entries: Iterable[Entry]) -> None:
    """Raise `LexiconError` with every spelling that two entries claim and neither yields.

    One of them may say `fix: suggest` of it, or both may have `context` words.
    """
    problems = [_problem(one, other) for one, other in find_claims(entries)]
    if problems:
        raise LexiconError(sorted(problems, key=lambda p: (p.at.path, p.at.line, p.at.column)))


def find_claims(entries: Iterable[Entry]) -> Iterator[tuple[Form, Form]]:
    """Yield the form that claims a spelling first and one of another entry that claims it, too.

    Of each spelling, two entries are told once.
    """
    claims: defaultdict[bytes, list[Form]] = defaultdict(list)
    for entry in _sharing(entries):
        for form in list_forms(entry):
            if form.role in (Role.FULL, Role.ACRONYM) and form.fix is Fix.APPLY:
                claims[form.key].append(form)
    for forms in claims.values():
        reported = set()
        for one, other in combinations(forms, 2):
            pair = (one.entry.id, other.entry.id)
            if pair not in reported and _is_conflict(one, other):
                reported.add(pair)
                yield one, other


def _sharing(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries that have a spelling in common with another one, before any is made.

    Forms are costly, and hardly any entry of a large lexicon shares one.
    """
    owners: defaultdict[bytes, list[Entry]] = defaultdict(list)
    for entry in entries:
        for key in listed_keys(entry):
            owners[key].append(entry)
    sharing = {e.id: e for several in owners.values() if len(several) > 1 for e in several}
    return list(sharing.values())


def listed_keys(entry: Entry) -> set[bytes]:
    """Return the keys of all names, acronyms and variants of an entry, folded in one go.

    Cyrillic that follows from Latin has none of its own; what is listed in Cyrillic has the
    Latin key beside it.
    """
    variants = (variant.text for variant in entry.variants)
    text = "\0".join((*entry.names.values(), *entry.acronyms.values(), *variants))
    if _CYRILLIC.search(text):
        text += "\0" + write_latin(text)
    return set(fold(text).units.split(bytes([OTHER])))


def _is_conflict(one: Form, other: Form) -> bool:
    if one.entry.id == other.entry.id or one.role is not other.role:
        return False
    if one.lang and other.lang and one.lang != other.lang:
        return False
    return not (one.entry.context and other.entry.context)


def _problem(one: Form, other: Form) -> Problem:
    first, second = _place(one), _place(other)
    return Problem(
        second,
        f"{other.text!r} of {other.entry.id} is claimed by {one.entry.id} too, at {first}",
        "say `fix: suggest` with a reason for one of them, or give both entries context words",
        other.entry.id,
        frame(second),
        Code.CLAIMED,
    )


def _place(form: Form) -> Source:
    at = form.entry.at
    assert at is not None, "entries made in a program are not checked"
    return locate(at.path, form.entry.id, form.text)
