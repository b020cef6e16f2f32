"""From an entry to its forms: every spelling under which it can be found, and its origin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, NamedTuple

from normalize.languages import Shape, language, serbian
from normalize.languages.declension.acronyms import is_acronym
from normalize.languages.romanised import has_article, split_articles
from normalize.languages.serbian import write_cyrillic
from normalize.model import Entry, Fix, Reason
from normalize.text.fold import SPACE, Folded, fold, fold_key
from normalize.text.language import script_of, script_of_language

_WORD = re.compile(r"[^\W_]+")
# `as Sudani` is English, `as-Sudani` a name: these articles need their hyphen.
_HYPHENED_ARTICLE = re.compile(r"(?<!\w)[ae](?:s|sh|t|th|d|dh|r|z|n)-", re.IGNORECASE)
# What follows a whole name and is no part of the family name: George Bush Jr., جورج بوش الابن.
_EPITHETS = frozenset("Jr Sr II III IV الابن الأب الأول الثاني الثالث الرابع".split())


class Role(StrEnum):
    """What a form says of its entry; `NEVER` marks what looks like it and is not."""

    FULL = "full"
    SHORT = "short"
    ACRONYM = "acronym"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling of one entry, and the units (`key`) that it is searched for under.

    `lang` is None for a spelling that belongs to no language of its script in particular,
    `inflection` a language module's label, `root` the listed spelling that a generated one came
    from. In `capitals` are the units that must not be lower case in a text; a text must have at
    least as many hyphens as `hyphens`. Where `exact` is false, different spellings fold to the
    form's units, and the symbols themselves are to be compared. `small` are the units of an ending
    that is joined to an acronym (`SADa`, not `SADA`). `likeness` is below 1 for what a text only
    nearly has: a name that sounds like the form, or, `misspelled`, the form with a typing error.
    """

    text: str
    key: bytes
    entry: Entry
    role: Role
    script: str
    lang: str | None = None
    inflection: str = ""
    root: str = ""
    fix: Fix = Fix.APPLY
    reason: str = ""
    capitals: tuple[int, ...] = ()
    small: tuple[int, ...] = ()
    hyphens: int = 0
    words: int = 1
    exact: bool = True
    likeness: float = 1.0
    misspelled: bool = False

    @property
    def is_of_one_language(self) -> bool:
        """Tell whether it matters for the form which language a text is in."""
        return self.words == 1 and self.lang is not None and self.role in (Role.FULL, Role.ACRONYM)

    @property
    def may_be_word(self) -> bool:
        """Tell whether the form may be an ordinary Serbian word where it has its capital anyway."""
        if self.words != 1 or self.script not in ("Latn", "Cyrl"):
            return False
        is_canonical = any(self.text == ours for _, ours in canonical_spellings(self.entry))
        return serbian.may_be_word(self.text, canonical=is_canonical)

    @property
    def is_misread(self) -> bool:
        """Tell whether it is an English name that a machine put into Cyrillic."""
        return self.script == "Cyrl" and script_of_text(self.root) == "Latn"

    @property
    def origin(self) -> Reason:
        """Whether an editor listed the form, a rule made it, or it is but like one."""
        if self.misspelled:
            return Reason.MISSPELLED
        if self.likeness < 1.0:
            return Reason.SOUNDS_ALIKE
        return Reason.GENERATED if self.root else Reason.LISTED


class Rendering(NamedTuple):
    """The address of a canonical spelling: whose, in which role, in which language."""

    entry: str
    role: Role
    lang: str


def canonical_spellings(entry: Entry) -> Iterator[tuple[Rendering, str]]:
    """Yield what each language writes for an entry; Serbian Cyrillic follows from Latin."""
    for role, listed in (
        (Role.FULL, entry.names),
        (Role.SHORT, entry.short),
        (Role.ACRONYM, entry.acronyms),
    ):
        for lang, text in listed.items():
            yield Rendering(entry.id, role, full_tag(lang)), text
        latin = listed.get("sr") or listed.get("sr-Latn")
        if latin and "sr-Cyrl" not in listed and script_of_text(latin) == "Latn":
            yield Rendering(entry.id, role, "sr-Cyrl"), write_cyrillic(latin)


def full_tag(lang: str) -> str:
    """Return the language tag with its script where the lexicon may leave it out."""
    return "sr-Latn" if lang == "sr" else lang


def script_of_text(text: str) -> str:
    """Return the script of the first letter of a text; `Zyyy` where it has none we know."""
    return next(filter(None, map(script_of, text)), "Zyyy")


def generate_forms(entry: Entry) -> list[Form]:
    """Return all forms of an entry: those that editors listed, then those that rules make."""
    listed = list(list_forms(entry))
    full = [form for form in listed if form.role is Role.FULL]
    short = [form for form in listed if form.role is Role.SHORT]
    short += [made for form in full if (made := short_of_variant(form)) is not None]
    articled = [made for form in (*full, *short) if (made := _with_article(form)) is not None]
    misread = [made for form in (*full, *short) for made in _misread(form)]
    varied = (*full, *short, *articled)
    generated = articled + [made for form in varied for made in _vary(form)] + misread
    acronyms = [form for form in listed if form.role is Role.ACRONYM]
    generated += [made for form in acronyms for made in (*_dotted(form), *_inflect_acronym(form))]
    return [*listed, *(form for form in short if form.root), *generated]


