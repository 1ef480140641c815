"""The values that flow: bytes become a `Document`, a document becomes a `Report`, a report becomes named graphs.

Everything here is frozen, made of plain types, and knows nothing of RDF. Whatever was read from a document carries the `Span` of the words it
was read from and the name of the rule that read it: `document.text[fact.span.start : fact.span.end]` is the quotation, always.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad a finding is, in SHACL's three steps (SHACL, section 2.1.4)."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"


class BlockKind(StrEnum):
    """What a block is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    """One row of a table; cells are separated by ` | ` in its text."""
    PAGE_HEADER = "page-header"
    """A running head or foot; kept once, because titles and dates may stand only there."""
    NOTE = "note"
    """A footnote or endnote."""


class DocumentKind(StrEnum):
    """What a document is for; only reports have sessions."""

    REPORT = "report"
    AGENDA = "agenda"
    INVITATION = "invitation"
    OTHER = "other"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of `Document.text`, half open, in code points (Web Annotation, TextPositionSelector).

    >>> Span(0, 4).of("UN DESA convened")
    'UN D'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start} to {self.end}")

    def of(self, text: str) -> str:
        """Return the words of `text` this span covers."""
        return text[self.start : self.end]

    def within(self, other: Span) -> bool:
        """Tell whether this span lies inside `other`."""
        return other.start <= self.start and self.end <= other.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Source:
    """The file a document was read from.

    Attributes:
        name: relative path with forward slashes, NFC; what the user knows the document by.
        media_type: IANA media type, decided by content.
        sha256: digest of the bytes, lower-case hexadecimal.
        size: bytes.
        encoding: of text formats, as it was read (`utf-8`, `windows-1252` ...); empty for the others.
    """

    name: str
    media_type: str
    sha256: str
    size: int
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item, table row or running head.

    Attributes:
        span: where `text` stands in `Document.text`; the marker is outside it.
        level: of a heading 1 (highest) to 6; of an item the nesting from 0; else 0.
        marker: of an item as it is printed: `1.`, `(a)`, `iv)`, or `•` for every bullet glyph; else empty.
        list: a number that all items of one list share (a restarted numbering is a new list); -1 outside lists.
        bold: the bold stretches, in document offsets.
        page: from 1, where the format has pages; else 0.
        line: from 1, where the format has lines; else 0.
        handle: the format's own name of the paragraph (`w14:paraId`, an HTML `id`); else empty.
    """

    kind: BlockKind
    text: str
    span: Span
    level: int = 0
    marker: str = ""
    list: int = -1
    bold: tuple[Span, ...] = ()
    page: int = 0
    line: int = 0
    handle: str = ""

    @property
    def all_bold(self) -> bool:
        """Whether every letter of a non-empty block is bold."""
        return bool(self.bold) and sum(b.end - b.start for b in self.bold) >= len(self.text.strip())


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding or a passage is, as a person would look it up."""

    source: str
    page: int = 0
    line: int = 0
    span: Span | None = None
    words: str = ""

    def __str__(self) -> str:
        """Write `report.docx:12`, `report.pdf:p2` or `report.docx`."""
        return self.source + (f":p{self.page}" if self.page else f":{self.line}" if self.line else "")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should know: one printer, one page and one JSON for readers, rules and shapes alike.

    Attributes:
        code: a row of `forumgraph.findings.CODES`, for example `REP004`.
        message: one sentence, without a full stop.
        help: what to do.
    """

    code: str
    severity: Severity
    message: str
    where: Place
    help: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """The normalised text of a source and the blocks it is made of.

    Attributes:
        text: NFC, without control characters, word-processor residue and soft hyphens; blocks follow each other with a line feed between.
        title: the title in the file's own metadata; else empty. Never used as a session title without words in the text.
        published: ISO date on which the file says it was published (front matter, mail header); else empty.
    """

    source: Source
    text: str
    blocks: tuple[Block, ...]
    findings: tuple[Finding, ...] = ()
    title: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One value, the words it was read from, and the rule that read it.

    Attributes:
        value: normalised (`2017-07-09`, `18:00`, `online`), or the words themselves for names and titles.
    """

    value: str
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Post:
    """An office somebody holds: "Mayor" of "Valongo", "President" of "FCM".

    Attributes:
        title: the office, in the source's words ("Mayor", "Deputy Secretary General").
        body: the organisation or place the office belongs to, in the source's words; empty when not said.
    """

    title: str
    body: str
    span: Span


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that acts, as this document names it.

    Attributes:
        name: in the source's words. Of a person whose name is not given, the words that stand for them ("the Mayor of Valongo", without article).
        kind: a notation of the actor-kind scheme: `organization`, `constituency`, `government`, `person`, `post`.
        acronym: only when the source gives it.
        expansion: span of the words that expand the acronym, when the source gives them.
        posts: offices the source says the actor holds.
        span: first place where the document names the actor.
    """

    name: str
    kind: str
    span: Span
    rule: str
    acronym: str = ""
    expansion: Span | None = None
    posts: tuple[Post, ...] = ()


@dataclass(frozen=True, slots=True)
class Participation:
    """An actor in a session: in which role, and for whom.

    Attributes:
        role: the main role, a notation of the role scheme (`organizer`, `partner`, `moderator`, `speaker` ...).
        also_roles: further roles in the same session, sorted.
        on_behalf_of: names in the source's words.
    """

    actor: Actor
    role: str
    span: Span
    rule: str
    also_roles: tuple[str, ...] = ()
    on_behalf_of: tuple[Actor, ...] = ()


@dataclass(frozen=True, slots=True)
class Issue:
    """A point that was discussed.

    Attributes:
        number: as printed, without punctuation (`17`, `89(a)`); empty when there is none.
        heading: the words of the heading the point stands under; empty when there is none.
        raised_by: names in the source's words, where the document says who raised it.
    """

    text: str
    span: Span
    rule: str
    number: str = ""
    heading: str = ""
    raised_by: tuple[Fact, ...] = ()
    sdgs: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Something that was asked for.

    Attributes:
        strength: a notation of the strength scheme (`must`, `should`, `invites`, `judgement`, `forecast`), with the verb it was read from.
        addressee: who is asked, in the source's words.
        derived: true of a demand that was found inside an issue; it is published in the layer for derived things, beside the issue.
    """

    text: str
    span: Span
    rule: str
    number: str = ""
    heading: str = ""
    strength: Fact | None = None
    addressee: Fact | None = None
    made_by: tuple[Fact, ...] = ()
    sdgs: tuple[Fact, ...] = ()
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Session:
    """One meeting, as one document tells it. A field the text does not give is None or empty.

    Attributes:
        span: the part of the document that tells of it.
        date: ISO 8601 with the precision of the source: `2017`, `2017-07` or `2017-07-09`.
        start_time: local, `HH:MM`.
        timezone: in the source's words (`CET`, `EDT`, `UTC+2`, `New York time`).
        mode: `in-person`, `online` or `hybrid`.
        part_of: forums, editions or larger meetings the session belongs to, in the source's words.
        sdgs: goals and targets named in the session's text: `16`, `16.7`.
    """

    span: Span
    title: Fact | None = None
    type: Fact | None = None
    date: Fact | None = None
    end_date: Fact | None = None
    start_time: Fact | None = None
    end_time: Fact | None = None
    timezone: Fact | None = None
    venue: Fact | None = None
    city: Fact | None = None
    country: Fact | None = None
    mode: Fact | None = None
    part_of: tuple[Fact, ...] = ()
    participations: tuple[Participation, ...] = ()
    issues: tuple[Issue, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    sdgs: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence (or list item) of a document and what became of it.

    Attributes:
        used_by: names of the rules that used words of it, sorted; empty when unused.
        reason: why it was not used, where that is known (`boilerplate`, `agenda`, `background` ...); else empty.
    """

    span: Span
    used_by: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Definition:
    """An acronym and the words by which a document expands it.

    Attributes:
        acronym: as it is written ("LAMG", "International IDEA").
        span: of the acronym.
        words: the expansion, without a leading article.
        expansion: span of the words.
    """

    acronym: str
    span: Span
    words: str
    expansion: Span


@dataclass(frozen=True, slots=True)
class Report:
    """What one document says: the only bridge between `converters` and `graph`.

    Attributes:
        language: BCP 47 tag of the text; empty when undetected.
        rule: what decided on the kind.
        definitions: acronyms that the document expands, in the order of the text.
    """

    document: Document
    kind: DocumentKind
    rule: str = ""
    language: str = ""
    sessions: tuple[Session, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    findings: tuple[Finding, ...] = ()
    definitions: tuple[Definition, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownName:
    """One actor, forum or place of the authority file, as plain data for the converters.

    Attributes:
        key: what the authority file calls it (the last part of its IRI), for example `lamg`.
        names: preferred name first, then alternative names.
        kind: as in `Actor.kind`, or `forum` for forums and processes that sessions are part of, or `country`.
    """

    key: str
    names: tuple[str, ...]
    acronyms: tuple[str, ...] = ()
    kind: str = "organization"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost; generous, and raisable on the command line.

    Attributes:
        size: bytes of a source.
        text: code points of its normalised text.
        seconds: wall-clock time for one document.
        memory: bytes of address space of a worker.
    """

    size: int = 64 * 2**20
    text: int = 4_000_000
    seconds: float = 60.0
    memory: int = 2 * 2**30
