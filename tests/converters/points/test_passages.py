"""Points told in paragraphs: what a speaker goes on to say, and to whom it is said."""

from __future__ import annotations

import pytest
from points import asked, issues, session

from forumgraph.converters.points.voices import speaker
from forumgraph.converters.words.lexicon import lexicons
from forumgraph.converters.words.names import Names
from forumgraph.model import KnownName


def test_what_stands_between_two_sentences_of_one_speaker_is_said_by_her() -> None:
    text = "Ms. Lund noted that ice is dear. Prices had doubled in two summers. She added that boats wait for ice."
    assert issues(text) == [
        "Ms. Lund noted that ice is dear.",
        "Prices had doubled in two summers.",
        "She added that boats wait for ice.",
    ]


def test_a_speaker_who_goes_on_with_what_must_be_asks_for_it() -> None:
    text = "Ms. Lund said that the coast was at a turning point. Towns must own the piers that they mend."
    assert asked(text) == [("", "Towns must own the piers that they mend.")]


@pytest.mark.parametrize(
    ("after", "aside"),
    [
        ("The association has forty members in nine towns.", "The association has forty members in nine towns."),
        (
            "Mr. Berg, Boat Union, mends nets in Riva. He noted that nets are dear.",
            "Mr. Berg, Boat Union, mends nets in Riva.",
        ),
        ("The workshop was held in a net hall. She added that boats wait.", "The workshop was held in a net hall."),
    ],
)
def test_what_nobody_goes_on_to_say_is_no_point(after: str, aside: str) -> None:
    found = issues(f"Ms. Lund noted that ice is dear. {after}")
    assert found[0] == "Ms. Lund noted that ice is dear."
    assert aside not in found


def test_a_numbered_paragraph_that_reports_and_asks_is_read_by_sentences() -> None:
    text = (
        "1. The secretariat reported that ice is dear. The council called on towns to share ice.\n"
        "2. The council noted that nets are lost every winter.\n"
    )
    assert issues(text) == [
        "The secretariat reported that ice is dear.",
        "The council noted that nets are lost every winter.",
    ]
    assert asked(text) == [("1", "The council called on towns to share ice.")]


def test_what_is_only_about_the_paper_is_no_recommendation() -> None:
    text = "## Recommendations\n\nShare ice among towns.\n\nMend the old pier.\n\nContact: desk@boats.example"
    assert [words for _, words in asked(text)] == ["Share ice among towns.", "Mend the old pier."]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("In closing, Ms. Ana Reis, mayor of Riva, urged towns to share ice.", "Ana Reis"),
        ("Old piers were dangerous, stressed Ole Vik of the Boat Union.", "Ole Vik"),
        ("Lead discussant Ida Berg, Boat Union, lamented the loss of nets.", "Ida Berg"),
        ("The representative of NORWAY called for cheaper ice.", "NORWAY"),
        ("The President of the Council noted that ice is dear.", ""),
        ("Participants from NORWAY noted that ice is dear.", ""),
        ("The Coastal Towns said that ice is dear.", ""),
    ],
)
def test_who_says_a_sentence_is_named_where_a_name_stands_there(sentence: str, who: str) -> None:
    names = Names([KnownName("country-nor", ("Norway",), (), "government")])
    span = speaker(sentence, names, lexicons()["en"])
    assert (span.of(sentence) if span else "") == who


def test_a_point_told_in_a_sentence_knows_who_raised_it() -> None:
    found = session("Ana Reis, Boat Union, noted that ice is dear. She urged towns to share ice.")
    assert [[fact.value for fact in issue.raised_by] for issue in found.issues] == [["Ana Reis"]]
    assert [asks.made_by for asks in found.recommendations] == [()]


