"""Lists whose members have no marker, whose parts have heads, or that a form asks for."""

from __future__ import annotations

import pytest

from forumgraph.converters.conversion import convert
from forumgraph.converters.readers import plain
from forumgraph.converters.words.enumerations import has_post
from forumgraph.converters.words.headings import kind_of
from forumgraph.converters.words.lexicon import lexicons
from forumgraph.converters.words.names import Names
from forumgraph.model import Session, Source

TOP = {
    "en": "Report of the workshop on boats\n\nThe workshop on boats was held in Oslo on 5 June 2017. It was organized by the Boat Desk.\n\n",
    "es": "Informe del taller sobre barcos\n\nEl taller sobre barcos se celebró en Lima el 5 de junio de 2017. Fue organizado por la Mesa de Barcos.\n\n",
}


def session(text: str, tag: str = "en") -> Session:
    data = (TOP[tag] + text).encode()
    (found,) = convert(plain.read(data, Source("a.txt", "text/plain", "0" * 64, len(data))), Names([])).sessions
    return found


def test_lines_that_semicolons_end_below_a_call_are_a_list() -> None:
    found = session(
        "The crews called on:\n\nGovernments to open the piers at night;\n\nTowns to share their ice with small boats; and\n\nThe Boat Desk to draw a map."
    )
    assert [asked.text for asked in found.recommendations] == [
        "Governments to open the piers at night",
        "Towns to share their ice with small boats",
        "The Boat Desk to draw a map.",
    ]


def test_a_form_asks_for_its_sections() -> None:
    found = session(
        "1. Please list the main issues discussed\n\n- Old piers without light\n- Dear ice in summer\n\n"
        "2. Please list key recommendations\n\n- Open the piers at night\n- Share the ice of the towns"
    )
    assert [issue.text for issue in found.issues] == ["Old piers without light", "Dear ice in summer"]
    assert [asked.text for asked in found.recommendations] == ["Open the piers at night", "Share the ice of the towns"]


def test_recommendations_for_somebody_are_a_head_without_a_colon() -> None:
    found = session(
        "Recommendations for the Boat Summit\n\na. Appoint a keeper of piers\n\nb. Double the ice of the north"
    )
    assert [asked.text for asked in found.recommendations] == [
        "Appoint a keeper of piers",
        "Double the ice of the north",
    ]


def test_what_a_speaker_goes_on_to_say_is_a_point_behind_a_connective() -> None:
    found = session(
        "Ms. Lund noted that ice is dear in summer. Furthermore, small boats have no place at the piers of the north."
    )
    assert len(found.issues) == 2


def test_infinitives_among_conclusions_are_asked_for() -> None:
    found = session("Conclusiones y recomendaciones\n\n- Abrir los muelles de noche.\n- El hielo es caro.", "es")
    assert [asked.text for asked in found.recommendations] == ["Abrir los muelles de noche."]
    assert [issue.text for issue in found.issues] == ["El hielo es caro."]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("ACTION POINTS (written down as they occur)", "recommendations"),
        ("Please list the main challenges", "issues"),
        ("In the corridors", "boilerplate"),
        ("(Boats)", ""),
    ],
)
def test_remarks_and_prompts_do_not_hide_what_a_heading_is_about(heading: str, kind: str) -> None:
    assert kind_of(heading, lexicons()["en"]) == kind


@pytest.mark.parametrize(
    ("lead", "issues", "asked"),
    [
        ("The following conclusions emerged from the discussion:", 1, 2),
        ("The following conclusions were highlighted:", 1, 2),
        ("The following recommendations emerged from the discussion:", 0, 3),
        ("The following issues emerged from the discussion:", 3, 0),
        ("Participants discussed issues that should be addressed:", 3, 0),
    ],
)
def test_what_emerged_is_what_it_is_called(lead: str, issues: int, asked: int) -> None:
    found = session(f"{lead}\n\n- Ice is dear\n- Piers should be open at night\n- Lamps are needed on the quay")
    assert [len(found.issues), sum(not point.derived for point in found.recommendations)] == [issues, asked]


def test_messages_in_one_sentence_are_each_what_they_say() -> None:
    found = session("The key messages were: ice is dear; towns should share their ice; and piers lie dark.")
    assert [issue.text for issue in found.issues] == ["ice is dear", "piers lie dark"]
    assert [asked.text for asked in found.recommendations] == ["towns should share their ice"]


