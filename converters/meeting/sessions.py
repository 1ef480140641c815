"""The sessions that a report tells of, each with its title, time, place, type and points."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from forumgraph.converters.forums import categories, parents
from forumgraph.converters.meeting import bounds, stamps, testimony, when, where, wholes
from forumgraph.converters.naming import headlines, leadings, namings, parttitles, titles
from forumgraph.converters.participants import actors
from forumgraph.converters.points import repeats
from forumgraph.converters.points.items import Reader
from forumgraph.converters.structure import daylines, paragraphing, parts
from forumgraph.converters.structure.outline import forum_named, outline, prepare
from forumgraph.converters.structure.witness import Witness
from forumgraph.converters.words import labels, sdgs
from forumgraph.findings import finding
from forumgraph.model import Block, BlockKind, Document, Fact, Finding, Place, Session, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.meeting.testimony import Testimony
    from forumgraph.converters.structure.surroundings import Surroundings
    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.converters.words.names import Names

_ASIDE = frozenset({BlockKind.NOTE, BlockKind.PAGE_HEADER})
_HIGHEST_FORUM_HEADINGS = 3
_FIRST = 2
"""Sentences with which a text begins."""


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
    forum: Fact | None = None
    findings: list[Finding] = field(default_factory=list)
    reasons: list[tuple[Span, str]] = field(default_factory=list)

    def place(self, span: Span) -> Place:
        """Say where a stretch of the document is."""
        block = next((b for b in self.document.blocks if b.span.overlaps(span) or b.span == span), None)
        words = span.of(self.document.text)[:200]
        return Place(self.document.source.name, block.page if block else 0, block.line if block else 0, span, words)

    def inner(self, part: parts.Part, year: int) -> Session:
        """Read one of several sessions of the document; `year` is that of the whole, 0 if unknown."""
        titled = parttitles.of_part(self.document.text, part.blocks, self.lexicon, self.names)
        day = (Witness("day", part.day.text, part.day.span.start),) if part.day is not None else ()
        return self.session(part.blocks, titled, day, year, own_title=True)

    def session(
        self,
        blocks: Sequence[Block],
        titled: titles.Titled,
        day: tuple[Witness, ...] = (),
        year: int = 0,
        *,
        own_title: bool = False,
    ) -> Session:
        """Read one session from its blocks."""
        heads = () if own_title else self.heads
        told = testimony.gather(blocks, heads, titled.fact, titled.blocks, self.lexicon)
        time = self._time(told, blocks, day, year)
        at = self._place(told, time)
        self.findings.extend((*time.findings, *at.findings))
        kind = self._type(told, at)
        title, part_of = (None, ()) if own_title else self._called(titled.fact, told, kind)
        if kind is None or kind.value in categories.GENERAL:
            kind = categories.of_frame(self.document.text, part_of, self.lexicon) or kind
        session = Session(
            span=Span(blocks[0].span.start, blocks[-1].span.end),
            title=title or titled.fact,
            type=kind or categories.of_names(title, titled.fact, self.lexicon),
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

    def _time(self, told: Testimony, blocks: Sequence[Block], day: tuple[Witness, ...], year: int) -> when.When:
        sent = told.sent()
        near = (*(w for w in told.labelled("date", "time") if w != sent), *told.ranked(), *day)
        labelled = (*((sent,) if sent else ()), *told.labelled("published"))
        published = self.document.published or stamps.day_of_issue(labelled, told.opening, self.lexicon)
        return bounds.filled(when.find(near, published, self.lexicon, self.place, year), blocks, self.lexicon)

    def _place(self, told: Testimony, time: when.When) -> where.Where:
        placed = stamps.issued_last(told.ranked(), time.end_date or time.date, self.lexicon)
        beside = (replace(witness, name="near-title") for witness in told.labelled("date", "time"))
        placed = (*beside, *where.mastheads_last(placed, told.title))
        return where.find(
            told.labelled("venue"),
            placed,
            self.lexicon,
            self.names,
            self.place,
            ways=told.labelled("mode"),
            opening=(*told.opening, *told.second),
            towns=told.labelled("city"),
        )

    def _called(self, line: Fact | None, told: Testimony, kind: Fact | None) -> tuple[Fact | None, tuple[Fact, ...]]:
        """Return the title, of a line or else of a sentence or of the forum it is part of, and what the session is part of."""
        opening = (*told.opening, *told.second)
        entitling = (*opening[:_FIRST], *told.sentences)
        title = headlines.outdone(line, entitling, self.lexicon, self.names)
        title = title or (namings.of_news(line, opening, self.lexicon, self.names) if line else None) or line
        title = (
            title
            or headlines.named(entitling, self.lexicon, titled=False)
            or namings.of_sentence(opening, self.lexicon)
        )
        part_of = self._part_of(told, kind)
        if title is None and (kind is None or kind.value in categories.GENERAL):
            title = self.forum
            part_of = tuple(f for f in part_of if title is None or len(parents.once((title, f), self.names)) > 1)
        title = title or namings.of_subject(opening, self.lexicon)
        return title or namings.of_joined(opening, self.lexicon, self.names), part_of

    def _part_of(self, told: Testimony, kind: Fact | None) -> tuple[Fact, ...]:
        named = kind.value if kind is not None else ""
        words = (*told.title, *told.lines, *told.sentences, *told.opening, *told.heads)
        return parents.find(
            [(witness.words, witness.offset) for witness in words],
            told.title,
            (*told.lines, *told.heads),
            told.labels,
            self.forums,
            lexicon=self.lexicon,
            names=self.names,
            inner=named in categories.INNER,
            beside=named in categories.BESIDE,
        )

    def title(self, blocks: Sequence[Block]) -> titles.Titled:
        found = titles.find(
            self.document.text, blocks, labels.find(blocks[:40], self.lexicon), self.lexicon, self.names
        )
        if found.fact is not None:
            return found
        heads = [
            replace(block, kind=BlockKind.PARAGRAPH)
            for block in self.heads
            if self.forum is None or not headlines.is_of_paper(block.text, self.lexicon)
        ]
        return titles.find(self.document.text, heads, (), self.lexicon, self.names)

    def _type(self, told: Testimony, at: where.Where) -> Fact | None:
        taken = [
            m.span
            for w in (*told.title, *told.lines, *told.opening, *told.sentences)
            for m in self.names.find(w.words, w.offset)
            if not (w.name == "title" and parents.is_itself(w.words, m, w.offset, self.lexicon))
            and not (self.forum is not None and w.name == "near-title" and m.span.within(self.forum.span))
            and not (w in told.sentences[:1] and parents.is_subject(w.words, m, w.offset, self.lexicon))
        ]
        taken += [fact.span for fact in (at.venue, at.city) if fact is not None]
        lines = (w for w in told.lines if not leadings.is_series(w.words, self.lexicon))
        near = (*told.labelled("type"), *told.title, *lines, *told.labelled("title"))
        return categories.find(near, told.sentences, (*told.opening[:1], *told.heads), taken, self.lexicon)

    def _with_contents(self, session: Session, blocks: Sequence[Block], title_blocks: Sequence[Block]) -> Session:
        top = title_blocks[0].span if title_blocks else blocks[0].span
        running = [
            replace(block, kind=BlockKind.PARAGRAPH) if block.kind is BlockKind.HEADING and block.span < top else block
            for block in blocks
            if block.span not in {b.span for b in title_blocks}
        ]
        points = Reader(self.lexicon, self.names, self.place).read(outline(running, self.lexicon))
        self.findings.extend(points.findings)
        self.reasons.extend(points.reasons)
        issues, asked = repeats.once(points.issues), repeats.once(points.recommendations)
        self.reasons.extend((span, "repeated") for span in [p.span for p in issues[1]] + [p.span for p in asked[1]])
        within = _original(self.document, blocks)
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
            issues=issues[0],
            recommendations=asked[0],
            sdgs=tuple(sorted(goals.values(), key=lambda fact: fact.span)),
        )


def tell(document: Document, around: Surroundings, lexicon: Lexicon, names: Names) -> Told:
    """Return the sessions of a report, whose account is parted from its surroundings.

    A document is one session, unless it has several that each begin with a heading of their own ("Session 2: ...", a title with a date or time).
    These then have the date and place of the whole where they give none. The whole is a session beside them only if points stand
    outside of them.
    """
    prepared = paragraphing.told(parts.mark(prepare(around.account, lexicon), lexicon), lexicon)
    forums, running = _without_forums(prepared, names)
    heads = tuple(b for b in document.blocks if b.kind is BlockKind.PAGE_HEADER)
    forums += tuple(parents.heading_fact(b, span) for b in heads if (span := forum_named(b, names)) is not None)
    teller = _Teller(document, lexicon, names, forums, heads, namings.of_forum(prepared, lexicon, names))
    if not running:
        return Told((), (), ())
    top = teller.title(running)
    divided = parts.split(running, top.blocks, lexicon)
    sessions = _several(teller, divided) if divided.inner else ()
    if not sessions:
        teller = _Teller(document, lexicon, names, forums, heads, teller.forum)
        sessions = (teller.session(running, top),)
    teller.reasons.extend((*around.reasons, *((block.span, "repeated") for block in divided.repeated)))
    findings = [*teller.findings, *(_missing(teller, session) for session in sessions if session.date is None)]
    return Told(sessions, tuple(dict.fromkeys(findings)), tuple(teller.reasons))


def _several(teller: _Teller, divided: parts.Parts) -> tuple[Session, ...]:
    """Return the sessions of a divided document, with what is said of all of them; the whole is one more if it has points of its own."""
    whole = teller.session(divided.outer, teller.title(divided.outer)) if divided.outer else None
    year = int(whole.date.value[:4]) if whole is not None and whole.date is not None else 0
    inner = [teller.inner(part, year) for part in divided.inner]
    if whole is None:
        return tuple(inner)
    meeting = wholes.meeting(divided.outer, whole, teller.lexicon, teller.names)
    whole = _without_repeats(whole, inner)
    days = daylines.several_days(divided.outer, teller.lexicon)
    sessions = wholes.handed_down(replace(whole, date=None) if days else whole, inner, meeting, teller.lexicon)
    return (whole, *sessions) if whole.issues or whole.recommendations else sessions


def _without_repeats(whole: Session, inner: Sequence[Session]) -> Session:
    """Leave to the sessions the points that the summary of the whole tells of them."""
    issues = {repeats.key(issue.text) for session in inner for issue in session.issues}
    asked = {repeats.key(asked.text) for session in inner for asked in session.recommendations}
    return replace(
        whole,
        issues=repeats.once(whole.issues, issues)[0],
        recommendations=repeats.once(whole.recommendations, asked)[0],
    )


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


def _original(document: Document, prepared: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks of the document that prepared blocks were made of, with the notes and running heads among them."""
    starts = sorted(block.span.start for block in prepared)
    first = max(bisect_right(document.blocks, starts[0], key=lambda block: block.span.start) - 1, 0)
    last = bisect_right(document.blocks, starts[-1], key=lambda block: block.span.start)
    return tuple(
        block
        for block in document.blocks[first:last]
        if (at := bisect_left(starts, block.span.start)) < len(starts)
        and (starts[at] < max(block.span.end, block.span.start + 1) or (block.kind in _ASIDE and at > 0))
    )


def _missing(teller: _Teller, session: Session) -> Finding:
    named = f"“{session.title.value}”" if session.title else "the session"
    return finding(
        "REP003", f"no date is given for {named}", teller.place(session.title.span if session.title else session.span)
    )
