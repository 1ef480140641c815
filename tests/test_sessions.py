"""Titles, times, places, types and parents of sessions, and documents that tell of several."""

from __future__ import annotations

import pytest

from forumgraph.converters import markdown, parts, plain
from forumgraph.converters.assemble import Piece, assemble
from forumgraph.converters.conversion import convert
from forumgraph.converters.lexicon import lexicons
from forumgraph.converters.names import Names
from forumgraph.model import BlockKind, Document, KnownName, Report, Source

ENGLISH = lexicons()["en"]
NAMES = Names(
    [
        KnownName("hlpf", ("High-level Political Forum",), ("HLPF",), "forum"),
        KnownName("partnership", ("ECOSOC Partnership Forum",), (), "forum"),
        KnownName("desa", ("Department of Economic and Social Affairs",), ("UN DESA", "DESA")),
    ]
)
END = "\n\nParticipants discussed the price of ice. They urged towns to own the piers.\n\n## Recommendations\n\n- Towns should own piers"


def report(text: str, published: str = "") -> Report:
    data = (text + END).encode()
    document = markdown.read(data, Source("a.md", "text/markdown", "0" * 64, len(data)))
    return convert(Document(document.source, document.text, document.blocks, published=published), NAMES)


def fields(text: str) -> dict[str, str]:
    (session,) = report(text).sessions
    names = (
        "title",
        "type",
        "date",
        "end_date",
        "start_time",
        "end_time",
        "timezone",
        "venue",
        "city",
        "country",
        "mode",
    )
    return {name: fact.value for name in names if (fact := getattr(session, name))}


def part_of(text: str) -> list[str]:
    return [fact.value for fact in report(text).sessions[0].part_of]


@pytest.mark.parametrize(
    ("top", "title"),
    [
        ("# Summary report: Ice for every boat", "Ice for every boat"),
        ("# SUMMARY REPORT\n\n# Ice for every boat", "Ice for every boat"),
        ("**Ice for**\n\n**every boat**\n\n**on the coast**", "Ice for every boat on the coast"),
        ("**Spotlight session on**\n\n**ice and boats**", "Spotlight session on ice and boats"),
        ("# UN DESA\n\n# Ice for every boat", "Ice for every boat"),
        ("# HLPF 2019\n\n# Ice for every boat", "Ice for every boat"),
        ("# Ice for every boat, 9 July 2019", "Ice for every boat"),
        ("# Ice for every boat (9 July 2019, Oslo)", "Ice for every boat"),
        ("# Report of the side event “Ice for every boat”", "Ice for every boat"),
        ("Title: Ice for every boat\n\nDate: 9 July 2019", "Ice for every boat"),
        ("**UNITED NATIONS**\n\n**Ice for every boat**", "Ice for every boat"),
        ("ICE FORWARD\n\n**Workshop on ice for boats**", "Workshop on ice for boats"),
        ("# Ice for every boat – Outcome document", "Ice for every boat"),
        ("# Report\n\nDate: 9 July 2019\n\n## Ice for every boat", "Ice for every boat"),
        ("On 9 July 2019 the Boat Desk organized a workshop on ice and boats in Oslo.", "workshop on ice and boats"),
    ],
)
def test_the_title_is_never_letterhead_or_boilerplate(top: str, title: str) -> None:
    assert fields(top)["title"] == title


def test_labelled_lines_give_time_and_place() -> None:
    told = fields(
        "# Ice\n\nDate: Tuesday, 9 July 2019\n\nTime: 13:15-14:45 EDT\n\nVenue: Conference Room 8, UN Headquarters, New York"
    )
    assert told["date"] == "2019-07-09"
    assert (told["start_time"], told["end_time"], told["timezone"]) == ("13:15", "14:45", "EDT")
    assert (told["venue"], told["city"]) == ("Conference Room 8, UN Headquarters", "New York")


def test_several_labels_may_share_a_line_or_stand_in_a_table() -> None:
    told = fields("# Ice for boats\n\n**Date:** 9 July 2019 **Venue:** Harbour Hall, Oslo")
    assert (told["date"], told["venue"]) == ("2019-07-09", "Harbour Hall")
    told = fields("# Ice for boats\n\n| Date | 9 July 2019 |\n|---|---|\n| Venue | Harbour Hall, Oslo |")
    assert (told["date"], told["venue"]) == ("2019-07-09", "Harbour Hall")


