"""The graph as a person left it: without what was rejected, with what was corrected in the place of what was read. The layers themselves stay as they are."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from forumgraph.graph.asked.seeking import lines_with
from forumgraph.graph.asked.store import DUMP, open_dump
from forumgraph.graph.checked.inference import infer
from forumgraph.graph.described.common import background, rules
from forumgraph.graph.rdf.nodes import parse_nquads
from forumgraph.graph.rdf.syntaxes import SYNTAXES, whole
from forumgraph.graph.rdf.terms import RDF_TYPE
from forumgraph.ontology import forum

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pyoxigraph import Store

    from forumgraph.graph.rdf.terms import Triple

_HIDING = frozenset({f"<{forum.rejectedBy}>", f"<{forum.correctedBy}>"})
_DECIDING = _HIDING | {f"<{forum.decidedBy}>", f"<{forum.acceptedBy}>"}
_DECISIONS = ("/decision/", "/target/", "/reviewer/")
_JUDGEMENTS = frozenset({f"<{forum.ThemeLink}>", f"<{forum.SdgSuggestion}>"})
_DERIVED = frozenset({f"<{forum.hasTheme}>", f"<{forum.hasSdgSuggestion}>"})
_FIELD, _READING = f"<{forum.readsField}>", f"<{forum.hasReading}>"
_RESTING = frozenset(
    f"<{each}>"
    for each in (
        *(forum.linkOf, forum.suggestionFor, forum.linkFrom, forum.linkTo),
        *(forum.followsUp, forum.participant, forum.demandedIn, forum.resolves),
    )
)
"""What rests on a thing that is hidden is hidden with it."""

_HOLDS = f"<{forum.holdsPost}>"
_REVIEW = "graph/review/"
_FROM, _TO = f"<{forum.linkFrom}>", f"<{forum.linkTo}>"


def visible(said: Iterable[Triple], derived: Iterable[Triple], review: Iterable[Triple]) -> tuple[list[Triple], ...]:
    """Return the stated, derived and review layers of a document without what decisions took out of view."""
    layers = [list(said), list(derived), list(review)]
    hidden = _hidden(layers) if layers[2] else set[str]()
    if not hidden:
        return tuple(layers)
    fields = _fields(layers[0], hidden)
    pairs = _pairs([*layers[0], *layers[1]], hidden)
    judgements = [triple for triple in layers[2] if triple[1] in _HIDING]
    shown = [
        [
            triple
            for triple in layer
            if triple[0] not in hidden and triple[2] not in hidden and (triple[0], triple[2]) not in pairs
        ]
        for layer in layers
    ]
    shown[0] = [triple for triple in shown[0] if (triple[0], triple[1]) not in fields]
    shown[2] += judgements
    return tuple(shown)


def _hidden(layers: list[list[Triple]]) -> set[str]:
    hidden: set[str] = set()
    more = {s for s, p, _ in layers[2] if p in _HIDING}
    while more:
        hidden |= more
        more = {s for layer in layers for s, p, o in layer if p in _RESTING and o in more} - hidden
    return hidden | _vacant(layers, hidden)


def _vacant(layers: list[list[Triple]], hidden: set[str]) -> set[str]:
    """Return the posts that nobody holds who is still in view."""
    held = [(s, o) for layer in layers for s, p, o in layer if p == _HOLDS]
    return {post for holder, post in held if holder in hidden} - {post for holder, post in held if holder not in hidden}


def _fields(said: list[Triple], hidden: set[str]) -> set[tuple[str, str]]:
    """Return the fields of sessions whose readings are hidden."""
    read = {s: o for s, p, o in said if p == _FIELD and s in hidden}
    return {(s, read[o]) for s, p, o in said if p == _READING and o in read}


def _pairs(triples: list[Triple], hidden: set[str]) -> set[tuple[str, str]]:
    """Return the two points of each hidden link, in both orders: what is said from the one to the other rests on the link."""
    ends: dict[str, list[str]] = defaultdict(list)
    for s, p, o in triples:
        if s in hidden and p in {_FROM, _TO}:
            ends[s].append(o)
    joined = [(both[0], both[-1]) for both in ends.values()]
    return {*joined, *((other, one) for one, other in joined)}


def as_left(nquads: str) -> list[Triple]:
    """Return the triples of one document as a person left them, each once and sorted; graphs are not told apart.

    Args:
        nquads: all its layers, as `syntaxes` writes them.
    """
    if _REVIEW not in nquads:
        return parse_nquads(nquads)
    shown = {triple for layer in visible(*_layers(nquads)) for triple in layer}
    return sorted({*shown, *infer(rules(), shown, background())})


def out_of_view(nquads: str) -> list[str]:
    """Return the nodes of one document that decisions took out of view, sorted.

    Args:
        nquads: all its layers, as `syntaxes` writes them.
    """
    return sorted(_hidden(_layers(nquads))) if _REVIEW in nquads else []


def _layers(nquads: str) -> list[list[Triple]]:
    """Return the stated, derived and review layers."""
    lines: dict[str, list[str]] = defaultdict(list)
    for line in nquads.removesuffix("\n").split("\n"):
        lines[line.rsplit(" ", 2)[1].rsplit("/", 2)[1]].append(line)
    return [parse_nquads("\n".join(lines[name])) if lines[name] else [] for name in ("stated", "derived", "review")]


def show(store: Store) -> Store:
    """Take out of a store what decisions took out of view, and conclude anew; a store without decisions stays as it is.

    What a person added or corrected moves to the graph where it would be had it been read or derived, so that questions find it there.
    """
    for graph in sorted(each.value for each in store.named_graphs() if isinstance(each, NamedNode)):
        base, review, document = graph.partition(_REVIEW)
        if not review:
            continue
        names = [f"{base}graph/{layer}/{document}" for layer in ("stated", "derived", "review", "inferred")]
        said, derived, decided = visible(*(_triples(store, name) for name in names[:3]))
        moved = _moved(decided)
        shown = [[*said, *moved[0]], [*derived, *moved[1]], moved[2]]
        known = background()
        shown.append(infer(rules(), [triple for layer in shown for triple in layer], known))
        for name, triples in zip(names, shown, strict=True):
            store.remove_graph(NamedNode(name))
            store.extend(_quads(triples, name))
    return store


def has_decisions(publication: Path) -> bool:
    """Tell whether a publication has graphs of decisions; a text that only speaks of such a graph counts as one."""
    return any(True for _ in lines_with(publication / DUMP, _REVIEW.encode()))


def shown_trig(publication: Path, base: str) -> str:
    """Return the dump without what decisions took out of view, in TriG; the same quads give the same text.

    Args:
        base: IRIs that begin with it are written short.
    """
    graphs: dict[str, list[Triple]] = defaultdict(list)
    for quad in show(open_dump(publication)):
        graphs[str(quad.graph_name)].append((str(quad.subject), str(quad.predicate), str(quad.object)))
    return whole(SYNTAXES["trig"], [(graph, sorted(graphs[graph])) for graph in sorted(graphs)], base)


def _moved(review: list[Triple]) -> tuple[list[Triple], list[Triple], list[Triple]]:
    """Return what of the review layer belongs to the stated layer, to the derived layer, and to neither."""
    links = {s for s, p, o in review if p == RDF_TYPE and o in _JUDGEMENTS}
    parts: tuple[list[Triple], list[Triple], list[Triple]] = ([], [], [])
    for triple in review:
        s, p, _ = triple
        if p in _DECIDING or any(part in s for part in _DECISIONS):
            parts[2].append(triple)
        else:
            parts[1 if s in links or p in _DERIVED else 0].append(triple)
    return parts


def _triples(store: Store, graph: str) -> list[Triple]:
    quads = store.quads_for_pattern(None, None, None, NamedNode(graph))
    return sorted((str(quad.subject), str(quad.predicate), str(quad.object)) for quad in quads)


def _quads(triples: Iterable[Triple], graph: str) -> list[Quad]:
    lines = "".join(f"{s} {p} {o} .\n" for s, p, o in triples)
    name = NamedNode(graph)
    return [Quad(q.subject, q.predicate, q.object, name) for q in parse(lines, format=RdfFormat.N_TRIPLES)]
