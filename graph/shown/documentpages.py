"""The pages of one document: its text with what was read from it, its sessions, and each of their points, with their siblings."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.graph.rdf.siblings import Blocks, described
from forumgraph.graph.shown import markup
from forumgraph.graph.shown.annotating import rows
from forumgraph.graph.shown.entries import labels
from forumgraph.graph.shown.exhibits import Link
from forumgraph.graph.shown.vocabularies import known

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from forumgraph.graph.rdf.nodes import Nodes
    from forumgraph.graph.shown.exhibits import DocumentShown
    from forumgraph.graph.shown.pages import Frame

TEMPLATES = ("layout.html", "parts.html", "document.html", "session.html", "point.html")
"""What these pages are made of."""


def document_pages(frame: Frame, document: DocumentShown, nodes: Nodes) -> Iterator[tuple[str, str]]:
    """Yield all files of a document with their texts.

    Args:
        nodes: all layers of the document.
    """
    base = frame.project.base
    blocks = Blocks(nodes.about, base)
    resource = markup.document(document, base)
    yield (
        document.page,
        frame.render(
            "document.html", document.page, document.file, resource=resource, document=document, rows=rows(document)
        ),
    )
    yield from blocks.files(resource.stem, nodes.about)
    here = Link(document.file, document.page)
    for session in document.sessions:
        resource = markup.session(session, base)
        yield (
            session.page,
            frame.render(
                "session.html",
                session.page,
                session.title,
                resource=resource,
                session=session,
                document=here,
                labels=_fields(),
            ),
        )
        yield from blocks.files(resource.stem, described(nodes, f"<{session.iri}>"))
        for point in session.points:
            resource = markup.point(point, base)
            page = frame.render("point.html", point.page, point.label, resource=resource, point=point, document=here)
            yield point.page, page
            yield from blocks.files(resource.stem, described(nodes, f"<{point.iri}>"))


@lru_cache(maxsize=1)
def _fields() -> Mapping[str, Link]:
    return labels(known())
