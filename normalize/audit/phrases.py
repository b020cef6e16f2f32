"""Names of several words that ordinary texts write small, as phrases that name nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ahocorasick_rs import BytesAhoCorasick, MatchKind

from normalize.lexicon.codes import Code
from normalize.lexicon.drafts import Trail
from normalize.lexicon.forms import Form, Role, list_forms
from normalize.lexicon.spelling import Flaw
from normalize.model import Entry, Fix
from normalize.text.fold import fold

_AROUND = 30
# A slip of the pen (the middle east) makes no phrase of a name; words that are written small one
# time in twenty are one.
_AT_LEAST = 0.05


@dataclass(slots=True)
class _Seen:
    """How often a phrase was met, how often without capitals, and first what stands around it."""

    times: int = 0
    small: int = 0
    first: str = ""


def find_phrases(
    entries: Iterable[Entry], texts: Iterable[str]
) -> Iterator[tuple[Entry, Trail, Flaw]]:
    """Yield spellings of more than one word that the texts write without capitals, not too rarely.

    Of scripts without capitals nothing can be told, nor of spellings that have none.
    """
    claims: dict[bytes, list[Form]] = {}
    for form in (form for entry in entries for form in list_forms(entry)):
        if form.role is Role.FULL and form.fix is Fix.APPLY and form.words > 1 and form.capitals:
            claims.setdefault(form.key, []).append(form)
    seen = _count(list(claims), texts)
    told = set()
    for key, phrase in seen.items():
        if phrase.small < _AT_LEAST * phrase.times:
            continue
        for form in claims[key]:
            trail = _trail(form)
            if (form.entry.id, trail) not in told:
                told.add((form.entry.id, trail))
                yield form.entry, trail, _flaw(form, phrase)


def _count(keys: list[bytes], texts: Iterable[str]) -> Mapping[bytes, _Seen]:
    """Return how texts write those of the keys that they have at all."""
    automaton = BytesAhoCorasick(keys, matchkind=MatchKind.Standard)
    seen: dict[bytes, _Seen] = {}
    for text in texts:
        folded = fold(text)
        for claim, first, end in automaton.find_matches_as_indexes(folded.units, overlapping=True):
            if folded.is_word(first - 1) or folded.is_word(end):
                continue
            start, stop = folded.start(first), folded.end(end)
            phrase = seen.setdefault(keys[claim], _Seen())
            phrase.times += 1
            if text[start:stop].islower():
                phrase.small += 1
                phrase.first = phrase.first or text[max(0, start - _AROUND) : stop + _AROUND]
    return seen


def _trail(form: Form) -> Trail:
    """Return where the entry lists a form; Cyrillic that follows from Latin is nowhere."""
    entry = form.entry
    for lang, text in entry.names.items():
        if text == form.text:
            return ("names", lang)
    for index, variant in enumerate(entry.variants):
        if variant.text == form.text:
            return ("variants", index)
    return ("names", "sr")


def _flaw(form: Form, phrase: _Seen) -> Flaw:
    times = f"{phrase.small:,} of {phrase.times:,} times"
    around = " ".join(phrase.first.split())
    message = f"{form.text!r} is an ordinary phrase, written small {times}: … {around} …"
    hint = "say why it must be here: irregular: {phrase: ...}; of a variant, 'fix: suggest'"
    return Flaw(0, message, hint, Code.PHRASE)
