r"""Entries as a synonym file of Solr and Elasticsearch: all spellings of one thing on a line.

A search for one spelling then finds all, in any script. The format is Solr's, which Elasticsearch
reads too (`synonyms_path`): commas between terms, `\` before a comma that is part of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from normalize.lexicon.exchange.imported import ImportedFile
from normalize.lexicon.exchange.spellings import (
    clean,
    may_be_english,
    named_only,
    searched_spellings,
)
from normalize.model import Entry

_SPECIAL = re.compile(r"[\\,#]|=>")
_TERM = re.compile(r"(?:[^\\,]|\\.)+", re.DOTALL)
_ARROW = re.compile(r"(?<!\\)=>")


def kept(entry: Entry) -> Entry:
    """Return what a line of synonyms holds: which spellings are one thing, the English first."""
    return named_only(searched_spellings(entry))


def write(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield a line for each entry that has more than one spelling."""
    for entry in entries:
        spellings = searched_spellings(entry)
        if len(spellings) > 1:
            yield ", ".join(_SPECIAL.sub(_escape, text) for text in spellings) + "\n"


def read(source: ImportedFile) -> Iterator[Entry]:
    """Yield an entry for each line; the first term in Latin script is its English name.

    Of a line with `=>`, what stands on the right is the name.
    """
    for number, line in source.lines():
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        at = source.at(number)
        sides = _ARROW.split(text)
        if len(sides) > 2 or not all(side.strip() for side in sides):
            source.refuse(at, "'=>' stands between two lists of terms", "write 'Alepo => Aleppo'")
            continue
        written = [_unescape(term).strip() for side in sides[::-1] for term in _TERM.findall(side)]
        terms = _fitting([term for term in written if term], number, source)
        latin = [term for term in terms if may_be_english(term)]
        if not latin:
            source.leave_out(at, "no term of this line can be an English name")
            continue
        made = named_only([latin[0], *(term for term in terms if term != latin[0])])
        yield Entry(made.id, made.type, made.names, variants=made.variants, at=at)


def _fitting(terms: Iterable[str], line: int, source: ImportedFile) -> list[str]:
    kept_terms = []
    for term in dict.fromkeys(terms):
        fitting = clean(term)
        if fitting is None:
            source.leave_out(source.at(line), f"{term!r} can't be a spelling in a lexicon")
        else:
            kept_terms.append(fitting)
    return kept_terms


def _escape(found: re.Match[str]) -> str:
    return "".join(f"\\{character}" for character in found[0])


def _unescape(term: str) -> str:
    return re.sub(r"\\(.)", r"\1", term, flags=re.DOTALL)
