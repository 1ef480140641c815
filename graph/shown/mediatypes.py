"""What files are called by their endings, for every server that sends them: our own, and those that we write rules for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

TYPES: Mapping[str, str] = {
    "atom": "application/atom+xml",
    "css": "text/css",
    "csv": "text/csv",
    "gz": "application/gzip",
    "html": "text/html",
    "ico": "image/x-icon",
    "jpg": "image/jpeg",
    "js": "text/javascript",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "md": "text/markdown",
    "mjs": "text/javascript",
    "nq": "application/n-quads",
    "nt": "application/n-triples",
    "pdf": "application/pdf",
    "png": "image/png",
    "rdf": "application/rdf+xml",
    "rq": "application/sparql-query",
    "svg": "image/svg+xml",
    "trig": "application/trig",
    "ttl": "text/turtle",
    "txt": "text/plain",
    "wasm": "application/wasm",
    "webmanifest": "application/manifest+json",
    "woff2": "font/woff2",
    "xml": "application/xml",
}
"""From endings of file names to IANA media types."""

NAMED: Mapping[str, str] = {
    ".well-known/void": "text/turtle",
    "feed.xml": "application/atom+xml",
    "linkset.json": "application/linkset+json",
    "csv/csv-metadata.json": "application/csvm+json",
    "ro-crate-metadata.json": "application/ld+json",
}
"""Media types of files whose ending does not tell them, by their path in a publication."""


def media_type(name: str) -> str:
    """Return the media type of a file of a publication; what is text is in UTF-8, and says so.

    >>> media_type("session/a.ttl"), media_type("CITATION.cff")
    ('text/turtle; charset=utf-8', 'application/octet-stream')
    """
    ending = name.rpartition("/")[2].rpartition(".")[2].lower()
    found = NAMED.get(name) or TYPES.get(ending, "application/octet-stream")
    return f"{found}; charset=utf-8" if found.startswith("text/") else found
