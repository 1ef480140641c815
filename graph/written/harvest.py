"""Files for those who collect: the map of the site, what robots may read, a feed of sessions, a citation, VoID at its well-known place, RO-Crate."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from forumgraph import __version__
from forumgraph.graph.described.catalog import FILE as CATALOG
from forumgraph.graph.described.partitions import FILE as PARTITIONS
from forumgraph.graph.rdf.terms import iri
from forumgraph.graph.shown.mediatypes import media_type

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from forumgraph.config import Project
    from forumgraph.graph.described.publication import Written
    from forumgraph.graph.shown.corpus import Corpus

WELL_KNOWN = ".well-known/void"
_NEWEST = 50
_MOST = 50_000
"""Addresses in one map of a site (sitemaps.org, protocol 0.9)."""


def collected(project: Project, issued: str, corpus: Corpus, pages: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield these files with their texts.

    Args:
        issued: ISO date; empty when it is not to be told.
        pages: paths of all pages.
    """
    home = project.homepage.rstrip("/") + "/" if project.homepage else ""
    yield from _sitemap(home, issued, sorted(pages))
    yield "robots.txt", "User-agent: *\nAllow: /\n" + (f"Sitemap: {home}sitemap.xml\n" if home else "")
    yield "feed.xml", _feed(project, home, issued, corpus)
    yield "CITATION.cff", _citation(project, issued)
    yield WELL_KNOWN, _void(project, home)


def _sitemap(home: str, issued: str, pages: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the map; a site of more pages than one map may have gets several and a list of them."""
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    when = f"<lastmod>{issued}</lastmod>" if issued else ""
    maps = [pages[start : start + _MOST] for start in range(0, len(pages), _MOST)]
    names = ["sitemap.xml"] if len(maps) == 1 else [f"sitemap-{number}.xml" for number in range(1, len(maps) + 1)]
    for name, part in zip(names, maps, strict=True):
        rows = "".join(f"<url><loc>{escape(home + page)}</loc>{when}</url>\n" for page in part)
        yield name, f"{head}<urlset {space}>\n{rows}</urlset>\n"
    if len(names) > 1:
        rows = "".join(f"<sitemap><loc>{escape(home + name)}</loc>{when}</sitemap>\n" for name in names)
        yield "sitemap.xml", f"{head}<sitemapindex {space}>\n{rows}</sitemapindex>\n"


def _feed(project: Project, home: str, issued: str, corpus: Corpus) -> str:
    """Return an Atom feed (RFC 4287) of the latest sessions."""
    dated = [session for session in corpus.sessions if len(session.date) == 10][-_NEWEST:][::-1]
    rows = []
    for session in dated:
        name = f"{project.base}{session.page.removesuffix('.html')}"
        counts = f"{session.issues} issues, {session.recommendations} recommendations"
        rows.append(
            f"<entry><id>{escape(name)}</id><title>{escape(session.title)}</title>"
            f'<link href="{escape(home + session.page)}"/><updated>{session.date}T00:00:00Z</updated>'
            f"<summary>{escape(', '.join(each for each in (session.date, session.where, counts) if each))}</summary></entry>\n"
        )
    updated = issued or (dated[0].date if dated else "1970-01-01")
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<id>{escape(project.base)}dataset</id><title>{escape(project.title)}</title><updated>{updated}T00:00:00Z</updated>\n"
        f"<author><name>{escape(project.publisher)}</name></author>\n"
        f'<link rel="self" href="{escape(home)}feed.xml"/><link href="{escape(home)}index.html"/>\n{"".join(rows)}</feed>\n'
    )


def _citation(project: Project, issued: str) -> str:
    """Return a citation in the Citation File Format 1.2.0; its strings are JSON, which YAML takes."""
    rows = [
        ("cff-version", "1.2.0"),
        ("message", "If you use these data, please cite them."),
        ("type", "dataset"),
        ("title", project.title),
        ("abstract", project.description),
        ("url", project.homepage),
        ("date-released", issued),
    ]
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in rows if value]
    lines += ["authors:", f"  - name: {json.dumps(project.publisher, ensure_ascii=False)}"]
    lines += ["identifiers:", "  - type: other", f"    value: {json.dumps(project.base + 'dataset')}"]
    lines += ["keywords:", *(f"  - {json.dumps(each, ensure_ascii=False)}" for each in project.keywords)]
    return "\n".join(lines) + "\n"


def _void(project: Project, home: str) -> str:
    """Return VoID for its well-known place (RFC 5785): where the data set is described."""
    described = (iri(f"{home}{name}") if home else f"<../{name}>" for name in (CATALOG, PARTITIONS))
    rows = (
        f"{each} a void:DatasetDescription ;\n    foaf:primaryTopic {iri(project.base + 'dataset')} .\n"
        for each in described
    )
    return "@prefix void: <http://rdfs.org/ns/void#> .\n@prefix foaf: <http://xmlns.com/foaf/0.1/> .\n\n" + "".join(
        rows
    )


def crate(project: Project, issued: str, files: Mapping[str, Written]) -> str:
    """Return the RO-Crate 1.1 metadata of a publication.

    Args:
        issued: ISO date; empty when it is not to be told.
        files: the data of the publication, by path.
    """
    publisher = {"@id": project.publisher_url or "#publisher"}
    parts = [_part(name, file) for name, file in sorted(files.items())]
    root: dict[str, object] = {
        "@id": "./",
        "@type": "Dataset",
        "name": project.title,
        "description": project.description,
        "license": {"@id": project.licence},
        "author": publisher,
        "publisher": publisher,
        "identifier": f"{project.base}dataset",
        "keywords": ", ".join(project.keywords),
        "hasPart": [{"@id": each["@id"]} for each in parts],
    }
    if issued:
        root["datePublished"] = issued
    graph = [
        {
            "@id": "ro-crate-metadata.json",
            "@type": "CreativeWork",
            "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
            "about": {"@id": "./"},
        },
        root,
        {**publisher, "@type": "Organization", "name": project.publisher, **_url(project.publisher_url)},
        {"@id": project.licence, "@type": "CreativeWork", "name": project.licence},
        {"@id": "#forumgraph", "@type": "SoftwareApplication", "name": "forumgraph", "version": __version__},
        *parts,
    ]
    return json.dumps({"@context": _CRATE, "@graph": graph}, ensure_ascii=False, indent=1) + "\n"


_CRATE = ["https://w3id.org/ro/crate/1.1/context", {"sha256": "https://schema.org/sha256"}]
"""The terms of RO-Crate 1.1, which is older than that of digests in schema.org."""


def _part(name: str, file: Written) -> dict[str, str]:
    kind = media_type(name).partition(";")[0]
    told = {"@id": name, "@type": "File", "name": name, "encodingFormat": kind}
    return {**told, "contentSize": str(file.bytes), "sha256": file.sha256}


def _url(address: str) -> dict[str, str]:
    return {"url": address} if address else {}
