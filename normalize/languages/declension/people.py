"""Persons' names: every part of a man's is declined, of a woman's what ends in -a."""

from __future__ import annotations

import re

from normalize.languages.declension.pieces import Phrase, Piece, phrase_of
from normalize.languages.declension.tables import tables
from normalize.languages.declension.words import decline

_WORD = re.compile(r"(?P<gap>[\s-]*)(?P<word>[^\s-]+)")
_NUMERAL = re.compile(r"[IVXLC]+\.?|[\W\d_]+|\w\.|\w{1,2}\.")


def parse_person(
    name: str, gender: str | None, *, full: bool, pattern: str = "", stem: str = ""
) -> Phrase:
    """Return a person's name in pieces.

    The press may leave all but the last part as they are (Redžep Tajip Erdogana), or only the
    first. `pattern` and `stem` are those of the last part.

    >>> [next(parse_person("Bašar el Asad", "m", full=True).write(c)) for c in ("gen", "ins")]
    ['Bašara el Asada', 'Bašarom el Asadom']
    """
    words = list(_WORD.finditer(name))
    able = [at for at, word in enumerate(words) if _declines(word["word"])]
    if not able:
        return phrase_of([Piece("", name)])
    gender = gender or guess_gender(words[able[0]]["word"], full=full)
    pieces = []
    for at, match in enumerate(words):
        word, cases = match["word"], None
        if at in able:
            kind = _kind(gender, full=full, last=at == able[-1], alone=len(able) == 1)
            own = (pattern, stem) if at == able[-1] else ("", "")
            cases = decline(word, kind, animate=True, pattern=own[0], stem=own[1])
        pieces.append(Piece(match["gap"], word, cases))
    if gender == "f":
        return _woman(pieces, able, full=full)
    hyphened = [at for at in able if at + 1 < len(words) and words[at + 1]["gap"] == "-"]
    ours = [at for at in able if at not in hyphened]
    # A surname in -u or another vowel is often left as it is: Benjamina Netanjahu.
    unlike = able[:-1] if words[able[-1]]["word"][-1:].lower() in "eiou" else []
    return phrase_of(pieces, ours, able, able[-1:], ours[1:], unlike)


def _declines(word: str) -> bool:
    known = tables()
    small = word.lower()
    if small in known.particles or _NUMERAL.fullmatch(word):
        return False
    return word[0].isupper() or small in known.titles


def _kind(gender: str, *, full: bool, last: bool, alone: bool) -> str:
    if gender != "f":
        return gender
    is_surname = last and not (alone and full)
    return "surname-of-woman" if is_surname else "woman"


def _woman(pieces: list[Piece], able: list[int], *, full: bool) -> Phrase:
    """Return a woman's name; the press also declines a surname in -a, or nothing."""
    last = able[-1]
    if pieces[last].word[-1:].lower() != "a" or (full and len(able) == 1):
        return phrase_of(pieces)
    ours = phrase_of(pieces)
    bent = [*pieces]
    bent[last] = pieces[last]._replace(cases=decline(pieces[last].word, "woman", animate=True))
    if bent == pieces:
        return ours
    cases = {
        case: (*(pieces[last].cases or {}).get(case, ()), *forms)
        for case, forms in (bent[last].cases or {}).items()
    }
    bent[last] = bent[last]._replace(cases=cases)
    return phrase_of(bent)


def guess_gender(first: str, *, full: bool) -> str:
    """Return `f` for a given name in -a that no man has, else `m`.

    >>> guess_gender("Ursula", full=True), guess_gender("Nikola", full=True)
    ('f', 'm')
    """
    small = first.lower()
    return "f" if full and small.endswith("a") and small not in tables().men_in_a else "m"
