"""A change to a lexicon file: locked, checked, shown as a diff, and written in one step."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from normalize.audit.edited import Lexicon
    from normalize.documents.plain import Document

_Command = TypeVar("_Command", bound=Callable[..., Any])
_ID = re.compile(r"^[ ]*-?[ ]*id:[ ]*([a-z0-9-]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Change:
    """A file's new text, and the id of the entry that is changed, before and after."""

    document: Document
    text: str
    ids: tuple[str | None, str | None]


def edit_options(command: _Command) -> _Command:
    """Add the options that all commands have which change lexicon files."""
    for option in (
        click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing."),
        click.option(
            "--lexicon",
            "lexicons",
            multiple=True,
            metavar="PATH",
            help="A lexicon file or folder instead of the one in the settings; again for more.",
        ),
    ):
        command = option(command)
    return command


def complete_id(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """Return the ids that begin as typed, for the shell; files are looked through, not read."""
    try:
        texts = (
            path.read_text("utf-8", "replace")
            for path in lexicon_files(lexicons_chosen(ctx.params.get("lexicons") or ()))
        )
        found = {id for text in texts for id in _ID.findall(text)}
    except (click.ClickException, OSError):
        return []
    return sorted(id for id in found if id.startswith(incomplete))


def lexicons_chosen(names: Sequence[str]) -> list[Path]:
    """Return the lexicons to edit: those named, or those of the settings, or the shipped ones.

    Raises a usage error where these would be an installation's, which the next one replaces.
    """
    from normalize.cli.choices import lexicon_paths
    from normalize.cli.console import from_here
    from normalize.cli.settings import settings_near
    from normalize.normalizer import shipped_lexicons

    paths = lexicon_paths(names or settings_near(Path(os.path.abspath("."))).lexicon)
    if paths == [shipped_lexicons()] and paths[0].name == "shipped_lexicons":
        raise click.UsageError("name your own lexicon: --lexicon PATH")
    return list(map(from_here, paths))


def lexicon_files(paths: Sequence[Path]) -> list[Path]:
    """Return the lexicon files among the paths and below them."""
    from normalize.documents.files import Found, find_files
    from normalize.lexicon.load import is_lexicon

    found = (each for each in find_files(paths) if isinstance(each, Found))
    return [each.path for each in found if each.named or is_lexicon(each.path.name)]


def make_change(paths: Sequence[Path], plan: Callable[[Lexicon], Change], *, dry_run: bool) -> bool:
    """Make the change that is planned on the lexicon as it is now, and tell whether there is one.

    Whoever else edits the same lexicon with these commands waits meanwhile. What another program
    wrote since the file was read is not overwritten: `DocumentError`. The diff goes to standard
    output. Raises `EditError` where the lexicon would not be sound any more.
    """
    from normalize.audit.edited import describe, judge_edit, load_lexicon
    from normalize.cli.console import say, write
    from normalize.documents.files import write_document
    from normalize.report.lines import line_diff

    with _locked(paths):
        lexicon = load_lexicon(paths)
        change = plan(lexicon)
        document = change.document
        judged = judge_edit(lexicon, document.path, document.text, change.text, change.ids)
        for flaw in judged.warnings:
            say(f"warning: {describe(flaw)}")
        write("".join(line_diff(document.path, document.text, change.text)))
        changes = change.text != document.text
        if changes and not dry_run:
            write_document(document, change.text)
    say(_outcome(document.path, changes=changes, dry_run=dry_run))
    return changes


def _outcome(path: Path, *, changes: bool, dry_run: bool) -> str:
    if not changes:
        return "nothing to change"
    if dry_run:
        return f"{path} would change as shown; nothing is written"
    return f"{path} changed; 'git diff' shows the same"


@contextmanager
def _locked(paths: Sequence[Path]) -> Iterator[None]:
    """Hold the folders of a lexicon; the lock goes with the process and leaves no file behind."""
    import fcntl

    # Two that know the same file by different names of its lexicon meet at its folder.
    folders = {path.parent.resolve() for path in lexicon_files(paths)}
    with ExitStack() as held:
        for folder in sorted(folders):  # everybody in one order, so that nobody waits for another
            handle = os.open(folder, os.O_RDONLY)
            held.callback(os.close, handle)
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
