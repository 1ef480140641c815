"""One document that tells of several sessions."""

from __future__ import annotations

import pytest
from sessionfields import ENGLISH, NAMES, fields, report

from forumgraph.converters.conversion import convert
from forumgraph.converters.readers import markdown
from forumgraph.converters.structure import parts
from forumgraph.model import Source

TWO = "## Session 1: Ice{}\n\nSpeakers noted that ice is dear.\n\n## Session 2: Nets{}\n\nSpeakers noted that nets are lost."


def test_counted_headings_divide_a_document() -> None:
    found = report("# Report of the Coast Forum\n\nThe forum was held in Oslo on 9 July 2019.\n\n" + TWO.format("", ""))
    assert [s.title and s.title.value for s in found.sessions][-2:] == ["Session 1: Ice", "Session 2: Nets"]
    assert [(s.date and s.date.value, s.city and s.city.value) for s in found.sessions][-1] == ("2019-07-09", "Oslo")
    assert [fact.value for fact in found.sessions[-1].part_of] == ["Coast Forum"]


def test_a_table_of_contents_does_not_divide_a_document() -> None:
    assert len(report("# Report\n\n## Session 1: Ice\n\n## Session 2: Nets\n\n## Discussion").sessions) == 1


def test_counted_sessions_of_a_workshop_are_sessions_and_the_workshop_is_their_parent() -> None:
    top = "# Report of the workshop on the coast\n\nThe workshop was held in Oslo on 9 July 2019. It was organised by Sea Desk.\n\n"
    found = report(top + TWO.format("", "")).sessions
    assert [s.title and s.title.value for s in found][-2:] == ["Session 1: Ice", "Session 2: Nets"]
    assert {fact.value for s in found[-2:] for fact in s.part_of} == {"workshop on the coast"}


def test_sessions_of_a_meeting_of_several_days_have_no_date_unless_they_say_it() -> None:
    top = "# Report of the workshop on the coast\n\nThe workshop was held in Oslo from 9 to 11 July 2019.\n\n"
    found = report(top + TWO.format("", " (10 July)")).sessions
    assert [s.date and s.date.value for s in found][-2:] == [None, "2019-07-10"]


def test_a_heading_that_is_a_day_dates_the_sessions_below_it() -> None:
    text = "# Highlights of the Coast Forum, 8-9 July 2019\n\n## Monday, 8 July\n\n### Ice for all boats\n\n9:00 - 10:00. Chaired by Ana Reis.\n\nSpeakers noted that ice is dear.\n\n## Tuesday, 9 July\n\n### Nets for all boats\n\n9:00 - 10:00. Chaired by Jo Lund.\n\nSpeakers noted that nets are lost."
    found = report(text).sessions[1:]
    assert [(s.title and s.title.value, s.date and s.date.value) for s in found] == [
        ("Ice for all boats", "2019-07-08"),
        ("Nets for all boats", "2019-07-09"),
    ]


def test_those_who_organised_the_whole_organised_each_of_its_sessions() -> None:
    text = "# Two side events\n\nOrganised by Sea Desk.\n\n" + TWO.format(" (9 July 2019)", " (10 July 2019)")
    data = text.encode()
    found = convert(markdown.read(data, Source("a.md", "text/markdown", "0" * 64, len(data))), NAMES).sessions
    assert [[p.actor.name for p in s.participations if p.role == "organizer"] for s in found] == [["Sea Desk"]] * 2


def test_a_session_without_a_date_of_its_own_keeps_its_own_times() -> None:
    found = report("# Two side events\n\n" + TWO.format(" (9 July 2019, 10:00-11:00)", " (10 July 2019, 15:00-16:00)"))
    assert [s.start_time and s.start_time.value for s in found.sessions][-2:] == ["10:00", "15:00"]


@pytest.mark.parametrize(
    "words",
    [
        "Session 2: Ice",
        "Side event III",
        "SESSION 4 (Ice)",
        "Second session: Ice",
        "II. Roundtable 3",
        "10:00 - 11:30 PANEL 1: ICE",
    ],
)
def test_headings_that_count_sessions(words: str) -> None:
    assert parts.is_numbered(words, ENGLISH)


