"""Names of places, organisations and events: their first noun is declined, with its adjectives."""

from __future__ import annotations

import re
from functools import partial
from itertools import takewhile
from typing import NamedTuple

from normalize.languages.declension.acronyms import is_acronym
from normalize.languages.declension.pieces import Phrase, Piece, phrase_of
from normalize.languages.declension.tables import tables
from normalize.languages.declension.words import Cases, decline, decline_adjective, is_adjective

_WORD = re.compile(r"(?P<gap>\s*)(?P<word>\S+)")
_GENITIVE = re.compile(r".*(?:[aeiou]|[ei]h|[oe]g)\W*", re.IGNORECASE)
_FOREIGN = re.compile(r"[qwxyQWXY]|(?<=\w)[A-ZČĆĐŠŽ](?=[a-zčćđšž])")
_UNCHANGING = re.compile(r"[\W\d_]+|[IVXLC]+\.?|\w\.")


class Kind(NamedTuple):
    """What is known of a name beside its words; `pattern` and `stem` are those of its head."""

    type: str
    gender: str | None
    pattern: str = ""
    stem: str = ""

    @property
    def animate(self) -> bool:
        """Whether the accusative of a masculine name is its genitive."""
        return self.type in ("people", "title")


def parse_thing(name: str, kind: Kind) -> Phrase:
    """Return the name of a place, organisation, event or people in pieces.

    >>> def genitive(name, gender):
    ...     return next(parse_thing(name, Kind("place", gender)).write("gen"))
    >>> genitive("Novi Sad", "m"), genitive("Sjedinjene Američke Države", "fpl")
    ('Novog Sada', 'Sjedinjenih Američkih Država')
    >>> genitive("Snage narodne mobilizacije", "fpl"), genitive("Bosna i Hercegovina", "f")
    ('Snaga narodne mobilizacije', 'Bosne i Hercegovine')
    """
    matches = list(_WORD.finditer(name))
    words = [match["word"] for match in matches]
    declined: dict[int, Cases] = {}
    head = _decline_phrase(words, 0, kind, declined)
    pieces = [
        Piece(match["gap"], match["word"], declined.get(at)) for at, match in enumerate(matches)
    ]
    rest = range(head + 1, len(words))
    if head < 0 or not rest or words[head + 1].lower() in tables().prepositions:
        return phrase_of(pieces)
    if words[head + 1] in ("i", "te") and len(rest) > 1:
        return _coordinated(pieces, words, head, kind)
    if len(declined) == 1:
        return _two_nouns(pieces, words, head, kind)
    return phrase_of(pieces)


def _decline_phrase(words: list[str], start: int, kind: Kind, declined: dict[int, Cases]) -> int:
    """Decline the adjectives from `start` on and their noun; return the noun's place, or -1."""
    known = tables()
    while start < len(words) and _is_unchanging(words[start]):
        start += 1
    if start == len(words):
        return -1
    gender = kind.gender or guess_gender(words[start:])
    head = start
    while head + 1 < len(words) and is_adjective(words[head], gender, known):
        if not _agrees(words[head + 1], gender):
            break
        declined[head] = decline_adjective(words[head], gender, animate=kind.animate)
        head += 1
    if head == start and _is_modifier(words, head, gender):
        head += 1
    declined[head] = _decline_noun(words[head], gender, kind)
    return head


def _is_modifier(words: list[str], at: int, gender: str) -> bool:
    """Tell whether a word only says which bank, league or centre it is: Raiffeisen banka."""
    if at + 1 >= len(words) or not words[at][0].isupper() or not words[at + 1][0].islower():
        return False
    known = tables()
    common = known.heads | known.nouns
    return (
        words[at].lower() not in common
        and words[at + 1].lower() in common
        and _agrees(words[at + 1], gender)
    )


def _is_unchanging(word: str) -> bool:
    return word.lower() in tables().particles or _UNCHANGING.fullmatch(word) is not None


def _agrees(word: str, gender: str) -> bool:
    """Tell whether a word may be in the nominative of a gender, so that an adjective fits it."""
    small = word.lower()
    if small in tables().prepositions or small == "i":
        return False
    last = {"f": "a", "n": "oe", "mpl": "i", "fpl": "e", "npl": "a"}.get(gender)
    if gender == "m":
        return small[-1] not in "ae"
    consonant = gender == "f" and small[-1] not in "aeiou"
    return consonant or (last is not None and small[-1] in last)


def _decline_noun(word: str, gender: str, kind: Kind) -> Cases:
    """Return the forms of a noun; of one with a hyphen only the last part is declined."""
    before, hyphen, last = word.rpartition("-")
    row = {"m": "people", "f": "woman"}.get(gender, gender) if kind.type == "people" else gender
    cases = decline(last, row, animate=kind.animate, pattern=kind.pattern, stem=kind.stem)
    if not hyphen:
        return _with_hyphen(word, cases) if _is_foreign(word) else cases
    return {case: tuple(before + hyphen + form for form in forms) for case, forms in cases.items()}


