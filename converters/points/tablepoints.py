"""Points in tables: "Issue | Recommendation | Responsible", and minutes that have a column for what was said and one for what is to be done."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from forumgraph.converters.points import passages
from forumgraph.converters.points.collecting import Point
from forumgraph.converters.points.passages import Place
from forumgraph.converters.words.headings import kind_of
from forumgraph.model import BlockKind, Fact, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forumgraph.converters.structure.outline import Section
    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.model import Block

_BAR = re.compile(r"(?:(?<=\s)|(?<!.))\|(?=\s|$)")
_EDGE = " \t.:*"
_COLUMNS = (
    ("column_asked", "recommendations"),
    ("column_issue", "issues"),
    ("column_message", "messages"),
    ("column_said", "said"),
    ("column_who", "who"),
    ("column_number", "number"),
)
_POINTS = frozenset({"recommendations", "issues", "messages", "said"})
_HEAD = 5
"""Words of the head of a column, at most."""
_SHORTEST, _SENTENCE = 2, 4
_NUMBER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,2}){0,3}|[a-z]|[ivxIVX]{1,5}|[A-Z])[.)]{0,2}")
"""A number in a column of numbers."""


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    span: Span


def told(section: Section, lexicon: Lexicon) -> tuple[Point, ...]:
    """Return the points in the tables of a section whose first row names a column of points.

    Readers leave out empty cells at the end of a row, and those of printed pages all empty cells: there, a row with fewer cells than the first is
    left, since it cannot be told which is empty.
    """
    tables = (tuple(rows) for is_row, rows in groupby(section.body, lambda b: b.kind is BlockKind.ROW) if is_row)
    return tuple(point for rows in tables for point in _table(rows, section, lexicon))


def _table(rows: Sequence[Block], section: Section, lexicon: Lexicon) -> Iterator[Point]:
    """Yield the points of rows; those of one table may follow those of another, such as the one of day and place at the top of minutes."""
    columns: list[str] = []
    for row in rows:
        cells = _cells(row)
        named_points = [_column(cell.text, lexicon) for cell in cells]
        if len(cells) >= _SHORTEST and _POINTS & set(named_points) and all(len(c.text.split()) <= _HEAD for c in cells):
            columns = named_points
            continue
        if not columns:
            continue
        cut = len(cells) < len(columns) and not row.page and len(cells[-1].text.split()) >= _SENTENCE
        if len(cells) == len(columns) or cut:
            named = {kind: cell for kind, cell in reversed([*zip(columns, cells, strict=False)]) if cell.text}
            yield from _row(row, named, section, lexicon)


def _row(row: Block, cells: dict[str, _Cell], section: Section, lexicon: Lexicon) -> Iterator[Point]:
    who = cells.get("who")
    place = cells.get("number")
    number = place.text.strip(_EDGE + "()") if place is not None and _NUMBER.fullmatch(place.text) else ""
    to = Fact(who.text, who.span, "addressee/column") if who is not None and who.text.strip(_EDGE) else None
    for kind, cell in sorted(cells.items(), key=lambda named: named[1].span):
        if kind == "said":
            for span in _sayings(cell):
                words = row.text[span.start - row.span.start : span.end - row.span.start]
                part = replace(row, kind=BlockKind.ITEM, text=words, span=span, bold=())
                yield from passages.told(part, Place(section, found=True), lexicon)
        elif kind in _POINTS:
            for span in _parts(cell):
                words = row.text[span.start - row.span.start : span.end - row.span.start]
                own = passages.by_itself(words, kind, lexicon)
                yield Point(own, span, words, "table/column", number, to if own == "recommendations" else None)


def _parts(cell: _Cell) -> Iterator[Span]:
    """Return what stands between semicolons."""
    start = 0
    for part in cell.text.split(";"):
        left = len(part) - len(part.lstrip(_EDGE))
        if len(part.split()) >= _SHORTEST:
            yield Span(cell.span.start + start + left, cell.span.start + start + len(part.rstrip()))
        start += len(part) + 1


def _sayings(cell: _Cell) -> tuple[Span, ...]:
    """Return what stands between semicolons where each part is a line of its own, else the whole."""
    parts = tuple(_parts(cell))
    begun = all(cell.text[part.start - cell.span.start].isupper() for part in parts)
    return parts if begun and len(parts) > 1 and ". " not in cell.text else (cell.span,)


def _cells(row: Block) -> tuple[_Cell, ...]:
    cells: list[_Cell] = []
    at = 0
    for text in _BAR.split(row.text):
        left = at + len(text) - len(text.lstrip())
        plain = text.strip()
        cells.append(_Cell(plain, Span(row.span.start + left, row.span.start + left + len(plain))))
        at += len(text) + 1
    return tuple(cells)


def _column(words: str, lexicon: Lexicon) -> str:
    plain = words.strip(_EDGE).lower()
    known = next((kind for row, kind in _COLUMNS if plain in lexicon.phrases("reports", row)), "")
    kind = "" if known or len(plain.split()) > _HEAD else kind_of(words, lexicon)
    return kind if kind in {"issues", "recommendations"} else known
