"""Entries of lists of people and bodies: who stands first, what brackets say, and which parts are one actor."""

import pytest
from casts import convert, read


def test_a_body_of_any_name_may_stand_before_its_person() -> None:
    found, _ = convert(
        "# Participants", "* Delta, Ana Silva", "* Ministry of Water, Kenya: Lee Park", "* ICLEI, Bo Lind"
    )
    assert [(p.actor.name, p.on_behalf_of[0].name) for p in found] == [
        ("Ana Silva", "Delta"),
        ("Lee Park", "Ministry of Water"),
        ("Bo Lind", "ICLEI"),
    ]


def test_where_bodies_are_listed_a_city_is_nobody() -> None:
    assert read("# Participating organizations", "* Delta Network, New York", "* ICLEI, Buenos Aires") == [
        ("participant", "Delta Network"),
        ("participant", "ICLEI"),
    ]


def test_a_ministry_and_its_state_are_one() -> None:
    assert read("Organizers: Ministry of Water, Government of Kenya; Office of the Mayor, Kenya; UNDP, Kenya") == [
        ("organizer", "Ministry of Water, Government of Kenya"),
        ("organizer", "Office of the Mayor, Kenya"),
        ("organizer", "UNDP"),
    ]


def test_pronouns_and_lists_of_bodies_in_an_address_make_no_sentence() -> None:
    assert read(
        "# Speakers",
        "* Ana Silva (she/her), Delta Fund",
        "* Lee Park | Deputy Permanent Representative, Permanent Mission of Kenya to the United Nations and other bodies in Bonn",
    ) == [("speaker", "Ana Silva"), ("speaker", "Lee Park")]


def test_initials_behind_a_name_are_no_acronym_of_a_body() -> None:
    found, _ = convert("# Attendance", "* Ana Silva (AS), Delta Fund, Data Unit", "* Lee Park (LP), ICLEI")
    assert [(p.actor.name, p.actor.kind) for p in found] == [("Ana Silva", "person"), ("Lee Park", "person")]
    assert read("Partners: River Fund (RF), ICLEI") == [("partner", "ICLEI"), ("partner", "River Fund")]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Present: Ana Silva (Chair), Lee Park", ("chair", ("participant",))),
        ("Present: Ana Silva, Delta Fund (Chair); Lee Park, ICLEI", ("chair", ("participant",))),
        ("Present: Ana Silva (Chair, Delta Fund), Lee Park", ("participant", ())),
    ],
)
def test_a_bracket_says_who_led_a_meeting(text: str, roles: tuple[str, tuple[str, ...]]) -> None:
    found, _ = convert(text)
    assert [(p.role, p.also_roles) for p in found] == [roles, ("participant", ())]


def test_two_persons_with_their_bodies_prove_a_heading_that_may_stand_over_topics() -> None:
    assert read("# Panel", "* Ana Silva, River Network", "* Lee Park, Water Council") == [
        ("panellist", "Ana Silva"),
        ("panellist", "Lee Park"),
    ]
    assert read("# Panel", "* Slow Rivers") == []


def test_who_is_told_of_below_a_heading_has_its_role() -> None:
    assert read("# Panellists", "* Ana Silva is Director of the Delta Fund, where she works on rivers.") == [
        ("panellist", "Ana Silva"),
    ]


def test_rows_of_absent_people_are_left_and_their_details_are_no_people() -> None:
    assert read(
        "| No. | Country | Name | Institution | E-mail | Attendance",
        "| 1 | Kenya | Ana Silva | Delta Fund | ana@delta.example | Present",
        "| 2 | Austria | Lee Park | River Council | lee@river.example | Apologies",
    ) == [("participant", "Ana Silva")]


def test_a_state_above_its_delegates_is_not_there_beside_them() -> None:
    assert read("# List of participants", "Kenya", "Ms. Ana SILVA", "Austria", "Mr. Lee PARK") == [
        ("participant", "Ana SILVA"),
        ("participant", "Lee PARK"),
    ]
    assert read("# Participants", "Kenya", "Austria") == [("participant", "Austria"), ("participant", "Kenya")]


def test_a_place_at_the_end_is_where_the_last_body_sits_but_a_further_city_among_cities() -> None:
    assert read("Hosted by the Delta Fund, New York") == [("host", "Delta Fund")]
    assert read("Partners: Bonn, Paris") == [("partner", "Bonn"), ("partner", "Paris")]


def test_the_country_whose_unit_is_named_belongs_to_its_name() -> None:
    text = "The forum was organized in partnership with the UN Country Team in Kenya, UCLG and ICLEI."
    assert read(text) == [("partner", "ICLEI"), ("partner", "UCLG"), ("partner", "UN Country Team in Kenya")]


def test_words_that_give_another_role_end_a_list() -> None:
    text = "It was held in collaboration with UCLG and under the Patronage of H.E. Mr. Lee Park."
    assert sorted(name for _, name in read(text)) == ["Lee Park", "UCLG"]


def test_posts_of_several_and_bare_words_for_bodies_name_nobody() -> None:
    assert read("Participants: Heads of State, Chairs of the Functional Commissions, UNDP") == [("participant", "UNDP")]
    assert read("Organized by the Alliance, UNDP and the Centre") == [("organizer", "UNDP")]
    assert read("Partners: Mayors for Peace, Delegations of Kenya and Austria") == [
        ("partner", "Austria"),
        ("partner", "Kenya"),
        ("partner", "Mayors for Peace"),
    ]


