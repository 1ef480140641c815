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
    from forumgraph.graph.decided.doubts import COLUMNS, doubts
    from forumgraph.graph.stated.decisions import CHOICES

    rows = doubts(publication, theme=themes, pair=pairs)
    sheets.write(sheet, COLUMNS, rows, CHOICES)
    kinds = Counter(row["kind"] for row in rows)
    told = ", ".join(f"{count} {kind}{'s' if count != 1 else ''}" for kind, count in kinds.items())
    decided = sum(1 for row in rows if row["decision"])
    click.echo(f"{sheet}: {len(rows)} rows ({told or 'nothing is doubtful'}), {decided} decided", err=True)


@click.command(
    epilog="\b\nExamples:\n  forumgraph diff publication-2025 publication\n  forumgraph diff publication-2025 publication --format turtle --date 2026-03-31"
)
@click.argument("old", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("new", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "turtle", "json"]),
    default="text",
    show_default=True,
    help="Words, or RDF as Turtle or as JSON (JSON-LD).",
)
@click.option("--date", help="Day from which on what vanished is not valid, for example 2026-03-31.")
def diff(old: Path, new: Path, form: str, date: str | None) -> None:
    """Tell what appeared, changed and vanished from the publication OLD to the publication NEW."""
    from forumgraph.errors import InvalidUsage
    from forumgraph.graph.decided.changelog import as_rdf, in_words
    from forumgraph.graph.decided.changes import base_of, changes
    from forumgraph.graph.rdf.terms import date_time

    found = changes(old, new)
    try:
        if date:
            date_time(f"{date}T00:00:00Z")
        text = in_words(found) if form == "text" else as_rdf(found, form, base_of(new), date or "")
    except ValueError as error:
        raise InvalidUsage(f"--date is {date!r}", remedy="Give a day, for example 2026-03-31") from error
    click.echo(text, nl=False)
