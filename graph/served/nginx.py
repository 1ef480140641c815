"""Rules for nginx: an IRI leads to the form its client likes best by 303, qualities and wildcards weighed (RFC 9110, section 12.5.1).

nginx compares no numbers. Qualities are written as digits, and a regular expression on two of them tells which is greater: it finds the first digit in which
they differ. So the forms are compared one after another, each with the best so far.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from forumgraph.graph.rdf.addresses import INDEXES
from forumgraph.graph.served.apache import DESCRIBED, OFFERED, PARTS, UNTOLD, VAGUE
from forumgraph.graph.shown import signposting
from forumgraph.graph.shown.mediatypes import NAMED, TYPES, media_type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.config import Project
    from forumgraph.graph.served.negotiation import Form

_GROUP = re.compile(r"\((?!\?)")
_SOCKET = "unix:/run/publication.sock"
_BELOW = "/publication"
_NAMED = "[a-z0-9.-]+"
"""What is in paths of pages; nothing else of an address, which nginx knows decoded, comes into a header."""

_CORS = """    add_header Access-Control-Allow-Origin "*" always;
    add_header Access-Control-Expose-Headers "ETag, Link" always;
    add_header X-Content-Type-Options nosniff always;
    add_header Vary $varies always;
    add_header Link $signposts;"""

_QUALITIES = (
    (r"\s*(?:;(?!\s*q=)[^,;]*)*;\s*q=0(?:\.0{0,3})?\s*(?:[,;]|$)", "0000"),
    (r"\s*(?:;(?!\s*q=)[^,;]*)*;\s*q=0\.(?<decimals>\d{1,3})\s*(?:[,;]|$)", "0${decimals}000"),
    (r"\s*(?:[,;]|$)", "1000"),
)
"""What may stand behind a media range, and its quality: a figure before the point and at least three behind it, without the point."""

_GREATER = r"~^(\d*)(?:" + "|".join(rf"{digit}\d*,\1[0-{digit - 1}]" for digit in range(1, 10)) + ")"
"""Matches two qualities with a comma between them of which the first is greater."""


def weights(form: Form) -> Iterator[tuple[str, str]]:
    """Yield regular expressions on the header `Accept` with the quality that they tell of a form; the first that matches holds."""
    kind = form.media_type.partition("/")[0]
    for media in (form.media_type, *form.also, f"{kind}/*", "*/*"):
        for behind, quality in _QUALITIES:
            yield rf"(?:^|,)\s*{re.escape(media)}{behind}", quality


def _maps(project: Project) -> str:
    """Return what nginx keeps beside its servers: the form a client likes best in `$as`, and what depends on it."""
    first, *others = OFFERED
    blocks = [
        _map("$http_accept", f"$q_{form.ending}", ["default 0000;", '"" 1000;', *_weighing(form)]) for form in OFFERED
    ]
    best = first.ending
    for form in others:
        pair = f"$q_{form.ending},$q_{best}"
        name = f"{best}_{form.ending}"
        blocks += [
            _map(
                f'"{pair}"',
                f"$as_{name}",
                [f"default {'$as_' + best if '_' in best else '.' + best};", f'"{_GREATER}" .{form.ending};'],
            ),
            _map(f'"{pair}"', f"$q_{name}", [f"default $q_{best};", f'"{_GREATER}" $q_{form.ending};']),
        ]
        best = name
    blocks += [
        _map(f"$q_{best}", "$as", [f"default $as_{best};", '"~^0+$" none;']),
        _map(f"$q_{first.ending}", "$takes_pages", ["default yes;", '"~^0+$" no;']),
        _map("$as", "$described", ["default /catalog$as;", ".html /data.html;"]),
        _map("$status", "$varies", ["303 Accept;", "406 Accept;"]),
        _map("$uri", "$signposts", list(_signs(project))),
    ]
    return "\n".join(blocks)


def _map(source: str, target: str, rows: list[str]) -> str:
    lines = "\n".join(f"    {row}" for row in rows)
    return f"map {source} {target} {{\n{lines}\n}}"


def _weighing(form: Form) -> Iterator[str]:
    yield from (f'"~*{pattern}" {quality};' for pattern, quality in weights(form))


def _signs(project: Project) -> Iterator[str]:
    """Yield which addresses have which links in their header."""
    every = ", ".join(signposting.header(each) for each in signposting.everywhere(project))
    yield f"default '{every}';"
    yield f"\"~^/+(?:index\\.html)?$\" '{every}, {signposting.header(signposting.SET)}';"
    endings = "|".join(form.ending for form in OFFERED[1:])
    for folders, home in (("", "../"), (f"{_NAMED}/", "../../")):
        for kinds, namespace in signposting.spaces(project.base):
            rows = signposting.page_signs(f"{namespace}$local", "$last", home)
            told = ", ".join([every, *(signposting.header(each) for each in rows)])
            yield f"\"~^/(?<local>(?:{kinds})/{folders}(?<last>{_NAMED}))\\.html$\" '{told}';"
        told = signposting.header(signposting.describes("$last"))
        yield f"\"~^/(?:{signposting.KINDS})/{folders}(?<last>{_NAMED})\\.(?:{endings})$\" '{every}, {told}';"


def server(project: Project) -> str:
    """Return what a server of a publication wants, and what the server of its host wants where the publication is below the root."""
    types = "\n".join(f"        {media} {ending};" for ending, media in sorted(TYPES.items()))
    texts = " ".join(sorted({media for media in TYPES.values() if media.startswith("text/")} - {"text/html"}))
    below = urlsplit(project.homepage).path.rstrip("/") or _BELOW
    return f"""# nginx: the maps stand in http, the rest is a server of its own. `root` is the folder of the publication.
