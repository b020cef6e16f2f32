"""A Serbian name in all its cases, with the labels by which a case is carried to another name.

A label is the cases of a form joined by a bar, `gen|acc`; a case of the plural begins with `pl-`;
a form of the possessive adjective is `poss` and its ending (`poss-og`), since that ending is the
same for every name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from normalize.languages.declension.acronyms import decline_acronym, is_acronym
from normalize.languages.declension.people import parse_person
from normalize.languages.declension.pieces import Phrase
from normalize.languages.declension.tables import CASES, tables
from normalize.languages.declension.things import Kind, parse_thing
from normalize.languages.declension.words import label_of
from normalize.languages.shape import Shape

Forms = Mapping[str, tuple[str, ...]]
_OF_PEOPLES = ("pl-nom", "pl-gen", "pl-dat", "pl-acc")


def forms_of(name: str, shape: Shape, *, ways: int | None = None) -> Forms:
    """Return the forms of each case of a name in Latin letters, ours first.

    `ways` is in how many ways the parts of a person's name are declined together, at most.

    >>> forms_of("Nuri al-Maliki", Shape("person", gender="m"))["gen"][:2]
    ('Nurija al-Malikija', 'Nuri al-Malikija')
    """
    given = tuple(sorted(shape.declension.items()))
    return _forms(name, _Known(shape.type, shape.full, shape.gender, given, ways))


class _Known(NamedTuple):
    """A shape that can be remembered by."""

    type: str
    full: bool
    gender: str | None
    given: tuple[tuple[str, str], ...]
    ways: int | None


@lru_cache(maxsize=4096)
def _forms(name: str, known: _Known) -> Forms:
    type, gender = known.type, known.gender
    if is_acronym(name):
        return decline_acronym(name)
    if type == "term" and gender is None:
        return dict.fromkeys(CASES, (name,))
    told = dict(known.given)
    pattern, stem = told.pop("type", ""), told.pop("stem", "")
    if type == "person":
        phrase = parse_person(name, gender, full=known.full, pattern=pattern, stem=stem)
        phrase = phrase._replace(ways=phrase.ways[: known.ways])
        forms = {case: tuple(dict.fromkeys(phrase.write(case))) for case in CASES}
        forms["voc"] = forms["voc"][:1]
        if possessive := told.pop("poss", "") or _possessive(phrase):
            forms["poss"] = (possessive,)
    else:
        phrase = parse_thing(name, Kind(type, gender, pattern, stem))
        cases = [case for case in CASES if case != "voc"]
        if type == "people" and gender in ("m", "f", None):
            cases += _OF_PEOPLES
        forms = {case: tuple(dict.fromkeys(phrase.write(case))) for case in cases}
        told = {**tables().names.get(name, {}), **told}
    return _with_exceptions(name, forms, told, animate=type in ("person", "people"))


def _possessive(phrase: Phrase) -> str:
    """Return the possessive adjective of a single name; of longer ones Serbian has none."""
    changing = [piece for piece in phrase.pieces if piece.word[:1].isupper()]
    able = [piece for piece in phrase.pieces if piece.cases is not None]
    if len(able) != 1 or able[0] is not phrase.pieces[-1] or len(changing) > 2:
        return ""
    (last,) = able
    made = (last.cases or {}).get("poss", ("",))[0]
    return made and "".join(p.gap + (made if p is last else p.word) for p in phrase.pieces)


def _with_exceptions(name: str, forms: dict[str, tuple[str, ...]], told: Mapping[str, str],
                     *, animate: bool) -> Forms:  # fmt: skip
    """Put in the forms that an editor gave; one of fewer words is the end of the name's form."""
    given = dict(told)
    if "dat" in given:
        given.setdefault("loc", given["dat"])
    if "gen" in given and animate and not name.endswith("a"):
        given.setdefault("acc", given["gen"])
    for case, ending in given.items():
        rules = forms.get(case, (name,))
        endings = [one.strip() for one in ending.split("|")]
        forms[case] = tuple(dict.fromkeys(_put_in(form, end) for end in endings for form in rules))
    return forms


def _put_in(form: str, ending: str) -> str:
    words, ends = form.split(" "), ending.split(" ")[-len(form.split(" ")) :]
    return " ".join([*words[: -len(ends)], *ends])


def inflections(name: str, shape: Shape, *, ways: int | None = None) -> Iterator[tuple[str, str]]:
    """Yield every form but the name itself, with its label.

    >>> list(inflections("Hezbolah", Shape("organisation", gender="m")))
    [('Hezbolaha', 'gen'), ('Hezbolahu', 'dat|loc'), ('Hezbolahom', 'ins')]
    """
    cases: dict[str, set[str]] = {}
    for case, forms in forms_of(name, shape, ways=ways).items():
        for form in _possessives(forms[0]) if case == "poss" else forms:
            label = f"poss-{form.removeprefix(forms[0])}" if case == "poss" else case
            cases.setdefault(form, set()).add(label.removesuffix("-"))
    cases.pop(name, None)
    for form, labels in cases.items():
        yield form, label_of(labels)


def _possessives(first: str) -> Iterator[str]:
    for ending in tables().possessive_endings:
        yield first + ending


def base_label(name: str, shape: Shape) -> str:
    """Return the label of the name as it stands, which may be more than the nominative.

    >>> base_label("Homs", Shape("place", gender="m")), base_label("Hama", Shape("place"))
    ('nom|acc', 'nom')
    """
    forms = forms_of(name, shape)
    return label_of({"nom", *(case for case, ours in forms.items() if name in _usual(case, ours))})


def _usual(case: str, forms: tuple[str, ...]) -> tuple[str, ...]:
    return forms if "-" in forms[0] and is_acronym(forms[-1]) else forms[:1]


def write_case(name: str, label: str, shape: Shape, like: str = "") -> str | None:
    """Return the name in the case of a label, or None where its cases differ for this name.

    Where `like`, the form that was there, is one of the name's own, it is returned as it is.

    >>> write_case("Bašar el Asad", "gen|acc", Shape("person", gender="m"))
    'Bašara el Asada'
    >>> write_case("Hanija", "gen|acc", Shape("person", full=False, gender="m"))
    """
    forms = forms_of(name, shape)
    labels = label.split("|")
    if labels[0].startswith("poss"):
        first = forms.get("poss")
        return first[0] + labels[0][5:] if first and len(labels) == 1 else None
    wanted = [forms.get(case, ()) for case in labels]
    if like and all(like in options for options in wanted):
        return like
    return next((form for form in wanted[0] if all(form in other for other in wanted)), None)


def other_articles(name: str, *, may_drop: bool) -> Iterator[str]:
    """Yield a name with the article written otherwise, or left out.

    >>> list(other_articles("Bašar el Asad", may_drop=True))
    ['Bašar al Asad', 'Bašar Asad']
    """
    words = name.replace("el-", "el ").replace("al-", "al ").split(" ")
    at = [n for n, word in enumerate(words) if word.lower() in ("el", "al")]
    if not at or at[-1] == len(words) - 1:
        return
    for article in ("el", "al"):
        spelled = " ".join(article if n in at else word for n, word in enumerate(words))
        if spelled != " ".join(words):
            yield spelled
    if may_drop and at[0] > 0:
        yield " ".join(word for n, word in enumerate(words) if n not in at)
