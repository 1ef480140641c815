"""Points of a session, read from a Markdown text."""

from __future__ import annotations

from forumgraph.converters.conversion import convert
from forumgraph.converters.readers import markdown
from forumgraph.converters.words.names import Names
from forumgraph.model import Session, Source

TOP = "# Report of the workshop on boats\n\nThe workshop was held on 5 June 2017 in Oslo and was organized by the Boat Desk.\n\n"


def session(text: str) -> Session:
    data = (TOP + text).encode()
    (found,) = convert(markdown.read(data, Source("a.md", "text/markdown", "0" * 64, len(data))), Names([])).sessions
    return found


def issues(text: str) -> list[str]:
    return [issue.text for issue in session(text).issues]


def asked(text: str) -> list[tuple[str, str]]:
    return [(found.number, found.text) for found in session(text).recommendations if not found.derived]
