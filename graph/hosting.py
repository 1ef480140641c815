"""Rules for web servers, so that an IRI leads to its page or its data as the client asks: 303, Vary, CORS (W3C, Cool URIs for the Semantic Web)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from forumgraph.graph.addresses import INSIDE, PAGED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.config import Project

_TYPES = (
    ("html", "text/html"),
    ("ttl", "text/turtle"),
    ("jsonld", "application/ld+json"),
    ("nt", "application/n-triples"),
    ("nq", "application/n-quads"),
    ("trig", "application/trig"),
)
_KINDS = "|".join(sorted((PAGED - {"forum"}) | {"authority", "theme", "sdg"}))
_PARTS = "|".join(sorted(INSIDE))


def rules(project: Project) -> Iterator[tuple[str, str]]:
    """Yield the files for hosts with their texts."""
    yield ".htaccess", _site()
    yield "hosting/site.htaccess.txt", _site()
    yield "hosting/w3id.htaccess.txt", _w3id(project)
    yield "hosting/nginx.conf.txt", _nginx()
    yield "_redirects", _redirects()
    yield "_headers", _headers()


def _site() -> str:
    """Apache in the folder of the site: MultiViews weighs what the client accepts, q-values and all."""
    types = "\n".join(f"AddType {media} .{ending}" for ending, media in _TYPES if ending != "html")
    return f"""# Apache: needs AllowOverride Options FileInfo, mod_negotiation, mod_rewrite and mod_headers.
Options -Indexes +MultiViews
DirectoryIndex index.html
AddDefaultCharset utf-8
{types}
AddType application/atom+xml .xml
<IfModule mod_headers.c>
Header always set Access-Control-Allow-Origin "*"
Header always set X-Content-Type-Options "nosniff"
Header append Vary Accept
</IfModule>
<IfModule mod_rewrite.c>
RewriteEngine On
# What has no page of its own is told on the page of its document.
RewriteRule ^({_PARTS})/([a-z0-9.-]+)/[a-z0-9.-]+$ document/$2 [R=303,L]
RewriteRule ^forum/([a-z0-9.-]+)/[a-z0-9.-]+$ document/$1 [R=303,L]
</IfModule>
# MultiViews prefers pages where a client does not care.
<FilesMatch "\\.html$">
ForceType "text/html; charset=utf-8"
</FilesMatch>
"""


def _w3id(project: Project) -> str:
    home = _home(project)
    rows = [
        f"RewriteCond %{{HTTP_ACCEPT}} {re.escape(media)}\nRewriteRule ^({_KINDS}|forum)/(.+)$ {home}$1/$2.{ending} [R=303,L]"
        for ending, media in _TYPES
        if ending in {"jsonld", "nt", "ttl"}
    ]
    asked = "\n".join(rows)
    return f"""# For the folder of {project.base} at w3id.org (or any Apache that only redirects).
# A client that names a kind of data gets it, everybody else gets the page.
Options +FollowSymLinks
RewriteEngine On
Header always set Access-Control-Allow-Origin "*"
Header append Vary Accept
RewriteRule ^({_PARTS})/([a-z0-9.-]+)/[a-z0-9.-]+$ {home}document/$2.html [R=303,L]
RewriteRule ^forum/([a-z0-9.-]+)/[a-z0-9.-]+$ {home}document/$1.html [R=303,L]
{asked}
RewriteRule ^({_KINDS}|forum)/(.+)$ {home}$1/$2.html [R=303,L]
RewriteRule ^dataset$ {home} [R=303,L]
RewriteRule ^$ {home} [R=303,L]
"""


def _home(project: Project) -> str:
    """Return where the publication is on the web; an address to be filled in where the configuration has none."""
    return (project.homepage.rstrip("/") if project.homepage else "https://example.org/publication") + "/"


def _nginx() -> str:
    rows = "\n".join(
        f'    "~*{re.escape(media)}" .{ending};' for ending, media in _TYPES if ending in {"jsonld", "nt", "ttl"}
    )
    types = "\n".join(f"        {media} {ending};" for ending, media in _TYPES)
    return f"""# nginx: the map stands in http, the rest in server. `root` is the folder of the publication.
map $http_accept $as {{
    default .html;
{rows}
}}

server {{
    root /srv/publication;
    include mime.types;
    types {{
{types}
    }}
    add_header Access-Control-Allow-Origin "*" always;
    add_header Vary Accept always;
    location ~ ^/({_PARTS})/([a-z0-9.-]+)/[a-z0-9.-]+$ {{ return 303 /document/$2$as; }}
    location ~ ^/forum/([a-z0-9.-]+)/[a-z0-9.-]+$ {{ return 303 /document/$1$as; }}
    location ~ ^/({_KINDS}|forum)/ {{ try_files $uri @described; }}
    location @described {{ return 303 $uri$as; }}
}}
"""


def _redirects() -> str:
    lines = [f"/{part}/:document/:name /document/:document.html 303" for part in sorted(INSIDE)]
    lines.append("/forum/:document/:name /document/:document.html 303")
    for kind in sorted(PAGED | {"authority", "theme", "sdg"}):
        depth = "/:a/:b" if kind in {"demand", "edition", "issue", "recommendation", "session"} else "/:a"
        lines.append(f"/{kind}{depth} /{kind}{depth}.html 303")
    return "\n".join(lines) + "\n"


def _headers() -> str:
    blocks = ["/*\n  Access-Control-Allow-Origin: *\n  X-Content-Type-Options: nosniff\n"]
    blocks += [f"/*.{ending}\n  Content-Type: {media}; charset=utf-8\n" for ending, media in _TYPES]
    return "\n".join(blocks)
