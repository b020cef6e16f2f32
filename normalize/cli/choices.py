"""The options that commands share, and what they come to together with the settings."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from normalize.cli.settings import SHIPPED, Settings, settings_near
from normalize.options import option_values

if TYPE_CHECKING:
    from normalize.normalizer import Normalizer

_Command = TypeVar("_Command", bound=Callable[..., Any])
_FORMATS = ("text", "markdown", "html", "jsonl", "csv")
_HELP = {
    "acronyms": "Introduce an acronym at its first mention, write it out everywhere, or keep it.",
    "later": "What a repeated name becomes.",
    "fuzzy": "What is done about probable typing errors; only plain ones are corrected.",
    "target": "The language and script that names are written in; sr-Latn and sr-Cyrl put whole "
    "Serbian texts into that script.",
    "quotes": "Whether names inside quotation marks are rewritten.",
}


@dataclass(frozen=True, slots=True)
class Choices:
    """What the command line and the settings say together."""

    options: Mapping[str, str]
    lexicon: tuple[str, ...] = ()
    lang: str | None = None
    encoding: str | None = None
    format: str | None = None
    fields: tuple[str, ...] = ()


def name_options(command: _Command) -> _Command:
    """Add the options that say how names are treated."""
    choices = (
        click.option(f"--{name}", type=click.Choice(values), help=f"{_HELP[name]} [{values[0]}]")
        for name, values in option_values().items()
    )
    lexicon = click.option(
        "--lexicon",
        multiple=True,
        metavar="PATH",
        help="A lexicon file or folder instead of the shipped ones; again for more. "
        f"`--lexicon {SHIPPED}` adds those.",
    )
    lang = click.option("--lang", metavar="TAG", help="The language of the text, such as sr-Cyrl.")
    return _add((*choices, lexicon, lang), command)


def file_options(command: _Command) -> _Command:
    """Add the options that say how files are read."""
    return _add(
        (
            click.option(
                "--format",
                type=click.Choice(_FORMATS),
                help="What the files are, whatever their name.",
            ),
            click.option(
                "--field",
                "fields",
                multiple=True,
                metavar="NAME",
                help="The CSV column or JSON field (a.b) that holds prose; again for more. [text]",
            ),
            click.option("--encoding", metavar="NAME", help="The files' encoding. [UTF-8]"),
        ),
        command,
    )


def choices_of(given: Mapping[str, Any]) -> Choices:
    """Return the choices that options came to; what was not given is taken from the settings.

    Raises `OptionError` for settings or an encoding that don't exist, a usage error for
    options that contradict each other.
    """
    from normalize.documents.plain import codec_named

    if given.get("fields") and given.get("format") not in (None, "jsonl", "csv"):
        raise click.UsageError("--field goes with JSON lines and CSV only")
    settings = settings_near(Path(os.path.abspath(".")))
    encoding = given.get("encoding") or settings.encoding
    return Choices(
        options=_options(given, settings),
        lexicon=tuple(given.get("lexicon") or settings.lexicon),
        lang=given.get("lang") or settings.lang,
        encoding=codec_named(encoding) if encoding else None,
        format=given.get("format"),
        fields=tuple(given.get("fields") or ()),
    )


def load_normalizer(choices: Choices) -> Normalizer:
    """Return the normalizer that was chosen; raises `LexiconError` and `OptionError`."""
    from normalize.normalizer import Normalizer
    from normalize.text.language import parse_language

    if choices.lang:
        parse_language(choices.lang)
    return Normalizer.load(*lexicon_paths(choices.lexicon), **choices.options)


def lexicon_paths(names: Sequence[str]) -> list[Path]:
    """Return the lexicons' paths; `shipped`, or no name at all, is the one that comes along."""
    from normalize.normalizer import shipped_lexicons

    return [shipped_lexicons() if name == SHIPPED else Path(name) for name in names or (SHIPPED,)]


def _options(given: Mapping[str, Any], settings: Settings) -> dict[str, str]:
    chosen = {name: given[name] for name in option_values() if given.get(name)}
    return {**settings.options, **chosen}


def _add(options: Sequence[Callable[[_Command], _Command]], command: _Command) -> _Command:
    return reduce(lambda made, option: option(made), reversed(options), command)
