"""Points told in paragraphs: what a speaker goes on to say, and lines that say what they are."""

from __future__ import annotations

import pytest

from forumgraph.converters import markdown
from forumgraph.converters.conversion import convert
from forumgraph.converters.lexicon import lexicons
from forumgraph.converters.names import Names
from forumgraph.converters.tasks import is_task, label
from forumgraph.converters.voices import speaker
from forumgraph.model import KnownName, Session, Source

TOP = "# Report of the workshop on boats\n\nThe workshop was held on 5 June 2017 in Oslo and was organized by the Boat Desk.\n\n"


def session(text: str) -> Session:
    data = (TOP + text).encode()
    (found,) = convert(markdown.read(data, Source("a.md", "text/markdown", "0" * 64, len(data))), Names([])).sessions
    return found


def issues(text: str) -> list[str]:
    return [issue.text for issue in session(text).issues]


def asked(text: str) -> list[tuple[str, str]]:
    return [(found.number, found.text) for found in session(text).recommendations if not found.derived]


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


def test_lines_of_minutes_say_what_they_are() -> None:
    text = "Nets were mended.\n\nDecision 4/1: The pier opens on Sundays.\n\nAction: Ida Berg to write to the town.\n\nApologies: Ole Vik"
    assert asked(text) == [("4/1", "The pier opens on Sundays."), ("", "Ida Berg to write to the town.")]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Recommendation 3: mend nets", "recommendations"),
        ("Key message 1: nets", "messages"),
        ("Challenge: ice", "issues"),
    ],
)
def test_a_label_tells_the_kind_of_what_follows(words: str, kind: str) -> None:
    found = label(words, lexicons()["en"])
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize("words", ["Place: Oslo", "Boats and nets: a history", "Recommendation", "Action needed soon"])
def test_other_words_before_a_colon_are_no_labels(words: str) -> None:
    assert label(words, lexicons()["en"]) is None


@pytest.mark.parametrize(
    ("code", "words", "task"),
    [
        ("en", "Ida Berg and Ole Vik to circulate the notes", True),
        ("en", "Circulate the notes by Friday", True),
        ("en", "Fund the old pier", True),
        ("en", "Funds for the old pier", False),
        ("en", "Access to ice", False),
        ("en", "Boats need to wait", False),
        ("fr", "Renforcer les quais", True),
        ("es", "Garantizar el hielo", True),
    ],
)
def test_a_task_begins_with_a_deed_or_with_who_has_to_do_it(code: str, words: str, *, task: bool) -> None:
    assert is_task(words, lexicons()[code]) is task


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


def test_rough_notes_tell_tasks_from_what_was_said() -> None:
    text = "- nets are lost every winter on this coast\n- Ida Berg to write to the town\n- ice is dear in the summer"
    assert issues(text) == ["nets are lost every winter on this coast", "ice is dear in the summer"]
    assert asked(text) == [("", "Ida Berg to write to the town")]


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


def test_two_semicolons_make_a_list_without_a_colon() -> None:
    assert issues("The panels addressed old boats and piers; lost nets; and the price of ice in summer.") == [
        "old boats and piers",
        "lost nets",
        "the price of ice in summer",
    ]


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


def test_the_account_goes_on_below_a_line_of_the_web_site() -> None:
    text = (
        "## Share this\n\nTwitter\n\nMs. Lund noted that ice is dear in the summer, and that the old boats of the coast wait for it "
        "every day of the week while prices go up."
    )
    assert len(issues(text)) == 1


def test_the_columns_of_a_table_say_what_its_cells_are() -> None:
    found = session(
        "| Issue | Recommendation | Responsible |\n|---|---|---|\n| Old boats | Replace engines; share ice | Ministry of Ports |\n"
        "| Lost nets | Collect nets at the pier | Towns |\n"
    )
    assert [issue.text for issue in found.issues] == ["Old boats", "Lost nets"]
    assert [(r.text, r.addressee.value if r.addressee else "") for r in found.recommendations] == [
        ("Replace engines", "Ministry of Ports"),
        ("share ice", "Ministry of Ports"),
        ("Collect nets at the pier", "Towns"),
    ]


def test_cells_may_be_empty() -> None:
    found = session(
        "| Issue | Recommendation | Responsible |\n|---|---|---|\n| Old piers of the coast | | Harbour office |\n"
        "| Lost nets | Towns should mark all nets | |\n| | Share the ice | Mayors |\n"
    )
    assert [issue.text for issue in found.issues] == ["Old piers of the coast", "Lost nets"]
    asked = [(r.text, r.addressee.value if r.addressee else "") for r in found.recommendations]
    assert asked == [("Towns should mark all nets", "Towns"), ("Share the ice", "Mayors")]


