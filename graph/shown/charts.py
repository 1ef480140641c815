"""The charts of answers, as the headers of the questions ask for them: `chart` names what is counted by, the numbers, and what they are told apart by.

By year or date bars are upright; a third column of names makes a grid of these by years, one of numbers a second series of bars.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from forumgraph.graph.shown import drawings
from forumgraph.graph.shown.exhibits import Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from forumgraph.queries import Query

_DRAWN = 20
"""How many rows a chart has at most."""

_TIMES = frozenset({"date", "year"})


def chart(query: Query, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> drawings.Drawing | None:
    """Return the chart of an answer; None where its question asks for none, or there is nothing to draw."""
    names = query.chart.split()
    if len(names) < 2 or not rows or any(name not in columns for name in names):
        return None
    label, *others = (columns.index(name) for name in names)
    numbers = [at for at in others if all(row[at].isdigit() for row in rows)]
    if not numbers:
        return None
    by_time = names[0] in _TIMES
    groups = [at for at in others if at not in numbers]
    if by_time and groups:
        return _grid(query.summary, [(row[groups[0]], row[label][:4], int(row[numbers[0]])) for row in rows])
    summed: defaultdict[str, list[int]] = defaultdict(lambda: [0] * len(numbers))
    for row in rows:
        name = row[label][:4] if by_time else row[label]
        if name:
            summed[name] = [sum(pair) for pair in zip(summed[name], (int(row[at]) for at in numbers), strict=True)]
    series = [columns[at].replace("_", " ") for at in numbers]
    if by_time:
        return drawings.bars(query.summary, [(year, summed[year]) for year in _years(summed)], series)
    most = sorted(summed.items(), key=lambda each: -sum(each[1]))
    return drawings.across(query.summary, most[:_DRAWN], series)


def _grid(summary: str, rows: Sequence[tuple[str, str, int]]) -> drawings.Drawing | None:
    """Draw numbers by name and year, of the names that have most."""
    years = _years(year for _, year, _ in rows if year)
    totals: defaultdict[str, list[int]] = defaultdict(lambda: [0] * len(years))
    for name, year, number in rows:
        if year:
            totals[name][years.index(year)] += number
    most = sorted(totals.items(), key=lambda each: (-sum(each[1]), each[0]))[:_DRAWN]
    return drawings.dots(summary, [(Link(name), values) for name, values in most], years) if years else None


def _years(found: Iterable[str]) -> list[str]:
    """Return the years from the first to the last, also those of which there is nothing to tell."""
    known = sorted(map(int, found))
    return [f"{year:04}" for year in range(known[0], known[-1] + 1)] if known else []
