"""What a row of a table is: one piece with its cells, or layout whose cells are read one after the other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from forumgraph.converters.readers.assemble import Piece
from forumgraph.converters.readers.markers import BULLET
from forumgraph.converters.readers.runs import Line, joined
from forumgraph.converters.words.lexicon import of_all
from forumgraph.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

_POINTS = ("column_asked", "column_issue", "column_said")
_EDGE = " \t.:*"
_LOWEST = 6
"""Level of a heading made of a cell."""
_PAIR = 2
_NAME = 8
"""Words of a cell that names what the cell beside it lists, at most."""
_SHORT = 15
"""Words of a line of a cell that is one of several values, at most."""
_SEVERAL = 3
_SENTENCE = 5
_MARKS = ".;:,!?-–—"
_LISTED = "; "


def pieces_of_row(cells: Sequence[list[Piece]], *, headed: bool = False) -> list[Piece]:
    """Return the pieces of a row.

    A row with one cell, and a row that has a heading, a list (of more than one number) or another table in a cell, is layout.

    Args:
        cells: the pieces of each cell.
        headed: whether the table has a head that says which of its columns hold points; lists in cells are then read in place.
    """
    if headed and len(cells) > 1:
        cells = [_in_place(cell) for cell in cells]
    if len(cells) > 1:
        cells = [_without_lone_number(cell) for cell in cells]
    kinds = {piece.kind for cell in cells for piece in cell}
    if len(cells) == 1 or not kinds <= {BlockKind.PARAGRAPH} or (len(cells) == _PAIR and _tells(cells[1])):
        return [piece for cell in _headed(cells) for piece in cell]
    if not kinds:
        return []
    lines = [_one_line(cell, labelled=len(cells) == _PAIR and number > 0) for number, cell in enumerate(cells)]
    while not lines[-1].text.strip():
        lines.pop()
    row = joined(lines, " | ")
    return [Piece(BlockKind.ROW, row.text, bold=row.bold, page=next(piece.page for cell in cells for piece in cell))]


def heads_points(pieces: Sequence[Piece]) -> int:
    """Return how many columns a table has, if these are the pieces of its first row and one of them names points: "Issue | Action"; else 0."""
    if [piece.kind for piece in pieces] != [BlockKind.ROW]:
        return 0
    cells = [cell.strip(_EDGE).lower() for cell in pieces[0].text.split(" | ")]
    named = any(cell in of_all("reports", row) for cell in cells for row in _POINTS)
    return len(cells) if named and len(cells) > 1 and all(len(cell.split()) <= _NAME for cell in cells) else 0


def _in_place(cell: list[Piece]) -> list[Piece]:
    """Make one paragraph of the items of a cell, parted as in a sentence."""
    if len(cell) < _PAIR or not {piece.kind for piece in cell} <= {BlockKind.PARAGRAPH, BlockKind.ITEM}:
        return [_as_paragraph(piece) for piece in cell]
    if not _has_items(cell):
        return cell
    line = joined([Line(piece.text.strip(" ;"), piece.bold) for piece in cell], _LISTED)
    return [Piece(BlockKind.PARAGRAPH, line.text, bold=line.bold, page=cell[0].page, line=cell[0].line)]


def _as_paragraph(piece: Piece) -> Piece:
    """Return the only item of a cell as words; a bullet before them says nothing."""
    if piece.kind is not BlockKind.ITEM or piece.marker != BULLET:
        return piece
    return replace(piece, kind=BlockKind.PARAGRAPH, marker="", list=-1, level=0)


def _headed(cells: Sequence[list[Piece]]) -> Sequence[list[Piece]]:
    """Make a heading of the first of two cells, where it names what the other one lists."""
    if len(cells) != _PAIR or len(cells[0]) != 1 or not (_has_items(cells[1]) or _tells(cells[1])):
        return cells
    name = cells[0][0]
    words = name.text.split()
    named = name.kind is BlockKind.PARAGRAPH and len(words) <= _NAME and name.text.strip()[-1] not in ".;,"
    if not named or any(c.isdigit() for c in name.text):
        return cells
    return [[replace(name, kind=BlockKind.HEADING, level=_LOWEST)], cells[1]]


def _has_items(cell: Sequence[Piece]) -> bool:
    return any(piece.kind is BlockKind.ITEM for piece in cell)


def _tells(cell: Sequence[Piece]) -> bool:
    """Tell whether a cell has several paragraphs with something to say, not the lines of an address."""
    return len(cell) >= _SEVERAL and all(len(piece.text.split()) >= _SENTENCE for piece in cell)


def _one_line(cell: list[Piece], *, labelled: bool) -> Line:
    """Join the paragraphs of a cell; beside a label, what stands in lines of its own is set apart by more than a space."""
    lines = [Line(piece.text.strip() if labelled else piece.text, piece.bold) for piece in cell]
    apart = labelled and all(
        len(line.text.split()) <= _SHORT and line.text[:1].isupper() and _ends_openly(line.text) for line in lines
    )
    return joined(lines, (_LISTED if any("," in line.text for line in lines) else ", ") if apart else " ")


def _ends_openly(text: str) -> bool:
    """Tell whether no mark ends a text; the point of an initial is none: "Jane D."."""
    return text[-1] not in _MARKS or (text[-1] == "." and text[-2:-1].isupper() and text[-3:-2] == " ")


def _without_lone_number(cell: list[Piece]) -> list[Piece]:
    """Give a number back to the words it stands before, where it is the only one of its cell: rows are numbered, and people have initials."""
    items = [piece for piece in cell if piece.kind is BlockKind.ITEM]
    if len(items) != 1 or items[0].marker == BULLET:
        return cell
    line = Line(items[0].text, items[0].bold).after(items[0].marker)
    plain = Piece(BlockKind.PARAGRAPH, line.text, bold=line.bold, line=items[0].line, handle=items[0].handle)
    return [plain if piece is items[0] else piece for piece in cell]
