"""Where a session was, and how people met: venue, city, country, mode."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from forumgraph.converters.calendar import dates
from forumgraph.converters.geography import modes, placeprose, places
from forumgraph.converters.meeting import stamps
from forumgraph.converters.structure.boilerplate import is_date_line, phrases_of
from forumgraph.converters.words import gazetteer, placewords
from forumgraph.converters.words.lexicon import joined
from forumgraph.converters.words.phrases import every, first
from forumgraph.findings import finding
from forumgraph.model import Fact, Finding, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from forumgraph.converters.geography.placements import PlaceMention
    from forumgraph.converters.structure.witness import Witness
    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.converters.words.names import Names
    from forumgraph.model import Place

_NAMED = re.compile(r"(?:\s?[A-ZÀ-Ý][\w'’.-]{1,30}){1,4}\s?\($")
_PERSON, _PLACE = 80, 3
_SEVERAL = 2
_OPENING = "opening"
"""The name of witnesses that are the first sentences."""
_ISSUED, _NAMES = "issued", 16
"""The name of witnesses that are days of issue, and words of a line that names a place."""
_LINES = frozenset({"near-title", "page-header", "line"})


@dataclass(frozen=True, slots=True)
class Where:
    """The place of a session, and what is odd about it."""

    venue: Fact | None = None
    city: Fact | None = None
    country: Fact | None = None
    mode: Fact | None = None
    findings: tuple[Finding, ...] = ()


def find(
    labelled: Sequence[Witness],
    witnesses: Sequence[Witness],
    lexicon: Lexicon,
    names: Names,
    place: Callable[[Span], Place],
    *,
    ways: Sequence[Witness] = (),
    opening: Sequence[Witness] = (),
    towns: Sequence[Witness] = (),
) -> Where:
    """Return the place of a session.

    Args:
        labelled: values of lines such as "Venue: ...", whose words are a place even if no rule knows them.
        witnesses: other words that tell of the meeting, the most trusted first.
        ways: values of lines such as "Format: hybrid".
        towns: values of lines such as "City: Nairobi, Kenya".
        opening: the first sentences, which are asked last: they may name a meeting with its place and day, and not say that it was held.
    """
    witnesses = (*witnesses, *_naming(opening, witnesses, lexicon))
    lines = [*((w, _town(w)) for w in towns), *_read_lines(labelled, witnesses, lexicon)]
    told = [
        (w, m)
        for w in witnesses
        for m in _apart_from_issue(w, places.find(w.words, names, lexicon, w.offset), lexicon)
        if not _is_of_person(w, m, lexicon) and (w.name != _OPENING or m.rule != "place-line" or _is_named_again(w, m))
    ]
    told.sort(key=lambda pair: pair[1].rule == placeprose.LARGER)
    told = [pair for pair in told if not _is_elsewhere(pair[1], told)]
    found: dict[str, list[Fact]] = {}
    for number, kind in enumerate(("venue", "city", "country")):
        named = [(w, fact) for w, facts in lines if (fact := facts[number]) is not None]
        named += [(w, Fact(m.value, m.span, "")) for w, m in told if m.kind == kind]
        found[kind] = [replace(fact, rule=f"{kind}/{w.name}") for w, fact in named]
    way = mode(labelled, witnesses, lexicon, ways)
    venue, city, country = (next(iter(facts), None) for facts in found.values())
    return Where(venue, city, country, way, _twice(found["venue"], place))


def _town(witness: Witness) -> tuple[None, Fact | None, Fact | None]:
    """Read what follows "City:"; a name that no table knows is the city."""
    named, city, country = places.parse(witness.words, witness.offset)
    return None, city or (named if named is not None and named.value[:1].isupper() else None), country


def _is_named_again(witness: Witness, mention: PlaceMention) -> bool:
    """Tell whether the first sentence names the place of its dateline once more, or is nothing else: "LIMA, 3 May – Towns were engaged in Lima"."""
    after = witness.words[mention.span.end - witness.offset :].lower()
    return len(witness.words.split()) <= _PLACE or mention.value.lower() in after


def _is_elsewhere(mention: PlaceMention, told: Sequence[tuple[Witness, PlaceMention]]) -> bool:
    """Tell whether a country that is believed least is not that of the first city: "met in Lima. Ghana hosted the forum of the year before"."""
    if mention.kind != "country" or mention.rule != placeprose.LARGER:
        return False
    city = next((gazetteer.city(m.value) for _, m in told if m.kind == "city"), "")
    return bool(city) and city != gazetteer.country(mention.value)


def _read_lines(
    labelled: Sequence[Witness], witnesses: Sequence[Witness], lexicon: Lexicon
) -> list[tuple[Witness, tuple[Fact | None, Fact | None, Fact | None]]]:
    """Return the lines that are labelled as places, or stand beside a day, with their venue, city and country."""
    beside = [(w, places.parse(w.words, w.offset)) for w in _beside_day(witnesses, lexicon)]
    return [*((w, places.parse(w.words, w.offset)) for w in labelled), *(pair for pair in beside if pair[1][1])]


def mastheads_last(witnesses: Sequence[Witness], title: Sequence[Witness]) -> tuple[Witness, ...]:
    """Return witnesses with the lines above the title at the end: they may give the place of the larger meeting a paper is made for."""
    top = min((w.offset for w in title), default=0)
    above = [w for w in witnesses if w.name in _LINES and w.offset < top]
    return (*(w for w in witnesses if w not in above), *above)


def _beside_day(witnesses: Sequence[Witness], lexicon: Lexicon) -> list[Witness]:
    """Return the lines right below or above the day that name a place and no meeting: "12 May 2023 / *Ice Institute, Mindelo, Cabo Verde*"."""
    lines = [w for w in witnesses if w.name in {*_LINES, _ISSUED}]
    days = [w for w in lines if is_date_line(w.words, lexicon)]
    ends = {w.offset + len(w.words) for w in days} | {w.offset - 1 for w in days}
    types = phrases_of(lexicon, "session_types")
    return [
        w
        for w in lines
        if not ends.isdisjoint({w.offset - 1, w.offset + len(w.words)})
        and w not in days
        and len(w.words.split()) <= _NAMES
        and "," in w.words
        and first(w.words, types) is None
        and not w.words.rstrip().endswith(".")
        and placewords.is_name(w.words)
    ]


def _naming(opening: Sequence[Witness], told: Sequence[Witness], lexicon: Lexicon) -> list[Witness]:
    """Return the first sentences that are no testimony yet and say nothing of what is to come."""
    known = {witness.offset for witness in told}
    ahead = joined(lexicon, ("kinds", "future"), ("cues", "held_elsewhere"))
    return [
        replace(witness, name=_OPENING)
        for witness in opening[:_SEVERAL]
        if witness.offset not in known and first(witness.words, ahead) is None
    ]


def _apart_from_issue(witness: Witness, found: Sequence[PlaceMention], lexicon: Lexicon) -> Sequence[PlaceMention]:
    """Leave out the place of issue before news of a meeting elsewhere: "LIMA, 14 March 2019 – The forum was held in Cusco on 12 March"."""
    if len(found) < _SEVERAL:
        return found
    told = dates.find(witness.words, lexicon, witness.offset)
    issued = next((m.span.end for m in told if stamps.is_dateline(witness, m)), None)
    if issued is None or any(m.rule == "relative-today" for m in told):
        return found
    later = [m for m in found if m.span.start >= issued]
    dated = any(m.span.start >= issued for m in told)
    cities = {m.value.casefold() for m in later if m.kind == "city"}
    here = any(m.value.casefold() in cities for m in found if m.span.start < issued)
    told_of = dated or any(m.kind == "city" and m.rule == "held-at" for m in later)
    return later if told_of and cities and not here else found


def _is_of_person(witness: Witness, mention: PlaceMention, lexicon: Lexicon) -> bool:
    """Tell whether a place in brackets stands after words that name people: "Chaired by Sela Tupou (Tonga)", "Ana Brand (Tonga)"."""
    before = witness.words[: mention.span.start - witness.offset]
    if not before.rstrip().endswith("("):
        return False
    if first(before, phrases_of(lexicon, "roles")) is not None:
        return True
    near = before[-_PERSON:]
    honoured = every(near, lexicon.phrases("cues", "honorifics"))
    if any(near[m.start()].isupper() and _NAMED.match(near, m.end()) for m in honoured):
        return True
    name = before.rstrip("( ").split()[-2:]
    named = len(name) > 1 and all(word[0].isupper() for word in name) and not placewords.cues().venue.search(name[-1])
    return mention.kind == "country" and named and not gazetteer.city_at_end(before.rstrip("( "))


def mode(
    labelled: Sequence[Witness], witnesses: Sequence[Witness], lexicon: Lexicon, ways: Sequence[Witness] = ()
) -> Fact | None:
    """Return how people met, where the words say so; a meeting that is said to be both is hybrid."""
    said = [fact for w in ways if (fact := modes.of_label(w.words, lexicon, w.offset)) is not None]
    if said:
        return replace(said[0], rule=f"mode/{said[0].rule}")
    lines = [fact for w in labelled if (fact := modes.of_place(w.words, lexicon, w.offset)) is not None]
    lines += [
        fact for w in witnesses if w.name in _LINES and (fact := modes.in_line(w.words, lexicon, w.offset)) is not None
    ]
    titled = (modes.in_brackets(w.words, lexicon, w.offset) for w in witnesses if w.name == "title")
    lines += [fact for fact in titled if fact is not None]
    lines += [fact for w in witnesses if w.name == "sentence" for fact in modes.in_sentence(w.words, lexicon, w.offset)]
    found = [*lines, *(fact for w in witnesses for fact in modes.find(w.words, lexicon, w.offset))]
    chosen = next((fact for fact in found if fact.value == "hybrid"), found[0] if found else None)
    return replace(chosen, rule=f"mode/{chosen.rule}") if chosen is not None else None


def _twice(venues: Sequence[Fact], place: Callable[[Span], Place]) -> tuple[Finding, ...]:
    first, *others = [venue.value.lower() for venue in venues] or [""]
    other = next((n for n, said in enumerate(others, 1) if said not in first and first not in said), 0)
    words = f"the venue is “{venues[0].value}” elsewhere, and “{venues[other].value}” here" if other else ""
    return (finding("REP007", words, place(venues[other].span)),) if other else ()
