"""Names spelled one way, acronyms treated one way, nothing else changed."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from normalize.errors import DocumentError, LexiconError, NormalizeError, OptionError
    from normalize.matching.compare import compare
    from normalize.model import Candidate, Comparison, Edit, Kind, Mention, Result, Suggestion
    from normalize.normalizer import Normalizer
    from normalize.translit.icu import transliterate

__all__ = [
    "Candidate",
    "Comparison",
    "DocumentError",
    "Edit",
    "Kind",
    "LexiconError",
    "Mention",
    "NormalizeError",
    "Normalizer",
    "OptionError",
    "Result",
    "Suggestion",
    "compare",
    "transliterate",
]
_HOMES = {
    "normalize.errors": {"DocumentError", "LexiconError", "NormalizeError", "OptionError"},
    "normalize.matching.compare": {"compare"},
    "normalize.model": {
        "Candidate",
        "Comparison",
        "Edit",
        "Kind",
        "Mention",
        "Result",
        "Suggestion",
    },
    "normalize.normalizer": {"Normalizer"},
    "normalize.translit.icu": {"transliterate"},
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that `normalize --version` starts at once."""
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
