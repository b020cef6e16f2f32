"""Names looked up in a lexicon of a few people with similar names."""

from __future__ import annotations

import pytest

from normalize.matching.resolve import LEAST_SCORE, NameIndex
from normalize.model import Entry, Reason, Variant

PEOPLE = {
    "khalid-haddad": ("Khalid al-Haddad", "خالد الحداد"),
    "walid-haddad": ("Walid al-Haddad", "وليد الحداد"),
    "jamila-shukri": ("Jamila Shukri", "جميلة شكري"),
    "gholamreza-bahrami": ("Gholamreza Bahrami", "غلامرضا بهرامی"),
    "abdulkarim-qandil": ("Abd al-Karim Qandil", "عبد الكريم قنديل"),
    "arslan-tariqi": ("Arslan Tariqi", "ارسلان طارقي"),
    "arslan-tariqi-judge": ("Arslan Tariqi", "ارسلان طارقي"),
}


@pytest.fixture(scope="module")
def index() -> NameIndex:
    """Return an index of the people above."""
    return NameIndex(
        Entry(id=name, type="person", names={"en": english, "ar": native})
        for name, (english, native) in PEOPLE.items()
    )


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Halid Hadad", "khalid-haddad"),
        ("Haddad, Khalid", "khalid-haddad"),
        ("Dr. Khalid Samir el-Haddad", "khalid-haddad"),
        ("Халида Хадада", "khalid-haddad"),
        ("Džamile Šukri", "jamila-shukri"),
        ("Ghulam Reza Bahrami", "gholamreza-bahrami"),
        ("Abdelkerim Kandil", "abdulkarim-qandil"),
        ("عبدالکریم قندیل", "abdulkarim-qandil"),
    ],
)
def test_unlisted_spellings_find_their_entry(index: NameIndex, asked: str, expected: str) -> None:
    """The entry a spelling belongs to comes first, with its reasons."""
    best = index.resolve(asked)[0]
    assert best.entry == expected
    assert best.score >= LEAST_SCORE


@pytest.mark.parametrize(
    "asked",
    ["Samir Haddad", "Haddad", "Khalid", "Jamila Bahrami", "Zoran Petrov", "", "...", "123"],
)
def test_strangers_find_nobody(index: NameIndex, asked: str) -> None:
    """A name that nobody of the lexicon has gives an empty list."""
    assert index.resolve(asked) == []


def test_equally_near_entries_are_both_shown(index: NameIndex) -> None:
    """Two people of one name stand side by side, as many as are asked for."""
    found = index.resolve("Arslan Tariki")
    assert [candidate.entry for candidate in found] == ["arslan-tariqi", "arslan-tariqi-judge"]
    assert found[0].score == found[1].score
    assert len(index.resolve("Arslan Tariki", limit=1)) == 1


def test_a_short_form_finds_its_owners_with_a_lower_score() -> None:
    """A listed surname alone is everybody's who bears it, and less sure than the full name."""
    index = NameIndex(
        Entry(id=f"{given}-haddad", type="person", names={"en": f"{given} Haddad"}, short=short)
        for given, short in (
            ("Khalid", {"en": "Haddad"}),
            ("Arslan", {"en": "Haddad"}),
            ("Gul", {}),
        )
    )
    found = index.resolve("Hadad")
    assert [candidate.entry for candidate in found] == ["Arslan-haddad", "Khalid-haddad"]
    assert found[0].score < index.resolve("Halid Hadad")[0].score


def test_case_endings_are_serbian_only(index: NameIndex) -> None:
    """Named another language, a name is not read as if Serbian had declined it."""
    declined = index.resolve("Arslana Tarikija", lang="sr")[0].why
    plain = index.resolve("Arslana Tarikija", lang="en")[0].why
    assert Reason.UNDECLINED in [step.reason for step in declined]
    assert Reason.UNDECLINED not in [step.reason for step in plain]


def test_variants_are_names_too() -> None:
    """A listed variant is found by its sound, an acronym is not."""
    entry = Entry(
        id="haddad-trust",
        type="organisation",
        names={"en": "Haddad Trust"},
        variants=(Variant("Jamiyat Hadramaut"), Variant("JHM", acronym=True)),
    )
    index = NameIndex([entry])
    assert [candidate.entry for candidate in index.resolve("Džamijat Hadramaut")] == [entry.id]
    assert index.resolve("JHM") == []


def test_words_are_known_by_their_sound(index: NameIndex) -> None:
    """A part of a listed name is known in any spelling."""
    assert all(map(index.names_with, ("Hadad", "Халид", "شكري", "Bahrami")))
    assert not any(map(index.names_with, ("Petrov", "", "Manchester")))
