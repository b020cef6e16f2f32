"""Lexicon files to entries, and broken files to every mistake in them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from normalize.errors import LexiconError, Problem
from normalize.lexicon import nodes
from normalize.lexicon.load import load_entries
from normalize.model import Entry, EntryTest, Fix, Source, Variant
from tests.lexicon.files import FULL, homs, place, write

BROKEN = Path(__file__).parent.parent / "cases" / "lexicon_errors"
CASES = sorted(path.name for path in BROKEN.glob("*.yaml"))


def problems_of(*layers: Path) -> tuple[Problem, ...]:
    """Return what is wrong with the layers."""
    with pytest.raises(LexiconError) as caught:
        load_entries(layers)
    return caught.value.problems


def told(problems: Iterable[Problem], root: Path) -> list[str]:
    """Return the problems in short, with paths from the root."""
    return [
        f"{p.at.path.relative_to(root)}:{p.at.line}:{p.at.column}: {p.message}" for p in problems
    ]


@pytest.mark.parametrize("parser", [yaml.SafeLoader, nodes.Parser])
@pytest.mark.parametrize("name", CASES)
def test_broken_files_say_what_is_wrong(
    name: str, parser: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A broken file gives exactly the report beside it, whichever parser is installed."""
    monkeypatch.setattr(nodes, "Parser", parser)
    monkeypatch.chdir(BROKEN)
    with pytest.raises(LexiconError) as caught:
        load_entries([Path(name)])
    expected = Path(name).with_suffix(".txt").read_text(encoding="utf-8")
    assert f"{caught.value}\n" == expected


def test_every_field_arrives(tmp_path: Path) -> None:
    """All that a file can say of an entry is in the entry, as typed."""
    path = tmp_path / "a.yaml"
    path.write_text(FULL, encoding="utf-8")
    assert load_entries([path]) == (
        Entry(
            id="popular-mobilization-forces",
            type="organisation",
            names={
                "en": "Popular Mobilization Forces",
                "sr": "Snage narodne mobilizacije",
                "ar": "الحشد الشعبي",
            },
            short={"en": "Mobilization"},
            acronyms={"en": "PMF"},
            variants=(
                Variant("Hashd al-Shaabi"),
                Variant("PMU", acronym=True, fix=Fix.SUGGEST, reason="also a hospital"),
                Variant("Hašd el Šabi", lang="sr"),
            ),
            never=("Popular Front",),
            context=("Iraq", "NO"),
            well_known=True,
            gender="fpl",
            declension={"gen": "Snaga narodne mobilizacije"},
            exonym=True,
            irregular={"short": "as the press writes"},
            wikidata="Q1",
            source="https://example.org/?a=b",
            note="Two lines\nof a note.\n",
            tests=(
                EntryTest("the Hashd al-Shaabi", "the Popular Mobilization Forces"),
                EntryTest("Hašd", "Hašd", lang="sr"),
            ),
            at=Source(path, 3, 5),
        ),
    )


def test_scalars_stay_as_typed(tmp_path: Path) -> None:
    """Nothing that YAML would take for a number, a time or a yes/no is."""
    typed = ["NO", "12:30", "1.10", "0x1F", "yes", "1_000", "2001-01-01", "1e3", "Off", "TRUE"]
    path = write(tmp_path / "a.yaml", homs(variants=f"[{', '.join(typed)}, 'null', '~']"))
    (entry,) = load_entries([path])
    assert [variant.text for variant in entry.variants] == [*typed, "null", "~"]


def test_numbers_can_be_ids(tmp_path: Path) -> None:
    """An id of digits is text like any other."""
    path = write(tmp_path / "a.yaml", place("1920", type="event", names="{en: 1920}"))
    assert [(entry.id, entry.names["en"]) for entry in load_entries([path])] == [("1920", "1920")]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_newlines_and_byte_order_mark(tmp_path: Path, newline: str, mark: bytes) -> None:
    """Files of every platform read the same, and their lines count the same."""
    path = tmp_path / "a.yaml"
    path.write_bytes(mark + FULL.replace("\n", newline).encode())
    assert load_entries([path])[0].at == Source(path, 3, 5)
    path.write_bytes(mark + FULL.replace("\n", newline).replace("fpl", "pl").encode())
    (problem,) = problems_of(path)
    assert (problem.at, problem.frame) == (Source(path, 15, 13), f"    gender: pl\n{' ' * 12}^")


