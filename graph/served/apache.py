"""Rules for Apache 2.4: an IRI leads to the form its client likes best by 303, qualities and wildcards weighed (RFC 9110, section 12.5.1).

mod_rewrite compares words and not numbers; qualities without their last noughts compare alike either way, from `0` over `0.05` to `1`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from forumgraph.graph.rdf.addresses import INDEXES, INSIDE
from forumgraph.graph.rdf.siblings import TYPES as SIBLINGS
from forumgraph.graph.served.negotiation import PAGES
from forumgraph.graph.shown import signposting
from forumgraph.graph.shown.mediatypes import NAMED, TYPES, media_type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.config import Project

OFFERED = tuple(form for form in PAGES.values() if form.ending == "html" or form.ending in SIBLINGS)
"""The forms in which a site has its resources, the first where a client does not care."""

PARTS = "|".join(sorted(INSIDE))
"""Kinds of nodes that are told on the page of their document."""

KINDS = "|".join(each for each in signposting.KINDS.split("|") if each != "forum")
"""Kinds of resources with pages of their own; `forum` is both."""

DESCRIBED = "(?:dataset|activity)(?:/.*)?|catalog|contact|publisher"
"""What the catalogue tells of."""

UNTOLD = "decision|graph|reviewer"
"""Kinds of nodes that only the data tell of."""

VAGUE = (
    (r"authority/relationship/.+", "authority.html", "authority.ttl"),
    (r"authority/(country-[a-z]+)", "authority.html#$1", "countries.ttl"),
    (r"authority/([A-Za-z0-9-]+)", "authority.html#$1", "authority.ttl"),
    (r"scheme/(follow-up-state)/([a-z0-9.-]+)", "scheme/$1.html#$2", "follow-ups-scheme.ttl"),
    (r"scheme/(follow-up-state)", "scheme/$1.html", "follow-ups-scheme.ttl"),
    (r"scheme/([a-z0-9-]+)/([a-z0-9.-]+)", "scheme/$1.html#$2", "schemes.ttl"),
    (r"scheme/([a-z0-9-]+)", "scheme/$1.html", "schemes.ttl"),
    (r"sdg-mapping/.+", "schemes.html", "sdg-mapping.ttl"),
    (r"(?:agent|ontology)/.+", "ontology.html", "ontology.ttl"),
    (r"software/.+", "about.html", ""),
)
"""What forumgraph itself names and has no files of its own: a pattern, the page that tells of it, and the Turtle that does, where there is one."""

_DONE = "L,E=NEGOTIATED:1"

_QUALITY = r"(?:;(?!\s*q=)[^,;]*)*;\s*q=(0(?:\.\d{0,2}[1-9])?)"


def ranges() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield media ranges that ask for forms, and the endings of these; a later one says it more exactly."""
    yield "*/*", tuple(form.ending for form in OFFERED)
    for kind in ("application", "text"):
        yield f"{kind}/*", tuple(form.ending for form in OFFERED if form.media_type.startswith(f"{kind}/"))
    for form in OFFERED:
        yield from ((media, (form.ending,)) for media in (*form.also, form.media_type))


def weighing() -> str:
    """Return rules that leave the ending of the form a client likes best in `AS`, and how much it likes it in `Q`."""
    endings = tuple(form.ending for form in OFFERED)
    lines = [
        f"RewriteRule ^ - [{_all(endings, '0')}]",
        r"RewriteCond %{HTTP_ACCEPT} ^\s*$",
        f"RewriteRule ^ - [{_all(endings, '1')}]",
    ]
    for media, wanted in ranges():
        head = rf"(?:^|,)\s*{re.escape(media)}\s*"
        lines += [
            f'RewriteCond %{{HTTP_ACCEPT}} "{head}(?:[,;]|$)" [NC]',
            f"RewriteRule ^ - [{_all(wanted, '1')}]",
            f'RewriteCond %{{HTTP_ACCEPT}} "{head}{_QUALITY}" [NC]',
            f"RewriteRule ^ - [{_all(wanted, '%1')}]",
        ]
    first, *others = endings
    lines.append(f"RewriteRule ^ - [E=AS:{first},E=Q:%{{ENV:Q_{first}}}]")
    for ending in others:
        lines += [
            f"RewriteCond expr \"reqenv('Q_{ending}') > reqenv('Q')\"",
            f"RewriteRule ^ - [E=AS:{ending},E=Q:%{{ENV:Q_{ending}}}]",
        ]
    return "\n".join(lines)


def _all(endings: tuple[str, ...], value: str) -> str:
    return ",".join(f"E=Q_{ending}:{value}" for ending in endings)


