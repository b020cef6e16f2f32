"""Names in running text with a typing error in them: `Netnayahu`, `Bashar al-Asasd`.

Tried is every word that begins with a capital, or is in a script without any, and that no name
covers. Where a word of the lexicon is one error away, it takes its place, and what the scan then
finds over it is what may be meant: so articles, line breaks, Serbian cases and script are the
scan's affair. Two errors in a word are not seen through: they lead from most names to somebody
else's.

A name of several words with one of them misspelled says enough. A single word does where it is
long, begins with a capital, and is near the names of one entry only; in scripts without capitals
any word may be an ordinary one (`الملكي`, royal, beside `المالكي`, Maliki). Where it stands beside
another's given name, or only a title tells who is meant, is decided with the other mentions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from normalize.languages.romanised import split_articles
from normalize.lexicon.compile import CompiledLexicon
from normalize.lexicon.forms import Form, Role
from normalize.matching.candidates import ANY_WORD, Taken
from normalize.matching.neighbours import Neighbours
from normalize.matching.scan import Hit, scan
from normalize.matching.typing_errors import MOST, PLAIN, SLIGHT, SWAPPED, cost_of, touches_ending
from normalize.matching.vetoes import LITTLE_WORDS
from normalize.model import Fix
from normalize.text.fold import SPACE, fold, fold_exactly, fold_key
from normalize.text.language import UNKNOWN, LanguageMap, script_of

_LIKELY = 0.8  # below this nothing is said
_SURE = 0.88  # and from this on a name is corrected on request: San Paolo is no San Pablo
_SHORTEST = 4
# How long a word must be to say something by itself: where the entry is named elsewhere or the
# error is slight, for a plain error in a whole name or in a surname, to be corrected on request.
_ALONE, _ALONE_PLAIN, _ALONE_SURNAME, _ALONE_SURE = 6, 8, 9, 7
_REACH, _NEAR = 80, 30
_REMEMBERED = 1 << 16
_GAP = re.compile(r"[\s\-‐‑‒–−]+")
_INSIDE_SENTENCE = re.compile(r"[\w,;]['’]?[ \t-]\Z")


class Guesses(NamedTuple):
    """The words one error away from a word of a text, and whether it may be a name by itself."""

    words: tuple[str, ...]
    alone: bool


_NOTHING = Guesses((), False)


class WordsOfNames:
    """The words of a lexicon's names, by what they may be mistyped as. Immutable."""

    def __init__(self, lexicon: CompiledLexicon) -> None:
        self.lexicon = lexicon
        self._claims: dict[bytes, int] = {}
        known: set[bytes] = set()
        for number, forms in enumerate(lexicon.claims):
            words = forms[0].key.split(bytes([SPACE]))
            known.update(words)
            if any(form.role in (Role.FULL, Role.SHORT) for form in forms):
                for word in words:
                    self._claims.setdefault(word, number)
        for entry in lexicon.entries.values():
            known.update(map(fold_key, entry.context))
        self._known = frozenset(known)
        self._alone = frozenset(
            forms[0].key
            for forms in lexicon.claims
            if any(form.role in (Role.FULL, Role.SHORT) for form in forms)
        )
        self._neighbours = Neighbours(word for word in self._claims if len(word) >= _SHORTEST)
        self.guess = lru_cache(_REMEMBERED)(self._guess)
        self.has = lru_cache(_REMEMBERED)(self._has)

    def are_all_of(self, entry: str, words: Sequence[str]) -> bool:
        """Tell whether each of the words stands in a name of the entry."""
        return all(
            any(form.entry.id == entry for form in self.lexicon.claims[self._claims[key]])
            for key in map(fold_key, words)
        )

    def _has(self, word: str) -> bool:
        """Tell whether a word stands in a name of the lexicon."""
        return fold_key(word) in self._claims

    def _guess(self, typed: str) -> Guesses:
        """Return what a word of a text may be mistyped for; a word of the lexicon is for none."""
        key = fold_key(typed)
        if len(key) < _SHORTEST or key in self._known or typed in LITTLE_WORDS:
            return _NOTHING
        near = [word for each in self._neighbours.near(key) for word in self._written(each, typed)]
        written = _as_compared(typed)
        most = PLAIN if script_of(typed[0]) == "Arab" else MOST
        read = [word for word in near if (cost_of(written, _as_compared(word)) or most + 1) <= most]
        alone = typed[0].isupper() and len(typed) >= _ALONE
        sure = any(
            not touches_ending(written, _as_compared(word), case_letters=0, last=True)
            for word in read
            if fold_key(word) in self._alone
        )
        return Guesses(tuple(near), alone and sure) if read else _NOTHING

    def _written(self, key: bytes, typed: str) -> Iterator[str]:
        """Yield the word as the lexicon has it, in the script of what was typed, if it is large."""
        for form in self.lexicon.claims[self._claims[key]]:
            for word in _GAP.split(form.text):
                if script_of(word[:1]) == script_of(typed[:1]) and fold_key(word) == key:
                    if not word[0].islower():
                        yield word.upper() if typed.isupper() else word
                    return


