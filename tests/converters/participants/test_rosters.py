"""Lists of actors under labels and headings, in the forms in which minutes, reports and programmes give them."""

import pytest
from casts import convert, read


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Confirmed panelists: Ana Silva, CEO, Delta Fund; Lee Park, ICLEI", [("panellist", "Ana Silva"), ("panellist", "Lee Park")]),
        ("en", "Attending in person: Ms. Ana Silva and Mr. Lee Park", [("participant", "Ana Silva"), ("participant", "Lee Park")]),
        ("en", "Media partners: ICLEI and UCLG", [("partner", "ICLEI"), ("partner", "UCLG")]),
        ("en", "Panel 2 speakers: Ana Silva, ICLEI; Lee Park, UCLG", [("speaker", "Ana Silva"), ("speaker", "Lee Park")]),
        ("en", "Co-leads: ICLEI, UCLG", [("co-organizer", "ICLEI"), ("co-organizer", "UCLG")]),
        ("fr", "Partenaires techniques et financiers : ICLEI, UCLG", [("partner", "ICLEI"), ("partner", "UCLG")]),
        ("fr", "Secrétaire de séance : Mme Anne Oulié", [("rapporteur", "Anne Oulié")]),
        ("es", "Financia: UNDP", [("sponsor", "UNDP")]),
        ("es", "Panelistas invitadas: Sra. Ana Silva; Sra. Lea Roca", [("panellist", "Ana Silva"), ("panellist", "Lea Roca")]),
    ],
)  # fmt: skip
def test_words_that_narrow_a_label_leave_its_role(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text, language=language) == expected


@pytest.mark.parametrize("text", ["Board minutes: Ana Silva", "Meeting notes", "Group presentation"])
def test_titles_of_papers_are_no_labels(text: str) -> None:
    assert read(text) == []


def test_cells_of_a_line_tell_of_one_person() -> None:
    found, _ = convert("# Speakers", "* Ana Silva | Director | Delta Fund", "* Lee Park | River Network")
    assert [(p.actor.name, [a.name for a in p.on_behalf_of]) for p in found] == [
        ("Ana Silva", ["Delta Fund"]),
        ("Lee Park", ["River Network"]),
    ]


def test_surnames_in_capitals_may_stand_before_forenames() -> None:
    assert read("# List of participants", "SILVA, Ana (Ms.), Director, Delta Fund", "PARK, Lee, ICLEI") == [
        ("participant", "PARK, Lee"),
        ("participant", "SILVA, Ana"),
    ]


def test_several_persons_of_a_body_stand_behind_its_name() -> None:
    found, _ = convert("# In attendance", "Delta Fund: Ana Silva, Lee Park", "River Network: Kim Roe")
    assert [(p.actor.name, [a.name for a in p.on_behalf_of]) for p in found] == [
        ("Ana Silva", ["Delta Fund"]),
        ("Lee Park", ["Delta Fund"]),
        ("Kim Roe", ["River Network"]),
    ]


def test_notes_of_a_team_name_forenames_and_initials() -> None:
    assert read("Participants: Ana, Lee, Kim and Bo") == [("participant", n) for n in ("Ana", "Bo", "Kim", "Lee")]
    found, _ = convert("Present: Ana Silva (AS), Lee Park (LP), Kim Roe (KR)")
    assert [(p.actor.name, p.actor.kind) for p in found] == [
        ("Ana Silva", "person"),
        ("Lee Park", "person"),
        ("Kim Roe", "person"),
    ]
    assert read("Participants: Governments, Academia and Media") == []
    assert read("Participants: Bonn, Nairobi, Lima") == []


def test_a_missing_comma_parts_two_persons_with_honorifics() -> None:
    assert read("Présents : Mme Anne Lamy M. Jean Roux, Mme Zoé Dias", language="fr") == [
        ("participant", "Anne Lamy"),
        ("participant", "Jean Roux"),
        ("participant", "Zoé Dias"),
    ]


def test_a_known_heading_ends_a_list_of_organisers() -> None:
    assert read("# Organizers", "* ICLEI", "* Delta Fund", "Background", "Format") == [
        ("organizer", "Delta Fund"),
        ("organizer", "ICLEI"),
    ]