def test_a_body_that_nobody_knows_may_own_its_person() -> None:
    found, _ = convert("Moderated by SRF’s Ana Silva. The Delta Rivers Fund (DRF)’s Lee Park spoke of rivers.")
    assert [(p.actor.name, [a.name for a in p.on_behalf_of]) for p in found][:1] == [("Ana Silva", ["SRF"])]


def test_words_before_a_colon_announce_a_list_of_bodies() -> None:
    text = "The dialogue was attended by representatives of the following organizations:"
    assert read(text, "* Delta Fund (3)", "* Green Kitchens", "* UN-Habitat") == [
        ("participant", "Delta Fund"),
        ("participant", "Green Kitchens"),
        ("participant", "UN-Habitat"),
    ]


def test_a_short_sentence_announces_a_list() -> None:
    text = "There was a session on rivers. Panellists included:"
    assert read(text, "* Ana Silva, Delta Fund", "* Lee Park, ICLEI") == [
        ("panellist", "Ana Silva"),
        ("panellist", "Lee Park"),
    ]


def test_semicolons_part_bodies_with_their_persons() -> None:
    found, _ = convert("Attendees: Delta Fund – Ana Silva, Lee Park; River Council – Bo Lind")
    assert [(p.actor.name, p.on_behalf_of[0].name) for p in found] == [
        ("Ana Silva", "Delta Fund"),
        ("Lee Park", "Delta Fund"),
        ("Bo Lind", "River Council"),
    ]


def test_each_column_of_a_table_may_have_its_role() -> None:
    rows = (
        "| Session | Moderator | Speakers",
        "| Meals | Ana Silva, Delta Fund | Lee Park, ICLEI; Bo Lind, Mayor of Bonn",
    )
    assert read(*rows) == [("moderator", "Ana Silva"), ("speaker", "Bo Lind"), ("speaker", "Lee Park")]


def test_a_known_name_below_a_heading_is_no_heading_of_its_own() -> None:
    assert read("# Partners", "United Nations Development Programme", "Delta Fund") == [
        ("partner", "Delta Fund"),
        ("partner", "United Nations Development Programme"),
    ]


def test_persons_with_their_bodies_prove_a_heading_over_lines_and_kinds_stand_between_them() -> None:
    lines = (
        "# ADHÉRENTS PRÉSENTS",
        "Entreprises",
        "Delta Eau, Anne Oulié",
        "Sources, Marc Petit",
        "Banque du Val, Jo Roy et Luc Brun",
    )
    assert [name for _, name in read(*lines, language="fr")] == ["Anne Oulié", "Jo Roy", "Luc Brun", "Marc Petit"]
    assert {role for role, _ in read(*lines, language="fr")} == {"participant"}


def test_notes_of_calls_say_who_was_on_them() -> None:
    assert read("On the call: Ana Silva (Farmers), Lee Park") == [
        ("participant", "Ana Silva"),
        ("participant", "Lee Park"),
    ]


def test_adjectives_before_one_noun_are_one_name() -> None:
    text = "Organized by the Nordic Educational, Scientific and Cultural Organization, UNDP and ICLEI."
    assert [name for _, name in read(text)] == [
        "ICLEI",
        "Nordic Educational, Scientific and Cultural Organization",
        "UNDP",
    ]


def test_a_bracket_behind_one_name_says_nothing_of_the_next() -> None:
    found, _ = convert("Asistentes: Ana Silva (presidenta), Tomás Roca, Lea Díaz", language="es")
    assert [(p.actor.name, p.role) for p in found] == [
        ("Ana Silva", "chair"),
        ("Tomás Roca", "participant"),
        ("Lea Díaz", "participant"),
    ]


def test_one_line_that_is_nobody_does_not_end_a_list_of_participants() -> None:
    assert read("# Participants", "Ms. Ana Silva, ICLEI", "Delta 7, Kitchen", "Mr. Lee Park, UCLG") == [
        ("participant", "Ana Silva"),
        ("participant", "Lee Park"),
    ]


def test_few_capitals_before_a_whole_name_are_its_body_and_no_surname() -> None:
    assert read("# Participants", "* ICB, Jane Brand", "* DIALLO, Omar", "* Port of Bremen, Lena Holm") == [
        ("participant", "DIALLO, Omar"),
        ("participant", "Jane Brand"),
        ("participant", "Lena Holm"),
    ]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("* Luce D’Aubray", "Luce D’Aubray"),
        ("* Luce de SAINT-AUBRAY", "Luce de SAINT-AUBRAY"),
        ("* NYAMBURA, Rev. Elias (Kenya), Chair, Council of Ferries", "NYAMBURA, Rev. Elias"),
    ],
)
def test_a_surname_is_one_however_it_is_written(line: str, name: str) -> None:
    (found, *_), _ = convert("# Participants", line, "* Ms. Ana Silva")
    assert (found.actor.kind, found.actor.name) == ("person", name)


def test_a_surname_in_front_is_the_same_person() -> None:
    blocks = (
        "Omar Sylla Diallo said that locks leak.",
        "# Participants",
        "* SYLLA DIALLO, Omar",
        "* HOLM, Lena",
        "* ROE, Tim",
    )
    assert read(*blocks) == [
        ("participant", "HOLM, Lena"),
        ("participant", "ROE, Tim"),
        ("speaker", "Omar Sylla Diallo"),
    ]


def test_a_body_behind_the_country_in_brackets_is_whom_a_person_acts_for() -> None:
    found, _ = convert("# Participants", "* HOLM, Lena (Kenya), Union of River Nurses", "* ROE, Tim (Jamaica)")
    assert [p.actor.name for p in found] == ["HOLM, Lena", "ROE, Tim"]
    assert [a.name for a in found[0].on_behalf_of] == ["Kenya", "Union of River Nurses"]
