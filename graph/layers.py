"""The three layers of one document, checked: what it states, what was derived from that, and what follows by the rules of the ontology."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.findings import finding
from forumgraph.graph import validation
from forumgraph.graph.common import background, rules
from forumgraph.graph.deriving import derive
from forumgraph.graph.identifiers import LAYERS, Namespace
from forumgraph.graph.inference import contradictions, infer
from forumgraph.graph.mapping import state
from forumgraph.model import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from forumgraph.graph.syntaxes import Graphs
    from forumgraph.graph.terms import Triple
    from forumgraph.model import Finding, Report

    Clock = Callable[[str], None]
    """Told that a stage has ended: `map`, `infer` or `validate`."""


@dataclass(frozen=True, slots=True)
class Layers:
    """The layers of one document.

    Attributes:
        id: what the document is called in IRIs and file names.
        graphs: in the order of `identifiers.LAYERS`, each sorted; a layer with nothing in it is left out.
        findings: what the shapes and the rules say against it.
        conforms: whether it may be published.
    """

    id: str
    graphs: Graphs
    findings: tuple[Finding, ...] = ()
    conforms: bool = True

    def layer(self, *names: str) -> list[Triple]:
        """Return the triples of layers, those of several one after the other."""
        return [triple for graph, triples in self.graphs for triple in triples if graph.rsplit("/", 2)[1] in names]


def _no_clock(_stage: str) -> None:
    return


def layers(report: Report, base: str, *, engine: str = "shacl", check: bool = True, clock: Clock = _no_clock) -> Layers:
    """Map a report, derive from it, conclude from both, and check what is there.

    Args:
        base: absolute IRI that ends with a slash.
        engine: a key of `forumgraph.graph.engines.ENGINES`.
        check: whether the shapes are to be asked.
    """
    stated = state(report, Namespace(base))
    said = stated.triples
    known = set(said)
    derived = [triple for triple in derive(stated) if triple not in known]
    clock("map")
    inferred = infer(rules(), [*said, *derived], background())
    clock("infer")
    mint = stated.draft.mint
    graphs = [
        (mint.layer(name), sorted(triples))
        for name, triples in zip(LAYERS, (said, derived, inferred), strict=True)
        if triples
    ]
    if not check:
        return Layers(mint.id, graphs)
    results = validation.validate([*said, *derived], engine)
    findings = (
        *validation.findings(results, stated.places, mint.name),
        *_contradictions([*said, *derived, *inferred], stated.places, mint.name),
    )
    clock("validate")
    return Layers(mint.id, graphs, findings, not validation.blocking(results) and len(findings) == len(results))


def _contradictions(triples: list[Triple], places: Mapping[str, Place], name: str) -> list[Finding]:
    found = contradictions(rules(), triples)
    return [
        finding(
            "SHP001",
            f"{each.node} is both {each.one} and {each.other}, which share no member",
            places.get(each.node[1:-1]) or Place(name),
        )
        for each in found
    ]
