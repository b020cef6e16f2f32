"""Rules that the three languages share: compounds, what letters may stand for, words as names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from normalize.languages.arabic_script.tables import Tables, tables
from normalize.languages.shape import Setting
from normalize.text.fold import fold_exactly

_MOST_COMPOUNDS = 3
_SHORTEST_LAST = 3
_LONGEST_SHORT = 4
_CUE_REACH = 48
_LAST_WORD = re.compile(r"(\w+)\s+[\"“”«(']*\Z")
_FIRST_WORD = re.compile(r"\s+(\w+)")
_ZWNJ = "\N{ZERO WIDTH NON-JOINER}"
_TANWIN = "\N{ARABIC FATHATAN}"
# What may be written on or between letters and says nothing of the name: vowel signs, tatweel,
# marks of direction, joiners.
_SIGNS = re.compile(
    "[\u0610-\u061a\u0640\u064b-\u0655\u0670\u061c\u200c-\u200f\u202a-\u202e\u2066-\u2069]"
)


def vary_compounds(name: str, lang: str) -> Iterator[str]:
    """Yield the spellings of a name with its compounds joined or parted.

    >>> list(vary_compounds("عبد الفتاح السيسي", "ar"))
    ['عبدالفتاح السيسي']
    """
    joints, partings = _compound_patterns(lang)
    places = {match.start(1): "" for pattern in joints for match in pattern.finditer(name)}
    places |= {match.end(1): " " for pattern in partings for match in pattern.finditer(name)}
    chosen = sorted(places)[:_MOST_COMPOUNDS]
    for count in range(len(chosen), 0, -1):
        for changed in combinations(chosen, count):
            yield _change_gaps(name, {at: places[at] for at in changed})


def _change_gaps(name: str, changed: dict[int, str]) -> str:
    """Return the name without the gap at each place that has none, with a space at the others."""
    for at in sorted(changed, reverse=True):
        name = name[:at] + changed[at] + name[at + (not changed[at]) :]
    return name


@lru_cache(maxsize=4)
def _compound_patterns(lang: str) -> tuple[list[re.Pattern[str]], list[re.Pattern[str]]]:
    """Return patterns for the gaps of compounds, and for the ends of joined first parts."""
    known = tables(lang)
    first, last = "|".join(known.firsts) or "(?!)", "|".join(known.lasts) or "(?!)"
    gap = f"([ {_ZWNJ}])"
    rest = rf"\w{{{_SHORTEST_LAST},}}"
    joints = [
        re.compile(rf"(?<!\w)(?:{first}){gap}(?=\w)"),
        re.compile(rf"(?<=\w){gap}(?=(?:{last})(?!\w))"),
    ]
    partings = [
        re.compile(rf"(?<!\w)({first})(?={rest})"),
        re.compile(rf"(?<!\w)(\w{{2,}})(?=(?:{last})(?!\w))"),
    ]
    return joints, partings


def is_written_like(listed: str, found: str, lang: str) -> bool:
    """Tell whether a span that folds like a name may be that name in texts of the language.

    Names take no tanwin: بريطانياً is British.

    >>> is_written_like("علي لاريجاني", "على لاريجاني", "ar")
    False
    >>> is_written_like("محمد علي الحوثي", "محمد على الحوثى", "ar")
    True
    """
    theirs, ours = _bare(found).split(), _bare(listed).split()
    if not theirs:
        return True
    if _TANWIN in found[-2:] and ours[-1].endswith("ا"):
        return False
    if theirs == ours:
        return True
    if len(ours) == 1 == len(theirs) and not _is_same_word(ours[0], theirs[0], lang):
        return False
    little = tables(lang).ends_in_alef
    ends = ((theirs[0], ours[0]), (theirs[-1], ours[-1]))
    return not any(there in little and there != here for there, here in ends)


def _is_same_word(ours: str, theirs: str, lang: str) -> bool:
    """Tell whether two single words that fold alike are one.

    In a short one a hamza of its own makes another word: إب is a town, أب a father, آب August; بأن
    is "that" and not Ban. A bare alef may be any. And in Sorani ە is a vowel, ه and ة consonants.
    """
    if lang == "ckb":
        return "ة" not in theirs or "ة" in ours
    if len(ours) > _LONGEST_SHORT:
        return True
    return not any(a != b and b in "أإآؤئ" for a, b in zip(ours, theirs, strict=False))


def _bare(text: str) -> str:
    return _SIGNS.sub("", text)


def is_only_a_word(name: str, proclitic: str, setting: Setting, lang: str) -> bool | None:
    """Tell whether a name is an ordinary word in its place; None where the whole text decides.

    `proclitic` is what is joined to the name there.

    >>> is_only_a_word("حماة", "", Setting("وصلوا إلى مدينة ", "حماه", " مساء"), "ar")
    False
    >>> is_only_a_word("القاعدة", "", Setting("قصفوا ", "القاعدة", " العسكرية"), "ar")
    True
    """
    known = tables(lang)
    folded = fold_exactly(name)
    word = known.words.get(folded)
    may_be_his = len(folded) <= _LONGEST_SHORT or folded in known.longer_lost_dots
    if may_be_his and _has_lost_its_dots(name, setting.found) and not (word and word.after):
        word = known.lost_dots
    if word is None:
        return False
    last = _LAST_WORD.search(fold_exactly(setting.before[-_CUE_REACH:]))
    first = _FIRST_WORD.match(fold_exactly(setting.following[:_CUE_REACH]))
    if last and _is_among(last[1], word.not_after, known):
        return True
    if first and first[1] in word.not_before:
        return True
    own = fold_exactly(proclitic).lstrip("".join(known.conjunctions))
    shown = own in word.own or (not own and last and _is_among(last[1], word.after, known))
    if shown or not word.after:
        return False
    return True if word.strict else None


def _is_among(word: str, words: frozenset[str], known: Tables) -> bool:
    """Tell whether a word is one of these, by itself or with a proclitic before it."""
    return word in words or any(
        word.startswith(proclitic) and word[len(proclitic) :] in words
        for proclitic in known.proclitics
    )


def _has_lost_its_dots(name: str, found: str) -> bool:
    """Tell whether a word without the article ends in ه for ة, and so may be `his` or `its`."""
    theirs = _bare(found)
    is_word = " " not in name and not name.startswith("ال")
    return is_word and _bare(name).endswith("ة") and theirs.endswith(("ه", "ہ", "ھ"))


def makes_longer(word: str, short: bool, lang: str) -> bool:
    """Tell whether a word before a name makes it part of a longer one, which is somebody else's.

    A given name does so before a family name (`short`), بن before any.

    >>> makes_longer("ماهر", True, "ar"), makes_longer("قال", True, "ar")
    (True, False)
    """
    known = tables(lang)
    return _is_among(fold_exactly(word), known.given_names if short else known.sons, known)
