"""Which entry each span of a text names, as far as the whole text tells."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from normalize.languages import Setting, language, read_words
from normalize.lexicon.forms import Form, Role
from normalize.matching.scan import Hit
from normalize.model import Fix, Kind, Reason, Step
from normalize.rewriting.place import (
    SentencePlace,
    find_sentence_place,
    is_numbered,
    is_title_case,
)
from normalize.text.capitals import is_in_capitals
from normalize.text.fold import fold_key
from normalize.text.language import UNKNOWN, LanguageMap, script_of_language
from normalize.text.protect import Protection

_CONTEXT_REACH = 300
_WORD_REACH = 60
_WORD_BEFORE = re.compile(r"(?<![\w'’-])(?P<word>[^\W\d_][\w.'’-]*)[ \t]\Z")
# `Mir-Hossein`, but not `US-Iraqi` or `Al-Asad`.
_JOINED_BEFORE = re.compile(r"(?<![\w-])(?P<word>(?![AE]l-)[^\W\d_a-zа-џ][a-zа-џčćđšž]+)-\Z")
_WORD_AFTER = re.compile(r"[ \t]([^\W\d_][\w'’-]*)")
_TAG_IN_FILES = {"sr-Latn": "sr", "sr-Cyrl": "sr"}
_LANGUAGE_OF_SCRIPT = {"Latn": "en", "Cyrl": "sr-Cyrl", "Arab": "ar", "Hebr": "he"}


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


def identify(
    hits: Sequence[Hit],
    text: str,
    protection: Protection,
    languages: LanguageMap,
    target: str,
) -> list[Identified]:
    """Return what each hit names; those that name nothing in this text carry the reason.

    `target` is the language to write, or `source` for that of each mention.
    """
    surroundings = _Surroundings(text, hits, languages)
    identified = []
    for hit in hits:
        forms = _without_denied(hit.forms)
        if not forms:
            continue
        form, held, others = _choose(forms, hit, surroundings)
        lang = _language_of(form, hit.start, languages)
        written = lang if target == "source" else target
        span = (hit.start, hit.end, hit.text)
        found = Identified(*span, form, lang, written, held, others)
        held_or_free = _hold(found, surroundings, protection, languages)
        if not _is_somebody_else(held_or_free):
            identified.append(held_or_free)
    return identified


def _is_somebody_else(found: Identified) -> bool:
    """Tell whether it is another's name that only resembles one: Vladimir Vukčević no Vučević."""
    beside_another = found.held is not None and found.held.reason is Reason.LONGER_NAME
    return found.form.misspelled and beside_another


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


def _without_denied(forms: Iterable[Form]) -> list[Form]:
    denied = {form.entry.id for form in forms if form.role is Role.NEVER}
    return [form for form in forms if form.entry.id not in denied]


class _Surroundings:
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
        near = self._hits[bisect_left(self._starts, first) : bisect_right(self._starts, last)]
        return any(
            pattern.search(name)
            for other in near
            if other is not hit
            for form in other.forms
            if form.role is not Role.NEVER
            for name in (*form.entry.names.values(), *form.entry.short.values())
        )


def _choose(
    forms: list[Form], hit: Hit, surroundings: _Surroundings
) -> tuple[Form, Step | None, tuple[str, ...]]:
    """Return the form that is meant, what speaks against it, and the other entries in question."""
    introduced = surroundings.introductions
    named = [form for form in forms if form.role in (Role.FULL, Role.ACRONYM)]
    shorts = [form for form in forms if form.role is Role.SHORT]
    short = [form for form in shorts if introduced[form.entry.id]]
    if short and all(
        form.fix is Fix.SUGGEST or form.entry.id == short[0].entry.id for form in named
    ):
        named = []
    if not named and not short:
        return shorts[0], Step(Reason.NOT_INTRODUCED), _ids(shorts[1:])
    choice = named + short
    if len(named) > 1 or any(form.role is Role.ACRONYM for form in named):
        choice = [form for form in choice if _fits_context(form, hit, surroundings)]
        if not choice:
            return named[0], Step(Reason.CONTEXT_MISSING), _ids(named[1:])
    entries = _ids(choice)
    if len(entries) > 1:
        return choice[0], Step(Reason.AMBIGUOUS, " | ".join(entries)), entries[1:]
    return choice[0], None, ()


def _ids(forms: Iterable[Form]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form.entry.id for form in forms))


