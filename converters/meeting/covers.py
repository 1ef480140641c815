"""The day of a session among the days that a paper gives: its cover may give those of a whole forum above it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from forumgraph.converters.forums import larger
from forumgraph.converters.genre.evidence import types_of
from forumgraph.converters.meeting.stamps import days_between
from forumgraph.converters.words.phrases import every, first
from forumgraph.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.calendar.dates import DateMention
    from forumgraph.converters.structure.witness import Witness
    from forumgraph.converters.words.lexicon import Lexicon

    Dated = tuple[Witness, DateMention]

_LINES = frozenset({"title", "near-title", "line"})
_HEADS = _LINES | {"page-header"}
_SHORTLY = 7
"""Days before a forum within which meetings that prepare it are."""
_CLOSING = 60
"""Characters between the first day of a meeting and its last in one sentence."""
_NAMED = 2
"""Words of a name that are enough to know a meeting by."""
_WORD = re.compile(r"\w+")


def chosen(witnesses: Sequence[Witness], told: Sequence[Dated], lexicon: Lexicon) -> Dated | None:
    """Return the day of the session: the first that is told, or one that outweighs it; a month or year only if there is no day anywhere.

    Args:
        witnesses: all lines and sentences, the most trusted first.
        told: the days they give.
    """
    found = next((pair for pair in told if pair[1].is_day), told[0] if told else None)
    if found is None or not found[1].is_day:
        return found
    title = " ".join(witness.words for witness in witnesses if witness.name == "title")
    return _told_day(_own_day(_closed(_whole(found, told), told, lexicon), told, lexicon), told, title, lexicon)


def _whole(found: Dated, told: Sequence[Dated]) -> Dated:
    """Return all days of a meeting where a sentence gives the first or last of them: "opened on 10 March", "closed on the 12th".

    A label gives the day of the session itself, which may be the first of a forum.
    """
    if found[0].name == "label":
        return found
    day = found[1].start
    ranges = (pair for pair in told if pair[1].end and day in {pair[1].start, pair[1].end})
    return found if found[1].end else next(ranges, found)


def _closed(found: Dated, told: Sequence[Dated], lexicon: Lexicon) -> Dated:
    """Return all days of a meeting whose sentence goes on to its last one: "opened on 21 March *and closed on 22 March*"."""
    witness, mention = found
    for other, day in told:
        later = other is witness and day.is_day and not mention.end and day.start > mention.start
        between = witness.words[mention.span.end - witness.offset : day.span.start - witness.offset] if later else ""
        if (
            later
            and len(between) <= _CLOSING
            and days_between(mention.start, day.start) <= _SHORTLY
            and between.lower().rstrip().endswith(lexicon.phrases("dates", "closing"))
        ):
            return witness, replace(mention, end=day.last, span=Span(mention.span.start, day.span.end))
    return found


def _own_day(found: Dated, told: Sequence[Dated], lexicon: Lexicon) -> Dated:
    """Return the one day that lines below give inside of the days of a forum, or shortly before them."""
    witness, mention = found
    if witness.name not in _HEADS or not mention.end:
        return found
    below = [
        (other, day)
        for other, day in told
        if (
            (other.name in _LINES and other.offset > witness.offset)
            or (other is witness and _counts(witness, mention, day, lexicon))
        )
        and day.is_day
        and day.rule != "origin"
        and day.last <= mention.end
        and days_between(day.start, mention.start) <= _SHORTLY
        and (day.start, day.end) != (mention.start, mention.end)
    ]
    return below[0] if len({(day.start, day.end) for _, day in below}) == 1 else found


def _counts(witness: Witness, whole: DateMention, day: DateMention, lexicon: Lexicon) -> bool:
    """Tell whether a line goes on from the days of a forum to a part of it: "Ice Forum, 3-5 May 2022 | *Session 4*, 4 May"."""
    between = witness.words[whole.span.end - witness.offset : day.span.start - witness.offset]
    return first(between, larger.inside(lexicon)) is not None


def _told_day(found: Dated, told: Sequence[Dated], title: str, lexicon: Lexicon) -> Dated:
    """Return the day that a sentence gives for the very meeting of the title, where lines around the title give other days.

    "New York, 11-20 July 2016 / Report of the Forum on Ice" are the days of what the report was made for, if it says "The Forum on Ice was held
    in Bonn on 10 May 2016".
    """
    witness, mention = found
    if witness.name not in _LINES - {"title"}:
        return found
    for said, day in told:
        full = said.name == "sentence" and day.is_day and day.rule != "origin"
        if full and _is_subject(said.words[: day.span.start - said.offset], title, lexicon):
            apart = day.last < mention.start or day.start > mention.last
            return (said, day) if apart else found
    return found


def _is_subject(words: str, title: str, lexicon: Lexicon) -> bool:
    """Tell whether words say that the meeting of the title was held, and nothing else: "The Forum on Ice was held", but not "the first Forum"."""
    held = next(every(words, lexicon.phrases("cues", "held_subject")), None)
    subject = words[: held.start()] if held else ""
    named = {word for word in _WORD.findall(subject.lower()) if word not in lexicon.words}
    known = set(_WORD.findall(title.lower()))
    return len(named) >= _NAMED and named <= known and first(subject, types_of(lexicon)) is not None