@pytest.mark.parametrize(
    "words", ["Sessions on ice", "Session on ice", "Meeting 2019 goals", "Workshop A-Z", "Dialogue I had"]
)
def test_headings_that_count_nothing(words: str) -> None:
    assert not parts.is_numbered(words, ENGLISH)


DAILY = """HARBOUR BULLETIN

Vol. 3 No. 12 A report of the harbour forum Friday, 12 July 2019

HIGHLIGHTS: THURSDAY, 11 JULY 2019

On Thursday, the Youth Forum continued its work in Lisbon.

REVIEW OF PIERS

Ana Brand chaired the session in the morning. She said that piers rot faster than they are mended.

REVIEW OF CRANES

This session was moderated by Omar Diallo. He warned that cranes fall when nobody pays for them.

IN THE CORRIDORS

Coffee was short and queues were long, and many a delegate wished for a chair.
"""


def test_a_report_of_one_day_has_the_sessions_that_somebody_chaired() -> None:
    sessions = report(DAILY).sessions
    assert [s.title.value for s in sessions if s.title][-2:] == ["REVIEW OF PIERS", "REVIEW OF CRANES"]
    assert {s.date.value for s in sessions if s.date} == {"2019-07-11"}


def test_sections_that_nobody_chaired_are_no_sessions() -> None:
    assert len(report(DAILY.replace("Ana Brand chaired the session in the morning.", "")).sessions) == 1


@pytest.mark.parametrize(
    ("place", "city", "country"),
    [
        ("at the Palais des Ports Geneva Switzerland", "Geneva", "Switzerland"),
        ("at the Palais des Ports, Geneva", "Geneva", ""),
    ],
)
def test_city_and_country_may_stand_at_the_end_of_a_venue(place: str, city: str, country: str) -> None:
    found = fields(f"# Ice for boats\n\nThe workshop was held {place}.")
    assert (found.get("city", ""), found.get("country", "")) == (city, country)


def test_opening_sessions_count_in_a_report_of_one_day_that_counts_its_dialogues() -> None:
    text = (
        "HARBOUR SUMMIT\n\nDaily report of Thursday, 12 July 2018\n\nOpening Session\n\nAna Brand chaired. She said that piers rot in winter.\n\n"
        "Leaders Dialogue 1: Boats\n\nThis dialogue was chaired by Omar Diallo. He said that boats are old.\n\n"
        "Leaders Dialogue 2: Piers\n\nLin Chen moderated. She said that piers are dear."
    )
    titles = [s.title.value for s in report(text).sessions if s.title]
    assert titles[-3:] == ["Opening Session", "Leaders Dialogue 1: Boats", "Leaders Dialogue 2: Piers"]


def test_titles_in_bold_with_their_hours_beside_them_are_sessions() -> None:
    text = (
        "# Report of the harbour days\n\nOslo, 3-4 May 2019\n\n**Boats for all harbours** (3 May, 10:00-11:30)\n\nAna Brand said that boats are old and dear.\n\n"
        "**Piers for all harbours** (4 May, 14:00-15:30)\n\nOmar Diallo called for new piers in every town."
    )
    told = [
        (s.title.value, s.date.value, s.start_time.value)
        for s in report(text).sessions
        if s.title and s.date and s.start_time
    ]
    assert [day for _, day, _ in told] == ["2019-05-03", "2019-05-04"]
    assert [hour for _, _, hour in told] == ["10:00", "14:00"]


def test_lines_in_bold_that_begin_with_hours_are_sessions_even_where_one_asks() -> None:
    part = "**{} | {}**\n\nAna Brand said that {} are old. Participants called for new ones.\n\n"
    text = (
        "# Report of the harbour days\n\nOslo, 3 May 2019\n\n"
        + part.format("10:00-11:00", "Opening plenary: Boats", "boats")
        + part.format("11:30-12:30", "Fishbowl: Who owns the piers?", "piers")
        + part.format("14:00-15:00", "Clinic: Nets and lines", "nets")
    )
    told = [(s.title.value, s.start_time.value) for s in report(text).sessions if s.title and s.start_time]
    assert told[1] == ("Fishbowl: Who owns the piers?", "11:30")
    assert len(told) == 3


