"""Entries as SKOS in Turtle: names as prefLabel, misspellings as hiddenLabel.

SKOS does not tell short forms from acronyms, both of which are altLabel; a small vocabulary of
this project says which is which, beside the labels that every program understands.
SKOS Reference: https://www.w3.org/TR/skos-reference/.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from normalize.errors import OptionError
from normalize.lexicon.exchange.imported import ImportedFile
from normalize.lexicon.exchange.spellings import as_variant, full_tags, in_cyrillic, language_of
from normalize.model import Entry, Fix, Variant

if TYPE_CHECKING:
    from rdflib import Graph, Literal, URIRef

_ENTRY = "urn:normalize-names:entry:"
_OWN = "urn:normalize-names:terms:"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_DCTERMS = "http://purl.org/dc/terms/"
_WIKIDATA = "http://www.wikidata.org/entity/"
_HEAD = f"""\
@prefix skos: <{_SKOS}> .
@prefix dcterms: <{_DCTERMS}> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix entry: <{_ENTRY}> .
@prefix own: <{_OWN}> .
@prefix wd: <{_WIKIDATA}> .

own:shortForm rdfs:subPropertyOf skos:altLabel .
own:acronym rdfs:subPropertyOf skos:altLabel .
own:acronymVariant rdfs:subPropertyOf skos:hiddenLabel .
<urn:normalize-names:lexicon> a skos:ConceptScheme .
"""
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_Label = tuple[str, str]
"""A text and its language tag, which is empty where it is of any language."""


def kept(entry: Entry) -> Entry:
    """Return what the SKOS of an entry holds; spellings in doubt must not become labels."""
    applied = [v for v in entry.variants if v.fix is Fix.APPLY]
    cyrillic = in_cyrillic(entry.names.get("sr", ""))
    labels = {(text, "sr-Cyrl") for text in cyrillic if "sr-Cyrl" not in entry.names}
    for forms in (entry.names, entry.short, entry.acronyms):
        labels |= {(text, lang) for lang, text in forms.items()}
    # A label says once what it is; that it is an acronym is said beside it.
    labels |= {(v.text, v.lang or "") for v in applied if v.acronym}
    variants = {
        (v.text, v.lang or "", v.acronym): Variant(v.text, lang=v.lang, acronym=v.acronym)
        for v in applied
        if v.acronym or (v.text, v.lang or "") not in labels
    }
    return Entry(
        entry.id,
        entry.type,
        _underived(entry.names),
        short=dict(entry.short),
        acronyms=dict(entry.acronyms),
        variants=tuple(variants[key] for key in sorted(variants)),
        wikidata=entry.wikidata,
        source=entry.source,
        note=entry.note,
    )


def write(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield a Turtle file, concept by concept."""
    yield _HEAD
    for entry in map(kept, entries):
        said = " ;\n    ".join(f"{name} {value}" for name, value in _statements(entry))
        yield f"\nentry:{entry.id} {said} .\n"


def read(source: ImportedFile) -> Iterator[Entry]:
    """Yield the entries of a Turtle file, sorted by what they are called there.

    Raises `OptionError` where rdflib is not installed.
    """
    graph = _parse(source)
    from rdflib import RDF, URIRef

    concepts = set(graph.subjects(RDF.type, URIRef(_SKOS + "Concept")))
    for node in sorted(concepts, key=str):
        if isinstance(node, URIRef):
            yield _read_concept(node, graph, source)


def _underived(names: Any) -> dict[str, str]:
    """Return names without the Serbian Cyrillic one where it is what follows from the Latin."""
    derived = in_cyrillic(names.get("sr", ""))
    return {k: text for k, text in names.items() if k != "sr-Cyrl" or text not in derived}


def _statements(entry: Entry) -> Iterator[tuple[str, str]]:
    names = dict(entry.names)
    for cyrillic in in_cyrillic(names.get("sr", "")):
        names.setdefault("sr-Cyrl", cyrillic)
    yield "a", "skos:Concept"
    yield "skos:inScheme", "<urn:normalize-names:lexicon>"
    if entry.type:
        yield "own:type", _literal((entry.type, ""))
    preferred = _labels(names)
    others = [*_labels(entry.short), *_labels(entry.acronyms)]
    yield from (("skos:prefLabel", _literal(label)) for label in preferred)
    # No label may be of two kinds (S13 of the reference); the better one counts.
    alternative = [label for label in dict.fromkeys(others) if label not in preferred]
    yield from (("skos:altLabel", _literal(label)) for label in alternative)
    yield from (("own:shortForm", _literal(label)) for label in _labels(entry.short))
    yield from (("own:acronym", _literal(label)) for label in _labels(entry.acronyms))
    for variant in entry.variants:
        label = (variant.text, full_tags().get(variant.lang or "", variant.lang or ""))
        if label not in preferred and label not in alternative:
            yield "skos:hiddenLabel", _literal(label)
        if variant.acronym:
            yield "own:acronymVariant", _literal(label)
    if entry.wikidata:
        yield "skos:exactMatch", f"wd:{entry.wikidata}"
    if entry.source:
        yield "dcterms:source", _literal((entry.source, ""))
    if entry.note:
        yield "skos:editorialNote", _literal((entry.note, ""))