def test_entries_come_sorted_by_id(tmp_path: Path) -> None:
    """The order of files and of entries in them does not matter."""
    names = {"type": "place", "names": "{en: Homs}"}
    write(tmp_path / "a.yaml", place("c", **names), place("a", **names))
    write(tmp_path / "b.yml", place("b", **names))
    assert [entry.id for entry in load_entries([tmp_path])] == ["a", "b", "c"]


def test_folder_leaves_out_what_is_hidden_and_rejected(tmp_path: Path) -> None:
    """Rejected entries, hidden files and folders and files of other kinds are not read."""
    write(tmp_path / "deep" / "er" / "a.yaml", homs())
    for name in ("rejected.yaml", ".a.yaml", ".git/a.yaml", "a.txt", "deep/rejected.yaml"):
        write(tmp_path / name, "broken")
    assert [entry.id for entry in load_entries([tmp_path])] == ["homs"]


def test_rejected_file_can_be_named(tmp_path: Path) -> None:
    """A file that folders leave out is read when it is asked for by name."""
    path = write(tmp_path / "rejected.yaml", homs())
    assert [entry.id for entry in load_entries([path])] == ["homs"]


def test_no_layers_give_no_entries() -> None:
    """Nothing asked for is nothing wrong."""
    assert load_entries([]) == ()


def test_same_id_twice_in_a_layer(tmp_path: Path) -> None:
    """An id used twice within one layer names both places."""
    write(tmp_path / "a.yaml", homs())
    write(tmp_path / "b.yaml", homs(names="{en: Hims}"))
    (problem,) = problems_of(tmp_path)
    assert told([problem], tmp_path) == ["b.yaml:3:5: id 'homs' is used twice"]
    assert problem.hint == f"first at {tmp_path / 'a.yaml'}:3:5"
    assert problem.entry == "homs"


def test_later_layer_overrides_field_by_field(tmp_path: Path) -> None:
    """Mappings merge by key, lists and scalars are replaced, what is not given stays."""
    first = write(
        tmp_path / "a.yaml",
        homs(
            names="{en: Homs, sr: Homs}",
            acronyms="{en: HMS}",
            variants="[Hims]",
            never="[Hama]",
            gender="m",
        ),
    )
    second = write(
        tmp_path / "b.yaml",
        place("homs", names="{en: Hims, ar: حمص}", variants="[Emesa]", never="[]", exonym="true"),
    )
    (entry,) = load_entries([first, second])
    assert entry == Entry(
        id="homs",
        type="place",
        names={"en": "Hims", "sr": "Homs", "ar": "حمص"},
        acronyms={"en": "HMS"},
        variants=(Variant("Emesa"),),
        gender="m",
        exonym=True,
        at=Source(second, 3, 5),
    )


def test_what_is_required_may_stand_in_any_layer(tmp_path: Path) -> None:
    """A type or an English name is only missing where no layer has it."""
    first = write(tmp_path / "a.yaml", place("homs", names="{sr: Homs}"))
    second = write(tmp_path / "b.yaml", place("homs", type="place", names="{en: Homs}"))
    assert load_entries([first, second])[0].names == {"sr": "Homs", "en": "Homs"}
    assert told(problems_of(first), tmp_path) == [
        "a.yaml:3:5: this entry has no 'type'",
        "a.yaml:3:5: this entry has no English name",
    ]


def test_contradiction_between_layers(tmp_path: Path) -> None:
    """What only merging makes wrong is told where the value stands that is wrong."""
    first = write(tmp_path / "a.yaml", homs(acronyms="{en: HMS}"))
    acronyms = "[{text: HMS, acronym: true}]"
    second = write(tmp_path / "b.yaml", place("homs", short="{en: Homs city}", variants=acronyms))
    assert told(problems_of(first, second), tmp_path) == [
        "b.yaml:4:17: the short form 'Homs city' is longer than the name",
        "b.yaml:5:23: 'HMS' is listed twice",
    ]


