"""When a session was: date, end, times of day and zone, from the most to the least trusted place that tells it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.calendar import dates, times, years
from forumgraph.converters.genre.evidence import types_of
from forumgraph.converters.meeting import covers, stamps
from forumgraph.converters.words.lexicon import alternation, everywhere, lexicons
from forumgraph.converters.words.phrases import first
from forumgraph.findings import finding
from forumgraph.model import Fact, Finding, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from forumgraph.converters.calendar.dates import DateMention
    from forumgraph.converters.calendar.times import TimeMention
    from forumgraph.converters.structure.witness import Witness
    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.model import Place

_NEAR = 60
"""Days within which another date in a sentence may be meant for the same meeting; a date further away is of another one."""
_BYLINE = 60
"""Characters before a day in which its author may be named."""
_SAYS = {
    "impossible": ("REP004", "there is no such date"),
    "ambiguous": ("REP006", "day and month cannot be told apart"),
    "weekday": ("REP005", "the weekday does not fit the date"),
    "order": ("REP004", "the end of the dates comes before their beginning"),
}
_UNKNOWN = "the date is told relative to a day that the document does not give"
_NOTES = {
    "order": ("REP016", "a time ends before it begins, so its end was left out"),
    "midnight": ("REP010", "a time ends at midnight, which is on the next day, so its end was left out"),
    "unusual": ("REP010", "a time is written in an unusual way"),
}
_USED = frozenset({"", "weekday"})
_OTHERS = frozenset({"publication", "deadline"})
_OPENING = 8
"""Characters in which a sentence says of which year the meeting is that it tells of."""
_AROUND = frozenset({"title", "near-title", "line", "label"})
_YEAR = 4
"""Characters of a year."""
_CLAUSE = re.compile(r"[.;|] ")


@dataclass(frozen=True, slots=True)
class When:
    """The time of a session, and what is odd about it."""

    date: Fact | None = None
    end_date: Fact | None = None
    start_time: Fact | None = None
    end_time: Fact | None = None
    timezone: Fact | None = None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Search:
    """One search for the time of a session; `published` is the day of issue, `year` that of days without one, what is odd goes to `findings`."""

    lexicon: Lexicon
    place: Callable[[Span], Place]
    published: str
    year: int
    findings: list[Finding] = field(default_factory=list)

    def report(self, code: str, words: str, span: Span) -> None:
        self.findings.append(finding(code, words, self.place(span)))

    def dated(self, witness: Witness, mention: DateMention) -> DateMention:
        """Give a day without a year that of the meeting, or the last one in which it was over by the day of publication; this is reported."""
        year = _year([witness], self.lexicon, _OPENING) or self.year
        if not mention.start.startswith("--") or not (year or (self.published and witness.sure)):
            return mention
        exact = dates.with_year(mention, year or int(self.published[:4]))
        late = exact.start > self.published and self.published[:4] == exact.start[:4]
        exact = dates.with_year(mention, int(self.published[:4]) - 1) if late else exact
        if exact.start and (late or not year):
            self.report("REP014", f"resolved to {exact.start} by the day of publication", mention.span)
        return exact

    def is_of_meeting(self, witness: Witness, mention: DateMention) -> bool:
        if (
            mention.rule in _OTHERS
            or witness.name == "issued"
            or _has_byline(witness, mention)
            or stamps.is_dateline(witness, mention)
            or stamps.is_stamp(witness, mention)
            or (self.published == mention.start != "" and not witness.sure)
        ):
            self.report("REP013", f"{mention.start or 'a date'} is not taken for the date of the meeting", mention.span)
            return False
        if mention.problem in _SAYS:
            self.report(*_SAYS[mention.problem], mention.span)
        return mention.problem in _USED and len(mention.start) > _YEAR and not mention.start.startswith("--")

    def resolved(self, witnesses: Sequence[Witness]) -> Iterator[tuple[Witness, DateMention]]:
        """Go through relative dates that the day of publication makes exact; each is reported, as are those that stay unknown."""
        for witness in witnesses:
            for mention in dates.find(witness.words, self.lexicon, witness.offset):
                if mention.problem != "relative" or not witness.sure:
                    continue
                exact = dates.resolve(mention, self.published)
                said = f"resolved to {exact.start} by the day of publication" if exact.start else _UNKNOWN
                self.report("REP014", said, mention.span)
                if exact.is_day:
                    yield witness, exact

    def contradicted(self, told: Sequence[tuple[Witness, DateMention]], chosen: tuple[Witness, DateMention]) -> None:
        """Report the first other day that is given for the meeting."""
        witness, mention = chosen
        for other, said in told:
            if other is witness or not other.sure or not said.is_day or not mention.is_day:
                continue
            far = other.name == "sentence" and abs(stamps.days_between(said.start, mention.start)) > _NEAR
            apart = said.last < mention.start or said.start > mention.last
            if not far and apart:
                words = f"the meeting is dated {mention.start} elsewhere, and {said.start} here"
                self.report("REP005", words, said.span)
                return

    def clock(
        self, witnesses: Sequence[Witness], dated: Witness | None
    ) -> tuple[Fact | None, Fact | None, Fact | None]:
        """Return start, end and zone: from the words that give the date, else from the most trusted that give a time."""
        found = [
            (witness, mention)
            for witness in sorted(witnesses, key=lambda witness: witness is not dated)
            for mention in times.find(witness.words, self.lexicon, witness.offset)
            if mention.rule != "other-zone"
            and (mention.end or _may_begin(witness, mention, self.lexicon))
            and not _is_stamped(witness, self.lexicon)
        ]
        if not found:
            return None, None, None
        witness, mention = next((pair for pair in found if pair[1].end), found[0])
        rule = f"time/{witness.name}"
        if mention.note in _NOTES:
            self.report(*_NOTES[mention.note], mention.span)
        zone = mention.zone or next((t.zone for _, t in found if t.zone and t.start == mention.start), None)
        end = Fact(mention.end, mention.span, rule) if mention.end else None
        return Fact(mention.start, mention.span, rule), end, zone


def find(
    witnesses: Sequence[Witness], published: str, lexicon: Lexicon, place: Callable[[Span], Place], year: int = 0
) -> When:
    """Return the time of a session.

    Args:
        witnesses: the most trusted first.
        published: ISO date of the publication, which is never taken for the meeting's; empty if unknown.
        place: says where a stretch of the document is, for findings.
        year: of the meeting around, for days without a year where the witnesses name none; 0 if unknown.
    """
    told = [(w, mention) for w in witnesses for mention in dates.find(w.words, lexicon, w.offset)]
    if not any(mention.start for _, mention in told):
        told += _foreign(witnesses, lexicon)
    year = _year(witnesses, lexicon) or year or _issued(witnesses, lexicon)
    search = _Search(lexicon, place, published or stamps.publication(told), year)
    told = [(witness, search.dated(witness, mention)) for witness, mention in told]
    issued = [pair for pair in told if stamps.is_dateline(*pair)]
    told = [pair for pair in told if pair not in issued and search.is_of_meeting(*pair)]
    if issue := "" if published else stamps.issue_line(told, witnesses, lexicon):
        search, told = replace(search, published=issue), []
    told = told or list(search.resolved(witnesses))
    held = [pair for pair in issued if not told and stamps.dates_meeting(*pair, published, lexicon)]
    for _, mention in held:
        search.report(
            "REP014", f"{mention.start}, with which the text begins, is taken for the day of the meeting", mention.span
        )
    told += held or [pair for pair in issued if search.is_of_meeting(*pair)]
    told = stamps.without_issue(stamps.without_origins(told), lexicon)
    chosen = covers.chosen(witnesses, told, lexicon)
    clock = search.clock(witnesses, chosen[0] if chosen else None)
    if chosen is None:
        return When(None, None, *clock, tuple(search.findings))
    witness, mention = chosen
    search.contradicted(told, chosen)
    rule = f"date/{witness.name}"
    last = Fact(mention.end, mention.span, rule) if mention.end and mention.end != mention.start else None
    return When(Fact(mention.start, mention.span, rule), last, *clock, tuple(search.findings))


def _foreign(witnesses: Sequence[Witness], lexicon: Lexicon) -> Iterator[tuple[Witness, DateMention]]:
    """Go through full dates in other languages, in lines around the title: bulletins are translated, and their mastheads are not."""
    for other in lexicons().values():
        for witness in witnesses:
            if other is not lexicon and witness.name in _AROUND:
                found = dates.find(witness.words, other, witness.offset)
                yield from ((witness, m) for m in found if m.is_day and not m.rule.startswith("numeric"))


def _issued(witnesses: Sequence[Witness], lexicon: Lexicon) -> int:
    """Return the year of the one line that holds nothing but a day, which is that of the days told without a year; 0 without such a line."""
    days = {
        m.start for w in witnesses if w.name in {"line", "issued"} for m in dates.find(w.words, lexicon) if m.is_day
    }
    return int(days.pop()[:4]) if len(days) == 1 else 0


def _year(witnesses: Sequence[Witness], lexicon: Lexicon, top: int | None = None) -> int:
    """Return the one year that the words around a day without a year speak of, 0 if there are several or none.

    Args:
        top: characters at the beginning of the words that count, such as those of "The 2017 forum"; all of them without it.
    """
    told = {fact.value for witness in witnesses for fact in years.find(witness.words[:top], lexicon)}
    return int(told.pop()) if len(told) == 1 else 0


def _has_byline(witness: Witness, mention: DateMention) -> bool:
    before = witness.words[: mention.span.start - witness.offset]
    if witness.sure:
        alone = _is_bare_byline(before)
        return witness.name == "near-title" and (alone or _byline().match(before) is not None)
    return _byline().search(_CLAUSE.split(before[-_BYLINE:])[-1]) is not None


def _is_bare_byline(before: str) -> bool:
    """Tell whether nothing is left of a byline but its first words, where the page hides the author: "By on 9 July 2019"."""
    words = before.lower().split()
    return (
        bool(words) and words[0] in everywhere("kinds", "byline") and set(words[1:]) <= set(everywhere("dates", "gap"))
    )


@lru_cache(maxsize=1)
def _byline() -> re.Pattern[str]:
    return re.compile(rf"{alternation(everywhere('kinds', 'byline'))}\s[A-Z]")


def _is_stamped(witness: Witness, lexicon: Lexicon) -> bool:
    found = dates.find(witness.words, lexicon, witness.offset)
    return any(stamps.is_stamp(witness, mention) for mention in found)


def _may_begin(witness: Witness, mention: TimeMention, lexicon: Lexicon) -> bool:
    """Tell whether an hour without an end can be that of a meeting.

    One to the minute is that of a message; in a sentence that names no meeting, body or day it is that of something else.
    """
    if witness.name in {"line", "issued"} or int(mention.start[3:]) % 5:
        return False
    named = (*types_of(lexicon), *lexicon.phrases("kinds", "meeting_bodies"))
    words = witness.words
    return witness.name != "sentence" or first(words, named) is not None or bool(dates.find(words, lexicon))
