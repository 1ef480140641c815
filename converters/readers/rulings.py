"""The straight lines that a PDF page draws, and the grids they make: ruled tables, and boxes around text."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from itertools import islice
from statistics import fmean
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_THIN = 3.0
"""Points up to which a filled shape is a line."""
_SHORTEST = 9.0
_DOT = 8.0
_LEAST_DOT = 1.5
_TOUCHING = 4.0
"""Points by which lines may miss each other and still meet, and by which those of neighbouring cells may lie apart."""
_MOST_PATHS = 4000
_MOST_SEGMENTS = 400
_MOST_LINES = 1500
"""A page with more lines is a drawing."""


@dataclass(frozen=True, slots=True, order=True)
class Rule:
    """A straight line: at `at` across, from `start` to `end` along its direction, in points."""

    at: float
    start: float
    end: float

    def covers(self, place: float) -> bool:
        """Tell whether the line goes through a place."""
        return self.start - _TOUCHING <= place <= self.end + _TOUCHING


@dataclass(frozen=True, slots=True)
class Rules:
    """The horizontal and vertical lines of a page, and the dots on it, which may be bullets: their left, lower, right and upper edges."""

    across: tuple[Rule, ...] = ()
    down: tuple[Rule, ...] = ()
    dots: tuple[tuple[float, float, float, float], ...] = ()

    def parts(self, left: float, right: float, y: float) -> bool:
        """Tell whether a vertical line stands between two characters of one line of text."""
        return any(left - 1 <= rule.at <= right + 1 and rule.start - 1 <= y <= rule.end + 1 for rule in self.down)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a grid, in points from the left and the bottom of the page; merged cells are one."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies in the cell."""
        return self.left - 1 <= x <= self.right + 1 and self.bottom - 1 <= y <= self.top + 1


Grid = tuple[tuple[Cell, ...], ...]
"""The rows of a table from its top, each with its cells from the left; a cell over several rows is in the first of them."""


def rules_of(page: Any) -> Rules:
    """Return the lines of a page, those that go on with each other as one."""
    across: list[Rule] = []
    down: list[Rule] = []
    dots: list[tuple[float, float, float, float]] = []
    for shape in islice(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=1), _MOST_PATHS):
        bounds = _bounds(shape)
        wide, high = bounds[2] - bounds[0], bounds[3] - bounds[1]
        if max(wide, high) <= _DOT:
            dots += [bounds] if min(wide, high) >= _LEAST_DOT and abs(wide - high) <= 1 else []
            continue
        for x0, y0, x1, y1 in (bounds,) if min(wide, high) <= _THIN else _strokes(shape):
            if y1 - y0 <= _THIN and x1 - x0 >= _SHORTEST:
                across.append(Rule((y0 + y1) / 2, x0, x1))
            elif x1 - x0 <= _THIN and y1 - y0 >= _SHORTEST:
                down.append(Rule((x0 + x1) / 2, y0, y1))
    if len(across) + len(down) + len(dots) > _MOST_LINES:
        return Rules()
    return Rules(tuple(_joined(across)), tuple(_joined(down)), tuple(dots))


def grids(rules: Rules) -> list[Grid]:
    """Return the tables of a page that have lines around all of their cells, and the boxes, which are tables of one cell."""
    found = [grid for across, down in _connected(rules) if (grid := _grid(across, down))]
    return sorted(found, key=lambda grid: -grid[0][0].top)


def _bounds(shape: Any) -> tuple[float, float, float, float]:
    """Return the left, lower, right and upper edge of a shape, in points of the page."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(shape.raw, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value


def _strokes(shape: Any) -> Iterator[tuple[float, float, float, float]]:
    """Yield the bounds of each edge of a shape, where they are drawn."""
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    if pdfium.FPDFPath_GetDrawMode(shape.raw, filled, stroked) and stroked.value:
        for (x0, y0), (x1, y1) in _edges(shape):
            yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _edges(shape: Any) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """Yield the straight edges of a path, in points of the page (ISO 32000-1, section 8.5.2)."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(shape.raw, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    begun = before = None
    for number in range(min(pdfium.FPDFPath_CountSegments(shape.raw), _MOST_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(shape.raw, number)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_LINETO and before is not None:
            yield before, point
        begun = point if kind == pdfium.FPDF_SEGMENT_MOVETO else begun
        if pdfium.FPDFPathSegment_GetClose(segment) and begun is not None:
            yield point, begun
        before = point


def _level(rules: Sequence[Rule], reach: float) -> list[list[Rule]]:
    """Gather the lines that lie next to each other."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules):
        if groups and rule.at - groups[-1][-1].at <= reach:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    return groups


def _joined(rules: Sequence[Rule]) -> Iterator[Rule]:
    """Join lines that lie on each other or touch at their ends."""
    for level in _level(rules, _THIN):
        ends: list[tuple[float, float]] = []
        for rule in sorted(level, key=lambda each: each.start):
            if ends and rule.start <= ends[-1][1] + _TOUCHING:
                ends[-1] = (ends[-1][0], max(ends[-1][1], rule.end))
            else:
                ends.append((rule.start, rule.end))
        yield from (Rule(fmean(rule.at for rule in level), *each) for each in ends)


def _connected(rules: Rules) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Yield the horizontal and vertical lines that meet each other."""
    across, down = set(rules.across), set(rules.down)
    while across:
        rows, columns, waiting = set[Rule](), set[Rule](), [(across.pop(), True)]
        while waiting:
            rule, level = waiting.pop()
            (rows if level else columns).add(rule)
            others = down if level else across
            met = [other for other in others if rule.covers(other.at) and other.covers(rule.at)]
            others.difference_update(met)
            waiting += [(other, not level) for other in met]
        yield sorted(rows), sorted(columns)


def _grid(across: Sequence[Rule], down: Sequence[Rule]) -> Grid:
    """Return the cells between lines that meet; none if they enclose nothing."""
    rows_at, columns_at = _level(across, _TOUCHING)[::-1], _level(down, _TOUCHING)
    ys, xs = ([fmean(rule.at for rule in level) for level in levels] for levels in (rows_at, columns_at))
    if len(ys) < 2 or len(xs) < 2:
        return ()
    taken: set[tuple[int, int]] = set()
    rows: list[tuple[Cell, ...]] = []
    for row in range(len(ys) - 1):
        cells: list[Cell] = []
        for column in range(len(xs) - 1):
            if (row, column) in taken:
                continue
            y, x = (ys[row] + ys[row + 1]) / 2, (xs[column] + xs[column + 1]) / 2
            right = column + 1
            while right < len(xs) - 1 and not _is_drawn(columns_at[right], y):
                right += 1
            under = row + 1
            while under < len(ys) - 1 and not _is_drawn(rows_at[under], x):
                under += 1
            taken |= {(r, c) for r in range(row, under) for c in range(column, right)}
            cells.append(Cell(xs[column], ys[under], xs[right], ys[row]))
        if cells:
            rows.append(tuple(cells))
    return tuple(rows)


def _is_drawn(rules: Sequence[Rule], through: float) -> bool:
    return any(rule.start <= through <= rule.end for rule in rules)
