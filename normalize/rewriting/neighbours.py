"""What the words beside a span show: a longer name, a title, somebody else."""

from __future__ import annotations

import re

from normalize.languages import language, read_words
from normalize.lexicon.forms import Role
from normalize.model import Reason, Step
from normalize.rewriting.identified import Identified, Surroundings
from normalize.text.fold import fold_key

_WORD_BEFORE = re.compile(r"(?<![\w'’-])(?P<word>[^\W\d_][\w.'’-]*)[ \t]\Z")
# `Mir-Hossein`, but not `US-Iraqi` or `Al-Asad`.
_JOINED_BEFORE = re.compile(r"(?<![\w-])(?P<word>(?![AE]l-)[^\W\d_a-zа-џ][a-zа-џčćđšž]+)-\Z")
_WORD_AFTER = re.compile(r"[ \t]([^\W\d_][\w'’-]*)")
_TAG_IN_FILES = {"sr-Latn": "sr", "sr-Cyrl": "sr"}


def find_longer_name(found: Identified, surroundings: Surroundings) -> Step | None:
    """Return what makes the span part of a longer name."""
    neighbour = _neighbour_of_name(found, surroundings)
    longer = neighbour or _spelled_before(found, surroundings.text)
    return Step(Reason.LONGER_NAME, longer) if longer else None


def title_before(text: str, found: Identified) -> str | None:
    """Return the title that stands before a name, if one does."""
    before = _WORD_BEFORE.search(text, max(0, found.start - 40), found.start)
    word = before["word"] if before else ""
    read = read_words(word, found.lang).strip(".")
    return word if read in language(found.lang).TITLES else None


def _spelled_before(found: Identified, text: str) -> str | None:
    """Return the word before a name that may be a part of it which the form lacks.

    `Tajip Erdogan` in `Rejepa Tajipa Erdogana` lacks Redžep, who stands there in a spelling that
    nobody listed: to write the whole name would double him.
    """
    ours = found.form.entry.names.get(_TAG_IN_FILES.get(found.target, found.target), "")
    lacking = ours.split()[: -found.form.words]
    if found.form.entry.type != "person" or not lacking:
        return None
    before = _WORD_BEFORE.search(text, max(0, found.start - 40), found.start)
    word = before["word"] if before else ""
    read = fold_key(read_words(word, found.lang))
    if found.form.role is Role.SHORT:
        # Glued to another word, `HTS-ledAbas Arakči`, the given name is not found.
        return word if read.endswith(fold_key(lacking[-1])) else None
    alike = any(read[:1] == fold_key(part)[:1] for part in lacking)
    return word if word[:1].isupper() and alike else None


def _neighbour_of_name(found: Identified, surroundings: Surroundings) -> str | None:
    """Return a word beside a person's name that makes it part of another's, if one does."""
    if found.form.script == "Arab":
        is_person = found.form.entry.type == "person"
        return _word_that_lengthens(surroundings.text, found) if is_person else None
    if found.form.role is Role.SHORT or found.form.likeness < 1.0 or found.form.is_misread:
        return _name_beside(found, surroundings)
    return None


def _name_beside(found: Identified, surroundings: Surroundings) -> str | None:
    """Return a capitalised neighbour that makes the surname part of somebody else's name.

    What is a known name itself is no given name.
    """
    if after := name_after(found, surroundings):
        return after
    text, module = surroundings.text, language(found.lang)
    joined = _JOINED_BEFORE.search(text, max(0, found.start - 40), found.start)
    if joined and joined.end("word") not in surroundings.ends:
        return joined["word"]
    before = _WORD_BEFORE.search(text, max(0, found.start - 40), found.start)
    if not before or not before["word"][0].isupper() or before["word"].endswith((".", ":")):
        return None
    if before.end("word") in surroundings.ends:
        return None
    known = module.TITLES | module.OPENERS
    return None if _is_no_name(before["word"], known, found.lang) else before["word"]


def name_after(found: Identified, surroundings: Surroundings) -> str | None:
    """Return the capitalised word after a name, if it is no known name itself."""
    after = _WORD_AFTER.match(surroundings.text, found.end)
    if (
        after
        and after[1][0].isupper()
        and after.start(1) not in surroundings.starts
        and not _is_no_name(after[1], language(found.lang).OPENERS, found.lang)
    ):
        return after[1]
    return None


def _word_that_lengthens(text: str, found: Identified) -> str | None:
    """Return a word, in letters without capitals, that makes the name after it another's.

    No word does so to a name that something is joined to: ماهر والأسد are two.
    """
    before = _WORD_BEFORE.search(text, max(0, found.start - 40), found.start)
    if not before or "+" in found.form.inflection:
        return None
    is_short = found.form.role is Role.SHORT
    lengthens = language(found.lang).makes_longer(before["word"], is_short)
    return before["word"] if lengthens else None


def _is_no_name(word: str, known: frozenset[str], lang: str) -> bool:
    bare = re.sub(r"['’]s?\Z", "", word)
    return bare != word or bare.isupper() or read_words(bare, lang) in known or "-" in bare
