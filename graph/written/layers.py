"""The layers of one document, checked: what it states, what was derived from that, what follows by the rules of the ontology, what a person decided."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from forumgraph.findings import finding
from forumgraph.graph.checked import validation
from forumgraph.graph.checked.inference import contradictions, infer
from forumgraph.graph.decided.corrections import corrected, revise
from forumgraph.graph.decided.reviewed import visible
from forumgraph.graph.decided.reviewing import Review, review
from forumgraph.graph.described.common import background, rules
from forumgraph.graph.linked.deriving import derive
from forumgraph.graph.linked.resolving import possible_names
from forumgraph.graph.rdf.identifiers import LAYERS, Namespace, named
from forumgraph.graph.rdf.terms import plain
from forumgraph.graph.stated.briefs import Brief
from forumgraph.graph.stated.mapping import Stated, state
from forumgraph.model import Place
from forumgraph.ontology import forum

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from forumgraph.graph.checked.inference import Contradiction
    from forumgraph.graph.linked.thesauri import Brought
    from forumgraph.graph.rdf.identifiers import Mint
    from forumgraph.graph.rdf.syntaxes import Graphs
    from forumgraph.graph.rdf.terms import Triple
    from forumgraph.model import Finding, Report

    Clock = Callable[[str], None]
    """Told that a stage has ended: `map`, `infer` or `validate`."""


_NAME = f"<{forum.name}>"
_BESIDE = frozenset({f"<{forum.addressee}>", f"<{forum.postIn}>"})


@dataclass(frozen=True, slots=True)
class Layers:
    """The layers of one document.

    Attributes:
        id: what the document is called in IRIs and file names.
        graphs: in the order of `identifiers.LAYERS`, each sorted; a layer with nothing in it is left out.
        findings: what the shapes and the rules say against it.
        conforms: whether it may be published.
        troubles: decisions that were not applied: identity, code of the finding, and why.
    """

    id: str
    graphs: Graphs
    findings: tuple[Finding, ...] = ()
    conforms: bool = True
    troubles: tuple[tuple[str, str, str], ...] = ()

    def layer(self, *names: str) -> list[Triple]:
        """Return the triples of layers, those of several one after the other."""
        return [triple for graph, triples in self.graphs if graph.rsplit("/", 2)[1] in names for triple in triples]

    def shown(self) -> list[Triple]:
        """Return what is stated and derived as a person left it: without what was rejected, with what was corrected or added."""
        layers = (self.layer(name) for name in ("stated", "derived", "review"))
        return list(dict.fromkeys(triple for layer in visible(*layers) for triple in layer))

    def names(self) -> tuple[str, ...]:
        """Return the keys (`identifiers.named`) of the names of actors in the document, and of names that addressees may have."""
        told = self.layer("stated", "derived")
        head = f"/mention/{self.id}/"
        keys = {each.partition(head)[2].rstrip(">") for each in {subject for subject, _, _ in told} if head in each}
        keys |= {named(plain(value)) for subject, predicate, value in told if predicate == _NAME and head in subject}
        beside = {plain(value) for _, predicate, value in told if predicate in _BESIDE}
        return tuple(sorted(keys | {named(name) for words in beside for name in possible_names(words)}))


def _no_clock(_stage: str) -> None:
    return


def layers(
    report: Report,
    base: str,
    *,
    engine: str = "shacl",
    check: bool = True,
    clock: Clock = _no_clock,
    brief: Brief | None = None,
    thesauri: tuple[Brought, ...] = (),
) -> Layers:
    """Map a report, derive from it, conclude from both, add what a person decided, and check what is there.

    A decision whose outcome breaks a shape is left out and named, so that it never costs the document.

    Args:
        base: absolute IRI that ends with a slash.
        engine: a key of `forumgraph.graph.checked.engines.ENGINES`.
        check: whether the shapes are to be asked.
        brief: what a person decided about the document.
        thesauri: in which themes are looked for beside the own scheme.
    """
    make = partial(_parts, report, base, thesauri=thesauri, clock=clock)
    brief = brief or Brief()
    parts = make(brief)
    troubles: tuple[tuple[str, str, str], ...] = ()
    if check and _offence(parts, engine):
        parts, troubles = _tolerable(make, brief, engine)
    mint = parts.stated.draft.mint
    graphs = _graphs(mint, (parts.said, parts.derived, parts.inferred, parts.judged))
    made = Layers(mint.id, graphs, troubles=(*parts.decided.troubles, *troubles))
    if not check:
        return made
    findings, conforms = _findings(parts.stated, [*parts.said, *parts.derived], parts.inferred, engine)
    clock("validate")
    return replace(made, findings=findings, conforms=conforms)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a report comes to with some decisions, not yet checked."""

    stated: Stated
    said: list[Triple]
    derived: list[Triple]
    inferred: list[Triple]
    judged: list[Triple]
    decided: Review


