"""Whether a changed lexicon file may be written: it must load, and break no rule that it kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from yaml import YAMLError

from normalize.audit.lint import judge_entry
from normalize.errors import LexiconError, nearest
from normalize.lexicon.claims import check_claims
from normalize.lexicon.codes import Code, rules
from normalize.lexicon.drafts import (
    Draft,
    find_contradictions,
    find_misspellings,
    make_entry,
    merge,
)
from normalize.lexicon.edit.layout import line_start, read_entry, read_layout
from normalize.lexicon.edit.place import EditError
from normalize.lexicon.load import load_drafts
from normalize.lexicon.nodes import Complaint, UnreadableError
from normalize.lexicon.read import read_entries
from normalize.lexicon.spelling import Flaw
from normalize.model import Entry, Source


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A lexicon as it was loaded, by id; all its layers merged."""

    drafts: Mapping[str, Draft]
    entries: Mapping[str, Entry]

    def draft(self, id: str) -> Draft:
        """Return an entry's draft; raises `EditError` with the nearest id where there is none."""
        if id in self.drafts:
            return self.drafts[id]
        hint = nearest(id, self.drafts)
        meant = f"did you mean {hint!r}?" if hint else "'normalize resolve NAME' finds ids"
        raise EditError(f"there is no entry {id!r}; {meant}")


class Judged(NamedTuple):
    """An entry as an edit leaves it, none where it is removed, and what lint would warn of."""

    entry: Entry | None
    warnings: tuple[Flaw, ...]


def load_lexicon(layers: Sequence[Path]) -> Lexicon:
    """Return the lexicon of files and folders; raises `LexiconError` where it does not load."""
    drafts = {draft.id: draft for draft in load_drafts(layers)}
    return Lexicon(drafts, {id: make_entry(draft) for id, draft in drafts.items()})


def judge_edit(
    lexicon: Lexicon, path: Path, before: str, after: str, ids: tuple[str | None, str | None]
) -> Judged:
    """Return what a file's new text makes of the entry that was edited.

    `ids` are those of the entry before and after, None where there is none.
    Raises `EditError` where the text is no lexicon, says something else of other entries, or
    breaks a rule that it did not break before.
    """
    old_id, new_id = ids
    if new_id is not None and new_id != old_id and new_id in lexicon.drafts:
        at = lexicon.drafts[new_id].sources[-1]
        raise EditError(f"there is an entry {new_id!r} already, at {at}")
    _refuse_other_entries(before, after, ids)
    if new_id is None:
        return Judged(None, ())
    draft = _read_draft(path, after, new_id)
    old = lexicon.drafts.get(old_id or "")
    if old and len(old.sources) > 1:
        draft = merge(old, draft)
    _refuse([flaw for _, flaw in find_contradictions(draft)])
    entry = make_entry(draft)
    others = (each for id, each in lexicon.entries.items() if id not in ids)
    _refuse_claims([*others, entry])
    known = set(_said(lexicon.entries.get(old_id or "")))
    new = [flaw for _, flaw in judge_entry(entry) if (flaw.code, flaw.message) not in known]
    _refuse([flaw for flaw in new if rules()[Code(flaw.code)].severity == "error"])
    return Judged(entry, tuple(new))


def describe(flaw: Flaw | Complaint) -> str:
    """Return a flaw in one line, with its code and what would fit."""
    hint = f" ({flaw.hint})" if flaw.hint else ""
    return f"{flaw.code} {flaw.message}{hint}"


def _refuse_other_entries(before: str, after: str, ids: tuple[str | None, str | None]) -> None:
    """Refuse a text in which other entries than the edited one begin or read differently."""
    try:
        old, new = read_layout(before), read_layout(after)
        old_ids, new_ids = (
            [slot.id for slot in layout.slots if slot.id not in ids] for layout in (old, new)
        )
        unchanged = old_ids == new_ids and len(new.slots) == len(new_ids) + (ids[1] is not None)
    except (YAMLError, AssertionError) as error:
        raise EditError(f"this would not be YAML any more: {error}") from None
    if not unchanged:
        raise EditError("this would change other entries of the file, too; edit it by hand")


def _read_draft(path: Path, text: str, id: str) -> Draft:
    """Return the draft of one entry of a text, alone."""
    layout = read_layout(text)
    start = next(slot.start for slot in layout.slots if slot.id == id)
    entry = read_entry(text, start)
    first = line_start(text, start)
    # Indented as it stands, since its later lines are.
    alone = f"{' ' * max(start - first - 2, 0)}- {text[start : entry.end]}"
    complaints: list[Complaint] = []
    try:
        ((_, fields),) = read_entries(f"version: 1\nentries:\n{alone}\n", complaints)
    except (UnreadableError, ValueError) as error:
        raise EditError(f"this would not be an entry any more: {error}") from None
    at = Source(path, text.count("\n", 0, start) + 1, start - first + 1)
    draft = Draft(id, fields, (at,))
    _refuse([*complaints, *(flaw for _, flaw in find_misspellings(draft))])
    return draft


def _refuse(found: Sequence[Flaw | Complaint]) -> None:
    if found:
        raise EditError(
            "nothing is written, for this would be wrong:\n  " + "\n  ".join(map(describe, found))
        )


def _refuse_claims(entries: Sequence[Entry]) -> None:
    try:
        check_claims(entries)
    except LexiconError as error:
        # Its places are those of a file that is not written.
        _refuse([Complaint(0, 0, p.message, p.hint, p.entry, p.code) for p in error.problems])


def _said(entry: Entry | None) -> Iterator[tuple[str, str]]:
    if entry:
        for _, flaw in judge_entry(entry):
            yield flaw.code, flaw.message
