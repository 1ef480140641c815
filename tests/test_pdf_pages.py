"""Pages of a PDF as makers lay them out: columns of unequal length, items at the top of a page, notes, ruled tables."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

from forumgraph.converters import pdf
from forumgraph.model import BlockKind, Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.model import Block

PROSE = (
    "Boats were counted once a year by those",
    "who owned them, and nobody ever asked",
    "whether the figures could be compared",
)


def read(*pages: Sequence[tuple[float, float, str]], small: str = "") -> tuple[Block, ...]:
    """Read pages with words at places; those that begin with `small` are set smaller."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(600, 800))
    for page in pages:
        for x, y, words in page:
            canvas.setFont("Helvetica", 10 if small and words.startswith(small) else 11)
            canvas.drawString(x, y, words)
        canvas.showPage()
    canvas.save()
    data = out.getvalue()
    return pdf.read(data, Source("a.pdf", "application/pdf", "", len(data))).blocks


def test_an_item_at_the_top_of_a_page_keeps_its_number() -> None:
    first = [(50, 700, "1."), (70, 700, "Ports need registers."), (50, 60, "2."), (70, 60, "Nets are lost.")]
    blocks = read(
        first, [(50, 760, "3."), (70, 760, "Pilots retire early."), (50, 740, "4."), (70, 740, "Fuel is dear.")]
    )
    assert [block.marker for block in blocks] == ["1.", "2.", "3.", "4."]


def test_a_number_alone_at_the_top_of_a_page_is_that_of_the_page() -> None:
    pages = [[(300, 770, str(at)), (50, 700, f"Words of the {name} page.")] for at, name in ((1, "first"), (2, "next"))]
    assert [block.text for block in read(*pages)] == ["Words of the first page.", "Words of the next page."]


def test_columns_of_a_full_page_are_those_of_a_page_with_few_lines() -> None:
    full = [(x, 700 - 14 * n, PROSE[n % 3] + "." * (n == 8)) for x in (50, 310) for n in range(9)]
    blocks = read(
        full, [(50, 700, "Left one."), (310, 700, "Right one."), (50, 660, "Left two."), (310, 660, "Right two.")]
    )
    assert " ".join(block.text for block in blocks if block.page == 2).split(". ") == [
        "Left one",
        "Left two",
        "Right one",
        "Right two.",
    ]


def test_a_column_begins_at_its_heading_and_not_at_its_indented_items() -> None:
    sides = [(50, "Points"), (310, "Demands")]
    page = [(x, 740, name) for x, name in sides]
    page += [(x + 20, 700 - 14 * n, f"{n + 1}. {PROSE[n % 3]}.") for x, _ in sides for n in range(5)]
    texts = [block.text for block in read(page)]
    assert texts.index("Demands") == 6


def test_a_note_hardly_smaller_than_the_text_is_known_by_its_number_without_a_point() -> None:
    page = [(50, 700, PROSE[0]), (50, 686, PROSE[1]), (50, 80, "1 See the count of 2019.")]
    assert [block.kind for block in read(page, small="1 See")] == [BlockKind.PARAGRAPH, BlockKind.NOTE]
    listed = [(50, 700, PROSE[0]), (50, 80, "1. See the count of 2019.")]
    assert [block.kind for block in read(listed, small="1. See")] == [BlockKind.PARAGRAPH, BlockKind.ITEM]
