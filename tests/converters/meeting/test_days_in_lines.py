"""Days in the lines around a text: of labels, of those who wrote or filed it, of the forum around the meeting."""

from __future__ import annotations

import pytest
from sessiontimes import EN, days, report, told


def test_the_day_of_a_label_is_that_of_the_session_though_a_forum_above_it_began_on_the_same() -> None:
    text = "Coast Forum\nOslo, 3-4 May 2021\n\nRound table 3: Nets\n\nDate and time: 3 May 2021, 15:00-17:00\nRoom: 2"
    assert told(text + EN) == days("2021-05-03") | {"start_time": "15:00", "end_time": "17:00"}


@pytest.mark.parametrize(
    "line", ["by admin | Nov 28, 2019 | News, North", "28 November 2019 / in News / by ice", "28 November 2019 · News"]
)
def test_a_line_that_says_who_wrote_or_filed_a_text_gives_its_day_of_issue(line: str) -> None:
    text = f"Ice and towns\n\n{line}\n\nThe workshop on ice was held in Oslo on 19 and 20 November 2019.{EN}"
    assert told(text) == days("2019-11-19", "2019-11-20")


def test_a_sentence_goes_on_to_the_last_day_of_a_meeting() -> None:
    text = "The workshop was held in Oslo, starting on 21 May 2019 at 3 p.m. and concluding on 22 May 2019."
    assert told(f"Workshop on ice\n\n{text}{EN}") == days("2019-05-21", "2019-05-22") | {"start_time": "15:00"}


def test_the_next_meeting_is_another_one() -> None:
    text = f"Webinar on ice\n\nThe webinar on ice was held on 12 April 2022.{EN}\n\nOur next webinar takes place on April 19."
    assert told(text)["date"] == "2022-04-12"


def test_a_year_since_which_meetings_are_held_is_none_of_this_meeting() -> None:
    text = f"Ice forum\n\nSince 2014 the forum has met each spring; it was held on 3 May in Oslo.{EN}"
    assert told(text) == {}


def test_a_label_of_the_day_may_tell_the_way_of_meeting_and_the_room() -> None:
    text = "Report of the webinar on nets\n\nDate: Friday 7 May 2021, 7:30 - 9:00 am (virtual)"
    assert told(text + EN)["mode"] == "online"
    (session,) = report(
        "Report of the seminar on nets\n\nTime: 7 May 2021, 9:30-11:00, Conference Room 2" + EN
    ).sessions
    assert session.venue is not None
    assert session.venue.value == "Conference Room 2"


def test_a_day_within_those_of_the_forum_around_it_contradicts_nothing() -> None:
    text = "Coast Forum\n\nOslo, 7-9 May 2021\n\nREPORT OF THE SIDE EVENT ON NETS\n\n8 May 2021, 13:15-14:30" + EN
    assert told(text)["date"] == "2021-05-08"
    assert "REP005" not in {finding.code for finding in report(text).findings}


def test_a_table_may_name_its_fields_in_a_head() -> None:
    (session,) = report(
        "Report of the workshop on nets\n\n| Place | Dates | Organizers | Participants |\n|---|---|---|---|\n"
        "| Harbour Hall, Oslo | 3 and 4 May 2021 | Boat Desk, with the support of Sea Fund | 46 |" + EN
    ).sessions
    assert (session.date and session.date.value, session.venue and session.venue.value) == (
        "2021-05-03",
        "Harbour Hall",
    )
    assert [(p.role, p.actor.name) for p in session.participations] == [
        ("organizer", "Boat Desk"),
        ("sponsor", "Sea Fund"),
    ]


def test_a_meeting_that_was_recently_held_is_this_one() -> None:
    (session,) = report(f"Ice and towns\n\nA forum on ice was recently held in Oslo.{EN}").sessions
    assert session.city is not None
    assert session.city.value == "Oslo"


@pytest.mark.parametrize(
    "line",
    [
        "Press Release No. 12/2019 – 3 December 2019",
        "3 min read · 3 December 2019",
        "Ana Brand | 3 December 2019 | 0 Comments",
        "Oslo, 3 December 2019",
        "PIER BULLETIN Vol. 3, No. 2, December 2019",
    ],
)
def test_one_day_above_a_text_soon_after_the_days_that_it_tells_is_that_of_issue(line: str) -> None:
    text = f"Ice for all harbours\n\n{line}\n\nThe workshop on ice was held in Oslo on 19 and 20 November 2019.{EN}"
    assert told(text) == days("2019-11-19", "2019-11-20")
