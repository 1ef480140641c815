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


DCATAP = Namespace("http://data.europa.eu/r5r/")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")

MANDATORY = {
    ns.DCAT.Catalog: (ns.DCTERMS.title, ns.DCTERMS.description, ns.DCTERMS.publisher),
    ns.DCAT.Dataset: (ns.DCTERMS.title, ns.DCTERMS.description),
    ns.DCAT.Distribution: (ns.DCAT.accessURL,),
    ns.DCAT.DataService: (ns.DCAT.endpointURL, ns.DCTERMS.title),
    ns.FOAF.Agent: (ns.FOAF.name,),
    SPDX.Checksum: (SPDX.algorithm, SPDX.checksumValue),
    ns.SKOS.Concept: (ns.SKOS.prefLabel,),
    ns.SKOS.ConceptScheme: (ns.DCTERMS.title,),
}
RECOMMENDED = {
    ns.DCAT.Catalog: (
        *(ns.DCTERMS.issued, ns.DCTERMS.modified, ns.DCTERMS.language, ns.DCTERMS.license, ns.DCTERMS.spatial),
        *(ns.FOAF.homepage, ns.DCAT.themeTaxonomy, ns.DCAT.dataset, ns.DCAT.service),
    ),
    ns.DCAT.Dataset: (
        *(ns.DCAT.contactPoint, ns.DCAT.distribution, ns.DCAT.keyword, ns.DCAT.theme),
        *(ns.DCTERMS.publisher, ns.DCTERMS.spatial, ns.DCTERMS.temporal),
    ),
    ns.DCAT.Distribution: (ns.DCTERMS.description, ns.DCTERMS["format"], ns.DCTERMS.license, DCATAP.availability),
    ns.DCAT.DataService: (
        *(ns.DCAT.contactPoint, ns.DCAT.endpointDescription, ns.DCAT.keyword, ns.DCAT.servesDataset, ns.DCAT.theme),
        *(ns.DCTERMS.publisher, ns.DCTERMS.conformsTo),
    ),
    ns.FOAF.Agent: (ns.DCTERMS.type,),
    ns.DCTERMS.PeriodOfTime: (ns.DCAT.startDate, ns.DCAT.endDate),
    ns.DCTERMS.LicenseDocument: (ns.DCTERMS.type,),
    ns.DCTERMS.Location: (ns.DCAT.bbox, ns.DCAT.centroid),
}
"""The properties of DCAT-AP 3.0.1, by class, that a description must have, and those that it should have."""

RANGES = {
    ns.DCAT.accessService: ns.DCAT.DataService,
    ns.DCAT.compressFormat: ns.DCTERMS.MediaType,
    ns.DCAT.contactPoint: VCARD.Kind,
    ns.DCAT.dataset: ns.DCAT.Dataset,
    ns.DCAT.distribution: ns.DCAT.Distribution,
    ns.DCAT.landingPage: ns.FOAF.Document,
    ns.DCAT.mediaType: ns.DCTERMS.MediaType,
    ns.DCAT.servesDataset: ns.DCAT.Dataset,
    ns.DCAT.service: ns.DCAT.DataService,
    ns.DCAT.theme: ns.SKOS.Concept,
    ns.DCAT.themeTaxonomy: ns.SKOS.ConceptScheme,
    DCATAP.availability: ns.SKOS.Concept,
    ns.DCTERMS.accessRights: ns.DCTERMS.RightsStatement,
    ns.DCTERMS.conformsTo: ns.DCTERMS.Standard,
    ns.DCTERMS["format"]: ns.DCTERMS.MediaTypeOrExtent,
    ns.DCTERMS.language: ns.DCTERMS.LinguisticSystem,
    ns.DCTERMS.license: ns.DCTERMS.LicenseDocument,
    ns.DCTERMS.publisher: ns.FOAF.Agent,
    ns.DCTERMS.spatial: ns.DCTERMS.Location,
    ns.DCTERMS.temporal: ns.DCTERMS.PeriodOfTime,
    ns.DCTERMS.type: ns.SKOS.Concept,
    ns.PROV.wasGeneratedBy: ns.PROV.Activity,
    SPDX.checksum: SPDX.Checksum,
}
"""The classes of DCAT-AP 3.0.1 that values are checked for, by property."""

ONCE = {
    ns.DCAT.Catalog: (
        ns.DCTERMS.publisher,
        ns.DCTERMS.license,
        ns.DCTERMS.issued,
        ns.DCTERMS.modified,
        ns.FOAF.homepage,
    ),
    ns.DCAT.Dataset: (ns.DCTERMS.publisher, ns.DCTERMS.accessRights, ns.DCTERMS.issued, ns.DCTERMS.modified),
    ns.DCAT.Distribution: (
        ns.DCTERMS.license,
        ns.DCAT.mediaType,
        ns.DCAT.compressFormat,
        ns.DCAT.byteSize,
        SPDX.checksum,
        ns.DCTERMS["format"],
    ),
    ns.DCAT.DataService: (ns.DCTERMS.license, ns.DCTERMS.accessRights),
    ns.FOAF.Agent: (ns.DCTERMS.type,),
}


@pytest.mark.parametrize("level", [MANDATORY, RECOMMENDED], ids=["mandatory", "recommended"])
def test_nothing_that_dcat_ap_asks_for_is_missing_once_the_configuration_is_filled(graph, level):
    for kind, properties in level.items():
        nodes = [
            node
            for node in graph.subjects(ns.RDF.type, kind)
            if (node, ns.RDF.type, ns.PROV.SoftwareAgent) not in graph
        ]
        assert nodes, kind
        missing = [(node, each) for node in nodes for each in properties if graph.value(node, each) is None]
        assert missing == []


def test_values_are_of_the_classes_that_dcat_ap_asks_for(graph):
    used = {predicate for predicate in graph.predicates() if predicate in RANGES}
    assert used == RANGES.keys() - {ns.DCAT.accessService}
    wrong = [
        (subject, predicate, value)
        for predicate in used
        for subject, value in graph.subject_objects(predicate)
        if (value, ns.RDF.type, RANGES[predicate]) not in graph
    ]
    assert wrong == []


def test_what_dcat_ap_takes_once_is_said_once(graph):
    for kind, properties in ONCE.items():
        for node in graph.subjects(ns.RDF.type, kind):
            assert not [each for each in properties if len(list(graph.objects(node, each))) > 1]


def test_what_the_configuration_does_not_tell_is_left_out_and_all_that_is_mandatory_is_there():
    bare = parsed(catalogue(Project(), "", Counts(), FILES))
    for kind, properties in MANDATORY.items():
        for node in bare.subjects(ns.RDF.type, kind):
            assert all(bare.value(node, each) is not None for each in properties)
    absent = (ns.DCAT.DataService, ns.DCTERMS.Location, VCARD.Kind, ns.DCTERMS.PeriodOfTime)
    assert not [kind for kind in absent if list(bare.subjects(ns.RDF.type, kind))]


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
