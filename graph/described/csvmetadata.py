"""The tables as CSV on the Web sees them (W3C, Metadata Vocabulary for Tabular Data): datatypes, keys, what a row is about, which property a column is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from forumgraph.graph.described.columns import SEPARATOR, TABLES
from forumgraph.ontology import forum

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from forumgraph.config import Project
    from forumgraph.graph.described.columns import Column, Table

FILE = "csv/csv-metadata.json"

_DATATYPES: Mapping[str, object] = {
    "date": {"base": "string", "format": r"\d{4}(-\d{2}(-\d{2})?)?"},
    "integer": {"base": "integer", "minimum": 0},
    "iri": "anyURI",
    "language": {"base": "string", "format": "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"},
    "moment": {"base": "dateTime", "format": "yyyy-MM-ddTHH:mm:ssX"},
    "number": {"base": "decimal", "minimum": 0, "maximum": 1},
    "string": "string",
    "time": {"base": "time", "format": "HH:mm:ss"},
}
"""From the types of columns; a date is as precise as the source, for which CSV on the Web has no type, and validators do not know its type of language tags."""

_REFERENCES: Mapping[tuple[str, tuple[str, ...]], tuple[str, str]] = {
    ("document", (forum.passage, forum.inDocument, forum.fileName)): ("documents", "file"),
    ("issue", (forum.demandedIn,)): ("issues", "issue"),
}
"""Columns, by name and path, and the columns of other tables that have their values; sessions beside."""


def table_group(project: Project, issued: str) -> str:
    """Describe all tables in JSON; the addresses in it are relative to the folder of the tables.

    Args:
        issued: ISO date; empty when it is not to be told.
    """
    group: dict[str, Any] = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": {"@value": project.title, "@language": project.language},
        "dc:description": {"@value": project.description, "@language": project.language},
        "dc:publisher": project.publisher,
        "dc:license": {"@id": project.licence},
        **({"dc:issued": {"@value": issued, "@type": "xsd:date"}} if issued else {}),
        "dialect": {"encoding": "utf-8", "header": True, "lineTerminators": ["\r\n"]},
        "tables": [_table(table) for table in TABLES],
    }
    return json.dumps(group, ensure_ascii=False, indent=1) + "\n"


def _table(table: Table) -> dict[str, Any]:
    key = table.columns[0].name
    return {
        "url": f"{table.name}.csv",
        "dc:title": table.title,
        "tableSchema": {
            "aboutUrl": f"{{+{key}}}",
            "primaryKey": key,
            "columns": [_column(column) for column in table.columns],
            **({"foreignKeys": found} if (found := list(_foreign(table))) else {}),
        },
    }


def _column(column: Column) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.about,
        "datatype": _DATATYPES[column.type],
    }
    if column.many:
        told["separator"] = SEPARATOR
    if not column.path:
        return {**told, "required": True, "suppressOutput": True}
    if is_property(column):
        told["propertyUrl"] = column.path[0]
        if column.type == "iri":
            told["valueUrl"] = f"{{+{column.name}}}"
    else:
        told["suppressOutput"] = True
    return told


def is_property(column: Column) -> bool:
    """Tell whether each cell of a column is the value of one property of its row, so that the table can be made RDF again.

    Columns that follow longer paths, notations of concepts, and IRIs of which there may be several are for reading.
    """
    plain = not column.key and not (column.many and column.type == "iri")
    return len(column.path) == 1 and not column.path[0].startswith("^") and plain


def _foreign(table: Table) -> Iterator[dict[str, Any]]:
    for column in table.columns:
        to = _REFERENCES.get((column.name, column.path))
        if column.name == "session" and column.path:
            to = ("sessions", "session")
        if to:
            yield {
                "columnReference": column.name,
                "reference": {"resource": f"{to[0]}.csv", "columnReference": to[1]},
            }
