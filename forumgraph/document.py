"""What is read: a source, its normalised text, the blocks it is made of, and what is odd about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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


class Severity(StrEnum):
    """How bad a finding is, in SHACL's three steps (SHACL, section 2.1.4)."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"


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
