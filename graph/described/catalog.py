"""The catalogue of a publication: DCAT for portals (DCAT-AP 3.0.1), VoID for query editors, PROV for where it comes from.

It is written last, because its sizes, checksums and counts are those of the files that are there. Nothing has a date that the configuration or
`SOURCE_DATE_EPOCH` does not give.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from forumgraph import __version__
from forumgraph.graph.described import controlled
from forumgraph.graph.described.columns import TABLES
from forumgraph.graph.described.describing import Description, name_of
from forumgraph.graph.described.examples import FILE as EXAMPLES
from forumgraph.graph.described.partitions import FILE as VOID
from forumgraph.graph.described.partitions import part
from forumgraph.graph.rdf.identifiers import slug
from forumgraph.graph.rdf.syntaxes import STEM, SYNTAXES
from forumgraph.graph.rdf.terms import Triple, date, integer, iri, text, typed
from forumgraph.ontology import ONTOLOGY
from forumgraph.shapes import NAMESPACE as SHAPES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from forumgraph.config import Project
    from forumgraph.graph.described.counts import Counts
    from forumgraph.graph.described.publication import Written

STEM_OF_FILES = "catalog"
FILE = f"{STEM_OF_FILES}.ttl"
SERVICE = "sparql-service.ttl"
SOFTWARE = f"https://w3id.org/forumgraph/software/{__version__}"

_GEO = "http://www.opengis.net/ont/geosparql#wktLiteral"
_PROTOCOL = "https://www.w3.org/TR/sparql11-protocol/"
_ANSWERED = ("SPARQLQRES", "CSV", "TSV", "RDF_TURTLE", "RDF_N_TRIPLES", "RDF_XML", "JSON_LD")
"""What a SPARQL endpoint answers with, in the EU's list of file types."""


@dataclass(frozen=True, slots=True)
class _File:
    path: str
    title: str
    media_type: str
    file_type: str
    compressed: bool = False


def _files() -> Iterator[_File]:
    for syntax in SYNTAXES.values():
        path = f"{STEM}.{syntax.ending}"
        whole = _File(path, f"All graphs as {syntax.title}", syntax.media_type, syntax.file_type)
        yield whole
        yield replace(whole, path=f"{path}.gz", title=f"{whole.title}, compressed", compressed=True)
    for table in TABLES:
        yield _File(table.path, f"{table.title} as a table", "text/csv", "CSV")


