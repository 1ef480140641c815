"""From the fragments of a page to its lines in the order in which they are read: columns one after another."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from forumgraph.converters.readers import runs
from forumgraph.converters.readers.markers import split_marker
from forumgraph.converters.readers.pagemarks import head_key, is_page_number
from forumgraph.converters.readers.runs import joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from forumgraph.converters.readers.glyphs import Fragment

_EDGE = 0.13
"""Which share of the page's height is looked at for running heads and feet."""
_LARGER = 1.2
_BESIDE = 4
"""Font sizes between a marker and its words, at most."""
_WIDE, _WIDEST, _SURE = 1.6, 3.0, 5
"""Font sizes between lines of text that is not set double, and of text that is, if more than some pairs of lines show it."""
_SAME_START = 3.0
"""Points by which two left edges may differ and still be one."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of one column.

    Attributes:
        cells: its fragments, from left to right; more than one where wide gaps part them.
        words_at: left edge of the words, after the marker if there is one.
        left: left edge of the column, in points.
        right: right edge of the column.
        column: a number that the lines of one column of one page share.
    """

    cells: tuple[Fragment, ...]
    text: str
    bold: tuple[tuple[int, int], ...]
    words_at: float
    left: float
    right: float
    column: tuple[int, int]

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.cells[0].x0

    @property
    def x1(self) -> float:
        """Right edge."""
        return self.cells[-1].x1

    @property
    def y(self) -> float:
        """Baseline, from the bottom of the page."""
        return self.cells[0].y

    @property
    def size(self) -> float:
        """Font size of most of the line."""
        return max(self.cells, key=lambda cell: len(cell.text)).size

    @property
    def page(self) -> int:
        """Page, from 1."""
        return self.cells[0].page

    @property
    def all_bold(self) -> bool:
        """Whether every letter is bold."""
        return sum(b - a for a, b in self.bold) >= len(self.text.replace(" ", ""))


