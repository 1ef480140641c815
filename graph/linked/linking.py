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
        if name(relation.later.document, *_ends(relation)) in self.refused:
            return
        if not relation.by_decision and not told and frozenset(_ends(relation)) in self.merged:
            return
        if told:
            yield from self.follow_up(relation)
            return
        yield from self.link(relation)
        if relation.kind == "repeats":
            yield from self.origin(relation)

    def origin(self, relation: Relation) -> Iterator[Triple]:
        """Say where a chain begins. The strongest link comes first, so the first one of a statement decides."""
        later, earlier = relation.later.node, relation.earlier
        if later not in self.first:
            self.first[later] = self.first.get(earlier.node, (earlier.date, earlier.node))
            yield later, f"<{forum.firstStatement}>", self.first[later][1]

    def link(self, relation: Relation) -> Iterator[Triple]:
        later, earlier, words = relation.later, relation.earlier, _shared(relation)
        node = self.space.statement_link(later.document, later.node, earlier.node)
        direct = KINDS[relation.kind]
        yield node, RDF_TYPE, terms.iri(forum.StatementLink)
        yield node, LABEL, terms.text(f"{relation.kind}: {shortened(words)}")
        yield node, f"<{forum.linkFrom}>", later.node
        yield node, f"<{forum.linkTo}>", earlier.node
        yield node, f"<{forum.linkKind}>", terms.iri(direct)
        yield node, f"<{forum.rule}>", terms.text("relating")
        yield from _reasons(node, relation, words)
        yield later.node, f"<{direct}>", earlier.node

    def follow_up(self, relation: Relation) -> Iterator[Triple]:
        telling, earlier, words = relation.later, relation.earlier, _shared(relation)
        node = self.space.follow_up(telling.document, telling.node, earlier.node)
        yield node, RDF_TYPE, terms.iri(forum.FollowUp)
        yield node, LABEL, terms.text(f"{telling.state.replace('-', ' ')}: {shortened(telling.sentence)}")
        yield node, f"<{forum.followsUp}>", earlier.node
        yield node, f"<{forum.followUpState}>", concept("follow-up-state", telling.state)
        yield node, f"<{forum.cueWords}>", terms.text(telling.cue, telling.language)
        yield node, f"<{forum.evidence}>", terms.text(telling.sentence, telling.language)
        yield node, f"<{forum.passage}>", telling.node
        yield node, f"<{forum.rule}>", terms.text("followups")
        yield from _reasons(node, relation, words)
        yield earlier.node, f"<{forum.hasFollowUp}>", node


def _shared(relation: Relation) -> str:
    later = relation.later
    words = dict(zip(later.stems, later.words, strict=True))
    return "; ".join(word for stem, word in words.items() if stem in relation.likeness.shared)


def _reasons(node: str, relation: Relation, words: str) -> Iterator[Triple]:
    yield node, f"<{forum.method}>", terms.text(_DECIDED if relation.by_decision else _METHOD)
    yield node, f"<{forum.score}>", terms.decimal(relation.likeness.score)
    yield node, f"<{forum.sharedWords}>", terms.text(words, relation.later.language)
