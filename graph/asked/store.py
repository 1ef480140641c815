"""Publications opened for questions: the N-Quads dump in a store, and rows as plain text.

The store rewrites some literals (`1.50` to `1.5`), so it is only asked and never dumped.
"""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import QueryBoolean, QuerySolutions, RdfFormat, Store, Triple, parse, serialize

from forumgraph.errors import InvalidQuery, PublicationFailed
from forumgraph.graph.asked import resultset
from forumgraph.ontology import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

DUMP = "data/forumgraph.nq"
TRIPLES = ("triples",)
"""Columns of a graph."""
_LONGEST = 200
"""Characters of a message about a query."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows of a SELECT, or the lines of a graph.

    Attributes:
        columns: names of the variables; of a graph the one column `triples`, of an ASK the one column `answer`.
        rows: lexical forms; an unbound variable is empty.
        turtle: the graph of a CONSTRUCT or DESCRIBE, or rows as a result set where these were wanted; else empty.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    turtle: str = ""

    def csv(self) -> str:
        """Return RFC 4180 text with a header line."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(self.columns)
        writer.writerows(self.rows)
        return out.getvalue()

    def json(self) -> str:
        """Return a JSON list with one object a row, keys in column order."""
        return (
            json.dumps([dict(zip(self.columns, row, strict=True)) for row in self.rows], ensure_ascii=False, indent=1)
            + "\n"
        )


def open_dump(publication: Path, aside: Path | None = None) -> Store:
    """Load the N-Quads of a publication into a store.

    Args:
        aside: an empty folder for the store; in memory where it is not given.

    Raises:
        PublicationFailed: if the folder is no publication, or its dump cannot be read.
    """
    dump = publication / DUMP
    if not dump.is_file():
        raise PublicationFailed(
            f"{publication} is no publication: {DUMP} is missing",
            remedy="Make one with `forumgraph build DOCUMENTS -o PUBLICATION`",
        )
    store = Store(str(aside)) if aside else Store()
    try:
        store.bulk_load(path=str(dump), format=RdfFormat.N_QUADS)
    except (OSError, SyntaxError) as error:
        raise PublicationFailed(f"{dump} cannot be read: {error}", remedy="Build the publication again") from error
    return store


def run(store: Store, text: str, *, union: bool = True, as_graph: bool = False) -> Answer:
    """Answer one query.

    Args:
        union: whether patterns outside `GRAPH` see the union of all named graphs.
        as_graph: whether rows are wanted as a graph too.

    Raises:
        InvalidQuery: if it does not parse.
    """
    try:
        result = store.query(text, use_default_graph_as_union=union)
    except SyntaxError as error:
        raise InvalidQuery(
            f"the query does not parse: {_told(error)}", remedy="Correct it at the place named"
        ) from error
    if isinstance(result, QueryBoolean):
        told = "true" if result else "false"
        return Answer(("answer",), ((told,),), resultset.boolean(told) if as_graph else "")
    if isinstance(result, QuerySolutions):
        columns = tuple(variable.value for variable in result.variables)
        if not as_graph:
            return Answer(columns, tuple(tuple(_plain(solution[name]) for name in columns) for solution in result))
        terms = [[solution[name] for name in columns] for solution in result]
        graph = resultset.turtle(columns, (["" if term is None else str(term) for term in row] for row in terms))
        return Answer(columns, tuple(tuple(map(_plain, row)) for row in terms), graph)
    return _graph(result)


def _told(error: SyntaxError) -> str:
    """Return a message of the parser in one line, which may name every sign that could stand at a place."""
    words = " ".join(str(error).split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"


def _plain(term: object) -> str:
    return "" if term is None else str(getattr(term, "value", term))


def _graph(triples: Iterable[Triple]) -> Answer:
    out = io.BytesIO()
    serialize(triples, out, RdfFormat.N_TRIPLES)
    lines = sorted({line for line in out.getvalue().decode().split("\n") if line})
    ordered = (quad.triple for quad in parse("\n".join(lines), format=RdfFormat.N_TRIPLES))
    turtle = io.BytesIO()
    serialize(ordered, turtle, RdfFormat.TURTLE, prefixes=dict(PREFIXES))
    return Answer(TRIPLES, tuple((line,) for line in lines), turtle.getvalue().decode())
