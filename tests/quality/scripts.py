"""How Serbian is put into its other script: round trips, and two translators' scripts compared.

    python -m tests.quality.scripts                 the tables
    python -m tests.quality.scripts --show          and every word that differs
    python -m tests.quality.scripts --speed         characters a second

`serbian_news.txt` is put into Cyrillic, Latin and Cyrillic again. Each row of `ntrex_parallel.tsv`
has one English sentence in both scripts, from two translators: where their words are the same but
for the script, conversion has to give the one from the other. Words differ because the translators
wrote something else (also then when the Cyrillic one kept another word Latin than the rest of them
do), or by our fault. cyrtranslit and srtools, where installed, stand beside.
"""

# ruff: noqa: T201

from __future__ import annotations

import csv
import re
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from difflib import SequenceMatcher
from importlib.util import find_spec
from pathlib import Path
from time import process_time
from typing import NamedTuple

from normalize import Normalizer
from normalize.model import Entry
from normalize.text.edits import apply_edits, undo_edits
from normalize.translit.icu import apply_rules
from normalize.translit.lookalikes import unmix
from tests.quality.data import find_data

Convert = Callable[[str, str], str]
"""Puts a text into the script of a tag, `sr-Cyrl` or `sr-Latn`."""

LATIN, CYRILLIC = "sr-Latn", "sr-Cyrl"
WORD = re.compile(r"[^\W_]+")
LATIN_LETTER = re.compile("[A-Za-zČĆĐŠŽčćđšž]")
CYRILLIC_LETTER = re.compile("[\u0400-\u04ff]")
NOBODY = Entry(id="nobody", type="person", names={"en": "Nemo Nemorum Nullius"})


class Difference(NamedTuple):
    """Words that a conversion gave, and those that it should have given, with the cause."""

    got: str
    wanted: str
    cause: str


def converters() -> Mapping[str, Convert]:
    """Return what is compared, by name: this project, its bare rules, and others' libraries."""
    made: dict[str, Convert] = {"normalize": _by_normalizer()}
    if find_spec("cyrtranslit"):
        import cyrtranslit

        made["cyrtranslit"] = lambda text, target: (
            cyrtranslit.to_cyrillic(text, "sr")
            if target == CYRILLIC
            else cyrtranslit.to_latin(text, "sr")
        )
    if find_spec("srtools"):
        import srtools

        made["srtools"] = lambda text, target: (
            srtools.latin_to_cyrillic(text)
            if target == CYRILLIC
            else srtools.cyrillic_to_latin(text)
        )
    return made


def _by_normalizer() -> Convert:
    """Return conversion alone, by a lexicon that none of the texts has a name of."""
    normalizers = {
        target: Normalizer.from_entries([NOBODY], target=target) for target in (LATIN, CYRILLIC)
    }
    return lambda text, target: normalizers[target].normalize(text, "sr").text


def read_news(folder: Path) -> list[str]:
    """Return the lines of the Serbian news in Latin letters, without the source before the tab."""
    lines = (folder / "serbian_news.txt").read_text(encoding="utf-8").splitlines()
    texts = (line.rpartition("\t")[2] for line in lines)
    return [text for text in texts if len(CYRILLIC_LETTER.findall(text)) < len(text) / 5]


