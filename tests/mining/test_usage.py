"""What a lexicon covers and what of it texts use."""

from __future__ import annotations

import pytest

from normalize.mining.chart import ChartError, draw
from normalize.mining.usage import count_uses, cover, table, to_plain
from tests.conftest import normalizer_for


def test_uses_and_gaps_are_counted() -> None:
    """Mentioned entries are counted, all others are unused, and missing names are gaps."""
    normalizer = normalizer_for({})
    entries = list(normalizer.lexicon.entries.values())
    coverage = cover(entries)
    usage = count_uses(["Abbas Araghchi met Abbas Arakchi."], normalizer)
    assert usage.mentions == {"abbas-araghchi": 2}
    assert len(usage.unused) == len(entries) - 1
    plain = to_plain(coverage, usage)
    assert plain["entries"] == len(entries) == sum(coverage.types.values())
    assert all("sr" not in normalizer.lexicon.entries[id].names for id in plain["gaps"]["sr"])
    assert f"1 of {len(entries)} entries are used" in table(coverage, usage, 5)


def test_chart_is_a_picture_or_says_what_it_needs() -> None:
    """With matplotlib there is a PNG, without it one line that names the extra."""
    coverage = cover(list(normalizer_for({}).lexicon.entries.values()))
    try:
        import matplotlib  # noqa: F401
    except ImportError:
        with pytest.raises(ChartError, match=r"normalize-names\[charts\]"):
            draw(coverage, None)
    else:
        assert draw(coverage, None).startswith(b"\x89PNG")
