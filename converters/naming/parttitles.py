"""The title of one of several sessions of a document: its heading as it is, without the hours in it."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from forumgraph.converters.calendar import dates
from forumgraph.converters.naming.titles import Titled
from forumgraph.converters.structure import boilerplate, daylines
from forumgraph.converters.words import labels
from forumgraph.converters.words.headings import kind_of
from forumgraph.model import Block, BlockKind, Fact, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.converters.words.names import Names

_NUMBER = 3
"""Words of a heading that only counts a session: "Side event 2"."""
_NEAR = 4
"""Blocks below such a heading in which a label may give the title."""


def of_part(text: str, blocks: Sequence[Block], lexicon: Lexicon, names: Names) -> Titled:
    """Take the heading as it is; "Session 2" alone goes on in a heading of its make below it, or in a line labelled as title. A day is no title.

    Args:
        text: of the whole document.
        blocks: of the session, its heading first.
    """
    run = [blocks[0]]
    if daylines.is_day(blocks[0].text, lexicon):
        return Titled(None, tuple(run))
    below = blocks[1] if len(blocks) > 1 else None
    bare = len(blocks[0].text.split()) <= _NUMBER and not dates.find(blocks[0].text, lexicon)
    if below is not None and bare and (below.kind, below.level) == (BlockKind.HEADING, blocks[0].level):
        run += [below] if not kind_of(below.text, lexicon) else []
    elif bare and (named := labels.values(labels.find(_lines_below(blocks), lexicon), "title")):
        return Titled(Fact(" ".join(named[0].words.split()), named[0].value, "title/label"), (run[0], named[0].block))
    whole = Span(run[0].span.start, run[-1].span.end)
    span = boilerplate.trim(text, whole, lexicon, names, numbered=True)
    span = span if span.start < span.end else whole
    words = boilerplate.without_hours(" ".join(span.of(text).split()), lexicon)
    return Titled(Fact(words, span, "title/session"), tuple(run))


def _lines_below(blocks: Sequence[Block]) -> list[Block]:
    return list(takewhile(lambda block: block.kind is not BlockKind.HEADING, blocks[1 : 1 + _NEAR]))