def test_names_of_sections_in_a_list_of_participants_are_nobody() -> None:
    assert read(
        "# Participants", "United Nations", "Ms. Ana Silva, UNDP", "Private sector", "Mr. Lee Park, Delta Fund"
    ) == [
        ("participant", "Ana Silva"),
        ("participant", "Lee Park"),
    ]


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (["| Organizations represented", "| Slow Tide", "| ICLEI"], [("participant", "ICLEI"), ("participant", "Slow Tide")]),
        (
            ["| Time | Session | Speakers", "| 10:00 | Opening | Ms. Ana Silva, UNDP", "| 10:30 | Floods | Mr. Lee Park, ICLEI; Ms. Kim Roe"],
            [("opening", "Ana Silva"), ("speaker", "Kim Roe"), ("speaker", "Lee Park")],
        ),
        (["# Participants", "| First name | Last name | Organisation", "| Ana | Silva | Delta Fund"], [("participant", "Ana Silva")]),
        (["# Participants", "| Surname | Given name | Post", "| SILVA | Ana | Mayor"], [("participant", "Ana SILVA")]),
        (["# Participants", "| Name Surname | Organisation", "| Ana Silva | Delta Fund"], [("participant", "Ana Silva")]),
        (["# Participants", "| City | Names", "| Renca | Ana Silva, Lee Park"], [("participant", "Ana Silva"), ("participant", "Lee Park")]),
        (["# Participants", "| Name / Title | Country and organisation", "| Ana Silva, Mayor | Chile, Delta Fund"], [("participant", "Ana Silva")]),
        (["| Participants | 40 people from 12 towns", "| Venue | Ford Hall"], []),
    ],
)  # fmt: skip
def test_heads_of_tables_tell_what_their_columns_hold(blocks: list[str], expected: list[tuple[str, str]]) -> None:
    assert read(*blocks) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Organisations represented: Slow Tide, ICLEI", [("participant", "ICLEI"), ("participant", "Slow Tide")]),
        ("Hosts: Kenya / UN-Habitat", [("host", "Kenya"), ("host", "UN-Habitat")]),
        ("Participants in the working group: Kenya, Austria", [("participant", "Austria"), ("participant", "Kenya")]),
    ],
)
def test_labels_call_for_bodies(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Presentation: Open Data for Rivers"),
        ("en", "Participants: 40 people from NGOs and academia"),
        ("fr", "Communications : Villes Durables"),
        ("es", "Conferencia: Ciudades Sostenibles"),
    ],
)
def test_topics_and_crowds_behind_a_label_are_nobody(language: str, text: str) -> None:
    assert read(text, language=language) == []


@pytest.mark.parametrize(
    ("language", "blocks"),
    [
        ("en", ["# Participants", "* Ana Silva, ICLEI", "* Apologies: Tim Roe (Delta Fund)"]),
        ("en", ["# Participants", "Ana Silva, ICLEI", "Apologies", "Tim Roe, UCLG", "Lee Park, UNDP"]),
        ("en", ["Participants: Ana Silva (ICLEI). Apologies: Tim Roe (UCLG)."]),
        ("fr", ["# Participants", "* Ana Silva, ICLEI", "* Excusés : Tim Roe (Delta), Luc Noir (UCLG)"]),
        ("fr", ["Présents : Ana Silva (ICLEI) ; Excusés : Tim Roe (Delta), Luc Noir"]),
        ("es", ["# Participantes", "* Ana Silva, ICLEI", "* Ausentes: Tim Roe (Delta), Luc Noir (UCLG)"]),
    ],
)
def test_the_absent_among_participants_are_none(language: str, blocks: list[str]) -> None:
    assert read(*blocks, language=language) == [("participant", "Ana Silva")]


def test_a_label_behind_the_absent_is_read() -> None:
    text = "Participants: Ana Silva (ICLEI); Apologies: Tim Roe (UCLG); Chair: Lee Park (UNDP)"
    assert read(text) == [("chair", "Lee Park"), ("participant", "Ana Silva")]


