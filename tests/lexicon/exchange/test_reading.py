"""Files of other programs, case by case from `tests/cases/exchange`."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import yaml

from normalize.errors import LexiconError
from normalize.lexicon.exchange.fields import plain_fields
from normalize.lexicon.exchange.formats import FORMATS, Imported, import_entries
from tests.conftest import CASES
from tests.lexicon.exchange.consumers import needs

FILES = [path for path in sorted((CASES / "exchange").glob("*.yaml")) if path.stem != "lexicon"]
READ = [case for path in FILES for case in yaml.safe_load(path.read_text(encoding="utf-8"))]
GOOD = [case for case in READ if "entries" in case]
BAD = [case for case in READ if "error" in case]


def read(case: dict[str, Any]) -> Imported:
    """Return what the file of a case holds."""
    if case["format"] == "skos":
        needs("rdflib")
    file = case["file"]
    data = file if isinstance(file, bytes) else file.encode()
    return import_entries(BytesIO(data), Path("file"), case["format"])


@pytest.mark.parametrize("case", GOOD, ids=[case["label"] for case in GOOD])
def test_a_file_comes_to_entries(case: dict[str, Any]) -> None:
    """The entries are those of the case, and what is left out is said with its place."""
    imported = read(case)
    assert [plain_fields(entry) for entry in imported.entries] == case["entries"]
    assert [str(problem) for problem in imported.left_out] == [
        f"file:{said}" for said in case.get("left_out", ())
    ]


@pytest.mark.parametrize("case", BAD, ids=[case["label"] for case in BAD])
def test_a_bad_file_has_one_clear_line(case: dict[str, Any]) -> None:
    """The mistake is told with file, line, what is wrong and what would fit; nothing is read."""
    with pytest.raises(LexiconError) as caught:
        read(case)
    said = str(caught.value.problems[0])
    assert said.startswith("file:")
    assert case["error"] in said
    assert "\n" not in said


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("data", [b"", b"\x00\x01", b"\xff\xfe<\x00", b"[[[[", b"{}", b"null\n1"])
def test_what_is_no_such_file_never_ends_in_a_traceback(form: str, data: bytes) -> None:
    """Anything at all is either read or refused with its line."""
    needs("rdflib")
    try:
        imported = import_entries(BytesIO(data), Path("file"), form)
    except LexiconError as error:
        assert all(str(problem).startswith("file:") for problem in error.problems)
    else:  # a list of synonyms may be of any words
        assert imported.entries == () or form == "synonyms"
