"""Writing a name into its place: its capitals, its line break, its article and possessive."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import count
from typing import NamedTuple

from normalize.languages import language
from normalize.lexicon.compile import CompiledLexicon
from normalize.lexicon.forms import Role
from normalize.model import Edit, Kind, Mention, Reason, Step, Suggestion
from normalize.rewriting.cases import is_unclear, why_unclear, write_in_case
from normalize.rewriting.identified import Identified, kind_of
from normalize.rewriting.place import SentencePlace, find_sentence_place, is_title_case
from normalize.rewriting.plan import Plan, Write
from normalize.rewriting.signs import keep_signs
from normalize.text.capitals import is_in_capitals
from normalize.text.fold import fold_key

_ARABIC_SIGNS = re.compile("[\u064b-\u0652\u0670]")
_HABIT_REACH = 2000
_GAP = re.compile(r"\s+|[-\N{HYPHEN}\N{NON-BREAKING HYPHEN}]")
_WORD = re.compile(r"[^\W_]+")
_SMALL_WORD = re.compile(r"[a-zčćđšž]+(?![^\W\d_])")
_TYPOGRAPHIC_APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"
_POSSESSIVE = re.compile(r"(['’])s?(?![\w])")
_ROLE = {Write.FULL: Role.FULL, Write.SHORT: Role.SHORT, Write.ACRONYM: Role.ACRONYM}


class Rendered(NamedTuple):
    """A piece of the original and what is written for it; article and possessive included."""

    start: int
    end: int
    after: str
    steps: tuple[Step, ...] = ()


class Decided(NamedTuple):
    """What came of one mention; at most one of `edit` and `suggestion` is there."""

    mention: Mention | None
    edit: Edit | None
    suggestion: Suggestion | None


def decide(plans: Sequence[Plan], text: str, lexicon: CompiledLexicon) -> Iterator[Decided]:
    """Yield what comes of each plan, in text order."""
    for plan in plans:
        found = plan.mention
        rendered = render(plan, text, lexicon)
        unchanged = rendered is None or rendered.after == text[rendered.start : rendered.end]
        kind = _kind(found, unchanged=unchanged)
        mention = Mention(
            found.start, found.end, found.text, found.entry, kind, confidence_of(found)
        )
        named = mention if found.is_mention else None
        if plan.why_not is not None:
            rivals = [lexicon.spelling(one, _role(plan), found.target) for one in found.others]
            yield Decided(named, None, _suggest(plan, rendered, text, mention, rivals))
        elif rendered is None and is_unclear(found, _role(plan), text, lexicon):
            yield Decided(named, None, _leave(plan, mention, why_unclear(found)))
        elif rendered is None or unchanged:
            yield Decided(named, None, None)
        else:
            yield Decided(named, _edit(plan, rendered, text, mention), None)


def render(plan: Plan, text: str, lexicon: CompiledLexicon) -> Rendered | None:
    """Return what is written for a plan, or None where the lexicon has no such spelling."""
    found, lang = plan.mention, plan.mention.target
    if plan.write is Write.INTRODUCTION:
        return _render_introduction(plan, text, lexicon)
    role = _role(plan)
    spelling = lexicon.spelling(found.entry, role, lang)
    if spelling is None:
        return None
    inflected = write_in_case(spelling, role, found, text)
    if inflected is None:
        return None
    written = _fit(inflected, role, found, text)
    if _is_latin_in_cyrillic(found) and fold_key(written) == fold_key(found.text):
        written = found.text
    if written == found.text or _is_equal(written, found.text):
        return Rendered(found.start, found.end, found.text)
    return _mend_neighbours(written, found, text)


def _role(plan: Plan) -> Role:
    """Return the role of what is written; an introduction is the long form with more."""
    return _ROLE.get(plan.write, Role.FULL)


def _is_latin_in_cyrillic(found: Identified) -> bool:
    """Tell whether it is a Latin acronym with a Cyrillic ending, `PYD-а`, as Serbian has it."""
    return bool(found.form.inflection) and (found.target, found.form.script) == ("sr-Cyrl", "Latn")


def confidence_of(found: Identified) -> float:
    """Return how sure it is that the span names its entry, between 0 and 1."""
    if found.held is not None and found.held.reason is Reason.FIX_SUGGEST:
        return 0.5
    if found.form.likeness < 1.0:
        return found.form.likeness
    if found.form.role is Role.SHORT:
        return 0.9
    if found.form.role is Role.ACRONYM and found.form.entry.context:
        return 0.9
    return 1.0 if not found.form.root else 0.95


def _kind(found: Identified, *, unchanged: bool) -> Kind:
    kind = kind_of(found)
    return Kind.CANONICAL if unchanged and kind is Kind.VARIANT else kind


def _render_introduction(plan: Plan, text: str, lexicon: CompiledLexicon) -> Rendered | None:
    found, lang = plan.mention, plan.mention.target
    long_form = lexicon.spelling(found.entry, Role.FULL, lang)
    acronym = lexicon.spelling(found.entry, Role.ACRONYM, lang)
    if long_form is None or acronym is None:
        return None
    inflected = write_in_case(long_form, Role.FULL, found, text)
    if inflected is None:
        return None
    written = _fit(inflected, Role.FULL, found, text)
    rendered = _mend_neighbours(written, found, text)
    end, after = rendered.end, rendered.after
    possessive = _POSSESSIVE.match(text, found.end)
    if possessive and end == found.end and possessive.group() != possessive[1]:
        end, after = possessive.end(), after + possessive.group()
    return rendered._replace(end=end, after=f"{after} ({acronym})")


def _mend_neighbours(written: str, found: Identified, text: str) -> Rendered:
    before = text[max(0, found.start - 12) : found.start]
    beside = language(found.target).mend_neighbours(
        written, before, text[found.end : found.end + 4]
    )
    if beside.cut_after and (found.form.entry.type == "person" or found.text.endswith("s")):
        beside = beside._replace(cut_after=0, ending="")
    if written.endswith(".") and text[found.end : found.end + 1] == ".":
        written = written[:-1]
    steps = (Step(Reason.ARTICLE_MENDED, beside.article.strip()),) if beside.article else ()
    return Rendered(
        found.start - beside.cut_before,
        found.end + beside.cut_after,
        beside.article + written + beside.ending,
        steps,
    )


def _is_equal(written: str, there: str) -> bool:
    """Tell whether two spellings are one: normal forms and Arabic vowel signs are none."""
    return _spelling_of(written) == _spelling_of(there)


def _spelling_of(text: str) -> str:
    return unicodedata.normalize("NFC", _ARABIC_SIGNS.sub("", text))


def _fit(spelling: str, role: Role, found: Identified, text: str) -> str:
    """Return the spelling with the capitals, line break and apostrophes of its place."""
    there = found.text
    written = spelling
    if found.form.role is not Role.ACRONYM and any(map(_is_raised, _WORD.findall(there))):
        written = _raise_as_there(spelling, there)
    elif _SMALL_WORD.match(spelling):
        written = _capitalise_if_needed(spelling, found, text)
    if "'" in written and _TYPOGRAPHIC_APOSTROPHE in _around(text, found):
        written = written.replace("'", _TYPOGRAPHIC_APOSTROPHE)
    if found.form.role is not Role.ACRONYM:
        written = keep_signs(_keep_gaps(written, there), there)
        written = language(found.target).keep_capitals(written, there)
    if not unicodedata.is_normalized("NFC", there):
        written = unicodedata.normalize("NFD", written)
    return written


def _around(text: str, found: Identified) -> str:
    return text[max(0, found.start - _HABIT_REACH) : found.end + _HABIT_REACH]


def _is_raised(word: str) -> bool:
    """Tell whether a word is set in capitals."""
    return len(word) > 1 and is_in_capitals(word)


def _raise_as_there(spelling: str, there: str) -> str:
    """Return the spelling with the words in capitals that were so, as in `YASSER Arafat left`."""
    words = _WORD.findall(there)
    if all(map(is_in_capitals, words)):
        return spelling.upper()
    ours = _WORD.findall(spelling)
    if len(ours) == len(words):
        raised = {at for at, word in enumerate(words) if _is_raised(word)}
    else:
        known = {fold_key(word) for word in words if _is_raised(word)}
        raised = {at for at, word in enumerate(ours) if fold_key(word) in known}
    number = count()

    def write(word: re.Match[str]) -> str:
        return word.group().upper() if next(number) in raised else word.group()

    return _WORD.sub(write, spelling)


def _capitalise_if_needed(spelling: str, found: Identified, text: str) -> str:
    """Raise the first letter of `al Qaeda` at a sentence start, or where it may be one and was.

    A name of its own making, such as `iKurd`, has its small letter everywhere.
    """
    place = find_sentence_place(text, found.start)
    doubtful = place is SentencePlace.UNSURE or is_title_case(text, found.start, found.end)
    if place is SentencePlace.START or (doubtful and found.text[0].isupper()):
        return spelling[0].upper() + spelling[1:]
    return spelling


def _keep_gaps(written: str, there: str) -> str:
    """Return the name with the white space and special hyphens that parted its words before.

    A line break is kept even where the words are others: after as many words as before.
    """
    gaps: list[str] = _GAP.findall(there)
    ours: list[str] = _GAP.findall(written)
    if all(gap in (" ", "-") for gap in gaps):
        return written
    words: list[str] = _GAP.split(written)
    if len(gaps) == len(ours):
        kept = [
            theirs if theirs.isspace() == our.isspace() else our
            for theirs, our in zip(gaps, ours, strict=True)
        ]
        return "".join(word + gap for word, gap in zip(words, [*kept, ""], strict=True))
    at = next((number for number, gap in enumerate(gaps) if "\n" in gap or "\r" in gap), None)
    if at is None:
        return written
    if not any(map(str.isspace, ours)):
        return written + gaps[at]
    spaces = [number for number, gap in enumerate(ours) if gap.isspace()]
    nearest = min(spaces, key=lambda number: abs(number - at))
    ours[nearest] = gaps[at]
    return "".join(word + gap for word, gap in zip(words, [*ours, ""], strict=True))


def _why(plan: Plan, rendered: Rendered) -> tuple[Step, ...]:
    """Return the steps that led to the spelling, from the lexicon to the place."""
    found = plan.mention
    form = found.form
    steps = [Step(form.origin, form.root or form.text)]
    if (
        form.script == "Latn"
        and not found.text.isascii()
        and re.search("[\u0400-\u052f]", found.text)
    ):
        steps.append(Step(Reason.MIXED_SCRIPT))
    elif found.text != form.text and fold_key(found.text) == fold_key(form.text):
        steps.append(Step(Reason.FOLDED, form.text))
    if plan.why is not None:
        steps.append(plan.why)
    return (*steps, *rendered.steps)


def _edit(plan: Plan, rendered: Rendered, text: str, mention: Mention) -> Edit:
    return Edit(
        rendered.start,
        rendered.end,
        text[rendered.start : rendered.end],
        rendered.after,
        mention.entry,
        mention.kind,
        mention.confidence,
        _why(plan, rendered),
    )


def _leave(plan: Plan, mention: Mention, why_not: Step) -> Suggestion:
    """Return the suggestion to look at a mention for which nothing definite can be proposed."""
    return Suggestion(
        mention.start,
        mention.end,
        mention.text,
        mention.text,
        (mention.entry,),
        mention.kind,
        mention.confidence,
        (Step(plan.mention.form.origin, plan.mention.form.root or plan.mention.form.text),),
        why_not,
    )


def _suggest(
    plan: Plan, rendered: Rendered | None, text: str, mention: Mention, rivals: Sequence[str | None]
) -> Suggestion | None:
    """Return the suggestion, or None where the text would have stayed as it is anyway.

    `rivals` is what the other entries that may be meant would have written.
    """
    found = plan.mention
    if plan.why_not is None:
        return None
    if rendered is None:
        rendered = Rendered(found.start, found.end, found.text)
    before = text[rendered.start : rendered.end]
    if before == rendered.after and all(rival in (None, found.text) for rival in rivals):
        return None
    if rivals:
        rendered = Rendered(found.start, found.end, found.text)
        before = found.text
    return Suggestion(
        rendered.start,
        rendered.end,
        before,
        rendered.after,
        (found.entry, *found.others),
        mention.kind,
        mention.confidence,
        _why(plan, rendered),
        plan.why_not,
    )
