"""The prose of Markdown."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.documents.markdown import markdown_passages
from normalize.documents.passages import says
from tests.documents.conftest import RewriteText

OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"


def heard(text: str) -> str:
    """Return all that a document says."""
    return "".join(map(says, markdown_passages(text)))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("**a** _b_ snake_case 2*3", "a b snake_case 23"),
        ("say `x` and ``a ` b``", f"say {OBJECT} and {OBJECT}"),
        ("an odd ` tick", "an odd ` tick"),
        ("a ` b\n\nc ` d", "a ` b\n\nc ` d"),
        ("[text](http://x/(y) 'title') z", "[text z"),
        ("[text][ref] and [ref]\n\n[ref]: http://x", f"[text and {OBJECT}\n\n\n\n"),
        ("[not a label] [^1]", f"[not a label] {OBJECT}"),
        ("<http://x.org> <a@b.org> <b>c</b>", f"{OBJECT} {OBJECT} c"),
        ("a \\* b &amp; c", "a * b & c"),
        ("in <code>x</code> y", f"in {OBJECT} y"),
        ("a\n```py\nx\n```\nb", "a\n\n\nb"),
        ("a\n~~~~\nx\n~~~\ny\n~~~~\nb", "a\n\n\nb"),
        ("a\r\n```\r\nx\r\n```\r\nb", "a\r\n\n\nb"),
        ("a\r```\rx\r```\rb", "a\r\n\nb"),
        ("a\n```\nunfinished", "a\n\n\n"),
        ("a\n\n    code\n\nb", "a\n\n\n\n\nb"),
        ("- a\n\n    b\n", "- a\n\n    b\n"),
        ("a\n    b\n", "a\n    b\n"),
        ("<!--\n\nx\n\n-->y", "\n\ny"),
        ("<script>\n\nx\n</script>y", "\n\ny"),
        ("<!-- normalize: off -->\nx", "\n\n<!-- normalize: off -->\nx"),
        ("---\ntitle: One two\nslug: one\n---\nb", "\n\nOne two\n\nb"),
        ("", ""),
    ],
)
def test_what_a_document_says(text: str, said: str) -> None:
    """Code, targets and keys are not heard; emphasis and links leave no trace."""
    assert heard(text) == said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# In Alepo\n", "# In Aleppo\n"),
        ("In **Gaza Belt** and _Alepo_", "In **Gaza Strip** and _Aleppo_"),
        ("In [Alepo](http://x/Alepo)", "In [Aleppo](http://x/Alepo)"),
        ("In ![Alepo](Alepo.png)", "In ![Aleppo](Alepo.png)"),
        ("In [Alepo]\n\n[Alepo]: http://x", "In [Alepo]\n\n[Alepo]: http://x"),
        ("In `Alepo`\n\n```\nAlepo\n```\n", "In `Alepo`\n\n```\nAlepo\n```\n"),
        ("In Gaza&nbsp;Belt", "In Gaza&nbsp;Strip"),
        ("In **Gaza** Belt", "In **Gaza** Belt"),
        ("| In Alepo | Alepo |\n", "| In Aleppo | Aleppo |\n"),
        ("---\ntitle: In Alepo\nslug: Alepo\n---\n", "---\ntitle: In Aleppo\nslug: Alepo\n---\n"),
    ],
)
def test_names_in_a_document(rewrite_text: RewriteText, text: str, expected: str) -> None:
    """Names are rewritten in prose only."""
    assert rewrite_text(text, "markdown").text == expected


def test_an_introduction_carries_over(rewrite_text: RewriteText) -> None:
    """The whole document is one text, so that a short name is known from its title on."""
    text = "# Abbas Araqchi\n\n```\nx\n```\n\nThen `x` said **Arakci** left.\n"
    expected = "# Abbas Araghchi\n\n```\nx\n```\n\nThen `x` said **Araghchi** left.\n"
    assert rewrite_text(text, "markdown").text == expected


@given(st.text(alphabet="[]()<>`*_\\!-~:#&;. ab\n\r\t"))
def test_any_document_is_cut_without_loss(text: str) -> None:
    """The runs of a document follow one another and cover it from end to end."""
    runs = [run for passage in markdown_passages(text) for run in passage.runs]
    assert all(left.end == right.start for left, right in pairwise(runs))
    assert not text or (runs[0].start, runs[-1].end) == (0, len(text))


@pytest.mark.parametrize(
    "piece", ["[", "](", "`", "`` ` ", "<a ", "*", "_", "<!--", "x<!--", "```\n", "&a"]
)
def test_bad_documents_take_no_longer(piece: str) -> None:
    """A document of nothing but beginnings is read in one go."""
    assert isinstance(heard(piece * 30_000), str)
