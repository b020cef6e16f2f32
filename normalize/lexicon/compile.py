"""The lexicon as it is searched: forms by the units they fold to, and the automaton over them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from ahocorasick_rs import BytesAhoCorasick, MatchKind

from normalize.lexicon.forms import (
    Form,
    Rendering,
    Role,
    canonical_spellings,
    generate_forms,
    join_forms,
)
from normalize.lexicon.spelled import choose_written
from normalize.model import Entry

_MOST_SPANS = 1 << 16


class CompiledLexicon:
    """All forms of all entries, immutable once built and safe to share between threads."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries: Mapping[str, Entry] = {entry.id: entry for entry in entries}
        self._spellings = dict(
            spelling for entry in self.entries.values() for spelling in canonical_spellings(entry)
        )
        claims = _claims(self.entries.values())
        self.claims: tuple[tuple[Form, ...], ...] = tuple(map(tuple, claims.values()))
        self.automaton = BytesAhoCorasick(claims.keys(), matchkind=MatchKind.Standard)

        # What is written like a form depends on the span alone, and spans come again and again.
        self.forms_written = lru_cache(maxsize=_MOST_SPANS)(self._forms_written)

    def _forms_written(self, claim: int, found: str) -> tuple[Form, ...]:
        """Return the forms of a claim, by its number, that a span is written like."""
        return choose_written(self.claims[claim], found)

    def spelling(self, entry: str, role: Role, lang: str) -> str | None:
        """Return the canonical spelling of an entry in a role and language, if it has one."""
        return self._spellings.get(Rendering(entry, role, lang))


def _claims(entries: Iterable[Entry]) -> dict[bytes, list[Form]]:
    """Return the forms under each key, without those that another form makes superfluous."""
    claims: dict[bytes, list[Form]] = {}
    for entry in entries:
        for form in generate_forms(entry):
            if form.key:
                claims.setdefault(form.key, []).append(form)
    return {key: _without_superfluous(forms) for key, forms in claims.items()}


def _without_superfluous(forms: list[Form]) -> list[Form]:
    """Keep one form of each entry, role and capitals, and none made up of what another lists."""
    if len(forms) == 1:
        return forms
    owners = {form.entry.id for form in forms if form.role is Role.FULL and not form.root}
    kept: dict[tuple[str, Role, str, tuple[int, ...]], Form] = {}
    for form in sorted(forms, key=lambda form: bool(form.root)):
        if form.root and form.role is Role.FULL and owners - {form.entry.id}:
            continue
        address = (form.entry.id, form.role, form.script, form.capitals)
        known = kept.setdefault(address, form)
        if known is not form:
            kept[address] = join_forms(known, form)
    return list(kept.values())
