"""A report becomes the stated triples of its document: what the document says, in its words, each thing with the passage it was read from.

Nothing is looked up here. Whom a name stands for, when a session was in universal time and what a point is about is said in `deriving`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.graph.rdf import terms
from forumgraph.graph.rdf.identifiers import Mint, Namespace, concept, sdg
from forumgraph.graph.rdf.terms import RDF_TYPE
from forumgraph.graph.stated.briefs import Brief
from forumgraph.graph.stated.draft import Draft, shortened
from forumgraph.graph.stated.participants import Participants
from forumgraph.model import Recommendation, Span
from forumgraph.ontology import forum

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from forumgraph.graph.rdf.terms import Triple
    from forumgraph.model import Fact, Issue, Place, Report, Session

_DATES, _TIMES = frozenset({"date", "end_date"}), frozenset({"start_time", "end_time"})

FIELDS: Mapping[str, str] = {
    "title": forum.title,
    "type": forum.sessionType,
    "date": forum.date,
    "end_date": forum.endDate,
    "start_time": forum.startTime,
    "end_time": forum.endTime,
    "timezone": forum.timeZone,
    "venue": forum.venue,
    "city": forum.city,
    "country": forum.country,
    "mode": forum.mode,
}
"""From a field of `Session` to the property it becomes."""

_SCHEMES = {"type": "session-type", "mode": "mode"}


@dataclass(frozen=True, slots=True)
class Point:
    """An issue or recommendation, the node it became, and the session it belongs to."""

    node: str
    session: str
    value: Issue | Recommendation


@dataclass(frozen=True, slots=True)
class Stated:
    """What one document states, and which node each value of the report became.

    Attributes:
        sessions: nodes and sessions, in the order of the text.
        forums: nodes of forums as the document names them, with the session that is part of them.
        places: where the source speaks of a node, from its IRI without brackets.
    """

    draft: Draft
    sessions: tuple[tuple[str, Session], ...]
    points: tuple[Point, ...]
    forums: tuple[tuple[str, str, Fact], ...]
    participants: Participants

    @property
    def triples(self) -> list[Triple]:
        """The triples, each once, in the order in which they were written."""
        return list(dict.fromkeys(self.draft.triples))

    @property
    def places(self) -> Mapping[str, Place]:
        """Where the source speaks of a node."""
        return {node: self.draft.place(span) for node, span in self.draft.spans.items()}


def state(report: Report, space: Namespace | None = None, brief: Brief | None = None) -> Stated:
    """Map a report to the stated layer of its document, which is the same whatever was decided about it.

    Raises:
        ValueError: if words hold a lone surrogate, which no reader lets through.
    """
    draft = Draft(report, Mint(report.document.source.name, space or Namespace()), brief=brief or Brief())
    return _Mapping(draft).run()


def session_node(mint: Mint, session: Session, text: str) -> str:
    """Return the node of a session: it is called by its title, else by the words that tell of it.

    Args:
        mint: that has named the sessions before it.
        text: of the document.
    """
    return mint.session(session.title.value if session.title else session.span.of(text)[:500])


class _Mapping:
    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.participants = Participants(draft)
        self.points: list[Point] = []
        self.forums: list[tuple[str, str, Fact]] = []

    def run(self) -> Stated:
        self.document()
        sessions = tuple((self.session(each), each) for each in self.draft.report.sessions)
        return Stated(self.draft, sessions, tuple(self.points), tuple(self.forums), self.participants)

    def document(self) -> None:
        draft, report = self.draft, self.draft.report
        name, source = draft.mint.document(), report.document.source
        used = sum(1 for sentence in report.sentences if sentence.used_by)
        draft.node(name, source.name, forum.Document)
        for predicate, words in (
            (forum.fileName, source.name),
            (forum.mediaType, source.media_type),
            (forum.sha256, source.sha256),
        ):
            draft.say(name, predicate, terms.text(words))
        if report.language:
            draft.say(name, forum.language, terms.text(report.language))
        draft.say(name, forum.documentKind, concept("document-kind", report.kind.value))
        draft.say(name, forum.sentenceCount, terms.integer(len(report.sentences)))
        draft.say(name, forum.usedSentenceCount, terms.integer(used))
        draft.say(name, forum.content, terms.text(report.document.text))
        self.unused()

    def unused(self) -> None:
        """List the sentences that nothing was read from, so that what was left out can be seen."""
        draft = self.draft
        for sentence in draft.report.sentences:
            if not sentence.used_by:
                passage = draft.passage(sentence.span)
                draft.say(passage, RDF_TYPE[1:-1], terms.iri(forum.UnusedPassage))
                if sentence.reason:
                    draft.say(passage, forum.reason, terms.text(sentence.reason))

    def session(self, session: Session) -> str:
        draft = self.draft
        name = session_node(draft.mint, session, draft.report.document.text)
        label = session.title.value if session.title else f"Session in {draft.report.document.source.name}"
        draft.node(name, label, forum.Session)
        draft.say(draft.mint.document(), forum.tells, name)
        draft.ground(name, self.naming(session), session.title.rule if session.title else "")
        for field in FIELDS:
            self.field(name, label, field, getattr(session, field))
        for fact in session.part_of:
            self.part_of(name, label, fact)
        for part in session.participations:
            self.participants.participation(name, label, part)
        self.sdgs(name, session.sdgs)
        for issue in session.issues:
            self.issue(name, issue)
        for recommendation in session.recommendations:
            if not recommendation.derived:
                self.recommendation(name, recommendation)
        return name

    def naming(self, session: Session) -> Span:
        """Return the words a session is known by: its title, else its date, else the beginning of the part of the text that tells of it."""
        fact = session.title or session.date
        if fact:
            return fact.span
        start, end = session.span.start, session.span.end
        stop = self.draft.report.document.text.find("\n", start, end)
        return Span(start, min(stop if stop > start else end, start + 500))

    def field(self, session: str, label: str, field: str, fact: Fact | None) -> None:
        if fact is None:
            return
        value = self.encoded(field, fact.value)
        if value:
            self.draft.say(session, FIELDS[field], value)
        self.reading(session, label, field, FIELDS[field], fact)

    def encoded(self, field: str, value: str) -> str:
        """Return the token of a field's value; empty where the value is not what the field holds, so that only the reading remains."""
        try:
            if field in _DATES:
                return terms.date(value)
            return terms.time(value) if field in _TIMES else self.worded(field, value)
        except ValueError:
            return ""

    def worded(self, field: str, value: str) -> str:
        if field in _SCHEMES:
            return concept(_SCHEMES[field], value)
        return terms.text(value) if field == "timezone" else self.draft.words(value)

    def reading(
        self, session: str, label: str, field: str, predicate: str, fact: Fact, *, several: bool = False
    ) -> None:
        draft = self.draft
        name = draft.mint.reading(session, field, fact.value if several else "")
        draft.node(name, f"{field.replace('_', ' ')} of {label}", forum.Reading)
        draft.say(session, forum.hasReading, name)
        draft.say(name, forum.readsField, terms.iri(predicate))
        draft.say(name, forum.asStated, draft.words(fact.span.of(draft.report.document.text)))
        draft.say(name, forum.value, terms.text(fact.value))
        draft.ground(name, fact.span, fact.rule)

    def part_of(self, session: str, label: str, fact: Fact) -> None:
        draft = self.draft
        name = draft.mint.forum(fact.value)
        if all(name != known for known, _, _ in self.forums):
            draft.node(name, fact.value, forum.Forum)
            draft.say(name, forum.name, draft.words(fact.value))
            draft.ground(name, fact.span, fact.rule)
        self.forums.append((name, session, fact))
        draft.say(session, forum.partOf, name)
        self.reading(session, label, "part_of", forum.partOf, fact, several=True)

    def sdgs(self, subject: str, facts: Iterable[Fact]) -> None:
        for fact in facts:
            try:
                self.draft.say(subject, forum.hasSdg, sdg(fact.value))
            except ValueError:
                continue

    def issue(self, session: str, issue: Issue) -> None:
        name = self.point("issue", session, issue, forum.Issue, forum.hasIssue)
        for fact in issue.raised_by:
            self.draft.say(name, forum.raisedBy, self.participants.named(fact))

    def recommendation(self, session: str, recommendation: Recommendation) -> None:
        name = self.point("recommendation", session, recommendation, forum.Recommendation, forum.hasRecommendation)
        say_request(self.draft, name, recommendation, self.participants.named)

    def point(self, kind: str, session: str, value: Issue | Recommendation, class_: str, link: str) -> str:
        name = say_point(self.draft, kind, value, class_)
        self.draft.say(session, link, name)
        self.sdgs(name, value.sdgs)
        self.points.append(Point(name, session, value))
        return name


def say_point(draft: Draft, kind: str, value: Issue | Recommendation, class_: str) -> str:
    """Describe an issue, a recommendation or a demand, and return its node."""
    name = draft.mint.statement(kind, value.text)
    draft.node(name, shortened(value.text), class_)
    draft.say(name, forum.text, draft.words(value.text))
    if value.number:
        draft.say(name, forum.number, terms.text(value.number))
    if value.heading:
        draft.say(name, forum.headingText, draft.words(value.heading))
    draft.ground(name, value.span, value.rule)
    return name


def say_request(draft: Draft, name: str, value: Recommendation, actor: Callable[[Fact], str]) -> None:
    """Say how firmly something is asked for, of whom, and by whom."""
    if value.strength:
        draft.say(name, forum.strength, concept("strength", value.strength.value))
    if value.addressee:
        draft.say(name, forum.addressee, draft.words(value.addressee.value))
    for fact in value.made_by:
        draft.say(name, forum.madeBy, actor(fact))
