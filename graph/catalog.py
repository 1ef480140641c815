"""The catalogue of a publication: DCAT for portals (DCAT-AP 3.0.1), VoID for query editors, PROV for where it comes from.

It is written last, because its sizes, checksums and counts are those of the files that are there. Nothing has a date that the configuration or
`SOURCE_DATE_EPOCH` does not give.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from forumgraph import __version__
from forumgraph.graph.columns import TABLES
from forumgraph.graph.identifiers import named, slug
from forumgraph.graph.syntaxes import STEM, SYNTAXES, whole
from forumgraph.graph.terms import RDF_TYPE, Triple, date, integer, iri, text, typed
from forumgraph.ontology import ONTOLOGY, PREFIXES
from forumgraph.shapes import NAMESPACE as SHAPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from forumgraph.config import Project
    from forumgraph.graph.publication import Written

FILE = "catalog.ttl"
SOFTWARE = f"https://w3id.org/forumgraph/software/{__version__}"

_EU = "http://publications.europa.eu/resource/authority/"
_IANA = "https://www.iana.org/assignments/media-types/"
_VCARD = "http://www.w3.org/2006/vcard/ns#"
_DCATAP = "http://data.europa.eu/r5r/"
LANGUAGES: Mapping[str, str] = MappingProxyType(
    {
        "ar": "ARA",
        "de": "DEU",
        "en": "ENG",
        "es": "SPA",
        "fr": "FRA",
        "it": "ITA",
        "pt": "POR",
        "ru": "RUS",
        "zh": "ZHO",
    }
)
"""From language tags to the codes of the EU's language list."""


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
        yield _File(path, f"All graphs as {syntax.title}", syntax.media_type, syntax.file_type)
        yield _File(
            f"{path}.gz",
            f"All graphs as {syntax.title}, compressed",
            syntax.media_type,
            syntax.file_type,
            compressed=True,
        )
    for table in TABLES:
        yield _File(table.path, f"{table.title} as a table", "text/csv", "CSV")


