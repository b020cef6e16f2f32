"""The folded view of a text: blind to case, diacritics, apostrophes and look-alike letters.

A fold is a string of one-byte units over a fixed alphabet, so that a byte automaton can
search it. Folding one character gives no unit (marks, zero-width characters, tatweel),
one, or a few (`ß`, ligatures); `Folded.start` and `Folded.end` lead from units back to code
points of the original. White space and hyphens are one and the same unit, a run of white space
is a single one, and an apostrophe inside a word gives none, except in a possessive.

Cyrillic letters that look like Latin ones share their units: that is how a Cyrillic `е`
hidden in `Hеzbollah` is seen through. What the fold equates wrongly (Cyrillic `Сара`, Latin
`Capa`) is told apart after the scan, where only the matches are looked at.

The Arabic equivalences are those of Lucene's ArabicNormalizer and PersianNormalizer, with the
Sorani vowel ە beside ه; which of them a match may rely on is again decided after the scan.
"""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Bytes = NDArray[np.uint8]
    Offsets = NDArray[np.int64]

SPACE, APOSTROPHE, OTHER_LETTER, OTHER = 2, 3, 1, 0
_EXPANDS, _DROPPED = 254, 255
_TABLE_SIZE = 0x20000
# numpy takes longer to begin than this many letters to fold one by one.
_SHORT = 80

_CYRILLIC_LOOKALIKES = dict(zip("авекмнорстухјіѕһԁԛԝ", "abekmhopctyxjishdqw", strict=True))
_LETTERS_APART = {
    "đ": "d", "ð": "d", "ł": "l", "ø": "o", "ı": "i", "ħ": "h", "ŧ": "t", "ƶ": "z",
    "æ": "ae", "œ": "oe", "þ": "th", "ß": "ss",
    "ٱ": "ا", "ى": "ي", "ی": "ي", "ے": "ي", "ې": "ي", "ک": "ك", "ڪ": "ك",
    "ھ": "ه", "ہ": "ه", "ة": "ه", "ە": "ه", "ۃ": "ه",
    "ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ", "ς": "σ",
}  # fmt: skip
_HYPHENS = "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{MINUS SIGN}"
_APOSTROPHES = (
    "'\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}"
    "\N{MODIFIER LETTER TURNED COMMA}\N{PRIME}`\N{ACUTE ACCENT}\N{HEBREW PUNCTUATION GERESH}"
)
# Signs of ع and ء in scholarly romanisation. Unlike apostrophes they never quote anything,
# so they can go wherever they stand.
_AYN_AND_HAMZA = "\N{MODIFIER LETTER LEFT HALF RING}\N{MODIFIER LETTER RIGHT HALF RING}"
_TATWEEL = "\N{ARABIC TATWEEL}"

_ALPHABET = (
    ".&/"
    "0123456789abcdefghijklmnopqrstuvwxyzə"
    "бгдђжзиклљмнњпћфцчџшщъыьэюяєґ"
    "ءابپتثجچحخدذرزژسشصضطظعغفقكگلمنهوي"
    "ڕڵڤۆێټډړڼڭ"
    "אבגדהוזחטיכלמנסעפצקרשת"
    "αβγδεζηθικλμνξοπρστυφχψω"
    "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ"
    "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ"
)


# Everywhere else (East Asian and Indic scripts, symbols, emoji) a letter stands for itself.
_FOLDED_BLOCKS = (
    (0x0000, 0x0700),  # Latin, marks, Greek, Cyrillic, Armenian, Hebrew, Arabic
    (0x0750, 0x0780),  # Arabic Supplement
    (0x08A0, 0x0900),  # Arabic Extended-A
    (0x10A0, 0x1100),  # Georgian
    (0x1AB0, 0x1B00),  # more marks
    (0x1D00, 0x2190),  # phonetic letters, Latin and Greek Extended, punctuation, letter-like
    (0x2C60, 0x2C80),  # Latin Extended-C
    (0x3000, 0x3001),  # ideographic space
    (0xA640, 0xA800),  # Cyrillic Extended-B, Latin Extended-D
    (0xFB00, 0xFF00),  # ligatures, presentation forms, variation selectors
    (0xFF00, 0x10000),  # full width
    (0x1D400, 0x1D800),  # mathematical letters
)


class _Tables(NamedTuple):
    latin: bytes
    full: Bytes
    expansions: dict[int, bytes]
    word: bytes


