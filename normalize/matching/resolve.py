"""Which entries of a lexicon a name field means: candidates by sound key, scored by comparison."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import combinations, islice, pairwise
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from normalize.matching.compare import match_names, reasons
from normalize.matching.declined import nominatives
from normalize.matching.names import Name, Part, split_name
from normalize.matching.word_index import WordIndex
from normalize.model import Candidate, Entry
from normalize.translit.likeness import alike
from normalize.translit.sounds import sound_keys

# Higher than for two names, since a whole lexicon of names has more chances to be wrong.
LEAST_SCORE = 0.7

_SHORT = 0.85  # a short form names its owner, and others whom the lexicon need not know
_ALIKE = 0.72  # a part this alike may be the one meant
_AS_ONE = 0.85
_SCORED = 24  # so many of the nearest names are compared in full
_PLAIN = 0.85  # beside one this likely, none is looked at that has less in common
_BOTH = 4  # what both names have that the other lacks counts so much more
_LISTED = 16  # above these bits of a cover stands the number of the listed name's own parts
_ASKED = (1 << _LISTED) - 1
_RATIO = 60.0
_REMEMBERED = 1 << 16

Names = frozenset[int]
_NOBODY: Names = frozenset()


class _Listed(NamedTuple):
    """A name of the lexicon: whose, how spelled, its parts, and how many of them are names.

    `short` marks what later mentions in a text use, which others may be called by too.
    """

    entry: str
    text: str
    name: Name
    width: int
    short: bool


class _Slot(NamedTuple):
    """Listed names that have something for one or two parts of the name asked for.

    `asked` has a bit for each of those parts, `listed` says how many parts of its own a listed
    name has for them.
    """

    asked: int
    listed: int
    names: Names


class NameIndex:
    """The names of a lexicon, found by how their parts sound. Immutable; threads may share it."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._names: list[_Listed] = []
        self._parts: dict[Part, int] = {}
        self._having: list[list[int]] = []
        self._joined: dict[str, dict[str, list[int]]] = {}
        for entry_id, text, short in dict.fromkeys(_forms(entries)):
            self._add(entry_id, text, short)
        self._words = WordIndex(part.spelled for part in self._parts)
        self._of_part = lru_cache(_REMEMBERED)(self._names_with)
        self._of_part_joined = lru_cache(_REMEMBERED)(self._names_with_two)
        self._of_two = lru_cache(_REMEMBERED)(self._names_with_joined)
        self._of_word = lru_cache(_REMEMBERED)(self._names_sounding)

    def resolve(self, name: str, limit: int = 5, lang: str | None = None) -> list[Candidate]:
        """Return the entries that a name may mean, best first; none where nobody fits.

        Only entries at or above `LEAST_SCORE` are returned, those equally near beside each
        other; a short form, which says less, gives a lower score. Serbian case endings are seen
        through unless `lang` names another language.
        """
        asked = split_name(name)
        declined = lang is None or lang.startswith("sr")
        best: dict[str, Candidate] = {}
        enough = None
        for lacking, number in self._likeliest(asked, declined):
            if enough is not None and lacking > enough:
                break
            listed = self._names[number]
            match = match_names(asked, listed.name, declined=declined)
            score = match.score * _SHORT if listed.short else match.score
            if score > _PLAIN and enough is None:
                enough = lacking
            known = best.get(listed.entry)
            if score >= LEAST_SCORE and (known is None or score > known.score):
                why = reasons(match, name, listed.text)
                best[listed.entry] = Candidate(listed.entry, round(score, 4), why)
        ranked = sorted(best.values(), key=lambda candidate: (-candidate.score, candidate.entry))
        return ranked[:limit]

    def names_with(self, word: str) -> Names:
        """Return the numbers of the listed names that have a part which sounds like the word."""
        return self._of_word(word)

    def _add(self, entry_id: str, text: str, short: bool) -> None:
        name = split_name(text)
        if not name.parts:
            return
        number = len(self._names)
        self._names.append(_Listed(entry_id, text, name, len(_telling(name.parts)), short))
        for part in dict.fromkeys(name.parts):
            at = self._parts.setdefault(part, len(self._having))
            if at == len(self._having):
                self._having.append([])
            self._having[at].append(number)
        for before, after in pairwise(name.parts):
            by_text = self._joined.setdefault(_joined_key(before, after), {})
            by_text.setdefault(before.text + after.text, []).append(number)

    def _likeliest(self, asked: Name, declined: bool) -> list[tuple[int, int]]:
        """Return how much is lacking in the names nearest to the one asked for, and their numbers.

        What both names have that the other lacks counts most.
        """
        slots = [slot for slot in self._slots(asked, declined) if slot.names]
        width = len(_telling(asked.parts))
        found: dict[int, list[int]] = {}
        for number, cover in _covers(slots, width == 1).items():
            lacked = width - (cover & _ASKED).bit_count()
            its_width = self._names[number].width
            more = its_width - (cover >> _LISTED)
            more = more if more > 0 else 0
            fewer = lacked if lacked < more else more
            if fewer and width - lacked < 2 + fewer:
                continue  # neither is a shorter form of the other
            if (lacked or more) and (width == 1 or its_width == 1):
                continue  # a word alone does not say whose it is
            found.setdefault(_BOTH * fewer + lacked + more, []).append(number)
        return list(islice(self._nearest_first(found, asked), _SCORED))

    def _nearest_first(
        self, found: Mapping[int, list[int]], asked: Name
    ) -> Iterator[tuple[int, int]]:
        words = {part.text for part in asked.parts}
        for lacking in sorted(found):
            numbers = found[lacking]
            if len(numbers) > 1:
                numbers.sort(key=lambda number: -self._share(number, words))
            yield from ((lacking, number) for number in numbers)

    def _share(self, number: int, words: AbstractSet[str]) -> int:
        """Return how many words a listed name spells as they are."""
        return sum(part.text in words for part in self._names[number].name.parts)

    def _slots(self, asked: Name, declined: bool) -> Iterator[_Slot]:
        parts = _telling(asked.parts)[:_LISTED]
        readings = [_telling(n) for n in nominatives(asked.parts)] if declined else []
        for at, part in enumerate(parts):
            names = self._of_part(part)
            for reading in readings:
                if reading[at] is not part:
                    names |= self._of_part(reading[at])
            yield _Slot(1 << at, 1, names)
            yield _Slot(1 << at, 2, self._of_part_joined(part))
        for at, (before, after) in enumerate(pairwise(parts)):
            yield _Slot(3 << at, 1, self._of_two(before, after))

    def _names_sounding(self, word: str) -> Names:
        return _NOBODY.union(*(self._of_part(part) for part in split_name(word).parts))

    def _names_with(self, part: Part) -> Names:
        return self._having_any(self._words.find(part.spelled, _ALIKE))

    def _names_with_two(self, part: Part) -> Names:
        """Return the names in which two parts together sound like the one."""
        near = (
            numbers
            for key in sound_keys(part.text)
            for text, numbers in self._joined.get(key, {}).items()
            # The ratio is much quicker, but says nothing across scripts.
            if part.text.isascii() != text.isascii() or ratio(part.text, text) > _RATIO
            if alike(part.text, text) > _AS_ONE
        )
        return _NOBODY.union(*near)

    def _names_with_joined(self, before: Part, after: Part) -> Names:
        """Return the names in which one part sounds like the two together."""
        joined = [(before.text + after.text, 0.0)]
        return self._having_any(self._words.find(joined, _AS_ONE))

    def _having_any(self, words: Iterable[int]) -> Names:
        return _NOBODY.union(*(self._having[word] for word in words))


