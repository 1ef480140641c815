"""OpenDocument: lists and headings with the numbers they print, without deletions, comments and hidden words."""

from __future__ import annotations

import io
import zipfile

import pytest

from forumgraph.converters.readers import odt
from forumgraph.errors import UnreadableSource
from forumgraph.model import Block, Document, Source

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = (
    f'xmlns:office="{OASIS}:office:1.0" xmlns:text="{OASIS}:text:1.0" xmlns:style="{OASIS}:style:1.0" xmlns:table="{OASIS}:table:1.0" '
    f'xmlns:fo="{OASIS}:xsl-fo-compatible:1.0" xmlns:draw="{OASIS}:drawing:1.0" xmlns:meta="{OASIS}:meta:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xml="http://www.w3.org/XML/1998/namespace"'
)
STYLES = """
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Bold"/>
<style:style style:name="Bold" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Title"/>
<style:style style:name="Title" style:family="paragraph"/>
<style:style style:name="P3" style:family="paragraph" style:list-style-name="L1"/>
<text:list-style style:name="L1">
  <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
  <text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>
</text:list-style>
<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="o"/></text:list-style>
<text:list-style style:name="L3"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="." text:start-value="89"/>
  <text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/></text:list-style>
"""
OUTLINE = '<text:outline-style style:name="O"><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/></text:outline-style>'


def archive(**members: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        for name, content in members.items():
            made.writestr({"manifest": "META-INF/manifest.xml"}.get(name, f"{name}.xml"), content)
    return stream.getvalue()


def read(data: bytes) -> Document:
    return odt.read(data, Source("a.odt", "", "0" * 64, len(data)))


def document(body: str, *, outline: str = "", pages: str = "") -> Document:
    content = (
        f"<office:document-content {NAMES}><office:automatic-styles>{STYLES}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    styles = (
        f"<office:document-styles {NAMES}><office:styles>{outline}</office:styles><office:master-styles>"
        f'<style:master-page style:name="S">{pages}</style:master-page></office:master-styles></office:document-styles>'
    )
    meta = f"<office:document-meta {NAMES}><office:meta><dc:title>In the properties</dc:title></office:meta></office:document-meta>"
    return read(archive(content=content, styles=styles, meta=meta))


def blocks(body: str, **parts: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in document(body, **parts).blocks]


def listed(*items: str, style: str = "L1", extra: str = "") -> str:
    inner = "".join(
        item if item.startswith("<text:list-item") else f"<text:list-item>{item}</text:list-item>" for item in items
    )
    return f'<text:list text:style-name="{style}" {extra}>{inner}</text:list>'


def p(text: str, style: str = "S") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def marked(body: str) -> list[tuple[str, int]]:
    return [(b.marker, b.level) for b in document(body).blocks if b.marker]


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableSource) as caught:
        read(data)
    assert caught.value.remedy
    return caught.value.code


def test_a_list_interrupted_by_a_remark_goes_on_and_is_one_list() -> None:
    found = document(
        listed(p("a"), p("b")) + p("A remark.") + listed(p("c"), extra='text:continue-numbering="true"')
    ).blocks
    assert [b.marker for b in found] == ["1.", "2.", "", "3."]
    assert found[0].list == found[3].list


def test_a_list_goes_on_with_the_one_it_names() -> None:
    body = listed(p("a"), extra='xml:id="first"') + listed(p("x")) + listed(p("b"), extra='text:continue-list="first"')
    assert [b.marker for b in document(body).blocks] == ["1.", "1.", "2."]


def test_a_list_that_does_not_say_so_starts_again_and_is_new() -> None:
    first, second = document(listed(p("a")) + listed(p("b"))).blocks
    assert first.marker == second.marker == "1."
    assert first.list != second.list


def test_nested_lists_have_their_own_level_and_begin_again() -> None:
    body = listed(p("a") + listed(p("x"), p("y"), style=""), p("b") + listed(p("z"), style=""))
    assert marked(body) == [("1.", 0), ("(a)", 1), ("(b)", 1), ("2.", 0), ("(a)", 1)]


def test_start_values_and_numbers_of_several_levels_are_printed() -> None:
    body = listed(
        p("a") + listed(p("x"), style=""),
        '<text:list-item text:start-value="95">' + p("b") + "</text:list-item>",
        style="L3",
    )
    assert marked(body) == [("89.", 0), ("89.1", 1), ("95.", 0)]


def test_an_item_that_only_holds_a_list_is_not_counted() -> None:
    assert marked(listed(listed(p("x"), style=""), p("a"))) == [("(a)", 1), ("1.", 0)]


