"""Actors beside other actors: who was brought together, who is named among others, and where a name ends."""

import pytest
from casts import read


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The session brought together Ida Lund, Director, ICLEI; and Olu Bassey, Head of Locks, UNDP.",
            {"Ida Lund", "Olu Bassey"},
        ),
        (
            "The main part of the session was a set of talks by Ms. Ida Lund and Mr. Olu Bassey.",
            {"Ida Lund", "Olu Bassey"},
        ),
        (
            "Students from Lugano University and Delta University took part in the event.",
            {"Lugano University", "Delta University"},
        ),
        (
            "A panel of leaders, including Ida Lund of the Lock Fund, Olu Bassey from ICLEI, and Eva Holm, UNDP, spoke.",
            {"Ida Lund", "Olu Bassey", "Eva Holm"},
        ),
        (
            "The meeting was organised by UNDP in collaboration with organizations like ICLEI and Lock Fund.",
            {"UNDP", "ICLEI", "Lock Fund"},
        ),
        ("It was attended by the Kenyan Minister of Planning Nizar al-Dulaim.", {"Nizar al-Dulaim"}),
    ],
)
def test_everybody_of_an_enumeration_is_found(text: str, names: set[str]) -> None:
    assert {name for _, name in read(text)} == names


def test_a_place_before_the_verb_is_not_who_acts() -> None:
    text = "Canal Youth (CY), an association that young people run in Mombasa, Kenya organised the webinar on locks."
    assert "Kenya" not in {name for _, name in read(text)}


@pytest.mark.parametrize(
    ("text", "names", "language"),
    [
        (
            "Organisé par le ministère des Affaires étrangères et de la Coopération régionale en partenariat avec le PNUD.",
            {"ministère des Affaires étrangères et de la Coopération régionale", "PNUD"},
            "fr",
        ),
        (
            "L'atelier a été organisé par la Commission des Écluses (CE) en collaboration avec la Fondation Canal.",
            {"Commission des Écluses", "Fondation Canal"},
            "fr",
        ),
    ],
)
def test_names_end_where_others_begin(text: str, names: set[str], language: str) -> None:
    assert {name for _, name in read(text, language=language)} == names


def test_what_is_quoted_does_not_keep_the_speaker_from_being_found() -> None:
    text = "“The Government has recognized the floods, UNDP stressed,” said Dr Ida Lund, Minister of Water."
    assert read(text) == [("speaker", "Ida Lund")]


def test_posts_of_several_and_documents_of_a_body_are_no_actors() -> None:
    assert read("The event was organised by UNDP and ICLEI, co-chairs of the Canal Major Group.") == [
        ("organizer", "ICLEI"),
        ("organizer", "UNDP"),
    ]
    assert read("The event was opened by Ida Lund and the UNDP Methodology.") == [("opening", "Ida Lund")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("UNDP hosted the event alongside ICLEI and the Lock Fund.", {"UNDP", "ICLEI", "Lock Fund"}),
        ("The workshop gathered 40 participants from key agencies: UNDP and ICLEI.", {"UNDP", "ICLEI"}),
        ("It welcomed speakers such as Ida Lund (UNDP) and Olu Bassey (ICLEI).", {"Ida Lund", "Olu Bassey"}),
        ("It was organised by UNDP, ICLEI, and Canal Youth Network, Kenya.", {"UNDP", "ICLEI", "Canal Youth Network"}),
        (
            "It was organised by the Entity for Gender Equality and the Empowerment of Women and UNDP.",
            {"Entity for Gender Equality and the Empowerment of Women", "UNDP"},
        ),
    ],
)
def test_lists_go_on_over_what_is_said_of_one_of_them(text: str, names: set[str]) -> None:
    assert {name for _, name in read(text)} == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "It was attended by UNDP Resident Coordinator Ida Lund, Kenyan Minister of Planning Olu Bassey, and others.",
            {"Ida Lund", "Olu Bassey"},
        ),
        ("It was co-hosted by UNDP, ICLEI and the KE mission.", {"UNDP", "ICLEI", "KE mission"}),
        (
            "The dialogue was held with senior representatives from key UN agencies: UNDP and UN-Habitat.",
            {"UNDP", "UN-Habitat"},
        ),
    ],
)
def test_posts_before_names_begin_new_persons(text: str, names: set[str]) -> None:
    assert {name for _, name in read(text)} == names


def test_a_post_without_capitals_behind_an_article_has_a_holder() -> None:
    text = "Cérémonie marquée par les interventions du secrétaire général, Ida Lund et le délégué du bureau, Eva Holm."
    assert {name for _, name in read(text, language="fr")} == {"Ida Lund", "Eva Holm"}


def test_who_joins_forces_for_an_event_organises_it() -> None:
    assert ("organizer", "ICLEI") in read("ICLEI joined forces with UNDP to host a webinar on water.")
    assert read("ICLEI joined forces with UNDP to repair locks.") == []


def test_a_body_that_is_described_before_the_verb_acts() -> None:
    assert read("The Lock Fund (LF), a charity of boatmen, organised the webinar.") == [("organizer", "Lock Fund")]


def test_partners_who_are_listed_take_part_beside_the_first() -> None:
    text = "UNDP and its partners, namely ICLEI and the Economic and Social Council, organized the workshop."
    assert {name for _, name in read(text)} == {"UNDP", "ICLEI", "Economic and Social Council"}
