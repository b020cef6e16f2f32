"""The word lists of Serbian conversion, made anew and checked.

It reads Debian's packages hunspell-sr (7.5.0) and scowl (2020.12.07), unpacked into two folders
with `apt-get download` and `dpkg-deb -x`, and optionally more Serbian words, one a line. It writes
`english.txt` and `english-serbian.txt`, prints every Serbian form that does not come back from
Latin as it was, and the stems of those that the patterns of `foreign` take for foreign ones.

    python -m tests.quality.word_lists HUNSPELL_FOLDER SCOWL_FOLDER [WORDS...]
"""

# ruff: noqa: T201

from __future__ import annotations

import re
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from normalize.translit import foreign
from normalize.translit.icu import apply_rules

OUTPUT = Path(foreign.__file__).parent / "words"
# Sizes 10 and 20 of 95: the most common words.
SCOWL = ("english-words.10", "english-words.20", "american-words.10", "american-words.20")
# Particles and given names in Serbian spelling that hunspell-sr lacks.
NOT_ENGLISH = frozenset({"an", "bin", "final"})
SERBIAN = re.compile("[а-шђјљњћџ]{2,}")
# English words that hunspell-sr has from titles, and no Serbian ones.
NOT_SERBIAN = frozenset({"from", "have", "his", "of", "the"})
HEADING = """\
# {what}
# Source: SCOWL 2020.12.07, sizes 10 and 20 (Kevin Atkinson; free for any use with its notice),
# against the forms of hunspell-sr 7.5.0. Made by `python -m tests.quality.word_lists`.
"""
WHAT = {
    "english.txt": "Common English words that are no form of a Serbian one. "
    "Those that their letters tell\n# already (with, there, really) are not here.",
    "english-serbian.txt": "Common English words that are also forms of Serbian ones.",
}


class Affix(NamedTuple):
    """A rule of an affix file: what it cuts off, what it adds, and where."""

    prefix: bool
    cut: str
    added: str
    condition: re.Pattern[str]


def read_affixes(path: Path) -> dict[str, list[Affix]]:
    """Return the rules of a hunspell affix file, by their flag."""
    rules: defaultdict[str, list[Affix]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        kind, *fields = line.split() or [""]
        if kind in ("SFX", "PFX") and not (len(fields) == 3 and fields[1] in "YN"):
            flag, cut, added, *rest = fields
            condition = rest[0] if rest else "."
            pattern = f"^{condition}" if kind == "PFX" else f"{condition}$"
            cut, added = ("" if one == "0" else one for one in (cut, added.partition("/")[0]))
            rules[flag].append(Affix(kind == "PFX", cut, added, re.compile(pattern)))
    return rules


def read_forms(folder: Path) -> Iterator[str]:
    """Yield every form of the Cyrillic dictionary below a folder."""
    (dictionary,) = (path for path in folder.rglob("sr_RS.dic") if not path.is_symlink())
    rules = read_affixes(dictionary.with_suffix(".aff"))
    for line in dictionary.read_text(encoding="utf-8").splitlines()[1:]:
        word, _, flags = line.strip().partition("/")
        yield word
        for rule in (rule for flag in flags.split(",") for rule in rules.get(flag, ())):
            if not rule.condition.search(word):
                continue
            if rule.prefix and word.startswith(rule.cut):
                yield rule.added + word[len(rule.cut) :]
            elif not rule.prefix and word.endswith(rule.cut):
                yield word[: len(word) - len(rule.cut)] + rule.added


def read_english(folder: Path) -> set[str]:
    """Return the common English words, in small letters."""
    paths = (path for name in SCOWL for path in folder.rglob(name))
    words = (word for path in paths for word in path.read_text(encoding="latin-1").split())
    return {word.lower() for word in words if word.isalpha() and word.isascii()} - NOT_ENGLISH


def write_lists(english: set[str], serbian: set[str]) -> None:
    """Write both lists, each with where it comes from."""
    alone = {word for word in english - serbian if not foreign.tells_by_letters(word)}
    for name, words in (("english.txt", alone), ("english-serbian.txt", english & serbian)):
        text = HEADING.format(what=WHAT[name]) + "\n".join(sorted(words)) + "\n"
        (OUTPUT / name).write_text(text, encoding="utf-8")
        print(f"{name}: {len(words):,} words")


def print_unturned(forms: Iterable[str], latin: Iterable[str]) -> None:
    """Print the forms that come back from Latin otherwise than they were."""
    back = apply_rules("\n".join(latin), "sr-Latn", "sr-Cyrl").split("\n")
    wrong = [(form, other) for form, other in zip(forms, back, strict=True) if form != other]
    print(f"{len(wrong):,} forms do not come back from Latin:")
    print("  " + ", ".join(f"{form} > {other}" for form, other in wrong))


def main() -> None:
    """Write the lists and print what is wrong."""
    parser = ArgumentParser(description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("hunspell", type=Path)
    parser.add_argument("scowl", type=Path)
    parser.add_argument("words", type=Path, nargs="*")
    given = parser.parse_args()
    more = (line for path in given.words for line in path.read_text(encoding="utf-8").split("\n"))
    forms = sorted(
        {*read_forms(given.hunspell), *(line.partition("/")[0].strip() for line in more)}
    )
    small = sorted({form.lower() for form in forms if SERBIAN.fullmatch(form.lower())})
    latin = apply_rules("\n".join(small), "sr-Cyrl", "sr-Latn").split("\n")
    print(f"{len(small):,} Serbian forms")
    write_lists(read_english(given.scowl), set(latin) - NOT_SERBIAN)
    print_unturned(small, latin)
    wronged = sorted({word[:7] for word in latin if foreign.tells_by_letters(word)})
    print(f"{len(wronged):,} stems look foreign: {', '.join(wronged)}")


if __name__ == "__main__":
    main()