def test_the_first_paragraph_gives_what_no_line_gives() -> None:
    told = fields(
        "# Workshop on ice\n\nThe workshop was held on 9 July 2019 in Oslo, Norway, and was attended by many."
    )
    assert (told["type"], told["date"], told["city"], told["country"]) == ("workshop", "2019-07-09", "Oslo", "Norway")


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


def test_a_relative_date_needs_the_day_of_publication() -> None:
    text = "# Ice for boats\n\nThe Boat Desk held a workshop yesterday."
    assert report(text).sessions[0].date is None
    found = report(text, published="2019-07-10")
    assert found.sessions[0].date is not None
    assert found.sessions[0].date.value == "2019-07-09"
    assert "REP014" in {finding.code for finding in found.findings}


@pytest.mark.parametrize(
    ("top", "parents"),
    [
        ("# Ice\n\nSide event of the HLPF 2021", ["HLPF 2021"]),
        (
            "# Ice\n\nIt was held on the margins of the 2021 High-level Political Forum.",
            ["2021 High-level Political Forum"],
        ),
        ("# Ice\n\n# ECOSOC Partnership Forum", ["ECOSOC Partnership Forum"]),
        ("# HLPF 2018 Side Event: Ice for boats", ["HLPF 2018"]),
        ("# Ice\n\nThe event was held on the sidelines of the World Boat Summit 2020.", ["World Boat Summit 2020"]),
        ("# Ice\n\nThe pre-HLPF meeting was held in May.", []),
        ("# Ice\n\nIt was held in May in preparation for the HLPF 2019.", []),
        ("# Ice\n\nIt was held in May. The HLPF was mentioned.", []),
    ],
)
def test_a_session_is_part_of_what_the_words_say(top: str, parents: list[str]) -> None:
    assert part_of(top) == parents


def test_a_forum_between_two_sections_owns_nothing() -> None:
    (session,) = report("# Ice\n\n**Key issues**\n\n- Ice is dear\n\n# ECOSOC Partnership Forum").sessions
    assert [fact.value for fact in session.part_of] == ["ECOSOC Partnership Forum"]
    assert next(issue.text for issue in session.issues) == "Ice is dear"


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
    "words", ["Session 2: Ice", "Side event III", "SESSION 4 (Ice)", "Second session: Ice", "II. Roundtable 3"]
)
def test_headings_that_count_sessions(words: str) -> None:
    assert parts.is_numbered(words, ENGLISH)


@pytest.mark.parametrize(
    "words", ["Sessions on ice", "Session on ice", "Meeting 2019 goals", "Workshop A-Z", "Dialogue I had"]
)
def test_headings_that_count_nothing(words: str) -> None:
    assert not parts.is_numbered(words, ENGLISH)


@pytest.mark.parametrize(
    "line",
    [
        "High-level panel discussion, Lima, 8 February 2023, 3:00 p.m. to 5:30 p.m.",
        "High-level panel discussion in the old harbour of Lima, 8 February 2023, 15 h to 17:30 h.",
    ],
)
def test_a_full_stop_that_shortens_ends_no_sentence(line: str) -> None:
    told = fields(f"# Ice for every boat\n\n{line}\n\nIt was cold that day.")
    assert (told["date"], told["start_time"], told["end_time"]) == ("2023-02-08", "15:00", "17:30")


@pytest.mark.parametrize(
    ("line", "mode"), [("Mode: online", "online"), ("Format: hybrid", "hybrid"), ("Modality: in person", "in-person")]
)
def test_a_labelled_line_gives_the_mode(line: str, mode: str) -> None:
    assert fields(f"# Ice for every boat\n\nDate: 8 February 2023\n\n{line}")["mode"] == mode


def test_those_brought_together_were_at_the_place_named_after_them() -> None:
    told = fields(
        "# Ice for every boat\n\nThe town brought together 40 fishers at the University of Lima on 8 February 2023."
    )
    assert told["venue"] == "University of Lima"


