"""Those who compare names: ours, and libraries that many use for the same task.

None is imported before it is asked for, since each may be missing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, Protocol

# Serbian letters as English papers spell them; ICU alone would only drop their marks.
SERBIAN = str.maketrans(
    dict(zip("абвгдезијклмнопрстуфхц", "abvgdezijklmnoprstufhc", strict=True))
    | {"ђ": "dj", "ж": "zh", "љ": "lj", "њ": "nj", "ћ": "ch", "ч": "ch", "џ": "dj", "ш": "sh"}
    | {"đ": "dj", "ž": "zh", "ć": "ch", "č": "ch", "š": "sh"}
)


class Scorer(Protocol):
    """One way of comparing two names.

    `threshold` is the score from which on it says itself that two names are one, or None.
    """

    name: str
    threshold: float | None

    def score(self, listed: str, other: str) -> float:
        """Return how alike a listed name and another are; the more, the higher."""

    def explain(self, listed: str, other: str) -> str:
        """Return in a few words what the score rests on."""


class Ours:
    """`normalize.compare`. Raises `ImportError` where it is not there."""

    name = "normalize"

    def __init__(self) -> None:
        from normalize import compare
        from normalize.matching.compare import DEFAULT_THRESHOLD

        self.threshold: float | None = DEFAULT_THRESHOLD
        self._compare = compare

    def score(self, listed: str, other: str) -> float:
        """Return the score of the comparison."""
        return float(self._compare(listed, other).score)

    def explain(self, listed: str, other: str) -> str:
        """Return the reasons of the comparison."""
        why = self._compare(listed, other).why
        return why if isinstance(why, str) else "; ".join(str(step) for step in why)


class Function:
    """Any function of two names that returns a score, such as one that is being worked on."""

    threshold: float | None = None

    def __init__(self, name: str, function: Callable[[str, str], float]) -> None:
        self.name = name
        self._function = function

    def score(self, listed: str, other: str) -> float:
        """Return what the function returns."""
        return float(self._function(listed, other))

    def explain(self, listed: str, other: str) -> str:
        """Return nothing, since only the score is known."""
        return ""


class AfterRomanising:
    """A string metric over names that were brought to ASCII by a Serbian table and ICU."""

    threshold: float | None = None

    def __init__(self, name: str, metric: Callable[..., float]) -> None:
        self.name = name
        self.metric = metric

    def score(self, listed: str, other: str) -> float:
        """Return the metric of the names in ASCII."""
        return self.metric(romanise(listed), romanise(other))

    def explain(self, listed: str, other: str) -> str:
        """Return the names in ASCII."""
        return f"{romanise(listed)} | {romanise(other)}"


class LogicV2:
    """nomenklatura's matcher of persons. Raises `ImportError` where it is not installed.

    It has a side for the list and one for the question, and reads all scripts itself.
    """

    name = "logic-v2"
    # From which score on OpenSanctions, its makers, report a match.
    threshold: float | None = 0.7

    def __init__(self) -> None:
        from nomenklatura.matching import LogicV2 as Algorithm

        self._algorithm = Algorithm
        self._config = Algorithm.default_config()

    def score(self, listed: str, other: str) -> float:
        """Return the score of two persons of whom only names are known."""
        return self.score_persons((listed,), (other,))

    def score_persons(self, listed: tuple[str, ...], asked: tuple[str, ...]) -> float:
        """Return the score of two persons, each with all the names that are known."""
        result, query = _person(listed), _person(asked)
        return float(self._algorithm.compare(query, result, self._config).score)

    def explain(self, listed: str, other: str) -> str:
        """Return the parts of the names that it took for the same."""
        result = self._algorithm.compare(_person((other,)), _person((listed,)), self._config)
        return str(result.explanations["name_match"].detail)


@cache
def _person(names: tuple[str, ...]) -> Any:
    from followthemoney import model

    person = model.make_entity("Person")
    # Its caches go by the id.
    person.id = "|".join(names)
    person.add("name", names)
    return person


def romanise(name: str) -> str:
    """Return a name of any script in lower-case ASCII.

    >>> romanise("Džamal Kašogi"), romanise("Халифа Хафтар"), romanise("حفتر")
    ('djamal kashogi', 'halifa haftar', 'hftr')
    """
    spelled = name.lower().replace("dž", "dj").translate(SERBIAN)
    ascii_name: str = _latin_ascii().transliterate(spelled)
    return ascii_name.lower()


@cache
def _latin_ascii() -> Any:
    import icu

    return icu.Transliterator.createInstance("Any-Latin; Latin-ASCII")


def _token_sort_ratio() -> Scorer:
    from rapidfuzz import fuzz

    return AfterRomanising("token_sort_ratio", fuzz.token_sort_ratio)


def _jaro_winkler() -> Scorer:
    from rapidfuzz.distance import JaroWinkler

    return AfterRomanising("Jaro-Winkler", JaroWinkler.similarity)


SCORERS: dict[str, Callable[[], Scorer]] = {
    "normalize": Ours,
    "token_sort_ratio": _token_sort_ratio,
    "Jaro-Winkler": _jaro_winkler,
    "logic-v2": LogicV2,
}
