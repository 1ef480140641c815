"""Documents whose headings are marked by nothing but their make or their place: bold lines, numbers, hours below, pages of a site."""

from __future__ import annotations

import pytest
from pdfpages import BODY, made
from pdfpages import shown as of_pdf
from reportlab.platypus import Paragraph
from wordfiles import paragraph, run, word_file

from forumgraph.converters.conversion import convert
from forumgraph.converters.readers import markdown, plain, word
from forumgraph.converters.structure import surroundings
from forumgraph.converters.structure.outline import prepare
from forumgraph.converters.words.lexicon import lexicons
from forumgraph.converters.words.names import Names
from forumgraph.model import Document, Source

TOP = "# Report of the Workshop on Ice\n\nThe workshop was held in Oslo on 9 July 2019. Participants discussed the price of ice.\n\n"


def document(text: str, name: str = "a.txt") -> Document:
    data = text.encode()
    source = Source(name, "text/plain", "0" * 64, len(data))
    return markdown.read(data, source) if name.endswith(".md") else plain.read(data, source)


def shown(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in document(text).blocks]


def asked(text: str, name: str = "a.md") -> list[str]:
    return [
        each.text for session in convert(document(text, name), Names([])).sessions for each in session.recommendations
    ]


def left(text: str) -> list[str]:
    whole = document(text)
    return [span.of(whole.text) for span, _ in surroundings.part(whole.blocks, lexicons()["en"]).reasons]


def test_bold_headings_below_an_empty_one_of_points_are_of_it() -> None:
    text = (
        TOP
        + "**Recommendations**\n\n**Harbours**\n\n- Own the piers\n- Sell ice\n\n**Islands**\n\n- Lend boats\n- Mend nets"
    )
    assert asked(text) == ["Own the piers", "Sell ice", "Lend boats", "Mend nets"]


def test_a_preface_of_plain_text_ends_at_the_next_line_that_stands_alone() -> None:
    text = TOP + (
        "Background\n\nThe network has met each spring since 2011.\n\nWhat the crews told us\n\n"
        "Ana Brand warned that boats are old and dear.\n\nWhere we go\n\nOmar Diallo called on towns to mend their piers.\n"
    )
    prepared = prepare(document(text).blocks, lexicons()["en"])
    heads = [block.text for block in prepared if block.kind.value == "heading"]
    assert heads[-3:] == ["Background", "What the crews told us", "Where we go"]


def test_chapters_count_on_over_the_lists_between_them() -> None:
    text = "1. Ice and boats\n\nIce was dear.\n\n- Old piers\n- New piers\n\n2. Nets and lines\n\nNets were lost.\n\n1. Mend them.\n2. Count them.\n\n3. End of the day\n\nAll went home.\n"
    assert [words for kind, words in shown(text) if kind == "heading"] == [
        "1. Ice and boats",
        "2. Nets and lines",
        "3. End of the day",
    ]


def test_numbered_points_with_points_of_their_own_are_no_chapters() -> None:
    text = "1. Own the piers\n- of wood\n- of stone\n2. Sell the ice\n- in summer\n- in spring\n3. Mend the nets\n- by hand\n- at night\n"
    assert "heading" not in {kind for kind, _ in shown(text)}


def test_lines_of_a_menu_and_the_name_of_the_site_above_it_are_no_part_of_the_text() -> None:
    text = "Boat Desk\n\nHome\n\nAbout us\n\nBoats\n\nEvents\n\nContact\n\nHome > Events > Ice\n\nIce for all boats\n\nIce was sold."
    menu = {"Boat Desk", "Home", "About us", "Boats", "Events", "Contact", "Home > Events > Ice"}
    assert set(left(text)) == menu


def test_a_list_with_one_word_of_a_menu_is_part_of_the_text() -> None:
    assert left("What was asked\n\nMore boats\n\nLibrary\n\nCheap ice\n\nDry nets\n\nIce was sold.") == []


def test_a_heading_above_the_title_is_not_one_of_what_stands_below_it() -> None:
    text = "## Contact\n\nOslo\n\n" + TOP + "Participants urged towns to own the piers.\n"
    assert asked(text) == ["Participants urged towns to own the piers."]


def test_the_head_of_two_pages_is_a_running_head() -> None:
    text = "Forum on Ice\n\nIce was dear.\n\fForum on Ice\n\nNets were lost.\n\f"
    assert shown(text) == [
        ("page-header", "Forum on Ice"),
        ("paragraph", "Ice was dear."),
        ("paragraph", "Nets were lost."),
    ]


def test_pages_behind_words_and_on_lines_of_their_own_belong_to_contents() -> None:
    text = "Sommaire\n\nIce for boats2\n\nNets and lines\n\n3\n\nIce for boats\n\nIce was dear.\n\nNets and lines\n\nNets were lost."
    assert left(text) == ["Sommaire", "Ice for boats2", "Nets and lines", "3"]


def test_persons_below_numbers_that_stand_alone_are_items() -> None:
    text = "Participants\n\ni)\n\nMs. Ana Reis\n\nDesk of Boats\n\nii)\n\nMr. Jo Lund\n\nDesk of Ice\n"
    assert [words for kind, words in shown(text) if kind == "item"] == ["Ms. Ana Reis", "Mr. Jo Lund"]


@pytest.mark.parametrize("line", ["M. Ould Sidi a parlé des filets.", "M. Berg, pêcheur"])
def test_a_mister_is_no_thirteenth_item(line: str) -> None:
    assert shown(line) == [("paragraph", line)]


