"""Who took part, as news tell it: posts before names, names behind verbs, descriptions between, and those who only are talked about."""

import pytest
from casts import convert, read


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "It was attended by officials from UNDP, including Programme Manager Rita Lund and Chief Adviser Olu Bassey.",
            {"UNDP", "Rita Lund", "Olu Bassey"},
        ),
        (
            "Keynote speakers at the event, held at the Lock Hall, included Ida Lund, Mayor of Thies, and Eva Holm.",
            {"Ida Lund", "Eva Holm"},
        ),
        (
            "The panel was moderated by Jin-ki Lund, with Ida Holm of Lock Fund and Olu Bassey of ICLEI as panellists.",
            {"Jin-ki Lund", "Ida Holm", "Olu Bassey"},
        ),
        ("Also in attendance were Canal President Ida Lund and students Eva Holm and Olu Bassey.",
         {"Ida Lund", "Eva Holm", "Olu Bassey"}),
        ("Ida Lund from ICLEI and her colleague Olu Bassey explained how gauges work.", {"Ida Lund", "Olu Bassey"}),
        ("Ida Lund, Eva Holm and Olu Bassey each shared their views.", {"Ida Lund", "Eva Holm", "Olu Bassey"}),
        ("Joining her on stage were Ida Lund of ICLEI and Olu Bassey of Lock Fund.", {"Ida Lund", "Olu Bassey"}),
        ("Canal Board chief Ida Lund said leaks would be mended.", {"Ida Lund"}),
        ("Canal Watch's Ida Lund told the audience that locks are old.", {"Ida Lund"}),
        ("Ida King, director of Canal Watch, said that locks matter.", {"Ida King"}),
        ("The Minister of Canals, represented by Dr. Ida Lund, commended the organisers.", {"Ida Lund"}),
        ('"Locks must be kept," Mr. Bassey added.', {"Bassey"}),
        ("The workshop was organised by the NGO Canal Watch.", {"Canal Watch"}),
        ("As Ida Lund said, it seems impossible until it is done.", set()),
    ],
)  # fmt: skip
def test_everybody_whom_news_tell_of_is_found(text: str, names: set[str]) -> None:
    assert {name for _, name in read(text)} == names


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fr", "L'activité a été organisée par l'ONG Canal Vert et le PNUD.", {"Canal Vert", "PNUD"}),
        ("fr", "Le tout en présence du Préfet de Thiès et de Madame le Maire de Saly.",
         {"Préfet de Thiès", "Maire de Saly"}),
        ("fr", "Pour Awa FALL, point focal de la Plateforme et membre du groupe, tout doit être revu.", {"Awa FALL"}),
        ("fr", "« Il faut agir », a déclaré le ministre du développement et de la coordination Aliou Sow.", {"Aliou Sow"}),
        ("fr", "« Il faut agir », alerte de son côté Awa Fall, agricultrice à Thiès.", {"Awa Fall"}),
        ("fr", "Elle a parlé aux côtés de M. Luc Reis, ancien ministre sénégalais, et de Aliou Sow, maire.",
         {"Luc Reis", "Aliou Sow"}),
        ("fr", "Awa Fall, de l'association Eau Vive, et Luc Reis, maire, ont animé la table ronde.",
         {"Awa Fall", "Luc Reis"}),
        ("es", "Cerró el acto el alcalde de Renca, Luis Roa.", {"Luis Roa"}),
        ("es", "Asistieron, entre otros, el alcalde de Renca, Luis Roa, y la rectora, Ana Silva.",
         {"Luis Roa", "Ana Silva"}),
        ("es", "Dos ponentes, Ana Silva, de Agua Viva, y Luis Roa, del PNUD, compartieron sus datos.",
         {"Ana Silva", "Luis Roa"}),
        ("es", "A la inauguración asistió también Ana Silva, directora del Consejo, además de Luis Roa, alcalde.",
         {"Ana Silva", "Luis Roa"}),
        ("fr", "L'atelier s'est tenu avec l'appui du parlement de Thiès et de l'ICLEI.", {"parlement de Thiès", "ICLEI"}),
        ("es", "Contó con la participación de las investigadoras internacionales Ana Silva, de Agua Viva; y Luis Roa.",
         {"Ana Silva", "Luis Roa"}),
        ("es", "El director de Planes y Obras, Julio Abril, presentó la estrategia.", {"Julio Abril"}),
        ("es", "La directora de Participación destacó las veedurías.", {"directora de Participación"}),
        ("es", "Ana Silva, secretaria, junto con Luis Roa, director, resaltaron el compromiso.",
         {"Ana Silva", "Luis Roa"}),
        ("es", '"Falta agua", señaló por su parte la alcaldesa de Renca, Ana Silva.', {"Ana Silva"}),
    ],
)  # fmt: skip
def test_it_is_so_in_other_languages(language: str, text: str, names: set[str]) -> None:
    assert {name for _, name in read(text, language=language)} == names


def test_a_secretary_general_takes_no_notes() -> None:
    text = "En présence du Secrétaire Général du Ministère des Canaux, M. Luc Reis, et des élus."
    assert read(text, language="fr") == [("participant", "Luc Reis")]


def test_a_short_surname_is_given_its_first_name() -> None:
    assert read("The speakers were Ida Lee and Olu Bassey.", "Ms. Lee said that locks are old.") == [
        ("speaker", "Ida Lee"),
        ("speaker", "Olu Bassey"),
    ]


def test_a_unit_with_goals_in_its_name_may_organise() -> None:
    text = "The SDGs Advisory Unit of the Office of Canals organised the workshop."
    assert read(text) == [("organizer", "SDGs Advisory Unit of the Office of Canals")]


def test_a_headline_of_speakers_names_nobody() -> None:
    assert read("Speakers Stress Importance of Tailored Solutions for Small Islands") == []


def test_who_is_named_by_one_word_is_told_by_other_places_of_the_text() -> None:
    listed = "The speakers were Soraya Lund of ICLEI and Olu Bassey."
    assert read(listed, "Soraya chaired the session.") == [("chair", "Soraya Lund"), ("speaker", "Olu Bassey")]
    assert read("Ida Lund, an engineer, has mended locks.", "Lund said that locks are old.") == [
        ("speaker", "Ida Lund")
    ]
    assert read("Others said that locks are old. Today said it all.") == []


def test_who_is_listed_as_present_stays_so_when_minutes_go_on_with_forenames() -> None:
    found, _ = convert(
        "# Present", "* Ida Lund, Lock Fund", "* Olu Bassey, ICLEI", "# Locks", "Ida noted that they leak."
    )
    assert [(p.actor.name, p.role, p.also_roles) for p in found] == [
        ("Ida Lund", "participant", ("speaker",)),
        ("Olu Bassey", "participant", ()),
    ]


def test_the_holder_of_a_post_is_told_once_for_all() -> None:
    text = ("The team met the Chief Secretary of Thies, Ida Lund.", "The Chief Secretary of Thies expressed thanks.")
    assert {name for _, name in read(*text)} == {"Ida Lund"}


def test_a_place_in_a_post_is_nobody() -> None:
    text = "Intervino la Jefa del departamento de Centroamérica de la AACID."
    assert {name for _, name in read(text, language="es")} == {"Jefa del departamento de Centroamérica de la AACID"}
