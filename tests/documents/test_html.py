"""The prose of HTML."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.documents.html import html_passages
from normalize.documents.passages import says
from tests.documents.conftest import RewriteText

OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"


def heard(page: str) -> str:
    """Return all that a page says."""
    return "".join(map(says, html_passages(page)))


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("plain", "plain"),
        ("a <b>b</b> c", "a b c"),
        ("<b>Sudan</b>ese", "Sudanese"),
        ("one<br>two<br/>three", "one\ntwo\nthree"),
        ("<li>one<li>two", "\n\none\n\ntwo"),
        ("a &amp; b&#39;s&nbsp;c", "a & b's\xa0c"),
        ("AT&T &unknown; &", "AT&T &unknown; &"),
        ("1 < 2 and <3", "1 < 2 and <3"),
        ("<a title=\"x > y\" href='>'>z</a>", "z"),
        ("<a title=it's>z</a>", "z"),
        ("<script>if (a<b) '</div>'</script>x", "x"),
        ("<STYLE>p</STYLE >x", "x"),
        ("<pre>a<pre>b</pre>c</pre>x", "\n\nx"),
        ("say <code>x</code> now", f"say {OBJECT} now"),
        ("word<sup>1</sup>", f"word{OBJECT}1{OBJECT}"),
        ("<!-- a --><!doctype html><?php b ?>x<!-->y", "xy"),
        ("<!-- normalize: off -->x", "<!-- normalize: off -->x"),
        ("x<p unfinished", "x\n\n"),
        ("x<!-- unfinished", "x\n\n"),
        ("x<code>unfinished", f"x{OBJECT}"),
    ],
)
def test_what_a_page_says(page: str, said: str) -> None:
    """Tags leave the trace that a reader sees; attributes, code and comments none."""
    assert heard(page) == said


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>Then Alepo fell.</p>", "<p>Then Aleppo fell.</p>"),
        ("<p class=Alepo>In Alepo</p>", "<p class=Alepo>In Aleppo</p>"),
        ("In Gaza&nbsp;Belt &copy; me", "In Gaza&nbsp;Strip &copy; me"),
        ("In Gaza&#x20;Belt", "In Gaza&#x20;Strip"),
        ("In <i>Gaza Belt</i>, Alepo", "In <i>Gaza Strip</i>, Aleppo"),
        ("In Gaza <i>Belt</i>", "In Gaza <i>Belt</i>"),
        ("In <code>Alepo</code>", "In <code>Alepo</code>"),
        (
            "<p>Abbas Araqchi spoke.</p>\r\n<p>Arakci&#39;s men</p>",
            "<p>Abbas Araghchi spoke.</p>\r\n<p>Araghchi&#39;s men</p>",
        ),
        (
            "<p>In Alepo</p><!-- normalize: off --><p>In Alepo</p><!-- normalize: on --> Alepo",
            "<p>In Aleppo</p><!-- normalize: off --><p>In Alepo</p><!-- normalize: on --> Aleppo",
        ),
    ],
)
def test_names_in_a_page(rewrite_text: RewriteText, page: str, expected: str) -> None:
    """Names are rewritten in text only, references and tags stay as they are written."""
    assert rewrite_text(page, "html").text == expected


def test_a_name_with_a_tag_inside_is_suggested(rewrite_text: RewriteText) -> None:
    """What can't be edited without touching markup is told, with the file's own text."""
    (suggestion,) = rewrite_text("In Gaza <i>Belt</i>", "html").suggestions
    assert (suggestion.before, suggestion.after) == ("Gaza <i>Belt", "Gaza Strip")
    assert str(suggestion.why_not) == "no-place: markup runs through it"


def test_offsets_are_those_of_the_file(rewrite_text: RewriteText) -> None:
    """Edits say what they replace in the file, escapes included."""
    page = "<p>&amp; In Gaza&nbsp;Belt&amp;"
    (edit,) = rewrite_text(page, "html").edits
    assert page[edit.start : edit.end] == edit.before == "Gaza&nbsp;Belt"


@given(st.text(alphabet="<>/!-?'\"= abp&;#xcode\n"))
def test_any_page_is_cut_without_loss(page: str) -> None:
    """The runs of a page follow one another and cover it from end to end."""
    runs = [run for passage in html_passages(page) for run in passage.runs]
    assert all(left.end == right.start for left, right in pairwise(runs))
    assert not page or (runs[0].start, runs[-1].end) == (0, len(page))


@pytest.mark.parametrize("piece", ["<", "<a ", "<a b='", "<!-", "&", "</", "<code>", "<p>"])
def test_bad_pages_take_no_longer(piece: str) -> None:
    """A page of nothing but beginnings is read in one go."""
    assert isinstance(heard(piece * 100_000), str)
