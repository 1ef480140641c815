"""SHACL engines: each is one value in `ENGINES`, and all of them tell the same `Result`s.

The fast engine (`shacl`, in Rust) checks a batch of documents while pySHACL reads one; pySHACL is the reference and the way out. Neither is given
anything it could fetch: they receive text and graphs, never names of files, and neither imports, rules nor scripts are run.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
from rdflib import SH, BNode, Graph, Literal, URIRef

from forumgraph.errors import InvalidUsage
from forumgraph.model import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from rdflib.term import Node

    Check = Callable[[str], list["Result"]]
    """N-Triples in, sorted results out."""

XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
PATH_FORMS = {SH.zeroOrMorePath: "({})*", SH.oneOrMorePath: "({})+", SH.zeroOrOnePath: "({})?", SH.inversePath: "^{}"}


@dataclass(frozen=True, slots=True, order=True)
class Result:
    """One broken constraint (SHACL, section 3.6.2). Terms are written as in N-Triples.

    Attributes:
        focus: the node that breaks it.
        path: in SPARQL's notation for property paths; empty where the constraint is on the node itself.
        component: local name of the constraint component, for example `MinCountConstraintComponent`.
        shape: the shape the constraint belongs to.
        value: the value that breaks it; empty where there is none.
        message: in the words of the shape; the engine's own where the shape has none.
    """

    focus: str
    path: str
    component: str
    shape: str
    value: str
    severity: Severity
    message: str


@dataclass(frozen=True, slots=True)
class Engine:
    """A way to check graphs.

    Attributes:
        name: what `--engine` calls it.
        summary: for the help text.
        compile: shapes in Turtle to a check that can be used again and again; raises `InvalidUsage` on shapes it cannot compile.
    """

    name: str
    summary: str
    compile: Callable[[str], Check]


@lru_cache(maxsize=8)
def check(engine: str, shapes: str) -> Check:
    """Compile shapes once per process.

    Args:
        engine: a key of `ENGINES`.
        shapes: a shapes graph in Turtle.

    Raises:
        InvalidUsage: if there is no such engine, or if it cannot compile the shapes.

    >>> shapes = '''@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <urn:> .
    ... :Named a sh:NodeShape ; sh:targetClass :Cat ; sh:property :Named-name .
    ... :Named-name sh:path :name ; sh:minCount 1 ; sh:message "A cat has a name" .'''
    >>> check("shacl", shapes)("<urn:tom> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:Cat> .")[0].message
    'A cat has a name'
    """
    if engine not in ENGINES:
        raise InvalidUsage(f"unknown SHACL engine {engine!r}", remedy=f"Choose one of {', '.join(ENGINES)}")
    return ENGINES[engine].compile(shapes)


def compile_fast(shapes: str) -> Check:
    """Compile shapes for the engine in Rust."""
    import shacl  # noqa: PLC0415 - a process that uses one engine does not load the other

    try:
        compiled = shacl.Shapes.from_turtle(shapes)
    except ValueError as error:
        raise InvalidUsage(f"the shapes cannot be compiled: {error}") from error

    def run(data: str) -> list[Result]:
        try:
            report = compiled.validate_text(data, "ntriples")
        except ValueError as error:
            raise InvalidUsage(f"the graph cannot be checked: {error}") from error
        return sorted(_fast_result(each) for each in report.results)

    return run


def _fast_result(found: Any) -> Result:
    return Result(
        focus=found.focus_node,
        path=found.path or "",
        component=found.component,
        shape=found.source_shape or found.root_shape or "",
        value=found.value or "",
        severity=_severity(found.severity),
        message=min(found.messages, default=found.message or ""),
    )


def compile_reference(shapes: str) -> Check:
    """Compile shapes for pySHACL, which keeps them as an rdflib graph."""
    import pyshacl  # noqa: PLC0415 - it takes longer to load than most documents take to build

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
        severity=_severity(str(report.value(node, SH.resultSeverity))),
        message=min(map(str, report.objects(node, SH.resultMessage)), default=""),
    )


def _severity(name: str) -> Severity:
    """Read the local name or the IRI of a severity; one that SHACL does not define blocks, to be on the safe side."""
    local = name.rpartition("#")[2].lower()
    return Severity(local) if local in set(Severity) else Severity.VIOLATION


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


ENGINES: Mapping[str, Engine] = MappingProxyType(
    {
        engine.name: engine
        for engine in (
            Engine("shacl", "fast, in Rust; the one to use", compile_fast),
            Engine("pyshacl", "the reference, about a hundred times slower", compile_reference),
        )
    }
)
