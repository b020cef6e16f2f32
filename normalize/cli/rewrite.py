"""`normalize rewrite`: files with their names made consistent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from normalize.cli.choices import choices_of, file_options, name_options

if TYPE_CHECKING:
    from normalize.cli.work import Work
    from normalize.documents.plain import Document
    from normalize.documents.rewrite import Rewrite


@click.command("rewrite")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE|FOLDER|-]...")
@click.option(
    "-i", "--in-place", is_flag=True, help="Write the files; each as a whole or not at all."
)
@click.option("--diff", is_flag=True, help="Show the changes and why; write nothing.")
@click.option(
    "--report",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write what was done and why as JSON lines; `normalize undo FILE` takes it back.",
)
@file_options
@name_options
@click.option("-v", "--verbose", is_flag=True, help="List what was left alone, and why.")
def rewrite_command(
    files: tuple[Path, ...],
    in_place: bool,
    diff: bool,
    report: Path | None,
    verbose: bool,
    **given: Any,
) -> int:
    """Rewrite files so that each name is spelled one way.

    One text goes to standard output; several files need --in-place, --diff or --report.
    Without FILE, standard input is read. The diff of several files can be applied with
    `patch -p0` or `git apply -p0 --unidiff-zero`.
    """
    from normalize.cli.reports import created
    from normalize.cli.work import inputs, rewriter, undisturbed, work_through

    _refuse_contradictions(files, in_place=in_place, diff=diff)
    choices = choices_of(given)
    found = inputs(files)
    if len(found) > 1 and not (in_place or diff or report):
        raise click.UsageError(
            f"{len(found):,} files would run together on standard output: add -i to write them, "
            "--diff to see the changes, or --report FILE to record them"
        )
    output = _in_place if in_place else _diff if diff else _nothing if len(found) > 1 else _text
    rewrite = rewriter(choices)
    with created(report) as add_record:
        worker = _Worker(rewrite, output, add_record, choices.encoding, verbose)
        said = "changed" if output in (_in_place, _text) else "would change"
        guard = undisturbed if in_place else nullcontext
        tally = work_through(found, worker.work_on, said, guard)
    if tally["failed"]:
        return 2
    return 1 if diff and tally["changed"] else 0


@dataclass(frozen=True, slots=True)
class _Worker:
    """How one file is rewritten, and what becomes of it."""

    rewrite: Callable[[Document], Rewrite]
    output: Callable[[Document, Rewrite], None]
    add_record: Callable[[Document, Rewrite], None]
    encoding: str | None
    verbose: bool

    def work_on(self, path: Path) -> Work:
        """Rewrite a file; what is written is verified first."""
        from normalize.cli.work import Work, read
        from normalize.documents.plain import encode
        from normalize.documents.rewrite import verify

        document = read(path, self.encoding, in_place=self.output is _in_place)
        rewritten = self.rewrite(document)
        if self.output in (_in_place, _text):
            verify(document, rewritten, self.rewrite)
        encode(document, rewritten.text)  # what can't be written is told before anything is
        return Work(bool(rewritten.edits), lambda: self._finish(document, rewritten))

    def _finish(self, document: Document, rewritten: Rewrite) -> None:
        # The record comes first, so that there is no change which can't be undone.
        self.add_record(document, rewritten)
        self.output(document, rewritten)
        if self.verbose:
            _list_suggestions(document, rewritten)


def _text(document: Document, rewritten: Rewrite) -> None:
    from normalize.cli.console import write
    from normalize.documents.plain import encode

    write(encode(document, rewritten.text))


def _in_place(document: Document, rewritten: Rewrite) -> None:
    from normalize.documents.files import write_document

    if rewritten.edits:
        write_document(document, rewritten.text)


def _diff(document: Document, rewritten: Rewrite) -> None:
    from normalize.cli.show_diff import show_diff

    show_diff(document, rewritten.edits)


def _nothing(document: Document, rewritten: Rewrite) -> None:
    """Leave it at the report."""


def _list_suggestions(document: Document, rewritten: Rewrite) -> None:
    from normalize.cli.console import say
    from normalize.report.findings import finding_lines, findings

    found = findings(str(document.path), document.text, (), rewritten.suggestions)
    for line in finding_lines(found):
        say(line)


def _refuse_contradictions(files: Sequence[Path], *, in_place: bool, diff: bool) -> None:
    if in_place and diff:
        raise click.UsageError("--diff writes nothing; choose it or --in-place")
    if in_place and (not files or Path("-") in files):
        raise click.UsageError("standard input can't be written in place; name files")
