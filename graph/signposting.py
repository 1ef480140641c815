"""What a machine that comes to the home page needs to know, as a set of links: the FAIR Signposting Profile, level 2 (RFC 9264, RFC 8288)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from forumgraph.graph.mediatypes import media_type

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from forumgraph.config import Project

    Target = dict[str, str]

FILE = "linkset.json"
MEDIA_TYPE = "application/linkset+json"

DESCRIBING = (
    *("catalog.ttl", "catalog.jsonld", "catalog.nt", "void.ttl", "sparql-examples.ttl", "sparql-service.ttl"),
    *("ro-crate-metadata.json", "csv/datapackage.json", "csv/csv-metadata.json"),
)
"""Files that tell of the data, in the order of their weight."""

_CONTENT = ("data/", "csv/")
_SCHEMA = "https://schema.org/"


def linkset(project: Project, files: Iterable[str]) -> str:
    """Return the links of the home page, of the files that hold the data and of those that describe them.

    Args:
        files: paths of the publication.
    """
    home = f"{project.homepage.rstrip('/')}/" if project.homepage else ""
    known = set(files)
    describing = [name for name in DESCRIBING if name in known]
    content = sorted(name for name in known if name.startswith(_CONTENT) and name not in DESCRIBING)
    page: dict[str, object] = {
        "anchor": home or "index.html",
        "cite-as": [{"href": f"{project.base}dataset"}],
        "type": [{"href": f"{_SCHEMA}AboutPage"}, {"href": f"{_SCHEMA}Dataset"}],
        "license": [{"href": project.licence}],
        "describedby": [_target(home, name) for name in describing],
        "item": [_target(home, name) for name in content],
    }
    if project.publisher_url:
        page["author"] = [{"href": project.publisher_url}]
    back = {"href": home or "index.html", "type": "text/html"}
    rows = [
        page,
        *({"anchor": home + name, "collection": [back], **_licence(project)} for name in content),
        *({"anchor": home + name, "describes": [back]} for name in describing),
    ]
    return json.dumps({"linkset": rows}, ensure_ascii=False, indent=1) + "\n"


def _target(home: str, name: str) -> Target:
    return {"href": home + name, "type": media_type(name).partition(";")[0]}


def _licence(project: Project) -> Mapping[str, list[Target]]:
    return {"license": [{"href": project.licence}]}
