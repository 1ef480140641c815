"""pySHACL, the reference that the fast engine is compared with, and the way between its graphs and N-Triples."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
import pyshacl
from rdflib import SH, BNode, Graph, Literal, URIRef

from forumgraph.errors import InvalidUsage
from forumgraph.graph.checked.engines import Result, severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib.term import Node

    from forumgraph.graph.checked.engines import Check

XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
PATH_FORMS = {SH.zeroOrMorePath: "({})*", SH.oneOrMorePath: "({})+", SH.zeroOrOnePath: "({})?", SH.inversePath: "^{}"}


def compile_shapes(shapes: str) -> Check:
    """Compile shapes for pySHACL, which keeps them as an rdflib graph.

    Raises:
        InvalidUsage: if they cannot be compiled.
    """
    logging.getLogger("rdflib.term").setLevel(logging.ERROR)  # ill-formed literals are for the shapes to report
    try:
        shapes_graph = Graph().parse(data=shapes, format="turtle")
    except Exception as error:  # rdflib's parsers raise what they please
        raise InvalidUsage(f"the shapes cannot be compiled: {error}") from error

    def run(data: str) -> list[Result]:
        try:
            graph = as_rdflib(data)
        except SyntaxError as error:
            raise InvalidUsage(f"the graph cannot be checked: {error}") from error
        _, report, problem = pyshacl.validate(
            graph, shacl_graph=shapes_graph, inference="none", advanced=False, inplace=True, js=False
        )
        if not isinstance(report, Graph):
            raise InvalidUsage(f"the graph cannot be checked: {problem}")
        return sorted(_reference_result(report, node) for node in report.objects(None, SH.result))

    return run


def _reference_result(report: Graph, node: Node) -> Result:
    def one(predicate: URIRef) -> str:
        value = report.value(node, predicate)
        return "" if value is None else token(value)

    path = report.value(node, SH.resultPath)
    return Result(
        focus=one(SH.focusNode),
        path="" if path is None else path_of(report, path),
        component=str(report.value(node, SH.sourceConstraintComponent)).rpartition("#")[2],
        shape=one(SH.sourceShape),
        value=one(SH.value),
        severity=severity(str(report.value(node, SH.resultSeverity))),
        message=min(map(str, report.objects(node, SH.resultMessage)), default=""),
    )


def as_rdflib(ntriples: str) -> Graph:
    """Read N-Triples into an rdflib graph, keeping every literal as it is written.

    rdflib's own reader would rewrite `"007"^^xsd:integer` to `"7"` unless a switch for the whole process is off.
    """
    graph = Graph()
    graph.addN((_node(s), _node(p), _node(o), graph) for s, p, o in _statements(ntriples))
    return graph


def _statements(ntriples: str) -> Iterator[tuple[Any, Any, Any]]:
    for quad in ox.parse(ntriples, format=ox.RdfFormat.N_TRIPLES):
        yield quad.subject, quad.predicate, quad.object


def _node(term: Any) -> URIRef | BNode | Literal:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    datatype = None if term.language or term.datatype.value == XSD_STRING else URIRef(term.datatype.value)
    return Literal(term.value, lang=term.language, datatype=datatype, normalize=False)


def token(term: Node) -> str:
    """Write an rdflib term as in N-Triples.

    >>> token(Literal("réseau", lang="fr"))
    '"réseau"@fr'
    """
    if isinstance(term, URIRef):
        return f"<{term}>"
    if isinstance(term, BNode):
        return f"_:{term}"
    assert isinstance(term, Literal)
    if term.language:
        return str(ox.Literal(str(term), language=term.language))
    return str(ox.Literal(str(term), datatype=ox.NamedNode(str(term.datatype)) if term.datatype else None))


def path_of(report: Graph, path: Node) -> str:
    """Write a SHACL property path in SPARQL's notation (SHACL, section 2.3.1), with the brackets the fast engine writes."""
    if isinstance(path, URIRef):
        return token(path)
    for predicate, form in PATH_FORMS.items():
        inner = report.value(path, predicate)
        if inner is not None:
            return form.format(path_of(report, inner))
    alternatives = report.value(path, SH.alternativePath)
    separator, members = ("/", path) if alternatives is None else ("|", alternatives)
    return f"({separator.join(path_of(report, each) for each in report.items(members))})"
