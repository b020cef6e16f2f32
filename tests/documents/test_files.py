"""Files found, read, and replaced whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from normalize.documents.files import find_files, read_document, write_document
from normalize.errors import DocumentError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Make a file with a mode of its own."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"old\r\n")
    path.chmod(0o640)
    return path


def names_in(folder: Path) -> list[str]:
    """Return what is in a folder, hidden files too."""
    return sorted(os.listdir(folder))


def test_a_file_is_replaced(file: Path) -> None:
    """The new text is there, under the old mode, and nothing else is."""
    write_document(read_document(file), "new\r\n")
    assert file.read_bytes() == b"new\r\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert names_in(file.parent) == ["a.txt"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
def test_the_owner_stays(file: Path) -> None:
    """A file rewritten by root still belongs to its owner, set-user bit and all."""
    os.chown(file, 12345, 23456)
    file.chmod(0o4755)
    write_document(read_document(file), "new")
    status = file.stat()
    assert (status.st_uid, status.st_gid) == (12345, 23456)
    assert stat.S_IMODE(status.st_mode) == 0o4755


def test_a_link_is_written_through(file: Path) -> None:
    """What a link stands for is rewritten, and the link stays one."""
    link = file.with_name("link")
    link.symlink_to(file.name)
    write_document(read_document(link), "new")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"


def test_a_file_changed_meanwhile_is_left_alone(file: Path) -> None:
    """Somebody else's changes are not overwritten."""
    document = read_document(file)
    file.write_bytes(b"theirs")
    with pytest.raises(DocumentError, match=r"a\.txt was changed while it was worked on"):
        write_document(document, "ours")
    assert file.read_bytes() == b"theirs"
    assert names_in(file.parent) == ["a.txt"]


