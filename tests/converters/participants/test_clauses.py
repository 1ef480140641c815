"""Actors in the clauses of running text, as bulletins, press releases and news of organisations write them."""

import pytest
from casts import convert, read


@pytest.mark.parametrize(
    "text",
    [
        "The forum was attended by representatives of the following States: Austria, Jamaica and Kenya.",
        "The following non-member States attended: Austria, Jamaica and Kenya.",
        "Three observer States took part: Austria, Jamaica, Kenya.",
        "Also speaking were the representatives of Austria, Jamaica and Kenya.",
    ],
)
def test_lists_that_are_announced_name_everybody(text: str) -> None:
    assert {name for _, name in read(text)} == {"Austria", "Jamaica", "Kenya"}


def test_what_is_still_ahead_names_nobody() -> None:
    assert read("One round table is to be chaired by Ms. Ida Lund. Ms. Eva Holm chaired.") == [("chair", "Eva Holm")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("H.E. Ambassador Mr. Olu Bassey stated that rivers matter.", "Olu Bassey"),
        ("The President of ECOSOC, Ambassador Ida Lund, stated that rivers matter.", "Ida Lund"),
        ("Hon. Minister Bassey stated that rivers matter.", "Bassey"),
        ("She thanked Ms. Ida Lund, Director, ICLEI, who stressed that rivers matter.", "Ida Lund"),
        ("It was opened by the President of ECOSOC Ida Lund, who stressed that rivers matter.", "Ida Lund"),
        ("Ms. Ida LUND, Adviser on Youth, Health and on Water, Regional Office for Rivers noted gaps.", "Ida LUND"),
        ("Ms. Ida Lund, Programme and Outreach Officer, ICLEI, talked about rivers.", "Ida Lund"),
        ("Ida Lund, Head of Rivers, in a recorded message, also underscored the gaps.", "Ida Lund"),
        ("Rivers are vital for all, emphasized Ida Lund, Professor of Water at the University of Lugano.", "Ida Lund"),
        ("Ida Lund from the Farmers Union briefed the meeting.", "Ida Lund"),
    ],
)
def test_persons_are_found_however_they_are_described(text: str, name: str) -> None:
    assert [name for _, name in read(text)] == [name]


def test_a_unit_of_several_fields_belongs_to_one_person() -> None:
    text = (
        "Presentations were made by: Ida Lund, Chief of the River Planning, Dredging and Repair Section, Office for Canals;"
        " and Olu Bassey, Head of Locks, Canal Fund."
    )
    found, _ = convert(text)
    assert [p.actor.name for p in found] == ["Ida Lund", "Olu Bassey"]
    assert found[0].actor.posts[0].body.startswith("River Planning, Dredging and Repair Section")


def test_after_a_semicolon_a_new_clause_is_no_name() -> None:
    text = "It was moderated by Ida Lund; it featured presentations by: Olu Bassey, ICLEI; and Eva Holm, UNDP."
    assert read(text) == [("moderator", "Ida Lund"), ("speaker", "Eva Holm"), ("speaker", "Olu Bassey")]


def test_a_delegate_of_a_state_speaks_for_the_state() -> None:
    text = "Austria’s representative, also speaking for others, said no. Jamaica’s delegate agreed that it was so."
    assert read(text) == [("speaker", "Austria"), ("speaker", "Jamaica")]


def test_a_state_may_speak_for_a_group() -> None:
    found, _ = convert("KENYA, for the G-77/CHINA, said the rules do not allow it.")
    assert [(p.actor.name, p.on_behalf_of[0].name) for p in found] == [("KENYA", "G-77/CHINA")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The River Network and its sister agencies on Tuesday held a workshop.", {"River Network"}),
        ("The River Network together with ICLEI held a workshop on locks.", {"River Network", "ICLEI"}),
        ("The workshop was hosted this year by the City of Lugano.", {"City of Lugano"}),
    ],
)
def test_organisers_are_found_whatever_stands_between(text: str, names: set[str]) -> None:
    assert {name for _, name in read(text)} == names


def test_roles_before_brackets_are_those_of_the_names_in_them() -> None:
    text = "She asked the discussants (Mr. Olu and Ms. Eva), and the panelist (H.E. Mr. Ion Balan), about it."
    assert read(text) == [("discussant", "Eva"), ("discussant", "Olu"), ("panellist", "Ion Balan")]


def test_a_moderator_who_speaks_is_the_moderator() -> None:
    text = (
        "The moderator, Mr. Olu Bassey, Director of Rivers, outlined the rules. Moderator Ida Lund, ICLEI, recalled it."
    )
    assert read(text) == [("moderator", "Ida Lund"), ("moderator", "Olu Bassey")]


def test_a_surname_stands_for_the_whole_name_of_another_line() -> None:
    assert read("Notes of a talk with Ambassador Ida Lund", "Ambassador Lund stressed it.") == [("speaker", "Ida Lund")]


def test_a_post_stands_for_its_holder_named_elsewhere() -> None:
    text = "La ministra de Aguas de Kenya, Ida Lund, llegó ayer. La ministra de Aguas de Kenya manifestó dudas."
    assert read(text, language="es") == [("speaker", "Ida Lund")]


