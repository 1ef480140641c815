"""Pages of names that earlier editions had and this one has not: whoever follows a citation finds out what became of it."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from forumgraph.graph.exhibits import Link
from forumgraph.graph.nodes import Nodes
from forumgraph.graph.siblings import siblings
from forumgraph.graph.terms import plain
from forumgraph.graph.vocabularies import labels
from forumgraph.ontology import PREFIXES, forum

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forumgraph.graph.addresses import Addresses
    from forumgraph.graph.pages import Frame
    from forumgraph.graph.terms import Triple

_REPLACED = f"{PREFIXES['dcterms']}isReplacedBy"
_INVALIDATED = f"{PREFIXES['prov']}invalidatedAtTime"


def grave_pages(frame: Frame, stones: Sequence[Triple], addresses: Addresses) -> Iterator[tuple[str, str]]:
    """Yield these pages and the files beside them, with their texts.

    Args:
        stones: triples about names that vanished.
    """
    nodes = Nodes(sorted(stones), labels())
    for node, triples in groupby(sorted(stones), key=itemgetter(0)):
        stem = addresses.stem(node[1:-1])
        if stem:
            yield from siblings(stem, list(triples), addresses.base)
            yield f"{stem}.html", _page(frame, nodes, node, f"{stem}.html", addresses)


def _page(frame: Frame, nodes: Nodes, node: str, page: str, addresses: Addresses) -> str:
    successors = [(each, plain(each)) for each in nodes.all(node, _REPLACED)]
    return frame.render(
        "grave.html",
        page,
        nodes.label(node),
        iri=node[1:-1],
        name=page.rpartition("/")[2].removesuffix(".html"),
        was=[nodes.label(each) for each in nodes.all(node, forum.formerClass)],
        words=nodes.words(node, forum.formerWords),
        since=nodes.words(node, _INVALIDATED)[:10],
        successors=[Link(plain(labels().get(token, token)), addresses.page(each)) for token, each in successors],
    )
