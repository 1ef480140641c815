"""Lines that are titles of sessions because labels of day or hour stand below them: "Boats for all", "Date: 3 May", "Time: 10:00"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from forumgraph.converters.calendar import dates, times
from forumgraph.converters.words import labels
from forumgraph.converters.words.headings import kind_of
from forumgraph.model import Block, BlockKind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.words.lexicon import Lexicon

_NAMED = frozenset({"title"})
_WHEN = frozenset({"date", "time"})
_FAR = 60
_FEWEST, _MOST = 2, 20
"""Words of such a line."""


def titles(blocks: Sequence[Block], lexicon: Lexicon) -> frozenset[Span]:
    """Return the spans of such lines; none if there is only one, which may be the title of the whole."""
    found = [
        above for above, below in pairwise(blocks) if _may_be_title(above, lexicon) and _is_labelled(below, lexicon)
    ]
    return frozenset(block.span for block in found) if len(found) > 1 else frozenset()


def _may_be_title(block: Block, lexicon: Lexicon) -> bool:
    words = block.text.split()
    return (
        (block.kind is BlockKind.PARAGRAPH or (block.kind is BlockKind.ITEM and block.marker != "•"))
        and _FEWEST <= len(words) <= _MOST
        and block.text.lstrip("\"“«'")[:1].isupper()
        and block.text.rstrip()[-1] not in ".;,:"
        and not kind_of(block.text, lexicon)
        and all(label.fields == _NAMED for label in labels.find((block,), lexicon))
        and not dates.find(block.text, lexicon)
    )


def _begins_with_hours(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words begin with two hours, or with a day and two hours: "10 July 2018, 13:15-14:30, Room 7"."""
    day = next((m.span.end for m in dates.find(words, lexicon) if m.span.start == 0), 0)
    return any(m.end and m.span.start <= day + 2 for m in times.find(words, lexicon))


def _is_labelled(block: Block, lexicon: Lexicon) -> bool:
    """Tell whether a line begins with a label of day or hour and gives one, or with two hours."""
    if block.kind is not BlockKind.PARAGRAPH or ":" not in block.text[:_FAR]:
        return False
    if block.text[:1].isdigit() and _begins_with_hours(block.text[:_FAR], lexicon):
        return True
    named = labels.find((block,), lexicon)[:1]
    return (
        bool(named)
        and bool(named[0].fields & _WHEN)
        and bool(dates.find(named[0].words, lexicon) or times.find(named[0].words, lexicon))
    )
