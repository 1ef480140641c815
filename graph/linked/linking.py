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
from forumgraph.graph.linked.joints import Joint, node_of
from forumgraph.graph.linked.relating import Relation, relate
from forumgraph.graph.rdf.identifiers import CORPUS, Namespace
from forumgraph.graph.rdf.terms import RDF_TYPE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from forumgraph.graph.linked.lastrun import LastRun
    from forumgraph.graph.linked.statements import Statement
    from forumgraph.graph.rdf.syntaxes import Graphs
    from forumgraph.graph.rdf.terms import Triple


def corpus_graphs(statements: Iterable[Statement], base: str) -> Iterator[Graphs]:
    """Relate statements, and return the graphs of the corpus in parts, each of a few statements of one document, which is the later one.

    Args:
        base: absolute IRI that ends with a slash.

    Raises:
        PublicationFailed: if a part does not conform to the shapes.
    """
    for joint in joined(statements, base):
        triples = joint.triples(base)
        check(triples)
        yield layers_of(triples, base)


def joined(
    statements: Iterable[Statement],
    base: str,
    refused: Collection[str] = (),
    merged: Collection[tuple[str, str]] = (),
    last: LastRun | None = None,
) -> Iterator[Joint]:
    """Relate statements, and return what joins them in parts, each of a few statements of one document, which is the later one.

    Args:
        refused: tokens of links that a person rejected.
        merged: decisions by which a person joined points of two documents, each with one of the points.
        last: what the last run related; it saves work, and changes nothing.
    """
    rows = list(statements) if merged else statements
    decided = merged_relations(rows, merged) if merged else []
    space, pairs = Namespace(base), {(each.later.node, each.earlier.node) for each in decided}
    firsts: dict[str, str] = {}
    for _, relations in groupby(merge(decided, relate(rows, last), key=_order), key=lambda each: each.later.document):
        kept = [
            each
            for each in relations
            if not (refused and node_of(each, space) in refused)
            and (not pairs or each.by_decision or each.kind == "followsUp" or pairs.isdisjoint(_both_ways(each)))
        ]
        if kept:
            yield from Joint(kept, list(_firsts(kept, firsts))).parts()


def _firsts(relations: Iterable[Relation], known: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Say where chains begin, and remember it. The strongest link comes first, so the first one of a statement decides."""
    for each in relations:
        later, earlier = each.later.node, each.earlier.node
        if each.kind == "repeats" and later not in known:
            known[later] = known.get(earlier, earlier)
            yield later, known[later]


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
        Relation(later, earlier, "repeats", 1.0, by_decision=True)
        for earlier, later in (pair for pair in pairs if len(pair) == 2)
        if earlier.document != later.document
    ]
    return sorted(told, key=lambda each: (*_order(each), each.earlier.node))


def _order(relation: Relation) -> tuple[str, ...]:
    """Return by what relations are ordered, as `relate` gives them: where a chain begins is known of earlier statements first, in whatever language."""
    later = relation.later
    return later.date, later.document, later.node


def _both_ways(relation: Relation) -> tuple[tuple[str, str], tuple[str, str]]:
    one, other = relation.later.node, relation.earlier.node
    return (one, other), (other, one)


def check(derived: Sequence[Triple], engine: str = "shacl") -> None:
    """Check parts of the derived layer of the corpus, many at once.

    Args:
        engine: a key of `forumgraph.graph.checked.engines.ENGINES`.

    Raises:
        PublicationFailed: if they do not conform to the shapes.
    """
    results = validation.validate(derived, engine)
    if validation.blocking(results):
        raise PublicationFailed(
            f"links between documents do not conform: {results[0].message} ({results[0].focus})",
            remedy="This is a fault of forumgraph: please report it with the documents",
        )


def layers_of(derived: Sequence[Triple], base: str) -> Graphs:
    """Return one part of the derived layer of the corpus with what follows from it.

    Args:
        base: absolute IRI that ends with a slash.
    """
    space = Namespace(base)
    return [
        (space.layer(layer, CORPUS), sorted(rows))
        for layer, rows in (("derived", derived), ("inferred", _concluded(derived)))
        if rows
    ]


def _concluded(derived: Sequence[Triple]) -> list[Triple]:
    """Return what follows, but for the classes of points and passages, which their documents tell."""
    own = {subject for subject, predicate, _ in derived if predicate == RDF_TYPE}
    return [triple for triple in infer(rules(), derived, background()) if triple[1] != RDF_TYPE or triple[0] in own]
