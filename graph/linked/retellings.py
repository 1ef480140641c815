"""Which documents tell of one meeting: sessions of different documents whose titles, days and places speak for it, so that questions count the meeting once.

Nothing here says that two sessions are the same node: each keeps what its document says of it, and where they contradict each other both can be read.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from forumgraph.graph.linked.stems import content
from forumgraph.graph.names.authority import folded
from forumgraph.graph.rdf import terms
from forumgraph.graph.rdf.terms import LABEL, RDF_TYPE, language_of, plain
from forumgraph.graph.stated.draft import shortened
from forumgraph.ontology import forum

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from forumgraph.graph.rdf.identifiers import Namespace
    from forumgraph.graph.rdf.terms import Triple

LIKE = 0.8
"""Share of the weighty words of two titles that they have in common (Dice), from which on they may be titles of one meeting."""

_ENOUGH, _MANY, _DISTINCT = 3, 4, 5
"""Weighty words that titles need: equal ones of one day; those that are only alike, or whose days are not known; and equal ones of days that are near."""

_NEAR = 2
"""Days by which documents may be apart on the date of one meeting, or report on one day of it after the other."""

_RARE = 3
"""Words of a title by which it meets others of its day."""

_DAY, _LONGEST = 10, 31
_PRECISE = (4, 7, _DAY)
_NUMBER = re.compile(r"\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_RULE = "retellings"


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


@dataclass(frozen=True, slots=True)
class Retelling:
    """Two documents tell of one meeting.

    Attributes:
        later: the session that is counted as the other one.
        shared: what the two have in common, in words.
        method: which of it: `title and date`, `title, date and city` ...
    """

    later: Meeting
    earlier: Meeting
    score: float
    method: str
    shared: str


def meetings(triples: Iterable[Triple], document: str) -> list[Meeting]:
    """Return the sessions of a document that have a title, sorted by their nodes.

    Args:
        triples: what the document states and what was derived from it.
        document: what it is called in IRIs.
    """
    told: defaultdict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in triples:
        if predicate in _READ:
            told[subject][_READ[predicate]].append(value)
    return [_meeting(node, document, told[node]) for node in sorted(told) if "title" in told[node]]


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


def _meeting(node: str, document: str, rows: dict[str, list[str]]) -> Meeting:
    title = min(rows["title"])
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
    )


def retold(rows: Iterable[Meeting], refused: Collection[str] = (), space: Namespace | None = None) -> list[Retelling]:
    """Return what joins sessions that are one meeting, as a forest: of all that tell of one, each after the first has a link to an earlier or later one.

    No two sessions of one document are joined, because they are different meetings.

    Args:
        refused: tokens of matches that a person rejected.
        space: that names them; only needed where some were.
    """
    found = sorted(_compared(list(rows)), key=lambda each: (-each.score, *_order(each.later), *_order(each.earlier)))
    kept = [each for each in found if not (space and refused and match_node(space, each) in refused)]
    groups: dict[str, list[Meeting]] = {}
    links = []
    for each in kept:
        one, other = (groups.setdefault(end.node, [end]) for end in (each.later, each.earlier))
        if one is other or {end.document for end in one} & {end.document for end in other}:
            continue
        one.extend(other)
        groups.update((end.node, one) for end in other)
        links.append(each)
    return sorted(links, key=lambda each: (_order(each.later), _order(each.earlier)))


def first_tellings(links: Iterable[Retelling]) -> dict[str, Meeting]:
    """Return, for each session but the first of those that are one meeting, which one is the first: by date, then by document."""
    groups: dict[str, list[Meeting]] = {}
    for each in links:
        one, other = (groups.setdefault(end.node, [end]) for end in (each.later, each.earlier))
        one.extend(other)
        groups.update((end.node, one) for end in other)
    firsts = {node: min(members, key=_order) for node, members in groups.items()}
    return {node: first for node, first in firsts.items() if first.node != node}


def _order(meeting: Meeting) -> tuple[str, str, str]:
    return meeting.date, meeting.document, meeting.node


def _compared(rows: Sequence[Meeting]) -> Iterator[Retelling]:
    """Compare sessions that share their whole title or one of the rarest words of their titles, and days that are near or a month or year of one of them."""
    often = Counter(stem for each in rows for stem in {*each.stems})
    coarse = {(each.date, _words(each)) for each in rows if each.date and not each.days}
    keyed: defaultdict[tuple[str, str], list[Meeting]] = defaultdict(list)
    for each in rows:
        rare = sorted({*each.stems}, key=lambda stem: (often[stem], stem))[:_RARE]
        for key in {*_keys(each, (*rare, _words(each)))} | coarse & {(each.date[:n], _words(each)) for n in _PRECISE}:
            keyed[key].append(each)
    seen: set[tuple[str, str]] = set()
    for key in sorted(keyed):
        for one, other in combinations(sorted(keyed[key], key=_order), 2):
            if one.document != other.document and (one.node, other.node) not in seen:
                seen.add((one.node, other.node))
                found = _match(one, other)
                if found:
                    yield found


def _words(meeting: Meeting) -> str:
    return " ".join(folded(meeting.title))


def _keys(meeting: Meeting, words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield its days, and those that are near behind them, each with words."""
    if meeting.days:
        first, last = meeting.days
        for after in range((last - first).days + _NEAR + 1):
            yield from ((str(first + dt.timedelta(days=after)), each) for each in words)


