"""Dates written in figures only: `2017-07-09`, `2017/07/09`, `09.07.2017`, `13/07/2017`, `13/07/17`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:/(?:(?:(\d{4})-)?(\d\d)-)?(\d\d))?")
_YEAR_FIRST = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)")
_CENTURY, _LATER = 2000, 70
"""The century of a year in two figures, and from which year on it is the one before."""
_DOTTED = re.compile(r"(\d{1,2})\.(?:(\d{1,2})\.)?\s?[-–]\s?(\d{1,2})\.(\d{1,2})\.(\d{4})")


@dataclass(frozen=True, slots=True)
class Figures:
    """What a date in figures says; with a problem (`impossible`, `ambiguous`, `order`) it says nothing.

    Attributes:
        start: ISO 8601 date.
        end: ISO 8601 date of the last day, where there is one.
    """

    start: str
    end: str
    problem: str
    rule: str


def read(written: str, *, day_first: bool) -> Figures:
    """Read a date in figures.

    Args:
        written: the figures with their dots, slashes or hyphens.
        day_first: whether the language writes the day before the month, always.

    Raises:
        ValueError: if it is in none of the notations.

    >>> read("2021-07-09/12", day_first=False).end
    '2021-07-12'
    >>> read("03/04/2017", day_first=False).problem
    'ambiguous'
    >>> read("13/4/17", day_first=False).start
    '2017-04-13'
    """
    if match := _ISO.fullmatch(written):
        year, month, day = int(match[1]), int(match[2]), int(match[3])
        last = (int(match[4] or year), int(match[5] or month), int(match[6])) if match[6] else None
        return _made((year, month, day), last, "iso")
    if match := _YEAR_FIRST.fullmatch(written):
        return _made((int(match[1]), int(match[2]), int(match[3])), None, "numeric")
    if match := _DOTTED.fullmatch(written):
        year, month = int(match[5]), int(match[4])
        return _made((year, int(match[2] or month), int(match[1])), (year, month, int(match[3])), "numeric")
    if match := _YEAR_LAST.fullmatch(written):
        year = int(match[4])
        year += 0 if year > 99 else _CENTURY - 100 * (year >= _LATER)
        return _year_last(int(match[1]), int(match[3]), year, european=day_first or match[2] == ".")
    raise ValueError(f"not a date in figures: {written}")


def _year_last(first: int, second: int, year: int, *, european: bool) -> Figures:
    if not european and first != second and max(first, second) <= 12:
        return Figures("", "", "ambiguous", "numeric")
    american = not european and second > 12
    return _made((year, first, second) if american else (year, second, first), None, "numeric")


def _made(first: tuple[int, int, int], last: tuple[int, int, int] | None, rule: str) -> Figures:
    rule = f"{rule}-range" if last else rule
    try:
        start = date(*first).isoformat()
        end = date(*last).isoformat() if last else ""
    except ValueError:
        return Figures("", "", "impossible", rule)
    if end and end < start:
        return Figures("", "", "order", rule)
    return Figures(start, end if end != start else "", "", rule)
