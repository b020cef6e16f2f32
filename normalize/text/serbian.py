"""Which stretches of a text are Serbian, whatever the rest of it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum

from normalize.text.language import (
    UNKNOWN,
    LanguageMap,
    language_fitting,
    language_shown_by,
    main_script,
    script_of,
)

_LINE = re.compile(r"[^\n]+")
# A quotation, a bracket or a sentence may be in another language than the line around it.
_PIECE = re.compile(r"(?:[^\"“”„«»()\[\].!?:;\n]|[.:](?=\w))+")
_LATIN_WORD = "[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+"
_LATIN_RUN = re.compile(rf"{_LATIN_WORD}(?:[ \u00a0&'’,-]+{_LATIN_WORD})*")
_SAMPLE = 500
_CYRILLIC = re.compile("[\u0400-\u052f]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
# The letters that of all Cyrillic alphabets only Serbian and Macedonian have, or only others.
_SERBIAN = re.compile("[ђјљњћџЂЈЉЊЋЏ]")
_OTHER = re.compile("[ѐ-ёѓєіїќѝўѵщъыьэюяйЀ-ЁЃЄІЇЌЍЎЩЪЫЬЭЮЯЙѕЅѢѣґҐ]")
_MACEDONIAN = re.compile("[ѓѕќЃЅЌ]")
_NOT_MACEDONIAN = re.compile("[ђћЂЋ]")


# One letter for one, so that offsets stay; the digraphs of Unicode count as Serbian letters too.
_ROMAN = str.maketrans(
    "абвгдђежзијклљмнњопрстћуфхцчџшАБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ",
    "abvgdđežzijklǉmnǌoprstćufhcčǆšABVGDĐEŽZIJKLǈMNǋOPRSTĆUFHCČǅŠ",
)
_DIGRAPHS = str.maketrans(
    {
        "ǉ": "lj",
        "ǈ": "Lj",
        "Ǉ": "LJ",
        "ǌ": "nj",
        "ǋ": "Nj",
        "Ǌ": "NJ",
        "ǆ": "dž",
        "ǅ": "Dž",
        "Ǆ": "DŽ",
    }
)

Span = tuple[int, int]


class SerbianMap(LanguageMap):
    """The languages of a text judged by its words alone, for when it is to change its script.

    What another script would change of the answers is not in them: Serbian names and words are
    the same in a text before and after. Serbian is `sr-Latn` or `sr-Cyrl` by the letter asked for.
    """

    def __init__(self, text: str, lang: str | None = None) -> None:
        super().__init__(text, lang)
        self._written = text
        self._words = LanguageMap(_romanise(text), lang)

    @property
    def document(self) -> str:
        """The language of the text as a whole, in its main script; `und` if there is no telling."""
        return self._in_script(self._words.document, main_script(self._written))

    def at(self, offset: int) -> str:
        """Return the language of the line that the offset lies in, in the script of the letter."""
        return self._in_script(self._words.at(offset), script_of(self._written[offset]))

    def is_guess(self, offset: int) -> bool:
        """Tell whether neither the line nor the document has words that show its language."""
        return self._words.is_guess(offset)

    def _in_script(self, found: str, script: str) -> str:
        serbian = found.startswith("sr") and self.asked in (None, "sr")
        return f"sr-{script}" if serbian and script in ("Latn", "Cyrl") else found


class _Verdict(Enum):
    SERBIAN = "Serbian beyond doubt"
    OTHER = "in another language"
    OPEN = "too short to tell: it goes with the lines around it"


def find_serbian(text: str, languages: LanguageMap, target: str) -> Iterator[Span]:
    """Yield the spans of a text that are Serbian and go into `target`: lines, or pieces of them.

    In a line of another language they are the pieces between quotation marks, brackets and stops
    that are Serbian by themselves. Words in Latin letters in a Cyrillic line do not go Cyrillic
    with it unless they are Serbian beyond doubt. A line that tells nothing goes with the one
    before it, the first with the first that tells. `languages` is what is known of the text's
    languages: a line of which it says that there is no telling is left, as its names are.
    """
    if languages.asked and not languages.asked.startswith("sr"):
        return
    narrow = _without_latin if target == "sr-Cyrl" else _as_it_is
    lines = [line.span() for line in _LINE.finditer(text)]
    for (start, end), serbian in zip(lines, _judge_lines(text, lines, languages), strict=True):
        if serbian:
            yield from narrow(text, start, end)
            continue
        for piece in _PIECE.finditer(text, start, end):
            if _judge(piece.group()) is _Verdict.SERBIAN:
                yield from narrow(text, *piece.span())


def _as_it_is(text: str, start: int, end: int) -> Iterator[Span]:
    yield start, end


def _judge_lines(text: str, lines: Sequence[Span], languages: LanguageMap) -> Iterator[bool]:
    if languages.asked:
        yield from (True for _ in lines)
        return
    verdicts = [_judge(text[start:end][:_SAMPLE]) for start, end in lines]
    told = next((verdict for verdict in verdicts if verdict is not _Verdict.OPEN), None)
    if told is None:
        # Of this text and not of `languages`, which may have names that are covered here.
        serbian = not _is_latin(text) or LanguageMap(_romanise(text)).document == "sr-Latn"
        told = _Verdict.SERBIAN if serbian else _Verdict.OTHER
    for (start, _), verdict in zip(lines, verdicts, strict=True):
        told = told if verdict is _Verdict.OPEN else verdict
        yield told is _Verdict.SERBIAN and languages.at(start) != UNKNOWN


def _judge(passage: str) -> _Verdict:
    """Judge by words, whatever their script: what was converted is judged as it was before."""
    if not _is_latin(passage):
        serbian, other = len(_SERBIAN.findall(passage)), len(_OTHER.findall(passage))
        # A Serbian sentence that names a Russian party has both, a Russian one none of ours.
        if other > 4 * serbian or _is_macedonian(passage):
            return _Verdict.OTHER
        if serbian:
            return _Verdict.SERBIAN
    roman = passage
    if _CYRILLIC.search(passage):
        roman = _romanise(passage).translate(_DIGRAPHS)
    shown = language_shown_by(roman)
    if shown == UNKNOWN:
        return _Verdict.OTHER if language_fitting(roman) == UNKNOWN else _Verdict.OPEN
    return _Verdict.SERBIAN if shown == "sr-Latn" else _Verdict.OTHER


def _is_macedonian(passage: str) -> bool:
    return bool(_MACEDONIAN.search(passage)) and not _NOT_MACEDONIAN.search(passage)


def _romanise(passage: str) -> str:
    # To see that there is nothing to do is much quicker than to do it.
    return passage.translate(_ROMAN) if _CYRILLIC.search(passage) else passage


def _is_latin(passage: str) -> bool:
    """Tell whether more letters of a passage are Latin than Cyrillic."""
    if passage.isascii() or not _CYRILLIC.search(passage):
        return True
    return len(_LATIN.findall(passage)) >= len(_CYRILLIC.findall(passage))


def _without_latin(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield a stretch; of one with Cyrillic in it, without Latin words that are not Serbian.

    They are asked run by run, as `Argos` and `Lidl` are there on purpose; where they are most of
    the stretch, together.
    """
    if not _CYRILLIC.search(text, start, end):
        yield start, end
        return
    runs = list(_LATIN_RUN.finditer(text, start, end))
    together = " ".join(run.group() for run in runs)
    if _is_latin(text[start:end]) and _judge(together) is _Verdict.SERBIAN:
        yield start, end
        return
    done = start
    for run in runs:
        if _judge(run.group()) is not _Verdict.SERBIAN:
            yield done, run.start()
            done = run.end()
    yield done, end
