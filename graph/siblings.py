"""The files beside a page that say the same to machines: Turtle, JSON-LD and N-Triples."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from forumgraph.graph.syntaxes import SYNTAXES, plain_jsonld, whole
from forumgraph.ontology import forum

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from forumgraph.graph.nodes import Nodes
    from forumgraph.graph.terms import Triple

TYPES: Mapping[str, str] = MappingProxyType(
    {"ttl": "text/turtle", "jsonld": "application/ld+json", "nt": "application/n-triples"}
)
"""From the ending of a file to its IANA media type."""

OWN = (
    forum.hasReading,
    forum.hasParticipation,
    forum.passage,
    forum.expansion,
)
"""What a resource leads to and is described with it."""

OF = (forum.linkOf, forum.resolves)
"""What leads to a resource and is described with it."""

_PREFIX = re.compile(r"^@prefix ([a-z]+): .*\n", re.MULTILINE)
_NAME = re.compile(r"(?<![\w:/<\"])([a-z]+):[A-Za-z0-9]")


def description(nodes: Nodes, node: str) -> list[Triple]:
    """Return the triples about a resource, with those about the small nodes that belong to it, sorted."""
    found: dict[str, None] = {}
    waiting = [node]
    while waiting:
        each = waiting.pop()
        if each not in found:
            found[each] = None
            waiting.extend(other for predicate in OWN for other in nodes.all(each, predicate))
            waiting.extend(other for predicate in OF for other in nodes.back(each, predicate))
    return sorted({triple for each in found for triple in nodes.about.get(each, ())})


def siblings(stem: str, triples: Sequence[Triple], base: str) -> Iterator[tuple[str, str]]:
    """Write the files of a resource.

    Args:
        stem: path without an ending.
        triples: sorted.
        base: absolute IRI that ends with a slash.
    """
    yield f"{stem}.ttl", _pruned(whole(SYNTAXES["turtle"], [("", triples)], base))
    yield f"{stem}.jsonld", plain_jsonld(triples, base)
    yield f"{stem}.nt", "".join([f"{s} {p} {o} .\n" for s, p, o in triples])


def _pruned(turtle: str) -> str:
    """Leave out the prefixes that a file does not use."""
    used = set(_NAME.findall(turtle[turtle.find("\n\n") :]))
    return _PREFIX.sub(lambda match: match[0] if match[1] in used else "", turtle)
