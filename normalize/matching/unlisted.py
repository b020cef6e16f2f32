"""Names in running text that the lexicon does not list as they are spelled.

Whole names of several words only, and only where one entry fits: a single word says too little
by its sound. What is tried are words that begin with a capital, or are in a script without any,
where each sounds like a part of some listed name; every distinct word is looked up once.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from normalize.languages import language
from normalize.languages.romanised import split_articles
from normalize.languages.serbian import write_cyrillic
from normalize.lexicon.forms import make_unlisted, script_of_text, short_of_variant
from normalize.matching.names import latin
from normalize.matching.resolve import NameIndex
from normalize.matching.scan import Hit
from normalize.model import Entry
from normalize.text.fold import fold_key
from normalize.text.language import LanguageMap

_SURE = 0.8
_MARGIN = 0.3
_MOST_WORDS = 5

_CAPITAL = "".join(filter(str.isupper, map(chr, range(0x530))))
_PARTICLE = (
    r"(?:al|el|as|es|ash|esh|ad|az|ar|an|at|bin|ibn|ben|bint|abu|abou|ал|ел|ас|ез|бин|ибн|абу)"
)
_LETTER = "(?:[^\\W\\d_][\u0300-\u036f]*)"
_CASED_WORD = rf"[{_CAPITAL}][\u0300-\u036f]*{_LETTER}+(?:['’](?!s\b){_LETTER}+)*"
_ARABIC_WORD = "[\u0620-\u065f\u066e-\u06d3\u06d5\u06fa-\u06ff\u200c]{2,}"
_GAP = r"(?:[ \N{NO-BREAK SPACE}-]|\r?\n)"
_RUN = re.compile(
    rf"(?<!\w)(?:{_CASED_WORD}(?:{_GAP}(?:{_PARTICLE}{_GAP})*{_CASED_WORD})+"
    rf"|{_ARABIC_WORD}(?:{_GAP}{_ARABIC_WORD})+)"
)
_VOWELS = re.compile("[aeiouy]+[jw]?")
_CLASH = frozenset(
    pair
    for one, other in (("a", "i"), ("a", "u"), ("i", "u"), ("a", "diphthong"), ("u", "diphthong"))
    for pair in ((one, other), (other, one))
)
_WORD = re.compile(rf"{_LETTER}+(?:['’\u200c]{_LETTER}+)*")


class _Word(NamedTuple):
    start: int
    end: int
    text: str
    particle: bool


def find_unlisted(
    text: str,
    hits: Sequence[Hit],
    names: NameIndex,
    entries: Mapping[str, Entry],
    languages: LanguageMap,
) -> list[Hit]:
    """Return the spans, none of them over a hit, that sound like one entry's name only.

    With each comes every later word that is the short form which follows from its spelling.
    """
    taken = _Taken(hits)
    found = [
        hit
        for run in _RUN.finditer(text)
        for hit in _names_in_run(run, taken, names, entries, languages)
    ]
    shorts = [short for hit in found for short in _short_forms(text, hit)]
    return found + [short for short in shorts if taken.is_free(short.start, short.end)]


class _Taken:
    """The spans that are somebody's already."""

    def __init__(self, hits: Sequence[Hit]) -> None:
        self._starts = [hit.start for hit in hits]
        self._ends = list(accumulate((hit.end for hit in hits), max))

    def is_free(self, start: int, end: int) -> bool:
        """Tell whether no hit lies over the span."""
        before = bisect_left(self._starts, end)
        return before == 0 or self._ends[before - 1] <= start


def _names_in_run(
    run: re.Match[str],
    taken: _Taken,
    names: NameIndex,
    entries: Mapping[str, Entry],
    languages: LanguageMap,
) -> Iterator[Hit]:
    """Yield the longest windows of the run, from the left, that are one entry's name."""
    words = [
        _Word(run.start() + m.start(), run.start() + m.end(), m.group(), m.group()[0].islower())
        for m in _WORD.finditer(run.group())
    ]
    at = 0
    while at < len(words) - 1:
        hit = None
        if not words[at].particle:
            for window in _windows(words, at, taken, names):
                hit = _identify(run.string, window, names, entries, languages)
                if hit:
                    yield hit
                    at += len(window)
                    break
        if hit is None:
            at += 1


