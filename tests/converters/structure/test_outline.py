"""Headings of any make, and what stands under them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumgraph.converters.readers.assemble import Piece, assemble
from forumgraph.converters.structure.outline import forum_named, outline, prepare
from forumgraph.converters.words.headings import in_capitals, kind_of
from forumgraph.converters.words.lexicon import lexicons
from forumgraph.converters.words.names import Names
from forumgraph.converters.words.phrases import first, pattern
from forumgraph.model import Block, BlockKind, KnownName, Source

ENGLISH = lexicons()["en"]
NAMES = Names([KnownName("hlpf", ("High-level Political Forum",), ("HLPF",), "forum")])


def blocks(*pieces: Piece) -> tuple[Block, ...]:
    return assemble(Source("a.md", "text/markdown", "0" * 64, 1), pieces).blocks


def paragraph(text: str, *, bold: bool = False) -> Piece:
    return Piece(BlockKind.PARAGRAPH, text, bold=((0, len(text)),) if bold else ())


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Key recommendations", "recommendations"),
        ("3. RECOMMENDATIONS FOR MEMBER STATES", "recommendations"),
        ("Issues raised by participants", "issues"),
        ("IV. Challenges and recommendations", "messages"),
        ("Key challenges and policy recommendations", "messages"),
        ("Summary of the discussion", "discussion"),
        ("List of participants", "participants"),
        ("Challenge funds in Africa", ""),
        ("Water for all", ""),
    ],
)
def test_a_heading_is_known_by_all_its_words_or_by_its_beginning_or_end(words: str, kind: str) -> None:
    assert kind_of(words, ENGLISH) == kind


def test_bold_lines_capitals_and_known_words_are_headings() -> None:
    marked = prepare(
        blocks(
            paragraph("Access to water", bold=True),
            paragraph("THE COST OF WATER"),
            paragraph("Recommendations"),
            paragraph("UN DESA"),
            paragraph("Water is dear. Nobody pays."),
        ),
        ENGLISH,
    )
    assert [b.kind is BlockKind.HEADING for b in marked] == [True, True, True, False, False]


@pytest.mark.parametrize(("end", "headed"), [("", True), (".", False), (":", False)])
def test_numbered_lines_in_capitals_are_headings_unless_they_end_as_a_sentence(end: str, headed: bool) -> None:
    (only,) = prepare(
        blocks(replace(paragraph(f"OWN THE PIERS OF THE TOWN{end}"), kind=BlockKind.ITEM, marker="1.")), ENGLISH
    )
    assert (only.kind is BlockKind.HEADING) is headed


def test_a_heading_that_runs_into_its_text_is_parted_from_it() -> None:
    marked = prepare(blocks(paragraph("Recommendations: Towns should act.")), ENGLISH)
    assert [(b.kind, b.text) for b in marked] == [
        (BlockKind.HEADING, "Recommendations"),
        (BlockKind.PARAGRAPH, "Towns should act."),
    ]


def test_levels_need_not_be_a_tree() -> None:
    marked = prepare(
        blocks(
            paragraph("Key issues", bold=True),
            paragraph("Boats are old"),
            Piece(BlockKind.HEADING, "Recommendations", level=2),
            paragraph("Buy boats"),
        ),
        ENGLISH,
    )
    assert [(s.kind, s.under) for s in outline(marked, ENGLISH)] == [("issues", ""), ("recommendations", "")]


def test_a_deeper_unknown_heading_stands_under_the_known_one() -> None:
    marked = blocks(
        Piece(BlockKind.HEADING, "Issues", level=2),
        Piece(BlockKind.HEADING, "Boats", level=3),
        Piece(BlockKind.HEADING, "Something else", level=2),
    )
    assert [(s.kind, s.under) for s in outline(marked, ENGLISH)] == [("issues", ""), ("", "issues"), ("", "")]


@pytest.mark.parametrize("words", ["HLPF 2019", "The High-level Political Forum", "2021 HLPF"])
def test_a_heading_that_only_names_a_forum_is_found(words: str) -> None:
    assert forum_named(blocks(Piece(BlockKind.HEADING, words, level=1))[0], NAMES) is not None


def test_a_heading_that_says_more_than_a_forum_is_none() -> None:
    assert forum_named(blocks(Piece(BlockKind.HEADING, "Cities at the HLPF", level=1))[0], NAMES) is None


def test_an_acronym_alone_is_no_line_of_capitals() -> None:
    assert not in_capitals("ECOSOC")


@given(st.lists(st.text("abc '-", min_size=1, max_size=8).map(str.strip).filter(bool), min_size=1, max_size=12))
def test_every_phrase_is_found_by_the_pattern_of_all(phrases: list[str]) -> None:
    assert all(first(phrase, tuple(phrases)) for phrase in phrases if phrase[0].isalpha())


def test_a_pattern_is_linear_on_long_repetitive_lines() -> None:
    assert pattern(ENGLISH.phrases("cues", "issue")).search("discusse " * 20_000) is None


@pytest.mark.parametrize(
    ("code", "words", "kind"),
    [
        ("en", "III. Ways ahead", "recommendations"),
        ("en", "Agreements and recommendations", "recommendations"),
        ("en", "Challenges and issues", "issues"),
        ("en", "Conclusion and ways forward", "messages"),
        ("en", "Conclusions and recommendations", "messages"),
        ("en", "Gaps & way forward", "messages"),
        ("en", "Boats and harbours", ""),
        ("en", "Key gaps identified", "issues"),
        ("en", "Agreed resolutions", "recommendations"),
        ("en", "Participants identified", ""),
        ("es", "3. Acuerdo y recomendaciones", "recommendations"),
        ("es", "Retos y preocupaciones", "issues"),
        ("es", "Acciones acordadas", "recommendations"),
        ("fr", "Recommandations et suites", "recommendations"),
        ("fr", "Difficultés et lacunes", "issues"),
        ("fr", "Recommandations issues de la halle", "recommendations"),
    ],
)
def test_headings_joined_or_in_another_number_or_with_participles_are_of_their_kind(
    code: str, words: str, kind: str
) -> None:
    assert kind_of(words, lexicons()[code]) == kind


def item(text: str, number: str = "•", listed: int = 0) -> Piece:
    return Piece(BlockKind.ITEM, text, marker=number, list=listed)


def test_a_short_line_that_counts_on_with_known_headings_is_a_heading() -> None:
    marked = prepare(
        blocks(
            item("Challenges and issues", "1."),
            item("Old piers", listed=1),
            item("Ways ahead", "2."),
            item("Pay the fishers", listed=2),
            item("Close of the day", "3."),
            paragraph("The mayor thanked everybody who had come."),
        ),
        ENGLISH,
    )
    assert [b.text for b in marked if b.kind is BlockKind.HEADING] == [
        "Challenges and issues",
        "Ways ahead",
        "Close of the day",
    ]


def test_roman_chapters_go_on_from_one_that_is_known() -> None:
    def numbered(marker: str, text: str, number: int) -> Piece:
        return Piece(BlockKind.ITEM, text, marker=marker, list=number)

    given_blocks = blocks(
        numbered("I.", "Introduction", 0),
        numbered("1.", "The ferry line was opened in 1950 by three towns of the coast.", 1),
        numbered("II.", "Ferries at night", 0),
        numbered("2.", "Islanders said that the last boat leaves at six.", 1),
    )
    headings = [block.text for block in prepare(given_blocks, ENGLISH) if block.kind is BlockKind.HEADING]
    assert headings == ["Introduction", "Ferries at night"]
