"""Decisions read back from the review layers of a publication, as rows of a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.graph.asked.store import run
from forumgraph.graph.decided.judgements import NOBODY
from forumgraph.graph.described.templates import filled
from forumgraph.graph.stated.decisions import row_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Store


def decided(store: Store) -> Iterator[dict[str, str]]:
    """Yield one row for each decision, sorted by its IRI."""
    answer = run(store, filled("decided.rq"))
    places: dict[str, list[dict[str, str]]] = {}
    for line in answer.rows:
        cells = dict(zip(answer.columns, line, strict=True))
        places.setdefault(cells["node"], []).append(cells)
    for node in sorted(places):
        row = _home(places[node])
        yield row | {"reviewer": "" if row["reviewer"] == NOBODY else row["reviewer"]}


def _home(places: list[dict[str, str]]) -> dict[str, str]:
    """Return the row as it was decided: of the places a decision is about, the one that its key was made of."""
    for one in places:
        for quote in (one["quote"], ""):
            if row_key(one["kind"], one["document"], quote, one["about"]) == one["key"]:
                return one | {"quote": one["quote"] if one["kind"] == "actor" else quote}
            for other in places:
                others = {"other_document": other["document"], "other_quote": other["quote"]}
                if row_key(one["kind"], one["document"], quote, one["about"], **others) == one["key"]:
                    return one | others
    return places[0]