_HEADERS = """<IfModule mod_headers.c>
Header always set Access-Control-Allow-Origin "*"
Header always set Access-Control-Expose-Headers "ETag, Link"
Header always set X-Content-Type-Options "nosniff"
Header always merge Vary Accept env=NEGOTIATED
</IfModule>"""


def site(project: Project) -> str:
    """Return `.htaccess` for the folder of a publication, wherever on the web that is."""
    return f"""# Apache 2.4: needs AllowOverride FileInfo Indexes Options=Indexes,MultiViews, mod_rewrite, mod_headers, mod_mime and mod_dir.
Options -Indexes -MultiViews
DirectoryIndex index.html
{_types()}
{_signs(project)}
RewriteEngine On
# Where this folder is on the web.
RewriteCond %{{REQUEST_URI}}::$1 ^(.*?/)(.*)::\\2$
RewriteRule ^(.*)$ - [E=BASE:%1]
# Pages that stand for something, and data that have a page.
{_signed(project)}
# Files are sent as they are.
RewriteCond %{{REQUEST_FILENAME}} -f
RewriteRule ^ - [L]
RewriteCond %{{REQUEST_FILENAME}} -d
RewriteCond $0 !^(?:{"|".join(folder for folder, _ in INDEXES)})$
RewriteRule ^.+/$ - [R=404,L]
# How much the client likes each form.
{weighing()}
# The form it likes best, where there is one; else the page, unless it refuses pages.
RewriteCond %{{ENV:Q}} =0
RewriteRule ^(?:(?:{PARTS}|forum)/[^/]+/[^/]+|{DESCRIBED})$ - [R=406,{_DONE}]
{redirects("%{ENV:BASE}")}
{vague("%{ENV:BASE}", beside=True)}
# Where a folder of the path is not there, Apache looks no further and tells the rest apart.
RewriteCond %{{PATH_INFO}} .
RewriteRule ^ - [L]
RewriteCond %{{REQUEST_FILENAME}}.%{{ENV:AS}} -f
RewriteCond %{{ENV:Q}} !=0
RewriteRule ^(.*[^/])$ %{{ENV:BASE}}$1.%{{ENV:AS}} [R=303,{_DONE}]
RewriteCond %{{REQUEST_FILENAME}}.html -f
RewriteCond %{{ENV:Q_html}} !=0
RewriteRule ^(.*[^/])$ %{{ENV:BASE}}$1.html [R=303,{_DONE}]
RewriteCond %{{REQUEST_FILENAME}}.html -f
RewriteRule [^/]$ - [R=406,{_DONE}]
"""


def _types() -> str:
    """Return what says what files are, and what is said with them."""
    types = "\n".join(f'AddType "{media_type(f"x.{ending}")}" .{ending}' for ending in sorted(TYPES))
    named = "\n".join(
        f'<Files "{name.rpartition("/")[2]}">\nForceType "{media_type(name)}"\n</Files>' for name in sorted(NAMED)
    )
    return f"""{types}
RemoveEncoding .gz
{named}
{_HEADERS}
<IfModule mod_headers.c>
<Files "index.html">
{_link(signposting.SET)}
</Files>
</IfModule>"""


def _link(sign: signposting.Sign, condition: str = "") -> str:
    told = signposting.header(sign).replace('"', '\\"')
    return f'Header add Link "{told}"' + (f" env={condition}" if condition else "")


def _signs(project: Project) -> str:
    """Return what says in headers what things are and where more is told of them (FAIR Signposting)."""
    rows = [_link(replace(each, href=each.href.replace("%", "%%"))) for each in signposting.everywhere(project)]
    for number, (_, namespace) in enumerate(signposting.spaces(project.base)):
        cite, *others = signposting.page_signs(
            f"{namespace.replace('%', '%%')}%{{LOCAL_{number}}}e", "%{LAST}e", "%{BASE}e"
        )
        rows.append(_link(cite, f"LOCAL_{number}"))
        if not number:
            rows += [_link(each, "LAST") for each in others]
    rows.append(_link(signposting.describes("%{PAGE}e"), "PAGE"))
    return "\n".join(["<IfModule mod_headers.c>", *rows, "</IfModule>"])


def _signed(project: Project) -> str:
    """Return rules that tell such files apart."""
    endings = "|".join(form.ending for form in OFFERED[1:])
    rows: list[str] = []
    for number, (kinds, _) in enumerate(signposting.spaces(project.base)):
        rows += [
            "RewriteCond %{REQUEST_FILENAME} -f",
            f"RewriteRule ^((?:{kinds})/(?:[^/]+/)*([^/]+))\\.html$ - [E=LOCAL_{number}:$1,E=LAST:$2]",
        ]
    rows += [
        "RewriteCond %{REQUEST_FILENAME} -f",
        f"RewriteRule ^(?:{signposting.KINDS})/(?:[^/]+/)*([^/]+)\\.(?:{endings})$ - [E=PAGE:$1]",
    ]
    return "\n".join(rows)


