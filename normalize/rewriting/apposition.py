"""Names set beside one another: aliases that must stay, and acronyms that a text introduces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from normalize.languages import language, read_words
from normalize.lexicon.forms import Role
from normalize.model import Reason, Step
from normalize.rewriting.identified import Identified

# What may stand between a name and the bracket, comma or dash that sets another beside it.
# A possessive comes before the bracket: `the Libyan National Army's (LNA) advance`.
_INTO_BRACKET = re.compile(
    r"(?:['’]s?)?\s*[(\[]\s*(?:[^\W\d_][\w’' -]{0,28}[ :]\s*)?[\"“”„'‘’«»]*\s*", re.DOTALL
)
_ON_IN_BRACKET = re.compile(
    r"[\"“”'‘’«»]*\s*(?:[,;/]|\bor\b|\bili\b)\s*(?:or |also |the )?[\"“„'‘«]*\s*"
)
_BESIDE = re.compile(
    r"\s?[/\N{EN DASH}\N{EM DASH}-]\s?|\s*,?\s+(?:or|ili|أو|یا)\s+(?:the\s+)?[\"“„'‘«]*"
)
_NAME_BEFORE_BRACKET = re.compile(r"(?<!\w)[^\W\d_a-zčćšžđа-џ][\w'’-]* \(\Z")
_CLOSE_BY = 80
_BRACKET_REACH = 400
_CUE_REACH = 60
# These may follow a cue: `also known by the name`, `poznat kao`.
_LINKS = ("as", "by", "the", "a", "an", "kao")


def mark_appositions(found: Sequence[Identified], text: str) -> list[Identified]:
    """Return the mentions with a hold on those that are mentioned as an alias or former name.

    An acronym in brackets after its long form is no alias but an introduction, and stays free.
    """
    held = [_after_cue(mention, text) for mention in found]
    for at, (left, right) in enumerate(pairwise(found)):
        if left.entry != right.entry or not (left.is_mention and right.is_mention):
            continue
        names = {left.form.role, right.form.role} <= {Role.FULL, Role.SHORT}
        if names and _are_beside(text, left, right):
            for place in (at, at + 1):
                if held[place].held is None:
                    held[place] = replace(held[place], held=Step(Reason.APPOSITION, right.text))
    return held


def introduces(text: str, left: Identified, right: Identified) -> bool:
    """Tell whether two neighbouring mentions of one entry are a long form and its acronym."""
    roles = (left.form.role, right.form.role)
    if left.entry != right.entry or roles not in (
        (Role.FULL, Role.ACRONYM),
        (Role.ACRONYM, Role.FULL),
    ):
        return False
    gap = text[left.end : right.start]
    if roles == (Role.FULL, Role.ACRONYM) and re.fullmatch(r"[ \t]+", gap):
        return True
    return _are_beside(text, left, right)


def _are_beside(text: str, left: Identified, right: Identified) -> bool:
    gap = text[left.end : right.start]
    if len(gap) > _CLOSE_BY or "\n\n" in gap:
        return False
    if _INTO_BRACKET.fullmatch(gap) or _BESIDE.fullmatch(gap):
        return True
    if _ON_IN_BRACKET.fullmatch(gap) and is_in_bracket(text, left.start):
        return True
    return _cue_before(text, right.start, right.lang) is not None


def is_in_bracket(text: str, start: int) -> bool:
    """Tell whether a bracket is open at the place, on its line."""
    line = text[max(0, start - _BRACKET_REACH) : start].rpartition("\n")[2]
    return line.count("(") + line.count("[") > line.count(")") + line.count("]")


def _after_cue(mention: Identified, text: str) -> Identified:
    if mention.held is not None or mention.form.role is Role.ACRONYM:
        return mention
    cue = _cue_before(text, mention.start, mention.lang)
    if cue is None and _is_original(mention, text):
        cue = "original spelling"
    return replace(mention, held=Step(Reason.APPOSITION, cue)) if cue else mention


def _is_original(mention: Identified, text: str) -> bool:
    """Tell whether a name is but the spelling of its own country, which Serbian adds in brackets.

    `Gido Vestervele (Guido Westerwelle)` tells how the name just transcribed is written.
    """
    if not mention.lang.startswith("sr") or (mention.form.lang or "en").startswith("sr"):
        return False
    is_alone = text[mention.start - 1 : mention.start] == "(" and text[mention.end :][:1] == ")"
    before = _NAME_BEFORE_BRACKET.search(text, max(0, mention.start - _CUE_REACH), mention.start)
    return is_alone and before is not None


def _cue_before(text: str, start: int, lang: str) -> str | None:
    """Return the cue that stands right before a name, if one does."""
    before = text[max(0, start - _CUE_REACH) : start].lower()
    last_word = before.rstrip(" \n\t(\"“”„'‘’«»").rpartition(" ")[2].rpartition("\n")[2]
    if read_words(last_word, lang) not in _words_that_end_cues(lang):
        return None
    cue = _cue_at_end(lang).search(read_words(before, lang))
    return cue["cue"] if cue else None


@lru_cache(maxsize=16)
def _words_that_end_cues(lang: str) -> frozenset[str]:
    """Return the words before a name that make it worth looking for a cue: few names have one."""
    return frozenset({cue.split()[-1] for cue in _cues(lang)} | set(_LINKS))


def _cues(lang: str) -> set[str]:
    """Return the cues of a language, and `aka` and the like, which English names bring along."""
    return {*language(lang).CUES, *language("en").CUES}


@lru_cache(maxsize=16)
def _cue_at_end(lang: str) -> re.Pattern[str]:
    cues = sorted(_cues(lang), key=len, reverse=True)
    return re.compile(
        r"(?<!\w)(?P<cue>" + "|".join(map(re.escape, cues)) + r")"
        r"(?:\s+(?:" + "|".join(_LINKS) + r"))?[\s(]*[\"“”„'‘’«»]*\s*\Z"
    )
