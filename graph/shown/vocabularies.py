"""Pages about the words of the data: the ontology, the shapes, the schemes and the authority file, made from their Turtle."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import BlankNode, NamedNode, RdfFormat, parse

from forumgraph.graph.described.common import triples
from forumgraph.graph.rdf.identifiers import AUTHORITY, SCHEME, Namespace
from forumgraph.graph.rdf.nodes import Nodes
from forumgraph.graph.rdf.siblings import siblings
from forumgraph.graph.rdf.terms import LABEL, language_of, plain, text
from forumgraph.graph.shown.exhibits import Link
from forumgraph.graph.shown.searching import fold
from forumgraph.ontology import FORUM, ONTOLOGY, PREFIXES, forum
from forumgraph.ontology import text as ontology_text
from forumgraph.shapes import NAMESPACE as SHAPES
from forumgraph.shapes import text as shape_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from forumgraph.graph.rdf.addresses import Addresses
    from forumgraph.graph.shown.pages import Frame

_OWL, _RDFS, _SKOS, _SH = (PREFIXES[name] for name in ("owl", "rdfs", "skos", "sh"))
_GROUPS = (
    ("Classes", "Class"),
    ("Properties that lead to things", "ObjectProperty"),
    ("Properties that lead to words, numbers and times", "DatatypeProperty"),
)
_ROWS = (
    ("Is a kind of", f"{_RDFS}subClassOf"),
    ("Implies", f"{_RDFS}subPropertyOf"),
    ("Of", f"{_RDFS}domain"),
    ("Leads to", f"{_RDFS}range"),
    ("Inverse of", f"{_OWL}inverseOf"),
    ("Shares no member with", f"{_OWL}disjointWith"),
    ("Example", f"{_SKOS}example"),
    ("Matches", f"{_SKOS}exactMatch"),
    ("Close to", f"{_SKOS}closeMatch"),
)
_CONCEPT = (
    ("Notation", f"{_SKOS}notation"),
    ("Names", f"{_SKOS}prefLabel"),
    ("Other names", f"{_SKOS}altLabel"),
    ("Use", f"{_SKOS}scopeNote"),
    ("Broader", f"{_SKOS}broader"),
    ("Said in one step by", forum.directProperty),
    ("Acronyms", forum.acronym),
    ("Matches", f"{_SKOS}exactMatch"),
    ("Close to", f"{_SKOS}closeMatch"),
)
_SHAPE = (
    ("Class", f"{_SH}targetClass"),
    ("Path", f"{_SH}path"),
    ("Properties", f"{_SH}property"),
    ("At least", f"{_SH}minCount"),
    ("At most", f"{_SH}maxCount"),
    ("Value is a", f"{_SH}class"),
    ("Datatype", f"{_SH}datatype"),
    ("Severity", f"{_SH}severity"),
    ("Message", f"{_SH}message"),
)


class Term(NamedTuple):
    """One term on a page."""

    id: str
    iri: str
    label: str
    definition: str
    rows: list[tuple[str, list[Link]]]


@lru_cache(maxsize=1)
def known() -> Nodes:
    """Return the ontology with its alignments, the schemes and the authority file."""
    files = ("forum", "alignments", "schemes", "followup", "themes", "authority", "countries")
    return Nodes(triple for name in files for triple in triples(name, Namespace()))


@lru_cache(maxsize=1)
def shapes() -> Nodes:
    """Return the shapes, without what lies in blank nodes."""
    quads = parse(shape_text(), format=RdfFormat.TURTLE)
    named = (quad for quad in quads if isinstance(quad.subject, NamedNode) and not isinstance(quad.object, BlankNode))
    return Nodes(sorted({(str(quad.subject), str(quad.predicate), str(quad.object)) for quad in named}))


@lru_cache(maxsize=1)
def labels() -> Mapping[str, str]:
    """Return the English label of every term, concept and entry, by token."""
    nodes = known()
    return {node: text(nodes.label(node)) for node in nodes.about if nodes.all(node, plain(LABEL))}


def vocabulary_pages(frame: Frame, addresses: Addresses, uses: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Yield the pages of the ontology, the shapes, the schemes and the authority file, and their Turtle.

    Args:
        uses: how often each class and property is used in this publication, by token.
    """
    return _Vocabularies(frame, addresses).pages(uses)


