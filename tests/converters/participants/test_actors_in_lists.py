"""Actors of labels, of lists below headings and of tables have the role that stands above or beside them."""

import pytest
from casts import read


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (
            ["Organised by: UN DESA, UNDP and Oxfam"],
            [("organizer", "Oxfam"), ("organizer", "UN DESA"), ("organizer", "UNDP")],
        ),
        (["Moderator: Ms. Jane Doe, Director, UN DESA"], [("moderator", "Jane Doe")]),
        (["Chair: TBC"], []),
        (["Participants: 140 participants from 30 countries"], []),
        (["10:00 – 10:15 Opening remarks – H.E. Ms. Ana Silva, President of ECOSOC"], [("opening", "Ana Silva")]),
        (
            ["Panellists: John Smith (ICLEI); Ana Silva, Mayor of Lisbon; Kim Lee"],
            [("panellist", "Ana Silva"), ("panellist", "John Smith"), ("panellist", "Kim Lee")],
        ),
        (
            ["Hosts: Permanent Mission of Kenya to the United Nations; Permanent Mission of Peru"],
            [("host", "Permanent Mission of Kenya to the United Nations"), ("host", "Permanent Mission of Peru")],
        ),
        (
            ["Moderator: Jane Doe, ICLEI. Speakers: John Smith, UCLG, and Ana Silva, Mayor of Lisbon."],
            [("moderator", "Jane Doe"), ("speaker", "Ana Silva"), ("speaker", "John Smith")],
        ),
        (
            ["Organizers and partners: UCLG; Cities Alliance; GIZ"],
            [("organizer", "Cities Alliance"), ("organizer", "GIZ"), ("organizer", "UCLG")],
        ),
        (
            ["Organisers: Ministry of Foreign Affairs and Trade, United Cities and Local Governments and UN-Habitat"],
            [
                ("organizer", "Ministry of Foreign Affairs and Trade"),
                ("organizer", "UN-Habitat"),
                ("organizer", "United Cities and Local Governments"),
            ],
        ),
        (["MODERATOR: JANE DOE, ICLEI"], [("moderator", "JANE DOE")]),
        (["Panel: Building Bridges"], []),
        (["Opening: The session began at 9 and was good."], []),
    ],
)
def test_a_label_gives_the_role(blocks: list[str], expected: list[tuple[str, str]]) -> None:
    assert read(*blocks) == expected


def test_what_stands_under_a_heading_has_its_role_until_the_next_heading() -> None:
    assert read(
        "# Speakers",
        "* Mayor of Valongo",
        "* Mayor of Strathroy-Caradoc and President of FCM",
        "* Director of Open Government, Ministry of Territorial Policy, Government of Spain",
        "* ICLEI",
        "* Jane Doe, UCLG",
        "# Issues",
        "* Jane Austen, Director of UNDP",
    ) == [
        ("speaker", "Director of Open Government, Ministry of Territorial Policy, Government of Spain"),
        ("speaker", "ICLEI"),
        ("speaker", "Jane Doe"),
        ("speaker", "Mayor of Strathroy-Caradoc and President of FCM"),
        ("speaker", "Mayor of Valongo"),
    ]


def test_text_ends_a_list_of_speakers() -> None:
    text = "The discussion that followed was about rings, and Kenya was mentioned."
    assert read("Panellists:", "Jane Doe, ICLEI", text, "Ana Silva, UNDP") == [("panellist", "Jane Doe")]


def test_a_paragraph_under_a_heading_may_list_names() -> None:
    assert [name for _, name in read("# Speakers", "Jane Doe, John Smith, Ana Silva and Kim Lee")] == [
        "Ana Silva",
        "Jane Doe",
        "John Smith",
        "Kim Lee",
    ]


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (
            [
                "# Panellists",
                "| Name | Title | Organisation",
                "| Ms. Jane Doe | Director | UN DESA",
                "| Kim Lee | Mayor | City of Oslo",
            ],
            [("panellist", "Jane Doe"), ("panellist", "Kim Lee")],
        ),
        (["| Speaker | Topic", "| Ms. Ada Lovelace, UNDP | Analytical Engines"], [("speaker", "Ada Lovelace")]),
        (
            ["| Moderator | Ms. Ada Lovelace, UNDP", "| Panellists | Alan Turing, ICLEI; Grace Hopper, UCLG"],
            [("moderator", "Ada Lovelace"), ("panellist", "Alan Turing"), ("panellist", "Grace Hopper")],
        ),
        (
            ["| Role | Name", "| Moderator | Jun-ho Baek", "| Speakers | Tadeo Rivas, Kelesi Vunipola"],
            [("moderator", "Jun-ho Baek"), ("speaker", "Kelesi Vunipola"), ("speaker", "Tadeo Rivas")],
        ),
        (["| City | Mayor", "| Valongo | 12", "| Lisbon | 7"], []),
    ],
)
def test_tables_of_people_are_read_by_their_columns(blocks: list[str], expected: list[tuple[str, str]]) -> None:
    assert read(*blocks) == expected
