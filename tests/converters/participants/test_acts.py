"""Who acted, as sentences and lists tell it in other ways than by a label or a plain verb."""

import pytest
from casts import read

HELD = "The workshop on ferries was held in Bremen."


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The welcome and introductory remarks at the ceremony were delivered by Ms. Ida Berg, Director of the Ferry Board.",
            [("opening", "Ida Berg")],
        ),
        (
            "The experts from the four ports were Ms. Ida Berg, Ferry Board; Mr. Omar Diallo, Port of Conakry; and Ms. Lin Wei.",
            [("speaker", "Ida Berg"), ("speaker", "Lin Wei"), ("speaker", "Omar Diallo")],
        ),
        (
            "The delegation was led by Hon. Ida Berg, chair of the board, and included Mr. Omar Diallo and Ms. Lin Wei.",
            [("participant", "Ida Berg"), ("participant", "Lin Wei"), ("participant", "Omar Diallo")],
        ),
        (
            "The meeting was opened at 10:15 on 4 May in Bremen by Ms. Ida Berg.",
            [("opening", "Ida Berg")],
        ),
        (
            "Members elected Ms. Ida Berg (Kenya) as Chair and Mr. Omar Diallo as Rapporteur.",
            [("chair", "Ida Berg"), ("rapporteur", "Omar Diallo")],
        ),
        (
            "Ida Berg, President of the 12th session of the Ferry Assembly, opened the Summit.",
            [("opening", "Ida Berg")],
        ),
        ("Ida Berg, Mayor of Bremen, opened a shop.", []),
        (
            "The Department of Ferries under the Ministry of Transport conducted a one-day workshop.",
            [("organizer", "Department of Ferries")],
        ),
        ("The Ferry Board conducted a survey of passengers before the workshop.", []),
        (
            "The workshop was organised by UNDP; and supported by the Ferry Foundation.",
            [("organizer", "UNDP"), ("sponsor", "Ferry Foundation")],
        ),
    ],
)
def test_acts_groups_and_verbs_tell_roles(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert read(HELD, sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Councillor of Valongo Ida Berg said that ice is dear.", [("speaker", "Ida Berg")]),
        ("Mayor of Bonn Omar Diallo said that ice is dear.", [("speaker", "Omar Diallo")]),
        ("President of the Ferry Board Lin Wei said that ice is dear.", [("speaker", "Lin Wei")]),
        ("Deputy Director Jan Berg said that ice is dear.", [("speaker", "Jan Berg")]),
        ("Jordan Berg, Mayor of Bremen, said that ice is dear.", [("speaker", "Jordan Berg")]),
        (
            "The dinner of the workshop was attended by the representative of UNDP, Ms. Ida Berg.",
            [("participant", "Ida Berg")],
        ),
        ("Mayor of San Pedro Sula said that ice is dear.", [("speaker", "Mayor of San Pedro Sula")]),
    ],
)
def test_a_name_is_told_from_the_post_before_it(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert read(HELD, sentence) == expected


def test_lines_below_a_name_tell_more_of_the_person() -> None:
    blocks = [
        "# Speakers",
        "Ida Berg",
        "Director, Ferry Board",
        "Omar Diallo",
        "Port of Conakry",
        "(Chair of the Pier Group)",
    ]
    assert read(*blocks) == [("speaker", "Ida Berg"), ("speaker", "Omar Diallo")]


def test_an_annex_of_participants_keeps_its_role_below_lines_for_kinds() -> None:
    blocks = ["# Annex I. List of participants", "Governments", "* Ida Berg, Kenya", "UN system", "* Omar Diallo, UNDP"]
    assert read(*blocks) == [("participant", "Ida Berg"), ("participant", "Omar Diallo")]


def test_the_last_words_of_a_paragraph_announce_a_list() -> None:
    blocks = ["The day ended with a talk. Panellists included:", "* Ida Berg, Ferry Board, who asked for more boats"]
    assert read(*blocks) == [("panellist", "Ida Berg")]


def test_a_label_before_told_sentences_hides_nobody() -> None:
    block = "PRESENTATIONS: Ida Berg, Chair of the Ferry Board, called for boats. Omar Diallo, Mayor of Conakry, noted the cost."
    assert read(block) == [("speaker", "Ida Berg"), ("speaker", "Omar Diallo")]


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("es", "El alcalde de Lugo, Óscar Rey, ha recordado los costes.", [("speaker", "Óscar Rey")]),
        (
            "es",
            "La bienvenida estuvo a cargo de Inés Rey, secretaria general; y Óscar Gil, alcalde de Lugo.",
            [("opening", "Inés Rey"), ("opening", "Óscar Gil")],
        ),
        ("es", "También estuvo presente la secretaria de Pesca, Inés Rey.", [("participant", "Inés Rey")]),
        (
            "fr",
            "Le Président du Conseil, l'Ambassadeur d'Austria Paul Noir, a souligné le coût.",
            [("speaker", "Paul Noir")],
        ),
        (
            "fr",
            "La séance a été marquée par les discours du maire de Sète, Paul Noir, et de la représentante du PNUE, Mme Awa Sy.",
            [("speaker", "Awa Sy"), ("speaker", "Paul Noir")],
        ),
        ("fr", "Paul Noir, administrateur de la mission a exprimé sa joie.", [("speaker", "Paul Noir")]),
    ],
)
def test_other_languages_tell_it_in_their_own_ways(
    language: str, sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert read(sentence, language=language) == expected
