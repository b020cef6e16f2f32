"""What an entry says beside its names: short forms, acronyms, gender."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from normalize.audit.renderings import sounds_like
from normalize.languages.romanised import split_articles
from normalize.languages.serbian import write_latin
from normalize.lexicon.codes import Code
from normalize.lexicon.drafts import Trail
from normalize.lexicon.forms import script_of_text
from normalize.lexicon.spelling import Flaw
from normalize.model import Entry, Fix
from normalize.text.fold import SPACE, fold_exactly, fold_key

_SERBIAN = ("sr", "sr-Cyrl")
_ARABIC_ARTICLE = re.compile(r"(?<!\w)ال(?=\w{2})")


def find_strange_shorts(entry: Entry) -> Iterator[tuple[Trail, Flaw]]:
    """Yield short forms that have a word which no long form of their language has."""
    for lang, short in entry.short.items():
        wanted = set(_words(short))
        if any(wanted <= set(_words(text)) for text in _long_forms(entry, lang)):
            continue
        name = entry.names.get(lang)
        message = f"the short form {short!r} is no part of the name"
        hint = f"the name is {name!r}" if name else f"there is no name in {lang!r}"
        yield ("short", lang), Flaw(0, message, hint, Code.SHORT)


def find_strange_acronyms(entry: Entry) -> Iterator[tuple[Trail, Flaw]]:
    """Yield acronyms whose letters are in no long form of a language in the same script."""
    for trail, acronym in _acronyms(entry):
        script = script_of_text(acronym)
        forms = [form for form in _all_forms(entry) if script_of_text(form) == script]
        explained = any(is_acronym_of(acronym, form) for form in forms)
        if not explained and not _is_spoken(acronym, entry):
            message = f"no name of this entry has the letters of {acronym!r} in this order"
            hint = "list the long form that it stands for, or say why: irregular: {acronym: ...}"
            yield trail, Flaw(0, message, hint, Code.ACRONYM)


def find_missing_gender(entry: Entry) -> Iterator[tuple[Trail, Flaw]]:
    """Yield a person who has a Serbian name and no gender to decline it by."""
    lang = next((lang for lang in _SERBIAN if lang in entry.names), None)
    if entry.type == "person" and lang and not entry.gender:
        message = f"{entry.names[lang]!r} can't be declined without a gender"
        yield ("names", lang), Flaw(0, message, "add 'gender: m' or 'gender: f'", Code.GENDER)


def is_acronym_of(acronym: str, long_form: str) -> bool:
    """Tell whether an acronym can stand for a long form.

    Its letters are the initials of words in their order, or the first few letters of them; words
    may be passed over.

    >>> is_acronym_of("OPEC", "Organization of the Petroleum Exporting Countries")
    True
    >>> is_acronym_of("KFOR", "Kosovo Force"), is_acronym_of("LAN", "Libyan National Army")
    (True, False)
    >>> is_acronym_of("قسد", "قوات سوريا الديمقراطية")
    True
    """
    letters = re.sub(r"[\W\d_]", "", fold_exactly(acronym))
    words = re.findall(r"[^\W\d_]+", fold_exactly(_ARABIC_ARTICLE.sub("", long_form)))
    return bool(letters) and _spells(letters, tuple(words))


def _is_spoken(acronym: str, entry: Entry) -> bool:
    """Tell whether an acronym is another script's, written as it is said: كونا is KUNA."""
    script = script_of_text(acronym)
    others = (text for text in entry.acronyms.values() if script_of_text(text) != script)
    return any(sounds_like(other, acronym) for other in others)


def _spells(letters: str, words: tuple[str, ...]) -> bool:
    """Tell whether the letters are the first ones of some of the words, in their order."""
    if not letters:
        return True
    for at, word in enumerate(words):
        for taken in range(1, len(letters) + 1):
            if not word.startswith(letters[:taken]):
                break
            if _spells(letters[taken:], words[at + 1 :]):
                return True
    return False


def _acronyms(entry: Entry) -> Iterator[tuple[Trail, str]]:
    for lang, text in entry.acronyms.items():
        yield ("acronyms", lang), text
    for index, variant in enumerate(entry.variants):
        # One that is only suggested has a reason of its own already; NATO and Nato are one word.
        if variant.acronym and variant.fix is Fix.APPLY:
            known = (fold_key(text) for text in entry.acronyms.values())
            if fold_key(variant.text) not in known:
                yield ("variants", index), variant.text


def _all_forms(entry: Entry) -> Iterator[str]:
    yield from entry.names.values()
    yield from (variant.text for variant in entry.variants if not variant.acronym)


def _long_forms(entry: Entry, lang: str) -> Iterator[str]:
    """Yield the name and the variants of a language; a Cyrillic name may follow from the Latin."""
    names = [text for tag, text in entry.names.items() if tag == lang]
    script = script_of_text(entry.short[lang])
    listed = (v.text for v in entry.variants if not v.acronym and v.lang in (lang, None))
    yield from names
    yield from (text for text in listed if script_of_text(text) == script)
    if lang == "sr-Cyrl" and not names and "sr" in entry.names:
        yield entry.names["sr"]


def _words(text: str) -> Iterator[bytes]:
    bare = _ARABIC_ARTICLE.sub("", write_latin(text))
    keys = (fold_key(word).split(bytes([SPACE])) for word in split_articles(bare))
    yield from filter(None, chain.from_iterable(keys))
