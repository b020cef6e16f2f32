"""Which entry each span of a text names, as far as the whole text tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from normalize.languages import language, read_words
from normalize.lexicon.forms import Form, Role
from normalize.matching.scan import Hit
from normalize.model import Fix, Reason, Step
from normalize.rewriting.identified import Identified, Surroundings
from normalize.rewriting.neighbours import find_longer_name, name_after, title_before
from normalize.rewriting.place import (
    SentencePlace,
    find_sentence_place,
    is_numbered,
    is_title_case,
)
from normalize.text.capitals import is_in_capitals
from normalize.text.language import UNKNOWN, LanguageMap, script_of_language
from normalize.text.protect import Protection

_LANGUAGE_OF_SCRIPT = {"Latn": "en", "Cyrl": "sr-Cyrl", "Arab": "ar", "Hebr": "he"}


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
    surroundings = Surroundings(text, hits, languages)
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


def _without_denied(forms: Iterable[Form]) -> list[Form]:
    denied = {form.entry.id for form in forms if form.role is Role.NEVER}
    return [form for form in forms if form.entry.id not in denied]


def _choose(
    forms: list[Form], hit: Hit, surroundings: Surroundings
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


def _fits_context(form: Form, hit: Hit, surroundings: Surroundings) -> bool:
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


def _language_of(form: Form, start: int, languages: LanguageMap) -> str:
    """Return the text's language, or for a name in another script that of the name."""
    here = languages.at(start)
    if form.inflection and form.lang and languages.is_guess(start):
        # `Službeni List Evropske Unije`: where no word shows the language, a case ending does.
        return form.lang
    if here != UNKNOWN and script_of_language(here) == form.script:
        return here
    if form.script == "Arab" and (quoted := languages.at_arabic(start)) != UNKNOWN:
        return quoted
    return form.lang or _LANGUAGE_OF_SCRIPT.get(form.script, UNKNOWN)


def _hold(
    found: Identified, surroundings: Surroundings, protection: Protection, languages: LanguageMap
) -> Identified:
    """Add what keeps the span from being rewritten, the strongest reason first."""
    text = surroundings.text
    protector = protection.of(found.start, found.end)
    if protector:
        return replace(found, held=Step(Reason.PROTECTED, protector))
    if found.held is not None:
        if found.held.reason is not Reason.NOT_INTRODUCED or found.others:
            return found
        title = title_before(text, found)
        if title:
            return replace(found, held=Step(Reason.TITLE_ONLY, title))
        # Whoever is meant, the typing error is one: the spelling was found to be of this name only.
        if not found.form.misspelled:
            return found
    step = find_longer_name(found, surroundings) or _find_obstacle(found, text)
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


def _find_obstacle(found: Identified, text: str) -> Step | None:
    """Return what stands so close to the span that nothing else can be written for it."""
    if found.form.role is not Role.ACRONYM and is_numbered(text, found.end):
        return Step(Reason.COMPOUND, "number")
    if script_of_language(found.target) != found.form.script and _is_glued(found, text):
        # In another script it would grow together with what it stood apart from.
        return Step(Reason.COMPOUND)
    return None


def _doubt_word(found: Identified, surroundings: Surroundings) -> Step | None:
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
    neighbour = name_after(found, surroundings)
    return Step(Reason.LONGER_NAME, neighbour) if neighbour else None


def _is_glued(found: Identified, text: str) -> bool:
    beside = text[max(0, found.start - 1) : found.start] + text[found.end : found.end + 1]
    return any(map(str.isalnum, beside))
