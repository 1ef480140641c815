"""Tables of minutes: beside a column of what is to be done, what was said is told without naming anybody."""

from __future__ import annotations

import pytest

from forumgraph.converters.conversion import convert
from forumgraph.converters.readers import markdown
from forumgraph.converters.words.names import Names
from forumgraph.model import Session, Source

TOP = "# Minutes of the meeting on boats\n\nThe meeting was held on 5 June 2017 in Oslo.\n\n"


def session(head: str, row: str) -> Session:
    bars = "|---" * head.strip("|").count("|") + "|---|"
    data = f"{TOP}{head}\n{bars}\n{row}\n".encode()
    (found,) = convert(markdown.read(data, Source("a.md", "text/markdown", "0" * 64, len(data))), Names([])).sessions
    return found


@pytest.mark.parametrize(
    ("said", "issues"),
    [
        ("Only 62 crews sent a reply.", ["Only 62 crews sent a reply."]),
        ("Only 62 letters came in; Northern ports were left out.", ["Only 62 letters came in", "Northern ports were left out."]),
        ("The chair opened the meeting and thanked the crews.", []),
        ("Who pays for the ice in winter?", []),
    ],
)  # fmt: skip
def test_what_is_written_beside_an_action_was_said(said: str, issues: list[str]) -> None:
    found = session("| Item | Discussion | Action |", f"| Survey | {said} | Extend the survey |")
    assert [issue.text for issue in found.issues] == issues
    assert [asked.text for asked in found.recommendations] == ["Extend the survey"]


def test_notes_in_a_table_without_actions_are_not_said_by_anybody() -> None:
    assert not session("| Item | Notes |", "| Survey | Only 62 crews sent a reply. |").issues
