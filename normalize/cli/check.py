"""`normalize check`: what rewriting would change, for people and for other programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from normalize.cli.choices import choices_of, file_options, name_options

if TYPE_CHECKING:
    from normalize.cli.work import Work
    from normalize.documents.plain import Document
    from normalize.documents.rewrite import Rewrite
    from normalize.report.findings import Finding


@click.command("check")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE|FOLDER|-..."
)
@click.option(
    "--output",
    type=click.Choice(("text", "json", "sarif", "github")),
    default="text",
    help="One line for each finding, or a format for another program. [text]",
)
@file_options
@name_options
@click.option("-v", "--verbose", is_flag=True, help="Also list what would be left alone, and why.")
def check_command(files: tuple[Path, ...], output: str, verbose: bool, **given: Any) -> int:
    """Tell what `normalize rewrite` would change, and write nothing.

    The exit code is 1 where anything would change.
    """
    from normalize.cli.work import inputs, rewriter, work_through

    choices = choices_of(given)
    found = inputs(files)
    checker = _Checker(rewriter(choices), output, choices.encoding, verbose)
    tally = work_through(found, checker.work_on, "would change")
    checker.conclude()
    return 2 if tally["failed"] else 1 if tally["changed"] else 0


@dataclass(frozen=True, slots=True)
class _Checker:
    """Checks files one by one; formats that are one object are written at the end."""

    rewrite: Callable[[Document], Rewrite]
    output: str
    encoding: str | None
    verbose: bool
    languages: dict[str, str] = field(default_factory=dict)
    found: list[Finding] = field(default_factory=list)

    def work_on(self, path: Path) -> Work:
        """Find what would change in a file."""
        from normalize.cli.work import Work, read

        document = read(path, self.encoding)
        rewritten = self.rewrite(document)
        return Work(bool(rewritten.edits), lambda: self._finish(document, rewritten))

    def conclude(self) -> None:
        """Write what could not be written file by file."""
        from normalize.cli.console import write
        from normalize.cli.version import installed_version
        from normalize.report.machine import to_json, to_sarif

        if self.output == "json":
            write(_json(to_json(self.languages, self.found)))
        elif self.output == "sarif":
            write(_json(to_sarif(self.found, installed_version())))

    def _finish(self, document: Document, rewritten: Rewrite) -> None:
        from normalize.cli.console import write
        from normalize.report.findings import finding_lines, findings
        from normalize.report.machine import github_lines

        path = str(document.path)
        told = self.output in ("json", "sarif") or self.verbose
        suggestions = rewritten.suggestions if told else ()
        found = findings(path, document.text, rewritten.edits, suggestions)
        if self.output in ("json", "sarif"):
            self.languages[path] = rewritten.language
            self.found.extend(found)
        else:
            lines = github_lines(found) if self.output == "github" else finding_lines(found)
            write("".join(f"{line}\n" for line in lines))


def _json(plain: dict[str, Any]) -> str:
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"
