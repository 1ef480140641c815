"""Kinds of stakeholders and regional groups behind persons, as reports of the Internet Governance Forum give them."""

import pytest
from casts import convert, read


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Organizer 1: Ana Silva, Civil Society, African Group", [("organizer", "Ana Silva")]),
        ("en", "Speaker 2: Ana Silva, Private Sector, Latin American and Caribbean Group (GRULAC)", [("speaker", "Ana Silva")]),
        ("en", "Speaker 3: Ana Silva, Technical Community, Western European and Others Group", [("speaker", "Ana Silva")]),
        ("en", "Moderators: Ana Silva, Government, WEOG; Lee Park, Civil Society, Asia-Pacific Group", [("moderator", "Ana Silva"), ("moderator", "Lee Park")]),
        ("en", "Organizer 2: Civil Society, Asia-Pacific Group", []),
        ("fr", "Organisateur 1 : Awa Diop, société civile, Groupe africain", [("organizer", "Awa Diop")]),
        ("fr", "Intervenante 2 : Lea Roux, secteur privé, Groupe de l'Asie et du Pacifique", [("speaker", "Lea Roux")]),
        ("es", "Organizador 1: Ana Ríos, sociedad civil, Grupo de América Latina y el Caribe (GRULAC)", [("organizer", "Ana Ríos")]),
        ("es", "Ponente 2: Luis Paz, comunidad técnica, Grupo africano", [("speaker", "Luis Paz")]),
    ],
)  # fmt: skip
def test_persons_sorted_by_kind_and_region_are_one_person_each(
    language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    found, _ = convert(text, language=language)
    assert read(text, language=language) == expected
    assert [(p.actor.kind, p.on_behalf_of) for p in found] == [("person", ())] * len(expected)


def test_entries_of_a_list_are_read_alike() -> None:
    found, _ = convert(
        "# Speakers", "* Ana Silva, Civil Society, African Group", "* Lee Park, Delta Fund, Academia, WEOG"
    )
    assert [(p.actor.name, [a.name for a in p.on_behalf_of]) for p in found] == [
        ("Ana Silva", []),
        ("Lee Park", ["Delta Fund"]),
    ]


def test_a_kind_that_begins_the_name_of_a_body_is_part_of_it() -> None:
    found, _ = convert("Speaker: Ms. Ana Silva, Government of Kenya")
    assert [[a.name for a in p.on_behalf_of] for p in found] == [["Government of Kenya"]]


def test_regional_groups_organise_and_speak_where_no_kind_stands_before() -> None:
    assert read("Organizers: African Group, ICLEI") == [("organizer", "African Group"), ("organizer", "ICLEI")]
    found, _ = convert("Speakers: Mr. Lee Park, African Group; Ms. Ana Silva, ICLEI")
    assert [[a.name for a in p.on_behalf_of] for p in found] == [["African Group"], ["ICLEI"]]


def test_bodies_that_look_like_persons_stay_bodies_beside_kinds_alone() -> None:
    found, _ = convert("Organizers: Slow Tide, Academia")
    assert [(p.actor.name, p.actor.kind) for p in found] == [("Slow Tide", "organization")]


def test_who_is_sorted_in_a_sentence_speaks_for_nobody() -> None:
    found, _ = convert("Lee Park, Civil Society, Asia-Pacific Group, said that water is scarce.")
    assert [(p.actor.name, p.on_behalf_of) for p in found] == [("Lee Park", ())]