@pytest.mark.parametrize(
    "text",
    [
        "## Recommendations\n\n### To local governments\n\n- share ice in summer\n- open the piers\n",
        "Participants asked local governments to:\n\n- share ice in summer\n- open the piers\n",
        "## Recommendations\n\n- Local governments:\n  - share ice in summer\n  - open the piers\n",
        "## Recommendations for local governments\n\n1. share ice in summer\n2. open the piers\n",
    ],
)
def test_words_around_a_list_tell_of_whom_it_is_asked(text: str) -> None:
    found = session(text).recommendations
    assert [asks.text for asks in found] == ["share ice in summer", "open the piers"]
    assert {asks.addressee.value.lower() for asks in found if asks.addressee} == {"local governments"}
    assert all(asks.addressee for asks in found)


def test_a_paragraph_that_begins_with_whom_it_asks_is_asked_of_them() -> None:
    (found,) = session("## Recommendations\n\nTo Member States: share the ice of the harbours.").recommendations
    assert (found.text, found.addressee.value if found.addressee else "") == (
        "share the ice of the harbours.",
        "Member States",
    )


def test_capitals_above_a_press_release_are_nobody() -> None:
    found = session(
        "# FOR IMMEDIATE RELEASE\n\nMs. Lund urged everybody who has a boat to share the ice of the harbour."
    )
    assert [asks.addressee for asks in found.recommendations] == [None]


@pytest.mark.parametrize(
    "line",
    [
        "Mayors called for ice at the pier. Photo: Ole Vik",
        "Mayors call for ice, speakers said",
        "Towns must act, said mayors",
    ],
)
def test_captions_and_headlines_are_no_points(line: str) -> None:
    found = session(f"Ms. Lund noted that ice is dear.\n\n{line}\n\nShe added that nets are lost.")
    said = [*(point.text for point in found.issues), *(point.text for point in found.recommendations)]
    assert len(said) == 2
    assert not any("Mayors" in words or "must act" in words for words in said)


def test_two_semicolons_make_a_list_without_a_colon() -> None:
    assert issues("The panels addressed old boats and piers; lost nets; and the price of ice in summer.") == [
        "old boats and piers",
        "lost nets",
        "the price of ice in summer",
    ]


def test_lists_inside_sentences_begin_after_their_verb() -> None:
    text = "Sessions focused on old boats and the need for piers; lost nets; and the price of ice in summer."
    assert issues(text)[0] == "old boats and the need for piers"
    assert len(issues(text)) == 3
    called = asked("Speakers called for a fund for nets; a register of ice; and open piers at night.")
    assert [words for _, words in called] == ["a fund for nets", "a register of ice", "open piers at night"]


def test_the_account_goes_on_below_a_line_of_the_web_site() -> None:
    text = (
        "## Share this\n\nTwitter\n\nMs. Lund noted that ice is dear in the summer, and that the old boats of the coast wait for it "
        "every day of the week while prices go up."
    )
    assert len(issues(text)) == 1


def test_a_sentence_before_one_that_closes_with_its_speaker_is_hers() -> None:
    text = "Ice had become dear on the whole coast. Towns must share what they make, said Ana Reis."
    found = session(text)
    assert [issue.text for issue in found.issues] == ["Ice had become dear on the whole coast."]
    assert [r.text for r in found.recommendations] == ["Towns must share what they make, said Ana Reis."]


def test_what_somebody_needs_in_a_clause_by_the_way_is_not_asked_for() -> None:
    assert issues("Ms. Lund noted that there are old piers that need ice in summer.") != []


def test_a_quotation_over_several_sentences_is_left_alone_and_a_slip_ends_nothing() -> None:
    quoted = "Ms. Lund noted that ice is dear. “We have boats. Towns must share ice,” she declared. She added that nets are lost."
    assert len(issues(quoted)) == 2
    assert not asked(quoted)
    slip = "The forum on “boats and nets» was long. Ms. Lund noted that ice is dear."
    assert issues(slip) == ["Ms. Lund noted that ice is dear."]


def test_tables_of_contents_and_events_to_come_are_no_points() -> None:
    assert not issues(
        "- Opening of the fifth session 1-7 2\n- Old boats and their engines 8-13 3\n- Closing of the session 21-22 6"
    )
    assert not issues("- Conference on the old boats of the coast, 27 May 2024\n- Forum on nets and piers, 8 July 2024")


