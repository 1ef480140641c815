"""What stands around the account of a meeting in its report: lines of the page, tables of contents, annexes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.converters.structure import annexes, contents, furniture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.model import Block, Span


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The blocks of the account, and why the others are none of it."""

    account: tuple[Block, ...]
    reasons: tuple[tuple[Span, str], ...]


def part(blocks: Sequence[Block], lexicon: Lexicon) -> Surroundings:
    """Part the account from what stands around it."""
    left = {block.span: "boilerplate" for block in furniture.around(blocks, lexicon)}
    left |= {block.span: "contents" for block in contents.table(blocks)}
    left |= {block.span: "annex" for block in annexes.of(blocks, lexicon)}
    return Surroundings(tuple(block for block in blocks if block.span not in left), tuple(left.items()))
