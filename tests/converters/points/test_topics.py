"""Headings that are points."""

from __future__ import annotations

from points import session


def test_numbered_headings_below_takeaways_are_points_with_their_numbers() -> None:
    found = session(
        "## Three takeaways\n\n### 1. Small piers are closing\n\nThe coast lost nine.\n\n"
        "### 2. Nobody counts lost nets\n\nMs. Reis noted that divers do not report.\n"
    )
    assert [(issue.number, issue.text) for issue in found.issues][:2] == [
        ("1", "Small piers are closing"),
        ("2", "Nobody counts lost nets"),
    ]


def test_numbered_names_of_chapters_below_outcomes_are_none() -> None:
    found = session("## Outcomes\n\n### 1. Ice and nets\n\nThe coast lost nine.\n\n### 2. Old boats\n\nIt rained.\n")
    assert not found.issues


def test_a_question_may_head_what_is_proposed() -> None:
    found = session("## What do we propose?\n\n- One pier for all crews\n- A fund for nets\n")
    assert [r.text for r in found.recommendations] == ["One pier for all crews", "A fund for nets"]
