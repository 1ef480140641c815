"""Lines around a text that are none of it."""

from __future__ import annotations

import pytest

from forumgraph.converters.structure.furniture import around, is_furniture
from forumgraph.converters.words.lexicon import lexicons
from forumgraph.model import Block, BlockKind, Span


def line(words: str, language: str = "en") -> bool:
    return is_furniture(Block(BlockKind.PARAGRAPH, words, Span(0, len(words))), lexicons()[language])


@pytest.mark.parametrize(
    "words",
    [
        "Skip to main content",
        "Read in: French",
        "Photo: Harbour Press / L. Ode",
        "E/HARBOUR/2019/7",
        "19-00417 (E)",
        "3/14 E/HARBOUR/2019/7",
        "Distr. LIMITED",
        "2018 Session, 3rd & 4th Meetings (AM & PM)",
        "» Share this page",
    ],
)
def test_navigation_captions_and_symbols_are_no_part_of_the_text(words: str) -> None:
    assert line(words)


@pytest.mark.parametrize(
    "words",
    [
        "Photo exhibition on harbours",
        "News of the harbour reached the council.",
        "Forum and/or summit",
        "The pier opened (AM only for boats).",
    ],
)
def test_lines_that_tell_something_are_part_of_the_text(words: str) -> None:
    assert not line(words)


@pytest.mark.parametrize(("words", "language"), [("Aller au contenu principal", "fr"), ("Compartir", "es")])
def test_pages_have_navigation_in_their_own_language(words: str, language: str) -> None:
    assert line(words, language)


def test_the_letterhead_above_the_distribution_is_no_part_of_the_text() -> None:
    lines = (
        "E/HARBOUR/2019/7 United Nations Economic and Social Council",
        "Distr. GENERAL",
        "3 June 2016",
        "Report of the harbour forum",
    )
    blocks = [Block(BlockKind.PARAGRAPH, words, Span(n * 100, n * 100 + len(words))) for n, words in enumerate(lines)]
    assert [block.text for block in around(blocks, lexicons()["en"])] == ["Distr. GENERAL", lines[0], "3 June 2016"]