@pytest.mark.parametrize(
    "lines",
    [
        ('1. "Boats for all" (3 May 2019)', '2. "Piers first" (4 May 2019)'),
        ('"Boats for all"\n\nFriday, 3 May 2019, 10.00-11.30', '"Piers first"\n\nSaturday, 4 May 2019, 15.00-16.30'),
    ],
)
def test_titles_in_quotation_marks_with_their_day_are_sessions_of_plain_text(lines: tuple[str, str]) -> None:
    top = "REPORT OF TWO SIDE EVENTS AT THE HARBOUR COMMISSION\n\n"
    said = "\n\nAna Brand of the Harbour Towns Network said that boats are old and dear. She called for new ones.\n\n"
    told = [(s.title.value, s.date.value) for s in report(top + said.join((*lines, ""))).sessions if s.title and s.date]
    assert told == [("Boats for all", "2019-05-03"), ("Piers first", "2019-05-04")]


def test_days_of_an_agenda_date_no_session_that_is_told_below_it() -> None:
    text = (
        "REPORT OF THE HARBOUR TRAINING\n\nOslo, 3-4 May 2022\n\nAgenda\n\nTuesday, 3 May 2022\n\n09:00 Registration\n10:00 Boats\n\nWednesday, 4 May 2022\n\n"
        "09:00 Piers\n10:00 Closing\n\nProceedings\n\nSession 1: Boats\n\nAna Brand said that boats are old. She called for new ones.\n\n"
        "Session 2: Piers\n\nOmar Diallo said that piers rot. He urged towns to mend them."
    )
    told = [(s.title.value, s.date) for s in report(text).sessions if s.title]
    assert [title for title, _ in told[-2:]] == ["Session 1: Boats", "Session 2: Piers"]
    assert all(day is None or day.value == "2022-05-03" for _, day in told)


def test_lines_that_count_days_date_the_panels_below_them() -> None:
    text = (
        "Harbour Forum 2019: summary\n\nDay 1 - 3 May 2019\n\nPanel 1: Boats\n\nAna Brand said that boats are old. She called for new ones.\n\n"
        "Day 2 - 4 May 2019\n\nPanel 2: Piers\n\nOmar Diallo said that piers rot. He urged towns to mend them."
    )
    days = {s.title.value: s.date.value for s in report(text).sessions if s.title and s.date}
    assert (days["Panel 1: Boats"], days["Panel 2: Piers"]) == ("2019-05-03", "2019-05-04")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "# 6th Harbour Summit\n\nThe 6th Harbour Summit was held in Oslo on 3 May 2019.\n\nThe council hosted a workshop on ice in the morning.",
            "forum",
        ),
        (
            "# Harbour Day and Forum\n\nHarbour Day, which convened on 9 July 2021, gave room for exchange and dialogue.",
            "forum",
        ),
    ],
)
def test_the_type_of_a_part_is_not_that_of_the_whole(text: str, kind: str) -> None:
    assert fields(text)["type"] == kind


def test_a_country_in_brackets_behind_a_person_is_not_where_the_meeting_was() -> None:
    found = fields(
        "# Ice for boats\n\nThe President, H.E. Mona Lund (Norway), convened a meeting with the chairs on 3 May 2020 in the Harbour Chamber."
    )
    assert "country" not in found
    assert fields("# Ice for boats\n\nThe workshop was held in Bologna (Italy) on 3 May 2020.")["city"] == "Bologna"


PRESIDED = "### {} for all boats\n\nMs. Ana Reis of Sea Desk {} the session. Speakers noted that {} is dear.\n\n"


@pytest.mark.parametrize("says", ["moderated", "chaired"])
def test_headings_below_which_somebody_presides_over_the_session_divide_a_document(says: str) -> None:
    top = "# Report of the workshop on the coast\n\nThe workshop was held in Oslo on 9 July 2019.\n\n## Proceedings\n\n"
    text = top + "".join(PRESIDED.format(name, says, name.lower()) for name in ("2.1 Ice", "2.2 Twine", "2.3 Tar"))
    titles = [s.title and s.title.value for s in report(text).sessions]
    assert titles[-3:] == ["Ice for all boats", "Twine for all boats", "Tar for all boats"]


