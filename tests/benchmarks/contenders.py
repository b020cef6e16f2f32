"""What is measured: this package, and the libraries that it is measured against.

A contender is built from spellings with their replacements, and then run over a text. Each
prepares the text in its own way beforehand, and tells what that took away from its work.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ahocorasick_rs import BytesAhoCorasick, MatchKind

from normalize.lexicon.compile import CompiledLexicon
from normalize.matching.scan import leftmost_longest, scan
from normalize.normalizer import Normalizer
from normalize.text.fold import fold
from normalize.text.language import LanguageMap
from tests.benchmarks.generate import Name, list_forms, write_lexicon

# Peers that work less than 10 MB in a second are given less to do.
SLICE_OF_SLOW = 2_000_000


@dataclass(frozen=True)
class Task:
    """What all contenders are to find: so many spellings of the names."""

    names: Sequence[Name]
    limit: int

    @property
    def forms(self) -> Mapping[str, str]:
        """The spellings with their replacements."""
        return list_forms(self.names, self.limit)

    @property
    def covered(self) -> Sequence[Name]:
        """The first names, those that have the spellings."""
        counted = 0
        for number, name in enumerate(self.names):
            if counted >= self.limit:
                return self.names[:number]
            counted += len({text for text, _ in name.forms()})
        return self.names


@dataclass(frozen=True)
class Contender:
    """One way of finding names in a text.

    `build` makes a function from the task, which is run over what `prepare` makes of the
    documents and returns how many mentions it dealt with (None where it does not know).
    """

    name: str
    note: str
    build: Callable[[Task], Callable[[Any], int | None]]
    prepare: Callable[[list[str]], Any]
    rounds: int = 5
    limit: int | None = None


def as_documents(documents: list[str]) -> list[str]:
    """Leave the documents as they are."""
    return documents


def as_text(documents: list[str]) -> str:
    """Join the documents."""
    return "\n".join(documents)


def as_bytes(documents: list[str]) -> bytes:
    """Join the documents, in UTF-8."""
    return as_text(documents).encode()


def as_lower_bytes(documents: list[str]) -> bytes:
    """Join the documents, in lower case and UTF-8."""
    return as_text(documents).lower().encode()


def as_paragraphs(documents: list[str]) -> list[str]:
    """Split the documents at blank lines."""
    return as_text(documents).split("\n\n")


def _normalizer(task: Task) -> Normalizer:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "names.yaml"
        write_lexicon(task.covered, path)
        return Normalizer.load(path)


def ours_exact(task: Task) -> Callable[[str], int]:
    """Fold, scan, take the leftmost-longest and replace each: no mention policy."""
    lexicon = _normalizer(task).lexicon
    return lambda text: _replace_exactly(text, lexicon)


def ours_exact_by_document(task: Task) -> Callable[[list[str]], int]:
    """Do the same with one document after the other."""
    lexicon = _normalizer(task).lexicon
    return lambda documents: sum(_replace_exactly(text, lexicon) for text in documents)


def _replace_exactly(text: str, lexicon: CompiledLexicon) -> int:
    found = leftmost_longest(list(scan(text, fold(text), lexicon, LanguageMap(text, "en"))))
    pieces: list[str] = []
    done = 0
    for candidate in found:
        form = candidate.forms[0]
        canonical = lexicon.spelling(form.entry.id, form.role, form.lang or "en")
        pieces += (text[done : candidate.start], canonical or candidate.text)
        done = candidate.end
    pieces.append(text[done:])
    "".join(pieces)
    return len(found)


def ours_pipeline(task: Task) -> Callable[[list[str]], int]:
    """Everything that `Normalizer.normalize` does, with its default options."""
    normalizer = _normalizer(task)

    def run(documents: list[str]) -> int:
        return sum(len(result.mentions) for result in normalizer.normalize_many(documents))

    return run


def raw_scan(task: Task) -> Callable[[bytes], int]:
    """Find bytes in bytes: no folding, no word boundaries, nothing replaced."""
    return _scan_bytes(task.forms)


def raw_scan_lower(task: Task) -> Callable[[bytes], int]:
    """Do the same with spellings in lower case, which begin like many more words of the text."""
    return _scan_bytes({text.lower() for text in task.forms})


def _scan_bytes(patterns: Iterable[str]) -> Callable[[bytes], int]:
    encoded = [text.encode() for text in patterns]
    automaton = BytesAhoCorasick(encoded, matchkind=MatchKind.LeftmostLongest)
    return lambda data: len(automaton.find_matches_as_indexes(data))


def flashtext2(task: Task) -> Callable[[str], None]:
    """Replace without regard to case."""
    from flashtext2 import KeywordProcessor

    processor = _with_keywords(KeywordProcessor(case_sensitive=False), task)

    def run(text: str) -> None:
        processor.replace_keywords(text)

    return run


def flashtext(task: Task) -> Callable[[list[str]], None]:
    """Replace without regard to case."""
    from flashtext import KeywordProcessor

    processor = _with_keywords(KeywordProcessor(case_sensitive=False), task)

    def run(documents: list[str]) -> None:
        for document in documents:
            processor.replace_keywords(document)

    return run


def _with_keywords(processor: Any, task: Task) -> Any:
    for text, replacement in task.forms.items():
        processor.add_keyword(text, replacement)
    return processor


def spacy_phrases(attribute: str) -> Callable[[Task], Callable[[list[str]], int]]:
    """Tokenise and find phrases by one attribute of the tokens; nothing is replaced."""

    def build(task: Task) -> Callable[[list[str]], int]:
        import spacy
        from spacy.matcher import PhraseMatcher

        language = spacy.blank("en")
        matcher = PhraseMatcher(language.vocab, attr=attribute)
        matcher.add("NAME", [language.make_doc(text) for text in task.forms])

        def run(paragraphs: list[str]) -> int:
            return sum(len(matcher(language.make_doc(text))) for text in paragraphs)

        return run

    return build


CONTENDERS = (
    Contender("ours, exact", "scan and replace, one text", ours_exact, as_text),
    Contender("ours, exact by document", "the same", ours_exact_by_document, as_documents),
    Contender("ours, default pipeline", "by document", ours_pipeline, as_documents, 3),
    Contender("ahocorasick_rs", "raw scan of UTF-8, nothing replaced", raw_scan, as_bytes),
    Contender("ahocorasick_rs, lower", "all in lower case", raw_scan_lower, as_lower_bytes),
    Contender("flashtext2", "replaces, one text", flashtext2, as_text),
    # Over one long text flashtext takes quadratic time now and then.
    Contender("flashtext", "replaces, by document", flashtext, as_documents, 3),
    Contender(
        "spaCy PhraseMatcher, ORTH",
        "tokenises and finds, by paragraph, nothing replaced",
        spacy_phrases("ORTH"),
        as_paragraphs,
        3,
        SLICE_OF_SLOW,
    ),
    Contender(
        "spaCy PhraseMatcher, LOWER",
        "the same without regard to case",
        spacy_phrases("LOWER"),
        as_paragraphs,
        3,
        SLICE_OF_SLOW,
    ),
)
