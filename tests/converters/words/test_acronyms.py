"""Acronyms are expanded by the words beside them, and never from memory."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumgraph.converters.words import acronyms


@pytest.mark.parametrize(
    ("text", "acronym", "words"),
    [
        ("by the Local Authorities Major Group (LAMG), gathered", "LAMG", "Local Authorities Major Group"),
        ("LAMG (Local Authorities Major Group) said", "LAMG", "Local Authorities Major Group"),
        (
            "within the Global Taskforce of Local and Regional Governments (GTF)",
            "GTF",
            "Global Taskforce of Local and Regional Governments",
        ),
        ("the Major Groups and other Stakeholders (MGoS)", "MGoS", "Major Groups and other Stakeholders"),
        (
            "International Institute for Democracy and Electoral Assistance (International IDEA)",
            "International IDEA",
            "International Institute for Democracy and Electoral Assistance",
        ),
        (
            "United Nations Department of Economic and Social Affairs (UN DESA)",
            "UN DESA",
            "United Nations Department of Economic and Social Affairs",
        ),
        (
            "the United Nations Human Settlements Programme (“UN-Habitat”)",
            "UN-Habitat",
            "United Nations Human Settlements Programme",
        ),
        ("their voluntary national reviews (VNRs) and", "VNRs", "voluntary national reviews"),
        ("the Ministry of Economy, Trade and Industry (METI)", "METI", "Ministry of Economy, Trade and Industry"),
        ("the United Nations Children’s Fund (UNICEF)", "UNICEF", "United Nations Children’s Fund"),
        ("le Groupe majeur des autorités locales (GMAL)", "GMAL", "Groupe majeur des autorités locales"),
        ("el Foro Político de Alto Nivel (FPAN)", "FPAN", "Foro Político de Alto Nivel"),
        ("Commonwealth Local Government Forum (CLGF, London)", "CLGF", "Commonwealth Local Government Forum"),
        (
            "the Group (FCM) and the Federation of Canadian Municipalities (FCM)",
            "FCM",
            "Federation of Canadian Municipalities",
        ),
    ],
)
def test_a_definition_gives_acronym_and_words(text: str, acronym: str, words: str) -> None:
    assert [(d.acronym, d.words) for d in acronyms.find(text)] == [(acronym, words)]


@pytest.mark.parametrize(
    "text",
    [
        "Jane Doe (UCLG) spoke",
        "the United Nations, the Mayor of Lisbon (UN)",
        "in New York (USA)",
        "the VNR process and the HLPF",
        "Mayor of Genoa (IT)",
        "The session was good. Good Taste (GTF)",
        "as we know (see above) and (2030)",
        "the cities (Alliance of Cities)",
        "UN (see the annex of the report)",
    ],
)
def test_what_the_letters_do_not_show_is_no_definition(text: str) -> None:
    assert acronyms.find(text) == ()


def test_spans_are_those_of_the_document() -> None:
    text = "We thank the Local Authorities Major Group (LAMG)."
    definition = acronyms.find(text[9:], offset=9)[0]
    assert definition.span.of(text) == "LAMG"
    assert definition.expansion.of(text) == "Local Authorities Major Group"


@given(st.text(alphabet="GTF global taskforce of (LAMG) .,;\n’“É", max_size=120))
def test_any_text_is_read_and_quoted(text: str) -> None:
    for definition in acronyms.find(text):
        assert definition.span.of(text) == definition.acronym
        assert definition.expansion.of(text) == definition.words


@pytest.mark.parametrize("unit", ["A (", "A B C (ABC) ", "((((", "ABC (a b c d ", "Aa "])
def test_repetitive_lines_cost_no_more_than_their_length(unit: str) -> None:
    started = time.process_time()
    acronyms.find(unit * (60_000 // len(unit)))
    assert time.process_time() - started < 3
