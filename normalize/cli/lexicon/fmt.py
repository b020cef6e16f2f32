"""`normalize lexicon fmt`: lexicon files put in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from normalize.cli.work import Work
    from normalize.documents.files import Found
    from normalize.errors import DocumentError


@click.command("fmt")
@click.argument(
    "paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH..."
)
@click.option("--check", is_flag=True, help="Write nothing; exit 1 where a file is not in order.")
def fmt_command(paths: tuple[Path, ...], check: bool) -> int:
    """Sort entries by id and indent them alike; keep comments and everything else.

    A file is replaced whole or not at all, and left alone where it is in order.
    """
    from normalize.cli.work import work_through

    said = "not in order" if check else "put in order"
    tally = work_through(list(_lexicons(paths)), lambda path: _work_on(path, check), said)
    return 2 if tally["failed"] else 1 if check and tally["changed"] else 0


def _lexicons(paths: Sequence[Path]) -> Iterator[Found | DocumentError]:
    """Yield the files that are named and the lexicons below the folders that are."""
    from normalize.documents.files import Found, find_files
    from normalize.lexicon.load import is_lexicon

    for found in find_files(paths):
        if not isinstance(found, Found) or found.named or is_lexicon(found.path.name):
            yield found


def _work_on(path: Path, check: bool) -> Work:
    from normalize.cli.console import write
    from normalize.cli.work import Work
    from normalize.documents.files import read_document, write_document
    from normalize.lexicon.format import format_lexicon
    from normalize.lexicon.load import check_readable

    document = read_document(path, "utf-8", in_place=True)
    check_readable(path)
    text = format_lexicon(document.text)
    changes = text != document.text

    def finish() -> None:
        if changes and not check:
            write_document(document, text)
        if changes:
            write(f"{path}\n")

    return Work(changes, finish)
