"""Transliteration by ICU; the only module that imports PyICU.

Rule files of our own lie in `rules/`; `pairs` says which of them make up a transliteration. They
use literal rules, sets of listed characters, NFC, and NFKC of Arabic and Hebrew presentation
forms, which Unicode's stability policy fixes: results are promised to be the same in ICU 72 to
78. No target uses a transform of ICU's own data; only `ascii`, Unidecode's, is not promised.

ICU objects take a thousand times longer to make than to use, and nothing promises that threads
may share them, so each thread keeps its own.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from itertools import groupby
from operator import itemgetter
from typing import Any

from normalize.errors import OptionError
from normalize.translit.apart import write_apart_rules
from normalize.translit.kept import find_kept
from normalize.translit.names import write_rules
from normalize.translit.pairs import LAST_RESORT, RULE_FILES, supported_pairs

_of_thread = threading.local()
# ICU edits texts in place, so a long one is done in pieces. No rule looks beyond the end of a
# sentence or line; where neither comes, a piece ends between words.
_PIECE = re.compile(r"[^\n.!?؟]{0,2000}[\n.!?؟]+|[^\n.!?؟]{1,2000}(?:\s|\Z)|.{1,2000}", re.DOTALL)


def transliterate(text: str, source: str, target: str) -> str:
    """Return the text written in the script, spelling habit or scheme of the target.

    Sources are `en`, `sr-Latn`, `sr-Cyrl`, `ar`, `fa`, `ckb`, `tr` (also for Kurdish in Latin
    letters), `he`, `sr-Latn-x-dj` (Serbian that writes dj for đ) and `und` (any script).
    What is not in the source's script stays as it is.

    - `sr-Latn` and `sr-Cyrl` turn Serbian into its other script exactly; foreign words, Roman
      numerals and units stay Latin in Cyrillic. From another language they are proposals for
      editors, not for running text: spellings by the rules of Serbian transcription and a table
      of common names, with a guess where Arabic script omits vowels.
    - `en` is what the press would write, without diacritics. Vowels that Arabic script omits are
      not invented: a name outside the table of common names comes out without them.
    - `bgn-pcgn`, `ala-lc` and `din-31635` are scholarly schemes, as complete as the vowel signs
      in the text.
    - `consonants` is a reading for sound keys: see `rules/arabic-script_consonants.txt`.
    - `ascii` is a last resort for any script (Unidecode), for ids and the like.

    As it is names that are transliterated, words from Arabic script get capitals, but for
    articles and `bin`; `consonants` has none.

    Raises `OptionError` for a pair that is not supported, listing those that are.

    >>> transliterate("Аракчи", "sr-Cyrl", "sr-Latn")
    'Arakči'
    >>> transliterate("Tanjug, Njegoš, Džibuti", "sr-Latn", "sr-Cyrl")
    'Танјуг, Његош, Џибути'
    >>> transliterate("بشار الأسد", "ar", "en"), transliterate("بشار الأسد", "ar", "consonants")
    ('Bashar al-Assad', "bšAr al-'sd")
    >>> transliterate("Abbas Araghchi", "en", "sr-Latn")
    'Abas Aragči'
    """
    if (source, target) == LAST_RESORT:
        return _write_ascii(text)
    if (source, target) != ("sr-Latn", "sr-Cyrl"):
        return apply_rules(text, source, target)
    pieces: list[str] = []
    done = 0
    for start, end in find_kept(text):
        pieces += (apply_rules(text[done:start], source, target), text[start:end])
        done = end
    return "".join((*pieces, apply_rules(text[done:], source, target)))


def apply_rules(text: str, source: str, target: str) -> str:
    """Return the text transliterated letter by letter, whatever its words are.

    Raises `OptionError` for a pair that is not supported, listing those that are.

    >>> transliterate("Gleda Netflix", "sr-Latn", "sr-Cyrl")
    'Гледа Netflix'
    >>> apply_rules("Gleda Netflix", "sr-Latn", "sr-Cyrl")
    'Гледа Нетфлиx'
    """
    convert = _transliterator(source, target).transliterate
    if len(text) <= 2000:
        converted: str = convert(text)
        return converted
    return "".join(map(convert, _PIECE.findall(text)))


@lru_cache(maxsize=8)
def name_regions(lang: str) -> Mapping[str, str]:
    """Return what countries and territories are called in a language, by their ISO 3166 code.

    The names are those of Unicode's CLDR, in the version that the installed ICU has.

    >>> name_regions("sr_Latn")["IQ"], name_regions("fa")["IQ"]
    ('Irak', 'عراق')
    """
    import icu

    display = icu.Locale(lang)
    codes = icu.Locale.getISOCountries()
    return {code: icu.Locale("und", code).getDisplayCountry(display) for code in codes}


def _transliterator(source: str, target: str) -> Any:
    made: dict[tuple[str, str], Any] = _of_thread.__dict__.setdefault("transliterators", {})
    if (source, target) not in made:
        if (source, target) not in RULE_FILES:
            raise OptionError(
                f"no transliteration from {source} to {target}; there are {_describe_pairs()}"
            )
        made[source, target] = _compile(_join(RULE_FILES[source, target]))
    return made[source, target]


def _join(parts: tuple[str, ...]) -> str:
    """Return the rules of several files, each applied to the results of those before it."""
    rules = ""
    for part in parts:
        if part.startswith("names-"):
            table, _, column = part.partition(":")
            rules += write_rules(_read(f"{table}.tsv"), column, _compile(rules).transliterate)
        elif part.startswith("apart-"):
            rules += write_apart_rules(_read(f"{part}.tsv")) + "\n:: Null ;\n"
        else:
            rules += _read(f"{part}.txt") + "\n:: Null ;\n"
    return rules


def _compile(rules: str) -> Any:
    # Imported here so that commands which transliterate nothing start without ICU.
    import icu

    return icu.Transliterator.createFromRules("normalize", rules, icu.UTransDirection.FORWARD)


def _read(name: str) -> str:
    return (files(__package__) / "rules" / name).read_text(encoding="utf-8")


def _describe_pairs() -> str:
    """Return the supported pairs in one line, grouped by source."""
    grouped = groupby(supported_pairs(), key=itemgetter(0))
    return "; ".join(
        f"{source} to {', '.join(target for _, target in pairs)}" for source, pairs in grouped
    )


def _write_ascii(text: str) -> str:
    # Imported here because it is seldom needed.
    from unidecode import unidecode

    # Unidecode warns of lone surrogates, which stand for no character that it could write.
    return unidecode(text.encode("utf-8", "ignore").decode("utf-8"))
