"""What the pages about one document show, as plain values: links are paths below the site, and every statement has its quotation."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """Something with a name, and where its page is.

    Attributes:
        page: path below the site; empty where there is none.
        language: BCP 47 tag of the label, where it is known.
    """

    label: str
    page: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of a document's text.

    Attributes:
        page: path of the document's page with the fragment of the words.
        start: first code point; `end` is after the last.
        sheet: number of the page of the source; 0 where it has none.
        line: number of the line of the source; 0 where it has none.
    """

    page: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""
    sheet: int = 0
    line: int = 0
    language: str = ""

    @property
    def place(self) -> str:
        """Where a person finds it in the source: `page 2, line 14`."""
        return ", ".join(f"{name} {number}" for name, number in (("page", self.sheet), ("line", self.line)) if number)


@dataclass(frozen=True, slots=True)
class Reading:
    """A field of a session as it was read."""

    field: str
    stated: str
    value: str
    rule: str
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class PartCard:
    """Who took part in a session, as what.

    Attributes:
        name: in the words of the source.
        roles: the main one first.
    """

    actor: Link
    name: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part(PartCard):
    """What one actor did in a session."""

    behalf: tuple[Link, ...]
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class ThemeShown:
    """A theme of a point, with the words that speak for it."""

    theme: Link
    score: str
    words: str
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class PointCard:
    """An issue, a recommendation, or a demand found in an issue, in a list.

    Attributes:
        source: path to its words in the source; empty where it has none.
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
class PointShown(PointCard):
    """A point on a page of its own.

    Attributes:
        because: its themes, each with the words that speak for it.
    """

    iri: str
    label: str
    heading: str
    rule: str
    quote: Quote | None
    addressee: str
    made_by: tuple[Link, ...]
    raised_by: tuple[Link, ...]
    because: tuple[ThemeShown, ...]
    answers: tuple[Link, ...]
    answered_by: tuple[Link, ...]
    demanded_in: tuple[Link, ...]
    demands: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SessionCard:
    """A session in a list, as one document tells it.

    Attributes:
        where: venue, city and country, as stated.
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
    also: tuple[Link, ...]

    @property
    def year(self) -> str:
        """Empty where it has no date."""
        return self.date[:4]


@dataclass(frozen=True, slots=True)
class SessionShown(SessionCard):
    """A session on a page of its own.

    Attributes:
        starts: in UTC, where the zone is known.
    """

    parts: tuple[Part, ...]
    iri: str
    mode: Link | None
    end_date: str
    start_time: str
    end_time: str
    zone: str
    starts: str
    ends: str
    quote: Quote | None
    readings: tuple[Reading, ...]
    points: tuple[PointShown, ...]

    def of_kind(self, kind: str) -> tuple[PointShown, ...]:
        """Return the points of one kind: `issue`, `recommendation` or `demand`."""
        return tuple(point for point in self.points if point.kind == kind)


@dataclass(frozen=True, slots=True)
class Mention:
    """An actor as a document names it, and whom the name was taken to stand for."""

    name: str
    acronym: str
    actor: Link
    method: str
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Note:
    """What words of a document became.

    Attributes:
        what: kind of thing, in a word or two.
        link: to the thing.
        also: links to further things that the same words became in the same way.
    """

    what: str
    link: Link
    rule: str
    start: int
    end: int
    also: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class SentenceShown:
    """A sentence of a document.

    Attributes:
        reason: why nothing was read from it; empty where something was.
    """

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class DocumentShown:
    """A document with everything that was read from it."""

    iri: str
    page: str
    id: str
    file: str
    media_type: str
    sha256: str
    kind: Link | None
    language: str
    text: str
    sentences: tuple[SentenceShown, ...]
    quotes: tuple[Quote, ...]
    notes: tuple[Note, ...]
    sessions: tuple[SessionShown, ...]
    mentions: tuple[Mention, ...]

    @property
    def used(self) -> int:
        """How many sentences something was read from."""
        return sum(1 for sentence in self.sentences if not sentence.reason)
