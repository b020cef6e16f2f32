"""How likely one word is another with a slip of the finger: what each kind of error costs.

The kinds are those of Damerau (1964): a letter too many, one too few, a wrong one, two that changed
places. What tells a slip from another name is where it stands and which key was hit: that people
seldom miss the first letter is known since Pollock and Zamora (1984), and two neighbours
that changed places, or a letter doubled or not, make hardly ever another name.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

SWAPPED = 0.5  # two letters that changed places
SLIGHT = 0.6  # that, or a letter doubled or not (Philips is none of the Phillips)
PLAIN = 1.0  # a letter too many or too few, the next key
_SHORT = 4
ODD = 1.5  # a key from elsewhere
MOST = _OTHER_VOWEL = 2.0  # Salem and Salim, Colombia and Columbia

# English, Serbian, Arabic, the letters as folded: Cyrillic `р` to `p`.
_LATIN_KEYS = (("qwertyuiop", "asdfghjkl", "zxcvbnm"), ("qwertzuiop", "asdfghjkl", "yxcvbnm"))
_OTHER_KEYS = (
    ("љњeptзyиoпш", "acдфгxjклчћ", "џцвбhm"),
    ("ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرىةوزظ"),
)
_VOWELS = frozenset("aeiouyиاوي")


def cost_of(typed: str, meant: str) -> float | None:
    """Return the cost of the one error by which a word was typed; None for another first letter.

    Both words are folded and differ by one error.

    >>> cost_of("netnayahu", "netanyahu"), cost_of("hezbolah", "hezbollah")
    (0.5, 0.6)
    >>> cost_of("rahim", "karim")
    """
    at = _first_difference(typed, meant)
    longer = max(typed, meant, key=len)
    if len(typed) == len(meant):
        if typed[at + 1 : at + 2] == meant[at] and typed[at] == meant[at + 1 : at + 2]:
            return SWAPPED
        return _replacing(typed[at], meant[at], latin=typed.isascii()) if at else None
    if longer[:2] == "لل" and at == 1:
        return None  # one is joined to the preposition: `لزاب`, `للزاب`
    if at and longer[at] == longer[at - 1]:
        return SLIGHT
    return PLAIN if at else None


def touches_ending(typed: str, meant: str, *, case_letters: int, last: bool) -> bool:
    """Tell whether an error stands where a word has its ending, and so may be none.

    `last` says that the word ends its name: there stand a plural and an adjective (`Iraqi`,
    `Reuters`); in the others only what makes a man's name a woman's (`Karim`, `Karima`). Where
    words are declined, so many of the last letters as `case_letters` may be a case.

    >>> touches_ending("iraqi", "iraq", case_letters=0, last=True)
    True
    >>> touches_ending("aymam", "ayman", case_letters=0, last=False)
    False
    """
    at = _first_difference(typed, meant)
    longer = max(typed, meant, key=len)
    swapped = len(typed) == len(meant) and typed[at + 1 :] != meant[at + 1 :]
    doubled = len(typed) != len(meant) and longer[at] == longer[at - 1]
    if case_letters and doubled:
        # The instrumental of Kavano is Kavanoom, that of Kavan Kavanom.
        return longer[at] in _VOWELS and longer[at + 1 :] in ("", "m")
    if swapped or doubled:
        # The locative of Buš is Bušu, and Buuš more likely Buš.
        return swapped and bool(case_letters) and len(typed) <= _SHORT
    if case_letters:
        return at >= min(len(typed), len(meant)) - case_letters
    if at < len(longer) - 1:
        return False
    changed = {typed[at : at + 1], meant[at : at + 1]}
    # Of `Hezbollah` writers drop the h.
    return (last or not _VOWELS.isdisjoint(changed)) and (meant[at:], typed[at:]) != ("h", "")


def _first_difference(one: str, other: str) -> int:
    letters = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in letters if a != b), min(len(one), len(other)))


def _replacing(typed: str, meant: str, *, latin: bool) -> float:
    vowels = (typed in _VOWELS) + (meant in _VOWELS)
    if vowels == 2:
        return _OTHER_VOWEL
    # Nobody has a name with a vowel for a consonant: Talabani, Talvbani.
    return PLAIN if vowels == 1 or typed + meant in _next_keys(latin) else ODD


@lru_cache(maxsize=2)
def _next_keys(latin: bool) -> frozenset[str]:
    keyboards = _LATIN_KEYS if latin else _OTHER_KEYS
    return frozenset(pair for rows in keyboards for pair in _pairs(rows))


def _pairs(rows: tuple[str, ...]) -> Iterator[str]:
    """Yield the pairs of keys that touch each other, both ways round."""
    for row in rows:
        for one, other in pairwise(row):
            yield from (one + other, other + one)
    for upper, lower in pairwise(rows):
        for at, key in enumerate(lower):
            for other in upper[at : at + 2]:
                yield from (key + other, other + key)
