"""What two sounds are apart, and what one costs that a spelling lacks.

A sound is a text of all values it may have at its place in a word, those of a rarer habit after
`~`; a leading `^` or trailing `$` marks one that begins or ends the word in a telling way.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import product

from normalize.translit.habits import APART, VOWELS, WEIGHTS

START, END, SILENT, RARER = "^", "$", "-", "~"
_OTHER_HABIT = 0.05  # what reading a letter by a rarer habit costs
_SILENT_ELSEWHERE = 0.2  # what it costs to take a letter as silent by a rarer habit


@cache
def possible_values(sound: str) -> tuple[tuple[str, bool], ...]:
    """Return the values of a sound and whether each is of a rarer habit."""
    usual, _, others = sound.strip(START + END).partition(RARER)
    return (*((value, False) for value in usual), *((value, True) for value in others))


@lru_cache(maxsize=1)
def _distances() -> dict[str, float]:
    cells = APART.split()
    listed = {}
    for both, figure in zip(cells[::2], cells[1::2], strict=True):
        listed[both] = listed[both[::-1]] = float(figure)
    return listed


@cache
def sound_distance(one: str, other: str) -> float:
    """Return how far two sounds are apart at best, over their possible values."""
    for vowel, written in ((one, other), (other, one)):
        # An ayn that begins a word carries any vowel.
        if vowel[0] == START and vowel[1] in VOWELS and "?" in written:
            return 0.05
    return min(
        _distance(a, b) + (_OTHER_HABIT if rarer or rare else 0.0)
        for (a, rarer), (b, rare) in product(possible_values(one), possible_values(other))
    )


def _distance(one: str, other: str) -> float:
    if one == other:
        return 0.0
    if SILENT in (one, other):
        return 2.0
    vowels = (one in VOWELS) + (other in VOWELS)
    return _distances().get(one + other, (1.0, 2.0, 0.3)[vowels])


@cache
def missing_cost(sound: str, other_is_vowelless: bool) -> float:
    """Return what it costs that the other spelling has nothing for a sound."""
    values = [value for value, _ in possible_values(sound)]
    if "?" in values:
        return 0.05
    if values[0] in VOWELS:
        return _missing_vowel(sound, values, other_is_vowelless)
    if sound[0] == START:
        return 0.6
    if "U" in values or "I" in values:
        if sound[-1] == END:
            return 0.6
        return 0.5 if other_is_vowelless else 0.25
    return min(
        WEIGHTS.get(value, 1.0) + (_SILENT_ELSEWHERE if rarer else 0.0)
        for value, rarer in possible_values(sound)
    )


def _missing_vowel(sound: str, values: list[str], other_is_vowelless: bool) -> float:
    if sound[0] == START:
        return 0.45
    if sound[-1] == END:
        if values[0] in "iI" or "y" in values:
            return 0.6  # Sudan and Sudani are two names
        return 0.02 if SILENT in values else 0.35 if "a" in values else 0.15
    if other_is_vowelless:
        return 0.4 if values[0] in "AIU" else 0.04
    return 0.15 if values[0] == "A" else 0.2
