"""Which entries of a lexicon a name field means: candidates by sound key, scored by comparison."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from heapq import nlargest
from itertools import combinations, pairwise

from normalize.matching.align import part_likeness
from normalize.matching.compare import DEFAULT_THRESHOLD, match_names, reasons
from normalize.matching.declined import nominatives
from normalize.matching.names import Name, Part, split_name
from normalize.model import Candidate, Entry
from normalize.translit.sounds import alike, sound_keys

_ALIKE = 0.75  # a part this alike may be the one meant
_JOINED_ALIKE = 0.85
_FEW = 200  # so many names with a part may all be candidates
_MANY = 20_000  # two parts that more names have than this are too common to be crossed
_PLAIN = 0.85  # beside one this likely, none is looked at that shares fewer parts
_SCORED = 8  # so many of the likeliest candidates are compared in full
_REMEMBERED = 1 << 16

Names = frozenset[int]


class NameIndex:
    """The names of a lexicon, found by how their parts sound. Immutable; threads may share it."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._names: list[tuple[str, str, Name]] = []
        self._parts: dict[str, tuple[Part, set[int]]] = {}
        self._by_key: dict[str, list[str]] = {}
        self._joined: dict[str, set[int]] = {}
        for entry_id, text in dict.fromkeys(_forms(entries)):
            self._add(entry_id, text)
        for text, (part, _) in self._parts.items():
            for key in _keys(part):
                self._by_key.setdefault(key, []).append(text)
        self._named = lru_cache(_REMEMBERED)(self._names_with)
        self._named_joined = lru_cache(_REMEMBERED)(self._names_with_joined)
        self._sounding = lru_cache(_REMEMBERED)(self._names_sounding)

    def resolve(self, name: str, limit: int = 5, lang: str | None = None) -> list[Candidate]:
        """Return the entries that a name may mean, best first; none where nobody fits.

        Only entries at or above `DEFAULT_THRESHOLD` are returned, those equally near beside each
        other. Serbian case endings are seen through unless `lang` names another language.
        """
        asked = split_name(name)
        declined = lang is None or lang.startswith("sr")
        best: dict[str, Candidate] = {}
        shared_by_best = 0
        for number, shared in self._likeliest(asked, declined):
            if shared < shared_by_best:
                break
            entry_id, text, listed = self._names[number]
            match = match_names(asked, listed, declined=declined)
            if match.score > _PLAIN:
                shared_by_best = shared
            known = best.get(entry_id)
            if match.score >= DEFAULT_THRESHOLD and (known is None or match.score > known.score):
                why = reasons(match, name, text)
                best[entry_id] = Candidate(entry_id, round(match.score, 4), why)
        ranked = sorted(best.values(), key=lambda candidate: (-candidate.score, candidate.entry))
        return ranked[:limit]

    def names_with(self, word: str) -> Names:
        """Return the numbers of the listed names that have a part which sounds like the word."""
        return self._sounding(word)

    def _add(self, entry_id: str, text: str) -> None:
        name = split_name(text)
        if not name.parts:
            return
        number = len(self._names)
        self._names.append((entry_id, text, name))
        for part in name.parts:
            self._parts.setdefault(part.text, (part, set()))[1].add(number)
        for before, after in pairwise(name.parts):
            key = sound_keys(before.text)[0] + sound_keys(after.text)[0]
            self._joined.setdefault(key, set()).add(number)

    def _likeliest(self, asked: Name, declined: bool) -> list[tuple[int, int]]:
        """Return the names that share most with the one asked for, and how many parts."""
        sets = [self._of_part(part, declined, asked) for part in asked.parts]
        sets += [self._named_joined(a.text + b.text) for a, b in pairwise(asked.parts)]
        counts = {
            number: sum(number in names for names in sets)
            for number in _candidates(sorted(filter(None, sets), key=len))
        }
        width = len(asked.parts)

        def promise(number: int) -> tuple[float, int]:
            missing = abs(len(self._names[number][2].parts) - width)
            return counts[number] - 0.1 * missing, -number

        likeliest = nlargest(_SCORED, counts, key=promise)
        return [(number, counts[number]) for number in likeliest]

    def _of_part(self, part: Part, declined: bool, asked: Name) -> Names:
        names = self._named(part)
        if declined:
            at = asked.parts.index(part)
            for parts in nominatives(asked.parts):
                if parts[at] is not part:
                    names |= self._named(parts[at])
        return names

    def _names_sounding(self, word: str) -> Names:
        return frozenset().union(*(self._named(part) for part in split_name(word).parts))

    def _names_with(self, part: Part) -> Names:
        found: set[int] = set()
        texts = dict.fromkeys(text for key in _keys(part) for text in self._by_key.get(key, ()))
        for text in texts:
            listed, numbers = self._parts[text]
            if part_likeness(part, listed) > _ALIKE:
                found |= numbers
        for key in _keys(part):
            found |= self._joined.get(key, set())
        return frozenset(found)

    def _names_with_joined(self, joined: str) -> Names:
        found: set[int] = set()
        for key in sound_keys(joined)[:2]:
            for text in self._by_key.get(key, ()):
                if alike(joined, text) > _JOINED_ALIKE:
                    found |= self._parts[text][1]
        return frozenset(found)


def _forms(entries: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    for entry in entries:
        for text in entry.names.values():
            yield entry.id, text
        for variant in entry.variants:
            if not variant.acronym:
                yield entry.id, variant.text


def _keys(part: Part) -> tuple[str, ...]:
    keys = (key for written, _ in part.spelled for key in sound_keys(written))
    return tuple(dict.fromkeys(keys))


def _candidates(sets: list[Names]) -> set[int]:
    """Return names that share a rare part, or two parts, with the one asked for."""
    found: set[int] = set()
    for names in sets:
        if len(names) <= _FEW:
            found |= names
    for one, other in combinations(sets, 2):
        if len(one) <= _MANY and len(found) < 10 * _FEW:
            found |= one & other
    if not found and sets:
        found |= set(sorted(sets[0])[:_FEW])
    return found
