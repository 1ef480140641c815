"""What is doubtful in a publication, one row each, for a person to decide: names, possible items, weak themes, related statements, findings.

What was decided already comes with its decision, so that one sheet holds all. The rows depend on the publication alone, and so do their keys.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from forumgraph.errors import PublicationFailed
from forumgraph.graph.asked.store import open_dump, run
from forumgraph.graph.decided.verdictrows import decided
from forumgraph.graph.described.templates import filled
from forumgraph.graph.names.authority import authority
from forumgraph.graph.names.candidates import Candidates, Names, clusters, near
from forumgraph.graph.rdf.identifiers import named
from forumgraph.graph.stated.decisions import LONGEST_QUOTE, row_key, spaced
from forumgraph.ontology import FORUM

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from pyoxigraph import Store

WEAK_THEME, WEAK_PAIR, WEAK_MEETING = 0.5, 0.6, 0.8
"""Scores up to which a theme, a pair, or that two documents tell of one meeting, is doubtful."""

COLUMNS = (
    *("key", "kind", "document", "page", "line", "quote", "passage", "about"),
    *("other_document", "other_quote", "proposal", "candidates", "sha256", "other_sha256"),
    *("decision", "value", "reason", "reviewer", "date"),
)
_DECIDED = 5
KINDS = ("actor", "item", "theme", "target", "pair", "followup", "meeting", "field", "finding")
"""In the order in which they are listed."""

_SORTS = {
    "organization": "an organisation",
    "constituency": "a constituency",
    "government": "a government",
    "person": "a person",
    "post": "an office",
}
"""What to call an actor of each kind."""

_NO_BODY = frozenset({"person", "post"})
"""Kinds that no entry of the authority file is of: Mr. Costa is not Costa Rica."""

_LISTED_APART = frozenset({"REP011"})
_DOCUMENTS = f"SELECT ?file ?document ?sha256 {{ ?document <{FORUM}fileName> ?file ; <{FORUM}sha256> ?sha256 }}"
_DIGEST = 16
"""Letters of a digest that a sheet has."""

_SCORED = {"theme": "theme", "target": "theme", "followup": "pair", "meeting": "meeting", "pair": "pair"}
"""From what was derived with a score to the name of that up to which it is doubtful."""


@dataclass(slots=True)
class _Rows:
    rows: dict[str, dict[str, str]] = field(default_factory=dict)

    def add(self, kind: str, cells: Mapping[str, str]) -> None:
        """Add a row; of two with one key the first stays, and takes from the other what it does not say itself."""
        row = {name: cells.get(name, "") for name in COLUMNS}
        row |= {"kind": kind, "quote": cut(row["quote"]), "other_quote": cut(row["other_quote"])}
        others = {name: row[name] for name in ("other_document", "other_quote")}
        row["key"] = cells.get("key") or row_key(kind, row["document"], row["quote"], row["about"], **others)
        if kind == "target":
            row["about"] = (
                f"SDG {row['about']}"  # a spreadsheet takes 16.10 alone for 16.1, and some take 16.6 for a day in June
            )
        first = self.rows.setdefault(row["key"], row)
        first |= {name: first[name] or row[name] for name in COLUMNS[:-_DECIDED]}


def cut(words: str) -> str:
    """Return words as they are quoted in a sheet: the beginning of those that no cell could hold."""
    return words if len(words) <= LONGEST_QUOTE else words[:LONGEST_QUOTE].rsplit(" ", 1)[0]


def doubts(
    publication: Path, *, theme: float = WEAK_THEME, pair: float = WEAK_PAIR, meeting: float = WEAK_MEETING
) -> list[dict[str, str]]:
    """List what is doubtful in a publication, and what was decided, as rows of a sheet.

    Args:
        theme: score up to which a theme is doubtful.
        pair: score up to which a pair of statements is doubtful.
        meeting: score up to which it is doubtful that two documents tell of one meeting.

    Raises:
        PublicationFailed: if the folder is no publication.
    """
    store = open_dump(publication)
    found = _Rows()
    for cells in decided(store):
        found.add(cells["kind"], cells)
    _actors(store, found)
    documents = {name: (iri, digest) for name, iri, digest in run(store, _DOCUMENTS).rows}
    for cells in _items(publication, documents):
        found.add("item", cells)
    for kind, cells in _judged(store, {"theme": theme, "pair": pair, "meeting": meeting}):
        found.add(kind, cells)
    for cells in _findings(publication):
        found.add("finding", cells)
    for row in found.rows.values():
        for name, digest in (("document", "sha256"), ("other_document", "other_sha256")):
            row[digest] = documents.get(row[name], ("", ""))[1][:_DIGEST]
    near_to = clusters(row["about"] for row in found.rows.values() if row["kind"] == "actor")
    return sorted(found.rows.values(), key=lambda row: _order(row, near_to))


def _judged(store: Store, most: Mapping[str, float]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield what was derived with a low score and is not decided, each with its kind and with what was done and why."""
    for kind, score in _SCORED.items():
        yield from ((kind, cells) for cells in _asked(store, kind, most[score]))


