"""Edits as values: laying them over a text, taking them back, and checking them first."""

from __future__ import annotations

from collections.abc import Iterable

from normalize.model import Edit


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with every edit made; the edits are in text order and do not overlap.

    Raises ValueError for edits that do not fit the text, before anything is made of it.
    """
    pieces: list[str] = []
    done = 0
    for edit in edits:
        if edit.start < done or text[edit.start : edit.end] != edit.before:
            raise ValueError(f"edit at {edit.start} does not fit the text: {edit.before!r}")
        pieces += (text[done : edit.start], edit.after)
        done = edit.end
    pieces.append(text[done:])
    return "".join(pieces)


def undo_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return the original of a text that `apply_edits` made with the same edits.

    Raises ValueError where the text is not the one that the edits led to.
    """
    pieces: list[str] = []
    done = 0
    moved = 0
    for edit in edits:
        start = edit.start + moved
        end = start + len(edit.after)
        if start < done or text[start:end] != edit.after:
            raise ValueError(f"edit at {edit.start} was not made in this text: {edit.after!r}")
        pieces += (text[done:start], edit.before)
        done = end
        moved += len(edit.after) - len(edit.before)
    pieces.append(text[done:])
    return "".join(pieces)
