"""Serbian names met in several cases, and the nominative that all of them are cases of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from normalize.languages import language
from normalize.languages.serbian import write_latin
from normalize.languages.shape import Shape

_LANG = "sr-Latn"


class Nominative(NamedTuple):
    """The nominative of a name, in Latin script, and its gender where the cases met show it."""

    text: str
    gender: str = ""


def find_nominatives(spellings: Sequence[str]) -> Mapping[str, Nominative]:
    """Return for each of the Serbian spellings the one among them that it is a case of.

    What is a case of none stands for itself, and so does what could only be a case of a spelling
    that was not met.

    >>> found = find_nominatives(["Darka Šarića", "Darko Šarić", "Дарку Шарићу"])
    >>> found["Дарку Шарићу"]
    Nominative(text='Darko Šarić', gender='m')
    """
    latin = {spelling: write_latin(spelling) for spelling in spellings}
    left = dict.fromkeys(latin.values())
    nominatives: dict[str, Nominative] = {}
    while left:
        best = max(left, key=lambda text: max(len(_cases(text, g) & left.keys()) for g in "mf"))
        gender = max("mf", key=lambda gender: len(_cases(best, gender) & left.keys()))
        cases = _cases(best, gender) & left.keys()
        found = Nominative(best, gender if len(cases) > 1 else "")
        for text in cases | {best}:
            nominatives[text] = found
            del left[text]
    return {spelling: nominatives[text] for spelling, text in latin.items()}


def _cases(text: str, gender: str) -> set[str]:
    """Return a name and its cases."""
    shape = Shape("person", gender=gender)
    return {text, *(form for form, _ in language(_LANG).inflect(text, shape))}
