"""The choices a caller has, checked once and frozen."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal, get_args, get_type_hints

from normalize.errors import OptionError, nearest


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How names and acronyms are treated.

    `acronyms`: `first` introduces an acronym at its first mention and keeps it after,
    `expand` writes the long form everywhere, `keep` only mends spelling.
    `later`: what a repeated name becomes: as it stands, its short form, its full form.
    `fuzzy`: what is done with probable typing errors: nothing, a suggestion, or, where they are
    plain, a correction.
    `target`: the language and script that names are written in; `source` keeps the text's own.
    `sr-Latn` and `sr-Cyrl` also put the words of Serbian text in the other script into theirs;
    foreign words, Roman numerals, units and what is protected stay.
    `quotes`: whether names inside quotation marks are rewritten.

    Raises `OptionError` naming what would fit.
    """

    acronyms: Literal["first", "expand", "keep"] = "first"
    later: Literal["keep", "short", "full"] = "keep"
    fuzzy: Literal["off", "suggest", "apply"] = "suggest"
    target: Literal["source", "en", "sr-Latn", "sr-Cyrl", "ar"] = "source"
    quotes: Literal["rewrite", "keep"] = "rewrite"

    def __post_init__(self) -> None:
        for name, allowed in option_values().items():
            value = getattr(self, name)
            if value not in allowed:
                raise OptionError(f"{name}={value!r} is no option; it takes {', '.join(allowed)}")

    @classmethod
    def of(cls, **chosen: str) -> Options:
        """Return options from keywords, refusing names that are no option."""
        known = [f.name for f in fields(cls)]
        for name in chosen:
            if name not in known:
                hint = nearest(name, known)
                raise OptionError(
                    f"there is no option {name!r}"
                    + (f"; did you mean {hint!r}?" if hint else f"; there are {', '.join(known)}")
                )
        return cls(**chosen)  # type: ignore[arg-type]  # each value is checked above


def option_values() -> dict[str, tuple[str, ...]]:
    """Return the values that each option takes, its default first.

    >>> option_values()["later"]
    ('keep', 'short', 'full')
    """
    hints = get_type_hints(Options)
    return {f.name: get_args(hints[f.name]) for f in fields(Options)}
