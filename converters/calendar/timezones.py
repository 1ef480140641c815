"""The words after a time that name its zone: "CET", "(UTC-05:00)", "New York time", "hora de Nueva York"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.words.lexicon import alternation
from forumgraph.model import Fact, Span
from forumgraph.zones import ABBREVIATIONS, AMBIGUOUS

if TYPE_CHECKING:
    from forumgraph.converters.words.lexicon import Lexicon

_PLACE = r"[^\W\d_a-zà-ÿ][^\W\d_]{0,20}(?:[\s-](?:[a-z]{2,3}\s)?[^\W\d_a-zà-ÿ][^\W\d_]{0,20}){0,2}"


def after(text: str, place: int, lexicon: Lexicon) -> Fact | None:
    """Return the zone that begins at `place`, after at most a space, a comma or an opening bracket; the brackets are not part of it.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> after("11:30 (New York time)", 5, lexicons()["en"]).value
    'New York time'
    """
    match = _pattern(lexicon).match(text, place)
    return Fact(match["zone"], Span(match.start("zone"), match.end("zone")), "zone") if match else None


@lru_cache(maxsize=16)
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    rows = lexicon.table("times")
    doubtful = frozenset(rows.get("zones_or_words", ()))
    known = sorted({*ABBREVIATIONS, *AMBIGUOUS} - doubtful, key=lambda name: (-len(name), name))
    abbreviations = rf"(?:{'|'.join(map(re.escape, known))})(?!\w)"
    words_too = rf"(?:{'|'.join(map(re.escape, sorted(doubtful)))})(?!\w|\s[A-Z])" if doubtful else r"(?!)"
    universal = "|".join(map(re.escape, rows.get("universal", ())))
    offset = rf"(?:(?:{universal})(?:\s?[+−–-]\s?\d{{1,2}}(?:[:.]?\d\d)?)?|[+−]\d\d:\d\d|Z)(?!\w)"
    named = rf"{_PLACE}\s{alternation(rows.get('zone_after', ()))}"
    before = alternation(phrase for phrase in rows.get("zone_before", ()) if not phrase.endswith("'"))
    elided = alternation(phrase for phrase in rows.get("zone_before", ()) if phrase.endswith("'"))
    words = alternation(rows.get("zone_words", ()))
    return re.compile(
        rf"[\s,]{{0,2}}[(\[]?\s?(?P<zone>{offset}|{abbreviations}|{words_too}"
        rf"|{before}\s{_PLACE}|{elided}{_PLACE}|{named}|{words})"
    )
