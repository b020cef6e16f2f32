"""Rewriting one text as a file of some format, with the lexicon of the cases."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest

from normalize.documents.plain import Document
from normalize.documents.rewrite import Rewrite, rewrite, verify
from tests.conftest import normalizer_for

RewriteText = Callable[..., Rewrite]


@pytest.fixture
def rewrite_text() -> RewriteText:
    """Rewrite a text of a format, and verify what came of it."""

    def run(text: str, format: str, fields: Sequence[str] = ()) -> Rewrite:
        document = Document(Path("x"), text)
        again = partial(
            rewrite, normalize=normalizer_for({}).normalize_many, format=format, fields=fields
        )
        rewritten = again(document)
        verify(document, rewritten, again)
        return rewritten

    return run
