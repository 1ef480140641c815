"""The day and hour of a session, and which days are not its own."""

from __future__ import annotations

import pytest
from sessionfields import NAMES, fields, report

from forumgraph.converters.conversion import convert
from forumgraph.converters.readers import plain
from forumgraph.converters.readers.assemble import Piece, assemble
from forumgraph.model import BlockKind, Source


def test_a_publication_date_is_never_the_date_of_the_meeting() -> None:
    assert "date" not in fields("# Ice for boats\n\nPublished on 9 July 2019")
    assert "date" not in fields("# Ice for boats\n\nBy Ana Reis, 9 July 2019")
    found = report("# Ice for boats\n\n9 July 2019", published="2019-07-09")
    assert found.sessions[0].date is None
    assert {"REP003", "REP013"} <= {finding.code for finding in found.findings}


def test_a_line_with_a_date_alone_yields_to_the_sentence_that_says_it_was_held() -> None:
    assert fields("# Ice for boats\n\n12 July 2019\n\nThe workshop was held on 9 July 2019.")["date"] == "2019-07-09"


def test_contradictions_and_impossible_dates_are_findings() -> None:
    found = report("# Ice for boats\n\nDate: 9 July 2019\n\nThe workshop was held on 10 July 2019.")
    assert found.sessions[0].date is not None
    assert found.sessions[0].date.value == "2019-07-09"
    assert "REP005" in {finding.code for finding in found.findings}
    found = report("# Ice for boats\n\nDate: 31 June 2019")
    assert found.sessions[0].date is None
    assert "REP004" in {finding.code for finding in found.findings}


def test_the_day_with_which_news_begin_is_that_of_publication_whatever_their_first_sentence_tells() -> None:
    news = "# Boats\n\nGeneva, 10 July 2019 - Fishers want ice and not just words. So ended the workshop held yesterday in Bremen."
    found = report(
        f"{news}\n\nOpening the workshop, Mr. Omar Diallo said that ice melts. Ms. Ana Brand asked for more."
    )
    assert found.sessions[0].date is not None
    assert found.sessions[0].date.value == "2019-07-09"


def test_a_relative_date_needs_the_day_of_publication() -> None:
    text = "# Ice for boats\n\nThe Boat Desk held a workshop yesterday."
    assert report(text).sessions[0].date is None
    found = report(text, published="2019-07-10")
    assert found.sessions[0].date is not None
    assert found.sessions[0].date.value == "2019-07-09"
    assert "REP014" in {finding.code for finding in found.findings}


def test_title_and_date_may_stand_only_in_a_running_head() -> None:
    pieces = [
        Piece(BlockKind.PAGE_HEADER, "Workshop on ice for boats, 9 July 2019, online"),
        Piece(
            BlockKind.PARAGRAPH,
            "Participants discussed the price of ice in the summer months. They urged towns to own the piers.",
        ),
    ]
    (session,) = convert(assemble(Source("a.docx", "", "0" * 64, 1), pieces), NAMES).sessions
    assert (session.title and session.title.value) == "Workshop on ice for boats"
    assert (session.date and session.date.value) == "2019-07-09"
    assert (session.mode and session.mode.value) == "online"


@pytest.mark.parametrize(
    ("line", "sentence", "date"),
    [
        ("Lima, 20 March 2024", "The towns met yesterday, Tuesday 19 March 2024, to discuss ice.", "2024-03-19"),
        ("Readout, 20 March 2024", "The town hall was held on Tuesday 19 March to discuss ice.", "2024-03-19"),
        ("Lima, 20 March 2024", "The first town hall was held on 3 May 2021.", "2024-03-20"),
        ("Harbour workshop, 20 March 2024", "The opening was held on 19 March 2024.", "2024-03-20"),
        ("Lima, 20 March 2024, 10:00", "The opening was held on 19 March 2024.", "2024-03-20"),
    ],
)
def test_the_day_of_issue_yields_to_the_day_that_the_text_tells(line: str, sentence: str, date: str) -> None:
    assert fields(f"# Ice for every boat\n\n{line}\n\n{sentence}")["date"] == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "# Piers\n\n7 May 2019: Experts met to look at piers, and discussed boats.\n\nThe meeting was held from 2-3 May 2019 in Oslo.",
            "2019-05-02",
        ),
        ("# Piers\n\nAbout ninety fishers converged in Oslo on 2-3 May 2019 for the workshop on piers.", "2019-05-02"),
        (
            "# Piers\n\nThe workshop discussed boats, as did the one held recently in Bergen on 4 March 2018. It was held on 2 May 2019.",
            "2019-05-02",
        ),
        (
            "# Piers\n\nThe workshop was held on 2 May 2019, before the forum to be held on 9 May 2019 in Oslo.",
            "2019-05-02",
        ),
        ("Date: July 5 to 15 July 2022\n\n# Piers\n\nParticipants discussed piers.", "2022-07-05"),
    ],
)
def test_the_sentence_that_says_when_this_meeting_was_held_gives_its_date(text: str, date: str) -> None:
    assert fields(text)["date"] == date


