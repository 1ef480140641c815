"""Compile an ontology into rules: what one triple entails is looked up, not searched for.

Of OWL 2 RL (OWL 2 Profiles, section 4.3) the rules cover subclasses and equivalent classes (cax-sco, cax-eqc1, cax-eqc2, scm-*), subproperties and
equivalent properties (prp-spo1, prp-eqp1, prp-eqp2), inverses and symmetry (prp-inv1, prp-inv2, prp-symp), domains and ranges (prp-dom, prp-rng),
transitivity and chains (prp-trp, prp-spo2), and disjoint classes (cax-dw, cax-adc). An ontology that says more is refused: a construct that the
rules do not know would silently entail nothing.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.errors import InvalidUsage
from forumgraph.graph.checked.axioms import (
    ALL_DISJOINT,
    CHAIN,
    DISJOINT,
    DOMAIN,
    EVERYTHING,
    FIRST,
    INVERSE,
    MEMBERS,
    NIL,
    RANGE,
    RDF,
    RDFS,
    REST,
    SAME_CLASS,
    SAME_PROPERTY,
    SUBCLASS,
    SUBPROPERTY,
    SYMMETRIC,
    TRANSITIVE,
    TYPE,
    uncovered,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from forumgraph.graph.rdf.terms import Triple

    Graph = Mapping[str, list[tuple[str, str]]]
    """From a predicate to the subjects and objects it joins."""
    Edges = Mapping[str, set[str]]


@dataclass(frozen=True, slots=True)
class Effect:
    """What one triple `s p o` of a property entails by itself.

    Attributes:
        forward: properties q for which `s q o` holds.
        flipped: properties q for which `o q s` holds.
        subject_types: classes of s.
        object_types: classes of o.
    """

    forward: tuple[str, ...] = ()
    flipped: tuple[str, ...] = ()
    subject_types: tuple[str, ...] = ()
    object_types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chain:
    """`links[0] o links[1] o ... -> head`; a transitive property is the chain of itself with itself."""

    links: tuple[str, ...]
    head: str


@dataclass(frozen=True, slots=True)
class Rules:
    """An ontology, compiled.

    Attributes:
        effects: by property.
        classes: by class, all its superclasses.
        chains: by property, the chains it is a link of and at which position.
        disjoint: pairs of classes that share no member, either way round.
        terms: what the ontology defines; nothing is ever concluded about these.
    """

    effects: Mapping[str, Effect]
    classes: Mapping[str, tuple[str, ...]]
    chains: Mapping[str, tuple[tuple[Chain, int], ...]]
    disjoint: Mapping[str, frozenset[str]]
    terms: frozenset[str]


def compile_rules(ontology: Iterable[Triple]) -> Rules:
    """Compile an ontology, once per process.

    Args:
        ontology: encoded triples of the ontology and its alignments together.

    Raises:
        InvalidUsage: if it uses constructs that the rules do not cover; all are named.
    """
    axioms = set(ontology)
    problems = uncovered(axioms)
    if problems:
        raise InvalidUsage("the rules do not cover the ontology: " + "; ".join(problems))
    graph: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for subject, predicate, object_ in sorted(axioms):
        graph[predicate].append((subject, object_))
    classes = _class_hierarchy(graph)
    return Rules(
        effects=_effects(graph, classes),
        classes=classes,
        chains=_chains(graph),
        disjoint=_disjoint(graph),
        terms=frozenset(subject for subject, _, _ in axioms),
    )


def _closure(start: str, edges: Edges) -> tuple[str, ...]:
    """Everything that can be reached from a node, sorted; the node itself only if told by the caller."""
    seen, open_ = {start}, [start]
    while open_:
        for following in edges.get(open_.pop(), ()):
            if following not in seen:
                seen.add(following)
                open_.append(following)
    return tuple(sorted(seen))


def _class_hierarchy(graph: Graph) -> dict[str, tuple[str, ...]]:
    edges: dict[str, set[str]] = defaultdict(set)
    for lower, upper in graph.get(SUBCLASS, []):
        edges[lower].add(upper)
    for one, other in graph.get(SAME_CLASS, []):
        edges[one].add(other)
        edges[other].add(one)
    return {
        each: tuple(upper for upper in _closure(each, edges) if upper != each and upper not in EVERYTHING)
        for each in edges
    }


def _effects(graph: Graph, classes: Mapping[str, tuple[str, ...]]) -> dict[str, Effect]:
    edges = _property_edges(graph)
    ends = {which: _by_subject(graph.get(which, [])) for which in (DOMAIN, RANGE)}
    properties = {name.removeprefix("^") for name in edges} | set(ends[DOMAIN]) | set(ends[RANGE])

    def types(reached: Iterable[str], plain: str, reverse: str) -> tuple[str, ...]:
        named = {c for p in reached for c in ends[reverse if p.startswith("^") else plain].get(p.removeprefix("^"), ())}
        wider = named.union(*(classes.get(c, ()) for c in named))
        return tuple(sorted(c for c in wider - EVERYTHING if not _is_datatype(c)))

    effects = {}
    for name in sorted(properties):
        reached = _closure(name, edges)
        effects[name] = Effect(
            forward=tuple(p for p in reached if not p.startswith("^") and p != name),
            flipped=tuple(p[1:] for p in reached if p.startswith("^")),
            subject_types=types(reached, DOMAIN, RANGE),
            object_types=types(reached, RANGE, DOMAIN),
        )
    return {name: effect for name, effect in effects.items() if effect != Effect()}


def _property_edges(graph: Graph) -> Edges:
    """From a property to those it entails; `^p` is p read backwards, as in SPARQL."""
    edges: dict[str, set[str]] = defaultdict(set)

    def entails(lower: str, upper: str) -> None:
        edges[lower].add(upper)
        edges[_turned(lower)].add(_turned(upper))

    for lower, upper in graph.get(SUBPROPERTY, []):
        entails(lower, upper)
    for one, other in graph.get(SAME_PROPERTY, []):
        entails(one, other)
        entails(other, one)
    for one, other in graph.get(INVERSE, []):
        entails(one, f"^{other}")
        entails(other, f"^{one}")
    for name in _instances(graph, SYMMETRIC):
        entails(name, f"^{name}")
    return edges


def _turned(name: str) -> str:
    return name[1:] if name.startswith("^") else f"^{name}"


def _chains(graph: Graph) -> dict[str, tuple[tuple[Chain, int], ...]]:
    chains = [Chain((name, name), name) for name in _instances(graph, TRANSITIVE)]
    chains += [Chain(tuple(_items(graph, start)), head) for head, start in graph.get(CHAIN, [])]
    links: dict[str, list[tuple[Chain, int]]] = defaultdict(list)
    for chain in chains:
        for position, name in enumerate(chain.links):
            links[name].append((chain, position))
    return {name: tuple(found) for name, found in links.items()}


def _disjoint(graph: Graph) -> dict[str, frozenset[str]]:
    groups = [list(pair) for pair in graph.get(DISJOINT, [])]
    sets = dict(graph.get(MEMBERS, []))
    groups += [list(_items(graph, sets[node])) for node in _instances(graph, ALL_DISJOINT) if node in sets]
    pairs: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        for each in group:
            pairs[each].update(other for other in group if other != each)
    return {name: frozenset(others) for name, others in pairs.items()}


def _items(graph: Graph, start: str) -> Iterator[str]:
    first, rest = dict(graph.get(FIRST, [])), dict(graph.get(REST, []))
    while start != NIL:
        yield first[start]
        start = rest[start]


def _instances(graph: Graph, kind: str) -> list[str]:
    return [subject for subject, object_ in graph.get(TYPE, []) if object_ == kind]


def _by_subject(pairs: Iterable[tuple[str, str]]) -> Edges:
    found: dict[str, set[str]] = defaultdict(set)
    for subject, object_ in pairs:
        found[subject].add(object_)
    return found


def _is_datatype(name: str) -> bool:
    return name.startswith("<http://www.w3.org/2001/XMLSchema#") or name in {f"<{RDFS}Literal>", f"<{RDF}langString>"}
