"""Lines at the top that are no titles, and what outdoes the headline of news."""

from __future__ import annotations

import pytest

from forumgraph.converters.conversion import convert
from forumgraph.converters.naming import headlines
from forumgraph.converters.readers import markdown
from forumgraph.converters.words.lexicon import lexicons
from forumgraph.converters.words.names import Names
from forumgraph.model import KnownName, Session, Source, Span

ENGLISH = lexicons()["en"]
NAMES = Names([KnownName("hlpf", ("High-level Political Forum",), ("HLPF",), "forum")])
END = "\n\nParticipants discussed the price of ice. They urged towns to own the piers.\n\n## Recommendations\n\n- Towns should own piers"


def session(text: str) -> Session:
    data = (text + END).encode()
    (found,) = convert(markdown.read(data, Source("a.md", "text/markdown", "0" * 64, len(data))), NAMES).sessions
    return found


def title(text: str) -> str:
    found = session(text).title
    return found.value if found else ""


@pytest.mark.parametrize(
    "words",
    [
        "PIER:04:65 [Next] . [Previous] . [Contents]",
        "Home > News > 2019 > Ice on the coast",
        "United Nations E/ICE/2019/3/Add.3",
        "News in 2020",
        "Ana Brand, Lena Holm, Idris Bala",
        "1. Matters arising from the last meeting",
        "The forum went on at the pier on Monday. In the morning, two reviews of boats took place",
    ],
)
def test_links_symbols_people_agendas_and_running_text_are_no_titles(words: str) -> None:
    assert headlines.is_none(words, ENGLISH)


@pytest.mark.parametrize(
    "words",
    [
        "Ice, boats and piers: workshop on the cold coast",
        "Rivers, Lakes, Oceans",
        "Report of the 3rd session of the Committee on Ice",
        "Water for all vs. Water for few",
        "2030 Agenda: News from the coast",
    ],
)
def test_names_of_meetings_and_papers_may_be_titles(words: str) -> None:
    assert not headlines.is_none(words, ENGLISH)


def test_the_name_of_a_site_is_no_part_of_a_title() -> None:
    words = "Ice for every boat | Pier Network"
    assert headlines.without_site(words, Span(5, 5 + len(words))) == Span(5, 23)
    assert headlines.without_site("Ice | Boats", Span(0, 11)) == Span(0, 11)


def test_what_a_sentence_entitles_outdoes_a_headline_but_no_name_of_a_meeting() -> None:
    body = "\n\nOn 4 May 2019, the Pier Network held a side event entitled “A pier for every town” in Bergen."
    assert title("# Mayors want their piers back" + body) == "A pier for every town"
    assert title("# Report on the side event" + body) == "A pier for every town"
    assert title("# Forum of small harbours on ice" + body) == "Forum of small harbours on ice"


def test_a_name_in_quotation_marks_may_follow_the_kind_of_meeting_at_once() -> None:
    assert title("On 4 May 2019, the Pier Network held the town hall “A pier for every town” in Bergen.") == (
        "A pier for every town"
    )


def test_a_title_ends_where_the_occasion_or_the_organisers_begin() -> None:
    text = "Ice for every boat\n\nin the margins of the High-level Political Forum\n\n3 May 2019, Bergen"
    assert title(text) == "Ice for every boat"


def test_the_title_stands_below_the_kind_of_paper_where_the_line_above_names_no_meeting() -> None:
    text = "Network of Cold Islands\n\nWorkshop report\n\nTraining workshop on ice for boats\n\n3 May 2019, Bergen"
    assert title(text) == "Training workshop on ice for boats"
    assert title("Workshop on cold piers\n\nWorkshop report\n\nPrepared by Ana Brand\n\n3 May 2019") == (
        "Workshop on cold piers"
    )


def test_a_motto_of_which_the_text_says_nothing_is_no_title() -> None:
    text = "Truth above all\n\nFourth assembly of small harbours: piers are kept\n\nThe fourth assembly of small harbours opened on 3 May 2019."
    assert title(text) == "Fourth assembly of small harbours: piers are kept"


def test_a_title_stands_below_the_symbol_of_the_paper() -> None:
    text = "Council of Harbours,\n5th meeting (AM)\nECOSOC/71\n\nSpeakers want their piers back, and more\n\nPiers are lost in all small towns of the north, speakers said on 3 May 2019."
    assert title(text) == "Speakers want their piers back, and more"


def test_what_a_sentence_entitles_a_meeting_outdoes_the_headline() -> None:
    body = "\n\nThe event, entitled Piers for All, was held on 4 May 2019."
    assert title("# Mayors want their piers back" + body) == "Piers for All"


@pytest.mark.parametrize(
    ("told", "name"), [("very successful panel event", ""), ("workshop on cold piers", "workshop on cold piers")]
)
def test_what_says_only_how_a_meeting_was_is_no_title(told: str, name: str) -> None:
    assert title(f"A {told} was held on 3 May 2019 by the Pier Network.") == name
    assert title(f"On 3 May 2019 the Pier Network held a {told}.") == name
