"""Lines that say what they are: labels and tasks."""

from __future__ import annotations

import pytest
from points import asked, issues, session

from forumgraph.converters.points.tasks import is_task, label
from forumgraph.converters.words.lexicon import lexicons


def test_lines_of_minutes_say_what_they_are() -> None:
    text = "Nets were mended.\n\nDecision 4/1: The pier opens on Sundays.\n\nAction: Ida Berg to write to the town.\n\nApologies: Ole Vik"
    assert asked(text) == [("4/1", "The pier opens on Sundays."), ("", "Ida Berg to write to the town.")]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Recommendation 3: mend nets", "recommendations"),
        ("Key message 1: nets", "messages"),
        ("Challenge: ice", "issues"),
    ],
)
def test_a_label_tells_the_kind_of_what_follows(words: str, kind: str) -> None:
    found = label(words, lexicons()["en"])
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize("words", ["Place: Oslo", "Boats and nets: a history", "Recommendation", "Action needed soon"])
def test_other_words_before_a_colon_are_no_labels(words: str) -> None:
    assert label(words, lexicons()["en"]) is None


@pytest.mark.parametrize(
    ("code", "words", "task"),
    [
        ("en", "Ida Berg and Ole Vik to circulate the notes", True),
        ("en", "Circulate the notes by Friday", True),
        ("en", "Fund the old pier", True),
        ("en", "Funds for the old pier", False),
        ("en", "Access to ice", False),
        ("en", "Boats need to wait", False),
        ("fr", "Renforcer les quais", True),
        ("es", "Garantizar el hielo", True),
    ],
)
def test_a_task_begins_with_a_deed_or_with_who_has_to_do_it(code: str, words: str, *, task: bool) -> None:
    assert is_task(words, lexicons()[code]) is task


def test_rough_notes_tell_tasks_from_what_was_said() -> None:
    text = "- nets are lost every winter on this coast\n- Ida Berg to write to the town\n- ice is dear in the summer"
    assert issues(text) == ["nets are lost every winter on this coast", "ice is dear in the summer"]
    assert asked(text) == [("", "Ida Berg to write to the town")]


def test_semicolons_part_what_follows_a_label_or_a_heading() -> None:
    assert [text for _, text in asked("AP2: draw a map; mend the pier; and share ice with all.")] == [
        "draw a map",
        "mend the pier",
        "share ice with all.",
    ]


def test_a_label_may_end_with_a_dash_before_a_whole_sentence() -> None:
    assert asked("Decision – The Boat Desk draws a map of all piers.") == [
        ("", "The Boat Desk draws a map of all piers.")
    ]
    assert asked("Next steps – after the forum") == []


def test_a_label_may_name_in_brackets_who_has_to_act() -> None:
    (found,) = session("ACTION (Boat Desk): prepare a map of the piers.").recommendations
    assert found.text == "prepare a map of the piers."
    assert found.addressee is not None
    assert found.addressee.value == "Boat Desk"


@pytest.mark.parametrize(
    ("code", "words", "task"),
    [
        ("en", "Do not tax the ice of small boats", True),
        ("fr", "Ouvrir des écoles de pêche", True),
        ("fr", "Ne pas jeter les filets", True),
        ("fr", "Atelier des filets", False),
        ("es", "No mover los mercados", True),
        ("es", "No hay hielo", False),
    ],
)
def test_what_is_not_to_be_done_is_a_task_too(code: str, words: str, *, task: bool) -> None:
    assert is_task(words, lexicons()[code]) is task
