"""Days of issue: when a text was published or stamped, which is not when its meeting was held."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.calendar import dates, times
from forumgraph.converters.geography import placelines
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
_BYLINE = 8
"""Words of a line that only names who wrote the text."""
_DASH = re.compile(r"\)?\.?\s?(?:\([^()]{2,30}\)\.?\s?)?(?:[-–—]{1,2}|/)\s")
_FIRST = 2
_NEWS = 5
"""More words than a place after a dash has."""
_ISSUED = 7
"""Days within which news of a meeting are issued."""


def publication(told: Sequence[tuple[Witness, DateMention]]) -> str:
    """Return the day on which the text itself says it was published: "Posted on 9 July 2019", "GENEVA, 9 July 2019 - ..."."""
    days = [
        m.start
        for w, m in told
        if (m.rule == "publication" or w.name == "issued" or is_dateline(w, m) or is_stamp(w, m)) and len(m.start) == 10
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
        told = prose and _LEAD.match(after) is not None and len(mention.start) == _FULL
        return told and len(after.split()) > _NEWS
    return _dateline().fullmatch(before) is not None and _DASH.match(after) is not None and len(after.split()) > _NEWS


def says_took_place(witness: Witness, mention: DateMention, lexicon: Lexicon) -> bool:
    """Tell whether the sentence after a dateline says that a meeting took place, and no other day: "12 May 2021 - The forum took place online"."""
    after = witness.words[mention.span.end - witness.offset :]
    took_place = first(after, lexicon.phrases("kinds", "took_place")) is not None
    return took_place and not mention.problem and not dates.find(after, lexicon)


def without_origins(told: list[tuple[Witness, DateMention]]) -> list[tuple[Witness, DateMention]]:
    """Leave out the days of bodies and papers ("created on 3 May 2012", "approved by the board on 27 January") where another day is told."""
    others = [pair for pair in told if pair[1].rule != "origin"]
    return others if any(len(mention.start) == _FULL for _, mention in others) else told


def without_issue(told: list[tuple[Witness, DateMention]], lexicon: Lexicon) -> list[tuple[Witness, DateMention]]:
    """Leave out the day of issue above a text ("Lima, 20 March 2024") that tells of a meeting some days before: "met on 19 March"."""
    held = next(((w, m) for w, m in told if w.name == "sentence" and len(m.start) == 10), None)
    if held is None:
        return told
    relative = any(m.problem == "relative" for m in dates.find(held[0].words, lexicon))
    return [
        (witness, mention)
        for witness, mention in told
        if not (
            witness.name in {"near-title", "line"}
            and len(mention.start) == 10
            and not mention.end
            and 0 < day_number(mention.start) - day_number(held[1].end or held[1].start) <= _ISSUED
            and not times.find(witness.words, lexicon)
            and (relative or _is_day_and_place(witness, mention, lexicon))
        )
    ]


def issue_line(told: Sequence[tuple[Witness, DateMention]], witnesses: Sequence[Witness], lexicon: Lexicon) -> str:
    """Return the day of the one line of place and day above news of another day: "New York, 18 July 2018" above "the forum, held on Monday"."""
    kinds = lexicon.phrases("kinds", "report_title")
    if len({mention.start for _, mention in told}) != 1 or any(
        w.name == "title" and first(w.words, kinds) for w in witnesses
    ):
        return ""
    witness, mention = told[0]
    alone = witness.name in {"near-title", "line"} and len(mention.start) == _FULL and not mention.end
    if not alone or not _is_day_and_place(witness, mention, lexicon) or times.find(witness.words, lexicon):
        return ""
    said = [each for each in witnesses if each.name == "sentence" and each.sure][:_FIRST]
    other = (dates.resolve(m, mention.start).start for each in said for m in dates.find(each.words, lexicon))
    return (
        mention.start
        if any(len(day) == _FULL and 0 < day_number(mention.start) - day_number(day) <= _ISSUED for day in other)
        else ""
    )


def issued_last(witnesses: Sequence[Witness], last: Fact | None, lexicon: Lexicon) -> tuple[Witness, ...]:
    """Trust a line of place and day least where its day is one soon after the meeting: it is where the text was issued.

    Args:
        last: the last day of the meeting, if it is known.
    """
    if last is None or len(last.value) != _FULL:
        return tuple(witnesses)
    return tuple(sorted(witnesses, key=lambda witness: _is_issued_after(witness, last.value, lexicon)))


def _is_issued_after(witness: Witness, last: str, lexicon: Lexicon) -> bool:
    told = dates.find(witness.words, lexicon, witness.offset) if witness.name in {"near-title", "line"} else ()
    return (
        len(told) == 1
        and len(told[0].start) == _FULL
        and not told[0].end
        and 0 < day_number(told[0].start) - day_number(last) <= _ISSUED
        and _is_day_and_place(witness, told[0], lexicon)
    )


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
    signed = not mention.end and _AFTER_SYMBOL.search(witness.words, 0, mention.span.start - witness.offset) is not None
    if signed or mention.rule == "publication":
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


def of_mail(sent: Witness | None, lexicon: Lexicon) -> str:
    """Return the day on which a mail was sent, empty if it does not say."""
    found = dates.find(sent.words, lexicon) if sent is not None else ()
    return found[0].start if found and len(found[0].start) == _FULL else ""


def of_labels(published: Sequence[Witness], lexicon: Lexicon) -> str:
    """Return the day that a label gives as that of publication ("Published: 9 July 2019"), empty if none does."""
    found = (mention.start for witness in published for mention in dates.find(witness.words, lexicon))
    return next((start for start in found if len(start) == _FULL), "")


def of_dateline(opening: Sequence[Witness], lexicon: Lexicon) -> str:
    """Return the day with which the first sentences begin ("GENEVA, 9 July 2019 - Young people want seats"), also where they tell of no meeting."""
    found = (m.start for w in opening[:_FIRST] for m in dates.find(w.words, lexicon, w.offset) if is_dateline(w, m))
    return next((start for start in found if len(start) == _FULL), "")


def day_number(iso: str) -> int:
    """Return the ordinal of a full date."""
    return date.fromisoformat(iso).toordinal()
