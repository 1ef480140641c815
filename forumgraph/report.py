"""What one document says: the sessions it tells of, and what became of each of its sentences."""

from dataclasses import dataclass
from enum import StrEnum

from forumgraph.document import Document, Finding, Span
from forumgraph.session import Session


class DocumentKind(StrEnum):
    """What a document is for; only reports have sessions."""

    REPORT = "report"
    AGENDA = "agenda"
    INVITATION = "invitation"
    OTHER = "other"


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
