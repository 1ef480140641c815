"""Enumerations after phrases, labels and headings, and tables of people: who is in them, and in which role."""

import pytest
from casts import convert, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It was attended by 52 participants, including representatives of the Ministry of Planning of Kenya and Partners for Review.",
            [("participant", "Ministry of Planning of Kenya"), ("participant", "Partners for Review")],
        ),
        (
            "The panel comprised the following: Ms. Ana Silva, ICLEI; Mr. Lee Park, UNDP.",
            [("panellist", "Ana Silva"), ("panellist", "Lee Park")],
        ),
        ("The first panel included Ana Silva (Vote For All).", [("panellist", "Ana Silva")]),
        (
            "Opening statements were made by Ms. Ana Silva, ICLEI; and Mr. Lee Park, co-chair of UNDP.",
            [("opening", "Ana Silva"), ("opening", "Lee Park")],
        ),
        (
            "It was opened by Ms. Ana Silva, Chief of the Policy and Review Branch, UNDP, and Mr. Lee Park, Head of Division.",
            [("opening", "Ana Silva"), ("opening", "Lee Park")],
        ),
        (
            "It was chaired by Jo Viera, WBU's Director of Advocacy, and Vic Pineda, founder of World Enabled.",
            [("chair", "Jo Viera"), ("chair", "Vic Pineda")],
        ),
        (
            "The event was supported by UNDP and the Government of Kenya.",
            [("sponsor", "Government of Kenya"), ("sponsor", "UNDP")],
        ),
        (
            "It was organised by the Division for Water of UNDP together with the HLPF Coordination Mechanism.",
            [("co-organizer", "HLPF Coordination Mechanism"), ("organizer", "Division for Water of UNDP")],
        ),
        ("It was hosted by the New York Mayor's Office for Trade.", [("host", "New York Mayor's Office for Trade")]),
        (
            "Organised by the Institute for People with Disabilities.",
            [("organizer", "Institute for People with Disabilities")],
        ),
        (
            "Organizers: UCLG, in cooperation with Slum Dwellers International and UNDP",
            [("organizer", "UCLG"), ("partner", "Slum Dwellers International"), ("partner", "UNDP")],
        ),
        ("Hosts: Aqua Publica Europea; ICLEI", [("host", "Aqua Publica Europea"), ("host", "ICLEI")]),
        ("Rapporteurs: A. Menon and T. Oyelaran", [("rapporteur", "A. Menon"), ("rapporteur", "T. Oyelaran")]),
    ],
)
def test_an_enumeration_has_the_role_of_the_words_before_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


def test_entries_may_name_the_body_before_the_person() -> None:
    found, _ = convert(
        "# Participants in the roundtable",
        "* UN-Habitat: Eduardo Mora, Head of Research",
        "* Statistics South Africa – Pali Lehoh, Statistician-General",
        "* Provincial Council: Rosa Odri spoke about towns",
        "* Moderator: Edgar Reis, UCLG",
    )
    assert [(p.role, p.actor.name, [a.name for a in p.on_behalf_of]) for p in found] == [
        ("participant", "Eduardo Mora", ["UN-Habitat"]),
        ("participant", "Pali Lehoh", ["Statistics South Africa"]),
        ("participant", "Rosa Odri", ["Provincial Council"]),
        ("moderator", "Edgar Reis", ["UCLG"]),
    ]


def test_a_text_behind_a_dash_is_no_part_of_the_entry() -> None:
    assert read(
        "# Panel discussion (moderator: Lee Park, UNDP)", "* Ana Silva (Chief of ICLEI) — explained the census."
    ) == [
        ("moderator", "Lee Park"),
        ("panellist", "Ana Silva"),
    ]


def test_who_followed_spoke() -> None:
    text = "He was followed by Ana Silva, Mayor of Lisbon and President of UCLG, and by Lee Park, ICLEI, who both asked for a seat."
    assert read(text) == [("speaker", "Ana Silva"), ("speaker", "Lee Park")]


def test_plain_names_in_a_list_are_believed_beside_actors_beyond_doubt() -> None:
    assert read("# Speakers", "* Rhizomatica", "* Ms. Ana Silva, ICLEI") == [
        ("speaker", "Ana Silva"),
        ("speaker", "Rhizomatica"),
    ]
    assert read("# Speakers", "* Digitalisation", "* Trust") == []


def test_a_heading_that_may_stand_over_topics_needs_actors_beyond_doubt() -> None:
    assert read("Opening", "* Ana Silva, Director of ICLEI", "* Building Bridges") == [("opening", "Ana Silva")]
    assert read("Presentations", "* Water in Kenya", "* Building Bridges") == []


def test_a_column_of_segments_gives_each_row_its_role() -> None:
    assert read(
        "| Time | Segment | Speaker",
        "| 8:00 | Welcome | Ana Silva, Director, ICLEI",
        "| 8:15 | Panel | Rili Djoh (UNDP)",
        "| | | Representative of the Government of Palau",
        "| 9:05 | Closing | Lee Park, UCLG",
    ) == [
        ("opening", "Ana Silva"),
        ("panellist", "Government of Palau"),
        ("panellist", "Rili Djoh"),
        ("speaker", "Lee Park"),
    ]