@pytest.mark.parametrize(
    ("line", "sentence", "date"),
    [
        ("Lima, 20 March 2024", "The towns met yesterday, Tuesday 19 March 2024, to discuss ice.", "2024-03-19"),
        ("Readout, 20 March 2024", "The town hall was held on Tuesday 19 March to discuss ice.", "2024-03-19"),
        (
            "Harbour news, 20 March 2024",
            "The towns met yesterday, Tuesday 19 March 2024, to speak of ice.",
            "2024-03-19",
        ),
        ("Lima, 20 March 2024", "The first town hall was held on 3 May 2021.", "2024-03-20"),
        ("Harbour workshop, 20 March 2024", "The opening was held on 19 March 2024.", "2024-03-20"),
        ("Lima, 20 March 2024, 10:00", "The opening was held on 19 March 2024.", "2024-03-20"),
    ],
)
def test_the_day_of_issue_yields_to_the_day_that_the_text_tells(line: str, sentence: str, date: str) -> None:
    assert fields(f"# Ice for every boat\n\n{line}\n\n{sentence}")["date"] == date


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


@pytest.mark.parametrize("kicker", ["Summary report, 9–13 July 2021", "[Event report]", "Fifth session"])
def test_a_line_that_says_only_what_kind_of_paper_it_is_is_no_title(kicker: str) -> None:
    text = f"{kicker}\n\nHarbours that last\n\nThe workshop was held on 9 July 2021 in Oslo. Participants discussed piers and stressed their age."
    assert fields(text)["title"] == "Harbours that last"


def test_a_forum_at_the_top_is_the_title_where_no_line_and_no_sentence_is() -> None:
    text = "Youth Forum\n\nIt took place from 25 to 27 April 2023 in Lisbon. Participants stressed the price of ice."
    assert fields(f"2023 ECOSOC {text}")["title"] == "2023 ECOSOC Youth Forum"
    assert part_of(f"2023 ECOSOC {text}") == []
    side = (
        "HLPF 2019\n\nThe Boat Desk held a side event on ice in Lisbon on 3 May 2019. Participants stressed its price."
    )
    assert "HLPF" not in fields(side)["title"]


@pytest.mark.parametrize(
    ("sentence", "parents"),
    [
        ("It was held on the margins of the ongoing HLPF 2021.", ["HLPF 2021"]),
        ("It convened on the sidelines of the 2021 edition of the World Boat Summit.", ["World Boat Summit"]),
        ("It was a session of the Economic and Social Council's HLPF 2020.", ["HLPF 2020"]),
    ],
)
def test_words_between_a_lead_and_a_forum_do_not_part_them(sentence: str, parents: list[str]) -> None:
    (found,) = part_of(f"# Ice for boats\n\n{sentence}") or [""]
    assert parents[0] in found


def test_the_name_of_a_forum_goes_as_far_as_the_line_that_prints_it() -> None:
    text = "# Forum of small harbours of the north\n\n## Report of workshop 3: cold boats\n\nIt was held on 3 May 2019, on the margins of the Forum of small harbours of the north."
    assert part_of(text) == ["Forum of small harbours of the north"]
    assert fields(text)["title"] == "Report of workshop 3: cold boats"


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


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The 24th meeting of the boat board was held in May and reviewed the consultation on ice.", "meeting"),
        ("A workshop on ice was held before the meeting.", "workshop"),
        ("The meeting was held as a side event of the forum.", "side-event"),
    ],
)
def test_the_type_is_that_of_what_the_sentence_is_about(sentence: str, kind: str) -> None:
    assert fields(f"# Ice for boats\n\n{sentence}")["type"] == kind


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


def test_the_lines_under_a_heading_tell_when_where_and_what_though_markdown_joins_them() -> None:
    found = fields(
        "December 2022 - You are accessing an archived version of this page\n\n# Safer harbours for all\n\nThursday, 12 July 2018\n"
        "1:15 PM - 2:30 PM\nConference Room 7, UNHQ, New York\nSide Event\nOrganized by: Harbour Network\n\nThe event discussed piers and ice."
    )
    assert (found["date"], found["start_time"], found["type"]) == ("2018-07-12", "13:15", "side-event")
    assert (found["venue"], found["city"]) == ("Conference Room 7, UNHQ", "New York")


