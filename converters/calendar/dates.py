"""Dates in running text, read by an own small grammar: what is not sure is reported and never guessed.

`start` and `end` are ISO 8601 in the precision of the source: `2017-07-09`, `2017-07`, and `--07-09` for a day without a year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from forumgraph.converters.calendar import datecontexts, relatives
from forumgraph.converters.calendar.datewords import windows
from forumgraph.converters.calendar.figures import read as read_figures
from forumgraph.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forumgraph.converters.calendar.datewords import Token
    from forumgraph.converters.words.lexicon import Lexicon

_DAY = "(?:T?WC?)?T?D"
_DAYS = f"{_DAY}(?:[US]{_DAY})?(?:(?:C{_DAY}){{0,6}}C?A{_DAY})?"
_YEAR = "(?:[OC]?R?Y)?"
_DAY_FIRST = f"{_DAYS}(?:(?:P?ON)?O?M{_YEAR}|CMC?Y)"
_MONTH_FIRST = f"(?:WC?)?MT?{_DAYS}{_YEAR}"
_EXPRESSION = re.compile(
    rf"(?P<formal>KY[CA]{{0,2}}T?(?:WC?)?D(?:PON)?O?M)"
    rf"|(?P<figures>B?I(?:[UA]I)?)"
    rf"|(?P<dashed>DUMUY)"
    rf"|(?P<mixed>B?(?:WC?)?MT?{_DAY}C?[UA]{_DAY_FIRST})"
    rf"|(?P<day>B?{_DAY_FIRST}(?:[UA]{_DAY_FIRST})?)"
    rf"|(?P<month>B?{_MONTH_FIRST}(?:[UA]{_MONTH_FIRST})?)"
    rf"|(?P<months>M[OC]?YUM[OC]?Y|M(?:[UAS]M)?[OC]?R?Y)"
)
_JOINTS = {"day": r"(?<=[MY])[UA]", "month": r"(?<=[DY])[UA](?=(?:WC?)?M)", "mixed": r"(?<=D)[UA]|(?<=DC)[UA]"}
"""Where one day and month end and the next begin; "July 5 to 15 July" has both orders."""
_AFTER = re.compile(r"\s?(\w+|&)")
_KEPT = 4000
_FULL = 10
"""Characters of a date that gives day, month and year."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or a range of days as the text has it.

    Attributes:
        start: ISO 8601 in the precision of the source; empty when the words give no date.
        end: the last day or month of a range; else empty.
        weekday: the weekday the text gives for `start`, as ISO 8601 counts (`1` is Monday); else empty.
        problem: empty, or why a person should look: `impossible`, `ambiguous` (day-month or month-day), `order` (ends before it begins),
            `relative` (these four have no `start`), `weekday` (does not fit; the date is kept as stated).
        rule: the notation; `publication` and `deadline` are dates of something else than a meeting, `origin` one since when something exists.
    """

    span: Span
    start: str
    end: str = ""
    weekday: str = ""
    problem: str = ""
    rule: str = ""

    @property
    def is_day(self) -> bool:
        """Whether `start` gives day, month and year."""
        return len(self.start) == _FULL

    @property
    def last(self) -> str:
        """The last day or month, which is the first one where there is no range."""
        return self.end or self.start


@dataclass(frozen=True, slots=True)
class _Part:
    days: tuple[Token, ...]
    weekdays: tuple[int, ...]
    month: int
    year: int
    start: int
    end: int
    joined: str = "list"


def find(text: str, lexicon: Lexicon, offset: int = 0) -> tuple[DateMention, ...]:
    """Find the dates of a text, in reading order and without overlaps.

    Args:
        text: any text; a date does not reach over a line feed.
        lexicon: the language of the text; figures are read in any language.
        offset: where `text` begins in the document.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> [(m.start, m.end, m.problem) for m in find("Sunday, 9 July 2017, and 29-21 May 2019", lexicons()["en"])]
    [('2017-07-09', '', ''), ('', '', 'order')]
    """
    taken = _kept(text, lexicon) if len(text) <= _KEPT else _found(text, lexicon)
    if not offset:
        return taken
    return tuple(replace(m, span=Span(m.span.start + offset, m.span.end + offset)) for m in taken)


@lru_cache(maxsize=1024)
def _kept(text: str, lexicon: Lexicon) -> tuple[DateMention, ...]:
    """Remember the dates of lines that are asked for again and again: by titles, times, parts of sessions."""
    return _found(text, lexicon)


def _found(text: str, lexicon: Lexicon) -> tuple[DateMention, ...]:
    found: list[DateMention] = []
    for tokens in windows(text, lexicon):
        letters = "".join(token.letter for token in tokens)
        for match in _EXPRESSION.finditer(letters):
            found.extend(_mentions(text, tokens[match.start() : match.end()], match, lexicon))
    found = [replace(m, rule=datecontexts.rule(text, m.span.start, lexicon) or m.rule) for m in found]
    relative = (
        DateMention(Span(start, end), "", problem="relative", rule=f"relative-{name}")
        for start, end, name in relatives.find(text, lexicon)
    )
    return tuple(sorted([*found, *relative], key=lambda mention: mention.span))


def with_year(mention: DateMention, year: int) -> DateMention:
    """Give a day without a year (`--07-09`) the year that the caller knows from the words around; other mentions come back as they are.

    >>> with_year(DateMention(Span(0, 6), "--12-30", "--01-02"), 2021).end
    '2022-01-02'
    """
    if not mention.start.startswith("--"):
        return mention
    first = f"{year:04}{mention.start[1:]}"
    later = year + (mention.end < mention.start)
    last = f"{later:04}{mention.end[1:]}" if mention.end else ""
    if not _exists(first) or (last and not _exists(last)):
        return replace(mention, start="", end="", problem="impossible")
    wrong = mention.weekday and date.fromisoformat(first).isoweekday() != int(mention.weekday)
    return replace(mention, start=first, end=last, problem="weekday" if wrong else mention.problem)


def resolve(mention: DateMention, published: str) -> DateMention:
    """Work out a relative date from the day of publication; the rule of the result ends in `-resolved`. Others come back as they are.

    Args:
        mention: a mention whose problem is `relative`.
        published: `YYYY-MM-DD`; anything else resolves nothing.

    >>> resolve(DateMention(Span(0, 9), "", problem="relative", rule="relative-last-week"), "2024-05-15").end
    '2024-05-12'
    """
    if mention.problem != "relative" or not re.fullmatch(r"\d{4}-\d\d-\d\d", published) or not _exists(published):
        return mention
    try:
        start, end = relatives.count(mention.rule.removeprefix("relative-"), date.fromisoformat(published))
    except OverflowError:
        return mention
    return replace(mention, start=start, end=end, problem="", rule=f"{mention.rule}-resolved")


def _mentions(text: str, tokens: Sequence[Token], match: re.Match[str], lexicon: Lexicon) -> Iterator[DateMention]:
    kind = match.lastgroup
    between = match[0].startswith("B")
    tokens, letters = tokens[between:], match[0][between:]
    if kind == "figures":
        yield from _figures(tokens, lexicon, joined=between or letters[1:2] == "U")
    elif kind == "months":
        yield _months(tokens, letters)
    else:
        parts, joint = _parts(tokens, letters, str(kind))
        named = any(token.letter == "W" for token in tokens)
        if kind == "month" and not parts[-1].year and not named and not _ends_there(text, parts[-1], lexicon):
            return
        yield from _days(parts, "range" if between or joint == "U" else "", str(kind))


def _ends_there(text: str, part: _Part, lexicon: Lexicon) -> bool:
    """Tell "July 9.", "July 9th", "July 9 in Rome" and "July 9-12" from "In July 9 countries"."""
    last = part.days[-1]
    if last is not part.days[0] or not last.word.isdigit():
        return True
    after = _AFTER.match(text, part.end)
    return after is None or after[1].lower() in lexicon.words.difference(lexicon.phrases("dates", "of"))


def _figures(tokens: Sequence[Token], lexicon: Lexicon, *, joined: bool) -> Iterator[DateMention]:
    day_first = "day-first" in lexicon.phrases("dates", "numeric")
    dates = [(token, read_figures(token.word, day_first=day_first)) for token in tokens if token.letter == "I"]
    if joined and len(dates) == 2:
        (first, a), (last, b) = dates
        span = Span(first.start, last.end)
        problem = a.problem or b.problem or ("order" if b.start < a.start else "")
        yield DateMention(span, *(("", "") if problem else (a.start, b.start)), problem=problem, rule=f"{a.rule}-range")
        return
    for token, read in dates:
        yield DateMention(Span(token.start, token.end), read.start, read.end, problem=read.problem, rule=read.rule)


def _months(tokens: Sequence[Token], letters: str) -> DateMention:
    months = [token.value for token in tokens if token.letter == "M"]
    named = [token.value for token in tokens if token.letter == "Y"]
    last_year = named[-1]
    first_year = named[0] if len(named) == len(months) else last_year - (months[0] > months[-1])
    start, end = f"{first_year:04}-{months[0]:02}", f"{last_year:04}-{months[-1]:02}"
    span = Span(tokens[0].start, tokens[-1].end)
    if end < start:
        return DateMention(span, "", problem="order", rule="month-range")
    ranged = letters.count("M") > 1 and end != start
    return DateMention(span, start, end if ranged else "", rule="month-range" if ranged else "month-year")


def _parts(tokens: Sequence[Token], letters: str, kind: str) -> tuple[list[_Part], str]:
    """Cut an expression where one day-and-month ends and the next begins; say what joins them."""
    if kind in {"dashed", "formal"}:
        return [_part(tokens)], ""
    joint = re.search(_JOINTS[kind], letters)
    if not joint:
        return [_part(tokens)], ""
    return [_part(tokens[: joint.start()]), _part(tokens[joint.end() :])], joint[0]


def _part(tokens: Sequence[Token]) -> _Part:
    tokens = tokens[1:] if tokens[0].letter == "T" else tokens
    days = tuple(token for token in tokens if token.letter == "D")
    weekdays = [0] * len(days)
    for place, token in enumerate(tokens):
        if token.letter == "W":
            weekdays[sum(other.letter == "D" for other in tokens[:place])] = token.value
    values = {token.letter: token.value for token in tokens}
    joined = "range" if values.keys() & {"U", "S"} and "A" not in values else "list"
    return _Part(days, tuple(weekdays), values["M"], values.get("Y", 0), tokens[0].start, tokens[-1].end, joined)


def _days(parts: list[_Part], joined: str, kind: str) -> Iterator[DateMention]:
    parts = _with_years(parts)
    order = "month-day" if kind == "month" else "day-month"
    if joined and len(parts) == 2:
        yield _mention(parts, f"{order}-range")
        return
    for part in parts:
        shape = "" if len(part.days) < 2 else f"-{joined or part.joined}"
        shape = shape or ("-year" if part.year else "")
        yield _mention([part], f"{order}{shape}")


def _with_years(parts: list[_Part]) -> list[_Part]:
    """Let one printed year stand for both sides: "28 December - 3 January 2022" begins in 2021."""
    if len(parts) < 2 or bool(parts[0].year) == bool(parts[1].year):
        return parts
    first, last = parts
    over = first.month > last.month
    if last.year:
        return [replace(first, year=last.year - over), last]
    return [first, replace(last, year=first.year + over)]


def _mention(parts: list[_Part], rule: str) -> DateMention:
    dated = [
        (part.year, part.month, day.value, weekday)
        for part in parts
        for day, weekday in zip(part.days, part.weekdays, strict=True)
    ]
    span = Span(parts[0].start, parts[-1].end)
    weekday = str(dated[0][3] or "")
    written = [(f"{year:04}" if year else "-") + f"-{month:02}-{day:02}" for year, month, day, _ in dated]
    if not all(_exists(one.replace("--", "2000-", 1) if one.startswith("--") else one) for one in written):
        return DateMention(span, "", weekday=weekday, problem="impossible", rule=rule)
    turned = any(later < one for one, later in pairwise(written))
    if turned and not (len(parts) == 2 and not parts[0].year and parts[0].month > parts[1].month):
        return DateMention(span, "", weekday=weekday, problem="order", rule=rule)
    wrong = any(name and year and date(year, month, day).isoweekday() != name for year, month, day, name in dated)
    end = written[-1] if written[-1] != written[0] else ""
    return DateMention(span, written[0], end, weekday, "weekday" if wrong else "", rule)


def _exists(written: str) -> bool:
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True
