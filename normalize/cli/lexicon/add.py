"""`normalize lexicon add`: a new entry, asked for on a terminal or given by options."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from normalize.cli.lexicon.change import edit_options
from normalize.lexicon.schema import ENTRY, OneOf

if TYPE_CHECKING:
    from normalize.audit.edited import Lexicon
    from normalize.cli.lexicon.change import Change
    from normalize.lexicon.edit.written import Value

Fields = dict[str, Any]
_ID = re.compile(r"id:\s*(\S+)")


def _choices(field: str) -> click.Choice[str]:
    kind = ENTRY.fields[field].kind
    assert isinstance(kind, OneOf)
    return click.Choice(kind.values)


@click.command("add", short_help="Add an entry.")
@click.argument("name", required=False)
@click.option("--type", "type_", type=_choices("type"), help="What sort of thing it is.")
@click.option("--file", metavar="FILE", help="The lexicon file, such as people/iraq or iraq.")
@click.option("--id", metavar="ID", help="The entry's id. [made from NAME]")
@click.option("--sr", metavar="TEXT", help="The Serbian name in Latin letters.")
@click.option("--ar", metavar="TEXT", help="The Arabic name.")
@click.option("--short", metavar="TEXT", help="What later mentions use, in English.")
@click.option("--acronym", metavar="TEXT", help="The English acronym.")
@click.option("--gender", type=_choices("gender"), help="The gender of the Serbian name.")
@click.option(
    "--variant", "variants", multiple=True, metavar="TEXT", help="Another spelling; again."
)
@click.option("--context", multiple=True, metavar="WORD", help="A word near the acronym; again.")
@click.option("--never", multiple=True, metavar="TEXT", help="What is not it; again.")
@click.option(
    "--test", "tests", nargs=2, multiple=True, metavar="BEFORE AFTER", help="A test; again."
)
@click.option("--set", "settings", multiple=True, metavar="FIELD=TEXT", help="Any other field.")
@click.option(
    "--unlike", multiple=True, metavar="ID", help="An entry that it is not, however alike; again."
)
@click.option(
    "--propose",
    type=click.Choice(("sure", "all")),
    help="Fill what is missing by rule, with or without guesses.",
)
@click.option("-y", "--yes", is_flag=True, help="Ask nothing, even on a terminal.")
@edit_options
def add_command(name: str | None, dry_run: bool, lexicons: tuple[str, ...], **given: Any) -> int:
    """Add an entry for the thing that English calls NAME, in its place in a lexicon file.

    On a terminal, what is not given is asked for, with what the rules propose.

    normalize lexicon add "Barham Salih" --type person --file iraq --propose sure
    """
    from normalize.audit.edited import load_lexicon
    from normalize.cli.lexicon.change import lexicons_chosen, make_change
    from normalize.cli.lexicon.interview import ask_for_entry, write_when_agreed
    from normalize.lexicon.edit.written import write_entry

    paths = lexicons_chosen(lexicons)
    asked = sys.stdin.isatty() and not given["yes"]
    fields = _given_fields(name, given)
    file: str | None = given["file"]
    if asked:
        fields, file = ask_for_entry(load_lexicon(paths), paths, fields, file)
    else:
        for needed in ("names", "type"):
            if needed not in fields:
                raise click.UsageError(f"{'NAME' if needed == 'names' else '--type'} is needed")
    path = _file(paths, file)

    def written(lexicon: Lexicon) -> list[str]:
        _refuse_known(fields["names"]["en"], lexicon, given["unlike"])
        return write_entry(_proposed(fields, lexicon, given["propose"]))

    if asked:
        write_when_agreed(
            write_entry(fields),
            path,
            lambda lines: make_change(paths, _plan(path, lambda _: lines), dry_run=dry_run),
        )
    else:
        make_change(paths, _plan(path, written), dry_run=dry_run)
    return 0


def _refuse_known(name: str, lexicon: Lexicon, unlike: Collection[str]) -> None:
    """Raise `EditError` where a name is probably that of an entry, which nobody said it is not."""
    from normalize.audit.neighbourhood import find_nearest
    from normalize.lexicon.edit.place import EditError

    for found in find_nearest(name, lexicon.entries):
        if found.entry not in unlike:
            raise EditError(
                f"{name!r} is probably {found.entry} ({found.score:.2f}), to which "
                f"'normalize lexicon variant' adds a spelling; if not: --unlike {found.entry}"
            )


def _plan(path: Path, written: Callable[[Lexicon], list[str]]) -> Callable[[Lexicon], Change]:
    """Return the plan of putting an entry's lines into a file."""

    def plan(lexicon: Lexicon) -> Change:
        from normalize.cli.lexicon.change import Change
        from normalize.documents.files import read_document
        from normalize.lexicon.edit.place import EditError, insert_entry

        lines = written(lexicon)
        id = next((found[1] for line in lines if (found := _ID.match(line))), None)
        if id is None:
            raise EditError("this entry has no id; its line begins with 'id: '")
        if id in lexicon.drafts:
            at = lexicon.drafts[id].sources[-1]
            raise EditError(f"there is an entry {id!r} already, at {at}; --id gives another id")
        document = read_document(path, "utf-8", in_place=True)
        return Change(document, insert_entry(document.text, id, lines), (None, id))

    return plan


