"""Lines at the top that are no titles, and what outdoes the headline of news."""

from __future__ import annotations

import pytest

from forumgraph.converters.conversion import convert
from forumgraph.converters.naming import titles
from forumgraph.converters.readers import markdown
from forumgraph.converters.words.names import Names
from forumgraph.model import KnownName, Session, Source, Span

NAMES = Names([KnownName("hlpf", ("High-level Political Forum",), ("HLPF",), "forum")])
END = "\n\nParticipants discussed the price of ice. They urged towns to own the piers.\n\n## Recommendations\n\n- Towns should own piers"


def session(text: str) -> Session:
    data = (text + END).encode()
    (found,) = convert(markdown.read(data, Source("a.md", "text/markdown", "0" * 64, len(data))), NAMES).sessions
    return found


def title(text: str) -> str:
    found = session(text).title
    return found.value if found else ""


def test_the_name_of_a_site_is_no_part_of_a_title() -> None:
    words = "Ice for every boat | Pier Network"
    assert titles.without_site(words, Span(5, 5 + len(words))) == Span(5, 23)
    assert titles.without_site("Ice | Boats", Span(0, 11)) == Span(0, 11)


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
    ("told", "name"),
    [("very successful panel event", ""), ("workshop on cold piers for boats", "workshop on cold piers for boats")],
)
def test_what_says_only_how_a_meeting_was_is_no_title(told: str, name: str) -> None:
    assert title(f"A {told} was held on 3 May 2019 by the Pier Network.") == name
    assert title(f"On 3 May 2019 the Pier Network held a {told}.") == name
