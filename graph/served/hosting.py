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

from typing import TYPE_CHECKING

from forumgraph.graph.rdf.addresses import INSIDE
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


def rules(project: Project) -> Iterator[tuple[str, str]]:
    """Yield the files for hosts with their texts."""
    home = f"{project.homepage.rstrip('/')}/" if project.homepage else _ELSEWHERE
    yield ".htaccess", apache.site(project)
    yield "hosting/site.htaccess.txt", apache.site(project)
    yield "hosting/w3id.htaccess.txt", apache.w3id(project.base, home)
    yield "hosting/w3id.README.md", _request(project, home)
    if project.base.startswith(NAMESPACE):
        yield "hosting/w3id-forumgraph.htaccess.txt", apache.terms(home)
    yield "hosting/nginx.conf.txt", nginx.server(project)
    yield "_redirects", _redirects()
    yield "_headers", _headers(project)


def _request(project: Project, home: str) -> str:
    """Return what w3id.org wants beside the rules: what the identifiers are for, and whom to ask."""
    contact = project.contact.removeprefix("mailto:") or "(whom to ask)"
    return f"""# {project.title}

{project.description}

* Identifiers: {project.base}
* They lead to: {home}
* Publisher: {project.publisher}
* Contact: {contact}

Put this file as `README.md` and `w3id.htaccess.txt` as `.htaccess` into one folder of https://github.com/perma-id/w3id.org, and ask for it to be taken over.
"""


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
    blocks += [f"/{name}\n  Content-Type: {media_type(name)}\n" for name in sorted(NAMED) if _ending(name) not in _TOLD]
    blocks.append(f"/\n  Link: {signposting.header(signposting.SET)}\n")
    return "\n".join(blocks)


_TOLD = frozenset({"csv", "gz", "jsonld", "nq", "nt", "rq", "trig", "ttl"})
"""Endings that such hosts do not know."""


def _ending(name: str) -> str:
    return name.rpartition(".")[2]