@pytest.mark.parametrize(
    ("text", "names", "language"),
    [
        ("« Il faut agir », a regretté Mme Lund, de la Ligue des rivières.", {"Lund"}, "fr"),
        ("Olu Bassey, ville de Lugano (Suisse), a parlé des écluses.", {"Olu Bassey"}, "fr"),
        ("Présents : Ida Lund, Olu Bassey, Eva Holm", {"Ida Lund", "Olu Bassey", "Eva Holm"}, "fr"),
        ("“Debemos actuar”, afirmó la secretaria ejecutiva, Ida Lund.", {"Ida Lund"}, "es"),
        (
            "La gobernadora de Renca, Ida Lund, y la alcaldesa de Lota, Eva Holm, llamaron a actuar.",
            {"Ida Lund", "Eva Holm"},
            "es",
        ),
        ("Intervinieron la ministra de Aguas de Kenya, Ida Lund.", {"Ida Lund"}, "es"),
    ],
)
def test_the_same_in_french_and_spanish(text: str, names: set[str], language: str) -> None:
    assert {name for _, name in read(text, language=language)} == names


def test_tables_without_lines_give_name_and_post() -> None:
    found, _ = convert(
        "# Speakers",
        "Chair of the River Forum H.E. Mr. Olu Bassey Permanent Representative of Kenya",
        "Ms. Ida Lund Vice President, River League",
    )
    assert [(p.actor.name, [q.title for q in p.actor.posts]) for p in found] == [
        ("Olu Bassey", ["Chair", "Permanent Representative"]),
        ("Ida Lund", ["Vice President"]),
    ]


def test_a_body_before_a_post_begins_a_new_person() -> None:
    text = "ICLEI President Olu Bassey, LOCKS President and CEO Ida Lund, and UCLG Deputy Director Eva Holm took part in the session."
    assert {name for _, name in read(text)} == {"Olu Bassey", "Ida Lund", "Eva Holm"}


def test_those_who_met_took_part() -> None:
    text = "Ms. Ida Lund met today in Lugano with H.E. Mr. Olu Bassey, Minister of Locks."
    assert read(text) == [("participant", "Ida Lund"), ("participant", "Olu Bassey")]


def test_bodies_listed_after_a_colon_were_there() -> None:
    text = "The following organizations: ICLEI, United Cities and Local Governments (UCLG) and the Lock Keepers Association."
    assert {name for _, name in read(text)} == {
        "ICLEI",
        "United Cities and Local Governments",
        "Lock Keepers Association",
    }


def test_who_gave_the_money_is_a_sponsor() -> None:
    text = "Financial support for the meeting was provided by the Governments of Austria and Jamaica."
    assert read(text) == [("sponsor", "Austria"), ("sponsor", "Jamaica")]
    assert read("Atelier organisé par l'ICLEI avec l'appui financier de l'UCLG.", language="fr") == [
        ("organizer", "ICLEI"),
        ("sponsor", "UCLG"),
    ]


def test_a_title_with_a_colon_is_no_speaker() -> None:
    assert read("Lasting Rivers for a Dry Century: what a lock can do for us", "The panel was long.") == []


def test_a_panel_that_is_answered_is_no_panellist() -> None:
    assert read("Responding to the panel, Ms. Ida Lund said that locks leak.") == [("speaker", "Ida Lund")]


def test_a_point_after_a_country_ends_its_list() -> None:
    text = (
        "The forum was attended by representatives of the following States: Austria; and Kenya. Jamaica sent a letter."
    )
    assert read(text) == [("participant", "Austria"), ("participant", "Kenya")]


@pytest.mark.parametrize(
    ("text", "expected", "language"),
    [
        ("Président : M. Bassey", [("chair", "Bassey")], "fr"),
        ("Presidenta: Sra. Ida Lund", [("chair", "Ida Lund")], "es"),
        (
            "Contó con la participación de las investigadoras internacionales Ida Lund, de la Universidad de Lota, y Eva Holm.",
            [("participant", "Eva Holm"), ("participant", "Ida Lund")],
            "es",
        ),
        (
            "The co-facilitators are H.E. Mr. Olu Bassey and Ms. Eva Holm.",
            [("moderator", "Eva Holm"), ("moderator", "Olu Bassey")],
            "en",
        ),
        ("Minister of Health Ida Lund said that locks leak.", [("speaker", "Ida Lund")], "en"),
        (
            "Ida Lund met UNDP Administrator Olu Bassey.",
            [("participant", "Ida Lund"), ("participant", "Olu Bassey")],
            "en",
        ),
    ],
)
def test_labels_and_orders_of_words_of_each_language(text: str, expected: list[tuple[str, str]], language: str) -> None:
    assert read(text, language=language) == expected


def test_whoever_is_thanked_has_not_spoken() -> None:
    assert read("The audience thanked Ms. Ida Lund and said that locks leak.") == []


def test_an_address_is_no_name() -> None:
    assert read("Madam Chair said no. Mr. President noted it. Ms. Ida Lund said so.") == [("speaker", "Ida Lund")]


def test_the_delegation_of_an_organization_is_no_government() -> None:
    found, _ = convert("The workshop was organised by the Delegation of UCLG to Kenya and the Delegation of Kenya.")
    assert [(p.actor.name, p.actor.kind) for p in found] == [
        ("Delegation of UCLG to Kenya", "organization"),
        ("Kenya", "government"),
    ]
