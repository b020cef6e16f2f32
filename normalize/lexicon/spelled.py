"""Whether a span that folds to a form is written like it: its capitals, hyphens and letters."""

from __future__ import annotations

import re
import unicodedata

from normalize.lexicon.forms import Form
from normalize.text.fold import Folded, fold, fold_exactly
from normalize.text.language import script_of

_HYPHEN = re.compile(r"[-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}]")


def choose_written(forms: tuple[Form, ...], found: str) -> tuple[Form, ...]:
    """Return those of the forms, all of the same units, that the span is written like."""
    folded = fold(found)
    return tuple(
        form for form in forms if _has_capitals(form, found, folded) and _is_like(form, found)
    )


def _has_capitals(form: Form, found: str, folded: Folded) -> bool:
    """Tell whether no letter is small that must not be, and none is large."""
    if any(found[folded.start(unit)].isupper() for unit in form.small):
        return False
    return not any(found[folded.start(unit)].islower() for unit in form.capitals)


def _is_like(form: Form, found: str) -> bool:
    """Tell whether the hyphens, letters and script of a match are those of the form."""
    if form.hyphens and len(_HYPHEN.findall(found)) < form.hyphens:
        return False
    if not form.exact and fold_exactly(found) != fold_exactly(form.text):
        return False
    if form.words == 1 and not found.isascii() and not _has_letters_of(form.text, found):
        return False
    return _is_in_script(form.script, found)


def _has_letters_of(listed: str, found: str) -> bool:
    """Tell whether a single word has no Serbian letter that the form lacks.

    Letters lose their marks, they do not gain them: `Sana` may be Šana, `Šana` is not Sana.
    """
    composed = unicodedata.normalize("NFC", found).lower()
    listed = listed.lower()
    return all(composed.count(letter) <= listed.count(letter) for letter in "čćšžđ")


def _is_in_script(script: str, found: str) -> bool:
    """Tell whether a spelling has letters of the script, whatever look-alikes are among them."""
    if script == "Zyyy" or (script == "Latn" and found.isascii()):
        return True
    return script in set(map(script_of, found))
