"""Days told relative to another day: "yesterday", "last week", "mardi dernier"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.words.lexicon import alternation, row_of
from forumgraph.converters.words.phrases import Row, may_have

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from forumgraph.converters.words.lexicon import Lexicon

_DAYS_AWAY = {"today": 0, "yesterday": -1, "tomorrow": 1}
_STEPS = {"last": -1, "this": 0, "next": 1}


def find(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Find the words, as start, end and the name of the row of `[dates.relative]`.

    Names are those of the rows (`last-week`), `weekday-2` for "last Tuesday", or `near-2` for "this Tuesday".
    """
    if not may_have(text, _beginnings(lexicon)):
        return
    for match in _pattern(lexicon).finditer(text):
        weekday = match["before"] or match["after"]
        near = match["near"] or match["bare"]
        name = _weekday("weekday", weekday, lexicon) if weekday else _weekday("near", near, lexicon) if near else ""
        name = name or row_of(_rows(lexicon), match[0])
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
    if name.startswith(("weekday-", "near-")):
        strictly = name.startswith("weekday-")
        back = (day.isoweekday() - int(name[-1]) - strictly) % 7 + strictly
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


def _weekday(kind: str, word: str, lexicon: Lexicon) -> str:
    number = lexicon.weekdays.get(
        word.casefold(), 0
    )  # patterns that ignore case match letters that have no lower case of their own
    return f"{kind}-{number}" if number else ""


@lru_cache(maxsize=16)
def _rows(lexicon: Lexicon) -> Mapping[str, tuple[str, ...]]:
    return {name: row for name, row in lexicon.table("dates.relative").items() if not name.startswith("weekday_")}


@lru_cache(maxsize=16)
def _beginnings(lexicon: Lexicon) -> Row:
    return Row((*lexicon.weekdays, *(phrase for row in lexicon.table("dates.relative").values() for phrase in row)))


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
