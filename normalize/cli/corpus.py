"""The texts of a corpus that a command reads whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path


def read_texts(corpus: Sequence[Path]) -> Iterator[str]:
    """Yield what the files of a corpus say; of folders, files that are no text are passed over.

    Raises `DocumentError` where one can't be read.
    """
    from normalize.documents.files import find_files, read_document
    from normalize.documents.plain import BinaryError
    from normalize.errors import DocumentError

    for found in find_files(corpus):
        if isinstance(found, DocumentError):
            raise found
        try:
            yield read_document(found.path).text
        except BinaryError:
            if found.named:
                raise
