"""The files beside a page that say the same to machines: Turtle, JSON-LD and N-Triples."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.graph.rdf.syntaxes import blocks, nodes_jsonld, plain_jsonld, turtle_head
from forumgraph.ontology import forum

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from forumgraph.graph.rdf.nodes import Nodes
    from forumgraph.graph.rdf.terms import Triple

TYPES: Mapping[str, str] = {"ttl": "text/turtle", "jsonld": "application/ld+json", "nt": "application/n-triples"}
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

_PREFIX = re.compile(r"\"([a-z][a-z0-9]*):")
"""What names begin with in JSON-LD. The same names are shortened in Turtle; a literal that begins so brings a prefix too many."""


@dataclass(frozen=True, slots=True)
class Block:
    """What is said of one subject, written in each syntax, with the prefixes it uses."""

    turtle: str
    jsonld: str
    ntriples: str
    prefixes: frozenset[str]


class Blocks:
    """What is said of subjects: each is written once, for all the files that tell of it.

    Args:
        about: triples by their subject, sorted.
        base: absolute IRI that ends with a slash.
    """

    def __init__(self, about: Mapping[str, Sequence[Triple]], base: str) -> None:
        self._about = about
        self._base = base
        self._known: dict[str, Block] = {}

    def of(self, subject: str) -> Block:
        """Return what is said of one subject."""
        found = self._known.get(subject)
        if found is None:
            found = self._known[subject] = _block(self._about[subject], self._base)
        return found

    def files(self, stem: str, subjects: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Write the files of a resource.

        Args:
            stem: path without an ending.
            subjects: the resource, and the small nodes that belong to it.
        """
        return _files(stem, [self.of(each) for each in sorted(subjects)], self._base)


def described(nodes: Nodes, node: str) -> list[str]:
    """Return a resource and the small nodes that belong to it, as far as something is said of them."""
    found: dict[str, None] = {}
    waiting = [node]
    while waiting:
        each = waiting.pop()
        if each not in found:
            found[each] = None
            waiting.extend(other for predicate in OWN for other in nodes.all(each, predicate))
            waiting.extend(other for predicate in OF for other in nodes.back(each, predicate))
    return [each for each in found if each in nodes.about]


def siblings(stem: str, triples: Sequence[Triple], base: str) -> Iterator[tuple[str, str]]:
    """Write the files of a resource.

    Args:
        stem: path without an ending.
        triples: sorted.
        base: absolute IRI that ends with a slash.
    """
    return _files(stem, [_block(triples, base)] if triples else [], base)


def _block(triples: Sequence[Triple], base: str) -> Block:
    turtle, jsonld = blocks(triples, base), nodes_jsonld(triples, base)
    return Block(
        turtle,
        jsonld,
        "".join([f"{s} {p} {o} .\n" for s, p, o in triples]),
        frozenset(_PREFIX.findall(jsonld)),
    )


def _files(stem: str, parts: Sequence[Block], base: str) -> Iterator[tuple[str, str]]:
    used = frozenset[str]().union(*[each.prefixes for each in parts])
    yield f"{stem}.ttl", turtle_head(base, used) + "".join([each.turtle for each in parts])
    yield f"{stem}.jsonld", plain_jsonld(",\n".join([each.jsonld for each in parts]), base, used)
    yield f"{stem}.nt", "".join([each.ntriples for each in parts])
