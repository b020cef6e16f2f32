"""A file on its way in: its lines, and what is wrong with it or is left out of it."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from normalize.errors import LexiconError, Problem
from normalize.model import Source


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """An open file in another program's format, with what its reader has to say about it.

    `problems` are mistakes that stop the import; `left_out` is what a lexicon can't take.
    """

    file: IO[bytes]
    path: Path
    problems: list[Problem] = field(default_factory=list)
    left_out: list[Problem] = field(default_factory=list)

    def at(self, line: int, column: int = 1) -> Source:
        """Return a place in the file; lines and columns count from 1."""
        return Source(self.path, line, column)

    def refuse(self, at: Source, message: str, hint: str = "") -> None:
        """Add a mistake, after which the rest is still read."""
        self.problems.append(Problem(at, message, hint))

    def leave_out(self, at: Source, message: str, hint: str = "") -> None:
        """Add what is not imported though the file is right."""
        self.left_out.append(Problem(at, message, hint))

    def stop(self, at: Source, message: str, hint: str = "") -> LexiconError:
        """Return the error of a mistake after which nothing can be read."""
        return LexiconError([*self.problems, Problem(at, message, hint)])

    def lines(self) -> Iterator[tuple[int, str]]:
        """Yield the lines with their numbers and line ends, as UTF-8 without byte order mark.

        Raises `LexiconError` where the bytes are no UTF-8.
        """
        for number, raw in enumerate(self.file, 1):
            data = raw.removeprefix(codecs.BOM_UTF8) if number == 1 else raw
            try:
                yield number, data.decode("utf-8")
            except UnicodeDecodeError as error:
                raise self._not_utf8(number, data, error.start) from None

    def records(self) -> Iterator[tuple[Source, dict[str, Any]]]:
        """Yield the JSON object on each line; a line that is none is refused."""
        for number, line in self.lines():
            if line.isspace():
                continue
            try:
                record = json.loads(line.rstrip())
            except json.JSONDecodeError as error:
                self.refuse(self.at(number, error.colno), f"this is not JSON: {error.msg}")
                continue
            except RecursionError:
                self.refuse(self.at(number), "this is nested too deeply")
                continue
            if isinstance(record, dict):
                yield self.at(number), record
            else:
                hint = "each line is an object {...}"
                self.refuse(self.at(number), f"this is no JSON object but {_shape(record)}", hint)

    def _not_utf8(self, line: int, data: bytes, offset: int) -> LexiconError:
        if line == 1 and data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return self.stop(self.at(1), "this file is in UTF-16", "save it as UTF-8")
        column = len(data[:offset].decode("utf-8")) + 1
        message = f"byte 0x{data[offset]:02X} is not UTF-8"
        return self.stop(self.at(line, column), message, "save the file as UTF-8")


def _shape(value: object) -> str:
    return "a list" if isinstance(value, list) else json.dumps(value, ensure_ascii=False)[:40]
