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
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from forumgraph.graph.rdf.syntaxes import Graphs
    from forumgraph.graph.rdf.terms import Triple

_BLOCK, _GRAPH = "\n\n", "}\n\n"
"""What ends the statements about one subject, and a graph; no literal has a line feed in it."""

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
    lines = [f"{s} {p} {o} {graph} ." for graph, triples in graphs for s, p, o in triples]
    quads, triples = _Meant(lines), _Meant([f"{s} {p} {o}" for s, p, o in union(graphs) if (s, p, o) not in shared])
    meant = {"trig": quads, "turtle": triples, "jsonld": quads}
    if chunks["nquads"] != "\n".join([*lines, ""]):
        yield f"{SYNTAXES['nquads'].title}: the file does not hold what was to be written"
    for syntax, read in _readings(chunks, base).items():
        try:
            if not meant[syntax].is_all_of(read()):
                yield f"{SYNTAXES[syntax].title}: the file does not hold what was to be written"
        except (SyntaxError, ValueError, LookupError, TypeError, AttributeError) as error:
            yield f"{SYNTAXES[syntax].title} cannot be read back: {error}"
    yield from _misquoted(graphs, text)


def _readings(chunks: Mapping[str, str], base: str) -> Mapping[str, Callable[[], list[str]]]:
    """Return what gives the lines of each syntax; of Turtle without the names of graphs."""
    parts = divided(chunks["trig"], chunks["turtle"])
    if not parts:  # one of them is wrong: they are read apart, to tell which
        return {
            "trig": lambda: _lines(chunks["trig"], base),
            "turtle": lambda: _triples(_lines(f"<urn:union> {{\n{chunks['turtle']}}}", base)),
            "jsonld": lambda: _nodes(chunks["jsonld"], base),
        }
    first = cache(lambda: _lines(parts[0], base))
    return {
        "trig": lambda: [*first(), *_lines(parts[1], base)],
        "turtle": lambda: _triples(first()),
        "jsonld": lambda: _nodes(chunks["jsonld"], base),
    }


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


def _lines(trig: str, base: str) -> list[str]:
    """Read TriG by another library, and return its quads as lines of N-Quads."""
    written = serialize(parse(f"{SYNTAXES['trig'].head(base)}{trig}", format=RdfFormat.TRIG), format=RdfFormat.N_QUADS)
    assert written is not None
    return written.decode().split("\n")[:-1]


def _triples(lines: Iterable[str]) -> list[str]:
    return [line.rsplit(" ", 2)[0] for line in lines]


def _nodes(jsonld: str, base: str) -> list[str]:
    syntax = SYNTAXES["jsonld"]
    return expanded(f"{syntax.head(base)}{jsonld}{syntax.foot}")


class _Meant:
    """Lines that were to be written, in whatever order."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.each = frozenset(lines)

    def is_all_of(self, found: list[str]) -> bool:
        """Tell whether these lines were found and no others, each as often."""
        if found == self.lines:
            return True
        if len(self.each) < len(self.lines):
            return sorted(found) == sorted(self.lines)
        return len(found) == len(self.lines) and self.each == set(found)


def _misquoted(graphs: Graphs, text: str) -> Iterator[str]:
    """Compare every passage with the text between its offsets."""
    passages: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for _, triples in graphs:
        for subject, predicate, value in [each for each in triples if each[1] in _QUOTED]:
            passages[subject][_QUOTED[predicate]] = plain(value)
    for name, row in sorted(passages.items()):
        if len(row) != len(_QUOTED) or text[int(row[forum.start]) : int(row[forum.end])] != row[forum.exact]:
            yield f"the words of {name} do not stand in the text at its offsets"
