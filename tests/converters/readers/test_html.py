"""HTML: the page's own words, as a browser prints them."""

from __future__ import annotations

import pytest
from htmlpages import markers, only, read, words


def test_ordered_lists_print_their_start_values_and_type() -> None:
    assert markers("<ol start=89><li>a<li value=95>b<li>c</ol>") == [("89.", 0), ("95.", 0), ("96.", 0)]
    assert markers("<ol type=a><li>a<li>b</ol>") == [("a.", 0), ("b.", 0)]
    assert markers("<ol type=I start=4><li>a</ol>") == [("IV.", 0)]
    assert markers('<ol style="list-style-type: lower-roman"><li>a<li>b</ol>') == [("i.", 0), ("ii.", 0)]
    assert markers("<ol reversed><li>a<li>b<li>c</ol>") == [("3.", 0), ("2.", 0), ("1.", 0)]
    assert markers("<ol start=ten><li value=x>a</ol>") == [("1.", 0)]


def test_nested_lists_are_deeper_and_lists_of_their_own() -> None:
    blocks = read("<ol><li>One<ul><li>sub<li>sub</ul><li>Two</ol><ol><li>New</ol>").blocks
    assert [(b.marker, b.level) for b in blocks] == [("1.", 0), ("•", 1), ("•", 1), ("2.", 0), ("1.", 0)]
    assert blocks[0].list == blocks[3].list
    assert len({blocks[0].list, blocks[1].list, blocks[4].list}) == 3


def test_a_further_paragraph_of_an_item_carries_its_list_and_no_marker() -> None:
    blocks = read("<ul><li><p>Access</p><p>It matters.</p></ul><p>After</p>").blocks
    assert [(b.kind.value, b.marker, b.list >= 0) for b in blocks] == [
        ("item", "•", True),
        ("paragraph", "", True),
        ("paragraph", "", False),
    ]


def test_an_item_with_a_line_break_is_one_item() -> None:
    assert only("<ul><li>Access<br>Why it matters</ul>").text == "Access Why it matters"


def test_typed_numbers_are_markers_too() -> None:
    assert markers("<p>1) Access<br>2) Time</p><ul><li>(a) Money</ul>") == [("1)", 0), ("2)", 0), ("(a)", 0)]


def test_a_title_over_several_lines_is_several_pieces() -> None:
    blocks = read("<p><b>Spotlight Session</b><br><strong>Local Partnerships</strong></p>").blocks
    assert [(b.text, b.all_bold) for b in blocks] == [("Spotlight Session", True), ("Local Partnerships", True)]


def test_the_title_of_a_word_processor_is_a_heading() -> None:
    assert words("<p class=MsoTitle>Report</p><p class=MsoNormal>Text</p>") == [
        ("heading", "Report"),
        ("paragraph", "Text"),
    ]


def test_bold_is_told_by_tag_and_by_style() -> None:
    def bold(page: str) -> list[str]:
        block = only(page)
        return [block.text[b.start - block.span.start : b.end - block.span.start] for b in block.bold]

    assert bold("<p><b>Date:</b> 2 May</p>") == ["Date:"]
    assert bold('<p><span style="font-weight: 700">Date:</span> 2 May</p>') == ["Date:"]
    assert bold('<b style="font-weight:normal"><p>2 May</p></b>') == []


def test_words_outside_of_the_pages_own_text_are_out() -> None:
    page = (
        "<header>Site</header><nav>Menu</nav><script>code()</script><style>p{}</style><template>t</template><noscript>n</noscript>"
        "<!-- comment --><div role=navigation>m</div><aside>Advert</aside><p>Text</p><footer>Contact</footer>"
    )
    assert words(page) == [("paragraph", "Text")]


def test_words_after_what_is_out_are_in() -> None:
    assert words("<p>one <script>x</script>two<!-- c --> three<br hidden> four</p>") == [
        ("paragraph", "one two three four")
    ]


@pytest.mark.parametrize(
    "classes",
    [
        "cookie-notice",
        "gdpr-banner",
        "main-navigation",
        "breadcrumbs",
        "sharedaddy",
        "social-share-buttons",
        "related-posts",
        "recent_posts widget",
        "comment-list",
        "newsletter-signup",
        "sidebar",
        "partage",
    ],
)
def test_what_belongs_to_the_site_is_out(classes: str) -> None:
    text = "<p>The price of ice was discussed at the pier for an hour.</p>" * 3
    page = f'<body><div class="{classes}"><p>Towns should act</p></div>{text}</body>'
    assert [t for _, t in words(page)] == ["The price of ice was discussed at the pier for an hour."] * 3


