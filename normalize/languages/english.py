"""English: how names vary in its press, and how a name is written into an English sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalize.languages.romanised import vary_romanisation
from normalize.languages.shape import (
    Neighbours,
    Shape,
    attach_plainly,
    is_never_a_word,
    join_nothing,
    keep_no_capitals,
    label_nothing,
    lengthens_nothing,
    no_proclitics,
    read_no_case,
    take_any_spelling,
)

# Oxford spelling (-ize) and American against British, for the ordinary words that stand in
# names of organisations. Pairs from the Guardian, Reuters and AP style guides.
_SPELLING_PAIRS = (
    ("defense", "defence"),
    ("center", "centre"),
    ("labor", "labour"),
    ("program", "programme"),
    ("theater", "theatre"),
    ("harbor", "harbour"),
    ("honor", "honour"),
    ("license", "licence"),
    ("armored", "armoured"),
    ("neighborhood", "neighbourhood"),
    ("fiber", "fibre"),
    ("traveler", "traveller"),
    ("counterterrorism", "counter-terrorism"),
)
_IZE = re.compile(r"(?<=[a-z])i([sz])(?=(?:ation|ed|ing|e)(?:s|al)?\b)")

# After these the name that follows is a by-name or a former one, mentioned as such.
CUES = (
    "formerly", "formerly known as", "formerly called", "formerly the", "previously",
    "previously known as", "previously called", "also known as", "also called", "also spelled",
    "also spelt", "also written", "better known as", "commonly known as", "known as",
    "known locally as", "known in arabic as", "a.k.a.", "aka", "alias", "nee", "née",
    "nom de guerre", "so-called", "referred to as", "self-styled", "renamed", "rebranded as",
    "spelled", "spelt", "transliterated as", "birth name", "born",
)  # fmt: skip

# Words that stand before a surname without being part of it.
TITLES = frozenset(
    "mr mrs ms dr sir lord lady president minister premier chancellor king queen prince princess "
    "emir sultan sheikh sheik shaikh sayyed sayyid imam ayatollah mullah mufti cleric general gen "
    "colonel col major maj lieutenant lt captain capt brigadier commander cmdr chief leader "
    "spokesman spokeswoman spokesperson ambassador envoy secretary senator sen rep "
    "governor gov mayor judge justice professor prof speaker deputy vice foreign defense defence "
    "interior finance prime pm fm mp chairman director admiral adm marshal caliph pope bishop "
    "father brother sister comrade dictator strongman lawmaker".split()
)
# Capitalised words that open a sentence before a surname, beside function words.
OPENERS = frozenset(
    "meanwhile yesterday today tomorrow monday tuesday wednesday thursday friday saturday sunday "
    "earlier later then now still also but and or so yet while when after before since because "
    "if although though as in on at by for from with without about against according however "
    "the a an this that these those he she it they we you i his her their its our your my there "
    "what who why how where which did does do is was are were has had have will would can could "
    "should may might must both neither either even only once like unlike despite during "
    "according asked told exclusive breaking update analysis opinion photo video file".split()
)
# An acronym before these is part of a firm's name: `US Dry Cleaning Corp`.
FIRM_AFTER = re.compile(
    r"(?: [A-Z][\w&'-]*){1,3},? (?:Inc|Corp|Co|Ltd|LLC|plc|PLC|AG|Group|Holdings|Bancorp|"
    r"Corporation|Company|Limited|Airlines|Airways)\b"
)
FUNCTION_WORDS = frozenset(
    "is us it who or so am at as an in on to we he id if do go no of by be up".split()
)

# The sound decides, not the letter: an hour, a unit, a Ugandan, a European.
_VOWEL_SOUND = re.compile(
    r"h(?:onest|onou?r|our|eir)|[aeio]"
    r"|u(?!ni(?![nm])|s[aeiu]|ti|to|kr|r[aeiou]|gan|y|bi)|(?:8|11|18)(?!\d)",
    re.IGNORECASE,
)
_CONSONANT_SOUND = re.compile(r"eu|ewe|one\b|once\b|oui", re.IGNORECASE)
_LETTERS_SAID_WITH_VOWEL = frozenset("AEFHILMNORSX")
_POSSESSIVE = re.compile(r"(?P<apostrophe>['’])s\b")
_ARTICLE_BEFORE = re.compile(
    r"(?<![\w'’‘ʼ.-])(?P<article>[Aa]|[Aa]n|AN)(?P<gap>[ \t\n]+[\"“‘'(]?)\Z"
)


def vary(name: str, shape: Shape) -> Iterator[str]:
    """Yield spellings of a listed English name that newspapers use without listing them.

    >>> list(vary("Popular Mobilization Forces", Shape("organisation")))
    ['Popular Mobilisation Forces']
    """
    yield from vary_romanisation(name, may_drop_article=shape.is_full_person_name)
    if shape.type in ("organisation", "event", "title"):
        yield from _vary_ordinary_words(name)


def _vary_ordinary_words(name: str) -> Iterator[str]:
    other = _IZE.sub(lambda m: "i" + {"s": "z", "z": "s"}[m.group(1)], name)
    if other != name:
        yield other
    for spelled in (name, other) if other != name else (name,):
        for pair in _SPELLING_PAIRS:
            for word, counterpart in (pair, pair[::-1]):
                found = re.search(rf"\b{word}(?=s?\b)", spelled, re.IGNORECASE)
                if found:
                    fitting = counterpart.title() if found.group()[0].isupper() else counterpart
                    yield spelled[: found.start()] + fitting + spelled[found.end() :]


def inflect(name: str, shape: Shape) -> Iterator[tuple[str, str]]:
    """Yield inflected forms of a name with their label: the plural of a people or group.

    >>> list(inflect("Houthi", Shape("people")))
    [('Houthis', 'plural')]
    """
    if shape.type == "people" and not name.endswith(("s", "ese", "sh", "ch")):
        yield f"{name}s", "plural"


def write_inflection(name: str, label: str, shape: Shape, like: str = "") -> str | None:
    """Return the name inflected as the label says.

    >>> write_inflection("Shiite", "plural", Shape("people"))
    'Shiites'
    """
    return name + "s" if label == "plural" else name


label_base = label_nothing
read_case = read_no_case
keep_capitals = keep_no_capitals
proclitics = no_proclitics
join_proclitic = join_nothing
attach = attach_plainly
is_written_like = take_any_spelling
is_only_a_word = is_never_a_word
makes_longer = lengthens_nothing


def mend_neighbours(written: str, before: str, following: str) -> Neighbours:
    """Return what must change around a name once it is written: its article, its possessive.

    `before` and `following` are the text on either side. A long form in -s takes the
    apostrophe alone where its acronym had taken 's.

    >>> mend_neighbours("Libyan National Army", "said an ", "")
    Neighbours(cut_before=3, article='a ', cut_after=0, ending='')
    >>> mend_neighbours("Popular Mobilization Forces", "the ", "’s leader")
    Neighbours(cut_before=0, article='', cut_after=2, ending='’')
    """
    cut_before, article = _mend_article(before, written)
    possessive = _POSSESSIVE.match(following)
    if possessive and written.endswith("s"):
        return Neighbours(cut_before, article, 2, possessive["apostrophe"])
    return Neighbours(cut_before, article)


def article_for(word: str) -> str:
    """Return `a` or `an` for the word or acronym that follows.

    >>> [article_for(w) for w in ("LNA", "Libyan", "NATO", "hour", "U.S.", "UNESCO", "HTS")]
    ['an', 'a', 'a', 'an', 'a', 'a', 'an']
    """
    first = re.split(r"[\s-]", word, maxsplit=1)[0]
    letters = first.replace(".", "")
    if letters.isupper() and len(letters) > 1:
        said_as_word = len(letters) > 3 and "." not in first and re.search("[AEIOU]", letters)
        if not said_as_word or letters[0] == "U":
            return "an" if letters[0] in _LETTERS_SAID_WITH_VOWEL else "a"
    if _CONSONANT_SOUND.match(first):
        return "a"
    return "an" if _VOWEL_SOUND.match(first) else "a"


def _mend_article(before: str, written: str) -> tuple[int, str]:
    found = _ARTICLE_BEFORE.search(before[-12:])
    wanted = article_for(written)
    if not found or found["article"].lower() == wanted:
        return 0, ""
    there = found["article"]
    if len(there) > 1 and there.isupper():
        wanted = wanted.upper()
    elif there[0].isupper():
        wanted = wanted.capitalize()
    return len(there) + len(found["gap"]), wanted + found["gap"]
