"""Word: what is printed is read, in order, once; what is deleted, hidden or machinery is not."""

from __future__ import annotations

import io
import zipfile

from wordfiles import W, abstract, instance, level, paragraph, run, word_file

from forumgraph.converters.readers import word
from forumgraph.model import Block, BlockKind, Document, Source

NUMBERING = (
    abstract(0, level(0, "decimal", "%1."))
    + abstract(1, level(0, "bullet", "\uf0b7"))
    + instance(1, 0)
    + instance(2, 1)
)
BREAK = "<w:r><w:br/></w:r>"


def read(data: bytes) -> Document:
    return word.read(data, Source("a.docx", "", "0" * 64, len(data)))


def document(*body: str, **parts: str) -> Document:
    return read(word_file("".join(body), numbering=NUMBERING, **parts))


def blocks(*body: str, **parts: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in document(*body, **parts).blocks]


def only(*body: str, **parts: str) -> Block:
    (block,) = document(*body, **parts).blocks
    return block


def field(instruction: str, result: str) -> str:
    kinds = ("begin", "separate", "end")
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in kinds)
    return f"{begin}<w:r><w:instrText> {instruction} </w:instrText></w:r>{separate}{run(result)}{end}"


def row(*cells: str) -> str:
    return (
        "<w:tr>"
        + "".join(f"<w:tc>{cell if cell.startswith('<') else paragraph(cell)}</w:tc>" for cell in cells)
        + "</w:tr>"
    )


def test_headings_are_known_by_style_ancestor_and_outline_level() -> None:
    found = document(
        paragraph("One", style="berschrift1"),
        paragraph("Two", style="Own"),
        paragraph("Three", properties='<w:outlineLvl w:val="2"/>'),
        paragraph("Text", properties='<w:outlineLvl w:val="9"/>'),
    ).blocks
    assert [(b.kind.value, b.level) for b in found] == [
        ("heading", 1),
        ("heading", 2),
        ("heading", 3),
        ("paragraph", 0),
    ]


def test_headings_stand_below_a_title() -> None:
    found = document(paragraph("Report", style="Titel"), paragraph("One", style="berschrift1")).blocks
    assert [(b.text, b.level) for b in found] == [("Report", 1), ("One", 2)]


def test_styles_that_are_based_on_each_other_end() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/><w:basedOn w:val="{other}"/></w:style>'
        for name, other in (("A", "B"), ("B", "A"))
    )
    assert blocks(paragraph("x", style="A"), styles=styles) == [("paragraph", "x")]


def test_bold_words_are_marked_whoever_made_them_bold() -> None:
    block = only(
        paragraph(run("Date: ", "<w:b/>") + run("2 ", '<w:b w:val="0"/>') + run("May", '<w:rStyle w:val="Strong"/>'))
    )
    assert block.text == "Date: 2 May"
    assert [block.text[b.start : b.end] for b in block.bold] == ["Date:", "May"]


def test_a_bold_paragraph_stays_a_paragraph_that_is_all_bold() -> None:
    block = only(paragraph(run("Key ", "<w:b/>") + run("issues", "<w:b/>")))
    assert block.kind is BlockKind.PARAGRAPH
    assert block.all_bold


def test_a_title_over_several_lines_is_several_pieces() -> None:
    found = blocks(paragraph(run("Spotlight Session", "<w:b/>") + BREAK + run("Local Partnerships", "<w:b/>")))
    assert found == [("paragraph", "Spotlight Session"), ("paragraph", "Local Partnerships")]


def test_a_break_inside_a_sentence_is_undone() -> None:
    assert blocks(paragraph(run("The meeting was") + BREAK + run("opened by the Mayor."))) == [
        ("paragraph", "The meeting was opened by the Mayor.")
    ]


def test_an_item_with_a_break_is_one_item() -> None:
    found = document(paragraph(run("Access") + BREAK + run("Why it matters"), num=1), paragraph("Time", num=1)).blocks
    assert [(b.marker, b.text) for b in found] == [("1.", "Access Why it matters"), ("2.", "Time")]


