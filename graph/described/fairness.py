"""How findable, accessible, interoperable and reusable a publication is: checks that are made while it is built, and those that cannot be made then.

What is asked of the ontology is what the offline checks of FOOPS!, LOV and WIDOCO ask. What is asked of the data follows the FAIR principles
(Wilkinson et al., 2016) and the five stars of open data. Nothing here asks the network: what only a web server can show is told as not measured.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from forumgraph.graph.rdf.identifiers import BASE
from forumgraph.graph.rdf.syntaxes import STEM, SYNTAXES
from forumgraph.graph.rdf.terms import LABEL, plain
from forumgraph.ontology import FORUM, ONTOLOGY, PREFIXES, forum

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from forumgraph.config import Project
    from forumgraph.graph.described.counts import Counts
    from forumgraph.graph.rdf.nodes import Nodes

HOLDS, BROKEN, OPEN, COUNTED = "held", "broken", "open", "count"

_DCTERMS, _OWL, _SKOS, _RDFS = (PREFIXES[name] for name in ("dcterms", "owl", "skos", "rdfs"))
_HEADER = (
    *(f"{_DCTERMS}{name}" for name in ("title", "description", "abstract", "license", "creator", "contributor")),
    *(
        f"{_DCTERMS}{name}"
        for name in ("publisher", "created", "issued", "modified", "source", "bibliographicCitation")
    ),
    *(f"{_OWL}{name}" for name in ("versionIRI", "versionInfo")),
    f"{PREFIXES['bibo']}status",
    *(f"{PREFIXES['vann']}{name}" for name in ("preferredNamespacePrefix", "preferredNamespaceUri")),
)
_TERMS = ("Class", "ObjectProperty", "DatatypeProperty")
_PERSISTENT = ("w3id.org", "purl.org", "doi.org", "data.europa.eu", "perma.cc", "linked.data.gov.au")
_OPEN = ("creativecommons.org/licenses/by/", "creativecommons.org/licenses/by-sa/", "creativecommons.org/publicdomain/")
_OUTWARD = (f"{_SKOS}exactMatch", f"{_SKOS}closeMatch", f"{_OWL}sameAs", f"{forum.hasSdg}")
_ASKED = ("contact", "publisher_url", "publisher_type", "homepage", "issued", "place", "box", "endpoint")
_SHORTEST, _LONGEST = 50, 5000


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was checked, or was not.

    Attributes:
        words: what should hold.
        state: `HOLDS`, `BROKEN`, `OPEN` for not measured, or `COUNTED`.
        figure: what was found.
        remedy: what to do about it; empty where nothing is to be done.
    """

    words: str
    state: str
    figure: str = ""
    remedy: str = ""


def _check(words: str, *, holds: bool, figure: str = "", remedy: str = "") -> Check:
    return Check(words, HOLDS if holds else BROKEN, figure, "" if holds else remedy)


def persistent(iri: str) -> bool:
    """Tell whether an IRI is below a host that promises to keep identifiers.

    >>> persistent("https://w3id.org/forumgraph/data/"), persistent("https://example.org/")
    (True, False)
    """
    host = urlsplit(iri).hostname or ""
    return any(host == each or host.endswith(f".{each}") for each in _PERSISTENT)


def ontology_checks(nodes: Nodes) -> Iterator[Check]:
    """Check the ontology that comes with the publication.

    Args:
        nodes: the ontology with its alignments.
    """
    header = f"<{ONTOLOGY}>"
    missing = [each for each in _HEADER if not nodes.all(header, each)]
    yield _check(
        "The header of the ontology tells what FOOPS!, LOV and WIDOCO look for",
        holds=not missing,
        figure=_of(len(_HEADER) - len(missing), len(_HEADER)),
        remedy=f"Missing: {', '.join(missing)}",
    )
    terms = [term for kind in _TERMS for term in nodes.of_class(_OWL + kind) if term.startswith(f"<{FORUM}")]
    for words, predicate in (
        ("Every term has a label", plain(LABEL)),
        ("Every term has a definition", f"{_SKOS}definition"),
        ("Every term has an example", f"{_SKOS}example"),
        ("Every term says which ontology defines it", f"{_RDFS}isDefinedBy"),
    ):
        told = sum(bool(nodes.all(term, predicate)) for term in terms)
        yield _check(words, holds=told == len(terms), figure=_of(told, len(terms)))
    version = plain(nodes.one(header, f"{_OWL}versionIRI") or "<>")
    yield _check("The version has an IRI of its own", holds=version not in {"", ONTOLOGY}, figure=version)
    yield _check("The IRIs of terms are below a host that keeps them", holds=persistent(ONTOLOGY), figure=ONTOLOGY)
    wider = (f"{_RDFS}subClassOf", f"{_RDFS}subPropertyOf")
    beyond = {value for term in terms for link in wider for value in nodes.all(term, link)}
    foreign = {value for value in beyond if not value.startswith(f"<{FORUM}")}
    yield _check(
        "Terms extend those of other vocabularies", holds=bool(foreign), figure=f"{len(foreign)} terms of others"
    )


