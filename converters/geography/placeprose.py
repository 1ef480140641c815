"""Places in sentences: "was held at the Palais des Nations in Geneva"."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.calendar import dates
from forumgraph.converters.forums import frames
from forumgraph.converters.geography import placedays
from forumgraph.converters.geography.placelines import PLACES, Part, country_behind, parts
from forumgraph.converters.geography.placements import mentions
from forumgraph.converters.words import gazetteer
from forumgraph.converters.words.lexicon import alternation, everywhere
from forumgraph.converters.words.phrases import begins
from forumgraph.converters.words.placewords import NAME, cues

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.converters.geography.placements import PlaceMention
    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.converters.words.names import Names

_WINDOW, _FAR = 220, 500
"""Characters between the word that a meeting was held and its place, and where the day stands right before the place."""
_PEOPLE = 30
"""Characters before a place that may say that people or bodies are there."""
_BEHIND = 20
"""Characters between a venue and the words that lead to its city: "Maison des Lacs *centrale* à Bonn"."""
_HERE, _NEAR = 40, 80
"""Characters between the word that a meeting was held and the venue, and a country without a city."""
_CITY = 3
"""Words of the name of a city that no table knows."""
_DAY = 7
"""Characters of a date that gives a day, though no year."""
_EARLY = 200
"""Characters of a line in which it is said in what larger meeting a session was."""
LARGER = "of-larger"
"""The rule by which a session was where the larger meeting was, or where its clause ends; it is believed where no other speaks."""
_STOP = re.compile(r"[.;!?]\s")


@dataclass(frozen=True, slots=True)
class _Prose:
    held: re.Pattern[str]
    other: re.Pattern[str]
    phrase: re.Pattern[str]
    people: re.Pattern[str]
    host: re.Pattern[str]


def _tail(lexicon: Lexicon) -> str:
    """Return the pattern of small words behind a word for a venue, in languages that name venues so: "Maison *des associations*", "Centre *international*"."""
    of, ends = lexicon.phrases("places", "of_noun"), lexicon.phrases("places", "adjective_ends")
    if not of:
        return ""
    plain = alternation((*lexicon.words, *lexicon.weekdays, *lexicon.months))
    noun = rf"\s{alternation(of)}(?:\s|(?<=['’]))(?!{plain})[a-zà-öø-ÿ][\w-]{{2,24}}"
    return rf"(?:{noun}|\s(?!{plain})[a-zà-öø-ÿ]\w{{1,20}}?(?:{'|'.join(sorted(ends))})(?!\w)){{0,4}}"


@lru_cache(maxsize=16)
def _prose(lexicon: Lexicon) -> _Prose:
    rows = lexicon.table("places")
    cue = alternation((*rows.get("venue", ()), *rows.get("venue_or_body", ())))
    join = alternation(rows.get("join", ()))
    word = rf"(?:{cue}{_tail(lexicon)}|{NAME})"
    name = rf"(?:{word}(?:(?:\s{join}){{0,2}}(?:[\s-]|(?<=['’])){word}|\.?\s\d{{1,4}}[A-Z]?(?!\w)|\s[“«\"][^“”«»\"\n]{{2,60}}[”»\"]){{0,9}})"
    small = alternation((*everywhere("places", "before_country"), *everywhere("places", "capital")))
    of = alternation(everywhere("places", "of"))
    adjective = r"\s(?:[^\W\d_][\w-]{2,20}\s){1,3}"
    where = rf"(?:{alternation(rows.get('in_the', ()))}{adjective}{alternation(rows.get('in_kinds', ()))}"
    where += f",?|{alternation((*rows.get('at', ()), *rows.get('in', ())))})"
    return _Prose(
        held=re.compile(alternation(rows.get("held", ()))),
        other=re.compile(alternation(rows.get("not_held", ()))),
        phrase=re.compile(
            rf"(?P<where>{where})(?:\s|(?<=['’]))(?P<places>{name}(?:(?:,|\s\([A-Z][\w-]{{0,11}}\)(?:\s{of}(?=\s))?,?)\s(?:{small}\s)?{name}){{0,5}}(?:\s\({NAME}(?:[\s-](?:{join}\s)?{NAME}){{0,3}}\))?)"
        ),
        people=re.compile(rf"{alternation(rows.get('of_people', ()))}\s\Z"),
        host=re.compile(
            rf"(?:\A|[.!?]\s)(?P<lead>{alternation(rows.get('host_before', ()))}(?:,?\s|(?<=['’])))?"
            rf"(?P<places>{NAME}(?:[\s-]{NAME}){{0,3}}(?:,\s(?:{small}\s)?{NAME}(?:\s{NAME}){{0,2}}|\s\({NAME}(?:\s{NAME}){{0,3}}\))?"
            rf"|{alternation(rows.get('article', ()))}(?:\s|(?<=['’])){name}(?:\s{alternation(rows.get('in', ()))}\s{name})?)(?:,\s[^,.;!?]{{3,60}},|,)?\s{alternation(rows.get('host', ()))}"
        ),
    )


def find(line: str, names: Names, lexicon: Lexicon, start: int) -> Iterator[PlaceMention]:
    """Go through the places that a line names after "held in", "at the" and the like; `start` is added to every offset."""
    prose = _prose(lexicon)
    yield from _of_host(line, prose, names, lexicon, start)
    other = {match.end() for match in prose.other.finditer(line)}
    held = [match.end() for match in prose.held.finditer(line) if match.end() not in other]
    named = -1
    for match in prose.phrase.finditer(line):
        nearest = bisect_right(held, match.start()) - 1
        far = _WINDOW if not placedays.is_after_day(line, match.start(), lexicon) else _FAR
        cued = nearest >= 0 and _is_same_sentence(line, held[nearest], match.start(), far)
        cued = cued and not placedays.is_of_another(line[held[nearest] : match.start()], lexicon)
        near = match.start() - held[nearest] if cued else _FAR
        read = list(_phrase_parts(line, match, names, lexicon)) or list(
            _unknown(line, match, names, lexicon, near=near)
        )
        people = prose.people.search(line[max(0, match.start() - _PEOPLE) : match.start()]) is not None
        people = people and match.start() - named > 1
        if not read or _is_bare(line, read, lexicon) or _is_of_old(line, read, lexicon):
            continue
        if people and read[0].kind != "venue":
            continue
        if read[0].kind == "country" and nearest >= 0 and match.start() - held[nearest] > _NEAR:
            continue
        behind = 0 <= named >= match.start() - _BEHIND
        titled = read[0].kind == "city" and (behind or placedays.is_in_title(line, read[-1].end, lexicon))
        cued = cued or _is_there(line, match, read, prose, lexicon)
        far = not cued and read[0].kind in {"city", "country"}
        larger = far and (
            _is_of_larger(line, match.start(), names, lexicon)
            or placedays.ends_clause(line, match.start(), read, lexicon)
        )
        if cued or larger or titled or _is_venue_in_city(line, match, read):
            read += country_behind(line, read[-1], lexicon)
            yield from mentions(line, read, LARGER if larger else "held-at" if cued else "at-venue", start)
            named = match.end() if read[0].kind == "venue" else named


def _is_there(line: str, match: re.Match[str], read: list[Part], prose: _Prose, lexicon: Lexicon) -> bool:
    """Tell whether a place with no verb of holding before it is where the meeting was, by its words or, of a city, by where it stands."""
    start, end = match.start(), read[-1].end
    in_city = read[0].kind == "city" and (
        (start == 0 and placedays.opens(line, end, lexicon))
        or placedays.is_destination(line, end, lexicon)
        or placedays.is_spoken_at(line, start, lexicon)
    )
    return (
        in_city or _is_between(line, match, read, prose, lexicon) or placedays.is_of_meeting(line, start, read, lexicon)
    )


def _of_host(line: str, prose: _Prose, names: Names, lexicon: Lexicon, start: int) -> Iterator[PlaceMention]:
    """Go through the cities, with their countries, that a sentence says received a meeting: "*Durban* hosted the third forum".

    A meeting that was inside a larger one may have been received elsewhere.
    """
    for match in prose.host.finditer(line):
        read = list(parts(match["places"], lexicon, match.start("places")))
        if match["lead"] and read[0].kind == "other":
            read[0] = replace(read[0], kind="city")
        stop = _STOP.search(line, match.end())
        behind = line[match.end() : min(match.end() + _NEAR, stop.start() if stop else len(line))]
        if placedays.is_received(behind, lexicon) and not any(frames.find(behind, 0, (), lexicon, names)):
            yield from mentions(
                line, [part for part in read if part.kind in {"venue", "city", "country"}], LARGER, start
            )


def _is_of_larger(line: str, start: int, names: Names, lexicon: Lexicon) -> bool:
    """Tell whether a place stands right behind the name of a meeting: "at the Ice Forum (IF9), *in Bonn, Germany*"."""
    if start > _EARLY:
        return False
    before = line[:start].rstrip(" ,")
    if before.endswith(")"):
        before = before[: before.rfind("(")].rstrip()
    ends = {fact.span.end for fact in frames.find(line[:start], 0, (), lexicon, names)}
    return not ends.isdisjoint(range(len(before), start + 1)) or frames.names_meeting(before, lexicon, names)


def _is_bare(line: str, read: list[Part], lexicon: Lexicon) -> bool:
    """Tell whether a phrase has nothing but a common word: "women at the *centre*", "in its *headquarters*"; not "à la *mairie*"."""
    words = line[read[0].start : read[0].end]
    plain = len(read) == 1 and read[0].kind == "venue" and words.islower() and " " not in words
    return plain and words not in lexicon.phrases("places", "venue_bare")


def _is_of_old(line: str, read: list[Part], lexicon: Lexicon) -> bool:
    """Tell whether a place is that of a meeting of another year: "recalled the summit held in Rio *in 1992*"."""
    year = _in_year(lexicon).match(line, read[-1].end)
    others = {m.start[:4] for m in dates.find(line, lexicon) if len(m.start) > _DAY} if year else set()
    return year is not None and bool(others) and year[1] not in others


@lru_cache(maxsize=16)
def _in_year(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf",?\s{alternation(lexicon.phrases('places', 'in'))}\s((?:19|20)\d\d)(?!\w)")


def _is_between(line: str, match: re.Match[str], read: list[Part], prose: _Prose, lexicon: Lexicon) -> bool:
    """Tell whether a place opens a sentence, or follows the day, before what was held: "On 3 May, in Bonn, towns *held* a meeting"."""
    opens = match.start() == 0 and (line[match.end() :][:1] == "," or prose.held.match(line, match.end() + 1))
    far = _WINDOW if not opens or read[0].kind == "venue" else _HERE
    if not opens and not placedays.is_after_day(line, match.start(), lexicon):
        return False
    return prose.held.search(line, match.end(), match.end() + far) is not None


def _unknown(line: str, match: re.Match[str], names: Names, lexicon: Lexicon, *, near: int) -> Iterator[Part]:
    """Take an unknown name for a venue where a meeting was held right "at" it, or a city follows: "held at the *Ice Society* in Bonn"."""
    words, start = match["places"], match.start("places")
    where = match["where"].lower().replace("’", "'")
    if near > _HERE or where not in lexicon.phrases("places", "at"):
        return
    known = any(m.kind == "forum" for m in names.find(words))
    inside = cues().inside.match(line, match.end())
    placed = inside is not None and gazetteer.city_at_start(line[inside.end() : inside.end() + 60].rstrip(".,;) "))
    if _meets(words, lexicon) or known or any(c.isdigit() for c in words):
        return
    if placed and "," not in words:
        yield Part("venue", *match.span("places"))
    elif near <= 1 and where in lexicon.phrases("places", "right_at") and not _is_level(line, match.end(), lexicon):
        *rooms, last = re.split(r",\s", words)
        town = bool(rooms) and " " not in last and not last.isupper() and match.end() >= len(line.rstrip(" .*"))
        venue = ", ".join(rooms) if town else words
        if len(venue.split()) > 1:
            yield Part("venue", start, start + len(venue))
        if town and len(venue.split()) > 1:
            yield Part("city", match.end() - len(last), match.end())


def _meets(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words name a meeting, which is no place: "à la COP27"."""
    return not {word.lower().rstrip("0123456789") for word in words.split()}.isdisjoint(
        lexicon.phrases("parents", "words")
    )


