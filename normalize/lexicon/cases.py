"""What is wrong with the Serbian forms that an entry gives for its name.

Nobody can check a form for its sense, but a slip of the hand shows: a form that begins otherwise
than the name, a pattern for another ending, plural cases of a city.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from normalize.languages.declension.tables import tables
from normalize.lexicon.codes import Code
from normalize.lexicon.schema import CASES, PLURAL_CASES
from normalize.lexicon.spelling import Flaw


def find_misdeclined(fields: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], Flaw]]:
    """Yield what does not fit in the `declension` of a draft's fields, with the way to it.

    >>> fields = {"type": "place", "names": {"sr": "Raka"}, "declension": {"gen": "Hame"}}
    >>> [(trail, flaw.message) for trail, flaw in find_misdeclined(fields)]
    [(('declension', 'gen'), "'Hame' is no form of 'Raka'")]
    """
    told = {key: value for key, value in (fields.get("declension") or {}).items() if value}
    name = (fields.get("names") or {}).get("sr")
    if not told:
        return
    if not name:
        hint = "write it, such as 'names: {sr: Abas Arakči}'"
        yield ("declension",), _flaw(0, "there is no Serbian name here to decline", hint)
        return
    for key, value in told.items():
        trail = ("declension", key)
        if key in PLURAL_CASES and fields.get("type") not in ("people", None):
            hint = "of a plural name give 'gen', 'dat' and so on, and its 'gender'"
            yield trail, _flaw(0, "only a people has forms for one and for many", hint)
        elif key in CASES:
            yield from ((trail, flaw) for flaw in _misfits(value, name))
        elif key == "stem" and not any(word[0] == value[0] for word in name.split()):
            hint = "it begins like the word that is declined, as 'Aleksandr' for 'Aleksandar'"
            yield trail, _flaw(0, f"{value!r} is no stem of {name!r}", hint)
        elif key == "type" and not _fits_pattern(value, name):
            cut = tables().patterns[value].cut
            hint = f"it is for names in -{cut}"
            yield trail, _flaw(0, f"the pattern {value!r} does not fit {name!r}", hint)


def _flaw(offset: int, message: str, hint: str) -> Flaw:
    return Flaw(offset, message, hint, Code.DECLENSION)


def _misfits(value: str, name: str) -> Iterator[Flaw]:
    """Yield the forms, of those parted by bars, that are none of the name.

    Of one in another script the script is complained of already.
    """
    words = name.lower().split()
    offset = 0
    for form in value.split("|"):
        said = form.lower().split()
        if not said:
            yield _flaw(offset, "here is a bar without a form beside it", "take the bar away")
        elif len(said) > len(words):
            message = f"{form.strip()!r} has more words than {name!r}"
            yield _flaw(offset, message, "part two ways to write a form by a bar: ' | '")
        elif form[:1] < "\u0370" and any(
            one[0] != two[0] for one, two in zip(said, words[-len(said) :], strict=True)
        ):
            hint = "give all its words in the case, or the last ones"
            yield _flaw(offset, f"{form.strip()!r} is no form of {name!r}", hint)
        offset += len(form) + 1


def _fits_pattern(pattern: str, name: str) -> bool:
    cut = tables().patterns[pattern].cut
    return any(word.lower().endswith(cut) for word in name.split())
