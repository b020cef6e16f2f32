"""The file of proposals: written for an editor to answer, and read again with the answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from normalize.errors import DocumentError, nearest
from normalize.mining.proposals import Proposal, context

_HEAD = """\
# Names that the lexicon lacks. Mend an entry where it is wrong, see `into`, and write `accept` or
# `reject` for `later`; then run: normalize lexicon accept FILE
version: 1
proposals:
"""
_DECISIONS = ("accept", "reject", "later")
_FILES = {
    "person": "people/other.yaml",
    "place": "places/sites.yaml",
    "organisation": "organisations/governments.yaml",
}


class Answer(NamedTuple):
    """An editor's answer to one proposal; `line` counts from 1."""

    decision: str
    into: str
    fields: dict[str, Any]
    line: int


def write_proposals(proposals: Iterable[Proposal]) -> str:
    """Return the text of a file of proposals, all still to be answered."""
    return _HEAD + "".join("\n".join(_lines(proposal)) + "\n\n" for proposal in proposals)


def to_plain(proposal: Proposal) -> dict[str, Any]:
    """Return a proposal as plain lists, dicts, strings and numbers, ready for JSON."""
    cluster = proposal.cluster
    return {
        "entry": proposal.fields,
        "rule": str(proposal.rule),
        "passages": cluster.passages,
        "disorder": round(cluster.disorder, 3),
        "weight": round(cluster.weight, 2),
        "spellings": {spelling.text: spelling.times for spelling in cluster.spellings},
        "contexts": [context(use) for use in cluster.contexts()],
        "near": [{"entry": near.entry, "score": near.score} for near in proposal.near],
    }


def read_answers(text: str, path: Path) -> list[Answer]:
    """Return the answers in a file of proposals.

    Raises `DocumentError` with the line where it is no such file, or an answer is none.
    """
    try:
        root = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise DocumentError(f"{path}:{line}: this is no YAML: {error.problem}") from None
    if isinstance(root, yaml.MappingNode):
        for key, value in root.value:
            if key.value == "proposals" and isinstance(value, yaml.SequenceNode):
                return [_answer(node, path) for node in value.value]
    raise DocumentError(
        f"{path}:1: there are no proposals in this file; `normalize mine` writes them"
    )


def _answer(node: yaml.Node, path: Path) -> Answer:
    line = node.start_mark.line + 1
    data = yaml.constructor.BaseConstructor().construct_document(node)
    if not isinstance(data, dict) or not isinstance(data.get("entry"), dict):
        raise DocumentError(f"{path}:{line}: a proposal has 'decision', 'into' and 'entry'")
    decision = data.get("decision", "later")
    if decision not in _DECISIONS:
        hint = nearest(str(decision), _DECISIONS)
        meant = f"did you mean {hint!r}?" if hint else f"write {', '.join(_DECISIONS)}"
        raise DocumentError(f"{path}:{line}: {decision!r} is no decision; {meant}")
    into = data.get("into")
    if decision == "accept" and (not isinstance(into, str) or not into.endswith(".yaml")):
        raise DocumentError(
            f"{path}:{line}: 'into' must name a lexicon file, such as {_FILES['person']}"
        )
    return Answer(decision, str(into), data["entry"], line)


def _lines(proposal: Proposal) -> Iterator[str]:
    cluster = proposal.cluster
    spelled = ", ".join(f"{spelling.text} ({spelling.times})" for spelling in cluster.spellings[:8])
    yield f"  # {cluster.passages} passages, rule {proposal.rule}: {spelled}"
    for near in proposal.near:
        yield f"  # near {near.entry} ({near.score:.2f})"
    for use in cluster.contexts():
        yield f"  #   {context(use)}"
    yield "  - decision: later"
    yield f"    into: {_FILES.get(proposal.fields['type'], 'terms.yaml')}"
    yield "    entry:"
    yield from entry_lines(proposal.fields, "      ")


def entry_lines(fields: dict[str, Any], margin: str) -> list[str]:
    """Return the lines of an entry, as lexicon files have them.

    >>> entry_lines({"id": "homs", "names": {"en": "Homs", "sr": "Homs"}}, "  ")
    ['  id: homs', '  names: {en: Homs, sr: Homs}']
    """
    return [f"{margin}{key}: {_scalar(value)}" for key, value in fields.items()]


def _scalar(value: Any) -> str:
    flow = None if isinstance(value, str) else True
    written = yaml.safe_dump(
        value, allow_unicode=True, default_flow_style=flow, sort_keys=False, width=1 << 20
    )
    return written.removesuffix("\n").removesuffix("\n...")
