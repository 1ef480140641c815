"""Who spoke, opened or moderated is read before verbs and beside roles, with what may stand between."""

import pytest
from casts import convert, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ICLEI, in collaboration with the Government of Kenya and UNDP, organised a workshop.",
            [("organizer", "ICLEI"), ("partner", "Government of Kenya"), ("partner", "UNDP")],
        ),
        ("The representative of UNDP underscored unpaid care.", [("speaker", "UNDP")]),
        (
            "Delegates from Kenya, Jamaica and Austria commented on prices.",
            [("speaker", "Austria"), ("speaker", "Jamaica"), ("speaker", "Kenya")],
        ),
        ("Opening the roundtable, Mr. Reis recalled that reviews use averages.", [("opening", "Reis")]),
        ("In her opening remarks, Ana Silva stressed trust.", [("opening", "Ana Silva")]),
        ("For Rosa Mora, who chairs the federation, counting is power.", [("speaker", "Rosa Mora")]),
        ("For Ana Silva, an economist at the Care Lab, the trouble is money.", [("speaker", "Ana Silva")]),
        ("In a video message, Ana Silva, Deputy Minister, invited mayors to come.", [("speaker", "Ana Silva")]),
        ("Kenya's Ministry of Health pledged to publish data.", [("speaker", "Ministry of Health")]),
        (
            "The African Monitor, the African Disability Alliance and Youth Desk Africa reiterated the call.",
            [
                ("speaker", "African Disability Alliance"),
                ("speaker", "African Monitor"),
                ("speaker", "Youth Desk Africa"),
            ],
        ),
        ("The Restless Development Youth Desk took notes.", [("rapporteur", "Restless Development Youth Desk")]),
        ("UNDP's Reis said that a list exists.", [("speaker", "Reis")]),
        (
            "The Mayor of Lisbon, Carlos Reis, and the Governor of Jakarta, Ani Wibowo, presented their plans.",
            [("speaker", "Ani Wibowo"), ("speaker", "Carlos Reis")],
        ),
        (
            "Mr. Lee Park, Director for Economic and Social Affairs and Head of the Ocean Council, made introductory remarks.",
            [("opening", "Lee Park")],
        ),
        ("Ana Silva, our moderator, then turned to the panel.", [("moderator", "Ana Silva")]),
        ("In the discussion, panellist Ana Silva did not agree.", [("panellist", "Ana Silva")]),
        (
            "Habitat for Humanity International noted energy poverty.",
            [("speaker", "Habitat for Humanity International")],
        ),
        (
            "The Scientific and Technological Community cautioned.",
            [("speaker", "Scientific and Technological Community")],
        ),
    ],
)
def test_a_subject_is_read_up_to_its_verb(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "UNDP supported farmers in three districts.",
        "The World Bank has called for such cities since 2007.",
        "In Austria, UNDP closed its office.",
        "COVID-19 showed gaps.",
        "For many cities, money is short.",
        "The Global Commission on Water report highlighted gaps.",
        "Reviews from Kenya and Austria noted progress.",
        "A statistician from the Bureau, Kenya, suggested a library.",
        "Participants from Kenya, Jamaica and Austria discussed water.",
        "Member States, including Kenya and Austria, are behind.",
        "The panel included topics such as water and health.",
        "Comments by participants included calls for more money.",
    ],
)
def test_who_is_only_talked_about_did_not_speak(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected", "language"),
    [
        ("El Sr. Juan Arce, del Observatorio Ciudadano, preguntó por los plazos.", [("speaker", "Juan Arce")], "es"),
        (
            "En representación de la Red de Mujeres habló Dominga Quispe, quien pidió agua.",
            [("speaker", "Dominga Quispe")],
            "es",
        ),
        ("La Ministra de la Mujer, Mayra Jiménez, afirmó que falta dinero.", [("speaker", "Mayra Jiménez")], "es"),
        ("La moderación estuvo a cargo de Ana Ruiz.", [("moderator", "Ana Ruiz")], "es"),
        (
            "L'Association des consommateurs a dénoncé les coupures.",
            [("speaker", "Association des consommateurs")],
            "fr",
        ),
        (
            "Le représentant de l'Association des maires s'est engagé à aider.",
            [("speaker", "Association des maires")],
            "fr",
        ),
        ("En ouverture, M. Hugo a rappelé l'accord.", [("opening", "Hugo")], "fr"),
        ("Selon Mme Anne Hugo, les transports sont la priorité.", [("speaker", "Anne Hugo")], "fr"),
        (
            "La clôture a été assurée par M. Pierre Baille, secrétaire permanent de l'ICLEI.",
            [("speaker", "Pierre Baille")],
            "fr",
        ),
    ],
)
def test_subjects_are_read_in_french_and_spanish(text: str, expected: list[tuple[str, str]], language: str) -> None:
    assert read(text, language=language) == expected


def test_who_speaks_after_those_represented_speaks_for_them() -> None:
    (found,), _ = convert(
        "En representación de la Red de Mujeres habló Dominga Quispe, quien pidió agua.", language="es"
    )
    assert [actor.name for actor in found.on_behalf_of] == ["Red de Mujeres"]