def _parts(report: Report, base: str, brief: Brief, *, thesauri: tuple[Brought, ...], clock: Clock) -> _Parts:
    stated = state(report, Namespace(base), brief)
    said = stated.triples
    known = set(said)
    revised = revise(stated, corrected(stated, brief.decisions))
    derived = [triple for triple in derive(revised, thesauri=thesauri) if triple not in known]
    decided = review(stated, said, derived)
    clock("map")
    inferred = infer(rules(), [*said, *derived], background())
    judged = _judged(decided, [*said, *derived], inferred)
    clock("infer")
    return _Parts(stated, said, derived, inferred, judged, decided)


def _offence(parts: _Parts, engine: str) -> str:
    """Return what the shapes say against the graph as a person left it; empty where they say nothing that blocks it."""
    if not parts.judged:
        return ""
    shown = [triple for layer in visible(parts.said, parts.derived, parts.decided.triples) for triple in layer]
    findings, conforms = _findings(parts.stated, shown, parts.judged, engine)
    return "" if conforms else findings[0].message


def _tolerable(
    make: Callable[[Brief], _Parts], brief: Brief, engine: str
) -> tuple[_Parts, tuple[tuple[str, str, str], ...]]:
    """Return what a report comes to without the decisions that break a shape, and why each was left out."""
    best, left = make(Brief(expansions=brief.expansions)), []
    mint = best.stated.draft.mint
    named_here = Layers(mint.id, _graphs(mint, (best.said, best.derived))).names()
    steps = [Brief((), {name: ruling}) for name, ruling in brief.of(named_here).rulings.items()]
    for step in (*steps, *(Brief((decision,)) for decision in brief.decisions)):
        kept = best.stated.draft.brief
        trial = make(Brief((*kept.decisions, *step.decisions), {**kept.rulings, **step.rulings}, brief.expansions))
        offence = _offence(trial, engine)
        if offence:
            left += [(each.identity, "DEC003", offence) for each in step.decided()]
        else:
            best = trial
    return best, tuple(left)


def _judged(decided: Review, told: list[Triple], inferred: list[Triple]) -> list[Triple]:
    """Return the review layer with what follows from it, so that it can be left out without a trace in the others."""
    if not decided.triples:
        return []
    stated = set(told)
    added = [triple for triple in decided.triples if triple not in stated]
    known = {*stated, *inferred, *added}
    return [*added, *(triple for triple in infer(rules(), [*told, *added], background()) if triple not in known)]


def _graphs(mint: Mint, parts: tuple[list[Triple], ...]) -> Graphs:
    return [(mint.layer(name), sorted(triples)) for name, triples in zip(LAYERS, parts, strict=False) if triples]


def _findings(
    stated: Stated, triples: list[Triple], inferred: list[Triple], engine: str
) -> tuple[tuple[Finding, ...], bool]:
    """Ask the shapes and the rules; return what they say, and whether the document may be published."""
    results = validation.validate(triples, engine)
    against = contradictions(rules(), [*triples, *inferred])
    if not results and not against:
        return (), True
    name, places = stated.draft.mint.name, stated.places
    found = (*validation.findings(results, places, name), *_contradictions(against, places, name))
    return found, not validation.blocking(results) and not against


def _contradictions(found: Iterable[Contradiction], places: Mapping[str, Place], name: str) -> list[Finding]:
    return [
        finding(
            "SHP001",
            f"{each.node} is both {each.one} and {each.other}, which share no member",
            places.get(each.node[1:-1]) or Place(name),
        )
        for each in found
    ]
