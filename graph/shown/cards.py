"""What other pages need to know of a document, a session, a point: small values, so that a thousand documents fit in memory at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.graph.shown.exhibits import Link
from forumgraph.graph.shown.noting import POST

if TYPE_CHECKING:
    from forumgraph.graph.shown.exhibits import DocumentShown, PointShown, SessionShown


@dataclass(frozen=True, slots=True)
class PointCard:
    """An issue, recommendation or demand in a list.

    Attributes:
        source: path to its words in the source.
        to: whom it is addressed to; `by` who made it or raised it.
    """

    page: str
    source: str
    kind: str
    text: str
    language: str
    number: str
    date: str
    session: Link
    strength: Link | None
    to: tuple[Link, ...]
    by: tuple[Link, ...]
    sdgs: tuple[Link, ...]
    themes: tuple[Link, ...]

    @property
    def year(self) -> str:
        """Of the session; empty where it has no date."""
        return self.date[:4]


@dataclass(frozen=True, slots=True)
class PartCard:
    """Who took part in a session, as what."""

    actor: Link
    name: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SessionCard:
    """A session in a list.

    Attributes:
        also: other documents that tell of this meeting.
    """

    page: str
    title: str
    language: str
    kind: str
    date: str
    where: str
    part_of: tuple[Link, ...]
    parts: tuple[PartCard, ...]
    sdgs: tuple[Link, ...]
    issues: int
    recommendations: int
    demands: int
    document: Link
    also: tuple[Link, ...] = ()

    @property
    def year(self) -> str:
        """Empty where it has no date."""
        return self.date[:4]


@dataclass(frozen=True, slots=True)
class MentionCard:
    """A name of an actor in a document, and where it stands."""

    name: str
    actor: Link
    method: str
    page: str
    document: Link


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """A document in a list."""

    page: str
    file: str
    kind: str
    language: str
    sentences: int
    used: int
    sessions: int


@dataclass(frozen=True, slots=True)
class Cards:
    """All cards of one document.

    Attributes:
        bodies: whose posts it tells of.
    """

    document: DocumentCard
    sessions: tuple[SessionCard, ...]
    points: tuple[PointCard, ...]
    mentions: tuple[MentionCard, ...]
    bodies: tuple[Link, ...]


def cards(document: DocumentShown) -> Cards:
    """Return the cards of a document."""
    here = Link(document.file, document.page)
    mentions = tuple(
        MentionCard(each.name, each.actor, each.method, each.quote.page if each.quote else document.page, here)
        for each in document.mentions
    )
    return Cards(
        DocumentCard(
            document.page,
            document.file,
            document.kind.label if document.kind else "",
            document.language,
            len(document.sentences),
            document.used,
            len(document.sessions),
        ),
        tuple(_session(each, here) for each in document.sessions),
        tuple(_point(point) for session in document.sessions for point in session.points),
        mentions,
        tuple(dict.fromkeys(note.link for note in document.notes if note.what == POST and note.link.page)),
    )


def _session(session: SessionShown, document: Link) -> SessionCard:
    return SessionCard(
        page=session.page,
        title=session.title,
        language=session.language,
        kind=session.kind.label if session.kind else "",
        date=session.date,
        where=session.where,
        part_of=session.part_of,
        parts=tuple(PartCard(part.actor, part.name, part.roles) for part in session.parts),
        sdgs=session.sdgs,
        issues=len(session.of_kind("issue")),
        recommendations=len(session.of_kind("recommendation")),
        demands=len(session.of_kind("demand")),
        document=document,
        also=session.also,
    )


def _point(point: PointShown) -> PointCard:
    return PointCard(
        page=point.page,
        source=point.source,
        kind=point.kind,
        text=point.text,
        language=point.language,
        number=point.number,
        date=point.date,
        session=point.session,
        strength=point.strength,
        to=point.addressed_to,
        by=(*point.made_by, *point.raised_by),
        sdgs=point.sdgs,
        themes=tuple(each.theme for each in point.themes),
    )
