"""Whole documents rewritten and verified."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path, PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.documents.formats import FORMATS, format_of
from normalize.documents.passages import Part, Passage, Run, into_file, says
from normalize.documents.plain import Document
from normalize.documents.rewrite import rewrite, verify
from normalize.errors import DocumentError
from normalize.model import Edit, Kind, Result
from normalize.text.edits import apply_edits, undo_edits
from tests.conftest import normalizer_for
from tests.documents.conftest import RewriteText


def edits_for(text: str, before: str, after: str) -> tuple[Edit, ...]:
    """Return edits of each `before` in a text."""
    return tuple(
        Edit(*found.span(), before, after, "entry", Kind.VARIANT, 1.0, ())
        for found in re.finditer(re.escape(before), text)
    )


def replacing(before: str, after: str, texts: Iterable[str]) -> Iterator[Result]:
    """Stand in for a normalizer that knows one wrong spelling."""
    for text in texts:
        edits = edits_for(text, before, after)
        yield Result(apply_edits(text, edits), edits, (), (), "en")


def test_a_text_that_would_change_again_is_refused() -> None:
    """What a second run would change once more is not written."""
    document = Document(Path("x"), "a")
    again = partial(rewrite, normalize=partial(replacing, "a", "ba"))
    rewritten = again(document)
    with pytest.raises(DocumentError, match="x would not be stable; left alone, please report"):
        verify(document, rewritten, again)


def test_a_text_that_could_not_be_undone_is_refused() -> None:
    """Edits that don't lead back to the document are not written."""
    again = partial(rewrite, normalize=partial(replacing, "a", "b"))
    rewritten = again(Document(Path("x"), "a"))
    with pytest.raises(DocumentError, match="would not be stable"):
        verify(Document(Path("x"), "c"), rewritten, again)


@pytest.mark.parametrize("format", FORMATS)
def test_an_empty_document_stays_so(rewrite_text: RewriteText, format: str) -> None:
    """Nothing comes of nothing, in every format."""
    rewritten = rewrite_text("", format)
    assert (rewritten.text, rewritten.edits, rewritten.language) == ("", (), "und")


def test_rows_in_several_languages(rewrite_text: RewriteText) -> None:
    """A file's language is that of its rows, or `mul` where they differ."""
    english, serbian = "He said that it was so", "Rekao je da su oni tu"
    assert rewrite_text(f"text\n{english}\n{english}\n", "csv").language == "en"
    assert rewrite_text(f"text\n{english}\n{serbian}\n", "csv").language == "mul"


@pytest.mark.parametrize(
    ("name", "format"),
    [
        ("a.md", "markdown"),
        ("A.HTM", "html"),
        ("a.ndjson", "jsonl"),
        ("a.tsv", "csv"),
        ("a.md.txt", "text"),
        (".md", "text"),
        ("-", "text"),
    ],
)
def test_a_name_tells_the_format(name: str, format: str) -> None:
    """The last ending counts, whatever its capitals."""
    assert format_of(PurePath(name)) == format


def test_what_a_format_has_no_room_for_is_suggested() -> None:
    """A letter that can't be written in the format makes a suggestion of the edit."""
    passage = Passage((Run(1, 2, "a"),), lambda character: None)
    (result,) = replacing("a", ",", ["a"])
    edits, (suggestion,) = into_file(result, passage, "xax")
    assert edits == ()
    assert str(suggestion.why_not) == "no-place: the file's format has no room for it here"


@st.composite
def passages(draw: st.DrawFn) -> tuple[str, Passage]:
    """Make up a file and a passage of it, with escapes and gaps."""
    text, runs = "", []
    for part in draw(st.lists(st.sampled_from(Part), min_size=1, max_size=8)):
        start = len(text)
        said = draw(st.text(alphabet="ab ", max_size=4, min_size=part is not Part.GAP))
        text += said if part is Part.PROSE else f"<{said}>"
        runs.append(Run(start, len(text), said, part))
    return text, Passage(tuple(runs))


@given(passages(), st.text(alphabet="ab ", min_size=1, max_size=3), st.text(alphabet="xab<"))
def test_edits_in_a_passage_are_edits_of_the_file(
    made: tuple[str, Passage], before: str, after: str
) -> None:
    """Edits fit the file, touch no gap, and make the file say what the passage should."""
    text, passage = made
    said = says(passage)
    (result,) = replacing(before, after, [said])
    edits, suggestions = into_file(result, passage, text)
    assert len(edits) + len(suggestions) == len(result.edits)
    assert undo_edits(apply_edits(text, edits), edits) == text
    gaps = [run for run in passage.runs if run.part is Part.GAP]
    assert not any(edit.start < gap.end and gap.start < edit.end for edit in edits for gap in gaps)
    for suggestion in suggestions:
        assert text[suggestion.start : suggestion.end] == suggestion.before


def test_only_names_change_in_any_format() -> None:
    """The same sentence comes out the same from every format that can hold it."""
    sentence = "Then Abbas Araqchi left Alepo."
    expected = "Then Abbas Araghchi left Aleppo."
    around = {
        "text": "{}",
        "markdown": "# {}\n",
        "html": "<p>{}</p>",
        "jsonl": '{{"text": "{}"}}',
        "csv": "text\n{}\n",
    }
    for format, page in around.items():
        document = Document(Path("x"), page.format(sentence))
        made = rewrite(document, normalizer_for({}).normalize_many, format=format)
        assert made.text == page.format(expected)


IN_CYRILLIC = [
    (
        "html",
        "<p class='a'>Rekao je <b>da</b> su oti&scaron;li. <code>ne ovo</code></p>",
        "<p class='a'>Рекао је <b>да</b> су отишли. <code>ne ovo</code></p>",
    ),
    (
        "markdown",
        "# Rekao je da su tu\n\nOn je *rekao* `kod` i [vest je tu](https://rts.rs/vest-je).\n",
        "# Рекао је да су ту\n\nОн је *рекао* `kod` и [вест је ту](https://rts.rs/vest-je).\n",
    ),
    (
        "jsonl",
        '{"id": "rekao je da", "text": "Rekao je da su došli.\\nI ja."}\n',
        '{"id": "rekao je da", "text": "Рекао је да су дошли.\\nИ ја."}\n',
    ),
    ("csv", 'id,text\nje,"Rekao je ""da"" su, svi"\n', 'id,text\nje,"Рекао је ""да"" су, сви"\n'),
    ("text", "Rekao je\tda su svi.\r\n", "Рекао је\tда су сви.\r\n"),
]


@pytest.mark.parametrize(("format", "text", "wanted"), IN_CYRILLIC)
def test_a_document_changes_its_script(format: str, text: str, wanted: str) -> None:
    """Prose goes Cyrillic in every format, also around markup; nothing else changes."""
    again = partial(
        rewrite,
        normalize=normalizer_for({"target": "sr-Cyrl"}).normalize_many,
        format=format,
        fields=("text",) if format in ("jsonl", "csv") else (),
    )
    document = Document(Path("x"), text)
    rewritten = again(document)
    verify(document, rewritten, again)
    assert rewritten.text == wanted
    assert undo_edits(rewritten.text, rewritten.edits) == text
