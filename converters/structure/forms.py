"""Reports made of forms, one for each session: tables with rows such as "Session | Boats for all", "Moderator | Ana Reis"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from forumgraph.converters.words import labels
from forumgraph.model import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from forumgraph.converters.words.lexicon import Lexicon

_LEVEL = 6
"""Level of the title of a form: above the headings inside it."""


def entitled(blocks: Iterable[Block], lexicon: Lexicon) -> tuple[Block, ...]:
    """Return the blocks with the titles of several forms as headings; a single form is of the whole meeting."""
    blocks = tuple(blocks)
    rows = [block for block in blocks if block.kind is BlockKind.ROW]
    titles = [label for row in rows for label in labels.find((row,), lexicon) if "title" in label.fields]
    headings = {
        title.block.span: replace(title.block, kind=BlockKind.HEADING, level=_LEVEL, text=title.words, span=title.value)
        for title in titles
    }
    return tuple(headings.get(block.span, block) for block in blocks) if len(headings) > 1 else blocks
