"""Whole texts put into the other script of Serbian: `tests/cases/scripts`, and properties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from normalize import Normalizer
from normalize.model import Edit, Kind, Reason
from normalize.text.edits import apply_edits, undo_edits
from normalize.text.serbian import SerbianMap, find_serbian
from normalize.translit.lookalikes import unmix
from tests.conftest import CASES as FOLDER
from tests.conftest import LEXICON


class Case(NamedTuple):
    """A text and what becomes of it; `back` if the other script gives the text again."""

    label: str
    target: str
    lang: str | None
    text: str
    wanted: str
    back: bool


def read_cases() -> Iterator[Case]:
    """Yield the cases of all files."""
    for path in sorted((FOLDER / "scripts").glob("*.yaml")):
        for block in yaml.safe_load(path.read_text(encoding="utf-8")):
            assert set(block) <= {"label", "to", "lang", "back", "cases", "stays"}, path
            pairs = block.get("cases", []) + [[text, text] for text in block.get("stays", [])]
            for text, wanted in pairs:
                label = f"{path.stem}: {block['label']}: {text}"
                lang, back = block.get("lang"), block.get("back", False)
                yield Case(label, block["to"], lang, text, wanted, back)


CASES = list(read_cases())
every_case = pytest.mark.parametrize("case", CASES, ids=[case.label for case in CASES])
SCRIPTS = ("sr-Latn", "sr-Cyrl")
PIECES = (
    "Ministar je rekao ", "Министар је рекао ", "da su otišli ", "да су отишли ", "Beograd",
    "Београд", "Netflix ", "CNN-a ", "ЦНН-а ", "NATO ", "The New York Times ", "on ", "to ",
    "Most ", "I ", "V ", "VI ", "XIV ", "II. ", "5 km ", "km ", "5 g ", "°C", "F16 ", "22a ",
    "1990ih ", "injekcija ", "ињекција ", "KONJ ", "UPOZORENjE ", "ǆep ", "ǈubav ", "ðak ",
    "c\u030caj ", "Hamneiјu ", "aкo ", "PYDа", "Weб ", "Мы не знаем ", "ќе биде ", "Москва",
    "that was the man ", "and ", "of ", "Il faut le ", "www.rts.rs ", "rts@rts.rs ", "#izbori ",
    "`kod`", "„", "“ ", ", ", "? ", "normalize: off", "normalize: on",
)  # fmt: skip
NAMES = (
    "Abas Aragči", "Abas Arakči", "Hezbolah", "Хезболах", "PMF", "NATO", "Hifter",
)  # fmt: skip
# Apart from each other: a name that is glued to other letters is found in one script only.
texts = st.lists(st.sampled_from(PIECES + NAMES), max_size=20).map(" ".join)
words = st.text(alphabet="ABHIJKLMNOPRSTUVaeijlnozžšćčđdqwxy .,'-“\nабвгдђјљњћџщыжн5", max_size=60)
anything = st.one_of(texts, words, st.text(max_size=60))


@cache
def normalizer(target: str) -> Normalizer:
    """Return a normalizer of the cases' lexicon that writes a script."""
    return Normalizer.load(LEXICON, target=target)


@every_case
def test_a_text_becomes_what_the_case_says(case: Case) -> None:
    """The text is that of the case, every edit accounts for what it changed, and twice is once."""
    chosen = normalizer(case.target)
    result = chosen.normalize(case.text, case.lang)
    assert result.text == case.wanted
    assert apply_edits(case.text, result.edits) == case.wanted
    assert undo_edits(case.wanted, result.edits) == case.text
    assert chosen.normalize(case.wanted, case.lang).edits == ()


@pytest.mark.parametrize("case", [case for case in CASES if case.back], ids=lambda case: case.label)
def test_a_text_comes_back(case: Case) -> None:
    """The other script gives the text again."""
    (other,) = set(SCRIPTS) - {case.target}
    assert normalizer(other).normalize(case.wanted, case.lang).text == case.text


@settings(max_examples=1000, deadline=None)
@given(anything, st.sampled_from(SCRIPTS), st.sampled_from([None, "sr", "sr-Cyrl", "en"]))
@example("Abbas AraqchiHTS", "sr-Cyrl", None)
@example("aкo Gaza Belt", "sr-Cyrl", None)
def test_what_is_written_is_recognised(text: str, target: str, lang: str | None) -> None:
    """A second run changes nothing, edits replay and undo, and only they change anything."""
    chosen = normalizer(target)
    result = chosen.normalize(text, lang)
    assert apply_edits(text, result.edits) == result.text
    assert undo_edits(result.text, result.edits) == text
    assert chosen.normalize(result.text, lang).text == result.text


@settings(max_examples=300, deadline=None)
@given(anything, st.sampled_from(SCRIPTS))
def test_conversion_changes_letters_alone(text: str, target: str) -> None:
    """An edit without an entry keeps its spaces, stops and digits, and is in no other line."""
    for edit in normalizer(target).normalize(text).edits:
        if not edit.entry:
            assert _gaps(edit.before) == _gaps(edit.after)
            assert "\n" not in edit.before
            assert edit.kind is Kind.TRANSLITERATED
            assert edit.why[0].reason in (Reason.SCRIPT, Reason.MIXED_SCRIPT)


def _gaps(text: str) -> list[str]:
    return re.findall(r"[^\w\u0300-\u036f]+|\d+", text)


@given(anything)
def test_unmixing_keeps_every_place(text: str) -> None:
    """A mended text is as long as it was, and mending it again changes nothing."""
    mended = unmix(text)
    assert len(mended) == len(text)
    assert unmix(mended) == mended


@given(anything, st.sampled_from([None, "sr", "en"]), st.sampled_from(SCRIPTS))
def test_stretches_are_in_order(text: str, lang: str | None, target: str) -> None:
    """Serbian stretches do not overlap, and none is empty of its place."""
    done = 0
    for start, end in find_serbian(text, SerbianMap(text, lang), target):
        assert done <= start <= end <= len(text)
        done = end


def test_a_text_in_another_language_is_left() -> None:
    """What is said to be English or Arabic gets names in the target, and nothing else."""
    for lang in ("en", "ar"):
        assert normalizer("sr-Cyrl").normalize("Rekao je da su otišli.", lang).edits == ()


def test_an_edit_is_a_stretch_of_a_sentence() -> None:
    """Names keep edits of their own; between them it is sentence by sentence."""
    text = "Rekao je to. Abas Aragči je otišao u Beograd."
    edits = normalizer("sr-Cyrl").normalize(text).edits
    assert [(edit.before, edit.after, edit.entry) for edit in edits] == [
        ("Rekao je to", "Рекао је то", ""),
        ("Abas Aragči", "Абас Аракчи", "abbas-araghchi"),
        ("je otišao u Beograd", "је отишао у Београд", ""),
    ]
    assert [str(edit.why[0]) for edit in edits[::2]] == ["script: sr-Latn to sr-Cyrl"] * 2


def test_reasons_tell_a_mended_word_from_a_converted_one() -> None:
    """A Cyrillic letter in a Latin word is mended in Latin text, and told as that."""

    def reasons(edits: tuple[Edit, ...]) -> list[tuple[str, str]]:
        return [(edit.before, str(edit.why[0].reason)) for edit in edits]

    mixed = "Rekao je da je Hamneiјu tu."
    assert reasons(normalizer("sr-Latn").normalize(mixed).edits) == [("Hamneiјu", "mixed-script")]
