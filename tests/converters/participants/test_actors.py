"""Actors are read from sentences and bullets, each with a role and the words that give it."""

import time

import pytest
from casts import NAMES, convert, document, read
from hypothesis import given, settings
from hypothesis import strategies as st

from forumgraph.converters.participants.actors import participations
from forumgraph.converters.words.lexicon import lexicons

SEED = (
    "The session was organised by the Local Authorities Major Group (LAMG), gathered within the Global Taskforce of Local and "
    "Regional Governments (GTF), in partnership with the Open Government Partnership (OGP) and International IDEA."
)


def test_organisers_hide_in_sentences() -> None:
    assert read(SEED) == [
        ("organizer", "Global Taskforce of Local and Regional Governments"),
        ("organizer", "Local Authorities Major Group"),
        ("partner", "International IDEA"),
        ("partner", "Open Government Partnership"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was moderated by Ms. Jane Doe, Director, UN DESA.", [("moderator", "Jane Doe")]),
        ("Jane Doe of ICLEI moderated the session.", [("moderator", "Jane Doe")]),
        ("Mr. Peter Parker, Oxfam, opened the session.", [("opening", "Peter Parker")]),
        (
            "Opening remarks were delivered by H.E. Mr. Juan de la Cruz, Permanent Representative of Kenya.",
            [("opening", "Juan de la Cruz")],
        ),
        (
            "The side event was co-hosted by the Governments of Kenya and Jamaica, together with the City of Rotterdam.",
            [("co-organizer", "City of Rotterdam"), ("host", "Jamaica"), ("host", "Kenya")],
        ),
        (
            "The meeting was co-organised by UN DESA/DSDG and the HLPF Coordination Mechanism and took place in New York.",
            [("co-organizer", "HLPF Coordination Mechanism"), ("co-organizer", "UN DESA/DSDG")],
        ),
        (
            "Speakers included Jane Doe, Director of ICLEI, John Smith of UCLG, and UN-Habitat.",
            [("speaker", "Jane Doe"), ("speaker", "John Smith"), ("speaker", "UN-Habitat")],
        ),
        ("The session, hosted by ICLEI, Jane Doe said, was good.", [("host", "ICLEI"), ("speaker", "Jane Doe")]),
        ("The President of ECOSOC attended the meeting.", [("participant", "President of ECOSOC")]),
        ("The ECOSOC President, H.E. Ms. Ana Silva, joined the meeting.", [("participant", "Ana Silva")]),
        (
            "The co-facilitators of the declaration, Austria and Jamaica, negotiate with all.",
            [("participant", "Austria"), ("participant", "Jamaica")],
        ),
        ("ICLEI stressed the need for data.", [("speaker", "ICLEI")]),
        ("The Mayor of Valongo presented her plan.", [("speaker", "Mayor of Valongo")]),
        ("In her remarks, Jane Doe, Director of ICLEI, said that cities act.", [("speaker", "Jane Doe")]),
        ("Kenya noted progress, while Austria asked for more.", [("speaker", "Austria"), ("speaker", "Kenya")]),
        ("The delegation of Austria underlined rights.", [("speaker", "Austria")]),
        ("Jane Doe, who heads the water unit of a Lagos borough, warned of delays.", [("speaker", "Jane Doe")]),
        (
            "On 2 May 2021 the Ministry of Home Affairs convened, with much care, a meeting.",
            [("convener", "Ministry of Home Affairs")],
        ),
        ("The Business and Industry Major Group regretted it.", [("speaker", "Business and Industry Major Group")]),
        ("Speaking for the Asian Youth Network, a fisher demanded more.", [("speaker", "Asian Youth Network")]),
        ("The Junior Minister for Climate chaired the consultation.", [("chair", "Junior Minister for Climate")]),
        ("“We need more money,” said Ana Silva, Mayor of Lisbon.", [("speaker", "Ana Silva")]),
        ("Deputy Secretary-General Amina Mohammed recalled the promise.", [("speaker", "Amina Mohammed")]),
        (
            "The event took place with the participation of the Mayor of Lisbon and the Mayor of Oslo.",
            [("participant", "Mayor of Lisbon"), ("participant", "Mayor of Oslo")],
        ),
    ],
)
def test_sentences_give_roles(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The report by UNDP stressed water.",
        "UN-Habitat's work was praised, and ICLEI's director said hello.",
        "The Paris Agreement called for more.",
        "The High-level Political Forum called for action.",
        "Member States stressed unity.",
        "Participants called for more data from UNDP and UCLG.",
        "Women need access, and women said so.",
        "In 2015, UNDP presented a report.",
        "According to UNDP, poverty rose.",
        "Civil society organisations stressed funding.",
        "Local and regional governments called for partnership.",
        "The Director said nothing.",
        "UNDP works in partnership with UNICEF on a programme funded by the World Bank.",
        "A network hosted by UCLG collects data.",
        "The toolkit was presented in Kenya.",
        "Sustainable Development Goals called for change.",
    ],
)
def test_a_body_talked_about_is_no_actor(text: str) -> None:
    assert read(text) == []


def test_a_workshop_far_into_the_text_is_not_the_session() -> None:
    assert read(*"abcdefg", "A workshop organised by UNICEF took place.") == []
    assert read(*"abcdefg", "The workshop was organised by UNICEF.") == [("organizer", "UNICEF")]