def test_a_column_of_what_was_said_is_read_by_sentences() -> None:
    found = session(
        "| Item | Discussion | Action |\n|---|---|---|\n| Ice | Ms. Reis noted that ice is dear. The pier is old. | Ole Vik to mend the pier |\n"
    )
    assert [issue.text for issue in found.issues] == ["Ms. Reis noted that ice is dear."]
    assert [r.text for r in found.recommendations] == ["Ole Vik to mend the pier"]


@pytest.mark.parametrize(
    "head", ["| Time | Session | Speaker |", "| Name | Organization | Country |", "| Port | Boats | Nets |"]
)
def test_other_tables_hold_no_points(head: str) -> None:
    found = session(f"{head}\n|---|---|---|\n| 9:00 | Towns should act | Ana Reis |\n")
    assert not (*found.issues, *found.recommendations)


def test_the_words_below_a_numbered_figure_are_no_point() -> None:
    assert not issues("Figure 2: Ms. Lund noted that ice is dear in all the ports of the coast.")


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


def test_lists_inside_sentences_begin_after_their_verb() -> None:
    text = "Sessions focused on old boats and the need for piers; lost nets; and the price of ice in summer."
    assert issues(text)[0] == "old boats and the need for piers"
    assert len(issues(text)) == 3


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


def test_a_label_may_name_in_brackets_who_has_to_act() -> None:
    (found,) = session("ACTION (Boat Desk): prepare a map of the piers.").recommendations
    assert found.text == "prepare a map of the piers."
    assert found.addressee is not None
    assert found.addressee.value == "Boat Desk"


def test_semicolons_part_what_follows_a_label_or_a_heading() -> None:
    assert [text for _, text in asked("AP2: draw a map; mend the pier; and share ice with all.")] == [
        "draw a map",
        "mend the pier",
        "share ice with all.",
    ]


def test_what_follows_the_name_of_a_speaker_is_said_by_her_sentence_by_sentence() -> None:
    text = "## Interventions\n\nAna Berg (Boat Union): Ice is dear in summer. Towns should share their ice. Why does nobody ask?"
    assert issues(text) == ["Ice is dear in summer."]
    assert asked(text) == [("", "Towns should share their ice.")]


def test_a_dateline_is_no_speaker() -> None:
    assert issues("Riva, 5 June 2017 (Boat News): Towns met in a net hall of the coast.") == []


def test_notes_that_name_nobody_are_points_below_a_heading_of_discussion_only() -> None:
    notes = "Tariffs are too low to pay for ice. The piers should be open at night. Forty participants sat in the hall."
    assert issues(f"## Discussion\n\n{notes}") == ["Tariffs are too low to pay for ice."]
    assert asked(f"## Discussion\n\n{notes}") == [("", "The piers should be open at night.")]
    assert issues(f"## The coast\n\n{notes}") == []


def test_a_column_of_numbers_numbers_the_points_of_its_rows() -> None:
    table = "| No. | Issue | Recommendation |\n|---|---|---|\n| 1 | Ice is dear | Share the ice |\n| 2 | Piers are shut | Open the piers |"
    found = session(f"## Outcome\n\n{table}")
    assert [(issue.number, issue.text) for issue in found.issues] == [("1", "Ice is dear"), ("2", "Piers are shut")]
    assert [(each.number, each.text) for each in found.recommendations if not each.derived] == [
        ("1", "Share the ice"),
        ("2", "Open the piers"),
    ]


def test_below_recommendations_a_sentence_may_ask_by_its_first_verb() -> None:
    assert asked("## Recommendations\n\nShare the ice among all towns of the coast. Ice was dear in all summers.") == [
        ("", "Share the ice among all towns of the coast.")
    ]


def test_a_label_may_end_with_a_dash_before_a_whole_sentence() -> None:
    assert asked("Decision – The Boat Desk draws a map of all piers.") == [
        ("", "The Boat Desk draws a map of all piers.")
    ]
    assert asked("Next steps – after the forum") == []


def test_a_note_of_who_is_to_do_something_asks_for_it_among_sentences_too() -> None:
    text = "Members talked about nets with Ana. Berg to prepare a map of the piers for Ana. Berg will meet Ana in May."
    assert asked(text) == [("", "Berg to prepare a map of the piers for Ana.")]
