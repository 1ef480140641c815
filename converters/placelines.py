"""A line cut at its commas, brackets and dashes, and what each part is: city, country, venue, date, online, or something else."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters import dates, gazetteer, times
from forumgraph.converters.lexicon import alternation, lexicons
from forumgraph.converters.phrases import begins

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from forumgraph.converters.lexicon import Lexicon
    from forumgraph.model import Span

PLACES = frozenset({"venue", "body", "city", "country", "noise", "online"})
"""Kinds of parts that are of a place."""
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀĆČĐĒĞĪİŁŃŌŚŠŞŪŻŽ]"
NAME = rf"(?:St\.|D\.C\.|{_CAPITAL}(?:[\w'’&/-]|\.(?=\w)){{0,30}})"
"""One word of a name, as a regular expression."""
_PART = re.compile(r"(?:(?!\s[-–—+]\s|:\s)[^,;|()·•\n]){1,300}")
_LONGEST_NAME = 120
_COUNTRY = 4
"""Words of the name of a country, and one."""
_NOISE = re.compile(r"(?:[A-Z]{2}\s)?\d{4,6}(?:-\d{4})?|NY|N\.Y\.|DC|D\.C\.|CA|MA")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a line: its kind is `city`, `country`, `venue` (sure), `body` (a venue or an organisation), `date`, `online`, `noise`, `other`."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cues:
    """The words that mark a venue."""

    venue: re.Pattern[str]
    body: re.Pattern[str]
    online: re.Pattern[str]
    inside: re.Pattern[str]
    address: re.Pattern[str]


@lru_cache(maxsize=16)
def cues() -> Cues:
    """Return the venue words of all languages: place lines mix them."""

    def every(table: str, row: str) -> str:
        return alternation(phrase for lexicon in lexicons().values() for phrase in lexicon.phrases(table, row))

    return Cues(
        venue=re.compile(every("places", "venue")),
        body=re.compile(every("places", "venue_or_body")),
        online=re.compile(every("modes", "online_place")),
        inside=re.compile(rf"\s(?:{every('places', 'in')})\s(?=\S)"),
        address=re.compile(
            rf"\d{{1,5}}(?:\s[\w.'’]{{1,25}}){{1,4}}\s{every('places', 'address')}\.?"
            rf"|(?:\d{{1,4}},?\s)?{every('places', 'address_before')}(?:\s[\w.'’-]{{1,25}}){{1,6}}"
        ),
    )


@lru_cache(maxsize=1024)
def parts(line: str, lexicon: Lexicon, start: int = 0) -> tuple[Part, ...]:
    """Cut a line into parts.

    Args:
        line: without line feeds.
        start: added to every offset.
    """
    pieces = [_trimmed(line, match.start(), match.end()) for match in _PART.finditer(line)]
    found = [part for first, last in pieces if first < last for part in _split(line, first, last, lexicon)]
    if all(part.kind == "other" for part in found):
        return _moved(found, start)
    dated = [mention.span for mention in dates.find(line, lexicon)]
    dated += [mention.span for mention in times.find(line, lexicon)]
    told = [piece for part in found for piece in _undated(line, part, dated)]
    return _moved(_joined(line, told), start)


def _moved(found: Iterable[Part], by: int) -> tuple[Part, ...]:
    return tuple(Part(part.kind, part.start + by, part.end + by) for part in found)


@lru_cache(maxsize=4096)
def kind(words: str) -> str:
    """Return what a part is by its words alone; a question is no place, whatever words it has ("Rebuilding or building anew?").

    >>> kind("Bonn"), kind("Germany"), kind("Conference Room 4"), kind("Office of the Mayor")
    ('city', 'country', 'venue', 'body')
    """
    if gazetteer.city(words):
        return "city"
    if gazetteer.country(words):
        return "country"
    if _NOISE.fullmatch(words):
        return "noise"
    if cues().online.fullmatch(words):
        return "online"
    if not words.endswith("?") and (cues().venue.search(words) or is_address(words)):
        return "venue"
    return "body" if cues().body.search(words) else "other"


def is_address(words: str) -> bool:
    """Tell whether words are a number and a street.

    >>> is_address("221 East 52nd Street"), is_address("52 people on the street")
    (True, False)
    """
    return cues().address.fullmatch(words) is not None and words[:1].isalnum() and is_name_like(words)


def is_name_like(words: str) -> bool:
    """Tell whether most words of an address have capitals or figures."""
    return sum(word[0].islower() for word in words.split()[1:]) <= len(words.split()) // 3


def is_name(words: str) -> bool:
    """Tell the name of a place from a clause: all its words have capitals or figures, join, or mark venues.

    >>> is_name("Palais des Nations"), is_name("It was held at the Palais des Nations")
    (True, False)
    """
    rest = cues().venue.sub(" ", cues().body.sub(" ", words))
    return all(not word[0].islower() or word in _joining() for word in re.findall(r"[\w'’]+", rest))


@lru_cache(maxsize=1)
def _joining() -> frozenset[str]:
    rows = [lexicon.phrases("places", row) for lexicon in lexicons().values() for row in ("join", "at")]
    return frozenset(word for row in rows for phrase in row for word in phrase.split(" "))


def _split(line: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Part]:
    """Take "UN Headquarters in New York" and "UNHQ New York" apart."""
    words = line[start:end]
    whole = kind(words) if end - start <= _LONGEST_NAME else "other"
    if whole in {"venue", "body", "other"} and end - start <= _LONGEST_NAME:
        for inside in cues().inside.finditer(words):
            named = kind(words[inside.end() :])
            if named in {"city", "country"}:
                yield Part(kind(words[: inside.start()]), start, start + inside.start())
                yield Part(named, start + inside.end(), end)
                return
        if (led := _led().match(words)) and gazetteer.country(words[led.end() :]):
            yield Part("country", start + led.end(), end)
            return
        if whole == "venue" and (ends := list(_ends(words, start, end))):
            yield from ends
            return
        city = gazetteer.city_at_end(words)
        before = words[: len(words) - len(city)].rstrip()
        if city and before and (whole == "venue" and cues().venue.search(before.split(" ")[-1])):
            yield Part("venue", start, start + len(before))
            yield Part("city", end - len(city), end)
            return
        city = gazetteer.city_at_start(words)
        if city and gazetteer.country(words[len(city) :]):
            yield Part("city", start, start + len(city))
            yield Part("country", start + len(city) + 1, end)
            return
        if city and whole == "other" and begins(words[len(city) + 1 :], lexicon.phrases("places", "after")):
            yield Part("city", start, start + len(city))
            yield Part("other", start + len(city) + 1, end)
            return
    yield Part(whole, start, end)


def _ends(words: str, start: int, end: int) -> Iterator[Part]:
    """Take city and country from the end of a venue without commas: "Palais des Nations Geneva Switzerland"."""
    parted = words.split(" ")
    for count in range(1, min(_COUNTRY, len(parted))):
        country = " ".join(parted[-count:])
        before = words[: -len(country)].rstrip()
        city = gazetteer.city_at_end(before)
        if gazetteer.country(country) and city and city != before:
            venue = before[: -len(city)].rstrip()
            yield Part("venue", start, start + len(venue))
            yield Part("city", start + len(before) - len(city), start + len(before))
            yield Part("country", end - len(country), end)
            return


@lru_cache(maxsize=1)
def _led() -> re.Pattern[str]:
    """Return the pattern of the small words before a country: "en Corée du Sud", "au Sénégal"."""
    rows = [row for lexicon in lexicons().values() for row in (lexicon.phrases("places", "in"),)]
    return re.compile(rf"{alternation(phrase for row in rows for phrase in row)}\s")


def _undated(line: str, part: Part, dated: Sequence[Span]) -> Iterator[Part]:
    """Part a date from a venue that follows it without a comma: "3 p.m. to 6 p.m. UN Headquarters"."""
    ends = [span.end for span in dated if span.start < part.end and part.start < span.end]
    if not ends:
        yield part
        return
    end = max(ends)
    first, last = _trimmed(line, end, part.end) if end < part.end else (end, end)
    if first < last and kind(line[first:last]) in {"venue", "city"} and line[first].isupper():
        yield replace(part, kind="date", end=end)
        yield Part(kind(line[first:last]), first, last)
    else:
        yield replace(part, kind="date")


def _joined(line: str, found: list[Part]) -> Iterator[Part]:
    """Make "Washington, D.C." one city."""
    place = 0
    while place < len(found):
        part = found[place]
        following = found[place + 1] if place + 1 < len(found) else None
        if following and part.kind == "city" and gazetteer.city(line[part.start : following.end]):
            part, place = replace(part, end=following.end), place + 1
        yield part
        place += 1


def _trimmed(line: str, start: int, end: int) -> tuple[int, int]:
    words = line[start:end]
    first = start + len(words) - len(words.lstrip(" \t–—-*\"'“”:"))
    last = end - len(words) + len(words.rstrip(" \t–—-*\"'“”:"))
    if line[last - 1 : last] == "." and not re.search(r"(?:\b\w|\.\w)\.\Z", line[max(first, last - 5) : last]):
        last -= 1
    return (first, last) if first < last else (start, start)
