"""Roles beside names in running text, and how much of a long enumeration is read for each of them."""

import pytest
from casts import convert, read

from forumgraph.converters.participants import segments, steps
from forumgraph.converters.participants.grammar import Grammar
from forumgraph.converters.words.line import Line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The floor went to Ana Silva, the moderator, who asked for water.", [("moderator", "Ana Silva")]),
        ("The moderator, Ana Silva, asked for water.", [("moderator", "Ana Silva")]),
        ("Rain fell on Ana Silva, Chair of the Rivers Board, that day.", []),
    ],
)
def test_a_role_beside_a_name_is_of_the_session_and_not_of_a_body(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize("unit", ["Kenya, Ana Silva, chair, ", "Moderator Ana Silva and "])
def test_the_work_for_many_roles_grows_with_their_number_alone(monkeypatch: pytest.MonkeyPatch, unit: str) -> None:
    assert _steps(monkeypatch, unit * 80) < 3 * _steps(monkeypatch, unit * 40)


def _steps(monkeypatch: pytest.MonkeyPatch, text: str) -> int:
    """Count the words that are gone over while names are read."""
    gone: list[int] = []
    plain = steps.step

    def counted(line: Line, grammar: Grammar, first: int, at: int) -> int:
        gone.append(at)
        return plain(line, grammar, first, at)

    with monkeypatch.context() as patched:
        patched.setattr(segments, "step", counted)
        convert(text)
    assert gone
    return len(gone)