@dataclass(frozen=True, slots=True)
class _Vocabularies:
    frame: Frame
    addresses: Addresses

    def pages(self, uses: Mapping[str, int]) -> Iterator[tuple[str, str]]:
        yield self.ontology(uses)
        yield self.shapes()
        yield from self.schemes()
        files = (("authority.ttl", "Turtle"), ("countries.ttl", "countries in Turtle"))
        yield self.scheme(f"<{AUTHORITY}>", "authority file", "Entries", files)
        for name, file in (
            ("ontology", "forum"),
            ("alignments", "alignments"),
            ("schemes", "schemes"),
            ("follow-ups-scheme", "followup"),
            ("sdg-mapping", "sdglinks"),
            ("themes-scheme", "themes"),
            ("authority", "authority"),
            ("countries", "countries"),
        ):
            yield f"{name}.ttl", ontology_text(file)
        beside = dict(siblings("ontology", triples("forum", Namespace()), self.addresses.base))
        yield from ((name, written) for name, written in beside.items() if name != "ontology.ttl")
        yield "shapes.ttl", shape_text()

    def ontology(self, uses: Mapping[str, int]) -> tuple[str, str]:
        nodes = known()
        groups = []
        for heading, kind in _GROUPS:
            found = [node for node in nodes.of_class(_OWL + kind) if node.startswith(f"<{FORUM}")]
            groups.append(
                (heading, [self.term(nodes, node, _ROWS, uses.get(node)) for node in sorted(found, key=str.casefold)])
            )
        title = nodes.words(f"<{ONTOLOGY}>", f"{PREFIXES['dcterms']}title")
        about = nodes.words(f"<{ONTOLOGY}>", f"{PREFIXES['dcterms']}description")
        return self.page(
            "ontology.html",
            "ontology",
            (title, about, ONTOLOGY),
            groups,
            (
                ("ontology.ttl", "Turtle"),
                ("ontology.jsonld", "JSON-LD"),
                ("ontology.nt", "N-Triples"),
                ("alignments.ttl", "alignments in Turtle"),
            ),
        )

    def shapes(self) -> tuple[str, str]:
        nodes = shapes()
        groups = []
        for heading, kind in (("Shapes of nodes", "NodeShape"), ("Shapes of properties", "PropertyShape")):
            found = [node for node in nodes.of_class(_SH + kind) if node.startswith(f"<{SHAPES}")]
            groups.append((heading, [self.term(nodes, node, _SHAPE) for node in sorted(found, key=str.casefold)]))
        about = "What a document's graph must hold to before it is published, in SHACL."
        return self.page("shapes.html", "shapes", ("The shapes", about, SHAPES), groups, (("shapes.ttl", "Turtle"),))

    def schemes(self) -> Iterator[tuple[str, str]]:
        nodes = known()
        found = sorted(node for node in nodes.of_class(f"{_SKOS}ConceptScheme"))
        terms = []
        for scheme in found:
            iri = scheme[1:-1]
            if iri.startswith(SCHEME):
                yield self.scheme(scheme, "scheme", "Concepts", (("schemes.ttl", "Turtle"),))
            page = self.addresses.page(iri) or ("themes.html" if "/theme/" in iri else "authority.html")
            about = nodes.words(scheme, f"{PREFIXES['dcterms']}description")
            terms.append(
                Term(
                    iri.rstrip("/").rpartition("/")[2],
                    iri,
                    nodes.label(scheme),
                    about,
                    [("Concepts", [Link("all of them", page)])],
                )
            )
        yield self.page(
            "schemes.html",
            "schemes",
            ("The schemes", "Controlled lists of the data.", SCHEME),
            [("Schemes", terms)],
            (
                ("schemes.ttl", "Turtle"),
                ("follow-ups-scheme.ttl", "states of follow-ups in Turtle"),
                ("themes-scheme.ttl", "themes in Turtle"),
                ("sdg-mapping.ttl", "from themes to goals in Turtle"),
            ),
        )

    def scheme(self, scheme: str, kicker: str, heading: str, files: object) -> tuple[str, str]:
        """Return the page of a scheme with all that is in it."""
        nodes = known()
        found = sorted(nodes.back(scheme, f"{_SKOS}inScheme"), key=lambda node: (fold(nodes.label(node)), node))
        terms = [self.term(nodes, node, _CONCEPT) for node in found]
        about = nodes.words(scheme, f"{PREFIXES['dcterms']}description")
        page = self.addresses.page(scheme[1:-1]) or "authority.html"
        return self.page(page, kicker, (nodes.label(scheme), about, scheme[1:-1]), [(heading, terms)], files)

    def page(self, path: str, kicker: str, of: tuple[str, str, str], groups: object, files: object) -> tuple[str, str]:
        """Return a page; `of` is its title, what it says of itself, and the IRI it tells of."""
        title, about, iri = of
        return path, self.frame.render(
            "terms.html", path, title, kicker=kicker, about=about, iri=iri, groups=groups, files=files
        )

    def term(self, nodes: Nodes, node: str, rows: tuple[tuple[str, str], ...], uses: int | None = None) -> Term:
        iri = node[1:-1]
        definition = nodes.words(node, f"{_SKOS}definition") or nodes.words(node, f"{_SH}description")
        told = [(label, [self.value(nodes, each) for each in nodes.all(node, predicate)]) for label, predicate in rows]
        if uses:
            told.append(("Used here", [Link(f"{uses:,} times")]))
        label = nodes.words(node, f"{_SH}name") or nodes.label(node)
        return Term(
            iri.replace("#", "/").rpartition("/")[2],
            iri,
            label,
            definition,
            [(name, links) for name, links in told if links],
        )

    def value(self, nodes: Nodes, token: str) -> Link:
        """Return a value: a link where it is a term that is told here, a short name where it is one of others."""
        if token[0] != "<":
            return Link(plain(token), language=language_of(token))
        iri = token[1:-1]
        page = self.addresses.page(iri)
        if page.startswith("authority/"):
            page = f"authority.html#{iri.rpartition('/')[2]}"
        if page:
            known_label = nodes.all(token, plain(LABEL)) or nodes.all(token, f"{_SH}name")
            return Link(plain(known_label[0]) if known_label else iri.replace("#", "/").rpartition("/")[2], page)
        return Link(iri)
