"""Pieces in the making: what all formats with paragraphs, lists and tables have in common.

A reader of such a format walks its tree and tells a `Flow` what comes; the flow decides what typed markers, line breaks and tables become.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from forumgraph.converters.readers.assemble import Piece
from forumgraph.converters.readers.lists import Lists, settle
from forumgraph.converters.readers.markers import BULLET, split_marker
from forumgraph.converters.readers.pagemarks import page_words
from forumgraph.converters.readers.runs import Line, joined, rewrapped
from forumgraph.converters.readers.tablecells import heads_points, pieces_of_row
from forumgraph.findings import finding
from forumgraph.model import BlockKind, Finding, Place

if TYPE_CHECKING:
    from collections.abc import Sequence

TITLE = 0
"""Level of the title of a document; where there is one, headings stand one level below it."""
_DEEPEST = 6
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class At:
    """Where a paragraph stands in its format; see `forumgraph.model.Block`."""

    line: int = 0
    handle: str = ""


NOWHERE = At()


@dataclass(slots=True)
class _Row:
    cells: list[list[Piece]]
    at: At


class Flow:
    """Collects pieces in reading order.

    Attributes:
        remarks: how many pieces are not in lists.
        left_out: how often words of each kind were left out on purpose.

    Line breaks: breaks inside a sentence are undone; then every line of a paragraph or heading is a piece of its own. The lines of an
    item, a note and a table cell are one text, but a line with a marker of its own is an item.

    Typed markers: a paragraph or line that begins with one is an item, unless all of it is bold, when it may be a heading.

    Tables: a row is one piece, its cells separated by ` | `. A row with one cell, and a row that has a heading, a list (of more than one number)
    or another table in a cell, is layout: its cells are read one after the other.
    """

    def __init__(self) -> None:
        self.remarks = 0
        self.left_out = Counter[str]()
        self._numbers = itertools.count()
        self._typed_lists = Lists()
        self._typed_numbers: dict[int, int] = {}
        self._open: list[list[Piece]] = [[]]
        self._rows: list[_Row] = []
        self._columns = 0

    @property
    def pieces(self) -> list[Piece]:
        """What has come so far, outside of rows that are not ended."""
        found = self._open[0]
        if any(_is_title(piece) for piece in found):
            found = [
                replace(piece, level=min(piece.level + 1, _DEEPEST)) if piece.kind is BlockKind.HEADING else piece
                for piece in found
            ]
        return list(settle(found))

    def findings(self, name: str) -> tuple[Finding, ...]:
        """Return a `DOC009` finding for each kind of words that was left out of the document `name`."""
        return tuple(
            finding("DOC009", f"{what} were left out in {count} {'place' if count == 1 else 'places'}", Place(name))
            for what, count in sorted(self.left_out.items())
            if count
        )

    def new_list(self) -> int:
        """Return the number of a new list."""
        return next(self._numbers)

    def heading(self, lines: Sequence[Line], level: int, at: At = NOWHERE, number: str = "") -> None:
        """Add a heading of level 1 (highest) and down, or a `TITLE`; deeper than 6 counts as 6. A `number` goes before its words."""
        if lines and number.strip(BULLET):
            lines = [lines[0].after(number), *lines[1:]]
        for line in rewrapped(lines):
            self._add(BlockKind.HEADING, line, at, level=min(level, _DEEPEST))

    def paragraph(self, lines: Sequence[Line], at: At = NOWHERE, *, level: int = 0, indent: float = 0) -> None:
        """Add a paragraph, whose lines may be items with typed markers.

        Args:
            lines: of the paragraph.
            at: where it stands.
            level: of the item it stands in plus one; 0 outside of items.
            indent: from the margin, in points.
        """
        for line in rewrapped(lines):
            marker, rest = split_marker(line.text)
            if not marker or not rest.strip() or (marker != BULLET and line.all_bold):
                self._add(BlockKind.PARAGRAPH, line, at)
            else:
                self.typed(marker, line.without(len(line.text) - len(rest)), at, level=level, indent=indent)

    def typed(self, marker: str, line: Line, at: At = NOWHERE, *, level: int = 0, indent: float = 0) -> None:
        """Add an item of which the format knows nothing but the marker; see `paragraph`."""
        depth, number = self._typed_lists.place(marker, indent)
        if number not in self._typed_numbers:
            self._typed_numbers[number] = self.new_list()
        self._add(BlockKind.ITEM, line, at, level=level + depth, marker=marker, list=self._typed_numbers[number])

    def item(self, lines: Sequence[Line], marker: str, number: int, level: int, at: At = NOWHERE) -> None:
        """Add an item of the list `number`; a number typed behind a bullet is its true marker."""
        if marker == BULLET and lines and (typed := split_marker(lines[0].text))[0] and typed[1].strip():
            marker = typed[0]
            lines = [lines[0].without(len(lines[0].text) - len(typed[1])), *lines[1:]]
        own = [n for n, line in enumerate(lines) if n and split_marker(line.text)[0]]
        whole = lines[: own[0]] if own else lines
        self._add(BlockKind.ITEM, joined(whole), at, level=level, marker=marker, list=number)
        if own:
            self.paragraph(lines[own[0] :], at, level=level + 1)

    def continued(self, lines: Sequence[Line], number: int, level: int, at: At = NOWHERE) -> None:
        """Add a further paragraph of an item: a paragraph that carries the number of the list."""
        for line in rewrapped(lines):
            if split_marker(line.text)[0]:
                self.paragraph([line], at, level=level + 1)
            else:
                self._add(BlockKind.PARAGRAPH, line, at, level=level, list=number)

    def note(self, lines: Sequence[Line], at: At = NOWHERE) -> None:
        """Add a footnote or endnote."""
        self._add(BlockKind.NOTE, joined(lines), at)

    def page_header(self, lines: Sequence[Line], at: At = NOWHERE) -> None:
        """Add the lines of a running head or foot; what tabs set apart is apart."""
        for text in (part for line in lines for part in line.text.split("\t")):
            if not set(_WORD.findall(text.casefold())) <= page_words():
                self._add(BlockKind.PAGE_HEADER, Line(text), at)

    def begin_row(self, at: At = NOWHERE) -> None:
        """Begin a table row; rows nest."""
        self._rows.append(_Row([], at))

    def begin_cell(self) -> None:
        """Begin a cell of the row that was begun last."""
        self._open.append([])

    def end_cell(self) -> None:
        """End the cell that was begun last."""
        cell = self._open.pop()
        self._rows[-1].cells.append(cell)

    def end_row(self) -> None:
        """End the row that was begun last, and add what it is."""
        row = self._rows.pop()
        pieces = pieces_of_row(row.cells, headed=len(row.cells) == self._columns)
        self._columns = self._columns or heads_points(pieces)
        if [piece.kind for piece in pieces] == [BlockKind.ROW]:
            self._add(BlockKind.ROW, Line(pieces[0].text, pieces[0].bold), row.at)
        else:
            self._open[-1] += pieces

    def _add(self, kind: BlockKind, line: Line, at: At, *, level: int = 0, marker: str = "", list: int = -1) -> None:  # noqa: A002 - as in Piece
        if not line.text.strip():
            return
        if kind is not BlockKind.ROW and not self._rows:
            self._columns = 0
        if kind is not BlockKind.ITEM and list < 0:
            self.remarks += 1
            self._typed_lists.interrupt()
        self._open[-1].append(Piece(kind, line.text, level, marker, list, line.bold, 0, at.line, at.handle))


def _is_title(piece: Piece) -> bool:
    return piece.kind is BlockKind.HEADING and piece.level == TITLE
