"""Names in running text that the lexicon does not list as they are spelled.

Whole names of several words only, and only where one entry fits: a single word says too little
by its sound. What is tried are words that begin with a capital, or are in a script without any,
where every two beside one another sound like neighbours in a listed name.

A Serbian name is read in the case in which the entry's own name would have these endings; so the
case is known and can be written again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from normalize.languages import language
from normalize.languages.romanised import split_articles
from normalize.languages.serbian import write_cyrillic
from normalize.lexicon.forms import (
    Form,
    Role,
    make_unlisted,
    make_unlisted_shorts,
    script_of_text,
    shape_of,
)
from normalize.matching.candidates import ARABIC_WORD, CASED_WORD, LETTER, Taken
from normalize.matching.resolve import NameIndex
from normalize.matching.scan import Hit
from normalize.matching.sound_pairs import SoundPairs
from normalize.matching.vetoes import (
    LITTLE_WORDS,
    arabic_letters,
    has_syllables_of,
    is_romanised,
    may_be_of,
)
from normalize.model import Candidate, Entry
from normalize.text.language import LanguageMap

_SURE = 0.8
_MARGIN = 0.3
_MOST_WORDS = 5
_REMEMBERED = 1 << 14

_PARTICLE = (
    r"(?:al|el|as|es|ash|esh|ad|az|ar|an|at|bin|ibn|ben|bint|abu|abou|ал|ел|ас|ез|бин|ибн|абу)"
)
_GAP = r"(?:[ \N{NO-BREAK SPACE}-]|\r?\n)"
_RUN = re.compile(
    rf"(?<!\w)(?:{CASED_WORD}(?:{_GAP}(?:{_PARTICLE}{_GAP})*{CASED_WORD})+"
    rf"|{ARABIC_WORD}(?:{_GAP}{ARABIC_WORD})+)(?!\w)"
)
_WORD = re.compile(rf"{LETTER}+(?:['’\u200c]{LETTER}+)*")
# Beside these a name goes on.
_KIN = frozenset("bin ibn ben bint abu abou бин ибн абу بن ابن بنت أبو ابو أبي ابي آل".split())


class SoundingNames:
    """Names by how they sound: which words may be of one, and whose it is. Immutable."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        # No translated names, and none of ordinary words: those a text spells as everybody does.
        sounding = [
            entry
            for entry in entries.values()
            if entry.type in ("person", "place") and not entry.exonym and is_romanised(entry)
        ]
        self.entries = entries
        self.index = NameIndex(sounding)
        spelled = [
            name
            for entry in sounding
            for name in (*entry.names.values(), *(v.text for v in entry.variants if not v.acronym))
        ]
        self.pairs = SoundPairs(spelled)
        # Of the stretches of an Arabic text only those are compared that have a name's letters.
        self.arabic = frozenset(
            arabic_letters(name) for name in spelled if script_of_text(name) == "Arab"
        )
        self.whose = lru_cache(_REMEMBERED)(self._whose)
        self.likeliest = lru_cache(_REMEMBERED)(self._likeliest)

    def _whose(self, name: str) -> Candidate | None:
        """Return the entry that alone is likely to have the name."""
        # Not as `sr`, which would see through any case endings: these are read by `_readings`.
        best = self.index.resolve(name, limit=2, lang="en")
        if not best or best[0].score < _SURE:
            return None
        if len(best) > 1 and best[1].score > best[0].score - _MARGIN:
            return None
        return best[0]

    def _likeliest(self, name: str) -> list[Entry]:
        """Return the entries that may have the name in some Serbian case."""
        return [self.entries[each.entry] for each in self.index.resolve(name, limit=2, lang="sr")]


class _Word(NamedTuple):
    start: int
    end: int
    text: str

    @property
    def particle(self) -> bool:
        return self.text[0].islower()


class _Reading(NamedTuple):
    """A name as it would be listed, and the label of the case it is in, if any."""

    name: str
    label: str = ""


class _Found(NamedTuple):
    """A name found, the form that an editor would have listed for it, and the language there."""

    hit: Hit
    listed: Form
    lang: str


def find_unlisted(
    text: str, hits: Sequence[Hit], names: SoundingNames, languages: LanguageMap
) -> list[Hit]:
    """Return the spans, none of them over a hit, that sound like one entry's name only.

    With each comes every other word that is the short form which follows from its spelling.
    """
    # A listed surname may be the end of a name that nobody listed.
    taken = Taken([hit for hit in hits if any(f.role is not Role.SHORT for f in hit.forms)])
    found = [
        each for run in _RUN.finditer(text) for each in _names_in_run(run, taken, names, languages)
    ]
    whole = [each.hit for each in found]
    taken = Taken(sorted([*hits, *whole]))
    shorts = [short for each in found for short in _short_forms(text, each)]
    return whole + [short for short in shorts if taken.is_free(short.start, short.end)]


