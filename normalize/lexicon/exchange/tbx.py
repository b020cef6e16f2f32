"""Entries as TermBase eXchange, TBX-Basic (ISO 30042:2019), in its DCA style.

Canonical forms are preferred terms, variants deprecated ones, and variants in doubt admitted ones
with the reason as a note. Older files (martif with termEntry, langSet and tig) and the DCT style
are read too. Data categories: https://www.tbxinfo.net/tbx-dialects/.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from normalize.lexicon.exchange.imported import ImportedFile
from normalize.lexicon.exchange.spellings import OWN, full_tags, language_of, own_id
from normalize.lexicon.exchange.xml_nodes import Element, read_elements
from normalize.lexicon.forms import script_of_text
from normalize.lexicon.schema import ENTRY, OneOf
from normalize.model import Entry, Fix, Source, Variant

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader>
    <fileDesc>
      <sourceDesc>
        <p>Written by normalize from its lexicon files.</p>
      </sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
"""
_TAIL = """\
    </body>
  </text>
</tbx>
"""
_GENDERS = {"m": "masculine", "f": "feminine", "n": "neuter"}
_ITEM = "https://www.wikidata.org/wiki/"
_WIKIDATA = re.compile(r"https?://www\.wikidata\.org/(?:wiki|entity)/(Q[1-9]\d*)")
_IN_DOUBT = "an admitted term of the imported file"
_CONCEPTS = ("conceptEntry", "termEntry")


class _Term(NamedTuple):
    """A term with what TBX-Basic says of it."""

    text: str
    type: str
    status: str
    gender: str = ""
    note: str = ""


def kept(entry: Entry) -> Entry:
    """Return what TBX-Basic holds of an entry."""
    gender = entry.gender if entry.gender in _GENDERS and "sr" in entry.names else None
    return Entry(
        entry.id,
        entry.type,
        dict(entry.names),
        short=dict(entry.short),
        acronyms=dict(entry.acronyms),
        variants=tuple(sorted(entry.variants, key=lambda variant: _rank(_tag_of(variant)))),
        gender=gender,
        wikidata=entry.wikidata,
        source=entry.source,
        note=entry.note,
    )


