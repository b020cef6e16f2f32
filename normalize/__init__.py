"""Names spelled one way, acronyms treated one way, nothing else changed."""

from normalize.errors import DocumentError, LexiconError, NormalizeError, OptionError
from normalize.model import Edit, Kind, Mention, Result, Suggestion
from normalize.normalizer import Normalizer

__all__ = [
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
]
