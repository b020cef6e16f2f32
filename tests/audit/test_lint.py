"""The rules of `normalize lexicon lint`, each by what breaks it and what does not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from textwrap import indent
from typing import NamedTuple

import pytest
import yaml

from normalize.audit.lint import lint
from normalize.errors import Problem
from normalize.lexicon.codes import IRREGULAR, Code, rules
from normalize.lexicon.schema import ENTRY
from tests.conftest import CASES
from tests.lexicon.files import homs, place, write


class LintCase(NamedTuple):
    """Entries that break a rule, and others like them that break none."""

    label: str
    code: str
    wrong: str
    right: str
    corpus: str = ""


def read_lint_cases() -> Iterator[LintCase]:
    """Yield the examples of the explanations, then the cases beside them."""
    for rule in rules().values():
        if rule.example.wrong:
            yield LintCase(f"{rule.code} example", rule.code, *rule.example)
    for path in sorted((CASES / "lint").glob("*.yaml")):
        for record in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield LintCase(**record)


LINT_CASES = list(read_lint_cases())
every_case = pytest.mark.parametrize("case", LINT_CASES, ids=[c.label for c in LINT_CASES])


def problems_of(entries: str, corpus: str, folder: Path) -> tuple[Problem, ...]:
    """Return what is wrong with entries that stand below `entries:`."""
    path = write(folder / "a.yaml", indent(entries, "  "))
    return lint([path], texts=[corpus] if corpus else []).problems


@every_case
def test_a_mistake_is_found(case: LintCase, tmp_path: Path) -> None:
    """What is wrong breaks the rule that it is there to break, and no other."""
    problems = problems_of(case.wrong, case.corpus, tmp_path)
    assert {problem.code for problem in problems} == {case.code}


@every_case
def test_what_is_right_is_left_alone(case: LintCase, tmp_path: Path) -> None:
    """What looks like the mistake and is none is not complained of."""
    assert [str(p) for p in problems_of(case.right, case.corpus, tmp_path)] == []


@every_case
def test_a_problem_has_its_place(case: LintCase, tmp_path: Path) -> None:
    """Each problem shows the line that it is in, and says what would fit."""
    for problem in problems_of(case.wrong, case.corpus, tmp_path):
        assert problem.frame
        assert problem.hint
        assert problem.message


def test_every_code_is_explained() -> None:
    """The codes and their explanations are the same, in the same order; names are not shared."""
    assert list(rules()) == list(Code)
    assert len({rule.name for rule in rules().values()}) == len(Code)
    assert {rule.severity for rule in rules().values()} == {"error", "warning"}


def test_every_rule_is_broken_by_a_case() -> None:
    """No rule goes untested but that a file can't be read."""
    assert {case.code for case in LINT_CASES} == set(Code) - {Code.UNREADABLE}


def test_exceptions_are_those_of_the_format() -> None:
    """What `irregular` takes in a file is what excuses an entry from a rule."""
    field = ENTRY.fields["irregular"].kind
    assert set(field.fields) == set(IRREGULAR.values())  # type: ignore[union-attr]
    assert {rules()[code].name for code in IRREGULAR} == set(IRREGULAR.values())


def test_a_broken_file_is_told_of_and_nothing_else(tmp_path: Path) -> None:
    """What can't be read is not judged."""
    (problem,) = lint([tmp_path / "no.yaml"]).problems
    assert problem.code == "L001"


def test_only_one_file_is_judged(tmp_path: Path) -> None:
    """The others are read for what they claim; their own mistakes wait."""
    bad = write(tmp_path / "bad.yaml", homs(names="{en: Homs, ar: حلب}"))
    good = write(tmp_path / "good.yaml", place("hama", type="place", names="{en: Hama}"))
    assert lint([tmp_path], only=[good]) == ((), 1)
    assert [p.code for p in lint([tmp_path], only=[bad]).problems] == ["L301"]


def test_only_one_file_is_judged_among_all(tmp_path: Path) -> None:
    """What another file does to the names of the one that is judged is seen."""
    aleppo = place("aleppo", type="place", names="{en: Aleppo}", variants="[Alepo]", wikidata="Q1")
    radio = place("radio", type="organisation", names="{en: Radio - Alepo}", wikidata="Q1")
    write(tmp_path / "a.yaml", aleppo)
    judged = write(tmp_path / "b.yaml", radio)
    assert [p.code for p in lint([tmp_path], only=[judged]).problems] == ["L402", "L403"]


def test_a_problem_stands_where_it_was_said_last(tmp_path: Path) -> None:
    """Of a name that a desk overrides, the desk's is complained of, in the desk's file."""
    write(tmp_path / "shared" / "a.yaml", homs(names="{en: Homs, ar: حمص}"))
    desk = write(tmp_path / "desk" / "a.yaml", place("homs", names="{ar: حلب}"))
    (problem,) = lint([tmp_path / "shared", tmp_path / "desk"]).problems
    assert (problem.code, problem.at.path, problem.at.line) == ("L301", desk, 4)