def read_pairs(folder: Path) -> list[tuple[str, str]]:
    """Return the sentences that both translators have, in Latin and in Cyrillic."""
    with (folder / "ntrex_parallel.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["sr_latn"], row["sr_cyrl"]) for row in rows]


# --- round trips -------------------------------------------------------------------------------


def print_round_trip(name: str, convert: Convert, lines: list[str], *, show: bool) -> None:
    """Print how many words do not come back, by what they are."""
    cyrillic = [convert(line, CYRILLIC) for line in lines]
    latin = [convert(line, LATIN) for line in cyrillic]
    again = [convert(line, CYRILLIC) for line in latin]
    lost = [pair for one, two in zip(cyrillic, again, strict=True) for pair in changed(one, two)]
    gone = [pair for one, two in zip(lines, latin, strict=True) for pair in changed(one, two)]
    causes = Counter(_cause_of_loss(before, after) for before, after in gone)
    told = ", ".join(f"{cause} {count}" for cause, count in causes.most_common())
    print(f"{name:12} {len(lost):>22} {len(gone):>22}   {told}")
    if show:
        for before, after in [*lost, *gone]:
            print(f"    {before} > {after}  ({_cause_of_loss(before, after)})")


def changed(one: str, two: str) -> Iterator[tuple[str, str]]:
    """Yield the words in which two texts differ."""
    ones, twos = one.split(), two.split()
    matcher = SequenceMatcher(None, ones, twos, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            yield " ".join(ones[a:b]), " ".join(twos[c:d])


def _cause_of_loss(before: str, after: str) -> str:
    if before.lower() == after.lower():
        return "capitals of a digraph"
    if unmix(before) == after:
        return "letters of the other script"
    if re.search("[ðÐƉ\u01c4-\u01cc\u0300-\u036f]", before):
        return "letters that are not in the alphabet"
    return "other"


# --- two translators ---------------------------------------------------------------------------


def compare(
    convert: Convert, source: str, wanted: str, target: str
) -> tuple[int, list[Difference]]:
    """Return how many words there are to give, and the differences."""
    got = WORD.findall(convert(source, target))
    words = WORD.findall(wanted)
    matcher = SequenceMatcher(None, got, words, autojunk=False)
    differences = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            one, two = " ".join(got[a:b]), " ".join(words[c:d])
            differences.append(Difference(one, two, _cause(one, two, target)))
    return len(words), differences


def _cause(got: str, wanted: str, target: str) -> str:
    """Return why words differ: only where they are the same but for the script can it be us."""
    if apply_rules(wanted, CYRILLIC, LATIN).lower() != apply_rules(got, CYRILLIC, LATIN).lower():
        if unmix(wanted) != wanted:
            return "mistyped by the translator"
        return "other words"
    if got.lower() == wanted.lower():
        return "capitals"
    if unmix(wanted) != wanted:
        return "mistyped by the translator"
    if target == LATIN:
        return "digraph"
    if LATIN_LETTER.search(wanted) and not LATIN_LETTER.search(got):
        return "kept Latin by the translator only"
    if LATIN_LETTER.search(got) and not LATIN_LETTER.search(wanted):
        return "kept Latin by us only"
    return "digraph"


THEIRS = ("other words", "capitals", "mistyped by the translator")


def print_agreement(name: str, convert: Convert, pairs: list[tuple[str, str]], show: bool) -> None:
    """Print which share of the words agrees where the translators do, and what differs."""
    for target in (CYRILLIC, LATIN):
        words, differences = 0, []
        for latin, cyrillic in pairs:
            source, wanted = (latin, cyrillic) if target == CYRILLIC else (cyrillic, latin)
            count, found = compare(convert, source, wanted, target)
            words += count
            differences += found
        causes = Counter(each.cause for each in differences)
        ours = sum(count for cause, count in causes.items() if cause not in THEIRS)
        told = ", ".join(f"{cause} {count}" for cause, count in causes.most_common())
        print(f"{name:12} {target:8} {words:7} {100 * (1 - ours / words):8.3f} %   {told}")
        if show:
            for each in differences:
                if each.cause not in THEIRS:
                    print(f"    {each.got} | {each.wanted}  ({each.cause})")


def print_entries(pairs: list[tuple[str, str]], *, show: bool) -> None:
    """Print in how many rows both scripts name the same entries of the shipped lexicons."""
    normalizer = Normalizer.load()
    same = 0
    for latin, cyrillic in pairs:
        one = {mention.entry for mention in normalizer.find(latin, LATIN)}
        two = {mention.entry for mention in normalizer.find(cyrillic, CYRILLIC)}
        same += one == two
        if show and one != two:
            print(f"    {sorted(one - two)} {sorted(two - one)}\n      {latin}\n      {cyrillic}")
    print(f"{same} of {len(pairs)} rows, {100 * same / len(pairs):.1f} %")


def check_edits(lines: list[str]) -> None:
    """Make sure that the edits of the news account for every change and lead back."""
    normalizer = Normalizer.from_entries([NOBODY], target=CYRILLIC)
    for line in lines:
        result = normalizer.normalize(line, "sr")
        assert apply_edits(line, result.edits) == result.text
        assert undo_edits(result.text, result.edits) == line
        assert not normalizer.normalize(result.text, "sr").edits, line


def print_speed(lines: list[str]) -> None:
    """Print how many characters a second are converted, in texts of a page."""
    pages = ["\n".join(lines[at : at + 20]) for at in range(0, len(lines), 20)]
    for name, convert in converters().items():
        for target in (CYRILLIC, LATIN):
            begun = process_time()
            converted = [convert(page, target) for page in pages]
            took = process_time() - begun
            print(f"{name:12} {target:8} {sum(map(len, pages)) / took / 1e6:6.2f} million a second")
            pages = converted


def main() -> None:
    """Print the tables."""
    parser = ArgumentParser(description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--speed", action="store_true")
    given = parser.parse_args()
    folder = find_data()
    if not folder.is_dir():
        print(f"There is nothing to measure on at {folder}.")
        return
    news = read_news(folder)
    if given.speed:
        print_speed(news)
        return
    check_edits(news)
    print(f"Words of {len(news):,} lines of news that do not come back")
    print(f"{'':12} {'Cyrillic, Latin, Cyr.':>22} {'Latin, Cyrillic, Latin':>22}   why the latter")
    for name, convert in converters().items():
        print_round_trip(name, convert, news, show=given.show and name == "normalize")
    pairs = read_pairs(folder)
    print(f"\nWords of {len(pairs):,} sentences by two translators: right, and why they differ")
    for name, convert in converters().items():
        print_agreement(name, convert, pairs, given.show and name == "normalize")
    print("\nThe same entries of the shipped lexicons in both scripts")
    print_entries(pairs, show=given.show)


if __name__ == "__main__":
    main()
