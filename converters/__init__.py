"""From bytes to what they say: one reader for each format makes documents, `convert` makes reports of them. Nothing here knows RDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from forumgraph.converters.words.names import Names
    from forumgraph.model import Document, Report


def convert(document: Document, names: Names) -> Report:
    """Return what a document says; total: any document gives a report, and what is not understood gives findings.

    A document that is no report, or whose language has no table, gives no sessions. Every span quotes `document.text`.

    Args:
        names: the known actors, forums and places.
    """
    from forumgraph.converters.conversion import convert as converted  # noqa: PLC0415 - readers live here too, and need no grammar

    return converted(document, names)