def _match(earlier: Meeting, later: Meeting) -> Retelling | None:
    """Return why two sessions are one meeting; None where they are not, or too little speaks for it."""
    if _differ(earlier, later):
        return None
    editions = sorted({*earlier.editions} & {*later.editions})
    shared = {
        "city": later.city if earlier.city == later.city else "",
        "hours": "-".join(later.hours) if earlier.hours == later.hours else "",
        "edition": ", ".join(each.strip("<>").split("/edition/")[-1] for each in editions),
    }
    placed = sum(map(bool, shared.values()))
    equal, apart = _words(earlier) == _words(later), _gap(earlier, later)
    common = {*earlier.stems} & {*later.stems}
    like = 2 * len(common) / max(1, len({*earlier.stems}) + len({*later.stems}))
    if not (
        (equal and apart == 0 and (placed or len(common) >= _ENOUGH))
        or (equal and placed and len(common) >= (_DISTINCT if apart else _MANY))
        or (like >= LIKE and apart == 0 and placed and len(common) >= _MANY)
    ):
        return None
    score = 0.5 * (1.0 if equal else like) + 0.2 * (apart == 0) + 0.15 * min(placed, 2)
    told = {"title": later.title, "date": "" if apart else max(later.date, earlier.date), **shared}
    kinds = [name for name, words in told.items() if words]
    method = " and ".join(filter(None, (", ".join(kinds[:-1]), kinds[-1])))
    return Retelling(later, earlier, round(score, 2), method, "; ".join(filter(None, told.values())))


def _differ(one: Meeting, other: Meeting) -> bool:
    """Tell whether something speaks against two sessions being one meeting: their days, hours, numbers, cities, countries or editions."""
    days = _gap(one, other)
    if days is None:
        apart = not (one.date and other.date and (one.date.startswith(other.date) or other.date.startswith(one.date)))
    else:
        apart = days > _NEAR
    if one.hours and other.hours and days == 0 and not (one.end or other.end):
        apart = apart or one.hours[0] >= other.hours[1] or other.hours[0] >= one.hours[1]
    told = ((one.numbers, other.numbers), (one.city, other.city), (one.country, other.country))
    elsewhere = one.editions and other.editions and not {*one.editions} & {*other.editions}
    return apart or bool(elsewhere) or any(first and second and first != second for first, second in told)


def _gap(one: Meeting, other: Meeting) -> int | None:
    """Return how many days lie between two meetings, 0 where they share one; None where the days of one are not known."""
    days, others = one.days, other.days
    if not (days and others):
        return None
    return max(0, (days[0] - others[1]).days, (others[0] - days[1]).days)


def match_node(space: Namespace, each: Retelling) -> str:
    """Return the node of the judgement."""
    return space.meeting_match(each.later.document, each.later.node, each.earlier.node)


def told_again(rows: Iterable[Meeting], space: Namespace, refused: Collection[str] = ()) -> Iterator[list[Triple]]:
    """Yield what follows for the derived layer of the corpus, in parts, one for each document that tells of a meeting of which another one tells."""
    links = retold(rows, refused, space)
    parts: defaultdict[str, list[Triple]] = defaultdict(list)
    told: dict[str, str] = {}
    for each in links:
        parts[each.later.document].extend(_said(match_node(space, each), each))
        told |= {end.node: told.get(end.node, each.later.document) for end in (each.later, each.earlier)}
    for node, first in sorted(first_tellings(links).items()):
        parts[told[node]].append((node, f"<{forum.toldFirstAs}>", first.node))
    yield from (parts[document] for document in sorted(parts))


def _said(node: str, each: Retelling) -> Iterator[Triple]:
    yield node, RDF_TYPE, terms.iri(forum.MeetingMatch)
    yield node, LABEL, terms.text(f"One meeting: {shortened(each.later.title)}")
    yield node, f"<{forum.matchFrom}>", each.later.node
    yield node, f"<{forum.matchTo}>", each.earlier.node
    yield node, f"<{forum.rule}>", terms.text(_RULE)
    yield node, f"<{forum.method}>", terms.text(each.method)
    yield node, f"<{forum.score}>", terms.decimal(each.score)
    yield node, f"<{forum.evidence}>", terms.text(each.shared)
