"""Standard output for results, standard error for messages; colours and bars on terminals only."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import IO, TypeVar

import click

from normalize.errors import NormalizeError

INTERRUPTED = 130
_Item = TypeVar("_Item")


class OutputError(NormalizeError):
    """Standard output that can't be written, so that there is no use in going on."""


def write(data: str | bytes) -> None:
    """Write results to standard output; text as UTF-8.

    Raises `OutputError` where it can't be written, BrokenPipeError where nobody reads on.
    """
    if isinstance(data, str):
        # In JSON, what this makes of lone surrogates is their proper escape.
        data = data.encode("utf-8", "backslashreplace")
    try:
        with _bar_aside(sys.stdout):
            left = memoryview(data)
            while left:  # unbuffered (python -u), a pipe takes only as much as it has room for
                left = left[sys.stdout.buffer.write(left) :]
            sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        drop_output()
        raise OutputError(f"standard output can't be written: {error.strerror}") from None


def drop_output() -> None:
    """Send standard output nowhere: what is still buffered would fail once more at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(message: str) -> None:
    """Write a message to standard error."""
    with _bar_aside(sys.stderr):
        click.echo(message, err=True, color=has_colours(sys.stderr))


def say_error(message: str) -> None:
    """Write what went wrong to standard error."""
    say(click.style("error: ", fg="red", bold=True) + message)


def has_colours(stream: IO[str]) -> bool:
    """Tell whether a stream is a terminal whose user wants colours."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def count(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> count(1, "file"), count(1000, "file")
    ('1 file', '1,000 files')
    """
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def from_here(path: Path) -> Path:
    """Return a path below the working folder as it is called there, any other one as it is.

    >>> print(from_here(Path.cwd() / "people" / "iraq.yaml"))
    people/iraq.yaml
    """
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def with_bar(items: Sequence[_Item]) -> Iterator[_Item]:
    """Yield the items, with a progress bar on a terminal once that has taken a second."""
    if len(items) > 1 and sys.stderr.isatty():
        from tqdm import tqdm

        return iter(tqdm(items, delay=1, leave=False, file=sys.stderr, unit=" files"))
    return iter(items)


def _bar_aside(stream: IO[str]) -> AbstractContextManager[None]:
    # Imported only where there is a bar, which has to be taken from the screen for a moment.
    tqdm = sys.modules.get("tqdm")
    if tqdm is None or not stream.isatty():
        return nullcontext()
    aside: AbstractContextManager[None] = tqdm.tqdm.external_write_mode(file=stream)
    return aside
