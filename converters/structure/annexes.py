"""Annexes of a report: programmes, lists, documents, surveys that stand behind what it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.converters.words.headings import POINTS, bare, kind_of
from forumgraph.converters.words.phrases import begins
from forumgraph.model import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.words.lexicon import Lexicon

_LONGEST = 20
_EARLIEST = 0.4
"""The share of the text before which nothing is an annex: a letter has its report as its annex."""
_PEOPLE = frozenset({"participants", "speakers", "organizers"})
_LINES = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH})
_MARKS = " \t.:;–—-*_|()0123456789"
_NUMERALS = frozenset("i ii iii iv v vi vii viii ix x a b c d e f".split())


def of(blocks: Sequence[Block], lexicon: Lexicon) -> tuple[Block, ...]:
    """Return the blocks of the annexes that tell nothing of the meeting.

    An annex begins with a line that says so ("Annex II. Programme") and ends at the next one or with the text. One that has points ("Annex:
    recommendations of the groups") or names people tells of the meeting, and is none of these.
    """
    starts = [n for n, block in enumerate(blocks) if _begins(block, blocks[-1].span.end, lexicon)]
    found: list[Block] = []
    for start, stop in zip(starts, [*starts[1:], len(blocks)], strict=False):
        kind = _kind(blocks, start, stop, lexicon)
        if kind not in POINTS | _PEOPLE:
            found += blocks[start:stop]
    return tuple(found)


def _begins(block: Block, end: int, lexicon: Lexicon) -> bool:
    if block.kind not in _LINES or len(block.text.split()) > _LONGEST or block.text.rstrip()[-1:] in ".;,":
        return False
    early = block.span.start < _EARLIEST * end
    said = begins(block.text.lstrip(_MARKS), lexicon.phrases("headings.marks", "annex")) is not None
    return said and not early and block.text[:1].isupper()


def _kind(blocks: Sequence[Block], start: int, stop: int, lexicon: Lexicon) -> str:
    """Return what an annex is about: by the words after "Annex I.", or by the line below it."""
    words = blocks[start].text.lstrip(_MARKS)
    label = begins(words, lexicon.phrases("headings.marks", "annex"))
    title = words[label.end() :].strip(_MARKS) if label is not None else words
    head, _, rest = title.partition(" ")
    title = rest.strip(_MARKS) if head.strip(_MARKS).lower() in _NUMERALS else title
    if not title and start + 1 < stop:
        title = blocks[start + 1].text
    return kind_of(bare(title), lexicon)
