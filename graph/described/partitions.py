"""Which classes and properties are used, and what leads from where to what: VoID partitions, as query editors read them to help with queries."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from forumgraph.graph.rdf.identifiers import named
from forumgraph.graph.rdf.syntaxes import SYNTAXES, whole
from forumgraph.graph.rdf.terms import RDF_TYPE, Triple, integer, iri, text
from forumgraph.ontology import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.graph.described.counts import Counts

FILE = "void.ttl"

_VOID = PREFIXES["void"]
_EXT = "http://ldf.fi/void-ext#"
_LABEL = iri(f"{PREFIXES['rdfs']}label")
_DATATYPES = (f"<{PREFIXES['xsd']}", f"<{PREFIXES['rdf']}langString")


def part(token: str) -> str:
    """Return what the partition of a term is called in an IRI.

    >>> part("<https://w3id.org/forumgraph/ontology#Session>").rpartition("-")[0]
    'ontology-session'
    """
    return named(token[1:-1].rsplit("/", 1)[-1])


def partitions(base: str, counts: Counts) -> str:
    """Describe in Turtle which properties the nodes of each class have, and which classes and datatypes these lead to.

    Args:
        base: absolute IRI that ends with a slash.
    """
    return whole(SYNTAXES["turtle"], [("", sorted(_triples(base, counts)))], base)


def _triples(base: str, counts: Counts) -> Iterator[Triple]:
    dataset = iri(f"{base}dataset")
    yield dataset, RDF_TYPE, iri(f"{_VOID}Dataset")
    for kind, patterns in groupby(sorted(counts.patterns), key=itemgetter(0)):
        node = f"{base}dataset/class/{part(kind)}"
        yield dataset, iri(f"{_VOID}classPartition"), iri(node)
        yield iri(node), iri(f"{_VOID}class"), kind
        yield iri(node), iri(f"{_VOID}entities"), integer(counts.classes[kind])
        yield iri(node), _LABEL, text(f"Use of {kind[1:-1]}", "en")
        for link, ends in groupby(patterns, key=itemgetter(1)):
            inner = f"{node}/{part(link)}"
            yield iri(node), iri(f"{_VOID}propertyPartition"), iri(inner)
            yield iri(inner), iri(f"{_VOID}property"), link
            yield iri(inner), _LABEL, text(f"{link[1:-1]} of {kind[1:-1]}", "en")
            for pattern in ends:
                yield from _end(inner, pattern[2], counts.patterns[pattern])


def _end(inner: str, end: str, number: int) -> Iterator[Triple]:
    if not end:
        yield iri(inner), iri(f"{_VOID}triples"), integer(number)
        return
    space, word, of = (_EXT, "datatype", "datatype") if end.startswith(_DATATYPES) else (_VOID, "class", "class")
    node = iri(f"{inner}/{part(end)}")
    yield iri(inner), iri(f"{space}{word}Partition"), node
    yield node, iri(f"{space}{of}"), end
    yield node, iri(f"{_VOID}triples"), integer(number)
    yield node, _LABEL, text(f"{inner.rpartition('/')[2]} to {end[1:-1]}", "en")
