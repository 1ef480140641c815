"""Which items make one list, and how deep they stand, judged by printed markers and indents alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from forumgraph.converters.readers.markers import BULLET
from forumgraph.converters.readers.runs import Line
from forumgraph.converters.readers.textlines import TextLine
from forumgraph.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forumgraph.converters.readers.assemble import Piece

_ROMANS = {"i": 1, "v": 5, "x": 10}
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_RUN = 3
_CHAPTER = re.compile(r"\d{1,2}\.?")
_INITIAL = re.compile(r"[A-Z]\.")
_DIGITS = re.compile(r"\d+")
_RANKS = {"I": 0, "A": 1, "1": 2, "a": 3, "i": 4, BULLET: 5}
"""What usually stands inside what, outermost first."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a marker looks like apart from its number: `1.`, `(a)`, `•`; and its number."""

    style: str
    number: int
    rank: float


def shapes(marker: str) -> tuple[Shape, ...]:
    """Return the readings of a marker, the likelier first; `i)` is a Roman one or the ninth letter.

    >>> [(s.style, s.number) for s in shapes("(i)")]
    [('(i)', 1), ('(a)', 9)]
    """
    core = marker.strip("().°º-")
    if numbers := _DIGITS.findall(core):
        inner = core[-1] if core[-1].isalpha() else ""
        last = ord(inner) - 96 if inner else int(numbers[-1])
        style = ".".join("1" * len(numbers)) + ("a" if inner else "")
        return (Shape(marker.replace(core, style) if core else style, last, _RANKS["1"] + 0.1 * len(numbers)),)
    if not core.isalpha() or not core.isascii():
        return (Shape(BULLET, 0, _RANKS[BULLET]),)
    return tuple(Shape(marker.replace(core, kind), number, _RANKS[kind]) for kind, number in _lettered(core))


def _lettered(core: str) -> Iterator[tuple[str, int]]:
    upper = core.isupper()
    letter = ("A" if upper else "a", ord(core.lower()) - 96) if len(core) == 1 else None
    roman = ("I" if upper else "i", _roman(core)) if _ROMAN.fullmatch(core) else None
    ordered = (roman, letter) if roman and (core.lower() == "i" or letter is None) else (letter, roman)
    yield from (reading for reading in ordered if reading)


def _roman(core: str) -> int:
    values = [_ROMANS[c] for c in core.lower()]
    return sum(-v if v < max(values[n:]) else v for n, v in enumerate(values))


@dataclass(slots=True)
class _Open:
    shape: Shape
    indent: float
    number: int


@dataclass(slots=True)
class Lists:
    """The lists that are open at a place of the page.

    A restart of the numbering is a new list; a numbered list that goes on after a remark is the same list; bullets after a remark are a new one.

    Attributes:
        tolerance: how far two indents may differ and still be the same, in the unit of the indents.

    >>> lists = Lists()
    >>> [lists.place(m, 0) for m in ("1.", "2.", "(a)", "(b)", "3.", "1.")]
    [(0, 0), (0, 0), (1, 1), (1, 1), (0, 0), (0, 2)]
    """

    tolerance: float = 1.5
    _open: list[_Open] = field(default_factory=list)
    _count: int = 0
    _interrupted: bool = False

    def interrupt(self) -> None:
        """Note that something which is no item stands here."""
        self._interrupted = True

    def expects(self, marker: str) -> bool:
        """Tell whether a marker continues a numbered list that is open."""
        return any(self._next(shape, open_) for shape in shapes(marker) for open_ in self._open)

    def follows(self, before: str, marker: str) -> bool:
        """Tell whether a marker continues the item before it or a list that is open."""
        ahead = Lists()
        ahead.place(before, 0)
        return ahead.expects(marker) or self.expects(marker)

    def place(self, marker: str, indent: float) -> tuple[int, int]:
        """Return the level of an item, from 0, and the number of its list."""
        readings = shapes(marker)
        depth = self._continued(readings, indent)
        if depth is None:
            if self._interrupted:
                self._open.clear()
            depth = self._begin(readings, indent)
        self._interrupted = False
        return depth, self._open[depth].number

    def _next(self, shape: Shape, open_: _Open) -> bool:
        return shape.style == open_.shape.style != BULLET and shape.number == open_.shape.number + 1

    def _continued(self, readings: Sequence[Shape], indent: float) -> int | None:
        """Find the open list an item goes on with: at its indent, or at another where the numbers follow."""
        for exact in (True, False):
            for depth in range(len(self._open) - 1, -1, -1):
                open_ = self._open[depth]
                if exact and abs(open_.indent - indent) > self.tolerance:
                    continue
                for shape in readings:
                    if self._next(shape, open_) or (exact and self._later(shape, open_)):
                        del self._open[depth + 1 :]
                        open_.shape = shape
                        return depth
        return None

    def _later(self, shape: Shape, open_: _Open) -> bool:
        """Tell whether an item goes on with a list whose numbers skip, or that has none."""
        same = shape.style == open_.shape.style and not self._interrupted
        return same and (shape.style == BULLET or shape.number > open_.shape.number)

    def _begin(self, readings: Sequence[Shape], indent: float) -> int:
        shape = next((s for s in readings if s.number == 1), readings[0])
        while self._open and not self._inside(shape, indent, self._open[-1]):
            self._open.pop()
        self._open.append(_Open(shape, indent, self._count))
        self._count += 1
        return len(self._open) - 1

    def _inside(self, shape: Shape, indent: float, outer: _Open) -> bool:
        if abs(indent - outer.indent) <= self.tolerance:
            return shape.rank > outer.shape.rank and outer.shape.style != BULLET
        return indent > outer.indent


