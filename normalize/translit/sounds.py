"""Words as sounds: how a spelling may be read, and keys to find it by.

The tables lie in `habits`. A word of an unknown habit is read under all of them at once, each
sound keeping every value it may have; a letter that only one habit has (`č`, `ı`, `ł`) settles it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice, product
from typing import NamedTuple

from normalize.translit.distance import END, RARER, START, missing_cost, possible_values
from normalize.translit.habits import ARABIC, CLASSES, CYRILLIC, HEBREW, LATIN, VOWELS

_FOLLOWED = {"": "", "e": "(?=[eiyéèêí])", "$": "$", "V": "(?=[aeiouyáéíóúâ])"}
_MARKS = (
    ("sr", frozenset("čćšžđ")),
    ("tr", frozenset("çğıəêîû")),
    ("pl", frozenset("łźżř")),
)
_VOWELLESS = re.compile("[\u0590-\u05ff\u0620-\u06d4\u06d6-\u06ff\ufb1d-\ufeff]")
_SORANI_VOWELS = frozenset("ەێۆ")
_DOUBLED = re.compile(r"(?!ll|cc|zz|ss|gg[eiy])([b-df-hj-np-tv-z])\1")
_MOST_KEYS = 8


class Reading(NamedTuple):
    """One way to say a word: its sounds in order, and whether short vowels are missing.

    The sounds are as `distance` has them. `weight` is what the word has to say, about the number
    of its consonants.
    """

    sounds: tuple[str, ...]
    vowelless: bool
    weight: float


@lru_cache(maxsize=1 << 16)
def readings(word: str) -> tuple[Reading, ...]:
    """Return the ways to say one word in small letters, of any script; the likeliest first.

    >>> readings("shah")[0].sounds
    ('S', 'a$')
    >>> readings("shah")[1].sounds
    ('s', 'h', 'a', 'h')
    """
    if not word.isascii() and not _is_latin(word):
        vowelless = bool(_VOWELLESS.search(word)) and not _SORANI_VOWELS & set(word)
        return (_reading(list(_native(word)), vowelless),)
    habit = next((name for name, marks in _MARKS if marks & set(word)), "")
    ways = (_reading(list(_latin(word, habit, as_two)), False) for as_two in (False, True))
    return tuple(dict.fromkeys(ways))


@lru_cache(maxsize=1 << 16)
def sound_keys(word: str) -> tuple[str, ...]:
    """Return the consonant keys of a word, that of its likeliest reading first.

    Spellings of one name share at least one key, by and large; vowels and what many writers
    leave out (h, y, w, ayn) have no part in it.

    >>> set(sound_keys("arakči")) & set(sound_keys("عراقچی"))
    {'RKJ'}
    """
    keys: dict[str, None] = {}
    for reading in readings(word):
        choices = map(_classes, reading.sounds)
        for chosen in islice(product(*choices), _MOST_KEYS):
            keys["".join(chosen)] = None
    return tuple(keys)


def _is_latin(word: str) -> bool:
    return any("a" <= c <= "\u024f" or "\u1e00" <= c <= "\u1eff" for c in word)


Row = tuple[str, tuple[str, ...]]


@lru_cache(maxsize=8)
def _latin_table(habit: str) -> dict[str, tuple[re.Pattern[str], dict[str, Row]]]:
    """Return by first letter a pattern of spellings, and by its group the sounds of each.

    With a habit, a row has only that one's sounds, or those of its first where it has none.
    """
    rows: dict[str, dict[str, Row]] = {}
    pieces: dict[str, list[str]] = {}
    for number, line in enumerate(LATIN.strip().split("\n")):
        spelling, *cells = line.split()
        by_habit = {name: said.split(",") for name, _, said in (c.partition(":") for c in cells)}
        letters, _, before = spelling.partition("/")
        if habit:
            if habit not in by_habit and len(letters) > 1:
                continue  # what only others write with several letters is several sounds here
            first = habit if habit in by_habit else next(iter(by_habit))
            by_habit = {first: by_habit[first]}
        rows.setdefault(letters[0], {})[f"g{number}"] = _values(list(by_habit.values()))
        pieces.setdefault(letters[0], []).append(f"(?P<g{number}>{letters}{_FOLLOWED[before]})")
    return {letter: (re.compile("|".join(pieces[letter])), rows[letter]) for letter in rows}


def _values(by_habit: list[list[str]]) -> tuple[str, tuple[str, ...]]:
    """Return the single sounds of a row, rarer ones after `~`, and its first row of several."""
    first = "".join(s for s in by_habit[0] if "+" not in s)
    others = "".join(s for said in by_habit[1:] for s in said if "+" not in s and s not in first)
    joined = next((tuple(s.split("+")) for said in by_habit for s in said if "+" in s), ())
    return (f"{first}{RARER}{others}" if first and others else first or others), joined


def _latin(word: str, habit: str, as_two: bool) -> Iterator[str]:
    table = _latin_table(habit)
    word = _DOUBLED.sub(r"\1", word)
    at = 0
    while at < len(word):
        letter = word[at]
        if letter not in table:
            letter = unicodedata.normalize("NFD", letter)[0]
            word = word[:at] + letter + word[at + 1 :]
        if letter not in table:
            # A letter of another script inside the word says what it says there.
            yield from _letters().get(letter, ())
        pattern, rows = table.get(letter, (None, {}))
        found = pattern.match(word, at) if pattern else None
        at = found.end() if found else at + 1
        single, joined = rows[found.lastgroup or ""] if found else ("", ())
        if joined and (as_two or not single):
            yield from joined
        elif single:
            yield single


@lru_cache(maxsize=1)
def _letters() -> dict[str, tuple[str, ...]]:
    return {
        letter: tuple(sounds.split("+"))
        for table in (ARABIC, HEBREW, CYRILLIC)
        for letter, _, sounds in (cell.partition(":") for cell in table.split())
    }


def _native(word: str) -> Iterator[str]:
    # The hamza that begins a Sorani word is silent; the name of God writes its doubled l.
    if word[0] == "ئ" and len(word) > 2:
        word = word[1:]
    word = word.replace("لله", "له")
    for at, letter in enumerate(word):
        if letter == "ه" and at == len(word) - 1 and at > 1:
            yield "aeh"  # mostly the vowel a or e
        elif letter == "ن" and word[at + 1 : at + 2] == "ب":
            yield "nm"
        elif letter == "ت" and word[at + 1 : at + 2] == "ش":
            yield "tC"  # Arabic writes a foreign ch with two letters
        elif letter == "ش" and at and word[at - 1] == "ت":
            yield "S-"
        else:
            yield from _letters().get(letter, ())


def _reading(sounds: list[str], vowelless: bool) -> Reading:
    said: list[str] = []
    for sound in sounds:
        # Doubled consonants are one in most spellings of a name; vowelless scripts write those
        # that a vowel parts.
        if not (said and said[-1] == sound and not vowelless and sound[0] not in VOWELS):
            said.append(sound)
    if said and _begins_tellingly(said, vowelless):
        said[0] = START + said[0]
    if len(said) > 1 and _ends_tellingly(said):
        said[-1] += END
    return Reading(tuple(said), vowelless, sum(missing_cost(sound, False) for sound in said))


def _begins_tellingly(said: Sequence[str], vowelless: bool) -> bool:
    if said[0][0] in VOWELS:
        # Alef before another vowel letter only carries it.
        return not (vowelless and len(said) > 1 and said[1][-1] in "UI")
    return said[0][0] == "h"


def _ends_tellingly(said: Sequence[str]) -> bool:
    if said[-1][0] in VOWELS:
        return True
    return said[-1][0] in "wy" and said[-2].strip(START)[0] not in VOWELS


@cache
def _classes(sound: str) -> tuple[str, ...]:
    chosen = [CLASSES.get(value, "") for value, _ in possible_values(sound)]
    return tuple(dict.fromkeys(each for several in chosen for each in several or ("",)))
