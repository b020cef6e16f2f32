"""Finding listed and generated forms in a folded text.

All overlapping matches are taken, those that are no whole words or not written like the form
are thrown out, and of what is left the leftmost-longest stand. Doing it the other way round
loses matches: a leftmost-longest scan for `novi` and `novi sad` gives nothing at all in
`novi sadžak`, where `novi` is a word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from normalize.lexicon.compile import CompiledLexicon
from normalize.lexicon.forms import Form, Role
from normalize.text.fold import Folded, fold_exactly, word_units
from normalize.text.language import LanguageMap, script_of, script_of_language

# A name may be broken over a line end, but no name goes on over a blank line or a dash.
_BREAK = re.compile(r"\n[^\S\n]*\n|\r[^\S\n]*\r|\s[-\N{EN DASH}]\s|[\f\v\N{PARAGRAPH SEPARATOR}]")
_HYPHEN = re.compile(r"[-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}]")
_LONG_ENOUGH_ABROAD = 6


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span of the text and the forms that it may be, in code points of the original."""

    start: int
    end: int
    text: str
    forms: tuple[Form, ...]


def scan(
    text: str, folded: Folded, lexicon: CompiledLexicon, languages: LanguageMap
) -> Iterator[Candidate]:
    """Yield every span that is written like a form of the lexicon, overlaps included."""
    word = word_units()
    units = folded.units
    length = len(units)
    claims = lexicon.claims
    for claim, first, end in lexicon.automaton.find_matches_as_indexes(units, overlapping=True):
        begins = first == 0 or not word[units[first - 1]]
        ends = end == length or not word[units[end]]
        is_word = begins and ends
        if not is_word and not _is_glued(text, begins, ends, folded.start(first), folded.end(end)):
            continue
        start, stop = folded.start(first), _with_marks(text, folded.end(end))
        found = text[start:stop]
        if folded.breaks and _BREAK.search(found):
            continue
        forms = tuple(
            form
            for form in claims[claim]
            if (is_word or (form.words > 1 and form.role is Role.FULL))
            and _has_capitals(form, text, folded, first)
            and _is_written_like(form, found)
            and _belongs(form, found, start, languages)
        )
        if forms:
            yield Candidate(start, stop, found, forms)


def leftmost_longest(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates that stand when the leftmost, then the longest, takes its place."""
    standing: list[Candidate] = []
    taken = 0
    for candidate in sorted(candidates, key=lambda c: (c.start, -c.end)):
        if candidate.start >= taken:
            standing.append(candidate)
            taken = candidate.end
    return standing


def _with_marks(text: str, end: int) -> int:
    """Return the end of a span with the combining marks that belong to its last letter."""
    while end < len(text) and unicodedata.category(text[end]) in ("Mn", "Me"):
        end += 1
    return end


def _is_glued(text: str, begins: bool, ends: bool, start: int, stop: int) -> bool:
    """Tell whether only the words of a careless page stick to the name: `al-SudaniBaghdad`."""
    if not begins and not (text[start - 1].islower() and text[start].isupper()):
        return False
    return ends or (stop < len(text) and text[stop - 1].islower() and text[stop].isupper())


def _has_capitals(form: Form, text: str, folded: Folded, first: int) -> bool:
    """Tell whether no letter is small that must not be."""
    return not any(text[folded.start(first + unit)].islower() for unit in form.capitals)


def _is_written_like(form: Form, found: str) -> bool:
    """Tell whether the hyphens, letters and script of a match are those of the form."""
    if form.hyphens and len(_HYPHEN.findall(found)) < form.hyphens:
        return False
    if not form.exact and fold_exactly(found) != fold_exactly(form.text):
        return False
    if form.words == 1 and not found.isascii() and not _has_letters_of(form.text, found):
        return False
    return _is_in_script(form.script, found)


def _has_letters_of(listed: str, found: str) -> bool:
    """Tell whether a single word has no Serbian letter that the form lacks.

    Letters lose their marks, they do not gain them: `Sana` may be Šana, `Šana` is not Sana.
    """
    composed = unicodedata.normalize("NFC", found).lower()
    listed = listed.lower()
    return all(composed.count(letter) <= listed.count(letter) for letter in "čćšžđ")


def _is_in_script(script: str, found: str) -> bool:
    """Tell whether a spelling has letters of the script, whatever look-alikes are among them."""
    if script == "Zyyy" or (script == "Latn" and found.isascii()):
        return True
    return script in set(map(script_of, found))


def _belongs(form: Form, found: str, start: int, languages: LanguageMap) -> bool:
    """Tell whether a form of one language may be looked for in the language of the text.

    Many a single name is an ordinary word or name elsewhere: Serbian `Beč`, `Rim` and `Kan` are
    Vienna, Rome and Cannes, in English they are people. So a short name of one word crosses over
    only with letters that show where it is from; an editor may list it for any language.
    """
    if form.words > 1 or form.lang is None or form.role in (Role.NEVER, Role.SHORT):
        return True
    here = languages.at(start)
    if form.lang == here or script_of_language(here) != form.script:
        return True
    if languages.is_guess(start):
        return False
    return len(found) >= _LONG_ENOUGH_ABROAD or not found.isascii()