def test_a_line_with_a_name_and_a_post_is_no_point() -> None:
    lines = ("Ana Lopes, Mayor of Riva.", "Ana Lopes, Mayor of Riva, asked for ice.", "Riva, Minister of none")
    assert [has_post(line, lexicons()["en"]) for line in lines] == [True, False, False]


@pytest.mark.parametrize(
    ("lead", "issues", "asked"),
    [
        ("Some of the main gaps cited by skippers are:", 3, 0),
        ("The harbour master mentioned that:", 1, 2),
        ("Among the solutions put forward:", 0, 3),
    ],
)
def test_words_before_a_list_tell_by_their_noun_or_open_clause_what_it_holds(
    lead: str, issues: int, asked: int
) -> None:
    found = session(
        f"Participants discussed ice at length.\n\n{lead}\n\n- Dear ice in summer\n- Piers should be open at night\n- Lamps are needed on the quay"
    )
    listed = [each.text for each in found.issues if each.rule == "list/lead"]
    assert [len(listed), sum(not point.derived for point in found.recommendations)] == [issues, asked]


def test_what_somebody_said_in_one_sentence_after_that_is_parted() -> None:
    found = session("Ms. Lopes said, inter alia, that: ice is dear in summer; and towns should share their ice.")
    assert [issue.text for issue in found.issues] == ["ice is dear in summer"]
    assert [asked.text for asked in found.recommendations] == ["towns should share their ice"]


def test_minutes_take_up_the_items_of_their_agenda_one_by_one() -> None:
    found = session(
        "Agenda\n1. Piers\n2. Ice for boats\n3. Nets\n\n1. Piers\n- Old piers have no light\n- The town should repair them\n\n"
        "2. Ice for boats\n- Ice was dear all summer\n\n3. Nets\n- Nets are lost in storms"
    )
    assert [issue.text for issue in found.issues] == [
        "Old piers have no light",
        "Ice was dear all summer",
        "Nets are lost in storms",
    ]
    assert [asked.text for asked in found.recommendations] == ["The town should repair them"]


def test_a_question_among_messages_is_none_of_them() -> None:
    found = session("## Key messages\n\n- Ice is dear in summer\n- Who owns the lost nets?\n")
    assert [issue.text for issue in found.issues] == ["Ice is dear in summer"]


def test_what_groups_report_behind_their_names_is_parted() -> None:
    found = session(
        "## Feedback from break-out groups\n\nGroup 1 - Ice: ice is too far from the boats; share the ice of all towns.\n"
    )
    assert [issue.text for issue in found.issues] == ["ice is too far from the boats"]
    assert [r.text for r in found.recommendations] == ["share the ice of all towns"]


def test_a_line_that_is_nothing_but_a_label_leads_the_list_below_it() -> None:
    found = session("agreed\n\n- joint letter to the harbour office\n- one more call in May\n")
    assert [r.text for r in found.recommendations] == ["joint letter to the harbour office", "one more call in May"]


def test_what_those_who_come_are_to_learn_is_not_asked_for() -> None:
    found = session(
        "At the end, the audience should have a clear understanding of the:\n\n- Role of the desk in ports\n- Steps to be taken\n"
    )
    assert not found.recommendations


def test_names_that_stand_alone_and_count_up_are_headings_of_notes() -> None:
    found = session(
        "1) Ice\n\nMs. Reis noted that ice is dear.\n\nProposals:\n\n- share the ice\n\n2) Other\n\nWe met for long.\n"
    )
    assert [r.text for r in found.recommendations] == ["share the ice"]


def test_numbers_behind_labels_are_no_points() -> None:
    assert not session("Attendance: 30 people\n\n- In the hall of the port: 18\n- By the line from home: 12\n").issues


def test_what_is_only_announced_below_next_steps_is_asked_of_nobody() -> None:
    found = session(
        "Next steps:\n\n- Comments on the map are due by 3 June.\n- A second workshop on piers will be held in February.\n- Towns will repair all piers before June.\n"
    )
    assert [r.text for r in found.recommendations] == ["Towns will repair all piers before June."]


def test_a_list_of_nothing_but_quotations_holds_no_points() -> None:
    text = "Voces\n\n- «Mi abuela vendía hielo en el muelle.»\n- «Nadie debe vender el muelle.»\n- {}\n"
    found = session(text.format("«Las redes son caras.»"), "es")
    assert (found.issues, found.recommendations) == ((), ())
    assert session(text.format("Las redes de las cooperativas son caras."), "es").issues
