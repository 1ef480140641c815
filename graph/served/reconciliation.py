"""The authority file as a reconciliation service (W3C Entity Reconciliation CG, Reconciliation Service API 0.2), as OpenRefine asks it.

Scores say how alike names are: 100 is the same name or acronym but for case, accents, punctuation and a leading article. Only a single entry with 100
is called a match; everything else is left to a person.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from forumgraph.errors import InvalidQuery
from forumgraph.graph.names import authority
from forumgraph.graph.rdf.identifiers import AUTHORITY
from forumgraph.graph.shown.pages import environment
from forumgraph.ontology import FORUM

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from forumgraph.graph.names.authority import Entry

MOST_QUERIES = 100
"""In one batch."""

PREVIEW = (420, 160)
"""Width and height of a preview, in pixels."""

_LONGEST = 300
_LEAST = 35.0
_CLOSEST = 99.0
_LIMIT, _HIGHEST_LIMIT = 5, 50
_BRACKETS = re.compile(r"^(.{2,200}?)\s*\(([^()]{2,40})\)\s*$")
_TYPES: Mapping[str, tuple[str, ...]] = {
    "organization": ("Body", "Actor"),
    "constituency": ("Constituency", "Actor"),
    "government": ("Government", "Actor"),
    "person": ("Person", "Actor"),
    "country": ("Government", "Place", "Actor"),
    "forum": ("Forum",),
}
"""From the kind of an entry to the classes it is found under, the narrowest first."""


@dataclass(frozen=True, slots=True)
class _Known:
    entry: Entry
    names: tuple[tuple[str, frozenset[str]], ...]
    acronyms: frozenset[str]

    @property
    def types(self) -> tuple[str, ...]:
        return _TYPES.get(self.entry.kind, ("Actor",))


class Register:
    """Entries of an authority file, ready to be compared.

    Args:
        turtle: the authority file; N-Triples are Turtle.
    """

    def __init__(self, turtle: str) -> None:
        self._known = tuple(_prepared(entry) for entry in authority.read(turtle).entries)

    def manifest(self, origin: str, title: str) -> dict[str, Any]:
        """Return what the service says of itself.

        Args:
            origin: absolute address of the site, without a slash at its end.
        """
        return {
            "versions": ["0.1", "0.2"],
            "name": f"{title}: actors, forums and countries",
            "identifierSpace": AUTHORITY,
            "schemaSpace": FORUM,
            "defaultTypes": [_type(name) for name in ("Actor", "Forum", "Place")],
            "view": {"url": f"{origin}/authority/{{{{id}}}}"},
            "preview": {"url": f"{origin}/reconcile/preview?id={{{{id}}}}", "width": PREVIEW[0], "height": PREVIEW[1]},
            "suggest": {
                what: {"service_url": origin, "service_path": f"/reconcile/suggest/{what}"}
                for what in ("entity", "type")
            },
            "batchSize": MOST_QUERIES,
        }

    def batch(self, text: str) -> dict[str, Any]:
        """Answer a batch of queries.

        Args:
            text: JSON object of queries by key.

        Raises:
            InvalidQuery: if it is not, or holds too many.
        """
        try:
            queries = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise InvalidQuery("the queries are not JSON", remedy="Send an object of queries by key") from error
        if not isinstance(queries, dict) or len(queries) > MOST_QUERIES:
            raise InvalidQuery(f"a batch is an object of at most {MOST_QUERIES} queries", remedy="Send smaller batches")
        return {key: {"result": self._answer(query)} for key, query in queries.items()}

    def _answer(self, query: object) -> list[dict[str, Any]]:
        if not isinstance(query, dict) or not isinstance(query.get("query"), str):
            raise InvalidQuery('a query is an object with the key "query"', remedy="Give the name as text")
        limit = query.get("limit", _LIMIT)
        if isinstance(limit, bool) or not isinstance(limit, int) or limit < 1:
            raise InvalidQuery("a limit is a whole number above zero", remedy="Leave it out")
        return self.candidates(query["query"], _wanted(query.get("type")), min(limit, _HIGHEST_LIMIT))

    def candidates(self, name: str, types: frozenset[str] = frozenset(), limit: int = _LIMIT) -> list[dict[str, Any]]:
        """Return the entries most like a name, best first.

        Args:
            types: names of classes; empty for all.
        """
        words, short = _asked(name[:_LONGEST])
        grams = [(each, _trigrams(each)) for each in words]
        scored = [
            (*_score(known, grams, short), known) for known in self._known if not types or types & set(known.types)
        ]
        best = sorted(
            (row for row in scored if max(row[:2]) >= _LEAST), key=lambda row: (-max(row[:2]), row[2].entry.key)
        )
        sure = sum(max(row[:2]) == 100 for row in best) == 1
        return [_candidate(*row, sure=sure) for row in best[:limit]]

    def suggest(self, prefix: str, cursor: int = 0) -> dict[str, Any]:
        """Return the entries with a name or acronym that begins so, as a person types it.

        Args:
            cursor: how many of them were given before.
        """
        typed = " ".join(authority.folded(prefix[:_LONGEST]))
        found = [
            known
            for known in self._known
            if typed and any(each.startswith(typed) for each in (*(name for name, _ in known.names), *known.acronyms))
        ]
        return {
            "result": [
                {"id": known.entry.key, "name": known.entry.label, "notable": [_type(known.types[0])]}
                for known in sorted(found, key=lambda known: known.entry.label)[cursor : cursor + _HIGHEST_LIMIT]
            ]
        }

    def types(self, prefix: str, cursor: int = 0) -> dict[str, Any]:
        """Return the classes whose names begin so.

        Args:
            cursor: how many of them were given before.
        """
        names = sorted({name for known in self._known for name in known.types})
        typed = prefix[:_LONGEST].casefold()
        return {"result": [_type(name) for name in names if typed and name.casefold().startswith(typed)][cursor:]}

    def preview(self, key: str) -> str:
        """Return a small page about an entry; empty where there is none."""
        entry = next((known.entry for known in self._known if known.entry.key == key), None)
        return environment().get_template("preview.html").render(entry=entry) if entry else ""


def _prepared(entry: Entry) -> _Known:
    names = dict.fromkeys(" ".join(authority.folded(name)) for name in entry.names)
    return _Known(
        entry,
        tuple((name, _trigrams(name)) for name in names),
        frozenset(" ".join(authority.folded(each)) for each in (*entry.acronyms, *entry.unsought)),
    )


def _asked(name: str) -> tuple[list[str], set[str]]:
    """Return the names a query may mean, and the acronyms: `Full Name (FN)` gives one of each."""
    match = _BRACKETS.match(name)
    parts = [name] if match is None else [match[1]]
    short = {name} if match is None else {match[2]}
    return [" ".join(authority.folded(each)) for each in parts], {" ".join(authority.folded(each)) for each in short}


def _trigrams(words: str) -> frozenset[str]:
    padded = f"  {words} "
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2)) if words else frozenset()


def _score(known: _Known, asked: Iterable[tuple[str, frozenset[str]]], short: set[str]) -> tuple[float, float]:
    """Return how alike the names and the acronyms are."""
    alike = 0.0
    for words, grams in asked:
        for name, theirs in known.names:
            same = 100.0 if words and words == name else _dice(grams, theirs)
            alike = max(alike, same)
    return alike, 100.0 if known.acronyms & short - {""} else 0.0


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    both = len(one) + len(other)
    return min(_CLOSEST, round(200 * len(one & other) / both, 1)) if both else 0.0


def _candidate(name: float, acronym: float, known: _Known, *, sure: bool) -> dict[str, Any]:
    score = max(name, acronym)
    return {
        "id": known.entry.key,
        "name": known.entry.label,
        "type": [_type(each) for each in known.types],
        "score": score,
        "features": [{"id": "name", "value": name}, {"id": "acronym", "value": acronym == 100}],
        "match": sure and score == 100,
    }


def _type(name: str) -> dict[str, str]:
    return {"id": name, "name": name}


def _wanted(given: object) -> frozenset[str]:
    """Read the types a query is restricted to: one or several, as identifiers, IRIs or objects with an id."""
    several = given if isinstance(given, list) else [given] if given else []
    names = (each.get("id") if isinstance(each, dict) else each for each in several)
    return frozenset(each.removeprefix(FORUM) for each in names if isinstance(each, str))
