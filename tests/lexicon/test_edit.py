"""Lexicon files changed in place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from normalize.lexicon.edit.change import (
    Splice,
    add_item,
    drop_item,
    replace_item,
    set_value,
    splice,
    unset,
)
from normalize.lexicon.edit.layout import Mapping, read_entry, read_layout
from normalize.lexicon.edit.place import EditError, insert_entry, remove_entry, rename_entry
from normalize.lexicon.edit.propose import (
    propose_arabic,
    propose_gender,
    propose_serbian,
    propose_short,
)
from normalize.lexicon.edit.written import write_entry, write_flow
from normalize.model import Entry
from normalize.normalizer import shipped_lexicons

FILES = sorted(shipped_lexicons().rglob("*.yaml"))
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
NEWLINES = ["\n", "\r\n"]

# Comments, odd indentation, brackets over several lines, letters outside the first plane.
ODD = """\
# of the north 𐍈
version:   1
entries:   # all of them

# about Erbil
-   id:  erbil    # the city
    type: place
    names: {en: Erbil,
  tr: 'Erbil', }   # less indented than it should be
    variants: [ Irbil ,   "Arbil" ]
    note: |
        Two
          lines.

    context:
      # near it
      -   Iraq   # and not Iran
      -   Kurdistan

# about Zakho
-   {id: zakho, type: place, names: {en: Zakho}, variants: [Zaxo]}

