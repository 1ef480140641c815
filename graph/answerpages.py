"""Pages of the questions of the catalogue, with the answers that were found."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from forumgraph.graph import drawings
from forumgraph.graph.examples import example_files
from forumgraph.queries import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from forumgraph.graph.pages import Frame
    from forumgraph.graph.rowlinks import RowLinks
    from forumgraph.queries import Query

SHOWN = 500
"""How many rows of an answer a page shows."""

_DRAWN = 20


def answer_pages(frame: Frame, folder: Path, links: RowLinks) -> Iterator[tuple[str, str]]:
    """Yield the page of every question and the files beside it, with their texts.

    Args:
        folder: of the publication, where the answers were written.
        links: knows where what the answers name has its page.
    """
    for query in catalogue().values():
        path = folder / "answers" / f"{query.name}.csv"
        answered = path.is_file()
        columns, *rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8")))) if answered else [[]]
        page = f"question/{query.name}.html"
        shown = [links.cells(columns, row) for row in rows[:SHOWN]]
        yield (
            page,
            frame.render(
                "question.html",
                page,
                query.summary,
                query=query,
                answered=answered,
                columns=[column.replace("_", " ") for column in columns],
                rows=[*shown, *rows[SHOWN:]],
                limit=SHOWN,
                drawing=_drawing(query, columns, rows),
            ),
        )
        yield from example_files(frame.project, query)


def _drawing(query: Query, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> drawings.Drawing | None:
    """Return the chart that the header of a question asks for: by year or date upright, else lying."""
    names = query.chart.split()
    if len(names) < 2 or not rows or any(name not in columns for name in names):
        return None
    label, number = columns.index(names[0]), columns.index(names[1])
    summed: dict[str, float] = {}
    for row in rows:
        name = row[label][:4] if names[0] in {"date", "year"} else row[label]
        if name and row[number].isdigit():
            summed[name] = summed.get(name, 0) + int(row[number])
    if not summed:
        return None
    if names[0] in {"date", "year"}:
        return drawings.bars(query.summary, [(year, [int(summed[year])]) for year in sorted(summed)], [names[1]])
    return drawings.across(query.summary, list(summed.items())[:_DRAWN])
