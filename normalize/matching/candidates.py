"""The words of a text that may be names nobody listed, and which of them are free."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from normalize.matching.scan import Hit

CAPITAL = "".join(filter(str.isupper, map(chr, range(0x530))))
LETTER = "(?:[^\\W\\d_][\u0300-\u036f]*)"
CASED_WORD = rf"[{CAPITAL}][\u0300-\u036f]*{LETTER}+(?:['’](?!s\b){LETTER}+)*"
ARABIC_WORD = "[\u0620-\u065f\u066e-\u06d3\u06d5\u06fa-\u06ff\u200c]{2,}"
ANY_WORD = re.compile(rf"(?<!\w)(?:{CASED_WORD}|{ARABIC_WORD})(?!\w)")


class Taken:
    """The spans that are somebody's already."""

    def __init__(self, hits: Sequence[Hit]) -> None:
        self._starts = [hit.start for hit in hits]
        self._ends = list(accumulate((hit.end for hit in hits), max))

    def is_free(self, start: int, end: int) -> bool:
        """Tell whether no hit lies over the span."""
        before = bisect_left(self._starts, end)
        return before == 0 or self._ends[before - 1] <= start