# the end
"""


def change(text: str, id: str, make: Callable[[str, Mapping], Splice]) -> str:
    """Return a text with one change to an entry."""
    start = next(slot.start for slot in read_layout(text).slots if slot.id == id)
    return splice(text, [make(text, read_entry(text, start))])


# What it shows, the entry, the edit, the lines that go and those that come.
Case = tuple[str, str, Callable[[str, Mapping], Splice], list[str], list[str]]
EDITS: list[Case] = [
    (
        "a text is replaced with the marks around it",
        "erbil",
        lambda text, entry: set_value(text, entry, ["names", "tr"], "Hewlêr"),
        ["  tr: 'Erbil', }   # less indented than it should be"],
        ["  tr: 'Hewlêr', }   # less indented than it should be"],
    ),
    (
        "a language is put into brackets in its order",
        "erbil",
        lambda text, entry: set_value(text, entry, ["names", "sr"], "Erbil"),
        ["    names: {en: Erbil,"],
        ["    names: {en: Erbil, sr: Erbil,"],
    ),
    (
        "a new field stands where the format has it",
        "erbil",
        lambda text, entry: set_value(text, entry, ["short", "en"], "Erbil"),
        [],
        ["    short: {en: Erbil}"],
    ),
    (
        "a flag comes after the fields before it",
        "erbil",
        lambda text, entry: set_value(text, entry, ["exonym"], True),
        [],
        ["    exonym: true"],
    ),
    (
        "brackets get one more",
        "erbil",
        lambda text, entry: add_item(text, entry, "variants", "Hawler, Iraq"),
        ['    variants: [ Irbil ,   "Arbil" ]'],
        ['    variants: [ Irbil ,   "Arbil", "Hawler, Iraq" ]'],
    ),
    (
        "a list gets one more, with the same dash",
        "erbil",
        lambda text, entry: add_item(text, entry, "context", "Hewlêr"),
        [],
        ["      -   Hewlêr"],
    ),
    (
        "a list that is not there begins",
        "erbil",
        lambda text, entry: add_item(text, entry, "never", "Erb"),
        [],
        ["    never: [Erb]"],
    ),
    (
        "an item keeps its marks",
        "erbil",
        lambda text, entry: replace_item(entry, "variants", 1, "Arbîl"),
        ['    variants: [ Irbil ,   "Arbil" ]'],
        ['    variants: [ Irbil ,   "Arbîl" ]'],
    ),
    (
        "an item goes with its comma",
        "erbil",
        lambda text, entry: drop_item(text, entry, "variants", 0),
        ['    variants: [ Irbil ,   "Arbil" ]'],
        ['    variants: [ "Arbil" ]'],
    ),
    (
        "an item goes with its line",
        "erbil",
        lambda text, entry: drop_item(text, entry, "context", 0),
        ["      -   Iraq   # and not Iran"],
        [],
    ),
    (
        "a field goes with its lines",
        "erbil",
        lambda text, entry: unset(text, entry, ["note"]),
        ["    note: |", "        Two", "          lines."],
        [],
    ),
    (
        "an entry in brackets stays in them",
        "zakho",
        lambda text, entry: set_value(text, entry, ["gender"], "m"),
        ["-   {id: zakho, type: place, names: {en: Zakho}, variants: [Zaxo]}"],
        ["-   {id: zakho, type: place, names: {en: Zakho}, variants: [Zaxo], gender: m}"],
    ),
    (
        "a field goes with the last of its list",
        "zakho",
        lambda text, entry: drop_item(text, entry, "variants", 0),
        ["-   {id: zakho, type: place, names: {en: Zakho}, variants: [Zaxo]}"],
        ["-   {id: zakho, type: place, names: {en: Zakho}}"],
    ),
]


@pytest.mark.parametrize("newline", NEWLINES, ids=["unix", "windows"])
@pytest.mark.parametrize("case", EDITS, ids=[case[0] for case in EDITS])
def test_only_the_meant_lines_change(case: Case, newline: str) -> None:
    """Every other line stays as it was, to the byte."""
    _, id, make, gone, come = case
    before = ODD.replace("\n", newline)
    after = change(before, id, make)
    assert after.count("\r\n") == (after.count("\n") if newline == "\r\n" else 0)
    old, new = before.split(newline), after.split(newline)
    assert [line for line in old if line not in new] == gone
    assert [line for line in new if line not in old] == come
    kept = [line for line in old if line not in gone]
    assert [line for line in new if line not in come] == kept


@pytest.mark.parametrize("newline", NEWLINES, ids=["unix", "windows"])
@pytest.mark.parametrize(
    ("id", "following"),
    [("amadiya", "# about Erbil"), ("halabja", "# about Zakho"), ("zummar", "# the end")],
)
def test_an_entry_comes_where_it_belongs(id: str, following: str, newline: str) -> None:
    """A new entry stands by the alphabet, above the comments of the next, and indented alike."""
    before = ODD.replace("\n", newline)
    after = insert_entry(before, id, [f"id: {id}", "names:", "  en: X"])
    added = [f"-   id: {id}", "    names:", "      en: X", ""]
    old, new = before.split(newline), after.split(newline)
    at = new.index(added[0])
    if id == "zummar":
        assert new[at - 1] == ""
        assert new[at : at + 3] == added[:3]
        assert [*new[: at - 1], *new[at + 3 :]] == old
    else:
        assert new[at : at + 5] == [*added, following]
        assert [*new[:at], *new[at + 4 :]] == old


def test_an_empty_list_gets_its_first_entry() -> None:
    """A file that was just begun can be written to."""
    made = insert_entry("version: 1\nentries: []  # none yet\n", "homs", ["id: homs"])
    assert made == "version: 1\nentries:\n  - id: homs  # none yet\n"


def test_an_entry_goes_with_what_is_right_above_it() -> None:
    """Taking an entry out and putting it in again are each other's inverse."""
    lines = ["id: halabja", "type: place"]
    assert remove_entry(insert_entry(ODD, "halabja", lines), "halabja") == ODD
    without = remove_entry(ODD, "erbil")
    assert "Erbil" not in without
    assert "# about Zakho\n-   {id: zakho" in without


def test_what_has_no_lines_of_its_own_is_refused() -> None:
    """A list in brackets and the last entry of a file are left to the editor's own hand."""
    flow = "version: 1\nentries: [{id: a, type: place}, {id: b, type: place}]\n"
    with pytest.raises(EditError, match="in brackets"):
        insert_entry(flow, "c", ["id: c"])
    with pytest.raises(EditError, match="in brackets"):
        remove_entry(flow, "a")
    with pytest.raises(EditError, match="only entry"):
        remove_entry("version: 1\nentries:\n  - id: a\n", "a")


def test_a_renamed_entry_moves_with_its_comments() -> None:
    """It stands by its new id, unless it did before or the file has no order."""
    assert rename_entry(ODD, "erbil", "arbil") == ODD.replace("id:  erbil", "id:  arbil")
    moved = rename_entry(ODD, "erbil", "zz")
    assert moved.index("# about Zakho") < moved.index("# about Erbil\n-   id:  zz")
    assert sorted(moved.replace("zz", "erbil").split("\n")) == sorted(ODD.split("\n"))


