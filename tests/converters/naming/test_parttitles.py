"""Several sessions of one document: what they are called, and lines of hours around their headings."""

from __future__ import annotations

import pytest

from forumgraph.converters.conversion import convert
from forumgraph.converters.readers import markdown
from forumgraph.converters.words.names import Names
from forumgraph.model import Session, Source

TOP = "# Report of the Lake Forum\n\n3 May 2021, Ohrid\n\nThe forum was held on 3 May 2021. Participants discussed boats.\n\n"
POINTS = "Issues raised:\n\n- Nets are lost in the storms of {}\n- Fuel is too dear for boats in {}\n\n"


def sessions(*parts: str) -> tuple[Session, ...]:
    """Convert a report with parts, each followed by a list of its own."""
    text = TOP + "".join(
        part + "\n\n" + POINTS.format(name, name) for part, name in zip(parts, ("spring", "autumn"), strict=True)
    )
    data = text.encode()
    return convert(markdown.read(data, Source("a.md", "text/markdown", "0" * 64, len(data))), Names([])).sessions


def told(*parts: str) -> list[tuple[str, str]]:
    return [
        (each.title.value if each.title else "", each.start_time.value if each.start_time else "")
        for each in sessions(*parts)
    ]


@pytest.mark.parametrize(
    ("first", "second", "titles"),
    [
        (
            "## Session 1 (10:00-11:30): Boats for all",
            "## Session 2 (14:00-15:30): Nets",
            ["Session 1: Boats for all", "Session 2: Nets"],
        ),
        (
            "## 10:00-11:30 Boats for everybody",
            "## 14:00-15:30 Nets and their lines",
            ["Boats for everybody", "Nets and their lines"],
        ),
        (
            "## Session 1: Boats for all (10:00-11:30)",
            "## Session 2: Nets (14:00-15:30)",
            ["Session 1: Boats for all", "Session 2: Nets"],
        ),
    ],
)
def test_hours_in_a_heading_are_no_part_of_the_title(first: str, second: str, titles: list[str]) -> None:
    assert told(first, second) == list(zip(titles, ("10:00", "14:00"), strict=True))


def test_hours_above_the_headings_of_all_sessions_are_theirs() -> None:
    assert told("10:00-11:30\n\n## Session 1: Boats", "14:00-15:30\n\n## Session 2: Nets") == [
        ("Session 1: Boats", "10:00"),
        ("Session 2: Nets", "14:00"),
    ]


def test_a_heading_that_only_counts_is_called_by_the_label_below_it() -> None:
    assert told("## Session 1\n\nTitle: Boats for all\n\nTime: 10:00", "## Session 2\n\nTitle: Nets and lines") == [
        ("Boats for all", "10:00"),
        ("Nets and lines", ""),
    ]


def test_what_is_inside_of_several_sessions_does_not_end_them_however_it_is_printed() -> None:
    first, second = (
        f"Session {n}: {name}\n\n**Speakers**\n\n- Ana Reis, Faro" for n, name in ((1, "Boats"), (2, "Nets"))
    )
    found = sessions(first, second)
    assert [len(each.issues) for each in found] == [2, 2]
    assert [each.title.value for each in found if each.title] == ["Session 1: Boats", "Session 2: Nets"]


def test_sessions_may_have_nothing_but_short_items() -> None:
    listed = "".join(f"## Session {n}\n\n- Nets are lost often\n- Fuel is very dear\n\n" for n in (1, 2))
    data = (TOP + listed).encode()
    found = convert(markdown.read(data, Source("a.md", "text/markdown", "0" * 64, len(data))), Names([])).sessions
    assert len(found) == 2
