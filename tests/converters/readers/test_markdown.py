"""Markdown, read for what its reader sees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumgraph.converters.readers import markdown
from forumgraph.model import BlockKind, Document, Source


def read(text: str) -> Document:
    data = text.encode("utf-8", "surrogatepass")
    return markdown.read(data, Source("a.md", "text/markdown", "0" * 64, len(data)))


def shown(text: str) -> list[tuple[str, str, str]]:
    return [(b.kind.value, b.marker, b.text) for b in read(text).blocks]


def items(text: str) -> list[tuple[str, int, int]]:
    return [(b.marker, b.level, b.list) for b in read(text).blocks if b.kind is BlockKind.ITEM]


@given(st.text(st.characters(), max_size=200) | st.text("ab *_-#|1.()[]<>!`~:\n\t\\", max_size=200))
def test_any_text_is_read_and_every_block_quotes_it(text: str) -> None:
    document = read(text)
    assert all(block.span.of(document.text) == block.text for block in document.blocks)
    assert all(bold.within(block.span) for block in document.blocks for bold in block.bold)


def test_bold_lines_with_trailing_spaces_are_separate_bold_paragraphs() -> None:
    blocks = read(
        "**Spotlight session**  \n**Partners close to people:**\n**bring government to the Goals**\n\n2 February 2022"
    ).blocks
    assert [b.text for b in blocks] == [
        "Spotlight session",
        "Partners close to people:",
        "bring government to the Goals",
        "2 February 2022",
    ]
    assert [b.all_bold for b in blocks] == [True, True, True, False]


@pytest.mark.parametrize("ending", ["  \n", "\\\n", "<br>", "<br />\n"])
def test_hard_breaks_part_pieces(ending: str) -> None:
    assert [text for *_, text in shown(f"One line{ending}another line")] == ["One line", "another line"]


def test_soft_breaks_are_spaces_but_labels_and_markers_begin_a_line() -> None:
    assert shown("words that\ngo on") == [("paragraph", "", "words that go on")]
    assert [t for *_, t in shown("Date: 9 July\nVenue: New York\n**Time:** 9:00")] == [
        "Date: 9 July",
        "Venue: New York",
        "Time: 9:00",
    ]
    assert shown("They asked:\n(a) for data\n(b) for time") == [
        ("paragraph", "", "They asked:"),
        ("item", "(a)", "for data"),
        ("item", "(b)", "for time"),
    ]


def test_a_number_at_the_start_of_a_wrapped_line_is_no_item() -> None:
    text = "the participants spoke at length about access to justice and about SDG\n16. The next session is in July"
    assert [kind for kind, *_ in shown(text)] == ["paragraph"]


def test_lists_numbered_one_throughout_are_counted_as_the_page_shows_them() -> None:
    assert items("1. a\n1. b\n1. c") == [("1.", 0, 0), ("2.", 0, 0), ("3.", 0, 0)]


def test_a_list_begins_where_its_source_begins_and_keeps_its_delimiter() -> None:
    assert [m for m, *_ in items("89) a\n90) b")] == ["89)", "90)"]


def test_a_restart_that_commonmark_would_count_on_is_a_new_list() -> None:
    text = "1. one\n2. two\n3. three\n140 side events\n\n1. eins\n2. zwei"
    assert items(text) == [("1.", 0, 0), ("2.", 0, 0), ("3.", 0, 0), ("1.", 0, 1), ("2.", 0, 1)]
    assert ("paragraph", "", "140 side events") in shown(text)


def test_a_wrapped_item_without_hanging_indent_stays_one_item() -> None:
    text = "1. The participants spoke of the access to the data of the review.\nThey asked for more time, and for a platform that is open in all the\nregions of the world."
    assert [kind for kind, *_ in shown(text)] == ["item"]


def test_a_list_that_goes_on_after_a_remark_is_one_list() -> None:
    assert [number for *_, number in items("1. a\n2. b\n\nA remark.\n\n3. c")] == [0, 0, 0]


def test_levels_follow_the_nesting() -> None:
    assert [(m, level) for m, level, _ in items("- a\n  1. b\n     - c\n- d")] == [
        ("•", 0),
        ("1.", 1),
        ("•", 2),
        ("•", 0),
    ]
    assert [(m, level) for m, level, _ in items("89. Lead\n(a) x\n(b) y")] == [("89.", 0), ("(a)", 1), ("(b)", 1)]


def test_headings_keep_level_and_bold() -> None:
    first, second = read("# ECOSOC Partnership Forum\n\n## **Recommendations**").blocks
    assert (first.kind, first.level, first.bold) == (BlockKind.HEADING, 1, ())
    assert (second.level, second.all_bold) == (2, True)


def test_tables_become_rows_with_their_lines() -> None:
    blocks = read("words\n\n| Body | Role |\n|---|---|\n| **GTF** | host |").blocks[1:]
    assert [(b.kind, b.text, b.line) for b in blocks] == [
        (BlockKind.ROW, "Body | Role", 3),
        (BlockKind.ROW, "GTF | host", 5),
    ]


def test_links_pictures_code_and_comments_leave_only_their_words() -> None:
    text = "See [the Forum](http://example.org/x) ![logo](l.png)`code` &amp; 5\\* <b>x</b><!-- hidden -->\n\n<!-- hidden\n\ntoo -->\n\n<div>shown<br>too</div>"
    assert [t for *_, t in shown(text)] == ["See the Forum code & 5* x", "shown", "too"]


def test_struck_out_words_are_left_out_and_reported() -> None:
    document = read("words\n\nkept ~~gone~~ kept")
    assert document.text == "words\nkept kept"
    assert [(f.code, f.where.line) for f in document.findings] == [("DOC009", 3)]


def test_indented_and_fenced_words_are_read_as_text() -> None:
    assert shown("    1. indented\n    2. words") == [("item", "1.", "indented"), ("item", "2.", "words")]
    assert shown("```\nfenced words\n```") == [("paragraph", "", "fenced words")]


def test_a_footnote_is_a_note() -> None:
    assert shown("said so[^1]\n\n[^1]: by whom") == [("paragraph", "", "said so"), ("note", "", "by whom")]


def test_a_printed_marker_inside_a_bullet_is_the_marker() -> None:
    assert shown("- (a) Access\n- (b) Time") == [("item", "(a)", "Access"), ("item", "(b)", "Time")]


def test_a_second_paragraph_of_an_item_is_a_paragraph() -> None:
    assert [(k, n) for k, _, n in shown("1. one\n\n   more\n2. two")] == [
        ("item", "one"),
        ("paragraph", "more"),
        ("item", "two"),
    ]
    assert [m for m, *_ in items("1. one\n\n   more\n2. two")] == ["1.", "2."]


@pytest.mark.parametrize(
    "unit",
    [
        "a ",
        "*",
        "**a ",
        "[",
        "](",
        "> ",
        "- ",
        "1. a\n",
        "`",
        "|",
        "<",
        "<!--",
        "~~",
        "![",
        "\\",
        "&",
        "# ",
        "(a) b\n",
        "**a**\n",
    ],
)
def test_long_repetitive_texts_are_read_in_linear_time(unit: str) -> None:
    read(unit * (20_000 // len(unit)))


def test_the_name_that_a_heading_is_linked_by_is_none_of_its_words() -> None:
    assert [b.text for b in read("## The ice {#session1}\n\nwords").blocks] == ["The ice", "words"]


def test_words_right_below_a_numbered_title_are_none_of_it() -> None:
    text = "1\\. Welcome\nAG welcomed those present\n\n2\\. Ice\nJo said that ice is dear.\n"
    assert [b.text for b in read(text).blocks if b.kind is BlockKind.PARAGRAPH] == [
        "AG welcomed those present",
        "Jo said that ice is dear.",
    ]
    assert [b.text for b in read("1\\. Access to\nData of all\n").blocks] == ["Access to Data of all"]


def test_a_title_that_a_page_prints_itself_is_the_title() -> None:
    for own in ("**Who picks\nit up?**", "# Who picks it up?"):
        assert [b.text for b in read(f"---\ntitle: Waste\n---\n{own}\n\nWords.").blocks if "Waste" in b.text] == [
            "title: Waste"
        ]
