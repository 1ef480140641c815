"""Assembling: every block quotes the text, whatever the reader handed over."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from forumgraph.converters.readers.assemble import Piece, assemble, clean
from forumgraph.converters.readers.pagemarks import is_page_number
from forumgraph.model import BlockKind, Document, Source

SOURCE = Source("a.txt", "text/plain", "0" * 64, 1)


def made(*pieces: Piece) -> Document:
    return assemble(SOURCE, pieces)


def paragraph(text: str, **rest: object) -> Piece:
    return Piece(BlockKind.PARAGRAPH, text, **rest)  # type: ignore[arg-type]  # tests pass any field


PIECES = st.lists(
    st.builds(
        lambda kind, text, marker, cuts, page: Piece(
            kind,
            text,
            marker=marker,
            page=page,
            bold=tuple((min(a, b), max(a, b)) for a, b in cuts if max(a, b) <= len(text)),
        ),
        st.sampled_from(BlockKind),
        st.text(st.characters(), max_size=40) | st.text("a \u00a0\u0301e\u00ad[bookmark: x]\n\ud800", max_size=40),
        st.sampled_from(["", "1.", "•", "(a)", "\u200b"]),
        st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4),
        st.integers(0, 4),
    ),
    max_size=12,
)


@settings(deadline=None)  # the first example loads the words of all languages
@given(PIECES)
def test_every_block_and_every_bold_stretch_quotes_the_text(pieces: list[Piece]) -> None:
    document = assemble(SOURCE, pieces)
    for block in document.blocks:
        assert block.span.of(document.text) == block.text
        assert block.text == clean(block.text) != ""
        assert all(bold.within(block.span) and bold.start < bold.end for bold in block.bold)
    assert [b.span.start for b in document.blocks] == sorted(b.span.start for b in document.blocks)
    assert document.text.count("\n") == max(len(document.blocks) - 1, 0)


@given(st.text(st.characters(), max_size=60))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert once.isprintable() or all(c == " " or not c.isspace() for c in once)


def test_word_residue_spaces_and_soft_hyphens_are_gone() -> None:
    document = made(
        paragraph("[bookmark: _GoBack]UN\u00a0DESA imple\u00admenta\u200btion\u2009of\r\n the 2030\u2011Agenda")
    )
    assert document.text == "UN DESA implementation of the 2030-Agenda"
    assert document.findings == ()


def test_decomposed_letters_are_composed_and_ligatures_spelled_out() -> None:
    assert made(paragraph("Me\u0301xico of\ufb01ce")).text == "México office"


def test_bidirectional_and_control_characters_are_reported_once() -> None:
    document = made(paragraph("a\u202eb", line=3), paragraph("c\x00d", line=9), paragraph("\ud800e"))
    assert document.text == "ab\ncd\ne"
    assert [(f.code, f.where.line) for f in document.findings] == [("DOC008", 3)]
    assert "3 places" in document.findings[0].message


def test_bold_follows_the_words_through_the_cleaning() -> None:
    text = "  Date\u00a0 : \u00ad2 Me\u0301xico  end"
    start, end = text.index("2"), text.index("  end")
    document = made(paragraph(text, bold=((start, end),)))
    assert [b.of(document.text) for b in document.blocks[0].bold] == ["2 México"]


def test_bold_stretches_with_only_a_space_between_are_one() -> None:
    document = made(paragraph("Mayor of Valongo", bold=((0, 5), (6, 8), (8, 16))))
    assert document.blocks[0].all_bold
    assert len(document.blocks[0].bold) == 1


def test_an_item_is_printed_with_its_marker_and_the_block_covers_the_words() -> None:
    document = made(Piece(BlockKind.ITEM, "Access", marker="1.", bold=((0, 6),)))
    (block,) = document.blocks
    assert (document.text, block.text, block.bold[0].of(document.text)) == ("1. Access", "Access", "Access")


def test_pieces_without_words_are_dropped() -> None:
    assert made(paragraph(" \u00a0"), Piece(BlockKind.ITEM, "\u200b", marker="1."), paragraph("x")).text == "x"


def test_a_running_head_is_kept_once_and_page_numbers_never() -> None:
    pages = [
        piece
        for page in range(1, 6)
        for piece in (
            Piece(BlockKind.PAGE_HEADER, f"Forum 2022, page {page}", page=page),
            paragraph("Agreed.", page=page),
            Piece(BlockKind.PAGE_HEADER, f"- {page} -", page=page),
        )
    ]
    document = made(*pages)
    assert [b.text for b in document.blocks if b.kind is BlockKind.PAGE_HEADER] == ["Forum 2022, page 1"]
    assert document.text.count("Agreed.") == 5
    assert "- 3 -" not in document.text


def test_page_numbers_are_told_from_years_and_numbered_words() -> None:
    assert all(map(is_page_number, ["3", "- 3 -", "Page 3", "3/10", "Page 3 of 10", "página 2 de 4", "| 7"]))
    assert not any(map(is_page_number, ["3 items", "Goal 16", "2 February 2022", "1. Access"]))


def test_long_repetitive_pieces_are_read_in_linear_time() -> None:
    for unit in ("a ", " ", "[bookmark: ", "\u0301", "\u00ad", "HYPERLINK ", "e\u0301", "\u202e"):
        text = unit * (60_000 // len(unit))
        assemble(SOURCE, [paragraph(text, bold=tuple((n, n + 1) for n in range(0, 60_000 - 1, 7)))])