#
# Below the root of a host that has more: give this server `listen {_SOCKET};`, and that of the host
#
#     location {below}/ {{
#         proxy_pass http://{_SOCKET}:/;
#         proxy_redirect / {below}/;
#     }}
{_maps(project)}

server {{
    root /srv/publication;
    absolute_redirect off;
    index index.html;
    types {{
{types}
    }}
    charset utf-8;
    charset_types {texts};
{_CORS}
{_files()}
{_told()}
    location / {{ try_files $uri $uri/index.html @resource; }}
    location @resource {{
        if (-f "$request_filename$as") {{ return 303 $uri$as; }}
        if (!-f "$request_filename.html") {{ return 404; }}
        if ($takes_pages = no) {{ return 406; }}
        return 303 $uri.html;
    }}
}}
"""


def _files() -> str:
    """Return places for files whose type their ending does not tell, and for schemes whose IRIs end with a slash."""
    rows = [f'    location = /{name} {{ types {{}} default_type "{media_type(name)}"; }}' for name in sorted(NAMED)]
    rows += [f"    location = /{folder} {{ return 303 /{page}; }}" for folder, page in INDEXES]
    return "\n".join(rows)


def _told() -> str:
    """Return places for nodes that others tell of."""
    return f"""    location ~ "^/(?:{PARTS}|forum)/(?<document>[a-z0-9.-]+)/[a-z0-9.-]+$" {{
        if ($as = none) {{ return 406; }}
        return 303 /document/$document$as;
    }}
{_vague()}
    location ~ "^/(?:{DESCRIBED})$" {{
        if ($as = none) {{ return 406; }}
        return 303 $described;
    }}
    location ~ "^/(?:{UNTOLD})/" {{ return 303 /data.html; }}"""


def _vague() -> str:
    """Return places for what forumgraph itself names and has no files of its own; those that are there go first."""
    rows = []
    for pattern, page, data in VAGUE:
        named = pattern
        for name in ("one", "other"):
            named = _GROUP.sub(f"(?<{name}>", named, count=1)
        target = page.replace("$1", "$one").replace("$2", "$other")
        rows.append(f'    location ~ "^/{named}$" {{')
        rows.append('        if (-f "$request_filename$as") { return 303 $uri$as; }')
        if data:
            rows.append(f"        if ($as = .ttl) {{ return 303 /{data}; }}")
        rows.append(f"        return 303 /{target};\n    }}")
    return "\n".join(rows)
