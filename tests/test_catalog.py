"""The catalogue: its figures are those of the files, its fields those that portals ask for."""

from __future__ import annotations

import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib import namespace as ns

from forumgraph.config import Project
from forumgraph.graph.catalog import catalogue, metadata
from forumgraph.graph.columns import TABLES
from forumgraph.graph.counts import Counts
from forumgraph.graph.identifiers import BASE
from forumgraph.graph.publication import Written
from forumgraph.graph.syntaxes import STEM, SYNTAXES
from forumgraph.graph.terms import RDF_TYPE

SPDX = Namespace("http://spdx.org/rdf/terms#")
DATASET = URIRef(f"{BASE}dataset")
PROJECT = Project(
    title="Meetings & more",
    publisher="Some Office",
    publisher_url="https://example.org/",
    contact="mailto:data@example.org",
    homepage="https://example.org/meetings",
)
FILES = {
    path: Written(size, f"{size:064x}")
    for size, path in enumerate(
        [f"{STEM}.{syntax.ending}{end}" for syntax in SYNTAXES.values() for end in ("", ".gz")]
        + [table.path for table in TABLES],
        start=1,
    )
}


def counts():
    found = Counts()
    found.add([("<urn:a>", RDF_TYPE, "<urn:A>"), ("<urn:b>", RDF_TYPE, "<urn:A>"), ("<urn:a>", "<urn:p>", '"x"')])
    found.cover("2022-02-02", "2017-07")
    return found


@pytest.fixture(scope="module")
def graph():
    return Graph().parse(data=catalogue(PROJECT, "2026-03-31", counts(), FILES), format="turtle")


@pytest.mark.parametrize(
    ("kind", "required"),
    [
        (
            ns.DCAT.Catalog,
            (
                ns.DCTERMS.title,
                ns.DCTERMS.description,
                ns.DCTERMS.publisher,
                ns.DCTERMS.issued,
                ns.DCTERMS.modified,
                ns.DCTERMS.language,
                ns.DCTERMS.license,
                ns.FOAF.homepage,
                ns.DCAT.themeTaxonomy,
            ),
        ),
        (
            ns.DCAT.Dataset,
            (
                ns.DCTERMS.title,
                ns.DCTERMS.description,
                ns.DCTERMS.publisher,
                ns.DCAT.contactPoint,
                ns.DCAT.distribution,
                ns.DCAT.keyword,
                ns.DCAT.theme,
                ns.DCTERMS.temporal,
            ),
        ),
        (
            ns.DCAT.Distribution,
            (
                ns.DCAT.accessURL,
                ns.DCAT.downloadURL,
                ns.DCTERMS.description,
                ns.DCTERMS["format"],
                ns.DCTERMS.license,
                ns.DCAT.mediaType,
                ns.DCAT.byteSize,
                SPDX.checksum,
            ),
        ),
        (SPDX.Checksum, (SPDX.algorithm, SPDX.checksumValue)),
        (ns.FOAF.Agent, (ns.FOAF.name,)),
        (ns.DCTERMS.PeriodOfTime, (ns.DCAT.startDate, ns.DCAT.endDate)),
    ],
)
def test_what_dcat_ap_asks_for_is_there(graph, kind, required):
    nodes = list(graph.subjects(ns.RDF.type, kind))
    assert nodes
    for node in nodes:
        for predicate in required:
            assert graph.value(node, predicate) is not None, f"{node} has no {predicate}"


def test_every_file_is_a_distribution_with_its_size_and_checksum(graph):
    told = {}
    for node in graph.objects(DATASET, ns.DCAT.distribution):
        checksum = graph.value(node, SPDX.checksum)
        told[str(graph.value(node, ns.DCAT.downloadURL))] = (
            str(graph.value(node, ns.DCAT.byteSize)),
            str(graph.value(checksum, SPDX.checksumValue)),
        )
    assert told == {
        f"https://example.org/meetings/{path}": (str(file.bytes), file.sha256) for path, file in FILES.items()
    }


def test_controlled_values_are_those_of_the_lists(graph):
    formats = {str(each).rpartition("/")[2] for each in graph.objects(None, ns.DCTERMS["format"])}
    assert formats == {"RDF_N_QUADS", "RDF_TRIG", "RDF_TURTLE", "JSON_LD", "CSV"}
    media = {
        str(each).removeprefix("https://www.iana.org/assignments/media-types/")
        for each in graph.objects(None, ns.DCAT.mediaType)
    }
    assert media == {"application/n-quads", "application/trig", "text/turtle", "application/ld+json", "text/csv"}
    assert set(graph.objects(DATASET, ns.DCTERMS.language)) == {
        URIRef("http://publications.europa.eu/resource/authority/language/ENG")
    }


def test_partitions_and_counts_are_those_of_the_graph(graph):
    assert graph.value(DATASET, ns.VOID.triples) == Literal(3)
    classes = {
        graph.value(node, ns.VOID["class"]): graph.value(node, ns.VOID.entities)
        for node in graph.objects(DATASET, ns.VOID.classPartition)
    }
    assert classes == {URIRef("urn:A"): Literal(2)}
    properties = {
        graph.value(node, ns.VOID.property): graph.value(node, ns.VOID.triples)
        for node in graph.objects(DATASET, ns.VOID.propertyPartition)
    }
    assert properties == {ns.RDF.type: Literal(2), URIRef("urn:p"): Literal(1)}


def test_the_time_covered_keeps_its_precision(graph):
    period = graph.value(DATASET, ns.DCTERMS.temporal)
    assert graph.value(period, ns.DCAT.startDate).datatype == ns.XSD.gYearMonth
    assert graph.value(period, ns.DCAT.endDate).datatype == ns.XSD.date


def test_nothing_is_dated_that_the_configuration_does_not_date():
    text = catalogue(Project(), "", Counts(), FILES)
    graph = Graph().parse(data=text, format="turtle")
    assert not list(graph.subject_objects(ns.DCTERMS.issued))
    assert not list(graph.subject_objects(ns.DCTERMS.modified))


def test_everything_has_a_label(graph):
    described = {node for node in graph.subjects() if isinstance(node, URIRef)} - {
        URIRef(PROJECT.licence),
        URIRef(f"{BASE}contact"),
    }
    assert not [node for node in described if graph.value(node, ns.RDFS.label) is None]


def test_the_dumps_say_who_published_them_under_which_licence():
    said = {(p, o) for s, p, o in metadata(PROJECT, "") if s == f"<{BASE}dataset>"}
    assert ("<http://purl.org/dc/terms/license>", f"<{PROJECT.licence}>") in said
    assert ("<http://purl.org/dc/terms/publisher>", "<https://example.org/>") in said