def make_unlisted(entry: Entry, text: str, likeness: float) -> Form:
    """Return a form for a spelling found in a text, which sounds like the entry's name."""
    form = _form(text, entry, Role.FULL, None)
    return replace(form, root=entry.names["en"], likeness=min(likeness, 0.99))


def make_unlisted_shorts(form: Form, lang: str) -> Iterator[Form]:
    """Yield the short form that follows from a spelling found in a text, in every case."""
    short = short_of_variant(form)
    if short is None:
        return
    yield short
    for text, label in language(lang).inflect(short.text, shape_of(form.entry, short.role, "")):
        yield _generated(short, text, short.lang, label)


def list_forms(entry: Entry) -> Iterator[Form]:
    """Yield the forms that editors listed, and their Serbian Cyrillic counterparts."""
    for (_, role, lang), text in canonical_spellings(entry):
        yield _form(text, entry, role, lang)
    for variant in entry.variants:
        role = Role.ACRONYM if variant.acronym else Role.FULL
        own = full_tag(variant.lang) if variant.lang else None
        spelled: list[tuple[str, str | None]] = [(variant.text, own)]
        if own == "sr-Latn":
            spelled.append((write_cyrillic(variant.text), "sr-Cyrl"))
        for text, tag in spelled:
            form = _form(text, entry, role, tag)
            yield replace(form, fix=variant.fix, reason=variant.reason)
    for text in entry.never:
        yield _form(text, entry, Role.NEVER, None)


def _form(text: str, entry: Entry, role: Role, lang: str | None, **known: Any) -> Form:
    """Return a form; `known` are further fields of it."""
    folded = fold(text)
    return Form(
        text,
        folded.units,
        entry,
        role,
        script_of_text(text),
        lang,
        capitals=_capitals(text, folded, all_of_them=role is Role.ACRONYM),
        words=len(_WORD.findall(text)),
        exact=min(folded.units, default=SPACE) >= SPACE,
        **{"hyphens": len(_HYPHENED_ARTICLE.findall(text)), **known},
    )


def _capitals(text: str, folded: Folded, *, all_of_them: bool) -> tuple[int, ...]:
    """Return the units of the capitals that begin a word, or of all capitals.

    An Arabic article may be small in a text whether or not it is in the form.
    """
    if all_of_them:
        wanted = [at for at, character in enumerate(text) if _is_capital(character)]
    else:
        begins = (match.start() for match in _WORD.finditer(text))
        wanted = [at for at in begins if _is_capital(text[at]) and not has_article(text[at:])]
    if not folded.breaks:
        return tuple(wanted)
    return tuple(unit for unit in range(len(folded.units)) if folded.start(unit) in wanted)


def _is_capital(character: str) -> bool:
    return character.isupper() or character.istitle()


def _generated(form: Form, text: str, lang: str | None, inflection: str = "") -> Form:
    known = {"root": form.root or form.text, "inflection": inflection}
    if form.fix is not Fix.APPLY:
        known |= {"fix": form.fix, "reason": form.reason}
    made = _form(text, form.entry, form.role, lang, **known)
    if inflection and is_acronym(form.text) and text.startswith(form.text):
        hyphened = text[len(form.text)] == "-"
        ending = () if hyphened else tuple(range(len(form.key), len(made.key)))
        made = replace(made, small=ending, hyphens=int(hyphened))
    return made


def _vary(form: Form) -> Iterator[Form]:
    """Yield what language rules make of a form: its spellings, then its inflections."""
    shape = shape_of(form.entry, form.role, form.text)
    module = language(form.lang or _habit_of_script(form.script))
    for text in module.vary(form.text, shape):
        yield _generated(form, text, form.lang)
        if form.lang == "sr-Latn":
            yield _generated(form, write_cyrillic(text), "sr-Cyrl")
    for text, label in module.inflect(form.text, shape):
        yield _generated(form, text, form.lang, label)


def _misread(form: Form) -> Iterator[Form]:
    """Yield what a canonical English name becomes where machines take it for Serbian Latin."""
    if form.lang != "en" or form.root:
        return
    shape = shape_of(form.entry, form.role, form.text)
    for text in serbian.misconvert(form.text, shape):
        yield (made := _generated(form, text, "sr-Cyrl"))
        if shape.type != "person":
            yield from _vary(made)


def shape_of(entry: Entry, role: Role, text: str) -> Shape:
    """Return what the language modules are to know of an entry's spelling.

    An editor's exceptions belong to the canonical spellings; the pattern goes for all of them. The
    gender is that of the whole Serbian name, which another name of a thing need not share.
    """
    declension = entry.declension
    if declension and all(text != ours for _, ours in canonical_spellings(entry)):
        declension = {key: value for key, value in declension.items() if key == "type"}
    gender = entry.gender
    ours = (entry.names.get("sr"), entry.names.get("sr-Cyrl"))
    of_other = text not in ours and serbian.write_latin(text) not in ours
    if of_other and entry.type not in ("person", "people"):
        gender = serbian.gender_of_variant(text, gender)
    return Shape(entry.type, role is Role.FULL, gender, declension)


