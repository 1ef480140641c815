"""What the files of a publication say of themselves in the header `Link`: pages what stands in their heads, other files what the set of links tells of them."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING

from forumgraph.errors import PublicationFailed
from forumgraph.graph.rdf.addresses import up
from forumgraph.graph.served.negotiation import PAGES
from forumgraph.graph.shown import signposting
from forumgraph.graph.shown.signposting import Sign

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

_LINK = re.compile(
    rb'<link rel="([a-z -]{1,40})"(?: type="([^"]{1,100})")?(?: title="([^"]*)")? href="([^"]{1,1000})">'
)
_HEAD = 64 * 1024
_MOST = 20
"""Links in a header; a page that has more tells its set of links."""

_DATA = tuple(form.ending for form in PAGES.values() if form.ending != "html")


class Signposts:
    """Tells the links of files.

    Args:
        folder: of the publication.
        names: paths of its files.

    Raises:
        PublicationFailed: if its set of links is none that a build writes.
    """

    def __init__(self, folder: Path, names: Collection[str]) -> None:
        self._names = names
        self._told = _read(folder / signposting.FILE) if signposting.FILE in names else {}

    def of(self, name: str, body: bytes) -> tuple[tuple[str, str], ...]:
        """Return the header of a file; nothing where there is nothing to say.

        Args:
            body: its bytes, as far as they are at hand.
        """
        stem, _, ending = name.rpartition(".")
        signs = list(_in_head(body)) if ending == "html" else [*self._told.get(name, ()), *self._back(stem, ending)]
        if len(signs) > _MOST:
            signs = [each for each in signs if each.relation not in {"item", "describedby"}]
        return (("link", ", ".join(signposting.header(each) for each in signs)),) if signs else ()

    def _back(self, stem: str, ending: str) -> Iterator[Sign]:
        """Yield what leads from the data of a resource to its page."""
        if ending in _DATA and f"{stem}.html" in self._names:
            yield signposting.describes(stem.rpartition("/")[2])


def _in_head(body: bytes) -> Iterator[Sign]:
    end = body.find(b"</head>", 0, _HEAD)
    for match in _LINK.finditer(body, 0, max(end, 0)):
        relation, kind, title, href = (unescape((each or b"").decode("utf-8", "replace")) for each in match.groups())
        if relation in signposting.RELATIONS or (relation == "alternate" and not title):
            yield Sign(relation, signposting.plain(href), kind)


def _read(file: Path) -> Mapping[str, tuple[Sign, ...]]:
    try:
        return _told(json.loads(file.read_bytes())["linkset"])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise PublicationFailed(f"{file} is no set of links as builds write it", remedy="Build it again") from error


def _told(rows: Sequence[Mapping[str, object]]) -> Mapping[str, tuple[Sign, ...]]:
    """Return what a set of links says of each file, with targets relative to it."""
    home = str(rows[0]["anchor"]).removesuffix("index.html") if rows else ""
    found: dict[str, tuple[Sign, ...]] = {}
    for row in rows[1:]:
        name = str(row["anchor"]).removeprefix(home)
        targets = ((relation, each) for relation, told in row.items() if isinstance(told, list) for each in told)
        found[name] = tuple(
            Sign(relation, _way(str(each["href"]), home, name), str(each.get("type", ""))) for relation, each in targets
        )
    return found


def _way(href: str, home: str, name: str) -> str:
    """Return where a link leads, from a file: within the publication the way there, else the address."""
    inside = not home or href.startswith(home)
    if not inside or "://" in (local := href.removeprefix(home)):
        return signposting.plain(href)
    return up(name) + (local or "index.html")
