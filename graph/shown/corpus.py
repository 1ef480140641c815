"""All documents of a publication together: who is in how many sessions, what was said about which theme, in which year."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from forumgraph.graph.shown.cards import Cards, DocumentCard, MentionCard
    from forumgraph.graph.shown.exhibits import Link, PartCard, PointCard, SessionCard


@dataclass(slots=True)
class ActorFile:
    """What the documents tell of one actor."""

    link: Link
    parts: list[tuple[SessionCard, PartCard]] = field(default_factory=list)
    said: list[PointCard] = field(default_factory=list)
    asked: list[PointCard] = field(default_factory=list)
    mentions: list[MentionCard] = field(default_factory=list)
    beside: Counter[Link] = field(default_factory=Counter)

    @property
    def sessions(self) -> int:
        """How many sessions it took part in."""
        return len({session.page for session, _ in self.parts})


@dataclass(slots=True)
class SubjectFile:
    """What the documents tell of one theme or goal."""

    link: Link
    points: list[PointCard] = field(default_factory=list)
    sessions: list[SessionCard] = field(default_factory=list)

    def by_year(self) -> Counter[str]:
        """Return how many points there are in each year that is known."""
        return Counter(point.year for point in self.points if point.year)


@dataclass(slots=True)
class Corpus:
    """Cards of all documents, and what they say by actor, theme, goal and forum. Lists are in the order of dates."""

    documents: list[DocumentCard] = field(default_factory=list)
    sessions: list[SessionCard] = field(default_factory=list)
    points: list[PointCard] = field(default_factory=list)
    actors: dict[str, ActorFile] = field(default_factory=dict)
    themes: dict[str, SubjectFile] = field(default_factory=dict)
    goals: dict[str, SubjectFile] = field(default_factory=dict)
    forums: dict[str, SubjectFile] = field(default_factory=dict)

    def of_kind(self, kind: str) -> list[PointCard]:
        """Return the points of one kind: `issue`, `recommendation` or `demand`."""
        return [point for point in self.points if point.kind == kind]

    def years(self) -> list[str]:
        """Return the years from the first session to the last."""
        known = sorted(int(session.year) for session in self.sessions if session.year)
        return [f"{year:04}" for year in range(known[0], known[-1] + 1)] if known else []


def gather(found: Iterable[Cards]) -> Corpus:
    """Lay the cards of documents together."""
    corpus = Corpus()
    mentions: list[MentionCard] = []
    bodies: list[Link] = []
    for cards in found:
        corpus.documents.append(cards.document)
        corpus.sessions.extend(cards.sessions)
        corpus.points.extend(cards.points)
        mentions.extend(cards.mentions)
        bodies.extend(cards.bodies)
    corpus.documents.sort(key=lambda each: each.file)
    corpus.sessions.sort(key=lambda each: (each.date or "9999", each.title, each.page))
    order = {session.page: index for index, session in enumerate(corpus.sessions)}
    corpus.points.sort(key=lambda each: order.get(each.session.page, len(order)))
    for session in corpus.sessions:
        _session(corpus, session)
    for point in corpus.points:
        _point(corpus, point)
    for mention in mentions:
        if mention.actor.page:
            _actor(corpus, mention.actor).mentions.append(mention)
    for body in bodies:
        if not body.page.startswith("document/"):
            _actor(corpus, body)
    return corpus


def _actor(corpus: Corpus, link: Link) -> ActorFile:
    return corpus.actors.setdefault(link.page, ActorFile(link))


def _subject(table: dict[str, SubjectFile], link: Link) -> SubjectFile:
    return table.setdefault(link.page, SubjectFile(link))


def _session(corpus: Corpus, session: SessionCard) -> None:
    present: dict[str, Link] = {}
    for part in session.parts:
        if part.actor.page:
            _actor(corpus, part.actor).parts.append((session, part))
            present[part.actor.page] = part.actor
    for page in present:
        corpus.actors[page].beside.update(corpus.actors[other].link for other in present if other != page)
    for goal in session.sdgs:
        _subject(corpus.goals, goal).sessions.append(session)
    for whole in session.part_of:
        _subject(corpus.forums, whole).sessions.append(session)


def _point(corpus: Corpus, point: PointCard) -> None:
    for actor in point.by:
        if actor.page:
            _actor(corpus, actor).said.append(point)
    for actor in point.to:
        if actor.page:
            _actor(corpus, actor).asked.append(point)
    for theme in point.themes:
        _subject(corpus.themes, theme).points.append(point)
    for goal in point.sdgs:
        _subject(corpus.goals, goal).points.append(point)


def pairs(corpus: Corpus) -> Iterator[tuple[Link, Link, int]]:
    """Yield pairs of actors with the number of sessions they share, most first."""
    counted = Counter(
        (min(page, other.page), max(page, other.page), count)
        for page, actor in corpus.actors.items()
        for other, count in actor.beside.items()
    )
    for one, other, count in sorted(counted, key=lambda each: (-each[2], each[0], each[1])):
        yield corpus.actors[one].link, corpus.actors[other].link, count
