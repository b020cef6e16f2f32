"""Prints how many typing errors in names are seen, how many rightly, and what news is suspected of.

python -m tests.quality.typos                the shipped lexicons, 1,000 errors a row
python -m tests.quality.typos --show 20      also the first errors that went wrong or unseen

Every letter of a name may be hit, the first too. A name stands in one of a few sentences; right is
what makes the sentence equal to the one that the right name gives.
"""
# ruff: noqa: T201

from __future__ import annotations

import random
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from normalize import Normalizer
from normalize.languages import language
from normalize.languages.serbian import write_cyrillic
from normalize.lexicon.forms import Role, shape_of
from normalize.model import Edit, Entry, Kind, Suggestion
from tests.quality.data import find_data

_SEED = 20
_FEWEST_LETTERS = 6
_SENTENCES: Mapping[str, tuple[str, ...]] = {
    "en": (
        "Officials said on Monday that {} would not come to the talks.",
        "What they had heard of {} was enough for them, and they left.",
    ),
    "sr-Latn": (
        "Juče su novinari pisali da je {} u vestima svakog dana.",
        "Rekli su da o tome {} ništa ne zna i da se ne čeka odgovor.",
    ),
    "sr-Cyrl": ("Јуче су новинари писали да је {} у вестима сваког дана.",),
    "ar": ("قالت المصادر أمس إن {} ليس في نشرة الأخبار هذه الليلة.",),
}
# The instrumental, which no name has in common with its nominative.
_IN_CASE = {"sr-Latn": "Juče su novinari razgovarali sa {} i o tome pisali u vestima."}
_KEYS = {
    "en": ("qwertyuiop", "asdfghjkl", "zxcvbnm"),
    "sr-Latn": ("qwertzuiopšđ", "asdfghjklčć", "yxcvbnm"),
    "sr-Cyrl": ("љњертзуиопшђ", "асдфгхјклчћ", "џцвбнм"),
    "ar": ("ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرىةوزظ"),
}
Error = Callable[[str, int, str, random.Random], str]


class Case(NamedTuple):
    """A text with a name spelled right, what stands before the name, and its misspelled part."""

    before: str
    name: str
    after: str


def swapped(name: str, at: int, lang: str, chance: random.Random) -> str:
    """Return the name with a letter and the next one exchanged, in the capitals they had."""
    two = name[at + 1 : at + 2] + name[at]
    return name[:at] + (two.capitalize() if name[at].isupper() else two) + name[at + 2 :]


def dropped(name: str, at: int, lang: str, chance: random.Random) -> str:
    """Return the name without a letter."""
    rest = name[at + 1 :]
    return name[:at] + (rest[:1].upper() + rest[1:] if name[at].isupper() else rest)


def doubled(name: str, at: int, lang: str, chance: random.Random) -> str:
    """Return the name with a letter typed twice."""
    return name[: at + 1] + name[at].lower() + name[at + 1 :]


def next_key(name: str, at: int, lang: str, chance: random.Random) -> str:
    """Return the name with the key beside a letter hit instead."""
    row = next((row for row in _KEYS[lang] if name[at].lower() in row), "")
    place = row.find(name[at].lower())
    beside = row[max(0, place - 1) : place] + row[place + 1 : place + 2]
    return _replaced(name, at, chance.choice(beside)) if beside else name


def any_key(name: str, at: int, lang: str, chance: random.Random) -> str:
    """Return the name with any letter in place of one."""
    return _replaced(name, at, chance.choice("".join(_KEYS[lang])))


def _replaced(name: str, at: int, letter: str) -> str:
    return name[:at] + (letter.upper() if name[at].isupper() else letter) + name[at + 1 :]


ERRORS: Sequence[Error] = (swapped, dropped, doubled, next_key, any_key)


def cases(entries: Sequence[Entry], lang: str, sort: str) -> Iterator[Case]:
    """Yield a text for each name in a language that is of a sort."""
    for number, entry in enumerate(entries):
        name, short = _spelled(entry.names, lang), _spelled(entry.short, lang)
        sentences = _SENTENCES[lang]
        before, _, after = sentences[number % len(sentences)].partition("{}")
        alone = short if entry.type == "person" else name
        if sort == "whole" and " " in name:
            yield Case(before, name, after)
        elif sort == "in a case" and name:
            before, _, after = _IN_CASE[lang].partition("{}")
            declined = language(lang).inflect(name, shape_of(entry, Role.FULL, name))
            form = next((form for form, label in declined if label == "ins"), "")
            if " " in form:
                yield Case(before, form, after)
        elif len(alone) >= _FEWEST_LETTERS and " " not in alone:
            if sort == "alone":
                yield Case(before, alone, after)
            elif sort == "introduced" and name and short:
                yield Case(sentences[0].format(name) + " " + before, alone, after)


def _spelled(names: Mapping[str, str], lang: str) -> str:
    name = names.get("sr" if lang == "sr-Latn" else lang, "")
    return write_cyrillic(names.get("sr", "")) if lang == "sr-Cyrl" and not name else name


