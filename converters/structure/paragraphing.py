"""Numbered paragraphs of official reports: they are counted through all chapters, and are no items of a list."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from forumgraph.converters.structure.outline import PLAIN, outline
from forumgraph.converters.words import sentences
from forumgraph.model import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.structure.outline import Section
    from forumgraph.converters.words.lexicon import Lexicon

_NUMBER = re.compile(r"(\d{1,3})[.)]?")
_LISTED = frozenset({"issues", "recommendations", "messages"})
"""Sections whose items are points each: that these are counted through says nothing."""
_SKIPPED = 2
_TITLE = 10
"""Words of a heading with a number of its own."""
_FEWEST, _SECTIONS = 5, 3
_WORDS = 12
"""Words that numbered paragraphs have on average, at least."""
_SEVERAL = 0.25
"""The share of them that have more than one sentence, at least."""


@dataclass(frozen=True, slots=True)
class _Member:
    number: int
    block: Block
    section: int


def told(blocks: Sequence[Block], lexicon: Lexicon) -> tuple[Block, ...]:
    """Return prepared blocks with the items that are numbered paragraphs as paragraphs, which keep their number as marker.

    Numbered paragraphs are counted on from chapter to chapter, and at least some of them have several sentences.
    """
    numbered = _paragraphs(outline(blocks, lexicon))
    return _headed([numbered.get(block, block) for block in blocks]) if numbered else tuple(blocks)


def _headed(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Make headings of the short numbered lines that stand alone between numbered paragraphs: "2. Early warning"."""
    kinds = [None, *(block.kind for block in blocks), None]
    return tuple(
        replace(block, kind=BlockKind.HEADING, level=PLAIN, list=-1)
        if block.kind is BlockKind.ITEM
        and _NUMBER.fullmatch(block.marker)
        and BlockKind.ITEM not in (kinds[n], kinds[n + 2])
        and len(block.text.split()) <= _TITLE
        and block.text.rstrip()[-1:] not in ".;,:"
        else block
        for n, block in enumerate(blocks)
    )


def _paragraphs(sections: Sequence[Section]) -> dict[Block, Block]:
    run = _run(sections)
    counted = [member for member in run if not _is_listed(sections[member.section])]
    if len(run) < _FEWEST or len({member.section for member in counted}) < _SECTIONS:
        return {}
    words = sum(len(member.block.text.split()) for member in counted)
    several = sum(len(sentences.split(member.block.text)) > 1 for member in counted)
    if words < _WORDS * len(counted) or several < _SEVERAL * len(counted):
        return {}
    return {m.block: replace(m.block, kind=BlockKind.PARAGRAPH, level=0, list=-1) for m in run}


def _run(sections: Sequence[Section]) -> list[_Member]:
    """Return the longest run of items that are counted on, over lists with numbers of their own; in another chapter they may stand deeper."""
    runs: list[list[_Member]] = []
    ended: dict[tuple[int, int], list[_Member]] = {}
    for place, block in ((n, block) for n, section in enumerate(sections) for block in section.body):
        found = _NUMBER.fullmatch(block.marker) if block.kind is BlockKind.ITEM else None
        if found is None:
            continue
        number = int(found[1])
        before = ((block.level, number - skipped) for skipped in range(1, _SKIPPED + 1))
        below = (at for at, members in ended.items() if at[1] == number - 1 and members[-1].section != place)
        run = next((ended.pop(last) for last in chain(before, below) if last in ended), None)
        if run is None:
            runs.append(run := [])
        run.append(_Member(number, block, place))
        ended[block.level, number] = max(run, ended.get((block.level, number), []), key=len)
    return max(runs, key=len, default=[])


def _is_listed(section: Section) -> bool:
    return (section.kind or section.under) in _LISTED
