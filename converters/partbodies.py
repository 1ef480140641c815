"""What stands below the headings of sessions: without words of its own, a heading is a line of an agenda or of contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.model import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

_SENTENCE, _SOME = 6, 4
"""Words of a block that says something, and of an item that does beside others."""


def with_text(blocks: Sequence[Block], starts: Sequence[int]) -> list[int]:
    """Return the starts that have running text or a list before the next one; a table of contents has not."""
    stops = [*starts[1:], len(blocks)]
    return [start for start, stop in zip(starts, stops, strict=False) if _has_text(blocks[start + 1 : stop])]


def says_something(block: Block) -> bool:
    """Tell whether a block has as many words as a sentence."""
    return block.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM} and len(block.text.split()) >= _SENTENCE


def _has_text(body: Sequence[Block]) -> bool:
    """Tell whether one block has a sentence, or several items have some words."""
    listed = sum(block.kind is BlockKind.ITEM and len(block.text.split()) >= _SOME for block in body)
    return listed > 1 or any(says_something(block) for block in body)
