"""What a store holds of us, noted in the store itself: a graph with the digest of every graph that was put there.

The digests are lines in few literals instead of a triple each, because a store may cut a graph when it is read (Virtuoso: after 10,000 triples).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pyoxigraph import Literal, RdfFormat, parse

from forumgraph.errors import PublicationFailed
from forumgraph.graph.rdf.terms import LABEL, iri, text

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "push-record"
PENDING = "-"
"""Stands for the digest of a graph that may be there, and may be whole or not."""

_VALUE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#value"
_TITLE = "Digests of the graphs that forumgraph push has put here"
_LINES = 200


@dataclass(slots=True)
class Record:
    """Digests by the name of the graph (its IRI without the part that all of a publication share)."""

    rows: dict[str, str] = field(default_factory=dict)

    def triples(self, graph: str) -> bytes:
        """Write the record as N-Triples.

        Args:
            graph: IRI of the graph the record is kept in.
        """
        about = iri(graph)
        rows = [f"{digest} {name}" for name, digest in sorted(self.rows.items())]
        blocks = ["\n".join(rows[start : start + _LINES]) for start in range(0, len(rows), _LINES)]
        lines = [f"{about} {LABEL} {text(_TITLE, 'en')} ."]
        lines += [f"{about} <{_VALUE}> {text(block)} ." for block in blocks]
        return "".join(f"{line}\n" for line in lines).encode()


def read(data: bytes) -> Record | None:
    """Read a record from Turtle or N-Triples; None where a store has none.

    Raises:
        PublicationFailed: if the store answered something else.
    """
    rows = [line.split(" ", 1) for block in _blocks(data) for line in block.split("\n")]
    if any(len(row) != 2 for row in rows):
        raise PublicationFailed("the record of what was pushed is damaged", remedy="Send everything again with --all")
    return Record({name: digest for digest, name in rows}) if rows else None


def _blocks(data: bytes) -> Iterator[str]:
    try:
        for quad in parse(data, format=RdfFormat.TURTLE):
            if quad.predicate.value == _VALUE and isinstance(quad.object, Literal):
                yield quad.object.value
    except (SyntaxError, ValueError) as error:
        raise PublicationFailed(
            "the store answered something that is not Turtle where its record should be",
            remedy="Check the URL and --store",
        ) from error


def holds_triples(data: bytes) -> bool:
    """Tell whether Turtle or N-Triples says anything.

    >>> holds_triples(b"@prefix a: <http://a/> .")
    False
    """
    try:
        return next(iter(parse(data, format=RdfFormat.TURTLE)), None) is not None
    except (SyntaxError, ValueError):
        return bool(data)