@pytest.mark.parametrize(
    "text",
    [
        "The dialogue focused on the Goals in review: SDGs 3, 5, 8 and 17.",
        "Participants discussed three targets: 6.1; target 6.2; and target 11.b.",
        "El diálogo abordó cuatro objetivos: 3; 5; 8; y 17.",
    ],
)
def test_numbers_of_goals_are_no_points(text: str) -> None:
    assert not [point for point in issues(text) if len(point) < 20]


def test_what_follows_the_name_of_a_speaker_is_said_by_her_sentence_by_sentence() -> None:
    text = "## Interventions\n\nAna Berg (Boat Union): Ice is dear in summer. Towns should share their ice. Why does nobody ask?"
    assert issues(text) == ["Ice is dear in summer."]
    assert asked(text) == [("", "Towns should share their ice.")]


@pytest.mark.parametrize(
    ("heading", "items"),
    [
        ("Issues discussed", "Ice is dear in summer. Nets are seldom mended there."),
        ("Key findings", "Ice is dear in summer. Nets are seldom mended there."),
        ("Discussion", "- Ice is dear in summer\n- Nets are seldom mended there"),
        (
            "Discussion",
            "- Ana Reis (Boat Union): Ice is dear in summer.\n- Ida Berg, Boat Desk: Nets are seldom mended there.",
        ),
        (
            "Speakers",
            "- **Ana Reis (Boat Union):** Ice is dear in summer.\n- **Ida Berg (Boat Desk):** Nets are seldom mended there.",
        ),
    ],
)
def test_statements_below_a_heading_of_talk_are_issues(heading: str, items: str) -> None:
    assert [words.rstrip(".") for words in issues(f"## {heading}\n\n{items}")] == [
        "Ice is dear in summer",
        "Nets are seldom mended there",
    ]


def test_a_numbered_paragraph_of_minutes_may_lead_what_was_decided() -> None:
    text = "## Discussion\n\n1. Ms. Lund noted that ice is dear. After a debate it was agreed to:\n   a) ask the town for ice.\n   b) open the pier at night.\n2. Ms. Berg noted that nets are old."
    assert issues(text) == ["Ms. Lund noted that ice is dear.", "Ms. Berg noted that nets are old."]
    assert [words for _, words in asked(text)] == ["ask the town for ice.", "open the pier at night."]


def test_numbered_paragraphs_that_begin_with_the_meeting_are_an_account_of_it() -> None:
    text = "## Summary of conclusions\n\n1. The Boat Desk met for the second time on 3 May 2017 in Oslo.\n2. Ms. Lund noted that ice is dear. She asked towns to share it. The pier was closed.\n3. Ms. Berg noted that nets are old."
    assert issues(text) == ["Ms. Lund noted that ice is dear.", "Ms. Berg noted that nets are old."]
    assert [words for _, words in asked(text)] == ["She asked towns to share it."]


def test_a_call_that_an_infinitive_ends_leads_a_list_without_a_colon() -> None:
    text = "The crews call on governments to\n\n(1) publish the price of ice;\n(2) nets in all the towns."
    assert [words for _, words in asked(text)] == ["publish the price of ice", "nets in all the towns."]
    assert issues(text) == []


def test_a_decision_counts_below_a_heading_that_is_set_aside() -> None:
    text = "## Agenda\n\nThe price of ice in the ports\n\nDecision: Ida Berg to write to the town."
    assert [words for _, words in asked(text)] == ["Ida Berg to write to the town."]


def test_a_dateline_is_no_speaker() -> None:
    assert issues("Riva, 5 June 2017 (Boat News): Towns met in a net hall of the coast.") == []


def test_below_recommendations_a_sentence_may_ask_by_its_first_verb() -> None:
    assert asked("## Recommendations\n\nShare the ice among all towns of the coast. Ice was dear in all summers.") == [
        ("", "Share the ice among all towns of the coast.")
    ]
