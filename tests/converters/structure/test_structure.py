"""Long documents: contents, annexes, numbered paragraphs, chapters of the whole, summaries that repeat, points told twice."""

from __future__ import annotations

import time

import pytest

from forumgraph.converters.conversion import convert
from forumgraph.converters.points.repeats import once
from forumgraph.converters.readers import markdown, plain
from forumgraph.converters.structure import surroundings
from forumgraph.converters.words.lexicon import lexicons
from forumgraph.converters.words.names import Names
from forumgraph.model import Document, Issue, Report, Session, Source, Span

ENGLISH = lexicons()["en"]


def document(text: str, name: str = "a.md") -> Document:
    data = text.encode()
    source = Source(name, "text/plain", "0" * 64, len(data))
    return markdown.read(data, source) if name.endswith(".md") else plain.read(data, source)


def report(text: str, name: str = "a.md") -> Report:
    return convert(document(text, name), Names([]))


def issues(session: Session) -> list[tuple[str, str]]:
    return [(issue.number, issue.text) for issue in session.issues]


def asked(session: Session) -> list[str]:
    return [each.text for each in session.recommendations if not each.derived]


def titles(told: Report) -> list[str]:
    return [session.title.value if session.title else "" for session in told.sessions]


def left(text: str, name: str = "a.txt") -> dict[str, str]:
    around = surroundings.part(document(text, name).blocks, ENGLISH)
    whole = document(text, name).text
    return {span.of(whole): reason for span, reason in around.reasons}


@pytest.mark.parametrize("leader", [" ........ ", "........", " . . . . . ", " …… ", "\t.....\t"])
def test_lines_that_dots_lead_to_a_page_are_contents(leader: str) -> None:
    assert left(f"Report on ice\n\nThe nets of the coast{leader}4\n\nThe nets were mended in May.") == {
        document(f"The nets of the coast{leader}4", "a.txt").text: "contents"
    }


def test_lines_below_a_heading_of_contents_are_contents_if_they_come_again_or_have_a_page() -> None:
    text = (
        "# Report\n\n## Contents\n\nIce for boats\n\nNets and their price 7\n\n## Ice for boats\n\nBoats asked for ice."
    )
    assert left(text, "a.md") == {
        "Contents": "contents",
        "Ice for boats": "contents",
        "Nets and their price 7": "contents",
    }


@pytest.mark.parametrize("ornament", [". . .", "* * *", "~ ~ ~", "-----"])
def test_an_ornament_at_the_end_makes_no_contents_of_the_lines_above_it(ornament: str) -> None:
    assert left(f"Report on ice\n\nThe nets of the coast\n\nThe nets were mended in May.\n\n{ornament}") == {}


def test_a_form_and_lines_that_end_in_a_number_are_no_contents() -> None:
    assert left("Name of the boat ........\n\nBoats in 2019\n\nBoats in 2020\n\nBoats in 2021") == {}


ACCOUNT = "# Report of the Workshop on Ice\n\nOslo, 3 May 2019\n\n" + "Ana Lopes noted that ice melts in June. " * 8


@pytest.mark.parametrize(
    "heading", ["Annex 2. Programme", "Annex I: Survey of boats", "APPENDIX\n\n## Documents", "Annexes"]
)
def test_an_annex_is_none_of_the_account(heading: str) -> None:
    text = f"{ACCOUNT}\n\n## {heading}\n\nBoats called for more ice, said nine in ten who answered."
    assert "annex" in left(text, "a.md").values()
    assert all("nine in ten" not in words for _, words in issues(report(text).sessions[0]))
    assert asked(report(text).sessions[0]) == []


def test_an_annex_with_points_or_people_tells_of_the_meeting() -> None:
    recommended = (
        f"{ACCOUNT}\n\n## Annex 1. Recommendations\n\n- Sell ice by the kilogram in each port.\n- Share one crusher."
    )
    assert asked(report(recommended).sessions[0]) == ["Sell ice by the kilogram in each port.", "Share one crusher."]
    people = f"{ACCOUNT}\n\n## Annex 2. List of participants\n\nMs. Rosa Diaz, Fishers' Union"
    assert "annex" not in left(people, "a.md").values()


NUMBERED = """Report of the Commission on Ice

I. Introduction

1. The Commission on Ice met in Oslo on 3 May 2019. It was hosted by Norway.

2. The meeting was attended by representatives of forty ports and of twelve towns.

II. Debate

3. Mr. Per Lund, Port of Bergen, noted that ice melts on the way. He said that crushers rust within a year.

4. Ms. Ana Lopes, Port of Faro, called for cold stores on each pier.

III. Nets

5. Ms. Rosa Diaz, Fishers' Union, pointed out that nets are lost each winter. A film was shown.

6. The meeting ended at noon and the delegates went to see the harbour.
"""