def _fits_context(form: Form, hit: Hit, surroundings: _Surroundings) -> bool:
    """Tell whether the text speaks of the entry: names it in full, or has a word of its field."""
    own = form.role is Role.FULL
    if surroundings.introductions[form.entry.id] > own:
        return True
    if _is_function_word(form):
        return False
    return not form.entry.context or surroundings.speak_of(form.entry.context, hit)


def _is_function_word(form: Form) -> bool:
    """Tell whether an acronym is also a little word (`IS`, `WHO`) that a writer may emphasise."""
    if form.role is not Role.ACRONYM or form.entry.well_known:
        return False
    lang = form.lang or "en"
    return read_words(form.text, lang) in language(lang).FUNCTION_WORDS


@lru_cache(maxsize=4096)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)", re.IGNORECASE)


def _language_of(form: Form, start: int, languages: LanguageMap) -> str:
    """Return the text's language, or for a name in another script that of the name."""
    here = languages.at(start)
    if form.inflection and form.lang and languages.is_guess(start):
        # `Službeni List Evropske Unije`: where no word shows the language, a case ending does.
        return form.lang
    if here != UNKNOWN and script_of_language(here) == form.script:
        return here
    return form.lang or _LANGUAGE_OF_SCRIPT.get(form.script, UNKNOWN)


def _hold(
    found: Identified, surroundings: _Surroundings, protection: Protection, languages: LanguageMap
) -> Identified:
    """Add what keeps the span from being rewritten, the strongest reason first."""
    text = surroundings.text
    protector = protection.of(found.start, found.end)
    if protector:
        return replace(found, held=Step(Reason.PROTECTED, protector))
    if found.held is not None:
        if found.held.reason is not Reason.NOT_INTRODUCED or found.others:
            return found
        title = _title_before(text, found)
        if title:
            return replace(found, held=Step(Reason.TITLE_ONLY, title))
        # Whoever is meant, the typing error is one: the spelling was found to be of this name only.
        if not found.form.misspelled:
            return found
    step = _find_longer_name(found, surroundings) or _find_obstacle(found, text)
    if step is None:
        step = _doubt_word(found, surroundings)
    if step is None and found.form.fix is Fix.SUGGEST:
        asked = Step(Reason.FIX_SUGGEST, found.form.reason)
        step = Step(Reason.ON_REQUEST) if found.form.misspelled else asked
    here = languages.at(found.start)
    if step is None and here == UNKNOWN:
        step = Step(Reason.LANGUAGE_UNKNOWN)
    latin_acronym = found.form.role is Role.ACRONYM and found.form.script == "Latn"
    if step is None and latin_acronym and script_of_language(here) == "Arab":
        # الـPKK: a long form in English would be out of place, one in Arabic has no room for الـ.
        step = Step(Reason.NO_PLACE, "Arabic text")
    return replace(found, held=step)


def _find_longer_name(found: Identified, surroundings: _Surroundings) -> Step | None:
    """Return what makes the span part of a longer name."""
    neighbour = _neighbour_of_name(found, surroundings)
    longer = neighbour or _spelled_before(found, surroundings.text)
    return Step(Reason.LONGER_NAME, longer) if longer else None


def _find_obstacle(found: Identified, text: str) -> Step | None:
    """Return what stands so close to the span that nothing else can be written for it."""
    if found.form.role is not Role.ACRONYM and is_numbered(text, found.end):
        return Step(Reason.COMPOUND, "number")
    if script_of_language(found.target) != found.form.script and _is_glued(found, text):
        # In another script it would grow together with what it stood apart from.
        return Step(Reason.COMPOUND)
    return None


def _spelled_before(found: Identified, text: str) -> str | None:
    """Return the word before a name that may be a part of it which the form lacks.

    `Tajip Erdogan` in `Rejepa Tajipa Erdogana` lacks Redžep, who stands there in a spelling that
    nobody listed: to write the whole name would double him.
    """
    ours = found.form.entry.names.get(_TAG_IN_FILES.get(found.target, found.target), "")
    lacking = ours.split()[: -found.form.words]
    if found.form.entry.type != "person" or not lacking:
        return None
    before = _WORD_BEFORE.search(text, max(0, found.start - 40), found.start)
    word = before["word"] if before else ""
    read = fold_key(read_words(word, found.lang))
    if found.form.role is Role.SHORT:
        # Glued to another word, `HTS-ledAbas Arakči`, the given name is not found.
        return word if read.endswith(fold_key(lacking[-1])) else None
    alike = any(read[:1] == fold_key(part)[:1] for part in lacking)
    return word if word[:1].isupper() and alike else None


