"""How often classes and properties are used in a graph, and which lead from which class to what: the figures of VoID."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from forumgraph.graph.rdf.terms import RDF_TYPE, XSD
from forumgraph.ontology import FORUM, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from forumgraph.graph.rdf.terms import Triple

    Kinds = Mapping[str, tuple[str, ...]]
    """From a node to its classes."""

_STRING, _TAGGED = (f"<{XSD}string>",), (f"<{PREFIXES['rdf']}langString>",)
_TOLD = tuple(PREFIXES[name] for name in ("rdfs", "owl", "rdf", "sh"))


def kinds(triples: Iterable[Triple]) -> dict[str, tuple[str, ...]]:
    """Return the classes of nodes: those of the ontology of forumgraph where a node has one, else all it has.

    Classes of the languages themselves, for example `owl:Class`, are left out.
    """
    found: defaultdict[str, list[str]] = defaultdict(list)
    for node, predicate, value in triples:
        if predicate == RDF_TYPE and not value[1:].startswith(_TOLD):
            found[node].append(value)
    own = f"<{FORUM}"
    return {
        node: tuple(sorted(each for each in classes if each.startswith(own)) or sorted(classes))
        for node, classes in found.items()
    }


@dataclass(slots=True)
class Counts:
    """What is in the union of the graphs.

    Attributes:
        classes: how many nodes each class has, by token.
        properties: how many triples each property has, by token.
        patterns: how many triples lead by a property from a class to a class or datatype, all tokens; the empty end stands for all of them.
        dates: first and last day, month or year of a session; empty when there is none.
    """

    triples: int = 0
    classes: Counter[str] = field(default_factory=Counter)
    properties: Counter[str] = field(default_factory=Counter)
    patterns: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    dates: tuple[str, str] = ("", "")

    def add(self, triples: Sequence[Triple], known: Kinds | None = None) -> None:
        """Count triples that were not counted before.

        Args:
            known: classes of nodes; read from the triples where it is not given.
        """
        told = kinds(triples) if known is None else known
        self.triples += len(triples)
        self.properties.update([predicate for _, predicate, _ in triples])
        self.classes.update([value for _, predicate, value in triples if predicate == RDF_TYPE])
        used: Counter[tuple[tuple[str, ...], str, tuple[str, ...]]] = Counter(
            [
                (told[subject], predicate, told.get(value, ()) if value[0] == "<" else _datatype(value))
                for subject, predicate, value in triples
                if predicate != RDF_TYPE and subject in told
            ]
        )
        for (classes, predicate, ends), number in used.items():
            for each in classes:
                for end in ("", *ends):
                    self.patterns[each, predicate, end] += number

    def record(self) -> dict[str, Any]:
        """Return the figures as JSON can hold them, but for the dates."""
        return {
            "triples": self.triples,
            "classes": dict(self.classes),
            "properties": dict(self.properties),
            "patterns": [[*pattern, number] for pattern, number in sorted(self.patterns.items())],
        }

    def merge(self, record: Mapping[str, Any]) -> None:
        """Add what was counted elsewhere."""
        self.triples += record["triples"]
        self.classes.update(record["classes"])
        self.properties.update(record["properties"])
        self.patterns.update({(kind, link, end): number for kind, link, end, number in record["patterns"]})

    def cover(self, *dates: str) -> None:
        """Widen the time covered."""
        known = sorted(each for each in (*self.dates, *dates) if each)
        self.dates = (known[0], known[-1]) if known else ("", "")


def _datatype(literal: str) -> tuple[str]:
    last = literal[-1]
    if last == '"':
        return _STRING
    return (literal[literal.rindex('"') + 3 :],) if last == ">" else _TAGGED