def test_headings_with_the_label_of_a_moderator_below_them_divide_a_document() -> None:
    part = "### {}\n\nModerator: Ms. Ana Reis\n\nSpeakers noted that ice is dear.\n\n"
    text = "# Report of the workshop on the coast\n\nOslo, 9 July 2019\n\n## Talks\n\n" + part.format(
        "Ice for all boats"
    )
    found = report(text + part.format("Tar for all boats")).sessions
    assert [s.title and s.title.value for s in found][-2:] == ["Ice for all boats", "Tar for all boats"]


def test_headings_below_which_nobody_presides_do_not_divide_a_document() -> None:
    part = "### {} for all boats\n\nSpeakers noted that ice is dear.\n\n"
    text = "# Report of the workshop on the coast\n\nOslo, 9 July 2019\n\n" + PRESIDED.format("Ice", "moderated", "ice")
    assert len(report(text + part.format("Twine") + part.format("Tar")).sessions) == 1


@pytest.mark.parametrize(
    "heading",
    ["3.{0} Session {0}: Ice", "Breakout group {0}: Ice", "Day 1, Session {0}: Ice"],
)
def test_sessions_are_counted_below_numbers_of_an_outline_and_days_and_as_groups(heading: str) -> None:
    assert parts.is_numbered(heading.format(2), ENGLISH)


@pytest.mark.parametrize(
    "heading",
    ["2nd meeting", "Working group 2: Ice", "Group 2: Ice", "3.2 Sessions 1 to 3 were long", "Day 2 of the week"],
)
def test_what_only_looks_like_a_counted_session_is_none(heading: str) -> None:
    assert not parts.is_numbered(heading, ENGLISH)


def test_headings_below_which_it_is_told_which_session_it_was_divide_a_document() -> None:
    top = "# Report of the workshop on the coast\n\nThe workshop was held in Oslo on 9 July 2019.\n\n"
    part = "## {}\n\nThe {} session was about {}. Speakers noted that {} is dear.\n\n"
    rows = (("Big picture", "first", "ice"), ("Improvements", "second", "tar"), ("Next steps", "final third", "twine"))
    titles = [s.title and s.title.value for s in report(top + "".join(part.format(*r, r[2]) for r in rows)).sessions]
    assert titles[-3:] == ["Big picture", "Improvements", "Next steps"]


def test_what_this_session_was_about_divides_no_document_below_the_headings_of_its_parts() -> None:
    top = "# Report of the workshop on the coast\n\nThe workshop was held in Oslo on 9 July 2019.\n\n"
    part = "## {}\n\nThis session, chaired by Ms. Ana Reis, was about {}. Speakers noted that ice is dear.\n\n"
    assert len(report(top + part.format("Background", "ice") + part.format("Highlights", "tar")).sessions) == 1
    assert len(report(top + part.format("Big picture", "ice") + part.format("Quays", "tar")).sessions) == 3


def test_the_day_of_the_whole_is_not_that_of_sessions_on_several_days() -> None:
    text = "# Coast Summit 2021\n\n## Day One: Setting the stage\n\nThe summit opened in Oslo on 14 October 2021.\n\n"
    text += PRESIDED.format("Ice", "moderated", "ice") + "## Day Two: From talk to work\n\n"
    found = report(text + PRESIDED.format("Tar", "moderated", "tar")).sessions
    assert [(s.title and s.title.value, s.date) for s in found][-2:] == [
        ("Ice for all boats", None),
        ("Tar for all boats", None),
    ]


def test_headings_that_name_a_panel_are_sessions_beside_those_over_which_somebody_presides() -> None:
    top = "# Report of the workshop on the coast\n\nOslo, 9 July 2019\n\n## Talks\n\n"
    text = top + PRESIDED.format("Ice", "moderated", "ice") + PRESIDED.format("Twine", "chaired", "twine")
    found = report(text + "### Panel: Tar\n\nSpeakers noted that tar is dear.\n").sessions
    assert [s.title and s.title.value for s in found][-1] == "Panel: Tar"
