"""Bytes to text and back, so that whatever is not edited is written as it was read."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from normalize.errors import DocumentError, OptionError

# UTF-32 stands first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The codecs of these names would swallow or add a mark of their own.
_WITHOUT_MARK = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
_LINE_END = re.compile(r"\r\n|\r|\n")


class BinaryError(DocumentError):
    """A file that holds no text."""


class Stamp(NamedTuple):
    """What tells that a file is still the one that was read."""

    device: int
    inode: int
    size: int
    modified_ns: int


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a file with everything needed to write it back.

    `text` has the newlines of the file and no byte order mark; the mark, if there is
    one, is in `bom`. `stamp` is missing where the text came from a pipe.
    """

    path: Path
    text: str
    encoding: str = "utf-8"
    bom: bytes = b""
    stamp: Stamp | None = None


def decode(
    data: bytes, path: Path, encoding: str | None = None, stamp: Stamp | None = None
) -> Document:
    r"""Return the document that `data` holds.

    A byte order mark decides the encoding; without one it is `encoding`, or else UTF-8.
    Raises `BinaryError` where there are NUL bytes, and `DocumentError` where the bytes
    don't fit the encoding or would come out differently when written again.

    >>> document = decode(b"\xff\xfeK\x00", Path("a.txt"))
    >>> document.text, document.encoding, document.bom
    ('K', 'utf-16-le', b'\xff\xfe')
    """
    bom, codec = _encoding_of(data, encoding)
    body = data[len(bom) :]
    if b"\0" in body and not codec.startswith(("utf-16", "utf-32")):
        raise BinaryError(f"{path} is binary, left alone (UTF-16 needs --encoding utf-16)")
    try:
        text = body.decode(codec)
        faithful = text.encode(codec) == body
    except UnicodeDecodeError as error:
        raise DocumentError(_misfit(body, path, codec, error.start)) from None
    except UnicodeEncodeError:
        faithful = False
    if not faithful:
        raise DocumentError(
            f"{path} would not be written back byte for byte in {codec}; left alone"
        )
    return Document(path, text, codec, bom, stamp)


def encode(document: Document, text: str) -> bytes:
    """Return `text` as bytes, in the encoding and with the byte order mark of `document`.

    Raises `DocumentError` naming the first character which that encoding does not have.
    """
    try:
        return document.bom + text.encode(document.encoding)
    except UnicodeEncodeError as error:
        line, column = place(text, error.start)
        character = text[error.start]
        raise DocumentError(
            f"{document.path}:{line}:{column} {character!r} (U+{ord(character):04X}) can't be "
            f"written in {document.encoding}; the file is left alone"
        ) from None


def codec_named(encoding: str) -> str:
    """Return the codec of an encoding's name; raises `OptionError` if there is none.

    >>> codec_named("Windows-1250")
    'cp1250'
    """
    try:
        name = codecs.lookup(encoding).name
        b"a".decode(name, "ignore")  # codecs that make no text of bytes, such as rot13, refuse
    except (LookupError, ValueError):
        raise OptionError(
            f"there is no encoding {encoding!r}; there are utf-8, utf-16, latin-1, windows-1250 "
            "and the others that Python knows"
        ) from None
    return _WITHOUT_MARK.get(name, name)


def place(text: str, offset: int) -> tuple[int, int]:
    r"""Return the line and column of an offset, counted from 1.

    >>> place("one\r\ntwo\rthree", 10)
    (3, 2)
    """
    line, start = 1, 0
    for end in _LINE_END.finditer(text, 0, offset):
        line, start = line + 1, end.end()
    return line, offset - start + 1


def _encoding_of(data: bytes, encoding: str | None) -> tuple[bytes, str]:
    asked = codec_named(encoding) if encoding else "utf-8"
    return next(((mark, codec) for mark, codec in _MARKS if data.startswith(mark)), (b"", asked))


def _misfit(body: bytes, path: Path, codec: str, offset: int) -> str:
    before = body[:offset].decode(codec, errors="replace")
    line, column = place(before, len(before))
    shown = "UTF-8" if codec == "utf-8" else codec
    return (
        f"{path}:{line}:{column} is not {shown} (byte 0x{body[offset]:02X} at offset {offset}); "
        "name its encoding with --encoding, such as latin-1 or windows-1250"
    )
