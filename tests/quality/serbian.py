"""Prints how well Serbian names are found in their cases: `python -m tests.quality.serbian`.

The first table says how many declined forms are generated from their lemma, the second how many
names of running text are found with the right span and entry, in either script. The lemmas of
the corpora are those of each word; a lexicon lists the whole name in its nominative, which is
put together here: adjectives agree with their noun, and what is fixed in the name stays.

python -m tests.quality.serbian --show misses     what is not generated, or not found, by cause
python -m tests.quality.serbian --show edits      what would be rewritten and must not be
python -m tests.quality.serbian --speed           forms and seconds a thousand entries
"""
# ruff: noqa: T201

from __future__ import annotations

import csv
import json
import re
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from normalize import Normalizer
from normalize.languages.serbian import write_cyrillic
from normalize.lexicon.forms import generate_forms
from normalize.model import Edit, Entry
from normalize.text.fold import fold_key
from tests.quality.data import find_data

# Types of spans that are names; the rest are dates, sums, addresses, paragraphs of laws.
TYPES = {
    "PER": "person", "LOC": "place", "TOP": "place", "ORG": "organisation", "COM": "organisation",
    "INST": "organisation", "MISC": "organisation", "NP": "",
}  # fmt: skip
SHORTEST = 4
_ENDINGS = {("f", "s"): "a", ("n", "s"): "o", ("m", "p"): "i", ("f", "p"): "e", ("n", "p"): "a"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a name with its lemma and its morphological description (MULTEXT-East)."""

    text: str
    lemma: str
    msd: str

    @property
    def is_adjective(self) -> bool:
        """Whether it agrees with a noun."""
        return self.msd.startswith("A") or (self.msd.startswith("Mlo") and len(self.msd) > 4)

    @property
    def case(self) -> str:
        """The letter of its case, if it has one: n g d a v i l."""
        at = 5 if self.is_adjective else 4
        return self.msd[at : at + 1] if self.msd[:1] in ("N", "A", "M") else ""

    @property
    def gender(self) -> str:
        """`m`, `f`, `n`, or nothing."""
        at = 3 if self.is_adjective else 2
        return self.msd[at : at + 1] if self.msd[:1] in ("N", "A", "M") else ""

    @property
    def number(self) -> str:
        """`s`, `p`, or nothing."""
        at = 4 if self.is_adjective else 3
        return self.msd[at : at + 1] if self.msd[:1] in ("N", "A", "M") else ""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as a lexicon would list it, with what the lexicon would say of it."""

    nominative: str
    type: str
    gender: str | None

    @property
    def entry(self) -> Entry:
        """The entry of an ad-hoc lexicon."""
        key = re.sub("[^a-z0-9]+", "-", ascii(self.nominative).lower())
        names = {"en": self.nominative, "sr": self.nominative}
        return Entry(f"{self.type}{key}", self.type, names, gender=self.gender)


def name_of(tokens: Sequence[Token], label: str) -> Name:
    """Return the nominative of a name, of words that agree with its head and words that do not."""
    head = next((t for t in tokens if t.msd.startswith("N")), tokens[0])
    words, fixed = [], False
    for number, token in enumerate(tokens):
        fixed = fixed or token.msd.startswith("S") or _starts_genitive(tokens, number, head, label)
        words.append(token.text if fixed else _nominative(token, head, label))
    type_ = TYPES[label] or _guess_type(tokens, head)
    gender = head.gender + ("pl" if head.number == "p" else "")
    if _is_of_people(head, label):
        type_, gender = "people", head.gender
    return Name(" ".join(words), type_, gender if gender[:1] in tuple("mfn") else None)


def _starts_genitive(tokens: Sequence[Token], number: int, head: Token, label: str) -> bool:
    """Tell whether a word and all after it depend on the head: `Vojska` in `Vojske Srbije`."""
    token = tokens[number]
    if label == "PER" or token is head or number < tokens.index(head) or not token.case:
        return False
    return token.case != head.case or (token.case == "g" and _is_dependent(tokens, head, number))


def _is_dependent(tokens: Sequence[Token], head: Token, number: int) -> bool:
    """Tell whether a genitive after a genitive depends on it, and is no part of one name."""
    return head.msd.startswith("Nc") and not any(t.lemma == "i" for t in tokens[:number])


def _nominative(token: Token, head: Token, label: str) -> str:
    lemma = token.lemma
    if token.is_adjective:
        ending = _ENDINGS.get((head.gender, head.number))
        if ending and lemma[-1:] == "i":
            soft = head.gender == "n" and head.number == "s" and lemma[-2] in "jćčšž"
            lemma = lemma[:-1] + ("e" if soft else ending)
        elif ending and lemma[-2:] in ("ov", "ev", "in"):
            lemma += ending
        elif lemma[-1:] not in "aeiou" and token.text.lower() != lemma.lower():
            lemma = _stem(token) + (ending or "i")
    elif token.number == "p" and not _is_of_people(head, label):
        lemma = _plural(token)
    if token.text[:1].isupper() and lemma[:1].islower():
        lemma = lemma[0].upper() + lemma[1:]
    return lemma


def _stem(token: Token) -> str:
    """Return what the endings of an adjective are added to: nov, nacionaln."""
    lemma = token.lemma
    if token.text.lower().startswith(lemma.lower()):
        return lemma
    return lemma[:-2] + lemma[-1:]


def _plural(token: Token) -> str:
    """Return the nominative plural of a noun: snage, for a lexicon lists Oružane snage."""
    lemma = token.lemma
    if token.case == "n" or lemma.endswith(("e", "i")):
        return token.text if token.case == "n" else lemma
    if lemma.endswith("a"):
        return lemma[:-1] + "e"
    return lemma[:-1] + "a" if lemma.endswith("o") else lemma + "i"


def _is_of_people(head: Token, label: str) -> bool:
    """Tell whether a plural names people, whom a lexicon lists in the singular: Albanac."""
    return head.number == "p" and (label == "PER" or (label == "NP" and head.gender == "m"))


def _guess_type(tokens: Sequence[Token], head: Token) -> str:
    """Return the type of an unlabelled run of proper nouns: that of a person, if it may be one."""
    if len(tokens) > 1 and all(token.text[0].isupper() for token in tokens):
        return "person"
    if head.msd[5:6] == "y" or head.text[-2:] in ("ić", "ov"):
        return "person"
    return "people" if head.number == "p" else "place"


# --- generation --------------------------------------------------------------------------------


class Row(NamedTuple):
    """A declined form with its name, the words of both, and the corpus that it is from."""

    surface: str
    name: Name
    tokens: Sequence[Token]
    source: str

    @property
    def cause(self) -> str:
        """What may be to blame if the form is not generated: mostly that it is no form of it."""
        words = self.name.nominative.lower().split()
        cases = {token.case for token in self.tokens if token.case}
        if "." in self.name.nominative or "rođ." in self.surface:
            return "an abbreviation (d.o.o., rođ.)"
        if self.source.startswith("ReLDI"):
            return "a tweet's own spelling or slang"
        if len(cases) > 1 and self.name.type == "person":
            return "two names marked as one (UN-a Kofi Anan)"
        if any(not _has_stem(t.text, word) for t, word in zip(self.tokens, words, strict=False)):
            return "the corpus has a lemma that is another word (Skoplje: Skopje)"
        if any(t.case == "n" and t.text.lower() not in words for t in self.tokens):
            return "the corpus has a lemma that is not the nominative (Gaši: Gaš)"
        return "no rule makes the form"


def _has_stem(text: str, nominative: str) -> bool:
    """Tell whether a word begins like the other but for the last letters."""
    length = max(1, min(len(text), len(nominative)) - 2)
    return text[:length].lower() == nominative[:length]


def declined_rows(folder: Path) -> Iterator[Row]:
    """Yield each declined surface form with its name and the source."""
    with (folder / "sr_declined_forms.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            words, lemmas = row["surface"].split(), row["lemma_tokens"].split()
            msds = row["msd"].split()
            if len(words) == len(lemmas) == len(msds) and row["type"] in TYPES:
                tokens = [Token(*three) for three in zip(words, lemmas, msds, strict=True)]
                yield Row(row["surface"], name_of(tokens, row["type"]), tokens, row["source"])


def measure_generation(folder: Path, show: bool) -> None:
    """Print which share of the declined forms is generated."""
    found: defaultdict[str, Counter[bool]] = defaultdict(Counter)
    misses = []
    for row in declined_rows(folder):
        hit = fold_key(row.surface) in {form.key for form in generate_forms(row.name.entry)}
        found[row.source][hit] += 1
        if not hit:
            misses.append(row)
    for source, counts in [*found.items(), ("all", sum(found.values(), Counter()))]:
        print(f"{source:34} {counts.total():6} {percent(counts[True], counts.total()):>8}")
    print("\nDeclined forms that are not generated, by cause")
    for cause, count in Counter(row.cause for row in misses).most_common():
        print(f"{cause:66} {count:4}")
        for row in misses if show else ():
            if row.cause == cause:
                name = row.name
                print(f"  {row.surface} < {name.nominative} ({name.type}, {name.gender})")


def percent(part: int, whole: int) -> str:
    """Return a share with one decimal."""
    return f"{100 * part / whole:.1f} %" if whole else "-"


# --- running text ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Span:
    """A name in a sentence."""

    start: int
    end: int
    name: Name
    inflected: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the names in it that a lexicon would have."""

    text: str
    spans: tuple[Span, ...]


def read_sentences(folder: Path, *, by_hand: bool) -> list[Sentence]:
    """Return the sentences of SETimes whose names were marked by hand, or the others.

    A run of proper nouns may be two names (`UN Kofi Anan`) or half of one (`Bosna`).
    """
    sentences = []
    for line in (folder / "sr_running_text.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["source"] != "SETimes.SR" or (row["ner"] == "gold") != by_hand:
            continue
        spans = tuple(
            Span(
                span["start"],
                span["end"],
                name_of([Token(*token) for token in span["tokens"]], span["type"]),
                span["text"]
                != name_of([Token(*t) for t in span["tokens"]], span["type"]).nominative,
            )
            for span in row["spans"]
            if span["type"] in TYPES
        )
        sentences.append(Sentence(row["text"], spans))
    return sentences


def in_cyrillic(sentence: Sentence) -> Sentence:
    """Return the sentence in Cyrillic, with its spans."""

    def place(offset: int) -> int:
        return len(write_cyrillic(sentence.text[:offset]))

    spans = (Span(place(s.start), place(s.end), s.name, s.inflected) for s in sentence.spans)
    return Sentence(write_cyrillic(sentence.text), tuple(spans))


def make_lexicon(sentences: Sequence[Sentence]) -> dict[str, Entry]:
    """Return an entry for each name of some length, by id, of the type that it has most often."""
    named = Counter(span.name for sentence in sentences for span in sentence.spans)
    chosen: dict[str, Name] = {}
    for name, _ in sorted(named.items(), key=lambda item: (-item[1], repr(item[0]))):
        if len(name.nominative) >= SHORTEST:
            known = chosen.setdefault(name.nominative.lower(), name)
            if name.nominative[0].isupper() and known.nominative[0].islower():
                chosen[name.nominative.lower()] = name
    return {name.entry.id: name.entry for name in chosen.values()}


def measure_text(sentences: Sequence[Sentence], lang: str | None, show: str) -> None:
    """Print which share of the mentions is found, and how many edits are made."""
    entries = make_lexicon(sentences)
    normalizer = Normalizer.from_entries(entries.values())
    counts: Counter[tuple[bool, bool]] = Counter()
    edits: list[Edit] = []
    for sentence in sentences:
        found = {(m.start, m.end): m.entry for m in normalizer.find(sentence.text, lang)}
        for span in sentence.spans:
            if len(span.name.nominative) < SHORTEST:
                continue
            there = found.get((span.start, span.end))
            hit = there is not None and _is_same(entries[there], span.name)
            counts[span.inflected, hit] += 1
            if not hit and show == "misses":
                text = sentence.text[span.start : span.end]
                inside = [sentence.text[a:b] for a, b in found if a < span.end and span.start < b]
                print(f"  {text} < {span.name}; found {inside}")
        edits += normalizer.normalize(sentence.text, lang).edits
    capitals = sum(edit.before.lower() == edit.after.lower() for edit in edits)
    for inflected in (True, False):
        total = counts[inflected, True] + counts[inflected, False]
        kind = "inflected" if inflected else "base form"
        print(
            f"{lang or 'found out':10} {kind:10} {total:6} "
            f"{percent(counts[inflected, True], total):>8}"
        )
    print(f"{lang or 'found out':10} edits      {len(edits):6}, of capitals alone {capitals}")
    if show == "edits":
        for edit in edits:
            print(f"  {edit.before} > {edit.after} {[str(step) for step in edit.why]}")


def _is_same(entry: Entry, name: Name) -> bool:
    """Tell whether an entry has the name; the corpora label one name in several ways."""
    return entry.names["sr"].lower() == name.nominative.lower()


def measure_speed(sentences: Sequence[Sentence]) -> None:
    """Print how many forms a name has, and how long it takes to make them."""
    by_type: defaultdict[str, list[Entry]] = defaultdict(list)
    for name in {span.name for sentence in sentences for span in sentence.spans}:
        by_type[name.type].append(name.entry)
    for type_, entries in by_type.items():
        begun = perf_counter()
        forms = sum(len({form.key for form in generate_forms(entry)}) for entry in entries)
        took = (perf_counter() - begun) * 1000 / len(entries)
        print(
            f"{type_:14} {len(entries):5} entries {forms / len(entries):6.1f} forms {took:6.2f} s"
        )


def main() -> None:
    """Print the tables."""
    parser = ArgumentParser(description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("--show", choices=["misses", "edits"], default="")
    parser.add_argument("--speed", action="store_true")
    wanted = parser.parse_args()
    folder = find_data()
    if not folder.is_dir():
        print(f"There is nothing to measure on at {folder}.")
        return
    sentences = read_sentences(folder, by_hand=True)
    if wanted.speed:
        print("per entry, and seconds for a thousand")
        measure_speed(sentences)
        return
    print("Declined forms that are generated from the nominative")
    measure_generation(folder, wanted.show == "misses")
    for kind, chosen in (
        ("Names marked by hand", sentences),
        ("Runs of proper nouns", read_sentences(folder, by_hand=False)),
    ):
        print(f"\n{kind} in running text: found, and edits made")
        for lang in ("sr-Latn", None):
            measure_text(chosen, lang, wanted.show if lang else "")
        measure_text([in_cyrillic(one) for one in chosen], "sr-Cyrl", wanted.show)


if __name__ == "__main__":
    main()
