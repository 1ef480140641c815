"""Days told relative to another day: "yesterday", "last week", "mardi dernier"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.lexicon import alternation, row_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from forumgraph.converters.lexicon import Lexicon

_DAYS_AWAY = {"today": 0, "yesterday": -1, "tomorrow": 1}
_STEPS = {"last": -1, "this": 0, "next": 1}


def find(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Find the words, as start, end and the name of the row of `[dates.relative]`.

    Names are those of the rows (`last-week`), `weekday-2` for "last Tuesday", `near-2` for "this Tuesday", or `days-12-13`.
    """
    for match in _pattern(lexicon).finditer(text):
        weekday = match["before"] or match["after"]
        near = match["near"] or match["bare"]
        name = _weekday("weekday", weekday, lexicon) if weekday else _weekday("near", near, lexicon) if near else ""
        name = name or row_of(_rows(lexicon), match[0])
        if name:
            yield match.start(), match.end(), name
    days = _days(lexicon)
    for match in days.finditer(text) if days is not None else ():
        yield match.start(), match.end(), f"days-{match[1]}-{match[2]}"


def count(name: str, day: date) -> tuple[str, str]:
    """Count from a day to the day, week, month or year that a name means.

    Returns:
        ISO 8601 start and end; the end is empty but for weeks, which last from Monday to Sunday, and for several days.

    Raises:
        OverflowError: if the calendar ends before.
        ValueError: if the month has no such days, or they are told in the wrong order.

    >>> count("last-month", date(2024, 1, 15))
    ('2023-12', '')
    """
    if name.startswith(("weekday-", "near-")):
        strictly = name.startswith("weekday-")
        back = (day.isoweekday() - int(name[-1]) - strictly) % 7 + strictly
        return (day - timedelta(back)).isoformat(), ""
    if name.startswith("days-"):
        first, last = name.split("-")[1:]
        return _last(int(first), int(last), day)
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


def _last(first: int, last: int, day: date) -> tuple[str, str]:
    """Return the latest days with these numbers that were over by a day: those of its month, or of the month before."""
    month = day if last <= day.day else day.replace(day=1) - timedelta(1)
    if last <= first:
        raise ValueError("the days are in the wrong order")
    return month.replace(day=first).isoformat(), month.replace(day=last).isoformat()


def _weekday(kind: str, word: str, lexicon: Lexicon) -> str:
    number = lexicon.weekdays.get(
        word.casefold(), 0
    )  # patterns that ignore case match letters that have no lower case of their own
    return f"{kind}-{number}" if number else ""


@lru_cache(maxsize=16)
def _rows(lexicon: Lexicon) -> Mapping[str, tuple[str, ...]]:
    return {
        name: row for name, row in lexicon.table("dates.relative").items() if not name.startswith(("weekday_", "days"))
    }


@lru_cache(maxsize=16)
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    table = lexicon.table("dates.relative")
    named = [phrase for row in _rows(lexicon).values() for phrase in row]
    weekday, months = alternation(lexicon.weekdays), alternation(lexicon.months)
    before, after = alternation(table.get("weekday_before", ())), alternation(table.get("weekday_after", ()))
    near = alternation(table.get("weekday_near", ()))
    undated = rf"(?!,?\s(?:\w{{1,4}}\s)?(?:\d|{months}))"
    bare = rf"|(?P<bare>{weekday}){undated}" if table.get("weekday_bare", ()) else r"|(?P<bare>(?!))"
    return re.compile(
        rf"{alternation(named)}|{before}\s(?P<before>{weekday}){undated}|(?P<after>{weekday})\s{after}"
        rf"|{near}\s(?P<near>{weekday}){undated}{bare}"
    )


@lru_cache(maxsize=16)
def _days(lexicon: Lexicon) -> re.Pattern[str] | None:
    """Return the pattern of days without a month, if the language has words that can mean nothing else: "los días 12 y 13"."""
    lead = lexicon.table("dates.relative").get("days", ())
    joints = alternation((*lexicon.phrases("dates", "and"), *lexicon.phrases("dates", "until")))
    of = alternation(lexicon.phrases("dates", "of"))
    return re.compile(rf"{alternation(lead)}\s(\d{{1,2}})\s{joints}\s(\d{{1,2}})(?!\d|\s{of}\s)") if lead else None
