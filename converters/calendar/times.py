"""Times of day in running text, with the zone they are told in: "18:00-18:50 CET", "9-1500 hrs", "de 10 a 12 h", "noon".

A number is a time only by its notation (a colon, am or pm, `hrs`, `h`) or by that of the other end of its range; never by its place alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.calendar import hourwords
from forumgraph.converters.calendar.timezones import after as zone_after
from forumgraph.converters.words.lexicon import alternation
from forumgraph.model import Fact, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forumgraph.converters.words.lexicon import Lexicon

_CUE = 24
_KEPT = 4000
_EARLY, _TWO_FIGURES, _NOON, _DAY = 7, 10, 12, 24
"""From when on a meeting may begin that is told without minutes, fewer hours may be how long something takes; hours of a clock."""
_CENTURIES = frozenset({19, 20})


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time of day, or from when to when.

    Attributes:
        start: local, `HH:MM`.
        end: local, `HH:MM`; empty when not given or before the start.
        zone: the words that name the zone, without brackets.
        note: empty, or why a person should look: `order` (ends before it begins, the end is left out), `midnight` (ends at midnight, which is
            left out because it is on the next day), `unusual` (two notations in one range, or 13:00 pm).
        rule: `range`, `single`, or `other-zone` for the time before said again for another zone.
    """

    span: Span
    start: str
    end: str
    zone: Fact | None
    note: str
    rule: str


@dataclass(frozen=True, slots=True)
class _Clock:
    """One end: its notation is `colon`, `dot`, `hours` (10h30), `compact` (0900), `bare` (9) or `word` (noon)."""

    hour: int
    minute: int
    notation: str
    half: str
    unit: str


@dataclass(frozen=True, slots=True)
class _Grammar:
    span: re.Pattern[str]
    first: re.Pattern[str]
    cue: re.Pattern[str]
    at: re.Pattern[str]
    opened: re.Pattern[str]
    refused: re.Pattern[str]


def find(text: str, lexicon: Lexicon, offset: int = 0) -> tuple[TimeMention, ...]:
    """Find the times of a text, in reading order and without overlaps.

    Args:
        text: any text; a time does not reach over a line feed.
        offset: where `text` begins in the document.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> [(m.start, m.end, m.zone.value) for m in find("2 February 2022, 18:00-18:50 CET", lexicons()["en"])]
    [('18:00', '18:50', 'CET')]
    """
    found = _kept(text, lexicon) if len(text) <= _KEPT else _found(text, lexicon)
    return tuple(_moved(mention, offset) for mention in found) if offset else found


@lru_cache(maxsize=1024)
def _kept(text: str, lexicon: Lexicon) -> tuple[TimeMention, ...]:
    """Remember the times of lines that are asked for again and again."""
    return _found(text, lexicon)


def _found(text: str, lexicon: Lexicon) -> tuple[TimeMention, ...]:
    grammar = _grammar(lexicon)
    found: list[TimeMention] = []
    place = 0
    while match := grammar.span.search(text, place):
        mention, place = _mention(text, match, grammar, lexicon), match.end()
        if mention is None and _has(match, "b"):
            mention, place = (
                _first_only(text, match, grammar, lexicon),
                match.start("bhour") if match["bminute"] or match["bhalf"] or match["bunit"] else match.end(),
            )
        if mention and found and _repeats(text, found[-1], mention):
            mention = replace(mention, rule="other-zone")
        if mention:
            found.append(mention)
    return tuple(sorted((*found, *_worded(text, found, lexicon)), key=lambda mention: mention.span))


def _worded(text: str, found: Sequence[TimeMention], lexicon: Lexicon) -> Iterator[TimeMention]:
    """Go through hours in words that no figures stand beside."""
    for start, end, hour in hourwords.find(text, lexicon):
        span = Span(start, end)
        if not any(mention.span.overlaps(span) for mention in found):
            yield TimeMention(span, hour, "", None, "", "single")


