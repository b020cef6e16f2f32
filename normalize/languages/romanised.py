"""Arabic names in Latin letters: the ways in which one spelling is written by other houses.

What varies without the name being another one: the article (al-, el-, assimilated ash-, joined,
left out), Abd al- and its kin, bin, ibn and ben, Abu and Abou. BGN/PCGN assimilates the
article, ALA-LC and IJMES do not; AP writes `al-`, AFP `el-`; sources in the README of lexicons/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, product

_ARTICLE = re.compile(
    r"\b(?P<article>al|el|as|es|ash|esh|at|et|ath|ad|ed|adh|ar|er|az|ez|an|en|il)"
    r"(?P<link>[- ])(?=[^\W\d_])",
    re.IGNORECASE,
)
# Before these letters the l of the article is assimilated to the sound that follows.
_SUN_LETTERS = ("sh", "th", "dh", "s", "t", "d", "n", "r", "z")
_SERVANT = re.compile(r"\bAbd(?:[ -]?[aeu]l)?[- ]?(?=[A-Z])|\bAbd(?:[aeu]l)(?=[a-z])")
_SON = re.compile(r"\b(?:bin|ibn|ben)\b(?=[ -])")
_FATHER = re.compile(r"\bAbo?u\b(?=[ -])")
_MOST_FORMS = 96


def vary_romanisation(name: str, *, may_drop_article: bool) -> Iterator[str]:
    """Yield the other common spellings of a romanised Arabic name, without the name itself.

    `may_drop_article` allows `Bashar Assad` for `Bashar al-Assad`; only a person's full name
    stays recognisable that way.

    >>> sorted(vary_romanisation("Falih al-Fayadh", may_drop_article=True))[:3]
    ['Falih Alfayadh', 'Falih Elfayadh', 'Falih Fayadh']
    >>> list(vary_romanisation("Fuad Hussein", may_drop_article=True))
    []
    """
    pieces: list[list[str]] = []
    done = 0
    for match, spellings in _varying_parts(name, may_drop_article):
        pieces += [[name[done : match.start()]], spellings]
        done = match.end()
    if not pieces:
        return
    pieces.append([name[done:]])
    spelled = dict.fromkeys(_join(parts) for parts in islice(product(*pieces), _MOST_FORMS))
    spelled.pop(name, None)
    yield from spelled


_JOIN = "\N{WORD JOINER}"


def _join(parts: tuple[str, ...]) -> str:
    """Put the parts together; a joined article makes the capital after it small."""
    joined = re.sub(_JOIN + "(.)", lambda m: m.group(1).lower(), "".join(parts))
    return joined[:1].upper() + joined[1:] if parts[0] == "" and _JOIN in "".join(parts) else joined


def _varying_parts(name: str, may_drop: bool) -> list[tuple[re.Match[str], list[str]]]:
    parts: list[tuple[re.Match[str], list[str]]] = []
    for match in _SERVANT.finditer(name):
        parts.append(
            (
                match,
                [
                    "Abdel ",
                    "Abdul ",
                    "Abdal ",
                    "Abd al-",
                    "Abd el-",
                    "Abdul" + _JOIN,
                    "Abdel" + _JOIN,
                ],
            )
        )
    taken = [match.span() for match, _ in parts]
    for match in _ARTICLE.finditer(name):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            parts.append((match, _articles(match, name[match.end() :], may_drop)))
    parts += [(match, ["bin", "ibn", "ben"]) for match in _SON.finditer(name)]
    parts += [(match, ["Abu", "Abou"]) for match in _FATHER.finditer(name)]
    return sorted(parts, key=lambda part: part[0].start())


def _articles(match: re.Match[str], rest: str, may_drop: bool) -> list[str]:
    """List the shapes of one article, the shape that stands there first."""
    shapes = [match.group(), "al-", "el-", "Al" + _JOIN, "El" + _JOIN]
    onset = next((letter for letter in _SUN_LETTERS if rest.lower().startswith(letter)), "")
    if onset:
        shapes += [f"a{onset}-", f"e{onset}-"]
    if may_drop and match.start() > 0:
        shapes.append("")
    return list(dict.fromkeys(shapes))


def split_articles(name: str) -> list[str]:
    """Return the words of a name without its Arabic articles.

    >>> split_articles("Mohammed Shia al-Sudani"), split_articles("Bašar el Asad")
    (['Mohammed', 'Shia', 'Sudani'], ['Bašar', 'Asad'])
    """
    return _ARTICLE.sub("", name).split()


def has_article(words: str) -> bool:
    """Tell whether a name begins with the Arabic article, romanised or in Arabic letters.

    >>> has_article("al-Fayadh"), has_article("السنوار"), has_article("Alaa")
    (True, True, False)
    """
    return _ARTICLE.match(words) is not None or (words.startswith("ال") and len(words) > 4)
