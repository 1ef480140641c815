"""Triple stores and where they take graphs: a row each.

Paths are those of the stores' own documentation. What was tried against a running server is told in docs/stores.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Profile:
    """How one store is spoken to; paths are appended to the URL that the user gives.

    Attributes:
        name: what `--store` calls it.
        title: for people.
        url: what its URL looks like.
        graphs: path of the SPARQL 1.1 Graph Store Protocol.
        query: path of the SPARQL 1.1 query service.
        auth: what it asks for where a user is named: `basic`, `digest` or `bearer`.
        quads: path that takes N-Quads by POST and adds them; None where there is none.
        protocol: `gsp`, or `blazegraph` for its own way to the same ends.
    """

    name: str
    title: str
    url: str
    graphs: str
    query: str
    auth: str = "basic"
    quads: str | None = None
    protocol: str = "gsp"


STANDARD = "standard"
_ROWS = (
    Profile(STANDARD, "any Graph Store", "https://HOST/path-of-the-graph-store", "", ""),
    Profile("fuseki", "Apache Jena Fuseki", "http://HOST:3030/DATASET", "/data", "/query", quads="/data"),
    Profile("graphdb", "GraphDB", "http://HOST:7200/repositories/ID", "/rdf-graphs/service", "", quads="/statements"),
    Profile(
        "rdf4j",
        "RDF4J",
        "http://HOST:8080/rdf4j-server/repositories/ID",
        "/rdf-graphs/service",
        "",
        quads="/statements",
    ),
    Profile("virtuoso", "Virtuoso", "http://HOST:8890", "/sparql-graph-crud-auth", "/sparql", auth="digest"),
    Profile("qlever", "QLever", "http://HOST:7001", "/", "/", auth="bearer"),
    Profile("oxigraph", "Oxigraph", "http://HOST:7878", "/store", "/query", quads="/store"),
    Profile(
        "blazegraph",
        "Blazegraph",
        "http://HOST:9999/blazegraph/namespace/kb",
        "/sparql",
        "/sparql",
        quads="/sparql",
        protocol="blazegraph",
    ),
    Profile("neptune", "Amazon Neptune", "https://HOST:8182", "/sparql/gsp/", "/sparql"),
)
PROFILES: Mapping[str, Profile] = {row.name: row for row in _ROWS}
KNOWN = tuple(name for name in PROFILES if name != STANDARD)
"""Stores that have a name, and a kit."""
