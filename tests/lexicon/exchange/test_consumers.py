"""Each export is read by a program that it is meant for."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

from normalize.lexicon.exchange.formats import FORMATS
from normalize.lexicon.load import load_entries
from tests.lexicon.exchange.consumers import needs

HERE = Path(__file__).parent
LEXICON = HERE.parents[1] / "cases" / "exchange" / "lexicon.yaml"
ENTRIES = load_entries([LEXICON])


def export(form: str) -> str:
    """Return the example lexicon in a format."""
    writer = FORMATS[form].write
    assert writer is not None
    return "".join(writer(ENTRIES))


def test_a_spreadsheet_reads_the_table() -> None:
    """Every row has a cell for every column, and cells with commas and line breaks are whole."""
    rows = list(csv.DictReader(StringIO(export("csv")), strict=True))
    assert [row["id"] for row in rows] == [entry.id for entry in ENTRIES]
    assert all(None not in row and None not in row.values() for row in rows)
    (forces,) = (row for row in rows if row["id"] == "popular-mobilization-forces")
    assert forces["acronyms.en"] == "PMF"
    assert forces["note"] == 'Iraqi forces,\nnot "units".'


def test_spacy_loads_the_patterns() -> None:
    """The ruler finds a listed spelling in each script and gives it the entry's id."""
    spacy = needs("spacy")
    patterns = [json.loads(line) for line in export("spacy").splitlines()]
    pipeline = spacy.blank("xx")
    pipeline.add_pipe("entity_ruler").add_patterns(patterns)
    document = pipeline("Abbas Araqchi met Абас Аракчи and عباس عراقجي in Aleppo , said PMF .")
    found = [(span.text, span.label_, span.ent_id_) for span in document.ents]
    assert found == [
        ("Abbas Araqchi", "PERSON", "abbas-araghchi"),
        ("Абас Аракчи", "PERSON", "abbas-araghchi"),
        ("عباس عراقجي", "PERSON", "abbas-araghchi"),
        ("Aleppo", "LOC", "aleppo"),
    ]


def test_rdflib_parses_the_thesaurus() -> None:
    """Concepts have labels by language, and misspellings are hidden ones."""
    rdflib = needs("rdflib")
    graph = rdflib.Graph().parse(data=export("skos"), format="turtle")
    skos, entry = rdflib.SKOS, rdflib.Namespace("urn:normalize-names:entry:")
    man = entry["abbas-araghchi"]
    labels = {(str(each), each.language.lower()) for each in graph.objects(man, skos.prefLabel)}
    assert {("Abbas Araghchi", "en"), ("Абас Аракчи", "sr-cyrl")} <= labels
    assert rdflib.Literal("Abbas Araqchi") in set(graph.objects(man, skos.hiddenLabel))
    assert rdflib.Literal("Araghchi", lang="en") in set(graph.objects(man, skos.altLabel))
    assert (man, skos.exactMatch, rdflib.URIRef("http://www.wikidata.org/entity/Q302389")) in graph


def test_the_thesaurus_keeps_the_rules_of_skos() -> None:
    """Labels of different kinds share no text (S13), and a language has one preferred (S14)."""
    rdflib = needs("rdflib")
    graph = rdflib.Graph().parse(data=export("skos"), format="turtle")
    kinds = (rdflib.SKOS.prefLabel, rdflib.SKOS.altLabel, rdflib.SKOS.hiddenLabel)
    for concept in graph.subjects(rdflib.RDF.type, rdflib.SKOS.Concept):
        preferred, alternative, hidden = (set(graph.objects(concept, kind)) for kind in kinds)
        assert not preferred & alternative
        assert not (preferred | alternative) & hidden
        languages = [label.language for label in preferred]
        assert len(languages) == len(set(languages))


def test_the_termbase_is_valid() -> None:
    """The file has the structure of TBX-Basic and only its data categories and their values."""
    etree = needs("lxml.etree")
    schema = etree.RelaxNG(etree.parse(HERE / "tbx-basic.rng"))
    document = etree.fromstring(export("tbx").encode())
    schema.assertValid(document)
    for wrong in ("termType", "fullForm", "conceptEntry"):
        broken = export("tbx").replace(wrong, "another")
        assert not schema.validate(etree.fromstring(broken.encode()))


def test_followthemoney_accepts_the_entities() -> None:
    """Entities have a schema, only properties of it, and values that stay what they were."""
    model = needs("followthemoney").model
    lines = [json.loads(line) for line in export("ftm").splitlines()]
    assert [line["schema"] for line in lines] == ["Person", "Organization"]
    for line in lines:
        entity = model.get_proxy(line, cleaned=False)
        entity.schema.validate(line)
        for name, values in line["properties"].items():
            assert sorted(entity.get(name)) == sorted(values)
    assert model.get_proxy(lines[0]).caption == "Abbas Araghchi"


def test_solr_parses_the_synonyms() -> None:
    """Terms divided as Solr does, at commas without a backslash, are whole spellings."""
    lines = [split_as_solr(line) for line in export("synonyms").splitlines()]
    assert all("=>" not in line for line in export("synonyms").splitlines())
    assert ["Abbas Araqchi" in line and "Абас Аракчи" in line for line in lines] == [
        True,
        False,
        False,
    ]
    assert "Forces, Popular Mobilization" in lines[2]
    assert not [term for line in lines for term in line if term in ("Araghchi", "PMF", "PMU")]


def split_as_solr(line: str) -> list[str]:
    """Divide a line of synonyms like `SolrSynonymParser.split` and `unescape` of Lucene."""
    terms, at = [""], 0
    while at < len(line):
        if line[at] == "\\" and at + 1 < len(line):
            terms[-1] += line[at + 1]
            at += 1
        elif line[at] == ",":
            terms.append("")
        else:
            terms[-1] += line[at]
        at += 1
    return [term.strip() for term in terms]
