"""Which file and which characters of it a command about an entry is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from normalize.cli.lexicon.change import Change

if TYPE_CHECKING:
    from normalize.audit.edited import Lexicon
    from normalize.documents.plain import Document
    from normalize.lexicon.edit.change import Splice
    from normalize.lexicon.edit.layout import Mapping

Edit = Callable[[str, "Mapping"], Iterable["Splice"]]


def change_entry(lexicon: Lexicon, id: str, field: str, edit: Edit) -> Change:
    """Return the change that an edit makes to an entry.

    Of the files that state it, the one is changed that says last what the field is, since a
    list in a later file takes the place of the one before; or else the last that states it.
    Raises `EditError` where there is no such entry.
    """
    from normalize.lexicon.edit.change import splice

    stated = [read_entry_of(path, id) for path in files_of(lexicon, id)]
    having = [each for each in stated if each[1].find(field) is not None]
    document, entry = (having or stated)[-1]
    text = splice(document.text, edit(document.text, entry))
    return Change(document, text, (id, id))


def files_of(lexicon: Lexicon, id: str) -> Sequence[Path]:
    """Return the files that state an entry, in the order of their layers."""
    return [source.path for source in lexicon.draft(id).sources]


def read_entry_of(path: Path, id: str) -> tuple[Document, Mapping]:
    """Return a lexicon file and the place of an entry in it."""
    from normalize.documents.files import read_document
    from normalize.lexicon.edit.layout import read_entry, read_layout
    from normalize.lexicon.edit.place import EditError

    document = read_document(path, "utf-8", in_place=True)
    slots = read_layout(document.text).slots
    start = next((slot.start for slot in slots if slot.id == id), None)
    if start is None:
        raise EditError(f"{path} was changed meanwhile; nothing is written")
    return document, read_entry(document.text, start)
