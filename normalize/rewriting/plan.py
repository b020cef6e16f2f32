"""What becomes of each mention: the name in full, its short form, its acronym, or nothing.

The acronym policy looks at the whole document and recognises its own output: what it writes
as an introduction, `Long Form (ACR)`, is an introduction when it is read again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from normalize.languages import language
from normalize.lexicon.compile import CompiledLexicon
from normalize.lexicon.forms import Role
from normalize.model import Reason, Step
from normalize.options import Options
from normalize.rewriting.apposition import introduces, is_in_bracket
from normalize.rewriting.cases import is_unclear
from normalize.rewriting.identified import Identified
from normalize.rewriting.place import is_among_capitals, is_compound, is_currency, is_in_headline
from normalize.text.abbreviations import find_definition
from normalize.text.fold import fold_key


class Write(StrEnum):
    """What is written in place of a mention; `INTRODUCTION` is the long form with the acronym."""

    FULL = "full"
    SHORT = "short"
    ACRONYM = "acronym"
    INTRODUCTION = "introduction"


@dataclass(frozen=True, slots=True)
class Plan:
    """What to write for a mention and why; with `why_not`, what is not to be written after all."""

    mention: Identified
    write: Write
    why: Step | None = None
    why_not: Step | None = None


@dataclass(frozen=True, slots=True)
class _Document:
    """What the policies look at: the text, its mentions in order, and what they may be."""

    text: str
    mentions: Sequence[Identified]
    lexicon: CompiledLexicon
    options: Options


def plan_mentions(
    mentions: Sequence[Identified], text: str, lexicon: CompiledLexicon, options: Options
) -> list[Plan]:
    """Return what each mention becomes, in the same order."""
    document = _Document(text, mentions, lexicon, options)
    plans = dict(_plan_names(document))
    plans.update(_plan_acronyms(document))
    return [plans[at] for at in range(len(mentions))]


def _plan_names(document: _Document) -> Iterator[tuple[int, Plan]]:
    """Plan full and short names: each as it stands, or as `later` wants repeated ones."""
    shared = _shared_short_forms(document)
    seen: set[str] = set()
    for at, mention in enumerate(document.mentions):
        role = mention.form.role
        if role is Role.ACRONYM:
            continue
        write, why = (Write.SHORT if role is Role.SHORT else Write.FULL), None
        if role is Role.SHORT and mention.held is None:
            why = Step(Reason.INTRODUCED)
        if role is Role.SHORT and document.options.later == "full":
            write, why = Write.FULL, Step(Reason.LATER_FULL)
        if role is Role.FULL and mention.is_mention:
            later = mention.entry in seen and not mention.form.inflection
            seen.add(mention.entry)
            short = document.lexicon.spelling(mention.entry, Role.SHORT, mention.target)
            if later and document.options.later == "short" and short and short not in shared:
                write, why = Write.SHORT, Step(Reason.LATER_SHORT)
        yield at, Plan(mention, write, why, mention.held)


def _shared_short_forms(document: _Document) -> set[str]:
    """Return the short forms that two entries of the text have in common."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for mention in document.mentions:
        short = document.lexicon.spelling(mention.entry, Role.SHORT, mention.target)
        if short and mention.is_mention:
            owners[short].add(mention.entry)
    return {short for short, entries in owners.items() if len(entries) > 1}


def _plan_acronyms(document: _Document) -> Iterator[tuple[int, Plan]]:
    groups: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for at, mention in enumerate(document.mentions):
        if mention.form.role is Role.ACRONYM:
            groups[mention.entry, mention.target].append(at)
    if not groups:
        return
    introduced = _introductions(document)
    for (entry, lang), members in groups.items():
        free = []
        defined = _defined_in_text(document, members, introduced)
        for at in members:
            mention = document.mentions[at]
            held = mention.held or _hold(document, mention, defined)
            if held:
                yield at, Plan(mention, _wish(document, mention), None, held)
            else:
                free.append(at)
        if free:
            yield from _plan_group(document, entry, lang, free, introduced)


def _wish(document: _Document, mention: Identified) -> Write:
    """Return what would be written for an acronym that something holds back."""
    kept = mention.form.entry.well_known or document.options.acronyms == "keep"
    return Write.ACRONYM if kept else Write.FULL


def _introductions(document: _Document) -> dict[int, int]:
    """Return the mentions that stand in an introduction, each with the place where that begins."""
    places: dict[int, int] = {}
    for at, (left, right) in enumerate(pairwise(document.mentions)):
        if introduces(document.text, left, right) and (
            _will_be_canonical(document, left) or _will_be_canonical(document, right)
        ):
            start = places.get(at, left.start)
            places[at] = places[at + 1] = start
    return places


def _will_be_canonical(document: _Document, mention: Identified) -> bool:
    """Tell whether a long form is, or will be, the one that the lexicon has for the acronym."""
    if mention.form.role is not Role.FULL:
        return False
    canonical = document.lexicon.spelling(mention.entry, Role.FULL, mention.target) or ""
    return mention.held is None or fold_key(mention.text) == fold_key(canonical)


def _defined_in_text(
    document: _Document, members: Sequence[int], introduced: dict[int, int]
) -> dict[str, str]:
    """Return the acronyms that the text itself defines otherwise, with its long forms.

    `Islamic State of Iraq and Syria (ISIS)`, where only a suggestion would change the long form,
    defines `ISIS` as much as `product-market fit (PMF)` defines `PMF`.
    """
    defined = {}
    for at in members:
        mention = document.mentions[at]
        if at in introduced:
            continue
        beside = document.mentions[max(0, at - 1) : at + 2]
        long_forms = [
            one.text if two is mention else two.text
            for one, two in pairwise(beside)
            if introduces(document.text, one, two)
        ]
        if not long_forms and "(" in document.text[max(0, mention.start - 1) : mention.end + 3]:
            found = find_definition(document.text, mention.start, mention.end)
            long_forms = [found] if found else []
        if long_forms:
            defined[mention.text] = long_forms[0]
    return defined


