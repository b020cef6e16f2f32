"""Finding listed and generated forms in a folded text.

All overlapping matches are taken, those that are no whole words or not written like the form
are thrown out, and of what is left the leftmost-longest stand. Doing it the other way round
loses matches: a leftmost-longest scan for `novi` and `novi sad` gives nothing at all in
`novi sadžak`, where `novi` is a word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from normalize.languages import MODULES, language
from normalize.lexicon.compile import CompiledLexicon
from normalize.lexicon.forms import Form, Role
from normalize.text.fold import Folded, fold_exactly, fold_key, word_units
from normalize.text.language import LanguageMap, script_of, script_of_language

# A name may be broken over a line end, but no name goes on over a blank line or a dash.
_BREAK = re.compile(r"\n[^\S\n]*\n|\r[^\S\n]*\r|\s[-\N{EN DASH}]\s|[\f\v\N{PARAGRAPH SEPARATOR}]")
_LONG_ENOUGH_ABROAD = 6
_LONGEST_PROCLITIC = 4
_UNCASED = ("Arab", "Hebr")


class Hit(NamedTuple):
    """A span of the text and the forms that it may be, in code points of the original."""

    start: int
    end: int
    text: str
    forms: tuple[Form, ...]


def scan(
    text: str, folded: Folded, lexicon: CompiledLexicon, languages: LanguageMap
) -> Iterator[Hit]:
    """Yield every span that is written like a form of the lexicon, overlaps included."""
    word = word_units()
    units = folded.units
    length = len(units)
    may_span_breaks = bool(folded.breaks)
    joints = _ends_of_proclitics()
    for claim, first, end in lexicon.automaton.find_matches_as_indexes(units, overlapping=True):
        begins = first == 0 or not word[units[first - 1]]
        ends = end == length or not word[units[end]]
        start, stop = folded.start(first), folded.end(end)
        proclitic = ""
        if not begins and ends and units[first - 1] in joints:
            proclitic = _proclitic_before(text, folded, first, languages)
        is_word = ends and (begins or proclitic != "")
        if not is_word and not _is_glued(text, begins, ends, start, stop):
            continue
        stop = _with_marks(text, stop)
        found = text[start:stop]
        if may_span_breaks and _BREAK.search(found):
            continue
        forms = lexicon.forms_written(claim, found)
        if not is_word:
            forms = tuple(f for f in forms if f.words > 1 and f.role is Role.FULL)
        elif any(form.is_of_one_language for form in forms):
            forms = tuple(form for form in forms if _belongs(form, found, start, languages))
        if forms and (proclitic or forms[0].script == "Arab"):
            forms = _fitting(forms, found, proclitic, languages.at(start))
        if forms:
            start -= len(proclitic)
            yield Hit(start, stop, text[start:stop], forms)


@lru_cache(maxsize=1)
def _ends_of_proclitics() -> frozenset[int]:
    """Return the units that may stand before a name joined to a little word, in any language."""
    proclitics = {one for module in MODULES.values() for one in module.proclitics()}
    return frozenset(fold_key(one)[-1] for one in proclitics)


def _proclitic_before(text: str, folded: Folded, first: int, languages: LanguageMap) -> str:
    """Return the little word that is joined to a name, as it stands in the text, if one is.

    Nothing is cut off words: the name is a listed one, and has to take what is before it.
    """
    begin = first
    while folded.is_word(begin - 1) and first - begin <= _LONGEST_PROCLITIC:
        begin -= 1
    start = folded.start(begin)
    proclitic = text[start : folded.start(first)]
    module = language(languages.at(start))
    return proclitic if fold_exactly(proclitic) in module.proclitics() else ""


def _fitting(forms: Iterable[Form], found: str, proclitic: str, here: str) -> tuple[Form, ...]:
    """Return the forms that the letters of a span may stand for, labelled with a proclitic.

    `here` is the language of the text: it has no endings of another.
    """
    module = language(here)
    fitting = []
    for form in forms:
        if form.script == "Arab":
            is_foreign = form.inflection and form.lang not in (None, here)
            if is_foreign or not module.is_written_like(form.text, found):
                continue
        if proclitic and form.role is not Role.NEVER:
            label = module.join_proclitic(proclitic, form.text, form.inflection)
            if label is None:
                continue
            form = replace(form, inflection=label)  # noqa: PLW2901  # the same form, labelled
        fitting.append(form)
    return tuple(fitting)


def leftmost_longest(hits: Iterable[Hit]) -> list[Hit]:
    """Return the hits that stand when the leftmost, then the longest, takes its place."""
    standing: list[Hit] = []
    taken = 0
    for hit in sorted(hits, key=_leftmost_first):
        if hit.start >= taken:
            standing.append(hit)
            taken = hit.end
    return standing


def _leftmost_first(hit: Hit) -> tuple[int, int, int]:
    # A whole word goes before one taken for a proclitic and a shorter name: لبنان, ل + بنان.
    return hit[0], -hit[1], -max((len(form.key) for form in hit[3]), default=0)


def _with_marks(text: str, end: int) -> int:
    """Return the end of a span with the combining marks that belong to its last letter."""
    # No mark comes before U+0300, and most text does.
    while text[end : end + 1] >= "\u0300" and unicodedata.category(text[end]) in ("Mn", "Me"):
        end += 1
    return end


def _is_glued(text: str, begins: bool, ends: bool, start: int, stop: int) -> bool:
    """Tell whether only the words of a careless page stick to the name: `al-SudaniBaghdad`."""
    if not begins and not _are_apart(text[start - 1 : start + 1]):
        return False
    return ends or _are_apart(text[stop - 1 : stop + 1])


def _are_apart(two: str) -> bool:
    """Tell whether two letters belong to different words, by their case or script."""
    if len(two) < 2:
        return False
    before, after = map(script_of, two)
    # Cyrillic letters are found inside Latin words and the reverse; Arabic ones never are.
    if (before in _UNCASED) != (after in _UNCASED):
        return True
    return before == after and two[0].islower() and two[1].isupper()


def _belongs(form: Form, found: str, start: int, languages: LanguageMap) -> bool:
    """Tell whether a form of one language may be looked for in the language of the text.

    Many a single name is an ordinary word or name elsewhere: Serbian `Beč`, `Rim` and `Kan` are
    Vienna, Rome and Cannes, in English they are people. So a short name of one word crosses over
    only with letters that show where it is from; an editor may list it for any language.
    """
    if not form.is_of_one_language:
        return True
    here = languages.at(start)
    if form.lang == here or script_of_language(here) != form.script:
        return True
    if form.script == "Arab":
        # Persian رومانی is Romania, Arabic روماني Romanian, whose Romania is رومانيا; and peoples
        # are adjectives, as Arabic بدوي is Bedouin and Persian بدوی primary.
        return here not in form.entry.names and form.entry.type != "people"
    if languages.is_guess(start):
        return False
    return len(found) >= _LONG_ENOUGH_ABROAD or not found.isascii()
