"""Rules for nginx: an IRI leads to the form its client likes best by 303.

nginx compares no numbers: its map takes the first line that matches, so that qualities are weighed to one decimal place, from the best to the worst.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from forumgraph.graph.addresses import INDEXES
from forumgraph.graph.apache import DESCRIBED, OFFERED, PARTS, UNTOLD, VAGUE
from forumgraph.graph.mediatypes import NAMED, TYPES, media_type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.graph.negotiation import Form

_GROUP = re.compile(r"\((?!\?)")

_CORS = """    add_header Access-Control-Allow-Origin "*" always;
    add_header Access-Control-Expose-Headers "ETag, Link" always;
    add_header X-Content-Type-Options nosniff always;
    add_header Vary $varies always;"""


def preferences() -> Iterator[tuple[str, str]]:
    """Yield regular expressions on the header `Accept` with the ending of the form they ask for, the best quality first."""
    for quality in _qualities():
        for form in OFFERED:
            names = "|".join(re.escape(each) for each in (form.media_type, *form.also))
            yield rf"(?:^|,)\s*(?:{names})\s*{quality}", form.ending
        for media, form in _wildcards():
            yield rf"^(?!.*{re.escape(form.media_type)}).*(?:^|[,\s]){media}\s*{quality}", form.ending


def _qualities() -> Iterator[str]:
    yield r"(?:;(?!\s*q=0)[^,;]*)*(?:,|$)"
    for tenth in range(9, -1, -1):
        yield rf";(?:[^,]*;)?\s*q=0\.{tenth or '0+[1-9]'}"


def _wildcards() -> Iterator[tuple[str, Form]]:
    """Yield what stands for the first form of a kind, where that form is not named itself."""
    data = next(form for form in OFFERED if form.media_type.startswith("application/"))
    yield r"(?:text/\*|\*/\*)", OFFERED[0]
    yield r"application/\*", data


def _maps() -> str:
    """Return what nginx keeps beside its servers: the form a client likes best in `$as`, and what depends on it."""
    rows = "\n".join(f'    "~*{pattern}" .{ending};' for pattern, ending in preferences())
    return f"""map $http_accept $as {{
    default none;
    "" .html;
{rows}
}}
map $as $described {{
    default /catalog$as;
    .html /data.html;
}}
map $status $varies {{
    303 Accept;
    406 Accept;
}}"""


def server() -> str:
    """Return what a server of a publication at the root of its host wants."""
    types = "\n".join(f"        {media} {ending};" for ending, media in sorted(TYPES.items()))
    texts = " ".join(sorted({media for media in TYPES.values() if media.startswith("text/")} - {"text/html"}))
    named = "\n".join(
        f'    location = /{name} {{ types {{}} default_type "{media_type(name)}"; }}' for name in sorted(NAMED)
    )
    indexes = "\n".join(f"    location = /{folder} {{ return 303 /{page}; }}" for folder, page in INDEXES)
    return f"""# nginx: the maps stand in http, the rest is a server of its own. `root` is the folder of the publication.
{_maps()}

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
{named}
{indexes}
{_told()}
    location / {{ try_files $uri $uri/index.html @resource; }}
    location @resource {{
        if (-f "$request_filename$as") {{ return 303 $uri$as; }}
        if (!-f "$request_filename.html") {{ return 404; }}
        if ($as = none) {{ return 406; }}
        return 303 $uri.html;
    }}
}}
"""


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
