"""Prints how Arabic, Persian and Sorani text fares: `python -m tests.quality.arabic`.

The first table says what is found and changed in running Arabic news with the shipped lexicons.
The second compares the entries found in the sentences of one text in several languages: what the
English sentence names, its translation should name too. The third says how many Arabic names come
back that are spelled as careless writers do, with and without what may be joined to them. The last
says what the forms cost.

python -m tests.quality.arabic --show edits         every edit, with what stands around it
python -m tests.quality.arabic --show suggestions   what was held back, and why
python -m tests.quality.arabic --show misses        entries of English rows that Arabic ones lack,
                                                    names that do not come back
"""
# ruff: noqa: T201

from __future__ import annotations

import re
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from time import perf_counter

from normalize import Normalizer
from normalize.languages.arabic import attach
from normalize.lexicon.compile import CompiledLexicon
from normalize.lexicon.forms import Form, generate_forms
from normalize.model import Entry, Result
from tests.quality.data import find_data, read_table
from tests.quality.tables import in_percent, lay_out

# What careless writers and other keyboards do to Arabic names.
SPOILED: Mapping[str, Callable[[str], str]] = {
    "as it is": lambda name: name,
    "alef without hamza": lambda name: re.sub("[أإآ]", "ا", name),
    "ى for final ي": lambda name: re.sub(r"ي\b", "ى", name),
    "ي for final ى": lambda name: re.sub(r"ى\b", "ي", name),
    "ه for ة": lambda name: name.replace("ة", "ه"),
    "compounds joined": lambda name: re.sub(
        r"\b(عبد|أبو) (?=\w)| (?=(?:الله|الدين)\b)", r"\1", name
    ),
    "Persian letters": lambda name: name.translate(str.maketrans("يك", "یک")),
    "tatweel": lambda name: re.sub(r"(?<=[بتسمحعفقنهي])(?=\w)", "ـ", name, count=1),
}
PROCLITICS = ("", "و", "ب", "ل", "وب", "ول", "فل", "ك")
TRANSLATIONS = {"arabic": "ar", "persian": "fa", "sorani": "ckb"}
_AROUND = 40


