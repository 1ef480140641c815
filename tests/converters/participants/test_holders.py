"""Whoever holds a post is named behind it, with or without capitals, and with words between; what stands beside is somebody else."""

import pytest
from casts import convert, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The adviser of the whole river project, Ana Silva, said that locks leak.", [("speaker", "Ana Silva")]),
        (
            "The fair was opened by the minister of harbours, inland ferries and locks, Ana Silva, at noon.",
            [("opening", "Ana Silva")],
        ),
        ("The league's deputy director Ana Silva unpacked the figures.", [("speaker", "Ana Silva")]),
        ("UNDP's regional director Ana Silva stressed trust.", [("speaker", "Ana Silva")]),
        ("UNDP's regional director stressed trust.", []),
        ("The High Commissioner for Refugees Ana Silva stressed trust.", [("speaker", "Ana Silva")]),
    ],
)
def test_the_holder_of_a_post_is_named_behind_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "La jefa de la Unidad de Esclusas del PNUD Ana Silva explicó el plan.", [("speaker", "Ana Silva")]),
        ("es", "El investigador de la ULZ Luis Reis explicó el plan.", [("speaker", "Luis Reis")]),
        ("es", "La doctora Ana Silva disertó sobre esclusas.", [("speaker", "Ana Silva")]),
        ("fr", "Le chercheur de l'ILZ Luc Reis a salué le plan.", [("speaker", "Luc Reis")]),
        (
            "fr",
            "Luc Reis, accompagné du maire de Thiès, Aliou Fall, a ouvert les travaux.",
            [("opening", "Luc Reis"), ("participant", "Aliou Fall")],
        ),
        (
            "fr",
            "La visite s'est faite en présence d'Awa Fall, directrice du Réseau, et du maire de Thiès, Aliou Sow.",
            [("participant", "Aliou Sow"), ("participant", "Awa Fall")],
        ),
    ],
)
def test_it_is_so_in_other_languages(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text, language=language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "Explicó Ana Silva, alcaldesa de Renca, que las esclusas gotean.", [("speaker", "Ana Silva")]),
        (
            "fr",
            "Ont également pris la parole Luc Reis, ministre des Ports, et Awa Fall, directrice du Réseau.",
            [("speaker", "Awa Fall"), ("speaker", "Luc Reis")],
        ),
    ],
)
def test_a_subject_may_stand_behind_its_verb(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text, language=language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KENYA and JAMAICA prioritized locks.", [("speaker", "JAMAICA"), ("speaker", "KENYA")]),
        ("With KENYA, he underlined the importance of locks.", [("speaker", "KENYA")]),
        (
            "The panel was moderated by Ana Silva, and included Lee Park, Mayor of Renca; Tom Lee, ILO; and Eva Mora.",
            [
                ("moderator", "Ana Silva"),
                ("panellist", "Eva Mora"),
                ("panellist", "Lee Park"),
                ("panellist", "Tom Lee"),
            ],
        ),
        (
            "They met the co-facilitators, H.E. Ana Silva, Minister of Locks, and H.E. Tom Lee, Ambassador.",
            [("participant", "Ana Silva"), ("participant", "Tom Lee")],
        ),
        ("Kenya and Jamaica widened locks.", []),
        (
            "AUSTRIA called for locks and, with JAMAICA, said ferries matter.",
            [("speaker", "AUSTRIA"), ("speaker", "JAMAICA")],
        ),
        (
            "Austria and Jamaica, opposed by Kenya, requested deleting the line.",
            [("speaker", "Austria"), ("speaker", "Jamaica"), ("speaker", "Kenya")],
        ),
        ("With Ana Silva as moderator, the panel discussed ferries.", [("moderator", "Ana Silva")]),
        (
            "The panel, moderated by Ana Silva of ICLEI, featured Luis Reis (UNDP), Eva Mora (FAO) and Tom Lee (ILO).",
            [
                ("moderator", "Ana Silva"),
                ("panellist", "Eva Mora"),
                ("panellist", "Luis Reis"),
                ("panellist", "Tom Lee"),
            ],
        ),
    ],
)
def test_states_in_capitals_companions_and_panels_are_read(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Ana Silva presented, together with Luis Reis of the Locks Union, the figures.",
            [("speaker", "Ana Silva"), ("speaker", "Luis Reis")],
        ),
        ("en", "Ana Silva spoke with Luis Reis about locks.", [("speaker", "Ana Silva")]),
        (
            "fr",
            "Awa Fall a ouvert, avec Luc Reis, ministre des Ports, les journées du Réseau.",
            [("opening", "Awa Fall"), ("opening", "Luc Reis")],
        ),
        (
            "es",
            "La Liga firmó el pacto, junto con la alcaldesa de Renca, Dra. Ana Silva; el rector, Dr. Luis Reis; y otros.",
            [("participant", "Ana Silva"), ("participant", "Luis Reis")],
        ),
    ],
)
def test_those_who_did_the_same_stand_behind_the_verb(
    language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert read(text, language=language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Silva of UNDP passionately defended locks.", [("speaker", "Ana Silva")]),
        (
            "The segment was opened at 3.15 pm by the co-chairs Mr. Luis Reis, Director of UNEP, and Ms. Ana Silva.",
            [("opening", "Ana Silva"), ("opening", "Luis Reis")],
        ),
        ("The pact was signed by the mayor of Renca, Ana Silva.", [("participant", "Ana Silva")]),
        ("In 1999 the pact was signed by the mayor of Renca, Ana Silva.", []),
    ],
)
def test_adverbs_and_hours_part_nobody_from_what_was_done(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "es",
            "Ana Silva, jefa del Instituto de Esclusas, Acceso al Agua y Protección de Riberas, dijo que gotean.",
            [("speaker", "Ana Silva")],
        ),
        ("es", "Ana Silva y Luis Reis dijeron que gotean.", [("speaker", "Ana Silva"), ("speaker", "Luis Reis")]),
        ("fr", "Awa Fall et Luc Reis ont tous rappelé l'enjeu.", [("speaker", "Awa Fall"), ("speaker", "Luc Reis")]),
    ],
)
def test_one_acts_where_the_verb_says_so(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text, language=language) == expected


