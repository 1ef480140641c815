"""What the layers of a document hold, as far as decisions about it need to know: points by their words, and what rests on what."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from forumgraph.graph.rdf.terms import RDF_TYPE, plain
from forumgraph.graph.stated.decisions import same
from forumgraph.ontology import forum

if TYPE_CHECKING:
    from collections.abc import Iterable

    from forumgraph.graph.rdf.terms import Triple

_KINDS = {
    f"<{forum.Issue}>": "issue",
    f"<{forum.Recommendation}>": "recommendation",
    f"<{forum.Demand}>": "demand",
}


@dataclass(slots=True)
class Layered:
    """What the stated and derived layers of a document hold.

    Attributes:
        kinds: of each point.
        words: of each point.
        nodes: everything that is described.
        parts: what belongs to an actor or an issue: participations, demands.
        denoted: from the name of an actor to the actor it stands for.
    """

    kinds: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    nodes: set[str] = field(default_factory=set)
    parts: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    denoted: dict[str, str] = field(default_factory=dict)

    def read(self, triples: Iterable[Triple]) -> None:
        """Add the triples of a layer."""
        for s, p, o in triples:
            self.nodes.add(s)
            if p == RDF_TYPE and o in _KINDS:
                self.kinds[s] = _KINDS[o]
            elif p == f"<{forum.text}>":
                self.words[s] = plain(o)
            elif p in {f"<{forum.participant}>", f"<{forum.demandedIn}>"}:
                self.parts[o].append(s)
            elif p == f"<{forum.denotes}>":
                self.denoted[s] = o

    def points(self, quote: str) -> list[str]:
        """Return the issues, recommendations and demands of these words, in the order of their names."""
        return sorted(node for node in self.kinds if same(self.words.get(node, ""), quote))