@pytest.mark.parametrize(
    ("blocks", "kinds"),
    [
        (["Organised by Aqua Publica Europea.", "Speakers: Aqua Publica Europea"], ["organization"]),
        (["The panel included Ana Silva (Vote For All).", "Vote For All warned of cuts."], ["person", "organization"]),
    ],
)
def test_what_is_a_body_at_one_place_is_one_everywhere(blocks: list[str], kinds: list[str]) -> None:
    assert [p.actor.kind for p in convert(*blocks)[0]] == kinds


@pytest.mark.parametrize(
    ("blocks", "name", "also"),
    [
        (["Moderator: Jan van Zan, ICLEI", "Van Zan added that capacity is scarce."], "Jan van Zan", ("speaker",)),
        (
            ["Ms. Ana Campos Ruiz, Director of ICLEI, said so.", "Ms. Campos opened the session."],
            "Ana Campos Ruiz",
            ("speaker",),
        ),
        (["Panellists: Ana Silva, Mayor of Lisbon", "The Mayor of Lisbon said so."], "Ana Silva", ("speaker",)),
    ],
)
def test_short_forms_of_a_person_are_the_person(blocks: list[str], name: str, also: tuple[str, ...]) -> None:
    (found,), _ = convert(*blocks)
    assert (found.actor.name, found.also_roles) == (name, also)


@pytest.mark.parametrize(
    ("text", "name", "acronym", "language"),
    [
        ("Organizado por el Instituto de la Mujer (IM) de Kenya.", "Instituto de la Mujer", "IM", "es"),
        ("Organised by International IDEA.", "International IDEA", "", "en"),
        ("Organisé par le Grand groupe des femmes.", "Grand groupe des femmes", "", "fr"),
        (
            "Organisé par le Ministère de l'Eau et de l'Assainissement de Kenya.",
            "Ministère de l'Eau et de l'Assainissement de Kenya",
            "",
            "fr",
        ),
    ],
)
def test_names_are_whole_and_acronyms_are_in_capitals(text: str, name: str, acronym: str, language: str) -> None:
    (found,), _ = convert(text, language=language)
    assert (found.actor.name, found.actor.acronym) == (name, acronym)


def test_a_post_without_capitals_leads_to_the_body_of_the_person() -> None:
    (found,), _ = convert("Elle a été modérée par Mme Claire Dubois, coordinatrice, Forus.", language="fr")
    assert [(p.title, p.body) for p in found.actor.posts] == [("coordinatrice", "Forus")]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The meeting was attended by Kenya, Austria as an observer, Jamaica and UNDP.", "en", ["Austria", "Jamaica", "Kenya", "UNDP"]),
        ("Participants were drawn from project partners (ICLEI, UNDP and the Port Authority of Kenya) and others.", "en", ["ICLEI", "Port Authority of Kenya", "UNDP"]),
        ("The meeting was attended by representatives of 32 agencies (Annex II).", "en", []),
        ("The workshop was organised by UNDP, ICLEI, and many others.", "en", ["ICLEI", "UNDP"]),
        ("On 29-30 September the Port Authority of Kenya organised a workshop.", "en", ["Port Authority of Kenya"]),
        ("L'atelier a réuni le Ministère des Finances, le Ministère de l'Emploi et l'UNDP.", "fr", ["Ministère de l'Emploi", "Ministère des Finances", "UNDP"]),
    ],
)  # fmt: skip
def test_enumerations_go_over_what_names_nobody(text: str, language: str, expected: list[str]) -> None:
    assert [name for _, name in sorted(read(text, language=language), key=lambda found: found[1])] == expected


def test_a_body_in_capitals_below_a_heading_for_bodies_is_listed_and_no_heading() -> None:
    assert [name for _, name in read("# Organisers", "UNDP", "# ICLEI", "Port Authority")] == [
        "ICLEI",
        "Port Authority",
        "UNDP",
    ]
    assert read("# Organisers", "UNDP", "# Findings", "Slow Tide") == [("organizer", "UNDP")]


def test_units_behind_their_head_and_holders_of_several_posts() -> None:
    people = convert("The talk was given by Ms. Ana Silva, Director, Slow Ports, Markets and Ferries Division, UNDP.")[
        0
    ]
    assert [(p.actor.name, [a.name for a in p.on_behalf_of]) for p in people] == [
        ("Ana Silva", ["Slow Ports, Markets and Ferries Division", "UNDP"])
    ]
    assert read("It was attended by UNDP, Ward Administrators and ICLEI.") == [
        ("participant", "ICLEI"),
        ("participant", "UNDP"),
    ]


def test_many_phrases_in_one_list_are_read_one_after_the_other() -> None:
    assert read("Organizers: " + "UNDP, in cooperation with ICLEI, " * 1500) == [
        ("organizer", "UNDP"),
        ("partner", "ICLEI"),
    ]