@pytest.mark.parametrize(
    "name", ["social-protection", "shareholders", "content-area", "post-content", "commentary", "has-sidebar"]
)
def test_other_classes_say_nothing_of_what_is_inside(name: str) -> None:
    page = f'<body><div class="{name}"><p>Towns should act</p></div><p>{"Ice is dear. " * 20}</p></body>'
    assert words(page)[0] == ("paragraph", "Towns should act")


def test_a_part_that_holds_most_of_a_page_is_its_text_whatever_it_is_called() -> None:
    page = f'<body><div class="sidebar"><p>{"Ice is dear. " * 20}</p></div><p>Home</p></body>'
    assert words(page)[0][1].startswith("Ice is dear.")


def test_what_stands_below_a_picture_is_a_note() -> None:
    text = "<p>The price of ice was discussed.</p>"
    figure = "<figure><img><figcaption>Mayors at the pier</figcaption></figure>"
    assert ("note", "Mayors at the pier") in words(f"<body>{figure}{text}</body>")
    assert ("note", "Mayors at the pier") in words(
        f'<body><p class="wp-caption-text">Mayors at the pier</p>{text}</body>'
    )
    table = "<figure><table><tr><td>Ice</td><td>5</td></tr></table><figcaption>Prices</figcaption></figure>"
    assert ("paragraph", "Prices") in words(f"<body>{table}{text}</body>")


def test_the_header_of_an_article_is_in() -> None:
    assert words("<header>Site</header><article><header><h1>Report</h1></header><p>Text</article>") == [
        ("heading", "Report"),
        ("paragraph", "Text"),
    ]


@pytest.mark.parametrize("main", ["<main>{}</main>", "<div role=main>{}</div>", "<article>{}</article>"])
def test_the_main_part_is_chosen(main: str) -> None:
    assert words("<div>Teaser</div>" + main.format("<h1>Report</h1><p>Text of the report</p>")) == [
        ("heading", "Report"),
        ("paragraph", "Text of the report"),
    ]


def test_a_main_part_with_next_to_nothing_is_not_chosen() -> None:
    assert ("paragraph", "The meeting took place. " * 9 + "End") in words(
        f"<main>x</main><p>{'The meeting took place. ' * 9}End</p>"
    )


def test_hidden_and_deleted_words_are_out_and_counted() -> None:
    document = read(
        '<p>seen<span hidden>a</span><span style="display: none">b</span><i aria-hidden=true>c</i><del>d</del><b hidden></b></p>'
    )
    assert document.text == "seen"
    assert [(f.code, f.message) for f in document.findings] == [
        ("DOC009", "hidden or deleted words were left out in 4 places")
    ]


def test_rows_of_a_table_are_read_with_their_cells() -> None:
    page = "<table><caption>Speakers</caption><thead><tr><th>Name<th>Post</thead><tr><td>A. Silva<td><p>Mayor</p><p>Valongo</p></table>"
    assert words(page) == [("paragraph", "Speakers"), ("row", "Name | Post"), ("row", "A. Silva | Mayor, Valongo")]


def test_a_short_cell_over_several_rows_names_them_all() -> None:
    page = "<table><tr><td rowspan=2>Oslo<td>A. Silva<tr><td>B. Berg<tr><td colspan=2 rowspan=x>End</table>"
    assert words(page) == [("row", "Oslo | A. Silva"), ("row", "| B. Berg"), ("paragraph", "End")]
    long = f"<table><tr><td rowspan=2>{'noise ' * 20}<td>Ice<tr><td>Fish</table>"
    assert words(long)[1] == ("paragraph", "Fish")
    assert words("<table><tr><td rowspan=99999999999 colspan=99999999999>a<td data-covered=99>b</table>") == [
        ("row", "a | b")
    ]


def test_wide_tables_of_many_rows_are_read_in_time() -> None:
    wide = "<td colspan=50 rowspan=50>a" * 1500
    assert len(words(f"<table><tr>{wide}{'<tr><td>b' * 900}</table>")) == 901


def test_a_table_for_layout_is_read_cell_by_cell() -> None:
    page = "<table><tr><td><h2>Issues</h2><ul><li>Access</ul><td><table><tr><td>a<td>b</table></table>"
    assert words(page) == [("heading", "Issues"), ("item", "Access"), ("row", "a | b")]