def test_a_file_changed_at_the_last_moment_is_left_alone(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Changes made while the new file was being written count as well."""
    document = read_document(file)
    monkeypatch.setattr(os, "fsync", lambda handle: file.write_bytes(b"theirs"))
    with pytest.raises(DocumentError, match="was changed while"):
        write_document(document, "ours")
    assert file.read_bytes() == b"theirs"
    assert names_in(file.parent) == ["a.txt"]


def test_a_file_that_vanished_is_not_made_again(file: Path) -> None:
    """A file that was deleted since it was read stays deleted."""
    document = read_document(file)
    file.unlink()
    with pytest.raises(DocumentError, match=r"a\.txt is not there"):
        write_document(document, "new")
    assert names_in(file.parent) == []


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (errno.ENOSPC, "can't be written: the disk is full"),
        (errno.EDQUOT, "can't be written: the disk quota is used up"),
        (errno.EROFS, "can't be written: the file system is read-only"),
        (errno.EACCES, "may not be written: permission denied"),
        (errno.EIO, "can't be written: Input/output error"),
    ],
)
def test_a_failed_write_harms_nothing(
    file: Path, monkeypatch: pytest.MonkeyPatch, number: int, message: str
) -> None:
    """When the system refuses, the old file is there and no other, and the reason is told."""

    def refuse(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    document = read_document(file)
    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(DocumentError) as caught:
        write_document(document, "new")
    assert str(caught.value) == f"{file} {message}"
    assert file.read_bytes() == b"old\r\n"
    assert names_in(file.parent) == ["a.txt"]


@pytest.mark.parametrize("step", ["fsync", "fchmod", "replace"])
def test_an_interrupted_write_harms_nothing(
    file: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Ctrl-C at any step leaves the old file and no other."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    document = read_document(file)
    monkeypatch.setattr(Path if step == "replace" else os, step, interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_document(document, "new")
    assert file.read_bytes() == b"old\r\n"
    assert names_in(file.parent) == ["a.txt"]


@pytest.mark.skipif(not Path("/proc/self/comm").exists(), reason="Linux only")
def test_a_folder_that_takes_no_files(tmp_path: Path) -> None:
    """Where no file can be made beside the old one, not even by root, it is left alone."""
    with pytest.raises(DocumentError, match=r"^/proc/self/comm "):
        write_document(read_document(Path("/proc/self/comm")), "new")


@pytest.fixture
def reachable() -> Iterator[Path]:
    """Make a file that users without rights can get at, unlike pytest's own folders."""
    with tempfile.TemporaryDirectory() as folder:
        if not all(parent.stat().st_mode & 0o001 for parent in Path(folder).parents):
            pytest.skip("temporary folders are not for everybody here")
        Path(folder).chmod(0o777)
        file = Path(folder, "a.txt")
        file.write_bytes(b"old\r\n")
        file.chmod(0o666)
        yield file
        Path(folder).chmod(0o777)


def _as_nobody(file: Path) -> str:
    """Try to rewrite a file as a user without rights, and return what that user is told."""
    script = (
        "import os, sys; from pathlib import Path\n"
        "from normalize.documents.files import read_document, write_document\n"
        "from normalize.errors import NormalizeError\n"
        "if os.geteuid() == 0: os.setgid(65534); os.setuid(65534)\n"
        "try: write_document(read_document(Path(sys.argv[1])), 'new')\n"
        "except NormalizeError as error: print(error)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, str(file)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout


def test_a_folder_without_permission(reachable: Path) -> None:
    """A folder that may not be written is told as that, and nothing is changed."""
    reachable.parent.chmod(0o555)
    assert _as_nobody(reachable) == f"{reachable} may not be written: permission denied\n"
    assert reachable.read_bytes() == b"old\r\n"
    assert names_in(reachable.parent) == ["a.txt"]


def test_a_file_without_permission(reachable: Path) -> None:
    """A file that may not be written is not replaced either, though its folder would allow it."""
    reachable.chmod(0o444)
    assert _as_nobody(reachable) == f"{reachable} may not be written: permission denied\n"
    assert reachable.read_bytes() == b"old\r\n"


def test_a_disk_that_gets_full(file: Path) -> None:
    """A write that the system cuts short half-way leaves the old file, and no half one."""
    script = (
        "import resource, sys; from pathlib import Path\n"
        "from normalize.documents.files import read_document, write_document\n"
        "from normalize.errors import NormalizeError\n"
        "document = read_document(Path(sys.argv[1]))\n"
        "hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))\n"
        "try: write_document(document, 'new ' * 1_000_000)\n"
        "except NormalizeError as error: print(error)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, str(file)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout == f"{file} can't be written: files may not be that large here\n"
    assert file.read_bytes() == b"old\r\n"
    assert names_in(file.parent) == ["a.txt"]


def test_a_pipe_is_not_written_in_place(tmp_path: Path) -> None:
    """A pipe is refused before it is opened, which would wait for ever."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(DocumentError, match="is no regular file"):
        read_document(pipe, in_place=True)


def test_a_device_is_not_written_in_place() -> None:
    """A device can be read, but is no file to replace."""
    with pytest.raises(DocumentError, match="is no regular file"):
        write_document(read_document(Path("/dev/null")), "new")
    with pytest.raises(DocumentError, match="is no regular file"):
        read_document(Path("/dev/zero"), in_place=True)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing", "is not there"),
        ("a.txt/x", "is not there"),
        (".", "is a folder"),
        ("loop", "is a link that leads back to itself"),
        ("nul\0", "can't be read: embedded null byte"),
    ],
)
def test_what_can_not_be_read(file: Path, name: str, message: str) -> None:
    """Each way of not being a readable file is told on one line."""
    file.with_name("loop").symlink_to("loop")
    with pytest.raises(DocumentError) as caught:
        read_document(file.parent / name)
    assert str(caught.value) == f"{file.parent / name} {message}"


def test_a_letter_that_does_not_fit_changes_nothing(file: Path) -> None:
    """The file stays where its encoding lacks a letter of the new text."""
    with pytest.raises(DocumentError, match="can't be written in iso8859-1"):
        write_document(read_document(file, "latin-1"), "Arakči")
    assert file.read_bytes() == b"old\r\n"


def test_folders_are_walked_in_order(tmp_path: Path) -> None:
    """Files come sorted, without hidden ones, links and pipes; links back do no harm."""
    for name in ("b/y.txt", "b/x.txt", "a.txt", ".git/config", "b/.hidden", "c/d/z.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "c/up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "c/link").symlink_to(tmp_path / "a.txt")
    os.mkfifo(tmp_path / "c/pipe")
    found = list(find_files([tmp_path]))
    names = [
        str(each.path.relative_to(tmp_path)) for each in found if not isinstance(each, Exception)
    ]
    assert names == ["a.txt", "b/x.txt", "b/y.txt", "c/d/z.txt"]


def test_a_file_is_found_once(tmp_path: Path) -> None:
    """A file that is named and in a named folder is worked on once, as it was named first."""
    file = tmp_path / "a.txt"
    file.touch()
    (only,) = find_files([file, tmp_path, file])
    assert not isinstance(only, Exception)
    assert only.named


def test_missing_files_are_found_when_read(tmp_path: Path) -> None:
    """A name of nothing is passed on, so that it is told in its turn."""
    (only,) = find_files([tmp_path / "missing"])
    assert not isinstance(only, Exception)
