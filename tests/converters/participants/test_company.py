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


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("Los señores Tim ROE (Kenia) y Ana SILVA participaron en la reunión.", "es", ["Ana SILVA", "Tim ROE"]),
        (
            "Ana Silva, de la Liga del Río, y los delegados de Austria y Jamaica pidieron hielo.",
            "es",
            ["Ana Silva", "Austria", "Jamaica"],
        ),
        (
            "Tim ROE, asistente del Puerto de Bonn, y Eva de SANTAMAR por la Liga participaron.",
            "es",
            ["Eva de SANTAMAR", "Tim ROE"],
        ),
        ("Tomó nota: Licda. Eva Foe", "es", ["Eva Foe"]),
        (
            "L'atelier a été ouvert par l’expert régional responsable du pôle glace du CTO M. Luc Doe.",
            "fr",
            ["Luc Doe"],
        ),
        ("La CTOR a organisé le 13 juin à Bonn un atelier.", "fr", ["CTOR"]),
        (
            "Hosted by the Ford Foundation and supported by Rivers Research and Educational Foundations.",
            "en",
            ["Ford Foundation", "Rivers Research and Educational Foundations"],
        ),
        ("We thank Eva Foe for photographs and UNDP for funding the interpretation.", "en", ["UNDP"]),
    ],
)
def test_names_go_on_as_far_as_they_are_told(text: str, language: str, names: list[str]) -> None:
    assert [name for _, name in sorted(read(text, language=language), key=lambda each: each[1])] == names


def test_a_post_ends_before_and() -> None:
    text = "En présence du Maire de Bonn et de Madame Eva Foe, présidente de la Ligue, la réunion a été ouverte."
    assert [name for _, name in read(text, language="fr")] == ["Eva Foe", "Maire de Bonn"]


def test_a_post_ends_with_its_sentence() -> None:
    text = "Les débats ont été modérés par Mme Eva Foe, journaliste. Sont intervenus notamment Mme Ana Silva et M. Tim Roe."
    assert [role for role, _ in read(text, language="fr")] == ["moderator", "speaker", "speaker"]


def test_a_name_with_an_initial_is_that_of_the_one_person_it_abbreviates() -> None:
    assert read("Present: Lena Holm (Clerk, UNDP)", "Minutes taken by: L. Holm") == [("rapporteur", "Lena Holm")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Se realizó el jueves un encuentro en Renca con la Ministra Ana Silva, y el Jefe de Gabinete, Tim Roe.",
            ["Ana Silva", "Tim Roe"],
        ),
        (
            "Participaron la Dra. Eva Foe del Centro de Aguas y dos representantes de la Liga: Ana Silva y Tim Roe.",
            ["Ana Silva", "Eva Foe", "Tim Roe"],
        ),
        (
            "Vecinos, entre ellos el alcalde de Renca, Tim Roe, y parte de su equipo de gobierno participaron del taller.",
            ["Tim Roe"],
        ),
        ("Contó con la presencia de la Directora de Agua y Cambio Climático-MARN, Eva Foe.", ["Eva Foe"]),
    ],
)
def test_news_in_spanish_tell_who_was_there(text: str, names: list[str]) -> None:
    assert [name for _, name in read(text, language="es")] == names
