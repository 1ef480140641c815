"""Tables of minutes: what is to be done is asked for, what is noted beside it was said by nobody."""

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
    "noted",
    [
        "Only 62 crews sent a reply.",
        "The chair opened the meeting and thanked the crews.",
        "Who pays for the ice in winter?",
    ],
)
def test_what_is_to_be_done_is_asked_for_and_notes_beside_it_were_said_by_nobody(noted: str) -> None:
    found = session("| Item | Discussion | Action |", f"| Survey | {noted} | Extend the survey |")
    assert found.issues == ()
    assert [asked.text for asked in found.recommendations] == ["Extend the survey"]


def test_notes_in_a_table_without_actions_are_not_said_by_anybody() -> None:
    assert not session("| Item | Notes |", "| Survey | Only 62 crews sent a reply. |").issues