def test_a_name_that_gives_way_is_a_variant(tmp_path: Path) -> None:
    """A desk that prefers another spelling need not list the one that the lexicon prefers."""
    first = write(
        tmp_path / "a.yaml", homs(names="{en: Homs, sr: Homs, ar: حمص}", variants="[Hims, Emesa]")
    )
    second = write(tmp_path / "b.yaml", place("homs", names="{en: Hims, sr: Homs, ar: حِمص}"))
    (entry,) = load_entries([first, second])
    assert entry.names == {"en": "Hims", "sr": "Homs", "ar": "حِمص"}
    assert entry.variants == (Variant("Homs", "en"), Variant("Emesa"), Variant("حمص", "ar"))
    assert load_entries([first])[0].variants == (Variant("Hims"), Variant("Emesa"))


def test_unread_layer_is_not_missed_twice(tmp_path: Path) -> None:
    """Where a file can't be read, nobody complains of what may well stand in it."""
    second = write(tmp_path / "b.yaml", place("homs", variants="[Hims]"))
    problems = problems_of(tmp_path / "gone.yaml", second)
    assert told(problems, tmp_path) == [
        "gone.yaml:1:1: this can't be read: no such file or directory"
    ]


def test_problems_of_all_files_in_order(tmp_path: Path) -> None:
    """All mistakes come at once, by file, line and column."""
    write(tmp_path / "b.yaml", homs(type="plaice", gender="x"))
    write(tmp_path / "a.yaml", place("hama", names="{sr: ~}", colour="red"))
    assert told(problems_of(tmp_path, tmp_path / "zz"), tmp_path) == [
        "a.yaml:3:5: this entry has no 'type'",
        "a.yaml:3:5: this entry has no English name",
        "a.yaml:4:17: '~' stands for nothing",
        "a.yaml:5:5: unknown key 'colour'",
        "b.yaml:4:11: unknown type 'plaice'",
        "b.yaml:6:13: unknown gender 'x'",
        "zz:1:1: this can't be read: no such file or directory",
    ]


def test_problems_name_their_entry(tmp_path: Path) -> None:
    """Every problem inside an entry carries its id, and those outside carry none."""
    path = write(tmp_path / "a.yaml", homs(gender="x"), place("hama", type="place", note='" "'))
    path.write_text(path.read_text() + "  - {type: plaice}\nremark: x\n")
    assert [(p.at.line, p.entry) for p in problems_of(path)] == [
        (6, "homs"),
        (7, "hama"),
        (10, None),
        (10, None),
        (10, None),
        (11, None),
    ]


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "1:1: there is nothing in this file"),
        (b"version: 1\n\xff\xfe", "2:1: byte 0xFF is not UTF-8"),
        ("# č\n#č".encode() + b"\xe8", "2:3: byte 0xE8 is not UTF-8"),
        ("version: 1".encode("utf-16"), "1:1: this file is in UTF-16"),
        ("version: 1".encode("utf-16-le"), "1:2: U+0000 (a control character) can't stand here"),
        (b"version: 1\n" + bytes(1_000_000), "2:1: U+0000 (a control character) can't stand here"),
        (b"version: 1\nentries: " + b"[" * 100_000, "2:30: this is nested too deeply"),
        (b"{" * 100_000, "1:12: this is nested too deeply"),
        (b"[" * 100_000, "1:1: this is no lexicon"),
        (b"- " * 100_000, "1:1: this is no lexicon"),
        (b"? " * 100_000, "1:23: this is nested too deeply"),
        (b"version: 1\nentries: [" + b"\n" * 99_998, "100000:1: there should be a text here"),
        (b"x" * 1_000_000, "1:1: this is no lexicon"),
        (b"x" * 1_000_000 + b": 1", "1:1: this is no lexicon"),
        (b"'" + b"x" * 1_000_000, "1:1: the quotation that begins here does not end well"),
    ],
)
def test_hostile_files(tmp_path: Path, raw: bytes, message: str) -> None:
    """What is no lexicon at all is told in one line, without a crash or a wait."""
    path = tmp_path / "a.yaml"
    path.write_bytes(raw)
    assert told(problems_of(path), tmp_path) == [f"a.yaml:{message}"]
    assert len(problems_of(path)[0].frame) < 250


