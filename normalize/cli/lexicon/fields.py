"""Fields of an entry as the command line names them: `names.sr`, `gender`."""

from __future__ import annotations

import click

from normalize.errors import nearest
from normalize.lexicon.schema import ENTRY, SAME_LANGUAGE, Kind, ListOf, Record, YesNo

Trail = tuple[str, ...]
_COMMANDS = {
    "variants": "'normalize lexicon variant'",
    "never": "'normalize lexicon never'",
}
_BY_HAND = "'normalize lexicon edit' without options"


def read_setting(told: str) -> tuple[Trail, str | bool]:
    """Return the keys and the value of `FIELD=TEXT`; raises a usage error where it is none.

    >>> read_setting("names.sr=Halab"), read_setting("exonym=true")
    ((('names', 'sr'), 'Halab'), (('exonym',), True))
    """
    name, equals, value = told.partition("=")
    if not equals or not value:
        raise click.UsageError(f"{told!r} is no FIELD=TEXT, such as names.sr=Halab")
    trail, kind = _follow(name)
    if isinstance(kind, Record):
        raise click.UsageError(f"say which: {', '.join(f'{name}.{key}' for key in kind.fields)}")
    if isinstance(kind, ListOf):
        raise click.UsageError(f"{name!r} is changed by {_COMMANDS.get(name, _BY_HAND)}")
    if not isinstance(kind, YesNo):
        return trail, value
    if value not in ("true", "false"):
        raise click.UsageError(f"{name} takes true or false, not {value!r}")
    return trail, value == "true"


def read_trail(name: str) -> Trail:
    """Return the keys of `FIELD`; raises a usage error where there is no such field."""
    return _follow(name)[0]


def _follow(name: str) -> tuple[Trail, Kind]:
    trail = tuple(SAME_LANGUAGE.get(key, key) for key in name.strip().split("."))
    kind: Kind = ENTRY
    for key in trail:
        known = kind.fields if isinstance(kind, Record) else {}
        if key not in known:
            hint = nearest(key, known)
            fits = f"did you mean {hint!r}?" if hint else f"there are {', '.join(known) or 'none'}"
            raise click.UsageError(f"there is no field {name!r}: unknown {key!r}; {fits}")
        kind = known[key].kind
    if trail == ("id",):
        raise click.UsageError("an id is changed by 'normalize lexicon rename'")
    return trail, kind
