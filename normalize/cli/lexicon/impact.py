"""`normalize lexicon impact`: what a change of the lexicon changes in texts."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from normalize.cli.choices import choices_of, file_options, name_options

if TYPE_CHECKING:
    from normalize.documents.plain import Document
    from normalize.documents.rewrite import Rewrite
    from normalize.report.impact import Ambiguity, Difference, Outcome
    from normalize.report.impact_pages import Impact


@click.command("impact", short_help="Show what a change does to texts.")
@click.argument(
    "corpus", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="CORPUS..."
)
@click.option(
    "--base",
    default="HEAD",
    show_default=True,
    metavar="REV|FOLDER",
    help="The lexicon as it was: a revision of its Git repository, or a folder.",
)
@click.option(
    "--output",
    type=click.Choice(("text", "markdown", "json")),
    default="text",
    help="A page to read, one for a pull request, or data. [text]",
)
@name_options
@file_options
def impact_command(corpus: tuple[Path, ...], base: str, output: str, **given: object) -> int:
    """Show what the lexicon does to the texts of CORPUS that it did not do before, worst first.

    The exit code is 1 where any of them comes out differently.

    normalize lexicon impact --base origin/main --output markdown texts/
    """
    from dataclasses import replace

    from normalize.cli.choices import lexicon_paths
    from normalize.cli.work import rewriter

    choices = choices_of(given)
    paths = lexicon_paths(choices.lexicon)
    with TemporaryDirectory(prefix="normalize-") as folder:
        before = [str(path) for path in _base_paths(paths, base, Path(folder))]
        old, new = rewriter(replace(choices, lexicon=tuple(before))), rewriter(choices)
    impact = _compare(corpus, old, new, choices.encoding)
    _show(impact, output)
    return 1 if impact.entries else 0


def _base_paths(paths: Sequence[Path], base: str, folder: Path) -> list[Path]:
    """Return where the lexicon is as it was, having written it from Git if need be."""
    if os.path.exists(base):
        return [Path(base)]
    found: list[Path] = []
    for number, path in enumerate(paths):
        made = _checked_out(path.resolve(), base, folder / str(number))
        if made:
            found.append(made)
    if not found:
        raise click.UsageError(f"there is no lexicon in {base}")
    return found


def _checked_out(path: Path, revision: str, folder: Path) -> Path | None:
    """Write the lexicon files at or below a path as a revision has them, if it has any."""
    from normalize.lexicon.load import is_lexicon

    beside = path if path.is_dir() else path.parent
    top = Path(os.fsdecode(_git(beside, "rev-parse", "--show-toplevel").rstrip(b"\n")))
    name = path.relative_to(top).as_posix()
    # A dash or a name that is no revision must not be taken for an option or a file.
    verify = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    tree = _git(top, *verify).decode().strip()
    listed = _git(top, "ls-tree", "-r", "-z", "--name-only", tree, "--", name)
    for each in filter(None, os.fsdecode(listed).split("\0")):
        if is_lexicon(Path(each).name):
            target = folder / each
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(_git(top, "show", f"{tree}:{each}"))
    return folder / name if (folder / name).exists() else None


def _git(folder: Path, *arguments: str) -> bytes:
    """Return what Git prints; raises a usage error with what it complains of."""
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments], check=True, capture_output=True
        )
    except FileNotFoundError:
        raise click.UsageError("there is no Git here; --base takes a folder, too") from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        raise click.UsageError(f"--base: {said or 'there is no such revision'}") from None
    return done.stdout


def _compare(
    corpus: Sequence[Path],
    old: Callable[[Document], Rewrite],
    new: Callable[[Document], Rewrite],
    encoding: str | None,
) -> Impact:
    """Return what two lexicons do differently to the texts of a corpus."""
    from normalize.report.impact import find_ambiguities, find_differences, sum_up
    from normalize.report.impact_pages import Impact

    differences: list[Difference] = []
    ambiguities: list[Ambiguity] = []
    files = changed = 0
    for document in _documents(corpus, encoding):
        path, text = str(document.path), document.text
        before, after = _outcome(old(document)), _outcome(new(document))
        found = list(find_differences(path, text, before, after))
        differences += found
        ambiguities += find_ambiguities(path, text, before, after)
        files += 1
        changed += bool(found)
    return Impact(files, changed, sum_up(differences), ambiguities)


def _outcome(rewrite: Rewrite) -> Outcome:
    from normalize.report.impact import Outcome

    return Outcome(rewrite.edits, rewrite.suggestions)


def _documents(corpus: Sequence[Path], encoding: str | None) -> Iterator[Document]:
    """Yield the texts of a corpus; what is no text below a folder is passed over."""
    from normalize.cli.console import with_bar
    from normalize.documents.files import find_files, read_document
    from normalize.documents.plain import BinaryError
    from normalize.errors import DocumentError

    for found in with_bar(list(find_files(corpus))):
        if isinstance(found, DocumentError):
            raise found
        try:
            yield read_document(found.path, encoding)
        except BinaryError:
            if found.named:
                raise


def _show(impact: Impact, output: str) -> None:
    from normalize.cli.console import write
    from normalize.report.impact_pages import impact_lines, impact_markdown, impact_to_dict

    if output == "json":
        write(json.dumps(impact_to_dict(impact), ensure_ascii=False, indent=2) + "\n")
    else:
        page = impact_markdown if output == "markdown" else impact_lines
        write("".join(f"{line}\n" for line in page(impact)))
