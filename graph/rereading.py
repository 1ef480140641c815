"""What was written is read back before it is published: every quad must be there in every syntax, and every quotation must be in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, parse, serialize

from forumgraph.graph.syntaxes import SYNTAXES
from forumgraph.graph.terms import line, plain
from forumgraph.ontology import forum

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from forumgraph.graph.syntaxes import Graphs
    from forumgraph.graph.terms import Triple

_FORMATS = {
    "nquads": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
    "turtle": RdfFormat.TURTLE,
    "jsonld": RdfFormat.JSON_LD,
}
_QUOTED = {f"<{predicate}>": predicate for predicate in (forum.exact, forum.start, forum.end)}


def differences(
    chunks: Mapping[str, str],
    graphs: Graphs,
    text: str,
    base: str,
    shared: frozenset[Triple] = frozenset(),
) -> Iterator[str]:
    """Tell in what the written chunks of one document differ from what was to be published.

    Every chunk is parsed and written as N-Quads again by another library, which must give the lines that were meant, literal by literal.

    Args:
        chunks: as `dumps.chunks` gives them.
        graphs: what was to be written.
        text: the document's text.
        shared: triples that the union was to leave out.

    Yields:
        One sentence a difference, without a full stop; nothing where all is well.
    """
    quads = sorted(line(triple, graph) for graph, triples in graphs for triple in triples)
    union = sorted({f"{s} {p} {o} ." for _, triples in graphs for s, p, o in triples if (s, p, o) not in shared})
    for name, syntax in SYNTAXES.items():
        try:
            found = _lines(name, chunks[name], base)
        except SyntaxError as error:
            yield f"{syntax.title} cannot be read back: {error}"
            continue
        if found != (quads if syntax.graphs else union):
            yield f"{syntax.title}: the file does not hold what was to be written"
    yield from _misquoted(graphs, text)


def _lines(name: str, chunk: str, base: str) -> list[str]:
    """Read a chunk, and return its quads as sorted lines of N-Quads."""
    syntax = SYNTAXES[name]
    quads = parse(f"{syntax.head(base)}{chunk}{syntax.foot}", format=_FORMATS[name])
    written = serialize(quads, format=RdfFormat.N_QUADS)
    assert written is not None
    return sorted(written.decode().split("\n")[:-1])


def _misquoted(graphs: Graphs, text: str) -> Iterator[str]:
    """Compare every passage with the text between its offsets."""
    passages: dict[str, dict[str, str]] = {}
    for _, triples in graphs:
        for subject, predicate, value in triples:
            if predicate in _QUOTED:
                passages.setdefault(subject, {})[_QUOTED[predicate]] = plain(value)
    for name, row in sorted(passages.items()):
        if len(row) != len(_QUOTED) or text[int(row[forum.start]) : int(row[forum.end])] != row[forum.exact]:
            yield f"the words of {name} do not stand in the text at its offsets"