def test_a_body_with_and_before_its_country_is_one() -> None:
    found, _ = convert("Ana Silva, Diverse Voices and Action for Peace, Kenya, called for an end to mining.")
    assert [(p.actor.name, [a.name for a in p.on_behalf_of]) for p in found] == [
        ("Ana Silva", ["Diverse Voices and Action for Peace"])
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Economic and Social Council of Elders urged cities to act on housing.",
        "The session heard contributions from UNDP and the Economic and Social Council of Elders.",
    ],
)
def test_a_body_whose_name_begins_as_a_known_one_does_is_another(text: str) -> None:
    found, _ = convert(text)
    assert [p.actor.name for p in found if "Council" in p.actor.name] == ["Economic and Social Council of Elders"]
    assert "ecosoc" not in {p.actor.acronym.lower() for p in found}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Quoting Ana Poe, Ida Berg called for trees."),
        ("en", "Welcoming Ana Poe, Mayor of Renca, Ida Berg called for trees."),
        ("fr", "Remerciant Ana Poe, Ida Berg a appelé à planter."),
        ("es", "Citando a Ana Poe, Ida Berg pidió plantar."),
    ],
)
def test_whom_a_sentence_begins_with_is_not_who_speaks(language: str, text: str) -> None:
    assert read(text, language=language) == [("speaker", "Ida Berg")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ms. Ida Berg quoted Nelson Mandela, who said that all seems impossible."),
        ("fr", "Mme Ida Berg a cité Nelson Mandela, qui a dit que tout semble impossible."),
        ("es", "La Sra. Ida Berg citó a Nelson Mandela, quien dijo que todo parece imposible."),
    ],
)
def test_who_is_quoted_is_no_speaker(language: str, text: str) -> None:
    assert read(text, language=language) == [("speaker", "Ida Berg")]


@pytest.mark.parametrize(
    ("language", "text"),
    [("fr", "Comme l'a dit Victor Hugo, rien n'est perdu."), ("es", "Como dijo Simón Bolívar, hay que unirse.")],
)
def test_a_plain_name_behind_as_is_one_that_is_cited(language: str, text: str) -> None:
    assert read(text, language=language) == []


@pytest.mark.parametrize("verb", ["Dijo", "Explicó", "Propuso"])
def test_a_spanish_verb_may_stand_before_its_subject(verb: str) -> None:
    assert read(f"{verb} la Sra. Ida Berg que falta agua.", language="es") == [("speaker", "Ida Berg")]


def test_an_adverb_before_the_verb_is_no_part_of_a_name() -> None:
    assert read("Dr. Wang Jun first explained the methods.") == [("speaker", "Wang Jun")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "After Luis Gil, Ana Poe presented the tool."),
        ("en", "With the Mayor of Renca, Luis Gil, Ana Poe presented the tool."),
        ("en", "Alongside Luis Gil of Slow Rivers, Ana Poe presented the tool."),
        ("fr", "Après Luis Gil, Ana Poe a présenté l'outil."),
        ("fr", "Avec le maire de Renca, Luis Gil, Ana Poe a présenté l'outil."),
        ("es", "Tras Luis Gil, Ana Poe presentó la herramienta."),
        ("es", "Con el alcalde de Renca, Luis Gil, Ana Poe presentó la herramienta."),
    ],
)
def test_the_name_before_the_verb_is_the_subject_and_no_body_of_the_one_before(language: str, text: str) -> None:
    (found,), _ = convert(text, language=language)
    assert (found.role, found.actor.name, found.on_behalf_of) == ("speaker", "Ana Poe", ())


def test_a_person_beside_a_person_takes_part() -> None:
    found = read("Together with Luis Gil, Ana Poe opened the workshop.")
    assert found == [("opening", "Ana Poe"), ("participant", "Luis Gil")]


def test_nobody_speaks_on_behalf_of_itself() -> None:
    (found,), _ = convert("ICLEI, on behalf of ICLEI and UCLG, said that ferries are late.")
    assert [actor.name for actor in found.on_behalf_of] == ["UCLG"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("New York hosted the meeting.", []),
        ("Kenya hosted the meeting.", [("host", "Kenya")]),
        ("The City of New York hosted the meeting.", [("host", "City of New York")]),
    ],
)
def test_a_city_that_hosts_is_where_the_meeting_was(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


def test_a_surname_may_stand_before_the_forename() -> None:
    assert read("The Minister of Locks, Mr. Li Weijun, came.", "Mr. Li commended the crew.") == [
        ("speaker", "Li Weijun")
    ]


def test_a_surname_that_is_a_title_stays_with_the_name_behind_an_honorific() -> None:
    assert read("Ms. Ana Rosa King chaired the meeting.") == [("chair", "Ana Rosa King")]


def test_a_word_without_article_among_names_with_articles_is_of_the_name_before_it() -> None:
    assert read("Le Réseau Femmes et Eau et le Partenariat des ports ont organisé un webinaire.", language="fr") == [
        ("organizer", "Partenariat des ports"),
        ("organizer", "Réseau Femmes et Eau"),
    ]


def test_those_who_took_the_floor_are_speakers() -> None:
    assert read("Among those who took the floor were Mayor Ana Lund (Bergen) and Jo Reis of ICLEI.") == [
        ("speaker", "Ana Lund"),
        ("speaker", "Jo Reis"),
    ]
