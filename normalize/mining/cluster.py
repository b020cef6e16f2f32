"""Spellings of one name put together, across texts, languages and scripts, by how they sound."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from math import log2

from normalize.matching.compare import match_names
from normalize.matching.declined import nominatives
from normalize.matching.names import Part, split_name
from normalize.mining.kinds import BODIES, PLACES
from normalize.mining.serbian import Nominative, find_nominatives
from normalize.mining.spot import Rule, Use
from normalize.text.fold import fold_key
from normalize.translit.sounds import sound_keys

_POSSESSIVE = re.compile("['’]s?$")
_SAME = 0.8  # as sure as a name must be to be rewritten by its sound alone
_CONTEXTS = 3
_MOST_BESIDE = 300  # a key that more names have says too little to compare them all


@dataclass(slots=True)
class Spelling:
    """One spelling: how often it was met, in how many passages, where first, and by which rule."""

    text: str
    rule: Rule
    times: int = 0
    passages: int = 0
    acronyms: Counter[str] = field(default_factory=Counter)
    first: list[Use] = field(default_factory=list)
    langs: Counter[str] = field(default_factory=Counter)

    @property
    def lang(self) -> str:
        """The language in which it was met most often."""
        return self.langs.most_common(1)[0][0]

    def add(self, use: Use) -> None:
        """Count one more use."""
        self.times += 1
        self.langs[use.lang] += 1
        if use.acronym:
            self.acronyms[use.acronym] += 1
        if not self.first or use.passage != self.first[-1].passage:
            self.passages += 1
            if len(self.first) < _CONTEXTS:
                self.first.append(use)


@dataclass(frozen=True, slots=True)
class Cluster:
    """The spellings of what is probably one name, the most frequent first."""

    spellings: tuple[Spelling, ...]

    nominatives: Mapping[str, Nominative]

    @property
    def times(self) -> int:
        """How often the name was met."""
        return sum(spelling.times for spelling in self.spellings)

    @property
    def passages(self) -> int:
        """In how many passages, counted by spelling."""
        return sum(spelling.passages for spelling in self.spellings)

    @property
    def acronyms(self) -> Counter[str]:
        """The acronyms that the texts define for it."""
        return sum((spelling.acronyms for spelling in self.spellings), Counter())

    @property
    def disorder(self) -> float:
        """How inconsistently each language spells it: the entropy of its spellings, in bits.

        Capitals, marks and Serbian cases make no other spelling.
        """
        by_language: defaultdict[str, Counter[bytes]] = defaultdict(Counter)
        for spelling in self.spellings:
            found = self.nominatives.get(spelling.text)
            text = found.text if found else spelling.text
            by_language[spelling.lang[:2]][fold_key(text)] += spelling.times
        return sum(_entropy(list(counts.values())) for counts in by_language.values())

    @property
    def weight(self) -> float:
        """What the clusters are ranked by: the passages that have it, and how differently."""
        return self.passages * (1 + self.disorder)

    def contexts(self) -> list[Use]:
        """Return up to three uses, of different spellings where there are any."""
        uses = [
            use for at in range(_CONTEXTS) for s in self.spellings for use in s.first[at : at + 1]
        ]
        return uses[:_CONTEXTS]


def _entropy(counts: Sequence[int]) -> float:
    total = sum(counts)
    return -sum(count / total * log2(count / total) for count in counts)


def collect(uses: Iterable[Use]) -> list[Spelling]:
    """Return the spellings of the uses, the most frequent first."""
    found: dict[str, Spelling] = {}
    for use in uses:
        text = _POSSESSIVE.sub("", " ".join(use.spelling.split()))
        if text not in found:
            found[text] = Spelling(text, use.rule)
        found[text].add(use)
    return sorted(found.values(), key=lambda spelling: (-spelling.times, spelling.text))


def cluster(
    spellings: Sequence[Spelling], progress: Callable[[Sequence[Spelling]], Iterable[Spelling]]
) -> list[Cluster]:
    """Return clusters of spellings that sound like the most frequent one of each, by weight.

    A spelling is compared only with the most frequent of a cluster, so that no chain of small
    differences joins what is different.
    """
    heads: dict[tuple[str, str], list[int]] = {}
    members: list[list[Spelling]] = []
    for spelling in progress(spellings):
        at = _home(spelling, heads, members)
        if at is None:
            at = len(members)
            members.append([])
            for key in _keys(spelling):
                heads.setdefault(key, []).append(at)
        members[at].append(spelling)
    clusters = [
        Cluster(tuple(each), find_nominatives([s.text for s in each if s.lang.startswith("sr")]))
        for each in members
    ]
    return sorted(clusters, key=lambda each: (-each.weight, each.spellings[0].text))


def _home(
    spelling: Spelling, heads: dict[tuple[str, str], list[int]], members: list[list[Spelling]]
) -> int | None:
    """Return the cluster whose most frequent spelling this one sounds like."""
    beside = Counter(at for key in _keys(spelling) for at in heads.get(key, ())[:_MOST_BESIDE])
    best, score = None, _SAME
    name = split_name(spelling.text)
    for at in beside:
        head = members[at][0]
        if fold_key(head.text) == fold_key(spelling.text):
            return at
        other = split_name(head.text)
        # A shorter form of a name may be another's, and so is San Diego County.
        if len(other.parts) != len(name.parts) or _kinds(head.text) != _kinds(spelling.text):
            continue
        match = match_names(name, other)
        if match.score > score:
            best, score = at, match.score
    return best


def _kinds(text: str) -> set[str]:
    """Return the words of a name that say what sort of thing has it."""
    words = set(text.lower().split())
    return words & (BODIES | PLACES)


def _keys(spelling: Spelling) -> set[tuple[str, str]]:
    """Return the sound keys of every two parts of a name, of a Serbian one without endings too."""
    parts = split_name(spelling.text).parts
    readings = [parts]
    if spelling.lang.startswith("sr"):
        readings += nominatives(parts)
    return {pair for reading in readings for pair in _pairs(reading)}


def _pairs(parts: Sequence[Part]) -> set[tuple[str, str]]:
    keys = [
        tuple(dict.fromkeys(key for text, _ in part.spelled for key in sound_keys(text)[:2]))
        for part in parts[:4]
    ]
    found = {
        (min(one, other), max(one, other))
        for first, second in combinations(keys, 2)
        for one in first
        for other in second
    }
    return found or {(key, "") for part in keys for key in part}