def fold_character(character: str) -> str:
    """Return the symbols that one character folds to, which may be none.

    >>> [fold_character(c) for c in "Šİßﬁ"]
    ['s', 'i', 'ss', 'fi']
    >>> fold_character("أ"), fold_character("\N{COMBINING CARON}")
    ('ا', '')
    """
    if character.isspace() or character in _HYPHENS:
        return " "
    if character in _APOSTROPHES:
        return "'"
    if character in _AYN_AND_HAMZA or character == _TATWEEL:
        return ""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return ""
    decomposed = unicodedata.normalize("NFKD", character).casefold()
    bare = [c for c in decomposed if not unicodedata.combining(c) and c != _TATWEEL]
    symbols = "".join(_LETTERS_APART.get(c) or _CYRILLIC_LOOKALIKES.get(c, c) for c in bare)
    # Neither a sign that stands for letters (™, …) nor a phrase in one (U+FDFA) is part of a name.
    return symbols if symbols.isalnum() and character.isalnum() and len(symbols) <= 4 else character


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    code = {symbol: number for number, symbol in enumerate(_ALPHABET, start=4)}
    code |= {" ": SPACE, "'": APOSTROPHE}

    def units(character: str) -> bytes:
        return bytes(
            code.get(symbol, OTHER_LETTER if symbol.isalnum() or symbol == "_" else OTHER)
            for symbol in fold_character(character)
        )

    letters = map(str.isalnum, map(chr, range(_TABLE_SIZE)))
    full = np.fromiter(letters, dtype=np.uint8, count=_TABLE_SIZE) * np.uint8(OTHER_LETTER)
    expansions: dict[int, bytes] = {}
    for point in (point for block in _FOLDED_BLOCKS for point in range(*block)):
        folded = units(chr(point))
        if len(folded) == 1:
            full[point] = folded[0]
        else:
            full[point] = _EXPANDS if folded else _DROPPED
            expansions[point] = folded
    word = bytearray(256)
    word[OTHER_LETTER] = 1
    for symbol, number in code.items():
        word[number] = symbol.isalnum()
    return _Tables(full[:256].tobytes(), full, expansions, bytes(word))


@dataclass(frozen=True, slots=True, eq=False)
class Folded:
    """The units of a text and the way back to its code points.

    `shifts[k]` is what must be added to a unit's index from index `breaks[k]` on; both
    are empty where every code point gave one unit.
    """

    units: bytes
    breaks: Sequence[int] = ()
    shifts: Sequence[int] = ()

    def start(self, unit: int) -> int:
        """Return the code point that the unit came from."""
        if not self.breaks:
            return unit
        at = bisect_right(self.breaks, unit)
        return unit + (self.shifts[at - 1] if at else 0)

    def end(self, unit: int) -> int:
        """Return the end of the code point that unit `unit - 1` came from."""
        return self.start(unit - 1) + 1

    def is_word(self, unit: int) -> bool:
        """Tell whether a letter or digit stands at the unit; none does outside the text."""
        return 0 <= unit < len(self.units) and _tables().word[self.units[unit]] == 1


def fold(text: str) -> Folded:
    """Return the folded view of any text, lone surrogates included.

    >>> folded = fold("Aragh\N{COMBINING DOT BELOW}chi")
    >>> folded.units == fold("ARAGHCHI").units, folded.start(5)
    (True, 6)
    """
    tables = _tables()
    if len(text) < _SHORT and (plain := _fold_plain(text)) is not None:
        return Folded(plain)
    try:
        units = np.frombuffer(text.encode("latin-1").translate(tables.latin), dtype=np.uint8)
    except UnicodeEncodeError:
        units = tables.full.take(_code_points(text))
    if units.size and (units == _EXPANDS).any():
        return _expand(text, units, tables)
    return _drop(units, None)


def _fold_plain(text: str) -> bytes | None:
    """Return the units of a short text if each code point gives one, else None."""
    units = text.translate(_unit_by_point()).encode("latin-1")
    return None if _TWO_SPACES in units or units.translate(None, _PLAIN_UNITS) else units


class _UnitByPoint(dict[int, int]):
    """The unit of each code point, looked up in the table once."""

    def __missing__(self, point: int) -> int:
        unit = int(_tables().full[point if point < _TABLE_SIZE else 0x4E00])
        self[point] = unit
        return unit


