"""Declension: the tables against their own examples, names in their cases, whole texts."""

from __future__ import annotations

from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize import Normalizer
from normalize.languages.declension.names import forms_of, write_case
from normalize.languages.declension.tables import tables
from normalize.languages.declension.words import decline
from normalize.languages.serbian import (
    inflect,
    is_ordinary,
    label_base,
    write_cyrillic,
    write_inflection,
)
from normalize.languages.shape import Shape
from normalize.lexicon.forms import generate_forms
from normalize.model import Entry
from tests.conftest import CASES as FOLDER
from tests.conftest import Case, read_cases

TRAPS = [
    case._replace(name=f"{case.name} ({script})", text=text)
    for case in read_cases("serbian-traps")
    for script, text in (("Latn", case.text), ("Cyrl", write_cyrillic(case.text)))
]
CASES = [*read_cases("serbian"), *TRAPS]
every_case = pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
MAN, WOMAN = Shape("person", gender="m"), Shape("person", gender="f")
SHORT = Shape("person", full=False, gender="m")
PLACE, GROUP = Shape("place"), Shape("organisation")

# Genitive, dative, accusative, instrumental.
NAMES: list[tuple[str, Shape, str]] = [
    ("Nuri al-Maliki", MAN, "Nurija al-Malikija, Nuriju al-Malikiju, Nurija al-Malikija, "
    "Nurijem al-Malikijem"),
    ("Muhamed bin Salman", MAN, "Muhameda bin Salmana, Muhamedu bin Salmanu, "
    "Muhameda bin Salmana, Muhamedom bin Salmanom"),
    ("Redžep Tajip Erdogan", MAN, "Redžepa Tajipa Erdogana, Redžepu Tajipu Erdoganu, "
    "Redžepa Tajipa Erdogana, Redžepom Tajipom Erdoganom"),
    ("Aleksandar Vučić", MAN, "Aleksandra Vučića, Aleksandru Vučiću, Aleksandra Vučića, "
    "Aleksandrom Vučićem"),
    ("Marko Rubio", MAN, "Marka Rubija, Marku Rubiju, Marka Rubija, Markom Rubijem"),
    ("Džo Bajden", MAN, "Džoa Bajdena, Džou Bajdenu, Džoa Bajdena, Džoom Bajdenom"),
    ("Moktada al-Sadr", MAN, "Moktade al-Sadra, Moktadi al-Sadru, Moktadu al-Sadra, "
    "Moktadom al-Sadrom"),
    ("Izrael Kac", MAN, "Izraela Kaca, Izraelu Kacu, Izraela Kaca, Izraelom Kacem"),
    ("Volodimir Zelenski", MAN, "Volodimira Zelenskog, Volodimiru Zelenskom, "
    "Volodimira Zelenskog, Volodimirom Zelenskim"),
    ("Sergej Lavrov", MAN, "Sergeja Lavrova, Sergeju Lavrovu, Sergeja Lavrova, Sergejem Lavrovom"),
    ("Hanije", SHORT, "Hanijea, Hanijeu, Hanijea, Hanijeom"),
    ("Hilari Klinton", WOMAN, "Hilari Klinton, Hilari Klinton, Hilari Klinton, Hilari Klinton"),
    ("Asma el Asad", WOMAN, "Asme el Asad, Asmi el Asad, Asmu el Asad, Asmom el Asad"),
    ("Libijska nacionalna armija", GROUP, "Libijske nacionalne armije, "
    "Libijskoj nacionalnoj armiji, Libijsku nacionalnu armiju, Libijskom nacionalnom armijom"),
    ("Evropski centar za politiku", GROUP, "Evropskog centra za politiku, "
    "Evropskom centru za politiku, Evropski centar za politiku, Evropskim centrom za politiku"),
    ("Hajat Tahrir el Šam", GROUP, "Hajata Tahrira el Šama, Hajatu Tahriru el Šamu, "
    "Hajat Tahrir el Šam, Hajatom Tahrirom el Šamom"),
    ("Frans pres", Shape("organisation", gender="m"), "Fransa pres, Fransu pres, Frans pres, "
    "Fransom pres"),
    ("Ujedinjene nacije", GROUP, "Ujedinjenih nacija, Ujedinjenim nacijama, Ujedinjene nacije, "
    "Ujedinjenim nacijama"),
    ("Sjedinjene Američke Države", PLACE, "Sjedinjenih Američkih Država, "
    "Sjedinjenim Američkim Državama, Sjedinjene Američke Države, Sjedinjenim Američkim Državama"),
    ("Crna Gora", PLACE, "Crne Gore, Crnoj Gori, Crnu Goru, Crnom Gorom"),
    ("Saudijska Arabija", PLACE, "Saudijske Arabije, Saudijskoj Arabiji, Saudijsku Arabiju, "
    "Saudijskom Arabijom"),
    ("Hrvatska", PLACE, "Hrvatske, Hrvatskoj, Hrvatsku, Hrvatskom"),
    ("Amerika", PLACE, "Amerike, Americi, Ameriku, Amerikom"),
    ("Raka", PLACE, "Rake, Raki, Raku, Rakom"),
    ("Banja Luka", PLACE, "Banje Luke, Banjoj Luci, Banju Luku, Banjom Lukom"),
    ("Republika Srpska", PLACE, "Republike Srpske, Republici Srpskoj, Republiku Srpsku, "
    "Republikom Srpskom"),
    ("Pojas Gaze", PLACE, "Pojasa Gaze, Pojasu Gaze, Pojas Gaze, Pojasom Gaze"),
    ("Golanska visoravan", Shape("place", gender="f"), "Golanske visoravni, Golanskoj visoravni, "
    "Golansku visoravan, Golanskom visoravni"),
    ("Abu Dabi", PLACE, "Abu Dabija, Abu Dabiju, Abu Dabi, Abu Dabijem"),
    ("Kan Junis", PLACE, "Kan Junisa, Kan Junisu, Kan Junis, Kan Junisom"),
    ("Leskovac", PLACE, "Leskovca, Leskovcu, Leskovac, Leskovcem"),
    ("Tokio", PLACE, "Tokija, Tokiju, Tokio, Tokijem"),
    ("šiiti", Shape("people", gender="mpl"), "šiita, šiitima, šiite, šiitima"),
    ("Palestinci", Shape("people", gender="mpl"), "Palestinaca, Palestincima, Palestince, "
    "Palestincima"),
    ("HTS", GROUP, "HTS-a, HTS-u, HTS, HTS-om"),
]  # fmt: skip
every_name = pytest.mark.parametrize(("name", "shape", "cases"), NAMES)


