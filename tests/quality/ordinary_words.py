"""Makes the table of ordinary Serbian words that can be forms of names again.

`python -m tests.quality.ordinary_words index.dic`, with the `index.dic` of the npm package
`dictionary-sr` (`npm pack dictionary-sr@3.0.2`), writes
`normalize/languages/declension/ordinary.txt`. Of the words that the dictionary writes small, those
are taken that a short name may be like, and those that some form of a known name is: one of the
shipped lexicons, of the tables of common names, or one that the dictionary has itself.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import wrap

import normalize
from normalize.languages.declension.names import inflections
from normalize.languages.serbian import write_latin
from normalize.languages.shape import Shape
from normalize.lexicon.load import load_entries
from normalize.normalizer import shipped_lexicons

PACKAGE = Path(normalize.__file__).parent
TABLE = PACKAGE / "languages" / "declension" / "ordinary.txt"
HEADER = """\
# Ordinary Serbian words that a name of one word, or a form of one, may be like (in Latin letters).
# At the start of a sentence and in capitals nothing tells `Zora` (of Zor) from the dawn: there
# these are not taken for names. The dictionary writes some names small too, which does no harm.
#
# Source: the spelling dictionary by Goran Rakić and others (hunspell-sr, 2010-08-18), as packed in
# dictionary-sr 3.0.2; GPL 2 or later, LGPL 2.1 or later, MPL 1.1 or later, or CC BY-SA 3.0, as one
# likes. Made by `python -m tests.quality.ordinary_words`; words that it misses go into `ordinary`
# of serbian.yaml.
"""
LONGEST_OF_ANY = 5
_CASE_ENDING = re.compile(r".+(?:[aeiou]|[eo][mvgj]|in)")
_SMALL = re.compile("[a-zčćšžđ]{3,}")
_NAME = re.compile("[A-ZČĆŠŽĐ][a-zčćšžđ]+")


def read_dictionary(path: Path) -> tuple[set[str], set[str]]:
    """Return the words of a dictionary in Latin letters: small ones, and names."""
    listed = path.read_text(encoding="utf-8").split("\n")[1:]
    words = write_latin("\n".join(word.partition("/")[0] for word in listed)).split("\n")
    return (
        {word for word in words if _SMALL.fullmatch(word)},
        {word for word in words if _NAME.fullmatch(word)},
    )


def known_names() -> Iterator[str]:
    """Yield the words of the Serbian names in the lexicons and in the tables of common names."""
    for entry in load_entries((shipped_lexicons(),)):
        variants = (one.text for one in entry.variants if (one.lang or "sr").startswith("sr"))
        for name in (entry.names.get("sr", ""), entry.short.get("sr", ""), *variants):
            yield from _NAME.findall(name)
    for table in (PACKAGE / "translit" / "rules").glob("names-*.tsv"):
        yield from _NAME.findall(table.read_text(encoding="utf-8"))


def forms(names: Iterable[str]) -> Iterator[str]:
    """Yield the names and their forms, as a man's, woman's and place's name, in small letters."""
    for name in names:
        yield name.lower()
        for type_ in ("person", "place"):
            for gender in ("m", "f"):
                shape = Shape(type_, full=False, gender=gender)
                yield from (form.lower() for form, _ in inflections(name, shape))


def main() -> None:
    """Write the table."""
    small, names = read_dictionary(Path(sys.argv[1]))
    short = {w for w in small if len(w) <= LONGEST_OF_ANY and _CASE_ENDING.fullmatch(w)}
    chosen = short | (small & set(forms(names | set(known_names()))))
    lines = wrap(" ".join(sorted(chosen)), width=100)
    TABLE.write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
