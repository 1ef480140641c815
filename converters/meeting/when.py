"""When a session was: date, end, times of day and zone, from the most to the least trusted place that tells it."""

from __future__ import annotations

import re
from dataclasses import dataclass
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
_CODES = {"impossible": "REP004", "ambiguous": "REP006", "weekday": "REP005", "relative": "REP014", "order": "REP004"}
_SAYS = {
    "impossible": "there is no such date",
    "ambiguous": "day and month cannot be told apart",
    "weekday": "the weekday does not fit the date",
    "relative": "the date is told relative to a day that the document does not give",
    "order": "the end of the dates comes before their beginning",
}
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
    findings: list[Finding] = []
    year = _year(witnesses, lexicon) or year or _issued(witnesses, lexicon)
    told = [
        (witness, mention) for witness in witnesses for mention in dates.find(witness.words, lexicon, witness.offset)
    ]
    if not any(mention.start for _, mention in told):
        told += list(_foreign(witnesses, lexicon))
    published = published or stamps.publication(told)
    told = [
        (w, _dated(w, mention, _year([w], lexicon, _OPENING) or year, published, findings=findings, place=place))
        for w, mention in told
    ]
    issued = [pair for pair in told if stamps.is_dateline(*pair)]
    told = [pair for pair in told if _is_of_meeting(*pair, published, findings, place)]
    if issue := "" if published else stamps.issue_line(told, witnesses, lexicon):
        published, told = issue, []
    told = told or list(_resolved(witnesses, published, lexicon, findings, place))
    told += [pair for pair in issued if not told and stamps.says_took_place(*pair, lexicon)]
    told = stamps.without_issue(stamps.without_origins(told), lexicon)
    chosen = _chosen(told)
    chosen = chosen and covers.own_day(witnesses, told, _whole(told, *chosen), lexicon)
    chosen = chosen and covers.told_day(witnesses, told, chosen, lexicon)
    start, end, zone, odd = _clock(witnesses, chosen[0] if chosen else None, lexicon, place)
    if chosen is None:
        return When(None, None, start, end, zone, (*findings, *odd))
    witness, mention = chosen
    findings += _contradictions(told, witness, mention, place)
    rule = f"date/{witness.name}"
    last = Fact(mention.end, mention.span, rule) if mention.end and mention.end != mention.start else None
    return When(Fact(mention.start, mention.span, rule), last, start, end, zone, (*findings, *odd))


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


def _is_of_meeting(
    witness: Witness, mention: DateMention, published: str, findings: list[Finding], place: Callable[[Span], Place]
) -> bool:
    if (
        mention.rule in _OTHERS
        or witness.name == "issued"
        or _has_byline(witness, mention)
        or stamps.is_dateline(witness, mention)
        or stamps.is_stamp(witness, mention)
        or (published == mention.start != "" and not witness.sure)
    ):
        findings.append(
            finding(
                "REP013", f"{mention.start or 'a date'} is not taken for the date of the meeting", place(mention.span)
            )
        )
        return False
    if mention.problem in _CODES and mention.problem != "relative":
        findings.append(finding(_CODES[mention.problem], _SAYS[mention.problem], place(mention.span)))
    return mention.problem in _USED and len(mention.start) > 4 and not mention.start.startswith("--")


def _resolved(
    witnesses: Sequence[Witness],
    published: str,
    lexicon: Lexicon,
    findings: list[Finding],
    place: Callable[[Span], Place],
) -> Iterator[tuple[Witness, DateMention]]:
    """Go through relative dates that the day of publication makes exact; each is reported, as are those that stay unknown."""
    for witness in witnesses:
        for mention in dates.find(witness.words, lexicon, witness.offset):
            if mention.problem != "relative" or not witness.sure:
                continue
            exact = dates.resolve(mention, published)
            said = f"resolved to {exact.start} by the day of publication" if exact.start else _SAYS["relative"]
            findings.append(finding("REP014", said, place(mention.span)))
            if exact.is_day:
                yield witness, exact