@pytest.mark.parametrize("pattern", tables().patterns)
def test_a_pattern_gives_the_forms_that_are_shown_with_it(pattern: str) -> None:
    """The examples beside the endings come out of the endings."""
    shown = tables().patterns[pattern].shown
    made = decline(shown[0], "m", animate=shown[0][0].isupper(), pattern=pattern)
    assert [made[case][0] for case in ("nom", "gen", "dat", "acc", "voc", "ins")] == list(shown)


@pytest.mark.parametrize("pattern", {name for name, _ in tables().words.values()})
def test_a_word_of_the_table_names_a_pattern(pattern: str) -> None:
    """No listed word goes by a pattern that is not there."""
    assert pattern in tables().patterns


@every_name
def test_a_name_is_declined_in_all_its_parts(name: str, shape: Shape, cases: str) -> None:
    """The form we write stands first in each case."""
    forms = forms_of(name, shape)
    assert ", ".join(forms[case][0] for case in ("gen", "dat", "acc", "ins")) == cases


@every_name
def test_a_form_is_written_from_its_label(name: str, shape: Shape, cases: str) -> None:
    """Every form of a name is its own for its label, and our forms are what is written."""
    own = {form for forms in forms_of(name, shape).values() for form in forms}
    for form, label in inflect(name, shape):
        if form in own:
            assert write_inflection(name, label, shape, form) == form
        assert write_inflection(name, label, shape) is not None
    for form, case in zip(cases.split(", "), ("gen", "dat", "acc", "ins"), strict=True):
        assert write_inflection(name, case, shape) == form


def test_the_press_is_recognised() -> None:
    """Undeclined given names, hard endings and other articles are among the forms."""
    forms = dict(inflect("Bašar el Asad", MAN))
    assert {"Bašar el Asada", "Bašara al Asada", "Bašarom Asadom"} <= forms.keys()
    assert dict(inflect("Kac", SHORT)) | {"Kacom": "ins"} == dict(inflect("Kac", SHORT))
    assert "Huseina Amir-Abdolahijana" in dict(inflect("Husein Amir-Abdolahijan", MAN))
    assert "Benjamina Netanjahu" in dict(inflect("Benjamin Netanjahu", MAN))


