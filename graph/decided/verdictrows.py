"""Decisions read back from the review layers of a publication, as rows of a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.graph.asked.store import run
from forumgraph.graph.decided.judgements import NOBODY
from forumgraph.graph.stated.decisions import row_key
from forumgraph.ontology import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Store

_QUERY = f"""
PREFIX forum: <{PREFIXES["forum"]}>
PREFIX oa: <{PREFIXES["oa"]}>
PREFIX foaf: <{PREFIXES["foaf"]}>
SELECT DISTINCT ?node ?key ?kind ?about ?decision ?value ?reason ?reviewer ?date ?document ?quote ?passage ?page ?line WHERE {{
  ?node a forum:Decision ; forum:rowKey ?key ; forum:decisionKind ?kind ; forum:verdict ?decision ; oa:hasTarget ?target .
  OPTIONAL {{ ?node forum:decisionTopic ?about }}
  OPTIONAL {{ ?node forum:decidedValue ?value }}
  OPTIONAL {{ ?node forum:grounds ?reason }}
  OPTIONAL {{ ?node forum:reviewer/foaf:name ?reviewer }}
  OPTIONAL {{ ?node forum:decidedOn ?date }}
  {{ ?target oa:hasSource/forum:fileName ?document ; oa:hasSelector/oa:exact ?quote ; forum:passage ?passage .
     OPTIONAL {{ ?passage forum:page ?page }} OPTIONAL {{ ?passage forum:line ?line }} }}
  UNION {{ ?target forum:fileName ?document }}
}} ORDER BY ?node ?document ?passage"""


def decided(store: Store) -> Iterator[dict[str, str]]:
    """Yield one row for each decision, sorted by its IRI."""
    answer = run(store, _QUERY)
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
