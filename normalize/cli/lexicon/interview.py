"""What `normalize lexicon add` asks on a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from normalize.lexicon.schema import ENTRY, OneOf, kebab_case

if TYPE_CHECKING:
    from normalize.audit.edited import Lexicon
    from normalize.lexicon.edit.propose import Proposal

Fields = dict[str, Any]
_NAMED_BY_SOUND = ("person", "place")
_LEAVE_OUT = "-"
_TAKE = "+"
_ANSWERS = ("y", "e", "n")
_LANGUAGES = {"en": "English", "sr": "Serbian", "ar": "Arabic"}


def ask_for_entry(
    lexicon: Lexicon, paths: Sequence[Path], given: Fields, file: str | None
) -> tuple[Fields, str]:
    """Return the fields of a new entry and its file, asking for what is not given.

    Raises `click.Abort` where whoever is asked wants no entry.
    """
    from normalize.cli.console import say

    say("Enter takes what stands in [brackets]; - leaves it out; Ctrl-C ends it, nothing written.")
    fields: Fields = {**given, "names": dict(given.get("names", {}))}
    name = fields["names"].get("en") or _ask("English name", None, "en")
    fields["names"]["en"] = name
    _show_nearest(name, lexicon)
    fields["type"] = fields.get("type") or _ask_type()
    fields["id"] = fields.get("id") or _ask_id(name, lexicon)
    _ask_names(fields, lexicon)
    if fields["type"] == "person":
        _ask_shorts(fields, lexicon)
    else:
        _ask_acronym(fields, lexicon)
    _ask_gender(fields, lexicon)
    _ask_variants(fields)
    return fields, file or _ask_file(fields["type"], lexicon, paths)


def write_when_agreed(lines: list[str], path: Path, make: Callable[[list[str]], object]) -> None:
    """Make an entry of lines once they are agreed to; they can be changed in an editor program.

    What is refused is told, and can be mended. Raises `click.Abort` for no.
    """
    from normalize.cli.console import say, say_error
    from normalize.lexicon.edit.place import EditError

    question = f"Write this to {path}? (yes; edit it first; no)"
    while True:
        say("\n".join(("", *lines, "")))
        answer = click.prompt(question, type=click.Choice(_ANSWERS), default="y", err=True)
        if answer == "n":
            raise click.Abort
        if answer == "e":
            typed = click.edit("\n".join(lines) + "\n", extension=".yaml")
            lines = (typed or "\n".join(lines)).rstrip().splitlines()
            continue
        try:
            make(lines)
            return
        except EditError as error:
            say_error(str(error))
            question = f"Try again to write it to {path}? (yes; edit it first; no)"


def _ask(question: str, proposal: str | None, lang: str | None = None) -> str:
    """Return an answer, empty for one that leaves it out; ask again for one that can't be.

    With a language, the answer must be in its script. An empty proposal is not shown.
    """
    from normalize.cli.console import say
    from normalize.lexicon.spelling import find_flaws

    while True:
        answer: str = click.prompt(
            question, default=proposal, show_default=bool(proposal), err=True
        )
        answer = answer.strip()
        if answer == _LEAVE_OUT:
            return ""
        if answer == _TAKE:
            return answer
        flaw = next(iter(find_flaws(answer, lang)), None) if answer else None
        if flaw is None:
            return answer
        say(f"  {flaw.message}" + (f" ({flaw.hint})" if flaw.hint else ""))


def _ask_or_skip(question: str, lang: str | None = None) -> str:
    return _ask(question, "", lang)


def _ask_proposed(question: str, proposal: Proposal, lang: str) -> str:
    """Ask with a proposal, which Enter takes only if it is no guess."""
    if proposal.sure:
        return _ask(f"{question} ({proposal.why})", proposal.text, lang)
    hint = f"perhaps {proposal.text}, {proposal.why}; + takes it, Enter leaves it out"
    answer = _ask_or_skip(f"{question} ({hint})", lang)
    return proposal.text if answer == _TAKE else answer


def _show_nearest(name: str, lexicon: Lexicon) -> None:
    """Show the entries that may be the same thing, and ask whether to go on."""
    from normalize.audit.neighbourhood import find_nearest
    from normalize.cli.console import say

    found = find_nearest(name, lexicon.entries)
    if not found:
        return
    say("There is already:")
    for candidate in found:
        entry = lexicon.entries[candidate.entry]
        say(f"  {entry.id}  {entry.names['en']}  ({candidate.score:.2f}, {entry.at})")
    say("To one of these, 'normalize lexicon variant ID TEXT' adds a spelling.")
    click.confirm("Is this somebody or something else?", default=False, abort=True, err=True)


def _ask_type() -> str:
    kind = ENTRY.fields["type"].kind
    assert isinstance(kind, OneOf)
    answer: str = click.prompt("Type", type=click.Choice(kind.values), default="person", err=True)
    return answer


def _ask_id(name: str, lexicon: Lexicon) -> str:
    from normalize.cli.console import say

    while True:
        id = _ask("Id, which never changes", kebab_case(name))
        if id not in lexicon.drafts and id == kebab_case(id) and id:
            return id
        taken = f"taken, at {lexicon.drafts[id].sources[-1]}" if id in lexicon.drafts else "no id"
        say(f"  {id!r} is {taken}; an id has letters a to z, digits and hyphens")


def _ask_names(fields: Fields, lexicon: Lexicon) -> None:
    from normalize.cli.console import say
    from normalize.languages.serbian import write_cyrillic
    from normalize.lexicon.edit.propose import propose_arabic, propose_serbian

    names = fields["names"]
    by_sound = fields["type"] in _NAMED_BY_SOUND and not fields.get("exonym")
    if "sr" not in names:
        names["sr"] = (
            _ask_proposed("Serbian", propose_serbian(names["en"], lexicon.entries.values()), "sr")
            if by_sound
            else _ask_or_skip("Serbian, in Latin letters (Enter: none)", "sr")
        )
    if names["sr"]:
        say(f"  in Cyrillic {write_cyrillic(names['sr'])}")
    if "ar" not in names:
        names["ar"] = (
            _ask_proposed("Arabic", propose_arabic(names["en"], lexicon.entries.values()), "ar")
            if by_sound
            else _ask_or_skip("Arabic (Enter: none)", "ar")
        )
    fields["names"] = {lang: text for lang, text in names.items() if text}
    if "exonym" not in fields and len(fields["names"]) > 1 and not by_sound:
        question = "Are these different words, as translations are"
        if click.confirm(question, default=fields["type"] == "organisation", err=True):
            fields["exonym"] = True


def _ask_shorts(fields: Fields, lexicon: Lexicon) -> None:
    from normalize.audit.neighbourhood import find_same_short
    from normalize.cli.console import say
    from normalize.lexicon.edit.propose import propose_short

    shorts = dict(fields.get("short", {}))
    for lang, proposal in propose_short(fields["names"]).items():
        if lang not in shorts:
            shorts[lang] = _ask(f"Short form, {_LANGUAGES[lang]}", proposal, lang)
    fields["short"] = {lang: text for lang, text in shorts.items() if text}
    if not fields["short"]:
        del fields["short"]
        return
    others = find_same_short(fields["short"].get("en", ""), lexicon.entries)
    if others:
        told = ", ".join(entry.id for entry in others)
        say(f"  {told} has the same; that is no mistake, it counts once the full name was given")


def _ask_acronym(fields: Fields, lexicon: Lexicon) -> None:
    from normalize.cli.console import say

    if "acronyms" not in fields:
        acronym = _ask_or_skip("Acronym (Enter: none)")
        if not acronym:
            return
        fields["acronyms"] = {"en": acronym}
    acronyms = set(fields["acronyms"].values())
    others = [e.id for e in lexicon.entries.values() if acronyms & set(e.acronyms.values())]
    if others:
        say(f"  {', '.join(others)} has it, too: both need context words")
    if "context" not in fields:
        say("  Has the acronym other meanings? Then it is touched only near one of some words.")
        words = _ask_or_skip("Such words, with commas between (Enter: it has no other meaning)")
        if words:
            fields["context"] = [word.strip() for word in words.split(",") if word.strip()]


def _ask_gender(fields: Fields, lexicon: Lexicon) -> None:
    from normalize.lexicon.edit.propose import propose_gender

    if "gender" in fields or "sr" not in fields["names"]:
        return
    kind = ENTRY.fields["gender"].kind
    assert isinstance(kind, OneOf)
    choice = click.Choice((*kind.values, _LEAVE_OUT))
    proposal, why = _LEAVE_OUT, "mpl, fpl, npl are plurals"
    if fields["type"] == "person":
        found = propose_gender(
            fields["names"]["en"], fields["names"]["sr"], lexicon.entries.values()
        )
        proposal, why = found.text, found.why
    answer = click.prompt(
        f"Gender of the Serbian name ({why})", type=choice, default=proposal, err=True
    )
    if answer != _LEAVE_OUT:
        fields["gender"] = answer


def _ask_variants(fields: Fields) -> None:
    if "variants" in fields:
        return
    variants = list(iter(lambda: _ask_or_skip("Another spelling in texts (Enter: no more)"), ""))
    if variants:
        fields["variants"] = variants


def _ask_file(type: str, lexicon: Lexicon, paths: Sequence[Path]) -> str:
    """Return one of the files that have entries of a type, or of all where none does."""
    from normalize.cli.console import say
    from normalize.cli.lexicon.change import lexicon_files

    files = lexicon_files(paths)
    if len(files) == 1:
        return str(files[0])
    of_type = Counter(e.at.path for e in lexicon.entries.values() if e.type == type and e.at)
    ordered = [path for path, _ in of_type.most_common()] or files
    if len(ordered) > 1:
        for line in _numbered(ordered, of_type):
            say(line)
    only = 1 if len(ordered) == 1 else None
    question = f"Number of the file ({ordered[0]})" if only else "Number of the file"
    number = click.prompt(question, type=click.IntRange(1, len(ordered)), default=only, err=True)
    return str(ordered[number - 1])


def _numbered(files: Sequence[Path], counts: Counter[Path]) -> Iterator[str]:
    for number, path in enumerate(files, 1):
        yield f"  {number:2}  {path}  ({counts[path]:,} of this type)"