def _as_compared(word: str) -> str:
    return fold_exactly(word).casefold()


class _Typed(NamedTuple):
    """A word of a text, what it may be instead, and the language of its place."""

    text: str
    start: int
    end: int
    guesses: tuple[str, ...]
    lang: str

    @property
    def word(self) -> str:
        return self.text[self.start : self.end]


class _Correction(NamedTuple):
    """A form over a corrected word, the span of the original text, and the error's cost.

    `doubtful` says that it may be no error but another ending.
    """

    start: int
    end: int
    form: Form
    cost: float
    doubtful: bool


def find_misspelled(
    text: str, hits: Sequence[Hit], words: WordsOfNames, languages: LanguageMap, fix: Fix
) -> list[Hit]:
    """Return the spans that are one entry's name but for an error in a word that no hit covers.

    The forms have `fix`, those that are not sure enough to be rewritten `Fix.SUGGEST` in any case.
    """
    taken = Taken(hits)
    named = {form.entry.id for hit in hits for form in hit.forms if form.role is Role.FULL}
    found = []
    for match in ANY_WORD.finditer(text):
        guesses, alone = words.guess(match.group())
        if guesses and taken.is_free(*match.span()):
            typed = _Typed(text, *match.span(), guesses, languages.at(match.start()))
            if not alone and not _is_beside_name(typed, words):
                continue
            correction = _choose(typed, words)
            if correction and _is_likely(correction, typed, words, named):
                found.append(_make_hit(correction, typed, fix, named))
    return found


def _is_beside_name(typed: _Typed, words: WordsOfNames) -> bool:
    """Tell whether the next capitalised word on either side is of a name that may be this one."""
    before = ANY_WORD.findall(typed.text, max(0, typed.start - _NEAR), typed.start)
    after = ANY_WORD.findall(typed.text, typed.end, typed.end + _NEAR)
    return any(map(words.has, (*before[-1:], *after[:1])))


def _choose(typed: _Typed, words: WordsOfNames) -> _Correction | None:
    """Return the longest, then the likeliest correction; none where those are of two entries."""
    found = [each for guess in typed.guesses for each in _correct(typed, guess, words.lexicon)]
    sure = [each for each in found if not each.doubtful]
    if not sure:
        return None
    width = max(each.end - each.start for each in sure)
    longest = [each for each in sure if each.end - each.start == width]
    denied = {each.form.entry.id for each in longest if each.form.role is Role.NEVER}
    longest = [each for each in longest if each.form.entry.id not in denied]
    if len({each.form.entry.id for each in longest}) != 1:
        return None
    best = min(longest, key=lambda each: each.cost)
    # Bagdaad is Bagdad or Bagdada: an error in an ending may be one of two cases.
    cases = {
        each.form.inflection
        for each in found
        if each.cost - best.cost < PLAIN
        and (each.start, each.form.entry) == (best.start, best.form.entry)
    }
    return best if len(cases) == 1 else None