def test_a_hyphen_between_two_words_of_the_text_stays() -> None:
    text = "The time of the boats and the efficiency of their engines were told at length, and the time-\nefficiency of the desk was praised by all of those who had come.\n"
    assert "time-efficiency" in document(text).text


def test_larger_lines_of_a_word_file_without_styles_are_headings_by_their_size() -> None:
    sizes = [(36, "Forum on Ice"), (22, "Ice was dear in all of the harbours."), (28, "Nets"), (22, "Nets were lost.")]
    body = "".join(paragraph(run(words, f'<w:sz w:val="{size}"/>')) for size, words in sizes)
    found = word.read(word_file(body), Source("a.docx", "", "0" * 64, 1)).blocks
    assert [(b.kind.value, b.level) for b in found] == [
        ("heading", 1),
        ("paragraph", 0),
        ("heading", 2),
        ("paragraph", 0),
    ]


def test_bold_words_that_begin_a_paragraph_of_a_page_do_not_end_with_their_line() -> None:
    lead = "<b>Ana Lopes, Head of the Department of Boats and Piers and Director of the Office of Ice of the Ministry of Harbours and Coasts of the North</b>, said that ice is dear."
    (only,) = of_pdf(made([Paragraph(lead, BODY)]))
    assert only[2].endswith("said that ice is dear.")


def test_a_bold_title_with_a_colon_is_a_heading_and_a_bold_label_is_none() -> None:
    story = [
        Paragraph(words, BODY)
        for words in (
            "<b>Round table: ice for boats</b>",
            "Ice was dear in all harbours. " * 9,
            "<b>Venue: Hall of Boats</b>",
        )
    ]
    assert [kind for kind, *_ in of_pdf(made(story))] == ["heading", "paragraph", "paragraph"]


def test_what_stands_below_latest_news_is_of_no_heading_above_it() -> None:
    text = (
        TOP
        + "## Key messages\n\n## Latest news\n\n- Ice prices rise in the north\n\n## Recommendations\n\n- Towns should share ice.\n"
    )
    (session,) = convert(document(text, "a.md"), Names([])).sessions
    assert all("prices rise" not in each.text for each in session.issues)
    assert "Towns should share ice." in asked(text)


@pytest.mark.parametrize(
    ("top", "said"),
    [
        ("Daily report for 8 July 2019\n\nIce Forum\n\n", "This session was chaired by Ana Reis, Mayor of Viana."),
        ("Report of the Ice Forum\n\n8 July 2019\n\n", "This panel was organized by the Cold Network."),
    ],
)
def test_sessions_are_told_below_titles_that_run_into_their_text(top: str, said: str) -> None:
    rest = "\n\nLars Holm, Mayor of Bodo, noted that boats are old. He stressed noise.\n\n"
    text = f"{top}The Ice Forum convened on Monday for the first of two days. Some ten sessions took place.\n\nBoats for the harbour: {said}{rest}Nets and young people in towns of the far north: {said}{rest}"
    sessions = convert(document(text), Names([])).sessions
    assert [s.title.value for s in sessions if s.title] == [
        "Boats for the harbour",
        "Nets and young people in towns of the far north",
    ]


def test_who_speaks_of_this_panel_is_no_title_of_one() -> None:
    said = "Ida Berg, Mayor of Oslo: This panel showed that ice is costly.\n\nOla Dahl, Mayor of Bodo: This session was good."
    text = f"Report of the Ice Forum\n\n8 July 2019\n\nThe forum brought towns together. Delegates discussed ice.\n\n{said}\n"
    (session,) = convert(document(text), Names([])).sessions
    assert session.title is not None
    assert session.title.value == "Ice Forum"


def test_lines_that_end_with_a_day_behind_a_dash_begin_sessions() -> None:
    parts = [
        f"Workshop on {of} – {day} May 2021\n\nMayors stressed the price of {of} in the workshop."
        for of, day in (("ice", 3), ("fish", 4))
    ]
    text = "\n\n".join(
        ("Two workshops in Oslo", "The workshops were held in Oslo and noted the noise of all ports.", *parts)
    )
    dates = [session.date.value for session in convert(document(text), Names([])).sessions if session.date]
    assert dates == ["2021-05-03", "2021-05-04"]


def test_a_title_that_speaks_of_issues_begins_a_session_of_the_day() -> None:
    heads = ("Ice for all", "Ports between science and emerging issues", "Fish for all")
    told = "\n\nIda Berg, Mayor, moderated the discussion. Speakers stressed the price of it."
    text = "# Forum Highlights: Tuesday, 4 May 2021\n\nThe forum continued on Tuesday.\n\n" + "\n\n".join(
        f"## {head}{told}" for head in heads
    )
    titles = [session.title.value for session in convert(document(text, "a.md"), Names([])).sessions if session.title]
    assert titles == list(heads)


def test_lines_on_earlier_meetings_below_a_heading_begin_no_sessions() -> None:
    earlier = "\n\n".join(
        f"Workshop of {town} – 3 May {year}\n\nPorts noted the noise there."
        for town, year in (("Oslo", 2018), ("Bergen", 2019))
    )
    text = f"{TOP}## What was done before\n\n{earlier}\n\n## Points\n\nParticipants stressed the price of ice."
    assert len(convert(document(text, "a.md"), Names([])).sessions) == 1
