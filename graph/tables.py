"""One CSV per class, drawn from the graph by paths, with a Frictionless data package that says what each column means.

A table is a value: its classes and its columns. Each row ends with the words it rests on and the passage they stand in.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from pyoxigraph import Literal, RdfFormat, parse

from forumgraph.graph.columns import RDFS_LABEL, SEPARATOR, TABLES, Column, Table
from forumgraph.graph.terms import RDF_TYPE, plain
from forumgraph.ontology import forum
from forumgraph.ontology import text as ontology_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from forumgraph.config import Project
    from forumgraph.graph.publication import Written
    from forumgraph.graph.terms import Triple

_LAST = re.compile("[/#]")
_LABELLED = ("authority", "countries", "followup", "schemes", "sdglinks", "themes")


@lru_cache(maxsize=1)
def known_labels() -> Mapping[str, str]:
    """Return the English label of every entry of the authority files and schemes, by token."""
    labels = {}
    for name in _LABELLED:
        for quad in parse(ontology_text(name), format=RdfFormat.TURTLE):
            if (
                quad.predicate.value == RDFS_LABEL
                and isinstance(quad.object, Literal)
                and quad.object.language in {"en", None}
            ):
                labels[str(quad.subject)] = str(quad.object)
    return MappingProxyType(labels)


@dataclass(slots=True)
class _Index:
    triples: Iterable[Triple]
    forward: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    backward: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    classes: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for s, p, o in self.triples:
            self.forward[s, p].append(o)
            if p == RDF_TYPE:
                self.classes[o].append(s)
            elif o[0] == "<":
                self.backward[o, p].append(s)

    def follow(self, node: str, path: Sequence[str]) -> list[str]:
        found = [node]
        for step in path:
            found = [each for one in found for each in self.step(one, step)]
        return found

    def step(self, node: str, step: str) -> Sequence[str]:
        if step[0] == "^":
            return self.backward.get((node, f"<{step[1:]}>"), ())
        values = self.forward.get((node, f"<{step}>"), ())
        if not values and step == RDFS_LABEL:
            return [known_labels().get(node, node)]
        return values

    def cell(self, node: str, column: Column) -> str:
        values = dict.fromkeys(plain(each) for each in self.follow(node, column.path))
        return SEPARATOR.join(_LAST.split(value)[-1] if column.key else value for value in values)


def rows(triples: Iterable[Triple]) -> dict[str, str]:
    """Return, for each table, the lines of one document, sorted by IRI.

    Args:
        triples: the stated and derived layers of the document.
    """
    index = _Index(triples)
    return {
        table.name: _csv([index.cell(node, column) for column in table.columns] for node in _nodes(index, table))
        for table in TABLES
    }


def _nodes(index: _Index, table: Table) -> Iterator[str]:
    nodes = {node for each in table.classes for node in index.classes.get(f"<{each}>", ())}
    grounded = f"<{forum.passage}>"
    return iter(
        sorted(
            node
            for node in nodes
            if not table.grounded or (node, grounded) in index.forward or table.classes == (forum.Document,)
        )
    )


def _csv(lines: Iterable[Sequence[str]]) -> str:
    """Write lines as RFC 4180 says."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(lines)
    return out.getvalue()


def data_package(project: Project, files: Mapping[str, Written]) -> str:
    """Describe the tables (Frictionless Data Package 1.0, Table Schema 1.0).

    Args:
        files: what was written, by path.
    """
    package = {
        "profile": "tabular-data-package",
        "name": "forumgraph",
        "title": project.title,
        "description": project.description,
        "keywords": list(project.keywords),
        "licenses": [{"path": project.licence, "title": project.licence}],
        "resources": [_resource(table, files[table.path]) for table in TABLES],
    }
    if project.homepage:
        package["homepage"] = project.homepage
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


_FIELDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "iri": {"type": "string", "format": "uri"},
        "integer": {"type": "integer"},
        "number": {"type": "number"},
        "time": {"type": "time"},
        "moment": {"type": "datetime"},
    }
)
"""From the type of a column to type and format in Table Schema; what is not here is a string."""


def _field(column: Column) -> Mapping[str, str]:
    return {"type": "string"} if column.many else _FIELDS.get(column.type, {"type": "string"})


def _resource(table: Table, file: Written) -> dict[str, object]:
    fields = [{"name": column.name, **_field(column), "description": column.about} for column in table.columns]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True, "header": True},
        "schema": {"fields": fields, "primaryKey": table.columns[0].name},
    }
