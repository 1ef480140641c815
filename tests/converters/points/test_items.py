"""Issues and recommendations in the layouts that reports have."""

from __future__ import annotations

import pytest

from forumgraph.converters.conversion import convert
from forumgraph.converters.points import leads, occasions, prose
from forumgraph.converters.readers import markdown
from forumgraph.converters.words import enumerations
from forumgraph.converters.words.lexicon import lexicons
from forumgraph.converters.words.names import Names
from forumgraph.model import Block, BlockKind, Session, Source, Span

ENGLISH = lexicons()["en"]
TOP = "# Report of the workshop on boats\n\nThe workshop was held on 5 June 2017 in Oslo and was organized by the Boat Desk.\n\n"


def session(text: str) -> Session:
    data = (TOP + text).encode()
    (found,) = convert(markdown.read(data, Source("a.md", "text/markdown", "0" * 64, len(data))), Names([])).sessions
    return found


def issues(text: str) -> list[str]:
    return [issue.text for issue in session(text).issues]


def asked(text: str) -> list[str]:
    return [found.text for found in session(text).recommendations if not found.derived]


def test_a_list_that_restarts_is_a_new_list() -> None:
    found = session(
        "The chair told participants:\n\n1. Boats are older than ever\n2. Piers are rotten and closed\n\n140 boats\n\n"
        "The participants discussed and deliberated;\n\n1. Nets are lost at sea\n2. Nets cost a month of wages\n3. Ice is dear in summer"
    )
    assert [issue.number for issue in found.issues] == ["1", "2", "1", "2", "3"]
    assert not any("140" in issue.text for issue in found.issues)


def test_items_that_ask_stay_issues_beside_a_derived_demand() -> None:
    found = session("## Issues\n\n- We need better piers\n- Boats are old\n- Piers should be open at night")
    assert len(found.issues) == 3
    assert [(r.text, r.derived) for r in found.recommendations] == [
        ("We need better piers", True),
        ("Piers should be open at night", True),
    ]


@pytest.mark.parametrize(
    "listed",
    [
        "The following mayors took part:\n\n1. Mayor of Altavilla\n2. Mayor of Riva",
        "## Participants\n\n1. Boat Desk\n2. Net Makers Union",
        "## Useful links\n\n1. https://boats.example\n2. https://nets.example",
        "## Survey results\n\n1. 45% own a boat\n2. 20% rent one",
        "## Agenda\n\n1. Opening\n2. Boats and nets\n3. Closing",
        "## Objectives\n\n- Discuss the key issues of boats\n- Make recommendations",
        "## Guiding questions\n\n1. What are the issues?\n2. What should be done?",
        "The workshop aimed to discuss three topics:\n\n- boats\n- nets\n- piers",
    ],
)
def test_lists_of_other_things_are_no_points(listed: str) -> None:
    found = session(listed)
    assert not found.issues
    assert not found.recommendations


def test_members_of_a_list_inside_a_sentence_are_points() -> None:
    assert issues("The session addressed: old boats; lost nets; and the price of ice.") == [
        "old boats",
        "lost nets",
        "the price of ice",
    ]
    assert issues("Participants discussed three topics: old boats, lost nets and the price of ice.")[1] == "lost nets"
    assert issues("Speakers raised two issues: (a) old boats and (b) lost nets.") == ["old boats", "lost nets"]


def test_items_above_others_lead_them_or_stand_beside_them() -> None:
    nested = "## Issues\n\n1. Boats:\n   - too old for the open sea\n   - too few\n2. Nets are lost\n   - ice"
    assert issues(nested) == ["too old for the open sea", "too few", "Nets are lost"]


def test_an_item_above_others_may_say_that_they_are_recommendations() -> None:
    found = "## Discussion\n\n- Challenges:\n  - boats are old\n- Recommendations:\n  - buy boats together"
    assert issues(found) == ["boats are old"]
    assert asked(found) == ["buy boats together"]


def test_a_mixed_list_of_conclusions_is_divided_by_what_each_item_does() -> None:
    text = "## Conclusions\n\n- Boats feed the coast\n- Towns should own the piers\n- It is vital that ice is cheap"
    assert issues(text) == ["Boats feed the coast"]
    assert asked(text) == ["Towns should own the piers", "It is vital that ice is cheap"]


def test_background_is_never_read_for_points() -> None:
    assert not issues(
        "## Background\n\nParticipants of the last summit discussed nets. They raised concerns about ice."
    )


def test_an_unlabelled_list_beside_labelled_ones_is_a_finding() -> None:
    text = TOP + "## Nets\n\n- Nets are lost at sea\n- Nets cost a month of wages\n\n## Key issues\n\n- Boats are old"
    data = text.encode()
    report = convert(markdown.read(data, Source("a.md", "text/markdown", "0" * 64, len(data))), Names([]))
    assert [issue.text for issue in report.sessions[0].issues] == ["Boats are old"]
    assert "REP011" in [finding.code for finding in report.findings]


