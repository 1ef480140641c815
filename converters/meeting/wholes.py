"""What the sessions of one meeting have from the whole: the name of the meeting, its day and place, those who made it possible."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from forumgraph.converters.calendar import dates
from forumgraph.converters.forums import categories, parents
from forumgraph.converters.structure import boilerplate
from forumgraph.converters.structure.editions import with_year
from forumgraph.converters.words.phrases import first, trimmed
from forumgraph.model import Fact, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.converters.words.names import Names
    from forumgraph.model import Block, Participation, Session

_MASTHEAD = 8
_FIRST_PART = re.compile(r"[A-ZÀ-Ý0-9][^,;|·•(\n]{5,120}(?=[,;|·•(])")
_TOKEN = re.compile(r"[\w’'-]+")
_INHERITED = ("date", "timezone", "venue", "city", "country", "mode")
_OF_ALL = frozenset({"organizer", "co-organizer", "host", "convener", "partner", "sponsor"})
"""Roles of those who made the whole meeting possible: they are said of each of its sessions."""


def meeting(outer: Sequence[Block], whole: Session, lexicon: Lexicon, names: Names) -> tuple[Fact, ...]:
    """Return what the sessions of a divided document were part of: the meeting itself, and what that was part of.

    Args:
        outer: the blocks that are of no session of their own.
        whole: what they say.
    """
    named: tuple[Fact, ...] = ()
    if whole.title is not None and _is_meeting(whole, lexicon):
        named = (boilerplate.of_meeting(whole.title, lexicon),)
    if whole.title is not None and boilerplate.is_publication(whole.title.value, lexicon):
        named = _of_masthead(outer, whole.title, lexicon)
    elif whole.title is not None and first(whole.title.value, lexicon.phrases("kinds", "daily_title")):
        named = _of_daily(outer, whole.title, names) or named
    return parents.once((*named, *whole.part_of), names)


def handed_down(
    whole: Session, inner: Sequence[Session], around: tuple[Fact, ...], lexicon: Lexicon
) -> tuple[Session, ...]:
    """Return the sessions with what they lack themselves and the whole says.

    Those whose headings are only days are all called as the whole is ("Weekly call of the port group"), which is then no larger meeting.

    Args:
        around: what they were part of.
    """
    inherited = {name: getattr(whole, name) for name in _INHERITED if name != "date" or whole.end_date is None}
    common = categories.of_plural(whole.title, lexicon) if whole.title else None
    stands = bool(whole.issues or whole.recommendations)
    made = () if stands else tuple(p for p in whole.participations if p.role in _OF_ALL)
    return tuple(
        replace(
            session,
            **{name: fact for name, fact in inherited.items() if _lacks(session, name)},
            title=session.title or whole.title,
            type=session.type or common or (whole.type if session.title is None else None),
            part_of=around if session.title is not None else whole.part_of,
            participations=(*session.participations, *(p for p in made if _is_new(p, session))),
        )
        for session in inner
    )


def _is_meeting(whole: Session, lexicon: Lexicon) -> bool:
    """Tell whether the title of a whole names the one meeting that its sessions were part of, and not several."""
    if whole.title is None or categories.of_plural(whole.title, lexicon) is not None:
        return False
    words = set(whole.title.value.lower().split())
    return whole.type is not None or not words.isdisjoint(lexicon.phrases("parents", "words"))


def _is_new(made: Participation, session: Session) -> bool:
    return all(made.actor.name != p.actor.name for p in session.participations)


def _lacks(session: Session, name: str) -> bool:
    """Tell whether a session is without a field; a day has no end, and a room no other city, that another line gave."""
    if name in {"city", "country"}:
        return session.city is None and session.country is None
    return getattr(session, name) is None


def _of_masthead(blocks: Sequence[Block], title: Fact, lexicon: Lexicon) -> tuple[Fact, ...]:
    """Return the meeting that a line below the name of a bulletin gives with its date: "*Second session of the Assembly*, Nairobi, 5-9 June"."""
    for block in blocks[:_MASTHEAD]:
        dated = dates.find(block.text, lexicon)
        name = _FIRST_PART.match(block.text)
        if name is None or not dated or dated[0].span.start < name.end() or block.span.overlaps(title.span):
            continue
        inside = trimmed(block.text, 0, name.end(), marks=" *#.:")
        words = {word.lower() for word in _TOKEN.findall(inside.of(block.text))}
        if len(words) > 1 and not words.isdisjoint(lexicon.phrases("parents", "words")):
            span = Span(block.span.start + inside.start, block.span.start + inside.end)
            return (Fact(inside.of(block.text), span, "part-of/masthead"),)
    return ()


def _of_daily(blocks: Sequence[Block], title: Fact, names: Names) -> tuple[Fact, ...]:
    """Return the forum that the title of a report of one day names, by the fullest of its names in the first lines: "HLPF 2019 highlights"."""
    told: list[tuple[str, Fact]] = []
    for block in blocks[:_MASTHEAD]:
        for mention in names.find(block.text, block.span.start):
            if mention.kind == "forum":
                span = with_year(block.text, mention.span, block.span.start)
                told.append(
                    (mention.key, Fact(parents.words_of(block.text, span, block.span.start), span, "part-of/daily"))
                )
    titled = [m.key for m in names.find(title.value) if m.kind == "forum"]
    wanted = titled[0] if titled else next((key for key, _ in told), "")
    return parents.once((fact for key, fact in told if key == wanted), names)
