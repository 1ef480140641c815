"""Sessions as one document tells of them: what tells whether two documents tell of one meeting."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.graph.linked.stems import content
from forumgraph.graph.names.authority import folded
from forumgraph.graph.rdf.terms import LABEL, RDF_TYPE, language_of, plain
from forumgraph.graph.stated.participants import direct_properties
from forumgraph.ontology import forum

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from forumgraph.graph.rdf.terms import Triple

_DAY, _LONGEST = 10, 31
_NUMBER = re.compile(r"\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LED_BY_NOBODY = frozenset({forum.attendedBy, forum.sponsoredBy})


@dataclass(frozen=True, slots=True)
class Leader:
    """Who led a session, or spoke there.

    Attributes:
        actor: token of whom the name stands for.
        role: token of the property that says what they did.
        name: as the document names them.
        person: whether they are one.
    """

    actor: str
    role: str
    name: str
    person: bool = False


@dataclass(frozen=True, slots=True)
class Meeting:
    """A session as one document tells of it.

    Attributes:
        node: token of the session.
        document: what its document is called in IRIs.
        date: as precise as it is known; empty when it is not.
        end: the last day; empty when it is the first or not known.
        hours: when it began and ended, local; empty where either is not known.
        city: its folded words.
        country: token of the State, or folded words.
        editions: tokens of the editions of forums that it is part of, sorted.
        stems: of the weighty words of the title.
        leaders: who organised, opened, chaired or hosted it, or spoke there, sorted.
        alone: whether no other session of its document began on its first day.
    """

    node: str
    document: str
    title: str
    date: str = ""
    end: str = ""
    hours: tuple[str, ...] = ()
    city: str = ""
    country: str = ""
    editions: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()
    leaders: tuple[Leader, ...] = ()
    alone: bool = True

    @property
    def days(self) -> tuple[dt.date, dt.date] | None:
        """The first and the last day; None where they are not known to the day."""
        try:
            first = dt.date.fromisoformat(self.date)
            last = dt.date.fromisoformat(self.end) if len(self.end) == _DAY else first
        except ValueError:
            return None
        return first, min(max(first, last), first + dt.timedelta(days=_LONGEST))

    @property
    def numbers(self) -> frozenset[str]:
        """Numbers in its title that are no years."""
        return frozenset(each for each in _NUMBER.findall(self.title) if not _YEAR.fullmatch(each))


def meetings(triples: Iterable[Triple], document: str) -> list[Meeting]:
    """Return the sessions of a document that have a title, or somebody who led them, sorted by their nodes.

    Args:
        triples: what the document states and what was derived from it.
        document: what it is called in IRIs.
    """
    told: defaultdict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    names: dict[str, str] = {}
    actors: dict[str, str] = {}
    people: set[str] = set()
    leading = _leading()
    for subject, predicate, value in triples:
        if predicate in _READ:
            told[subject][_READ[predicate]].append(value)
        elif predicate in leading:
            told[subject]["leader"].append(f"{value} {predicate}")
        elif predicate == LABEL:
            names[subject] = value
        elif predicate == _DENOTES:
            actors[subject] = value
        elif predicate == RDF_TYPE and value == _PERSON:
            people.add(subject)
    sessions = {node: rows for node, rows in sorted(told.items()) if {"title", "leader"} & rows.keys()}
    often = Counter(day for rows in sessions.values() for day in {*rows["date"]})
    return [
        _meeting(node, document, rows, leaders, alone=often[min(rows["date"], default="")] < _SEVERAL)
        for node, rows in sessions.items()
        for leaders in (_leaders(rows["leader"], actors, names, people),)
    ]


def _leaders(
    told: Iterable[str], actors: Mapping[str, str], names: Mapping[str, str], people: Collection[str]
) -> tuple[Leader, ...]:
    rows = (each.partition(" ") for each in told)
    found = {
        Leader(actors.get(who, who), role, plain(names[who]), who in people) for who, _, role in rows if who in names
    }
    return tuple(sorted(found, key=lambda each: (each.actor, each.role, each.name)))


_DENOTES, _PERSON = f"<{forum.denotes}>", f"<{forum.Person}>"
_SEVERAL = 2


@lru_cache(maxsize=1)
def _leading() -> frozenset[str]:
    """Return the properties that say who led a session, or spoke there."""
    return frozenset(f"<{each}>" for each in direct_properties().values() if each not in _LED_BY_NOBODY)


_READ = {
    f"<{each}>": name
    for each, name in (
        (forum.title, "title"),
        (forum.date, "date"),
        (forum.endDate, "end"),
        (forum.startTime, "start"),
        (forum.endTime, "stop"),
        (forum.city, "city"),
        (forum.country, "country"),
        (forum.place, "place"),
        (forum.partOf, "whole"),
    )
}


def _meeting(
    node: str, document: str, rows: Mapping[str, list[str]], leaders: tuple[Leader, ...], *, alone: bool
) -> Meeting:
    title = min(rows["title"], default='""')
    words = {name: plain(min(rows[name])) for name in ("date", "end", "start", "stop", "city", "country") if rows[name]}
    return Meeting(
        node,
        document,
        plain(title),
        words.get("date", ""),
        words.get("end", ""),
        (words["start"], words["stop"]) if {"start", "stop"} <= words.keys() else (),
        " ".join(folded(words.get("city", ""))),
        min(rows["place"], default="") or " ".join(folded(words.get("country", ""))),
        tuple(sorted({each for each in rows["whole"] if "/edition/" in each})),
        tuple(stem for stem, _ in content(plain(title), language_of(title))),
        leaders,
        alone,
    )