def test_speakers_are_parted_from_what_they_said() -> None:
    found = session(
        "## Discussion\n\n- Ana Reis (Boat Union): nets are lost every winter\n- Access: piers are closed at night"
    )
    assert [(i.text, [f.value for f in i.raised_by]) for i in found.issues] == [
        ("nets are lost every winter", ["Ana Reis (Boat Union)"]),
        ("Access: piers are closed at night", []),
    ]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Participants stressed the need to mend the nets.", "recommendations"),
        ("Speakers called on Member States to fund piers.", "recommendations"),
        ("Ms. Lund said that boats must be inspected each year.", "recommendations"),
        ("The Boat Union noted that ice is dear in summer.", "issues"),
        ("Concerns were raised about the loss of nets.", "issues"),
        ("The workshop was organized by the Boat Union and discussed ice.", ""),
        ("The forum will discuss the price of ice in May.", ""),
        ("Ice must be cold to keep the fish fresh.", ""),
        ("What should towns do about the price of ice?", ""),
        ("At an event held in May, organized by the Union, mayors noted that ice is dear.", "issues"),
    ],
)
def test_a_sentence_is_a_point_if_somebody_says_it(sentence: str, kind: str) -> None:
    assert prose.kind_of(sentence, ENGLISH) == kind


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("The speakers highlighted the following challenges:", "issues"),
        ("The participants disused the reviews and deliberated;", "issues"),
        ("The following recommendations were made:", "recommendations"),
        ("The panel discussed ice with the following mayors:", "not-points"),
        ("The session will address these topics:", "not-points"),
        ("He told us:", ""),
    ],
)
def test_the_words_before_a_list_say_what_it_is(lead: str, kind: str) -> None:
    assert leads.of_words(lead, ENGLISH) == kind


def item(marker: str, text: str = "Nets are lost", level: int = 0) -> Block:
    return Block(BlockKind.ITEM, text, Span(0, len(text)), marker=marker, level=level, list=0)


def test_numbers_are_joined_with_those_around() -> None:
    assert enumerations.number([item("89."), item("(a)", level=1)]) == "89(a)"
    assert enumerations.number([item("1."), item("1.2", level=1)]) == "1.2"
    assert enumerations.number([item("•"), item("(a)", level=1)]) == "a"


def test_a_list_of_ones_throughout_has_no_numbers_and_is_steady() -> None:
    ones = (item("1."), item("1."))
    assert [e.number for e in enumerations.entries(enumerations.Enumeration(ones, None), ENGLISH)] == ["", ""]
    assert enumerations.is_steady(ones)
    assert not enumerations.is_steady((item("1."), item("3.")))


@pytest.mark.parametrize(
    ("text", "kept"),
    [("nets; and", "nets"), ("nets;", "nets"), ("nets, and", "nets"), ("nets.", "nets."), ("sand", "sand")],
)
def test_what_joins_an_item_to_the_next_is_not_its_own(text: str, kept: str) -> None:
    assert enumerations.closed(text, ENGLISH).of(text) == kept


@pytest.mark.parametrize(
    ("sentence", "wished"),
    [
        ("The residents insisted that old boats be registered together with new ones.", True),
        ("The residents insisted that old boats would be registered with new ones.", False),
        ("The meeting resolved that the ministry must return with new maps.", True),
        ("Last year the cities recommended a common fund for boats.", False),
        ("The cities recommended a common fund, which was set up a year later.", False),
    ],
)
def test_what_is_wished_is_a_recommendation_of_this_meeting_alone(sentence: str, *, wished: bool) -> None:
    assert (prose.kind_of(sentence, ENGLISH) == "recommendations") is wished


