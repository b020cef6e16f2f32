"""`normalize lexicon export` and `import`: entries for other programs, and from them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from normalize.lexicon.exchange.formats import Imported
    from normalize.lexicon.exchange.sorting import Sorted
    from normalize.model import Entry

# Repeated from `lexicon.exchange.formats` and `lexicon.schema` so that `--help` reads neither;
# a test compares them.
_READ = ("csv", "tsv", "tbx", "skos", "synonyms", "spacy", "ftm", "wikidata")
_WRITTEN = _READ[:-1]
_TYPES = ("person", "organisation", "place", "people", "event", "title", "term")


@click.command("export")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--format", "form", type=click.Choice(_WRITTEN), required=True, help="What to write.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write this file, whole or not at all, rather than to standard output.",
)
def export_command(paths: tuple[str, ...], form: str, output: Path | None) -> int:
    """Write entries for other programs, and say what their format can't hold.

    csv and tsv hold everything and are for spreadsheets; tbx is TBX-Basic (ISO 30042) for
    translators' tools, skos Turtle for thesauri, synonyms for Solr and Elasticsearch, spacy
    patterns for its EntityRuler, ftm FollowTheMoney entities as OpenSanctions has them.
    """
    from normalize.cli.choices import lexicon_paths
    from normalize.cli.console import say, write
    from normalize.documents.files import put_file
    from normalize.lexicon.exchange.formats import FORMATS, describe_losses
    from normalize.lexicon.load import load_entries

    entries = load_entries(lexicon_paths(paths))
    writer = FORMATS[form].write
    assert writer is not None, "only what can be written is a choice"
    if output:
        put_file(output, writer(entries))
    else:
        for piece in writer(entries):
            write(piece)
    say(_count(entries) + " exported")
    if lost := describe_losses(entries, form):
        say(f"{form} can't hold: {', '.join(lost)}")
    return 0


@click.command("import")
@click.argument("file", metavar="FILE")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--format", "form", type=click.Choice(_READ), required=True, help="What FILE is.")
@click.option(
    "--type",
    "kind",
    type=click.Choice(_TYPES),
    help="The type of entries for which FILE says none.",
)
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The lexicon file that --apply writes; it must not be there yet.",
)
@click.option("--apply", is_flag=True, help="Write the new entries.")
def import_command(file: str, paths: tuple[str, ...], **given: Any) -> int:
    """Show which entries of FILE are new, equal to those in PATH, or in conflict with them.

    Nothing is written without --apply, and then only what is new, into a file of its own.
    What is in conflict stays listed, and the exit code is 1.
    """
    from normalize.cli.choices import lexicon_paths
    from normalize.documents.files import create_file
    from normalize.lexicon.exchange.fields import write_lexicon
    from normalize.lexicon.exchange.sorting import sort_out
    from normalize.lexicon.load import load_entries

    into: Path | None = given["into"]
    if given["apply"] and not into:
        raise click.UsageError("--apply needs --into FILE, the lexicon file to write")
    imported = _read(file, given["form"])
    found = sort_out(imported.entries, load_entries(lexicon_paths(paths)), given["kind"] or "")
    _refuse_untyped(found)
    if given["apply"] and into and found.new:
        create_file(into, write_lexicon(sorted(found.new, key=lambda entry: entry.id)))
    _show(imported, found, into if given["apply"] else None)
    return 1 if found.conflicts else 0


def _read(file: str, form: str) -> Imported:
    """Return what a file holds, or standard input; raises `DocumentError` and `LexiconError`."""
    from normalize.errors import DocumentError
    from normalize.lexicon.exchange.formats import import_entries

    try:
        with nullcontext(sys.stdin.buffer) if file == "-" else open(file, "rb") as opened:
            return import_entries(opened, Path(file), form)
    except OSError as error:
        said = (error.strerror or "").lower()
        raise DocumentError(f"{file} can't be read: {said}") from None


def _refuse_untyped(found: Sorted) -> None:
    """Raise `OptionError` where nobody said what an entry is."""
    from normalize.errors import OptionError

    untyped = [entry for entry in found.new if not entry.type]
    if untyped:
        raise OptionError(
            f"{untyped[0].at}: the file does not say what type of thing {untyped[0].id} is, nor "
            f"that of {len(untyped) - 1:,} others; give --type {'|'.join(_TYPES)}"
        )


def _show(imported: Imported, found: Sorted, written: Path | None) -> None:
    from normalize.cli.console import say, write

    for problem in imported.left_out:
        say(f"left out: {problem}")
    for entry in found.new:
        write(f"new       {entry.id}  {entry.type}  {entry.names['en']}\n")
    for entry in found.equal:
        write(f"equal     {entry.id}\n")
    for conflict in found.conflicts:
        write(f"conflict  {conflict.entry.id}  {conflict.entry.at}\n")
        write("".join(f"    {reason}\n" for reason in conflict.reasons))
    say(
        f"{len(found.new):,} new, {len(found.equal):,} equal, "
        f"{len(found.conflicts):,} in conflict, {len(imported.left_out):,} left out"
    )
    if written and found.new:
        say(f"{_count(found.new)} written to {written}")
    elif found.new:
        say("nothing is written without --apply and --into FILE")


def _count(entries: Sequence[Entry]) -> str:
    """Return how many entries there are, in words."""
    return "1 entry" if len(entries) == 1 else f"{len(entries):,} entries"
