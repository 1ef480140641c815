"""Tables of contents: lines that name the parts of a text and say on which page they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from forumgraph.converters.words.headings import bare
from forumgraph.converters.words.lexicon import everywhere
from forumgraph.model import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

_PAGE = re.compile(r"\s(?:\d{1,3}|[ivxl]{1,6})$")
_GLUED = re.compile(r"(?<=[^\W\d_])\d{1,3}$|\A\d{1,3}\Z")
"""A page right behind its words, or on a line of its own."""
_LEADERS = " .·…_\t"
_FEWEST_LEADERS = 4
_LONGEST = 40
_FEWEST = 3
"""Lines in a row that end with rising numbers and name later headings are contents without a heading that says so."""
_TEXT = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.ROW})


def table(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the lines of the tables of contents, with the headings above them.

    A line belongs to one if dots lead from its words to a page, or from words that are a line further down, wherever it stands; or if it stands below a heading such as "Contents", or
    among lines like it, and has a page behind its words, or words that are a line further down.
    """
    last = {name: number for number, block in enumerate(blocks) if _is_short(block) and (name := bare(block.text))}
    found = {
        number: block
        for number, block in enumerate(blocks)
        if _is_short(block) and (_is_led(block.text) or last.get(_before_leaders(block.text), 0) > number)
    }
    for number, block in enumerate(blocks):
        if number in found:
            continue
        if bare(block.text) in everywhere("headings.marks", "contents"):
            run = _run(blocks, number + 1, last, found, below=True)
            found |= {number: block} | run if run else {}
        elif number - 1 not in found:
            run = _run(blocks, number, last, found, below=False)
            found |= run if len(run) >= _FEWEST else {}
    return tuple(found[number] for number in sorted(found))


def _run(
    blocks: Sequence[Block], start: int, last: dict[str, int], led: dict[int, Block], *, below: bool
) -> dict[int, Block]:
    """Return the lines from `start` on that are contents."""
    run: dict[int, Block] = {}
    for number in range(start, len(blocks)):
        block = blocks[number]
        if number in led:
            run[number] = block
            continue
        if not _is_short(block) or block.text.rstrip().endswith("."):
            break
        paged = _PAGE.search(block.text) is not None
        glued = _GLUED.sub("", block.text) if block.text[-1:].isdigit() else block.text
        again = last.get(_name(block.text) if paged else bare(glued), 0) > number or (not glued and number - 1 in run)
        if not (again and (paged or below)) and not (paged and below):
            break
        run[number] = block
    return run


def _name(words: str) -> str:
    """Return the words of a line without its number, dots and page, as they are compared."""
    return bare(_PAGE.sub("", words).rstrip(_LEADERS))


def _is_led(words: str) -> bool:
    """Tell whether dots lead from words to a page: "II. Attendance ........ 4"."""
    page = _PAGE.search(words) or re.search(r"(?<=[.…_·])(?:\d{1,3}|[ivxl]{1,6})$", words)
    before = words[: page.start()] if page is not None else ""
    leaders = before[len(before.rstrip(_LEADERS)) :].replace(" ", "")
    return len(leaders) >= _FEWEST_LEADERS or (len(leaders) > 1 and "…" in leaders)


def _before_leaders(words: str) -> str:
    """Return what stands before dots that lead to a page which is lost, empty without dots."""
    before = words.rstrip(_LEADERS)
    return bare(before) if len(words) - len(before) >= _FEWEST_LEADERS else ""


def _is_short(block: Block) -> bool:
    return block.kind in _TEXT and len(block.text.split()) <= _LONGEST
