"""Which documents tell of one meeting: sessions of different documents whose titles, days, places and leaders speak for it, so that questions count it once.

Nothing here says that two sessions are the same node: each keeps what its document says of it, and where they contradict each other both can be read.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from forumgraph.graph.names.authority import folded
from forumgraph.graph.rdf import terms
from forumgraph.graph.rdf.terms import LABEL, RDF_TYPE
from forumgraph.graph.stated.draft import shortened
from forumgraph.ontology import forum

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from forumgraph.graph.linked.sessions import Meeting
    from forumgraph.graph.rdf.identifiers import Namespace
    from forumgraph.graph.rdf.terms import Triple

LIKE = 0.8
"""Share of the weighty words of two titles that they have in common (Dice), from which on they may be titles of one meeting."""

_ENOUGH, _MANY, _DISTINCT = 3, 4, 5
"""Weighty words that titles need: equal ones of one day; those that are only alike, or whose days are not known; and equal ones of days that are near."""

_NEAR = 2
"""Days by which documents may be apart on the date of one meeting, or report on one day of it after the other."""

_RARE = 3
"""Words of a title, and leaders, by which a session meets others of its day."""

_LED, _RESEMBLING = 2, 0.5
"""Leaders that two sessions have in common, with other titles; one is enough where titles share this part of their weighty words."""

_PRECISE = (4, 7, 10)
_RULE = "retellings"


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
        one, other = _groups(groups, each)
        if one is not other and not {end.document for end in one} & {end.document for end in other}:
            _join(groups, one, other)
            links.append(each)
    return sorted(links, key=lambda each: (_order(each.later), _order(each.earlier)))


def first_tellings(links: Iterable[Retelling]) -> dict[str, Meeting]:
    """Return, for each session but the first of those that are one meeting, which one is the first: by date, then by document."""
    groups: dict[str, list[Meeting]] = {}
    for each in links:
        _join(groups, *_groups(groups, each))
    firsts = {node: min(members, key=_order) for node, members in groups.items()}
    return {node: first for node, first in firsts.items() if first.node != node}


def _groups(groups: dict[str, list[Meeting]], link: Retelling) -> tuple[list[Meeting], list[Meeting]]:
    """Return the sessions that are one meeting with either end of a link."""
    return groups.setdefault(link.later.node, [link.later]), groups.setdefault(link.earlier.node, [link.earlier])


def _join(groups: dict[str, list[Meeting]], one: list[Meeting], other: list[Meeting]) -> None:
    one.extend(other)
    groups.update((end.node, one) for end in other)


def _order(meeting: Meeting) -> tuple[str, str, str]:
    return meeting.date, meeting.document, meeting.node


def _compared(rows: Sequence[Meeting]) -> Iterator[Retelling]:
    """Compare sessions that share their title, or one of the rarest words of it or leaders, and days that are near or a month or year of one of them."""
    often = Counter(word for each in rows for word in {*each.stems, *(leader.actor for leader in each.leaders)})
    coarse = {(each.date, _words(each)) for each in rows if each.date and each.title and not each.days}
    keyed: defaultdict[tuple[str, str], list[Meeting]] = defaultdict(list)
    for each in rows:
        rare = _rarest({*each.stems}, often)
        whole = _words(each)
        led = _rarest({leader.actor for leader in each.leaders}, often)
        days = (*_keys(each, [*rare, whole] if whole else rare, _NEAR), *_keys(each, led))
        for key in {*days} | coarse & {(each.date[:n], whole) for n in _PRECISE}:
            keyed[key].append(each)
    seen: set[tuple[str, str]] = set()
    for key in sorted(keyed):
        for one, other in combinations(sorted(keyed[key], key=_order), 2):
            if one.document != other.document and (one.node, other.node) not in seen:
                seen.add((one.node, other.node))
                found = _match(one, other)
                if found:
                    yield found


def _rarest(words: Iterable[str], often: Mapping[str, int]) -> list[str]:
    """Return the rarest of the words that another session has too."""
    return sorted((word for word in words if often[word] > 1), key=lambda word: (often[word], word))[:_RARE]


def _words(meeting: Meeting) -> str:
    return " ".join(folded(meeting.title))


def _keys(meeting: Meeting, words: Sequence[str], near: int = 0) -> Iterator[tuple[str, str]]:
    """Yield its days, and so many that are near behind them, each with words."""
    if meeting.days:
        first, last = meeting.days
        for after in range((last - first).days + near + 1 if words else 0):
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
    apart, placed = _gap(earlier, later), sum(map(bool, shared.values()))
    date = {"date": "" if apart else max(later.date, earlier.date)}
    if (score := _by_title(earlier, later, placed)) > 0:
        return _retelling(earlier, later, score, {"title": later.title, **date, **shared})
    leaders = _led_alike(earlier, later) if apart == 0 and (shared["city"] or shared["edition"]) else ()
    if not leaders:
        return None
    score = 0.25 + 0.25 * _likeness(earlier, later) + 0.15 * min(placed, 2) + 0.1 * min(len(leaders), 3)
    return _retelling(earlier, later, min(score, 1), {**date, **shared, "leaders": ", ".join(leaders)})


def _retelling(earlier: Meeting, later: Meeting, score: float, told: Mapping[str, str]) -> Retelling:
    """Return that two sessions are one meeting.

    Args:
        told: what they have in common, by what it is; some of it may be empty.
    """
    kinds = [name for name, words in told.items() if words]
    method = " and ".join(filter(None, (", ".join(kinds[:-1]), kinds[-1])))
    return Retelling(later, earlier, round(score, 2), method, "; ".join(filter(None, told.values())))


def _by_title(earlier: Meeting, later: Meeting, placed: int) -> float:
    """Return how surely their titles tell that two sessions are one meeting, 0 where these do not.

    Args:
        placed: how many of city, hours and edition they have in common.
    """
    equal = bool(later.title) and _words(earlier) == _words(later)
    apart, like = _gap(earlier, later), _likeness(earlier, later)
    common = len({*earlier.stems} & {*later.stems})
    if (
        (equal and apart == 0 and (placed or common >= _ENOUGH))
        or (equal and placed and common >= (_DISTINCT if apart else _MANY))
        or (like >= LIKE and apart == 0 and placed and common >= _MANY)
    ):
        return 0.5 * (1.0 if equal else like) + 0.2 * (apart == 0) + 0.15 * min(placed, 2)
    return 0


def _likeness(one: Meeting, other: Meeting) -> float:
    """Return which share of the weighty words of two titles they have in common, 1 where there are no others."""
    return 2 * len({*one.stems} & {*other.stems}) / max(1, len({*one.stems}) + len({*other.stems}))


def _led_alike(earlier: Meeting, later: Meeting) -> tuple[str, ...]:
    """Return who led both of two sessions, by name, where this tells that they are one; each has to be the only one of its day in its document.

    With titles that have little in common two who led both are needed, a person among them, and half of those whom the shorter account names; one of
    them in one part. With titles that resemble each other one is enough.
    """
    if not (earlier.alone and later.alone):
        return ()
    names = {each.actor: each.name for each in later.leaders}
    actors = {each.actor for each in earlier.leaders} & names.keys()
    parts = {(each.actor, each.role) for each in earlier.leaders} & {(each.actor, each.role) for each in later.leaders}
    people = any(each.person for each in later.leaders if each.actor in actors)
    fewest = min(len({each.actor for each in end.leaders}) for end in (earlier, later))
    resembling = (
        _likeness(earlier, later) >= _RESEMBLING and len({*earlier.stems} & {*later.stems}) >= _ENOUGH and bool(actors)
    )
    many = len(actors) >= _LED and people and 2 * len(actors) >= fewest
    return tuple(sorted(names[actor] for actor in actors)) if parts and (many or resembling) else ()


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
    yield node, LABEL, terms.text(f"One meeting: {shortened(each.later.title or each.earlier.title or each.shared)}")
    yield node, f"<{forum.matchFrom}>", each.later.node
    yield node, f"<{forum.matchTo}>", each.earlier.node
    yield node, f"<{forum.rule}>", terms.text(_RULE)
    yield node, f"<{forum.method}>", terms.text(each.method)
    yield node, f"<{forum.score}>", terms.decimal(each.score)
    yield node, f"<{forum.evidence}>", terms.text(each.shared)
