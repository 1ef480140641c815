"""A line cut at its commas, brackets and dashes, and what each part is: city, country, venue, date, online, or something else."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.calendar import dates, times
from forumgraph.converters.geography import placecuts
from forumgraph.converters.words import gazetteer
from forumgraph.converters.words.lexicon import alternation
from forumgraph.converters.words.placewords import cues, kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.model import Span

PLACES = frozenset({"venue", "body", "city", "country", "noise", "online"})
"""Kinds of parts that are of a place."""
_PART = re.compile(r"(?:(?!\s[-–—+]\s|:\s|\.[-–—])[^,;|()\[\]·•\n]){1,300}")
_LONGEST_NAME = 120
_WORDS = 7
"""Words of the name of a country, at most."""
_ACRONYM = re.compile(r"[A-Z][\w-]{0,11}[A-Z]\Z")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a line: its kind is `city`, `country`, `venue` (sure), `body` (a venue or an organisation), `date`, `online`, `noise`, `other`."""

    kind: str
    start: int
    end: int


@lru_cache(maxsize=1024)
def parts(line: str, lexicon: Lexicon, start: int = 0) -> tuple[Part, ...]:
    """Cut a line into parts.

    Args:
        line: without line feeds.
        start: added to every offset.
    """
    pieces = [_trimmed(line, match.start(), match.end()) for match in _PART.finditer(line)]
    found = [part for first, last in pieces if first < last for part in _split(line, first, last, lexicon)]
    found = [_in_bracket(line, part) for part in found]
    if all(part.kind == "other" for part in found):
        return _moved(found, start)
    dated = [mention.span for mention in dates.find(line, lexicon)]
    dated += [mention.span for mention in times.find(line, lexicon)]
    told = [piece for part in found for piece in _undated(line, part, dated)]
    return _moved(_joined(line, told), start)


def country_behind(line: str, last: Part, lexicon: Lexicon) -> list[Part]:
    """Return the country of a city that follows it without a comma, as in French: "Lomé *au Togo*", "Goma *en République démocratique du Congo*"."""
    joint = _before_country(lexicon).match(line, last.end) if last.kind == "city" else None
    words = line[joint.end() : joint.end() + _LONGEST_NAME].split(" ")[:_WORDS] if joint is not None else []
    names = (" ".join(words[:count]).rstrip(".,;:)") for count in range(len(words), 0, -1))
    code = gazetteer.city(line[last.start : last.end])
    name = next((name for name in names if gazetteer.country(name) == code), "") if joint is not None else ""
    return [Part("country", joint.end(), joint.end() + len(name))] if joint is not None and name else []


@lru_cache(maxsize=16)
def _before_country(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf",?\s{alternation(lexicon.phrases('places', 'before_country'))}\s")


def _moved(found: Iterable[Part], by: int) -> tuple[Part, ...]:
    return tuple(Part(part.kind, part.start + by, part.end + by) for part in found)


def _split(line: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Part]:
    """Take "UN Headquarters in New York" and "UNHQ New York" apart."""
    words = line[start:end]
    whole = kind(words) if end - start <= _LONGEST_NAME else "other"
    if whole not in {"venue", "body", "other"} or end - start > _LONGEST_NAME:
        yield Part(whole, start, end)
        return
    for named, first, last in placecuts.cut(words, whole, lexicon):
        yield Part(named, start + first, start + last)


def _in_bracket(line: str, part: Part) -> Part:
    """Read a part beside a bracket: "Centre des Lacs (*CDL*) *de Bukavu*"; an acronym says nothing, and a city may follow it."""
    words = line[part.start : part.end]
    if part.kind != "other":
        return part
    if line[part.start - 1 : part.start] == "(" and line[part.end : part.end + 1] == ")" and _ACRONYM.match(words):
        return replace(part, kind="noise")
    behind = line[: part.start].rstrip(" ,").endswith(")")
    of = (cues().of.match(f" {words}") or cues().inside.match(f" {words}")) if behind else None
    named = of is not None and gazetteer.city(words[of.end() - 1 :])
    return Part("city", part.start + of.end() - 1, part.end) if of and named else part


def _undated(line: str, part: Part, dated: Sequence[Span]) -> Iterator[Part]:
    """Part a date from a place beside it without a comma: "3 p.m. to 6 p.m. UN Headquarters", "Bonn, Germany 3 May"."""
    inside = [span for span in dated if span.start < part.end and part.start < span.end]
    if not inside:
        yield part
        return
    end = max(span.end for span in inside)
    before = _trimmed(line, part.start, max(part.start, min(span.start for span in inside)))
    if part.kind == "other" and before[0] < before[1] and kind(line[before[0] : before[1]]) in {"city", "country"}:
        yield Part(kind(line[before[0] : before[1]]), *before)
        part = replace(part, start=before[1])
    first, last = _trimmed(line, end, part.end) if end < part.end else (end, end)
    if first < last and kind(line[first:last]) in {"venue", "city"} and line[first].isupper():
        yield replace(part, kind="date", end=end)
        yield Part(kind(line[first:last]), first, last)
    else:
        yield replace(part, kind="date")


def _joined(line: str, found: list[Part]) -> Iterator[Part]:
    """Make "Washington, D.C." one city; a city behind a venue is of its name where another follows: "Speke Resort Munyonyo, Kampala"."""
    place = 0
    while place < len(found):
        part = found[place]
        following = found[place + 1] if place + 1 < len(found) else None
        if following and part.kind == "city" and gazetteer.city(line[part.start : following.end]):
            part, place = replace(part, end=following.end), place + 1
        kinds = [one.kind for one in found[place : place + 3]]
        if following and kinds == ["venue", "city", "city"] and following.start - part.end <= 1:
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
