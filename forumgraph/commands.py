"""Commands about a publication that is there: what a person should decide, and what changed between two of them. They print, as `cli` does."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(
    epilog="\b\nExamples:\n  forumgraph review publication -o review.csv\n  forumgraph review publication -o review.xlsx --themes 0.7"
)
@click.argument("publication", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--output",
    "-o",
    "sheet",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="Sheet to write, .csv or .xlsx (which needs the extra xlsx).",
)
@click.option(
    "--themes", type=click.FloatRange(0, 1), default=0.5, show_default=True, help="Score up to which themes are listed."
)
@click.option(
    "--pairs", type=click.FloatRange(0, 1), default=0.6, show_default=True, help="Score up to which pairs are listed."
)
def review(publication: Path, sheet: Path, themes: float, pairs: float) -> None:
    """Write what is doubtful in PUBLICATION into a sheet, one row each, for a person to decide; `build --decisions` applies it."""
    from collections import Counter

    from forumgraph import sheets
    from forumgraph.graph.doubts import COLUMNS, doubts

    rows = doubts(publication, theme=themes, pair=pairs)
    sheets.write(sheet, COLUMNS, rows)
    kinds = Counter(row["kind"] for row in rows)
    told = ", ".join(f"{count} {kind}{'s' if count != 1 else ''}" for kind, count in kinds.items())
    decided = sum(1 for row in rows if row["decision"])
    click.echo(f"{sheet}: {len(rows)} rows ({told or 'nothing is doubtful'}), {decided} decided", err=True)
