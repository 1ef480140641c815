"""Charts of answers show what their question asks: themes by year and not years alone, both series and not the first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from forumgraph.graph.shown.charts import chart
from forumgraph.queries import catalogue

YEARS = [["water", "2019", "1"], ["water", "2021", "3"], ["food", "2021", "5"], ["peace", "", "9"]]


def asked(header):
    return replace(catalogue()["themes-by-year"], chart=header)


def test_names_by_year_are_a_grid_with_the_largest_first():
    drawn = chart(asked("year points theme"), ["theme", "year", "points"], YEARS)
    assert drawn is not None
    assert drawn.columns == (" ", "2019", "2020", "2021")  # a year without points is a gap, and time runs evenly
    assert [(row[0].label, *row[1:]) for row in drawn.rows] == [("food", 0, 0, 5), ("water", 1, 0, 3)]
    assert drawn.svg.count("<circle") == 3


@pytest.mark.parametrize(("label", "name"), [("date", "2021"), ("theme", "2021-07-07")])
def test_two_columns_of_numbers_are_two_series(label, name):
    rows = [["2021-07-07", "2", "5"], ["2021-07-07", "1", "0"]]
    drawn = chart(asked(f"{label} issues recommendations"), [label, "issues", "recommendations"], rows)
    assert drawn is not None
    assert (drawn.columns, drawn.rows) == ((" ", "issues", "recommendations"), ((name, 3, 5),))
    assert "issues" in drawn.svg
    assert 'class="b"' in drawn.svg


def test_lying_bars_begin_with_the_longest():
    drawn = chart(asked("theme points"), ["theme", "points"], [["a", "1"], ["b", "4"], ["a", "2"]])
    assert drawn is not None
    assert drawn.rows == (("b", 4), ("a", 3))


@pytest.mark.parametrize(
    ("header", "rows"),
    [("", YEARS), ("theme", YEARS), ("theme visits", YEARS), ("theme points", []), ("theme year", [["a", "May", "1"]])],
)
def test_there_is_no_chart_where_there_is_nothing_to_draw(header, rows):
    assert chart(asked(header), ["theme", "year", "points"], rows) is None


def test_every_chart_of_the_catalogue_names_columns_of_its_answer():
    drawn = [query for query in catalogue().values() if query.chart]
    assert len(drawn) >= 10
    assert all({*query.chart.split()} <= {*query.columns} for query in drawn)