def without_heads(pages: Sequence[tuple[float, Sequence[Fragment]]]) -> tuple[list[list[Fragment]], list[Fragment]]:
    """Part running heads and page numbers from the words.

    Args:
        pages: height and fragments of each page.

    Returns:
        the fragments of each page without them, and each head once.
    """
    places = Counter(place for height, page in pages for place in {_place(f) for f in page if _at_edge(f, height)})
    needed = max(2, -(-len(pages) * 2 // 5))
    kept: list[list[Fragment]] = []
    heads: dict[str, Fragment] = {}
    for height, page in pages:
        outer = {id(f) for f in _outer(page, height, {place for place, count in places.items() if count >= needed})}
        kept.append([f for f in page if id(f) not in outer])
        for fragment in page:
            if id(fragment) in outer and not is_page_number(fragment.text):
                heads.setdefault(head_key(fragment.text), fragment)
    return kept, list(heads.values())


def _outer(page: Sequence[Fragment], height: float, recurring: set[tuple[str, int]]) -> Iterator[Fragment]:
    """Yield heads and page numbers from the edges of a page inwards, up to the first words that are neither."""
    ordered = sorted((f for f in page if _at_edge(f, height)), key=lambda f: -f.y)
    for half in ([f for f in ordered if f.y > height / 2], [f for f in reversed(ordered) if f.y < height / 2]):
        for fragment in half:
            numbered = is_page_number(fragment.text) and fragment.y == half[0].y and not _is_marker(fragment, half)
            if _place(fragment) not in recurring and not numbered:
                break
            yield fragment


def _is_marker(fragment: Fragment, half: Sequence[Fragment]) -> bool:
    """Tell a number before words on its line, as an item that begins a page has it, from that of the page."""
    beside = [f.x0 - fragment.x1 for f in half if f.x0 > fragment.x0 and abs(f.y - fragment.y) < fragment.size / 2]
    return split_marker(fragment.text)[0] != "" and 0 < min(beside, default=0) < _BESIDE * fragment.size


def _place(fragment: Fragment) -> tuple[str, int]:
    return head_key(fragment.text), round(fragment.y / 4)


def _at_edge(fragment: Fragment, height: float) -> bool:
    return not height * _EDGE < fragment.y < height * (1 - _EDGE)


def lines(page: Sequence[Fragment], gutters: Sequence[float] = ()) -> list[Line]:
    """Return the lines of a page in reading order.

    Args:
        page: its fragments.
        gutters: where columns begin on other pages of the document; those of a page with few lines begin there too.
    """
    return [line for at, column in enumerate(_columns(_sorted(page), gutters)) for line in lines_of(column, at)]


def lines_of(column: Sequence[Fragment], number: int) -> list[Line]:
    """Return the lines of one column, or of one cell of a table; `number` tells it from the others of its page."""
    if not column:
        return []
    left, right = min(f.x0 for f in column), max(f.x1 for f in column)
    return [_line(row, left, right, (column[0].page, number)) for row in _rows(_sorted(column))]


def gutters(pages: Sequence[Sequence[Fragment]]) -> tuple[float, ...]:
    """Return where the right columns of those pages begin that clearly have two."""
    found = (_gutter(_sorted(page)) for page in pages)
    return tuple(sorted({gutter for gutter in found if gutter is not None}))


def _sorted(page: Sequence[Fragment]) -> list[Fragment]:
    return sorted(page, key=lambda f: (-f.y, f.x0))


def _columns(page: Sequence[Fragment], known: Sequence[float]) -> Iterator[list[Fragment]]:
    """Yield the columns of a page, or of a part of it; what crosses the gutter parts the page into bands."""
    gutter = _gutter(page)
    if gutter is None:
        gutter = next((each for each in known if _has_gutter(page, each)), None)
    if gutter is None:
        if page:
            yield list(page)
        return
    band: list[Fragment] = []
    wide: list[Fragment] = []
    for fragment in page:
        crosses = fragment.x0 < gutter - _SAME_START and fragment.x1 > gutter
        if crosses and band:
            yield from _sides(band, gutter, known)
            band = []
        elif not crosses and wide:
            yield wide
            wide = []
        (wide if crosses else band).append(fragment)
    if wide:
        yield wide
    yield from _sides(band, gutter, known)


def _sides(band: Sequence[Fragment], gutter: float, known: Sequence[float]) -> Iterator[list[Fragment]]:
    left = [f for f in band if f.x0 < gutter - _SAME_START]
    right = [f for f in band if f.x0 >= gutter - _SAME_START]
    others = [each for each in known if abs(each - gutter) > _SAME_START]
    for side in (left, right):
        yield from _columns(side, others)


def _has_gutter(page: Sequence[Fragment], gutter: float) -> bool:
    """Tell whether words on both sides of a known gutter respect it, and some begin right behind it."""
    before = sum(f.x1 <= gutter - _SAME_START for f in page)
    after = [f for f in page if f.x0 >= gutter - _SAME_START]
    begun = sum(f.x0 <= gutter + _SAME_START for f in after)
    return before > 0 and begun > 0 and len(page) - before - len(after) < len(page) * 0.6


def _gutter(page: Sequence[Fragment]) -> float | None:
    """Find where the right column begins: many lines begin there, and lines of running text end before it."""
    if len(page) < 8:
        return None
    left, right = min(f.x0 for f in page), max(f.x1 for f in page)
    starts = Counter(round(f.x0) for f in page if left + (right - left) * 0.2 < f.x0 < left + (right - left) * 0.8)
    crossed = {
        float(start): crossing
        for start, count in starts.items()
        if count >= 3 and (crossing := _crossing(page, float(start), left, right)) is not None
    }
    return _first_edge(page, min(crossed, key=lambda start: crossed[start])) if crossed else None


def _first_edge(page: Sequence[Fragment], gutter: float) -> float:
    """Return where the column really begins whose items are indented: at its headings, right of all that ends before it."""
    end = max(f.x1 for f in page if f.x1 <= gutter - 5)
    return min((float(round(f.x0)) for f in page if end + 5 <= f.x0 <= gutter), default=gutter)


def _crossing(page: Sequence[Fragment], gutter: float, left: float, right: float) -> int | None:
    """Return how many fragments cross a gutter; None where the sides of it are no columns of running text."""
    before = [f for f in page if f.x1 <= gutter - 5]
    after = [f for f in page if f.x0 >= gutter - _SAME_START]
    if min(len(before), len(after)) < 4:
        return None
    filled = _is_filled(_widths(before), gutter - left) and _is_filled(_widths(after), right - gutter)
    crossing = len(page) - len(before) - len(after)
    return crossing if filled and crossing < len(page) * 0.6 else None


def _is_filled(widths: Sequence[float], room: float) -> bool:
    """Tell whether most lines of a side fill half of it, or some of them all of it, above a table of short cells."""
    return median(widths) >= room * 0.55 or sum(width >= room * 0.9 for width in widths) * 4 >= len(widths)


def _widths(side: Sequence[Fragment]) -> list[float]:
    """Return how wide the lines of a side are, markers and all."""
    return [max(f.x1 for f in row) - row[0].x0 for row in _rows(side)]


def _rows(column: Sequence[Fragment]) -> list[list[Fragment]]:
    """Gather the fragments that stand on one baseline."""
    rows: list[list[Fragment]] = []
    for fragment in column:
        if rows and abs(rows[-1][0].y - fragment.y) <= 0.4 * min(rows[-1][0].size, fragment.size):
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    return [part for row in rows for part in _of_one_size(sorted(row, key=lambda f: f.x0))]


def _of_one_size(row: list[Fragment]) -> Iterator[list[Fragment]]:
    """Part words on one baseline that are set in another size far from each other, as in a letterhead: they are two lines."""
    begun = 0
    for at in range(1, len(row)):
        before, after = row[at - 1], row[at]
        larger, smaller = max(before.size, after.size), min(before.size, after.size)
        marked = at == 1 and not split_marker(before.text)[1]
        if larger > smaller * _LARGER and after.x0 - before.x1 > 2 * larger and not marked:
            yield row[begun:at]
            begun = at
    yield row[begun:]


def _line(row: list[Fragment], left: float, right: float, column: tuple[int, int]) -> Line:
    """Make a line; a marker that stands alone belongs to the words after it."""
    marked = len(row) > 1 and split_marker(row[0].text)[0] != "" and not split_marker(row[0].text)[1]
    words_at = row[1].x0 if marked else _words_at(row[0])
    words = joined(runs.Line(cell.text, tuple(cell.bold)) for cell in row)
    return Line(tuple(row), words.text, words.bold, words_at, left, right, column)


def _words_at(fragment: Fragment) -> float:
    """Return where the words of a fragment begin, after its marker."""
    marker, rest = split_marker(fragment.text)
    if not marker:
        return fragment.x0
    return fragment.x0 + (fragment.x1 - fragment.x0) * (1 - len(rest) / len(fragment.text))


def leading(all_lines: Sequence[Line]) -> float:
    """Return the usual distance of two lines of running text, in font sizes; lines that surely run on may be set double."""
    pairs = [
        (above, below, (above.y - below.y) / above.size)
        for above, below in pairwise(all_lines)
        if above.column == below.column and above.size == below.size
    ]
    sure = [step for above, below, step in pairs if above.text[-1:].isalpha() and below.text[:1].islower()]
    if len(sure) > _SURE and _WIDE < median(sure) < _WIDEST:
        return median(sure)
    steps = [step for _, _, step in pairs if 0.8 < step < 2.2]
    return min(median(steps), _WIDE) if steps else 1.3


def sizes(all_lines: Sequence[Line]) -> Mapping[float, int]:
    """Count letters by font size."""
    counted: Counter[float] = Counter()
    for line in all_lines:
        for cell in line.cells:
            counted[cell.size] += len(cell.text)
    return counted
