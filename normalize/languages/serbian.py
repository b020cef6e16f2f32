"""Serbian in both scripts: how foreign names vary in its press, and how names are declined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from normalize.languages.declension import context, things
from normalize.languages.declension.acronyms import is_acronym
from normalize.languages.declension.names import (
    base_label,
    inflections,
    other_articles,
    write_case,
)
from normalize.languages.declension.tables import ordinary_words, tables
from normalize.languages.declension.words import label_of
from normalize.languages.romanised import vary_romanisation
from normalize.languages.shape import (
    NO_FIRM,
    Place,
    Shape,
    attach_plainly,
    is_never_a_word,
    join_nothing,
    leave_neighbours,
    lengthens_nothing,
    no_proclitics,
    take_any_spelling,
)
from normalize.translit.icu import apply_rules, transliterate

_CYRILLIC = re.compile("[\u0400-\u04ff]")
# What makes an English name come out of a converter to Cyrillic otherwise than in Serbian.
_LACKED_LETTER = re.compile("[wxyqWXYQ]")
_UNSERBIAN = re.compile("[wxyqWXYQ]|[tscTSC]h")
_GUESSED = str.maketrans({"w": "v", "W": "V", "x": "ks", "X": "Ks", "y": "i", "Y": "I",
                          "q": "k", "Q": "K"})  # fmt: skip
_NO_SERBIAN_WORD = re.compile("[wxyqWXYQ]|[тсцкгпТСЦКГП]х|И[аеоу]|иа$|([бгклмпрст])\\1")

# After these the name that follows is a by-name or a former one, mentioned as such.
CUES = (
    *(f"poznat{e} kao" for e in ("", "a", "o", "i", "e", "iji", "ija", "ije")),
    "bivši", "bivša", "bivše", "bivšeg", "bivšoj", "nekadašnji", "nekadašnja", "nekadašnje",
    "ranije", "ranijeg naziva", "alias", "zvani", "zvana", "zvano", "takozvani", "takozvana",
    "takozvano", "takozvane", "takozvanog", "tzv.", "pod imenom", "pod nazivom", "pravim imenom",
    "preimenovan u", "preimenovana u", "preimenovano u",
)  # fmt: skip
TITLES = frozenset(
    "gospodin gospođa gdin gđa dr prof predsednik predsednica premijer premijerka ministar "
    "ministarka kralj kraljica princ emir sultan šeik šejh sajed imam ajatolah general pukovnik "
    "major kapetan komandant vođa lider portparol portparolka ambasador senator guverner "
    "gradonačelnik sudija zamenik potpredsednik direktor sekretar diktator patrijarh papa "
    "vladika".split()
)
OPENERS = frozenset(
    "juče danas sutra ponedeljak utorak sreda četvrtak petak subota nedelja ranije kasnije tada "
    "sada i a ali ili dok kada pre posle nakon pošto jer ako iako kao u na kod po za od sa bez o "
    "protiv prema međutim on ona ono oni to taj ta ovaj ova što ko gde kako je su bio bila".split()
)
FUNCTION_WORDS = frozenset("id on sad do od po je su i a u o to ta".split())

FIRM_AFTER = NO_FIRM


def vary(name: str, shape: Shape) -> Iterator[str]:
    """Yield spellings of a Serbian name in Latin letters that newspapers use without listing them.

    >>> list(vary("Novak Đoković", Shape("person")))
    ['Novak Djoković']
    """
    yield from vary_romanisation(name, may_drop_article=shape.is_full_person_name)
    if "đ" in name or "Đ" in name:
        yield _without_stroke(name)


def inflect(name: str, shape: Shape) -> Iterator[tuple[str, str]]:
    """Yield the case forms of a name in either script, each with its label.

    Of an acronym also those without the hyphen. Forms of a single name that are ordinary words
    are left out, but for short forms, which count only where the text gives the longer name.

    >>> [form for form, label in inflect("Хезболах", Shape("organisation"))]
    ['Хезболаха', 'Хезболаху', 'Хезболахом']
    """
    if not name.strip():
        return
    latin = write_latin(name)
    made = {form: label for form, label in _inflect_latin(latin, shape) if form != latin}
    if shape.full and " " not in latin:
        made = {form: label for form, label in made.items() if not is_ordinary(form)}
    if latin == name:
        yield from made.items()
    elif made:
        yield from zip(_write_like(name, latin, made), made.values(), strict=True)


def _inflect_latin(name: str, shape: Shape) -> Iterator[tuple[str, str]]:
    yield from inflections(name, shape)
    if is_acronym(name):
        for form, label in inflections(name, shape):
            if not label.startswith("poss"):
                yield form.replace("-", ""), label
    if shape.type == "person":
        for spelled in other_articles(name, may_drop=shape.full):
            yield from inflections(spelled, shape, ways=2)
    if "đ" in name or "Đ" in name:
        for form, label in inflections(name, shape):
            yield _without_stroke(form), label


def _write_like(name: str, latin: str, forms: Iterable[str]) -> list[str]:
    """Return Latin forms in Cyrillic, with the letters that a Cyrillic name has by exception."""
    # A machine's `Wасхингтон` is declined with the letters that it left, whatever its Latin is.
    whole = write_cyrillic if write_cyrillic(latin) == name else _write_letters
    written = whole("\n".join(forms))
    for ours, theirs in zip(whole(latin).split(), name.split(), strict=False):
        if ours != theirs:
            written = written.replace(ours[:-1], theirs[:-1])
    return written.split("\n")


def write_inflection(name: str, label: str, shape: Shape, like: str = "") -> str | None:
    """Return the name inflected as the label says, or None where no one form is what it says.

    `like` is the form that was there: a form of the name itself is returned as it is.

    >>> write_inflection("Башар ел Асад", "ins", Shape("person"), "Башаром Асадом")
    'Башаром ел Асадом'
    """
    if label == "plural":
        return name
    latin = write_latin(name)
    written = write_case(latin, label, shape, write_latin(like))
    if written is None:
        return None
    if latin == name:
        # A Latin acronym takes a Cyrillic ending in Cyrillic text: PYD-а.
        mixed = like[:1].isascii() and written == write_latin(like)
        return like if mixed else written
    return _write_like(name, latin, [written])[0]


def label_base(name: str, shape: Shape) -> str:
    """Return the label of a name in the form in which it is listed.

    >>> label_base("Хомс", Shape("place"))
    'nom|acc'
    """
    return base_label(write_latin(name), shape)


def read_case(label: str, name: str, shape: Shape, place: Place) -> str | None:
    """Return the label of a mention as the words beside it narrow it.

    None where an acronym's long form has no place: after an adjective that does not agree.

    >>> place = Place("dobio je od ", " paket", starts=False, is_acronym=False, is_bare=False)
    >>> read_case("gen|acc", "Ismail Hanija", Shape("person", gender="m"), place)
    'gen'
    """
    if label == "plural" or label.startswith(("poss", "pl-")):
        return label
    name, before, after = map(write_latin, (name, place.before, place.after))
    read = None
    if place.is_bare:
        read = context.read_bare(name, shape, before, after, starts=place.starts)
    elif label:
        read = context.narrow(label, before)
    read = read or label
    if place.is_acronym and not context.fits_adjective(name, shape, read, before):
        return None
    return read


def keep_capitals(written: str, there: str) -> str:
    """Return a name with the capitals of its common nouns as they were: Crno More, Crno more.

    Pravopis has small letters there, but what counts as a name's own noun is read in several
    ways, so either is left. Particles are small.

    >>> keep_capitals("Crno more", "Crno More"), keep_capitals("Bašar el Asad", "Bašar El Asad")
    ('Crno More', 'Bašar el Asad')
    """
    words, theirs = written.split(" "), there.split(" ")
    if len(words) != len(theirs):
        return written
    kept = [
        old if old.istitle() and new == old.lower() and not _is_small(new) else new
        for new, old in zip(words, theirs, strict=True)
    ]
    return " ".join(kept)


def _is_small(word: str) -> bool:
    """Tell whether a word is small in every name: an article, a preposition, a conjunction."""
    latin = write_latin(word)
    return latin in tables().particles | tables().prepositions | {"i", "te"}


def join_labels(*labels: str) -> str:
    """Return the label of a form that is all of these.

    >>> join_labels("gen", "nom|acc")
    'nom|gen|acc'
    """
    return label_of({case for label in labels for case in label.split("|")})


def misconvert(name: str, shape: Shape) -> Iterator[str]:
    """Yield what a converter to Cyrillic makes of an English name that it takes for Serbian.

    Letters that Serbian lacks are left, or replaced by guess (naslovi.net, 2026). A single name
    needs a spelling that no Serbian word has: `Ком`, of Qom, is one.

    >>> list(misconvert("New York Times", Shape("organisation")))
    ['Неw Yорк Тимес', 'Тхе Неw Yорк Тимес', 'Нев Иорк Тимес', 'Тхе Нев Иорк Тимес']
    >>> list(misconvert("Washington", Shape("place"))), list(misconvert("Qom", Shape("place")))
    (['Wасхингтон', 'Васхингтон'], ['Qом'])
    """
    if not _UNSERBIAN.search(name):
        return
    for letters in (name, name.translate(_GUESSED)):
        cyrillic = _write_letters(letters)
        if " " in name or _NO_SERBIAN_WORD.search(cyrillic):
            yield cyrillic
            if shape.type == "organisation" and " " in name and not name.startswith("The "):
                yield f"Тхе {cyrillic}"


def gender_of_variant(name: str, gender: str | None) -> str | None:
    """Return the gender of another name, in either script, of a thing whose first name has one.

    >>> gender_of_variant("Голан", "f")
    'm'
    """
    return gender and things.gender_of_variant(write_latin(name), gender)


def is_ordinary(form: str) -> bool:
    """Tell whether a form in either script is an ordinary Serbian word too.

    >>> is_ordinary("Зора"), is_ordinary("Asada")
    (True, False)
    """
    return write_latin(form).lower() in tables().ordinary


def may_be_word(name: str, *, canonical: bool = False) -> bool:
    """Tell whether a form of a name may be an ordinary word where it has its capital anyway.

    The dictionary writes names small that are no words, so of `canonical` names only those count
    that an editor has put down.

    >>> may_be_word("Асадом"), may_be_word("Кина", canonical=True), may_be_word("Ком")
    (True, False, True)
    """
    if name.isupper():
        return False
    latin = write_latin(name).lower()
    known = tables()
    if latin in known.ordinary_names or latin in known.ordinary:
        return True
    return not canonical and latin in ordinary_words()


def write_latin(name: str) -> str:
    """Return a Serbian name in Latin letters, one that is in them as it is."""
    return transliterate(name, "sr-Cyrl", "sr-Latn") if _CYRILLIC.search(name) else name


def _without_stroke(name: str) -> str:
    return name.replace("đ", "dj").replace("Đ", "Dj")


mend_neighbours = leave_neighbours
proclitics = no_proclitics
join_proclitic = join_nothing
attach = attach_plainly
is_written_like = take_any_spelling
is_only_a_word = is_never_a_word
makes_longer = lengthens_nothing


def _write_letters(name: str) -> str:
    return apply_rules(name, "sr-Latn", "sr-Cyrl")


def write_cyrillic(name: str) -> str:
    """Return a Serbian Latin name in Cyrillic, but for words that stay Latin there (Fox News).

    A name without letters that Serbian lacks is Serbian, whatever English words it has.

    >>> write_cyrillic("Abas Arakči"), write_cyrillic("Majk Pens"), write_cyrillic("Fox News")
    ('Абас Аракчи', 'Мајк Пенс', 'Fox News')
    """
    write = transliterate if _LACKED_LETTER.search(name) else apply_rules
    return write(name, "sr-Latn", "sr-Cyrl")
