"""Who was there, as minutes list it: labels that go on in the next line, groups, proxies, initials, posts before names in brackets."""

import pytest
from casts import NAMES, convert, read

from forumgraph.converters.participants.actors import participations
from forumgraph.converters.readers.assemble import Piece, assemble
from forumgraph.converters.words.lexicon import lexicons
from forumgraph.model import BlockKind, Source


def names(*blocks: str, language: str = "en") -> list[str]:
    return sorted(p.actor.name for p in convert(*blocks, language=language)[0])


def bodies(*blocks: str, language: str = "en") -> list[tuple[str, list[str]]]:
    return sorted((p.actor.name, [a.name for a in p.on_behalf_of]) for p in convert(*blocks, language=language)[0])


def test_a_label_whose_line_ends_with_a_comma_goes_on_in_the_next() -> None:
    lines = (
        "Present: Ana SILVA, Bo LIND,",
        "Carla ROJAS,",
        "Dan OTTO",
        "Absent: Eva MAYER,",
        "Finn ROTH",
        "Gail STONE, UNDP",
    )
    assert names(*lines) == ["Ana SILVA", "Bo LIND", "Carla ROJAS", "Dan OTTO"]


def test_what_follows_those_who_were_absent_is_absent_too() -> None:
    assert names(
        "# Participants", "Ana Silva, UNDP", "Apologies: Eva Mayer,", "Finn Roth, ICLEI", "Bo Lind, ICLEI"
    ) == [
        "Ana Silva",
        "Bo Lind",
    ]


@pytest.mark.parametrize(
    ("language", "label", "expected"),
    [
        ("en", "Members absent:", []),
        ("en", "Apologies received from:", []),
        ("fr", "Procurations sans consigne :", []),
        ("fr", "Étaient excusés :", []),
        ("es", "Se excusan:", []),
        ("es", "No asistieron:", []),
        ("en", "In attendance by phone / online:", ["Ana Silva", "Bo Lind"]),
        ("en", "Staff present:", ["Ana Silva", "Bo Lind"]),
        ("fr", "Etaient présents à cette belle AG :", ["Ana Silva", "Bo Lind"]),
        ("es", "Consejeros presentes:", ["Ana Silva", "Bo Lind"]),
    ],
)
def test_labels_tell_those_present_from_those_absent(language: str, label: str, expected: list[str]) -> None:
    assert names(label, "* Ana Silva, UNDP", "* Bo Lind, ICLEI", language=language) == expected


def test_groups_that_semicolons_part_have_their_body_before_them() -> None:
    text = "Étaient présents : Slow Tide : Ana SILVA donne pouvoir à Bo LIND ; ICLEI : Bo LIND ; Carla ROJAS ; UNDP : Dan OTTO et Eva MAYER ;"
    assert bodies(text, language="fr") == [
        ("Bo LIND", ["ICLEI"]),
        ("Carla ROJAS", []),
        ("Dan OTTO", ["UNDP"]),
        ("Eva MAYER", ["UNDP"]),
    ]


def test_a_kind_of_those_present_is_no_body_of_theirs() -> None:
    assert bodies("In attendance:", "* Staff: Ana Silva, Bo Lind", "* UNDP: Carla Rojas") == [
        ("Ana Silva", []),
        ("Bo Lind", []),
        ("Carla Rojas", ["UNDP"]),
    ]


@pytest.mark.parametrize(
    ("entry", "name", "body"),
    [
        ("* Ana Silva, Slow Tide Office [STO]", "Ana Silva", "Slow Tide Office"),
        ("* Ana Silva, Head of Unit, STO&R", "Ana Silva", "STO&R"),
    ],
)
def test_initials_and_acronyms_beside_names_are_neither_persons_nor_bodies(entry: str, name: str, body: str) -> None:
    assert bodies("# Participants", entry) == [(name, [body])]


def test_a_name_in_brackets_holds_the_post_before_it() -> None:
    found, _ = convert("Officials in attendance: Chief Executive (Mr. P. Otto), Meetings Administrator (Ms. J. Silva)")
    assert [(p.actor.name, [post.title for post in p.actor.posts]) for p in found] == [
        ("P. Otto", ["Chief Executive"]),
        ("J. Silva", ["Meetings Administrator"]),
    ]


def test_surnames_in_capitals_part_names_that_no_mark_parts() -> None:
    assert names("Présents : (4) Ana SILVA Bo LIND Jean Michel OTTO Eva LUND", language="fr") == [
        "Ana SILVA",
        "Bo LIND",
        "Eva LUND",
        "Jean Michel OTTO",
    ]


def test_several_persons_stand_before_the_body_of_all_of_them() -> None:
    assert bodies("Ana Silva, Bo Lind, Carla Rojas - Slow Tide Office", "Dan Otto and Eva Mayer - Delta Office") == [
        ("Ana Silva", ["Slow Tide Office"]),
        ("Bo Lind", ["Slow Tide Office"]),
        ("Carla Rojas", ["Slow Tide Office"]),
        ("Dan Otto", ["Delta Office"]),
        ("Eva Mayer", ["Delta Office"]),
    ]


def test_how_somebody_is_reached_does_not_end_a_list() -> None:
    lines = ("# List of participants", "Ms. Ana Silva, UNDP", "Bonn", "Email: ana@tide.org", "Mr. Bo Lind, ICLEI")
    assert read(*lines) == [("participant", "Ana Silva"), ("participant", "Bo Lind")]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "The forum answered the moderators of the session: Ana Silva, Head of UNDP, and Bo Lind, Head of ICLEI.",
            "moderator",
        ),
        ("A panel on ferries (moderators: Ana Silva, UNDP; Bo Lind, ICLEI) closed the day.", "moderator"),
    ],
)
def test_labels_inside_a_sentence_name_persons(text: str, role: str) -> None:
    assert read(text) == [(role, "Ana Silva"), (role, "Bo Lind")]


