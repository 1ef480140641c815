"""Points told in the cells of tables."""

from __future__ import annotations

import pytest
from points import session


def test_the_columns_of_a_table_say_what_its_cells_are() -> None:
    found = session(
        "| Issue | Recommendation | Responsible |\n|---|---|---|\n| Old boats | Replace engines; share ice | Ministry of Ports |\n"
        "| Lost nets | Collect nets at the pier | Towns |\n"
    )
    assert [issue.text for issue in found.issues] == ["Old boats", "Lost nets"]
    assert [(r.text, r.addressee.value if r.addressee else "") for r in found.recommendations] == [
        ("Replace engines", "Ministry of Ports"),
        ("share ice", "Ministry of Ports"),
        ("Collect nets at the pier", "Towns"),
    ]


def test_cells_may_be_empty() -> None:
    found = session(
        "| Issue | Recommendation | Responsible |\n|---|---|---|\n| Old piers of the coast | | Harbour office |\n"
        "| Lost nets | Towns should mark all nets | |\n| | Share the ice | Mayors |\n"
    )
    assert [issue.text for issue in found.issues] == ["Old piers of the coast", "Lost nets"]
    asked = [(r.text, r.addressee.value if r.addressee else "") for r in found.recommendations]
    assert asked == [("Towns should mark all nets", "Towns"), ("Share the ice", "Mayors")]


def test_a_column_of_what_was_said_is_read_by_sentences() -> None:
    found = session(
        "| Item | Discussion | Action |\n|---|---|---|\n| Ice | Ms. Reis noted that ice is dear. The pier is old. | Ole Vik to mend the pier |\n"
    )
    assert [issue.text for issue in found.issues] == ["Ms. Reis noted that ice is dear."]
    assert [r.text for r in found.recommendations] == ["Ole Vik to mend the pier"]


@pytest.mark.parametrize(
    "head", ["| Time | Session | Speaker |", "| Name | Organization | Country |", "| Port | Boats | Nets |"]
)
def test_other_tables_hold_no_points(head: str) -> None:
    found = session(f"{head}\n|---|---|---|\n| 9:00 | Towns should act | Ana Reis |\n")
    assert not (*found.issues, *found.recommendations)


def test_a_column_of_numbers_numbers_the_points_of_its_rows() -> None:
    table = "| No. | Issue | Recommendation |\n|---|---|---|\n| 1 | Ice is dear | Share the ice |\n| 2 | Piers are shut | Open the piers |"
    found = session(f"## Outcome\n\n{table}")
    assert [(issue.number, issue.text) for issue in found.issues] == [("1", "Ice is dear"), ("2", "Piers are shut")]
    assert [(each.number, each.text) for each in found.recommendations if not each.derived] == [
        ("1", "Share the ice"),
        ("2", "Open the piers"),
    ]


def test_a_column_of_messages_holds_what_each_says_it_is() -> None:
    found = session(
        "| No. | Message | Addressed to |\n|---|---|---|\n| 1 | Piers rot from below. | All |\n| 2 | Towns must mark their nets. | Mayors |\n"
    )
    assert [(issue.text, issue.number) for issue in found.issues] == [("Piers rot from below.", "1")]
    assert [(r.text, r.number) for r in found.recommendations if not r.derived] == [
        ("Towns must mark their nets.", "2")
    ]
