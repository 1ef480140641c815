"""What joins the statements of different documents, as triples in a graph of the corpus: links, first statements, follow-ups, each with its reasons.

Nothing here says that two statements are the same: the later one repeats, narrows or is related to the earlier, by a score.
"""

from __future__ import annotations

from collections import defaultdict
from heapq import merge
from itertools import groupby
from typing import TYPE_CHECKING

from forumgraph.errors import PublicationFailed
from forumgraph.graph.checked import validation
from forumgraph.graph.checked.inference import infer
from forumgraph.graph.described.common import background, rules
from forumgraph.graph.linked.relating import Relation, relate
from forumgraph.graph.linked.weights import Likeness
from forumgraph.graph.rdf import terms
from forumgraph.graph.rdf.identifiers import CORPUS, Namespace, concept
from forumgraph.graph.rdf.terms import LABEL, RDF_TYPE
from forumgraph.graph.stated.draft import shortened
from forumgraph.ontology import forum

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from forumgraph.graph.linked.lastrun import LastRun
    from forumgraph.graph.linked.statements import Statement
    from forumgraph.graph.rdf.syntaxes import Graphs
    from forumgraph.graph.rdf.terms import Triple

KINDS = {"repeats": forum.repeats, "narrows": forum.narrows, "relatedTo": forum.relatedTo}
"""From a kind of relation to the property that says it in one step."""

_METHOD = "weight of shared stems"
_DECIDED = "review"
_DIRECT = {kind: terms.iri(link) for kind, link in KINDS.items()}
_STATEMENT_LINK, _RELATING = terms.iri(forum.StatementLink), terms.text("relating")
_LINK_FROM, _LINK_TO, _LINK_KIND, _RULE, _BY_METHOD, _SCORE, _SHARED_WORDS = (
    f"<{each}>"
    for each in (forum.linkFrom, forum.linkTo, forum.linkKind, forum.rule, forum.method, forum.score, forum.sharedWords)
)
"""Tokens that every link has, made once: a large publication has a hundred links a document."""


def corpus_graphs(statements: Iterable[Statement], base: str, *, refused: Collection[str] = ()) -> Iterator[Graphs]:
    """Relate statements, and return the graphs of the corpus in parts, one for each document that is the later one.

    Args:
        base: absolute IRI that ends with a slash.
        refused: tokens of links that a person rejected.

    Raises:
        PublicationFailed: if a part does not conform to the shapes.
    """
    for triples in joined(statements, base, refused):
        yield layers_of(triples, base)


def joined(
    statements: Iterable[Statement],
    base: str,
    refused: Collection[str] = (),
    merged: Collection[tuple[str, str]] = (),
    last: LastRun | None = None,
) -> Iterator[list[Triple]]:
    """Relate statements, and return what follows for the derived layer in parts, one for each document that is the later one.

    Args:
        refused: tokens of links that a person rejected.
        merged: decisions by which a person joined points of two documents, each with one of the points.
        last: what the last run related; it saves work, and changes nothing.
    """
    rows = list(statements) if merged else statements
    decided = merged_relations(rows, merged) if merged else []
    writer = _Writer(Namespace(base), frozenset(refused), frozenset(frozenset(_ends(each)) for each in decided))
    every = merge(decided, relate(rows, last), key=_order)
    for _, relations in groupby(every, key=lambda each: each.later.document):
        triples = list(dict.fromkeys(triple for each in relations for triple in writer.triples(each)))
        if triples:
            yield triples


def merged_relations(statements: Iterable[Statement], merged: Collection[tuple[str, str]]) -> list[Relation]:
    """Return the relations that a person decided: the later point repeats the earlier one, whatever words they share.

    Args:
        merged: decisions by which a person joined points of two documents, each with one of the points.
    """
    points = {node for _, node in merged}
    found = {each.node: each for each in statements if each.node in points}
    ends: defaultdict[str, list[Statement]] = defaultdict(list)
    for decision, node in sorted(set(merged)):
        if node in found:
            ends[decision].append(found[node])
    pairs = [sorted(each, key=lambda one: (one.date, one.document, one.node)) for each in ends.values()]
    told = [
        Relation(later, earlier, "repeats", Likeness(1.0, 1.0, _common(later, earlier)), by_decision=True)
        for earlier, later in (pair for pair in pairs if len(pair) == 2)
        if earlier.document != later.document
    ]
    return sorted(told, key=lambda each: (*_order(each), each.earlier.node))


def _order(relation: Relation) -> tuple[str, ...]:
    """Return by what relations are ordered, as `relate` gives them: where a chain begins is known of earlier statements first, in whatever language."""
    later = relation.later
    return later.date, later.document, later.node


