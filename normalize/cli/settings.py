"""Settings of a project: `[tool.normalize]` of the nearest pyproject.toml."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from normalize.errors import OptionError, nearest
from normalize.options import option_values

SHIPPED = "shipped"
_TABLE = re.compile(r"^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*normalize[ \t]*\]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project has settled; `options` are those of `Options`."""

    options: Mapping[str, str] = field(default_factory=dict)
    lexicon: tuple[str, ...] = ()
    lang: str | None = None
    encoding: str | None = None


def settings_near(folder: Path) -> Settings:
    """Return the settings of the nearest pyproject.toml, in `folder` or above it.

    Raises `OptionError` with file and line for a key or value that is none.
    """
    for place in (folder, *folder.parents):
        path = place / "pyproject.toml"
        if os.path.isfile(path):
            return read_settings(path)
    return Settings()


def read_settings(path: Path) -> Settings:
    """Return the settings in a pyproject.toml; its lexicons are looked for beside it."""
    try:
        source = path.read_text(encoding="utf-8")
        table = dict(tomllib.loads(source).get("tool", {}).get("normalize", {}))
    except (OSError, ValueError, AttributeError, TypeError) as error:
        raise OptionError(f"{path} can't be read: {error}") from None
    for key, value in table.items():
        wrong = _wrong_with(key, value)
        if wrong:
            raise OptionError(f"{_place(path, source, key)}: {wrong}")
    return Settings(
        options={key: value for key, value in table.items() if key in option_values()},
        lexicon=tuple(_beside(path, name) for name in table.get("lexicon", ())),
        lang=table.get("lang"),
        encoding=table.get("encoding"),
    )


def _wrong_with(key: str, value: Any) -> str | None:
    """Return what is wrong with a setting, and what would fit."""
    options = option_values()
    known = (*options, "lexicon", "lang", "encoding")
    if key not in known:
        hint = nearest(key, known)
        fits = f"did you mean {hint!r}?" if hint else f"there are {', '.join(known)}"
        return f"unknown setting {key!r}; {fits}"
    if key == "lexicon":
        texts = isinstance(value, list) and all(isinstance(each, str) for each in value)
        return None if texts else "lexicon takes a list of texts"
    if not isinstance(value, str):
        return f"{key} takes a text"
    if key in options and value not in options[key]:
        return f"{key} takes {', '.join(options[key])}, not {value!r}"
    return None


def _beside(path: Path, name: str) -> str:
    return name if name == SHIPPED else str(path.parent / name)


def _place(path: Path, source: str, key: str) -> str:
    """Return file and line of a key; the parser tells no lines, so it is searched for."""
    table = _TABLE.search(source)
    start = table.end() if table else 0
    found = re.compile(rf"^[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*[=.]", re.M).search(
        source, start
    )
    return f"{path}:{source.count(chr(10), 0, found.start() if found else start) + 1}"
