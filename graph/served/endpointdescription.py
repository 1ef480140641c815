"""What the server says of itself and of single resources: the SPARQL 1.1 Service Description, and triples of an IRI as RDF or as a plain page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, parse, serialize

from forumgraph.graph.rdf.addresses import Addresses, web
from forumgraph.graph.rdf.terms import LABEL, RDF_TYPE, iri, language_of, plain
from forumgraph.graph.served.endpoint import Question
from forumgraph.graph.served.negotiation import GRAPHS
from forumgraph.graph.shown.pages import environment
from forumgraph.ontology import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from forumgraph.graph.rdf.terms import Triple

_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_OFFERED = (
    "SPARQL_Results_JSON SPARQL_Results_XML SPARQL_Results_CSV SPARQL_Results_TSV Turtle N-Triples JSON-LD TriG RDF_XML"
)
_MOST_BACK = 1000


def service(endpoint: str, base: str, graphs: Iterable[str]) -> list[Triple]:
    """Return the description of the endpoint.

    Args:
        endpoint: its absolute address.
        base: of the data.
        graphs: IRIs of the named graphs.
    """
    node, dataset, default = (iri(f"{endpoint}{end}") for end in ("", "#dataset", "#default"))
    kinds = {node: "Service", dataset: "Dataset", default: "Graph"}
    triples = [(each, RDF_TYPE, iri(_SD + kind)) for each, kind in kinds.items()]
    triples += [
        (node, _sd("endpoint"), node),
        (node, _sd("supportedLanguage"), _sd("SPARQL11Query")),
        (node, _sd("feature"), _sd("UnionDefaultGraph")),
        (node, _sd("defaultDataset"), dataset),
        (dataset, _sd("defaultGraph"), default),
        (iri(f"{base}dataset"), iri(f"{PREFIXES['void']}sparqlEndpoint"), node),
        *((node, _sd("resultFormat"), iri(_FORMATS + each)) for each in _OFFERED.split()),
    ]
    for number, graph in enumerate(sorted(graphs), start=1):
        named = iri(f"{endpoint}#graph-{number}")
        triples += [
            (dataset, _sd("namedGraph"), named),
            (named, RDF_TYPE, _sd("NamedGraph")),
            (named, _sd("name"), iri(graph)),
        ]
    return triples


def announced(endpoint: str, base: str) -> list[Triple]:
    """Return what is known of an endpoint that somebody else runs on the data: where it is, and that it takes queries.

    Args:
        endpoint: its absolute address.
        base: of the data.
    """
    node = iri(endpoint)
    return [
        (iri(f"{base}dataset"), iri(f"{PREFIXES['void']}sparqlEndpoint"), node),
        (node, RDF_TYPE, _sd("Service")),
        (node, _sd("endpoint"), node),
        (node, _sd("supportedLanguage"), _sd("SPARQL11Query")),
    ]


def _sd(name: str) -> str:
    return iri(_SD + name)


def written(triples: Iterable[Triple], syntax: str) -> bytes:
    """Write triples in a syntax of `negotiation.GRAPHS`."""
    lines = "".join(f"{s} {p} {o} .\n" for s, p, o in triples)
    quads = (quad.triple for quad in parse(lines, format=RdfFormat.N_TRIPLES))
    return (
        serialize(quads, format=RdfFormat.from_media_type(GRAPHS[syntax].media_type), prefixes={**PREFIXES, "sd": _SD})
        or b""
    )


def known(node: str) -> Question:
    """Return the question whether the data say anything of an IRI, which must be checked: it becomes part of the query."""
    it = iri(node)
    return Question(f"ASK {{ {{ {it} ?p ?o }} UNION {{ ?s ?p {it} }} UNION {{ GRAPH {it} {{ ?s ?p ?o }} }} }}", "ASK")


def about(node: str) -> Question:
    """Return the question for the triples of an IRI: those it begins, those that lead to it, and those of its fragments; of a graph, all it holds."""
    it = iri(node)
    text = f"""CONSTRUCT {{ ?s ?p ?o }} WHERE {{
  {{ BIND({it} AS ?s) ?s ?p ?o }}
  UNION {{ SELECT ?s ?p ?o {{ BIND({it} AS ?o) ?s ?p ?o }} LIMIT {_MOST_BACK} }}
  UNION {{ ?s ?back {it} . FILTER(STRSTARTS(STR(?s), "{node}#")) ?s ?p ?o }}
  UNION {{ GRAPH {it} {{ ?s ?p ?o }} }}
}}"""
    return Question(text, "CONSTRUCT")


def page(node: str, ntriples: bytes, base: str, up: str) -> str:
    """Write a plain page with the triples of an IRI that has no page of its own in the site.

    Args:
        base: of the data.
        up: the way from the page to the folder of the site.
    """
    lines = [
        (str(each.subject), str(each.predicate), str(each.object))
        for each in parse(ntriples, format=RdfFormat.N_TRIPLES)
    ]
    label = next((plain(o) for s, p, o in lines if s == iri(node) and p == LABEL and o[0] == '"'), node)
    rows = [[_cell(each, node, base, up) for each in line] for line in lines]
    return environment().get_template("node.html").render(label=label, iri=node, rows=rows)


def _cell(token: str, node: str, base: str, up: str) -> tuple[str, str, str]:
    """Return what to show of a term, where that leads, and its language."""
    if token[0] == '"':
        return plain(token), "", language_of(token)
    value = token.strip("<>")
    if value == node:
        return "this", "", ""
    within = Addresses(base).page(value)
    target = up + within if within else up + value.removeprefix(base) if value.startswith(base) else web(value)
    return _short(value), target, ""


def _short(value: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if value.startswith(namespace) and len(value) > len(namespace):
            return f"{prefix}:{value.removeprefix(namespace)}"
    return value
