"""Arabic, Persian and Sorani: their tables, what is generated, whole texts."""

from __future__ import annotations

from functools import lru_cache

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from normalize import Normalizer
from normalize.languages import arabic, persian, sorani
from normalize.languages.arabic_script.tables import tables
from normalize.languages.shape import Shape
from tests.conftest import CASES as FOLDER
from tests.conftest import Case, read_cases

CASES = [case for lang in ("arabic", "persian", "sorani") for case in read_cases(lang)]
every_case = pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
MAN, SHORT, PLACE = Shape("person"), Shape("person", full=False), Shape("place")
MENTIONS = yaml.safe_load((FOLDER / "arabic-mentions.yaml").read_text(encoding="utf-8"))


@lru_cache(maxsize=8)
def _normalizer(options: tuple[tuple[str, str], ...]) -> Normalizer:
    return Normalizer.load(FOLDER / "arabic-lexicon.yaml", **dict(options))


@every_case
def test_a_text_gets_the_expected_edits(case: Case) -> None:
    """The edits are those of the case, and no others; a second run makes none."""
    normalizer = _normalizer(tuple(sorted(case.options.items())))
    result = normalizer.normalize(case.text, case.lang)
    assert [[edit.before, edit.after] for edit in result.edits] == case.edits
    if case.suggestions is not None:
        found = [[one.before, str(one.why_not.reason)] for one in result.suggestions]
        assert found == case.suggestions
    assert normalizer.normalize(result.text, case.lang).edits == ()


@pytest.mark.parametrize("case", MENTIONS, ids=[case["label"] for case in MENTIONS])
def test_a_text_names_the_expected_entries(case: dict[str, str]) -> None:
    """Each mention is found with what is joined to it, and nothing else is found."""
    found = _normalizer(()).find(case["text"], case.get("lang"))
    assert [[mention.text, mention.entry] for mention in found] == case["mentions"]


@pytest.mark.parametrize("lang", ["ar", "fa", "ckb"])
def test_tables_are_whole(lang: str) -> None:
    """Every word has the two glosses by which a reader checks it, and only known columns."""
    columns = {"word", "means", "names", "after", "only-after", "not-after", "not-before"}
    for row in tables(lang).told["words"]:
        assert {"word", "means", "names"} <= set(row) <= columns


def test_no_whole_word_is_a_proclitic_and_a_name() -> None:
    """The list of whole words does not hide what may be said of a name of the cases."""
    normalizer = _normalizer(())
    hidden = {
        word
        for word in tables("ar").told["whole-words"].split()
        if normalizer.find(f"إلى {word}", "ar") == []
        and normalizer.find(f"إلى {word[1:]}", "ar") != []
    }
    assert hidden == {"بحماس"}


def test_proclitics_are_those_of_the_grammar() -> None:
    """One of و ف, one of ب ك ل, or both in this order; articles before Latin letters only."""
    known = tables("ar")
    assert known.proclitics == frozenset("و ف ب ك ل وب وك ول فب فك فل".split())
    assert {"ال", "لل", "وال", "بال"} <= arabic.proclitics()
    assert persian.proclitics() == sorani.proclitics() == frozenset()


@pytest.mark.parametrize(
    ("proclitic", "name", "label", "joined"),
    [
        ("و", "بشار الأسد", "", "و+"),
        ("وبـ", "بشار الأسد", "", "وبـ+"),
        ("وَ", "بشار الأسد", "", "وَ+"),
        ("ب", "أبي محمد الجولاني", "+أبي", "ب+أبي"),
        ("و", "للأسد", "ل+", "ول+"),
        ("ب", "للأسد", "ل+", None),
        ("ل", "الأسد", "", None),
        ("ال", "الأسد", "", None),
        ("ال", "PKK", "", "ال+"),
        ("س", "حماس", "", None),
        ("وف", "حماس", "", None),
        ("و", "ليد", "", None),
        ("و", "سوریه‌ی", "ی", None),
    ],
)
def test_joining(proclitic: str, name: str, label: str, joined: str | None) -> None:
    """A label begins with the proclitic as it stands, where the name can have it."""
    assert arabic.join_proclitic(proclitic, name, label) == joined


