"""The day of a session on a cover page that gives the days of a whole forum above it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from forumgraph.converters.genre.evidence import types_of
from forumgraph.converters.meeting import stamps
from forumgraph.converters.words.phrases import every, first

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.calendar.dates import DateMention
    from forumgraph.converters.structure.witness import Witness
    from forumgraph.converters.words.lexicon import Lexicon

_LINES = frozenset({"title", "near-title", "line"})
_SHORTLY = 7
"""Days before a forum within which meetings that prepare it are."""
_NAMED = 2
"""Words of a name that are enough to know a meeting by."""
_WORD = re.compile(r"\w+")


def own_day(
    witnesses: Sequence[Witness],
    told: Sequence[tuple[Witness, DateMention]],
    chosen: tuple[Witness, DateMention],
    lexicon: Lexicon,
) -> tuple[Witness, DateMention]:
    """Return the one day that lines below give inside of the days of a forum, or shortly before them below the name of a meeting.

    Args:
        witnesses: all lines and sentences.
        told: the days they give.
        chosen: what was taken for the day of the session.
    """
    witness, mention = chosen
    if not mention.end or witness.name not in _LINES or not mention.is_day:
        return witness, mention
    below = [
        pair
        for pair in told
        if pair[0].name in _LINES and pair[0].offset > witness.offset and pair[1].is_day and pair[1].rule != "origin"
    ]
    inside = [pair for pair in below if mention.start <= pair[1].start <= pair[1].last <= mention.end]
    inside = [pair for pair in inside if (pair[1].start, pair[1].end) != (mention.start, mention.end)]
    before = [
        pair
        for pair in below
        if 0 < stamps.days_between(pair[1].last, mention.start) <= _SHORTLY
        and _is_named(witnesses, witness, pair[0], lexicon)
    ]
    for found in (inside, before):
        if len({(each.start, each.end) for _, each in found}) == 1:
            return found[0]
    return witness, mention


def told_day(
    witnesses: Sequence[Witness],
    told: Sequence[tuple[Witness, DateMention]],
    chosen: tuple[Witness, DateMention],
    lexicon: Lexicon,
) -> tuple[Witness, DateMention]:
    """Return the day that a sentence gives for the very meeting of the title, where lines around the title give other days.

    "New York, 11-20 July 2016 / Report of the Forum on Ice" are the days of what the report was made for, if it says "The Forum on Ice was held
    in Bonn on 10 May 2016".

    Args:
        witnesses: all lines and sentences.
        told: the days they give.
        chosen: what was taken for the day of the session.
    """
    witness, mention = chosen
    if witness.name not in _LINES - {"title"} or not mention.is_day:
        return chosen
    title = " ".join(each.words for each in witnesses if each.name == "title")
    for said, day in told:
        full = said.name == "sentence" and day.is_day and day.rule != "origin"
        if full and _is_subject(said.words[: day.span.start - said.offset], title, lexicon):
            apart = day.last < mention.start or day.start > mention.last
            return (said, day) if apart else chosen
    return chosen


def _is_subject(words: str, title: str, lexicon: Lexicon) -> bool:
    """Tell whether words say that the meeting of the title was held, and nothing else: "The Forum on Ice was held", but not "the first Forum"."""
    held = next(every(words, lexicon.phrases("cues", "held_subject")), None)
    subject = words[: held.start()] if held else ""
    named = {word for word in _WORD.findall(subject.lower()) if word not in lexicon.words}
    known = set(_WORD.findall(title.lower()))
    return len(named) >= _NAMED and named <= known and first(subject, types_of(lexicon)) is not None


def _is_named(witnesses: Sequence[Witness], above: Witness, below: Witness, lexicon: Lexicon) -> bool:
    """Tell whether a line between two others, or the lower one, names a kind of meeting or of paper."""
    words = (*types_of(lexicon), *lexicon.phrases("kinds", "report_title"))
    between = [witness for witness in witnesses if above.offset < witness.offset <= below.offset]
    return any(first(witness.words, words) is not None for witness in between)