def _clock_pattern(name: str, lexicon: Lexicon) -> str:
    rows = lexicon.table("times")
    half = f"{alternation((*rows.get('am', ()), *rows.get('pm', ())), glued=True)}"
    words = alternation((*rows.get("noon", ()), *rows.get("midnight", ())))
    hours = alternation(rows.get("hours", ()), glued=True)
    zones = alternation((*rows.get("zone_words", ()), *rows.get("zone_before", ())))
    sign = rf"(?i:{'|'.join(map(re.escape, sorted(rows.get('hour_signs', ('h',)), key=len, reverse=True)))})"
    return (
        rf"(?:(?P<{name}word>{words}(?!-[^\W\d_]))"
        rf"|(?P<{name}hour>\d{{1,2}})"
        rf"(?:(?P<{name}sep>[:.]|\s?{sign}(?=\s?\d\d(?!\d)|\b)\s?)?(?P<{name}minute>\d\d))?(?::\d\d)?(?!\d|:\d|[.,]\d)"
        rf"(?:\s?(?P<{name}half>{half}))?(?:(?!\s{zones})\s?(?P<{name}unit>{hours}))?)"
    )


@lru_cache(maxsize=16)
def _grammar(lexicon: Lexicon) -> _Grammar:
    rows = lexicon.table("times")
    until = alternation(rows.get("until", ()))
    joint = rf"(?:\s?[-–—−~]{{1,2}}\s?|\s{until}\s)"
    first, last = _clock_pattern("a", lexicon), _clock_pattern("b", lexicon)
    edge = r"(?<![\w.,:$€£+#%–—−-])(?:(?<!\d/)|(?<=(?:19|20)\d\d/))"
    at = alternation((*rows.get("at", ()), *rows.get("from", ())))
    return _Grammar(
        span=re.compile(rf"{edge}{first}(?:{joint}{last})?(?![\w%])"),
        first=re.compile(rf"{edge}{first}(?![\w%])(?P<bword>(?!))?(?P<bhour>(?!))?"),
        cue=re.compile(rf"(?:{at}[\s:]{{1,3}}|[,;|(\[]\s?|^\s*)\Z", re.MULTILINE),
        at=re.compile(rf"{alternation(rows.get('at', ()))}[\s:]{{1,3}}\Z"),
        opened=re.compile(rf"{alternation(rows.get('from', ()))}\s{{1,3}}\Z"),
        refused=re.compile(rf"{alternation(rows.get('not_after', ()))}\.?\s{{0,3}}\Z"),
    )


def _mention(text: str, match: re.Match[str], grammar: _Grammar, lexicon: Lexicon) -> TimeMention | None:
    first, last = _clock(match, "a", lexicon), _clock(match, "b", lexicon) if _has(match, "b") else None
    before = text[max(0, match.start() - _CUE) : match.start()].rpartition("\n")[2]
    if first is None or (_has(match, "b") and last is None) or grammar.refused.search(before):
        return None
    zone = zone_after(text, match.end(), lexicon)
    if last is None:
        cues = bool(grammar.cue.search(before)), bool(grammar.at.search(before))
        if not _is_single(first, bool(zone), *cues):
            return None
        return TimeMention(_span(match, zone), _written(first), "", zone, _odd(first), "single")
    if _is_year(first, last) or not _is_range(first, last, bool(zone), bool(grammar.opened.search(before))):
        return None
    return _range(_span(match, zone), first, last, zone)


def _is_year(first: _Clock, last: _Clock) -> bool:
    """Tell a year from a time before another: "le 4 avril 2018 à 14 h"."""
    return first.notation == "compact" and first.hour in _CENTURIES and last.notation != "compact"


def _first_only(text: str, match: re.Match[str], grammar: _Grammar, lexicon: Lexicon) -> TimeMention | None:
    """Read the first end of what is no range: "at 10:00 - 15 people", but not "3:16-18"."""
    alone = grammar.first.match(text, match.start())
    mention = _mention(text, alone, grammar, lexicon) if alone else None
    return mention if mention and mention.start >= "10" else None


def _has(match: re.Match[str], name: str) -> bool:
    return bool(match[f"{name}hour"] or match[f"{name}word"])


