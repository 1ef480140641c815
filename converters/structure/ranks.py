"""Ranks of headings: what several sessions have inside of them cannot stand above them, however it is printed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from forumgraph.converters.words.headings import bare
from forumgraph.model import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence


def raised(blocks: Sequence[Block], starts: Sequence[int]) -> tuple[Block, ...]:
    """Return the blocks with the headings at `starts` at least as high as those that come again below several of them."""
    inside: dict[str, set[int]] = {}
    levels: dict[str, int] = {}
    for number, (start, stop) in enumerate(zip(starts, [*starts[1:], len(blocks)], strict=True)):
        for block in blocks[start + 1 : stop]:
            if block.kind is BlockKind.HEADING:
                name = bare(block.text)
                inside.setdefault(name, set()).add(number)
                levels[name] = min(block.level, levels.get(name, block.level))
    common = [levels[name] for name, where in inside.items() if len(where) > 1]
    highest = min(common, default=0)
    return tuple(
        replace(block, level=highest) if common and at in starts and block.level > highest else block
        for at, block in enumerate(blocks)
    )
