"""Days of issue: when a text was published or stamped, which is not when its meeting was held."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.calendar import dates, times
from forumgraph.converters.geography import placelines
from forumgraph.converters.naming import asides
from forumgraph.converters.words.lexicon import alternation, everywhere
from forumgraph.converters.words.phrases import begins, first

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.calendar.dates import DateMention
    from forumgraph.converters.structure.witness import Witness
    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.model import Block, Fact

_FULL = 10
"""Characters of a date that gives the day."""
_LEAD = re.compile(r"(?::|(?:\s|\.\s?)[-–—]{1,2})\s")
SYMBOL = re.compile(r"(?:(?=\S{2,60}\d)[A-Z]{1,10}(?:[./][A-Z\d]{1,10}){1,6}\s){1,4}")
"""Symbols of papers, as they stand before their day of issue: "LC/FDS.3/5 E/HLPF/2019/2 3 May 2019"."""
_AFTER_SYMBOL = re.compile(rf"(?<!\S){SYMBOL.pattern}\Z")
_SIGNED = 120
"""Characters before a day in which such symbols stand."""
_BYLINE = 8
"""Words of a line that only names who wrote the text."""
_DASH = re.compile(r"\)?\.?\s?(?:\([^()]{2,30}\)\.?\s?)?(?:[-–—]{1,2}|/)\s")
_FIRST = 2
_NEWS = 5
"""More words than a place after a dash has."""
_ISSUED = 7
_LATER = 31
"""Days within which news of a meeting are issued, and within which a page that gives its days is."""


def publication(told: Sequence[tuple[Witness, DateMention]]) -> str:
    """Return the day on which the text itself says it was published: "Posted on 9 July 2019", "GENEVA, 9 July 2019 - ..."."""
    days = [
        m.start
        for w, m in told
        if (m.rule == "publication" or w.name == "issued" or is_dateline(w, m) or is_stamp(w, m)) and m.is_day
    ]
    return days[0] if days else ""


def is_dateline(witness: Witness, mention: DateMention) -> bool:
    """Tell whether a date stands between the place and the dash with which news begin, or before a colon: "7 May 2019: Experts met to".

    Several days are none: no text is issued on 25 and 26 May.
    """
    if mention.end:
        return False
    before = witness.words[: mention.span.start - witness.offset]
    after = witness.words[mention.span.end - witness.offset :]
    if not before.strip():
        prose = witness.name == "sentence" or (witness.name == "near-title" and after.rstrip().endswith("."))
        told = prose and _LEAD.match(after) is not None and mention.is_day
        return told and len(after.split()) > _NEWS
    return _dateline().fullmatch(before) is not None and _DASH.match(after) is not None and len(after.split()) > _NEWS


def dates_meeting(witness: Witness, mention: DateMention, published: str, lexicon: Lexicon) -> bool:
    """Tell whether the day of a dateline is that of the meeting, where no other is told.

    So it is if the sentence after it says that a meeting took place ("12 May 2021 - The forum took place online"), or if the page gives a later
    day as that on which it was published.
    """
    after = witness.words[mention.span.end - witness.offset :]
    if mention.problem or dates.find(after, lexicon):
        return False
    return _is_soon_after(published, mention.start) or first(after, lexicon.phrases("kinds", "took_place")) is not None


def without_origins(told: list[tuple[Witness, DateMention]]) -> list[tuple[Witness, DateMention]]:
    """Leave out the days of bodies and papers ("created on 3 May 2012", "approved by the board on 27 January") where another day is told."""
    others = [pair for pair in told if pair[1].rule != "origin"]
    return others if any(mention.is_day for _, mention in others) else told


def without_issue(told: list[tuple[Witness, DateMention]], lexicon: Lexicon) -> list[tuple[Witness, DateMention]]:
    """Leave out the day of issue above a text ("Lima, 20 March 2024 | 3 min read") that tells of a meeting some days before: "met on 19 March"."""
    held = next((mention.last for witness, mention in told if witness.name == "sentence" and mention.is_day), "")
    return [
        pair for pair in told if not (_is_soon_after(pair[1].start, held, _LATER) and _may_be_issue(*pair, lexicon))
    ]


def issue_line(told: Sequence[tuple[Witness, DateMention]], witnesses: Sequence[Witness], lexicon: Lexicon) -> str:
    """Return the day of the one line of place and day above news of another day: "New York, 18 July 2018" above "the forum, held on Monday"."""
    kinds = lexicon.phrases("kinds", "report_title")
    reported = any(witness.name == "title" and first(witness.words, kinds) for witness in witnesses)
    if reported or len({mention.start for _, mention in told}) != 1 or not _is_line_of_issue(*told[0], lexicon):
        return ""
    day = told[0][1].start
    said = [witness for witness in witnesses if witness.name == "sentence" and witness.sure][:_FIRST]
    other = (dates.resolve(m, day).start for witness in said for m in dates.find(witness.words, lexicon))
    return day if any(_is_soon_after(day, before) for before in other) else ""


def issued_last(witnesses: Sequence[Witness], last: Fact | None, lexicon: Lexicon) -> tuple[Witness, ...]:
    """Trust a line of place and day least where its day is one soon after the meeting: it is where the text was issued.

    Args:
        last: the last day of the meeting, if it is known.
    """

    def is_issued(witness: Witness) -> bool:
        told = dates.find(witness.words, lexicon, witness.offset)
        soon = (m for m in told if last is not None and _is_soon_after(m.start, last.value))
        return any(_is_line_of_issue(witness, mention, lexicon) for mention in soon)

    return tuple(sorted(witnesses, key=is_issued))


def _is_soon_after(day: str, last: str, within: int = _ISSUED) -> bool:
    """Tell whether news of a meeting whose last day is known may be issued on a day."""
    return len(day) == len(last) == _FULL and 0 < days_between(last, day) <= within


def _may_be_issue(witness: Witness, mention: DateMention, lexicon: Lexicon) -> bool:
    """Tell whether a line below the title gives one day, and not from when until when people met."""
    alone = witness.name in {"near-title", "line"} and mention.is_day and not mention.end
    return alone and not any(m.end for m in times.find(witness.words, lexicon))


def _is_line_of_issue(witness: Witness, mention: DateMention, lexicon: Lexicon) -> bool:
    """Tell whether a line gives one day, its place, and no hour."""
    alone = witness.name in {"near-title", "line"} and mention.is_day and not mention.end
    return alone and not times.find(witness.words, lexicon) and _is_day_and_place(witness, mention, lexicon)


def _is_day_and_place(witness: Witness, mention: DateMention, lexicon: Lexicon) -> bool:
    """Tell whether a line holds nothing but a day, a city or country, and words for a kind of paper."""
    start, end = mention.span.start - witness.offset, mention.span.end - witness.offset
    rest = f"{_article().sub('', witness.words[:start])}|{witness.words[end:]}"
    kinds = lexicon.phrases("kinds", "report_title")
    return all(
        part.kind in {"city", "country", "noise"} or first(rest[part.start : part.end], kinds) is not None
        for part in placelines.parts(rest, lexicon)
    )


def is_stamp(witness: Witness, mention: DateMention) -> bool:
    """Tell whether a date has a time to the minute or second after it, or a symbol before it, as papers and pages are stamped: "15 March 2018 at 9:12AM"."""
    at = mention.span.start - witness.offset
    signed = not mention.end and _AFTER_SYMBOL.search(witness.words, max(0, at - _SIGNED), at) is not None
    filed = not mention.end and witness.name == "near-title" and asides.is_filed(witness.words)
    if signed or filed or mention.rule == "publication":
        return True
    after = _stamp().match(witness.words, mention.span.end - witness.offset)
    return after is not None and (int(after[1]) % 5 > 0 or after[2] is not None)


@lru_cache(maxsize=1)
def _article() -> re.Pattern[str]:
    """Return the article before a day: "Dakar, *le* 3 mai 2019"."""
    return re.compile(rf"(?<!\w){alternation(everywhere('dates', 'article'))}\s\Z")


@lru_cache(maxsize=1)
def _dateline() -> re.Pattern[str]:
    """Return what stands before the day with which news begin: "GENEVA, ", "Dakar, le ", "New York, NY ("."""
    article = alternation(everywhere("dates", "article"))
    return re.compile(rf"[A-ZÀ-Ý][\w.'’ -]{{1,40}}(?:,\s[A-ZÀ-Ý][\w.'’ -]{{1,30}})?(?:,\s?(?:{article}\s)?|\s?\()")


@lru_cache(maxsize=1)
def _stamp() -> re.Pattern[str]:
    at, until = alternation(everywhere("times", "at")), alternation(everywhere("times", "until"))
    return re.compile(
        rf"(?:T|,?\s{{1,12}}(?:{at}\s|[-–|]\s|[^\W\d_]{{2,8}}:?\s)?)\d{{1,2}}[:.h](\d\d)(:\d\d)?(?!\s?(?:[-–]|{until}))"
    )


def signed(top: Sequence[Block], lexicon: Lexicon) -> frozenset[int]:
    """Return where the lines begin whose day is that of issue: they hold the symbol of a paper, or stand beside the name of who wrote the text."""
    by = lexicon.phrases("kinds", "byline")
    names = [i for i, b in enumerate(top) if len(b.text.split()) <= _BYLINE and begins(b.text, by) is not None]
    beside = {top[i].span.start for n in names for i in (n - 1, n + 1) if 0 <= i < len(top)}
    return frozenset(beside.union(b.span.start for b in top if SYMBOL.match(b.text)))


def day_of_issue(labelled: Sequence[Witness], opening: Sequence[Witness], lexicon: Lexicon) -> str:
    """Return the day on which a text says that it was issued, empty if it does not.

    Args:
        labelled: what labels give as the day of a mail, or of publication ("Published: 9 July 2019").
        opening: the first sentences, which may begin with it, also where they tell of no meeting: "GENEVA, 9 July 2019 - Young people want seats".
    """
    said = [(w, m) for w in (*labelled, *opening[:_FIRST]) for m in dates.find(w.words, lexicon, w.offset)]
    return next((m.start for w, m in said if m.is_day and (w in labelled or is_dateline(w, m))), "")


def days_between(first: str, last: str) -> int:
    """Count the days from one full date to another."""
    return (date.fromisoformat(last) - date.fromisoformat(first)).days
