"""The harness measures what it says, shown on a few made-up names."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from tests.quality.__main__ import main
from tests.quality.data import Evaluation, Pair, PairSet, Spelling, load_data, split_by_tag
from tests.quality.folds import Labelled, assign_folds, cross_validate
from tests.quality.measure import score_all, strictest_share, work_out
from tests.quality.peers import AfterRomanising, Function, Scorer
from tests.quality.retrieval import (
    STRANGERS,
    Listed,
    Question,
    Task,
    is_stranger,
    make_task,
    retrieve,
)
from tests.quality.search import make_search

FILES = {
    "person_variant_pairs.tsv": """
        entity|canonical_en|variant|lang|script|kind|skel_sim|sources
        1|Samir Haddar|Sameer Hadar|en|Latn|alias-good|1.0|made up
        1|Samir Haddar|سمير حدار|ar|Arab|label||made up
        1|Samir Haddar|"The Baker"|en|Latn|alias-low|0.0|made up
        2|Rami Nasif|Ramy Nassif|en|Latn|alias-good|1.0|made up
    """,
    "sr_press_names.tsv": """
        canonical_en|native_curated|surface|variety|case|erratic|url
        Samir Haddar||Samir Hadar|sr-Latn|nom|0|
        Samir Haddar||Самира Хадара|sr-Cyrl|gen|0|
        Samir Haddar||Samira Hadar|sr-Latn|gen|1|
        Samir Haddar||Hadara|sr-Latn|gen|0|
    """,
    "ar_latn_pairs.tsv": """
        arabic_script|latin|kind|source|origin|plausible
        سمير حدار|Samir Haddar|person-full|made up|middle-east|1
        سمير حدار|Samir H. Haddar|person-full|made up|middle-east|0
        تل حدار|Tal Haddar|place-ara|made up|middle-east|1
        سمير|Samir|name-token|made up|mixed|1
    """,
    "sr_en_pairs.tsv": """
        sr_cyrl|sr_latn|english|arabic|kind|source|differs_after_folding|ref
        Вејлтон|Vejlton|Whaleton||place|made up|1|
        |Džon Vejl|John Whale||person|made up|1|
        Марково|Markovo|Markovo||place|made up|0|
    """,
    "hard_negatives.tsv": """
        name_a|name_b|script|why|source|folded_ratio|skel_sim
        Samir Haddar|Nadir Haddar|Latn|same-family-name|made up|0.8|0.5
        Samir Haddar|Samir Hadwan|Latn|lookalike|made up|0.8|0.5
    """,
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a few rows of each file, which the harness takes for the real one."""
    for name, rows in FILES.items():
        lines = [line.strip().replace("|", "\t") for line in rows.strip().splitlines()]
        (tmp_path / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    monkeypatch.setenv("NORMALIZE_EVAL", str(tmp_path))
    return tmp_path


def test_rows_go_to_their_sets(folder: Path) -> None:
    """Each row stands in the sets that it belongs to, once for each script it has."""
    sizes = {one.name: len(one.pairs) for one in load_data(folder).sets if one.pairs}
    assert sizes == {
        "press-nominative": 1,
        "press-inflected": 1,
        "press-odd-or-related": 1,
        "press-one-word": 1,
        "romanised": 2,
        "native-script": 1,
        "arabic-people": 1,
        "arabic-people-all": 2,
        "arabic-places": 1,
        "arabic-places-all": 1,
        "arabic-rest": 1,
        "serbian-people": 1,
        "serbian-places": 2,
    }


def test_quotation_marks_are_letters(folder: Path) -> None:
    """A name in quotation marks is read as it stands."""
    assert '"The Baker"' in {spelling.text for spelling in load_data(folder).spellings}


def test_sets_split_by_tag(folder: Path) -> None:
    """A set of several sorts of rows is followed by its parts, which have no aim."""
    split = list(split_by_tag(load_data(folder).sets))
    parts = [(one.name, len(one.pairs), one.aim) for one in split if "/" in one.name]
    assert parts == [
        ("serbian-places/place sr_cyrl", 1, None),
        ("serbian-places/place sr_latn", 1, None),
    ]


@pytest.mark.parametrize("share", [0.01, 0.05, 0.3, 1.0])
def test_threshold_lets_no_more_than_the_share_pass(share: float) -> None:
    """Where negatives are equal, all of them fail rather than too many pass."""
    negatives = np.array([0.9] * 3 + [0.8] * 20 + [0.1] * 77)
    threshold = strictest_share(negatives, share)
    passed = (negatives >= threshold).sum()
    assert passed == {0.01: 0, 0.05: 3, 0.3: 23, 1.0: 100}[share]


def table_scorer(scores: dict[str, float]) -> Scorer:
    """Return a scorer that looks the other name up."""
    return Function("table", lambda _, other: scores[other])


def test_figures_follow_from_scores() -> None:
    """Recall counts what reaches the threshold, and groups of negatives are counted apart."""
    negatives = tuple(
        Pair("listed", f"negative {number}", "near" if number < 4 else "far")
        for number in range(100)
    )
    positives = tuple(Pair("listed", f"positive {number}") for number in range(4))
    scores = {pair.other: number / 100 for number, pair in enumerate(reversed(negatives))}
    scores |= {"positive 0": 1.0, "positive 1": 0.99, "positive 2": 0.96, "positive 3": 0.0}
    data = Evaluation((PairSet("set", positives, (90, 90)),), negatives, ())
    figures = work_out("table", 0.98, score_all(table_scorer(scores), data), data)
    assert figures.sets["set"].recalls == (0.5, 0.75)
    assert figures.sets["set"].recall_at_default == 0.5
    assert figures.sets["set"].area == pytest.approx((1 + 0.995 + 0.965 + 0.005) / 4)
    assert figures.passed["all"].at_shares == (1, 5)
    assert figures.passed["near"].at_shares == (1, 4)
    assert figures.passed["all"].at_default == 2


PAIRS = [
    Pair("Samir Haddar", "Sameer Hadar"),
    Pair("samir haddar", "Nadir Haddar", "lookalike"),
    Pair("Nadir Haddar", "Nadeer Hadar"),
    Pair("Rami Nasif", "Ramy Nassif", entity="2"),
    Pair("R. Nasif", "Nassif R.", entity="2"),
    Pair("Tal Haddar", "Tell Haddar"),
]


def test_names_that_are_connected_share_a_fold() -> None:
    """Pairs with a name or an entity in common, also by way of others, are in one fold."""
    fold_of = assign_folds(PAIRS, 3)
    assert fold_of == assign_folds(reversed(PAIRS), 3)
    assert len({fold_of[pair] for pair in PAIRS[:3]}) == 1
    assert fold_of[PAIRS[3]] == fold_of[PAIRS[4]]
    assert set(fold_of.values()) == {0, 1, 2}


def test_cross_validation_never_scores_what_it_learnt() -> None:
    """Each pair is scored once, by a scorer whose training had none of its names."""
    data = Evaluation((PairSet("set", tuple(PAIRS[2:]), (90, 90)),), tuple(PAIRS[:2]), ())

    def train(labelled: Sequence[Labelled]) -> Scorer:
        seen = {name.casefold() for pair in labelled for name in (pair.listed, pair.other)}

        def score(listed: str, other: str) -> float:
            assert not {listed.casefold(), other.casefold()} & seen
            return 1 + len(seen)

        return Function("trained", score)

    scores = cross_validate(train, data, 3)
    assert (scores.negatives > 1).all()
    assert (scores.sets["set"] > 1).all()


def people(*names: str, text: str = "{} spelled", **others: object) -> list[Spelling]:
    """Return one other spelling for each canonical name."""
    values = {"script": "Latn", "kind": "alias-good", "likeness": 1.0} | others
    return [Spelling(name, name, text.format(name), **values) for name in names]  # type: ignore[arg-type]


def some_names(strangers: bool) -> list[str]:
    """Return three names that are, or are not, left out of the lexicon."""
    names = (f"{first} {last}" for first, last in product("ABCDEFGH", "KLMNOPQR"))
    return [name for name in names if is_stranger(name.casefold()) is strangers][:3]


def test_lexicon_lists_native_names_and_no_strangers() -> None:
    """What is listed is not asked, and a stranger's every name is, for nobody."""
    known, strangers = some_names(strangers=False), some_names(strangers=True)
    task = make_task(
        people(*known, *strangers)
        + people(*known, text="{} in Arabic", script="Arab", kind="label", likeness=None)
        + people(*known, text="{} at war", likeness=0.0)
    )
    assert [listed.names for listed in task.lexicon] == [
        (name, f"{name} in Arabic") for name in known
    ]
    asked = {(question.text, question.sort, question.answers) for question in task.questions}
    assert asked == {
        *((f"{name} spelled", "romanised", frozenset({name.casefold()})) for name in known),
        *((f"{name} at war", "other names", frozenset({name.casefold()})) for name in known),
        *((name, STRANGERS, frozenset()) for name in strangers),
        *((f"{name} spelled", STRANGERS, frozenset()) for name in strangers),
    }


def test_shared_name_is_asked_once() -> None:
    """What two persons are called finds either, and is not asked for a stranger."""
    first, second, *_ = some_names(strangers=False)
    stranger = some_names(strangers=True)[0]
    task = make_task(people(first, second, stranger, text="The Baker"))
    answers = frozenset({first.casefold(), second.casefold()})
    assert task.questions == (
        Question("The Baker", "romanised", answers),
        Question(stranger, STRANGERS, frozenset()),
    )


TASK = Task(
    lexicon=(
        Listed("samir", ("Samir Haddar", "سمير حدار")),
        Listed("rami", ("Rami Nasif",)),
    ),
    questions=(
        Question("Samir Hadar", "romanised", frozenset({"samir"})),
        Question("Rami Nassif", "romanised", frozenset({"samir"})),
        Question("Nasif", "one word", frozenset({"rami"})),
        Question("Ramy Nasif", STRANGERS, frozenset()),
        Question("Wholly Other", STRANGERS, frozenset()),
    ),
)


def length_of_common_start(listed: str, other: str) -> float:
    """Return how many letters two names have in common before they differ."""
    common = 0
    while listed[: common + 1] == other[: common + 1] and common < len(listed):
        common += 1
    return common


@pytest.mark.parametrize(
    "scorer",
    [
        AfterRomanising("metric", lambda a, b, **_: length_of_common_start(a, b)),
        Function("function", length_of_common_start),
    ],
    ids=["by RapidFuzz", "one by one"],
)
def test_answers_are_counted(scorer: Scorer) -> None:
    """Right, wrong and missing answers are told apart, and strangers should find nobody."""
    retrieved = retrieve("made up", make_search(scorer, TASK.lexicon, 3), TASK)
    assert retrieved.asked == {"romanised": 2, "one word": 1, STRANGERS: 2}
    assert (retrieved.wrong("romanised"), retrieved.missing("romanised")) == (1, 0)
    assert (retrieved.wrong("one word"), retrieved.missing("one word")) == (0, 1)
    assert (retrieved.wrong(STRANGERS), retrieved.missing(STRANGERS)) == (1, 0)


def test_sample_is_the_same_each_time() -> None:
    """A sample depends on the questions, not on their order."""
    turned = Task(TASK.lexicon, TASK.questions[::-1])
    assert TASK.sample(3) == turned.sample(3)
    assert len(TASK.sample(3).questions) == 3


def test_absent_data_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where there is nothing to measure on, that is said and is no failure."""
    monkeypatch.setenv("NORMALIZE_EVAL", str(tmp_path / "absent"))
    main([])
    assert "nothing to measure on" in capsys.readouterr().out


@pytest.mark.parametrize("shown", ["negatives", "misses", "answers"])
@pytest.mark.usefixtures("folder")
def test_tables_and_figures(tmp_path: Path, capsys: pytest.CaptureFixture[str], shown: str) -> None:
    """One run prints both tables and the rows asked for, and writes the same figures as JSON."""
    figures = tmp_path / "figures.json"
    peers = ["token_sort_ratio", "Jaro-Winkler"]
    main(["--only", *peers, "--show", shown, "--set", "romanised", "--json", str(figures)])
    printed = capsys.readouterr().out
    written = json.loads(figures.read_text(encoding="utf-8"))
    assert [each["scorer"] for each in written["scorers"]] == peers
    assert [each["searcher"] for each in written["retrieval"]] == peers
    assert written["scorers"][0]["passed"]["all"]["negatives"] == 2
    assert all(name in printed for name in ("press-inflected", "lookalike", "strangers", *peers))


def train_nothing(_: Sequence[Labelled]) -> Scorer:
    """Return a scorer for which all names are the same."""
    return Function("constant", lambda *_: 1.0)


@pytest.mark.usefixtures("folder")
def test_trained_scorer_is_cross_validated(capsys: pytest.CaptureFixture[str]) -> None:
    """A trainer named on the command line gets columns of its own."""
    place = "tests.quality.test_harness:train_nothing"
    main(["--only", "--no-retrieval", "--cross-validate", "2", "--train", place])
    assert "in 2 folds" in capsys.readouterr().out