class _Catalog(Description):
    def described(self, subject: str, *kinds: str) -> None:
        """Say what the catalogue and the data set share."""
        project = self.project
        for kind in kinds:
            self.typed(subject, kind)
        self.say(
            subject,
            rdfs_label=self.words(project.title),
            dcterms_title=self.words(project.title),
            dcterms_description=self.words(project.description),
            dcterms_publisher=self.publisher(),
            dcterms_license=iri(project.licence),
            dcterms_language=self.value(
                "language", controlled.LANGUAGES.get(project.language.partition("-")[0], ("", ""))[0]
            ),
            dcterms_issued=date(self.issued) if self.issued else "",
            dcterms_modified=date(self.issued) if self.issued else "",
            dcterms_spatial=self.place(),
        )

    def place(self) -> str:
        """Say where the meetings are about, and return the node; empty where the configuration does not tell."""
        project = self.project
        if not (project.spatial or project.place or project.box):
            return ""
        named = self.words(project.place) if project.place else ""
        node = iri(project.spatial or f"{project.base}dataset/place")
        self.typed(node, "dcterms:Location", rdfs_label=named)
        if project.box:
            west, south, east, north = (float(each) for each in project.box.split())
            corners = ((west, south), (east, south), (east, north), (west, north), (west, south))
            ring = ", ".join(f"{x:g} {y:g}" for x, y in corners)
            self.say(
                node,
                dcat_bbox=f'"POLYGON(({ring}))"^^<{_GEO}>',
                dcat_centroid=f'"POINT({(west + east) / 2:g} {(south + north) / 2:g})"^^<{_GEO}>',
            )
        return node

    def publisher(self) -> str:
        return iri(self.project.publisher_url or f"{self.project.base}publisher")

    def subjects(self) -> dict[str, list[str]]:
        """Return what the data set and its service are about."""
        return {
            "dcat_keyword": [self.words(each) for each in self.project.keywords],
            "dcat_theme": [self.value("data-theme", each) for each in self.project.themes],
        }

    def agents(self) -> None:
        project = self.project
        self.typed(
            self.publisher(),
            "foaf:Agent",
            foaf_name=text(project.publisher),
            rdfs_label=text(project.publisher),
            foaf_homepage=iri(project.publisher_url) if project.publisher_url else "",
            dcterms_type=self.value("publishertype", project.publisher_type),
        )
        type_ = self.value("licencetype", controlled.licence_code(project.licence))
        self.typed(iri(project.licence), "dcterms:LicenseDocument", dcterms_type=type_)
        names = {"rdfs_label": text(f"forumgraph {__version__}"), "foaf_name": text("forumgraph")}
        software = self.typed(iri(SOFTWARE), "prov:SoftwareAgent", **names)
        self.typed(
            iri(f"{project.base}activity/build"),
            "prov:Activity",
            rdfs_label=text("Reports were read, checked and published", "en"),
            prov_wasAssociatedWith=software,
            prov_generated=self.dataset,
        )

    def about(self) -> None:
        """Describe the data set itself."""
        project = self.project
        self.described(self.dataset, "dcat:Dataset", "void:Dataset", "prov:Entity")
        self.say(
            self.dataset,
            **self.subjects(),
            dcterms_identifier=text(f"{project.base}dataset"),
            dcterms_accessRights=self.value("access-right", "PUBLIC"),
            dcterms_conformsTo=[self.typed(iri(each), "dcterms:Standard") for each in (ONTOLOGY, SHAPES.rstrip("#"))],
            void_vocabulary=[iri(ONTOLOGY)],
            void_uriSpace=text(project.base),
            prov_wasGeneratedBy=iri(f"{project.base}activity/build"),
            prov_wasAttributedTo=self.publisher(),
        )
        self.agents()

    def contact(self) -> str:
        """Say whom to ask, and return the node; empty where the configuration does not tell."""
        if not self.project.contact:
            return ""
        way = "vcard_hasEmail" if self.project.contact.startswith("mailto:") else "vcard_hasURL"
        told = {"vcard_fn": text(self.project.publisher), way: iri(self.project.contact)}
        return self.typed(iri(f"{self.project.base}contact"), "vcard:Kind", **told)

    def service(self) -> None:
        """Describe the SPARQL endpoint that the configuration names."""
        project = self.project
        title = text(f"SPARQL endpoint: {project.title}", project.language)
        node = self.typed(
            iri(f"{project.base}service"),
            "dcat:DataService",
            rdfs_label=title,
            dcterms_title=title,
            dcterms_description=self.words(project.description),
            dcterms_publisher=self.publisher(),
            dcterms_license=iri(project.licence),
            dcterms_accessRights=self.value("access-right", "PUBLIC"),
            dcterms_conformsTo=self.typed(iri(_PROTOCOL), "dcterms:Standard"),
            dcat_endpointURL=iri(project.endpoint),
            dcat_endpointDescription=self.url(SERVICE),
            dcat_servesDataset=self.dataset,
            dcterms_format=[self.value("file-type", each) for each in _ANSWERED],
            dcat_contactPoint=self.contact(),
            **self.subjects(),
        )
        self.say(iri(f"{project.base}catalog"), dcat_service=node)
        self.say(self.dataset, void_sparqlEndpoint=iri(project.endpoint))

    def distribution(self, file: _File, written: Written) -> None:
        node = iri(f"{self.project.base}dataset/{slug(file.path)}")
        url = self.url(file.path)
        checksum = f"{node[:-1]}/checksum>"
        self.say(self.dataset, dcat_distribution=node, void_dataDump="" if file.media_type == "text/csv" else url)
        self.typed(
            node,
            "dcat:Distribution",
            rdfs_label=text(file.title, "en"),
            dcterms_title=text(file.title, "en"),
            dcterms_description=text(f"{file.title}: {file.path}", "en"),
            dcterms_license=iri(self.project.licence),
            dcterms_format=self.value("file-type", file.file_type),
            dcat_mediaType=self.value("media-types", file.media_type),
            dcat_compressFormat=self.value("media-types", "application/gzip") if file.compressed else "",
            dcat_accessURL=url,
            dcat_downloadURL=url,
            dcat_byteSize=typed(str(written.bytes), "nonNegativeInteger"),
            dcatap_availability=self.value("planned-availability", "STABLE"),
            spdx_checksum=checksum,
        )
        self.typed(
            checksum,
            "spdx:Checksum",
            rdfs_label=text(f"SHA-256 of {file.path}", "en"),
            spdx_algorithm=self.typed(name_of("spdx:checksumAlgorithm_sha256"), "spdx:ChecksumAlgorithm"),
            spdx_checksumValue=typed(written.sha256, "hexBinary"),
        )

    def counted(self, counts: Counts) -> None:
        self.say(
            self.dataset,
            void_triples=integer(counts.triples),
            void_properties=integer(len(counts.properties)),
            void_classes=integer(len(counts.classes)),
        )
        for kind, link, number, rows in (
            ("class", "class", "entities", counts.classes),
            ("property", "property", "triples", counts.properties),
        ):
            for term, count in sorted(rows.items()):
                node = iri(f"{self.project.base}dataset/{kind}/{part(term)}")
                self.say(self.dataset, **{f"void_{kind}Partition": node})
                self.say(
                    node,
                    rdfs_label=text(f"Use of {term[1:-1]}", "en"),
                    **{f"void_{link}": term, f"void_{number}": integer(count)},
                )
        first, last = counts.dates
        if first:
            days = {"dcat_startDate": date(first), "dcat_endDate": date(last)}
            node = iri(f"{self.project.base}dataset/period")
            self.typed(node, "dcterms:PeriodOfTime", rdfs_label=text(f"{first} to {last}"), **days)
            self.say(self.dataset, dcterms_temporal=node)

    def catalog(self) -> None:
        """Describe the catalogue, and what is beside it."""
        node, home = iri(f"{self.project.base}catalog"), self.project.homepage
        self.described(node, "dcat:Catalog")
        taxonomy = self.typed(controlled.TAXONOMY, "skos:ConceptScheme", dcterms_title=text("Data theme", "en"))
        self.say(
            node,
            dcat_dataset=self.dataset,
            dcat_themeTaxonomy=taxonomy,
            foaf_homepage=self.typed(iri(home), "foaf:Document") if home else "",
        )
        self.say(
            self.dataset,
            dcat_contactPoint=self.contact(),
            dcat_landingPage=self.typed(iri(home), "foaf:Document") if home else "",
            dcterms_relation=[self.url(each) for each in (VOID, EXAMPLES)],
        )


def metadata(project: Project, issued: str) -> list[Triple]:
    """Return what the dumps say of themselves: title, publisher, licence, and what made them."""
    catalog = _Catalog(project, issued)
    catalog.about()
    return sorted(set(catalog.triples))


def catalogue(project: Project, issued: str, counts: Counts, files: Mapping[str, Written]) -> list[Triple]:
    """Describe a publication, and return the triples sorted.

    Args:
        issued: ISO date; empty when it is not to be told.
        counts: of the union of its graphs.
        files: what was written, by path.
    """
    catalog = _Catalog(project, issued)
    catalog.catalog()
    catalog.about()
    if project.endpoint:
        catalog.service()
    for file in _files():
        if file.path in files:
            catalog.distribution(file, files[file.path])
    catalog.counted(counts)
    return sorted(set(catalog.triples))