def _common(later: Statement, earlier: Statement) -> tuple[str, ...]:
    """Return the stems that two statements share, or those of the later one where they share none: a link needs words to show."""
    return tuple(stem for stem in later.stems if stem in earlier.stems) or later.stems


def _ends(relation: Relation) -> tuple[str, str]:
    return relation.later.node, relation.earlier.node


def layers_of(derived: Sequence[Triple], base: str, *, engine: str = "shacl") -> Graphs:
    """Check one part of the derived layer of the corpus, and return it with what follows from it.

    Args:
        base: absolute IRI that ends with a slash.
        engine: a key of `forumgraph.graph.checked.engines.ENGINES`.

    Raises:
        PublicationFailed: if it does not conform to the shapes.
    """
    space = Namespace(base)
    results = validation.validate(derived, engine)
    if validation.blocking(results):
        raise PublicationFailed(
            f"links between documents do not conform: {results[0].message} ({results[0].focus})",
            remedy="This is a fault of forumgraph: please report it with the documents",
        )
    return [
        (space.layer(layer, CORPUS), sorted(rows))
        for layer, rows in (("derived", derived), ("inferred", _concluded(derived)))
        if rows
    ]


def _concluded(derived: Sequence[Triple]) -> list[Triple]:
    """Return what follows, but for the classes of points and passages, which their documents tell."""
    own = {subject for subject, predicate, _ in derived if predicate == RDF_TYPE}
    return [triple for triple in infer(rules(), derived, background()) if triple[1] != RDF_TYPE or triple[0] in own]


class _Writer:
    """Writes relations as triples; remembers where chains of repetition begin."""

    def __init__(self, space: Namespace, refused: frozenset[str], merged: frozenset[frozenset[str]]) -> None:
        self.space = space
        self.refused = refused
        self.merged = merged
        self.first: dict[str, tuple[str, str]] = {}

    def triples(self, relation: Relation) -> Iterator[Triple]:
        told = relation.kind == "followsUp"
        name = self.space.follow_up if told else self.space.statement_link
        node = name(relation.later.document, *_ends(relation))
        if node in self.refused:
            return
        if self.merged and not relation.by_decision and not told and frozenset(_ends(relation)) in self.merged:
            return
        if told:
            yield from _follow_up(node, relation)
            return
        yield from _link(node, relation)
        if relation.kind == "repeats":
            yield from self.origin(relation)

    def origin(self, relation: Relation) -> Iterator[Triple]:
        """Say where a chain begins. The strongest link comes first, so the first one of a statement decides."""
        later, earlier = relation.later.node, relation.earlier
        if later not in self.first:
            self.first[later] = self.first.get(earlier.node, (earlier.date, earlier.node))
            yield later, f"<{forum.firstStatement}>", self.first[later][1]


def _link(node: str, relation: Relation) -> Iterator[Triple]:
    later, earlier, words = relation.later, relation.earlier, _shared(relation)
    direct = _DIRECT[relation.kind]
    yield node, RDF_TYPE, _STATEMENT_LINK
    yield node, LABEL, terms.text(f"{relation.kind}: {shortened(words)}")
    yield node, _LINK_FROM, later.node
    yield node, _LINK_TO, earlier.node
    yield node, _LINK_KIND, direct
    yield node, _RULE, _RELATING
    yield from _reasons(node, relation, words)
    yield later.node, direct, earlier.node


def _follow_up(node: str, relation: Relation) -> Iterator[Triple]:
    telling, earlier, words = relation.later, relation.earlier, _shared(relation)
    yield node, RDF_TYPE, terms.iri(forum.FollowUp)
    yield node, LABEL, terms.text(f"{telling.state.replace('-', ' ')}: {shortened(telling.sentence)}")
    yield node, f"<{forum.followsUp}>", earlier.node
    yield node, f"<{forum.followUpState}>", concept("follow-up-state", telling.state)
    yield node, f"<{forum.cueWords}>", terms.text(telling.cue, telling.language)
    yield node, f"<{forum.evidence}>", terms.text(telling.sentence, telling.language)
    yield node, f"<{forum.passage}>", telling.node
    yield node, _RULE, terms.text("followups")
    yield from _reasons(node, relation, words)
    yield earlier.node, f"<{forum.hasFollowUp}>", node


def _shared(relation: Relation) -> str:
    later, shared = relation.later, frozenset(relation.likeness.shared)
    words = dict(zip(later.stems, later.words, strict=True))
    return "; ".join([word for stem, word in words.items() if stem in shared])


def _reasons(node: str, relation: Relation, words: str) -> Iterator[Triple]:
    yield node, _BY_METHOD, terms.text(_DECIDED if relation.by_decision else _METHOD)
    yield node, _SCORE, terms.decimal(relation.likeness.score)
    yield node, _SHARED_WORDS, terms.text(words, relation.later.language)
