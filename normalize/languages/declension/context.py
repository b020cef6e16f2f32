"""What the words beside a name tell of its case: prepositions, nouns and verbs; all in Latin."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from normalize.languages.declension.tables import tables
from normalize.languages.declension.things import guess_gender
from normalize.languages.declension.words import decline
from normalize.languages.shape import Shape

_QUOTES = "\"“„»«'’‘"
_WORD_BEFORE = re.compile(rf"(?<![\w-])(?P<word>[^\W\d_]+)\s+[{_QUOTES}]?\Z")
_SAID_BEFORE = re.compile(rf"(?<![\w-])(?P<verb>[^\W\d_]+)\s+(?:je|su)\s+[{_QUOTES}]?\Z")
_SAID_AFTER = re.compile(
    rf"[{_QUOTES}]?\s+(?:je|su|nije|nisu)\s+(?:(?:juče|danas|ranije|i)\s+)?(?P<verb>[^\W\d_]+)"
)
_WORD_AFTER = re.compile(rf"[{_QUOTES}]?\s+(?P<word>[^\W\d_]+)")
_SENTENCE_END = re.compile(r"[.!?…\n]")
_PARTICIPLE = {"m": "o", "f": "la", "n": "lo", "mpl": "li", "fpl": "le", "npl": "la"}
# The endings of adjectives that only the masculine and neuter singular have, by case.
_MASCULINE = {
    "gen": ("og", "eg", "oga", "ega"),
    "dat": ("om", "em", "ome", "omu", "emu"),
    "ins": ("im",),
}


def narrow(label: str, before: str) -> str:
    """Return those of a form's cases that the preposition before it takes, all if none fits.

    >>> narrow("gen|acc", "dobio je od "), narrow("gen|acc", "zove ")
    ('gen', 'gen|acc')
    """
    governed = _governed_by_preposition(before)
    kept = [case for case in label.split("|") if case in governed]
    return "|".join(kept) or label


def _governed_by_preposition(before: str) -> list[str]:
    known = tables().context
    word = _word_before(before)
    label = known.governed.get(word, "")
    other, stems = known.governed_otherwise.get(word, ("", ()))
    sentence = _SENTENCE_END.split(before)[-1].lower().split() if stems else []
    if any(earlier.startswith(stems) for earlier in sentence):
        label = other
    return label.split("|") if label else []


def _word_before(before: str) -> str:
    found = _WORD_BEFORE.search(before)
    return found["word"].lower() if found else ""


def read_bare(name: str, shape: Shape, before: str, after: str, *, starts: bool) -> str | None:
    """Return the label of an acronym without ending that stands for the name, or None.

    `starts` says that a sentence begins with it. None means that it may be any case, or an
    attribute of what follows.

    >>> army = ("Oslobodilačka vojska Kosova", Shape("organisation"))
    >>> read_bare(*army, "izašao je iz ", ".", starts=False)
    'gen'
    >>> read_bare(*army, "borio se protiv ", " boraca", starts=False)
    >>> read_bare(*army, "", " je saopštila da", starts=True)
    'nom'
    """
    gender = _gender(name, shape)
    following = _WORD_AFTER.match(after)
    next_word = following["word"] if following else ""
    if starts and (_agrees(_SAID_AFTER.match(after), gender) or _says_now(next_word, gender)):
        return "nom"
    may_end = not next_word or next_word in tables().context.little
    is_verb = next_word in tables().context.verbs
    if may_end and _agrees(_SAID_BEFORE.search(before), gender):
        return "nom"
    member = _word_before(before)
    if member in _members("nom" if is_verb else "any"):
        return "gen" if may_end or is_verb or next_word[:1].isupper() else None
    return "|".join(_governed_by_preposition(before)) or None if may_end or is_verb else None


def _agrees(said: re.Match[str] | None, gender: str) -> bool:
    """Tell whether it is a participle of saying that was found, and in the gender."""
    if not said:
        return False
    verb, ending = said["verb"].lower(), _PARTICIPLE[gender]
    stems = [saying[:-1] for saying in tables().context.saying]
    # rekao, rekla: the a is there in the masculine only
    return any(verb in (stem + ending, stem.removesuffix("a") + ending) for stem in stems)


def _says_now(verb: str, gender: str) -> bool:
    now = tables().context.saying_now
    return verb in (now.values() if gender.endswith("pl") else now)


def _gender(name: str, shape: Shape) -> str:
    return shape.gender or guess_gender(name.split())


@lru_cache(maxsize=2)
def _members(case: Literal["nom", "any"]) -> frozenset[str]:
    """Return the nouns for members of a group, in the nominative of both numbers or any case."""
    forms = set() if case == "nom" else set(tables().context.of_members)
    for noun in tables().context.members:
        row = "woman" if noun.endswith(("ica", "ka")) else "people"
        cases = decline(noun, row, animate=True)
        chosen = ("nom", "pl-nom") if case == "nom" else cases
        forms.update(form for one in chosen for form in cases.get(one, ()))
    return frozenset(forms)


def fits_adjective(name: str, shape: Shape, label: str, before: str) -> bool:
    """Tell whether the adjective before an acronym, if there is one, fits its long form too.

    An acronym with an ending is mostly masculine: `bivšeg OVK-a` has no place for an army.

    >>> fits_adjective("Oslobodilačka vojska Kosova", Shape("organisation"), "gen", "bivšeg ")
    False
    """
    gender = _gender(name, shape)
    found = _WORD_BEFORE.search(before)
    word = found["word"] if found else ""
    # `NATOom HTS-a`: what is in capitals is a name.
    no_adjective = tables().context.governed.keys() | tables().context.pronouns
    if gender in ("m", "n") or not word[1:].islower() or word.lower() in no_adjective:
        return True
    endings = [end for case in label.split("|") for end in _MASCULINE.get(case, ())]
    if gender.endswith("pl"):
        endings = [end for end in endings if end != "im"]
    return not word.endswith(tuple(endings))