def _is_level(line: str, end: int, lexicon: Lexicon) -> bool:
    """Tell whether a meeting was held at a level and not at a place: "held at Deputy Minister *level*"."""
    return begins(line[end:].lstrip(" -"), lexicon.phrases("places", "levels")) is not None


def _is_same_sentence(line: str, start: int, end: int, far: int) -> bool:
    return end - start <= far and not re.search(r"[.!?]\s+[A-ZÀ-Ý]", line[start : end + 1])


def _phrase_parts(line: str, match: re.Match[str], names: Names, lexicon: Lexicon) -> Iterator[Part]:
    """Take the parts of a phrase as far as they are places."""
    where = match["where"].lower().replace("’", "'")
    read = list(parts(match["places"], lexicon, match.start("places")))
    for place, part in enumerate(read):
        following = read[place + 1].kind if place + 1 < len(read) else ""
        what = part.kind
        if what == "country" and place == 0 and where.endswith(lexicon.phrases("places", "host_before")):
            what = "city"
        elif what == "other" and place == 0 and following == "country" and _is_in(where, lexicon):
            what = "" if names.find(line[part.start : part.end]) else "city"
        elif what == "other" and following in {"city", "venue"} and where in lexicon.phrases("places", "at"):
            what = "venue"
        elif what == "other" and place == 0 and not following and _is_dated_city(line, part, match, names, lexicon):
            what = "city"
        elif what == "other" and place == 0:
            city = gazetteer.city_at_start(line[part.start : part.end])
            if city:
                yield Part("city", part.start, part.start + len(city))
            return
        behind = place > 0 and (read[place - 1].kind == "country" or line[part.start - 1] == "(")
        if what == "body" and (behind or _two().search(line, part.start, part.end)):
            return
        what = "venue" if what == "body" else what
        if what not in PLACES:
            return
        yield replace(part, kind=what)


