"""Pages of names that earlier editions had and this one has not, and of what people took out of view: whoever follows a citation finds out what became of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from forumgraph.graph.decided.reviewed import out_of_view
from forumgraph.graph.rdf.nodes import Nodes, parse_nquads
from forumgraph.graph.rdf.siblings import siblings
from forumgraph.graph.rdf.terms import RDF_TYPE, plain
from forumgraph.graph.shown.exhibits import Link
from forumgraph.graph.shown.vocabularies import labels
from forumgraph.ontology import FORUM, PREFIXES, forum

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from forumgraph.graph.rdf.addresses import Addresses
    from forumgraph.graph.rdf.terms import Triple
    from forumgraph.graph.shown.corpus import Corpus
    from forumgraph.graph.shown.pages import Frame

_REPLACED = f"{PREFIXES['dcterms']}isReplacedBy"
_INVALIDATED = f"{PREFIXES['prov']}invalidatedAtTime"


def grave_pages(
    frame: Frame, stones: Sequence[Triple], addresses: Addresses, corpus: Corpus
) -> Iterator[tuple[str, str]]:
    """Yield the pages of names that vanished and the files beside them, with their texts.

    Args:
        stones: triples about these names.
        corpus: where what took their place has its words.
    """
    words = {each.page: each.text for each in corpus.points}
    words |= {each.page: each.title for each in corpus.sessions}
    words |= {each.page: each.file for each in corpus.documents}
    graves = _Graves(frame, Nodes(sorted(stones), labels()), addresses, words=words)
    for node in graves.nodes.about:
        yield from graves.pages(node)


def withdrawn_pages(frame: Frame, nquads: str, addresses: Addresses) -> Iterator[tuple[str, str]]:
    """Yield the pages of what decisions took out of view in one document, and the files beside them, with their texts.

    Args:
        nquads: all its layers, as `syntaxes` writes them.
    """
    hidden = out_of_view(nquads)
    graves = _Graves(frame, Nodes(parse_nquads(nquads) if hidden else (), labels()), addresses, frozenset(hidden))
    for node in hidden:
        yield from graves.pages(node)


@dataclass(frozen=True, slots=True)
class _Graves:
    """Pages about nodes.

    Attributes:
        hidden: what decisions took out of view; empty where that is not the reason.
        words: of what is there, by its page.
    """

    frame: Frame
    nodes: Nodes
    addresses: Addresses
    hidden: frozenset[str] = frozenset()
    words: Mapping[str, str] = field(default_factory=dict)

    def pages(self, node: str) -> Iterator[tuple[str, str]]:
        stem = self.addresses.stem(node[1:-1])
        if stem:
            nodes = self.nodes
            decisions = [*nodes.all(node, forum.rejectedBy), *nodes.all(node, forum.correctedBy)]
            triples = {triple for each in (node, *decisions) for triple in nodes.about.get(each, ())}
            yield from siblings(stem, sorted(triples), self.addresses.base)
            yield f"{stem}.html", self.page(node, stem, decisions)

    def page(self, node: str, stem: str, decisions: Sequence[str]) -> str:
        nodes = self.nodes
        after = (each for decision in decisions for each in nodes.back(decision, forum.decidedBy))
        successors = [*nodes.all(node, _REPLACED), *(each for each in after if each not in self.hidden)]
        return self.frame.render(
            "grave.html",
            f"{stem}.html",
            nodes.words(node, forum.text) or nodes.label(node),
            iri=node[1:-1],
            name=stem.rpartition("/")[2],
            was=[nodes.label(each) for each in _kinds(nodes, node)],
            words=nodes.words(node, forum.formerWords),
            since=nodes.words(node, _INVALIDATED)[:10],
            successors=[self.link(each) for each in successors],
            decided=bool(self.hidden),
            decisions=[_decision(nodes, each) for each in decisions],
        )

    def link(self, node: str) -> Link:
        page = self.addresses.page(node[1:-1])
        known = labels().get(node) or self.nodes.one(node, forum.text) or node
        return Link(self.words.get(page) or plain(known), page)


def _kinds(nodes: Nodes, node: str) -> list[str]:
    own = [each for each in nodes.all(node, plain(RDF_TYPE)) if each.startswith(f"<{FORUM}")]
    return nodes.all(node, forum.formerClass) or own[:1]


def _decision(nodes: Nodes, node: str) -> tuple[str, str, str]:
    """Return who decided, when and why."""
    reviewer = nodes.one(node, forum.reviewer)
    return (
        nodes.label(reviewer) if reviewer else "",
        nodes.words(node, forum.decidedOn),
        nodes.words(node, f"{PREFIXES['rdfs']}comment"),
    )