def write(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield a TBX-Basic file, concept by concept."""
    yield _HEAD
    for entry in entries:
        yield "\n".join(f"      {line}" for line in _concept(entry)) + "\n"
    yield _TAIL


def read(source: ImportedFile) -> Iterator[Entry]:
    """Yield the entries of a TBX file; terms in languages that lexicons lack are left out."""
    for concept in read_elements(source, ("tbx", "martif"), *_CONCEPTS):
        yield _read_concept(concept, source)


def _concept(entry: Entry) -> Iterator[str]:
    yield f'<conceptEntry id="{OWN}{entry.id}">'
    if entry.type:
        yield f'  <descrip type="subjectField">{entry.type}</descrip>'
    if entry.source:
        yield f'  <admin type="source">{_text(entry.source)}</admin>'
    if entry.wikidata:
        target = quoteattr(_ITEM + entry.wikidata)
        yield f'  <xref type="externalCrossReference" target={target}>{entry.wikidata}</xref>'
    if entry.note:
        yield f"  <note>{_text(entry.note)}</note>"
    for tag, terms in sorted(_terms(entry).items(), key=lambda item: _rank(item[0])):
        yield f"  <langSec xml:lang={quoteattr(tag)}>"
        for term in terms:
            yield from (f"    {line}" for line in _term(term))
        yield "  </langSec>"
    yield "</conceptEntry>"


def _terms(entry: Entry) -> dict[str, list[_Term]]:
    """Return the terms of an entry by language tag."""
    tags, preferred = full_tags(), "preferredTerm-admn-sts"
    terms: defaultdict[str, list[_Term]] = defaultdict(list)
    for lang, text in entry.names.items():
        gender = _GENDERS.get(entry.gender or "", "") if lang == "sr" else ""
        terms[tags.get(lang, lang)].append(_Term(text, "fullForm", preferred, gender))
    for name, forms in (("shortForm", entry.short), ("acronym", entry.acronyms)):
        for lang, text in forms.items():
            terms[tags.get(lang, lang)].append(_Term(text, name, preferred))
    for variant in entry.variants:
        state = "deprecated" if variant.fix is Fix.APPLY else "admitted"
        name = "acronym" if variant.acronym else "variant"
        term = _Term(variant.text, name, f"{state}Term-admn-sts", note=variant.reason)
        terms[_tag_of(variant)].append(term)
    return terms


def _rank(tag: str) -> tuple[bool, str]:
    """Return the key by which languages are sorted, English first."""
    return tag != "en", tag


def _tag_of(variant: Variant) -> str:
    """Return the language tag of a variant; one of any language has a script only."""
    if variant.lang:
        return full_tags().get(variant.lang, variant.lang)
    return f"und-{script_of_text(variant.text)}"


def _term(term: _Term) -> Iterator[str]:
    yield "<termSec>"
    yield f"  <term>{_text(term.text)}</term>"
    yield f'  <termNote type="termType">{term.type}</termNote>'
    yield f'  <termNote type="administrativeStatus">{term.status}</termNote>'
    if term.gender:
        yield f'  <termNote type="grammaticalGender">{term.gender}</termNote>'
    if term.note:
        yield f"  <note>{_text(term.note)}</note>"
    yield "</termSec>"


def _text(text: str) -> str:
    return escape(text, {"\r": "&#13;"})


def _read_concept(concept: Element, source: ImportedFile) -> Entry:
    at = source.at(concept.line, concept.column)
    told = _categories(concept)
    types = ENTRY.fields["type"].kind
    known = types.values if isinstance(types, OneOf) else ()
    named = told.get("subjectField", "").strip()
    names: dict[str, Any] = {"names": {}, "short": {}, "acronyms": {}, "gender": None}
    variants: list[Variant] = []
    for section in concept.named("langSec", "langSet"):
        tag = section.attributes.get("lang", "")
        for element in _term_elements(section):
            variants += _place_term(_read_term(element), tag, names, source, element)
    targets = (e.attributes.get("target", "") for e in concept.named("xref"))
    found = (_WIKIDATA.fullmatch(target) for target in targets)
    return Entry(
        own_id(concept.attributes.get("id", "")),
        named if named in known else "",
        variants=tuple(_once(variants)),
        wikidata=next((match[1] for match in found if match), None),
        source=told.get("source") or None,
        note="\n".join(note.text for note in concept.named("note")) or None,
        at=at,
        **names,
    )


def _categories(element: Element) -> dict[str, str]:
    """Return the data categories of an element, in either style, groups included."""
    told: dict[str, str] = {}
    for child in element.children:
        if child.name.endswith("Grp"):
            told = _categories(child) | told
        else:
            told.setdefault(child.attributes.get("type", child.name), child.text)
    return told


def _term_elements(section: Element) -> Iterator[Element]:
    for element in section.named("termSec", "tig", "ntig"):
        yield next(element.named("termGrp"), element)


def _read_term(element: Element) -> _Term:
    told = _categories(element)
    return _Term(
        " ".join(told.get("term", "").split()),
        told.get("termType", "").strip(),
        told.get("administrativeStatus", told.get("normativeAuthorization", "")).strip(),
        told.get("grammaticalGender", "").strip(),
        told.get("note", ""),
    )


def _place_term(
    term: _Term, tag: str, names: dict[str, Any], source: ImportedFile, element: Element
) -> Iterator[Variant]:
    """Put a term where it belongs in an entry; yield it if it is a variant."""
    at: Source = source.at(element.line, element.column)
    lang = language_of(tag, term.text)
    if not term.text:
        source.refuse(at, "there is no text in this term", "write <term>...</term>")
        return
    if lang is None and not tag.startswith("und"):
        source.leave_out(at, f"{term.text!r} is in a language that lexicons lack: {tag!r}")
        return
    preferred = not term.status or term.status.startswith("preferred")
    role = {"shortForm": "short", "acronym": "acronyms", "variant": ""}.get(term.type, "names")
    if preferred and lang and role and lang not in names[role]:
        names[role][lang] = term.text
        genders = {value: key for key, value in _GENDERS.items()}
        if lang == "sr" and role == "names":
            names["gender"] = genders.get(term.gender)
        return
    admitted = term.status.startswith("admitted")
    yield Variant(
        term.text,
        lang=lang,
        acronym=term.type == "acronym",
        fix=Fix.SUGGEST if admitted else Fix.APPLY,
        reason=term.note or (_IN_DOUBT if admitted else ""),
    )


def _once(variants: Iterable[Variant]) -> Iterator[Variant]:
    seen: set[tuple[str, str | None, bool]] = set()
    for variant in variants:
        key = (variant.text, variant.lang, variant.acronym)
        if key not in seen:
            seen.add(key)
            yield variant
