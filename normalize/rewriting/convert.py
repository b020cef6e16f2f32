"""Serbian text put into its other script, where `target` asks for it.

Names have edits of their own, which `render` writes in the target's script; here the words between
them follow. An edit is a stretch of one sentence without names, protected parts and words that stay
in their script, so that a report tells sentences and not letters.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter, itemgetter
from typing import NamedTuple
from unicodedata import combining

from normalize.lexicon.compile import CompiledLexicon
from normalize.lexicon.forms import Role
from normalize.model import Edit, Kind, Mention, Reason, Step
from normalize.rewriting.render import Decided
from normalize.text.language import LanguageMap
from normalize.text.protect import Protection, merge_spans
from normalize.text.serbian import find_serbian
from normalize.translit.foreign import Sort, judge
from normalize.translit.icu import apply_rules
from normalize.translit.kept import find_kept, find_kept_cyrillic
from normalize.translit.lookalikes import unmix

Span = tuple[int, int]

_LETTERS = re.compile(r"[^\W\d_]+")
_OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"
_STOP = re.compile(r"[.!?…][\"”“’»)\]]*\s+|\n")
# UPOZORENjE and NjUJORK, as careless converters write capitals.
_CARELESS = re.compile(
    "(?<=[A-ZČĆĐŠŽ])(?:Lj|Nj|Dž)(?![a-zčćđšž])|(?<![A-Za-zČĆĐŠŽčćđšž])(?:Lj|Nj|Dž)(?=[A-ZČĆĐŠŽ]{2})"
)
_DIGRAPHS = str.maketrans(
    {
        "ǆ": "dž",
        "ǅ": "Dž",
        "Ǆ": "DŽ",
        "ǉ": "lj",
        "ǈ": "Lj",
        "Ǉ": "LJ",
        "ǌ": "nj",
        "ǋ": "Nj",
        "Ǌ": "NJ",
    }
)


class _Script(NamedTuple):
    """How Serbian is put into a script: from which, with which letters, and what stays."""

    other: str
    other_letter: re.Pattern[str]
    find_kept: Callable[[str], Iterator[Span]]


_SCRIPTS = {
    "sr-Cyrl": _Script("sr-Latn", re.compile("[A-Za-z\u00c0-\u024f]"), find_kept),
    "sr-Latn": _Script("sr-Cyrl", re.compile("[\u0400-\u052f]"), find_kept_cyrillic),
}


def convert_script(
    decided: Sequence[Decided],
    target: str,
    languages: LanguageMap,
    protection: Protection,
    lexicon: CompiledLexicon,
) -> list[Edit]:
    """Return the edits of the names with those that put the words between them into `target`.

    Where that is no script of Serbian, the edits of the names are all.
    """
    edits = [one.edit for one in decided if one.edit]
    if target not in _SCRIPTS:
        return edits
    names = merge_spans(_written_names(decided, target, lexicon))
    protected = merge_spans([*protection.spans(), *_protected_names(decided)])
    text = protection.text
    mended = unmix(text)
    shown = _cover(_cover(mended, names, _as_name), protected, _as_objects)
    shut = merge_spans([*names, *protected, *_SCRIPTS[target].find_kept(shown)])
    silent = merge_spans([*_settled(decided, target), *protected])
    prose = _cover(mended, silent, _as_objects)
    for start, end in find_serbian(prose, languages, target):
        first, last = bisect_right(shut, start, key=itemgetter(1)), bisect_left(shut, (end, 0))
        for opened, closed in _openings(shut[first:last], start, end):
            edits += _convert_stretch(text, mended, opened, closed, target)
    return sorted(edits, key=attrgetter("start"))


def _written_names(
    decided: Iterable[Decided], target: str, lexicon: CompiledLexicon
) -> Iterator[Span]:
    """Yield the names that are rewritten, and those that stay Latin."""
    for one in decided:
        if one.edit:
            yield one.edit.start, one.edit.end
        elif one.mention and _stays(one.mention, target, lexicon):
            yield one.mention.start, one.mention.end


def _protected_names(decided: Iterable[Decided]) -> Iterator[Span]:
    for one in decided:
        if one.suggestion and one.suggestion.why_not.reason is Reason.PROTECTED:
            yield one.suggestion.start, one.suggestion.end


def _settled(decided: Iterable[Decided], target: str) -> Iterator[Span]:
    """Yield the names that are, or will be, in the target's script.

    They tell nothing of a text's language: that must not change with how its names are written.
    """
    other = _SCRIPTS[target].other_letter
    for one in decided:
        if one.edit:
            yield one.edit.start, one.edit.end
        elif one.mention and not one.suggestion and not other.search(one.mention.text):
            yield one.mention.start, one.mention.end


def _stays(mention: Mention, target: str, lexicon: CompiledLexicon) -> bool:
    """Tell whether a name without a Serbian form stands there in English: `Human Rights Watch`."""
    english = lexicon.entries[mention.entry].names["en"]
    if lexicon.spelling(mention.entry, Role.FULL, target) or mention.text != english:
        return False
    return any(judge(word) is Sort.FOREIGN for word in _LETTERS.findall(english))


def _cover(text: str, spans: Sequence[Span], cover: Callable[[str], str]) -> str:
    """Return a text of the same length in which something else stands in the spans."""
    pieces: list[str] = []
    done = 0
    for start, end in spans:
        if end > done:
            pieces += (text[done:start], cover(text[max(start, done) : end]))
            done = end
    return "".join((*pieces, text[done:]))


def _as_name(text: str) -> str:
    """Return what looks like a Serbian word, with the capitals that the words beside may need."""
    return "A" * len(text) if text.isupper() else "A" + "a" * (len(text) - 1)


def _as_objects(text: str) -> str:
    return _OBJECT * len(text)


def _openings(shut: Iterable[Span], start: int, end: int) -> Iterator[Span]:
    """Yield the spans between those that are shut, which are in text order."""
    for first, last in shut:
        if first > start:
            yield start, first
        start = max(start, last)
    if start < end:
        yield start, end


def _convert_stretch(text: str, mended: str, start: int, end: int, target: str) -> Iterator[Edit]:
    """Yield an edit for each sentence of a stretch that has anything to convert.

    `mended` is the text without letters that hide among those of the other script.
    """
    for stop in (*(match.end() for match in _STOP.finditer(text, start, end)), end):
        before, after = text[start:stop], _write(mended[start:stop], target)
        if before != after:
            converted = Step(Reason.SCRIPT, f"{_SCRIPTS[target].other} to {target}")
            only_mended = after == mended[start:stop]
            yield _narrow(
                before, after, start, Step(Reason.MIXED_SCRIPT) if only_mended else converted
            )
        start = stop


def _write(text: str, target: str) -> str:
    written = apply_rules(text, _SCRIPTS[target].other, target)
    if target == "sr-Latn":
        written = written.translate(_DIGRAPHS)
        written = _CARELESS.sub(lambda digraph: digraph.group().upper(), written)
    return written


def _narrow(before: str, after: str, start: int, why: Step) -> Edit:
    """Return the edit for a sentence, from its first changed word to its last."""
    head = _unchanged_words(before, after)
    tail = _unchanged_words(before[:head:-1], after[:head:-1])
    start += head
    before, after = before[head : len(before) - tail], after[head : len(after) - tail]
    return Edit(start, start + len(before), before, after, "", Kind.TRANSLITERATED, 1.0, (why,))


def _unchanged_words(before: str, after: str) -> int:
    """Return the length of what two texts begin with alike, up to where a word begins."""
    if before[:1] != after[:1]:
        return 0
    alike = (one == other for one, other in zip(before, after, strict=False))
    length = next((at for at, same in enumerate(alike) if not same), min(len(before), len(after)))
    while length and (before[length - 1].isalnum() or combining(before[length - 1])):
        length -= 1
    return length
