"""What the tests of the ontology, its schemes and its authority files share: graphs that are read once, names of terms, cycles."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from rdflib import OWL, RDF, Graph, URIRef

from forumgraph import ontology
from forumgraph.ontology import FORUM

KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)


@cache
def graph(*names: str) -> Graph:
    return ontology.graph(*names)


@cache
def terms(*kinds: URIRef) -> tuple[URIRef, ...]:
    of = {str(s) for kind in kinds or KINDS for s in graph("forum").subjects(RDF.type, kind)}
    return tuple(URIRef(iri) for iri in sorted(of) if iri.startswith(FORUM))


def local(iri: object) -> str:
    return re.split(r"[#/]", str(iri))[-1]


def term(name: str) -> URIRef:
    return URIRef(FORUM + name)


def has_cycle(edges: dict[URIRef, set[URIRef]]) -> bool:
    def leads_back(start: URIRef) -> bool:
        seen: set[URIRef] = set()
        ahead = list(edges.get(start, ()))
        while ahead:
            node = ahead.pop()
            if node == start:
                return True
            if node not in seen:
                seen.add(node)
                ahead.extend(edges.get(node, ()))
        return False

    return any(leads_back(node) for node in edges)


def edges(of: Graph, predicate: URIRef) -> dict[URIRef, set[URIRef]]:
    found: dict[URIRef, set[URIRef]] = defaultdict(set)
    for s, o in of.subject_objects(predicate):
        found[URIRef(str(s))].add(URIRef(str(o)))
    return found
