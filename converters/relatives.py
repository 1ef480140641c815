"""Days told relative to another day: "yesterday", "last week", "mardi dernier"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.lexicon import alternation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.converters.lexicon import Lexicon

_DAYS_AWAY = {"today": 0, "yesterday": -1, "tomorrow": 1}
_STEPS = {"last": -1, "this": 0, "next": 1}


def find(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Find the words, as start, end and the name of the row of `[dates.relative]` (`last-week`), or `weekday-2` for "last Tuesday"."""
    names, pattern = _pattern(lexicon)
    for match in pattern.finditer(text):
        kind = str(match.lastgroup)
        name = names[int(kind[1:])] if kind[1:].isdigit() else _weekday(match[kind], lexicon)
        if name:
            yield match.start(), match.end(), name


def count(name: str, day: date) -> tuple[str, str]:
    """Count from a day to the day, week, month or year that a name means.

    Returns:
        ISO 8601 start and end; the end is empty but for weeks, which last from Monday to Sunday.

    Raises:
        OverflowError: if the calendar ends before.

    >>> count("last-month", date(2024, 1, 15))
    ('2023-12', '')
    """
    if name.startswith("weekday-"):
        back = (day.isoweekday() - int(name[-1]) - 1) % 7 + 1
        return (day - timedelta(back)).isoformat(), ""
    if name in _DAYS_AWAY:
        return (day + timedelta(_DAYS_AWAY[name])).isoformat(), ""
    steps = _STEPS[name[:4]]
    if name.endswith("week"):
        monday = day - timedelta(day.isoweekday() - 1 - 7 * steps)
        return monday.isoformat(), (monday + timedelta(6)).isoformat()
    if name.endswith("year"):
        return f"{day.year + steps:04}", ""
    months = day.year * 12 + day.month - 1 + steps
    return f"{months // 12:04}-{months % 12 + 1:02}", ""


def _weekday(word: str, lexicon: Lexicon) -> str:
    number = lexicon.weekdays.get(
        word.casefold(), 0
    )  # patterns that ignore case match letters that have no lower case of their own
    return f"weekday-{number}" if number else ""


@lru_cache(maxsize=16)
def _pattern(lexicon: Lexicon) -> tuple[tuple[str, ...], re.Pattern[str]]:
    rows = dict(lexicon.table("dates.relative"))
    before, after = rows.pop("weekday_before", ()), rows.pop("weekday_after", ())
    named = [f"(?P<r{number}>{alternation(rows[name])})" for number, name in enumerate(rows)]
    weekday = alternation(lexicon.weekdays)
    if before:
        named.append(rf"{alternation(before)}\s(?P<before>{weekday})")
    if after:
        named.append(rf"(?P<after>{weekday})\s{alternation(after)}")
    return tuple(rows), re.compile("|".join(named) or r"(?!)", re.IGNORECASE)