def test_the_stamp_of_a_page_gives_neither_day_nor_hour_but_the_year() -> None:
    found = fields("# Ice for boats\n\n30/10/2021 - 12:10 h\n\nThe workshop was held on 28 October in Oslo.")
    assert found["date"] == "2021-10-28"
    assert "start_time" not in found


def test_a_quotation_above_the_text_is_no_title_and_the_words_after_titled_are() -> None:
    text = '"We count when we are counted."\n\nA side event titled "A turning point for harbours" was held as a hybrid meeting at the Palais des Ports in Geneva on 3 May 2022.'
    found = fields(text)
    assert (found["title"], found["mode"], found["venue"]) == (
        "A turning point for harbours",
        "hybrid",
        "Palais des Ports",
    )


@pytest.mark.parametrize("line", ["Amman, Jordan", "Deputy Secretary-General", "In progress at UNHQ"])
def test_places_offices_and_notices_are_no_titles(line: str) -> None:
    assert fields(
        f"{line}\n\nIce for the boats of small harbours\n\nThe workshop was held on 3 May 2019. Speakers urged help."
    )["title"].startswith("Ice for")


def test_all_days_count_where_a_sentence_tells_the_last_one() -> None:
    found = fields(
        "# Ice for boats\n\nThe workshop concluded on 12 March 2019.\n\nIt was held from 10 to 12 March 2019 in Oslo."
    )
    assert (found["date"], found["end_date"]) == ("2019-03-10", "2019-03-12")


def test_opening_sessions_count_in_a_report_of_one_day_that_counts_its_dialogues() -> None:
    text = (
        "HARBOUR SUMMIT\n\nDaily report of Thursday, 12 July 2018\n\nOpening Session\n\nAna Brand chaired. She said that piers rot in winter.\n\n"
        "Leaders Dialogue 1: Boats\n\nThis dialogue was chaired by Omar Diallo. He said that boats are old.\n\n"
        "Leaders Dialogue 2: Piers\n\nLin Chen moderated. She said that piers are dear."
    )
    titles = [s.title.value for s in report(text).sessions if s.title]
    assert titles[-3:] == ["Opening Session", "Leaders Dialogue 1: Boats", "Leaders Dialogue 2: Piers"]


def test_small_words_belong_to_names_of_meetings_in_french() -> None:
    data = "# La glace des pêcheurs\n\nL'atelier s'est tenu le 3 mai 2019 à Brest, en marge de la 9ème Assemblée générale des ports, avec les élus. Les participants ont souligné le prix de la glace."
    document = markdown.read(data.encode(), Source("a.md", "text/markdown", "0" * 64, len(data)))
    (session,) = convert(document, NAMES).sessions
    assert [fact.value for fact in session.part_of] == ["9ème Assemblée générale des ports"]


def test_the_report_of_a_body_is_titled_by_the_line_that_says_so() -> None:
    text = "COMMITTEE ON PORTS\n\nFifth session\n\nGeneva, 12-14 June 2019\n\nReport of the Committee on Ports on its fifth session\n\nThe Committee discussed ice."
    assert fields(text)["title"] == "Report of the Committee on Ports on its fifth session"


def test_the_city_of_a_dateline_is_where_the_meeting_ended_today() -> None:
    found = fields(
        "# Ports agree on ice\n\nAmman, 11 April 2018 (HARBOUR PRESS)-- The forum of ports concluded its session today in the town hall."
    )
    assert (found["date"], found["city"]) == ("2018-04-11", "Amman")


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


def test_lines_that_count_days_date_the_panels_below_them() -> None:
    text = (
        "Harbour Forum 2019: summary\n\nDay 1 - 3 May 2019\n\nPanel 1: Boats\n\nAna Brand said that boats are old. She called for new ones.\n\n"
        "Day 2 - 4 May 2019\n\nPanel 2: Piers\n\nOmar Diallo said that piers rot. He urged towns to mend them."
    )
    days = {s.title.value: s.date.value for s in report(text).sessions if s.title and s.date}
    assert (days["Panel 1: Boats"], days["Panel 2: Piers"]) == ("2019-05-03", "2019-05-04")


