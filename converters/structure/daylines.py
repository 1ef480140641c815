"""Lines of days, and lines of hours that stand above the headings of sessions, as in the rows of a table: they are of the session below them."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from forumgraph.converters.calendar import dates, times
from forumgraph.converters.words.phrases import begins, first
from forumgraph.model import Block, BlockKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from forumgraph.converters.words.lexicon import Lexicon

_LINE = 120
_LONGEST = 30
"""Words of a line that may name the day of a report of one day."""
_BRACKETS = re.compile(r"\(([^()]{8,60})\)\s?\Z")
_WORDS = re.compile(r"\w+")
_ROMAN = re.compile(r"[IVX]{1,4}")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_DAY = 10
"""Characters of a date that gives a day with its year."""
_APART = 4
"""Days between two meetings; those of one meeting have a weekend between them at most."""
_ZONE = 4
"""Letters beside the hours, at most: those of a zone."""


def below(blocks: Sequence[Block], starts: Sequence[int], lexicon: Lexicon) -> tuple[tuple[Block, ...], list[int]]:
    """Return the blocks with each line of hours below the heading it stood above, and where the sessions then begin.

    Only where all sessions have such a line; a single one may be the end of what stands before it.
    """
    if not all(start > 0 and _gives_hours(blocks[start - 1], lexicon) for start in starts):
        return tuple(blocks), list(starts)
    moved = list(blocks)
    for start in starts:
        moved[start - 1 : start + 1] = [blocks[start], blocks[start - 1]]
    return tuple(moved), [start - 1 for start in starts]


def of_days(blocks: Iterable[Block], lexicon: Lexicon) -> frozenset[Span]:
    """Return the spans of lines that are nothing but a day, of the week or counted ("Monday, 28 March", "Day 2 - 4 May"), where there are several."""
    found = {
        block.span: block.text
        for block in blocks
        if block.kind is BlockKind.PARAGRAPH
        and (_names_weekday(block.text, lexicon) or begins(block.text, lexicon.phrases("ordinals", "day")))
        and is_day(block.text, lexicon)
        and not times.find(block.text, lexicon)
    }
    return frozenset(found if len(set(found.values())) > 1 else ())


def above(blocks: Sequence[Block], start: int, lexicon: Lexicon) -> list[int]:
    """Return where the headings stand that give the day of the sessions below them; `start` is the heading of the first session.

    Several days before the first session are those of an agenda, unless one stands right above it.
    """
    days = [i for i, b in enumerate(blocks) if b.kind is BlockKind.HEADING and is_day(b.text, lexicon)]
    told = {mention.start for i in days if i < start for mention in dates.find(blocks[i].text, lexicon)}
    return days if len(told) < 2 or start - 1 in days else [i for i in days if i > start]


def are_daily(top: Sequence[Block], lexicon: Lexicon) -> bool:
    """Tell whether the first lines are those of a report of one day: "Highlights of Thursday, 11 July"."""
    lines = [block.text for block in top if len(block.text.split()) <= _LONGEST]
    daily = any(first(words, lexicon.phrases("kinds", "daily_title")) is not None for words in lines)
    return daily and any(m.is_day and not m.end for words in lines for m in dates.find(words, lexicon))


def several_days(blocks: Iterable[Block], lexicon: Lexicon) -> bool:
    """Tell whether headings count days of the meeting, so that the day of the whole is that of some of its sessions only."""
    heads = [block.text for block in blocks if block.kind is BlockKind.HEADING]
    return sum(counts_day(words, lexicon) for words in heads) > 1


def counts_day(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a heading counts a day of the meeting, whatever it says of it: "Day 2 - Group work (4 May)"."""
    day = begins(words, lexicon.phrases("ordinals", "day"))
    after = _WORDS.findall(words[day.end() :])[:1] if day is not None else []
    counted = {*lexicon.phrases("ordinals", "words"), *lexicon.phrases("ordinals", "first")}
    return any(word.isdigit() or word.lower() in counted or _ROMAN.fullmatch(word) for word in after)


def apart(headings: Sequence[tuple[int, Block]], lexicon: Lexicon) -> list[int]:
    """Return the headings of one make that are each nothing but a day, if these lie too far apart for one meeting: minutes of weekly calls."""
    alone = {i: (b.level, dates.find(b.text, lexicon)[0].start) for i, b in headings if is_day(b.text, lexicon)}
    level = min((level for level, _ in alone.values()), default=0)
    told = {i: date.fromisoformat(day) for i, (rank, day) in alone.items() if rank == level and len(day) == _DAY}
    days = sorted(told.values())
    return list(told) if len(days) > 1 and all((b - a).days >= _APART for a, b in pairwise(days)) else []


def _names_weekday(words: str, lexicon: Lexicon) -> bool:
    return len(words) < _LINE and not lexicon.weekdays.keys().isdisjoint(_LETTERS.findall(words.lower()))


def is_day(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a heading gives a day and nothing else: "Monday, 28 March", "Day 2: 9 July 2019"."""
    told = dates.find(words, lexicon) if len(words) < _LINE else ()
    for mention in reversed(told):
        words = f"{words[: mention.span.start]} {words[mention.span.end :]}"
    plain = {
        *lexicon.words,
        *lexicon.weekdays,
        *(w for row in ("day", "words", "first") for w in lexicon.phrases("ordinals", row)),
    }
    return bool(told) and all(word in plain for word in _LETTERS.findall(words.lower()))


def is_timed(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a line, however short, ends with its day and hours in brackets: "I. Opening (8 July, 9:00-10:30)"."""
    told = _BRACKETS.search(words)
    return told is not None and bool(dates.find(told[1], lexicon) and times.find(told[1], lexicon))


def _gives_hours(block: Block, lexicon: Lexicon) -> bool:
    """Tell whether a block is nothing but days and hours, hours among them."""
    hours = [m.span for m in times.find(block.text, lexicon)] if block.kind is BlockKind.PARAGRAPH else []
    told = hours + [m.span for m in dates.find(block.text, lexicon)]
    covered = {at for span in told for at in range(span.start, span.end)}
    rest = sum(c.isalpha() for at, c in enumerate(block.text) if at not in covered)
    return bool(hours) and rest <= _ZONE