def _names_in_run(
    run: re.Match[str], taken: Taken, names: SoundingNames, languages: LanguageMap
) -> Iterator[_Found]:
    """Yield the longest windows of the run, from the left, that are one entry's name."""
    if sum(map(bool, map(names.pairs.keys_of, _WORD.findall(run.group())))) < 2:
        return
    words = [
        _Word(run.start() + m.start(), run.start() + m.end(), m.group())
        for m in _WORD.finditer(run.group())
    ]
    at = 0
    while at < len(words) - 1:
        for end in _ends(words, at, taken, names.pairs):
            found = _identify(run.string, words[at:end], names, languages)
            if found and not _goes_on(run.string, words, at, end):
                yield found
                at = end
                break
        else:
            at += 1


def _ends(words: Sequence[_Word], at: int, taken: Taken, pairs: SoundPairs) -> list[int]:
    """Return where names that begin at a word may end, the longest first."""
    ends: list[int] = []
    last: _Word | None = None
    for end in range(at, min(at + _MOST_WORDS, len(words))):
        word = words[end]
        if word.particle and last:
            continue
        if word.particle or word.text in LITTLE_WORDS or not taken.is_free(word.start, word.end):
            break
        if last:
            if not pairs.may_have(last.text, word.text):
                break
            ends.append(end + 1)
        last = word
    return ends[::-1]


def _goes_on(text: str, words: Sequence[_Word], at: int, end: int) -> bool:
    """Tell whether a longer name goes on: `Mir-Hossein`, `bin Khalifa`, `Ben-Gvir`."""
    before, after = words[:at][-1:], words[end:][:1]
    if any(word.text in _KIN for word in (*before, *after)):
        return True
    if any(not word.particle for word in before) and text[words[at].start - 1] == "-":
        return True
    return any(word.text[0].isupper() for word in after) and text[words[end - 1].end] == "-"


def _identify(
    text: str, window: Sequence[_Word], names: SoundingNames, languages: LanguageMap
) -> _Found | None:
    start, end = window[0].start, window[-1].end
    lang = languages.at(start)
    found = text[start:end]
    module = language(lang)
    if window[0].text.lower() in module.TITLES | module.OPENERS:
        return None
    if script_of_text(found) == "Arab" and arabic_letters(found) not in names.arabic:
        return None
    likely = [
        (candidate, reading)
        for reading in _readings(found, names, lang)
        if (candidate := names.whose(reading.name)) is not None
        and may_be_of(reading.name, names.entries[candidate.entry])
    ]
    if len({candidate.entry for candidate, _ in likely}) != 1:
        return None
    candidate, reading = max(likely, key=lambda each: each[0].score)
    entry = names.entries[candidate.entry]
    form = make_unlisted(entry, found, candidate.score)
    if lang.startswith("sr"):
        form = replace(form, lang=lang, inflection=reading.label)
    listed = replace(form, text=reading.name, inflection="")
    return _Found(Hit(start, end, found, (form,)), listed, lang)


def _readings(found: str, names: SoundingNames, lang: str) -> Iterator[_Reading]:
    """Yield the names that a span may be, in Serbian by the cases of the name it resembles."""
    if not lang.startswith("sr"):
        yield _Reading(found)
        return
    for entry in names.likeliest(found):
        listed = _spelled(entry, lang)
        if listed and _ends_like(found, listed):
            yield _Reading(found)
        elif listed:
            shape = shape_of(entry, Role.FULL, listed)
            for form, label in language(lang).inflect(listed, shape):
                nominative = _undeclined(found, listed, form)
                if nominative and has_syllables_of(nominative, listed):
                    yield _Reading(nominative, label)


def _spelled(entry: Entry, lang: str) -> str:
    latin = entry.names.get("sr", "") or entry.names.get("sr-Latn", "")
    if lang == "sr-Cyrl":
        return entry.names.get("sr-Cyrl") or write_cyrillic(latin)
    return latin


def _ends_like(found: str, listed: str) -> bool:
    """Tell whether every word ends as it does in the listed nominative, and so may be one."""
    ours, theirs = split_articles(found), split_articles(listed)
    return [word[-1] for word in ours] == [word[-1] for word in theirs]


def _undeclined(found: str, listed: str, form: str) -> str:
    """Return a name without the endings that a case form of the listed one has, or nothing.

    >>> _undeclined("Kalife Haftera", "Halifa Haftar", "Halife Haftara")
    'Kalifa Hafter'
    """
    words = [split_articles(name) for name in (found, listed, form)]
    if len({len(each) for each in words}) > 1:
        return ""
    undeclined = []
    for word, nominative, declined in zip(*words, strict=True):
        stem = _shared_start(nominative, declined)
        ending = declined[stem:]
        if not word.endswith(ending) or len(word) <= len(ending):
            return ""
        undeclined.append(word.removesuffix(ending) + nominative[stem:])
    return " ".join(undeclined)


def _shared_start(one: str, other: str) -> int:
    letters = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in letters if a != b), min(len(one), len(other)))


def _short_forms(text: str, found: _Found) -> Iterator[Hit]:
    """Yield the other words that are a short form of a name found, in whatever case."""
    shorts = {short.text: short for short in make_unlisted_shorts(found.listed, found.lang)}
    if shorts:
        pattern = "|".join(map(re.escape, sorted(shorts, key=len, reverse=True)))
        for match in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", text):
            yield Hit(*match.span(), match.group(), (shorts[match.group()],))
