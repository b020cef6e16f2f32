"""Arabic: how names are written in its press, and what is joined to them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalize.languages.arabic_script import names
from normalize.languages.arabic_script.tables import tables
from normalize.languages.shape import (
    NO_FIRM,
    Neighbours,
    Setting,
    Shape,
    keep_no_capitals,
    label_nothing,
    read_no_case,
)
from normalize.text.fold import fold_exactly
from normalize.text.language import script_of

CUES = (
    "المعروف", "المعروفة", "المكنى", "الشهير", "يعرف", "يلقب", "يكنى", "الملقبة",
    "المعروف باسم", "المعروفة باسم", "المعروف بـ", "المعروفة بـ", "المعروف أيضا باسم",
    "المعروف أيضًا باسم", "الملقب", "الملقب بـ", "المسمى", "المسماة", "ما يسمى", "ما يعرف باسم",
    "سابقا", "سابقًا",
)  # fmt: skip
TITLES = frozenset(
    "السيد السيدة الرئيس رئيس الوزير وزير وزيرة الشيخ الإمام آية الجنرال العقيد اللواء الفريق "
    "القائد الزعيم زعيم الملك الأمير السلطان المتحدث السفير النائب الدكتور الأستاذ العميد العماد "
    "المشير المرشد المرجع المفتي البطريرك المستشار القاضي المبعوث الوزيرة النائبة السفيرة".split()
)
OPENERS = frozenset(
    "في من إلى على عن مع بين أن إن أنه إنه أنها إنها بأن بأنه بأنها فإن فإنه لأن لأنه لأنها كان "
    "كانت وكان قد وقد لقد ما لا لم لن ليس هل أو أم ثم بل لكن هذا هذه ذلك تلك الذي التي الذين هو هي "
    "هم كما كل بعض غير بعد قبل منذ حتى عند لدى أين كيف متى حيث إذا إذ لو قال وقال قالت وقالت أكد "
    "أضاف وأضاف أعلن وأعلن يجعل جعل مستوى ضد نحو حول خلال دون أمام تحت فوق وراء".split()
)
FUNCTION_WORDS: frozenset[str] = frozenset()
FIRM_AFTER = NO_FIRM

_LANG = "ar"
_LAM = "ل"
_ARTICLE = re.compile(r"ال(?=\w\w)")
_JOINING = re.compile("[فبكل]\\Z")
_TATWEEL = "\N{ARABIC TATWEEL}"
_WORD_BEFORE = re.compile(r"(?P<word>\w+)\s+\Z")

label_base = label_nothing
read_case = read_no_case
keep_capitals = keep_no_capitals


def vary(name: str, shape: Shape) -> Iterator[str]:
    """Yield the spellings of an Arabic name that differ in how its words are joined, or in ابن.

    >>> list(vary("محمد بن سلمان", Shape("person")))
    ['محمد ابن سلمان']
    """
    yield from names.vary_compounds(name, _LANG)
    for other, ours in tables(_LANG).within.items():
        if f" {ours} " in name:
            yield name.replace(f" {ours} ", f" {other} ")


def inflect(name: str, shape: Shape) -> Iterator[tuple[str, str]]:
    """Yield what a name becomes in its sentence, with a label: a proclitic, `+`, a case.

    Only ل before the article, which changes the name's own letters, is generated; other proclitics
    are joined by `join_proclitic` to whatever form the text has after them.

    >>> list(inflect("الأسد", Shape("person", full=False)))
    [('للأسد', 'ل+')]
    >>> list(inflect("أبو ظبي", Shape("place")))[:2]
    [('أبي ظبي', '+أبي'), ('أبا ظبي', '+أبا')]
    """
    for spelled in (name, *vary(name, shape)):
        first, _, rest = spelled.partition(" ")
        for case in ("", *(tables(_LANG).cases.get(first, ()) if rest else ())):
            form = f"{case} {rest}" if case else spelled
            if case:
                yield form, f"+{case}"
            if _ARTICLE.match(form):
                yield attach(_LAM, form), f"{_LAM}+{case}"


def write_inflection(name: str, label: str, shape: Shape, like: str = "") -> str | None:
    """Return the name in the case of the word that it began with in the text.

    >>> write_inflection("أبو محمد الجولاني", "أبي", Shape("person"))
    'أبي محمد الجولاني'
    >>> write_inflection("أحمد الشرع", "أبي", Shape("person"))
    'أحمد الشرع'
    """
    first, gap, rest = name.partition(" ")
    return label + gap + rest if label in tables(_LANG).cases.get(first, ()) else name


def attach(proclitic: str, name: str) -> str:
    """Return a name with what is joined before it, as it stands in the text.

    >>> attach("ل", "الولايات المتحدة"), attach("ول", "اللاذقية"), attach("ب", "Bashar Assad")
    ('للولايات المتحدة', 'وللاذقية', 'بـBashar Assad')
    """
    if script_of(name[:1]) != "Arab":
        return proclitic + (_TATWEEL if _JOINING.search(proclitic) else "") + name
    if proclitic.endswith(_LAM) and _ARTICLE.match(name):
        return proclitic + name[2 if name.startswith("الل") else 1 :]
    return proclitic + name


def mend_neighbours(written: str, before: str, following: str) -> Neighbours:
    """Return how much is cut before a name that begins with the word that stands there.

    >>> mend_neighbours("تنظيم الدولة الإسلامية", "لعناصر تنظيم ", "").cut_before
    6
    """
    there = _WORD_BEFORE.search(before)
    first, _, rest = written.partition(" ")
    doubled = there and rest and there["word"] == first and first in tables(_LANG).introduce
    return Neighbours(cut_before=len(there[0]) if there and doubled else 0)


def join_proclitic(proclitic: str, name: str, label: str) -> str | None:
    """Return the label of a form with a proclitic before it, or None where none can stand there.

    `proclitic` is what stands in the text before the form, tatweel and vowel signs included.

    >>> join_proclitic("و", "بشار الأسد", ""), join_proclitic("و", "ليد", "")
    ('و+', None)
    """
    known = tables(_LANG)
    letters = fold_exactly(proclitic)
    if letters not in proclitics() or (label and "+" not in label):
        return None
    if fold_exactly(proclitic + name) in known.whole_words:
        return None
    if label and not label.startswith("+"):
        return proclitic + label if letters in known.conjunctions else None
    if letters not in known.proclitics and script_of(name[0]) != "Latn":
        return None
    if proclitic.endswith(_LAM) and _ARTICLE.match(name):
        return None
    return proclitic + (label or "+")


def proclitics() -> frozenset[str]:
    """Return what may be joined before a name, of one letter or more.

    >>> {"و", "وب", "فل"} <= proclitics()
    True
    """
    return tables(_LANG).before_latin


def is_written_like(listed: str, found: str) -> bool:
    """Tell whether a span that folds like a name may be that name."""
    return names.is_written_like(listed, found, _LANG)


def is_only_a_word(name: str, label: str, setting: Setting) -> bool | None:
    """Tell whether a name is an ordinary word in its place; None where the whole text decides.

    >>> is_only_a_word("للقاعدة", "ل+", Setting("عاد ", "للقاعدة", " العسكرية"))
    True
    """
    proclitic = label.rpartition("+")[0]
    if proclitic.endswith(_LAM) and name.startswith("لل"):
        name = "ال" + name.removeprefix("لل")
    return names.is_only_a_word(name, proclitic, setting, _LANG)


def makes_longer(word: str, short: bool) -> bool:
    """Tell whether a word before a name, or a family name (`short`), makes it somebody else's."""
    return names.makes_longer(word, short, _LANG)
