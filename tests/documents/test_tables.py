"""The prose of CSV and TSV."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.documents.passages import says
from normalize.documents.tables import table_passages
from normalize.errors import DocumentError
from tests.documents.conftest import RewriteText


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("id,text\n1,In Alepo\n", "id,text\n1,In Aleppo\n"),
        ("id;text\r\n1;In Alepo\r\n", "id;text\r\n1;In Aleppo\r\n"),
        ("id\ttext\r1\tIn Alepo\r", "id\ttext\r1\tIn Aleppo\r"),
        ('"text"\n"In ""Alepo"", \nno"', '"text"\n"In ""Aleppo"", \nno"'),
        ('text,"x"\n"In Alepo",Alepo', 'text,"x"\n"In Aleppo",Alepo'),
        ('text\n"In Gaza\nBelt"\n', 'text\n"In Gaza\nStrip"\n'),
        ('a,text\nIn Alepo\n\n"",In Alepo,', 'a,text\nIn Alepo\n\n"",In Aleppo,'),
        ('text\n"In Alepo"x\n', 'text\n"In Alepo"x\n'),
        ("text\n", "text\n"),
        ("", ""),
    ],
)
def test_only_the_column_is_rewritten(rewrite_text: RewriteText, table: str, expected: str) -> None:
    """The edited words of the column change; quotes and line ends stay."""
    assert rewrite_text(table, "csv").text == expected


def test_columns_may_be_several(rewrite_text: RewriteText) -> None:
    """The columns of a row are one text, each row another."""
    table = "id,a,b\n1,Abbas Araqchi,Then Arakci\n2,Then Arakci,\n"
    expected = "id,a,b\n1,Abbas Araghchi,Then Araghchi\n2,Then Arakci,\n"
    assert rewrite_text(table, "csv", ("b", "a")).text == expected


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (
            'id,"bo,dy"\n1,2\n',
            "x:1:1 has no column 'text'; it has id, bo,dy: choose with --field",
        ),
        ('text\na\n"b\n', "x:3:1 opens a quote that is never closed"),
    ],
)
def test_bad_tables_are_told(rewrite_text: RewriteText, table: str, message: str) -> None:
    """What is no table is told with its place and what would fit."""
    with pytest.raises(DocumentError) as caught:
        rewrite_text(table, "csv")
    assert str(caught.value) == message


@given(
    st.lists(st.lists(st.text(alphabet='ab ",;\n\r\té'), min_size=3, max_size=3)),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.sampled_from([",", ";", "\t"]),
)
def test_what_a_cell_says_is_its_value(rows: list[list[str]], quoting: int, divider: str) -> None:
    """Tables are read as Python's own reader reads them."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, quoting=quoting, delimiter=divider)  # type: ignore[arg-type]
    writer.writerows([["id", "text", "note"], *rows])
    said = [says(passage) for passage in table_passages(file.getvalue())]
    assert said == [row[1] for row in rows if row[1]]
