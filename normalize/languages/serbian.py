"""Serbian in both scripts: how foreign names vary in its press."""

from __future__ import annotations

from collections.abc import Iterator

from normalize.languages.romanised import vary_romanisation
from normalize.languages.shape import NO_FIRM, Shape, leave_neighbours
from normalize.translit.icu import transliterate

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
        yield name.replace("đ", "dj").replace("Đ", "Dj")


def inflect(name: str, shape: Shape) -> Iterator[tuple[str, str]]:
    """Yield inflected forms of a name, each with its label."""
    yield from ()


def write_inflection(name: str, label: str) -> str:
    """Return the name inflected as the label says."""
    return name


mend_neighbours = leave_neighbours


def write_cyrillic(name: str) -> str:
    """Return a Serbian Latin name in Cyrillic.

    >>> write_cyrillic("Abas Arakči")
    'Абас Аракчи'
    """
    return transliterate(name, "sr-Latn", "sr-Cyrl")
