"""Rows of tables on PDF pages: cells that stand under those of a neighbour, over as many lines as they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.converters.readers.markers import split_marker
from forumgraph.converters.readers.wrapping import begins_small

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.readers.columns import Line
    from forumgraph.converters.readers.hyphens import Hyphens

_UNDER = 4.0
"""Points by which the left edges of two cells may differ that stand under each other."""
_STEP = 2.2
"""Font sizes between two lines of one cell, at most."""

_FARTHEST = 5
"""Lines that a cell may have before the next row, so that the two are known for a table."""

Rows = dict[int, tuple[str, ...]]


def rows_of(lines: Sequence[Line], hyphens: Hyphens) -> Rows:
    """Return the cells of the lines that are table rows, by index; no cells for a line that only goes on with the row above.

    A row has several cells, and cells under those of a neighbour. A line goes on with the row above if each of its cells stands under one of
    that row and the first column stays empty, or it begins with a small letter.
    """
    tabular = [_cells(line) for line in lines]
    rows: Rows = {}
    row = -1
    for at, line in enumerate(lines):
        joined = _joined(rows[row], lines[row], lines[at - 1], line, hyphens) if row >= 0 else ()
        if joined:
            rows[row], rows[at] = joined, ()
            continue
        near = [n for n in (at - 1, row, _following(lines, tabular, at)) if n >= 0 and tabular[n]]
        beside = [lines[n] for n in near if lines[n].column == line.column]
        row = at if tabular[at] and any(_aligned(line, other) for other in beside) else -1
        if row == at:
            rows[at] = tabular[at]
    return rows


def _following(lines: Sequence[Line], tabular: Sequence[tuple[str, ...]], at: int) -> int:
    """Return the next line with cells, beyond lines that only go on with a cell of this one; -1 without one."""
    for n in range(at + 1, min(at + _FARTHEST, len(lines))):
        if tabular[n]:
            return n
        if any(_column(lines[at], cell.x0) < 1 for cell in lines[n].cells):
            break
    return -1


def _cells(line: Line) -> tuple[str, ...]:
    """Return the cells of a line; none for a line of text, an item, or a label with its value."""
    if len(line.cells) < 2 or split_marker(line.text)[0]:
        return ()
    labelled = len(line.cells) == 2 and line.cells[0].text.endswith(":")
    return () if labelled else tuple(cell.text for cell in line.cells)


def _aligned(line: Line, other: Line) -> bool:
    """Tell whether the cells of two lines stand under each other."""
    starts = [cell.x0 for cell in other.cells]
    under = sum(any(abs(cell.x0 - start) <= _UNDER for start in starts) for cell in line.cells)
    return under >= 2


def _joined(cells: tuple[str, ...], row: Line, above: Line, line: Line, hyphens: Hyphens) -> tuple[str, ...]:
    """Return the cells of a row with the words of a line that goes on with it, none if it does not."""
    near = above.column == line.column == row.column and 0 < above.y - line.y < _STEP * line.size
    places = [_column(row, cell.x0) for cell in line.cells]
    goes_on = near and all(place >= 0 for place in places) and (places[0] > 0 or begins_small(line.text))
    if not goes_on or abs(row.size - line.size) > 1 or split_marker(line.text)[0]:
        return ()
    told = list(cells)
    for place, cell in zip(places, line.cells, strict=True):
        told[place] = hyphens.join(told[place], cell.text)
    return tuple(told)


def _column(row: Line, x0: float) -> int:
    """Return which cell of a row stands above a left edge, -1 without one."""
    return next((n for n, cell in enumerate(row.cells) if abs(cell.x0 - x0) <= _UNDER), -1)