def _dated(
    witness: Witness,
    mention: DateMention,
    year: int,
    published: str,
    *,
    findings: list[Finding],
    place: Callable[[Span], Place],
) -> DateMention:
    """Give a day without a year the year of the meeting, or the last one in which it was over by the day of publication; this is reported."""
    if not mention.start.startswith("--") or not (year or (published and witness.sure)):
        return mention
    exact = dates.with_year(mention, year or int(published[:4]))
    late = published != "" and exact.start > published and published[:4] == exact.start[:4]
    exact = dates.with_year(mention, int(published[:4]) - 1) if late else exact
    if exact.start and (late or not year):
        said = f"resolved to {exact.start} by the day of publication"
        findings.append(finding("REP014", said, place(mention.span)))
    return exact


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


def _chosen(told: Sequence[tuple[Witness, DateMention]]) -> tuple[Witness, DateMention] | None:
    """Return the first full date; a month or year only if there is no day anywhere."""
    return next((pair for pair in told if pair[1].is_day), told[0] if told else None)


def _whole(
    told: Sequence[tuple[Witness, DateMention]], witness: Witness, mention: DateMention
) -> tuple[Witness, DateMention]:
    """Return all days of a meeting where a sentence gives the first or last of them: "opened on 10 March", "closed on the 12th"."""
    if mention.end or not (witness.name == "sentence" or witness.words.rstrip().endswith(".")):
        return witness, mention
    ranges = (
        pair
        for pair in told
        if pair[1].end and mention.start in {pair[1].start, pair[1].end} and pair[0].name != "page-header"
    )
    return next(ranges, (witness, mention))


def _contradictions(
    told: Sequence[tuple[Witness, DateMention]], witness: Witness, mention: DateMention, place: Callable[[Span], Place]
) -> Iterator[Finding]:
    for other, said in told:
        if other is witness or not other.sure or not said.is_day or not mention.is_day:
            continue
        if other.name == "sentence" and abs(stamps.days_between(said.start, mention.start)) > _NEAR:
            continue
        if not mention.start <= said.start <= mention.last and said.start != mention.start:
            yield finding(
                "REP005", f"the meeting is dated {mention.start} elsewhere, and {said.start} here", place(said.span)
            )
            return


def _clock(
    witnesses: Sequence[Witness], dated: Witness | None, lexicon: Lexicon, place: Callable[[Span], Place]
) -> tuple[Fact | None, Fact | None, Fact | None, list[Finding]]:
    """Return start, end and zone: from the words that give the date, else from the most trusted that give a time."""
    ordered = sorted(witnesses, key=lambda w: w is not dated) if dated is not None else list(witnesses)
    stamped = {w for w in witnesses if any(stamps.is_stamp(w, m) for m in dates.find(w.words, lexicon, w.offset))}
    found = [
        (w, t)
        for w in ordered
        for t in times.find(w.words, lexicon, w.offset)
        if (t.end or w.name not in {"line", "issued"})
        and t.rule != "other-zone"
        and _is_round(t)
        and w not in stamped
        and (t.end or w.name != "sentence" or _is_of_a_meeting(w, lexicon))
    ]
    if not found:
        return None, None, None, []
    witness, mention = next((pair for pair in found if pair[1].end), found[0])
    rule = f"time/{witness.name}"
    odd = [finding(*_NOTES[mention.note], place(mention.span))] if mention.note in _NOTES else []
    zone = mention.zone or next((t.zone for _, t in found if t.zone and t.start == mention.start), None)
    return Fact(mention.start, mention.span, rule), _end(mention, rule), zone, odd


def _is_of_a_meeting(witness: Witness, lexicon: Lexicon) -> bool:
    """Tell whether a sentence that gives an hour names a meeting, a body or a day: at 9 p.m. other things are opened, too."""
    named = (*types_of(lexicon), *lexicon.phrases("kinds", "meeting_bodies"))
    return first(witness.words, named) is not None or bool(dates.find(witness.words, lexicon))


def _is_round(mention: TimeMention) -> bool:
    """Tell whether a time can be that of a meeting: a time to the minute, without an end, is that of a message."""
    return bool(mention.end) or int(mention.start[3:]) % 5 == 0


def _end(mention: TimeMention, rule: str) -> Fact | None:
    return Fact(mention.end, mention.span, rule) if mention.end else None
