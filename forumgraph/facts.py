"""What is kept of a document beside its triples: counts for the catalogue, and what became of each of its sentences."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from forumgraph.graph.decided.judgements import merged_points
from forumgraph.graph.described.common import background_kinds
from forumgraph.graph.described.counts import Counts, kinds
from forumgraph.graph.rdf.terms import RDF_TYPE, plain
from forumgraph.ontology import forum

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from forumgraph.graph.rdf.terms import Triple
    from forumgraph.graph.written.layers import Layers
    from forumgraph.model import Report

_DATES = frozenset({f"<{forum.date}>", f"<{forum.endDate}>"})
_REJECTED = f"<{forum.rejectedBy}>"
_TO_ACTORS = frozenset({f"<{forum.addressedTo}>", f"<{forum.postBody}>"})
_COUNTED = {
    "sessions": forum.Session,
    "issues": forum.Issue,
    "recommendations": forum.Recommendation,
    "demands": forum.Demand,
}


def record(
    report: Report, told: Layers, said: Sequence[Triple], merged: Sequence[Triple], shared: Collection[Triple]
) -> dict[str, Any]:
    """Return small facts about the part of a document.

    Args:
        said: what it states and what was derived from it, as a person left it (`Layers.shown`).
        merged: all its triples.
        shared: those of them that other documents may say as well, which are counted elsewhere.
    """
    counts = Counts()
    counts.add([triple for triple in merged if triple not in shared], {**background_kinds(), **kinds(merged)})
    used = sum(1 for sentence in report.sentences if sentence.used_by)
    return {
        "published": True,
        "id": told.id,
        "counts": _counts(said),
        "refused": sorted(s for s, p, _ in told.layer("review") if p == _REJECTED and _is_link(s)),
        "merged": merged_points(told.layer("review")),
        "troubles": [list(each) for each in told.troubles],
        **counts.record(),
        "dates": sorted({plain(value) for _, predicate, value in said if predicate in _DATES}),
        "actors": sorted(_actors(said)),
        "coverage": [report.document.source.name, len(report.sentences), used],
    }


def _actors(triples: Sequence[Triple]) -> set[str]:
    """Return whom the names of a document stand for, whom it addresses, and the bodies of posts; forums are counted by themselves."""
    named = f"<{forum.denotes}>"
    return {o for s, p, o in triples if p in _TO_ACTORS or (p == named and "/mention/" in s)}


def _is_link(node: str) -> bool:
    return any(f"/{kind}/" in node for kind in ("statementlink", "followup", "meetingmatch"))


def _counts(triples: Sequence[Triple]) -> dict[str, int]:
    kinds = Counter(value for _, predicate, value in triples if predicate == RDF_TYPE)
    return {name: kinds[f"<{kind}>"] for name, kind in _COUNTED.items()}


def coverage(report: Report, document: str) -> str:
    """Return, as JSON, what became of each sentence of a document."""
    text, source = report.document.text, report.document.source
    rows = []
    for sentence in report.sentences:
        fields: dict[str, Any] = {
            "start": sentence.span.start,
            "end": sentence.span.end,
            "text": sentence.span.of(text),
        }
        rows.append(
            fields
            | ({"used_by": list(sentence.used_by)} if sentence.used_by else {"reason": sentence.reason or "no rule"})
        )
    used = sum(1 for sentence in report.sentences if sentence.used_by)
    head = {
        "document": document,
        "file": source.name,
        "sha256": source.sha256,
        "kind": report.kind.value,
        "language": report.language,
    }
    return json.dumps({**head, "sentences": len(rows), "used": used, "list": rows}, ensure_ascii=False, indent=1) + "\n"
