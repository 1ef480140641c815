"""Time zones as reports name them, to offsets from UTC, without a zone database: the answer is the same on every machine.

Only what is sure has an offset. An abbreviation that several countries use, or a winter abbreviation on a summer day ("EST" in July), has a remark instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True, slots=True)
class Zone:
    """What a zone name says on a day.

    Attributes:
        offset: minutes east of UTC, None when not sure.
        remark: why it is not sure; else empty.
    """

    offset: int | None
    remark: str = ""


def zone(name: str, day: str) -> Zone:
    """Read the name of a zone as it stands in a text.

    Args:
        name: `CET`, `UTC+2`, `(GMT-05:00)`, `New York time`, `heure de Paris` ...
        day: ISO date of the meeting, on which summer time depends; may be less exact where the zone has none.

    >>> zone("CET", "2022-02-02").offset
    60
    >>> zone("New York time", "2017-07-09").offset
    -240
    >>> zone("IST", "2020-01-01").remark
    'IST is used in India, Ireland and Israel'
    """
    words = " ".join(name.strip("()[]., ").lower().split())
    if match := _OFFSET.fullmatch(words):
        return _given(match)
    if words.upper() in AMBIGUOUS:
        return Zone(None, f"{words.upper()} is used in {AMBIGUOUS[words.upper()]}")
    if words.upper() in ABBREVIATIONS:
        return _abbreviation(words.upper(), day)
    place = _PLACE.sub("", words).strip()
    if place in PLACES:
        return _place(place, day)
    return Zone(None, f"the zone {name.strip()} is not in the table")


def zone_offset(name: str, day: str) -> int | None:
    """Return the minutes east of UTC of a zone on a day, None when not sure.

    >>> zone_offset("UTC-05:30", "2020")
    -330
    """
    return zone(name, day).offset


def _given(match: re.Match[str]) -> Zone:
    if not match["hours"]:
        return Zone(0)
    minutes = int(match["hours"]) * 60 + int(match["minutes"] or 0)
    if minutes > 14 * 60 or int(match["minutes"] or 0) > 59:
        return Zone(None, "no place is so far from UTC")
    return Zone(minutes if match["sign"] == "+" else -minutes)


def _abbreviation(name: str, day: str) -> Zone:
    offset, region, summer = ABBREVIATIONS[name]
    if not region:
        return Zone(offset)
    known = _is_summer(region, day)
    if known is None:
        return Zone(offset)
    if known is not summer:
        return Zone(None, f"{name} does not fit the date, on which the clocks are {'ahead' if known else 'back'}")
    return Zone(offset)


def _place(name: str, day: str) -> Zone:
    offset, region = PLACES[name]
    if not region:
        return Zone(offset)
    summer = _is_summer(region, day)
    return Zone(None, "the day is needed for summer time") if summer is None else Zone(offset + 60 * summer)


def _is_summer(region: str, day: str) -> bool | None:
    try:
        return _SUMMER[region](date.fromisoformat(day)) if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else None
    except ValueError:
        return None


def _sunday(year: int, month: int, nth: int) -> date:
    """Return the nth Sunday of a month, the last one for -1."""
    if nth < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
        return last - timedelta(last.isoweekday() % 7)
    first = date(year, month, 1)
    return first + timedelta((7 - first.isoweekday()) % 7 + 7 * (nth - 1))


def _european(day: date) -> bool | None:
    """Directive 2000/84/EC, and the same days since 1996."""
    return _sunday(day.year, 3, -1) <= day < _sunday(day.year, 10, -1) if day.year >= 1996 else None


def _american(day: date) -> bool | None:
    """Energy Policy Act of 2005, in force since 2007; before it the first Sunday of April to the last of October."""
    if day.year >= 2007:
        return _sunday(day.year, 3, 2) <= day < _sunday(day.year, 11, 1)
    return _sunday(day.year, 4, 1) <= day < _sunday(day.year, 10, -1) if day.year >= 1987 else None


_SUMMER: Final[Mapping[str, Callable[[date], bool | None]]] = {"EU": _european, "US": _american}
_OFFSET = re.compile(
    r"(?:utc|gmt|tu|z)?\s?(?:(?P<sign>[+−–-])\s?(?P<hours>\d{1,2})(?:[:.]?(?P<minutes>\d\d))?)?(?<=\S)"
)
_PLACE = re.compile(
    r"^(?:hora (?:local )?del? |heures? (?:locale )?d(?:e |['’]))|\s(?:local |standard |daylight )?time$"
)

ABBREVIATIONS: Final[Mapping[str, tuple[int, str, bool]]] = {
    # minutes, whose rule of summer time it must fit, whether it is the summer name
    "CET": (60, "EU", False),
    "CEST": (120, "EU", True),
    "EET": (120, "EU", False),
    "EEST": (180, "EU", True),
    "WET": (0, "EU", False),
    "WEST": (60, "EU", True),
    "EST": (-300, "US", False),
    "EDT": (-240, "US", True),
    "MDT": (-360, "US", True),
    "PDT": (-420, "US", True),
    "AKST": (-540, "US", False),
    "AKDT": (-480, "US", True),
    "HST": (-600, "", False),
    "CAT": (120, "", False),
    "EAT": (180, "", False),
    "WAT": (60, "", False),
    "SAST": (120, "", False),
    "MSK": (180, "", False),
    "TRT": (180, "", False),
    "PKT": (300, "", False),
    "NPT": (345, "", False),
    "ICT": (420, "", False),
    "WIB": (420, "", False),
    "SGT": (480, "", False),
    "HKT": (480, "", False),
    "PHT": (480, "", False),
    "JST": (540, "", False),
    "KST": (540, "", False),
    "AEST": (600, "", False),
    "AEDT": (660, "", False),
    "NZST": (720, "", False),
    "NZDT": (780, "", False),
    "BRT": (-180, "", False),
    "ART": (-180, "", False),
    "UYT": (-180, "", False),
    "COT": (-300, "", False),
    "PET": (-300, "", False),
}

AMBIGUOUS: Final[Mapping[str, str]] = {
    "IST": "India, Ireland and Israel",
    "CST": "North America, China and Cuba",
    "CDT": "North America and Cuba",
    "BST": "Britain and Bangladesh",
    "AST": "Arabia and the Atlantic coast of America",
    "GST": "the Gulf and South Georgia",
    "MST": "North America, Malaysia and Myanmar",
    "PST": "North America and the Philippines",
    "ECT": "Ecuador and the Eastern Caribbean",
    "AMT": "the Amazon and Armenia",
    "CLT": "Chile, whose summer time changed often",
    "ET": "North America, in winter and summer",
}

PLACES: Final[Mapping[str, tuple[int, str]]] = {
    **dict.fromkeys(
        ("new york", "nueva york", "washington", "eastern", "us eastern", "toronto", "montreal", "montréal"),
        (-300, "US"),
    ),
    **dict.fromkeys(("us central", "chicago"), (-360, "US")),
    **dict.fromkeys(("pacific", "us pacific", "los angeles", "san francisco", "vancouver"), (-480, "US")),
    **dict.fromkeys(
        (
            "geneva",
            "genève",
            "ginebra",
            "paris",
            "parís",
            "bonn",
            "berlin",
            "rome",
            "roma",
            "vienna",
            "vienne",
            "viena",
            "brussels",
            "bruxelles",
        ),
        (60, "EU"),
    ),
    **dict.fromkeys(
        (
            "bruselas",
            "madrid",
            "barcelona",
            "copenhagen",
            "stockholm",
            "oslo",
            "the hague",
            "amsterdam",
            "central european",
        ),
        (60, "EU"),
    ),
    **dict.fromkeys(("london", "londres", "dublin", "lisbon", "lisbonne", "lisboa"), (0, "EU")),
    **dict.fromkeys(("helsinki", "athens", "athènes"), (120, "EU")),
    **dict.fromkeys(("nairobi", "addis ababa", "addis-abeba", "kampala", "east africa", "east african"), (180, "")),
    **dict.fromkeys(("johannesburg", "pretoria", "cape town", "kigali", "central africa", "south african"), (120, "")),
    **dict.fromkeys(("abuja", "lagos", "west africa", "tunis"), (60, "")),
    **dict.fromkeys(("accra", "dakar", "abidjan"), (0, "")),
    **dict.fromkeys(("bangkok", "jakarta", "hanoi"), (420, "")),
    **dict.fromkeys(("manila", "singapore", "beijing", "kuala lumpur"), (480, "")),
    **dict.fromkeys(("tokyo", "seoul"), (540, "")),
    **dict.fromkeys(("bogota", "bogotá", "lima", "quito"), (-300, "")),
    **dict.fromkeys(("buenos aires", "montevideo"), (-180, "")),
    **dict.fromkeys(("new delhi", "india", "indian"), (330, "")),
}
