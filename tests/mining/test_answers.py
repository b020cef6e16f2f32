"""The file of proposals, its answers, and what they do to lexicon files."""

from __future__ import annotations

from pathlib import Path

import pytest

from normalize.errors import DocumentError, LexiconError
from normalize.lexicon.load import load_entries
from normalize.mining.accept import add_entries, check_answers, names_of
from normalize.mining.answers import Answer, read_answers, to_plain, write_proposals
from normalize.mining.proposals import mine
from normalize.mining.rejected import add_rejected, read_rejected
from normalize.text.fold import fold_key
from tests.conftest import LEXICON, normalizer_for
from tests.mining.test_mine import TEXT

FILE = Path("proposals.yaml")
FIELDS = {"id": "omar-dayan", "type": "person", "names": {"en": "Omar Dayan"}}
LEXICON_TEXT = """\
# ours
version: 1
entries:
  # the first
  - id: aleppo  # a city
    type: place
    names: {en: Aleppo}

  - id: sirte
    type: place
    names: {en: Sirte}
"""


def test_written_proposals_are_read_back() -> None:
    """What is written can be answered as it stands, and every proposal is still open."""
    proposals = list(mine([TEXT], normalizer_for({})))
    answers = read_answers(write_proposals(proposals), FILE)
    assert [answer.decision for answer in answers] == ["later"] * len(proposals)
    assert [answer.fields for answer in answers] == [p.fields for p in proposals]
    assert to_plain(proposals[0])["spellings"] == {"Omar Dayan": 2, "Omar Dayyan": 1}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "proposals.yaml:1: there are no proposals"),
        ("proposals:\n  - [a", "proposals.yaml:2: this is no YAML"),
        ("proposals:\n  - {decision: acept, entry: {}}", "2: 'acept' is no decision; did you mean"),
        ("proposals:\n  - {decision: accept, entry: {}}", "2: 'into' must name a lexicon file"),
        ("proposals:\n  - {decision: accept}", "2: a proposal has"),
    ],
)
def test_bad_answers_are_one_clear_line(text: str, message: str) -> None:
    """A mistake in the file is told with its line and what would fit."""
    with pytest.raises(DocumentError) as caught:
        read_answers(text, FILE)
    assert message in str(caught.value)


def test_entries_are_added_in_their_place() -> None:
    """A new entry stands where the alphabet has it, and nothing else changes."""
    added = "  - id: omar-dayan\n    type: person\n    names: {en: Omar Dayan}\n\n"
    expected = LEXICON_TEXT.replace("  - id: sirte", f"{added}  - id: sirte")
    assert add_entries(LEXICON_TEXT, [FIELDS]) == expected
    crlf = add_entries(LEXICON_TEXT.replace("\n", "\r\n"), [FIELDS])
    assert crlf == expected.replace("\n", "\r\n")


def test_accepted_entries_are_checked_before_anything_is_written() -> None:
    """An id in use, a spelling of another entry and an unknown key are refused."""
    entries = load_entries([LEXICON])
    taken = Answer("accept", "a.yaml", {**FIELDS, "id": entries[0].id}, 7)
    with pytest.raises(DocumentError, match=r"proposals.yaml:7: the id .* is in use"):
        check_answers([taken], entries, FILE)
    claimed = Answer("accept", "a.yaml", {**FIELDS, "names": dict(entries[0].names)}, 7)
    with pytest.raises(LexiconError):
        check_answers([claimed], entries, FILE)
    with pytest.raises(LexiconError, match="nmaes"):
        check_answers([Answer("accept", "a.yaml", {**FIELDS, "nmaes": "x"}, 7)], entries, FILE)


def test_rejected_names_are_remembered_in_order(tmp_path: Path) -> None:
    """Names are added to the file once, sorted, and its comments stay."""
    path = tmp_path / "rejected.yaml"
    assert read_rejected(path) == frozenset()
    names = names_of([Answer("reject", "", {**FIELDS, "variants": ["Omar Dayyan"]}, 1)])
    text = add_rejected(add_rejected("", names, path), ["Blue Lake", "Omar Dayan"], path)
    assert text.splitlines()[-3:] == ['  - "Blue Lake"', '  - "Omar Dayan"', '  - "Omar Dayyan"']
    path.write_text(text.replace("rejected:\n", "rejected:\n  # lakes\n"), encoding="utf-8")
    assert fold_key("omar dayan") in read_rejected(path)
    assert "  # lakes\n" in add_rejected(path.read_text(encoding="utf-8"), ["Zed Tower"], path)


def test_bad_rejected_file_is_one_clear_line(tmp_path: Path) -> None:
    """A file that is no list of names is refused with its path."""
    path = tmp_path / "rejected.yaml"
    path.write_text("rejected: {a: b}", encoding="utf-8")
    with pytest.raises(DocumentError, match="'rejected' must be a list of names"):
        read_rejected(path)
