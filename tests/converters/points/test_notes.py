"""Lines that begin with who says the rest."""

from __future__ import annotations

import pytest
from points import session


def test_lines_of_notes_are_what_their_speakers_say() -> None:
    found = session(
        "Fares\n\nKari Moe (Boat Desk) - the last ferry leaves before the night shift ends\n\n"
        "Ole Vik (Net Makers) - suggests a flat fare on all three lines\n\nKari - The county has no money for it\n"
    )
    assert [(issue.text, [by.value for by in issue.raised_by]) for issue in found.issues] == [
        ("the last ferry leaves before the night shift ends", ["Kari Moe"]),
        ("The county has no money for it", ["Kari"]),
    ]
    assert [r.text for r in found.recommendations] == ["suggests a flat fare on all three lines"]


@pytest.mark.parametrize(
    "lines",
    [
        "Kari Moe (Boat Desk) - Ferries in a warming sea\n\nOle Vik (Net Makers) - Old nets and new money",
        "Kari Moe (Boat Desk) - head of the ferry desk\n\nOle Vik (Net Makers) - moderator of the second panel",
        "Kari Moe (Boat Desk) - the last ferry leaves before the night shift ends",
    ],
)
def test_talks_posts_and_a_single_line_are_none(lines: str) -> None:
    found = session(lines)
    assert not found.issues
    assert not found.recommendations


def test_an_answer_behind_a_question_is_a_point_without_its_letter() -> None:
    found = session(
        "## Questions from the floor\n\n**Q: Who pays for the ice?**\n\nA: The harbour does, and nobody weighs it.\n\n"
        "**Q: Will you share the slides?**\n\nA: Yes.\n"
    )
    assert [issue.text for issue in found.issues] == ["The harbour does, and nobody weighs it."]