def _doubt_word(found: Identified, surroundings: _Surroundings) -> Step | None:
    """Return what makes it likely that a form is an ordinary word, or part of a person's name."""
    ordinary = Step(Reason.CONTEXT_MISSING, "an ordinary word too")
    if found.form.script == "Arab":
        guessed = found.form.likeness < 1.0 or found.form.role is Role.SHORT
        if guessed and not language(found.lang).OPENERS.isdisjoint(found.text.split()):
            # `جيدة في` sounds like Gaddafi, and `في` would be his short form.
            return ordinary
        only_a_word = surroundings.is_only_a_word(found.form, found)
        is_named = only_a_word is None and surroundings.introductions[found.entry]
        return None if only_a_word is False or is_named else ordinary
    if not found.lang.startswith("sr") or not found.form.may_be_word:
        return None
    text = surroundings.text
    if (
        find_sentence_place(text, found.start) is not SentencePlace.INSIDE
        or is_in_capitals(found.text)
        or is_title_case(text, found.start, found.end)
    ):
        return ordinary
    neighbour = _name_after(found, surroundings)
    return Step(Reason.LONGER_NAME, neighbour) if neighbour else None


def _is_glued(found: Identified, text: str) -> bool:
    beside = text[max(0, found.start - 1) : found.start] + text[found.end : found.end + 1]
    return any(map(str.isalnum, beside))


def _title_before(text: str, found: Identified) -> str | None:
    before = _WORD_BEFORE.search(text, max(0, found.start - 40), found.start)
    word = before["word"] if before else ""
    read = read_words(word, found.lang).strip(".")
    return word if read in language(found.lang).TITLES else None


def _neighbour_of_name(found: Identified, surroundings: _Surroundings) -> str | None:
    """Return a word beside a person's name that makes it part of another's, if one does."""
    if found.form.script == "Arab":
        is_person = found.form.entry.type == "person"
        return _word_that_lengthens(surroundings.text, found) if is_person else None
    if found.form.role is Role.SHORT or found.form.likeness < 1.0 or found.form.is_misread:
        return _name_beside(found, surroundings)
    return None


def _name_beside(found: Identified, surroundings: _Surroundings) -> str | None:
    """Return a capitalised neighbour that makes the surname part of somebody else's name.

    What is a known name itself is no given name.
    """
    if after := _name_after(found, surroundings):
        return after
    text, module = surroundings.text, language(found.lang)
    joined = _JOINED_BEFORE.search(text, max(0, found.start - 40), found.start)
    if joined and joined.end("word") not in surroundings.ends:
        return joined["word"]
    before = _WORD_BEFORE.search(text, max(0, found.start - 40), found.start)
    if not before or not before["word"][0].isupper() or before["word"].endswith((".", ":")):
        return None
    if before.end("word") in surroundings.ends:
        return None
    known = module.TITLES | module.OPENERS
    return None if _is_no_name(before["word"], known, found.lang) else before["word"]


def _name_after(found: Identified, surroundings: _Surroundings) -> str | None:
    """Return the capitalised word after a name, if it is no known name itself."""
    after = _WORD_AFTER.match(surroundings.text, found.end)
    if (
        after
        and after[1][0].isupper()
        and after.start(1) not in surroundings.starts
        and not _is_no_name(after[1], language(found.lang).OPENERS, found.lang)
    ):
        return after[1]
    return None


def _word_that_lengthens(text: str, found: Identified) -> str | None:
    """Return a word, in letters without capitals, that makes the name after it another's.

    No word does so to a name that something is joined to: ماهر والأسد are two.
    """
    before = _WORD_BEFORE.search(text, max(0, found.start - 40), found.start)
    if not before or "+" in found.form.inflection:
        return None
    is_short = found.form.role is Role.SHORT
    lengthens = language(found.lang).makes_longer(before["word"], is_short)
    return before["word"] if lengthens else None


def _is_no_name(word: str, known: frozenset[str], lang: str) -> bool:
    bare = re.sub(r"['’]s?\Z", "", word)
    return bare != word or bare.isupper() or read_words(bare, lang) in known or "-" in bare
