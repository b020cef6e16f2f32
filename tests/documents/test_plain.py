"""Bytes to text and back."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.documents.plain import BinaryError, codec_named, decode, encode
from normalize.errors import DocumentError, OptionError

PATH = Path("x.txt")

MARKED = [
    ("utf-8", codecs.BOM_UTF8),
    ("utf-16-le", codecs.BOM_UTF16_LE),
    ("utf-16-be", codecs.BOM_UTF16_BE),
    ("utf-32-le", codecs.BOM_UTF32_LE),
    ("utf-32-be", codecs.BOM_UTF32_BE),
]


@pytest.mark.parametrize(("codec", "mark"), MARKED)
def test_a_byte_order_mark_decides(codec: str, mark: bytes) -> None:
    """A marked file is read in its own encoding whatever was asked, and keeps its mark."""
    data = mark + "Beč\r\n😀".encode(codec)
    document = decode(data, PATH, "latin-1")
    assert (document.text, document.encoding, document.bom) == ("Beč\r\n😀", codec, mark)
    assert encode(document, document.text) == data


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028", "\x85"])
def test_line_ends_stay(newline: str) -> None:
    """No kind of line end becomes another."""
    text = f"one{newline}two{newline}"
    assert decode(text.encode(), PATH).text == text


def test_an_empty_file_is_an_empty_text() -> None:
    """Nothing is read as nothing."""
    assert decode(b"", PATH).text == ""


def test_latin_1_is_refused_with_its_place() -> None:
    """What is no UTF-8 is told with line, column, byte and offset, and the way out."""
    with pytest.raises(DocumentError) as caught:
        decode("first\r\nca\u00f1\u00e9".encode("latin-1"), PATH)
    assert str(caught.value) == (
        "x.txt:2:3 is not UTF-8 (byte 0xF1 at offset 9); name its encoding with --encoding, "
        "such as latin-1 or windows-1250"
    )


def test_latin_1_is_read_when_named() -> None:
    """The encoding that was asked for is used, and comes back byte for byte."""
    data = "caf\u00e9".encode("latin-1")
    document = decode(data, PATH, "latin-1")
    assert document.text == "café"
    assert encode(document, "thé") == "thé".encode("latin-1")


@pytest.mark.parametrize("encoding", [None, "latin-1", "windows-1250"])
def test_bytes_of_no_text_are_binary(encoding: str | None) -> None:
    """NUL bytes make a file binary, also where every byte would be a letter."""
    with pytest.raises(BinaryError, match="is binary, left alone"):
        decode(b"\x89PNG\0\0", PATH, encoding)


def test_utf_16_without_a_mark_has_to_be_named() -> None:
    """Unmarked UTF-16 is not guessed, but read on request and written without a mark."""
    data = "Beč".encode("utf-16-le")
    with pytest.raises(BinaryError, match="--encoding utf-16"):
        decode(data, PATH)
    document = decode(data, PATH, "utf-16")
    assert document.text == "Beč"
    assert encode(document, "Beč") == data


def test_a_truncated_utf_16_file_is_refused() -> None:
    """Half a character at the end is an error, not lost."""
    with pytest.raises(DocumentError, match="is not utf-16-le"):
        decode(codecs.BOM_UTF16_LE + b"a\0b", PATH)


def test_bytes_that_would_change_are_refused() -> None:
    """An encoding with several ways to write one text is read only where it comes back."""
    with pytest.raises(DocumentError, match="would not be written back"):
        decode(b"\x1b$B\x1b(Bplain", PATH, "iso2022_jp")


def test_a_letter_that_the_encoding_lacks_is_named() -> None:
    """The first letter that can't be written is told with its place."""
    document = decode(b"Araghchi\n", PATH, "latin-1")
    with pytest.raises(DocumentError) as caught:
        encode(document, "Abas\nArakči")
    assert str(caught.value) == (
        "x.txt:2:5 'č' (U+010D) can't be written in iso8859-1; the file is left alone"
    )


@pytest.mark.parametrize("name", ["klingon", "rot13", "base64", "", "a\0b", "\udcff"])
def test_what_is_no_encoding_is_refused(name: str) -> None:
    """Names of nothing, and of codecs that make no text, are no encodings."""
    with pytest.raises(OptionError, match="there is no encoding"):
        codec_named(name)


@given(st.binary(), st.sampled_from([None, "latin-1", "utf-16", "cp1250", "utf-7", "gb18030"]))
def test_what_is_read_is_written_back(data: bytes, encoding: str | None) -> None:
    """Whatever can be read comes back byte for byte; the rest is one error."""
    try:
        document = decode(data, PATH, encoding)
    except DocumentError:
        return
    assert encode(document, document.text) == data