def test_a_list_goes_on_behind_the_absent() -> None:
    blocks = ("# Participants", "Ana Silva (ICLEI)", "Apologies: Tim Roe (UCLG)", "Lee Park (UNDP)")
    assert read(*blocks) == [("participant", "Ana Silva"), ("participant", "Lee Park")]


def test_a_quoted_title_behind_a_label_is_nobody() -> None:
    assert read("# PANEL 2 - 'IMPACTS OF CLIMATE CHANGE, ADAPTATION MEASURES AND SUSTAINABLE DEVELOPMENT'") == []


def test_kinds_of_participants_head_the_bodies_behind_their_colon() -> None:
    found = read(
        "# Participants",
        "Governments: Kenya, Jamaica",
        "NGOs: Slow Tide, ICLEI",
        "Staff: Ms. Ana Silva",
        "Venue: Ford Hall",
    )
    assert [name for _, name in found] == ["Ana Silva", "ICLEI", "Jamaica", "Kenya", "Slow Tide"]


def test_what_was_delivered_tells_the_role_of_those_announced_by_it() -> None:
    assert read("Welcome remarks were delivered by:", "* Ana Silva, ICLEI") == [("opening", "Ana Silva")]
    assert read("Presentations were delivered by:", "* Ana Silva, ICLEI") == [("speaker", "Ana Silva")]


def test_a_heading_that_counts_a_panel_names_nobody() -> None:
    assert read("# PANEL 1: ICE FOR ALL CITIES", "Moderator: Ana Reis, Boat Desk") == [("moderator", "Ana Reis")]


def test_a_major_group_may_be_shortened() -> None:
    found, _ = convert("Present: Women's MG, Farmers MG")
    assert [(p.actor.name, p.actor.kind) for p in found] == [
        ("Women's MG", "constituency"),
        ("Farmers MG", "constituency"),
    ]


def test_cells_are_read_as_entries_of_lists_are() -> None:
    rows = (
        "| No. | Name | Position | Institution | Country",
        "| 1 | NYAMBURA, Elias | Director of Ferries | Rivers Fund | Kenya",
        "| 2 | HOLM, Lena | Clerk | UNDP | Jamaica",
    )
    found, _ = convert("# List of participants", *rows)
    assert [(p.actor.name, [post.title for post in p.actor.posts]) for p in found] == [
        ("NYAMBURA, Elias", ["Director of Ferries"]),
        ("HOLM, Lena", ["Clerk"]),
    ]


def test_a_label_in_a_cell_gives_its_role_to_everybody_in_the_cell() -> None:
    rows = (
        "| Time | Item | Speaker",
        "| 9:00 | Locks | Ana Silva, UNDP",
        "| 10:00 | Groups | Facilitators: Lee Park (ICLEI), Bo Lind (UCLG)",
    )
    assert read(*rows) == [("moderator", "Bo Lind"), ("moderator", "Lee Park"), ("speaker", "Ana Silva")]


def test_a_label_inside_a_list_of_participants_does_not_end_it() -> None:
    blocks = ("# Participants", "Ana Silva (ICLEI)", "Observers: UNDP", "Secretariat", "Ms. Lena Holm, Clerk, UCLG")
    assert [name for _, name in read(*blocks)] == ["Ana Silva", "Lena Holm", "UNDP"]


def test_a_part_behind_the_body_of_a_participant_is_that_in_the_meeting() -> None:
    assert ("chair", "Ana Reis") in read("Present: Ana Reis (Boat Desk), chair; Eva Roy (Sea Fund)")
    assert read("Present: Ana Reis (Boat Desk), Chair of the Sea Board") == [("participant", "Ana Reis")]


def test_words_for_a_meeting_name_nobody() -> None:
    assert read("RELATORÍA – EVENTO PARALELO", language="es") == []


def test_minutes_before_a_meeting_label_the_paper_and_nobody_who_took_them() -> None:
    assert read("# Minutes: Major Group for Children and Youth call", "Ice is dear.") == []
    assert read("Minutes: Sea Board meeting", "Ice is dear.") == []
    assert read("Minutes: Ana Silva, UNDP") == [("rapporteur", "Ana Silva")]
