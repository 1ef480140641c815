"""Where the page of an IRI is in the site: the local part of a minted IRI is the path of its page, so that any host can serve IRIs by plain rules."""

from __future__ import annotations

import re
from dataclasses import dataclass

from forumgraph.graph.rdf.identifiers import AUTHORITY, BASE, SCHEME, SDG
from forumgraph.ontology import FORUM, ONTOLOGY, THEME
from forumgraph.shapes import NAMESPACE as SHAPES

PAGED = frozenset({"actor", "demand", "document", "edition", "forum", "issue", "recommendation", "session"})
"""Kinds of minted IRIs that have pages of their own."""

INSIDE = frozenset(
    "followup meetingmatch mention participation post reading resolution sdgsuggestion statementlink target themelink".split()
)
"""Kinds of minted IRIs that are told on the page of their document, whose identifier is the second part of the IRI."""

INDEXES = (
    ("authority/", "authority.html"),
    ("scheme/", "schemes.html"),
    ("sdg-mapping/", "schemes.html"),
    ("theme/", "themes.html"),
)
"""Schemes whose IRIs end with a slash, and their pages."""

_SAFE = re.compile(r"[a-z0-9][a-z0-9.-]*(?:/[a-z0-9][a-z0-9.-]*)*")
_CHARACTERS = re.compile(r"char=\d+,\d+")
_TERM = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_WEB = re.compile(r"(?:https?://|mailto:)[^\x00-\x20<>\"'`\\^{}|]+")
_ELSEWHERE = ((AUTHORITY, "authority/"), (THEME, "theme/"), (SDG, "sdg/"))


@dataclass(frozen=True, slots=True)
class Addresses:
    """Paths below the folder of the site, without leading slash.

    Attributes:
        base: of the data; an absolute IRI that ends with a slash.
    """

    base: str = BASE

    def stem(self, iri: str) -> str:
        """Return the path of a resource without its ending; empty where it has no page of its own.

        >>> Addresses().stem("https://w3id.org/forumgraph/data/session/a-txt-012345/89abcdef")
        'session/a-txt-012345/89abcdef'
        >>> Addresses().stem("http://metadata.un.org/sdg/16.7")
        'sdg/16.7'
        >>> Addresses().stem("https://w3id.org/forumgraph/data/session/../../x")
        ''
        """
        if iri.startswith(self.base):
            local = iri.removeprefix(self.base)
            kind, _, rest = local.partition("/")
            of_document = kind == "forum" and "/" in rest
            return local if kind in PAGED and not of_document and _SAFE.fullmatch(local) else ""
        for namespace, folder in _ELSEWHERE:
            local = iri.removeprefix(namespace)
            if local != iri and _SAFE.fullmatch(local) and "/" not in local:
                return folder + local
        return ""

    def page(self, iri: str) -> str:
        """Return the path of the page that tells of an IRI, with a fragment where it tells of others too; empty where none does.

        >>> Addresses().page("https://w3id.org/forumgraph/data/document/a-txt-012345#char=0,5")
        'document/a-txt-012345.html#char=0,5'
        >>> Addresses().page("https://w3id.org/forumgraph/scheme/role/chair")
        'scheme/role.html#chair'
        """
        whole, _, fragment = iri.partition("#")
        stem = self.stem(whole)
        if stem:
            place = f"#{fragment}" if _CHARACTERS.fullmatch(fragment) else ""
            return f"{stem}.html{place}"
        return self._inside(iri) or _term(iri)

    def _inside(self, iri: str) -> str:
        """Return the page of the document that a small node belongs to."""
        local = iri.removeprefix(self.base)
        parts = local.split("/")
        told = local != iri and len(parts) == 3 and (parts[0] in INSIDE or parts[0] == "forum")
        return f"document/{parts[1]}.html" if told and _SAFE.fullmatch(local) else ""


def _term(iri: str) -> str:
    for namespace, page in ((FORUM, "ontology.html"), (SHAPES, "shapes.html")):
        local = iri.removeprefix(namespace)
        if local != iri and _TERM.fullmatch(local):
            return f"{page}#{local}"
    if iri == ONTOLOGY:
        return "ontology.html"
    scheme, _, notation = iri.removeprefix(SCHEME).partition("/")
    if iri.startswith(SCHEME) and _SAFE.fullmatch(scheme):
        return f"scheme/{scheme}.html#{notation}" if _SAFE.fullmatch(notation) else f"scheme/{scheme}.html"
    return ""


def web(url: str) -> str:
    """Return an address that a page may link to; empty unless it is http, https or mailto.

    >>> web("javascript:alert(1)"), web("https://example.org/")
    ('', 'https://example.org/')
    """
    return url if _WEB.fullmatch(url) else ""


def up(page: str) -> str:
    """Return the way from a page back to the folder of the site.

    >>> up("issue/a-txt-012345/89abcdef.html")
    '../../'
    """
    return "../" * page.count("/")
