"""Rules for web servers, so that an IRI leads to its page or its data as the client asks: 303, Vary, CORS (W3C, Cool URIs for the Semantic Web).

What each kind of host can do:

| host | forms by `Accept` | where a client likes nothing on offer |
|---|---|---|
| Apache, in the folder | qualities to three decimals, wildcards | 406 |
| Apache, w3id.org | the same | the page |
| nginx | the same | 406 |
| `_redirects` | none: these hosts do not read the header and send the page at the IRI | the page |
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from forumgraph.graph.described.templates import filled
from forumgraph.graph.rdf.addresses import INDEXES, INSIDE
from forumgraph.graph.rdf.identifiers import AUTHORITY
from forumgraph.graph.served import apache, nginx
from forumgraph.graph.shown import signposting
from forumgraph.graph.shown.mediatypes import NAMED, TYPES, media_type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.config import Project

NAMESPACE = AUTHORITY.removesuffix("authority/")
"""Below which forumgraph itself names things."""

_ELSEWHERE = "https://example.org/publication/"
"""Stands for an address that the configuration does not tell, and is to be filled in."""

_HERE = "%{ENV:BASE}"
"""Stands for the address of the folder that the rules are in."""


def rules(project: Project) -> Iterator[tuple[str, str]]:
    """Yield the files for hosts with their texts."""
    home = f"{project.homepage.rstrip('/')}/" if project.homepage else _ELSEWHERE
    told = _told(project)
    site = filled("apache.txt", **told, home=_HERE, beside=True)
    yield ".htaccess", site
    yield "hosting/site.htaccess.txt", site
    for name, template in (
        ("w3id.htaccess.txt", "w3id.txt"),
        ("w3id.README.md", "w3idreadme.txt"),
        ("w3id-forumgraph.htaccess.txt", "w3idterms.txt"),
        ("nginx.conf.txt", "nginx.txt"),
    ):
        if template != "w3idterms.txt" or project.base.startswith(NAMESPACE):
            yield f"hosting/{name}", filled(template, **told, home=home, beside=False)
    yield "_redirects", _redirects()
    yield "_headers", _headers(project)


def _told(project: Project) -> dict[str, Any]:
    """Return what the templates of rules have to know."""
    return {
        "project": project,
        "offered": apache.OFFERED,
        "endings": [form.ending for form in apache.OFFERED],
        "types": [(ending, media_type(f"x.{ending}")) for ending in sorted(TYPES)],
        "named": [(name, media_type(name)) for name in sorted(NAMED)],
        "indexes": INDEXES,
        "parts": apache.PARTS,
        "kinds": apache.KINDS,
        "described": apache.DESCRIBED,
        "untold": apache.UNTOLD,
        "vague": apache.VAGUE,
        "ranges": list(apache.ranges()),
        "done": "L,E=NEGOTIATED:1",
        "links": list(apache.links(project)),
        "set": signposting.header(signposting.SET),
        "spaces": list(signposting.spaces(project.base)),
        "signposted": signposting.KINDS,
        "weights": nginx.weights,
        "contest": list(nginx.contest()),
        "greater": nginx.GREATER,
        "signs": list(nginx.signs(project)),
        "named_groups": list(nginx.vague()),
        "socket": nginx.SOCKET,
        "below": urlsplit(project.homepage).path.rstrip("/") or nginx.BELOW,
        "media_types": [(media, ending) for ending, media in sorted(TYPES.items())],
        "texts": " ".join(sorted({media for media in TYPES.values() if media.startswith("text/")} - {"text/html"})),
    }


def _redirects() -> str:
    """Return lines for hosts that send `a.html` for `a` by themselves (Netlify, Cloudflare Pages, GitLab Pages).

    Only what has no page of its own is told here: some of them follow a line even where there is a file of that name.
    """
    lines = [f"/{part}/:document/:name /document/:document.html 302" for part in sorted({*INSIDE, "forum"})]
    lines.append("/scheme/:scheme/:notation /scheme/:scheme.html#:notation 302")
    lines.append("/dataset / 302")
    return "\n".join(lines) + "\n"


def _headers(project: Project) -> str:
    told = ", ".join(signposting.header(each) for each in signposting.everywhere(project))
    blocks = [f"/*\n  Access-Control-Allow-Origin: *\n  X-Content-Type-Options: nosniff\n  Link: {told}\n"]
    blocks += [f"/*.{ending}\n  Content-Type: {media_type(f'x.{ending}')}\n" for ending in sorted(_TOLD & TYPES.keys())]
    blocks += [
        f"/{name}\n  Content-Type: {media_type(name)}\n"
        for name in sorted(NAMED)
        if name.rpartition(".")[2] not in _TOLD
    ]
    blocks.append(f"/\n  Link: {signposting.header(signposting.SET)}\n")
    return "\n".join(blocks)


_TOLD = frozenset({"csv", "gz", "jsonld", "nq", "nt", "rq", "trig", "ttl"})
"""Endings that such hosts do not know."""
