"""From the lines of PDF pages to pieces: headings, paragraphs, items and table rows, joined over columns and pages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, cast

from forumgraph.converters.readers.assemble import Piece
from forumgraph.converters.readers.columns import Line, leading, sizes
from forumgraph.converters.readers.gridrows import rows_of
from forumgraph.converters.readers.hyphens import Hyphens, splits_word
from forumgraph.converters.readers.lists import Lists, settle
from forumgraph.converters.readers.markers import BULLET, split_marker
from forumgraph.converters.readers.ruledtables import Table, continued
from forumgraph.converters.readers.tablecells import heads_points, pieces_of_row
from forumgraph.converters.readers.textlines import TextLine
from forumgraph.converters.readers.wrapping import terminated
from forumgraph.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LARGER = 1.1
"""From this many times the size of the body, a line is a heading."""
_TITLE_LETTERS = 8
"""Letters of a bold line that is a heading and not a date or a number, at least; half of them behind a number."""
_SMALLER = 0.9
"""Below this, it is a note."""
_SLIGHTLY_SMALLER = 0.95
_NOTED = re.compile(r"\d{1,3}\s{1,3}[^\W\d_]")
"""How a note begins, and no item."""


def pieces_of(parts: Sequence[Line | Table]) -> Iterator[Piece]:
    """Yield the pieces of a whole document, given its lines and drawn tables in reading order."""
    lines = [line for part in parts for line in (part.lines if isinstance(part, Table) else (part,))]
    if not lines:
        return iter(())
    counted = sizes(lines)
    body = max(counted, key=lambda size: (counted[size], size))
    larger = sorted({round(line.size) for line in lines if line.size >= body * _LARGER}, reverse=True)
    bold = sum(len(line.text) for line in lines if line.all_bold) * 2 > sum(len(line.text) for line in lines)
    builder = _Builder(
        body,
        {size: min(at, 6) for at, size in enumerate(larger, 1)},
        bold,
        Hyphens("\n".join(line.text for line in lines)),
        leading(lines),
    )
    for is_table, group in groupby(parts, key=lambda part: isinstance(part, Table)):
        if is_table:
            for table in continued([cast("Table", part) for part in group]):
                builder.table(table)
            continue
        running = [cast("Line", line) for line in group]
        rows = rows_of(running, builder.hyphens)
        for at, line in enumerate(running):
            builder.take(line, rows.get(at))
    builder.close()
    return settle(builder.pieces)


@dataclass(slots=True)
class _Draft:
    """A block whose last line may still be to come."""

    kind: BlockKind
    first: Line
    text: str
    bold: list[tuple[int, int]]
    marker: str = ""
    words_at: float = 0.0
    hanging: bool = False
    """Whether a further line of an item was indented."""
    last: Line = field(init=False)

    def __post_init__(self) -> None:
        self.last = self.first


@dataclass(slots=True)
class _Builder:
    """Takes lines, gives pieces."""

    body: float
    levels: dict[int, int]
    bold_body: bool
    hyphens: Hyphens
    leading: float
    pieces: list[Piece] = field(default_factory=list)
    draft: _Draft | None = None
    notes: _Draft | None = None
    lists: Lists = field(default_factory=lambda: Lists(tolerance=5.0))
    in_cell: bool = False

    def take(self, line: Line, cells: tuple[str, ...] | None) -> None:
        """Take the next line; `cells` are given when it is a table row, none where it only goes on with the one above."""
        if self._is_note(line):
            self._note(line)
            return
        if cells is not None:
            if not cells:
                return
            self.close()
            self.pieces.append(Piece(BlockKind.ROW, " | ".join(cells), page=line.page))
            self.lists.interrupt()
            return
        marker, rest = split_marker(line.text)
        cut = len(line.text) - len(rest)
        if marker and rest.strip() and self._begins_item(line, marker):
            self.close()
            bold = [(max(a - cut, 0), b - cut) for a, b in line.bold if b > cut]
            self.draft = _Draft(BlockKind.ITEM, line, rest, bold, marker, line.words_at)
        elif self.draft and self._goes_on(self.draft, line):
            self._extend(self.draft, line)
        else:
            self.close()
            self.draft = _Draft(BlockKind.PARAGRAPH, line, line.text, list(line.bold))

    def table(self, table: Table) -> None:
        """Take a drawn table: the lines of a cell are read like those of a page, only that bold ones are no headings."""
        self.close()
        self.in_cell, columns = True, 0
        for row in table.rows:
            cells: list[list[Piece]] = []
            for cell in row:
                before = len(self.pieces)
                for line in cell:
                    self.take(line, None)
                self.close()
                cells.append(self.pieces[before:])
                del self.pieces[before:]
            pieces = pieces_of_row(cells, headed=len(cells) == columns)
            columns = columns or heads_points(pieces)
            self.pieces += pieces
            self.lists.interrupt()
        self.in_cell = False

    def close(self) -> None:
        """End the block at hand, and put the notes of its page after it."""
        for draft in filter(None, (self.draft, self.notes)):
            self._put(draft)
        self.draft = self.notes = None

    def _put(self, draft: _Draft) -> None:
        page, bold = draft.first.page, tuple(draft.bold)
        level = self._heading(draft)
        if level:
            self.lists.interrupt()
            numbered = draft.marker and draft.marker != BULLET
            shift = len(draft.marker) + 1 if numbered else 0
            text = f"{draft.marker} {draft.text}" if numbered else draft.text
            self.pieces.append(
                Piece(BlockKind.HEADING, text, level, bold=tuple((a + shift, b + shift) for a, b in bold), page=page)
            )
        elif draft.kind is BlockKind.ITEM:
            level, number = self.lists.place(draft.marker, draft.first.x0 - draft.first.left)
            self.pieces.append(Piece(BlockKind.ITEM, draft.text, level, draft.marker, number, bold, page))
        else:
            if draft.kind is not BlockKind.NOTE:
                self.lists.interrupt()
            self.pieces.append(Piece(draft.kind, draft.text, bold=bold, page=page))

    def _heading(self, draft: _Draft) -> int:
        """Return the level of a heading; 0 for anything else. What is bold at the size of the body ranks below what is larger."""
        text = draft.text.strip()
        if draft.kind is BlockKind.NOTE or len(text) > 250 or not any(map(str.isalpha, text)):
            return 0
        if draft.first.size >= self.body * _LARGER:
            return self.levels[round(draft.first.size)]
        whole = sum(b - a for a, b in draft.bold) >= len(text.replace(" ", ""))
        label = TextLine(text, 0).is_field and not text.endswith(":")
        if (
            self.bold_body
            or self.in_cell
            or not whole
            or label
            or (len(text) > 120 or text[-1] in ".;,")
            or sum(c.isalpha() for c in text) < (_TITLE_LETTERS // 2 if draft.marker else _TITLE_LETTERS)
        ):
            return 0
        return min(len(self.levels) + 1, 6) if draft.marker != BULLET else 0

    def _is_note(self, line: Line) -> bool:
        """Tell whether a line is a footnote: smaller than the body, and a number or star before it, or a line of one above it."""
        if line.cells[0].noted:
            return True
        if line.size > self.body * _SMALLER:
            return self._goes_on_note(line) or (
                line.size <= self.body * _SLIGHTLY_SMALLER and _NOTED.match(line.text) is not None
            )
        begins = line.text[:1].isdigit() or line.text[:1] in "*†"
        return begins or (
            self.notes is not None and self.notes.last.page == line.page and self.notes.last.y - line.y < line.size * 2
        )

    def _goes_on_note(self, line: Line) -> bool:
        """Tell whether a line as large as the body goes on with a footnote that is as large."""
        above = self.notes.last if self.notes is not None else None
        return (
            above is not None
            and above.column == line.column
            and abs(above.size - line.size) < 0.6
            and 0 < above.y - line.y < line.size * self.leading * 1.22
        )

    def _note(self, line: Line) -> None:
        """Keep a note beside the block at hand, which may go on over the page."""
        begins = line.text[:1].isdigit() or line.text[:1] in "*†"
        if self.notes is not None and not begins:
            self._extend(self.notes, line)
            return
        if self.notes is not None:
            self._put(self.notes)
        self.notes = _Draft(BlockKind.NOTE, line, line.text.lstrip("0123456789*† ").strip() or line.text, [])

    def _extend(self, draft: _Draft, line: Line) -> None:
        joined = self.hyphens.join(draft.text, line.text)
        shift = len(joined) - len(line.text)
        draft.bold += [(a + shift, b + shift) for a, b in line.bold]
        draft.text, draft.last = joined, line
        if draft.kind is BlockKind.ITEM and line.x0 > draft.first.x0 + 2 and line.column == draft.first.column:
            draft.hanging = True
            draft.words_at = line.x0

    def _begins_item(self, line: Line, marker: str) -> bool:
        """Tell an item from a sentence whose next line happens to begin with `16.` or a dash."""
        draft = self.draft
        if (
            draft is None
            or not self._runs_on(draft.last, line)
            or self._is_far(draft.last, line)
            or not _alike(draft.last, line)
        ):
            return True
        if marker == BULLET and line.text.lstrip()[0] not in "-–—*+":
            return True
        if draft.kind is not BlockKind.ITEM:
            return False
        home = abs(line.x0 - draft.first.x0) <= 3 or line.column != draft.first.column
        if marker == BULLET:
            return home and draft.marker == BULLET
        return self._expected(draft, marker) and (home or abs(line.x0 - draft.words_at) > 3 or marker[0] == "(")

    def _expected(self, draft: _Draft, marker: str) -> bool:
        """Tell whether a number follows the item at hand or a list around it, or begins a list inside it."""
        return self.lists.follows(draft.marker, marker) or marker.strip("(.)") in ("1", "a", "i")

    def _goes_on(self, draft: _Draft, line: Line) -> bool:
        """Tell whether a line without marker belongs to the block at hand."""
        above = draft.last
        if not _alike(above, line) or self._is_far(above, line):
            return False
        if splits_word(above.text, line.text):
            return True
        open_ended = not terminated(above.text) and line.text[:1].islower()
        if above.column != line.column:
            return open_ended or self._runs_on(above, line)
        if draft.kind is BlockKind.ITEM:
            return line.x0 > draft.first.x0 + 2 or (not draft.hanging and self._fills(above, line))
        if line.size >= self.body * _LARGER:
            return True
        return not self._is_apart(draft, line) and (self._fills(above, line) or open_ended)

    def _is_apart(self, draft: _Draft, line: Line) -> bool:
        """Tell whether a label or an indent sets a line of a paragraph off."""
        if TextLine(line.text, 0).is_label and (
            TextLine(draft.first.text, 0).is_label or not self._runs_on(draft.last, line)
        ):
            return True
        return draft.first is not draft.last and line.x0 > draft.last.x0 + line.size * 0.8

    def _is_far(self, above: Line, line: Line) -> bool:
        """Tell whether more than the usual distance parts two lines, or the second is not below the first."""
        step = (above.y - line.y) / max(above.size, line.size)
        return above.column == line.column and not 0 < step <= max(self.leading * 1.22, self.leading + 0.15)

    def _fills(self, above: Line, line: Line) -> bool:
        """Tell whether the first word of a line did not fit on the line above."""
        width = (line.x1 - line.x0) / max(len(line.text), 1) * (len(line.text.split(None, 1)[0]) + 1)
        return above.x1 + width * 1.15 > above.right - 0.5

    def _runs_on(self, above: Line, line: Line) -> bool:
        return not terminated(above.text) and self._fills(above, line)


def _alike(above: Line, line: Line) -> bool:
    """Tell whether two lines are set alike."""
    if abs(above.size - line.size) > 0.6:
        return False
    begins = any(start == 0 for start, _ in line.bold) or line.text[:1].islower()
    return (
        above.all_bold == line.all_bold
        or bool(above.bold and not above.all_bold)
        or (not terminated(above.text) and (begins if above.all_bold else len(line.text) < 25))
    )
