"""The figures of a lexicon as a picture; needs the extra `charts` (matplotlib)."""

from __future__ import annotations

from io import BytesIO

from normalize.errors import NormalizeError
from normalize.mining.usage import LANGUAGES, Coverage, Usage

_MOST = 20


class ChartError(NormalizeError):
    """A chart that can't be drawn, as nothing to draw with is installed."""


def draw(coverage: Coverage, usage: Usage | None) -> bytes:
    """Return a PNG: names by type and language and, of texts, the most used entries.

    Raises `ChartError` where matplotlib is not installed.
    """
    try:
        from matplotlib.figure import Figure
    except ImportError:
        raise ChartError(
            "a chart needs matplotlib; install it with: pip install 'normalize-names[charts]'"
        ) from None
    figure = Figure(figsize=(12 if usage else 7, 6), layout="constrained")
    covered, *used = figure.subplots(1, 2 if usage else 1, squeeze=False)[0]
    bottom = [0] * len(LANGUAGES)
    for type, named in coverage.named.items():
        counts = [named[lang] for lang in LANGUAGES]
        covered.bar(LANGUAGES, counts, bottom=bottom, label=type)
        bottom = [below + count for below, count in zip(bottom, counts, strict=True)]
    covered.set_title("Entries with a name in each language")
    covered.legend()
    if usage:
        most = list(usage.mentions.items())[:_MOST][::-1]
        used[0].barh([id for id, _ in most], [count for _, count in most])
        used[0].set_title("Most mentioned entries")
    picture = BytesIO()
    figure.savefig(picture, format="png", dpi=120)
    return picture.getvalue()
