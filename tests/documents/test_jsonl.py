"""The prose of JSON lines."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.documents.jsonl import jsonl_passages
from normalize.documents.passages import UnreadableError, says
from normalize.errors import DocumentError
from tests.documents.conftest import RewriteText

LONG = "1" * 5000


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('{"text": "In Alepo"}', '{"text": "In Aleppo"}'),
        ('{ "text" :"In Alepo" , "n":1.10e2}', '{ "text" :"In Aleppo" , "n":1.10e2}'),
        (r'{"text": "In Gaza\u0020Belt\ta\/b"}', r'{"text": "In Gaza\u0020Strip\ta\/b"}'),
        (r'{"text": "\ud83d\ude00 In Alepo \"x\""}', r'{"text": "\ud83d\ude00 In Aleppo \"x\""}'),
        (f'{{"n": {LONG}, "text": "In Alepo"}}', f'{{"n": {LONG}, "text": "In Aleppo"}}'),
        (
            '{"text": "Rekao je da su Abas Aragci i on tu"}',
            r'{"text": "Rekao je da su Abas Arak\u010di i on tu"}',
        ),
        (
            '{"text": "Rekao je da će Abas Aragci doći"}',
            '{"text": "Rekao je da će Abas Arakči doći"}',
        ),
        ('{"title": "In Alepo", "text": ""}', '{"title": "In Alepo", "text": ""}'),
        ('{"a": {"text": "In Alepo"}, "text": 1}', '{"a": {"text": "In Alepo"}, "text": 1}'),
    ],
)
def test_only_the_field_is_rewritten(rewrite_text: RewriteText, line: str, expected: str) -> None:
    """The edited words of the field change, and nothing else of the line."""
    other = '{"text": "x"}\r\n\n'
    assert rewrite_text(f"{other}{line}\r\n", "jsonl").text == f"{other}{expected}\r\n"


def test_fields_may_be_nested_and_several(rewrite_text: RewriteText) -> None:
    """A dotted field leads into objects; the fields of a line are one text."""
    line = '{"by": "Alepo", "a": {"b": "Abbas Araqchi", "c": ["Alepo"]}, "title": "Arakci left"}'
    expected = line.replace("Araqchi", "Araghchi").replace("Arakci", "Araghchi")
    assert rewrite_text(line, "jsonl", ("title", "a.b")).text == expected


def test_lines_are_texts_of_their_own(rewrite_text: RewriteText) -> None:
    """A name introduced in one line is not introduced in the next."""
    lines = '{"text": "Abbas Araqchi spoke"}\n{"text": "Then Arakci left"}\n'
    assert rewrite_text(lines, "jsonl").text == lines.replace("Araqchi", "Araghchi")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"text": "a"}\n{"text": a}\n', "x:2:10 is not JSON (Expecting value)"),
        ('\n["a"]\n', "x:2:1 is no JSON object; each line should be one"),
        ('{"text": ' + "[" * 100_000, "x:1:1 is nested too deeply"),
        (
            '{"id": 1, "body": "a"}\n{"id": 2}\n',
            "x:1:1 no line has a text in the field 'text'; there are id, body: choose with --field",
        ),
    ],
)
def test_bad_lines_are_told(rewrite_text: RewriteText, text: str, message: str) -> None:
    """What is no JSON lines is told with its place and what would fit."""
    with pytest.raises(DocumentError) as caught:
        rewrite_text(text, "jsonl")
    assert str(caught.value) == message


def test_nothing_is_nothing(rewrite_text: RewriteText) -> None:
    """An empty file has no line that could be wrong."""
    assert rewrite_text("", "jsonl").text == ""


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(["text", "id"]) | st.text(),
            st.text() | st.integers() | st.dictionaries(st.text(), st.text()),
        )
    ),
    st.booleans(),
)
def test_what_a_field_says_is_its_value(records: list[dict[str, object]], ascii_only: bool) -> None:
    """Whatever strings are made of, and however they are escaped, they are read as they are."""
    text = "".join(json.dumps(each, ensure_ascii=ascii_only) + "\n" for each in records)
    values = [each["text"] for each in records if each.get("text")]
    try:
        said = [says(passage) for passage in jsonl_passages(text)]
    except UnreadableError:
        said = []
    assert said == [value for value in values if isinstance(value, str)]