def test_news_that_begin_with_their_day_of_issue_give_no_date() -> None:
    assert "date" not in fields("# Piers\n\n7 May 2019: Experts met to look at piers, and discussed boats.")


@pytest.mark.parametrize(
    ("sentence", "city"),
    [
        ("The workshop was held in Kigoma on 3 May 2019.", "Kigoma"),
        ("The workshop was held in Lamu, from 3 to 4 May 2019.", "Lamu"),
        ("The workshop was held in May 2019.", ""),
        ("The workshop was held in Spring on boats.", ""),
    ],
)
def test_a_name_between_in_and_the_day_is_a_city(sentence: str, city: str) -> None:
    assert fields(f"# Ice for boats\n\n{sentence}").get("city", "") == city


def test_a_title_that_ends_with_city_and_day_gives_both() -> None:
    found = fields("# First stage of the boat tour in Lille, 7 and 8 November 2017\n\nParticipants discussed ice.")
    assert (found["city"], found["date"]) == ("Lille", "2017-11-07")


@pytest.mark.parametrize("kicker", ["Daily report for 12 October 2016", "Highlights and images for 12 October 2016"])
def test_a_kicker_with_a_date_dates_the_session_and_is_no_title(kicker: str) -> None:
    found = fields(
        f"{kicker}\n\n55th Meeting of the Harbour Council\n\nThe Council concluded its debate on piers. Members called for ice."
    )
    assert (found["title"], found["date"]) == ("55th Meeting of the Harbour Council", "2016-10-12")


def test_the_day_of_issue_of_a_document_is_not_that_of_the_session() -> None:
    text = "HARBOUR BOARD Distr. GENERAL HB/1997/1 2 May 1997 Original: ENGLISH\n\nReport on the first session of the board\n\n1. The board held its first session in Oslo from 17 to 18 March 1997 under the chair of Ms. Ode."
    found = fields(text)
    assert (found["date"], found["end_date"], found["city"]) == ("1997-03-17", "1997-03-18", "Oslo")


def test_the_stamp_of_a_page_gives_neither_day_nor_hour_but_the_year() -> None:
    found = fields("# Ice for boats\n\n30/10/2021 - 12:10 h\n\nThe workshop was held on 28 October in Oslo.")
    assert found["date"] == "2021-10-28"
    assert "start_time" not in found


def test_all_days_count_where_a_sentence_tells_the_last_one() -> None:
    found = fields(
        "# Ice for boats\n\nThe workshop concluded on 12 March 2019.\n\nIt was held from 10 to 12 March 2019 in Oslo."
    )
    assert (found["date"], found["end_date"]) == ("2019-03-10", "2019-03-12")


def test_the_city_of_a_dateline_is_where_the_meeting_ended_today() -> None:
    found = fields(
        "# Ports agree on ice\n\nAmman, 11 April 2018 (HARBOUR PRESS)-- The forum of ports concluded its session today in the town hall."
    )
    assert (found["date"], found["city"]) == ("2018-04-11", "Amman")


def test_a_heading_that_a_label_may_begin_is_a_title_and_a_line_of_day_and_room_is_none() -> None:
    text = '## Side event: "Ice and boats: what next?"\n\n*High-level Political Forum 2019 | 11 July 2019 | 13:15–14:30 | Conference Room 12*\n\nSpeakers discussed ice.'
    assert fields(text)["title"] == 'Side event: "Ice and boats: what next?"'


def test_the_day_of_a_mail_is_that_from_which_yesterday_counts() -> None:
    text = "From: Ana Brand\n\nDate: 12 July 2019\n\nSubject: Notes of the side event on ice\n\nThe side event took place yesterday in Conference Room 4."
    assert fields(text)["date"] == "2019-07-11"
    assert fields(text.replace("From: Ana Brand\n\n", ""))["date"] == "2019-07-12"


