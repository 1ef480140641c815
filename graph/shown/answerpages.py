"""Pages of the questions of the catalogue, with the answers that were found."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from forumgraph.graph.described.examples import example_files
from forumgraph.graph.shown.charts import chart
from forumgraph.queries import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from forumgraph.graph.shown.pages import Frame
    from forumgraph.graph.shown.rowlinks import RowLinks

SHOWN = 500
"""How many rows of an answer a page shows."""


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
                drawing=chart(query, columns, rows),
            ),
        )
        yield from example_files(frame.project, query)
