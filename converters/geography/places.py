"""Where a meeting was held: venues, cities and countries, found by cue words and in place lines, never by a name alone.

"The Mayor of Montevideo" is not in Montevideo: a city counts only after words like "held in", or in a line that also has a venue or a date.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from forumgraph.converters.geography import placeprose
from forumgraph.converters.geography.placelines import PLACES, Part, parts
from forumgraph.converters.geography.placements import PlaceMention, exact, mentions
from forumgraph.converters.words import gazetteer
from forumgraph.converters.words.lexicon import alternation, everywhere, lexicons
from forumgraph.converters.words.placewords import NAME, cues, is_address, is_name
from forumgraph.model import Fact, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.converters.words.names import Names

_LONGEST_LINE = 300
_LINE = "place-line"
"""The rule that reads lines and not sentences."""
_SHORT = 4
_HEAD = 120
"""Characters of a long line in which the place of a dateline stands."""
_NEWS = re.compile(r"[^.;:!?]{0,40}?(?:\)?\.\s?[-–—]|\s[-–—]{1,2})\s{0,2}[A-ZÀ-Ý«“\"¿](?:\S{0,40}\s){6}")
"""What follows the city with which news begin: " (EFE).- The forum ended yesterday after four"."""
_BESIDE = 3
"""Characters between a city and its country."""


def find(text: str, names: Names, lexicon: Lexicon, offset: int = 0) -> tuple[PlaceMention, ...]:
    """Find the places of meetings in a text, in reading order and without overlaps.

    Args:
        text: any text; a place does not reach over a line feed.
        names: known actors, which are no cities.
        lexicon: the language of the text.
        offset: where `text` begins in the document.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> from forumgraph.converters.words.names import Names
    >>> found = find("It was held at the UN Church Center in New York.", Names([]), lexicons()["en"])
    >>> [(place.kind, place.value) for place in found]
    [('venue', 'UN Church Center'), ('city', 'New York')]
    """
    found: list[PlaceMention] = []
    start = 0
    for line in text.split("\n"):
        if len(line) <= _LONGEST_LINE and not _is_contact(line):
            found.extend(_in_line(line, lexicon, start))
        elif len(line) > _LONGEST_LINE:
            head = line[:_HEAD].rpartition(" ")[0]
            found.extend(place for place in _in_line(head, lexicon, start) if _opens(place, found, start))
        found.extend(placeprose.find(line, names, lexicon, start))
        start += len(line) + 1
    kept = _apart(found)
    return tuple(replace(place, span=Span(place.span.start + offset, place.span.end + offset)) for place in kept)


def _is_contact(line: str) -> bool:
    """Tell whether a line says where somebody can be reached: "For more information, contact: ... Nairobi, Kenya"."""
    return _contact().match(line.lstrip(" *-")) is not None


@lru_cache(maxsize=1)
def _contact() -> re.Pattern[str]:
    return re.compile(alternation(everywhere("places", "contact")))


def _opens(place: PlaceMention, found: Sequence[PlaceMention], start: int) -> bool:
    """Tell whether a place opens a long line of news, alone or behind its city: "Mexico City, Mexico - October 29, 2015"."""
    beside = found[-1].span.end if found else -_BESIDE
    return place.kind in {"city", "country"} and (place.span.start == start or 0 < place.span.start - beside <= _BESIDE)


def parse(text: str, offset: int = 0) -> tuple[Fact | None, Fact | None, Fact | None]:
    """Read what follows "Venue:" as venue, city and country; what is neither city, country, date nor online is the venue.

    >>> [fact and fact.value for fact in parse("Conference Room 4, UNHQ, New York")]
    ['Conference Room 4, UNHQ', 'New York', None]
    """
    line = text.partition("\n")[0][:_LONGEST_LINE]
    read = _settled(line, list(_before_country(line, parts(line, lexicons()["en"]))), anchored=True)
    rest = [part for part in read if part.kind in {"venue", "body", "other"}]
    venue = _fact(line, rest[0].start, _run_end(read, rest), "place-label", offset) if rest else None
    return venue, _of_kind(line, read, "city", offset), _of_kind(line, read, "country", offset)


def _before_country(line: str, read: Sequence[Part]) -> Iterator[Part]:
    """Take an unknown name before a country for a city: "Kigoma, Tanzania"."""
    known = any(part.kind == "city" for part in read)
    for place, part in enumerate(read):
        following = read[place + 1].kind if place + 1 < len(read) else ""
        named = (
            part.kind == "other"
            and following == "country"
            and re.fullmatch(rf"{NAME}(?:[ -]{NAME}){{0,3}}", line[part.start : part.end])
        )
        yield replace(part, kind="city") if named and not known else part


def _of_kind(line: str, read: Sequence[Part], wanted: str, offset: int) -> Fact | None:
    part = next((part for part in read if part.kind == wanted), None)
    return _fact(line, part.start, part.end, "place-label", offset) if part else None


def _fact(line: str, start: int, end: int, rule: str, offset: int) -> Fact:
    start, end = exact(line, start, end)
    return Fact(line[start:end], Span(start + offset, end + offset), rule)


def _run_end(read: Sequence[Part], rest: Sequence[Part]) -> int:
    """Return where the first unbroken run of venue parts ends."""
    end = rest[0].end
    for part in read[read.index(rest[0]) :]:
        if part.kind not in {"venue", "body", "other"}:
            break
        end = part.end
    return end


def _in_line(line: str, lexicon: Lexicon, start: int) -> Iterator[PlaceMention]:
    read = [_unless_a_clause(line, part) for part in parts(line, lexicon)]
    if any(part.kind == "date" for part in read) or (read and read[0].kind == "venue"):
        read = list(_before_country(line, read))
    runs = [(placed, list(run)) for placed, run in groupby(_bridged(line, read), key=lambda part: part.kind in PLACES)]
    for number, (placed, run) in enumerate(runs):
        if not placed:
            continue
        beside = [
            runs[near][1][edge].kind for near, edge in ((number - 1, -1), (number + 1, 0)) if 0 <= near < len(runs)
        ]
        sure = any(part.kind == "venue" for part in run) and any(part.kind in {"city", "country"} for part in run)
        alone = len(runs) == 1 and all(part.kind != "body" for part in run) and not _is_letterhead(line, run)
        alone = alone and not line.rstrip(" *").endswith(":")
        addressed = len(run) > 1 and any(is_address(line[part.start : part.end]) for part in run)
        ends = (
            number == len(runs) - 1
            and _are_of_one(line, run)
            and all(_is_short_name(line, p) for _, r in runs[:-1] for p in r)
        )
        news = number == 0 and run[0].kind == "city" and _NEWS.match(line, run[-1].end) is not None
        if sure or "date" in beside or alone or addressed or ends or news or _is_after_name(line, runs, number):
            yield from mentions(line, _settled(line, run, anchored=sure), "place-line", start)


def _is_letterhead(line: str, run: list[Part]) -> bool:
    """Tell whether a line is nothing but the formal name of a State, which issues the paper: "République du Sénégal"."""
    return len(run) == 1 and run[0].kind == "country" and gazetteer.is_formal(line[run[0].start : run[0].end])


def _are_of_one(line: str, run: list[Part]) -> bool:
    """Tell whether a run is a city and the country in which it lies."""
    if [part.kind for part in run] != ["city", "country"]:
        return False
    city, country = (line[part.start : part.end] for part in run)
    return gazetteer.city(city) == gazetteer.country(country)


def _is_short_name(line: str, part: Part) -> bool:
    words = line[part.start : part.end]
    return part.kind == "other" and words.isupper() and len(words.split()) <= _SHORT


def _is_after_name(line: str, runs: Sequence[tuple[bool, list[Part]]], number: int) -> bool:
    """Tell whether a line ends with a place that one unknown name parts from its date: "3 May 2022 · Casa Sur · Lima"."""
    if number != len(runs) - 1 or number < 1 or len(runs[number - 1][1]) < 2:
        return False
    before, named = runs[number - 1][1][-2:]
    name = named.kind == "other" and is_name(line[named.start : named.end])
    return before.kind == "date" and name and len(line[named.start : named.end].split()) <= _SHORT


def _unless_a_clause(line: str, part: Part) -> Part:
    words = line[part.start : part.end]
    short = part.kind == "venue" and cues().venue.match(words) is not None and len(words.split()) <= _SHORT
    clause = part.kind in {"venue", "body"} and not short and not is_name(words)
    return replace(part, kind="other") if clause else part


def _is_addressed(line: str, part: Part, following: Part) -> bool:
    """Tell whether a name stands before its address: "German House, 871 UN Plaza"."""
    named = is_name(line[part.start : part.end]) and line[part.start : part.end][:1].isupper()
    return named and is_address(line[following.start : following.end])


def _bridged(line: str, read: list[Part]) -> Iterator[Part]:
    """Let one unknown part between a sure venue and a city belong to the venue: "Conference Room 4, DESA, New York"."""
    for place, part in enumerate(read):
        before = read[place - 1].kind if place else ""
        after = read[place + 1].kind if place + 1 < len(read) else ""
        between = part.kind == "other" and before == "venue" and after in {"city", "venue"}
        addressed = (
            part.kind in {"other", "body"} and place + 1 < len(read) and _is_addressed(line, part, read[place + 1])
        )
        between = between or addressed
        yield replace(part, kind="venue") if between else part


def _settled(line: str, run: list[Part], *, anchored: bool) -> list[Part]:
    """Decide on names that are both: a lone "Singapore" is a city, and "Atlanta, Georgia" is in no other country."""
    cities = [gazetteer.city(line[part.start : part.end]) for part in run if part.kind == "city"]
    settled: list[Part] = []
    for part in run:
        if part.kind == "body" and settled and settled[-1].kind == "venue":
            settled.append(replace(part, kind="venue"))
            continue
        again = part.kind == "city" and any(one.kind == "city" for one in settled)
        if again and gazetteer.country(line[part.start : part.end]):
            settled.append(replace(part, kind="country"))
        elif part.kind == "country" and "USA" in cities and gazetteer.country(line[part.start : part.end]) == "GEO":
            settled.append(replace(part, kind="noise"))
        elif part.kind == "body" and not anchored and len(run) > 1 and not any(one.kind == "venue" for one in run):
            settled.append(part)
        else:
            settled.append(replace(part, kind="venue") if part.kind == "body" and anchored else part)
    return settled


def _apart(found: list[PlaceMention]) -> Iterator[PlaceMention]:
    end = -1
    for place in sorted(found, key=lambda one: (one.span.start, -one.span.end, one.rule == _LINE)):
        if place.span.start >= end:
            yield place
            end = place.span.end
