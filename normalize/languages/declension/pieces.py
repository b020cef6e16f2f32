"""The pieces of a name of several words, and how they are put together in one case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from normalize.languages.declension.words import Cases


class Piece(NamedTuple):
    """A word of a name with what stands before it; `cases` is None for one that never changes."""

    gap: str
    word: str
    cases: Cases | None = None


class Phrase(NamedTuple):
    """A name in pieces, and the ways in which its words are declined together.

    Each way is the numbers of the pieces that change; the first is ours, the press has the rest.
    """

    pieces: tuple[Piece, ...]
    ways: tuple[frozenset[int], ...]

    def write(self, case: str) -> Iterator[str]:
        """Yield the name in a case, as we write it first."""
        for way in self.ways:
            most = max((len(self._options(at, case)) for at in way), default=1)
            for nth in range(most):
                yield "".join(
                    piece.gap + (self._option(at, case, nth) if at in way else piece.word)
                    for at, piece in enumerate(self.pieces)
                )

    def _options(self, at: int, case: str) -> Sequence[str]:
        piece = self.pieces[at]
        return (piece.cases or {}).get(case, (piece.word,))

    def _option(self, at: int, case: str, nth: int) -> str:
        options = self._options(at, case)
        return options[min(nth, len(options) - 1)]


def phrase_of(pieces: Sequence[Piece], *ways: Sequence[int]) -> Phrase:
    """Return a phrase; the ways are numbers of pieces, of which those that never change fall out.

    Without ways, all that can change does.
    """
    able = frozenset(at for at, piece in enumerate(pieces) if piece.cases is not None)
    chosen = [frozenset(way) & able for way in ways] or [able]
    return Phrase(tuple(pieces), tuple(dict.fromkeys(way for way in chosen if way or not able)))