@lru_cache(maxsize=1)
def _unit_by_point() -> _UnitByPoint:
    return _UnitByPoint()


def fold_key(text: str) -> bytes:
    """Return the units under which a lexicon's spelling is searched for.

    >>> fold_key("Shi’ite") == fold_key("shiite"), fold_key("Abd-Allah") == fold_key("Abd Allah")
    (True, True)
    """
    return fold(text.strip()).units


def fold_exactly(text: str) -> str:
    """Return the folded symbols themselves, where two letters outside the alphabet differ.

    >>> fold_exactly("Müller 山") == fold_exactly("MULLER 川")
    False
    """
    return "".join(map(fold_character, text))


def word_units() -> bytes:
    """Return a table of 256 flags: which units stand for letters and digits."""
    return _tables().word


def _code_points(text: str) -> NDArray[np.uint32] | NDArray[np.uint16]:
    narrow = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype=np.uint16)
    if len(narrow) == len(text):
        return narrow
    wide = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    # Beyond the table lie ideographs only: any of them stands for all.
    return np.minimum(wide, 0x4E00, where=wide >= _TABLE_SIZE, out=wide.copy())


def _expand(text: str, units: Bytes, tables: _Tables) -> Folded:
    places = np.flatnonzero(units == _EXPANDS)
    pieces: list[bytes] = []
    counts = np.ones(len(units), dtype=np.int64)
    done = 0
    for place in places.tolist():
        expansion = tables.expansions[ord(text[place])]
        pieces += (units[done:place].tobytes(), expansion)
        counts[place] = len(expansion)
        done = place + 1
    pieces.append(units[done:].tobytes())
    origins = np.repeat(np.arange(len(units)), counts)
    return _drop(np.frombuffer(b"".join(pieces), dtype=np.uint8), origins)


def _drop(units: Bytes, origins: Offsets | None) -> Folded:
    """Take out the units that stand for nothing, and remember where they stood."""
    dropped = _superfluous(units)
    if dropped.any():
        kept = ~dropped
        units = units[kept]
        if origins is not None:
            origins = origins[kept]
        else:
            places = np.flatnonzero(dropped)
            gone = np.arange(1, len(places) + 1)
            return Folded(units.tobytes(), _offsets(places - gone + 1), _offsets(gone))
    if origins is None:
        return Folded(units.tobytes())
    shifts = origins - np.arange(len(origins))
    changes = np.flatnonzero(np.diff(shifts, prepend=0))
    return Folded(units.tobytes(), _offsets(changes), _offsets(shifts[changes]))


def _offsets(values: Offsets) -> array[int]:
    # Looking one place up in a numpy array takes ten times as long as in this.
    return array("q", values.astype(np.int64).tobytes())


def _superfluous(units: Bytes) -> NDArray[np.bool_]:
    dropped: NDArray[np.bool_] = units == _DROPPED
    if dropped.any():
        # A zero-width character between two spaces, or after an apostrophe, must not hide
        # their neighbourhood: judge neighbours among the units that remain.
        remaining = np.flatnonzero(~dropped)
        dropped[remaining[_repeated_or_inner(units[remaining])]] = True
        return dropped
    return _repeated_or_inner(units)


def _repeated_or_inner(units: Bytes) -> NDArray[np.bool_]:
    """Mark white space after white space, and apostrophes inside words but for possessives."""
    drop = np.zeros(len(units), dtype=np.bool_)
    space = units == SPACE
    np.logical_and(space[1:], space[:-1], out=drop[1:])
    places = np.flatnonzero(units == APOSTROPHE)
    if len(places):
        word = np.frombuffer(_tables().word, dtype=np.uint8)
        padded = np.concatenate([np.zeros(1, np.uint8), units, np.zeros(3, np.uint8)])
        before, after, beyond = (padded[places + k] for k in (0, 2, 3))
        possessive = (after == _S) & (word[beyond] == 0)
        drop[places[(word[before] == 1) & (word[after] == 1) & ~possessive]] = True
    return drop


_S = 4 + _ALPHABET.index("s")
_TWO_SPACES = bytes([SPACE, SPACE])
# Apostrophes fall out inside a word, the others stand for no unit or several.
_PLAIN_UNITS = bytes(set(range(256)) - {APOSTROPHE, _EXPANDS, _DROPPED})
