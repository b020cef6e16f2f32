"""Spellings that two entries lay claim to, without saying how a reader would tell them apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from normalize.errors import LexiconError, Problem
from normalize.lexicon.forms import Form, Role, list_forms
from normalize.lexicon.load import frame, locate
from normalize.model import Entry, Fix, Source


def check_claims(entries: Iterable[Entry]) -> None:
    """Raise `LexiconError` with every spelling that two entries claim and neither yields.

    One of them may say `fix: suggest` of it, or both may have `context` words.
    """
    problems = list(_find_conflicts(entries))
    if problems:
        raise LexiconError(sorted(problems, key=lambda p: (p.at.path, p.at.line, p.at.column)))


def _find_conflicts(entries: Iterable[Entry]) -> Iterator[Problem]:
    claims: defaultdict[bytes, list[Form]] = defaultdict(list)
    for entry in entries:
        for form in list_forms(entry):
            if form.role in (Role.FULL, Role.ACRONYM) and form.fix is Fix.APPLY:
                claims[form.key].append(form)
    for forms in claims.values():
        reported = set()
        for one, other in combinations(forms, 2):
            pair = (one.entry.id, other.entry.id)
            if pair not in reported and _is_conflict(one, other):
                reported.add(pair)
                yield _problem(one, other)


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
    )


def _place(form: Form) -> Source:
    at = form.entry.at
    assert at is not None, "entries made in a program are not checked"
    return locate(at.path, form.entry.id, form.text)
