"""`normalize lexicon accept`: answered proposals of `normalize mine` put into the lexicon."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import click


@click.command("accept")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--lexicon",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="FOLDER",
    help="The folder of the lexicon. [the shipped one]",
)
def accept_command(file: Path, lexicon: Path | None) -> int:
    """Turn accepted proposals into entries, and remember the rejected ones.

    FILE is what `normalize mine --output yaml` wrote, with `accept` or `reject` for `later` where
    you decided. Entries go into the file that `into` names; rejected names into rejected.yaml, and
    are not proposed again. Where anything is wrong, nothing is written.
    """
    from normalize.cli.choices import lexicon_paths
    from normalize.cli.console import count, say
    from normalize.documents.files import read_document
    from normalize.lexicon.load import load_entries
    from normalize.mining.accept import add_entries, by_file, check_answers, names_of
    from normalize.mining.answers import read_answers
    from normalize.mining.rejected import NAME, add_rejected

    folder = lexicon or lexicon_paths(())[0]
    answers = read_answers(read_document(file, "utf-8").text, file)
    check_answers(answers, load_entries([folder]), file)
    writing: list[Callable[[], None]] = []
    accepted = by_file(answers)
    for into, each in accepted.items():
        add = partial(add_entries, fields=[answer.fields for answer in each])
        writing.append(_change(_within(folder, into), add))
    if rejected := names_of(answers):
        path = folder / NAME
        writing.append(_change(path, partial(add_rejected, names=rejected, path=path)))
    for write in writing:
        write()
    taken = sum(map(len, accepted.values()))
    turned_down = sum(answer.decision == "reject" for answer in answers)
    left = len(answers) - taken - turned_down
    say(
        f"{count(taken, 'entry') if taken == 1 else f'{taken:,} entries'} added, "
        f"{turned_down:,} rejected, {left:,} left for later"
    )
    return 0


def _within(folder: Path, into: str) -> Path:
    from normalize.errors import DocumentError

    path = folder / into
    if not path.resolve().is_relative_to(folder.resolve()):
        raise DocumentError(f"{into!r} is not in the lexicon folder {folder}")
    return path


def _change(path: Path, edit: Callable[[str], str]) -> Callable[[], None]:
    """Work out the new text of a file, and return what writes it in one step."""
    from normalize.documents.files import create_file, read_document, write_document

    if not path.exists():
        text = edit("")

        def create() -> None:
            path.parent.mkdir(parents=True, exist_ok=True)
            create_file(path, [text])

        return create
    document = read_document(path, "utf-8", in_place=True)
    changed = edit(document.text)
    return lambda: write_document(document, changed)
