"""The values that flow: bytes become a `Document`, a document becomes a `Report`, a report becomes named graphs.

All are frozen, made of plain types, and know nothing of RDF. Whatever was read from a document carries the `Span` of the words it was read from
and the name of the rule that read it: `document.text[fact.span.start : fact.span.end]` is the quotation, always.

They are defined in three files, each of which knows only those before it, and are imported from here.
"""

from forumgraph.document import Block, BlockKind, Document, Finding, Limits, Place, Severity, Source, Span
from forumgraph.report import Definition, DocumentKind, KnownName, Report, Sentence
from forumgraph.session import Actor, Fact, Issue, Participation, Post, Recommendation, Session

__all__ = [
    "Actor",
    "Block",
    "BlockKind",
    "Definition",
    "Document",
    "DocumentKind",
    "Fact",
    "Finding",
    "Issue",
    "KnownName",
    "Limits",
    "Participation",
    "Place",
    "Post",
    "Recommendation",
    "Report",
    "Sentence",
    "Session",
    "Severity",
    "Source",
    "Span",
]
