"""The impact of a lexicon's change as a page for a reviewer: text, Markdown or JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from normalize.report.findings import Place, one_line
from normalize.report.impact import Ambiguity, Difference, Effect, EntryImpact

_MARKED = str.maketrans({each: f"\\{each}" for each in "\\`*_[]<>|#"})


@dataclass(frozen=True, slots=True)
class Impact:
    """Everything that a page tells; `files` were read, in `changed` of them something differs."""

    files: int
    changed: int
    entries: Sequence[EntryImpact]
    ambiguities: Sequence[Ambiguity]


def impact_lines(impact: Impact) -> Iterator[str]:
    """Yield the lines of a plain page."""
    yield _headline(impact)
    for each in impact.entries:
        yield ""
        yield f"{each.entry}: {_counts(each)}"
        for difference, times in each.examples:
            at, (left, right) = _where(difference), _context(difference)
            yield f"  {times:,} ×  {at}"
            yield f"      - {left}{one_line(difference.before)}{right}"
            yield f"      + {left}{one_line(difference.after)}{right}"
    if impact.ambiguities:
        yield ""
        yield f"Ambiguous from now on: {len(impact.ambiguities):,}"
    for doubt in impact.ambiguities:
        left, right = _context(doubt)
        yield f"  {_where(doubt)}  {' | '.join(doubt.entries)}"
        yield f"        {left}{one_line(doubt.text)}{right}"


def impact_markdown(impact: Impact) -> Iterator[str]:
    """Yield the lines of a page in Markdown, with one table for each entry."""
    yield f"**{_headline(impact)}**"
    for each in impact.entries:
        yield from ("", f"### `{each.entry}`: {_counts(each)}", "")
        yield from ("| times | where | before | after |", "| ---: | --- | --- | --- |")
        for difference, times in each.examples:
            cells = (
                _in_context(difference, text) for text in (difference.before, difference.after)
            )
            where = _where(difference).translate(_MARKED)
            yield f"| {times:,} | {where} | {' | '.join(cells)} |"
    if impact.ambiguities:
        yield from ("", "### Ambiguous from now on", "")
        yield from ("| where | text | entries |", "| --- | --- | --- |")
    for doubt in impact.ambiguities:
        entries = ", ".join(f"`{entry}`" for entry in doubt.entries)
        where = _where(doubt).translate(_MARKED)
        yield f"| {where} | {_in_context(doubt, doubt.text)} | {entries} |"


def impact_to_dict(impact: Impact) -> dict[str, Any]:
    """Return one object for JSON."""
    return {
        "files": impact.files,
        "changed_files": impact.changed,
        "entries": [
            {
                "entry": each.entry,
                "places": each.effects.total(),
                **{effect.value: each.effects[effect] for effect in Effect},
                "examples": [
                    {
                        **_place_to_dict(difference),
                        "effect": difference.effect.value,
                        "times": times,
                        "before": difference.before,
                        "after": difference.after,
                    }
                    for difference, times in each.examples
                ],
            }
            for each in impact.entries
        ],
        "ambiguous": [
            {**_place_to_dict(each), "text": each.text, "entries": list(each.entries)}
            for each in impact.ambiguities
        ],
    }


def _headline(impact: Impact) -> str:
    number = sum(each.effects.total() for each in impact.entries)
    files = "1 file" if impact.files == 1 else f"{impact.files:,} files"
    if not number:
        return f"Nothing comes out differently in {files}"
    said = "1 place comes" if number == 1 else f"{number:,} places come"
    return f"{said} out differently, in {impact.changed:,} of {files}"


def _counts(each: EntryImpact) -> str:
    told = {
        Effect.OTHER: "rewritten otherwise",
        Effect.GONE: "left alone now",
        Effect.NEW: "rewritten now",
    }
    return ", ".join(
        f"{each.effects[effect]:,} {text}" for effect, text in told.items() if each.effects[effect]
    )


def _where(found: Difference | Ambiguity) -> str:
    return f"{found.path}:{found.at.line}:{found.at.column}"


def _context(found: Difference | Ambiguity) -> tuple[str, str]:
    return one_line(found.left), one_line(found.right)


def _in_context(found: Difference | Ambiguity, text: str) -> str:
    left, right = (each.translate(_MARKED) for each in _context(found))
    return f"{left}**{one_line(text).translate(_MARKED)}**{right}"


def _place_to_dict(found: Difference | Ambiguity) -> dict[str, Any]:
    place: Place = found.at
    return {
        "path": found.path,
        "line": place.line,
        "column": place.column,
        "left": found.left,
        "right": found.right,
    }
