"""What a sentence tells of a session by the larger meeting that it was in: its name, its place, its type."""

from __future__ import annotations

import pytest

from forumgraph.converters.conversion import convert
from forumgraph.converters.readers import plain
from forumgraph.converters.words.names import Names
from forumgraph.model import KnownName, Session, Source

NAMES = Names(
    [
        KnownName("hlpf", ("High-level Political Forum",), ("HLPF",), "forum"),
        KnownName("change", ("Ice Change Conference",), (), "forum"),
        KnownName("bank", ("World Ice Bank",), (), "organization"),
    ]
)
END = "Participants discussed the price of ice. They urged towns to own the piers."


def session(text: str, title: str = "Cold boats") -> Session:
    data = f"{title}\n\n{text} {END}\n".encode()
    (found,) = convert(plain.read(data, Source("a.txt", "text/plain", "0" * 64, len(data))), NAMES).sessions
    return found


def part_of(text: str) -> list[str]:
    return [fact.value for fact in session(text).part_of]


@pytest.mark.parametrize(
    ("text", "larger"),
    [
        (
            "The workshop was held on 3 May 2019 on the margins of the fortieth session of the Ice Council.",
            "fortieth session of the Ice Council",
        ),
        ("The workshop was held on 3 May 2019 on the sidelines of Africities.", "Africities"),
        (
            "The workshop was held on 3 May 2019 on the sidelines of the World Ice Bank/Pier Fund Spring Meetings.",
            "World Ice Bank/Pier Fund Spring Meetings",
        ),
        ("The workshop took place at the Northern Ice Forum in Oslo on 3 May 2019.", "Northern Ice Forum"),
        ("The workshop was held on 3 May 2019 during day two of the Oslo Ice Week.", "Oslo Ice Week"),
        ("At COP28, two towns hosted a panel discussion on 3 December 2023.", "COP28"),
        ("The HLPF opened on Monday. A side event on boats was held on 9 July 2019.", "HLPF"),
        (
            "The side event was held on 3 May 2019 during the Ice Change Conference (COP27) in Oslo, and at COP27 a panel was held.",
            "Ice Change Conference",
        ),
    ],
)
def test_it_is_named_in_many_ways_and_once(text: str, larger: str) -> None:
    assert part_of(text) == [larger]


@pytest.mark.parametrize(
    "text",
    [
        "The workshop was held on 3 May 2019 on the margins of Europe.",
        "The workshop was held on 3 May 2019 on the margins of the World Ice Bank.",
        "The workshop took place at the Northern Congress Centre in Oslo on 3 May 2019.",
        "A side event on boats was held on 9 July 2019. It was made in preparation for the HLPF.",
        "Two side events of the Cold Towns Alliance were held on 3 May 2019 in Oslo.",
        "El 3 de mayo de 2019 se celebró un evento paralelo de la Alianza de Puertos.",
    ],
)
def test_places_bodies_venues_and_what_is_to_come_are_none(text: str) -> None:
    assert part_of(text) == []


def test_a_session_was_where_the_larger_meeting_was_unless_it_says_where_it_was() -> None:
    told = "This workshop at the Northern Ice Forum (IF9), in Oslo, Norway, showed cold boats on 3 May 2019."
    found = session(told)
    assert (found.city and found.city.value, found.country and found.country.value) == ("Oslo", "Norway")
    apart = session(f"{told} The workshop was held in Quito.")
    assert apart.city is not None
    assert apart.city.value == "Quito"


def test_the_words_before_the_larger_meeting_say_what_a_session_was() -> None:
    found = session("Towns met on 3 May 2019 in Oslo. The meeting was held as a side event on the margins of the HLPF.")
    assert found.type is not None
    assert found.type.value == "side-event"


def test_a_clause_puts_a_meeting_into_a_forum_with_its_number() -> None:
    assert part_of("On 6 December 2023 at COP28 in Dubai, the Ice Society convened a panel.") == ["COP28"]
    assert [
        fact.value
        for fact in session("The Ice Society convened a panel on 6 December 2023.", "Mayors meet at COP28").part_of
    ] == ["COP28"]
    assert part_of("A panel on the goals agreed at COP26 was convened on 6 December 2023.") == []


def test_a_later_sentence_may_say_what_a_meeting_was_part_of() -> None:
    told = "A workshop on ice took place on 12 July 2019. It was part of Ice Week."
    assert part_of(told) == ["Ice Week"]


def test_a_forum_of_which_a_sentence_says_that_it_was_held_is_the_meeting() -> None:
    told = session("The Ice Change Conference (ICC) opened on 12 July 2019 in Bonn.", "Mayors look for ice")
    assert told.type is not None
    assert told.type.value == "conference"


def test_this_event_is_what_the_sentence_before_said() -> None:
    told = session("The First Ice Forum was held on 12 July 2019. This event gathered towns.")
    assert told.type is not None
    assert told.type.value == "forum"


def test_a_line_above_the_title_of_a_part_names_the_larger_meeting_by_its_days() -> None:
    top = "Pier Forum – Oslo, 18–20 October 2022 | Session 4, Wednesday 19 October, 11:00–12:30"
    found = session("Session 4: Boats for all\n\nPrepared by Ana Brand, 21 October 2022\n\nThe session was short.", top)
    assert [fact.value for fact in found.part_of] == ["Pier Forum"]
    assert found.date is not None
    assert found.date.value == "2022-10-19"
