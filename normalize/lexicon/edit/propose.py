"""What the rules propose for an entry of which only the English name is known.

A form is put together from words whose spelling is known: of the lexicon itself and, for Arabic, of
the table of names. Where one is unknown, what the rules of transcription say, or the consonants, or
the letters, is a guess, which an editor has to check: English leaves out which h or s it was in
Arabic, and spells what is not Arabic in its own way. Of the persons of the shipped lexicons, each
proposed from the others, what is called sure was right for 29 of 30 Serbian and 238 of 268 Arabic
forms, what is called a guess for half of the Serbian and a fifth of the Arabic ones.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from rapidfuzz import fuzz

from normalize.languages.romanised import has_article, split_articles
from normalize.model import Entry
from normalize.translit.icu import transliterate
from normalize.translit.names import read_spellings

_ARTICLE = "ال"
_SERVANT = re.compile(r"\bAbd(?:[aeu]l)?[ -](?:[ae]l-)?(?=[A-Z])|\bAbd[aeu]l(?=[A-Z])")
_BEFORE_NAMES = frozenset("abu abou umm bin ibn ben bint abd أبو أم بن ابن بنت عبد".split())
# How the Arabic press writes what it only hears (Wright, Grammar I §1 to 8, turned round); letters
# for which English has one sign and Arabic two get the commoner one.
_LETTERS = (
    ("sh", "ش"), ("kh", "خ"), ("gh", "غ"), ("th", "ث"), ("dh", "ذ"), ("ch", "تش"), ("ph", "ف"),
    ("ou", "و"), ("oo", "و"), ("aw", "او"), ("au", "و"), ("ee", "ي"), ("ei", "ي"), ("ai", "اي"),
    ("ay", "اي"), ("aa", "ا"), ("b", "ب"), ("c", "ك"), ("d", "د"), ("f", "ف"), ("g", "غ"),
    ("h", "ه"), ("j", "ج"), ("k", "ك"), ("l", "ل"), ("m", "م"), ("n", "ن"), ("p", "ب"),
    ("q", "ق"), ("r", "ر"), ("s", "س"), ("t", "ت"), ("v", "ف"), ("w", "و"), ("x", "كس"),
    ("y", "ي"), ("z", "ز"), ("a", "ا"), ("e", "ي"), ("i", "ي"), ("o", "و"), ("u", "و"),
)  # fmt: skip
_INITIAL = {"a": "أ", "e": "إ", "i": "إ", "o": "أو", "u": "أو"}


class Proposal(NamedTuple):
    """A form with where it comes from; `sure` where a rule or table and no guess gave it."""

    text: str
    why: str
    sure: bool


def propose_serbian(name: str, entries: Iterable[Entry]) -> Proposal:
    """Return the Serbian form in Latin letters of an English name.

    A word of it is written as the lexicon has it in other names: Hajder, not Haider.

    >>> propose_serbian("Qais al-Khazali", []).text
    'Kais el Hazali'
    """
    text = transliterate(name, "en", "sr-Latn")
    english, by_rule = split_articles(name), split_articles(text)
    settled = _settled({word.lower() for word in english}, entries, "sr")
    unknown = [word for word in english if word.lower() not in settled]
    if len(english) == len(by_rule):
        for word, written in zip(english, by_rule, strict=True):
            text = re.sub(rf"\b{re.escape(written)}\b", settled.get(word.lower(), written), text)
    if unknown:
        return Proposal(text, f"by rule for {', '.join(unknown)}", False)
    return Proposal(text, "from names that are known", True)


def propose_arabic(name: str, entries: Iterable[Entry]) -> Proposal:
    """Return the Arabic form of a person's or place's English name, word by word.

    >>> propose_arabic("Mohammed al-Hassan", []).text
    'محمد الحسن'
    """
    words = [each for each in _SERVANT.sub("Abd al-", name).split() if each]
    wanted = {_bare(word).lower() for word in words}
    known = {**read_spellings("ar"), **_settled(wanted, entries, "ar")}
    spelled: list[str] = []
    unknown: list[str] = []
    for word in words:
        bare = _bare(word)
        found = known.get(bare.lower())
        if found is None:
            unknown.append(bare)
            found = _like_known(bare, known) or _by_letters(bare)
        article = _ARTICLE if has_article(word) and not found.startswith(_ARTICLE) else ""
        spelled.append(article + found)
    text = " ".join(spelled)
    if unknown:
        return Proposal(text, f"a guess for {', '.join(unknown)}", False)
    return Proposal(text, "from names that are known", True)


def propose_short(names: Mapping[str, str]) -> dict[str, str]:
    """Return the short form of a person in each language of its names: the family name.

    >>> propose_short({"en": "Mohammed Shia al-Sudani", "sr": "Muhamed Šija el Sudani"})
    {'en': 'Sudani', 'sr': 'Sudani'}
    >>> propose_short({"en": "Pele"})
    {}
    """
    return {lang: short for lang, name in names.items() if (short := _family_name(name))}


def propose_gender(name: str, serbian: str, entries: Iterable[Entry]) -> Proposal:
    """Return the gender of a person: that of others with the same given name, or by its ending.

    >>> propose_gender("Rima Salih", "Rima Salih", []).text
    'f'
    """
    given = name.split(maxsplit=1)[0].lower()
    persons = (e for e in entries if e.type == "person" and e.gender)
    same = Counter(e.gender for e in persons if e.names["en"].split()[0].lower() == given)
    if same:
        gender = same.most_common(1)[0][0] or "m"
        return Proposal(gender, f"as others called {name.split(maxsplit=1)[0]}", True)
    gender = "f" if serbian.split(maxsplit=1)[0].endswith("a") else "m"
    return Proposal(gender, "by its ending", False)


def _family_name(name: str) -> str | None:
    words = name.split()
    if len(words) < 2:
        return None
    last = words[-1] if words[-1].startswith(_ARTICLE) else split_articles(words[-1])[-1]
    before = words[-2].lower()
    if before in ("el", "al") and len(words) > 2:
        before = words[-3].lower()
    return f"{words[-2]} {last}" if before in _BEFORE_NAMES else last


def _settled(wanted: set[str], entries: Iterable[Entry], lang: str) -> dict[str, str]:
    """Return how the lexicon mostly writes words, from names with as many words in both tongues."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for entry in entries:
        name = entry.names.get(lang)
        if name and not entry.exonym and entry.type in ("person", "place"):
            for word, written in _pairs(entry.names["en"], name):
                if word in wanted:
                    found[word][written] += 1
    return {word: spellings.most_common(1)[0][0] for word, spellings in found.items()}


