"""How each contender looks a name up in the lexicon of the retrieval."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tests.quality.peers import AfterRomanising, LogicV2, Ours, Scorer, romanise
from tests.quality.retrieval import Listed, Search

# Who has no index and is no RapidFuzz metric takes long for one question, and is asked less.
QUESTIONS_OF_SLOW = 300
SORANI = re.compile("[ێۆڵڕەڤ]")
PERSIAN = re.compile("[پچژگکی]")
ARABIC = re.compile("[\u0600-\u06ff]")


def make_search(scorer: Scorer, lexicon: Sequence[Listed], threshold: float) -> Search:
    """Return how a scorer looks names up; the threshold is for those without one of their own."""
    if isinstance(scorer, Ours):
        return search_by_resolving(lexicon)
    if isinstance(scorer, AfterRomanising):
        return search_by_metric(scorer.metric, lexicon, threshold)
    if isinstance(scorer, LogicV2):
        return search_by_person(scorer, lexicon, threshold)
    return search_by_score(scorer, lexicon, threshold)


def is_slow(scorer: Scorer) -> bool:
    """Tell whether a search compares with every listed person, one after the other."""
    return not isinstance(scorer, (Ours, AfterRomanising))


def search_by_resolving(lexicon: Sequence[Listed]) -> Search:
    """Return a search by `Normalizer.resolve`, of which the first candidate counts."""
    from normalize import Normalizer
    from normalize.model import Entry

    ids = {f"person-{number}": listed.person for number, listed in enumerate(lexicon)}
    entries = [
        Entry(id=id_, type="person", names={language_of(name): name for name in listed.names})
        for id_, listed in zip(ids, lexicon, strict=True)
    ]
    normalizer = Normalizer.from_entries(entries)

    def search(name: str) -> str | None:
        candidates = normalizer.resolve(name, limit=5)
        return ids[candidates[0].entry] if candidates else None

    return search


def language_of(name: str) -> str:
    """Return the language that an editor would file a name under.

    >>> [language_of(name) for name in ("Aoun", "عون", "پزشکیان", "نێچیرڤان", "Аун")]
    ['en', 'ar', 'fa', 'ckb', 'sr-Cyrl']
    """
    for language, letters in (("ckb", SORANI), ("fa", PERSIAN), ("ar", ARABIC)):
        if letters.search(name):
            return language
    return "en" if re.search("[A-Za-z]", name) else "sr-Cyrl"


def search_by_metric(
    metric: Callable[..., float], lexicon: Sequence[Listed], threshold: float
) -> Search:
    """Return a search by RapidFuzz's `extractOne` over all names in ASCII."""
    from rapidfuzz import process

    persons = [listed.person for listed in lexicon for _ in listed.names]
    names = [romanise(name) for listed in lexicon for name in listed.names]

    def search(name: str) -> str | None:
        best = process.extractOne(romanise(name), names, scorer=metric, score_cutoff=threshold)
        return persons[best[2]] if best else None

    return search


def search_by_person(scorer: LogicV2, lexicon: Sequence[Listed], threshold: float) -> Search:
    """Return a search by comparing with each person, of whom all names are given at once."""
    return _search_best(
        lexicon, threshold, lambda listed, name: scorer.score_persons(listed.names, (name,))
    )


def search_by_score(scorer: Scorer, lexicon: Sequence[Listed], threshold: float) -> Search:
    """Return a search by comparing with each name of each person."""
    return _search_best(
        lexicon,
        threshold,
        lambda listed, name: max(scorer.score(one, name) for one in listed.names),
    )


def _search_best(
    lexicon: Sequence[Listed], threshold: float, score: Callable[[Listed, str], float]
) -> Search:
    def search(name: str) -> str | None:
        best, person = max((score(listed, name), listed.person) for listed in lexicon)
        return person if best >= threshold else None

    return search
