"""What is wrong between entries: one rewrites another, order, things listed twice.

Most of it needs all entries, but only what concerns the entries that are looked at is told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path

from normalize.lexicon.claims import listed_keys
from normalize.lexicon.codes import Code
from normalize.lexicon.drafts import Draft, Trail
from normalize.lexicon.forms import Role, canonical_spellings
from normalize.lexicon.spelling import Flaw
from normalize.model import Entry
from normalize.normalizer import Normalizer
from normalize.text.fold import SPACE

_LANGUAGES = frozenset(("en", "sr-Latn", "sr-Cyrl", "ar", "fa", "ckb"))


def find_rewritten(entry: Entry, normalizer: Normalizer) -> Iterator[tuple[Trail, Flaw]]:
    """Yield canonical names that a text in their own language would not keep."""
    for (_, role, lang), text in canonical_spellings(entry):
        if role is not Role.FULL or lang not in _LANGUAGES:
            continue
        # Not at the beginning of a sentence, where a small article would get a capital.
        before = f"1, {text}"
        result = normalizer.normalize(before, lang)
        if result.text != before:
            by = result.edits[0].entry
            message = f"{text!r} comes out as {result.text[3:]!r} in {lang} text"
            hint = "a variant of this entry" if by == entry.id else f"the entry {by}"
            hint = f"{hint} claims it; give that one 'lang:' or 'fix: suggest', or list a 'never'"
            key = lang if lang in entry.names else "sr"
            yield ("names", key), Flaw(0, message, hint, Code.REWRITTEN)


def choose_touching(chosen: Iterable[Entry], entries: Iterable[Entry]) -> list[Entry]:
    """Return those of the chosen entries that have another's spelling in a name, and the others.

    To see what a lexicon does to a few names, the rest need not be compiled, which takes time.
    """
    owners: defaultdict[bytes, list[Entry]] = defaultdict(list)
    for entry in entries:
        for key in listed_keys(entry):
            owners[key].append(entry)
    touching: dict[str, Entry] = {}
    for entry in chosen:
        near = {o.id: o for piece in _pieces(entry) for o in owners.get(piece, ())}
        if near.keys() - {entry.id}:
            touching |= {**near, entry.id: entry}
    return list(touching.values())


def find_same_item(
    drafts: Iterable[Draft], chosen: Collection[str]
) -> Iterator[tuple[Draft, Trail, Flaw]]:
    """Yield entries with the Wikidata item of an earlier one."""
    owners: dict[str, Draft] = {}
    for draft in drafts:
        item = draft.fields.get("wikidata")
        if not item:
            continue
        first = owners.setdefault(item, draft)
        if first is not draft and {first.id, draft.id} & set(chosen):
            message = f"{item} is the item of {first.id}, too, at {first.sources[-1]}"
            hint = "one of them is wrong, or the entries are about one thing"
            yield draft, ("wikidata",), Flaw(0, message, hint, Code.WIKIDATA)


def find_unsorted(
    drafts: Iterable[Draft], chosen: Collection[str]
) -> Iterator[tuple[Draft, Trail, Flaw]]:
    """Yield entries that stand behind one whose id comes later in the alphabet."""
    for of_file in _by_file(drafts).values():
        last = ""
        for _, draft in sorted(of_file, key=lambda placed: placed[0]):
            if draft.id < last and draft.id in chosen:
                message = f"{draft.id} stands behind {last}; a file is sorted by id"
                hint = "run 'normalize lexicon fmt'"
                yield draft, ("id",), Flaw(0, message, hint, Code.UNSORTED)
            last = max(last, draft.id)


def _by_file(drafts: Iterable[Draft]) -> Mapping[Path, list[tuple[int, Draft]]]:
    files: defaultdict[Path, list[tuple[int, Draft]]] = defaultdict(list)
    for draft in drafts:
        for source in draft.sources:
            files[source.path].append((source.line, draft))
    return files


def _pieces(entry: Entry) -> Iterator[bytes]:
    """Yield the keys of all runs of words of an entry's spellings."""
    space = bytes([SPACE])
    for key in listed_keys(entry):
        words = key.split(space)
        for start, end in combinations(range(len(words) + 1), 2):
            yield space.join(words[start:end])
