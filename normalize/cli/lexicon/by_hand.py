"""An entry changed in the editor program of whoever types the command."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from normalize.cli.lexicon.change import Change, make_change
from normalize.cli.lexicon.targets import files_of, read_entry_of

if TYPE_CHECKING:
    from normalize.audit.edited import Lexicon
    from normalize.documents.plain import Document


def edit_by_hand(paths: Sequence[Path], id: str, *, dry_run: bool) -> None:
    """Open an entry's lines in an editor program and write what was made of them.

    What is refused can be mended on a terminal, so that nothing typed is lost.
    Raises `EditError` where the entry was changed by others meanwhile.
    """
    from normalize.audit.edited import load_lexicon
    from normalize.cli.console import say, say_error
    from normalize.lexicon.edit.place import EditError

    lexicon = load_lexicon(paths)
    document, first, end = _lines(lexicon, id)
    shown = document.text[first:end]
    typed = _plain(shown)
    while True:
        answer = click.edit(typed, extension=".yaml")
        if answer is None or answer.rstrip() == _plain(shown).rstrip():
            say("nothing to change")
            return
        typed = answer
        try:
            make_change(paths, _plan(id, shown, typed), dry_run=dry_run)
            return
        except EditError as error:
            if not sys.stdin.isatty():
                raise
            say_error(str(error))
            click.confirm("Edit it again?", default=True, abort=True, err=True)


def _plan(id: str, shown: str, typed: str) -> Callable[[Lexicon], Change]:
    """Return the plan of what is typed in the place of the lines that were shown."""

    def plan(lexicon: Lexicon) -> Change:
        from normalize.lexicon.edit.layout import newline_of
        from normalize.lexicon.edit.place import EditError

        document, first, end = _lines(lexicon, id)
        if document.text[first:end] != shown:
            raise EditError(f"{id} was changed by others meanwhile; nothing is written")
        lines = typed.rstrip().replace("\n", newline_of(document.text))
        return Change(document, document.text[:first] + lines + document.text[end:], (id, id))

    return plan


def _lines(lexicon: Lexicon, id: str) -> tuple[Document, int, int]:
    """Return the last file that states an entry, and where its lines are."""
    from normalize.lexicon.edit.place import entry_lines

    document, entry = read_entry_of(files_of(lexicon, id)[-1], id)
    return (document, *entry_lines(document.text, entry.start))


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
