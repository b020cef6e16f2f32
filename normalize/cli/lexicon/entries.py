"""`normalize lexicon edit`, `rename` and `remove`: changes to whole entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from normalize.cli.lexicon.change import complete_id, edit_options

if TYPE_CHECKING:
    from normalize.audit.edited import Lexicon
    from normalize.cli.lexicon.change import Change
    from normalize.lexicon.edit.change import Splice
    from normalize.lexicon.edit.layout import Mapping

_Step = tuple[tuple[str, ...], str | bool | None]


@click.command("edit", short_help="Change fields of an entry, or all of it by hand.")
@click.argument("id", shell_complete=complete_id)
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="FIELD=TEXT",
    help="As `names.sr=Halab`; again for more.",
)
@click.option(
    "--unset", multiple=True, metavar="FIELD", help="As `short.en` or `never`; again for more."
)
@edit_options
def edit_command(
    id: str,
    settings: tuple[str, ...],
    unset: tuple[str, ...],
    dry_run: bool,
    lexicons: tuple[str, ...],
) -> int:
    """Change the entry ID: what --set and --unset say, or else in your editor program.

    normalize lexicon edit aleppo --set names.sr=Alep --set gender=m
    """
    from normalize.cli.lexicon.by_hand import edit_by_hand
    from normalize.cli.lexicon.change import lexicons_chosen, make_change
    from normalize.cli.lexicon.fields import read_setting, read_trail

    paths = lexicons_chosen(lexicons)
    if not settings and not unset:
        edit_by_hand(paths, id, dry_run=dry_run)
        return 0
    steps: list[_Step] = [read_setting(each) for each in settings]
    steps += [(read_trail(each), None) for each in unset]
    make_change(paths, lambda lexicon: _changed(lexicon, id, steps), dry_run=dry_run)
    return 0


@click.command("rename", short_help="Give an entry another id.")
@click.argument("id", shell_complete=complete_id)
@click.argument("new")
@edit_options
def rename_command(id: str, new: str, dry_run: bool, lexicons: tuple[str, ...]) -> int:
    """Give the entry ID another id; it moves to where that belongs by the alphabet.

    Desks refer to an entry by its id: rename only what was added lately.
    """
    from normalize.cli.lexicon.change import Change, lexicons_chosen, make_change
    from normalize.cli.lexicon.targets import files_of, read_entry_of
    from normalize.lexicon.edit.place import EditError, rename_entry

    def plan(lexicon: Lexicon) -> Change:
        files = files_of(lexicon, id)
        if len(files) > 1:
            told = ", ".join(map(str, files))
            raise EditError(f"{id} is stated in {told}; rename it in each with --lexicon")
        document, _ = read_entry_of(files[0], id)
        return Change(document, rename_entry(document.text, id, new), (id, new))

    make_change(lexicons_chosen(lexicons), plan, dry_run=dry_run)
    return 0


@click.command("remove", short_help="Take an entry out.")
@click.argument("id", shell_complete=complete_id)
@edit_options
def remove_command(id: str, dry_run: bool, lexicons: tuple[str, ...]) -> int:
    """Take the entry ID out, with the comments right above it; of several files, the last one's."""
    from normalize.cli.lexicon.change import Change, lexicons_chosen, make_change
    from normalize.cli.lexicon.targets import files_of, read_entry_of
    from normalize.lexicon.edit.place import remove_entry

    def plan(lexicon: Lexicon) -> Change:
        document, _ = read_entry_of(files_of(lexicon, id)[-1], id)
        return Change(document, remove_entry(document.text, id), (id, None))

    make_change(lexicons_chosen(lexicons), plan, dry_run=dry_run)
    return 0


def _changed(lexicon: Lexicon, id: str, steps: Sequence[_Step]) -> Change:
    """Return the change of one step after the other, so that two keys of a new field meet."""
    from normalize.cli.lexicon.change import Change
    from normalize.cli.lexicon.targets import files_of, read_entry_of
    from normalize.lexicon.edit.change import splice

    document, entry = read_entry_of(files_of(lexicon, id)[-1], id)
    text = document.text
    for trail, value in steps:
        text = splice(text, _step(text, entry, trail, value))
        entry = _again(text, id)
    return Change(document, text, (id, id))


def _again(text: str, id: str) -> Mapping:
    from normalize.lexicon.edit.layout import read_entry, read_layout

    start = next(slot.start for slot in read_layout(text).slots if slot.id == id)
    return read_entry(text, start)


def _step(
    text: str, entry: Mapping, trail: tuple[str, ...], value: str | bool | None
) -> Iterator[Splice]:
    from normalize.lexicon.edit.change import set_value, unset
    from normalize.lexicon.edit.layout import Mapping
    from normalize.lexicon.edit.place import EditError

    if value is not None:
        yield set_value(text, entry, trail, value)
        return
    within = entry.find(trail[0]) if len(trail) == 2 else entry
    if not isinstance(within, Mapping) or within.find(trail[-1]) is None:
        raise EditError(f"there is no {'.'.join(trail)!r} to unset")
    yield unset(text, entry, trail)
