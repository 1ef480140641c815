"""What was written is read back before it is published: every quad must be there in every syntax, and every quotation must be in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, Quad, RdfFormat, parse

from forumgraph.graph.syntaxes import SYNTAXES, union
from forumgraph.graph.terms import line
from forumgraph.ontology import forum

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from forumgraph.graph.syntaxes import Graphs
    from forumgraph.graph.terms import Triple

_FORMATS = {
    "nquads": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
    "turtle": RdfFormat.TURTLE,
    "jsonld": RdfFormat.JSON_LD,
}


def differences(
    chunks: Mapping[str, str], graphs: Graphs, text: str, base: str, shared: frozenset[Triple] = frozenset()
) -> Iterator[str]:
    """Tell in what the written chunks of one document differ from what was to be published.

    Args:
        chunks: as `dumps.chunks` gives them.
        graphs: what was to be written.
        text: the document's text.
        shared: triples that the union was to leave out.

    Yields:
        One sentence a difference, without a full stop; nothing where all is well.
    """
    try:
        quads = {name: set(_read(name, chunk, base)) for name, chunk in chunks.items()}
    except SyntaxError as error:
        yield f"a dump cannot be read back: {error}"
        return
    meant = {line(triple, graph) for graph, triples in graphs for triple in triples}
    if {f"{quad} ." for quad in quads["nquads"]} != meant:
        yield "the N-Quads do not hold what was to be written"
    for name, syntax in SYNTAXES.items():
        if syntax.graphs and quads[name] != quads["nquads"]:
            yield f"{syntax.title} does not hold what N-Quads hold"
    if {tuple(str(quad).split(" ", 2)) for quad in quads["turtle"]} != set(union(graphs)) - shared:
        yield "Turtle does not hold the union of the graphs"
    yield from _misquoted(quads["nquads"], text)


def _read(name: str, chunk: str, base: str) -> Iterator[Quad]:
    syntax = SYNTAXES[name]
    return parse(f"{syntax.head(base)}{chunk}{syntax.foot}", format=_FORMATS[name])


def _misquoted(quads: Iterable[Quad], text: str) -> Iterator[str]:
    """Compare every passage with the text between its offsets."""
    wanted = {forum.exact, forum.start, forum.end}
    passages: dict[str, dict[str, str]] = {}
    for quad in quads:
        if quad.predicate.value in wanted and isinstance(quad.object, Literal):
            passages.setdefault(str(quad.subject), {})[quad.predicate.value] = quad.object.value
    for name, row in sorted(passages.items()):
        if len(row) != len(wanted) or text[int(row[forum.start]) : int(row[forum.end])] != row[forum.exact]:
            yield f"the words of {name} do not stand in the text at its offsets"
