"""Transliteration by ICU; the only module that imports PyICU.

Rule files of our own lie in `rules/`, one a direction. ICU objects take a thousand times
longer to make than to use, and nothing promises that threads may share them, so each thread
keeps its own.
"""

from __future__ import annotations

import threading
from importlib.resources import files
from typing import Any

from normalize.errors import OptionError

_OWN_RULES = {
    ("sr-Latn", "sr-Cyrl"): "sr-Latn_sr-Cyrl.txt",
    ("sr-Cyrl", "sr-Latn"): "sr-Cyrl_sr-Latn.txt",
}
_of_thread = threading.local()


def transliterate(text: str, source: str, target: str) -> str:
    """Return the text written in the target's script.

    Raises `OptionError` for a pair that is not supported, listing those that are.

    >>> transliterate("Аракчи", "sr-Cyrl", "sr-Latn")
    'Arakči'
    >>> transliterate("Tanjug, Njegoš, Džibuti", "sr-Latn", "sr-Cyrl")
    'Танјуг, Његош, Џибути'
    """
    if (source, target) not in _OWN_RULES:
        pairs = ", ".join(f"{a} to {b}" for a, b in sorted(_OWN_RULES))
        raise OptionError(f"no transliteration from {source} to {target}; there are {pairs}")
    converted: str = _transliterator(source, target).transliterate(text)
    return converted


def _transliterator(source: str, target: str) -> Any:
    made: dict[tuple[str, str], Any] = _of_thread.__dict__.setdefault("transliterators", {})
    if (source, target) not in made:
        # Imported here so that commands which transliterate nothing start without ICU.
        import icu

        name = _OWN_RULES[source, target]
        rules = (files(__package__) / "rules" / name).read_text(encoding="utf-8")
        made[source, target] = icu.Transliterator.createFromRules(
            name, rules, icu.UTransDirection.FORWARD
        )
    return made[source, target]
