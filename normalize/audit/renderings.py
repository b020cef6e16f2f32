"""Whether the names of one entry in several languages can be one name.

No rule knows how a name is written, but rules know what it can't be: another name altogether,
or a Serbian form with other consonants than both the English and the Arabic one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from normalize.audit.countries import name_of_region
from normalize.languages.serbian import write_cyrillic, write_latin
from normalize.lexicon.codes import Code
from normalize.lexicon.drafts import Trail
from normalize.lexicon.forms import full_tag
from normalize.lexicon.spelling import Flaw
from normalize.matching.compare import DEFAULT_THRESHOLD, match_names
from normalize.matching.names import split_name
from normalize.model import Entry
from normalize.translit.icu import transliterate
from normalize.translit.likeness import alike
from normalize.translit.sounds import sound_keys

# Measured on the developers' half of the name pairs: of 432 English names and their spelling in
# Arabic script 18 are less alike, most of which add or leave out a name; of 3,022 pairs of
# different people one is more alike.
_ALIKE_ENOUGH = 0.7
# What these are called ends differently in each language: Shiite, šiitski; Arabs, Arapi.
_WITH_ENDINGS = ("people", "term", "title", "event")
_WITH_MARKS = ("sr", "tr")
_NATIVE = ("ar", "fa", "ckb", "tr")
_ARTICLE = re.compile(r"\b[ae]l\b[ -]?")
# Vowels and the glides that come and go between them; q and gh are k or g in the Serbian press.
_SOFT = re.compile(r"[aeiouyjvw\W_]")
_SAME_BONES = str.maketrans({"g": "k", "đ": "dž"})
# Serbian doubles a consonant only where a prefix meets one: najjači, poddirektor, vannastavni.
_DOUBLED = re.compile(r"(?!\b(?:naj|pod|nad|od|pred|iz|bez|raz|van))\b\w*?([^\W\daeiou])\1")
_STRANGE = (
    (re.compile(r"[qwxy]", re.IGNORECASE), "Serbian has no letter {0!r}"),
    (_DOUBLED, "Serbian does not double {1!r}"),
    (
        re.compile(r"\b[ae]\w{1,2}-(?=\w)", re.IGNORECASE),
        "the article stands apart, without hyphen",
    ),
    (re.compile(r"['’‘ʼʿʾ]"), "Serbian writes nothing for {0!r}"),
)
_ALL_CAPITALS = re.compile(r"\b[^\W\d_]*[A-ZČĆŠŽĐ]{2}[^\W\d_]*\b")


def find_other_sounds(entry: Entry) -> Iterator[tuple[Trail, Flaw]]:
    """Yield names that do not sound like the English one, unless the entry is an exonym."""
    if entry.exonym:
        return
    english = entry.names["en"]
    same = begins_like if entry.type in _WITH_ENDINGS else sounds_like
    # English drops the marks of Dačić and Çavuşoğlu, and with them what Arabic spells out.
    latin = [text for lang in _WITH_MARKS if (text := entry.names.get(lang))]
    models = [english, *(text for text in latin if same(english, text))]
    for lang, text in entry.names.items():
        if lang == "en" or text == name_of_region(entry, full_tag(lang)):
            continue
        if not any(same(model, text) for model in models):
            message = f"{text!r} does not sound like {english!r}"
            hint = "is it another's? if they are different words for one thing: exonym: true"
            yield ("names", lang), Flaw(0, message, hint, Code.SOUNDS)


def sounds_like(one: str, other: str) -> bool:
    """Tell whether two spellings, in any scripts, can be of one name.

    >>> sounds_like("Aleksandar Vucic", "ألكسندر فوتشيتش"), sounds_like("Damascus", "Alep")
    (True, False)
    """
    for join in (_joined, _run_together):
        if alike(join(one), join(other)) >= _ALIKE_ENOUGH:
            return True
    match = match_names(split_name(one), split_name(other), declined=False)
    return match.score >= DEFAULT_THRESHOLD


def begins_like(one: str, other: str) -> bool:
    """Tell whether two words begin with the same two consonants, in any scripts.

    >>> begins_like("Shiite", "šiitski"), begins_like("Germans", "Nemci")
    (True, False)
    """
    # An English w is a Serbian v (alavitski), and no consonant to the keys.
    keys = (sound_keys(_joined(text)) for text in (one, other))
    ours, theirs = ({key[:2] for k in of_one for key in (k, k.replace("F", ""))} for of_one in keys)
    return any(a.startswith(b) or b.startswith(a) for a in ours for b in theirs)


def find_other_transcription(entry: Entry) -> Iterator[tuple[Trail, Flaw]]:
    """Yield Serbian names that no rule of transcription leads to."""
    for field in ("names", "short"):
        text = getattr(entry, field).get("sr", "")
        for flaw in _strange_letters(text):
            yield (field, "sr"), flaw
    serbian = entry.names.get("sr")
    if not serbian or entry.exonym or entry.type in _WITH_ENDINGS:
        return
    if serbian == name_of_region(entry, "sr-Latn"):
        return  # what a country is called is settled: Liban, Avganistan
    expected = _expected(entry, serbian)
    if expected:
        message = f"{serbian!r} has other consonants than the rules of transcription give"
        hint = f"they give {expected!r}; a settled form is kept: irregular: {{transcription: ...}}"
        yield ("names", "sr"), Flaw(0, message, hint, Code.TRANSCRIPTION)


def find_other_cyrillic(entry: Entry) -> Iterator[tuple[Trail, Flaw]]:
    """Yield Cyrillic names that are another name than the Latin one, or just what follows it."""
    for field in ("names", "short"):
        listed = getattr(entry, field)
        latin, cyrillic = listed.get("sr"), listed.get("sr-Cyrl")
        if not latin or not cyrillic:
            continue
        if write_cyrillic(latin) == cyrillic:
            message = f"{cyrillic!r} follows from {latin!r} anyway"
            yield (field, "sr-Cyrl"), Flaw(0, message, "delete it", Code.UNNEEDED)
        elif write_latin(cyrillic) != latin:
            message = f"{cyrillic!r} is {write_latin(cyrillic)!r} in Latin letters, not {latin!r}"
            hint = f"letter by letter it is {write_cyrillic(latin)!r}"
            yield (field, "sr-Cyrl"), Flaw(0, message, hint, Code.CYRILLIC)


def _joined(name: str) -> str:
    """Return the parts of a name, without its articles and titles, as one word."""
    return "".join(part.text for part in split_name(name).parts)


def _run_together(name: str) -> str:
    """Return a name as one word with all that is in it: Benomar is bin Omar elsewhere.

    Arabic has two letters for č, which are no t and š then.
    """
    letters = re.sub(r"[\W_]", "", unicodedata.normalize("NFC", name.lower()))
    return letters.replace("تش", "چ") or name


def _strange_letters(text: str) -> Iterator[Flaw]:
    """Yield the first of each kind of spelling that Serbian leaves behind.

    Acronyms inside a name keep their letters (RTL).
    """
    lowered = _ALL_CAPITALS.sub(lambda found: " " * len(found[0]), text)
    for pattern, said in _STRANGE:
        if found := pattern.search(lowered.lower()):
            message = f"{text!r} is no Serbian spelling: {said.format(found[0], *found.groups())}"
            hint = "write it as it sounds, or say why not: irregular: {transcription: ...}"
            yield Flaw(found.start(), message, hint, Code.TRANSCRIPTION)


def _expected(entry: Entry, serbian: str) -> str | None:
    """Return what Serbian should write, where English and the original agree and it differs.

    Names from elsewhere (Biden, Schröder) come into Arabic by sound and into English by letter,
    so that the two rarely agree; about those nothing is said.
    """
    english = transliterate(entry.names["en"], "en", "sr-Latn")
    ours = _bones(serbian)
    if ours == _bones(english) or _bare(serbian) == _bare(entry.names["en"]):
        return None
    native = [transliterate(entry.names[n], n, "sr-Latn") for n in _NATIVE if n in entry.names]
    bones = list(map(_bones, native))
    return english if ours not in bones and _bones(english) in bones else None


def _bones(name: str) -> str:
    """Return the consonants of a Serbian name, without its articles."""
    return _SOFT.sub("", _ARTICLE.sub("", name.lower())).translate(_SAME_BONES)


def _bare(name: str) -> str:
    decomposed = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
