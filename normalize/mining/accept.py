"""Answered proposals turned into entries of lexicon files and into names not to propose again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from normalize.errors import DocumentError
from normalize.lexicon.claims import check_claims
from normalize.lexicon.format import format_lexicon
from normalize.lexicon.load import load_entries
from normalize.mining.answers import Answer, entry_lines
from normalize.model import Entry

_NEW_FILE = "version: 1\nentries:\n"
_INDENT = re.compile(r"^( *)- ", re.MULTILINE)


def check_answers(answers: Sequence[Answer], entries: Sequence[Entry], path: Path) -> None:
    """Raise the error of the first accepted entry that the lexicon can't take.

    `DocumentError` where its id is taken, `LexiconError` where it is no entry or claims the
    spelling of another.
    """
    known = {entry.id for entry in entries}
    accepted = [answer for answer in answers if answer.decision == "accept"]
    for answer in accepted:
        id = answer.fields.get("id")
        if id in known:
            raise DocumentError(
                f"{path}:{answer.line}: the id {id!r} is in use; give the entry another one, or "
                "reject it and add its spellings to that entry"
            )
        known.add(str(id))
    check_claims([*entries, *_read([answer.fields for answer in accepted])])


def add_entries(text: str, fields: Sequence[Mapping[str, Any]]) -> str:
    r"""Return the text of a lexicon file with entries added, sorted; comments stay.

    >>> print(add_entries("", [{"id": "homs", "type": "place", "names": {"en": "Homs"}}]))
    version: 1
    entries:
      - id: homs
        type: place
        names: {en: Homs}
    <BLANKLINE>
    """
    text = text or _NEW_FILE
    newline = "\r\n" if "\r\n" in text else "\n"
    found = _INDENT.search(text)
    dash = found[1] if found else "  "
    lines = [line for each in fields for line in _item(each, dash)]
    joint = "" if text.endswith("\n") else newline
    return format_lexicon(text + joint + newline.join([*lines, ""]))


def by_file(answers: Sequence[Answer]) -> Mapping[str, list[Answer]]:
    """Return the accepted answers by the file that they go into."""
    files: defaultdict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        if answer.decision == "accept":
            files[answer.into].append(answer)
    return files


def names_of(answers: Sequence[Answer]) -> Collection[str]:
    """Return all spellings of the proposals that were rejected."""
    return {
        name
        for answer in answers
        if answer.decision == "reject"
        for name in _spellings(answer.fields)
    }


def _spellings(fields: Mapping[str, Any]) -> Iterator[str]:
    names, variants = fields.get("names"), fields.get("variants")
    if isinstance(names, dict):
        yield from map(str, names.values())
    if isinstance(variants, list):
        yield from (v["text"] if isinstance(v, dict) else v for v in variants)


def _item(fields: Mapping[str, Any], dash: str) -> Iterator[str]:
    first, *rest = entry_lines(dict(fields), "")
    yield f"{dash}- {first}"
    yield from (f"{dash}  {line}" for line in rest)


def _read(fields: Sequence[Mapping[str, Any]]) -> Sequence[Entry]:
    """Return the entries that fields make; raises `LexiconError` where they make none."""
    if not fields:
        return ()
    with TemporaryDirectory() as folder:
        path = Path(folder, "accepted.yaml")
        path.write_text(add_entries("", fields), encoding="utf-8")
        return load_entries([path])
