"""What the layout of a plain text tells: labels, headings, tables, pages, bold marks."""

from __future__ import annotations

import pytest

from forumgraph.converters.readers import plain
from forumgraph.model import BlockKind, Document, Source


def read(text: str) -> Document:
    data = text.encode()
    return plain.read(data, Source("a.txt", "text/plain", "0" * 64, len(data)))


def shown(text: str) -> list[tuple[str, str, str]]:
    return [(b.kind.value, b.marker, b.text) for b in read(text).blocks]


def test_labels_stay_separate_lines() -> None:
    text = "Date: 9 July 2017\nVenue: Conference Room 4, United Nations Headquarters, New York\nOrganised by: UN DESA\norganisers and friends: GTF"
    assert [words for *_, words in shown(text)] == text.split("\n")


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("# Issues\nwords", 1),
        ("### Issues ###\nwords", 3),
        ("Issues\n======\nwords", 1),
        ("Issues\n------\nwords", 2),
        ("ISSUES DISCUSSED\n\nwords", 1),
    ],
)
def test_headings_of_every_fashion(text: str, level: int) -> None:
    first, second = read(text).blocks
    assert (first.kind, first.level, first.text.casefold()[:6]) == (BlockKind.HEADING, level, "issues")
    assert (second.kind, second.text) == (BlockKind.PARAGRAPH, "words")


def test_numbered_titles_over_prose_are_headings_and_numbered_points_are_not() -> None:
    titles = shown("1. Introduction\n\nThe session was held.\n\n2. Discussion\n\nIt was lively.")
    assert [kind for kind, *_ in titles] == ["heading", "paragraph"] * 2
    assert titles[0][2] == "1. Introduction"
    points = shown("1. Access to data\n\n2. More time\n\nThe meeting closed.")
    assert [kind for kind, *_ in points] == ["item", "item", "paragraph"]


def test_acronyms_in_a_row_are_not_headings() -> None:
    assert {kind for kind, *_ in shown("Present:\nUNESCO\nUNICEF\nUNDP\nGTF\n\nThe meeting was opened.")} == {
        "paragraph"
    }


def test_a_name_with_an_initial_is_no_item() -> None:
    assert shown("A. Smith\n\nspoke first.")[0] == ("paragraph", "", "A. Smith")
    assert [kind for kind, *_ in shown("A. Background\nB. Discussion held here.")] == ["item", "item"]


@pytest.mark.parametrize(
    "text",
    [
        "| Body | Role |\n|------|------|\n| GTF | host |",
        "Body | Role\nGTF | host",
        "Body\tRole\nGTF\thost",
        "+---+---+\n| Body | Role |\n+---+---+\n| GTF | host |\n+---+---+",
    ],
)
def test_tables_become_rows(text: str) -> None:
    assert shown(text) == [("row", "", "Body | Role"), ("row", "", "GTF | host")]


def test_one_line_with_a_bar_is_a_paragraph() -> None:
    assert shown("New York | 9 July 2017")[0][0] == "paragraph"


def test_pages_are_counted_and_a_sentence_goes_on_over_the_page() -> None:
    pages = [
        f"Partnership Forum 2022\n\nFirst words of page {p} and more.\n\nThe participants of {'abcd'[p - 1]} asked for\n\n{p}\n"
        for p in (1, 2, 3, 4)
    ]
    blocks = read("\f".join(pages).replace("\n\nFirst words of page 3", "\n\nmore time. First words of page 3")).blocks
    assert [b.text for b in blocks].count("Partnership Forum 2022") == 1
    assert blocks[0].kind is BlockKind.PAGE_HEADER
    assert "The participants of b asked for more time. First words of page 3 and more." in [b.text for b in blocks]
    assert not any(b.text.isdigit() for b in blocks)
    assert {b.page for b in blocks} == {1, 2, 3, 4}


def test_bold_marks_make_bold_and_are_gone() -> None:
    (block,) = read("**Date:** 9 July and **more**").blocks
    assert block.text == "Date: 9 July and more"
    assert [span.start for span in block.bold] == [0, 17]
    (first, second) = read("**Title of\nthe meeting**").blocks
    assert first.all_bold
    assert second.all_bold


def test_word_residue_is_no_part_of_a_line() -> None:
    assert shown("[bookmark: _GoBack]1. UN\u00a0DESA") == [("item", "1.", "UN DESA")]


def test_lines_are_numbered_as_in_the_file() -> None:
    assert [b.line for b in read("one\r\n\r\ntwo\r\n\r\n\r\n- three\r\n").blocks] == [1, 3, 6]


def test_wide_gaps_part_cells_where_those_of_two_lines_begin_at_one_place() -> None:
    table = "Ana Silva        Delta Fund\n\nLee Park         ICLEI\n\nIt rained.      Nobody came."
    assert [(kind, words) for kind, _, words in shown(table)] == [
        ("row", "Ana Silva | Delta Fund"),
        ("row", "Lee Park | ICLEI"),
        ("paragraph", "It rained. Nobody came."),
    ]


def test_an_item_with_bars_is_no_row() -> None:
    assert [kind for kind, *_ in shown("• Ana Silva | Mayor | Renca\n• Lee Park | Head | ICLEI")] == [
        "item",
        "item",
    ]
