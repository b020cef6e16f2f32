"""The report file of a run: opened without losing an older one, and a line for each document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from pathlib import Path

from normalize.documents.plain import Document, encode
from normalize.documents.rewrite import Rewrite
from normalize.errors import DocumentError
from normalize.report.record import Record, digest, record_to_line

AddRecord = Callable[[Document, Rewrite], None]


@contextmanager
def created(path: Path | None) -> Iterator[AddRecord]:
    """Give a function that adds a document to the report at `path`, or to none.

    Raises `DocumentError` where the report can't be written, and where there is one: what
    that can undo would be lost.
    """
    if path is None:
        yield lambda document, rewritten: None
        return
    if path.is_file() and path.stat().st_size:
        raise DocumentError(
            f"{path} is there already, and what it can undo would be lost; name another file"
        )
    try:
        file = FileIO(path, "w")
    except OSError as error:
        raise DocumentError(f"{path} can't be written: {error.strerror}") from None
    with file:
        yield lambda document, rewritten: _append(path, file, _record(document, rewritten))


def _record(document: Document, rewritten: Rewrite) -> Record:
    return Record(
        path=str(document.path),
        encoding=document.encoding,
        bom=document.bom.hex(),
        language=rewritten.language,
        sha256_before=digest(encode(document, document.text)),
        sha256_after=digest(encode(document, rewritten.text)),
        edits=rewritten.edits,
        suggestions=rewritten.suggestions,
    )


def _append(path: Path, file: FileIO, record: Record) -> None:
    # Lone surrogates, as in odd file names, become the escapes that JSON has for them.
    left = f"{record_to_line(record)}\n".encode("utf-8", "backslashreplace")
    start = file.tell() if file.seekable() else None
    try:
        while left:
            left = left[file.write(left) :]
    except OSError as error:
        if start is not None:
            with suppress(OSError):  # half a line would spoil the whole lines before it
                file.seek(start)
                file.truncate()
        raise DocumentError(f"{path} can't be written: {error.strerror}") from None
