"""The pages of one document: its text with what was read from it, its sessions, and each of their points, with their siblings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.graph import markup
from forumgraph.graph.annotating import rows
from forumgraph.graph.entries import labels
from forumgraph.graph.exhibits import Link
from forumgraph.graph.siblings import description, siblings
from forumgraph.graph.vocabularies import known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.graph.exhibits import DocumentShown
    from forumgraph.graph.nodes import Nodes
    from forumgraph.graph.pages import Frame


def document_pages(frame: Frame, document: DocumentShown, nodes: Nodes) -> Iterator[tuple[str, str]]:
    """Yield all files of a document with their texts.

    Args:
        nodes: all layers of the document.
    """
    base = frame.project.base
    resource = markup.document(document, base)
    yield (
        document.page,
        frame.render(
            "document.html", document.page, document.file, resource=resource, document=document, rows=rows(document)
        ),
    )
    yield from siblings(resource.stem, sorted(triple for about in nodes.about.values() for triple in about), base)
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
                labels=labels(known()),
            ),
        )
        yield from siblings(resource.stem, description(nodes, f"<{session.iri}>"), base)
        for point in session.points:
            resource = markup.point(point, base)
            page = frame.render("point.html", point.page, point.label, resource=resource, point=point, document=here)
            yield point.page, page
            yield from siblings(resource.stem, description(nodes, f"<{point.iri}>"), base)