def _pairs(english: str, name: str) -> Iterator[tuple[str, str]]:
    """Yield the words of an English name, in small letters, and of its other form, bare.

    An article that is in Arabic only belongs to that person, or to the Abd before it.
    """
    words, others = english.split(), split_articles(name)
    if len(words) == len(others):
        for word, other in zip(words, others, strict=True):
            if has_article(word) or not has_article(other):
                yield (
                    _bare(word).lower(),
                    other.removeprefix(_ARTICLE) if has_article(word) else other,
                )


def _bare(word: str) -> str:
    return "".join(split_articles(word))


def _like_known(word: str, known: Mapping[str, str]) -> str | None:
    """Return the spelling of a known name that differs in vowels only, the nearest first.

    >>> _like_known("Salih", {"saleh": "صالح", "sulh": "صلح"})
    'صالح'
    """
    bones = _bones(word)
    alike = [each for each in known if _bones(each) == bones]
    return known[max(alike, key=lambda each: fuzz.ratio(each, word.lower()))] if alike else None


def _bones(word: str) -> str:
    """Return the consonants of a word, and whether it ends with a vowel, which Arabic writes."""
    return re.sub(r"[aeiouy\W_](?!$)", "", re.sub(r"[aeiouy]$", "a", word.lower()))


def _by_letters(word: str) -> str:
    """Return a word as the Arabic press would write it from hearing.

    >>> _by_letters("Sheikho"), _by_letters("Obama")
    ('شيخو', 'أوباما')
    """
    rest = re.sub(r"[^a-z]", "", transliterate(word, "und", "ascii").lower())
    rest = re.sub(r"([^aeiou])\1", r"\1", rest)
    written = ""
    if rest[:1] in _INITIAL and rest[:2] not in ("ei", "ai", "ou"):
        written, rest = _INITIAL[rest[0]], rest[1:]
    while rest:
        sign, letters = next(pair for pair in _LETTERS if rest.startswith(pair[0]))
        written, rest = written + letters, rest[len(sign) :]
    return written
