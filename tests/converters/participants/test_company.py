"""Those whom words beside an actor bring in: who sits with a moderator, who is thanked, who led, to whom a link is said again."""

import pytest
from casts import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The panel was moderated by Dr. Ida Berg, a reporter with Tide, with Ana Silva (UNDP), Lee Park of ICLEI and UCLG.",
            [("moderator", "Ida Berg"), ("panellist", "Ana Silva"), ("panellist", "Lee Park"), ("panellist", "UCLG")],
        ),
        (
            "The panel was moderated by Ida Berg, with support from UNDP.",
            [("moderator", "Ida Berg")],
        ),
        ("Led by the Rivers Alliance, with Kenya.", [("organizer", "Rivers Alliance")]),
        ("Led by Ana Silva of ICLEI, the group talked.", [("moderator", "Ana Silva")]),
        ("The review, led by ICLEI, was long.", []),
        ("Jointly convened by ICLEI and UNDP.", [("convener", "ICLEI"), ("convener", "UNDP")]),
    ],
)
def test_who_leads_is_told_from_who_sits_beside(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("We are grateful to the Rivers Fund for its hospitality and to UNDP for funding.", "en", ["host", "sponsor"]),
        ("The chair thanked UNDP for its support to farmers in Kenya.", "en", []),
        ("The chair thanked Ms. Ana Silva for her support.", "en", []),
        ("Le préfet a remercié la Ville de Bonn pour son accueil.", "fr", ["host"]),
        ("Agradeció a la Fundación Eva el financiamiento y a UNDP por facilitar el local.", "es", ["host", "sponsor"]),
    ],
)
def test_bodies_are_thanked_for_what_they_gave_to_the_meeting(text: str, language: str, expected: list[str]) -> None:
    assert sorted(role for role, _ in read(text, language=language) if role != "speaker") == expected


def test_a_link_that_is_said_again_goes_on_with_the_list() -> None:
    text = "El panel reunió a Ana Silva, alcaldesa de Bonn; a Tim Roe, jurista; y a Eva Foe, socióloga y representante de la Liga del Río, quienes hablaron."
    assert [name for _, name in read(text, language="es")] == ["Ana Silva", "Eva Foe", "Tim Roe"]


def test_an_aside_behind_and_is_gone_over() -> None:
    text = (
        "Intervinieron el alcalde de Bonn, Tim Roe; la rectora Ana Silva; y, de manera virtual, el ministro Luis Foe."
    )
    assert [name for _, name in read(text, language="es")] == ["Ana Silva", "Luis Foe", "Tim Roe"]


def test_a_round_table_is_an_occasion_wherever_it_stands() -> None:
    blocks = ["Un mot."] * 8
    text = "Table ronde 2, modérée par Ana Silva, avec la participation de Tim Roe (UNDP) et du Consortium pour la recherche rurale et sociale"
    assert read(*blocks, text, language="fr") == [
        ("moderator", "Ana Silva"),
        ("participant", "Consortium pour la recherche rurale et sociale"),
        ("participant", "Tim Roe"),
    ]


def test_who_is_taken_up_by_a_pronoun_took_part() -> None:
    text = "Guests came. These included Deputy Chair River Board Ana Silva, and Country Director UNDP Tim Roe."
    assert read(text) == [("participant", "Ana Silva"), ("participant", "Tim Roe")]
    assert read("They included Kenya's reforms.") == []


def test_a_sentence_that_counts_who_came_announces_the_lines_below() -> None:
    blocks = ("Seven speakers took part in the round table:", "Ana Silva, ICLEI", "Tim Roe and Eva Foe, UNDP")
    assert [name for _, name in read(*blocks)] == ["Ana Silva", "Eva Foe", "Tim Roe"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ana Silva of the Federal Ferries and Harbour Authority stressed trust.", ["Ana Silva"]),
        ("First Deputy Chairman of the national ferry Committee Tim Roe stressed trust.", ["Tim Roe"]),
        ("Organised by the Union of Towns, A.C.", ["Union of Towns"]),
        ("Locks leak (see main interventions in other documents: Ferry Ports Contribution, Delta Board).", []),
    ],
)
def test_halves_of_names_are_nobody(text: str, names: list[str]) -> None:
    assert [name for _, name in read(text)] == names


def test_the_name_of_a_paper_heads_no_list() -> None:
    assert read("Minutes", "Public Ferries Committee", "Present", "Mr. Tim Roe, UNDP") == [("participant", "Tim Roe")]
