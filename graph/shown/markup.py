"""What pages say to search engines, in the terms of schema.org."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from forumgraph.graph.shown.pages import Resource

if TYPE_CHECKING:
    from forumgraph.config import Project
    from forumgraph.graph.shown.exhibits import DocumentShown, PointShown, SessionShown

SCHEMA = "https://schema.org/"
_SHORTEST = 50
_LONGEST = 4900


def resource(iri: str, stem: str, kind: str, name: str, **values: object) -> Resource:
    """Return what a page stands for.

    Args:
        kind: local name of a class of schema.org.
        values: properties of schema.org; empty ones are left out.
    """
    markup: dict[str, Any] = {"@context": SCHEMA, "@type": kind, "@id": iri, "name": name}
    markup.update({key.removesuffix("_"): value for key, value in values.items() if value})
    return Resource(iri, stem, SCHEMA + kind, markup)


def session(shown: SessionShown, base: str) -> Resource:
    """Describe a session as an Event."""
    attendance = {"online": "Online", "in-person": "Offline", "hybrid": "Mixed"}
    mode = shown.mode.page.rpartition("#")[2] if shown.mode else ""
    return resource(
        shown.iri,
        _stem(shown.page),
        "Event",
        shown.title,
        startDate=shown.starts or shown.date,
        endDate=shown.ends or shown.end_date,
        inLanguage=shown.language,
        eventAttendanceMode=f"{SCHEMA}{attendance[mode]}EventAttendanceMode" if mode in attendance else "",
        location={"@type": "Place", "name": shown.where} if shown.where else None,
        organizer=[
            {"@type": "Organization", "name": part.name}
            for part in shown.parts
            if any("organizer" in role for role in part.roles)
        ],
        superEvent=[{"@type": "Event", "name": each.label} for each in shown.part_of],
        isPartOf={"@id": f"{base}dataset"},
    )


def point(shown: PointShown, base: str) -> Resource:
    """Describe a point as a CreativeWork: schema.org's Recommendation is a kind of review, which this is not."""
    return resource(
        shown.iri,
        _stem(shown.page),
        "CreativeWork",
        shown.label,
        text=shown.text,
        inLanguage=shown.language,
        position=shown.number,
        genre=shown.kind,
        about=[{"@type": "DefinedTerm", "name": each.label} for each in shown.themes],
        isPartOf={"@id": f"{base}dataset"},
    )


def document(shown: DocumentShown, base: str) -> Resource:
    """Describe a source as a DigitalDocument, with its text."""
    found = resource(
        shown.iri,
        _stem(shown.page),
        "DigitalDocument",
        shown.file,
        encodingFormat=shown.media_type,
        inLanguage=shown.language,
        sha256=shown.sha256,
        isPartOf={"@id": f"{base}dataset"},
    )
    return replace(found, content=((f"texts/{shown.id}.txt", "text/plain"),))


def dataset(project: Project, issued: str, dates: tuple[str, str], downloads: list[tuple[str, str]]) -> Resource:
    """Describe the publication as a Dataset.

    Args:
        dates: first and last day of a session; empty when there is none.
        downloads: paths and media types.
    """
    home = project.homepage.rstrip("/") + "/" if project.homepage else ""
    text = project.description
    if len(text) < _SHORTEST:
        text = f"{text} Sessions, actors, issues and recommendations, each with the words it was read from."
    publisher = {"@type": "Organization", "name": project.publisher, "url": project.publisher_url}
    publisher = {key: value for key, value in publisher.items() if value}
    return resource(
        f"{project.base}dataset",
        "data/forumgraph",
        "Dataset",
        project.title,
        description=text[:_LONGEST],
        url=home,
        identifier=f"{project.base}dataset",
        license=project.licence,
        inLanguage=project.language,
        keywords=list(project.keywords),
        creator=publisher,
        publisher=publisher,
        isAccessibleForFree=True,
        datePublished=issued,
        temporalCoverage=f"{dates[0]}/{dates[1]}" if dates[0] else "",
        distribution=[
            {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": home + path} for path, kind in downloads
        ],
    )


def _stem(page: str) -> str:
    return page.removesuffix(".html")
