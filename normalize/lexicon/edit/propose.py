"""What the rules propose for an entry of which only the English name is known.

Serbian follows from English by rule, nearly always rightly. Arabic does not: English leaves out
which h or s it was and which vowels were long. It is put together from words whose spelling is
known, of the table of names and of the lexicon itself; where one is unknown, it is a guess by
its consonants or by letters, which an editor has to check.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
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


def propose_serbian(name: str) -> Proposal:
    """Return the Serbian form in Latin letters of an English name.

    >>> propose_serbian("Barham Salih").text
    'Barham Salih'
    """
    return Proposal(transliterate(name, "en", "sr-Latn"), "by the rules of transcription", True)


def propose_arabic(name: str, entries: Iterable[Entry]) -> Proposal:
    """Return the Arabic form of a person's or place's English name, word by word.

    >>> propose_arabic("Mohammed al-Hassan", []).text
    'محمد الحسن'
    """
    words = [each for each in _SERVANT.sub("Abd al-", name).split() if each]
    wanted = {_bare(word).lower() for word in words}
    known = {**read_spellings("ar"), **_settled(wanted, entries)}
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


def _settled(wanted: set[str], entries: Iterable[Entry]) -> dict[str, str]:
    """Return how the lexicon writes words in Arabic, from names with as many words in both."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for entry in entries:
        arabic = entry.names.get("ar")
        if not arabic or entry.exonym or entry.type not in ("person", "place"):
            continue
        words = entry.names["en"].split()
        if len(words) != len(arabic.split()):
            continue
        for word, written in zip(words, arabic.split(), strict=True):
            bare = _bare(word).lower()
            if bare in wanted:
                found[bare][written.removeprefix(_ARTICLE) if has_article(word) else written] += 1
    return {word: spellings.most_common(1)[0][0] for word, spellings in found.items()}


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
