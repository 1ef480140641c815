"""What a machine that comes to a page needs to know, as links: the FAIR Signposting Profile (RFC 8288), at level 2 for the home page (RFC 9264).

Pages have them in their heads, servers send them as headers: our own all that a page has, others as far as their rules can tell them by the address.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from forumgraph.graph.rdf.addresses import PAGED
from forumgraph.graph.rdf.identifiers import AUTHORITY, SDG
from forumgraph.graph.rdf.siblings import TYPES
from forumgraph.graph.shown.mediatypes import media_type
from forumgraph.ontology import THEME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from forumgraph.config import Project

    Target = dict[str, str]

FILE = "linkset.json"
MEDIA_TYPE = "application/linkset+json"

DESCRIBING = (
    *("catalog.ttl", "catalog.jsonld", "catalog.nt", "void.ttl", "sparql-examples.ttl", "sparql-service.ttl"),
    *("ro-crate-metadata.json", "csv/datapackage.json", "csv/csv-metadata.json"),
)
"""Files that tell of the data, in the order of their weight."""

RELATIONS = ("cite-as", "describedby", "license", "author", "type", "item", "collection", "linkset")
"""What pages say that their headers say too."""

KINDS = "|".join(sorted({*PAGED, "authority", "sdg", "theme"}))
"""Kinds of resources with pages of their own."""

_CONTENT = ("data/", "csv/")
_SCHEMA = "https://schema.org/"


@dataclass(frozen=True, slots=True)
class Sign:
    """One link.

    Attributes:
        href: where it leads; an absolute IRI, or relative to the page.
        media_type: of what is there; empty where that is not told.
    """

    relation: str
    href: str
    media_type: str = ""


SET = Sign("linkset", FILE, MEDIA_TYPE)


def header(sign: Sign) -> str:
    """Return a link as the header `Link` has it (RFC 8288, section 3).

    >>> header(Sign("describedby", "a.ttl", "text/turtle"))
    '<a.ttl>; rel="describedby"; type="text/turtle"'
    """
    kind = f'; type="{sign.media_type}"' if sign.media_type else ""
    return f'<{sign.href}>; rel="{sign.relation}"{kind}'


def everywhere(project: Project) -> Iterator[Sign]:
    """Yield what holds of every file of a publication."""
    yield Sign("license", plain(project.licence))
    if project.publisher_url:
        yield Sign("author", plain(project.publisher_url))


def plain(iri: str) -> str:
    """Return an IRI as it may stand in a header and in the rules of web servers, where some characters mean something else.

    >>> plain("https://example.org/l'été?a=%41")
    'https://example.org/l%27%C3%A9t%C3%A9?a=%41'
    """
    return quote(iri, safe=":/?#[]@!&()*+,;=%-._~")


def spaces(base: str) -> Iterator[tuple[str, str]]:
    """Yield which pages stand for IRIs of which namespaces: the first parts of their paths, and what stands before these.

    Args:
        base: of the data.
    """
    yield "|".join(sorted(PAGED)), plain(base)
    for name, namespace in (("authority", AUTHORITY), ("sdg", SDG), ("theme", THEME)):
        yield name, namespace.removesuffix(f"{name}/")


def page_signs(iri: str, name: str, home: str) -> Iterator[Sign]:
    """Yield what every page of a resource says, beside what holds everywhere.

    Args:
        iri: of the resource.
        name: of its files, without folder and ending.
        home: path of the publication, or the way to it.
    """
    yield Sign("cite-as", iri)
    yield Sign("type", f"{_SCHEMA}AboutPage")
    for ending, kind in TYPES.items():
        yield Sign("describedby", f"{name}.{ending}", kind)
    yield Sign("collection", f"{home}index.html", "text/html")


def describes(name: str) -> Sign:
    """Return the link from the data of a resource to its page.

    Args:
        name: of its files, without folder and ending.
    """
    return Sign("describes", f"{name}.html", "text/html")


def linkset(project: Project, files: Iterable[str]) -> str:
    """Return the links of the home page, of the files that hold the data and of those that describe them.

    Args:
        files: paths of the publication.
    """
    home = f"{project.homepage.rstrip('/')}/" if project.homepage else ""
    known = set(files)
    describing = [name for name in DESCRIBING if name in known]
    content = sorted(name for name in known if name.startswith(_CONTENT) and name not in DESCRIBING)
    licence = [{"href": project.licence}]
    page: dict[str, object] = {
        "anchor": home or "index.html",
        "cite-as": [{"href": f"{project.base}dataset"}],
        "type": [{"href": f"{_SCHEMA}AboutPage"}, {"href": f"{_SCHEMA}Dataset"}],
        "license": licence,
        "describedby": [_target(home, name) for name in describing],
        "item": [_target(home, name) for name in content],
    }
    if project.publisher_url:
        page["author"] = [{"href": project.publisher_url}]
    back = {"href": home or "index.html", "type": "text/html"}
    rows = [
        page,
        *({"anchor": home + name, "collection": [back], "license": licence} for name in content),
        *({"anchor": home + name, "describes": [back]} for name in describing),
    ]
    return json.dumps({"linkset": rows}, ensure_ascii=False, indent=1) + "\n"


def _target(home: str, name: str) -> Target:
    return {"href": home + name, "type": media_type(name).partition(";")[0]}