def _of(part: int, whole: int) -> str:
    return f"{part} of {whole}"


def _findable(project: Project) -> Iterator[Check]:
    yield _check(
        "Findable: no other publication gives the same identifiers",
        holds=project.base != BASE,
        figure=project.base,
        remedy="Set `base` to an address of your own: this is the one that everybody has who sets none",
    )
    yield _check(
        "Findable: what is described has identifiers below a host that keeps them",
        holds=persistent(project.base),
        figure=project.base,
        remedy="Choose a base that you can keep, for example at w3id.org: the data page has the rules for it",
    )
    length = len(project.description)
    yield _check(
        f"Findable: the description has {_SHORTEST} to {_LONGEST} characters",
        holds=_SHORTEST <= length <= _LONGEST,
        figure=str(length),
        remedy="Say in `description` what the meetings are and whose they are",
    )
    absent = [key for key in _ASKED if not getattr(project, key)]
    yield _check(
        "Findable: the configuration tells all that DCAT-AP recommends",
        holds=not absent,
        figure=_of(len(_ASKED) - len(absent), len(_ASKED)),
        remedy=f"Not told: {', '.join(absent)}",
    )


def data_checks(project: Project, counts: Counts, files: Mapping[str, object]) -> Iterator[Check]:
    """Check the data and what is said of them.

    Args:
        counts: of the union of the graphs.
        files: what was written, by path.
    """
    yield from _findable(project)
    offered = [syntax.title for syntax in SYNTAXES.values() if f"{STEM}.{syntax.ending}" in files]
    yield _check(
        "Interoperable: all graphs are there in every syntax",
        holds=len(offered) == len(SYNTAXES),
        figure=_of(len(offered), len(SYNTAXES)),
    )
    outward = sum(counts.properties[f"<{each}>"] for each in _OUTWARD)
    yield Check("Interoperable: triples that lead to data of others", COUNTED, f"{outward:,}")
    yield _check(
        "Reusable: the licence is an open one",
        holds=any(each in project.licence for each in _OPEN),
        figure=project.licence,
        remedy="Only licences of Creative Commons are known to this check; CC BY is the usual choice",
    )
    quoted = counts.properties[f"<{forum.passage}>"]
    yield _check("Reusable: statements lead to the words they were read from", holds=quoted > 0, figure=f"{quoted:,}")
    stars = _stars(project, files, outward)
    yield _check("Stars of open data", holds=stars == len(_STARS), figure=_of(stars, len(_STARS)))


_STARS = ("licence", "structure", "open formats", "IRIs", "links")


def _stars(project: Project, files: Mapping[str, object], outward: int) -> int:
    """Count stars up to the first that is missing (Berners-Lee, 2010)."""
    won = (
        any(each in project.licence for each in _OPEN),
        any(name.startswith("csv/") for name in files),
        any(name.endswith(".csv") for name in files),
        f"{STEM}.nq" in files,
        outward > 0,
    )
    return next((number for number, star in enumerate(won) if not star), len(won))


UNMEASURED = (
    Check("Identifiers lead to pages and to data, as each client asks", OPEN, "needs the web server"),
    Check("Pages of other sites may read the data (CORS), and files have their types", OPEN, "needs the web server"),
    Check("Portals and search engines have found the publication", OPEN, "needs them"),
    Check("Descriptions stay when the data are gone", OPEN, "needs a promise of the publisher"),
)
"""What nothing that is done while a publication is built can show."""
