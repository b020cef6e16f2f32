"""Arabic: how names are written in its press."""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalize.languages.shape import (
    NO_FIRM,
    Shape,
    inflect_nothing,
    keep_no_capitals,
    label_nothing,
    leave_neighbours,
    read_no_case,
    write_uninflected,
)

CUES = (
    "المعروف باسم", "المعروفة باسم", "المعروف بـ", "المعروفة بـ", "المعروف أيضا باسم",
    "المعروف أيضًا باسم", "الملقب", "الملقب بـ", "المسمى", "المسماة", "ما يسمى", "ما يعرف باسم",
    "سابقا", "سابقًا",
)  # fmt: skip
TITLES = frozenset(
    "السيد السيدة الرئيس رئيس الوزير وزير وزيرة الشيخ الإمام آية الجنرال العقيد اللواء الفريق "
    "القائد الزعيم زعيم الملك الأمير السلطان المتحدث السفير النائب الدكتور الأستاذ".split()
)
OPENERS: frozenset[str] = frozenset()
FUNCTION_WORDS: frozenset[str] = frozenset()

# Two words of one name that are written apart or together; the listed way stays canonical.
_COMPOUND = re.compile(r"(?<!\w)(عبد|نصر|فتح|حزب) (?=ال)|(?<!\w)(عبد)(?=ال)")

FIRM_AFTER = NO_FIRM

inflect = inflect_nothing
write_inflection = write_uninflected
label_base = label_nothing
read_case = read_no_case
keep_capitals = keep_no_capitals
mend_neighbours = leave_neighbours


def vary(name: str, shape: Shape) -> Iterator[str]:
    """Yield the spellings of an Arabic name that differ only in where its words are parted.

    >>> list(vary("عبد الفتاح السيسي", Shape("person")))
    ['عبدالفتاح السيسي']
    """
    match = _COMPOUND.search(name)
    if match:
        first = match[1] or match[2]
        link = "" if match[1] else " "
        yield name[: match.start()] + first + link + name[match.end() :]
