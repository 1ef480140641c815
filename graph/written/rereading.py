"""What was written is read back before it is published: every quad must be there in every syntax, and every quotation must be in the text."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, parse, serialize

from forumgraph.graph.rdf.expansion import expanded
from forumgraph.graph.rdf.syntaxes import SYNTAXES, union
from forumgraph.graph.rdf.terms import plain
from forumgraph.ontology import forum

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from forumgraph.graph.rdf.syntaxes import Graphs
    from forumgraph.graph.rdf.terms import Triple

_BLOCK, _GRAPH = "\n\n", "}\n\n"
"""What ends the statements about one subject, and a graph; no literal has a line feed in it."""

_UNION = "<urn:union>"
_QUOTED = {f"<{predicate}>": predicate for predicate in (forum.exact, forum.start, forum.end)}


def differences(
    chunks: Mapping[str, str],
    graphs: Graphs,
    text: str,
    base: str,
    shared: frozenset[Triple] = frozenset(),
) -> Iterator[str]:
    """Tell in what the written chunks of one document differ from what was to be published.

    TriG is parsed by another library and written as N-Quads again by it, which must give the lines that were meant, literal by literal. Turtle has to
    be blocks of the same TriG, which are so read with it, each once. The chunk of N-Quads has to have just these lines in their order, so it is what
    that library writes, and is not parsed as well. JSON-LD is parsed as JSON and expanded.

    Args:
        chunks: as `dumps.chunks` gives them.
        graphs: what was to be written.
        text: the document's text.
        shared: triples that the union was to leave out.

    Yields:
        One sentence a difference, without a full stop; nothing where all is well.
    """
    lines = _lines(graphs)
    if chunks["nquads"] != "".join([f"{line}\n" for line in lines]):
        yield f"{SYNTAXES['nquads'].title}: the file does not hold what was to be written"
    for syntax, holds in _readings(chunks, graphs, lines, base, shared).items():
        try:
            if not holds():
                yield f"{SYNTAXES[syntax].title}: the file does not hold what was to be written"
        except (SyntaxError, ValueError, LookupError, TypeError, AttributeError) as error:
            yield f"{SYNTAXES[syntax].title} cannot be read back: {error}"
    yield from _misquoted(graphs, text)


def _readings(
    chunks: Mapping[str, str], graphs: Graphs, lines: Sequence[str], base: str, shared: frozenset[Triple]
) -> Mapping[str, Callable[[], bool]]:
    """Return what tells of each syntax whether it holds what was to be written."""
    first, rest = _parted(graphs, lines, shared)
    parts = divided(chunks["trig"], chunks["turtle"])
    if not parts:  # one of them is wrong: they are read apart, to tell which
        apart = _lines([(_UNION, [triple for triple in union(graphs) if triple not in shared])])
        return {
            "trig": lambda: _is_trig_of(chunks["trig"], lines, base),
            "turtle": lambda: _is_trig_of(f"{_UNION} {{\n{chunks['turtle']}}}", apart, base),
            "jsonld": lambda: _is_jsonld_of(chunks["jsonld"], graphs, base),
        }
    turtle = cache(lambda: _is_trig_of(parts[0], first, base))
    return {
        "trig": lambda: turtle() and _is_trig_of(parts[1], rest, base),
        "turtle": turtle,
        "jsonld": lambda: _is_jsonld_of(chunks["jsonld"], graphs, base),
    }


def _parted(graphs: Graphs, lines: Iterable[str], shared: frozenset[Triple]) -> tuple[list[str], list[str]]:
    """Return the lines of what the union has from each graph, and those of what it has from elsewhere."""
    told, first, rest, place = set(shared), list[str](), list[str](), iter(lines)
    for _, triples in graphs:
        for triple, line in zip(triples, place, strict=False):
            (rest if triple in told else first).append(line)
        told.update(triples)
    return first, rest


def divided(trig: str, turtle: str) -> tuple[str, str] | None:
    """Return what graphs of TriG have of Turtle, and what they have beside it, both as TriG; None where Turtle is not made of their first blocks."""
    blocks = turtle.split(_BLOCK)
    *graphs, left = trig.split(_GRAPH)
    alone, rest, place = [], [], 0
    for graph in graphs:
        name, line, body = graph.partition("{\n")
        own, first = body.split(_BLOCK), place
        for here, there in zip(own[:-1], blocks[first:], strict=False):
            if here != there:
                break
            place += 1
        told = "".join([f"{block}{_BLOCK}" for block in own[: place - first]])
        alone.append(f"{name}{line}{told}{_GRAPH}")
        rest.append(f"{name}{line}{_BLOCK.join(own[place - first :])}{_GRAPH}")
    return ("".join(alone), "".join(rest)) if not left and blocks[place:] == [""] else None


def _lines(graphs: Graphs) -> list[str]:
    """Return graphs as lines of N-Quads, without their ends."""
    return [f"{s} {p} {o} {graph} ." for graph, triples in graphs for s, p, o in triples]


def _is_trig_of(trig: str, lines: Iterable[str], base: str) -> bool:
    """Read TriG by another library, and tell whether its quads are those of some lines of N-Quads, each as often, in whatever order."""
    read = parse(f"{SYNTAXES['trig'].head(base)}{trig}", format=RdfFormat.TRIG)
    found = serialize(read, format=RdfFormat.N_QUADS)
    assert found is not None
    return sorted(found.splitlines()) == sorted([line.encode() for line in lines])


def _is_jsonld_of(jsonld: str, graphs: Graphs, base: str) -> bool:
    """Tell whether the quads of JSON-LD are those of graphs, each as often."""
    syntax = SYNTAXES["jsonld"]
    found = expanded(f"{syntax.head(base)}{jsonld}{syntax.foot}")
    return found == graphs or sorted(_lines(found)) == sorted(_lines(graphs))


def _misquoted(graphs: Graphs, text: str) -> Iterator[str]:
    """Compare every passage with the text between its offsets."""
    passages: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for _, triples in graphs:
        for subject, predicate, value in [each for each in triples if each[1] in _QUOTED]:
            passages[subject][_QUOTED[predicate]] = plain(value)
    for name, row in sorted(passages.items()):
        if len(row) != len(_QUOTED) or text[int(row[forum.start]) : int(row[forum.end])] != row[forum.exact]:
            yield f"the words of {name} do not stand in the text at its offsets"
