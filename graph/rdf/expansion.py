"""JSON-LD as forumgraph writes it, expanded by the rules that its few forms need: half of the work of a parser for all of JSON-LD."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from forumgraph.graph.rdf import terms
from forumgraph.graph.rdf.terms import RDF_TYPE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from forumgraph.graph.rdf.terms import Triple

_VALUE = frozenset({"@value"})


def expanded(whole: str) -> list[tuple[str, list[Triple]]]:
    """Read JSON-LD 1.1 of named graphs with flat nodes, whose context has a base and prefixes only, and return its graphs.

    Raises:
        ValueError: if it is no JSON, or has a form that is not one of these.
        LookupError: if a member is missing.
    """
    file: dict[str, Any] = json.loads(whole)
    names = _Names(file["@context"])
    return [(names.iri(graph["@id"]), names.expand(graph["@graph"])) for graph in file["@graph"]]


class _Names:
    """The names of one file in full, by its context."""

    def __init__(self, context: Mapping[str, str]) -> None:
        self.context = context
        self.base = context["@base"]
        self.known: dict[str, str] = {}

    def expand(self, nodes: Iterable[Mapping[str, Any]]) -> list[Triple]:
        """Return the triples of nodes."""
        iri, known = self.iri, self.known
        found: list[Triple] = []
        for node in nodes:
            subject = iri(node["@id"])
            for key, values in node.items():
                if key == "@type":
                    found += [(subject, RDF_TYPE, iri(each)) for each in values]
                elif key != "@id":
                    name = iri(key)
                    for each in values:
                        value = known.get(each["@id"]) if "@id" in each and len(each) == 1 else None
                        found.append((subject, name, value or self.value(each)))
        return found

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
            return self.iri(name)
        words = terms.text(value["@value"])
        if len(value) == 1:
            return words
        (key,) = value.keys() - _VALUE
        if key == "@language":
            return f"{words}@{value[key]}"
        if key != "@type":
            raise ValueError(f"{key} is no member that is written here")
        return f"{words}^^{self.iri(value[key])}"
