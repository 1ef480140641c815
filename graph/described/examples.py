"""The questions of the catalogue as RDF, the way query editors look for examples: SHACL's executables with their prefixes (SHACL-AF, sections 8 and 5.2)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from forumgraph.graph.rdf.syntaxes import SYNTAXES, whole
from forumgraph.graph.rdf.terms import LABEL, RDF_TYPE, Triple, iri, text, typed
from forumgraph.ontology import PREFIXES
from forumgraph.queries import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.config import Project
    from forumgraph.queries import Query

FILE = "sparql-examples.ttl"
"""All of them in one file."""

_SH, _SCHEMA = PREFIXES["sh"], PREFIXES["schema"]
_HEADER = re.compile(r"^#\+ .*\n", re.MULTILINE)
_PREFIX = re.compile(r"^PREFIX ([a-z0-9]+): <([^>]+)>", re.MULTILINE)


def all_examples(project: Project) -> str:
    """Return all questions in Turtle."""
    return _turtle(project, [triple for query in catalogue().values() for triple in example(project, query)])


def example_files(project: Project, query: Query) -> Iterator[tuple[str, str]]:
    """Yield the files of one question with their texts: its RDF, and the query alone."""
    yield f"question/{query.name}.ttl", _turtle(project, list(example(project, query)))
    yield f"question/{query.name}.rq", query.text


def example(project: Project, query: Query) -> Iterator[Triple]:
    """Yield the triples of one question."""
    node, prefixes = iri(f"{project.base}question/{query.name}"), iri(f"{project.base}question/prefixes")
    for kind in ("SPARQLExecutable", "SPARQLSelectExecutable"):
        yield node, RDF_TYPE, iri(f"{_SH}{kind}")
    yield node, LABEL, text(query.name.replace("-", " "), "en")
    yield node, iri(f"{PREFIXES['rdfs']}comment"), text(query.summary, "en")
    yield node, iri(f"{_SH}select"), text(_HEADER.sub("", query.text))
    yield node, iri(f"{_SH}prefixes"), prefixes
    for word in query.columns:
        yield node, iri(f"{_SCHEMA}keywords"), text(word.replace("_", " "), "en")
    if project.endpoint:
        yield node, iri(f"{_SCHEMA}target"), iri(project.endpoint)
    for prefix, namespace in _PREFIX.findall(query.text):
        declared = iri(f"{project.base}question/prefixes/{prefix}")
        yield prefixes, iri(f"{_SH}declare"), declared
        yield declared, iri(f"{_SH}prefix"), text(prefix)
        yield declared, iri(f"{_SH}namespace"), typed(namespace, "anyURI")


def _turtle(project: Project, triples: list[Triple]) -> str:
    return whole(SYNTAXES["turtle"], [("", sorted(set(triples)))], project.base)