def test_a_day_above_news_is_the_day_of_issue_and_above_a_report_the_day_of_the_meeting() -> None:
    news = "Harbours exchange good practice\n\n15 March 2024\n\nThe boat board joined many harbours for the annual strategy meeting. Held in Oslo, it discussed ice. Members stressed its price and called for boats."
    data = news.encode()
    document = plain.read(data, Source("a.txt", "text/plain", "0" * 64, len(data)))
    (session,) = convert(document, NAMES).sessions
    assert session.date is None
    assert (
        fields("# Summary of the harbour meeting\n\n15 March 2024\n\nThe meeting discussed ice.")["date"]
        == "2024-03-15"
    )


def minutes(text: str) -> tuple[str, str, str, str]:
    data = (text + " Los miembros debatieron sobre los puertos.").encode()
    (session,) = convert(plain.read(data, Source("a.txt", "text/plain", "0" * 64, len(data))), NAMES).sessions
    date, end, start, city = (
        fact.value if fact else "" for fact in (session.date, session.end_date, session.start_time, session.city)
    )
    return date, end, start, city


@pytest.mark.parametrize(
    ("opening", "told"),
    [
        (
            "En la ciudad de Rosario, a 9 de mayo de 2017, siendo las 10 horas, se reúne el Consejo de Puertos.",
            ("2017-05-09", "", "10:00", "Rosario"),
        ),
        (
            "En la ciudad de Quito, a los 9 días del mes de mayo del año 2017, siendo las 10:30 horas, se reúnen los socios.",
            ("2017-05-09", "", "10:30", "Quito"),
        ),
        (
            "En Loja, a los doce días del mes de abril de 2018, siendo las 14 horas, se reúne el comité.",
            ("2018-04-12", "", "14:00", "Loja"),
        ),
        (
            "En Sevilla, siendo las 17:00 horas del día 12 de febrero de 2018, se reúne la comisión de puertos.",
            ("2018-02-12", "", "17:00", "Sevilla"),
        ),
    ],
)
def test_minutes_begin_with_city_day_and_hour(opening: str, told: tuple[str, ...]) -> None:
    assert minutes(f"ACTA DE LA REUNIÓN\n\n{opening}") == told


def test_days_and_city_of_a_sentence_go_before_those_of_its_dateline() -> None:
    opening = "Lima, 14 de marzo de 2019.- El foro se celebró en Cusco los días 12 y 13 de marzo, con muchos vecinos."
    assert minutes(f"Foro de puertos\n\n{opening}") == ("2019-03-12", "2019-03-13", "", "Cusco")


def test_the_day_on_which_a_body_was_created_is_not_that_of_its_meeting() -> None:
    found = fields("# Ports\n\nThe Port Forum, created on 3 May 2012, met in Bonn on 6 and 7 May 2019 to discuss ice.")
    assert (found["date"], found["end_date"]) == ("2019-05-06", "2019-05-07")
    assert fields("# Ports\n\nThe Port Plan was adopted on 3 May 2012 by all who met.")["date"] == "2012-05-03"


def test_the_line_of_place_and_day_of_issue_is_not_where_the_meeting_was() -> None:
    found = fields("# Ports\n\nLima, 20 June 2018\n\nFrom 13 to 15 June 2018 the Port Forum took place in Cusco.")
    assert (found["date"], found["city"]) == ("2018-06-13", "Cusco")
    found = fields("# Ports\n\nLima, 13 June 2018\n\nOn 13 June 2018 the Port Forum took place in the town hall.")
    assert (found["date"], found["city"]) == ("2018-06-13", "Lima")


def test_a_running_head_that_calls_the_paper_gives_way_to_the_forum_printed_below() -> None:
    pieces = [
        Piece(BlockKind.PAGE_HEADER, "Boat Desk report – HLPF 2019"),
        Piece(BlockKind.HEADING, "High-level Political Forum 2019", 1),
        Piece(BlockKind.PARAGRAPH, "9 July 2019, Oslo"),
        Piece(BlockKind.HEADING, "Recommendations", 2),
        Piece(BlockKind.PARAGRAPH, "Participants discussed the price of ice. They urged towns to own the piers."),
    ]
    (session,) = convert(assemble(Source("a.pdf", "", "0" * 64, 1), pieces), NAMES).sessions
    assert (session.title and session.title.value) == "High-level Political Forum 2019"
    assert session.part_of == ()
