"""`normalize lexicon variant` and `never`: other spellings of an entry, and what is none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from normalize.cli.lexicon.change import complete_id, edit_options
from normalize.lexicon.schema import LANGUAGES

if TYPE_CHECKING:
    from normalize.lexicon.edit.change import Splice
    from normalize.lexicon.edit.layout import Mapping
    from normalize.lexicon.edit.written import Value


@click.command("variant", short_help="Add, mend or remove a spelling of an entry.")
@click.argument("id", shell_complete=complete_id)
@click.argument("text")
@click.option(
    "--lang", type=click.Choice(tuple(LANGUAGES)), help="The only language where it counts."
)
@click.option("--acronym", is_flag=True, help="It is a spelling of the acronym.")
@click.option("--suggest", metavar="REASON", help="Only propose to change it, for this reason.")
@click.option("--instead-of", metavar="OLD", help="The variant whose place it takes.")
@click.option("--remove", is_flag=True, help="Take this variant out.")
@edit_options
def variant_command(id: str, text: str, **given: Any) -> int:
    """Add TEXT as another spelling of the entry ID, or mend or remove one.

    normalize lexicon variant abbas-araghchi "Abbas Arakchi"

    normalize lexicon variant aleppo Alepo --instead-of Alleppo
    """
    details = {
        key: value
        for key, value in (
            ("lang", given["lang"]),
            ("acronym", given["acronym"]),
            ("fix", "suggest" if given["suggest"] else None),
            ("reason", given["suggest"]),
        )
        if value
    }
    if given["remove"] and (details or given["instead_of"]):
        raise click.UsageError("--remove goes with --lexicon and --dry-run only")
    item: Value = {"text": text, **details} if details else text
    return _change_list(id, "variants", item, text, given)


@click.command("never", short_help="Say what looks like an entry and is not it.")
@click.argument("id", shell_complete=complete_id)
@click.argument("text")
@click.option("--instead-of", metavar="OLD", help="The text whose place it takes.")
@click.option("--remove", is_flag=True, help="Take this text out.")
@edit_options
def never_command(id: str, text: str, **given: Any) -> int:
    """Say that TEXT looks like the entry ID and is not it.

    normalize lexicon never abbas-araghchi Arak
    """
    if given["remove"] and given["instead_of"]:
        raise click.UsageError("--remove and --instead-of contradict each other")
    return _change_list(id, "never", text, text, given)


def _change_list(id: str, field: str, item: Value, text: str, given: dict[str, Any]) -> int:
    from normalize.cli.lexicon.change import lexicons_chosen, make_change
    from normalize.cli.lexicon.targets import change_entry
    from normalize.lexicon.edit.change import add_item, drop_item, replace_item

    def edit(source: str, entry: Mapping) -> Iterator[Splice]:
        if given["remove"]:
            yield drop_item(source, entry, field, _index(entry, id, field, text))
        elif given["instead_of"]:
            at = _index(entry, id, field, given["instead_of"])
            yield replace_item(entry, field, at, _kept(entry, field, at, item))
        else:
            yield add_item(source, entry, field, item)

    paths = lexicons_chosen(given["lexicons"])
    make_change(
        paths, lambda lexicon: change_entry(lexicon, id, field, edit), dry_run=given["dry_run"]
    )
    return 0


def _index(entry: Mapping, id: str, field: str, text: str) -> int:
    """Return which item of a list has a text; raises `EditError` with the nearest one."""
    from normalize.errors import nearest
    from normalize.lexicon.edit.place import EditError

    texts = _texts(entry, field)
    if text in texts:
        return texts.index(text)
    hint = nearest(text, texts)
    meant = f"did you mean {hint!r}?" if hint else f"there are {', '.join(texts) or 'none'}"
    raise EditError(f"{id} has no {text!r} under {field!r}; {meant}")


def _texts(entry: Mapping, field: str) -> list[str]:
    from normalize.lexicon.edit.layout import Items, Mapping, Scalar

    node = entry.find(field)
    texts: list[str] = []
    for item in node.items if isinstance(node, Items) else ():
        named = item.find("text") if isinstance(item, Mapping) else item
        texts.append(named.value if isinstance(named, Scalar) else "")
    return texts


def _kept(entry: Mapping, field: str, at: int, item: Value) -> Value:
    """Return an item that is given as a text only with what the old one said beside its text."""
    from normalize.lexicon.edit.layout import Items, Mapping, Scalar

    node = entry.find(field)
    old = node.items[at] if isinstance(node, Items) else None
    if not isinstance(item, str) or not isinstance(old, Mapping):
        return item
    said = {key.value: value.value for key, value in old.pairs if isinstance(value, Scalar)}
    return {
        key: item if key == "text" else value == "true" if key == "acronym" else value
        for key, value in said.items()
    }
