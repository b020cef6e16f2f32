"""Variants and reasons that an entry could do without."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from normalize.languages import language, serbian
from normalize.languages.romanised import split_articles
from normalize.lexicon.codes import IRREGULAR, Code
from normalize.lexicon.drafts import Trail
from normalize.lexicon.forms import Form, Role, list_forms, shape_of
from normalize.lexicon.spelling import Flaw
from normalize.model import Entry, Fix, Variant
from normalize.text.fold import fold_key

# Whether these hold depends on more than the lexicon: on the version of ICU, on a corpus.
_NOT_KNOWN_HERE = (Code.COUNTRY, Code.PHRASE)
_DECLINED = ("sr-Latn", "sr-Cyrl")
_HABITS = {"Arab": "ar", "Cyrl": "sr-Cyrl"}


def find_unneeded_variants(entry: Entry) -> Iterator[tuple[Trail, Flaw]]:
    """Yield variants under which the entry would be found even if nobody listed them."""
    named = [form for form in _forms(entry, ()) if form.role is Role.FULL]
    listed = [next(iter(_forms(entry, (variant,), names={}))) for variant in entry.variants]
    # Of two that would be found by each other, the first is needed.
    needed = [*named, *listed]
    for index, form in reversed(list(enumerate(listed))):
        if form.fix is Fix.SUGGEST or form.role is not Role.FULL:
            continue
        others = (other for other in needed if other is not form)
        known = next((other for other in others if _includes(other, form)), None)
        if known:
            needed = [other for other in needed if other is not form]
            message = f"{form.text!r} is found without being listed, as {known.text!r} is"
            yield ("variants", index), Flaw(0, message, "delete it", Code.UNNEEDED)


def find_unneeded_reasons(entry: Entry, excused: Collection[str]) -> Iterator[tuple[Trail, Flaw]]:
    """Yield reasons for exceptions that the entry does not need; `excused` are those it needs."""
    for code, name in IRREGULAR.items():
        if name in entry.irregular and code not in _NOT_KNOWN_HERE and name not in excused:
            message = f"the entry breaks no rule of {name!r} ({code})"
            yield ("irregular", name), Flaw(0, message, "delete it", Code.UNNEEDED_REASON)


def _forms(entry: Entry, variants: tuple[Variant, ...], **fields: Any) -> Iterator[Form]:
    return list_forms(replace(entry, short={}, acronyms={}, variants=variants, **fields))


def _includes(known: Form, form: Form) -> bool:
    """Tell whether a listed form is found wherever another would be."""
    if known.role is not Role.FULL or known.script != form.script or not known.exact:
        return False
    if form.words == 1 and known.lang not in (None, form.lang):
        return False
    if form.lang in _DECLINED and known.lang != form.lang:
        return False
    if known.key == form.key:
        fits = known.fix is Fix.APPLY and known.hyphens <= form.hyphens
        found = fits and set(known.capitals) <= set(form.capitals)
    else:
        found = _may_vary(known, form) and form.key in _varied(known)
    # The marks of a Serbian name tell its endings: Gutereš, Guterešem; Guteres, Guteresom.
    return found and (form.lang not in _DECLINED or _declined(form) <= _declined(known))


def _may_vary(known: Form, form: Form) -> bool:
    """Tell quickly whether two forms could differ in an article or another small word only."""
    ends = (split_articles(f.text)[-1:] for f in (known, form))
    one, other = ("".join(map(str.lower, words)) for words in ends)
    return known.fix is Fix.APPLY and one[-3:] == other[-3:]


def _declined(form: Form) -> set[bytes]:
    shape = shape_of(form.entry, form.role, form.text)
    return {fold_key(text) for text, _ in serbian.inflect(form.text, shape)}


def _varied(known: Form) -> set[bytes]:
    shape = shape_of(known.entry, known.role, known.text)
    module = language(known.lang or _HABITS.get(known.script, "en"))
    return set(map(fold_key, module.vary(known.text, shape)))
