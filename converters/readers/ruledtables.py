"""Tables with drawn lines on PDF pages, and boxes beside the text: their cells hold the words, and are read one by one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.converters.readers import columns
from forumgraph.converters.readers.wrapping import begins_small, terminated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forumgraph.converters.readers.columns import Line
    from forumgraph.converters.readers.glyphs import Fragment
    from forumgraph.converters.readers.rulings import Cell, Grid

_FRAME = 0.8
"""Share of the letters of a page from which on a box is a frame around the page."""
_WIDE = 0.6
"""Share of the width of the text from which on a box parts the page, and does not stand beside its text."""
_HEAD = 0.1
"""Share of the height of a page that a running head takes at most."""
_SAME = 4.0
_CELLS = 1000
"""Columns of a page are counted from 0, cells of its tables from here."""


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of a drawn table that has words: rows of cells of lines, and the left edges of the cells of each row."""

    rows: tuple[tuple[tuple[Line, ...], ...], ...]
    edges: tuple[tuple[float, ...], ...]

    @property
    def lines(self) -> Iterator[Line]:
        """All lines of all cells."""
        return (line for row in self.rows for cell in row for line in cell)


@dataclass(slots=True)
class _Region:
    """A grid and the words in it."""

    grid: Grid
    words: list[Fragment]

    @property
    def top(self) -> float:
        return max(cell.top for cell in self.grid[0])

    @property
    def width(self) -> float:
        cells = [cell for row in self.grid for cell in row]
        return max(cell.right for cell in cells) - min(cell.left for cell in cells)


def laid_out(page: Sequence[Fragment], grids: Sequence[Grid], gutters: Sequence[float]) -> Iterator[Line | Table]:
    """Yield the lines and tables of a page in reading order; what stands beside the running text comes after it."""
    regions, rest = _regions(page, grids)
    if not regions:
        yield from columns.lines(page, gutters)
        return
    width = max(f.x1 for f in page) - min(f.x0 for f in page)
    parting = [region for region in regions if region.width >= _WIDE * width or not _is_beside(region, rest)]
    cells = _CELLS
    for region in parting:
        above = [f for f in rest if f.y > region.top]
        rest = [f for f in rest if f.y <= region.top]
        yield from columns.lines(above, gutters)
        yield _table(region, cells)
        cells += len(region.words)
    yield from columns.lines(rest, gutters)
    for region in regions:
        if region not in parting:
            yield _table(region, cells)
            cells += len(region.words)


def in_tables(page: Sequence[Fragment], grids: Sequence[Grid], height: float) -> frozenset[int]:
    """Return which words stand in tables that are too high for a running head: the head of a table comes again on every page."""
    high = [grid for grid in grids if len(grid) > 1 and grid[0][0].top - grid[-1][-1].bottom > _HEAD * height]
    return frozenset(id(word) for grid in high for word in _inside(grid, page))


def _regions(page: Sequence[Fragment], grids: Sequence[Grid]) -> tuple[list[_Region], list[Fragment]]:
    """Part the words in grids from the others; a frame around the page is none."""
    regions: list[_Region] = []
    rest = list(page)
    letters = sum(len(f.text) for f in page)
    for grid in grids:
        inside = _inside(grid, rest)
        alone = len(grid) == len(grid[0]) == 1
        if not inside or (alone and sum(len(f.text) for f in inside) >= _FRAME * letters):
            continue
        within = {id(f) for f in inside}
        rest = [f for f in rest if id(f) not in within]
        regions.append(_Region(grid, inside))
    return regions, rest


def _inside(grid: Grid, words: Sequence[Fragment]) -> list[Fragment]:
    """Return the words in the cells of a grid, row by row."""
    found: list[Fragment] = []
    for row in grid:
        lowest, highest = min(cell.bottom for cell in row), max(cell.top for cell in row)
        near = [f for f in words if lowest - f.size <= f.y <= highest]
        found += [f for f in near if any(_holds(cell, f) for cell in row)]
    return list({id(f): f for f in found}.values())


def _holds(cell: Cell, fragment: Fragment) -> bool:
    return cell.holds((fragment.x0 + fragment.x1) / 2, fragment.y + fragment.size * 0.3)


def _is_beside(region: _Region, rest: Sequence[Fragment]) -> bool:
    """Tell whether other words stand on the height of a region."""
    bottom = min(cell.bottom for cell in region.grid[-1])
    return any(bottom <= f.y <= region.top for f in rest)


def _table(region: _Region, number: int) -> Table:
    left = list(region.words)
    rows: list[tuple[tuple[Line, ...], ...]] = []
    for row in region.grid:
        lowest = min(cell.bottom for cell in row)
        near = [f for f in left if f.y >= lowest - f.size]
        taken: set[int] = set()
        cells: list[tuple[Line, ...]] = []
        for cell in row:
            words = [f for f in near if id(f) not in taken and _holds(cell, f)]
            taken.update(map(id, words))
            cells.append(tuple(columns.lines_of(words, number)))
            number += 1
        left = [f for f in left if id(f) not in taken]
        rows.append(tuple(cells))
    return Table(tuple(rows), tuple(tuple(cell.left for cell in row) for row in region.grid))


def continued(tables: Sequence[Table]) -> list[Table]:
    """Join the tables that go on over a page: without the head that is printed again, and rows that a page parts made whole."""
    whole: list[Table] = []
    for table in tables:
        if whole and _goes_on(whole[-1], table):
            above = whole.pop()
            again = len(table.rows) > 1 and _words(above.rows[0]) == _words(table.rows[0])
            rows, edges = list(table.rows)[again:], list(table.edges)[again:]
            if _is_parted(above.rows[-1], rows[0]):
                joined = tuple(one + other for one, other in zip(above.rows[-1], rows[0], strict=True))
                above = Table((*above.rows[:-1], joined), above.edges)
                rows, edges = rows[1:], edges[1:]
            whole.append(Table((*above.rows, *rows), (*above.edges, *edges)))
        else:
            whole.append(table)
    return whole


def _goes_on(above: Table, table: Table) -> bool:
    """Tell whether a table begins a page with the columns with which the one above ended the page before."""
    last, first = max(line.page for line in above.lines), min(line.page for line in table.lines)
    one, other = above.edges[-1], table.edges[0]
    return (
        first == last + 1
        and len(one) == len(other)
        and all(abs(a - b) <= _SAME for a, b in zip(one, other, strict=True))
    )


def _is_parted(above: tuple[tuple[Line, ...], ...], row: tuple[tuple[Line, ...], ...]) -> bool:
    """Tell whether a row goes on with the one above: it has no words in the first cell, or a sentence goes on in one of its cells."""
    pairs = list(zip(above, row, strict=False))
    if len(above) != len(row) or (len(pairs) > 1 and not pairs[0][1]):
        return len(above) == len(row)
    return any(one and other and begins_small(other[0].text) and not terminated(one[-1].text) for one, other in pairs)


def _words(row: tuple[tuple[Line, ...], ...]) -> list[str]:
    return [line.text for cell in row for line in cell]