def _inflect_acronym(form: Form) -> Iterator[Form]:
    """Yield a Serbian acronym with its case endings, as `HTS-a` and, carelessly, `HTSa`."""
    entry = form.entry
    lang = form.lang
    if lang is None and form.script == "Latn" and {"sr", "sr-Latn"} & entry.names.keys():
        lang = "sr-Latn"
    if lang not in ("sr-Latn", "sr-Cyrl"):
        return
    for text, label in serbian.inflect(form.text, shape_of(entry, form.role, form.text)):
        stem, hyphen, ending = text.rpartition("-")
        if lang == "sr-Cyrl":
            ending = serbian.write_cyrillic(ending)
        if not serbian.is_ordinary(text):
            yield _generated(form, stem + hyphen + ending, lang, label)


def join_forms(one: Form, other: Form) -> Form:
    """Return one form for two of one entry that are spelled alike, with the labels of both."""
    joined = one
    if one.lang not in (None, other.lang):
        # A Latin acronym with its ending is both: `PYD-a`, in Cyrillic text `PYD-а`.
        both = one.inflection and {one.lang, other.lang} == {"sr-Latn", "sr-Cyrl"}
        joined = replace(one, lang="sr-Cyrl" if both else None)
    # A text may have any of the letters that the fold is blind to: `Djoković`, not only `Djokovic`.
    joined = replace(joined, text=max(one.text, other.text, key=_count_serbian_letters))
    if one.inflection == other.inflection or not _is_serbian(one) & _is_serbian(other):
        return joined
    labels = (form.inflection or "nom" for form in (one, other))
    return replace(joined, inflection=serbian.join_labels(*labels))


def _count_serbian_letters(text: str) -> int:
    return sum(map(text.lower().count, "čćšžđ"))


def _is_serbian(form: Form) -> bool:
    return form.lang is None or form.lang.startswith("sr")


def _with_article(form: Form) -> Form | None:
    """Return a romanised surname with the article that some houses write and others do not.

    The entry itself says whether the name has one: `Fayadh` of `Falih al-Fayadh`, and `Yahya
    Sinwar` by his Arabic name.
    """
    entry = form.entry
    if form.script != "Latn" or entry.type != "person" or _has_article_at_end(form.text):
        return None
    listed = [*entry.names.values(), *(variant.text for variant in entry.variants)]
    if not any(map(_has_article_at_end, listed)) or (form.role is Role.SHORT and " " in form.text):
        return None
    *first, last = form.text.split()
    return _generated(form, " ".join([*first, f"al-{last}"]), form.lang)


def _has_article_at_end(name: str) -> bool:
    """Tell whether the last word of a name has an article, before it or joined to it."""
    return any(has_article(" ".join(name.split()[-words:])) for words in (1, 2))


def _habit_of_script(script: str) -> str:
    return {"Arab": "ar", "Cyrl": "sr-Cyrl"}.get(script, "en")


def short_of_variant(form: Form) -> Form | None:
    """Return the short form that follows from another spelling of the whole name.

    `Khalifa Hifter` gives `Hifter`, since the short form of `Khalifa Haftar` is `Haftar`.
    """
    if form.entry.type != "person":
        return None
    ours = {(role, lang): text for (_, role, lang), text in canonical_spellings(form.entry)}
    for (role, lang), short in ours.items():
        fits = script_of_language(lang) == form.script and form.lang in (None, lang)
        if role is not Role.SHORT or not fits:
            continue
        part = _part_like(split_articles(short), split_articles(ours.get((Role.FULL, lang), "")))
        words = split_articles(form.text)
        if part is None or len(words) <= part[1]:
            continue
        at_end, length = part
        if at_end and words[-1].strip(".") in _EPITHETS:
            return None
        text = " ".join(words[-length:] if at_end else words[:length])
        return (
            None if text == short else replace(_generated(form, text, form.lang), role=Role.SHORT)
        )
    return None


def _part_like(short: list[str], full: list[str]) -> tuple[bool, int] | None:
    """Tell whether the short form ends the name or begins it, and how many words it has."""
    length = len(short)
    if not 0 < length < len(full):
        return None
    keys = list(map(fold_key, short))
    if list(map(fold_key, full[-length:])) == keys:
        return True, length
    if list(map(fold_key, full[:length])) == keys:
        return False, length
    return None


def _dotted(form: Form) -> Iterator[Form]:
    """Yield an acronym with dots. Undotted ones are listed: `US` and `us` want an editor's eye."""
    letters = form.text
    if letters.isascii() and letters.isalpha() and letters.isupper() and 1 < len(letters) <= 5:
        yield _generated(form, "".join(f"{letter}." for letter in letters), form.lang)