def test_a_bracket_that_tells_whose_a_body_is_names_no_organisers() -> None:
    assert read("LockData (a joint initiative of UNDP and ICLEI) collects figures.") == []
    assert read("The Locks Workshop (organised by UNDP and ICLEI) ended.") == [
        ("organizer", "ICLEI"),
        ("organizer", "UNDP"),
    ]


def test_what_was_done_in_a_life_is_no_speech() -> None:
    assert read("Ana Silva fought for the freedom of ferries.") == []


def test_a_post_whose_body_is_named_in_short_is_that_of_its_holder() -> None:
    blocks = (
        "Ana Silva, President of the Special Committee on River Locks, said that locks leak.",
        "Later the President of the Special Committee stressed trust.",
    )
    assert read(*blocks) == [("speaker", "Ana Silva")]


def test_the_holder_stands_behind_the_agenda_of_a_post() -> None:
    (found,), _ = convert("UCLG Special Envoy on the New Urban Agenda Ida Berg said that ferries are late.")
    assert (found.actor.kind, found.actor.name) == ("person", "Ida Berg")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The Director of UNDP's coastal office, speaking by video, stressed trust.",
            ["Director of UNDP's coastal office"],
        ),
        ("The discussion was opened by the head of the ferry unit of UCLG.", ["head of the ferry unit of UCLG"]),
        ("“Locks leak,” added its Nairobi director, Ana Silva.", ["Ana Silva"]),
    ],
)
def test_posts_are_read_with_the_units_they_belong_to(text: str, names: list[str]) -> None:
    assert [name for _, name in read(text)] == names


def test_the_place_of_a_post_may_begin_with_an_article() -> None:
    found, _ = convert("Intervinieron la concejala de La Paz Ana Silva y el alcalde de Bonn, Tim Roe.", language="es")
    assert [(p.actor.name, p.actor.posts[0].body) for p in found] == [("Ana Silva", "La Paz"), ("Tim Roe", "Bonn")]