def _clock(match: re.Match[str], name: str, lexicon: Lexicon) -> _Clock | None:
    """Read one end; None when the figures are no time of day."""
    if word := match[f"{name}word"]:
        noon = re.fullmatch(alternation(lexicon.phrases("times", "noon")), word)
        return _Clock(12 if noon else 24, 0, "word", "", "")
    hour, minute, separator = match[f"{name}hour"], match[f"{name}minute"], (match[f"{name}sep"] or "").strip().lower()
    notation = {":": "colon", ".": "dot", "": "compact"}.get(separator, "hours") if minute else "bare"
    unit = (match[f"{name}unit"] or "").lower().rstrip(".")
    if notation == "compact" and len(hour) == 1:
        return None
    if int(hour) > 24 or int(minute or 0) > 59 or (hour == "24" and int(minute or 0)):
        return None
    half = match[f"{name}half"] or ""
    early = half and re.fullmatch(alternation(lexicon.phrases("times", "am")), half)
    return _Clock(int(hour), int(minute or 0), notation, ("am" if early else "pm") if half else "", unit)


def _is_single(clock: _Clock, zoned: bool, cued: bool, at: bool) -> bool:
    """Tell whether figures, by their notation, are an hour without an end."""
    unit = bool(clock.unit)
    told = {
        "word": True,
        "hours": True,
        "colon": zoned or cued or unit or clock.hour >= _TWO_FIGURES,
        "dot": unit,
        "compact": unit or zoned,
        "bare": clock.hour < _DAY and at + zoned + unit > 1,
    }
    return clock.hour >= 1 if clock.half else told[clock.notation]


def _is_range(first: _Clock, last: _Clock, zoned: bool, opened: bool) -> bool:
    notations, units = {first.notation, last.notation}, {first.unit, last.unit} - {""}
    if first.half or last.half or notations.isdisjoint({"bare", "compact"}):
        return True
    if notations == {"bare"}:
        return (bool(units) and first.hour >= _EARLY and (opened or units == {"h"})) or (zoned and opened)
    return bool(units) or zoned or ("hours" in notations and "compact" not in notations)


def _range(span: Span, first: _Clock, last: _Clock, zone: Fact | None) -> TimeMention:
    first, last = _halved(first, last)
    start, end = _written(first), _written(last)
    note = _odd(first) or _odd(last)
    if {first.notation, last.notation} == {"bare", "compact"}:
        note = "unusual"
    if (last.hour == 24 and last.notation == "word") or end == "00:00":
        return TimeMention(span, start, "", zone, "midnight", "range")
    if end < start:
        return TimeMention(span, start, "", zone, "order", "range")
    return TimeMention(span, start, end, zone, note, "range")


def _halved(first: _Clock, last: _Clock) -> tuple[_Clock, _Clock]:
    """Let one "am" or "pm" stand for both ends, as far as that keeps them in order: "11-1 pm" begins in the morning."""
    half, bare = first.half or last.half, first if last.half else last
    if not half or bare.half or bare.hour > _NOON or bare.notation == "word":
        return first, last
    same, other = (replace(bare, half=each) for each in (half, "am" if half == "pm" else "pm"))
    if bare is first:
        return (same if _written(same) < _written(last) else other), last
    return first, same if _written(first) < _written(same) else other


def _written(clock: _Clock) -> str:
    hour = clock.hour % _DAY
    if clock.half and hour <= _NOON:
        hour = hour % _NOON + _NOON * (clock.half == "pm")
    return f"{hour:02}:{clock.minute:02}"


def _odd(clock: _Clock) -> str:
    return "unusual" if clock.half and clock.hour > 12 else ""


def _span(match: re.Match[str], zone: Fact | None) -> Span:
    return Span(match.start(), zone.span.end if zone else match.end())


def _repeats(text: str, before: TimeMention, mention: TimeMention) -> bool:
    between = text[before.span.end : mention.span.start]
    return bool(before.zone and mention.zone) and re.fullmatch(r"\)?\s?(?:[/|(\[=,;]|or|ou|o)\s?", between) is not None


def _moved(mention: TimeMention, offset: int) -> TimeMention:
    def move(span: Span) -> Span:
        return Span(span.start + offset, span.end + offset)

    zone = replace(mention.zone, span=move(mention.zone.span)) if mention.zone else None
    return replace(mention, span=move(mention.span), zone=zone)
