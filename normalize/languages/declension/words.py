"""One word of a Serbian name in all its cases."""

from __future__ import annotations

from collections.abc import Mapping

from normalize.languages.declension.tables import CASES, Tables, tables

Cases = Mapping[str, tuple[str, ...]]
VOWELS = frozenset("aeiouAEIOU")


def decline(
    word: str, gender: str, *, animate: bool = False, pattern: str = "", stem: str = ""
) -> Cases:
    """Return the forms of each case, ours first; `poss` and the `pl-` cases where there are any.

    `gender` is a key of the table of endings: `m`, `f`, `n`, `mpl`, `fpl`, `npl`, `people`,
    `woman`, `surname-of-woman`. A `pattern` of the tables beats what the ending would choose,
    and so does a `stem`.

    >>> decline("Zelenski", "m", animate=True)["ins"]
    ('Zelenskim',)
    >>> decline("Raka", "f")["dat"], decline("Homs", "m")["acc"]
    (('Raki',), ('Homs',))
    """
    known = tables()
    listed, listed_stem = known.words.get(word.lower(), ("", ""))
    if not pattern and _fits_gender(listed, gender):
        pattern, stem = listed, stem or _like(listed_stem, word)
    rule = known.patterns.get(pattern) or known.patterns[choose_pattern(word, gender)]
    stem = stem or (word.removesuffix(rule.cut) if rule.cut else word)

    def write(case: str) -> tuple[str, ...]:
        return tuple(word if end == "=" else stem + end for end in rule.endings[case])

    forms = {case: write(case) for case in rule.endings}
    forms["nom"] = (word,)
    forms.setdefault("acc", forms["gen"] if animate else (word,))
    forms["loc"] = forms["dat"]
    for case, form in known.forms.get(word.lower(), {}).items():
        forms[case] = (_like(form, word),)
        if case == "dat":
            forms["loc"] = forms[case]
    return forms


def choose_pattern(word: str, gender: str) -> str:
    """Return the name of the pattern that the ending of a word calls for."""
    known = tables()
    small = word.lower()
    for endings, pattern in known.endings[gender]:
        if any(_ends(small, ending) for ending in endings):
            return choose_pattern(word, pattern) if pattern in known.endings else pattern
    return "fixed"


def _ends(word: str, ending: str) -> bool:
    if ending == "*":
        return True
    bare = ending.removeprefix("~")
    if not word.endswith(bare):
        return False
    return bare == ending or not VOWELS.isdisjoint(word.removesuffix(bare))


_GENDERED = {"a": "f people m woman", "ka": "f woman", "ga": "f", "i-feminine": "f"}


def _fits_gender(pattern: str, gender: str) -> bool:
    """Tell whether a listed word is of the gender in question: `Mile` is a man, no plural."""
    if not pattern:
        return False
    if pattern.startswith("plural"):
        return gender.endswith("pl")
    return gender in _GENDERED.get(pattern, "m people").split()


def _like(form: str, word: str) -> str:
    """Return a form of the tables with the capitals of the word."""
    if word.isupper() and len(word) > 1:
        return form.upper()
    return form.capitalize() if word[:1].isupper() else form


def is_adjective(word: str, gender: str, known: Tables | None = None) -> bool:
    """Tell whether a word looks like an adjective in the nominative of a gender.

    >>> is_adjective("Libijska", "f"), is_adjective("Beni", "m"), is_adjective("Novo", "n")
    (True, False, True)
    """
    known = known or tables()
    small = word.lower().rpartition("-")[2]
    if small in known.nouns or small in known.heads:
        return False
    return any(
        masculine in known.adjectives or masculine.endswith(known.adjective_endings)
        for masculine in _masculines(small, gender)
    )


_ADJECTIVE_ENDINGS = {"m": "i", "f": "a", "n": "oe", "mpl": "i", "fpl": "e", "npl": "a"}


def _masculines(word: str, gender: str) -> tuple[str, ...]:
    if len(word) < 4 or word[-1] not in _ADJECTIVE_ENDINGS.get(gender, ""):
        return ()
    return (word[:-1] + "i",)


def decline_adjective(word: str, gender: str, *, animate: bool) -> Cases:
    """Return the forms of an adjective that agrees with what follows it.

    >>> decline_adjective("Novi", "m", animate=False)["gen"]
    ('Novog', 'Novoga')
    """
    soft = word[-2:-1].lower() in {"j", "ć", "š", "ž", "č"}
    pattern = "a-adjective" if gender == "f" else f"adjective-{gender}"
    if soft and f"{pattern}-soft" in tables().patterns:
        pattern += "-soft"
    return decline(word, gender, animate=animate, pattern=pattern)


def label_of(cases: frozenset[str] | set[str]) -> str:
    """Return the label of a form that is several cases; a rare vocative beside others is no case.

    >>> label_of({"loc", "dat", "voc"})
    'dat|loc'
    """
    order = {case: number for number, case in enumerate(CASES)}
    said = cases - {"voc"} or cases
    return "|".join(sorted(said, key=lambda case: (order.get(case.removeprefix("pl-"), 9), case)))