class _Catalog:
    def __init__(self, project: Project, issued: str) -> None:
        self.project = project
        self.issued = issued
        self.triples: list[Triple] = []
        self.dataset = iri(f"{project.base}dataset")

    def say(self, subject: str, **values: str | Iterable[str]) -> None:
        """Add triples; `dcterms_title` is `dcterms:title`. Empty values are left out."""
        for name, value in values.items():
            predicate = _name(name.replace("_", ":", 1))
            for each in [value] if isinstance(value, str) else value:
                if each:
                    self.triples.append((subject, predicate, each))

    def words(self, value: str) -> str:
        return text(value, self.project.language)

    def described(self, subject: str, *kinds: str) -> None:
        """Say what the catalogue and the data set share."""
        project = self.project
        self.triples += [(subject, RDF_TYPE, _name(kind)) for kind in kinds]
        language = LANGUAGES.get(project.language.split("-")[0], "")
        self.say(
            subject,
            rdfs_label=self.words(project.title),
            dcterms_title=self.words(project.title),
            dcterms_description=self.words(project.description),
            dcterms_publisher=self.publisher(),
            dcterms_license=iri(project.licence),
            dcterms_language=f"<{_EU}language/{language}>" if language else "",
            dcterms_issued=date(self.issued) if self.issued else "",
            dcterms_modified=date(self.issued) if self.issued else "",
            foaf_homepage=iri(project.homepage) if project.homepage and kinds[0] == "dcat:Catalog" else "",
        )

    def publisher(self) -> str:
        return iri(self.project.publisher_url or f"{self.project.base}publisher")

    def agents(self) -> None:
        project, publisher, software = self.project, self.publisher(), iri(SOFTWARE)
        self.triples += [
            (publisher, RDF_TYPE, _name("foaf:Agent")),
            (iri(project.licence), RDF_TYPE, _name("dcterms:LicenseDocument")),
        ]
        self.say(publisher, foaf_name=text(project.publisher), rdfs_label=text(project.publisher))
        self.say(publisher, foaf_homepage=iri(project.publisher_url) if project.publisher_url else "")
        self.triples += [(software, RDF_TYPE, _name("prov:SoftwareAgent"))]
        self.say(software, rdfs_label=text(f"forumgraph {__version__}"), foaf_name=text("forumgraph"))
        run = iri(f"{project.base}activity/build")
        self.triples += [(run, RDF_TYPE, _name("prov:Activity"))]
        self.say(
            run,
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
            dcat_keyword=[self.words(each) for each in project.keywords],
            dcat_theme=[f"<{_EU}data-theme/{slug(each).upper()}>" for each in project.themes],
            dcterms_conformsTo=[iri(ONTOLOGY), iri(SHAPES.rstrip("#"))],
            void_vocabulary=[iri(ONTOLOGY)],
            void_uriSpace=text(project.base),
            prov_wasGeneratedBy=iri(f"{project.base}activity/build"),
            prov_wasAttributedTo=self.publisher(),
        )
        self.agents()

    def contact(self) -> None:
        if not self.project.contact:
            return
        node = iri(f"{self.project.base}contact")
        self.triples.append((node, RDF_TYPE, _name("vcard:Kind")))
        mail = self.project.contact.startswith("mailto:")
        self.say(
            node,
            vcard_fn=text(self.project.publisher),
            **{"vcard_hasEmail" if mail else "vcard_hasURL": iri(self.project.contact)},
        )
        self.say(self.dataset, dcat_contactPoint=node)

    def distribution(self, file: _File, written: Written) -> None:
        node = iri(f"{self.project.base}dataset/{slug(file.path)}")
        url = iri((self.project.homepage.rstrip("/") + "/" if self.project.homepage else self.project.base) + file.path)
        checksum = f"{node[:-1]}/checksum>"
        self.triples += [(node, RDF_TYPE, _name("dcat:Distribution")), (checksum, RDF_TYPE, _name("spdx:Checksum"))]
        self.say(self.dataset, dcat_distribution=node, void_dataDump="" if file.media_type == "text/csv" else url)
        self.say(
            node,
            rdfs_label=text(file.title, "en"),
            dcterms_title=text(file.title, "en"),
            dcterms_description=text(f"{file.title}: {file.path}", "en"),
            dcterms_license=iri(self.project.licence),
            dcterms_format=f"<{_EU}file-type/{file.file_type}>",
            dcat_mediaType=f"<{_IANA}{file.media_type}>",
            dcat_compressFormat=f"<{_IANA}application/gzip>" if file.compressed else "",
            dcat_accessURL=url,
            dcat_downloadURL=url,
            dcat_byteSize=typed(str(written.bytes), "nonNegativeInteger"),
            dcatap_availability=f"<{_EU}planned-availability/STABLE>",
            spdx_checksum=checksum,
        )
        self.say(
            checksum,
            rdfs_label=text(f"SHA-256 of {file.path}", "en"),
            spdx_algorithm=_name("spdx:checksumAlgorithm_sha256"),
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
                node = iri(f"{self.project.base}dataset/{kind}/{named(term[1:-1].rsplit('/', 1)[-1])}")
                self.say(self.dataset, **{f"void_{kind}Partition": node})
                self.say(
                    node,
                    rdfs_label=text(f"Use of {term[1:-1]}", "en"),
                    **{f"void_{link}": term, f"void_{number}": integer(count)},
                )
        if counts.dates[0]:
            self.period(*counts.dates)

    def period(self, first: str, last: str) -> None:
        node = iri(f"{self.project.base}dataset/period")
        self.triples.append((node, RDF_TYPE, _name("dcterms:PeriodOfTime")))
        self.say(node, rdfs_label=text(f"{first} to {last}"), dcat_startDate=date(first), dcat_endDate=date(last))
        self.say(self.dataset, dcterms_temporal=node)

    def catalog(self) -> None:
        node = iri(f"{self.project.base}catalog")
        self.described(node, "dcat:Catalog")
        self.say(node, dcat_dataset=self.dataset, dcat_themeTaxonomy=f"<{_EU}data-theme>")


def _name(name: str) -> str:
    """Return the token of a term that is given with its prefix."""
    prefix, _, local = name.partition(":")
    return iri(({"vcard": _VCARD, "dcatap": _DCATAP}.get(prefix) or PREFIXES[prefix]) + local)


def metadata(project: Project, issued: str) -> list[Triple]:
    """Return what the dumps say of themselves: title, publisher, licence, and what made them."""
    catalog = _Catalog(project, issued)
    catalog.about()
    return sorted(set(catalog.triples))


def catalogue(project: Project, issued: str, counts: Counts, files: Mapping[str, Written]) -> str:
    """Describe a publication in Turtle.

    Args:
        issued: ISO date; empty when it is not to be told.
        counts: of the union of its graphs.
        files: what was written, by path.
    """
    catalog = _Catalog(project, issued)
    catalog.catalog()
    catalog.about()
    catalog.contact()
    for file in _files():
        if file.path in files:
            catalog.distribution(file, files[file.path])
    catalog.counted(counts)
    return whole(SYNTAXES["turtle"], [("", sorted(set(catalog.triples)))], project.base)
