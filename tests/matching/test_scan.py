"""The scan against a loop that is too simple to be wrong."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from normalize.lexicon.compile import CompiledLexicon
from normalize.matching.scan import Hit, leftmost_longest, scan
from normalize.model import Entry
from normalize.text.fold import fold
from normalize.text.language import LanguageMap

words = st.text(alphabet="ab", min_size=1, max_size=3).map(str.capitalize)
names = st.lists(words, min_size=1, max_size=3).map(" ".join)
lexicons = st.lists(names, min_size=1, max_size=8, unique_by=str.casefold)
texts = st.lists(st.sampled_from(["A", "B", "a", "b", " ", ".", "Ab", "Ba", "-"]), max_size=30)


def find_naively(text: str, names: list[str]) -> set[tuple[int, int, str]]:
    """Return every place where a name stands as whole words, each beginning with a capital.

    A name of several words may stick to another that shows its own end by a capital.
    """
    found = set()
    for name in names:
        before, after = r"(?<![a-zA-Z])", r"(?![a-zA-Z])"
        if " " in name:
            before = r"(?<![A-Z])(?<![a-z](?=[a-z]))"
            after = r"(?:(?![a-zA-Z])|(?<=[a-z])(?=[A-Z]))"
        pattern = r"[ -]".join(f"(?=[A-Z])(?i:{word})" for word in name.split())
        for start in range(len(text)):
            match = re.compile(before + pattern + after).match(text, start)
            if match:
                found.add((match.start(), match.end(), name))
    return found


@settings(max_examples=500, deadline=None)
@given(texts.map("".join), lexicons)
def test_scan_finds_what_a_naive_loop_finds(text: str, lexicon: list[str]) -> None:
    """Every whole-word match is found, overlapping ones too, and nothing else."""
    entries = [Entry(f"e{number}", "place", {"en": name}) for number, name in enumerate(lexicon)]
    text = re.sub(r"[ -]{2,}", " ", text)
    compiled = CompiledLexicon(entries)
    hits = list(scan(text, fold(text), compiled, LanguageMap(text, "en")))
    found = {(c.start, c.end, form.text) for c in hits for form in c.forms}
    assert {f for f in found if f[2] in lexicon} == find_naively(text, lexicon)


def test_leftmost_then_longest_stands() -> None:
    """Of overlapping hits the first, then the longest, is kept."""

    def hit(start: int, end: int) -> Hit:
        return Hit(start, end, "x" * (end - start), ())

    spans = [hit(3, 9), hit(0, 4), hit(0, 5), hit(5, 6), hit(9, 12)]
    assert [(c.start, c.end) for c in leftmost_longest(spans)] == [(0, 5), (5, 6), (9, 12)]


def test_a_short_match_is_not_lost_to_a_longer_one_that_is_no_word() -> None:
    """`novi` is found in `novi sadžak`, though `novi sad` begins there."""
    compiled = CompiledLexicon(
        [Entry("a", "place", {"en": "novi"}), Entry("b", "place", {"en": "novi sad"})]
    )
    text = "novi sadžak"
    found = leftmost_longest(list(scan(text, fold(text), compiled, LanguageMap(text, "en"))))
    assert [c.text for c in found] == ["novi"]