class Tried(NamedTuple):
    """One error, and what came of it: seen (`right`, `wrong`, `unseen`), and if asked corrected."""

    error: str
    name: str
    typed: str
    seen: str
    corrected: str


def try_errors(
    texts: Sequence[Case], lang: str, normalizers: tuple[Normalizer, Normalizer], rounds: int
) -> Iterator[Tried]:
    """Make errors in the names of the texts, the same at every run, and tell what comes of them."""
    chance = random.Random(_SEED)
    suggesting, applying = normalizers
    for _ in range(rounds if texts else 0):
        case, error = chance.choice(texts), chance.choice(ERRORS)
        letters = [at for at, letter in enumerate(case.name) if letter.isalpha()]
        typed = error(case.name, chance.choice(letters), lang, chance)
        if typed == case.name:
            continue
        right = suggesting.normalize("".join(case), lang).text
        text = case.before + typed + case.after
        result = suggesting.normalize(text, lang)
        seen = _judge(text, [*result.edits, *result.suggestions], case, right)
        corrected = _judge(text, applying.normalize(text, lang).edits, case, right)
        yield Tried(error.__name__, case.name, typed, seen, corrected)


def _judge(text: str, found: Sequence[Edit | Suggestion], case: Case, right: str) -> str:
    """Tell whether what was found makes the text right."""
    start, end = len(case.before), len(text) - len(case.after)
    # What is said of the rest of the name, such as the surname alone, is not about the error.
    changes = [
        each
        for each in found
        if isinstance(each, Edit) or each.kind in (Kind.FUZZY, Kind.TRANSLITERATED)
    ]
    if not any(each.end > start and each.start < end for each in changes):
        return "unseen"
    changes.sort(key=lambda each: each.start)
    made = text
    for change in reversed(changes):
        made = made[: change.start] + change.after + made[change.end :]
    return "right" if made == right else "wrong"


def suspected(normalizer: Normalizer, lines: Sequence[str]) -> Counter[str]:
    """Count what a news text, a passage a line, is suspected of."""
    counts: Counter[str] = Counter()
    for line in lines:
        result = normalizer.normalize(line.partition("\t")[2])
        found = [*result.edits, *result.suggestions]
        for each in found:
            if each.kind in (Kind.FUZZY, Kind.TRANSLITERATED):
                counts[f"{each.kind} {'edits' if isinstance(each, Edit) else 'suggestions'}"] += 1
        counts["words"] += len(line.split())
    return counts


def main() -> None:
    """Print a table of errors by language and sort of text, and one of news texts."""
    parser = ArgumentParser(
        prog="python -m tests.quality.typos",
        description=__doc__,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("--rounds", type=int, default=1000, help="errors in each row")
    parser.add_argument("--show", type=int, default=0, help="so many errors of each row, in words")
    wanted = parser.parse_args()
    normalizers = (Normalizer.load(), Normalizer.load(fuzzy="apply"))
    entries = list(normalizers[0].lexicon.entries.values())
    names = [error.__name__ for error in ERRORS]
    print(f"{'% seen rightly':26}{''.join(f'{name:>10}' for name in names)}{'all':>10}", end="")
    print(f"{'wrong':>8} | {'corrected':>9}{'wrong':>8}")
    for lang in _SENTENCES:
        for sort in ("whole", "in a case", "introduced", "alone"):
            if sort == "in a case" and lang not in _IN_CASE:
                continue
            texts = list(cases(entries, lang, sort))
            tried = list(try_errors(texts, lang, normalizers, wanted.rounds))
            print_row(f"{lang} {sort} ({len(texts)})", names, tried)
            print_failures(tried, wanted.show)
    for path in sorted(find_data().glob("*_news.txt")):
        lines = path.read_text(encoding="utf-8").splitlines()
        for normalizer in normalizers:
            found = suspected(normalizer, lines)
            print(f"{path.name}, fuzzy={normalizer.options.fuzzy}: {dict(found)}")


def print_row(title: str, names: Sequence[str], tried: Sequence[Tried]) -> None:
    """Print the shares of errors that are seen rightly, wrongly, and corrected on request."""
    print(f"{title:26}", end="")
    for name in (*names, ""):
        of_kind = [each for each in tried if each.error == name or not name]
        print(f"{_share(each.seen == 'right' for each in of_kind):>10}", end="")
    print(f"{_share(each.seen == 'wrong' for each in tried):>8}", end=" | ")
    print(f"{_share(each.corrected == 'right' for each in tried):>9}", end="")
    print(f"{_share(each.corrected == 'wrong' for each in tried):>8}")


def print_failures(tried: Sequence[Tried], most: int) -> None:
    """Print errors that were seen or corrected wrongly first, then unseen ones."""
    failures = [each for each in tried if {each.seen, each.corrected} & {"wrong", "unseen"}]
    failures.sort(key=lambda each: ("wrong" not in (each.corrected, each.seen), each.seen))
    for each in failures[:most]:
        print(f"    {each.seen}, {each.corrected}: {each.typed} for {each.name} ({each.error})")


def _share(truths: Iterable[bool]) -> str:
    held = list(truths)
    return f"{100 * sum(held) / len(held):.1f}" if held else "-"


if __name__ == "__main__":
    main()
