"""The pipeline on one screen: protect, fold, scan, identify, plan, render, convert, edit."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

from normalize.lexicon.claims import check_claims
from normalize.lexicon.compile import CompiledLexicon
from normalize.lexicon.load import load_entries
from normalize.matching.misspelled import WordsOfNames, find_misspelled
from normalize.matching.resolve import NameIndex
from normalize.matching.scan import Hit, leftmost_longest, scan
from normalize.matching.unlisted import SoundingNames, find_unlisted
from normalize.model import Candidate, Entry, Fix, Mention, Result
from normalize.options import Options
from normalize.rewriting.apposition import mark_appositions
from normalize.rewriting.convert import convert_script
from normalize.rewriting.mentions import identify
from normalize.rewriting.plan import plan_mentions
from normalize.rewriting.render import Decided, decide
from normalize.text.edits import apply_edits
from normalize.text.fold import fold
from normalize.text.language import LanguageMap
from normalize.text.protect import Protection, protect
from normalize.text.serbian import SerbianMap

_BATCH = 64


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a normalizer is made from: options, and lexicon files or entries."""

    options: Options
    layers: tuple[Path, ...] = ()
    entries: tuple[Entry, ...] = ()


class Normalizer:
    """Rewrites texts by one lexicon and one set of options. Immutable; threads may share it."""

    def __init__(self, recipe: Recipe) -> None:
        self.options = recipe.options
        self.lexicon = CompiledLexicon(recipe.entries or _load_checked(recipe.layers))
        self._recipe = recipe

    @classmethod
    def load(cls, *paths: str | Path, **options: str) -> Normalizer:
        """Return a normalizer for lexicon files and folders, later ones overriding earlier.

        Without paths the shipped lexicons are taken; the options are those of `Options`.
        Raises `LexiconError` with every mistake found, `OptionError` for a bad option.
        """
        layers = tuple(Path(path).absolute() for path in paths) or (shipped_lexicons(),)
        return cls(Recipe(Options.of(**options), layers=layers))

    @classmethod
    def from_entries(cls, entries: Iterable[Entry], **options: str) -> Normalizer:
        """Return a normalizer for entries made in a program."""
        return cls(Recipe(Options.of(**options), entries=tuple(entries)))

    def __reduce__(self) -> tuple[Any, ...]:
        # Automata do not pickle, and are quicker to make again than to send.
        return _rebuild, (self._recipe,)

    @cached_property
    def names(self) -> NameIndex:
        """The names of the lexicon by how they sound."""
        return NameIndex(self.lexicon.entries.values())

    @cached_property
    def _sounding(self) -> SoundingNames:
        """The names that a text may spell in its own way."""
        return SoundingNames(self.lexicon.entries)

    @cached_property
    def _words(self) -> WordsOfNames:
        """The words of the names, by what they may be mistyped as."""
        return WordsOfNames(self.lexicon)

    def normalize(self, text: str, lang: str | None = None) -> Result:
        """Return the text with its names and acronyms made consistent, and every reason.

        `lang` says what language the whole text is in; without it each line's is found out.
        Raises `OptionError` for an unknown language, nothing because of the text.
        """
        languages = self._languages(text, lang)
        protection = protect(text, quotations=self.options.quotes == "keep")
        decided = self._decide(text, languages, protection)
        target = self.options.target
        edits = tuple(convert_script(decided, target, languages, protection, self.lexicon))
        return Result(
            text=apply_edits(text, edits),
            edits=edits,
            mentions=tuple(d.mention for d in decided if d.mention),
            suggestions=tuple(d.suggestion for d in decided if d.suggestion),
            language=languages.document,
        )

    def normalize_many(
        self, texts: Iterable[str], jobs: int = 1, lang: str | None = None
    ) -> Iterator[Result]:
        """Yield the result of each text, in order, worked on by `jobs` processes.

        Texts are taken from the iterable as they are needed, so it may be endless.
        """
        if jobs <= 1:
            return (self.normalize(text, lang) for text in texts)
        return _in_processes(self, texts, jobs, lang)

    def find(self, text: str, lang: str | None = None) -> list[Mention]:
        """Return the mentions of a text, in its order, without rewriting anything."""
        protection = protect(text, quotations=self.options.quotes == "keep")
        decided = self._decide(text, self._languages(text, lang), protection)
        return [d.mention for d in decided if d.mention]

    def resolve(self, name: str, limit: int = 5, lang: str | None = None) -> list[Candidate]:
        """Return the entries that a name field means, best first, with scores from 0 to 1.

        Titles, reversed order (`Haftar, Khalifa`) and any script are seen through. Only entries
        that are likely enough are returned: an empty list means none of them.
        """
        return self.names.resolve(name, limit, lang)

    def _languages(self, text: str, lang: str | None) -> LanguageMap:
        if self.options.target.startswith("sr"):
            return SerbianMap(text, lang)
        return LanguageMap(text, lang)

    def _decide(self, text: str, languages: LanguageMap, protection: Protection) -> list[Decided]:
        listed = leftmost_longest(scan(text, fold(text), self.lexicon, languages))
        unlisted = find_unlisted(text, listed, self._sounding, languages)
        misspelled = self._misspelled(text, listed, languages)
        hits = leftmost_longest([*listed, *unlisted, *misspelled])
        identified = identify(hits, text, protection, languages, self.options.target)
        mentions = mark_appositions(identified, text)
        plans = plan_mentions(mentions, text, self.lexicon, self.options)
        return list(decide(plans, text, self.lexicon))

    def _misspelled(self, text: str, hits: list[Hit], languages: LanguageMap) -> list[Hit]:
        if self.options.fuzzy == "off":
            return []
        fix = Fix.APPLY if self.options.fuzzy == "apply" else Fix.SUGGEST
        return find_misspelled(text, hits, self._words, languages, fix)


def shipped_lexicons() -> Path:
    """Return the folder of the lexicons that come with the package."""
    installed = Path(__file__).parent / "shipped_lexicons"
    return installed if installed.is_dir() else Path(__file__).parent.parent / "lexicons"


def _load_checked(layers: tuple[Path, ...]) -> tuple[Entry, ...]:
    entries = load_entries(layers)
    check_claims(entries)
    return entries


@lru_cache(maxsize=2)
def _rebuild(recipe: Recipe) -> Normalizer:
    """Make a normalizer in a process that it was sent to, once for all its texts."""
    return Normalizer(recipe)


def _in_processes(
    normalizer: Normalizer, texts: Iterable[str], jobs: int, lang: str | None
) -> Iterator[Result]:
    batches = _batched(texts, _BATCH)
    with ProcessPoolExecutor(jobs) as pool:
        waiting: deque[Future[list[Result]]] = deque()
        for batch in batches:
            waiting.append(pool.submit(_normalize_batch, normalizer, batch, lang))
            if len(waiting) > 2 * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _batched(texts: Iterable[str], size: int) -> Iterator[list[str]]:
    remaining = iter(texts)
    while batch := list(islice(remaining, size)):
        yield batch


def _normalize_batch(normalizer: Normalizer, texts: list[str], lang: str | None) -> list[Result]:
    return [normalizer.normalize(text, lang) for text in texts]
