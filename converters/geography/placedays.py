"""Places beside the day of a meeting: "in London on Friday 15 November", "on 16 July 2018, in New York"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.calendar import dates, times
from forumgraph.converters.forums.categories import BESIDE
from forumgraph.converters.words.lexicon import alternation
from forumgraph.converters.words.phrases import Row, begins, every, first

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.geography.placelines import Part
    from forumgraph.converters.words.lexicon import Lexicon

_WINDOW = 220
_LINE = 200
_GAP = 12
"""Characters between a city and its day: ", on Monday "."""
_JOINT = 2
"""Characters between a day and its city: ", "."""
_HOUR = 16
"""Characters between a city and its hour: ", siendo las "."""
_DAY = 7
"""Characters of a date that gives a day, though no year."""
_NEAR = 90
"""Characters before a place and its day in which the meeting is named."""


def is_before_day(line: str, end: int, lexicon: Lexicon) -> bool:
    """Tell whether a day follows a place that ends at `end`."""
    found = dates.find(line[end : end + _WINDOW], lexicon)
    return any(m.span.start <= _GAP and not m.problem and len(m.start) >= _DAY for m in found)


def is_after_day(line: str, start: int, lexicon: Lexicon) -> bool:
    """Tell whether a day, or the name of one, stands right before the words that lead to a place: "on 3 May in Kigoma", "lundi à Louga"."""
    before = line[max(0, start - _NEAR) : start]
    if _weekday(lexicon).search(before):
        return True
    before = _last(lexicon).sub("", before)
    found = dates.find(before, lexicon)
    return any(len(before) - m.span.end <= _JOINT and not m.problem and len(m.start) >= _DAY for m in found)


def is_of_meeting(line: str, start: int, parts: Sequence[Part], lexicon: Lexicon) -> bool:
    """Tell whether a city and its day are those of a meeting which the same clause names: "gave a *briefing* in London on Friday 15 November".

    A title that ends with the city needs no day: "Third workshop on wells in Lomé".

    Args:
        start: where the words that lead to the place begin.
        parts: of the place.
    """
    if not any(part.kind == "city" for part in parts):
        return False
    near = line[max(0, start - _NEAR) : start]
    near = re.split(r"[.;!?]\s", near)[-1]
    if _meeting(lexicon).search(near) is None or _other(lexicon).search(near) is not None:
        return False
    titled = len(line) <= _LINE and parts[-1].end == len(line.rstrip(" *#"))
    return titled or is_before_day(line, parts[-1].end, lexicon) or is_after_day(line, start, lexicon)


def is_spoken_at(line: str, start: int, lexicon: Lexicon) -> bool:
    """Tell whether a sentence begins with those who spoke at a meeting in a place: "*Speaking at a workshop* in Bonn, the Mayor"."""
    spoken = begins(line, lexicon.phrases("places", "spoken_at"))
    named = list(_meeting(lexicon).finditer(line[:start])) if spoken is not None and start <= _NEAR else []
    return bool(named) and not line[named[-1].end() : start].strip()


def ends_clause(line: str, start: int, parts: Sequence[Part], lexicon: Lexicon) -> bool:
    """Tell whether a clause that names a meeting ends with the city: "said at a workshop on the findings of the survey *in Accra*".

    A country may be what was spoken of, but not in titles of meetings that are held for those who live there: "Training on wells *in Togo*".
    """
    near = re.split(r"[.;!?,]\s", line[max(0, start - _NEAR) : start])[-1]
    end = line[parts[-1].end :].strip(" *#")
    if parts[0].kind == "country" and (end or len(line) > _LINE or first(near, _local(lexicon)) is None):
        return False
    told = _meeting(lexicon).search(near) is not None and _other(lexicon).search(near) is None
    return told and (not end or end[0] in ".,;)")


def is_of_another(between: str, lexicon: Lexicon) -> bool:
    """Tell whether words between that something was held and a place speak of a meeting before or after it: "met in May *before the retreat* in Bonn"."""
    led = list(every(between, lexicon.phrases("parents", "not_before")))
    return bool(led) and _meeting(lexicon).search(between, led[-1].end()) is not None


def is_received(words: str, lexicon: Lexicon) -> bool:
    """Tell whether what somebody received was a meeting that is a thing of its own, and no part of another: "the third forum"."""
    own, parts = _received(lexicon)
    return first(words, parts) is None and first(words, own) is not None


def is_destination(line: str, end: int, lexicon: Lexicon) -> bool:
    """Tell whether people were in a place for a meeting: "were in Bonn *to attend* the workshop"."""
    return _purpose(lexicon).match(line, end) is not None


def is_in_title(line: str, end: int, lexicon: Lexicon) -> bool:
    """Tell whether a city stands before the day in a line that is no sentence: "First stage in Lille, 7 and 8 November 2017"."""
    return len(line) <= _LINE and not line.rstrip().endswith(".") and is_before_day(line, end, lexicon)


def opens(line: str, end: int, lexicon: Lexicon) -> bool:
    """Tell whether minutes begin with a place and the day or hour: "En la ciudad de Loja, siendo las 10 horas del 9 de mayo".

    Without a comma they give both: "En Loja a 9 días del mes de mayo de 2021 y siendo las 10 horas".
    """
    clock = times.find(line[end : end + _WINDOW], lexicon)
    if not line.startswith(",", end):
        return bool(clock) and is_before_day(line, end, lexicon)
    return is_before_day(line, end, lexicon) or bool(clock and clock[0].span.start <= _HOUR)


@lru_cache(maxsize=16)
def _last(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of what a day is called that was not long ago: "le 26 avril *dernier*, "."""
    return re.compile(rf"\s{alternation(lexicon.phrases('dates.relative', 'weekday_after'))},?\s?\Z")


@lru_cache(maxsize=16)
def _weekday(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{alternation(lexicon.weekdays)},?\s\Z")


@lru_cache(maxsize=16)
def _purpose(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf",?\s{alternation(lexicon.phrases('places', 'purpose'))}")


@lru_cache(maxsize=16)
def _meeting(lexicon: Lexicon) -> re.Pattern[str]:
    types = [p for row in lexicon.table("session_types").values() for p in row]
    return re.compile(alternation((*types, *(f"{phrase}s" for phrase in types))))


@lru_cache(maxsize=16)
def _local(lexicon: Lexicon) -> Row:
    return Row(
        p for kind in ("workshop", "training", "consultation", "forum") for p in lexicon.phrases("session_types", kind)
    )


@lru_cache(maxsize=16)
def _received(lexicon: Lexicon) -> tuple[Row, Row]:
    """Return the meetings that cities receive, and those that are held by anybody as parts of larger ones."""
    rows = lexicon.table("session_types").items()
    parts = Row(p for kind, row in rows if kind in BESIDE | {"session", "webinar", "briefing"} for p in row)
    own = Row((*(p for kind, row in rows if kind not in BESIDE for p in row), *lexicon.phrases("parents", "words")))
    return own, parts


@lru_cache(maxsize=16)
def _other(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of words by which a clause speaks of another meeting, or of papers and bodies: "after", "adopted"."""
    return re.compile(
        alternation((*lexicon.phrases("parents", "not_before"), *lexicon.phrases("places", "of_another")))
    )