def _correct(typed: _Typed, guess: str, lexicon: CompiledLexicon) -> Iterator[_Correction]:
    """Yield the forms that the scan finds over a word once another is in its place."""
    written, meant = _as_compared(typed.word), _as_compared(guess)
    cost = cost_of(written, meant)
    if cost is None:
        return
    first = max(0, typed.start - _REACH)
    at = typed.start - first
    after = typed.text[typed.end : typed.end + _REACH]
    corrected = typed.text[first : typed.start] + guess + after
    here = LanguageMap(corrected, None if typed.lang == UNKNOWN else typed.lang)
    for hit in scan(corrected, fold(corrected), lexicon, here):
        if hit.start <= at and hit.end >= at + len(guess):
            end = first + hit.end + len(typed.word) - len(guess)
            last = end == typed.end
            for form in hit.forms:
                if form.role is not Role.ACRONYM and _is_of_language(form, typed.lang):
                    case_letters = _case_letters(form, typed.lang)
                    doubtful = touches_ending(written, meant, case_letters=case_letters, last=last)
                    yield _Correction(first + hit.start, end, form, cost, doubtful)


def _case_letters(form: Form, lang: str) -> int:
    """Return how much of a word's end may be an ending that other words have not.

    Of a Serbian word alone it is much: Turaka (of Turks) is no Turska. In a longer name the other
    words show the case. An Arabic word may have a pronoun.
    """
    if lang.startswith("sr"):
        return 3 if _is_alone(form) else 1
    return int(form.script == "Arab")


def _is_of_language(form: Form, lang: str) -> bool:
    """Tell whether a form is looked for in a language: Serbian cases are none in English."""
    return form.lang is None or form.lang.partition("-")[0] == lang.partition("-")[0]


def _confidence(correction: _Correction, text: str) -> float:
    letters = sum(map(str.isalpha, text[correction.start : correction.end]))
    return round(1.0 - correction.cost / letters, 4)


def _is_likely(
    correction: _Correction, typed: _Typed, words: WordsOfNames, named: set[str]
) -> bool:
    if _confidence(correction, typed.text) < _LIKELY:
        return False
    form, word = correction.form, typed.word
    if form.script == "Arab" and not _may_be_arabic_name(correction, typed.text):
        return False
    if not _is_alone(form):
        return True
    if not word[0].isupper() or len(word) < _ALONE:
        return False
    if not words.are_all_of(form.entry.id, typed.guesses):
        return False
    if correction.cost > SLIGHT and form.entry.id not in named:
        least = _ALONE_SURNAME if form.role is Role.SHORT else _ALONE_PLAIN
        # A capital at the start of a sentence does not tell a name from a word.
        before = typed.text[max(0, typed.start - 3) : typed.start]
        if correction.cost > PLAIN or len(form.text) < least:
            return False
        if not _INSIDE_SENTENCE.search(before):
            return False
    if correction.cost > SWAPPED and form.entry.id in named and _count(word, typed.text) > 1:
        return False  # who writes both ways, and one of them again and again, means two
    return not _count(word.lower(), typed.text)


def _may_be_arabic_name(correction: _Correction, text: str) -> bool:
    """Tell whether no word is a little one (`على`, not Ali), and the error a plain one."""
    words = text[correction.start : correction.end].split()
    return correction.cost <= PLAIN and LITTLE_WORDS.isdisjoint(words)


def _count(word: str, text: str) -> int:
    return len(re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", text))


def _is_alone(form: Form) -> bool:
    return len(split_articles(form.text)) == 1


def _make_hit(correction: _Correction, typed: _Typed, fix: Fix, named: set[str]) -> Hit:
    start, end, form, cost, _ = correction
    confidence = _confidence(correction, typed.text)
    sure = cost <= PLAIN and confidence >= _SURE and form.fix is Fix.APPLY
    if _is_alone(form) and form.entry.id not in named:
        sure = sure and cost <= SLIGHT and len(typed.word) >= _ALONE_SURE + (cost > SWAPPED)
    made = replace(form, likeness=confidence, misspelled=True, fix=fix if sure else Fix.SUGGEST)
    return Hit(start, end, typed.text[start:end], (made,))
