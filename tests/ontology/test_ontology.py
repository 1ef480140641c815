"""The files of the vocabulary: readable by any parser, up to date, with the header and the documentation that tools look for."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pyoxigraph
import pytest
from ontologies import graph, local, terms
from rdflib import OWL, RDF, RDFS, SKOS, XSD, BNode, Literal, URIRef
from rdflib.namespace import DCTERMS, FOAF, VANN

from forumgraph import ontology
from forumgraph.ontology import FORUM, NAMES, ONTOLOGY, PREFIXES, VERSION, forum

HEADER = URIRef(ONTOLOGY)

GIVEN = "title description abstract license rights creator contributor publisher created issued modified source"
HEADER_GIVES = (
    *(DCTERMS[name] for name in (*GIVEN.split(), "bibliographicCitation")),
    *(OWL.versionIRI, OWL.versionInfo, URIRef(PREFIXES["bibo"] + "status")),
    *(VANN.preferredNamespacePrefix, VANN.preferredNamespaceUri),
)
"""What the offline checks of FOOPS!, LOV and WIDOCO want of an ontology's header."""


def test_every_turtle_file_of_the_folder_can_be_loaded_by_name() -> None:
    assert sorted(path.stem for path in Path(ontology.__file__).parent.glob("*.ttl")) == list(NAMES)


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(KeyError):
        ontology.text("../secrets")


@pytest.mark.parametrize("name", NAMES)
def test_two_parsers_read_the_same_triples(name: str) -> None:
    def key(node: object) -> tuple[str, ...]:
        if isinstance(node, Literal):
            plain = RDF.langString if node.language else XSD.string
            return str(node), node.language or "", str(node.datatype or plain)
        if isinstance(node, pyoxigraph.Literal):
            return node.value, node.language or "", node.datatype.value
        return (node.value if isinstance(node, pyoxigraph.NamedNode) else str(node),)

    oxigraph = {
        (key(q.subject), key(q.predicate), key(q.object))
        for q in pyoxigraph.parse(ontology.text(name), format=pyoxigraph.RdfFormat.TURTLE)
    }
    assert {tuple(map(key, triple)) for triple in graph(name)} == oxigraph


@pytest.mark.parametrize("name", NAMES)
def test_there_is_no_blank_node(name: str) -> None:
    assert [t for t in graph(name) if any(isinstance(node, BNode) for node in t)] == []


@pytest.mark.parametrize("name", NAMES)
def test_prefixes_mean_the_same_everywhere(name: str) -> None:
    declared = dict(re.findall(r"^@prefix ([\w-]*): <([^>]+)> \.$", ontology.text(name), re.MULTILINE))
    assert {p: iri for p, iri in declared.items() if p in PREFIXES and PREFIXES[p] != iri} == {}


@pytest.mark.parametrize("name", NAMES)
def test_every_prefix_is_used(name: str) -> None:
    body = re.sub(r"^@prefix.*$", "", ontology.text(name), flags=re.MULTILINE)
    declared = re.findall(r"^@prefix ([\w-]*):", ontology.text(name), re.MULTILINE)
    assert [p for p in declared if not re.search(rf"(?<![\w-]){p}:", body)] == []


@pytest.mark.parametrize("name", [n for n in NAMES if n != "countries"])
def test_every_file_tells_its_version_licence_and_makers(name: str) -> None:
    headers = [s for kind in (OWL.Ontology, SKOS.ConceptScheme) for s in graph(name).subjects(RDF.type, kind)]
    assert headers
    for header in headers:
        assert graph(name).value(header, OWL.versionInfo) == Literal(VERSION)
        assert str(graph(name).value(header, DCTERMS.license)) == "https://creativecommons.org/licenses/by/4.0/"
        given = "title description creator publisher created".split()
        for predicate in (*(DCTERMS[name] for name in given), RDFS.label):
            assert graph(name).value(header, predicate) is not None, (header, predicate)


def test_the_constants_are_what_the_vocabulary_generates() -> None:
    assert Path(forum.__file__).read_text(encoding="utf-8") == ontology.generate(), "run `forumgraph ontology --write`"


def test_there_is_one_constant_per_term_with_its_iri() -> None:
    constants = {
        name: value
        for name, value in vars(forum).items()
        if isinstance(value, str) and value.startswith(FORUM) and value != FORUM
    }
    assert constants == {local(t): str(t) for t in terms()}


@pytest.mark.parametrize("predicate", HEADER_GIVES, ids=local)
def test_the_header_gives(predicate: URIRef) -> None:
    assert graph("forum").value(HEADER, predicate) is not None


def test_the_iri_of_the_ontology_is_persistent_and_the_one_inside_the_file() -> None:
    assert list(graph("forum").subjects(RDF.type, OWL.Ontology)) == [HEADER]
    assert urlsplit(ONTOLOGY).hostname == "w3id.org"


def test_the_version_has_an_iri_of_its_own() -> None:
    assert str(graph("forum").value(HEADER, OWL.versionIRI)) == f"{ONTOLOGY}/{VERSION}"


def test_the_preferred_namespace_is_the_one_of_the_terms() -> None:
    assert str(graph("forum").value(HEADER, VANN.preferredNamespaceUri)) == FORUM
    assert PREFIXES[str(graph("forum").value(HEADER, VANN.preferredNamespacePrefix))] == FORUM


def test_makers_are_nodes_with_names() -> None:
    for predicate in (DCTERMS.creator, DCTERMS.contributor, DCTERMS.publisher):
        for maker in graph("forum").objects(HEADER, predicate):
            assert isinstance(maker, URIRef)
            assert graph("forum").value(maker, FOAF.name)


def test_dates_of_the_header_are_dates_in_order() -> None:
    created, issued, modified = (
        graph("forum").value(HEADER, p) for p in (DCTERMS.created, DCTERMS.issued, DCTERMS.modified)
    )
    assert all(isinstance(d, Literal) and d.datatype == XSD.date for d in (created, issued, modified))
    assert str(created) <= str(issued) <= str(modified)


@pytest.mark.parametrize("subject", terms(), ids=local)
def test_every_term_is_documented(subject: URIRef) -> None:
    for predicate in (RDFS.label, SKOS.definition, SKOS.example):
        words = list(graph("forum").objects(subject, predicate))
        assert [w.language for w in words if isinstance(w, Literal) and w.strip()] == ["en"], predicate
    assert list(graph("forum").objects(subject, RDFS.isDefinedBy)) == [HEADER]


def test_the_vocabulary_extends_others() -> None:
    foreign = {
        o
        for p in (RDFS.subClassOf, RDFS.subPropertyOf)
        for o in graph("forum", "alignments").objects(None, p)
        if not str(o).startswith(FORUM)
    }
    hosts = "schema.org www.w3.org purl.org xmlns.com data.europa.eu"
    assert {urlsplit(str(o)).hostname for o in foreign} >= set(hosts.split())