@pytest.mark.parametrize(
    "text",
    [
        "On behalf of the Women's Major Group, Jane Doe said that women matter.",
        "Jane Doe, speaking on behalf of the Women's Major Group, called for action.",
        "Jane Doe (Women's Major Group) called for action.",
        "Moderator: Jane Doe, Women's Major Group",
    ],
)
def test_for_whom_somebody_speaks_is_kept(text: str) -> None:
    (found,), _ = convert(text)
    assert found.actor.name == "Jane Doe"
    assert [a.name for a in found.on_behalf_of] == ["Women's Major Group"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane Doe (UNDP): cities need more money to act.", [("speaker", "Jane Doe")]),
        (
            "Stakeholder Group of Persons with Disabilities: the door is closed.",
            [("speaker", "Stakeholder Group of Persons with Disabilities")],
        ),
        ("UNDP: there is a need for more data.", [("speaker", "UNDP")]),
        ("Mayor of Valongo: the plan is for all of us.", [("speaker", "Mayor of Valongo")]),
        ("Kenya: forty per cent of the answers were good.", []),
        ("Digital Tools: they help to reach all people.", []),
    ],
)
def test_a_speaker_bullet_names_its_speaker(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(f"* {text}") == expected


def test_two_names_of_one_actor_are_one_participation() -> None:
    found, _ = convert(
        "Organised by the Local Authorities Major Group (LAMG).",
        "LAMG stressed the need for data.",
        "The Mouvement of All Cities (MAC) said yes. MAC presented a plan.",
    )
    lamg = found[0]
    assert (lamg.actor.name, lamg.actor.acronym, lamg.actor.kind) == (
        "Local Authorities Major Group",
        "LAMG",
        "constituency",
    )
    assert (lamg.role, lamg.also_roles) == ("organizer", ("speaker",))
    assert len(found) == 2 - (found[-1].actor.acronym == "LAMG")


def test_an_acronym_that_the_document_defines_elsewhere_has_its_name() -> None:
    made = document("The Federation of Southern Cities (FSC) is old.", "Organised by: FSC")
    (found,), _ = participations(made, made.blocks[1:], lexicons()["en"], NAMES)
    assert (found.actor.name, found.actor.acronym) == ("Federation of Southern Cities", "FSC")
    assert found.actor.expansion is not None
    assert found.actor.expansion.of(made.text) == "Federation of Southern Cities"


def test_an_acronym_is_never_expanded_from_the_authority_file() -> None:
    (found,), _ = convert("Organised by: LAMG")
    assert (found.actor.name, found.actor.acronym, found.actor.expansion) == ("LAMG", "LAMG", None)


def test_a_surname_is_the_person_named_in_full() -> None:
    (found,), _ = convert("Moderator: Ms. Ana Silva, ICLEI", "Ms. Silva highlighted data.")
    assert (found.actor.name, found.role, found.also_roles) == ("Ana Silva", "moderator", ("speaker",))


def test_the_passage_has_the_words_that_give_the_role() -> None:
    made = document(SEED)
    found, _ = participations(made, made.blocks, lexicons()["en"], NAMES)
    assert found[0].span.of(made.text) == "was organised by the Local Authorities Major Group (LAMG)"


def test_a_doubt_is_a_finding_and_no_actor() -> None:
    found, findings = convert("Panel: Building Bridges")
    assert found == ()
    assert [(f.code, f.where.words) for f in findings] == [("REP012", "Building Bridges")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Organised by: the Government of Peru", "government"),
        ("Organised by: the NGO Major Group", "constituency"),
        ("Organised by: the World Bank", "organization"),
        ("Organised by: the Ministry of Health", "organization"),
        ("Organised by: the Major Groups and other Stakeholders Coordination Mechanism (MGoS CM)", "organization"),
        ("Speakers: Mayor of Valongo", "post"),
        ("Speakers: Kenya", "government"),
    ],
)
def test_kinds_are_told_by_the_words(text: str, kind: str) -> None:
    assert [p.actor.kind for p in convert(text)[0]] == [kind]


WORDS = [
    "organised by", "Moderator:", "Speakers", "said", "on behalf of", "the", "Mayor of", "Jane Doe", "LAMG", "UN DESA", "and", ",", ".", ":", ";",
    "(", ")", "–", "|", "Ministry of", "Trade", "H.E.", "Ms.", "Kenya", "as co-facilitators", "in partnership with", "/", "12", "'s", "d'", "é", "\n",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=4)), max_size=40), st.sampled_from(["en", "fr", "es"])
)
def test_any_text_is_read_and_quoted(words: list[str], language: str) -> None:
    text = " ".join(words)
    convert(text, f"* {text}", f"# {text}", f"| {text}", language=language)


@pytest.mark.parametrize(
    "unit",
    [
        "organised by A, B and C; ", "Jane Doe, ", "said ", "on behalf of ", "A and ", "Moderator: ", "Speakers: X. ", "UNDP and UCLG said ",
        "Mayor of ", "Co-facilitators ", "H.E. ", "((((", "A (", "of the ", "Director of ",
    ],
)  # fmt: skip
def test_repetitive_lines_cost_no_more_than_their_length(unit: str) -> None:
    made = document(unit * (30_000 // len(unit)))
    started = time.process_time()
    participations(made, made.blocks, lexicons()["en"], NAMES)
    assert time.process_time() - started < 4


def test_a_role_that_is_named_counts_more_than_having_spoken() -> None:
    (found,), _ = convert("The panellists were Joaquim Teles (Cape Institute).", "Mr. Teles described the plan.")
    assert (found.role, found.also_roles) == ("panellist", ("speaker",))
