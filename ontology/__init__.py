"""The vocabulary, its links to other vocabularies, the controlled schemes and the authority files, as data with a small loader.

Terms are born in `forum.ttl`; `generate` turns them into the constants of `forumgraph.ontology.forum`, so that a misspelt term is a type error.
"""

from __future__ import annotations

import keyword
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rdflib import Graph

VERSION: Final[str] = "0.1.0"
"""Version of the vocabulary, as `owl:versionInfo` says it."""

ONTOLOGY: Final[str] = "https://w3id.org/forumgraph/ontology"
FORUM: Final[str] = f"{ONTOLOGY}#"
AUTHORITY: Final[str] = "https://w3id.org/forumgraph/authority/"
SCHEME: Final[str] = "https://w3id.org/forumgraph/scheme/"
THEME: Final[str] = "https://w3id.org/forumgraph/theme/"
SDG: Final[str] = "http://metadata.un.org/sdg/"
"""Goals and targets of the 2030 Agenda as the UN publishes them: `SDG + "16.7"`."""

NAMES: Final[tuple[str, ...]] = (
    "alignments",
    "authority",
    "countries",
    "followup",
    "forum",
    "schemes",
    "sdglinks",
    "themes",
)
"""What `text` and `graph` can load."""

PREFIXES: Mapping[str, str] = {
    "auth": AUTHORITY,
    "bibo": "http://purl.org/ontology/bibo/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "eurovoc": "http://eurovoc.europa.eu/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "forum": FORUM,
    "m49": "http://data.un.org/codes/sdg/geoArea/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "scheme": SCHEME,
    "sdg": SDG,
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "theme": THEME,
    "time": "http://www.w3.org/2006/time#",
    "unbis": "http://metadata.un.org/thesaurus/",
    "vann": "http://purl.org/vocab/vann/",
    "void": "http://rdfs.org/ns/void#",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""The prefixes every file and question of forumgraph uses, sorted."""

_KINDS: Final[Mapping[str, str]] = {
    f"{PREFIXES['owl']}{kind}": heading
    for kind, heading in (
        ("Class", "Classes"),
        ("ObjectProperty", "Properties that lead to things"),
        ("DatatypeProperty", "Properties that lead to words, numbers and times"),
    )
}

_HEAD = '''"""The terms of the vocabulary as plain IRIs. GENERATED from forum.ttl by `forumgraph ontology --write`: edit that file, not this one."""

from typing import Final
'''


@cache
def text(name: str) -> str:
    """Return a file of this folder as Turtle.

    Args:
        name: one of `NAMES`.

    Raises:
        KeyError: if there is no such file.

    >>> text("forum").startswith("# The vocabulary")
    True
    """
    if name not in NAMES:
        raise KeyError(name)
    return files(__name__).joinpath(f"{name}.ttl").read_text(encoding="utf-8")


def graph(*names: str) -> Graph:
    """Parse files of this folder into one new rdflib graph; all of them when none is named.

    Raises:
        KeyError: if there is no such file.

    >>> len(graph("forum")) > 900
    True
    """
    from rdflib import Graph  # noqa: PLC0415 - rdflib costs 0.2 s, and most callers want the text

    merged = Graph()
    for name in names or NAMES:
        merged.parse(data=text(name), format="turtle")
    return merged


def generate() -> str:
    """Write the source of `forumgraph/ontology/forum.py`: namespaces, then one constant per term, by kind and name.

    >>> "Session: Final[str] = 'https://w3id.org/forumgraph/ontology#Session'" in generate()
    True
    """
    namespaces = {"AUTHORITY": AUTHORITY, "FORUM": FORUM, "SCHEME": SCHEME, "SDG": SDG, "THEME": THEME}
    parts = [_HEAD, *(f"{name}: Final[str] = {iri!r}" for name, iri in namespaces.items())]
    terms = _terms()
    for kind, heading in _KINDS.items():
        parts.append(f"\n# {heading}\n")
        parts.extend(_constant(name, definition) for name, (of, definition) in sorted(terms.items()) if of == kind)
    return "\n".join(parts) + "\n"


def _constant(name: str, definition: str) -> str:
    safe = f"{name}_" if keyword.iskeyword(name) else name
    return f"#: {definition}\n{safe}: Final[str] = {FORUM + name!r}"


def _terms() -> dict[str, tuple[str, str]]:
    """Read the name, kind and definition of every term of `forum.ttl`."""
    from pyoxigraph import Literal, NamedNode, RdfFormat, parse  # noqa: PLC0415 - only the generator parses here

    kinds: dict[str, str] = {}
    definitions: dict[str, str] = {}
    for quad in parse(text("forum"), format=RdfFormat.TURTLE):
        subject, value = quad.subject, quad.object
        if not isinstance(subject, NamedNode) or not subject.value.startswith(FORUM):
            continue
        name = subject.value.removeprefix(FORUM)
        if isinstance(value, NamedNode) and value.value in _KINDS:
            kinds[name] = value.value
        elif isinstance(value, Literal) and quad.predicate.value == f"{PREFIXES['skos']}definition":
            definitions[name] = value.value
    return {name: (kind, definitions.get(name, "")) for name, kind in kinds.items()}
