"""Triples about a publication as they are collected: short names for predicates, controlled values told with what portals must know of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.graph.described import controlled
from forumgraph.graph.rdf.terms import RDF_TYPE, Triple, iri, text
from forumgraph.ontology import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from forumgraph.config import Project

_MORE = {"vcard": "http://www.w3.org/2006/vcard/ns#", "dcatap": "http://data.europa.eu/r5r/"}


class Description:
    """What is said of a publication, triple by triple.

    Attributes:
        issued: ISO date; empty when it is not to be told.
        triples: in no order, and some of them several times.
        dataset: token of the data set.
    """

    def __init__(self, project: Project, issued: str) -> None:
        self.project = project
        self.issued = issued
        self.triples: list[Triple] = []
        self.dataset = iri(f"{project.base}dataset")

    def say(self, subject: str, **values: str | Iterable[str]) -> None:
        """Add triples; `dcterms_title` is `dcterms:title`. Empty values are left out."""
        for name, value in values.items():
            predicate = name_of(name.replace("_", ":", 1))
            for each in [value] if isinstance(value, str) else value:
                if each:
                    self.triples.append((subject, predicate, each))

    def words(self, value: str) -> str:
        """Return words in the language of the title."""
        return text(value, self.project.language)

    def value(self, of: str, code: str) -> str:
        """Return the node of a value of a controlled list, and say what is to be said of it; empty where there is no code."""
        told = controlled.told(of, code) if code else []
        self.triples += told
        return told[0][0] if told else ""

    def typed(self, node: str, kind: str, **values: str | Iterable[str]) -> str:
        """Return a node, and say what it is and what `say` would."""
        self.triples.append((node, RDF_TYPE, name_of(kind)))
        self.say(node, **values)
        return node

    def url(self, path: str) -> str:
        """Return where a file of the publication can be fetched."""
        home = f"{self.project.homepage.rstrip('/')}/" if self.project.homepage else self.project.base
        return iri(home + path)


def name_of(name: str) -> str:
    """Return the token of a term that is given with its prefix."""
    prefix, _, local = name.partition(":")
    return iri((_MORE.get(prefix) or PREFIXES[prefix]) + local)
