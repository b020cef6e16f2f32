"""What an editor is asked: names that the lexicon lacks, as entries that are nearly ready."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from normalize.lexicon.schema import kebab_case
from normalize.matching.scan import leftmost_longest, scan
from normalize.mining.cluster import Cluster, Spelling, cluster, collect
from normalize.mining.kinds import BODIES, PLACES
from normalize.mining.spot import Rule, Use, Words, find_uses
from normalize.model import Candidate
from normalize.normalizer import Normalizer
from normalize.text.fold import fold, fold_key
from normalize.text.language import LanguageMap, script_of
from normalize.translit.icu import transliterate

Progress = Callable[[Sequence[Any]], Iterable[Any]]

_KNOWN = 0.9  # a name this likely to be an entry's is rewritten already, or is a variant of it
_NEAREST = 3
_AROUND = 50
_VARIANTS = 5


@dataclass(frozen=True, slots=True)
class Proposal:
    """A name that the lexicon lacks, with what speaks for it.

    `fields` are those of an entry; `near` are the entries that it may mean after all.
    """

    fields: dict[str, Any]
    cluster: Cluster
    near: tuple[Candidate, ...]

    @property
    def rule(self) -> Rule:
        """The rule by which its most frequent spelling was found."""
        return self.cluster.spellings[0].rule


def mine(
    texts: Sequence[str],
    normalizer: Normalizer,
    *,
    rejected: Collection[bytes] = (),
    least: int = 2,
    progress: Progress = lambda items: items,
) -> Iterator[Proposal]:
    """Yield the names that the texts have in `least` passages and the lexicon lacks, best first.

    `progress` is called with each long list that is worked through, and returns what to iterate.
    """
    words = Words()
    for text in texts:
        words.count(text)
    spellings = collect(use for text in progress(texts) for use in find_uses(text, words))
    defined = {f" {s.text} " for s in spellings if s.acronyms}
    lacking = [s for s in spellings if not (_is_piece(s, defined) or _is_listed(s, normalizer))]
    for each in cluster(lacking, progress):
        if each.passages < (1 if each.acronyms else least):
            continue
        if any(fold_key(spelling.text) in rejected for spelling in each.spellings):
            continue
        near = tuple(normalizer.names.resolve(each.spellings[0].text, limit=_NEAREST))
        if not (near and near[0].score >= _KNOWN):
            yield Proposal(_fields(each, words), each, near)


def _is_piece(spelling: Spelling, defined: Collection[str]) -> bool:
    """Tell whether a spelling is only a part of a longer name with an acronym."""
    sought = f" {spelling.text} "
    return not spelling.acronyms and any(sought in long and sought != long for long in defined)


def _is_listed(spelling: Spelling, normalizer: Normalizer) -> bool:
    """Tell whether the lexicon has the name, or another one that this is a piece of."""
    text = spelling.text
    languages = LanguageMap(text, spelling.lang if spelling.lang != "und" else None)
    hits = leftmost_longest(scan(text, fold(text), normalizer.lexicon, languages))
    if spelling.acronyms:
        return any(hit.start == 0 and hit.end == len(text) for hit in hits)
    words = len(text.split())
    covered = sum(len(hit.text.split()) for hit in hits)
    return any(len(hit.text.split()) > 1 for hit in hits) or words - covered < 2


def _fields(each: Cluster, words: Words) -> dict[str, Any]:
    """Return the fields of an entry for a cluster."""
    names = _names(each)
    written = {fold_key(name) for name in names.values()}
    variants: list[str] = []
    for spelling in each.spellings:
        found = each.nominatives.get(spelling.text)
        text = _decapitalised(found.text if found else spelling.text)
        # What only folding tells apart need not be listed.
        if fold_key(text) not in written:
            written.add(fold_key(text))
            variants.append(text)
    kind = _type(each, words)
    fields: dict[str, Any] = {"id": kebab_case(names["en"]) or "unnamed", "type": kind}
    fields["names"] = names
    if each.acronyms:
        fields["acronyms"] = {"en": each.acronyms.most_common(1)[0][0]}
    if variants:
        fields["variants"] = variants[:_VARIANTS]
    genders = [found.gender for found in each.nominatives.values() if found.gender]
    if kind == "person" and "sr" in names and genders:
        fields["gender"] = genders[0]
    return fields


def _names(each: Cluster) -> dict[str, str]:
    """Return the most frequent spelling of each language; English, if need be, by rule."""
    names: dict[str, str] = {}
    for spelling in each.spellings:
        lang = spelling.lang
        if script_of(spelling.text[0]) == "Latn" and lang != "sr-Latn":
            lang = "en"
        found = each.nominatives.get(spelling.text)
        text = found.text if found else spelling.text
        names.setdefault("sr" if lang.startswith("sr") else lang, _decapitalised(text))
    if "en" not in names:
        lang, text = next(iter(names.items()))
        source = {"sr": "sr-Latn", "und": "ar"}.get(lang, lang)
        names["en"] = transliterate(text, source, "en")
    names.pop("und", None)
    return dict(sorted(names.items(), key=lambda item: item[0] != "en"))


def _decapitalised(text: str) -> str:
    """Return a name without whole words in capitals, where they are too long for an acronym.

    >>> _decapitalised("Marin PERIĆ"), _decapitalised("BBC World")
    ('Marin Perić', 'BBC World')
    """
    return (
        " ".join(w.title() if w.isupper() and len(w) > 4 else w for w in text.split(" "))
        if (not text.isupper())
        else text.title()
    )


def _type(each: Cluster, words: Words) -> str:
    text = each.spellings[0].text
    if each.spellings[0].rule is Rule.GIVEN_NAME:
        return "person"
    small = set(text.lower().split())
    if each.acronyms:
        capitals = [word for word in text.split() if word[0].isupper()]
        return "organisation" if len(capitals) > 1 else "term"
    if small & BODIES or small & {"of", "for", "za"}:
        return "organisation"
    if small & PLACES:
        return "place"
    return "organisation" if any(map(words.is_ordinary, text.split())) else "person"


def context(use: Use) -> str:
    """Return what stands around a use, on one line, with the name in brackets.

    >>> use = Use("Omar Dayan", "en", Rule.CAPITALS, "Here Omar Dayan spoke.", 5)
    >>> context(use)
    'Here [Omar Dayan] spoke.'
    """
    end = use.start + len(use.spelling)
    before = use.passage[max(0, use.start - _AROUND) : use.start]
    after = use.passage[end : end + _AROUND]
    return " ".join(f"{before}[{use.spelling}]{after}".split())