def _windows(words: list[_Word], at: int, taken: _Taken, names: NameIndex) -> Iterator[list[_Word]]:
    """Yield stretches of words that some one listed name has, the longest first."""
    windows = []
    fitting: frozenset[int] | None = None
    for end in range(at, min(at + _MOST_WORDS, len(words))):
        word = words[end]
        if not taken.is_free(word.start, word.end):
            break
        if word.particle:
            continue
        sounding = names.names_with(word.text)
        fitting = sounding if fitting is None else fitting & sounding
        if not fitting:
            break
        if end > at:
            windows.append(words[at : end + 1])
    yield from reversed(windows)


def _identify(
    text: str,
    window: list[_Word],
    names: NameIndex,
    entries: Mapping[str, Entry],
    languages: LanguageMap,
) -> Hit | None:
    start, end = window[0].start, window[-1].end
    found = text[start:end]
    lang = languages.at(start)
    module = language(lang)
    if window[0].text.lower() in module.TITLES | module.OPENERS:
        return None
    # Not as `sr`, which would see through case endings: the case would be lost in rewriting.
    best = names.resolve(found, limit=2, lang="en")
    if lang.startswith("sr") and best and not _ends_like(entries[best[0].entry], found, lang):
        return None
    if not best or best[0].score < _SURE:
        return None
    if len(best) > 1 and best[1].score > best[0].score - _MARGIN:
        return None
    entry = entries[best[0].entry]
    if not _vowels_fit(found, entry):
        return None
    form = make_unlisted(entry, found, best[0].score)
    return Hit(start, end, found, (form,))


def _vowels_fit(found: str, entry: Entry) -> bool:
    """Tell whether the vowels are those of some listed spelling in letters that show vowels."""
    listed = [*entry.names.values(), *(v.text for v in entry.variants if not v.acronym)]
    vowelled = [name for name in listed if script_of_text(name) in ("Latn", "Cyrl")]
    if script_of_text(found) not in ("Latn", "Cyrl") or not vowelled:
        return True
    return any(_vowels_agree(found, name) for name in vowelled)


def _vowels_agree(found: str, listed: str) -> bool:
    """Tell whether no word has an open vowel where the listed one has a close one.

    By their consonants `Bashir` and `Bashar`, `Hussein` and `Hassan` are alike. Between a and e,
    e and i, o and u there is no telling, since houses write them as they hear them.

    >>> _vowels_agree("Khaleefa Hefter", "Khalifa Haftar"), _vowels_agree("Bashir", "Bashar")
    (True, False)
    """
    ours, theirs = (split_articles(_bare(name)) for name in (found, listed))
    if len(ours) != len(theirs):
        return False
    for word, other in zip(ours, theirs, strict=True):
        pairs = [list(map(_vowel_class, _VOWELS.findall(one))) for one in (word, other)]
        if len(pairs[0]) == len(pairs[1]) and not _CLASH.isdisjoint(zip(*pairs, strict=True)):
            return False
    return True


def _bare(name: str) -> str:
    decomposed = unicodedata.normalize("NFD", latin(name.lower()))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def _vowel_class(group: str) -> str:
    if re.search("a[iyj]|e[iyj]", group):
        return "diphthong"
    for name, letters in (("a", "a"), ("u", "uow"), ("i", "iyj")):
        if any(letter in group for letter in letters):
            return name
    return "e"


def _ends_like(entry: Entry, found: str, lang: str) -> bool:
    """Tell whether a Serbian spelling ends as the entry's nominative does, and so may be one."""
    latin = entry.names.get("sr", "")
    nominative = entry.names.get("sr-Cyrl") or write_cyrillic(latin) if lang == "sr-Cyrl" else latin
    return fold_key(found)[-1:] == fold_key(nominative)[-1:]


def _short_forms(text: str, hit: Hit) -> Iterator[Hit]:
    short = short_of_variant(hit.forms[0])
    if short is None:
        return
    for match in re.finditer(rf"(?<!\w){re.escape(short.text)}(?!\w)", text):
        if not hit.start <= match.start() < hit.end:
            yield Hit(match.start(), match.end(), match.group(), (short,))
