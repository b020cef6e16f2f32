"""A mention's case, read from its form and its neighbours, and names written in it."""

from __future__ import annotations

from normalize.languages import Place, language
from normalize.lexicon.compile import CompiledLexicon
from normalize.lexicon.forms import Role, shape_of
from normalize.model import Reason, Step
from normalize.rewriting.identified import Identified
from normalize.rewriting.place import SentencePlace, find_sentence_place

# So long is no sentence: names that get longer push nothing out of sight.
_REACH, _REACH_AFTER = 1000, 60


def write_in_case(spelling: str, role: Role, found: Identified, text: str) -> str | None:
    """Return a spelling in the case of the mention, or None where that may be several.

    What an Arabic mention has before it, its label up to the plus, stays there.
    """
    proclitic, _, label = label_of(found).rpartition("+")
    written = _write_label(label, spelling, role, found, text) if label else spelling
    return written and language(found.lang).attach(proclitic, written)


def _write_label(label: str, spelling: str, role: Role, found: Identified, text: str) -> str | None:
    shape = shape_of(found.form.entry, role, spelling)
    module = language(found.target)
    written = module.write_inflection(spelling, label, shape, found.form.text)
    is_expanded = found.form.role is Role.ACRONYM and role is not Role.ACRONYM
    # The neighbours are asked where the form alone does not tell, or something else may not fit.
    if found.lang != found.target or (written is not None and not is_expanded):
        return written
    # An acronym for another is bare where that was, whatever its case.
    if found.form.role is role is Role.ACRONYM:
        return written
    read = language(found.lang).read_case(label, spelling, shape, _place_of(found, text))
    if read in (None, label):
        return written if read else None
    return module.write_inflection(spelling, read, shape, found.form.text)


def label_of(found: Identified) -> str:
    """Return the label of the form that was found, which may be several cases."""
    form = found.form
    if form.inflection:
        return form.inflection
    return language(found.lang).label_base(form.text, shape_of(form.entry, form.role, form.text))


def is_unclear(found: Identified, role: Role, text: str, lexicon: CompiledLexicon) -> bool:
    """Tell whether a canonical spelling is there, but not the case to write it in."""
    spelling = lexicon.spelling(found.entry, role, found.target)
    return spelling is not None and write_in_case(spelling, role, found, text) is None


def why_unclear(found: Identified) -> Step:
    """Return what keeps a canonical spelling from being written: its case, or an adjective."""
    form = found.form
    if form.role is Role.ACRONYM and form.inflection and not form.inflection.startswith("poss"):
        return Step(Reason.NO_PLACE, "an adjective that would not agree")
    return Step(Reason.CASE_UNCLEAR, label_of(found))


def _place_of(found: Identified, text: str) -> Place:
    is_acronym = found.form.role is Role.ACRONYM
    return Place(
        text[max(0, found.start - _REACH) : found.start],
        text[found.end : found.end + _REACH_AFTER],
        starts=find_sentence_place(text, found.start) is SentencePlace.START,
        is_acronym=is_acronym,
        is_bare=is_acronym and not found.form.inflection,
    )