def test_words_in_the_plural_announce_those_behind_a_colon() -> None:
    assert read("The panellists at the event included:", "* Ana Silva — Ana heads the office and asked for seats.") == [
        ("panellist", "Ana Silva")
    ]
    assert names(
        "The participants of the workshop included several institutions: Slow Tide Fund, ICLEI and Green Delta."
    ) == [
        "Green Delta",
        "ICLEI",
        "Slow Tide Fund",
    ]
    assert read("Issues that were raised by participants included:", "* Gender Equality", "* Clean Water") == []


def test_a_further_adjective_belongs_to_the_body() -> None:
    text = "Participants : Mme Ana Silva, Présidente du Conseil Rural Social et Environnemental"
    assert bodies(text, language="fr") == [("Ana Silva", ["Conseil Rural Social et Environnemental"])]


def test_the_numbered_items_of_an_agenda_end_a_list_of_bullets() -> None:
    rows = [
        ("1.", 0, 0, "Attendance"),
        ("•", 1, 1, "Ana Silva, UNDP"),
        ("2.", 0, 0, "Ferry Schedules"),
        ("•", 2, 1, "Slow Tide"),
    ]
    pieces = [Piece(BlockKind.ITEM, text, marker=m, list=number, level=level) for m, number, level, text in rows]
    made = assemble(Source("notes.txt", "text/plain", "", 0), pieces)
    found, _ = participations(made, made.blocks, lexicons()["en"], NAMES)
    assert [p.actor.name for p in found] == ["Ana Silva"]


def test_numbers_that_begin_again_end_a_list() -> None:
    rows = (("Ana Silva", "1."), ("Tim Roe", "2."), ("Word of welcome and a Song of the Ferries Union", "1."))
    pieces = [
        Piece(BlockKind.HEADING, "Participants"),
        *(Piece(BlockKind.ITEM, text, marker=marker) for text, marker in rows),
    ]
    made = assemble(Source("notes.txt", "text/plain", "", 0), pieces)
    found, _ = participations(made, made.blocks, lexicons()["en"], NAMES)
    assert [p.actor.name for p in found] == ["Ana Silva", "Tim Roe"]


def test_who_is_represented_is_not_there() -> None:
    text = "Étaient présents : Ana Silva, Directrice du Cabinet, représentant Bo Lind ; Mme Carla Rojas, UNDP"
    assert names(text, language="fr") == ["Ana Silva", "Carla Rojas"]


def test_a_quarter_of_the_sky_and_a_sea_are_nobody() -> None:
    assert names("Organised by the South and South-West Delta Forum on Ice and UNDP.") == [
        "South and South-West Delta Forum on Ice",
        "UNDP",
    ]
    assert names("Participating organizations: UNDP, Gulf of Larsen, ICLEI, Green Sea Fund") == [
        "Green Sea Fund",
        "ICLEI",
        "UNDP",
    ]


def test_kinds_of_people_stand_before_the_first_of_them() -> None:
    text = (
        "Attendance: CoChair Ana Silva, Members Bo Lind, Carla Rojas, Guests Dan Otto, Eva Mayer. A quorum was present."
    )
    assert names(text) == ["Ana Silva", "Bo Lind", "Carla Rojas", "Dan Otto", "Eva Mayer"]


def test_forms_call_names_posts_and_bodies_by_their_fields() -> None:
    blocks = (
        "Name: Ana Silva",
        "Title: Head of Unit",
        "Organization: Delta Office",
        "Name: Bo Lind",
        "Organization: UNDP",
    )
    found, _ = convert("# List of participants", *blocks)
    assert [p.actor.name for p in found] == ["Ana Silva", "Bo Lind"]
    assert [post.title for post in found[0].actor.posts] == ["Head of Unit"]


def test_a_person_in_brackets_is_there_for_the_body_before() -> None:
    assert bodies("# Participants", "* Slow Tide Office (Ana Silva)", "* UNDP (Bo Lind)") == [
        ("Ana Silva", ["Slow Tide Office"]),
        ("Bo Lind", ["UNDP"]),
    ]


@pytest.mark.parametrize("label", ["Rapporteur/s", "Rapporteur(s)", "Rapporteur·e·s"])
def test_labels_are_written_in_two_genders_or_numbers(label: str) -> None:
    assert read(f"{label}: Ms. Ana Silva") == [("rapporteur", "Ana Silva")]


def test_initials_stand_for_surnames() -> None:
    assert names("# Participants", "* Ana D. (Delta Fund)", "* Maria A. Lopez, ICLEI") == [
        "Ana D.",
        "Maria A. Lopez",
    ]


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("en", ("# Participants", "Ms. Ana Silva, ICLEI", "Apologies: Mr. Tom Roe")),
        ("en", ("# Participants", "Ms. Ana Silva, ICLEI", "# Decisions", "Mr. Tom Roe sent his apologies.")),
        ("es", ("# Asistentes", "Sra. Ana Silva, ICLEI", "Excusa su ausencia: D. Tomás Roa")),
        ("fr", ("# Présents", "Mme Ana Silva, ICLEI", "Excusé(e)s : M. Paul Roe")),
    ],
)
def test_who_is_excused_was_not_there(language: str, lines: tuple[str, ...]) -> None:
    assert read(*lines, language=language) == [("participant", "Ana Silva")]
