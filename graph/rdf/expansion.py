"""JSON-LD as forumgraph writes it, expanded by the rules that its few forms need: half of the work of a parser for all of JSON-LD."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from forumgraph.graph.rdf import terms
from forumgraph.graph.rdf.terms import RDF_TYPE

if TYPE_CHECKING:
    from collections.abc import Mapping

_VALUE = frozenset({"@value"})


def expanded(whole: str) -> list[str]:
    """Read JSON-LD 1.1 of named graphs with flat nodes, whose context has a base and prefixes only, and return its lines of N-Quads.

    Raises:
        ValueError: if it is no JSON, or has a form that is not one of these.
        LookupError: if a member is missing.
    """
    file: dict[str, Any] = json.loads(whole)
    names = _Names(file["@context"])
    lines: list[str] = []
    for graph in file["@graph"]:
        end = f" {names.iri(graph['@id'])} ."
        for node in graph["@graph"]:
            names.expand(node, end, lines)
    return lines


class _Names:
    """The names of one file in full, by its context."""

    def __init__(self, context: Mapping[str, str]) -> None:
        self.context = context
        self.base = context["@base"]
        self.known: dict[str, str] = {}

    def expand(self, node: Mapping[str, Any], end: str, lines: list[str]) -> None:
        """Add the triples of a node, each with what a line ends with."""
        iri, value, add = self.iri, self.value, lines.append
        subject = iri(node["@id"])
        for key, values in node.items():
            if key == "@type":
                head = f"{subject} {RDF_TYPE} "
                for each in values:
                    add(f"{head}{iri(each)}{end}")
            elif key != "@id":
                head = f"{subject} {iri(key)} "
                for each in values:
                    add(f"{head}{value(each)}{end}")

    def iri(self, name: str) -> str:
        found = self.known.get(name)
        if found is None:
            found = self.known[name] = f"<{self.full(name)}>"
        return found

    def full(self, name: str) -> str:
        prefix, colon, rest = name.partition(":")
        if name.startswith(("@", "_:", "/", "?", "#", ".")) or "/../" in name or "/./" in name:
            raise ValueError(f"{name} is no name that is written here")
        if not colon:
            return self.base + name
        return self.context[prefix] + rest if prefix in self.context and not rest.startswith("//") else name

    def value(self, value: Mapping[str, str]) -> str:
        if "@id" in value:
            (name,) = value.values()
            return self.known.get(name) or self.iri(name)
        words = terms.text(value["@value"])
        if len(value) == 1:
            return words
        (key,) = value.keys() - _VALUE
        if key == "@language":
            return f"{words}@{value[key]}"
        if key != "@type":
            raise ValueError(f"{key} is no member that is written here")
        return f"{words}^^{self.iri(value[key])}"
