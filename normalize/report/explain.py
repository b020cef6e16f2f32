"""Decisions told to people: a sentence for each reason, and every decision about a text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from normalize.model import Reason, Result, Step
from normalize.report.findings import Finding, change, findings, named, one_line, places

SENTENCES: Mapping[Reason, str] = {
    Reason.LISTED: "the lexicon lists this spelling",
    Reason.GENERATED: "this spelling follows from one in the lexicon",
    Reason.FOLDED: "it is a spelling of the lexicon but for capitals, accents or hyphens",
    Reason.MIXED_SCRIPT: "letters of another script that look the same are hidden in it",
    Reason.MISSPELLED: "it is one typing error away from a spelling of the lexicon",
    Reason.INTRODUCED: "the text gives the longer name elsewhere",
    Reason.INTRODUCE_ACRONYM: "the first mention introduces the acronym that comes again",
    Reason.EXPAND_ACRONYM: "the acronym is written out, being used once or on request",
    Reason.ACRONYM_SPELLING: "the acronym is introduced or well known, and spelled one way",
    Reason.LATER_SHORT: "later mentions are to have the short form",
    Reason.LATER_FULL: "later mentions are to have the full form",
    Reason.ARTICLE_MENDED: "the article before it fits what follows now",
    Reason.SCRIPT: "the words between names are put into the script that was asked for",
    Reason.AMBIGUOUS: "several entries have this name",
    Reason.APPOSITION: "it is given as another name of something named beside it",
    Reason.COMPOUND: "it is one part of a compound",
    Reason.CAPITALS: "everything around it is in capitals, so it may be a plain word",
    Reason.CASE_UNCLEAR: "it may stand in several cases, for which the new name has several forms",
    Reason.CONTEXT_MISSING: "none of the words that tell its meaning is near",
    Reason.DEFINED_IN_TEXT: "the text itself says what it stands for",
    Reason.FIX_SUGGEST: "the lexicon says only to suggest it",
    Reason.INTRODUCED_LATER: "it is introduced only later in the text",
    Reason.LANGUAGE_UNKNOWN: "the language of the text is not known",
    Reason.LONGER_NAME: "it is part of a longer name",
    Reason.NOT_INTRODUCED: "nothing in the text gives the longer name",
    Reason.NO_PLACE: "there is no place for the change here",
    Reason.ON_REQUEST: "typing errors are corrected on request, where they are plain",
    Reason.PROTECTED: "it stands in something that is left as it is",
    Reason.TITLE_ONLY: "only a title tells who is meant, and the longer name is never given",
    Reason.SOUNDS_ALIKE: "they can be read alike",
    Reason.UNDECLINED: "one is read without its Serbian case endings",
    Reason.TURNED_ROUND: "one has the family name first",
    Reason.ONLY_COMMON: "only names that many bear agree",
    Reason.PART_MISSING: "one has a name in the middle that the other lacks",
    Reason.GIVEN_MISSING: "one has a name at the start that the other lacks",
    Reason.FAMILY_MISSING: "one has a name at the end that the other lacks",
    Reason.PART_DIFFERS: "names in the middle differ",
    Reason.GIVEN_DIFFERS: "the given names differ",
    Reason.FAMILY_DIFFERS: "the family names differ",
    Reason.NOTHING_SHARED: "no part of one can be read as a part of the other",
}


def sentence(step: Step) -> str:
    """Return a reason in words, with what it refers to.

    >>> sentence(Step(Reason.LISTED, "Abbas Araqchi"))
    'the lexicon lists this spelling (Abbas Araqchi)'
    """
    said = SENTENCES[step.reason]
    return f"{said} ({one_line(step.detail)})" if step.detail else said


def decisions(text: str, result: Result) -> list[Finding]:
    """Return every decision about a text, in its order, also where nothing was to be done."""
    found = findings("", text, result.edits, result.suggestions)
    starts = [finding.start.offset for finding in found]
    settled = []
    for mention in result.mentions:
        # An edit may reach further than its mention: over an article, or a possessive.
        at = bisect_right(starts, mention.start) - 1
        if at < 0 or found[at].end.offset < mention.end:
            settled.append(mention)
    offsets = sorted({offset for each in settled for offset in (each.start, each.end)})
    place = {each.offset: each for each in places(text, offsets)}
    right = (
        Finding(
            path="",
            start=place[mention.start],
            end=place[mention.end],
            before=mention.text,
            after=mention.text,
            entries=(mention.entry,),
            kind=mention.kind,
            confidence=mention.confidence,
            why=(),
        )
        for mention in settled
    )
    return sorted((*found, *right), key=lambda finding: finding.start.offset)


def explain(text: str, result: Result, at: tuple[int, int] | None = None) -> Iterator[str]:
    """Yield lines that tell each decision about a text, with its reasons in words.

    `at`, a line and a column, leaves only what was decided there.
    """
    told = [each for each in decisions(text, result) if at is None or _covers(each, at)]
    if not told:
        where = f" at {at[0]}:{at[1]}" if at else ""
        yield f"no name of the lexicon was found{where}"
        return
    rows = [_columns(finding) for finding in told]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for finding, row in zip(told, rows, strict=True):
        padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(padded).rstrip()
        yield from (f"    {sentence(step)}" for step in finding.why)
        if finding.why_not is not None:
            yield f"    but {sentence(finding.why_not)}"


def outcome(finding: Finding) -> str:
    """Return in two words what came of a mention."""
    if finding.why_not is not None:
        return "left alone"
    return "changed" if finding.before != finding.after else "already right"


def _columns(finding: Finding) -> Sequence[str]:
    return (
        f"{finding.start.line}:{finding.start.column}",
        outcome(finding),
        change(finding.before, finding.after),
        named(finding.entries),
        f"{finding.kind} {finding.confidence:.2f}",
    )


def _covers(finding: Finding, at: tuple[int, int]) -> bool:
    start = (finding.start.line, finding.start.column)
    return start <= at < (finding.end.line, finding.end.column)