def test_typed_markers_make_items() -> None:
    found = document(*(paragraph(text) for text in ("1) Access", "2) Time", "A remark.", "- Money", "1) Again"))).blocks
    assert [(b.marker, b.text) for b in found] == [
        ("1)", "Access"),
        ("2)", "Time"),
        ("", "A remark."),
        ("•", "Money"),
        ("1)", "Again"),
    ]
    assert found[0].list == found[1].list != found[4].list


def test_a_number_typed_behind_a_bullet_is_the_marker() -> None:
    assert only(paragraph("(a) Access", num=2)).marker == "(a)"


def test_a_bold_line_with_a_number_may_be_a_heading_and_stays_a_paragraph() -> None:
    block = only(paragraph(run("1. Introduction", "<w:b/>")))
    assert (block.kind, block.text) == (BlockKind.PARAGRAPH, "1. Introduction")


def test_rows_of_a_table_are_read_with_their_cells() -> None:
    table = f"<w:tbl>{row('Name', 'Post')}{row('A. Silva', 'Mayor')}</w:tbl>"
    assert blocks(table) == [("row", "Name | Post"), ("row", "A. Silva | Mayor")]


def test_merged_cells_are_read_once() -> None:
    below = "<w:tcPr><w:vMerge/></w:tcPr>" + paragraph("again")
    assert blocks(f"<w:tbl>{row('Day 1', '9:00')}{row(below, '10:00')}</w:tbl>") == [
        ("row", "Day 1 | 9:00"),
        ("row", "| 10:00"),
    ]


def test_a_row_of_one_cell_is_layout() -> None:
    assert blocks(f"<w:tbl>{row(paragraph('Issues', style='berschrift1') + paragraph('Access', num=1))}</w:tbl>") == [
        ("heading", "Issues"),
        ("item", "Access"),
    ]


def test_lists_and_tables_inside_cells_are_not_flattened() -> None:
    inner = f"<w:tbl>{row('a', 'b')}</w:tbl>"
    table = f"<w:tbl>{row('Topics', paragraph('Access', num=2) + paragraph('Time', num=2))}{row('Who', inner)}</w:tbl>"
    assert blocks(table) == [
        ("heading", "Topics"),
        ("item", "Access"),
        ("item", "Time"),
        ("paragraph", "Who"),
        ("row", "a | b"),
    ]


def test_deleted_words_are_out_and_inserted_ones_in() -> None:
    body = f"<w:del>{run('not ').replace('w:t', 'w:delText')}</w:del><w:ins>{run('now ')}</w:ins>"
    made = document(paragraph(run("Governments will ") + body + run("act")))
    assert made.text == "Governments will now act"
    assert [(f.code, f.message) for f in made.findings] == [("DOC009", "deleted words were left out in 1 place")]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    deleted = '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>'
    assert blocks(paragraph("Governments ", properties=deleted), paragraph("should act", num=1)) == [
        ("item", "Governments should act")
    ]


def test_a_deleted_row_is_out() -> None:
    gone = row("x", "y").replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>")
    assert blocks(f"<w:tbl>{row('a', 'b')}{gone}</w:tbl>") == [("row", "a | b")]


def test_hidden_words_and_comments_are_out_and_counted_once_each() -> None:
    comment = '<w:r><w:commentReference w:id="0"/></w:r>'
    made = document(
        paragraph(
            run("seen") + run("hidden", "<w:vanish/>") + run("too", '<w:rStyle w:val="Ghost"/>') + comment + comment
        )
    )
    assert made.text == "seen"
    assert [f.message for f in made.findings] == [
        "comments were left out in 2 places",
        "hidden words were left out in 2 places",
    ]


def test_fields_give_their_result_and_not_their_instruction() -> None:
    assert only(paragraph(run("See ") + field('HYPERLINK "http://x"', "the report"))).text == "See the report"


def test_a_field_that_never_ends_takes_only_its_paragraph() -> None:
    opened = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert blocks(paragraph(opened + run("lost")), paragraph("kept")) == [("paragraph", "kept")]


