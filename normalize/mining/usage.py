"""What a lexicon holds, what it lacks, and which of its entries texts use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from normalize.model import Entry
from normalize.normalizer import Normalizer

LANGUAGES = ("en", "sr", "ar", "fa", "ckb", "tr", "he")
# The languages that texts are rewritten in; a name that lacks one of them is a gap.
_EXPECTED = ("sr", "ar")


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many entries there are of each type, and how many of these each language names.

    `gaps` has for each language the ids of the entries it should name and does not; `spellings`
    is the number of listed spellings.
    """

    types: Mapping[str, int]
    named: Mapping[str, Mapping[str, int]]
    gaps: Mapping[str, tuple[str, ...]]
    spellings: int


@dataclass(frozen=True, slots=True)
class Usage:
    """How often each entry was mentioned, the most used first, and the ids of the others."""

    mentions: Mapping[str, int]
    unused: tuple[str, ...]


def cover(entries: Sequence[Entry]) -> Coverage:
    """Return what the entries cover."""
    types = Counter(entry.type for entry in entries)
    named = {
        type: {lang: sum(e.type == type and lang in e.names for e in entries) for lang in LANGUAGES}
        for type in types
    }
    gaps = {
        lang: tuple(e.id for e in entries if lang not in e.names and not e.well_known)
        for lang in _EXPECTED
    }
    spellings = sum(len(e.names) + len(e.variants) + len(e.acronyms) for e in entries)
    return Coverage(dict(types.most_common()), named, gaps, spellings)


def count_uses(texts: Iterable[str], normalizer: Normalizer) -> Usage:
    """Return how often the texts mention each entry of the lexicon, whatever the spelling."""
    mentions = Counter(mention.entry for text in texts for mention in normalizer.find(text))
    unused = tuple(sorted(normalizer.lexicon.entries.keys() - mentions.keys()))
    return Usage(dict(mentions.most_common()), unused)


def to_plain(coverage: Coverage, usage: Usage | None) -> dict[str, Any]:
    """Return the figures as plain dicts, lists and numbers, ready for JSON."""
    plain: dict[str, Any] = {
        "entries": sum(coverage.types.values()),
        "spellings": coverage.spellings,
        "types": {
            type: {"entries": number, "named": dict(coverage.named[type])}
            for type, number in coverage.types.items()
        },
        "gaps": {lang: list(ids) for lang, ids in coverage.gaps.items()},
    }
    if usage:
        plain["mentions"] = dict(usage.mentions)
        plain["unused"] = list(usage.unused)
    return plain


def table(coverage: Coverage, usage: Usage | None, top: int) -> str:
    """Return the figures as a table for people, with the `top` most used entries."""
    lines = [f"{'':14}{'entries':>9}" + "".join(f"{lang:>8}" for lang in LANGUAGES)]
    for type, number in coverage.types.items():
        counts = coverage.named[type].values()
        lines.append(f"{type:14}{number:9,}" + "".join(f"{count:8,}" for count in counts))
    sums = [sum(named[lang] for named in coverage.named.values()) for lang in LANGUAGES]
    total = sum(coverage.types.values())
    lines.append(f"{'all':14}{total:9,}" + "".join(f"{count:8,}" for count in sums))
    for lang, ids in coverage.gaps.items():
        if ids:
            lines.append(f"{len(ids):,} entries have no name in {lang}: {_some(ids, top)}")
    if usage:
        lines.append(f"{len(usage.mentions):,} of {total:,} entries are used, most of all:")
        lines += [f"{count:9,}  {id}" for id, count in list(usage.mentions.items())[:top]]
        lines.append(f"{len(usage.unused):,} are not used: {_some(usage.unused, top)}")
    return "\n".join(lines) + "\n"


def _some(ids: Sequence[str], top: int) -> str:
    return ", ".join(ids[:top]) + (" …" if len(ids) > top else "")