def _given_fields(name: str | None, given: Mapping[str, Any]) -> Fields:
    """Return the fields that options and the name come to."""
    from normalize.cli.lexicon.fields import read_setting
    from normalize.lexicon.schema import kebab_case

    fields: Fields = {}
    if given["id"] or name:
        fields["id"] = given["id"] or kebab_case(name or "")
    places = (
        (("names", "en"), name),
        (("names", "sr"), given["sr"]),
        (("names", "ar"), given["ar"]),
        (("short", "en"), given["short"]),
        (("acronyms", "en"), given["acronym"]),
        (("type",), given["type_"]),
        (("gender",), given["gender"]),
        *map(read_setting, given["settings"]),
    )
    for trail, value in places:
        if value and len(trail) == 2:
            fields.setdefault(trail[0], {})[trail[1]] = value
        elif value:
            fields[trail[0]] = value
    for field in ("variants", "context", "never"):
        if given[field]:
            fields[field] = list(given[field])
    if given["tests"]:
        fields["tests"] = [list(pair) for pair in given["tests"]]
    return fields


def _proposed(fields: Fields, lexicon: Lexicon, which: str | None) -> dict[str, Value]:
    """Return the fields with what the rules propose beside what is given: all, or what is sure."""
    if which is None:
        return fields
    from normalize.lexicon.edit.propose import (
        propose_arabic,
        propose_gender,
        propose_serbian,
        propose_short,
    )

    names = dict(fields["names"])
    entries = lexicon.entries.values()
    if fields["type"] in ("person", "place") and not fields.get("exonym"):
        for lang, propose in (("sr", propose_serbian), ("ar", propose_arabic)):
            found = propose(names["en"], entries)
            if found.sure or which == "all":
                names.setdefault(lang, found.text)
    made: dict[str, Value] = {**fields, "names": names}
    if fields["type"] == "person":
        made["short"] = propose_short(names) | fields.get("short", {})
        if not made["short"]:
            del made["short"]
        if "sr" in names:
            made.setdefault("gender", propose_gender(names["en"], names["sr"], entries).text)
    return made


def _file(paths: list[Path], name: str | None) -> Path:
    """Return the lexicon file that is meant; raises a usage error where that can't be told."""
    from normalize.cli.lexicon.change import lexicon_files

    files = lexicon_files(paths)
    meant = [path for path in files if name and _is_called(path, name)] if name else files
    if len(meant) == 1:
        return meant[0]
    told = ", ".join(map(str, meant or files))
    if not name:
        raise click.UsageError(f"say which with --file: {told}")
    raise click.UsageError(f"{'several files are' if meant else 'no file is'} {name!r}: {told}")


def _is_called(path: Path, name: str) -> bool:
    """Tell whether a file's path ends as a name says, with or without its suffix."""
    wanted = Path(name).parts
    return wanted in (
        path.parts[-len(wanted) :],
        path.with_suffix("").parts[-len(wanted) :],
    )
