"""Pages of a PDF as makers lay them out: columns of unequal length, items at the top of a page, notes, ruled tables."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table, TableStyle

from forumgraph.converters.readers import pdf
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


def test_text_set_double_is_made_of_paragraphs() -> None:
    page = [(50, 760 - 28 * n, PROSE[n % 3] + "." * (n % 6 == 5)) for n in range(12)]
    page += [(50, 380 - 28 * n, PROSE[n % 3] + "." * (n == 5)) for n in range(6)]
    assert [len(block.text.split()) for block in read(page)] == [84, 42]


def test_columns_end_above_the_short_cells_of_a_table() -> None:
    page = [(x, 740 - 14 * n, PROSE[1] + "." * (n == 5)) for x in (50, 262) for n in range(6)]
    page += [(50, 600 - 14 * n, f"Port {n}") for n in range(9)]
    texts = [block.text for block in read(page)]
    assert texts[0] == " ".join(["who owned them, and nobody ever asked"] * 6) + "."


def test_a_bold_word_behind_a_number_is_a_heading() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(600, 800))
    for n, (font, words) in enumerate(
        (("Helvetica-Bold", "1. Opening"), ("Helvetica", "Ports met."), ("Helvetica", "They spoke of ice."))
    ):
        canvas.setFont(font, 11)
        canvas.drawString(50, 700 - 40 * n, words)
    canvas.save()
    blocks = pdf.read(out.getvalue(), Source("a.pdf", "application/pdf", "", len(out.getvalue()))).blocks
    assert [block.kind for block in blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]


def test_a_note_hardly_smaller_than_the_text_is_known_by_its_number_without_a_point() -> None:
    page = [(50, 700, PROSE[0]), (50, 686, PROSE[1]), (50, 80, "1 See the count of 2019.")]
    assert [block.kind for block in read(page, small="1 See")] == [BlockKind.PARAGRAPH, BlockKind.NOTE]
    listed = [(50, 700, PROSE[0]), (50, 80, "1. See the count of 2019.")]
    assert [block.kind for block in read(listed, small="1. See")] == [BlockKind.PARAGRAPH, BlockKind.ITEM]


def ruled(
    *tables: list[list[str]], spans: Sequence[tuple[str, tuple[int, int], tuple[int, int]]] = ()
) -> list[tuple[str, str]]:
    """Read a PDF with drawn tables, each on a page of its own."""
    out = io.BytesIO()
    body = ParagraphStyle("cell", fontSize=10)
    made: list[Any] = []
    for rows in tables:
        cells = [[Paragraph(words.replace("\n", "<br/>"), body) for words in row] for row in rows]
        grid = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
        made += [Table(cells, colWidths=[140] * len(rows[0]), style=TableStyle([grid, *spans])), PageBreak()]
    SimpleDocTemplate(out).build(made)
    data = out.getvalue()
    return [(b.kind.value, b.text) for b in pdf.read(data, Source("a.pdf", "application/pdf", "", len(data))).blocks]


def test_cells_with_drawn_borders_are_read_one_by_one() -> None:
    rows = [
        ["When", "What"],
        ["2 May 2021", "Boats and those who mend them in the harbours of the north"],
        ["3 May", "Nets"],
    ]
    assert ruled(rows) == [("row", " | ".join(row)) for row in rows]


def test_a_list_in_a_drawn_cell_is_a_list_below_the_name_of_its_row() -> None:
    assert ruled([["Main messages", "• Ports need registers\n• Nets are lost"]]) == [
        ("heading", "Main messages"),
        ("item", "Ports need registers"),
        ("item", "Nets are lost"),
    ]


def test_a_merged_cell_is_one() -> None:
    spans = [("SPAN", (0, 0), (1, 0))]
    assert ruled([["The forum of the northern lakes and their harbours", ""], ["Boats", "Nets"]], spans=spans) == [
        ("paragraph", "The forum of the northern lakes and their harbours"),
        ("row", "Boats | Nets"),
    ]


def test_a_row_that_goes_on_over_the_page_is_one_and_its_head_comes_once() -> None:
    head = ["Who", "Said"]
    more = [[f"{who} of the lake", "nothing at all"] for who in ("Smiths", "Tailors", "Bakers")]
    rows = ruled(
        [head, *more, ["Pilots", "that boats are"]],
        [head, ["", "lost in spring"], ["Cooks", "that fish is dear"], *more],
    )
    rows = [row for row in rows if "nothing" not in row[1]]
    assert rows == [
        ("row", "Who | Said"),
        ("row", "Pilots | that boats are lost in spring"),
        ("row", "Cooks | that fish is dear"),
    ]


def test_a_box_beside_the_text_comes_after_it() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(600, 800))
    for at, words in enumerate(
        ("Report of the forum on boats", "that was held in Ohrid and heard", "those who mend the nets.")
    ):
        canvas.drawString(50, 700 - 14 * at, words)
    canvas.rect(380, 660, 150, 70)
    canvas.drawString(385, 693, "About the lake: it is deep.")
    canvas.save()
    data = out.getvalue()
    texts = [b.text for b in pdf.read(data, Source("a.pdf", "application/pdf", "", len(data))).blocks]
    assert texts == [
        "Report of the forum on boats that was held in Ohrid and heard those who mend the nets.",
        "About the lake: it is deep.",
    ]


def test_bullets_that_are_drawn_are_bullets() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(600, 800))
    for at, words in enumerate(("Ports need registers.", "Nets are lost.", "Fuel is dear.")):
        canvas.circle(60, 704 - 30 * at, 2, fill=1)
        canvas.drawString(72, 700 - 30 * at, words)
    canvas.save()
    data = out.getvalue()
    blocks = pdf.read(data, Source("a.pdf", "application/pdf", "", len(data))).blocks
    assert [block.kind for block in blocks] == [BlockKind.ITEM] * 3