def test_numbered_paragraphs_are_read_sentence_by_sentence_and_keep_their_number() -> None:
    (session,) = report(NUMBERED, "a.txt").sessions
    assert issues(session) == [
        ("3", "Mr. Per Lund, Port of Bergen, noted that ice melts on the way."),
        ("3", "He said that crushers rust within a year."),
        ("5", "Ms. Rosa Diaz, Fishers' Union, pointed out that nets are lost each winter."),
    ]
    assert asked(session) == ["Ms. Ana Lopes, Port of Faro, called for cold stores on each pier."]


def test_a_list_that_is_counted_on_below_headings_of_recommendations_stays_a_list() -> None:
    text = ACCOUNT + "".join(
        f"\n\n## Recommendations for {who}\n\n{n}. Build cold stores on each pier of the coast.{n} It is cheap.\n"
        f"{n + 1}. Mend nets in the winter and not in the summer.{n} Nobody fishes then."
        for n, who in ((1, "towns"), (3, "ports"), (5, "donors"))
    )
    assert len(asked(report(text).sessions[0])) == 6


PART = "Chair: Ana Lopes\n\nPer Lund, Port of Bergen, noted that {}. He called for {}.\n\n"


def test_chapters_behind_the_last_session_that_are_about_the_whole_are_its_own() -> None:
    text = (
        "# Forum on Ice\n\nOslo, 3 May 2019\n\n## Session 1: Boats\n\n"
        + PART.format("boats leak", "pumps in every boat")
        + "### Recommendations\n\n- Mend the boats before winter.\n\n## Session 2A: Nets\n\n"
        + PART.format("nets tear", "stronger twine for nets")
        + "### Recommendations\n\n- Mend the nets before winter.\n\n## General recommendations\n\n- Meet every year in another port.\n"
    )
    told = report(text)
    assert titles(told) == ["Forum on Ice", "Session 1: Boats", "Session 2A: Nets"]
    assert asked(told.sessions[0]) == ["Meet every year in another port."]
    assert "Mend the nets before winter." in asked(told.sessions[2])


def test_a_summary_under_the_headings_of_the_sessions_is_no_session() -> None:
    long = PART.format("boats leak in the winter and nobody mends them in time", "pumps in every boat of the coast")
    other = PART.format("nets tear on rocks that stand on no chart of the coast", "stronger twine for the nets of all")
    text = (
        "# Forum on Ice\n\nOslo, 3 May 2019\n\n## Executive summary\n\n### Session 1: Boats\n\nSpeakers noted that boats leak in winter.\n\n"
        f"### Session 2: Nets\n\nSpeakers noted that nets tear on rocks.\n\n## Proceedings\n\n### Session 1: Boats\n\n{long}### Session 2: Nets\n\n{other}"
    )
    assert titles(report(text)) == ["Session 1: Boats", "Session 2: Nets"]


def test_two_titles_in_quotation_marks_with_a_day_each_are_two_sessions() -> None:
    text = (
        "**REPORT OF TWO SIDE EVENTS**\n\n**“Who owns the beach?”**\n\nTuesday 11 July 2017, 10.00-11.30\n\n"
        + PART.format("hotels close the beach", "a path to the sea")
        + "**“Sand is running out”**\n\nThursday 13 July 2017, 15.00-16.30\n\n"
        + PART.format("rivers are mined at night", "licences for dredgers")
    )
    told = report(text)
    assert [session.date.value for session in told.sessions if session.date] == ["2017-07-11", "2017-07-13"]


def test_lines_with_numbers_of_an_outline_that_stand_alone_are_headings() -> None:
    text = (
        "Report of the Workshop on Ice\n\nOslo, 3 May 2019\n\n1. Introduction\n\nThe workshop was held in Oslo on 3 May 2019.\n\n"
        "2. Recommendations\n\n2.1 To towns\n\n- Build cold stores.\n- Mend the piers.\n\n2.2 To ports\n\n- Buy a crusher.\n"
    )
    assert asked(report(text, "a.txt").sessions[0]) == ["Build cold stores.", "Mend the piers.", "Buy a crusher."]


def point(text: str, start: int, number: str = "") -> Issue:
    return Issue(text, Span(start, start + len(text)), "list/headed", number)


def test_of_points_with_the_same_words_the_numbered_one_or_else_the_last_stays() -> None:
    first, second, third = point("Open the quays to all", 0), point("Open the quays to all.", 50), point("More ice", 90)
    assert once([first, second, third]) == ((second, third), (first,))
    numbered = point("Open the quays to all", 0, "3")
    assert once([numbered, second]) == ((numbered,), (second,))
    assert once([third, point("More ice", 120)])[1] == ()


