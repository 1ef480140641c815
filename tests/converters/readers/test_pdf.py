"""PDF pages, as layout programs make them."""

from __future__ import annotations

import io
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from pdfpages import BODY, HEAD, LONG, OTHER, TITLE, body, drawn, made, read, shown
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    ListFlowable,
    ListItem,
    PageBreak,
    Paragraph,
    Spacer,
    Table,
)

from forumgraph.model import BlockKind

if TYPE_CHECKING:
    from pathlib import Path


def test_headings_rank_by_size_and_a_title_over_two_lines_is_one() -> None:
    title = "Report of the preparatory meeting of Major Groups and other Stakeholders for the Forum of 2023"
    document = read(
        made([Paragraph(title, TITLE), body(LONG * 3), Paragraph("Issues discussed", HEAD), body(OTHER * 3)])
    )
    assert [(b.kind.value, b.level) for b in document.blocks] == [
        ("heading", 1),
        ("paragraph", 0),
        ("heading", 2),
        ("paragraph", 0),
    ]
    assert [b.text for b in document.blocks] == [title, (LONG * 3).strip(), "Issues discussed", (OTHER * 3).strip()]
    assert document.title == "Metadata title"


def test_bold_words_are_known_and_bold_lines_are_headings() -> None:
    blocks = read(
        made(
            [
                body("<b>Recommendations</b>"),
                body("<b>Date:</b> 9 July 2017"),
                body(f"{LONG}<b>We need data.</b> {LONG}"),
            ]
        )
    ).blocks
    assert (blocks[0].kind, blocks[0].all_bold) == (BlockKind.HEADING, True)
    assert (
        blocks[1].kind,
        [(b.start - blocks[1].span.start, b.end - blocks[1].span.start) for b in blocks[1].bold],
    ) == (BlockKind.PARAGRAPH, [(0, 5)])
    start = blocks[2].text.index("We need")
    assert [(b.start - blocks[2].span.start, b.end - blocks[2].span.start) for b in blocks[2].bold] == [
        (start, start + 13)
    ]


def test_two_columns_are_read_one_after_the_other_under_a_title_over_both() -> None:
    parts = [
        ("First.", LONG),
        ("Second.", LONG),
        ("Third.", LONG),
        ("Fourth.", OTHER),
        ("Fifth.", OTHER),
        ("Sixth.", OTHER),
    ] * 3
    texts = [text for *_, text in shown(made([body(f"{name} {words * 4}") for name, words in parts], columns=2))]
    assert [text.split(".")[0] for text in texts] == ["First", "Second", "Third", "Fourth", "Fifth", "Sixth"] * 3


def test_running_heads_come_once_and_page_numbers_never() -> None:
    story = [part for n in range(3) for part in (body(f"Page {'abc'[n]} says. {LONG}"), PageBreak())]
    document = read(made(story, head="Side events at the Forum"))
    assert [b.kind.value for b in document.blocks] == ["page-header", "paragraph", "paragraph", "paragraph"]
    assert [b.page for b in document.blocks][1:] == [1, 2, 3]
    assert document.text.count("Side events at the Forum") == 1
    assert "Page 1" not in document.text


def test_paragraphs_and_items_go_on_over_the_page() -> None:
    items = [body(f"{n}. {LONG * 9}") for n in range(1, 8)]
    document = read(made([*items, body(OTHER)], head="Forum"))
    found = [b for b in document.blocks if b.kind is BlockKind.ITEM]
    assert [(b.marker, b.text) for b in found] == [(f"{n}.", (LONG * 9).strip()) for n in range(1, 8)]
    assert {b.list for b in found} == {0}
    assert max(b.page for b in found) > 1


def test_nested_and_restarting_lists() -> None:
    hang = [
        ParagraphStyle(f"h{n}", parent=BODY, leftIndent=18 * (n + 1), firstLineIndent=-14, spaceAfter=2)
        for n in range(2)
    ]
    story = [
        Paragraph(f"1. {LONG}", hang[0]),
        Paragraph(f"2. {LONG}", hang[0]),
        Paragraph(f"(a) {OTHER}", hang[1]),
        Paragraph("(b) Time", hang[1]),
        Paragraph("3. Visas", hang[0]),
        body("140 side events"),
        Paragraph("1. Again", hang[0]),
        Paragraph(f"2. {OTHER}", hang[0]),
    ]
    blocks = read(made(story)).blocks
    assert [(b.kind.value, b.marker, b.level, b.list) for b in blocks] == [
        ("item", "1.", 0, 0),
        ("item", "2.", 0, 0),
        ("item", "(a)", 1, 1),
        ("item", "(b)", 1, 1),
        ("item", "3.", 0, 0),
        ("paragraph", "", 0, -1),
        ("item", "1.", 0, 2),
        ("item", "2.", 0, 2),
    ]


def test_bullets_that_stand_apart_from_their_words_are_markers() -> None:
    listed = ListFlowable(
        [ListItem(body(LONG * 2)), ListItem(body("Short")), ListItem(body(OTHER * 2))], bulletType="bullet"
    )
    assert shown(made([body("They asked:"), listed, body(f"Closing words. {OTHER}")])) == [
        ("paragraph", "", "They asked:"),
        ("item", "•", (LONG * 2).strip()),
        ("item", "•", "Short"),
        ("item", "•", (OTHER * 2).strip()),
        ("paragraph", "", f"Closing words. {OTHER}".strip()),
    ]