def _hold(document: _Document, mention: Identified, defined: dict[str, str]) -> Step | None:
    if mention.text in defined:
        return Step(Reason.DEFINED_IN_TEXT, defined[mention.text])
    if is_currency(document.text, mention.start, mention.end):
        return Step(Reason.COMPOUND, "currency")
    if is_among_capitals(document.text, mention.start, mention.end):
        return Step(Reason.CAPITALS)
    firm = language(mention.lang).FIRM_AFTER.match(document.text, mention.end)
    return Step(Reason.LONGER_NAME, firm.group().strip()) if firm else None


def _plan_group(
    document: _Document, entry: str, lang: str, free: list[int], introduced: dict[int, int]
) -> Iterator[tuple[int, Plan]]:
    """Plan the acronyms of one entry in one language, all that may be rewritten."""
    lexicon, policy = document.lexicon, document.options.acronyms
    long_form = lexicon.spelling(entry, Role.FULL, lang)
    acronym = lexicon.spelling(entry, Role.ACRONYM, lang)
    mentions = document.mentions
    if policy == "keep" or not long_form or lexicon.entries[entry].well_known:
        for at in free:
            yield at, Plan(mentions[at], Write.ACRONYM, Step(Reason.ACRONYM_SPELLING))
    elif policy == "expand" or not acronym:
        for at in free:
            yield at, _expand(document, mentions[at], at in introduced)
    elif any(at in introduced for at in free):
        first = min(introduced[at] for at in free if at in introduced)
        for at in free:
            yield at, _keep_introduced(mentions[at], acronym, first)
    else:
        yield from _introduce(document, entry, lang, free)


def _expand(document: _Document, mention: Identified, introduced: bool) -> Plan:
    if introduced:
        return Plan(mention, Write.ACRONYM, Step(Reason.ACRONYM_SPELLING))
    obstacle = _obstacle(document.text, mention)
    return Plan(mention, Write.FULL, Step(Reason.EXPAND_ACRONYM), obstacle)


def _keep_introduced(mention: Identified, acronym: str, first: int) -> Plan:
    if mention.end <= first and mention.text == acronym:
        return Plan(mention, Write.FULL, None, Step(Reason.INTRODUCED_LATER))
    return Plan(mention, Write.ACRONYM, Step(Reason.ACRONYM_SPELLING))


def _introduce(
    document: _Document, entry: str, lang: str, free: list[int]
) -> Iterator[tuple[int, Plan]]:
    """Write the long form where the acronym stands once, else introduce it where it can be."""
    mentions, text = document.mentions, document.text
    names = [
        at
        for at, mention in enumerate(mentions)
        if (mention.entry, mention.target, mention.form.role) == (entry, lang, Role.FULL)
        and mention.held is None
    ]
    place = _place_of_introduction(document, sorted(free + names), names)
    obstacles = {at: _obstacle(text, mentions[at]) for at in free}
    if len(free) == 1:
        (at,) = free
        in_headline = bool(names) and is_in_headline(text, mentions[at].start, mentions[at].end)
        obstacle = obstacles[at] or (Step(Reason.NO_PLACE, "headline") if in_headline else None)
        yield at, Plan(mentions[at], Write.FULL, Step(Reason.EXPAND_ACRONYM), obstacle)
        return
    if place is not None:
        yield place, Plan(mentions[place], Write.INTRODUCTION, Step(Reason.INTRODUCE_ACRONYM))
    acronym = document.lexicon.spelling(entry, Role.ACRONYM, lang)
    for at in free:
        # Of those before it only the first could have been the introduction: say why it is not,
        # unless its spelling is to be mended (`OVKa`).
        is_spelled = mentions[at].text.partition("-")[0] == acronym
        if at == free[0] != place and is_spelled and _is_unclear(document, mentions[at]):
            yield at, Plan(mentions[at], Write.INTRODUCTION, Step(Reason.INTRODUCE_ACRONYM))
        elif at != place:
            yield at, Plan(mentions[at], Write.ACRONYM, Step(Reason.ACRONYM_SPELLING))


def _is_unclear(document: _Document, mention: Identified) -> bool:
    return is_unclear(mention, Role.FULL, document.text, document.lexicon)


def _place_of_introduction(document: _Document, members: list[int], names: list[int]) -> int | None:
    """Return the first mention that can take the long form and acronym, in prose if any can."""
    able = [
        at
        for at in members
        if not _obstacle(document.text, document.mentions[at])
        and not (at in names and document.mentions[at].form.inflection == "plural")
        and not _is_unclear(document, document.mentions[at])
    ]
    prose = [
        at
        for at in able
        if not is_in_headline(document.text, document.mentions[at].start, document.mentions[at].end)
    ]
    return next(iter(prose or able), None)


def _obstacle(text: str, mention: Identified) -> Step | None:
    """Return what keeps a long form from standing here: a compound, a bracket."""
    # A careless page's `ForcesPMU`: the bracket would part what a second run then reads.
    if (
        is_compound(text, mention.start, mention.end)
        or text[mention.end : mention.end + 1].isalnum()
    ):
        return Step(Reason.COMPOUND)
    if is_in_bracket(text, mention.start):
        return Step(Reason.NO_PLACE, "bracket")
    return None
