"""What joins the statements of one document to earlier ones: its relations, on their way to a worker, and as triples with their reasons."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from itertools import chain, groupby
from typing import TYPE_CHECKING

from forumgraph.graph.linked import statements
from forumgraph.graph.linked.relating import Relation
from forumgraph.graph.rdf import terms
from forumgraph.graph.rdf.identifiers import Namespace, concept
from forumgraph.graph.rdf.terms import LABEL, RDF_TYPE
from forumgraph.graph.stated.draft import shortened
from forumgraph.ontology import forum

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from forumgraph.graph.linked.statements import Statement
    from forumgraph.graph.rdf.terms import Triple

KINDS = {"repeats": forum.repeats, "narrows": forum.narrows, "relatedTo": forum.relatedTo}
"""From a kind of relation to the property that says it in one step."""

_FEW = 4
"""Statements that one part has, about."""

_METHOD = "weight of shared stems"
_DECIDED = "review"
_DIRECT = {kind: terms.iri(link) for kind, link in KINDS.items()}
_STATEMENT_LINK, _RELATING = terms.iri(forum.StatementLink), terms.text("relating")
_LINK_FROM, _LINK_TO, _LINK_KIND, _RULE, _BY_METHOD, _SCORE, _SHARED_WORDS = (
    f"<{each}>"
    for each in (forum.linkFrom, forum.linkTo, forum.linkKind, forum.rule, forum.method, forum.score, forum.sharedWords)
)
"""Tokens that every link has, made once: a large publication has a hundred links a document."""


@dataclass(frozen=True, slots=True)
class Joint:
    """What joins statements of one document to earlier ones.

    Attributes:
        relations: the strongest of each statement first.
        firsts: where chains of repetition begin: nodes of a statement of the document and of the first one of its chain.
    """

    relations: Sequence[Relation]
    firsts: Sequence[tuple[str, str]] = ()

    @property
    def ends(self) -> list[Statement]:
        """The statements that are joined, each once."""
        ends = ((end.node, end) for each in self.relations for end in (each.later, each.earlier))
        return list(dict(ends).values())

    def parts(self) -> Iterator[Joint]:
        """Yield it in parts of a few statements: where a part ends is told by its last statement alone, so that a change of one part leaves the others as they are."""
        first, relations = dict(self.firsts), list[Relation]()
        for node, own in groupby(self.relations, key=lambda each: each.later.node):
            relations += own
            if zlib.crc32(node.encode()) % _FEW == 0:
                yield _part(relations, first)
                relations = []
        if relations:
            yield _part(relations, first)

    def triples(self, base: str) -> list[Triple]:
        """Return what is told for the derived layer, each triple once.

        Args:
            base: absolute IRI that ends with a slash.
        """
        space = Namespace(base)
        told = chain.from_iterable(_told(node_of(each, space), each) for each in self.relations)
        firsts = ((node, f"<{forum.firstStatement}>", first) for node, first in self.firsts)
        return list(dict.fromkeys(chain(told, firsts)))

    def pack(self) -> bytes:
        """Write it so that `unpack` reads it; scores as they are told, so that a change too small to be told changes nothing."""
        ends = self.ends
        numbers = {end.node: number for number, end in enumerate(ends)}
        rows = [
            (numbers[each.later.node], numbers[each.earlier.node], each.kind, round(each.score, 2), each.by_decision)
            for each in self.relations
        ]
        return json.dumps([rows, self.firsts]).encode() + b"\n" + statements.pack(ends)


def _part(relations: Sequence[Relation], first: Mapping[str, str]) -> Joint:
    nodes = dict.fromkeys(each.later.node for each in relations)
    return Joint(relations, [(node, first[node]) for node in nodes if node in first])


def unpack(data: bytes) -> Joint:
    """Read what `Joint.pack` wrote."""
    told, _, packed = data.partition(b"\n")
    ends, (rows, firsts) = statements.unpack(packed), json.loads(told)
    return Joint([Relation(ends[later], ends[earlier], *rest) for later, earlier, *rest in rows], firsts)


def node_of(relation: Relation, space: Namespace) -> str:
    """Return the node of the link, or of the follow-up, that says it."""
    name = space.follow_up if relation.kind == "followsUp" else space.statement_link
    return name(relation.later.document, relation.later.node, relation.earlier.node)


def _told(node: str, relation: Relation) -> Iterator[Triple]:
    words = _shared(relation)
    yield from (_follow_up if relation.kind == "followsUp" else _link)(node, relation, words)
    yield node, _BY_METHOD, terms.text(_DECIDED if relation.by_decision else _METHOD)
    yield node, _SCORE, terms.decimal(relation.score)
    yield node, _SHARED_WORDS, terms.text(words, relation.later.language)


def _link(node: str, relation: Relation, words: str) -> Iterator[Triple]:
    later, earlier, direct = relation.later.node, relation.earlier.node, _DIRECT[relation.kind]
    yield node, RDF_TYPE, _STATEMENT_LINK
    yield node, LABEL, terms.text(f"{relation.kind}: {shortened(words)}")
    yield node, _LINK_FROM, later
    yield node, _LINK_TO, earlier
    yield node, _LINK_KIND, direct
    yield node, _RULE, _RELATING
    yield later, direct, earlier


def _follow_up(node: str, relation: Relation, _words: str) -> Iterator[Triple]:
    telling, earlier = relation.later, relation.earlier
    yield node, RDF_TYPE, terms.iri(forum.FollowUp)
    yield node, LABEL, terms.text(f"{telling.state.replace('-', ' ')}: {shortened(telling.sentence)}")
    yield node, f"<{forum.followsUp}>", earlier.node
    yield node, f"<{forum.followUpState}>", concept("follow-up-state", telling.state)
    yield node, f"<{forum.cueWords}>", terms.text(telling.cue, telling.language)
    yield node, f"<{forum.evidence}>", terms.text(telling.sentence, telling.language)
    yield node, f"<{forum.passage}>", telling.node
    yield node, _RULE, terms.text("followups")
    yield earlier.node, f"<{forum.hasFollowUp}>", node


def _shared(relation: Relation) -> str:
    """Return the words of the stems that both share; of a link that a person decided all words of the later one, where they share none."""
    later = relation.later
    shared = {*later.stems}.intersection(relation.earlier.stems) or later.stems
    words = dict(zip(later.stems, later.words, strict=True))
    return "; ".join([word for stem, word in words.items() if stem in shared])
