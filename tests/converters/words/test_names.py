"""Known names are found by tokens, the longest first, by the case rules of their kind."""

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumgraph.converters.words.names import Names
from forumgraph.model import KnownName

NAMES = Names(
    [
        KnownName("lamg", ("Local Authorities Major Group",), ("LAMG",), "constituency"),
        KnownName("gtf", ("Global Taskforce of Local and Regional Governments", "Global Taskforce"), ("GTF",)),
        KnownName("desa", ("United Nations Department of Economic and Social Affairs", "UN DESA"), ("DESA",)),
        KnownName("un", ("United Nations",), ("UN",)),
        KnownName("who", ("World Health Organization",), ("WHO",)),
        KnownName("women", ("Women",), (), "constituency"),
        KnownName("wmg", ("Women's Major Group",), ("WMG",), "constituency"),
        KnownName("cote", ("Côte d'Ivoire",), (), "country"),
        KnownName("oxfam", ("Oxfam",)),
        KnownName("washington", ("Washington, D.C.",), (), "city"),
    ]
)


def found(text: str) -> list[tuple[str, str]]:
    return [(m.key, m.words) for m in NAMES.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UN DESA convened the UN", [("desa", "UN DESA"), ("un", "UN")]),
        (
            "the Global Taskforce of Local and Regional Governments",
            [("gtf", "Global Taskforce of Local and Regional Governments")],
        ),
        ("the Global Taskforce of mayors", [("gtf", "Global Taskforce")]),
        ("the United Nations Development Programme", [("un", "United Nations")]),
        ("LAMG's view, two LAMGs, (LAMG)", [("lamg", "LAMG"), ("lamg", "LAMGs"), ("lamg", "LAMG")]),
        ("people who asked; the WHO answered", [("who", "WHO")]),
        ("women asked; Women agreed", [("women", "Women")]),
        ("the LOCAL AUTHORITIES MAJOR GROUP", [("lamg", "LOCAL AUTHORITIES MAJOR GROUP")]),
        ("the local authorities major group", [("lamg", "local authorities major group")]),
        ("a women's major group", []),
        ("the Women’s Major Group", [("wmg", "Women’s Major Group")]),
        ("in Cote d’Ivoire and CÔTE D'IVOIRE", [("cote", "Cote d’Ivoire"), ("cote", "CÔTE D'IVOIRE")]),
        ("Oxfam and OXFAM and oxfam", [("oxfam", "Oxfam"), ("oxfam", "OXFAM")]),
        ("in Washington, D.C. today", [("washington", "Washington, D.C.")]),
        ("the United\nNations", []),
        ("a LAMGX and xLAMG", []),
        ("WHO SHOULD TAKE ACTION", []),
    ],
)
def test_names_are_found_by_the_rules_of_their_kind(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_an_acronym_is_told_from_a_name() -> None:
    assert [m.acronym for m in NAMES.find("the LAMG, or Local Authorities Major Group")] == [True, False]


def test_spans_are_moved_by_the_offset() -> None:
    mention = NAMES.find("the LAMG", offset=100)[0]
    assert (mention.span.start, mention.span.end) == (104, 108)


@given(st.text(alphabet="LAMGUN DESA WHO women's Côte d’Ivoire\n.,()-é\u0301", max_size=200))
def test_every_span_quotes_its_words(text: str) -> None:
    mentions = NAMES.find(text)
    assert all(m.span.of(text) == m.words for m in mentions)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(mentions))


def test_time_grows_with_the_text_and_not_with_the_names() -> None:
    many = Names(
        KnownName(f"k{i}", (f"Network {i} of Cities", f"Alliance of Regions {i}"), (f"AC{i}",)) for i in range(1000)
    )
    text = "The session of many cities was good, and Network 12 of Cities spoke. " * 2000
    started = time.process_time()
    assert len(many.find(text)) == 2000
    assert time.process_time() - started < 2
