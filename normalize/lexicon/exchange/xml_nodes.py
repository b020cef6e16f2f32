"""XML as small trees that know their places, one at a time, however large the file."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from normalize.lexicon.exchange.imported import ImportedFile

_CHUNK = 1 << 16


@dataclass(slots=True)
class Element:
    """An element by its name without namespace; `text` is all that stands in it."""

    name: str
    attributes: dict[str, str]
    line: int
    column: int
    children: list[Element] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text of the element itself and of what is in it."""
        return "".join(self.pieces)

    def named(self, *names: str) -> Iterator[Element]:
        """Yield the children of these names."""
        return (child for child in self.children if child.name in names)


class _Grower:
    """Receives what the parser finds, and keeps the elements that are asked for when closed."""

    def __init__(self, parser: expat.XMLParserType, wanted: Collection[str]) -> None:
        self.parser = parser
        self.wanted = wanted
        self.open: list[Element] = []
        self.grown: list[Element] = []
        self.root: str | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(" ")[2]
        self.root = self.root or name
        if self.open or name in self.wanted:
            line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber
            told = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
            element = Element(name, told, line, column + 1)
            if self.open:
                self.open[-1].children.append(element)
            self.open.append(element)

    def end(self, name: str) -> None:
        if self.open:
            closed = self.open.pop()
            if self.open:
                self.open[-1].pieces.append(closed.text)
            else:
                self.grown.append(closed)

    def text(self, text: str) -> None:
        if self.open:
            self.open[-1].pieces.append(text)


class _EntityError(Exception):
    """A file that declares entities, which may unfold into anything."""


def read_elements(source: ImportedFile, root: Collection[str], *wanted: str) -> Iterator[Element]:
    """Yield the outermost elements of the wanted names as they are closed.

    Raises `LexiconError` for what is no XML, declares entities, or has another root element.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    grower = _Grower(parser, wanted)
    parser.StartElementHandler = grower.start
    parser.EndElementHandler = grower.end
    parser.CharacterDataHandler = grower.text
    parser.EntityDeclHandler = _refuse_entity
    while True:
        chunk = source.file.read(_CHUNK)
        try:
            parser.Parse(chunk, not chunk)
        except expat.ExpatError as error:
            at = source.at(error.lineno, error.offset + 1)
            said = expat.errors.messages[error.code]
            raise source.stop(at, f"this is not XML: {said}") from None
        except _EntityError:
            at = source.at(parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
            raise source.stop(at, "entities are refused", "write the text out") from None
        if grower.root is not None and grower.root not in root:
            message = f"the outermost element is <{grower.root}>"
            raise source.stop(source.at(1), message, f"it should be <{'> or <'.join(root)}>")
        yield from grower.grown
        grower.grown.clear()
        if not chunk:
            return


def _refuse_entity(*declared: object) -> None:
    raise _EntityError
