"""Triples looked up by their subject, and the other way round."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from forumgraph.graph.rdf.terms import LABEL, RDF_TYPE, Triple, language_of, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Nodes:
    """An index of triples.

    Attributes:
        about: triples by the token of their subject, in the order given.
    """

    def __init__(self, triples: Iterable[Triple], labels: Mapping[str, str] | None = None) -> None:
        self.about: dict[str, list[Triple]] = defaultdict(list)
        self._objects: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._subjects: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._labels = labels or {}
        for triple in triples:
            subject, predicate, value = triple
            self.about[subject].append(triple)
            self._objects[subject, predicate].append(value)
            if value[0] == "<":
                self._subjects[value, predicate].append(subject)

    def all(self, node: str, predicate: str) -> list[str]:
        """Return the values of a property, as tokens."""
        return self._objects.get((node, f"<{predicate}>"), [])

    def one(self, node: str, predicate: str) -> str:
        """Return the first value of a property as a token; empty where there is none."""
        return next(iter(self.all(node, predicate)), "")

    def words(self, node: str, predicate: str) -> str:
        """Return the first value of a property as plain words; empty where there is none."""
        value = self.one(node, predicate)
        return plain(value) if value else ""

    def back(self, node: str, predicate: str) -> list[str]:
        """Return the nodes that lead to a node by a property."""
        return self._subjects.get((node, f"<{predicate}>"), [])

    def of_class(self, class_: str) -> list[str]:
        """Return the nodes that are said to be of a class."""
        return self._subjects.get((f"<{class_}>", RDF_TYPE), [])

    def label(self, node: str) -> str:
        """Return what to call a node: its label here, else the one it is known by, else the end of its IRI."""
        values = self._objects.get((node, LABEL))
        if values:
            english = next((value for value in values if language_of(value) in {"", "en"}), values[0])
            return plain(english)
        known = self._labels.get(node)
        return plain(known) if known else node.rstrip("/>").replace("#", "/").rpartition("/")[2]


def parse_nquads(text: str) -> list[Triple]:
    r"""Read the triples of N-Quads as `syntaxes` writes them, each once and sorted; graphs are not told apart.

    >>> parse_nquads('<urn:a> <urn:b> "c d" <urn:g> .\n')
    [('<urn:a>', '<urn:b>', '"c d"')]
    """
    found: list[Triple] = []
    for line in text.removesuffix("\n").split("\n"):
        subject, predicate, rest = line.split(" ", 2)
        found.append((subject, predicate, rest[: rest.rindex(" ", 0, -2)]))
    return list(dict.fromkeys(sorted(found)))
