"""`normalize undo`: files back to what they were before a run of rewrite."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from normalize.cli.work import Work
    from normalize.report.record import Record


@click.command("undo")
@click.argument("report", type=click.Path(path_type=Path))
def undo_command(report: Path) -> int:
    """Take back what REPORT, written by `normalize rewrite -i --report`, says was done.

    Run it in the folder in which rewrite was run. A file that has been changed since is
    left alone.
    """
    from normalize.cli.work import undisturbed, work_through
    from normalize.documents.files import Found, read_document
    from normalize.report.record import read_records

    # Not splitlines, which would also cut inside texts, at characters such as U+2028.
    lines = read_document(report).text.rstrip("\n").split("\n")
    records = {Path(record.path): record for record in read_records(str(report), lines)}
    found = [Found(path, named=True) for path in records]
    tally = work_through(found, lambda path: _work_on(path, records[path]), "restored", undisturbed)
    return 2 if tally["failed"] else 0


def _work_on(path: Path, record: Record) -> Work:
    from normalize.cli.work import STDIN, Work
    from normalize.documents.files import read_bytes, write_document
    from normalize.documents.plain import decode, encode
    from normalize.errors import DocumentError
    from normalize.report.record import digest
    from normalize.text.edits import undo_edits

    if path == STDIN:
        raise DocumentError("the text came from standard input and was not written to a file")
    data, stamp = read_bytes(path)
    if digest(data) == record.sha256_before:
        return Work(changes=False, finish=lambda: None)
    if digest(data) != record.sha256_after:
        raise DocumentError(f"{path} was changed after the report was written; left alone")
    document = decode(data, path, record.encoding, stamp)
    try:
        text = undo_edits(document.text, record.edits)
    except ValueError:
        text = ""
    if digest(encode(document, text)) != record.sha256_before:
        raise DocumentError(f"{path} can't be restored: the report was changed; left alone")
    return Work(changes=True, finish=lambda: write_document(document, text))
