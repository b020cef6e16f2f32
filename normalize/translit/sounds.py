"""Words as sounds: how a spelling may be read, keys to find it by, and how alike two are.

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

from normalize.translit.habits import (
    APART,
    ARABIC,
    CLASSES,
    CYRILLIC,
    HEBREW,
    LATIN,
    VOWELS,
    WEIGHTS,
)

_START, _END, _SILENT, _RARER = "^", "$", "-", "~"
_FOLLOWED = {"": "", "e": "(?=[eiyéèêí])", "$": "$", "V": "(?=[aeiouyáéíóúâ])"}
_MARKS = (
    ("sr", frozenset("čćšžđ")),
    ("tr", frozenset("çğıəêîû")),
    ("pl", frozenset("łźżř")),
)
_VOWELLESS = re.compile("[\u0590-\u05ff\u0620-\u06d4\u06d6-\u06ff\ufb1d-\ufeff]")
_SORANI_VOWELS = frozenset("ەێۆ")
_DOUBLED = re.compile(r"(?!ll|cc|zz|ss|gg[eiy])([b-df-hj-np-tv-z])\1")
_OTHER_HABIT = 0.05  # what reading a letter by a rarer habit costs
_SILENT_ELSEWHERE = 0.2  # what it costs to take a letter as silent by a rarer habit
_SHORTEST = 2.0  # below this weight a word is too short for its faults to count in full
_ALIKE_ENOUGH = 0.98  # no other reading is tried
_MOST_KEYS = 8


class Reading(NamedTuple):
    """One way to say a word: its sounds in order, and whether short vowels are missing.

    Each sound is a text of all values it may have there, those of a rarer habit after `~`; a
    leading `^` or trailing `$` marks a sound that begins or ends the word in a telling way.
    `weight` is what the word has to say, about the number of its consonants.
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


@lru_cache(maxsize=1 << 18)
def alike(one: str, other: str) -> float:
    """Return how alike two words sound at best, over all ways to read them, from 0 to 1.

    >>> alike("arakči", "araghchi") > 0.9, alike("karimi", "rahimi") > 0.9
    (True, False)
    """
    if one == other:
        return 1.0
    best = 0.0
    for a, b in product(readings(one), readings(other)):
        best = max(best, likeness(a, b))
        if best > _ALIKE_ENOUGH:
            break
    return best


def likeness(one: Reading, other: Reading) -> float:
    """Return how alike two readings sound, from 0 to 1: a weighted edit distance, turned round.

    >>> likeness(readings("haftar")[0], readings("حفتر")[0]) > 0.95
    True
    """
    if one.sounds == other.sounds:
        return 1.0
    # The inner loop of everything that compares names: rows of the usual distance table.
    gone = [_missing(sound, one.vowelless) for sound in other.sounds]
    row = [0.0]
    for cost in gone:
        row.append(row[-1] + cost)
    for sound in one.sounds:
        cost = _missing(sound, other.vowelless)
        diagonal = row[0]
        left = row[0] = diagonal + cost
        for at, second in enumerate(other.sounds):
            above = row[at + 1]
            best = diagonal + _apart(sound, second)
            if above + cost < best:  # noqa: PLR1730  # min() would take twice the time
                best = above + cost
            if left + gone[at] < best:  # noqa: PLR1730
                best = left + gone[at]
            diagonal = above
            row[at + 1] = left = best
    return max(0.0, 1.0 - row[-1] / max(one.weight, other.weight, _SHORTEST))


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
    return (f"{first}{_RARER}{others}" if first and others else first or others), joined


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
        said[0] = _START + said[0]
    if len(said) > 1 and _ends_tellingly(said):
        said[-1] += _END
    return Reading(tuple(said), vowelless, sum(_missing(sound, False) for sound in said))


def _begins_tellingly(said: Sequence[str], vowelless: bool) -> bool:
    if said[0][0] in VOWELS:
        # Alef before another vowel letter only carries it.
        return not (vowelless and len(said) > 1 and said[1][-1] in "UI")
    return said[0][0] == "h"


def _ends_tellingly(said: Sequence[str]) -> bool:
    if said[-1][0] in VOWELS:
        return True
    return said[-1][0] in "wy" and said[-2].strip(_START)[0] not in VOWELS


@cache
def _possible(sound: str) -> tuple[tuple[str, bool], ...]:
    """Return the values of a sound and whether each is of a rarer habit."""
    usual, _, others = sound.strip(_START + _END).partition(_RARER)
    return (*((value, False) for value in usual), *((value, True) for value in others))


@cache
def _classes(sound: str) -> tuple[str, ...]:
    chosen = [CLASSES.get(value, "") for value, _ in _possible(sound)]
    return tuple(dict.fromkeys(each for several in chosen for each in several or ("",)))


@lru_cache(maxsize=1)
def _distances() -> dict[str, float]:
    cells = APART.split()
    listed = {}
    for both, figure in zip(cells[::2], cells[1::2], strict=True):
        listed[both] = listed[both[::-1]] = float(figure)
    return listed


@cache
def _apart(one: str, other: str) -> float:
    """Return how far two sounds are apart at best, over their possible values."""
    for vowel, written in ((one, other), (other, one)):
        # An ayn that begins a word carries any vowel.
        if vowel[0] == _START and vowel[1] in VOWELS and "?" in written:
            return 0.05
    return min(
        _distance(a, b) + (_OTHER_HABIT if rarer or rare else 0.0)
        for (a, rarer), (b, rare) in product(_possible(one), _possible(other))
    )


def _distance(one: str, other: str) -> float:
    if one == other:
        return 0.0
    if _SILENT in (one, other):
        return 2.0
    vowels = (one in VOWELS) + (other in VOWELS)
    return _distances().get(one + other, (1.0, 2.0, 0.3)[vowels])


@cache
def _missing(sound: str, other_is_vowelless: bool) -> float:
    """Return what it costs that the other spelling has nothing for a sound."""
    values = [value for value, _ in _possible(sound)]
    if "?" in values:
        return 0.05
    if values[0] in VOWELS:
        return _missing_vowel(sound, values, other_is_vowelless)
    if sound[0] == _START:
        return 0.6
    if "U" in values or "I" in values:
        if sound[-1] == _END:
            return 0.6
        return 0.5 if other_is_vowelless else 0.25
    return min(
        WEIGHTS.get(value, 1.0) + (_SILENT_ELSEWHERE if rarer else 0.0)
        for value, rarer in _possible(sound)
    )


def _missing_vowel(sound: str, values: list[str], other_is_vowelless: bool) -> float:
    if sound[0] == _START:
        return 0.45
    if sound[-1] == _END:
        if values[0] in "iI" or "y" in values:
            return 0.6  # Sudan and Sudani are two names
        return 0.02 if _SILENT in values else 0.35 if "a" in values else 0.15
    if other_is_vowelless:
        return 0.4 if values[0] in "AIU" else 0.04
    return 0.15 if values[0] == "A" else 0.2
