"""A decision as data: a Web Annotation of the words it is about, by somebody, on a day, for a reason (Web Annotation, section 3; PROV-O)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.graph.rdf.terms import date, iri, text
from forumgraph.ontology import PREFIXES, forum

if TYPE_CHECKING:
    from collections.abc import Iterable

    from forumgraph.graph.rdf.terms import Triple
    from forumgraph.graph.stated.decisions import Decision
    from forumgraph.graph.stated.draft import Draft
    from forumgraph.model import Span

_OA, _PROV, _DCTERMS, _FOAF = (PREFIXES[each] for each in ("oa", "prov", "dcterms", "foaf"))
_RDF = PREFIXES["rdf"]
_DAY = 10
NOBODY = "unnamed reviewer"
"""What a reviewer is called who left the column empty."""
_AROUND = 32
_MOTIVES = {"accept": "assessing", "reject": "moderating"}


def merged_points(review: Iterable[Triple]) -> list[tuple[str, str]]:
    """Return the decisions of a review layer by which points of two documents are joined, each with the point of this document."""
    verdicts = {f"<{forum.verdict}>": text("merge"), f"<{forum.decisionKind}>": text("pair")}
    told: dict[str, int] = {}
    points = []
    for subject, predicate, value in review:
        if verdicts.get(predicate) == value:
            told[subject] = told.get(subject, 0) + 1
        elif predicate == f"<{forum.decidedBy}>":
            points.append((value, subject))
    return sorted((decision, point) for decision, point in points if told.get(decision) == len(verdicts))


def say_decision(draft: Draft, decision: Decision, span: Span | None, *bodies: str) -> str:
    """Describe a decision and the words of the document it is about; return its node.

    Args:
        span: None where it is about the document as a whole.
        bodies: tokens of what it says of these words: a theme, an actor.
    """
    space = draft.mint.space
    node = space.decision(decision.identity)
    _describe(draft, node, decision)
    for body in bodies:
        draft.say(node, f"{_OA}hasBody", body)
    draft.say(node, f"{_OA}hasTarget", _target(draft, decision, span))
    return node


def _describe(draft: Draft, node: str, decision: Decision) -> None:
    words = " ".join(filter(None, (decision.verdict, decision.kind, decision.about, decision.value)))
    draft.node(node, words, forum.Decision, f"{_OA}Annotation")
    for predicate, value in (
        (forum.decisionKind, decision.kind),
        (forum.verdict, decision.verdict),
        (forum.rowKey, decision.key),
        (forum.decisionTopic, decision.about),
        (forum.decidedValue, decision.value),
        (forum.grounds, decision.reason),
    ):
        if value:
            draft.say(node, predicate, text(value))
    draft.say(node, f"{_OA}motivatedBy", iri(f"{_OA}{_MOTIVES.get(decision.verdict, 'editing')}"))
    if decision.reason:
        _reason(draft, node, decision.reason)
    _made(draft, node, decision)


def _reason(draft: Draft, node: str, words: str) -> None:
    body = f"{node[:-1]}/reason>"
    draft.node(body, words, f"{_OA}TextualBody")
    draft.say(body, f"{_RDF}value", text(words))
    draft.say(body, f"{_OA}hasPurpose", iri(f"{_OA}commenting"))
    draft.say(node, f"{_OA}hasBody", body)


def _made(draft: Draft, node: str, decision: Decision) -> None:
    """Say who decided and when; the day is as it was given, because nothing here looks at a clock."""
    reviewer, activity = draft.mint.space.reviewer(decision.reviewer), f"{node[:-1]}/activity>"
    name = decision.reviewer or NOBODY
    draft.node(reviewer, name, f"{_PROV}Agent", f"{_FOAF}Agent")
    draft.say(reviewer, f"{_FOAF}name", text(name))
    draft.node(activity, f"Review by {name}", f"{_PROV}Activity")
    draft.say(activity, f"{_PROV}wasAssociatedWith", reviewer)
    draft.say(node, f"{_PROV}wasGeneratedBy", activity)
    draft.say(node, forum.reviewer, reviewer)
    draft.say(node, f"{_DCTERMS}creator", reviewer)
    if decision.date:
        day = _day(decision.date)
        draft.say(node, forum.decidedOn, day)
        draft.say(node, f"{_DCTERMS}created", day)


def _day(words: str) -> str:
    try:
        return date(words[:_DAY] if words[_DAY:].startswith(("T", " ")) else words)
    except ValueError:
        return text(words)


def _target(draft: Draft, decision: Decision, span: Span | None) -> str:
    if span is None:
        return draft.mint.document()
    target = draft.mint.target(decision.identity)
    selector = f"{target[:-1]}/quote>"
    content = draft.report.document.text
    draft.node(target, f"“{span.of(content)}”", f"{_OA}SpecificResource")
    draft.say(target, f"{_OA}hasSource", draft.mint.document())
    draft.say(target, f"{_OA}hasSelector", selector)
    draft.say(target, forum.passage, draft.passage(span))
    draft.node(selector, f"“{span.of(content)}”", f"{_OA}TextQuoteSelector")
    before, after = content[max(span.start - _AROUND, 0) : span.start], content[span.end : span.end + _AROUND]
    for predicate, words in (("exact", span.of(content)), ("prefix", before), ("suffix", after)):
        if words:
            draft.say(selector, f"{_OA}{predicate}", text(words))
    return target
