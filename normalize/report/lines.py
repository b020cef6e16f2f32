"""What became of the lines of a file, as `git diff` shows it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from pathlib import Path

_CONTEXT = 3


def line_diff(path: Path, before: str, after: str) -> Iterator[str]:
    r"""Yield the lines of a unified diff between two texts of a file, none where they are equal.

    >>> print("".join(line_diff(Path("a"), "one\ntwo\n", "one\n2\n")), end="")
    --- a/a
    +++ b/a
    @@ -1,2 +1,2 @@
     one
    -two
    +2
    """
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    # Comparing what large files have in common would take longer than the edit itself.
    same = _shared(old, new)
    at_end = _shared(old[same:][::-1], new[same:][::-1])
    first, kept = max(same - _CONTEXT, 0), max(at_end - _CONTEXT, 0)
    matcher = difflib.SequenceMatcher(
        None, old[first : len(old) - kept], new[first : len(new) - kept], autojunk=False
    )
    for number, group in enumerate(matcher.get_grouped_opcodes(_CONTEXT)):
        if not number:
            name = path.as_posix().lstrip("/")
            yield f"--- a/{name}\n+++ b/{name}\n"
        begin, last = group[0], group[-1]
        yield (
            f"@@ -{_span(first + begin[1], last[2] - begin[1])} "
            f"+{_span(first + begin[3], last[4] - begin[3])} @@\n"
        )
        for kind, i1, i2, j1, j2 in group:
            if kind == "equal":
                yield from _marked(" ", old[first + i1 : first + i2])
            else:
                yield from _marked("-", old[first + i1 : first + i2])
                yield from _marked("+", new[first + j1 : first + j2])


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many lines two lists begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def _span(start: int, count: int) -> str:
    return f"{start + 1 if count else start},{count}"


def _marked(mark: str, lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        ends = line.endswith(("\n", "\r"))
        yield f"{mark}{line.rstrip(chr(13) + chr(10))}\n" + (
            "" if ends else "\\ No newline at end of file\n"
        )
