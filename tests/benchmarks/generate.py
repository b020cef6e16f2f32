"""Made-up names, lexicons and news-like text: the same on every run, of any size.

The text is mixed as a Balkan newsroom's would be: four sentences in five are English, the others
Serbian in both scripts and Arabic. Word frequencies follow Zipf's law, every fiftieth word is a
name, and most mentions go to few names. No word means anything, apart from the commonest words
of each language, by which it is recognised.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from random import Random

NAME_FREQUENCY = 0.02
SENTENCES_IN_PARAGRAPH = 5
PARAGRAPHS_IN_DOCUMENT = 6
_MIXTURE = {"en": 80, "sr-Latn": 8, "sr-Cyrl": 7, "ar": 5}
_COMMON = {
    "en": "the of and to in a is that for it as was with be by on not he his but at are this have "
    "from or had an they which one you were all her she there would their we him been has when "
    "who will no more if out so said what up its about than into them can only other time new",
    "sr-Latn": "je su se da na u za od iz sa ne nije nisu koji koja koje kao ali ili što kako biti "
    "bio bila sam smo si mu joj ga im ih njegov svoj sve već još samo posle nakon zbog prema",
    "ar": "في من على إلى أن عن مع هذا هذه الذي التي كان كانت قد ما لا لم بعد قبل بين كل أو ثم حيث",
}
_ONSETS = "b c d f g h j k l m n p r s t v w st tr br cr pl gr sh ch th".split()
_VOWELS = "a e i o u a e i o u ea ou".split()
_CODAS = ["", "", "", "", *"n r s t l nd st ng m ck".split()]
_SERBIAN_ONSETS = "b v g d đ ž z j k l lj m n nj p r s t ć f h c č dž š st br dr mir vl sl".split()
_SERBIAN_CODAS = ["", *"nrlvk"]
_SERBIAN_ENDINGS = "ić ović ević ac a o in ski ar an ad ko ka ljić grad".split()
_CYRILLIC = dict(
    zip(
        "lj nj dž a b v g d đ e ž z i j k l m n o p r s t ć u f h c č š".split(),
        "љњџабвгдђежзијклмнопрстћуфхцчш",
        strict=True,
    )
)
_ARABIC = str.maketrans("abvgdđežzijklmnoprstćufhcčš", "ابفغدجهژزييكلمنوبرستشوفحجچش")
_BARE = str.maketrans(
    {"đ": "dj", "Đ": "Dj", "ž": "z", "Ž": "Z", "ć": "c", "Ć": "C", "č": "c", "Č": "C"}
    | {"š": "s", "Š": "S"}
)
_RESPELLINGS = "ic:ich c:ts j:y h:kh v:w u:oo s:sh z:zh e:eh i:ee k:q g:gh".split()


@dataclass(frozen=True)
class Name:
    """A made-up entry: its canonical form in each language, and its other spellings."""

    names: dict[str, str]
    variants: tuple[str, ...]
    short: dict[str, str] = field(default_factory=dict)
    acronym: str = ""

    def forms(self) -> Iterator[tuple[str, str]]:
        """Yield every listed spelling with the one that replaces it."""
        yield from ((text, text) for text in (*self.names.values(), *self.short.values()))
        yield from ((text, self.names["en"]) for text in self.variants)
        if self.acronym:
            yield self.acronym, f"{self.names['en']} ({self.acronym})"


def make_names(forms: int, seed: int = 1) -> list[Name]:
    """Return names that have at least so many listed spellings; a smaller set begins a larger."""
    chance = Random(seed)
    names: list[Name] = []
    taken: set[str] = set()
    listed = 0
    while listed < forms:
        name = _make_name(chance)
        spellings = {text.translate(_BARE).casefold() for text, _ in name.forms()}
        if min(map(len, spellings)) >= 4 and taken.isdisjoint(spellings):
            taken |= spellings
            names.append(name)
            listed += len({text for text, _ in name.forms()})
    return names


def list_forms(names: Sequence[Name], limit: int) -> dict[str, str]:
    """Return so many spellings of the names, each with what replaces it."""
    pairs = (pair for name in names for pair in name.forms())
    forms: dict[str, str] = {}
    for text, replacement in pairs:
        if len(forms) == limit:
            break
        forms.setdefault(text, replacement)
    return forms


def write_lexicon(names: Sequence[Name], path: Path) -> None:
    """Write the names as a lexicon file, which as JSON is YAML too."""
    entries = [_describe(number, name) for number, name in enumerate(names)]
    text = json.dumps({"version": "1", "entries": entries}, ensure_ascii=False, indent=0)
    path.write_text(text.replace('"version": "1"', '"version": 1'), encoding="utf-8")


def make_documents(size: int, names: Sequence[Name], *, ascii_only: bool, seed: int) -> list[str]:
    """Return documents of some 4 kB each that together have at least `size` bytes in UTF-8."""
    writer = _Writer(Random(seed), names, ascii_only)
    documents: list[str] = []
    written = 0
    while written < size:
        documents.append(writer.write_document())
        written += len(documents[-1].encode())
    return documents


def _make_name(chance: Random) -> Name:
    words = [
        _serbian_word(chance).capitalize() for _ in range(chance.choices([1, 2, 3], [3, 5, 2])[0])
    ]
    serbian = " ".join(words)
    english = serbian.translate(_BARE)
    names = {"en": english}
    if serbian != english:
        names["sr"] = serbian
    if chance.random() < 0.35:
        names["sr-Cyrl"] = write_cyrillic(serbian)
    if chance.random() < 0.2:
        names["ar"] = serbian.casefold().translate(_ARABIC)
    short = {"en": words[-1].translate(_BARE)} if len(words) == 2 else {}
    acronym = ""
    if len(words) == 3 and chance.random() < 0.15:
        acronym = "".join(chance.choices("ABCDEFGHIJKLMNOPRSTUVZ", k=4))
    return Name(names, tuple(_respell(chance, english)), short, acronym)


def _serbian_word(chance: Random) -> str:
    return _serbian_root(chance) + chance.choice(_SERBIAN_ENDINGS)


def _serbian_root(chance: Random) -> str:
    syllables = chance.choice([1, 2, 2, 3])
    root = "".join(
        chance.choice(_SERBIAN_ONSETS) + chance.choice("aeiou") for _ in range(syllables)
    )
    return root + chance.choice(_SERBIAN_CODAS)


def write_cyrillic(latin: str) -> str:
    """Return Serbian Latin in Cyrillic, letter by letter."""
    written: list[str] = []
    at = 0
    while at < len(latin):
        length = 2 if latin[at : at + 2].casefold() in _CYRILLIC else 1
        letter = _CYRILLIC.get(latin[at : at + length].casefold(), latin[at])
        written.append(letter.upper() if latin[at].isupper() else letter)
        at += length
    return "".join(written)


def _respell(chance: Random, english: str) -> Iterator[str]:
    """Yield one or two other spellings, as a hurried translator would make them."""
    wanted = chance.choice([1, 1, 2])
    for pair in chance.sample(_RESPELLINGS, len(_RESPELLINGS)):
        usual, other = pair.split(":")
        if wanted and usual in english:
            wanted -= 1
            yield english.replace(usual, other, 1)


def _describe(number: int, name: Name) -> dict[str, object]:
    """Return a name as the mapping that a lexicon file has for it."""
    entry: dict[str, object] = {
        "id": f"name-{number:06}",
        "type": "person" if name.short else "organisation",
        "names": name.names,
    }
    if name.short:
        entry["short"] = name.short
    if name.acronym:
        entry["acronyms"] = {"en": name.acronym}
    if name.variants:
        entry["variants"] = list(name.variants)
    return entry


class _Writer:
    """Writes documents out of one stream of chance."""

    def __init__(self, chance: Random, names: Sequence[Name], ascii_only: bool) -> None:
        self.chance = chance
        spellings = list(list_forms(names, 10**9))
        self.spellings = [s for s in spellings if s.isascii()] if ascii_only else spellings
        self.mixture = {"en": 1} if ascii_only else _MIXTURE
        self.quotes = '""' if ascii_only else "“”"
        self.vocabularies = {lang: self._make_vocabulary(lang) for lang in self.mixture}

    def write_document(self) -> str:
        paragraphs = (self._write_paragraph() for _ in range(PARAGRAPHS_IN_DOCUMENT))
        return "\n\n".join(paragraphs) + "\n"

    def _make_vocabulary(self, lang: str) -> tuple[list[str], list[float]]:
        """Return a language's words, the commonest first, and their frequencies added up."""
        common = _COMMON["sr-Latn" if lang == "sr-Cyrl" else lang].split()
        make = self._english_word if lang == "en" else lambda: _serbian_root(self.chance)
        # Common words are short ones.
        made = sorted({make() for _ in range(40_000)}, key=lambda word: (len(word), word))
        words = [*common, *made]
        if lang == "sr-Cyrl":
            words = list(map(write_cyrillic, words))
        if lang == "ar":
            words = [*common, *(word.translate(_ARABIC) for word in made)]
        return words, list(accumulate(1 / (rank + 2.7) for rank in range(len(words))))

    def _english_word(self) -> str:
        choose = self.chance.choice
        syllables = range(choose([1, 2, 2, 2, 3, 3]))
        return "".join(choose(_ONSETS) + choose(_VOWELS) + choose(_CODAS) for _ in syllables)

    def _write_paragraph(self) -> str:
        (lang,) = self.chance.choices(list(self.mixture), list(self.mixture.values()))
        return " ".join(self._write_sentence(lang) for _ in range(SENTENCES_IN_PARAGRAPH))

    def _write_sentence(self, lang: str) -> str:
        vocabulary, frequencies = self.vocabularies[lang]
        length = self.chance.randint(8, 28)
        words = self.chance.choices(vocabulary, cum_weights=frequencies, k=length)
        words[0] = words[0].capitalize()
        for at, word in enumerate(words):
            words[at] = self._dress(word)
        return " ".join(words) + "."

    def _dress(self, word: str) -> str:
        """Return a word as it stands in a text, or now and then a name or a number instead."""
        luck = self.chance.random() - NAME_FREQUENCY
        if luck < 0:
            return self._choose_spelling()
        if luck < 0.02:
            return word.capitalize()
        if luck < 0.03:
            return str(self.chance.randint(1, 2030))
        if luck < 0.06:
            return word + ","
        return word.join(self.quotes) if luck < 0.065 else word

    def _choose_spelling(self) -> str:
        """Return a spelling of a name: six times in ten one of the first thousand spellings."""
        (known,) = self.chance.choices([1_000, 10_000, len(self.spellings)], [60, 25, 15])
        spelling = self.spellings[
            int(min(known, len(self.spellings)) * self.chance.random() ** 1.5)
        ]
        return spelling.upper() if self.chance.random() < 0.04 else spelling
