"""Lines of hours that stand above the headings of sessions, as in the rows of a table: they are of the session below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.converters.calendar import dates, times
from forumgraph.model import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.words.lexicon import Lexicon

_ZONE = 4
"""Letters beside the hours, at most: those of a zone."""


def below(blocks: Sequence[Block], starts: Sequence[int], lexicon: Lexicon) -> tuple[tuple[Block, ...], list[int]]:
    """Return the blocks with each line of hours below the heading it stood above, and where the sessions then begin.

    Only where all sessions have such a line; a single one may be the end of what stands before it.
    """
    if not all(start > 0 and _gives_hours(blocks[start - 1], lexicon) for start in starts):
        return tuple(blocks), list(starts)
    moved = list(blocks)
    for start in starts:
        moved[start - 1 : start + 1] = [blocks[start], blocks[start - 1]]
    return tuple(moved), [start - 1 for start in starts]


def _gives_hours(block: Block, lexicon: Lexicon) -> bool:
    """Tell whether a block is nothing but days and hours, hours among them."""
    hours = [m.span for m in times.find(block.text, lexicon)] if block.kind is BlockKind.PARAGRAPH else []
    told = hours + [m.span for m in dates.find(block.text, lexicon)]
    covered = {at for span in told for at in range(span.start, span.end)}
    rest = sum(c.isalpha() for at, c in enumerate(block.text) if at not in covered)
    return bool(hours) and rest <= _ZONE
