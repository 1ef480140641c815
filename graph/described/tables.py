"""One CSV per class, drawn from the graph by paths, with a Frictionless data package that says what each column means.

A table is a value: its classes and its columns. Each row ends with the words it rests on and the passage they stand in.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from pyoxigraph import Literal, RdfFormat, parse

from forumgraph.graph.described.columns import RDFS_LABEL, SEPARATOR, TABLES, Column, Table
from forumgraph.graph.rdf.terms import RDF_TYPE, plain
from forumgraph.ontology import forum
from forumgraph.ontology import text as ontology_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from forumgraph.config import Project
    from forumgraph.graph.described.publication import Written
    from forumgraph.graph.rdf.terms import Triple

_LAST = re.compile("[/#]")
_GROUNDED, _LABEL = f"<{forum.passage}>", f"<{RDFS_LABEL}>"
_TABLES = {table.name: table for table in TABLES}
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
    return labels


@lru_cache(maxsize=1_000)
def _steps(path: tuple[str, ...]) -> tuple[tuple[str, bool], ...]:
    """Return the tokens of a path, each with whether it is followed backwards."""
    return tuple((f"<{step.removeprefix('^')}>", step[0] == "^") for step in path)


@lru_cache(maxsize=10)
def _followed(names: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the tokens that tables follow forwards, and those that they follow backwards."""
    steps = {step for name in names for column in _TABLES[name].columns for step in _steps(column.path)}
    back = frozenset(token for token, backwards in steps if backwards)
    return frozenset(token for token, backwards in steps if not backwards) | {_GROUNDED}, back


class _Index:
    """The triples that tables follow, by their property and one end."""

    def __init__(self, triples: Iterable[Triple], names: tuple[str, ...]) -> None:
        there, back = _followed(names)
        self.forward: dict[str, defaultdict[str, list[str]]] = {token: defaultdict(list) for token in there}
        self.backward: dict[str, defaultdict[str, list[str]]] = {token: defaultdict(list) for token in back}
        self.classes: defaultdict[str, list[str]] = defaultdict(list)
        for s, p, o in triples:
            if p in there:
                self.forward[p][s].append(o)
            if p in back:
                self.backward[p][o].append(s)
            if p == RDF_TYPE:
                self.classes[o].append(s)

    def cells(self, nodes: Sequence[str], column: Column) -> Iterator[str]:
        """Go through what a column says of nodes."""
        steps = [((self.backward if back else self.forward)[token], token) for token, back in _steps(column.path)]
        for node in nodes:
            found: Sequence[str] = (node,)
            for ends, token in steps:
                if len(found) == 1:
                    found = ends.get(found[0]) or self.known(found[0], token)
                else:
                    found = [each for one in found for each in ends.get(one) or self.known(one, token)]
            values = [plain(each) for each in found]
            if len(values) > 1:
                values = list(dict.fromkeys(values))
            if column.key:
                values = [_LAST.split(value)[-1] for value in values]
            yield values[0] if len(values) == 1 else SEPARATOR.join(values)

    def known(self, node: str, token: str) -> Sequence[str]:
        """Return the label of what is not labelled here."""
        return [known_labels().get(node, node)] if token == _LABEL else ()


def rows(triples: Iterable[Triple], names: tuple[str, ...] = tuple(_TABLES)) -> dict[str, str]:
    """Return, for each table, the lines of one document, sorted by IRI.

    Args:
        triples: the stated and derived layers of the document.
        names: of the tables that are wanted.
    """
    index = _Index(triples, names)
    return {name: _csv(_lines(index, _TABLES[name])) for name in names}


def _lines(index: _Index, table: Table) -> Iterator[tuple[str, ...]]:
    nodes = {node for each in table.classes for node in index.classes.get(f"<{each}>", ())}
    told = sorted(node for node in nodes if not table.grounded or node in index.forward[_GROUNDED])
    return zip(*[index.cells(told, column) for column in table.columns], strict=True)


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


_STRING = {"type": "string"}
_FIELDS: Mapping[str, Mapping[str, str]] = {
    "iri": {"type": "string", "format": "uri"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "time": {"type": "time"},
    "moment": {"type": "datetime"},
}
"""From the type of a column to type and format in Table Schema; what is not here is a string."""


def _resource(table: Table, file: Written) -> dict[str, object]:
    fields = [
        {"name": each.name, **_FIELDS.get("" if each.many else each.type, _STRING), "description": each.about}
        for each in table.columns
    ]
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