def read_news(folder: Path) -> Iterator[str]:
    """Yield the articles of the Arabic news, without the column that says where they are from."""
    with (folder / "arabic_news.txt").open(encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").partition("\t")[2]


def measure_news(normalizer: Normalizer, articles: list[str], show: str) -> str:
    """Return a table of what is found and changed, by the kind of match."""
    began = perf_counter()
    results = [normalizer.normalize(article) for article in articles]
    seconds = perf_counter() - began
    if show in ("edits", "suggestions"):
        for article, result in zip(articles, results, strict=True):
            show_decisions(article, result, show)
    words = sum(len(article.split()) for article in articles)
    mentions = Counter(str(m.kind) for result in results for m in result.mentions)
    edits = Counter(str(e.kind) for result in results for e in result.edits)
    kinds = [*sorted(mentions | edits)]
    counts = [
        ["mentions", *(f"{mentions[kind]:,}" for kind in kinds), f"{mentions.total():,}"],
        ["per 1,000 words", *(f"{1000 * mentions[k] / words:.2f}" for k in kinds),
         f"{1000 * mentions.total() / words:.2f}"],
        ["edits", *(f"{edits[kind]:,}" for kind in kinds), f"{edits.total():,}"],
    ]  # fmt: skip
    speed = f"{words:,} words, {sum(map(len, articles)) / seconds / 1e6:.2f} million letters/s"
    table: list[list[str]] = [[speed], ["", *kinds, "all"], *counts]
    return lay_out([table])


def show_decisions(article: str, result: Result, which: str) -> None:
    """Print each edit, or each suggestion, of an article in its surroundings."""
    for one in getattr(result, which):
        before = article[max(0, one.start - _AROUND) : one.start]
        after = article[one.end : one.end + _AROUND]
        reasons = getattr(one, "why_not", None) or ", ".join(map(str, one.why))
        print(f"{one.kind}  {before}[[{one.before}|{one.after}]]{after}  ({reasons})")


def measure_translations(normalizer: Normalizer, rows: list[dict[str, str]], show: str) -> str:
    """Return how far the entries of English sentences and of their translations are the same."""
    english = [_entries(normalizer, row["english"], "en") for row in rows]
    lines = []
    for column, lang in TRANSLATIONS.items():
        theirs = [_entries(normalizer, row[column], lang) for row in rows]
        entries = normalizer.lexicon.entries
        known = [{e for e in ours if lang in entries[e].names} for ours in english]
        both = sum(len(a & b) for a, b in zip(english, theirs, strict=True))
        either = sum(len(a | b) for a, b in zip(english, theirs, strict=True))
        named = sum(map(len, known))
        found = sum(len(a & b) for a, b in zip(known, theirs, strict=True))
        share = in_percent(found / named if named else None)
        lines.append([column, in_percent(both / either), str(named), share])
        if show == "misses":
            for row, a, b in zip(rows, known, theirs, strict=True):
                for entry in sorted(a - b):
                    print(f"{lang} lacks {entry}: {row[column]}")
                for entry in sorted(b - a):
                    print(f"{lang} adds {entry}: {row[column]}  ({row['english']})")
    heading = ["entries found, %", "of either", "English ones with a name", "of these"]
    return lay_out([[[""], heading, *lines]])


def _entries(normalizer: Normalizer, text: str, lang: str) -> set[str]:
    return {mention.entry for mention in normalizer.find(text, lang)}


def measure_spoiled(normalizer: Normalizer, show: str) -> str:
    """Return how many listed Arabic names come back from each spelling, whatever is before them.

    Those that are words too do so only with what tells: they are among the rest.
    """
    whole, found = Counter[str](), Counter[str]()
    for entry in normalizer.lexicon.entries.values():
        name = entry.names.get("ar", "")
        for way, spoil in SPOILED.items():
            if not name or (spoil(name) == name and way != "as it is"):
                continue
            for proclitic in PROCLITICS:
                wanted = f"عاد الوفد أمس {attach(proclitic, name)} بعدها"
                text = f"عاد الوفد أمس {attach(proclitic, spoil(name))} بعدها"
                result = normalizer.normalize(text, "ar")
                back = result.text == wanted and any(m.entry == entry.id for m in result.mentions)
                whole[way] += 1
                found[way] += back
                if show == "misses" and not back:
                    print(f"{way}: {text} is left as {result.text}")
    lines = [[way, f"{whole[way]:,}", in_percent(found[way] / whole[way])] for way in whole]
    return lay_out([[[""], ["spelled", "names", "come back, %"], *lines]])


def measure_forms(entries: Iterable[Entry]) -> str:
    """Return what the forms of each language cost: how many, their size, the time to make them."""
    lines = []
    for lang in ("ar", "fa", "ckb", "sr", "en"):
        made: list[Form] = []
        count = 0
        began = perf_counter()
        for entry in entries:
            if lang in entry.names:
                count += 1
                one = Entry(entry.id, entry.type, {lang: entry.names[lang], "en": ""},
                            short={k: v for k, v in entry.short.items() if k == lang},
                            gender=entry.gender)  # fmt: skip
                made += generate_forms(one)
        seconds = perf_counter() - began
        size = sum(len(form.key) + 2 * len(form.text) for form in made)
        figures = (len(made) / count, size / count, 1000 * seconds / count)
        lines.append([lang, f"{count:,}", *(f"{figure:.2f}" for figure in figures)])
    heading = ["of an entry's name and short form", "entries", "forms", "bytes", "milliseconds"]
    return lay_out([[[""], heading, *lines]])


def measure_whole(lexicon: CompiledLexicon, seconds: float) -> str:
    """Return how many forms there are in the shipped lexicons, by script, and what they take."""
    scripts = Counter(form.script for claim in lexicon.claims for form in claim)
    count = len(lexicon.entries)
    told = ", ".join(f"{script} {number:,}" for script, number in scripts.most_common())
    each = f"{scripts.total() / count:.1f} forms, {1000 * seconds / count:.2f} ms an entry"
    return f"All forms: {told}; {each}"


def main() -> None:
    """Print the tables."""
    parser = ArgumentParser(description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("--show", choices=["edits", "suggestions", "misses"], default="")
    wanted = parser.parse_args()
    folder = find_data()
    if not folder.is_dir():
        print(f"There is nothing to measure on at {folder}.")
        return
    began = perf_counter()
    normalizer = Normalizer.load()
    seconds = perf_counter() - began
    print(measure_news(normalizer, list(read_news(folder)), wanted.show), end="\n\n")
    rows = read_table(folder / "ntrex_parallel.tsv")
    print(measure_translations(normalizer, rows, wanted.show), end="\n\n")
    print(measure_spoiled(normalizer, wanted.show), end="\n\n")
    print(measure_forms(normalizer.lexicon.entries.values()))
    print(measure_whole(normalizer.lexicon, seconds))


if __name__ == "__main__":
    main()