def test_tables_become_rows() -> None:
    table = Table(
        [["Body", "Role", "Country"], ["GTF", "Host of the session", "Spain"], ["UN DESA", "Partner", "-"]],
        colWidths=[120, 150, 100],
    )
    assert shown(made([body(LONG), Spacer(1, 10), table, Spacer(1, 10), body(OTHER)]))[1:4] == [
        ("row", "", "Body | Role | Country"),
        ("row", "", "GTF | Host of the session | Spain"),
        ("row", "", "UN DESA | Partner | -"),
    ]


def test_a_cell_of_several_lines_is_one_cell() -> None:
    lines = [
        *(
            (72.0, 700.0, "Action"),
            (200.0, 700.0, "Shorten the joint statement and have it read"),
            (430.0, 700.0, "Samira"),
        ),
        *(
            (200.0, 688.0, "by two persons"),
            (72.0, 670.0, "Decision"),
            (200.0, 670.0, "Elections before May"),
            (430.0, 670.0, "Luka"),
        ),
        *((72.0, 640.0, "The meeting was closed at noon and everybody went home."),),
    ]
    assert shown(drawn(*lines)) == [
        ("row", "", "Action | Shorten the joint statement and have it read by two persons | Samira"),
        ("row", "", "Decision | Elections before May | Luka"),
        ("paragraph", "", "The meeting was closed at noon and everybody went home."),
    ]


def test_a_note_as_large_as_the_text_is_known_by_its_raised_number() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for n in range(6):
        canvas.drawString(72, 700 - 14 * n, "The participants asked for time and for access to the data of towns")
    canvas.setFont("Helvetica", 7)
    canvas.drawString(72, 100 + 4, "1")
    canvas.setFont("Helvetica", 12)
    canvas.drawString(78, 100, "The list of participants is a paper of its own that the")
    canvas.drawString(72, 86, "secretariat keeps.")
    canvas.save()
    assert shown(buffer.getvalue())[-1] == (
        "note",
        "",
        "The list of participants is a paper of its own that the secretariat keeps.",
    )


def test_labels_one_below_the_other_stay_apart() -> None:
    tight = ParagraphStyle("tight", parent=BODY, spaceAfter=0)
    lines = ["Date: 9 July 2017", "Venue: Church Center, New York", "Organised by: UN DESA"]
    assert [text for *_, text in shown(made([Paragraph(line, tight) for line in lines] + [body(LONG * 2)]))][
        :3
    ] == lines


def test_hyphens_at_line_ends_are_joined() -> None:
    data = drawn(
        (60, 700, "The participants spoke at length about follow-up and the imple-"),
        (60, 687, "mentation of the Agenda by the pre-HLPF meetings of the multi-"),
        (60, 674, "stakeholder bodies and by everybody who had come to New York."),
    )
    (only,) = [text for *_, text in shown(data)]
    assert "the implementation of" in only
    assert "multi-stakeholder bodies" in only


def test_a_number_at_the_start_of_a_line_of_prose_is_no_item() -> None:
    data = drawn(
        (60, 700, "The participants spoke at length about the follow-up of SDG"),
        (60, 687, "16. The next session is to be held in the same month of 2030"),
        (60, 674, "and it will speak of the other Goals and of their targets."),
    )
    assert [kind for kind, *_ in shown(data)] == ["paragraph"]


def test_a_raised_number_is_no_part_of_the_word_and_the_note_below_is_a_note() -> None:
    note = ParagraphStyle("note", parent=BODY, fontSize=7.5, leading=9)
    blocks = shown(
        made(
            [
                body(f"{LONG}Reviews<super size=6>1</super> are read. {LONG}"),
                body(OTHER * 5),
                Spacer(1, 300),
                Paragraph("1 As was said before the session.", note),
            ]
        )
    )
    assert "Reviews are read." in blocks[0][2]
    assert blocks[-1] == ("note", "", "As was said before the session.")


def test_justified_text_has_no_cells() -> None:
    justified = ParagraphStyle("j", parent=BODY, alignment=TA_JUSTIFY)
    assert shown(made([Paragraph(LONG * 4, justified)], columns=2)) == [("paragraph", "", (LONG * 4).strip())]


def test_turned_words_are_left_out() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    canvas.drawString(60, 700, "Words of the report")
    canvas.rotate(45)
    canvas.drawString(400, 100, "DRAFT")
    canvas.save()
    assert read(buffer.getvalue()).text == "Words of the report"


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_pages_of_libreoffice_give_headings_items_and_rows(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text(
        f"<html><body><h1>Report of the meeting</h1><p>{LONG * 3}</p><h2>Issues discussed</h2><ol><li>{LONG * 2}</li><li>More time"
        "<ul><li>for all</li></ul></li></ol><table width='100%'><tr><td>Body</td><td>Role</td></tr><tr><td>GTF</td><td>Host</td></tr></table></body></html>"
    )
    program = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    for given, form in (
        (["--infilter=HTML (StarWriter)", "--convert-to", "odt:writer8"], page),
        (["--convert-to", "pdf"], page.with_suffix(".odt")),
    ):
        subprocess.run(
            [*program, *given, "--outdir", str(tmp_path), str(form)], check=True, capture_output=True, timeout=120
        )
    assert shown((tmp_path / "a.pdf").read_bytes()) == [
        ("heading", "", "Report of the meeting"),
        ("paragraph", "", (LONG * 3).strip()),
        ("heading", "", "Issues discussed"),
        ("item", "1.", (LONG * 2).strip()),
        ("item", "2.", "More time"),
        ("item", "•", "for all"),
        ("row", "", "Body | Role"),
        ("row", "", "GTF | Host"),
    ]
