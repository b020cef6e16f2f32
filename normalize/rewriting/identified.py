"""A span that names something, and what the rest of the text says about it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from normalize.languages import Setting, language
from normalize.lexicon.forms import Form, Role
from normalize.matching.scan import Hit
from normalize.model import Fix, Kind, Reason, Step
from normalize.text.language import LanguageMap

_CONTEXT_REACH = 300
_WORD_REACH = 60


@dataclass(frozen=True, slots=True)
class Identified:
    """A span that names something; `lang` is the language it is in, `target` the one to write.

    `held` says why it must stay as it is; `others` are the further entries that it may name.
    """

    start: int
    end: int
    text: str
    form: Form
    lang: str
    target: str
    held: Step | None = None
    others: tuple[str, ...] = ()

    @property
    def entry(self) -> str:
        """The id of the entry."""
        return self.form.entry.id

    @property
    def is_mention(self) -> bool:
        """Tell whether the span certainly names its entry."""
        return self.held is None or self.held.reason in _NAMED_ALL_THE_SAME


_NAMED_ALL_THE_SAME = frozenset(
    {
        Reason.APPOSITION,
        Reason.CAPITALS,
        Reason.FIX_SUGGEST,
        Reason.LANGUAGE_UNKNOWN,
        Reason.NO_PLACE,
        Reason.ON_REQUEST,
    }
)


def kind_of(found: Identified) -> Kind:
    """Return how the spelling relates to its entry, before it is known what will be written."""
    if found.form.misspelled:
        return Kind.FUZZY
    if found.form.role is Role.FULL and found.form.likeness < 1.0:
        return Kind.TRANSLITERATED
    if found.form.inflection:
        return Kind.INFLECTED
    if found.form.role is Role.ACRONYM:
        return Kind.ACRONYM
    if found.form.role is Role.SHORT:
        return Kind.SHORT
    return Kind.VARIANT


class Surroundings:
    """What the rest of a text says about the entries that a span may name."""

    def __init__(self, text: str, hits: Sequence[Hit], languages: LanguageMap) -> None:
        self.text = text
        self._languages = languages
        self._hits = hits
        self._starts = [hit.start for hit in hits]
        self.starts = frozenset(self._starts)
        self.ends = frozenset(hit.end for hit in hits)
        self.introductions = self._count_introductions()

    def _count_introductions(self) -> Counter[str]:
        """Count the longer forms by which the text introduces each entry."""
        counts: Counter[str] = Counter()
        for hit in self._hits:
            # What is only suggested must not decide what is rewritten.
            full = {
                form.entry.id: form
                for form in hit.forms
                if form.role is Role.FULL and not (form.misspelled and form.fix is Fix.SUGGEST)
            }
            if len(full) == 1:
                ((entry, form),) = full.items()
                introduces = form.words > 1 or not form.entry.short
                counts[entry] += introduces and self.is_only_a_word(form, hit) is False
        return counts

    def is_only_a_word(self, form: Form, span: Hit | Identified) -> bool | None:
        """Tell whether a name in letters without capitals is but a word here.

        None where that depends on whether the text names its owner elsewhere.
        """
        if form.script != "Arab":
            return False
        module = language(self._languages.at(span.start))
        before = self.text[max(0, span.start - _WORD_REACH) : span.start]
        following = self.text[span.end : span.end + _WORD_REACH]
        setting = Setting(before, span.text, following)
        return module.is_only_a_word(form.text, form.inflection, setting)

    def speak_of(self, words: tuple[str, ...], hit: Hit) -> bool:
        """Tell whether one of the words is near, or a name near would be rewritten to it.

        Without the second, a run could change what the next run sees: `Hifter` is no context
        for LNA, but the `Haftar` that it becomes is.
        """
        pattern = _any_of(words)
        first, last = hit.start - _CONTEXT_REACH, hit.end + _CONTEXT_REACH
        if pattern.search(self.text, max(0, first), last):
            return True
        own = {form.entry.id for form in hit.forms}
        near = self._hits[bisect_left(self._starts, first) : bisect_right(self._starts, last)]
        return any(
            pattern.search(name)
            for other in near
            if other is not hit
            for form in other.forms
            # An ambiguous acronym is no context for itself: SDS.N beside SDS.
            if form.role is not Role.NEVER and form.entry.id not in own
            for name in (*form.entry.names.values(), *form.entry.short.values())
        )


@lru_cache(maxsize=4096)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)", re.IGNORECASE)