def test_possessive_adjectives() -> None:
    """A man's surname has one, with all its endings; an adjective and a woman's surname has not."""
    forms = {form: label for form, label in inflect("Nasralah", SHORT) if "poss" in label}
    assert forms["Nasralahov"] == "poss"
    assert forms["Nasralahovog"] == "poss-og"
    assert "Šarin" in dict(inflect("Šara", SHORT))
    assert "Haririjev" in dict(inflect("Hariri", SHORT))
    assert not any("poss" in label for _, label in inflect("Zelenski", SHORT))
    assert dict(inflect("Merkel", Shape("person", full=False, gender="f"))) == {}
    assert write_inflection("Zelenski", "poss-og", SHORT) is None


def test_acronyms() -> None:
    """Endings follow a hyphen, or stick to the acronym; alone it may be any case."""
    forms = dict(inflect("HTS", GROUP))
    assert forms["HTS-a"] == forms["HTSa"] == "gen"
    assert forms["HTS-ovog"] == "poss-og"
    assert label_base("HTS", GROUP) == "nom|gen|dat|acc|ins|loc"
    assert write_inflection("NATO", label_base("OTAN", GROUP), GROUP) == "NATO"
    assert write_inflection("ХТС", "ins", GROUP) == "ХТС-ом"


def test_a_form_of_several_cases_is_written_where_they_agree() -> None:
    """The accusative of a man in a consonant is his genitive, of one in -a it is not."""
    assert write_case("Asad", "gen|acc", SHORT) == "Asada"
    assert write_case("Hanija", "gen|acc", SHORT) is None
    assert write_case("Zelenski", "dat|loc", SHORT) == "Zelenskom"


def test_ordinary_words_are_not_generated() -> None:
    """Of a single name, unless it counts only beside the whole name."""
    zor = Shape("place", gender="m")
    assert "Zora" not in dict(inflect("Zor", zor))
    assert "Dejr ez Zora" in dict(inflect("Dejr ez Zor", zor))
    assert "Трампа" in dict(inflect("Трамп", SHORT))
    assert is_ordinary("Трампа")
    assert not is_ordinary("Asada")


def test_exceptions_of_an_entry() -> None:
    """What an editor says of a case holds for the end of the name, a pattern for its last word."""
    told = Shape("person", gender="m", declension={"gen": "Hanijeta", "poss": "Hanijetov"})
    assert forms_of("Ismail Hanije", told)["gen"][0] == "Ismaila Hanijeta"
    short = told._replace(full=False)
    assert dict(inflect("Hanije", short))["Hanijetovog"] == "poss-og"
    fixed = Shape("organisation", declension={"type": "fixed"})
    assert list(inflect("Kataib", fixed)) == []


def test_exceptions_belong_to_the_canonical_spelling() -> None:
    """A variant is declined by the rules, in both scripts."""
    entry = Entry(
        "a",
        "person",
        {"en": "Haniyeh", "sr": "Hanije"},
        gender="m",
        declension={"gen": "Hanijeta"},
    )
    texts = {form.text for form in generate_forms(entry)}
    assert {"Hanijeta", "Ханијета"} <= texts
    assert "Hanijea" not in texts


def test_latin_acronyms_take_cyrillic_endings() -> None:
    """Letters that Serbian lacks stay Latin in Cyrillic text, with endings in Cyrillic."""
    names = {"en": "Democratic Union Party", "sr": "Partija demokratske unije"}
    acronyms = {"en": "PYD", "sr": "PYD"}
    entry = Entry("pyd", "organisation", names, acronyms=acronyms, well_known=True, gender="f")
    text = "Рекао је да је о PYD-у и из PYD-а све чуо, и са PYD-ом."
    result = Normalizer.from_entries([entry]).normalize(text)
    assert [mention.text for mention in result.mentions] == ["PYD-у", "PYD-а", "PYD-ом"]
    assert result.edits == ()


def test_cyrillic_keeps_what_it_has_by_exception() -> None:
    """The letters of a listed Cyrillic name stay in its forms."""
    assert "Конјухом" in dict(inflect("Конјух", SHORT))


@given(st.text(alphabet="abcdeijlnostuščž ABDNŠel-Абвгиј.'", max_size=24))
def test_any_name_has_forms(name: str) -> None:
    """No spelling, however odd, is an error, and no form is empty."""
    for kind in ("person", "place", "organisation", "people"):
        for form, label in inflect(name, Shape(kind)):
            assert form.strip()
            assert label


@lru_cache(maxsize=8)
def _normalizer(options: tuple[tuple[str, str], ...]) -> Normalizer:
    return Normalizer.load(FOLDER / "serbian-lexicon.yaml", **dict(options))


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