def test_the_list_style_may_be_that_of_the_paragraph() -> None:
    assert marked(listed(p("a", "P3"), style="")) == [("1.", 0)]


def test_every_bullet_is_the_same_and_a_further_paragraph_has_none() -> None:
    found = document(listed(p("a") + p("more"), style="L2")).blocks
    assert [(b.kind.value, b.marker) for b in found] == [("item", "•"), ("paragraph", "")]
    assert found[0].list == found[1].list


def test_headings_have_levels_numbers_and_stand_below_a_title() -> None:
    body = (
        p("Report", "P2")
        + '<text:h text:outline-level="1">Issues</text:h><text:h text:outline-level="2">Access</text:h>'
    )
    found = document(body, outline=OUTLINE).blocks
    assert [(b.text, b.level) for b in found] == [("Report", 1), ("I. Issues", 2), ("Access", 3)]


def test_bold_comes_from_spans_and_paragraph_styles() -> None:
    def bold(body: str) -> list[str]:
        (block,) = document(body).blocks
        return [block.text[b.start : b.end] for b in block.bold]

    assert bold(p('<text:span text:style-name="T1">Date:</text:span> 2 May')) == ["Date:"]
    assert bold(p("Key issues", "P1")) == ["Key issues"]


def test_deleted_hidden_and_commented_words_are_out_and_counted() -> None:
    changes = f"<text:tracked-changes><text:changed-region><text:deletion>{p('gone')}</text:deletion></text:changed-region></text:tracked-changes>"
    comment = f"<office:annotation>{p('who wrote this?')}</office:annotation>"
    made = document(changes + p(f'seen{comment}<text:span text:style-name="T2">hidden</text:span>'))
    assert made.text == "seen"
    assert [f.message.split(" were")[0] for f in made.findings] == ["comments", "deleted words", "hidden words"]


def test_spaces_tabs_and_line_breaks_are_what_they_print() -> None:
    assert blocks(p('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>Next\nline')) == [
        ("paragraph", "a b c"),
        ("paragraph", "Next line"),
    ]


def test_rows_of_tables_are_read_with_their_cells() -> None:
    cells = "".join(f"<table:table-cell>{p(text)}</table:table-cell>" for text in ("Name", "Post"))
    table = f"<table:table><table:table-header-rows><table:table-row>{cells}</table:table-row></table:table-header-rows></table:table>"
    assert blocks(table) == [("row", "Name | Post")]


def test_notes_come_last_text_boxes_after_their_paragraph_and_heads_first() -> None:
    note = f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{p('A/RES/70/1')}</text:note-body></text:note>"
    box = f"<draw:frame><draw:text-box>{p('boxed')}</draw:text-box></draw:frame>"
    pages = f"<style:header>{p('HLPF 2018')}</style:header><style:footer>{p('Page <text:page-number>3</text:page-number>')}</style:footer>"
    assert blocks(p(f"The Agenda{note}{box} was recalled") + p("End"), pages=pages) == [
        ("page-header", "HLPF 2018"), ("paragraph", "The Agenda was recalled"), ("paragraph", "boxed"), ("paragraph", "End"), ("note", "A/RES/70/1"),
    ]  # fmt: skip


def test_tables_of_contents_are_out_and_sections_are_in() -> None:
    contents = f"<text:table-of-content><text:index-body>{p('Issues 2')}</text:index-body></text:table-of-content>"
    assert blocks(contents + f"<text:section>{p('Text')}</text:section>") == [("paragraph", "Text")]


def test_typed_markers_make_items() -> None:
    (block,) = document(p("1) Access")).blocks
    assert (block.marker, block.text) == ("1)", "Access")


def test_the_title_of_the_properties_is_metadata() -> None:
    made: Document = document(p("Text"))
    blocks_: tuple[Block, ...] = made.blocks
    assert (made.title, len(blocks_)) == ("In the properties", 1)


def test_bad_files_are_refused_with_their_code() -> None:
    good = archive(content=f"<office:document-content {NAMES}/>")
    assert refused(good[: len(good) // 2]) == "DOC005"
    assert refused(good) == "DOC002"
    assert refused(archive(manifest="<m><encryption-data/></m>", content="x")) == "DOC003"
    assert refused(archive(content='<!DOCTYPE d [<!ENTITY a "b">]><d/>')) == "DOC014"
    assert refused(archive(content="<a>" * 5000 + "</a>" * 5000)) == "DOC005"
    assert refused(archive(content=" " * (40 * 2**20))) == "DOC006"
