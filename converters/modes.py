"""Whether a meeting was held in person, online or both, from the words that say so."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.lexicon import alternation, row_of
from forumgraph.model import Fact, Span

if TYPE_CHECKING:
    from forumgraph.converters.lexicon import Lexicon

MODES = ("hybrid", "in-person", "online")


def find(text: str, lexicon: Lexicon, offset: int = 0) -> tuple[Fact, ...]:
    """Find phrases that tell the mode of a meeting; their value is `in-person`, `online` or `hybrid`.

    Words that only look like it ("online platforms", "hybrid threats") are not in the tables, or are in the row `not`.

    >>> from forumgraph.converters.lexicon import lexicons
    >>> [fact.value for fact in find("A virtual meeting on online platforms, in hybrid format", lexicons()["en"])]
    ['online', 'hybrid']
    """
    rows = lexicon.table("modes")
    told = ((match, row_of(rows, match[0])) for match in _pattern(lexicon).finditer(text))
    return tuple(
        Fact(mode, Span(match.start() + offset, match.end() + offset), f"{mode}-words")
        for match, mode in told
        if mode in MODES
    )


def of_place(text: str, lexicon: Lexicon, offset: int = 0) -> Fact | None:
    """Read the mode from the words of a place line ("Venue: Online", "Format: Zoom"), None when they name a place only.

    >>> from forumgraph.converters.lexicon import lexicons
    >>> of_place("Conference Room 4 and online", lexicons()["en"]).value
    'hybrid'
    """
    words = _place_words(lexicon)
    if match := words.fullmatch(text.strip(" .()")):
        start = text.index(match[0])
        return Fact("online", Span(start + offset, start + len(match[0]) + offset), "place-line")
    if found := find(text, lexicon, offset):
        return found[0]
    if match := words.search(text):
        rest = re.sub(r"\W|\d|_", "", words.sub("", re.sub(r"\bhttps?://\S{1,300}|\b[Ii][Dd]\b", "", text)))
        mode = "hybrid" if len(rest) > 3 else "online"
        return Fact(mode, Span(match.start() + offset, match.end() + offset), "place-line")
    return None


@lru_cache(maxsize=16)
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    rows = lexicon.table("modes")
    return re.compile(alternation(phrase for row in ("not", *MODES) for phrase in rows.get(row, ())))


@lru_cache(maxsize=16)
def _place_words(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(alternation(lexicon.phrases("modes", "online_place")))