def test_very_long_values(tmp_path: Path) -> None:
    """A line of a megabyte is refused with a frame that fits a screen."""
    path = write(tmp_path / "a.yaml", homs(variants="[" + "x" * 1_000_000 + "]", gender="m" * 500))
    first, second = problems_of(path)
    assert first.message == "this text has 1,000,000 characters"
    assert first.frame.startswith("    variants: [xxx")
    assert second.message == f"unknown gender '{'m' * 60}…'"
    assert max(map(len, first.frame.splitlines())) <= 102


def test_bombs_do_not_unfold(tmp_path: Path) -> None:
    """Aliases are told one by one and never followed."""
    bomb = [
        "a: &a [x, x]",
        *(f"{b}: &{b} [*{a}, *{a}]" for a, b in zip("abcd", "bcde", strict=True)),
    ]
    path = tmp_path / "a.yaml"
    path.write_text("version: 1\nentries: [*e]\n" + "\n".join(bomb) + "\n")
    messages = [problem.message for problem in problems_of(path)]
    assert messages.count("aliases are refused") == 9
    assert messages.count("anchors are refused") == 5


def test_what_is_no_file(tmp_path: Path) -> None:
    """Folders named like files, pipes and empty folders are told, not read."""
    (tmp_path / "x.yaml").mkdir()
    write(tmp_path / "x.yaml" / "a.yaml", homs())
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "empty").mkdir()
    assert told(problems_of(tmp_path), tmp_path) == [
        "pipe.yaml:1:1: this can't be read: this is no regular file",
        "x.yaml:1:1: this is a folder, not a file",
    ]
    assert told(problems_of(tmp_path / "x.yaml"), tmp_path) == [
        "x.yaml:1:1: this is a folder, not a file"
    ]
    assert told(problems_of(tmp_path / "empty"), tmp_path) == [
        "empty:1:1: there is no lexicon in this folder"
    ]
    assert problems_of(Path("a\0b"))[0].message == "this can't be read: embedded null byte"


def test_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be read is told like any other problem."""
    path = write(tmp_path / "a.yaml", homs())

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    (problem,) = problems_of(path)
    assert str(problem) == f"{path}:1:1: L001 this can't be read: permission denied"


ANYTHING = st.one_of(
    st.binary(max_size=200),
    st.text(alphabet="ab:-[]{},'\"&*!|>%@`#?~\n \t0č\u200b", max_size=80).map(str.encode),
    st.tuples(
        st.integers(0, len(FULL)), st.text(alphabet="ab:-[]{},'\"&*!|>\n \tčي\x00", max_size=5)
    ).map(lambda at: (FULL[: at[0]] + at[1] + FULL[at[0] :]).encode()),
    st.tuples(st.integers(0, len(FULL)), st.integers(1, 20)).map(
        lambda cut: (FULL[: cut[0]] + FULL[sum(cut) :]).encode()
    ),
)


@settings(deadline=None)
@given(raw=ANYTHING)
def test_nothing_but_lexicon_errors(raw: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whatever a file holds, it loads or says in one place of the file what is wrong."""
    path = tmp_path_factory.getbasetemp() / "anything.yaml"
    path.write_bytes(raw)
    lines = raw.decode("utf-8", "replace").splitlines() or [""]
    try:
        load_entries([path])
    except LexiconError as error:
        assert error.problems
        assert list(error.problems) == sorted(
            error.problems, key=lambda p: (p.at.path, p.at.line, p.at.column)
        )
        for problem in error.problems:
            assert problem.at.path == path
            assert 1 <= problem.at.line <= len(lines) + 1
            assert problem.at.column >= 1