def _is_in(where: str, lexicon: Lexicon) -> bool:
    """Tell whether words lead to a city and not only to a venue: "in", "in the southern city of", but not "at the"."""
    return where in lexicon.phrases("places", "in") or where not in lexicon.phrases("places", "at")


@cache
def _two() -> re.Pattern[str]:
    """Return the pattern of what joins a place and an organisation, or two of them: "in Mexico and the Ministry"."""
    joint, article = alternation(everywhere("dates", "and")), alternation(everywhere("posts", "definite"))
    return re.compile(rf"\s{joint}\s{article}")


def _is_dated_city(line: str, part: Part, match: re.Match[str], names: Names, lexicon: Lexicon) -> bool:
    """Tell whether an unknown name after "in" is a city because the day follows: "held in Kigoma on 3 May"."""
    words = line[part.start : part.end]
    if not _is_in(match["where"].lower(), lexicon) or len(words.split()) > _CITY:
        return False
    named = words[:1].isupper() and not any(word.isdigit() for word in words.split()) and not names.find(words)
    if not named or words.lower() in lexicon.phrases("places", "no_cities"):
        return False
    return placedays.is_before_day(line, part.end, lexicon) or placedays.is_after_day(line, match.start(), lexicon)


def _is_venue_in_city(line: str, match: re.Match[str], read: list[Part]) -> bool:
    """Tell "at UN Headquarters, New York" and "at UN Headquarters in New York", which need no cue word, from other phrases."""
    first = read[0]
    sure = cues().venue.search(line[first.start : first.end]) is not None
    if first.kind == "venue" and any(part.kind == "city" for part in read):
        return sure or match.end() >= len(line.rstrip())
    inside = cues().inside.match(line, match.end()) if first.kind == "venue" and sure else None
    return inside is not None and bool(gazetteer.city_at_start(line[inside.end() : inside.end() + 60].rstrip(".,;) ")))
