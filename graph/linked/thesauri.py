"""Thesauri that a person brings along: any SKOS file, whose concepts are looked for beside the own scheme of themes.

The labels of a general thesaurus were not made to be matched in texts: many are one common word ("value", "work", "church"). So a label of one word
counts only where two places of the statement name the concept, a label that names two concepts never, and a label inside a longer one not either.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from forumgraph.errors import InvalidUsage
from forumgraph.graph.linked.themes import LANGUAGES, Thesaurus, thesaurus
from forumgraph.graph.rdf import terms
from forumgraph.graph.rdf.identifiers import slug
from forumgraph.graph.rdf.terms import LABEL, RDF_TYPE
from forumgraph.ontology import PREFIXES, forum

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from forumgraph.graph.rdf.terms import Triple

_SKOS = PREFIXES["skos"]
_PREFERRED, _IN_SCHEME, CONCEPT = f"{_SKOS}prefLabel", f"{_SKOS}inScheme", f"<{_SKOS}Concept>"
_LABELS = frozenset({_PREFERRED, f"{_SKOS}altLabel"})
_BASE = "https://w3id.org/forumgraph/thesaurus/"


@dataclass(frozen=True, slots=True)
class Brought:
    """One thesaurus.

    Attributes:
        words: its labels, ready to be looked for.
        names: preferred labels of each concept (IRI), as (words, language).
        schemes: the scheme of each concept that has one.
        scheme: what its other concepts are thought to be in.
        digest: SHA-256 of the file.
    """

    words: Thesaurus
    names: Mapping[str, tuple[tuple[str, str], ...]]
    schemes: Mapping[str, str]
    scheme: str
    digest: str

    def name(self, concept: str, language: str = "en") -> tuple[str, str]:
        """Return a name of a concept with its language: in the language asked for, else in English, else the first; its IRI where it has none."""
        names = {tag: words for words, tag in reversed(self.names.get(concept, ()))}
        tag = next((each for each in (language, "en", *sorted(names)) if each in names), "")
        return (names[tag], tag) if names else (concept, "")

    def triples(self, concepts: Iterable[str]) -> Iterator[Triple]:
        """Describe concepts (IRIs) as a publication needs them: class, names, scheme."""
        for concept in concepts:
            node = terms.iri(concept)
            yield node, RDF_TYPE, CONCEPT
            yield node, RDF_TYPE, terms.iri(forum.Theme)
            yield node, LABEL, terms.text(*self.name(concept))
            for words, language in self.names.get(concept, ()) or ((concept, ""),):
                yield node, f"<{_PREFERRED}>", terms.text(words, language)
            yield node, f"<{_IN_SCHEME}>", terms.iri(self.schemes.get(concept, self.scheme))


@dataclass(frozen=True, slots=True)
class _Told:
    """What a SKOS file says, as far as it is used; languages of labels without what follows a hyphen, those of names as they are."""

    labels: list[tuple[str, str, str]] = field(default_factory=list)
    names: defaultdict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    schemes: dict[str, str] = field(default_factory=dict)

    def hear(self, concept: str, predicate: str, value: object) -> None:
        if predicate in _LABELS and isinstance(value, Literal) and value.value.strip():
            language = (value.language or "").partition("-")[0].lower()
            self.labels.append((concept, value.value, language))
            if predicate == _PREFERRED:
                self.names[concept].append((" ".join(value.value.split()), value.language or ""))
        elif predicate == _IN_SCHEME and isinstance(value, NamedNode) and _is_safe(value.value):
            self.schemes[concept] = min(value.value, self.schemes.get(concept, value.value))


def bring(path: Path) -> Brought:
    """Read a SKOS file: Turtle, N-Triples, RDF/XML, JSON-LD or another syntax of RDF that its ending names.

    Raises:
        InvalidUsage: if it cannot be read, is not RDF, or names no concept in a language that is matched.
    """
    form = RdfFormat.from_extension(path.suffix.lstrip(".").lower())
    if form is None:
        raise InvalidUsage(
            f"{path}: no syntax of RDF ends with {path.suffix!r}", remedy="Give a .ttl, .nt, .rdf or .jsonld file"
        )
    told = _Told()
    try:
        data = path.read_bytes()
        for quad in parse(data, format=form):
            if isinstance(quad.subject, NamedNode) and _is_safe(quad.subject.value):
                told.hear(quad.subject.value, quad.predicate.value, quad.object)
    except (OSError, SyntaxError, ValueError) as error:
        raise InvalidUsage(
            f"{path} cannot be read as RDF: {error}", remedy="Give a SKOS file, for example in Turtle"
        ) from error
    words = thesaurus(told.labels, strict=True)
    if not words.labels:
        raise InvalidUsage(
            f"{path} has no skos:prefLabel or skos:altLabel in {', '.join(LANGUAGES)}",
            remedy="Give a SKOS file with labels that have a language",
        )
    names = {concept: tuple(sorted(each)) for concept, each in sorted(told.names.items())}
    return Brought(words, names, told.schemes, f"{_BASE}{slug(path.stem)}", hashlib.sha256(data).hexdigest())


def _is_safe(value: str) -> bool:
    try:
        terms.iri(value)
    except ValueError:
        return False
    return value.startswith(("http://", "https://", "urn:"))


@lru_cache(maxsize=4)
def brought(paths: tuple[Path, ...]) -> tuple[Brought, ...]:
    """Read several thesauri, once in a process.

    Raises:
        InvalidUsage: as `bring`.
    """
    return tuple(map(bring, paths))


def used_concepts(triples: Iterable[Triple], thesauri: Iterable[Brought]) -> list[Triple]:
    """Describe the concepts of thesauri that a publication uses, sorted.

    Args:
        triples: in which each concept that is used stands with its class, as `deriving` says it.
    """
    used = {terms.plain(subject) for subject, predicate, value in triples if (predicate, value) == (RDF_TYPE, CONCEPT)}
    found: set[Triple] = set()
    for each in thesauri:
        mine = used & each.words.concepts
        found.update(each.triples(mine))
        used -= mine
    return sorted(found)
