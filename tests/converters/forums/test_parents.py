"""What a session is part of: labelled names, lines, brackets, and words that speak of something else."""

from __future__ import annotations

import pytest

from forumgraph.converters.conversion import convert
from forumgraph.converters.readers import markdown
from forumgraph.converters.structure import editions
from forumgraph.converters.words.names import Names
from forumgraph.model import KnownName, Source, Span

NAMES = Names(
    [
        KnownName("hlpf", ("High-level Political Forum",), ("HLPF",), "forum"),
        KnownName("ice", ("Regional Forum on Ice",), (), "forum"),
    ]
)
END = "\n\nParticipants discussed the price of ice. They urged towns to own the piers.\n\n## Recommendations\n\n- Towns should own piers"


def part_of(text: str) -> list[str]:
    data = (text + END).encode()
    found = convert(markdown.read(data, Source("a.md", "text/markdown", "0" * 64, len(data))), NAMES)
    return [fact.value for fact in found.sessions[0].part_of]


@pytest.mark.parametrize(
    ("text", "parents"),
    [
        ("# Cold boats\n\nDate: 3 May 2019\n\nPart of: Northern Forum on Piers 2019", ["Northern Forum on Piers 2019"]),
        ("# Cold boats\n\nDate: 3 May 2019\n\nPart of: our work on piers", []),
        ("# Town hall with the Secretary-General (HLPF2019)\n\n3 May 2019", ["HLPF2019"]),
        ("# Workshop of the Pier Network (PN2019)\n\n3 May 2019", []),
        ("NGO Ice19 Forum\n\nSide event report\n\nTitle: Cold boats\n\nDate: 3 May 2019", ["NGO Ice19 Forum"]),
        (
            "Eighth Session of the Regional Forum on Ice\n\n# Side event: cold boats\n\n3 May 2019",
            ["Eighth Session of the Regional Forum on Ice"],
        ),
    ],
)
def test_labels_brackets_and_lines_name_the_larger_meeting(text: str, parents: list[str]) -> None:
    assert part_of(text) == parents


@pytest.mark.parametrize(
    "sentence",
    [
        "The workshop on boats was held on 3 May 2019 and discussed how towns can take part during the HLPF.",
        "The workshop on boats was held on 3 May 2019 for upcoming meetings, including events on the margins of the HLPF.",
        "The workshop on boats, held on 3 May 2019, was a preparatory meeting for the second session of the HLPF.",
    ],
)
def test_words_about_other_meetings_name_no_parent(sentence: str) -> None:
    assert part_of(f"# Cold boats\n\n{sentence}") == []


@pytest.mark.parametrize(
    ("sentence", "parent"),
    [
        ("The workshop on boats was held on 3 May 2019 during the HLPF.", "HLPF"),
        ("During the HLPF 2019, a workshop on boats was held on 3 May.", "HLPF 2019"),
        (
            "The workshop was held on 3 May 2019 on the margins of the fortieth session of the HLPF.",
            "fortieth session of the HLPF",
        ),
    ],
)
def test_words_about_this_meeting_name_its_parent(sentence: str, parent: str) -> None:
    assert part_of(f"# Cold boats\n\n{sentence}") == [parent]


@pytest.mark.parametrize(
    ("words", "name", "whole"),
    [
        ("at the 2019 HLPF in May", "HLPF", "2019 HLPF"),
        ("lors de la 9ème HLPF", "HLPF", "9ème HLPF"),
        ("the HLPF (HLPF) of 2019 met", "HLPF", "HLPF (HLPF) of 2019"),
        ("the Commission, at its forty-first session", "Commission", "Commission, at its forty-first session"),
    ],
)
def test_year_and_number_say_which_edition_is_meant(words: str, name: str, whole: str) -> None:
    start = words.index(name)
    span = editions.with_year(words, Span(start, start + len(name)), 0)
    assert span.of(words) == whole
