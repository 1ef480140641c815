"""What other pages need to know of a document, a session, a point: small values, so that a thousand documents fit in memory at once."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, TypeVar

from forumgraph.graph.shown.exhibits import Link, PartCard, PointCard, SessionCard
from forumgraph.graph.shown.noting import POST

if TYPE_CHECKING:
    from forumgraph.graph.shown.exhibits import DocumentShown, SessionShown

_Card = TypeVar("_Card", PartCard, PointCard, SessionCard)


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
        tuple(_session(each) for each in document.sessions),
        tuple(_less(PointCard, point) for session in document.sessions for point in session.points),
        mentions,
        tuple(dict.fromkeys(note.link for note in document.notes if note.what == POST and note.link.page)),
    )


def _session(session: SessionShown) -> SessionCard:
    return replace(_less(SessionCard, session), parts=tuple(_less(PartCard, part) for part in session.parts))


def _less(kind: type[_Card], shown: _Card) -> _Card:
    """Return what a card has of something that is shown."""
    return kind(*(getattr(shown, each.name) for each in fields(kind)))
