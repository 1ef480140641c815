"""What DCAT-AP 3.0.1 checks, as a table: for each class the properties it names, how many there may be, and what their values are.

The rows say what the shapes of the profile say, in words of ours; `*` marks what it recommends. Dates are checked as its older shapes do, which portals run.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib import namespace as ns

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES = {
    "adms": Namespace("http://www.w3.org/ns/adms#"),
    "dcat": Namespace("http://www.w3.org/ns/dcat#"),
    "dcatap": Namespace("http://data.europa.eu/r5r/"),
    "dct": Namespace("http://purl.org/dc/terms/"),
    "foaf": Namespace("http://xmlns.com/foaf/0.1/"),
    "prov": Namespace("http://www.w3.org/ns/prov#"),
    "skos": Namespace("http://www.w3.org/2004/02/skos/core#"),
    "spdx": Namespace("http://spdx.org/rdf/terms#"),
    "vcard": Namespace("http://www.w3.org/2006/vcard/ns#"),
    "xsd": Namespace("http://www.w3.org/2001/XMLSchema#"),
}

TABLE = """
dcat:Catalog dcat:dataset * n dcat:Dataset
dcat:Catalog dcat:service * n dcat:DataService
dcat:Catalog dcat:themeTaxonomy * n skos:ConceptScheme
dcat:Catalog dct:description 1 n words
dcat:Catalog dct:issued * 1 date
dcat:Catalog dct:language * n dct:LinguisticSystem
dcat:Catalog dct:license * 1 dct:LicenseDocument
dcat:Catalog dct:modified * 1 date
dcat:Catalog dct:publisher 1 1 foaf:Agent
dcat:Catalog dct:spatial * n dct:Location
dcat:Catalog dct:title 1 n words
dcat:Catalog foaf:homepage * 1 foaf:Document
dcat:DataService dcat:contactPoint * n vcard:Kind
dcat:DataService dcat:endpointDescription * n node
dcat:DataService dcat:endpointURL 1 n node
dcat:DataService dcat:keyword * n words
dcat:DataService dcat:servesDataset * n dcat:Dataset
dcat:DataService dcat:theme * n skos:Concept
dcat:DataService dct:accessRights 0 1 dct:RightsStatement
dcat:DataService dct:conformsTo * n dct:Standard
dcat:DataService dct:description 0 n words
dcat:DataService dct:format * n dct:MediaTypeOrExtent
dcat:DataService dct:license 0 1 dct:LicenseDocument
dcat:DataService dct:publisher * 1 foaf:Agent
dcat:DataService dct:title 1 n words
dcat:Dataset dcat:contactPoint * n vcard:Kind
dcat:Dataset dcat:distribution * n dcat:Distribution
dcat:Dataset dcat:keyword * n words
dcat:Dataset dcat:landingPage 0 n foaf:Document
dcat:Dataset dcat:theme * n skos:Concept
dcat:Dataset dct:accessRights 0 1 dct:RightsStatement
dcat:Dataset dct:conformsTo 0 n dct:Standard
dcat:Dataset dct:description 1 n words
dcat:Dataset dct:identifier 0 n words
dcat:Dataset dct:issued 0 1 date
dcat:Dataset dct:language 0 n dct:LinguisticSystem
dcat:Dataset dct:modified 0 1 date
dcat:Dataset dct:publisher * 1 foaf:Agent
dcat:Dataset dct:relation 0 n node
dcat:Dataset dct:spatial * n dct:Location
dcat:Dataset dct:temporal * n dct:PeriodOfTime
dcat:Dataset dct:title 1 n words
dcat:Dataset prov:wasGeneratedBy 0 n prov:Activity
dcat:Distribution dcat:accessURL 1 n node
dcat:Distribution dcat:byteSize 0 1 xsd:nonNegativeInteger
dcat:Distribution dcat:compressFormat 0 1 dct:MediaType
dcat:Distribution dcat:downloadURL 0 n node
dcat:Distribution dcat:mediaType 0 1 dct:MediaType
dcat:Distribution dcatap:availability * 1 skos:Concept
dcat:Distribution dct:description * n words
dcat:Distribution dct:format * 1 dct:MediaTypeOrExtent
dcat:Distribution dct:license * 1 dct:LicenseDocument
dcat:Distribution dct:title 0 n words
dcat:Distribution spdx:checksum 0 1 spdx:Checksum
dct:LicenseDocument dct:type * n skos:Concept
dct:Location dcat:bbox * 1 words
dct:Location dcat:centroid * 1 words
dct:PeriodOfTime dcat:endDate * 1 date
dct:PeriodOfTime dcat:startDate * 1 date
foaf:Agent dct:type * 1 skos:Concept
foaf:Agent foaf:name 1 n words
skos:Concept skos:prefLabel 1 n words
skos:ConceptScheme dct:title 1 n words
spdx:Checksum spdx:algorithm 1 1 spdx:ChecksumAlgorithm
spdx:Checksum spdx:checksumValue 1 1 xsd:hexBinary
"""
_DATES = {ns.XSD.date, ns.XSD.dateTime, ns.XSD.gYear, ns.XSD.gYearMonth}


@dataclass(frozen=True, slots=True)
class Row:
    kind: URIRef
    property: URIRef
    least: str
    most: str
    range: str


def name(short: str) -> URIRef:
    prefix, _, local = short.partition(":")
    return NAMES[prefix][local]


def rows() -> Iterator[Row]:
    for line in TABLE.split("\n"):
        if line:
            kind, path, least, most, span = line.split()
            yield Row(name(kind), name(path), least, most, span)


def violations(graph: Graph) -> list[str]:
    """Return what the profile does not allow."""
    return [
        f"{node} {row.property}: {trouble}"
        for row in rows()
        for node in graph.subjects(ns.RDF.type, row.kind)
        for trouble in _troubles(graph, row, node)
    ]


def absent(graph: Graph) -> list[str]:
    """Return what the profile recommends and is not told."""
    return [
        f"{node} {row.property}"
        for row in rows()
        if row.least == "*"
        for node in graph.subjects(ns.RDF.type, row.kind)
        if graph.value(node, row.property) is None
    ]


def _troubles(graph: Graph, row: Row, node: URIRef) -> Iterator[str]:
    values = list(graph.objects(node, row.property))
    if row.least == "1" and not values:
        yield "is missing"
    if row.most == "1" and len(values) > 1:
        yield f"{len(values)} times"
    yield from (f"{value} is not of {row.range}" for value in values if not _fits(graph, value, row.range))


def _fits(graph: Graph, value: object, span: str) -> bool:
    if span == "words":
        return isinstance(value, Literal)
    if span == "date":
        return isinstance(value, Literal) and value.datatype in _DATES
    if span.startswith("xsd:"):
        return isinstance(value, Literal) and value.datatype == name(span)
    return isinstance(value, URIRef) and (span == "node" or (value, ns.RDF.type, name(span)) in graph)
