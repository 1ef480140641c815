"""What was written is read back before it is published: every quad must be there in every syntax, and every quotation must be in the text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pyoxigraph import RdfFormat, parse, serialize

from forumgraph.graph import terms
from forumgraph.graph.syntaxes import SYNTAXES
from forumgraph.graph.terms import RDF_TYPE, plain
from forumgraph.ontology import forum

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from forumgraph.graph.syntaxes import Graphs
    from forumgraph.graph.terms import Triple

_FORMATS = {"trig": RdfFormat.TRIG, "turtle": RdfFormat.TURTLE}
_REREAD = tuple(name for name in SYNTAXES if name != "nquads")
_QUOTED = {f"<{predicate}>": predicate for predicate in (forum.exact, forum.start, forum.end)}


def differences(
    chunks: Mapping[str, str],
    graphs: Graphs,
    text: str,
    base: str,
    shared: frozenset[Triple] = frozenset(),
) -> Iterator[str]:
    """Tell in what the written chunks of one document differ from what was to be published.

    TriG and Turtle are parsed by another library and written as N-Quads again by it, which must give the lines that were meant, literal by literal. The chunk
    of N-Quads has to have just these lines in their order, so it is what that library writes, and is not parsed as well. JSON-LD is parsed as JSON and
    expanded by the rules that its few forms need, which takes half of the time of a parser for all of JSON-LD.

    Args:
        chunks: as `dumps.chunks` gives them.
        graphs: what was to be written.
        text: the document's text.
        shared: triples that the union was to leave out.

    Yields:
        One sentence a difference, without a full stop; nothing where all is well.
    """
    quads = [f"{s} {p} {o} {graph} .".encode() for graph, triples in graphs for s, p, o in triples]
    union = {f"{s} {p} {o} .".encode() for _, triples in graphs for s, p, o in triples if (s, p, o) not in shared}
    if chunks["nquads"].encode() != b"".join([b"%b\n" % each for each in quads]):
        yield f"{SYNTAXES['nquads'].title}: the file does not hold what was to be written"
    for name in _REREAD:
        syntax = SYNTAXES[name]
        whole = f"{syntax.head(base)}{chunks[name]}{syntax.foot}"
        try:
            found = _lines(whole, _FORMATS[name]) if name in _FORMATS else list(expanded(whole))
        except (SyntaxError, ValueError, LookupError, TypeError, AttributeError) as error:
            yield f"{syntax.title} cannot be read back: {error}"
            continue
        if not _same(found, quads if syntax.graphs else union):
            yield f"{syntax.title}: the file does not hold what was to be written"
    yield from _misquoted(graphs, text)


def _same(found: list[bytes], meant: Collection[bytes]) -> bool:
    """Tell whether two collections hold the same lines, each as often."""
    if found == meant:
        return True
    wanted = set(meant)
    if len(wanted) != len(meant):
        return sorted(found) == sorted(meant)
    return len(found) == len(wanted) and wanted == set(found)


def _lines(whole: str, form: RdfFormat) -> list[bytes]:
    """Read a file, and return its quads as lines of N-Quads."""
    written = serialize(parse(whole, format=form), format=RdfFormat.N_QUADS)
    assert written is not None
    return written.split(b"\n")[:-1]


def expanded(whole: str) -> Iterator[bytes]:
    """Read JSON-LD 1.1 of named graphs with flat nodes, whose context has a base and prefixes only, and yield its lines of N-Quads.

    Raises:
        ValueError: if it is no JSON, or has a form that is not one of these.
        LookupError: if a member is missing.
    """
    file: dict[str, Any] = json.loads(whole)
    names = _Names(file["@context"])
    for graph in file["@graph"]:
        label = names.iri(graph["@id"])
        for node in graph["@graph"]:
            for pair in names.pairs(node):
                yield f"{pair} {label} .".encode()


class _Names:
    """The names of one file in full, by its context."""

    def __init__(self, context: Mapping[str, str]) -> None:
        self.context = context
        self.base = context["@base"]
        self.known: dict[str, str] = {}

    def pairs(self, node: Mapping[str, Any]) -> Iterator[str]:
        """Yield the triples of a node."""
        subject = self.iri(node["@id"])
        for key, values in node.items():
            if key == "@type":
                for value in values:
                    yield f"{subject} {RDF_TYPE} {self.iri(value)}"
            elif key != "@id":
                head = f"{subject} {self.iri(key)}"
                for value in values:
                    yield f"{head} {self.value(value)}"

    def iri(self, name: str) -> str:
        found = self.known.get(name)
        if found is None:
            found = self.known[name] = f"<{self.full(name)}>"
        return found

    def full(self, name: str) -> str:
        prefix, colon, rest = name.partition(":")
        if name.startswith(("@", "_:", "/", "?", "#", ".")) or "/../" in name or "/./" in name:
            raise ValueError(f"{name} is no name that is written here")
        if not colon:
            return self.base + name
        return self.context[prefix] + rest if prefix in self.context and not rest.startswith("//") else name

    def value(self, value: Mapping[str, str]) -> str:
        if "@id" in value:
            (name,) = value.values()
            return self.iri(name)
        words = terms.text(value["@value"])
        if len(value) == 1:
            return words
        ((key, kind),) = (each for each in value.items() if each[0] != "@value")
        if key == "@language":
            return f"{words}@{kind}"
        if key != "@type":
            raise ValueError(f"{key} is no member that is written here")
        return f"{words}^^{self.iri(kind)}"


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
