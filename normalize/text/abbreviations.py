"""Acronyms that a text defines itself: `product-market fit (PMF)`.

The search for the long form is that of A. S. Schwartz and M. A. Hearst, "A simple algorithm
for identifying abbreviation definitions in biomedical text", PSB 2003.
"""

from __future__ import annotations

import re

_REACH = 400
_WORDS_BEFORE = re.compile(r"[^().;:!?\n]*\Z")
_BRACKET_AFTER = re.compile(r"\s*\(\s*([^()\n]{3,200})\)")


def find_definition(text: str, start: int, end: int) -> str | None:
    """Return the long form that the text gives for the acronym at `start:end`, if it gives one.

    Both orders are seen, `long form (ACR)` and `ACR (long form)`.

    >>> text = "It found product-market fit (PMF) early."
    >>> find_definition(text, 29, 32)
    'product-market fit'
    """
    acronym = text[start:end].replace(".", "")
    if text[max(0, start - 1) : start] == "(" and text[end : end + 1] in (")", ",", ";"):
        before = _WORDS_BEFORE.search(text, max(0, start - _REACH), start - 1)
        return find_long_form(acronym, before.group().rstrip()) if before else None
    after = _BRACKET_AFTER.match(text, end)
    if after and len(after[1].split()) > 1:
        long_form = find_long_form(acronym, after[1])
        return long_form if long_form and after[1].startswith(long_form) else None
    return None


def find_long_form(acronym: str, before: str) -> str | None:
    """Return the shortest end of `before` in which the acronym's letters follow one another.

    The first letter must begin a word, and there may be at most five words more than letters,
    nor more than twice as many.

    >>> find_long_form("HTS", "troops of Hayat Tahrir al-Sham")
    'Hayat Tahrir al-Sham'
    """
    most_words = min(len(acronym) + 5, len(acronym) * 2)
    words = before.split()[-most_words:]
    candidate = " ".join(words)
    lower = candidate.lower()
    at = len(lower)
    for number, letter in reversed(list(enumerate(acronym.lower()))):
        if not letter.isalnum():
            continue
        at -= 1
        while at >= 0 and (
            lower[at] != letter or (number == 0 and at > 0 and lower[at - 1].isalnum())
        ):
            at -= 1
        if at < 0:
            return None
    return candidate[at:]
