"""The names that quality is measured on: pairs for one person or place, and hard negatives.

A README beside the files describes them. They are for measuring only and no part of the
project, so they are looked for outside of it.
"""

from __future__ import annotations

import csv
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

Row = dict[str, str]

CHECKOUT = Path(__file__).parent.parent.parent
# Every set, in the order of the table, and the recall in percent that is wanted of it where 1 %
# and 5 % of the hard negatives pass. Sets without an aim are shown, but stand outside the mean.
SETS: dict[str, tuple[int, int] | None] = {
    "press-nominative": (90, 96),
    "press-inflected": (85, 93),
    "press-odd-or-related": None,
    "press-one-word": None,
    "romanised": (85, 93),
    "native-script": None,
    "arabic-people": (82, 92),
    "arabic-people-all": None,
    "arabic-places": (68, 82),
    "arabic-places-all": None,
    "arabic-rest": None,
    "serbian-people": (86, 94),
    "serbian-places": (75, 88),
    "serbian-cities-and-countries": None,
    "serbian-proper-nouns": None,
}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two spellings: the one that a lexicon would list, and another that is met in texts.

    `tag` says what sort of row it comes from; for a hard negative, why it is hard.
    """

    listed: str
    other: str
    tag: str = ""
    entity: str = ""


@dataclass(frozen=True, slots=True)
class PairSet:
    """Pairs of one sort, in each of which both names are the same person's or place's."""

    name: str
    pairs: tuple[Pair, ...]
    aim: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Spelling:
    """One known spelling of a person beside the canonical one.

    `likeness` is the share of its words that sound like one of the canonical name; it is known
    for Latin letters only.
    """

    entity: str
    canonical: str
    text: str
    script: str
    kind: str
    likeness: float | None = None

    @property
    def is_native(self) -> bool:
        """Whether it is the name in the person's own script, which a lexicon would list."""
        return self.script != "Latn" and self.kind in {"native-curated", "native", "label"}

    @property
    def is_same_name(self) -> bool:
        """Whether it spells the canonical name or a part of it, and is no nom de guerre."""
        return self.likeness in {None, 1.0} or self.kind.startswith("attested")


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All that is measured on."""

    sets: tuple[PairSet, ...]
    negatives: tuple[Pair, ...]
    spellings: tuple[Spelling, ...]

    @property
    def size(self) -> int:
        """How many pairs there are, hard negatives included."""
        return len(self.negatives) + sum(len(one.pairs) for one in self.sets)


def find_data() -> Path:
    """Return the folder named by NORMALIZE_EVAL, else the one beside the checkout."""
    return Path(os.environ.get("NORMALIZE_EVAL") or CHECKOUT.parent / "shared" / "eval")


def load_data(folder: Path) -> Evaluation:
    """Return the pair sets in the order of the table, the hard negatives and the spellings."""
    variants = read_table(folder / "person_variant_pairs.tsv")
    pairs: dict[str, list[Pair]] = defaultdict(list)
    for name, pair in (
        *press_pairs(read_table(folder / "sr_press_names.tsv")),
        *person_pairs(variants),
        *arabic_pairs(read_table(folder / "ar_latn_pairs.tsv")),
        *serbian_pairs(read_table(folder / "sr_en_pairs.tsv")),
    ):
        pairs[name].append(pair)
    return Evaluation(
        sets=tuple(PairSet(name, tuple(pairs[name]), aim) for name, aim in SETS.items()),
        negatives=tuple(
            Pair(row["name_a"], row["name_b"], row["why"])
            for row in read_table(folder / "hard_negatives.tsv")
        ),
        spellings=tuple(read_spelling(row) for row in variants),
    )


def read_table(path: Path) -> list[Row]:
    """Return the rows of a tab-separated file, in which quotation marks are only letters."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def is_full(name: str) -> bool:
    """Tell whether a name has more than one word."""
    return len(name.split()) > 1


def press_pairs(rows: Iterable[Row]) -> Iterator[tuple[str, Pair]]:
    """Yield names as the Serbian press prints them; oddities and single words apart."""
    for row in rows:
        pair = Pair(row["canonical_en"], row["surface"], f"{row['variety']} {row['case']}")
        if not is_full(row["surface"]):
            yield "press-one-word", pair
        elif row["erratic"] == "1" or row["variety"] not in {"sr-Latn", "sr-Cyrl"}:
            yield "press-odd-or-related", pair
        else:
            yield "press-nominative" if row["case"] == "nom" else "press-inflected", pair


def person_pairs(rows: Iterable[Row]) -> Iterator[tuple[str, Pair]]:
    """Yield the spellings of persons that sound like the canonical ones; other scripts apart."""
    for row in rows:
        tag = f"{row['kind']} {row['script']}"
        pair = Pair(row["canonical_en"], row["variant"], tag, row["entity"])
        if row["script"] != "Latn":
            yield "native-script", pair
        elif row["skel_sim"] == "1.0":
            yield "romanised", pair


def arabic_pairs(rows: Iterable[Row]) -> Iterator[tuple[str, Pair]]:
    """Yield names in Arabic script with their romanisations.

    The core is from the Middle East and plausible; the rest is mostly single words.
    """
    for row in rows:
        pair = Pair(row["latin"], row["arabic_script"], row["kind"])
        kind = row["kind"].split("-")[0]
        if row["origin"] != "middle-east" or kind not in {"person", "place"}:
            yield "arabic-rest", pair
            continue
        name = "arabic-people" if kind == "person" else "arabic-places"
        yield f"{name}-all", pair
        if row["plausible"] == "1":
            yield name, pair


def serbian_pairs(rows: Iterable[Row]) -> Iterator[tuple[str, Pair]]:
    """Yield Serbian names, in each script there is, with English ones that fold otherwise."""
    names = {
        "person": "serbian-people",
        "place": "serbian-places",
        "city": "serbian-cities-and-countries",
        "country": "serbian-cities-and-countries",
        "proper": "serbian-proper-nouns",
    }
    for row in rows:
        for script in ("sr_latn", "sr_cyrl"):
            if row["kind"] in names and row["differs_after_folding"] == "1" and row[script]:
                pair = Pair(row["english"], row[script], f"{row['kind']} {script}")
                yield names[row["kind"]], pair


def read_spelling(row: Row) -> Spelling:
    """Return the spelling that a row of the person file holds."""
    likeness = float(row["skel_sim"]) if row["skel_sim"] else None
    return Spelling(
        row["entity"], row["canonical_en"], row["variant"], row["script"], row["kind"], likeness
    )


def split_by_tag(sets: Iterable[PairSet]) -> Iterator[PairSet]:
    """Yield each set, and after it its parts where its rows are of several sorts."""
    for one in sets:
        yield one
        tags = sorted({pair.tag for pair in one.pairs})
        for tag in tags if len(tags) > 1 else ():
            pairs = tuple(pair for pair in one.pairs if pair.tag == tag)
            yield PairSet(f"{one.name}/{tag}", pairs)