def test_days_of_a_meeting_that_say_what_was_done_are_no_sessions() -> None:
    text = (
        "# Report of the Training on Ice\n\nOslo, 3-4 May 2019\n\n## Day 1 – Setting the scene (3 May 2019)\n\n"
        + PART.format("boats leak", "pumps in every boat")
        + "## Day 2 – Group work in the harbour (4 May 2019)\n\n"
        + PART.format("nets tear", "stronger twine for nets")
    )
    (session,) = report(text).sessions
    assert len(issues(session)) == len(asked(session)) == 2


def test_short_numbered_lines_between_numbered_paragraphs_are_headings() -> None:
    text = NUMBERED.replace("\n4. Ms. Ana", "\n1. Cold stores\n\n4. Ms. Ana").replace(
        "\n6. The", "\n2. Harbour\n\n6. The"
    )
    (session,) = report(text, "a.txt").sessions
    assert [number for number, _ in issues(session)] == ["3", "3", "5"]


def test_contents_are_found_in_linear_time() -> None:
    begun = time.process_time()
    for unit in (
        "Contents\n\nIce 4\n\n",
        "Ice ...... 4\n\n",
        "Annex 1\n\nIce and nets\n\n",
        "1. Ice melts. It is late.\n\n",
    ):
        left(unit * 3000)
    assert time.process_time() - begun < 10


def test_symbols_and_job_numbers_of_official_papers_part_no_list() -> None:
    pages = (
        "Report of the forum\n\n1. Boats are old.\n\n2. Nets are lost.\n\n22-04417 (E)\n",
        "A/CN.7/2022/4\n\n3. Fuel is dear.\n\n2/3 22-04417\n",
        "A/CN.7/2022/4\n\n4. Pilots retire.\n\n22-04417 3/3\n",
    )
    blocks = document("\f".join(pages), "a.txt").blocks
    assert [block.marker for block in blocks if block.marker] == ["1.", "2.", "3.", "4."]
    assert len({block.list for block in blocks if block.marker}) == 1
    assert not any("04417" in block.text for block in blocks)


def test_a_table_of_points_may_follow_the_one_of_day_and_place() -> None:
    text = (
        "# Minutes of the boat board\n\n| | |\n|---|---|\n| Date | 9 February 2024 |\n| Place | Faro |\n\n"
        "| No. | Item | Key issues discussed | Action |\n|---|---|---|---|\n| 1 | Survey | Few boats were counted | Count the boats again |\n"
    )
    (session,) = report(text).sessions
    assert issues(session) == [("1", "Few boats were counted")]
    assert [(each.number, each.text) for each in session.recommendations] == [("1", "Count the boats again")]


def test_short_lines_with_roman_numbers_that_stand_alone_are_chapters_and_no_points() -> None:
    text = (
        "Third Forum on Boats\n\nOhrid, 3 May 2021\n\nReport of the Forum\n\nI.  Organization of the Forum\n\n"
        "1.  The Third Forum on Boats was held in Ohrid on 3 May 2021 and heard those who mend the nets of the lake.\n\n"
        "II. Account of proceedings\n\nA.  Boats for all\n\n2.  The following issues were raised:\n\n"
        "(a) Nets are lost in storms;\n\n(b) Fuel is too dear.\n"
    )
    (session,) = report(text, "a.txt").sessions
    assert session.title is not None
    assert session.title.value == "Third Forum on Boats"
    assert [words for _, words in issues(session)] == ["Nets are lost in storms", "Fuel is too dear."]


def test_labels_alone_on_their_lines_need_no_colon_where_there_are_several() -> None:
    text = "# Workshop on Boats\n\n{}Participants discussed boats.\n\n## Issues\n\n- Nets are lost in storms\n- Fuel is dear for all\n"
    pairs = {"Date": "3 May 2021", "Venue": "Mill House, Ohrid", "Format": "Hybrid"}
    (session,) = report(text.format("".join(f"## {label}\n\n{value}\n\n" for label, value in pairs.items()))).sessions
    assert [fact.value for fact in (session.date, session.mode) if fact] == ["2021-05-03", "hybrid"]
    assert session.venue is not None


def test_a_quoted_text_is_read_without_its_marks() -> None:
    blocks = document("> Workshop on Boats\n>\n> 1. Nets are lost in storms\n> 2. Fuel is dear\n", "a.txt").blocks
    assert [block.text for block in blocks] == ["Workshop on Boats", "Nets are lost in storms", "Fuel is dear"]


def test_lines_in_capitals_right_below_each_other_are_headings_of_one_level() -> None:
    blocks = document(
        "WORKSHOP ON BOATS AND\nTHEIR HARBOURS IN THE NORTH\n\nThey were counted.\n\nOTHER BUSINESS\n\nNone was told.\n",
        "a.txt",
    ).blocks
    assert [block.level for block in blocks if block.kind.value == "heading"][-1] == 2
    assert len({block.level for block in blocks[:2] if block.kind.value == "heading"}) == 1