def _is_foreign(word: str) -> bool:
    """Tell whether a word is spelled as abroad, so that endings may take a hyphen: Bayern-a."""
    return _FOREIGN.search(word) is not None


def _with_hyphen(word: str, cases: Cases) -> Cases:
    """Add the forms that join their ending by a hyphen."""
    endings = {"gen": "a", "dat": "u", "loc": "u", "ins": "om"}
    joined = {
        case: (*forms, f"{word}-{endings[case]}")
        for case, forms in cases.items()
        if case in endings
    }
    return {**cases, **joined}


def guess_gender(words: list[str]) -> str:
    """Return the gender that the first words of a name suggest.

    >>> guess_gender(["Libijska", "armija"]), guess_gender(["Ujedinjene", "nacije"])
    ('f', 'fpl')
    >>> guess_gender(["Međunarodni", "monetarni", "fond"])
    'm'
    """
    first = words[0]
    for gender, ending in (("fpl", "e"), ("mpl", "i")):
        adjectives = list(takewhile(partial(is_adjective, gender=gender), words))
        noun = words[len(adjectives)] if len(adjectives) < len(words) else ""
        if adjectives and noun.endswith(ending):
            return gender
    # An adjective agrees with its noun, which alone tells feminine visoravan from masculine Sad.
    if first.lower() in ("visoravan", "oblast", "vlast", "pomoć") or first[-1] in "aA":
        return "f"
    if first[-1] in "oO" or first.lower().endswith(("lje", "nje", "će", "ce", "je")):
        return "n"
    return "m"


def gender_of_variant(name: str, gender: str) -> str:
    """Return the gender of another name of a thing: its own where it can't be that of the first.

    >>> gender_of_variant("Golan", "f"), gender_of_variant("Islamska država", "m")
    ('m', 'f')
    >>> gender_of_variant("Snage otpora", "fpl"), gender_of_variant("Raiffeisen banka", "f")
    ('fpl', 'f')
    """
    words = [word for word in name.split() if not _is_unchanging(word)]
    if not words:
        return gender
    own = guess_gender(words)
    if gender == "m":
        agree = own != "m" and len(words) > 1 and is_adjective(words[0], own)
        return own if agree else gender
    ending = {"f": "a", "fpl": "e", "mpl": "i", "npl": "a", "n": "oe"}[gender]
    return gender if any(word[-1].lower() in ending for word in words) else own


def _coordinated(pieces: list[Piece], words: list[str], head: int, kind: Kind) -> Phrase:
    """Return a name such as Bosna i Hercegovina, whose other half is declined too."""
    declined: dict[int, Cases] = {}
    other = Kind(kind.type, None)
    _decline_phrase(words[: len(words)], head + 2, other, declined)
    for at, cases in declined.items():
        pieces[at] = pieces[at]._replace(cases=cases)
    return phrase_of(pieces)


def _two_nouns(pieces: list[Piece], words: list[str], head: int, kind: Kind) -> Phrase:
    """Return a name whose first noun is followed by more: a genitive, or one more nominative."""
    known = tables()
    first, last = words[head].lower(), len(words) - 1
    if first in known.apposed:
        declined: dict[int, Cases] = {}
        _decline_phrase(words, head + 1, Kind(kind.type, None), declined)
        bent = [
            piece._replace(cases=declined.get(at, piece.cases)) for at, piece in enumerate(pieces)
        ]
        return phrase_of(bent, range(len(words)), [head])
    if first in known.heads or words[last][0].islower() or _is_unchanging(words[last]):
        return phrase_of(pieces)
    if is_acronym(words[last]):
        return phrase_of(pieces)
    is_place = kind.type in ("place", "people")
    if _GENITIVE.fullmatch(words[last]) and not is_place:
        return phrase_of(pieces)
    return _foreign(pieces, words, head, kind)


def _foreign(pieces: list[Piece], words: list[str], head: int, kind: Kind) -> Phrase:
    """Return a foreign name, of which the last word is declined, or all: Hajata Tahrira el Šama."""
    own = Kind(kind.type, None)
    last = len(words) - 1
    for at in range(head, len(words)):
        if words[at][0].isupper() and not _is_unchanging(words[at]):
            its = kind if at == last else own
            known = kind.gender if at in (head, last) else None
            gender = known or guess_gender([words[at]])
            pieces[at] = pieces[at]._replace(cases=_decline_noun(words[at], gender, its))
    able = range(len(words))
    article = any(word.lower() in ("el", "al") for word in words[head + 1 :])
    both_native = kind.type == "place" and len(words) == 2 and words[0][-1] == words[1][-1]
    both_native = both_native and words[0][-1] in "ao"
    if article or both_native:
        return phrase_of(pieces, able, [last], [head])
    return phrase_of(pieces, [last], able, [head])
