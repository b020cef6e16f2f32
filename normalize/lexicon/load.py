"""From lexicon files to entries, or to every mistake that is in them."""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from yaml.events import ScalarEvent

from normalize.errors import LexiconError, Problem
from normalize.lexicon.codes import Code
from normalize.lexicon.drafts import (
    Draft,
    find_contradictions,
    find_misspellings,
    make_entry,
    merge,
)
from normalize.lexicon.nodes import (
    LINE_BREAK,
    Complaint,
    MappingNode,
    UnreadableError,
    place,
    place_within,
)
from normalize.lexicon.places import add_frames, follow, frame, locate, place_flaws, read_regular
from normalize.lexicon.read import read_entries
from normalize.model import Entry, Source

__all__ = ["check_readable", "frame", "is_lexicon", "load_drafts", "load_entries", "locate"]

_ENDINGS = (".yaml", ".yml")
_LEFT_OUT = "rejected.yaml"


def load_entries(layers: Sequence[Path]) -> tuple[Entry, ...]:
    """Return the entries of lexicon files and folders, sorted by id.

    A later layer overrides an earlier one entry by entry and field by field. Of a folder all
    YAML files below it are read, but not `rejected.yaml` and nothing hidden.
    Raises `LexiconError` with all problems of all files, in file order.
    """
    return tuple(map(make_entry, load_drafts(layers)))


def load_drafts(layers: Sequence[Path]) -> tuple[Draft, ...]:
    """Return the same entries as drafts without mistakes, which know all of their places."""
    problems: list[Problem] = []
    merged: dict[str, Draft] = {}
    doubtful: set[str] = set()
    for layer in layers:
        incomplete = bool(problems)
        for draft in _read_layer(layer, problems):
            earlier = merged.get(draft.id)
            merged[draft.id] = merge(earlier, draft) if earlier else draft
            if incomplete and not earlier:  # what it lacks may stand where nothing could be read
                doubtful.add(draft.id)
    flaws = [
        (draft, trail, flaw)
        for draft in merged.values()
        if draft.id not in doubtful
        for trail, flaw in find_contradictions(draft)
    ]
    problems += place_flaws(flaws)
    if problems:
        raise LexiconError(add_frames(problems))
    return tuple(sorted(merged.values(), key=lambda draft: draft.id))


def check_readable(path: Path) -> None:
    """Raise `LexiconError` where a file by itself is not what a lexicon can be made of.

    What it lacks may stand in another file, whose entries it changes.
    """
    problems: list[Problem] = []
    _read_file(path, problems)
    if problems:
        raise LexiconError(add_frames(problems))


def _read_layer(layer: Path, problems: list[Problem]) -> list[Draft]:
    """Return the drafts of a file or folder, of each id the first."""
    drafts: dict[str, Draft] = {}
    for path in _list_files(layer, problems):
        for draft in _read_file(path, problems):
            if first := drafts.get(draft.id):
                message = f"id {draft.id!r} is used twice"
                hint = f"first at {first.sources[0]}"
                at, code = draft.sources[-1], Code.ID_TWICE
                problems.append(Problem(at, message, hint, entry=draft.id, code=code))
            else:
                drafts[draft.id] = draft
    return list(drafts.values())


def _list_files(layer: Path, problems: list[Problem]) -> list[Path]:
    """Return the files of a layer in the order of their paths; a file is a layer of its own."""
    if not os.path.isdir(layer):
        return [layer]
    if layer.name.endswith(_ENDINGS):
        problems.append(_about(layer, "this is a folder, not a file"))
        return []
    found: list[Path] = []
    unread = len(problems)
    for parent, folders, files in os.walk(layer, onerror=lambda e: problems.append(_failed(e))):
        for name in [name for name in folders if name.endswith(_ENDINGS)]:
            problems.append(_about(Path(parent, name), "this is a folder, not a file"))
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(parent, name) for name in files if is_lexicon(name)]
    if not found and len(problems) == unread:
        problems.append(
            _about(layer, "there is no lexicon in this folder", "its files end in .yaml")
        )
    return sorted(found)


def is_lexicon(name: str) -> bool:
    """Tell by its name whether a file of a folder is part of the lexicon."""
    return name.endswith(_ENDINGS) and name != _LEFT_OUT and not name.startswith(".")


def _read_file(path: Path, problems: list[Problem]) -> list[Draft]:
    """Return the drafts of a file as far as it can be read, adding what is wrong with it."""
    text = _read_text(path, problems)
    if text is None:
        return []
    drafts: list[Draft] = []
    complaints: list[Complaint] = []
    try:
        for node, fields in read_entries(text, complaints):
            at = Source(path, *place(node))
            draft = Draft(fields.get("id") or str(at), fields, (at,))
            complaints += _misspellings(draft, node)
            drafts.append(draft)
    except UnreadableError as error:
        complaints.append(replace(error.complaint, code=Code.BROKEN_YAML))
        del drafts[-1:]  # it may go on where nothing could be read
    problems += [
        Problem(Source(path, c.line, c.column), c.message, c.hint, entry=c.entry, code=c.code)
        for c in complaints
    ]
    return drafts


def _misspellings(draft: Draft, node: MappingNode) -> Iterator[Complaint]:
    for trail, flaw in find_misspellings(draft):
        found = follow(node, trail)
        at = place_within(found, flaw.offset) if isinstance(found, ScalarEvent) else place(node)
        yield Complaint(*at, flaw.message, flaw.hint, draft.fields.get("id"), flaw.code)


def _read_text(path: Path, problems: list[Problem]) -> str | None:
    """Return the text of a file without its byte order mark."""
    try:
        raw = read_regular(path)
    except (OSError, ValueError) as error:
        problems.append(_failed(error, path))
        return None
    raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        problems.append(_not_utf8(path, raw, error.start))
        return None


def _not_utf8(path: Path, raw: bytes, offset: int) -> Problem:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _about(path, "this file is in UTF-16", "save it as UTF-8")
    lines = LINE_BREAK.split(raw[:offset].decode("utf-8"))
    at = Source(path, len(lines), len(lines[-1]) + 1)
    message = f"byte 0x{raw[offset]:02X} is not UTF-8"
    return Problem(at, message, "save the file as UTF-8", code=Code.UNREADABLE)


def _failed(error: OSError | ValueError, path: Path | None = None) -> Problem:
    """Return the problem of a file or folder that the system did not let us read."""
    said = getattr(error, "strerror", None) or str(error)
    where = path or Path(getattr(error, "filename", None) or ".")
    return _about(where, f"this can't be read: {said[0].lower()}{said[1:]}")


def _about(path: Path, message: str, hint: str = "") -> Problem:
    return Problem(Source(path, 1, 1), message, hint, code=Code.UNREADABLE)
