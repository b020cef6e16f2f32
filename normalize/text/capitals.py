"""Words in capitals, also as careless converters leave them: `UPOZORENjE`, `NjUJORK`."""

from __future__ import annotations

import re

# The second letter of a Serbian digraph, which Cyrillic has as one letter (Њ).
_SECOND = re.compile("(?<=[LN])j|(?<=D)ž")


def is_in_capitals(text: str) -> bool:
    """Tell whether all letters of a text are capitals, but for second letters of digraphs.

    >>> [is_in_capitals(text) for text in ("SADA", "NjUJORK", "Njujork", "Nj")]
    [True, True, False, False]
    """
    return text.isupper() or (len(text) > 2 and _SECOND.sub("", text).isupper())