def _order(row: Mapping[str, str], near_to: Mapping[str, str]) -> tuple[object, ...]:
    """Return where a row stands: by kind; names near each other together; else in the order of the documents."""
    start = row["passage"].partition("#char=")[2].partition(",")[0]
    place = (int(start or 0), int(row["page"] or 0), int(row["line"] or 0))
    at = (row["document"], *place, row["quote"], row["about"], row["key"])
    first = (near_to.get(row["about"], ""), row["about"]) if row["kind"] == "actor" else ("", "")
    return (KINDS.index(row["kind"]), *first, *at)


def _asked(store: Store, kind: str, most: float | None = None) -> Iterator[dict[str, str]]:
    answer = run(store, filled(f"doubt-{kind}.rq", most=most))
    for row in answer.rows:
        yield dict(zip(answer.columns, row, strict=True))


def _actors(store: Store, found: _Rows) -> None:
    rows: dict[str, dict[str, str]] = {}
    for cells in _asked(store, "actor"):
        row = rows.setdefault(named(cells["about"]), cells)
        row |= {name: row[name] or cells[name] for name in ("acronym", "sort")}
    known, others = Candidates(authority()), Names()
    for row in rows.values():
        others.add(row["about"])
    for row in rows.values():
        sort = row["sort"].rpartition("/")[2]
        entries = () if sort in _NO_BODY else known.of(row["about"], row["acronym"])
        likely = [f"auth:{key} {label} ({score:.2f})" for key, label, score in entries]
        likely += [f"near: {name}" for name in near(others, row["about"])]
        proposal = f"{_SORTS.get(sort, 'an actor')} of its own, not in the authority file"
        found.add("actor", row | {"proposal": proposal, "candidates": "; ".join(likely)})


def _items(publication: Path, documents: Mapping[str, tuple[str, str]]) -> Iterator[dict[str, str]]:
    """Yield sentences that were left aside though they may be points.

    Args:
        documents: from the name of a document to its IRI and the digest of its bytes.
    """
    for path in sorted((publication / "coverage").glob("*.json")):
        told = _json(path)
        for each in told["list"]:
            if each.get("reason") == "possible-points":
                span = f"#char={each['start']},{each['end']}"
                yield {
                    "document": told["file"],
                    "quote": each["text"],
                    "passage": documents.get(told["file"], ("", ""))[0] + span,
                    "proposal": "issue or recommendation?",
                }


def _findings(publication: Path) -> Iterator[dict[str, str]]:
    for each in _json(publication / "findings.json"):
        if each["code"] not in _LISTED_APART and not each["code"].startswith(("DEC", "PUB")):
            yield {
                "document": each["source"],
                "page": str(each.get("page", "")),
                "line": str(each.get("line", "")),
                "quote": each.get("words", "").removesuffix("…"),
                "about": each["code"],
                "proposal": spaced(f"{each['message']}. To do: {each.get('help') or 'nothing.'}"),
            }


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise PublicationFailed(f"{path} cannot be read: {error}", remedy="Build the publication again") from error
