"""Rich Text: words, bold, lists and tables; without deletions, hidden words and machinery."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumgraph.converters.readers import rtf
from forumgraph.errors import UnreadableSource
from forumgraph.model import BlockKind, Document, Source

SHEET = r"{\stylesheet{\s0 Normal;}{\s1 heading 1;}{\s2\sbasedon1 Title;}{\*\cs3 \additive Default;}}"


def read(data: bytes) -> Document:
    return rtf.read(data, Source("a.rtf", "", "0" * 64, len(data)))


def document(body: str) -> Document:
    return read((r"{\rtf1\ansi\ansicpg1252" + SHEET + r"\pard " + body + "}").encode("ascii"))


def words(body: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in document(body).blocks]


def test_paragraphs_and_line_breaks() -> None:
    assert words("One\r\n two\\par Three\\line Four") == [
        ("paragraph", "One two"),
        ("paragraph", "Three"),
        ("paragraph", "Four"),
    ]


def test_characters_in_code_pages_and_in_unicode() -> None:
    assert words(
        r"caf\'e9 \u8364?uro \uc2\u8211\'96\'96 \uc0\u233 t\u55357 \u56832 \endash\~\ldblquote x\rdblquote"
    ) == [("paragraph", "café €uro – ét😀– “x”")]


def test_the_character_set_of_a_font_decides_on_its_bytes() -> None:
    assert words(r"{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Times Cyr;}}\f0 \'c0 {\f1 \'c0\'c1}") == [
        ("paragraph", "À АБ")
    ]


def test_bold_ends_with_its_group_its_word_and_plain() -> None:
    (block,) = document(r"{\b Date:} 2 \b May\b0  2017 \b x\plain  y").blocks
    assert [block.text[b.start : b.end] for b in block.bold] == ["Date:", "May", "x"]


def test_headings_are_known_by_style_and_outline_level() -> None:
    found = document(r"\s2 Report\par\pard\s1 Issues\par\pard\outlinelevel1 Access\par\pard Text").blocks
    assert [(b.kind.value, b.level) for b in found] == [
        ("heading", 1),
        ("heading", 2),
        ("heading", 3),
        ("paragraph", 0),
    ]


def test_list_numbers_are_those_the_file_prints() -> None:
    items = "".join(rf"\pard{{\listtext\pard\plain {marker}\tab}}\ls1 words\par " for marker in ("1.", "2.", "3."))
    found = document(items + r"\pard A remark.\par{\listtext 4.\tab}more\par").blocks
    assert [b.marker for b in found] == ["1.", "2.", "3.", "", "4."]
    assert len({b.list for b in found if b.kind is BlockKind.ITEM}) == 1


@pytest.mark.parametrize("glyph", [r"\'b7", r"\bullet", r"\u61623?", "-", r"\u9642?"])
def test_every_bullet_is_the_same(glyph: str) -> None:
    (block,) = document(rf"{{\pntext\f1 {glyph}\tab}}Access\par").blocks
    assert (block.marker, block.text) == ("•", "Access")


def test_typed_markers_make_items() -> None:
    (block,) = document("1) Access").blocks
    assert (block.marker, block.text) == ("1)", "Access")


def test_rows_of_tables_are_read_with_their_cells() -> None:
    table = r"\trowd\cellx1\cellx2\intbl Name\cell Post\cell\row\trowd\intbl A. Silva\par Valongo\cell Mayor\cell\row\pard After"
    assert words(table) == [("row", "Name | Post"), ("row", "A. Silva Valongo | Mayor"), ("paragraph", "After")]


def test_deleted_hidden_and_commented_words_are_out_and_counted() -> None:
    made = document(r"Governments will {\deleted not }{\revised now }{\v hidden }act{\*\annotation who says so?}")
    assert made.text == "Governments will now act"
    assert [f.message.split(" were")[0] for f in made.findings] == ["comments", "deleted words", "hidden words"]


def test_fields_give_their_result_and_not_their_instruction() -> None:
    assert words(r'See {\field{\*\fldinst HYPERLINK "http://x"}{\fldrslt the report}}.') == [
        ("paragraph", "See the report.")
    ]


def test_heads_come_first_notes_last_and_page_numbers_never() -> None:
    body = r"{\header \pard HLPF 2018\par}{\footer Page {\field{\*\fldinst PAGE}{\fldrslt 3}}\par}The Agenda{\footnote \pard A/RES/70/1} was recalled\par"
    assert words(body) == [
        ("page-header", "HLPF 2018"),
        ("paragraph", "The Agenda was recalled"),
        ("note", "A/RES/70/1"),
    ]


def test_machinery_is_out() -> None:
    body = r"{\info{\author Somebody}{\title In the properties}}{\*\unknown words}{\pict\wmetafile8 00ff}{\*\bkmkstart x}a{\*\shppict{\pict 00}}"
    made = document(body)
    assert (made.text, made.title) == ("a", "In the properties")


def test_binary_data_is_skipped_whatever_it_holds() -> None:
    assert words(r"a{\pict\bin5 }}{{\ }b") == [("paragraph", "ab")]


def test_text_boxes_are_read_after_their_paragraph() -> None:
    assert words(r"Before{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt boxed\par}}{\shprslt again}} it\par") == [
        ("paragraph", "Before it"),
        ("paragraph", "boxed"),
    ]


def test_what_follows_the_last_group_is_not_text() -> None:
    assert read(rb"{\rtf1 words}junk{\b more}").text == "words"


@pytest.mark.parametrize("data", [rb"{\rtf1 words {\b torn", rb"{\rtf1", b"words", b"", rb"{\rtf1\bin999 x}"])
def test_torn_files_are_damaged(data: bytes) -> None:
    with pytest.raises(UnreadableSource) as caught:
        read(data)
    assert caught.value.code == "DOC005"
    assert caught.value.remedy


def test_a_hundred_thousand_nested_groups_are_read() -> None:
    assert read(rb"{\rtf1 " + b"{" * 100_000 + b"deep" + b"}" * 100_001).text == "deep"


@pytest.mark.parametrize(
    "unit", [r"\b ", r"\'e9", r"a\par ", r"{\b x}", r"\u233?", r"\cell ", r"\row ", r"{\footnote x}", "\\\\"]
)
def test_long_repetitive_files_are_read_in_linear_time(unit: str) -> None:
    begun = time.process_time()
    document(unit * (100_000 // len(unit)))
    assert time.process_time() - begun < 5


@given(
    st.lists(
        st.sampled_from(
            r"{ } \par \cell \row \intbl \pard \b \b0 \footnote \header \* \listtext \u200? \'e9 \bin2 a 1) \deleted \shptxt".split()
        )
    )
)
def test_any_soup_of_words_is_a_document_or_damaged(soup: list[str]) -> None:
    try:
        made = document(" ".join(soup))
    except UnreadableSource:
        return
    assert all(block.span.of(made.text) == block.text for block in made.blocks)