def _labels(forms: Any) -> list[_Label]:
    return [(text, full_tags().get(lang, lang)) for lang, text in forms.items()]


def _literal(label: _Label) -> str:
    text = re.sub(r'[\\"\n\r\t]', lambda found: _ESCAPES[found[0]], label[0])
    return f'"{text}"@{label[1]}' if label[1] else f'"{text}"'


def _parse(source: ImportedFile) -> Graph:
    try:
        from rdflib import Graph
        from rdflib.plugins.parsers.notation3 import BadSyntax
    except ImportError:
        raise OptionError(
            "reading SKOS takes rdflib, which is not installed: pip install 'normalize-names[skos]'"
        ) from None
    text = "".join(line for _, line in source.lines())
    try:
        return Graph().parse(data=text, format="turtle")
    except BadSyntax as error:
        why = str(getattr(error, "_why", "bad syntax"))
        at = source.at(int(getattr(error, "lines", 0)) + 1)
        raise source.stop(at, f"this is not Turtle: {why}") from None


def _read_concept(node: URIRef, graph: Graph, source: ImportedFile) -> Entry:
    uri = str(node)
    told: dict[str, dict[str, str]] = {"names": {}, "short": {}, "acronyms": {}}
    rest: list[Variant] = []
    used: set[tuple[str, str | None]] = set()
    roles = {
        _SKOS + "prefLabel": "names",
        _OWN + "shortForm": "short",
        _OWN + "acronym": "acronyms",
    }
    for kind, role in roles.items():
        for text, lang in _read_labels(node, kind, graph, source):
            used.add((text, lang))
            if lang:
                told[role].setdefault(lang, text)
            else:
                told["names"].setdefault("en", text)
    shorts = set(_read_labels(node, _OWN + "acronymVariant", graph, source))
    rest += [Variant(text, lang=lang, acronym=True) for text, lang in shorts]
    for kind in ("altLabel", "hiddenLabel"):
        for text, lang in set(_read_labels(node, _SKOS + kind, graph, source)) - used:
            if (text, lang) not in shorts:
                rest.append(_variant(text, lang, own=uri.startswith(_ENTRY)))
    matches = (str(each) for each in _values(node, _SKOS + "exactMatch", graph))
    items = (m.removeprefix(_WIKIDATA) for m in matches if m.startswith(_WIKIDATA))
    return Entry(
        uri.removeprefix(_ENTRY) if uri.startswith(_ENTRY) else "",
        _one(node, _OWN + "type", graph) or "",
        _underived(told["names"]),
        short=told["short"],
        acronyms=told["acronyms"],
        variants=tuple(sorted(set(rest), key=lambda v: (v.text, v.lang or "", v.acronym))),
        wikidata=next(items, None),
        source=_one(node, _DCTERMS + "source", graph),
        note=_one(node, _SKOS + "editorialNote", graph),
        at=source.at(1),
    )


def _variant(text: str, lang: str | None, *, own: bool) -> Variant:
    """Return a label as a variant; what is an acronym is only known of labels of our own."""
    return Variant(text, lang=lang) if own else as_variant(text, lang)


def _values(node: URIRef, kind: str, graph: Graph) -> list[Any]:
    from rdflib import URIRef

    return sorted(graph.objects(node, URIRef(kind)), key=str)


def _one(node: URIRef, kind: str, graph: Graph) -> str | None:
    return next(map(str, _values(node, kind, graph)), None)


def _read_labels(
    node: URIRef, kind: str, graph: Graph, source: ImportedFile
) -> Iterator[tuple[str, str | None]]:
    """Yield the labels of a kind with their language; others than a lexicon's are left out."""
    for value in _values(node, kind, graph):
        literal: Literal = value
        tag, text = getattr(literal, "language", None), str(literal)
        lang = language_of(tag, text) if tag else None
        if tag and lang is None:
            message = f"{text!r} of {node} is in a language that lexicons lack: {tag!r}"
            source.leave_out(source.at(1), message)
        else:
            yield text, lang
