"""The dump as people left it: what a browser is given where somebody has decided about what was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.graph.asked.seeking import lines_with
from forumgraph.graph.asked.store import DUMP, open_dump
from forumgraph.graph.decided.reviewed import show
from forumgraph.graph.rdf.syntaxes import SYNTAXES, whole

if TYPE_CHECKING:
    from pathlib import Path

    from forumgraph.graph.rdf.terms import Triple

_DECIDED = b"graph/review/"


def has_decisions(publication: Path) -> bool:
    """Tell whether a publication has graphs of decisions; a text that only speaks of such a graph counts as one."""
    return any(True for _ in lines_with(publication / DUMP, _DECIDED))


def shown_trig(publication: Path, base: str) -> str:
    """Return the dump without what decisions took out of view, in TriG; the same quads give the same text.

    Args:
        base: IRIs that begin with it are written short.
    """
    graphs: dict[str, list[Triple]] = {}
    for quad in show(open_dump(publication)):
        graphs.setdefault(str(quad.graph_name), []).append((str(quad.subject), str(quad.predicate), str(quad.object)))
    return whole(SYNTAXES["trig"], [(graph, sorted(graphs[graph])) for graph in sorted(graphs)], base)