def redirects(home: str) -> str:
    """Return rules for what has no file of its own name.

    Args:
        home: address of the publication, with a slash at its end.
    """
    rows = [
        f"RewriteRule ^(?:{PARTS}|forum)/([a-z0-9.-]+)/[a-z0-9.-]+$ {home}document/$1.%{{ENV:AS}} [R=303,{_DONE}]",
        _indexes(home),
        "RewriteCond %{ENV:AS} =html",
        f"RewriteRule ^(?:{DESCRIBED})$ {home}data.html [R=303,{_DONE}]",
        f"RewriteRule ^(?:{DESCRIBED})$ {home}catalog.%{{ENV:AS}} [R=303,{_DONE}]",
        f"RewriteRule ^(?:{UNTOLD})/ {home}data.html [R=303,L]",
    ]
    return "\n".join(rows)


def vague(home: str, *, beside: bool = False) -> str:
    """Return rules for what forumgraph itself names and has no files of its own.

    Args:
        home: address of the publication, with a slash at its end.
        beside: whether the files are here, so that those that are there go first.
    """
    absent = ("RewriteCond %{REQUEST_FILENAME}.ttl !-f [OR]", "RewriteCond %{PATH_INFO} .") if beside else ()
    rows: list[str] = []
    for pattern, page, data in VAGUE:
        if data:
            rows += [*absent, "RewriteCond %{ENV:AS} =ttl", f"RewriteRule ^{pattern}$ {home}{data} [R=303,{_DONE}]"]
        rows += [*absent, f"RewriteRule ^{pattern}$ {home}{page} [R=303,NE,{_DONE}]"]
    return "\n".join(rows)


def w3id(base: str, home: str) -> str:
    """Return `.htaccess` for a folder at w3id.org, or at any Apache that only redirects.

    What a client refuses altogether leads to the page, because these rules do not know what else the host of the publication has.

    Args:
        base: IRI of the folder.
        home: address of the publication, with a slash at its end.
    """
    return f"""# For the folder of {base} at w3id.org, or any Apache 2.4 that only redirects: needs AllowOverride FileInfo, mod_rewrite and mod_headers.
{_HEADERS}
RewriteEngine On
# How much the client likes each form.
{weighing()}
# The form it likes best.
{redirects(home)}
RewriteRule ^scheme/([a-z0-9-]+)/([a-z0-9.-]+)$ {home}scheme/$1.html#$2 [R=303,NE,L]
RewriteRule ^((?:{KINDS}|forum)/.+)$ {home}$1.%{{ENV:AS}} [R=303,{_DONE}]
RewriteRule ^$ {home} [R=303,L]
"""


def terms(home: str) -> str:
    """Return `.htaccess` for the folder of forumgraph itself at w3id.org, below which the vocabulary, the schemes and the authority file are named.

    Args:
        home: address of the publication that has their pages, with a slash at its end.
    """
    words = "|".join(VOCABULARIES)
    return f"""# For the folder https://w3id.org/forumgraph/ at w3id.org: needs AllowOverride FileInfo, mod_rewrite and mod_headers.
{_HEADERS}
RewriteEngine On
# How much the client likes each form.
{weighing()}
# The vocabulary and the shapes.
RewriteCond %{{ENV:AS}} !=html
RewriteRule ^ontology(?:/[0-9.]+)?$ {home}ontology.%{{ENV:AS}} [R=303,{_DONE}]
RewriteRule ^ontology(?:/.*)?$ {home}ontology.html [R=303,{_DONE}]
RewriteCond %{{ENV:AS}} =ttl
RewriteRule ^shapes$ {home}shapes.ttl [R=303,{_DONE}]
RewriteRule ^shapes$ {home}shapes.html [R=303,{_DONE}]
# The schemes, the authority file and what they name; which of these have pages of their own, the publication knows.
{_indexes(home)}
RewriteRule ^((?:{words})/[a-z0-9-]+)$ {home}$1 [R=303,L]
{vague(home)}
"""


VOCABULARIES = ("authority", "theme")
"""Schemes whose entries have pages and files of their own."""


def _indexes(home: str) -> str:
    return "\n".join(f"RewriteRule ^{folder}$ {home}{page} [R=303,L]" for folder, page in INDEXES)
