"""What is wrong with a lexicon, for people and for other programs."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

from normalize.errors import Problem
from normalize.lexicon.codes import Code, Rule, rules
from normalize.report.machine import file_uri, github_line, sarif_log

_WIDTH = 88


def problems_to_json(problems: Iterable[Problem], entries: int) -> dict[str, Any]:
    """Return one object for JSON; `entries` is how many were looked at."""
    return {"entries": entries, "problems": list(map(_to_dict, problems))}


def problems_to_sarif(problems: Iterable[Problem], version: str) -> dict[str, Any]:
    """Return a SARIF log, in which each rule explains itself."""
    return sarif_log(map(_rule, rules().values()), map(_result, problems), version)


def github_problem_lines(problems: Iterable[Problem]) -> Iterator[str]:
    """Yield a workflow command for each problem, which GitHub shows beside its line."""
    for problem in problems:
        rule = rules()[Code(problem.code)]
        place = {
            "file": str(problem.at.path),
            "line": str(problem.at.line),
            "col": str(problem.at.column),
            "title": f"{rule.code} {rule.name}",
        }
        yield github_line(rule.severity, place, _message(problem))


def explanation(rule: Rule) -> str:
    """Return a page about a rule: what it means, why, an example, how to mend it."""
    example = f"{_indented(rule.example.wrong)}\nRight:\n\n{_indented(rule.example.right)}"
    if rule.example.corpus:
        example = f"In a text:\n\n{_indented(rule.example.corpus)}\nWrong:\n\n{example}"
    elif rule.example.wrong:
        example = f"Wrong:\n\n{example}"
    sections = {
        "What it means": _filled(rule.means),
        "Why": _filled(rule.why),
        "Example": example if rule.example.wrong else "",
        "How to mend it": _filled(rule.mend),
    }
    told = (f"{heading}\n\n{text.rstrip()}\n" for heading, text in sections.items() if text)
    return f"{rule.code} {rule.name} ({rule.severity})\n\n" + "\n".join(told)


def _to_dict(problem: Problem) -> dict[str, Any]:
    rule = rules()[Code(problem.code)]
    return {
        "code": rule.code.value,
        "rule": rule.name,
        "severity": rule.severity,
        "path": str(problem.at.path),
        "line": problem.at.line,
        "column": problem.at.column,
        "entry": problem.entry,
        "message": problem.message,
        "hint": problem.hint,
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code.value,
        "name": rule.name,
        "shortDescription": {"text": " ".join(rule.means.split())},
        "fullDescription": {"text": " ".join(rule.why.split())},
        "help": {"text": " ".join(rule.mend.split())},
        "defaultConfiguration": {"level": rule.severity},
    }


def _result(problem: Problem) -> dict[str, Any]:
    rule = rules()[Code(problem.code)]
    location = {
        "artifactLocation": {"uri": file_uri(str(problem.at.path))},
        "region": {"startLine": problem.at.line, "startColumn": problem.at.column},
    }
    return {
        "ruleId": rule.code.value,
        "ruleIndex": list(rules()).index(rule.code),
        "level": rule.severity,
        "message": {"text": _message(problem)},
        "locations": [{"physicalLocation": location}],
        "properties": {"entries": [problem.entry] if problem.entry else []},
    }


def _message(problem: Problem) -> str:
    return f"{problem.message} ({problem.hint})" if problem.hint else problem.message


def _filled(text: str) -> str:
    return textwrap.fill(" ".join(text.split()), _WIDTH)


def _indented(text: str) -> str:
    return textwrap.indent(text.rstrip() + "\n", "    ")
