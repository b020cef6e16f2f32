"""Whether a name is found in a lexicon under another spelling than those listed there.

The lexicon lists each person's canonical name and one in their own script. A fifth of the
persons is left out: they are strangers, and no spelling of theirs should find anybody.
"""

from __future__ import annotations

import time
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tests.quality.data import Spelling, is_full

ONE_STRANGER_IN = 5
NATIVE_FIRST = ("native-curated", "native", "label")
STRANGERS = "strangers"
# The first lines are what should be found. Other names are noms de guerre and the like, which
# only a lexicon that lists them can know.
SORTS = ("romanised", "other scripts", "Serbian press", "one word", "other names", STRANGERS)

# Finds the person whom a name means, or nobody.
Search = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Listed:
    """A person of the lexicon: the canonical name, and one in another script if there is one."""

    person: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A spelling to look up, and the listed persons who have it: none, for a stranger's."""

    text: str
    sort: str
    answers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Task:
    """A lexicon, and what is asked of it."""

    lexicon: tuple[Listed, ...]
    questions: tuple[Question, ...]

    def sample(self, size: int) -> Task:
        """Return the task with at most so many questions, in each run the same."""
        ordered = sorted(self.questions, key=lambda question: zlib.crc32(question.text.encode()))
        return Task(self.lexicon, tuple(ordered[:size]))


@dataclass(frozen=True, slots=True)
class Mistake:
    """A question that was answered with the wrong person, or with nobody."""

    question: Question
    found: str | None


@dataclass(frozen=True, slots=True)
class Retrieved:
    """How many questions of each sort were asked and answered rightly, and all that were not.

    A stranger for whom nobody is found is no mistake.
    """

    searcher: str
    asked: Mapping[str, int]
    mistakes: tuple[Mistake, ...]
    questions_per_second: float

    def wrong(self, sort: str) -> int:
        """Return how many questions of a sort found the wrong person; strangers, anybody."""
        return sum(m.question.sort == sort and m.found is not None for m in self.mistakes)

    def missing(self, sort: str) -> int:
        """Return how many questions of a sort found nobody where somebody is listed."""
        return sum(m.question.sort == sort and m.found is None for m in self.mistakes)


def make_task(spellings: Iterable[Spelling]) -> Task:
    """Return the lexicon and the questions that the known spellings give.

    Persons of the same canonical name are one. What several persons are called is asked once,
    and any of them is right.
    """
    persons = group_by_person(spellings)
    lexicon = {
        person: Listed(person, (known[0].canonical, *find_native(known)))
        for person, known in persons.items()
        if not is_stranger(person)
    }
    owners: dict[str, set[str]] = defaultdict(set)
    for person, known in persons.items():
        for spelling in known:
            owners[spelling.text.casefold()].add(person)
    questions: dict[str, Question] = {}
    for person, known in persons.items():
        for spelling in known:
            answers = frozenset(owners[spelling.text.casefold()] & lexicon.keys())
            if person in lexicon and spelling.text not in lexicon[person].names:
                question = Question(spelling.text, sort_of(spelling), answers)
            elif person not in lexicon and not answers:
                question = Question(spelling.text, STRANGERS, answers)
            else:
                continue
            questions.setdefault(spelling.text.casefold(), question)
    return Task(tuple(lexicon.values()), tuple(questions.values()))


def group_by_person(spellings: Iterable[Spelling]) -> dict[str, list[Spelling]]:
    """Return all spellings of each person, the canonical one first."""
    persons: dict[str, list[Spelling]] = {}
    for one in spellings:
        person = one.canonical.casefold()
        if person not in persons:
            canonical = Spelling(one.entity, one.canonical, one.canonical, "Latn", "canonical")
            persons[person] = [canonical]
        persons[person].append(one)
    return persons


def is_stranger(person: str) -> bool:
    """Tell whether a person is left out of the lexicon."""
    return zlib.crc32(person.encode()) % ONE_STRANGER_IN == 0


def find_native(known: Iterable[Spelling]) -> Sequence[str]:
    """Return the best of the spellings in a person's own script, or nothing."""
    native = [spelling for spelling in known if spelling.is_native]
    return [one.text for one in sorted(native, key=lambda one: NATIVE_FIRST.index(one.kind))[:1]]


def sort_of(spelling: Spelling) -> str:
    """Return the line of the table that a listed person's spelling belongs to."""
    if not spelling.is_same_name:
        return "other names"
    if not is_full(spelling.text):
        return "one word"
    if spelling.kind.startswith("attested"):
        return "Serbian press"
    return "romanised" if spelling.script == "Latn" else "other scripts"


def retrieve(searcher: str, search: Search, task: Task) -> Retrieved:
    """Return how a searcher answers the questions of a task."""
    began = time.perf_counter()
    found = [search(question.text) for question in task.questions]
    seconds = time.perf_counter() - began
    return Retrieved(
        searcher=searcher,
        asked=Counter(question.sort for question in task.questions),
        mistakes=tuple(_mistakes(task.questions, found)),
        questions_per_second=len(found) / max(seconds, 1e-9),
    )


def _mistakes(questions: Iterable[Question], found: Iterable[str | None]) -> Iterator[Mistake]:
    for question, person in zip(questions, found, strict=True):
        right = person in question.answers if question.answers else person is None
        if not right:
            yield Mistake(question, person)
