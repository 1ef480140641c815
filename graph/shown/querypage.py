"""The page on which queries are written and answered: what its scripts have to know stands in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from forumgraph.graph.rdf.addresses import INSIDE, PAGED
from forumgraph.graph.rdf.identifiers import AUTHORITY, SCHEME, SDG
from forumgraph.graph.shown.enginefiles import has_editor
from forumgraph.graph.shown.goals import GOALS
from forumgraph.ontology import FORUM, ONTOLOGY, PREFIXES, THEME
from forumgraph.queries import by_subject, question
from forumgraph.shapes import NAMESPACE as SHAPES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from forumgraph.graph.shown.corpus import Corpus
    from forumgraph.graph.shown.pages import Frame

PAGE = "sparql.html"

_FIRST = "themes-by-year"


def query_page(frame: Frame, corpus: Corpus, *, engine: bool) -> str:
    """Return the page.

    Args:
        corpus: what the site has pages of.
        engine: whether the site has the engine that answers queries in the browser.
    """
    return frame.render(
        PAGE,
        PAGE,
        "SPARQL",
        engine=engine,
        editor=engine and has_editor(),
        questions=[each for queries in by_subject().values() for each in queries],
        first=question(_FIRST).text,
        settings=json.dumps(settings(frame.project.base, corpus), separators=(",", ":")),
    )


def settings(base: str, corpus: Corpus) -> dict[str, object]:
    """Return what scripts have to know: the question to begin with, prefixes, and where the pages of IRIs are (`forumgraph.graph.rdf.addresses`).

    Args:
        base: of the data.
        corpus: what the site has pages of.
    """
    entries = [page for page in (*corpus.actors, *corpus.forums) if page.startswith("authority/")]
    entries += [page.rpartition("/")[0] for page in corpus.forums if page.startswith("edition/")]
    goals = [*corpus.goals, *(f"sdg/{number}.html" for number in GOALS)]
    return {
        "first": _FIRST,
        "prefixes": dict(PREFIXES),
        "places": {
            "base": base,
            "paged": sorted(PAGED),
            "inside": sorted(INSIDE),
            "folders": [
                [AUTHORITY, "authority/", _names(entries), "authority.html#"],
                [THEME, "theme/", None, ""],
                [SDG, "sdg/", _names(goals), ""],
            ],
            "terms": [[FORUM, "ontology.html"], [SHAPES, "shapes.html"]],
            "scheme": SCHEME,
            "ontology": ONTOLOGY,
        },
    }


def _names(pages: Iterable[str]) -> list[str]:
    """Return the last parts of paths, without their endings."""
    return sorted({page.rpartition("/")[2].removesuffix(".html") for page in pages})
