"""The names that editors have turned down: `rejected.yaml`, beside the lexicons.

A name a line, sorted, so that two editors' answers merge; who rejected it and when is in the
history of the repository.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import yaml

from normalize.errors import DocumentError
from normalize.text.fold import fold_key

NAME = "rejected.yaml"
_HEAD = """\
# Names that `normalize mine` must not propose again. `normalize lexicon accept` adds them.
version: 1
rejected:
"""
_ITEM = "  - "


def read_rejected(path: Path) -> frozenset[bytes]:
    """Return the keys of the names in a file, none where there is no file.

    Raises `DocumentError` for a file that is no list of names.
    """
    if not path.is_file():
        return frozenset()
    return frozenset(map(fold_key, _names(path.read_text(encoding="utf-8"), path)))


def add_rejected(text: str, names: Iterable[str], path: Path) -> str:
    r"""Return the text of the file with names added in their places, all else as it was.

    >>> print(add_rejected("rejected:\n  # a band\n  - \"Red Hot\"\n", ["Al Green"], Path("r")))
    rejected:
      - "Al Green"
      # a band
      - "Red Hot"
    <BLANKLINE>
    """
    known = {fold_key(name) for name in _names(text, path)} if text else set()
    lines = (text or _HEAD).splitlines()
    for name in sorted(set(names)):
        if fold_key(name) not in known:
            known.add(fold_key(name))
            lines.insert(_place(lines, name), f"{_ITEM}{_quoted(name)}")
    return "\n".join(lines) + "\n"


def _names(text: str, path: Path) -> list[str]:
    try:
        data = yaml.load(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise DocumentError(f"{path}:{line}: this is no YAML: {error.problem}") from None
    names = data.get("rejected") if isinstance(data, dict) else None
    if not names:
        names = []
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise DocumentError(f"{path}: 'rejected' must be a list of names")
    return names


def _place(lines: list[str], name: str) -> int:
    """Return the line before which a name belongs, above the comments of the next one."""
    at = len(lines)
    while at and not lines[at - 1].strip():
        at -= 1
    for number, line in enumerate(lines):
        if line.startswith(_ITEM) and _plain(line) > name:
            at = number
            while lines[at - 1].lstrip().startswith("#"):
                at -= 1
            break
    return at


def _plain(line: str) -> str:
    return str(yaml.safe_load(line.strip())[0])


def _quoted(name: str) -> str:
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