def test_links_content_controls_and_smart_tags_are_transparent() -> None:
    body = f"<w:hyperlink>{run('a ')}</w:hyperlink><w:smartTag>{run('b ')}</w:smartTag><w:sdt><w:sdtContent>{run('c')}</w:sdtContent></w:sdt>"
    assert only(paragraph(body)).text == "a b c"


def test_placeholders_and_tables_of_contents_are_out() -> None:
    empty = (
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{paragraph('Click here')}</w:sdtContent></w:sdt>"
    )
    toc = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    contents = f"<w:sdt><w:sdtPr>{toc}</w:sdtPr><w:sdtContent>{paragraph('Contents')}</w:sdtContent></w:sdt>"
    assert blocks(empty, contents, paragraph("Issues 2", style="Toc1"), paragraph("Text")) == [("paragraph", "Text")]


def test_a_text_box_is_read_once_though_it_is_written_twice() -> None:
    inside = f"<w:txbxContent>{paragraph('In the box')}</w:txbxContent>"
    choice = f"<mc:Choice Requires='wps'><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing></mc:Choice>"
    fallback = f"<mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback>"
    box = f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>"
    assert blocks(paragraph(run("Before") + box)) == [("paragraph", "Before"), ("paragraph", "In the box")]


def test_notes_that_are_referred_to_come_last() -> None:
    notes = f'<w:footnote w:id="-1">{paragraph("line")}</w:footnote><w:footnote w:id="2">{paragraph("See A/RES/70/1.")}</w:footnote>'
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    found = blocks(paragraph(run("The Agenda") + reference + run(" was recalled")), paragraph("End"), footnotes=notes)
    assert found == [("paragraph", "The Agenda was recalled"), ("paragraph", "End"), ("note", "See A/RES/70/1.")]


def test_page_headers_come_first_once_and_without_page_numbers() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/></w:sectPr>'
    header = paragraph(run("HLPF 2018") + "<w:r><w:tab/></w:r>" + run("9 July 2018"))
    footer = paragraph(run("Page ") + field("PAGE", "3") + run(" of ") + field("NUMPAGES", "9"))
    found = blocks(paragraph("Text"), section, section, header=header, footer=footer)
    assert found == [("page-header", "HLPF 2018"), ("page-header", "9 July 2018"), ("paragraph", "Text")]


def test_special_characters_are_what_they_print() -> None:
    symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0A7"/></w:r>'
    assert (
        only(paragraph("<w:r><w:t>multi</w:t><w:noBreakHyphen/><w:t>level</w:t><w:softHyphen/></w:r>" + symbol)).text
        == "multi-level"
    )
    assert only(paragraph(symbol + "<w:r><w:tab/></w:r>" + run("Access"))).marker == "•"


def test_the_paragraphs_own_name_is_its_handle() -> None:
    assert only(paragraph("x").replace("<w:p>", '<w:p w14:paraId="1A2B3C4D">')).handle == "1A2B3C4D"


def test_strict_files_are_read_like_others() -> None:
    data = word_file(paragraph("Text", style="berschrift1"))
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name).replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
            new.writestr(
                name,
                content.replace(
                    b"http://schemas.openxmlformats.org/officeDocument/2006",
                    b"http://purl.oclc.org/ooxml/officeDocument",
                ),
            )
    assert [b.kind.value for b in read(stream.getvalue()).blocks] == ["heading"]


def test_a_file_of_python_docx_is_read() -> None:
    import docx

    made = docx.Document()
    made.core_properties.title = "In the properties"
    made.add_heading("Report", 0)
    made.add_paragraph("Access", style="List Number")
    made.add_paragraph("Time", style="List Bullet")
    stream = io.BytesIO()
    made.save(stream)
    found = read(stream.getvalue())
    assert found.title == "In the properties"
    assert found.published == ""
    assert [(b.kind.value, b.marker) for b in found.blocks] == [("heading", ""), ("item", "1."), ("item", "•")]
