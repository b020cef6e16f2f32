"""Acronyms: endings after a hyphen, which careless writers leave out."""

from __future__ import annotations

import re
from collections.abc import Mapping

_ACRONYM = re.compile(r"(?:[^\W\d_]\d*){2,}(?:-[^\W\d_]{2,})?")
_MASCULINE = {"gen": "a", "dat": "u", "loc": "u", "ins": "om"}
_FEMININE = {"gen": "e", "dat": "i", "loc": "i", "acc": "u", "ins": "om"}
_SOFT = tuple("ČĆĐŠŽJ")


def is_acronym(name: str) -> bool:
    """Tell whether a name is all capitals without dots.

    >>> is_acronym("HTS"), is_acronym("U.S."), is_acronym("Asad")
    (True, False, False)
    """
    return name.isupper() and _ACRONYM.fullmatch(name) is not None


def decline_acronym(name: str) -> Mapping[str, tuple[str, ...]]:
    """Return the cases of an acronym, with the possessive; the acronym alone may be any of them.

    >>> decline_acronym("HTS")["ins"], decline_acronym("SANA")["gen"]
    (('HTS-om', 'HTS'), ('SANA-e', 'SANA-a', 'SANA'))
    """
    cases: dict[str, tuple[str, ...]] = {"nom": (name,), "acc": (name,)}
    for case in ("gen", "dat", "acc", "ins", "loc"):
        endings = [_MASCULINE.get(case)]
        if name.endswith("A"):
            endings.insert(0, _FEMININE[case])
        elif name.endswith(_SOFT) and case == "ins":
            endings.insert(0, "em")
        written = [f"{name}-{ending}" for ending in endings if ending]
        bare = [name]
        cases[case] = tuple(dict.fromkeys(bare + written if case == "acc" else written + bare))
    cases["voc"] = (name,)
    cases["poss"] = (f"{name}-ov",)
    return cases
