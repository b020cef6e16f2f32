"""Files found, read, and replaced whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from normalize.documents.plain import Document, Stamp, decode, encode
from normalize.errors import DocumentError

# os.path answers what may not be looked into with no, where Path raises.
_SAID = {
    errno.ENOENT: "is not there",
    errno.ENOTDIR: "is not there",
    errno.EEXIST: "is there already; name another file",
    errno.EISDIR: "is a folder",
    errno.ELOOP: "is a link that leads back to itself",
    errno.EACCES: "may not be {done}: permission denied",
    errno.EPERM: "may not be {done}: permission denied",
    errno.EROFS: "can't be {done}: the file system is read-only",
    errno.ENOSPC: "can't be {done}: the disk is full",
    errno.EDQUOT: "can't be {done}: the disk quota is used up",
    errno.EFBIG: "can't be {done}: files may not be that large here",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A file to work on; `named` where the caller gave its own name, not a folder's."""

    path: Path
    named: bool


def find_files(paths: Iterable[Path]) -> Iterator[Found | DocumentError]:
    """Yield the files that paths stand for, each once, in the order given.

    A folder stands for the files below it, sorted; hidden ones, links, and what is neither
    file nor folder are passed over. A folder that can't be listed yields its error.
    """
    seen: set[Path] = set()
    for path in paths:
        found = _below(path) if os.path.isdir(path) else [Found(path, named=True)]
        for each in found:
            if isinstance(each, DocumentError):
                yield each
            elif each.path not in seen:
                seen.add(each.path)
                yield each


def read_document(path: Path, encoding: str | None = None, *, in_place: bool = False) -> Document:
    """Return the document in a file; for one to be written in place, only of a regular file.

    Raises `DocumentError` where it can't be read or holds no text in that encoding.
    """
    if in_place and os.path.exists(path) and not os.path.isfile(path):
        raise _irregular(path)
    data, stamp = read_bytes(path)
    return decode(data, path, encoding, stamp)


def read_bytes(path: Path) -> tuple[bytes, Stamp | None]:
    """Return what a file holds, and its stamp from before it was read; pipes have none."""
    try:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            data = file.read()
    except (OSError, ValueError) as error:
        raise _failure(path, error, "read") from None
    return data, _stamp(status) if stat.S_ISREG(status.st_mode) else None


def write_document(document: Document, text: str) -> None:
    """Replace the text of a document's file, in one step; on any failure it stays as it was.

    The new file has the mode and, where permitted, the owner of the old one; a link is
    followed to the file it stands for. Raises `DocumentError` where the text does not fit
    the file's encoding, the file is not the one that was read, or it can't be written.
    """
    data = encode(document, text)
    path = document.path
    try:
        target = path.resolve(strict=True)
        status = _unchanged(document, target)
        if not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, "")
        _replace(target, data, status, document)
    except OSError as error:
        raise _failure(path, error, "written") from None


def create_file(path: Path, pieces: Iterable[str]) -> None:
    """Write a new file of text in UTF-8, whole or not at all.

    Raises `DocumentError` where it can't be written, and where there is one of that name.
    """
    _put(path, pieces, lambda beside: os.link(beside, path))


def put_file(path: Path, pieces: Iterable[str]) -> None:
    """Write a file of text in UTF-8 in place of any other, whole or not at all.

    Raises `DocumentError` where it can't be written.
    """
    if path.exists() and not path.is_file():
        raise _irregular(path)
    _put(path, pieces, lambda beside: beside.replace(path))


def _put(path: Path, pieces: Iterable[str], take: Callable[[Path], object]) -> None:
    """Write a file beside a path, and let it take its place there."""
    beside = path.with_name(f".normalize-{secrets.token_hex(8)}.tmp")
    try:
        with open(beside, "x", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        take(beside)
    except OSError as error:
        raise _failure(path, error, "written") from None
    finally:
        with suppress(OSError):
            beside.unlink()
    _settle(path.parent)


def _below(folder: Path) -> Iterator[Found | DocumentError]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        yield _failure(folder, error, "listed")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        # A link's target is worked on under its own name, or is none of this folder's business.
        if entry.is_dir(follow_symlinks=False):
            yield from _below(folder / entry.name)
        elif entry.is_file(follow_symlinks=False):
            yield Found(folder / entry.name, named=False)


def _unchanged(document: Document, target: Path) -> os.stat_result:
    status = target.stat()
    if document.stamp is None or not stat.S_ISREG(status.st_mode):
        raise _irregular(document.path)
    if _stamp(status) != document.stamp:
        raise DocumentError(f"{document.path} was changed while it was worked on; left alone")
    return status


def _replace(target: Path, data: bytes, status: os.stat_result, document: Document) -> None:
    # The name is made up first, so that there is no moment at which a file exists unrecorded.
    beside = target.with_name(f".normalize-{secrets.token_hex(8)}.tmp")
    try:
        _write(beside, data, status)
        _unchanged(document, target)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _settle(target.parent)


def _write(path: Path, data: bytes, status: os.stat_result) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        if (status.st_uid, status.st_gid) != (os.geteuid(), os.getegid()):
            _give(handle, status)
        # After the owner, since changing that takes the set-user bits away.
        os.fchmod(handle, stat.S_IMODE(status.st_mode))
        os.fsync(handle)


def _give(handle: int, status: os.stat_result) -> None:
    for owner, group in ((status.st_uid, -1), (-1, status.st_gid)):
        try:
            os.fchown(handle, owner, group)
        except PermissionError:
            continue


def _settle(folder: Path) -> None:
    """Make the new name last through a power cut, where the file system can."""
    with suppress(OSError):  # the file is replaced already: nothing is lost or half done
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _irregular(path: Path) -> DocumentError:
    return DocumentError(f"{path} is no regular file; it can't be written in place")


def _stamp(status: os.stat_result) -> Stamp:
    return Stamp(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def _failure(path: Path, error: OSError | ValueError, done: str) -> DocumentError:
    number = error.errno if isinstance(error, OSError) else None
    said = _SAID.get(number or 0) or f"can't be {{done}}: {error.args[-1]}"
    return DocumentError(f"{path} {said.format(done=done)}")
