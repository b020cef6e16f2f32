"""In which language a text, and each of its lines, is written.

Script comes first, then words that only one of the languages has; where a line gives no
evidence its block is asked, then the document. Only lines in which a name was found are ever
looked at, and of a very long line only its beginning.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from functools import lru_cache

from normalize.errors import OptionError, nearest
from normalize.text.capitals import is_in_capitals

LANGUAGES = ("en", "sr-Latn", "sr-Cyrl", "ar", "fa", "ckb")
UNKNOWN = "und"
_SAMPLE = 1500
_LINE_SAMPLE = 500
# So many function words, counted double, need no help from the shapes of other words.
_PLENTY = 12

# Frequent words of one language that are no words of the others it could be taken for.
_LATIN_WORDS: Mapping[str, frozenset[str]] = {
    "en": frozenset(
        "the of and to is was that with for from by at as it its has have had be been are were "
        "this which who he his her they their will would not said says after over into about more "
        "than but or on in new against between during under out up all one two first last year "
        "also when while could may former before since because".split()
    ),
    "sr-Latn": frozenset(
        "je su se da na u za od iz sa ne li nije nisu će koji koja koje kao ili što kako biti "
        "bio bila bilo sam smo ste si mu joj ga im ih njega njih njegov svoj sve već još samo pre "
        "posle nakon zbog prema protiv između tokom rekao rekla kaže izjavio dok jer ako kada gde "
        "ovaj ova ovo taj ta tome te ce sto vec jos izmedju".split()
    ),
}
# The shapes of other words tell less, but do for a headline without any of those.
_LATIN_SHAPES: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"[qwxy]|th|sh|ck|ee|oo|gh|ft$|ed$|ing$|[bcdfgklmnprtv]s$"),
    "sr-Latn": re.compile(
        r".{4}[aiou]$|[čćšžđ]|[aeiou]l[aio]$|kl[aio]$|nj|lj|[ǌǉ]|ije|[aou]ju$|sk[aiou]$"
    ),
}
# Words of other languages in Latin script, so that French or Turkish is not taken for English.
_FOREIGN_WORDS = frozenset(
    "le la les des et est une dans pour que qui sur avec il elle nous vous du au aux pas plus "
    "der die das und ist nicht ein eine mit von den dem zu auf für sich auch wird bei "
    "los las una por con para del como más su sus "
    "il gli della dei che non per con sono nel "
    "ku di li ji bi ev ew ser bo yê bû jî hem wan wê "
    "ve bir bu için ile olan olarak da de daha çok ise".split()
)
_ALL_WORDS = _FOREIGN_WORDS.union(*_LATIN_WORDS.values())
_OTHER_SCRIPTS = {
    "Cyrl": re.compile("[\u0400-\u052f]"),
    "Arab": re.compile("[\u0620-\u06ff\u0750-\u077f\ufb50-\ufeff]"),
    "Hebr": re.compile("[\u05d0-\u05ea]"),
}
# Letters are some four fifths of a text: this is half of them.
_SHARE_OF_MAIN_SCRIPT = 0.4
_LATIN_LETTER = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_PERSIAN_LETTERS = re.compile("[پچژگکی]")
_ARABIC_LETTERS = re.compile("[ةىأإؤيك]")
# Older keyboards write ە as ه with a non-joiner, as Persian does before its endings (خانه‌ها).
_SORANI_LETTERS = re.compile("[ەێۆڕڵڤ]|ه\u200c(?!ا|ها|[یي]|تر)")
# Many a keyboard has the other language's ی and ک, so that letters alone do not tell.
_PERSIAN_WORDS = re.compile(
    r"(?<!\w)(?:[كک]ه|از|به|در|را|ا[یي]ن|آن|است|با|برا[یي]|م[یي]|ها[یي]?|شده?|[كک]رده?|"
    r"گفت|خود|بود|[یي][كک]|ن[یي]ز|و[یي]|تا|[كک]ند|[كک]نند|دارد|ن[یي]ست)(?!\w)"
)
_ARABIC_WORDS = re.compile(
    r"(?<!\w)(?:ف[يیى]|إلى|ال[ىی]|عن|مع|أن|ان|إن|هذا|هذه|الت[يیى]|الذ[يیى]|[كک]ان|قال|بعد|لم|لا|"
    r"[وفب]?ال\w{4,})(?!\w)"
)
# Pieces are no words: neither the `Na` of `Na'im`, nor the `el` of `el-Sisi`, nor the U of `U.S.`
_WORD = re.compile(r"(?<![\w'’.-])[^\W\d_]+(?![\w'’-]|\.\w)")


def parse_language(tag: str) -> str:
    """Return the language that a caller named; plain `sr` is Serbian in either script.

    Raises `OptionError` listing those that exist.

    >>> parse_language("sr-cyrl")
    'sr-Cyrl'
    """
    for known in (*LANGUAGES, "sr"):
        if tag.lower() == known.lower():
            return known
    hint = nearest(tag, LANGUAGES)
    meant = f"; did you mean {hint!r}?" if hint else ""
    raise OptionError(f"{tag!r} is no language here; there are {', '.join(LANGUAGES)}, sr{meant}")


def language_shown_by(passage: str) -> str:
    """Return the language that the words of a passage show beyond doubt, or `und`.

    >>> language_shown_by("Rekao je da su otišli"), language_shown_by("Damask")
    ('sr-Latn', 'und')
    """
    return _identify(passage, needed=2)


def language_fitting(passage: str) -> str:
    """Return the language that fits a passage best, English where none does better.

    >>> language_fitting("Il faut bien le faire, dans la ville"), language_fitting("Damask")
    ('und', 'en')
    """
    return _identify(passage, needed=0)


def script_of(character: str) -> str:
    """Return `Latn`, `Cyrl`, `Arab`, `Hebr`, another script as `Zyyy`, or "" for no letter."""
    if not character.isalpha():
        return ""
    point = ord(character)
    if point < 0x250 or 0x1E00 <= point < 0x1F00 or 0xFB00 <= point < 0xFB07:
        return "Latn"
    if 0x400 <= point < 0x530:
        return "Cyrl"
    if 0x600 <= point < 0x780 or 0xFB50 <= point < 0xFF00:
        return "Arab"
    return "Hebr" if 0x590 <= point < 0x600 else "Zyyy"


def script_of_language(tag: str) -> str:
    """Return the script that a language is written in.

    >>> script_of_language("sr-Cyrl"), script_of_language("ckb")
    ('Cyrl', 'Arab')
    """
    if tag == "sr-Cyrl":
        return "Cyrl"
    if tag in ("ar", "fa", "ckb"):
        return "Arab"
    return "Hebr" if tag == "he" else "Latn"


class LanguageMap:
    """The language of every place of one text, found when it is first asked for."""

    def __init__(self, text: str, lang: str | None = None) -> None:
        self._text = text
        self._asked = parse_language(lang) if lang else None
        self._starts: list[int] | None = None
        self._lines: dict[int, str] = {}
        self._document: str | None = None
        self._document_is_guess: bool | None = None

    @property
    def asked(self) -> str | None:
        """The language that the caller said the text is in, if he did."""
        return self._asked

    @property
    def document(self) -> str:
        """The language of the text as a whole; `und` where there is no telling."""
        if self._asked and self._asked != "sr":
            return self._asked
        if self._document is None:
            self._document = self._of_document()
        return self._document

    def at(self, offset: int) -> str:
        """Return the language of the line that the offset lies in."""
        if self._asked and self._asked != "sr":
            return self._asked
        start = self._line_start(offset)
        if start not in self._lines:
            self._lines[start] = self._of_line(start)
        return self._lines[start]

    def at_arabic(self, offset: int) -> str:
        """Return the language of what is in Arabic script in the line; `und` without a sign.

        Names quoted in an English line have one of their own, however much English there is.
        """
        return _identify_arabic(self._line_from(self._line_start(offset)), needed=0)

    def _line_start(self, offset: int) -> int:
        """Return where the line of the offset begins, without walking back through a long one."""
        if self._starts is None:
            self._starts = [0, *(match.end() for match in re.finditer("\n", self._text))]
        return self._starts[bisect_right(self._starts, offset) - 1]

    def is_guess(self, offset: int) -> bool:
        """Tell whether neither the line nor the document has words that show its language."""
        if self._asked:
            return False
        if self._document_is_guess is None:
            self._document_is_guess = _is_silent(self._text[:_SAMPLE])
        if not self._document_is_guess:
            return False
        line = self._line_from(self._line_start(offset))
        return _is_silent(line)

    def _line_from(self, start: int) -> str:
        return self._text[start : start + _LINE_SAMPLE].partition("\n")[0].rstrip()

    def _of_line(self, start: int) -> str:
        line = self._line_from(start)
        if self._asked == "sr":
            return "sr-Cyrl" if main_script(line) == "Cyrl" else "sr-Latn"
        found = _identify(line, needed=2)
        if found != UNKNOWN:
            return found
        document = self.document
        if main_script(line) in ("", script_of_language(document)):
            return document
        return _identify(line, needed=0)

    def _of_document(self) -> str:
        sample = self._text[:_SAMPLE].rstrip()
        if self._asked == "sr":
            return "sr-Cyrl" if main_script(sample) == "Cyrl" else "sr-Latn"
        found = _identify(sample, needed=2)
        if found == UNKNOWN:
            # A headline or a bare name: English unless it is long enough to have shown it.
            found = _identify(sample, needed=0)
        return found


def _is_silent(passage: str) -> bool:
    """Tell whether no word of a passage in Latin letters shows its language."""
    words = _telling_words(passage)
    return main_script(passage) == "Latn" and not any(
        word in known or _LATIN_SHAPES[tag].search(word)
        for word in words
        for tag, known in _LATIN_WORDS.items()
    )


@lru_cache(maxsize=4096)
def _identify(passage: str, needed: int) -> str:
    script = main_script(passage)
    if script == "Arab":
        return _identify_arabic(passage, needed)
    if script == "Cyrl":
        return "sr-Cyrl"
    if script != "Latn":
        return UNKNOWN
    words = _telling_words(passage)
    evidence = {tag: 2 * sum(map(known.__contains__, words)) for tag, known in _LATIN_WORDS.items()}
    if max(evidence.values()) < _PLENTY:
        for tag, shape in _LATIN_SHAPES.items():
            evidence[tag] += sum(shape.search(w) is not None for w in words if w not in _ALL_WORDS)
    foreign = 2 * sum(map(_FOREIGN_WORDS.__contains__, words))
    best, other = sorted(evidence, key=evidence.__getitem__, reverse=True)
    most = evidence[best]
    if most >= max(2 * needed, 1) and most > 2 * evidence[other] and most >= foreign:
        return best
    if needed:
        return UNKNOWN
    if foreign > most + 2 or (len(words) > 25 and most * 12 < len(words)):
        return UNKNOWN
    return best if most > evidence[other] else "en"


def _telling_words(passage: str) -> list[str]:
    """Return the words that may tell a language: in mid-sentence a capital shows a name (`Ali`)."""
    words = _WORD.findall(passage)
    if is_in_capitals(passage):
        return [word.lower() for word in words]
    first = [w.lower() for w in words[:1] if w.istitle() and len(w) > 1 and w.lower() in _ALL_WORDS]
    return first + [word for word in words if word.islower()]


def _identify_arabic(passage: str, needed: int) -> str:
    sorani = len(_SORANI_LETTERS.findall(passage))
    persian = len(_PERSIAN_LETTERS.findall(passage)) + 3 * len(_PERSIAN_WORDS.findall(passage))
    arabic_words = len(_ARABIC_WORDS.findall(passage))
    arabic = len(_ARABIC_LETTERS.findall(passage)) + 3 * arabic_words
    if sorani > max(arabic_words, 1) and sorani * 12 > len(passage):
        return "ckb"
    if persian > arabic and persian >= needed:
        return "fa"
    return "ar" if arabic >= needed else UNKNOWN


def main_script(passage: str) -> str:
    """Return the script of a passage, also where a good part of its letters is of another.

    >>> main_script("У Београду, CNN"), main_script("CNN, у")
    ('Cyrl', 'Latn')
    """
    if not passage.isascii():
        for script, letters in _OTHER_SCRIPTS.items():
            if len(letters.findall(passage)) > _SHARE_OF_MAIN_SCRIPT * len(passage):
                return script
    if _LATIN_LETTER.search(passage):
        return "Latn"
    return "Zyyy" if any(map(str.isalpha, passage)) else ""
