"""Transliteration: the cases of `tests/cases/translit`, and what holds for every text."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from typing import NamedTuple

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from normalize.errors import OptionError
from normalize.translit.apart import read_stems
from normalize.translit.icu import apply_rules, transliterate
from normalize.translit.kept import find_kept
from normalize.translit.names import read_names
from normalize.translit.pairs import RULE_FILES, supported_pairs
from tests.conftest import CASES
from tests.strategies import texts

RULES = files("normalize.translit") / "rules"
APART = (RULES / "apart-sr.tsv").read_text(encoding="utf-8")
EXAMPLES = dict(read_stems(APART))
STEMS = list(EXAMPLES)
LIKE_STEMS = [
    word
    for line in APART.splitlines()
    if not line.startswith("#") and line.count("\t") == 2 and not line.startswith("stem")
    for word in line.split("\t")[2].split(", ")
]
PAIR = ("sr-Latn", "sr-Cyrl")
SERBIAN = "абвгдђежзијклљмнњопрстћуфхцчџш"


class Case(NamedTuple):
    """A text and what becomes of it; `back` if that turned back gives the text."""

    label: str
    source: str
    target: str
    text: str
    expected: str
    back: bool


def read_cases() -> Iterator[Case]:
    """Yield the cases of all files."""
    for path in sorted((CASES / "translit").glob("*.yaml")):
        for block in yaml.safe_load(path.read_text(encoding="utf-8")):
            assert set(block) <= {"label", "from", "to", "back", "cases"}, path
            for text, expected in block["cases"]:
                label = f"{path.stem}: {block['label']}: {text}"
                back = block.get("back", False)
                yield Case(label, block["from"], block["to"], text, expected, back)


EVERY_CASE = list(read_cases())


@pytest.mark.parametrize("case", EVERY_CASE, ids=[case.label for case in EVERY_CASE])
def test_a_text_becomes_what_the_case_says(case: Case) -> None:
    """Each case gives what is expected, and the text again where it can be turned back."""
    assert transliterate(case.text, case.source, case.target) == case.expected
    if case.back:
        assert transliterate(case.expected, case.target, case.source) == case.text


def test_every_pair_has_a_case() -> None:
    """No transliteration is without an example."""
    assert {(case.source, case.target) for case in EVERY_CASE} == set(supported_pairs())


def test_an_unsupported_pair_lists_the_others() -> None:
    """The message is one line that names the pair and all that exist."""
    with pytest.raises(OptionError) as caught:
        transliterate("x", "en", "ar")
    message = str(caught.value)
    assert message.startswith("no transliteration from en to ar; there are ar to ala-lc, ")
    assert "\n" not in message
    for source, target in supported_pairs():
        assert re.search(rf"\b{source} to [^;]*{target}\b", message)


@pytest.mark.parametrize(("source", "target"), supported_pairs())
@pytest.mark.parametrize("text", ["", "\x00", "\ud800", "a\udfffb", "\U0010ffff", "\u202bx\u202c"])
def test_odd_characters_do_no_harm(source: str, target: str, text: str) -> None:
    """Nothing, NUL, lone surrogates and the last code point are texts like others."""
    assert isinstance(transliterate(text, source, target), str)


@settings(max_examples=300, deadline=None)
@given(texts, st.sampled_from(supported_pairs()))
def test_no_text_raises(text: str, pair: tuple[str, str]) -> None:
    """Whatever the text, there is a result, and the same one again."""
    assert transliterate(text, *pair) == transliterate(text, *pair)


@given(st.text(alphabet=SERBIAN + SERBIAN.upper() + " .,-1", max_size=40))
def test_serbian_cyrillic_comes_back(text: str) -> None:
    """Small Cyrillic letters come back from Latin, but for what looks like no Serbian there."""
    text = re.sub("[нлд]+(?=[јж])", "", text.lower())
    latin = transliterate(text, "sr-Cyrl", "sr-Latn")
    if not any(stem.replace("|", "").strip("^") in latin for stem in STEMS):
        assert apply_rules(latin, "sr-Latn", "sr-Cyrl") == text
        kept = [latin[start:end] for start, end in find_kept(latin)]
        assert kept or transliterate(latin, "sr-Latn", "sr-Cyrl") == text


@pytest.mark.parametrize("stem", STEMS)
def test_each_stem_parts_the_letters_of_its_examples(stem: str) -> None:
    """The examples come out with two letters where the stem says, in capitals too."""
    for example in EXAMPLES[stem]:
        before, after = stem.strip("^").split("|")
        wanted = apply_rules(before, *PAIR) + apply_rules(after[0], *PAIR)
        assert wanted in transliterate(example.lower(), *PAIR)
        assert wanted.upper() in transliterate(example.upper(), *PAIR)
        assert transliterate(transliterate(example, *PAIR), *PAIR[::-1]) == example


def test_words_that_look_like_a_stem_keep_their_digraph() -> None:
    """The words beside a stem in the table have one letter there."""
    wrong = [word for word in LIKE_STEMS if re.search("[нНдД][јжЈЖ]", transliterate(word, *PAIR))]
    assert wrong == []


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Co"]), max_size=60))
def test_other_scripts_stay(text: str) -> None:
    """Without a letter of the source's script, a text stays as it is."""
    others = re.sub("[\u0400-\u04ff]", "", text)
    assert transliterate(others, "sr-Cyrl", "sr-Latn") == others
    latinless = re.sub("[A-Za-zÀ-ɏ\ufdd0]", "", text)
    assert transliterate(latinless, "sr-Latn", "sr-Cyrl") == latinless
    arabless = re.sub("[\u0600-\u077f\ufb50-\ufdff\ufe70-\ufeff\u200c-\u2069]", "", text)
    assert transliterate(arabless, "ar", "en") == arabless


