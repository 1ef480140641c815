"""Phrases in running text are found where their first word stands, and are what one pattern of all of them finds."""

from __future__ import annotations

import pytest

from forumgraph.converters.genre import pasts
from forumgraph.converters.words.lexicon import lexicons
from forumgraph.converters.words.phrases import Row, begins, count, every, first, may_have, pattern

_ROW = Row(("call on", "call", "called for", "on all", "state-led", "l'eau"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They CALLED for help and call on all", ["CALLED for", "call on"]),
        ("recall on all calls", ["on all"]),
        ("State‑led talks on l’eau", ["State‑led", "l’eau"]),
        ("ſtate-led, as old prints have it", ["ſtate-led"]),
        ("nothing", []),
        ("", []),
    ],
)
def test_phrases_are_found_as_whole_words_without_overlap(text: str, found: list[str]) -> None:
    assert [match[0] for match in every(text, _ROW)] == found
    assert found == [match[0] for match in pattern(_ROW).finditer(text)]
    assert count(text, _ROW) == len(found)
    assert (match[0] if (match := first(text, _ROW)) else None) == (found[0] if found else None)


def test_the_first_phrase_is_looked_for_from_a_place_on() -> None:
    match = first("call, then called for", _ROW, 1)
    assert match is not None
    assert match.span() == (11, 21)


def test_a_text_begins_with_a_phrase_only_by_its_whole_first_word() -> None:
    assert begins("calls", _ROW) is None
    match = begins("Call on us", _ROW)
    assert match is not None
    assert match[0] == "Call on"


def test_a_row_in_which_a_phrase_begins_with_a_mark_is_found_too() -> None:
    assert [match[0] for match in every("held (online) today", ("(online)", "today"))] == ["(online)", "today"]


def test_a_verb_of_the_past_that_has_its_form_too_is_counted_once() -> None:
    words = "Los alcaldes acordaron el agua y trataron el hielo. "
    assert pasts.count(words, lexicons()["es"]) == 2
    assert pasts.count(words * 3, lexicons()["es"]) == 6


def test_what_a_text_may_have() -> None:
    """A word that a phrase begins with is enough; letters inside another word, and later words of a phrase, are not."""
    row = Row(("next week", "Monday"))
    assert [may_have(text, row) for text in ("The next day", "On MONDAY.", "A week of mondays", "")] == [
        True,
        True,
        False,
        False,
    ]
    assert may_have("Nothing at all", Row(("(draft)",)))