def settle(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Decide on items that only the whole document can tell: lone initials are names, numbered titles are headings."""
    initials = {piece.marker for piece in pieces if _INITIAL.fullmatch(piece.marker)}
    titles, chapters = _titles(pieces), _chapters(pieces)
    for at, piece in enumerate(pieces):
        if piece.kind is BlockKind.ITEM and piece.marker in initials and not _neighboured(piece.marker, initials):
            yield _unmarked(piece, BlockKind.PARAGRAPH, 0)
        elif piece.kind is BlockKind.ITEM and (piece.list in titles or at in chapters):
            yield _unmarked(
                piece, BlockKind.HEADING, min(2 + piece.level + max(piece.marker.strip(".").count("."), 0), 6)
            )
        else:
            yield piece


def _neighboured(marker: str, initials: set[str]) -> bool:
    """Tell whether the letter before or after stands in the document too; `I.` and `V.` may be numbers."""
    return marker[0] in "IVX" or {f"{chr(ord(marker[0]) - 1)}.", f"{chr(ord(marker[0]) + 1)}."} & initials != set()


def _unmarked(piece: Piece, kind: BlockKind, level: int) -> Piece:
    """Give the marker back to the words."""
    line = Line(piece.text, piece.bold).after(piece.marker)
    return replace(piece, kind=kind, text=line.text, level=level, marker="", list=-1, bold=line.bold)


def _titles(pieces: Sequence[Piece]) -> frozenset[int]:
    """Return the lists whose items are all short, open-ended and followed by something else: they are numbered headings."""
    members: dict[int, int] = {}
    refused: set[int] = set()
    for at, piece in enumerate(pieces):
        if piece.kind is not BlockKind.ITEM:
            continue
        members[piece.list] = members.get(piece.list, 0) + 1
        if not _titular(piece) or at + 1 == len(pieces) or not _over(piece, pieces[at + 1]):
            refused.add(piece.list)
    return frozenset(number for number, count in members.items() if count > 1 and number not in refused)


def _chapters(pieces: Sequence[Piece]) -> frozenset[int]:
    """Return the places of short items that count on through a text, most of them over prose, whatever lists stand between: its chapters."""
    found: list[int] = []
    for at, (piece, after) in enumerate(pairwise(pieces)):
        if piece.kind is not BlockKind.ITEM or piece.level or not _CHAPTER.fullmatch(piece.marker):
            continue
        if not _titular(piece) or after.list == piece.list:
            continue
        number = int(piece.marker.strip("."))
        if number == len(found) + 1:
            found.append(at)
        elif number == 1 and len(found) < _RUN:
            found = [at]
    told = sum(_over(pieces[at], pieces[at + 1]) for at in found)
    return frozenset(found if len(found) >= _RUN and told * 2 > len(found) else ())


def _over(piece: Piece, after: Piece) -> bool:
    """Tell whether what follows an item may stand under it as under a heading: prose, or `2.1` under `2.`."""
    return after.kind is not BlockKind.ITEM or after.marker.startswith(f"{piece.marker.rstrip('.')}.")


def _titular(piece: Piece) -> bool:
    text = piece.text.strip()
    whole = text[:1].isupper() and text[-1:] not in ".;:,"
    return piece.marker != BULLET and len(text) <= 90 and whole and not TextLine(text, 0).is_person
