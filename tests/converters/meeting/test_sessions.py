"""Titles, places, types and parents of sessions."""

from __future__ import annotations

import pytest
from sessionfields import NAMES, fields, part_of, report

from forumgraph.converters.conversion import convert
from forumgraph.converters.readers import markdown, plain
from forumgraph.model import Source


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
    ("sentence", "kind"),
    [
        ("The 24th meeting of the boat board was held in May and reviewed the consultation on ice.", "meeting"),
        ("A workshop on ice was held before the meeting.", "workshop"),
        ("The meeting was held as a side event of the forum.", "side-event"),
        ("The seventh session of the Boat Forum was held in May.", "forum"),
        ("The seventh session of the Boat Committee was held in May.", "session"),
        ("The seventh meeting of the Boat Forum Secretariat was held in May.", "meeting"),
        ("The Forum of Harbours was held in May. The event was held in Oslo.", "forum"),
        ("The harbour board met with towns and shared news of ice.", "meeting"),
    ],
)
def test_the_type_is_that_of_what_the_sentence_is_about(sentence: str, kind: str) -> None:
    assert fields(f"# Ice for boats\n\n{sentence}")["type"] == kind


def test_the_lines_under_a_heading_tell_when_where_and_what_though_markdown_joins_them() -> None:
    found = fields(
        "December 2022 - You are accessing an archived version of this page\n\n# Safer harbours for all\n\nThursday, 12 July 2018\n"
        "1:15 PM - 2:30 PM\nConference Room 7, UNHQ, New York\nSide Event\nOrganized by: Harbour Network\n\nThe event discussed piers and ice."
    )
    assert (found["date"], found["start_time"], found["type"]) == ("2018-07-12", "13:15", "side-event")
    assert (found["venue"], found["city"]) == ("Conference Room 7, UNHQ", "New York")


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


def test_small_words_belong_to_names_of_meetings_in_french() -> None:
    data = "# La glace des pêcheurs\n\nL'atelier s'est tenu le 3 mai 2019 à Brest, en marge de la 9ème Assemblée générale des ports, avec les élus. Les participants ont souligné le prix de la glace."
    document = markdown.read(data.encode(), Source("a.md", "text/markdown", "0" * 64, len(data)))
    (session,) = convert(document, NAMES).sessions
    assert [fact.value for fact in session.part_of] == ["9ème Assemblée générale des ports"]


def test_the_report_of_a_body_is_titled_by_the_line_that_says_so() -> None:
    text = "COMMITTEE ON PORTS\n\nFifth session\n\nGeneva, 12-14 June 2019\n\nReport of the Committee on Ports on its fifth session\n\nThe Committee discussed ice."
    assert fields(text)["title"] == "Report of the Committee on Ports on its fifth session"


def test_a_title_in_capitals_goes_on_after_its_colon() -> None:
    data = b"ICE AND BOATS:\nHOW TOWNS KEEP BOTH\n\n8 July 2022, online\n\nThe event took place online. Participants discussed ice and urged towns to own piers."
    document = plain.read(data, Source("a.txt", "text/plain", "0" * 64, len(data)))
    (session,) = convert(document, NAMES).sessions
    assert session.title is not None
    assert session.title.value == "ICE AND BOATS: HOW TOWNS KEEP BOTH"


def test_the_name_of_whose_page_it_is_and_who_wrote_it_are_no_titles() -> None:
    for line in ("Boat Owners Network", "By Ana Brand", "Ana in Harbours, Ice"):
        text = (
            f"{line}\n\nThe Boat Owners Network attended a workshop on ice in Oslo on 3 May 2019. Members shared news."
        )
        assert line not in fields(text).get("title", "")


def test_what_stands_above_a_caption_is_of_the_picture() -> None:
    text = "Ice for all boats\n\nUN building\n\nThe forum of harbours 2022 - people spoke of ice - Photo: Harbour Press\n\nThe council held the forum on 3 May 2022."
    assert "venue" not in fields(text)


def test_consultations_on_a_forum_are_no_part_of_it() -> None:
    text = "HLPF consultations address harbours\n\nConsultations on the format of the HLPF continued in the council on 4 June 2013, at UN Headquarters in New York, US."
    found = fields(text)
    assert part_of(text) == []
    assert (found["date"], found["venue"], found["country"]) == ("2013-06-04", "UN Headquarters", "US")


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