@settings(deadline=None)  # the files differ in length
@given(st.sampled_from(FILES), st.data())
def test_shipped_entries_survive_a_move(path: Path, data: st.DataObject) -> None:
    """Renamed to anything and back, any entry of the shipped files is where it was."""
    text = path.read_text(encoding="utf-8")
    slots = read_layout(text).slots
    id = data.draw(st.sampled_from(slots)).id
    new = data.draw(st.from_regex(r"[a-z][a-z0-9]{0,8}", fullmatch=True))
    if new not in [slot.id for slot in slots]:
        assert rename_entry(rename_entry(text, id, new), new, id) == text


TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufeff"),
    max_size=20,
)


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_any_text_reads_back(texts: list[str]) -> None:
    """Whatever an editor types is in the file, as text, wherever it is put."""
    fields = {"id": "a", "names": {"en": texts[0]}, "never": texts, "variants": list(texts)}
    made = insert_entry("version: 1\nentries: []\n", "a", write_entry(fields))
    assert yaml.load(made, LOADER)["entries"] == [fields]
    again = change(made, "a", lambda t, e: set_value(t, e, ["names", "en"], texts[-1]))
    again = change(again, "a", lambda t, e: add_item(t, e, "never", texts[0]))
    (entry,) = yaml.load(again, LOADER)["entries"]
    assert entry["names"]["en"] == texts[-1]
    assert entry["never"] == [*texts, texts[0]]
    assert entry["variants"] == texts
    assert yaml.load(write_flow(texts), LOADER) == texts


@settings(deadline=None)  # the files differ in length
@given(st.sampled_from(FILES), st.data())
def test_no_other_entry_changes(path: Path, data: st.DataObject) -> None:
    """A spelling more in any shipped entry adds a line, or characters to one."""
    text = path.read_text(encoding="utf-8")
    id = data.draw(st.sampled_from(read_layout(text).slots)).id
    after = change(text, id, lambda t, e: add_item(t, e, "variants", "Quite New"))
    before = yaml.load(text, LOADER)["entries"]
    for old, new in zip(before, yaml.load(after, LOADER)["entries"], strict=True):
        added = ["Quite New"] if old["id"] == id else []
        assert {**old, "variants": [*old.get("variants", []), *added]} == {
            "variants": [],
            **new,
        }


KNOWN = Entry(
    "falih-al-fayadh",
    "person",
    {"en": "Falih al-Fayadh", "ar": "فالح الفياض"},
    gender="m",
)


@pytest.mark.parametrize(
    ("name", "arabic", "sure"),
    [
        ("Falih Mohammed", "فالح محمد", True),
        ("Ahmed Fayadh", "أحمد فياض", True),
        ("Abdul Rahman al-Fayadh", "عبد الرحمن الفياض", True),
        ("Saddam bin Salman", "صدام بن سلمان", True),
        ("Mohammed Shikho", "محمد شيخو", False),
    ],
)
def test_arabic_is_put_together_from_what_is_known(name: str, arabic: str, sure: bool) -> None:
    """Words of the lexicon and of the table of names are sure, others a guess."""
    proposal = propose_arabic(name, [KNOWN])
    assert (proposal.text, proposal.sure) == (arabic, sure)


def test_serbian_short_forms_and_gender_are_proposed() -> None:
    """Family names go without their article; bin and Abu stay with what they belong to."""
    assert propose_serbian("Qais al-Khazali", []).text == "Kais el Hazali"
    haider = Entry("h", "person", {"en": "Haider al-Abadi", "sr": "Hajder el Abadi"})
    assert propose_serbian("Haider al-Khazali", [haider]).text == "Hajder el Hazali"
    assert propose_short({"en": "Osama bin Laden", "ar": "أسامة بن لادن"}) == {
        "en": "bin Laden",
        "ar": "بن لادن",
    }
    assert propose_short({"en": "Qais al-Khazali", "sr": "Kais el Hazali"}) == {
        "en": "Khazali",
        "sr": "Hazali",
    }
    assert propose_gender("Falih Hasna", "Falih Hasna", [KNOWN]) == (
        "m",
        "as others called Falih",
        True,
    )
    assert propose_gender("Rima Hasan", "Rima Hasan", [KNOWN]).text == "f"
