"""The prose of JSON lines: the strings of chosen fields, one passage a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from json.decoder import JSONDecodeError, JSONDecoder

from normalize.documents.passages import PARAGRAPH, Part, Passage, Run, UnreadableError

_LINE = re.compile(r"[^\n]+")
_SPACE = re.compile(r"[ \t\r\n]*")
_ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\."
)
# Numbers are of no interest, and some are too long for Python to read.
_decoder = JSONDecoder(parse_int=lambda digits: None)


def jsonl_passages(text: str, fields: Sequence[str] = ()) -> Iterator[Passage]:
    """Yield the prose of each line: the strings of its `fields`, `text` if none are given.

    A dotted field leads into nested objects. Lines without the field are passed over;
    raises `UnreadableError` for a line that is no JSON object, and where no line has the field.
    """
    wanted = [tuple(field.split(".")) for field in fields or ("text",)]
    seen: dict[str, None] = {}
    found = False
    for line in _LINE.finditer(text):
        if line.group().isspace():
            continue
        record = _parse(line)
        seen |= dict.fromkeys(record)
        runs = tuple(_runs(text, line.start(), wanted))
        if runs:
            found = True
            yield Passage(runs, _spell_ascii if line.group().isascii() else _spell)
    if seen and not found:
        asked = " or ".join(repr(".".join(path)) for path in wanted)
        raise UnreadableError(
            0,
            f"no line has a text in the field {asked}; there are {', '.join(seen)}: "
            "choose with --field",
        )


def _parse(line: re.Match[str]) -> dict[str, object]:
    try:
        record = _decoder.decode(line.group())
    except JSONDecodeError as error:
        raise UnreadableError(line.start() + error.pos, f"is not JSON ({error.msg})") from None
    except RecursionError:
        raise UnreadableError(line.start(), "is nested too deeply") from None
    if not isinstance(record, dict):
        raise UnreadableError(line.start(), "is no JSON object; each line should be one")
    return record


def _runs(text: str, start: int, wanted: list[tuple[str, ...]]) -> Iterator[Run]:
    last = None
    for opening, closing in _strings(text, start, wanted):
        if last is not None:
            yield Run(last, opening, PARAGRAPH, Part.GAP)
        yield from _string_runs(text, opening + 1, closing - 1)
        last = closing


def _strings(text: str, start: int, wanted: list[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Yield the spans, quotes included, of the wanted strings of the object at `start`."""
    at = _skip(text, _skip(text, start) + 1)
    while text[at] != "}":
        key, at = _decoder.raw_decode(text, at)
        at = _skip(text, _skip(text, at) + 1)
        inside = [path[1:] for path in wanted if path[0] == key]
        value, end = _decoder.raw_decode(text, at)
        if isinstance(value, str) and () in inside:
            yield at, end
        elif isinstance(value, dict) and any(inside):
            yield from _strings(text, at, [path for path in inside if path])
        at = _skip(text, end)
        if text[at] == ",":
            at = _skip(text, at + 1)


def _skip(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


def _string_runs(text: str, start: int, end: int) -> Iterator[Run]:
    done = start
    for escape in _ESCAPE.finditer(text, start, end):
        if done < escape.start():
            yield Run(done, escape.start(), text[done : escape.start()])
        yield Run(*escape.span(), json.loads(f'"{escape.group()}"'), Part.ESCAPE)
        done = escape.end()
    if done < end:
        yield Run(done, end, text[done:end])


def _spell(character: str) -> str:
    return json.dumps(character, ensure_ascii=False)[1:-1]


def _spell_ascii(character: str) -> str:
    return json.dumps(character)[1:-1]