@pytest.mark.parametrize(
    ("proclitic", "name", "written"),
    [
        ("ل", "الأسد", "للأسد"),
        ("وَل", "الأسد", "وَللأسد"),
        ("لـ", "الأسد", "لـالأسد"),
        ("ل", "اللاذقية", "للاذقية"),
        ("ل", "الله", "لله"),
        ("ل", "لبنان", "للبنان"),
        ("ل", "ألمانيا", "لألمانيا"),
        ("و", "الأسد", "والأسد"),
        ("ل", "Assad", "لـAssad"),
        ("و", "Assad", "وAssad"),
    ],
)
def test_attaching(proclitic: str, name: str, written: str) -> None:
    """Only ل changes the article; letters that join forward do so to other scripts."""
    assert arabic.attach(proclitic, name) == written


def test_compounds() -> None:
    """Joined and parted spellings are made of the listed one, all ways where there are several."""
    assert set(arabic.vary("عبد الله نصر الله", MAN)) == {
        "عبدالله نصرالله",
        "عبدالله نصر الله",
        "عبد الله نصرالله",
    }
    assert "أبو ظبي" in set(arabic.vary("أبوظبي", PLACE))
    assert list(arabic.vary("محمود عباس", MAN)) == []
    assert "محمد باقر قالیباف" in set(persian.vary("محمدباقر قالیباف", MAN))
    assert list(persian.vary("محمدی", SHORT)) == []


def test_few_forms_are_made() -> None:
    """Proclitics do not multiply the forms of a name: only ل before the article makes one."""
    assert list(arabic.inflect("السيسي", SHORT)) == [("للسيسي", "ل+")]
    assert list(arabic.inflect("بشار الأسد", MAN)) == []


def test_endings() -> None:
    """Endings depend on the last sound, and are written again on another form of the name."""
    assert dict(persian.inflect("سوریه", PLACE)) == {"سوریه\u200cی": "ی"}
    assert dict(persian.inflect("عراق", PLACE)) == {}
    assert persian.write_inflection("عراق", "ی", PLACE) is None
    assert {"عێراقدا", "عێراقەوە", "عێراقیش"} <= dict(sorani.inflect("عێراق", PLACE)).keys()
    assert {"سووریاوە", "سووریای"} <= dict(sorani.inflect("سووریا", PLACE)).keys()
    assert sorani.write_inflection("هەولێر", "وە", PLACE) is None


PARTS = (
    "بشار الأسد", "بشار الاسد", "الاسد", "للاسد", "وللأسد", "لالأسد", "ماهر ", "حماة", "حماه",
    "حماس", "مدينة ", "تنظيم ", "داعش", "القاعدة", "على ", "علي ", "لاريجاني", "محمد ",
    "أبي محمد الجولانى", "ابن سلمان", "محمد بن سلمان", "عبدالله", "نصرالله", "حسن ", "حسن نصر الله",
    "الولايات المتحده",
    "سورية", "سوريۀ", "علی خامنه ای", "احمدی نژاد", "محمود ", "هەولێر", "هه‌ولێردا", "PKK", "قال ",
    "و", "ف", "ب", "ل", "ك", "ال", "لل", "ـ", "َ", "ّ", "\u200f", "\u200c", "\u2067", "\u2069", " ",
    "\n", "«", "»", "ی", "دا", "ەوە", "ە", "ٔ", "، ", ". ",
)  # fmt: skip
salads = st.lists(st.sampled_from(PARTS), max_size=20).map("".join)


@given(salads, st.sampled_from(["ar", "fa", "ckb"]))
def test_any_salad_settles(text: str, lang: str) -> None:
    """However names, proclitics and signs are mixed, a second run changes nothing.

    The language is said, since in a salad of three it hangs on the letters of a name or two.
    """
    normalizer = _normalizer(())
    once = normalizer.normalize(text, lang)
    assert normalizer.normalize(once.text, lang).edits == ()


@given(salads)
def test_marks_of_direction_are_never_lost(text: str) -> None:
    """As many marks of direction stand in the result as in the text."""
    result = _normalizer(()).normalize(text, "ar").text
    for mark in ("\u200f", "\u2067", "\u2069"):
        assert result.count(mark) == text.count(mark)


@given(st.text(alphabet="ابلوفكسدعينةىأإآ ـَ\u200c\u200fA", max_size=16))
def test_any_name_has_forms(name: str) -> None:
    """No spelling, however odd, is an error."""
    for module in (arabic, persian, sorani):
        for kind in ("person", "place", "people"):
            for form, label in module.inflect(name, Shape(kind)):
                assert form.strip()
                assert label
            assert all(spelled != name for spelled in module.vary(name, Shape(kind)))
