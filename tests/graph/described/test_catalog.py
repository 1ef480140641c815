"""The catalogue: its figures are those of the files, its fields those that portals ask for."""

from __future__ import annotations

import pytest
from dcatap import absent, rows, violations
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib import namespace as ns

from forumgraph.config import Project
from forumgraph.graph.described.catalog import catalogue, metadata
from forumgraph.graph.described.columns import TABLES
from forumgraph.graph.described.counts import Counts
from forumgraph.graph.described.publication import Written
from forumgraph.graph.rdf.identifiers import BASE
from forumgraph.graph.rdf.syntaxes import STEM, SYNTAXES
from forumgraph.graph.rdf.terms import RDF_TYPE

SPDX = Namespace("http://spdx.org/rdf/terms#")
DATASET = URIRef(f"{BASE}dataset")
PROJECT = Project(
    title="Meetings & more",
    publisher="Some Office",
    publisher_url="https://example.org/",
    publisher_type="NonGovernmentalOrganisation",
    contact="mailto:data@example.org",
    homepage="https://example.org/meetings",
    endpoint="https://example.org/sparql",
    spatial="http://publications.europa.eu/resource/authority/continent/AFRICA",
    place="Africa",
    box="-18 -35 52 38",
)
"""A configuration that is filled in."""

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


def parsed(triples):
    return Graph().parse(data="".join(f"{s} {p} {o} .\n" for s, p, o in triples), format="nt")


@pytest.fixture(scope="module")
def graph():
    return parsed(catalogue(PROJECT, "2026-03-31", counts(), FILES))


VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")


def test_nothing_is_against_dcat_ap(graph):
    assert violations(graph) == []


def test_nothing_that_dcat_ap_recommends_is_missing_once_the_configuration_is_filled(graph):
    assert absent(graph) == []


def test_every_row_of_the_profile_was_put_to_the_test(graph):
    unused = [
        row
        for row in rows()
        if not any(graph.value(node, row.property) for node in graph.subjects(ns.RDF.type, row.kind))
    ]
    assert unused == []


def test_the_table_finds_what_is_planted(graph):
    planted = Graph() + graph
    checksum = next(planted.subjects(ns.RDF.type, SPDX.Checksum))
    planted.remove((checksum, SPDX.checksumValue, None))
    planted.add((DATASET, ns.DCTERMS.issued, Literal("some day")))
    planted.add((DATASET, ns.DCAT.theme, URIRef("urn:unknown")))
    assert (
        len(violations(planted)) == 4
    )  # a digest is missing; a second date, which is none; a theme that nobody describes
    planted.remove((DATASET, ns.DCAT.contactPoint, None))
    assert len(absent(planted)) == 1


def test_what_the_configuration_does_not_tell_is_left_out_and_all_that_is_mandatory_is_there():
    bare = parsed(catalogue(Project(), "", Counts(), FILES))
    assert violations(bare) == []
    left_out = (ns.DCAT.DataService, ns.DCTERMS.Location, VCARD.Kind, ns.DCTERMS.PeriodOfTime)
    assert not [kind for kind in left_out if list(bare.subjects(ns.RDF.type, kind))]


def test_the_box_of_a_place_is_told_with_its_middle(graph):
    place = graph.value(DATASET, ns.DCTERMS.spatial)
    assert str(graph.value(place, ns.DCAT.bbox)) == "POLYGON((-18 -35, 52 -35, 52 38, -18 38, -18 -35))"
    assert str(graph.value(place, ns.DCAT.centroid)) == "POINT(17 1.5)"


def test_the_catalogue_leads_to_the_partitions_and_the_examples(graph):
    assert {str(each) for each in graph.objects(DATASET, ns.DCTERMS.relation)} == {
        "https://example.org/meetings/void.ttl",
        "https://example.org/meetings/sparql-examples.ttl",
    }


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
    files = graph.subjects(ns.RDF.type, ns.DCAT.Distribution)
    assert {str(graph.value(each, ns.DCTERMS["format"])).rpartition("/")[2] for each in files} == {
        "RDF_N_QUADS",
        "RDF_TRIG",
        "RDF_TURTLE",
        "JSON_LD",
        "CSV",
    }
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
    graph = parsed(catalogue(Project(), "", Counts(), FILES))
    assert not list(graph.subject_objects(ns.DCTERMS.issued))
    assert not list(graph.subject_objects(ns.DCTERMS.modified))


def test_everything_of_ours_has_a_label(graph):
    described = {node for node in graph.subjects() if str(node).startswith(BASE)} - {URIRef(f"{BASE}contact")}
    assert len(described) > 20
    assert not [node for node in described if graph.value(node, ns.RDFS.label) is None]


def test_the_dumps_say_who_published_them_under_which_licence():
    said = {(p, o) for s, p, o in metadata(PROJECT, "") if s == f"<{BASE}dataset>"}
    assert ("<http://purl.org/dc/terms/license>", f"<{PROJECT.licence}>") in said
    assert ("<http://purl.org/dc/terms/publisher>", "<https://example.org/>") in said