def _forms(entries: Iterable[Entry]) -> Iterator[tuple[str, str, bool]]:
    for entry in entries:
        for text in entry.names.values():
            yield entry.id, text, False
        for variant in entry.variants:
            if not variant.acronym:
                yield entry.id, variant.text, False
        for text in entry.short.values():
            if text not in entry.names.values():
                yield entry.id, text, True


def _joined_key(before: Part, after: Part) -> str:
    return sound_keys(before.text)[0] + sound_keys(after.text)[0]


def _telling(parts: Sequence[Part]) -> Sequence[Part]:
    """Return the parts that are names, if there are any: no initials and titles."""
    return [part for part in parts if not (part.initial or part.title)] or parts


def _covers(slots: Sequence[_Slot], single: bool) -> dict[int, int]:
    """Return for listed names which parts asked for they have, and how many of their own.

    Of two or more parts, one is not enough for a name to be looked at.
    """
    if single:
        looked_at = _NOBODY.union(*(slot.names for slot in slots))
    else:
        at_once = [slot.names for slot in slots if slot.asked.bit_count() > 1]
        pairs = (
            one.names & other.names
            for one, other in combinations(slots, 2)
            if not one.asked & other.asked
        )
        looked_at = _NOBODY.union(*at_once, *pairs)
    covers: dict[int, int] = {}
    for slot in slots:
        for number in slot.names & looked_at:
            covers[number] = (covers.get(number, 0) | slot.asked) + (slot.listed << _LISTED)
    return covers
