"""The page on which queries are written and answered: what its scripts have to know stands in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from forumgraph.graph.addresses import INSIDE, PAGED
from forumgraph.graph.enginefiles import has_editor
from forumgraph.graph.identifiers import AUTHORITY, SCHEME, SDG
from forumgraph.ontology import FORUM, ONTOLOGY, PREFIXES, THEME
from forumgraph.queries import catalogue
from forumgraph.shapes import NAMESPACE as SHAPES

if TYPE_CHECKING:
    from forumgraph.graph.pages import Frame

PAGE = "sparql.html"

_FIRST = "themes-by-year"


def query_page(frame: Frame, *, engine: bool) -> str:
    """Return the page.

    Args:
        engine: whether the site has the engine that answers queries in the browser.
    """
    questions = catalogue()
    return frame.render(
        PAGE,
        PAGE,
        "SPARQL",
        engine=engine,
        editor=engine and has_editor(),
        questions=list(questions.values()),
        first=questions[_FIRST].text,
        settings=json.dumps(settings(frame.project.base), separators=(",", ":")),
    )


def settings(base: str) -> dict[str, object]:
    """Return what scripts have to know: the question to begin with, prefixes, and where the pages of IRIs are (`forumgraph.graph.addresses`).

    Args:
        base: of the data.
    """
    return {
        "first": _FIRST,
        "prefixes": dict(PREFIXES),
        "places": {
            "base": base,
            "paged": sorted(PAGED),
            "inside": sorted(INSIDE),
            "folders": [[AUTHORITY, "authority/"], [THEME, "theme/"], [SDG, "sdg/"]],
            "terms": [[FORUM, "ontology.html"], [SHAPES, "shapes.html"]],
            "scheme": SCHEME,
            "ontology": ONTOLOGY,
        },
    }