def test_a_heading_that_a_label_may_begin_is_a_title_and_a_line_of_day_and_room_is_none() -> None:
    text = '## Side event: "Ice and boats: what next?"\n\n*High-level Political Forum 2019 | 11 July 2019 | 13:15–14:30 | Conference Room 12*\n\nSpeakers discussed ice.'
    assert fields(text)["title"] == 'Side event: "Ice and boats: what next?"'


def test_a_title_in_capitals_goes_on_after_its_colon() -> None:
    data = b"ICE AND BOATS:\nHOW TOWNS KEEP BOTH\n\n8 July 2022, online\n\nThe event took place online. Participants discussed ice and urged towns to own piers."
    document = plain.read(data, Source("a.txt", "text/plain", "0" * 64, len(data)))
    (session,) = convert(document, NAMES).sessions
    assert session.title is not None
    assert session.title.value == "ICE AND BOATS: HOW TOWNS KEEP BOTH"


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


def test_the_name_of_whose_page_it_is_and_who_wrote_it_are_no_titles() -> None:
    for line in ("Boat Owners Network", "By Ana Brand", "Ana in Harbours, Ice"):
        text = (
            f"{line}\n\nThe Boat Owners Network attended a workshop on ice in Oslo on 3 May 2019. Members shared news."
        )
        assert line not in fields(text).get("title", "")


def test_what_stands_above_a_caption_is_of_the_picture() -> None:
    text = "Ice for all boats\n\nUN building\n\nThe forum of harbours 2022 - people spoke of ice - Photo: Harbour Press\n\nThe council held the forum on 3 May 2022."
    assert "venue" not in fields(text)


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


def test_consultations_on_a_forum_are_no_part_of_it() -> None:
    text = "HLPF consultations address harbours\n\nConsultations on the format of the HLPF continued in the council on 4 June 2013, at UN Headquarters in New York, US."
    found = fields(text)
    assert part_of(text) == []
    assert (found["date"], found["venue"], found["country"]) == ("2013-06-04", "UN Headquarters", "US")


def test_a_country_in_brackets_behind_a_person_is_not_where_the_meeting_was() -> None:
    found = fields(
        "# Ice for boats\n\nThe President, H.E. Mona Lund (Norway), convened a meeting with the chairs on 3 May 2020 in the Harbour Chamber."
    )
    assert "country" not in found
    assert fields("# Ice for boats\n\nThe workshop was held in Bologna (Italy) on 3 May 2020.")["city"] == "Bologna"


def test_the_forum_in_the_title_of_a_daily_report_is_what_it_is_part_of() -> None:
    text = "HLPF 2019 HIGHLIGHTS\n\nTUESDAY, 9 JULY 2019\n\nThe forum convened on Tuesday. Delegates discussed ice and urged towns to buy boats."
    assert part_of(text) == ["HLPF 2019"]


def test_those_a_meeting_was_held_with_are_of_its_name() -> None:
    text = "The harbour board held a meeting of captains with the chairs of all unions on 3 May 2020. Captains stressed the price of ice."
    assert fields(text)["title"] == "meeting of captains with the chairs of all unions"


@pytest.mark.parametrize(
    ("title", "kind"), [("Harbour circle call", "meeting"), ("A global call for boats", ""), ("Towns call for ice", "")]
)
def test_a_call_is_a_meeting_unless_it_calls_for_something(title: str, kind: str) -> None:
    assert fields(f"# {title}\n\nMembers shared news of ice.").get("type", "") == kind


def test_a_sentence_about_a_meeting_names_it_where_no_line_does() -> None:
    text = "The third workshop of the harbour board (HB) took place on 3 May 2019. Members stressed the price of ice."
    assert fields(text)["title"] == "third workshop of the harbour board (HB)"
    assert "title" not in fields("The meeting took place on 3 May 2019. Members stressed the price of ice.")


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


@pytest.mark.parametrize(
    "opening",
    [
        "Lima, 14 de marzo de 2019.- El foro de puertos se celebró en Cusco los días 12 y 13, con muchos vecinos.",
        "Lima, 14 de marzo de 2019.- El foro de puertos se celebró en Cusco los días 12 y 13 de marzo, con muchos vecinos.",
    ],
)
def test_days_and_city_of_a_sentence_go_before_those_of_its_dateline(opening: str) -> None:
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
