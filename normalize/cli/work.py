"""File after file: one that fails is told of and does not stop the others."""

from __future__ import annotations

import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import NamedTuple

import click

from normalize.cli.choices import Choices, load_normalizer
from normalize.cli.console import INTERRUPTED, count, say, say_error, with_bar
from normalize.documents.files import Found, find_files, read_document
from normalize.documents.plain import BinaryError, Document, decode
from normalize.documents.rewrite import Rewrite, rewrite
from normalize.errors import DocumentError

STDIN = Path("-")


class Work(NamedTuple):
    """What is to be done about a document, worked out but not yet done."""

    changes: bool
    finish: Callable[[], None]


def inputs(files: Sequence[Path]) -> list[Found | DocumentError]:
    """Return what the command line's files stand for; none at all is standard input.

    Raises a usage error where that would mean waiting for somebody to type.
    """
    if not files and sys.stdin.isatty():
        raise click.UsageError("name a file, or - to type the text here")
    found: list[Found | DocumentError] = []
    if not files or STDIN in files:
        found.append(Found(STDIN, named=True))
    found += find_files(path for path in files if path != STDIN)
    if not found:
        say(f"no files in {', '.join(map(str, files))}")
    return found


def rewriter(choices: Choices) -> Callable[[Document], Rewrite]:
    """Return the function that rewrites a document as was chosen."""
    normalize = partial(load_normalizer(choices).normalize_many, lang=choices.lang)

    def rewrite_document(document: Document) -> Rewrite:
        return rewrite(document, normalize, format=choices.format, fields=choices.fields)

    return rewrite_document


def read(path: Path, encoding: str | None, *, in_place: bool = False) -> Document:
    """Return the document of a file, or of standard input."""
    if path == STDIN:
        return decode(sys.stdin.buffer.read(), path, encoding)
    return read_document(path, encoding, in_place=in_place)


def work_through(
    found: Sequence[Found | DocumentError],
    work_on: Callable[[Path], Work],
    said: str,
    guard: Callable[[], AbstractContextManager[None]] = nullcontext,
) -> Counter[str]:
    """Work on each file and return how many were `changed`, `unchanged`, `failed`, `skipped`.

    `said` is what a changed file is said to be; `guard` is around what finishes a file.
    """
    tally: Counter[str] = Counter()
    try:
        for each in with_bar(found):
            _work_on_one(each, work_on, guard, tally)
    except KeyboardInterrupt:
        done = tally["changed"] + tally["unchanged"]
        say(f"interrupted: {done:,} of {count(len(found), 'file')} done, the others untouched")
        raise click.exceptions.Exit(INTERRUPTED) from None
    _sum_up(tally, said)
    return tally


@contextmanager
def undisturbed() -> Iterator[None]:
    """Keep Ctrl-C back until the block is done."""
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    pressed: list[int] = []
    signal.signal(signal.SIGINT, lambda number, frame: pressed.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if pressed:
            raise KeyboardInterrupt


def _work_on_one(
    each: Found | DocumentError,
    work_on: Callable[[Path], Work],
    guard: Callable[[], AbstractContextManager[None]],
    tally: Counter[str],
) -> None:
    try:
        if isinstance(each, DocumentError):
            raise each
        work = work_on(each.path)
        with guard():
            work.finish()
            tally["changed" if work.changes else "unchanged"] += 1
    except DocumentError as error:
        if isinstance(error, BinaryError) and isinstance(each, Found) and not each.named:
            tally["skipped"] += 1
        else:
            tally["failed"] += 1
            say_error(str(error))


def _sum_up(tally: Counter[str], said: str) -> None:
    if tally["skipped"]:
        say(f"{count(tally['skipped'], 'binary file')} passed over")
    if tally.total() - tally["skipped"] > 1:
        parts = [f"{count(tally['changed'], 'file')} {said}", f"{tally['unchanged']:,} unchanged"]
        if tally["failed"]:
            parts.append(f"{tally['failed']:,} failed")
        say(", ".join(parts))
