"""Tables of names, as ICU rules: `rules/names-*.tsv`, one name a line, one column a language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib.resources import files

_JOINT = "\N{ARABIC TATWEEL}"
# Signs that `latin_small` sets before capitals; inside a name they may be missing.
_CAPITAL = "\ufdd1"
# Letters that careless spelling leaves out or exchanges.
_LOOSE = {"أ": "[أا]", "إ": "[إا]", "آ": "[آا]", "\u200c": "\u200c?", _CAPITAL: _CAPITAL + "?"}
_LOOSE_AT_END = {"ة": "[ةه]", "ي": "[يى]", "ى": "[ىي]"}


def read_names(table: str, column: str) -> Iterator[tuple[str, str]]:
    r"""Yield each name of a table's text with its spelling in a column.

    >>> list(read_names("# comment\nar\ten\tsr-Latn\nعلي\tAli\tAli", "en"))
    [('علي', 'Ali')]
    """
    lines = (line for line in table.splitlines() if line and not line.startswith("#"))
    chosen = next(lines).split("\t").index(column)
    for line in lines:
        cells = line.split("\t")
        yield cells[0], cells[chosen]


def read_native_names(lang: str) -> list[str]:
    """Return the single words of a language's table of names, in its own script.

    >>> "محمد" in read_native_names("ar")
    True
    """
    table = files(__package__) / "rules" / f"names-{lang}.tsv"
    names = [name for name, _ in read_names(table.read_text(encoding="utf-8"), "en")]
    return [name for name in names if " " not in name and not name.endswith(_JOINT)]


def read_spellings(lang: str) -> dict[str, str]:
    """Return the native spelling of each name of a language's table, by its English one.

    What stands before another word, such as an article, is left out; English is in small letters.

    >>> read_spellings("ar")["mohammed"]
    'محمد'
    """
    table = files(__package__) / "rules" / f"names-{lang}.tsv"
    spellings: dict[str, str] = {}
    for native, english in read_names(table.read_text(encoding="utf-8"), "en"):
        if not native.endswith(_JOINT):
            spellings.setdefault(english.lower(), native)
    return spellings


def write_rules(table: str, column: str, prepare: Callable[[str], str]) -> str:
    r"""Return ICU rules that spell whole words as a table of names has them.

    `prepare` does to a name what earlier rules will have done to the text. The variables
    `$start` and `$end` must be defined before.

    >>> print(write_rules("ar\ten\nأحمد\tAhmed", "en", str))
    $start { [أا]حمد } $end > 'Ahmed' ;
    """
    rules = {}
    for name, spelled in read_names(table, column):
        prefix = name.endswith(_JOINT)
        sought = prepare(name.rstrip(_JOINT)) + (_JOINT if prefix else "")
        written = prepare(spelled)
        if sought[0] == written[0] == _CAPITAL:
            sought, written = sought[1:], written[1:]
        if prefix and not written.endswith("-"):
            written += " "
        if name[0] > "\u0600" and written[0].islower():
            written = _JOINT + written
        rules[sought] = f"$start {{ {_loosen(sought)} }} {'' if prefix else '$end '}> '{written}' ;"
    # A longer name is sought first: ICU takes the first rule that fits.
    return "\n".join(rules[sought] for sought in sorted(rules, key=lambda name: (-len(name), name)))


def _loosen(name: str) -> str:
    """Return a pattern for a name that also fits its careless spellings."""
    last = _LOOSE_AT_END.get(name[-1])
    pattern = "".join(_LOOSE.get(letter, letter) for letter in (name[:-1] if last else name))
    return re.sub(r"([ '’-])", r"'\1'", pattern + (last or ""))