@pytest.mark.parametrize("pair", [pair for pair in supported_pairs() if pair[0] != "und"])
def test_a_long_text_is_the_sum_of_its_lines(pair: tuple[str, str]) -> None:
    """Long texts are done in pieces, which changes nothing."""
    line = "الحوثي، عبد الله. Njegoš i Tanjug! Његош; al-Qaida, İnönü? עברית — مەسعوود. "
    whole = "\n".join([line] * 200)
    assert transliterate(whole, *pair) == "\n".join([transliterate(line, *pair)] * 200)


@pytest.mark.parametrize("filler", ["عبد ", "aں", "x" * 50 + " ", "ж"])
def test_a_long_line_without_a_stop_is_done(filler: str) -> None:
    """Neither words without a sentence nor letters without a word are too long."""
    text = filler * (20_000 // len(filler))
    for pair in (("ar", "en"), ("sr-Cyrl", "sr-Latn")):
        result = transliterate(text, *pair)
        assert transliterate(filler.strip(), *pair) in result


def test_threads_do_not_share_transliterators() -> None:
    """Many threads at once get what one gets."""
    text = "Његош и Џибути " * 50
    expected = transliterate(text, "sr-Cyrl", "sr-Latn")
    with ThreadPoolExecutor(8) as pool:
        results = pool.map(lambda _: transliterate(text, "sr-Cyrl", "sr-Latn"), range(64))
        assert set(results) == {expected}


def test_icu_is_imported_when_first_needed() -> None:
    """Importing the module brings in neither ICU nor Unidecode."""
    program = (
        "import sys, normalize.translit.icu\n"
        "sys.exit(bool({'icu', 'unidecode'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def rule_names() -> list[str]:
    """Return the names of all rule files."""
    return sorted(path.name for path in RULES.iterdir() if path.name.endswith(".txt"))


def test_every_rule_file_is_used() -> None:
    """Each file belongs to a pair, and each that a pair names exists."""
    parts = {part.partition(":")[0] for parts in RULE_FILES.values() for part in parts}
    used = {
        f"{part}.tsv" if part.startswith(("names-", "apart-")) else f"{part}.txt" for part in parts
    }
    assert used == {path.name for path in RULES.iterdir()}


@pytest.mark.parametrize("name", rule_names())
def test_rules_are_the_same_in_every_icu(name: str) -> None:
    """Rules call nothing but normalization, and name characters instead of properties."""
    lines = (RULES / name).read_text(encoding="utf-8").splitlines()
    rules = "\n".join(line for line in lines if not line.startswith("#"))
    calls = re.findall(r"::\s*(?:\[[^\n]*?\])?\s*(\w+)", rules)
    assert set(calls) <= {"Null", "NFC", "NFKC"}
    assert not re.search(r"\[:|\\[pPN]\{|&", rules)


@pytest.mark.parametrize("name", rule_names())
def test_rule_files_say_where_they_come_from(name: str) -> None:
    """Each file begins with what it does, and its letters with a source."""
    text = (RULES / name).read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert "Source" in text or name in {
        "capitals.txt", "doubled.txt", "latin_capitals.txt", "latin_small.txt", "serbian.txt",
        "arabic-script_consonants.txt",
    }  # fmt: skip
    assert max(map(len, text.splitlines())) <= 110


def table_rows() -> Iterator[tuple[str, str, str, str]]:
    """Yield source, target, name and spelling of each row of each table."""
    for source, target in (pair for pair in RULE_FILES if pair[1] in {"en", "sr-Latn"}):
        path = RULES / f"names-{source}.tsv"
        if path.is_file():
            for name, spelled in read_names(path.read_text(encoding="utf-8"), target):
                yield source, target, name, spelled


def test_each_name_of_a_table_is_spelled_so() -> None:
    """No rule and no other row keeps a row from being used."""
    wrong = []
    for source, target, name, spelled in table_rows():
        if not name.endswith("\N{ARABIC TATWEEL}"):
            got = transliterate(name, source, target)
            wrong += [(name, spelled, got)] * (got.casefold() != spelled.casefold())
    assert wrong == []


@pytest.mark.parametrize("table", ["ar", "ckb", "en", "fa"])
def test_tables_list_a_name_once(table: str) -> None:
    """Every row has all columns, filled, and no name stands twice."""
    lines = (RULES / f"names-{table}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert {len(row) for row in rows} == {len(rows[0])}
    assert all(cell and cell == cell.strip() for row in rows for cell in row)
    names = [row[0] for row in rows]
    assert len(names) == len(set(names))