def test_a_bold_line_with_a_colon_leads_the_list_below_it() -> None:
    text = "# Messages from the pier\n\n**We call on governments to:**\n\n- forbid old nets in spring\n- share the harbour\n"
    assert asked(f"# Report of the fish workshop\n\nThe workshop was held on 3 May 2019.\n\n#{text}") == [
        "forbid old nets in spring",
        "share the harbour",
    ]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Ice was dear in summer, she added.", "issues"),
        ("Old piers were dangerous for children, stressed Ana Reis, head of the Boat Union.", "issues"),
        ("According to several speakers, ice is dear in summer.", "issues"),
        ("According to a recent report, ice is dear in summer.", ""),
        ("For Ana Reis, treasurer of the Boat Union, ice is what costs most.", "issues"),
        ("The price of ice was discussed at length.", "issues"),
        ("The minutes of the spring meeting were discussed.", ""),
        ("There were calls to close the old pier.", "recommendations"),
        ("There was broad agreement that nets are dear.", "issues"),
        ("The main suggestions from the floor included a common fund and cheaper ice.", "recommendations"),
        ("Speakers cited many gains, together with the need to mend nets in winter.", "recommendations"),
        ("Members discussed how the nets should be shared among towns.", "issues"),
        ("The Boat Union proposed deleting the word “old” from the text.", "recommendations"),
        ("Members took note of the proposed fund for boats and nets.", ""),
        ("The fund is based on a resolution of 2015, which calls on states to share ice.", ""),
        (
            "In closing, the Chair thanked the panellists and encouraged towns to publish the price of ice.",
            "recommendations",
        ),
        ("Participants, however, also strongly and repeatedly called for ice.", "recommendations"),
        ("Participants also discussed a resolution calling for a meeting on ice.", "issues"),
        ("Noting that ice melts, she said that plans will need to take account of summer.", "issues"),
        ("The speaker highlighted a growing recognition of the need for ice.", "issues"),
        ("Ms. Lund stressed that ice is essential to the coast.", "issues"),
        ("Ms. Lund stressed that it is essential to share ice.", "recommendations"),
        ("Members stressed the importance of ice for the coast.", "issues"),
        ("Towns must share their ice, speakers emphasized today, as the Council opened.", "recommendations"),
        ("The Committee agreed that the pier opens on Sundays.", "recommendations"),
        ("Speakers agreed that the pier is old and dangerous.", "issues"),
        ("It was agreed to send the notes to all towns.", "recommendations"),
        ("It was stressed that towns must share their ice.", "recommendations"),
        ("It was stressed that ice is dear in summer.", "issues"),
        ("The Boat Union is calling on towns to share the ice of the harbour.", "recommendations"),
        ("There is also a greater need to share the ice.", "recommendations"),
        ("Its been observed that ice is dear in summer.", "issues"),
        ("Delegations differed over whether to share the ice.", "issues"),
        ("The need for piers was addressed in eight sessions.", "issues"),
        ("For Working Group Two, the old maps of the coast were kept.", ""),
        ("This year's forum centered on the theme of boats and nets.", ""),
        ("Several mayors - including from Riva and Oslo - noted that ice is dear.", "issues"),
        ("There is some concern that the pier will be closed.", "issues"),
        ("The discussions centered on the need to mend nets.", "issues"),
        ("Ms. Lund delivered opening remarks, warning that nets are lost every winter.", "issues"),
        ("The session opened with remarks by Ida Berg, Boat Union - Photo: Ole Vik", ""),
        ("Towns must own their piers, according to a statement by the mayors.", "recommendations"),
        ("Underlining the need for ice in summer, she spoke of prices on the coast.", "recommendations"),
        ("The keynote session was addressed by Ida Berg along with two mayors.", ""),
    ],
)
def test_a_sentence_may_tell_what_was_said_in_many_ways(sentence: str, kind: str) -> None:
    assert prose.kind_of(sentence, ENGLISH) == kind


@pytest.mark.parametrize(
    ("code", "sentence", "kind"),
    [
        ("fr", "Mme Roux a fait observer que la glace coûte cher en été.", "issues"),
        ("fr", "Ils ont ainsi vivement appelé les communes à partager leurs quais.", "recommendations"),
        ("fr", "La question du prix de la glace a également été soulevée.", "issues"),
        ("fr", "La maire a souhaité la bienvenue aux pêcheurs de la région.", ""),
        ("es", "Advirtió que el hielo cuesta cada verano más caro.", "issues"),
        ("es", "La ministra, por su parte, hizo un llamado a compartir los muelles.", "recommendations"),
        ("es", "El hielo cuesta más cada verano, afirmó Lucía Prado.", "issues"),
        ("fr", "Le Conseil demande au secrétariat de partager la glace.", "recommendations"),
        ("fr", "Les membres ont été informés de la hausse du prix de la glace.", "issues"),
        ("es", "Los objetivos de la pesca no avanzan, señaló Lucía Prado.", "issues"),
        ("es", "Hubo consenso en que el hielo es caro.", "issues"),
    ],
)
def test_french_and_spanish_tell_it_in_their_ways(code: str, sentence: str, kind: str) -> None:
    assert prose.kind_of(sentence, lexicons()[code]) == kind


def test_a_list_of_messages_is_divided_by_what_each_item_does() -> None:
    text = "The declaration highlighted the following messages:\n\n- Boats feed the coast\n- Towns must own the piers\n"
    assert issues(text) == ["Boats feed the coast"]
    assert asked(text) == ["Towns must own the piers"]


def test_a_paper_that_recommends_is_no_participant() -> None:
    french = lexicons()["fr"]
    assert occasions.goes_on_about_paper("Elle recommande un fonds.", "Une étude montre des écarts.", french)
    assert not occasions.goes_on_about_paper("Elle recommande un fonds.", "La maire a ouvert la séance.", french)