def test_words_directly_in_containers_are_paragraphs() -> None:
    assert words("<div>one<div>two</div>three</div><dl><dt>Date<dd>2 May</dl><blockquote>said</blockquote>") == [
        *(("paragraph", text) for text in ("one", "two", "three")),
        ("row", "Date | 2 May"),
        ("paragraph", "said"),
    ]


def test_a_term_and_what_describes_it_are_a_row() -> None:
    page = "<dl><dt>Venue</dt><dd>Mill House, Faro</dd><dt>Hosts</dt><dd>Port of Faro</dd><dd>Port of Olhão</dd><dt>Ends</dt></dl>"
    assert words(page) == [
        ("row", "Venue | Mill House, Faro"),
        ("row", "Hosts | Port of Faro, Port of Olhão"),
        ("paragraph", "Ends"),
    ]


def test_terms_that_share_a_description_are_no_row() -> None:
    page = "<dl><dt>Venue</dt><dt>Place</dt><dd>Mill House</dd></dl><p>End</p>"
    assert [kind for kind, _ in words(page)] == ["paragraph"] * 4


def test_a_cell_that_names_the_list_beside_it_is_its_heading() -> None:
    page = "<table><tr><td>Main messages<td><ul><li>Access<li>Time</ul><tr><td>2 May<td><ul><li>Data</ul></table>"
    assert [kind for kind, _ in words(page)] == ["heading", "item", "item", "paragraph", "item"]


def test_lines_of_a_cell_beside_a_label_are_set_apart() -> None:
    page = "<tr><td>Speakers<td>Ana Reis, Faro<br>Rui Sá, Loulé<tr><td>Aim<td>To learn.<p>To share.<tr><td>Held at<td>Mill House<br>in Faro"
    assert words(f"<table>{page}</table>") == [
        ("row", "Speakers | Ana Reis, Faro; Rui Sá, Loulé"),
        ("row", "Aim | To learn. To share."),
        ("row", "Held at | Mill House in Faro"),
    ]


def test_the_lines_of_preformatted_text_are_kept() -> None:
    assert words("<pre>One\nTwo</pre><p>three\nfour</p>") == [
        ("paragraph", "One"),
        ("paragraph", "Two"),
        ("paragraph", "three four"),
    ]


def test_notes_are_notes_and_their_marks_are_out() -> None:
    page = '<p>The Agenda<sup><a href="#1">1</a></sup> was recalled on the 2<sup>nd</sup> day.</p><section class=footnotes><ol><li id=1>A/RES/70/1</ol></section>'
    assert words(page) == [("paragraph", "The Agenda was recalled on the 2nd day."), ("note", "A/RES/70/1")]


def test_blocks_know_their_line_and_their_name() -> None:
    blocks = read("<html><body>\n<h2 id=issues>Issues</h2>\n\n<p>Text").blocks
    assert [(b.line, b.handle) for b in blocks] == [(2, "issues"), (4, "")]


def test_title_and_day_of_publication_are_metadata() -> None:
    document = read(
        '<title>A\nreport</title><meta property="article:published_time" content="2022-02-14T10:00:00Z"><p>Text'
    )
    assert (document.title, document.published) == ("A report", "2022-02-14")
    assert read("<time pubdate datetime=2022-03-01>x</time>").published == "2022-03-01"
    assert read('<meta name=date content="2022-02-31"><p>x').published == ""


def test_lists_below_a_head_that_names_points_are_read_in_their_column() -> None:
    head = "<tr><td>No.<td>Issue<td>Action"
    row = "<tr><td>1<td>Nets are lost<td><ul><li>Count the nets<li>Mend them</ul>"
    assert words(f"<table>{head}{row}</table>") == [
        ("row", "No. | Issue | Action"),
        ("row", "1 | Nets are lost | Count the nets; Mend them"),
    ]
    other = head.replace("Issue", "Place").replace("Action", "Boats")
    assert [kind for kind, _ in words(f"<table>{other}{row}</table>")] == [
        "row",
        "paragraph",
        "paragraph",
        "item",
        "item",
    ]


def test_what_opens_a_folded_part_is_its_heading() -> None:
    page = "<details><summary>Boats for all</summary><p>They were counted.</p></details>"
    assert words(page) == [("heading", "Boats for all"), ("paragraph", "They were counted.")]
