"""Places as they are quoted: which words of a line are the venue, the city, the country, without the article before them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from forumgraph.converters.words import gazetteer
from forumgraph.converters.words.lexicon import alternation, lexicons
from forumgraph.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.converters.geography.placelines import Part


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place where a meeting was held.

    Attributes:
        kind: `venue`, `city`, `country`, or `online` for words that stand in the place of a place.
        value: the words, without article.
        rule: `place-line`, `held-at` or `at-venue`.
    """

    span: Span
    kind: str
    value: str
    rule: str


def mentions(line: str, run: list[Part], rule: str, start: int) -> Iterator[PlaceMention]:
    """Go through the places of a run of parts: neighbouring parts of a venue are one."""
    for what, group in groupby(run, key=lambda part: part.kind):
        members = list(group)
        if what == "venue":
            yield _mention(line, replace(members[0], end=members[-1].end), rule, start)
        elif what in {"city", "country", "online"}:
            yield from (_mention(line, part, rule, start) for part in members)


def _mention(line: str, part: Part, rule: str, start: int) -> PlaceMention:
    first, last = exact(line, part.start, part.end)
    return PlaceMention(Span(first + start, last + start), part.kind, line[first:last], rule)


def exact(line: str, first: int, last: int) -> tuple[int, int]:
    """Leave out the article before a place, but not of "The Hague"; take in the bracket that closes an open one."""
    match = _leading().match(line, first, last)
    if match and match.end() < last and not gazetteer.city(line[first:last]):
        first = match.end()
    open_bracket = line.count("(", first, last) > line.count(")", first, last) and line[last : last + 1] == ")"
    return first, last + open_bracket


@lru_cache(maxsize=1)
def _leading() -> re.Pattern[str]:
    tables = [("places", "at"), ("dates", "article")]
    rows = [lexicon.phrases(*row) for lexicon in lexicons().values() for row in tables]
    return re.compile(rf"{alternation(phrase for row in rows for phrase in row)}(?:\s|(?<=['’]))")
