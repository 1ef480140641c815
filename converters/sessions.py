"""The sessions that a report tells of, each with its title, time, place, type and points."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from forumgraph.converters import (
    actors,
    boilerplate,
    categories,
    labels,
    parents,
    parts,
    sdgs,
    testimony,
    titles,
    when,
    where,
)
from forumgraph.converters.items import Reader
from forumgraph.converters.outline import forum_named, outline, prepare
from forumgraph.findings import finding
from forumgraph.model import Block, BlockKind, Document, Fact, Finding, Place, Session, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.lexicon import Lexicon
    from forumgraph.converters.names import Names
    from forumgraph.converters.testimony import Testimony

_INHERITED = ("date", "end_date", "timezone", "venue", "city", "country", "mode")
_HIGHEST_FORUM_HEADINGS = 3


@dataclass(frozen=True, slots=True)
class Told:
    """What a report tells: its sessions, what is odd, and why passages were left."""

    sessions: tuple[Session, ...]
    findings: tuple[Finding, ...]
    reasons: tuple[tuple[Span, str], ...]


@dataclass(frozen=True, slots=True)
class _Teller:
    document: Document
    lexicon: Lexicon
    names: Names
    forums: tuple[Fact, ...]
    heads: tuple[Block, ...]
    findings: list[Finding] = field(default_factory=list)
    reasons: list[tuple[Span, str]] = field(default_factory=list)

    def place(self, span: Span) -> Place:
        """Say where a stretch of the document is."""
        block = next((b for b in self.document.blocks if b.span.overlaps(span) or b.span == span), None)
        words = span.of(self.document.text)[:200]
        return Place(self.document.source.name, block.page if block else 0, block.line if block else 0, span, words)

    def session(
        self, blocks: Sequence[Block], *, own_title: bool = False, known: titles.Titled | None = None
    ) -> Session:
        """Read one session from its blocks."""
        titled = self._own_title(blocks[0]) if own_title else known or self.title(blocks)
        told = testimony.gather(blocks, self.heads, titled.fact, titled.blocks, self.lexicon)
        time = when.find(
            (*told.labelled("date", "time"), *told.ranked()), self.document.published, self.lexicon, self.place
        )
        at = where.find(told.labelled("venue"), told.ranked(), self.lexicon, self.names, self.place)
        self.findings.extend((*time.findings, *at.findings))
        span = Span(blocks[0].span.start, blocks[-1].span.end)
        part_of = (
            ()
            if own_title
            else parents.find(
                _of_meeting(told),
                (*told.lines, *told.heads),
                told.labels,
                self.forums,
                lexicon=self.lexicon,
                names=self.names,
            )
        )
        session = Session(
            span=span,
            title=titled.fact or (None if own_title else titles.of_sentence(told.opening, self.lexicon)),
            type=self._type(told, at),
            date=time.date,
            end_date=time.end_date,
            start_time=time.start_time,
            end_time=time.end_time,
            timezone=time.timezone,
            venue=at.venue,
            city=at.city,
            country=at.country,
            mode=at.mode,
            part_of=part_of,
        )
        return self._with_contents(session, blocks, titled.blocks)

    def _own_title(self, heading: Block) -> titles.Titled:
        span = boilerplate.trim(self.document.text, heading.span, self.lexicon, self.names, numbered=True)
        return titles.Titled(Fact(span.of(self.document.text), span, "title/session"), (heading,))

    def title(self, blocks: Sequence[Block]) -> titles.Titled:
        found = titles.find(
            self.document.text, blocks, labels.find(blocks[:40], self.lexicon), self.lexicon, self.names
        )
        if found.fact is not None:
            return found
        heads = [replace(block, kind=BlockKind.PARAGRAPH) for block in self.heads]
        return titles.find(self.document.text, heads, (), self.lexicon, self.names)

    def _type(self, told: Testimony, at: where.Where) -> Fact | None:
        taken = [
            m.span
            for w in (*told.title, *told.lines, *told.opening)
            for m in self.names.find(w.words, w.offset)
            if m.kind == "forum"
        ]
        taken += [fact.span for fact in (at.venue, at.city) if fact is not None]
        near = (*told.labelled("type"), *told.title, *told.lines, *told.labelled("title"))
        return categories.find(near, (*told.sentences, *told.opening, *told.heads), taken, self.lexicon)

    def _with_contents(self, session: Session, blocks: Sequence[Block], title_blocks: Sequence[Block]) -> Session:
        running = [block for block in blocks if block.span not in {b.span for b in title_blocks}]
        points = Reader(self.lexicon, self.names, self.place).read(outline(running, self.lexicon))
        self.findings.extend(points.findings)
        self.reasons.extend(points.reasons)
        within = _original(self.document, session.span)
        people, odd = actors.participations(self.document, within, self.lexicon, self.names)
        self.findings.extend(odd)
        goals = {
            fact.value: fact
            for block in reversed(within)
            for fact in reversed(sdgs.find(block.text, self.lexicon, block.span.start))
        }
        return replace(
            session,
            participations=people,
            issues=tuple(points.issues),
            recommendations=tuple(points.recommendations),
            sdgs=tuple(sorted(goals.values(), key=lambda fact: fact.span)),
        )


def tell(document: Document, lexicon: Lexicon, names: Names) -> Told:
    """Return the sessions of a report.

    A document is one session, unless it has several that each begin with a heading of their own ("Session 2: ...", a title with a date or time).
    These then have the date and place of the whole where they give none. The whole is a session beside them only if points stand
    outside of them.
    """
    prepared = parts.mark(prepare(document.blocks, lexicon), lexicon)
    forums, running = _without_forums(prepared, names)
    heads = tuple(b for b in document.blocks if b.kind is BlockKind.PAGE_HEADER)
    forums += tuple(parents.heading_fact(b, span) for b in heads if (span := forum_named(b, names)) is not None)
    teller = _Teller(document, lexicon, names, forums, heads)
    if not running:
        return Told((), (), ())
    top = teller.title(running)
    divided = parts.split(running, top.blocks, lexicon)
    sessions = _several(teller, divided) if divided.inner else ()
    if not sessions:
        teller = _Teller(document, lexicon, names, forums, heads)
        sessions = (teller.session(running, known=top),)
    findings = [*teller.findings, *(_missing(teller, session) for session in sessions if session.date is None)]
    return Told(sessions, tuple(dict.fromkeys(findings)), tuple(teller.reasons))


def _several(teller: _Teller, divided: parts.Parts) -> tuple[Session, ...]:
    """Return the sessions of a divided document; none if the parts are but the parts of one workshop or the like, without a time of their own."""
    whole = teller.session(divided.outer) if divided.outer else None
    inner = [teller.session(blocks, own_title=True) for blocks in divided.inner]
    if whole is None:
        return tuple(inner)
    if (
        whole.type is not None
        and whole.type.value not in categories.GENERAL
        and not any(s.date or s.start_time for s in inner)
    ):
        return ()
    around = (
        *((boilerplate.of_meeting(whole.title, teller.lexicon),) if whole.title and whole.type else ()),
        *whole.part_of,
    )
    inherited = {name: getattr(whole, name) for name in _INHERITED}
    sessions = tuple(
        replace(s, **{name: fact for name, fact in inherited.items() if _lacks(s, name)}, part_of=around) for s in inner
    )
    return (whole, *sessions) if whole.issues or whole.recommendations else sessions


def _lacks(session: Session, name: str) -> bool:
    """Tell whether a session is without a field; a day has no end, and a room no other city, that another line gave."""
    if name in {"date", "end_date"}:
        return session.date is None
    if name in {"city", "country"}:
        return session.city is None and session.country is None
    return getattr(session, name) is None


def _without_forums(prepared: Sequence[Block], names: Names) -> tuple[tuple[Fact, ...], tuple[Block, ...]]:
    """Take headings that only name a forum out of the running text: what follows them is part of it, not under it."""
    facts: list[Fact] = []
    running: list[Block] = []
    for block in prepared:
        span = forum_named(block, names) if block.kind is BlockKind.HEADING else None
        if span is None:
            running.append(block)
        else:
            facts.append(parents.heading_fact(block, span))
    return tuple(facts[:_HIGHEST_FORUM_HEADINGS]), tuple(running)


def _of_meeting(told: Testimony) -> list[tuple[str, int]]:
    return [(w.words, w.offset) for w in (*told.title, *told.lines, *told.sentences, *told.opening, *told.heads)]


def _original(document: Document, span: Span) -> tuple[Block, ...]:
    return tuple(block for block in document.blocks if block.span.overlaps(span))


def _missing(teller: _Teller, session: Session) -> Finding:
    named = f"“{session.title.value}”" if session.title else "the session"
    return finding(
        "REP003", f"no date is given for {named}", teller.place(session.title.span if session.title else session.span)
    )
