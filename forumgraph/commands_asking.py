"""The commands that ask a publication: `ask` and `query`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from forumgraph.errors import InvalidUsage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.graph.asked.store import Answer


_TURTLE = "turtle"
_PUBLICATION = click.option(
    "--publication",
    "-p",
    default="publication",
    show_default=True,
    type=click.Path(path_type=Path),
    help="Folder that `build` wrote.",
)
_FORM = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json", _TURTLE]),
    default="table",
    show_default=True,
    help="How to print the answer; as Turtle, a table is a result set of the W3C.",
)
_EVERY = click.option(
    "--every-layer", is_flag=True, help="Ask also what people decided to take out of view, as the dumps have it."
)


@click.command(
    context_settings={"ignore_unknown_options": True, "allow_extra_args": True},
    epilog="\b\nExamples:\n  forumgraph ask\n  forumgraph ask asked-of\n  forumgraph ask recommendations-by-sdg --goal 16 --format csv",
)
@click.argument("name", required=False)
@_PUBLICATION
@_FORM
@_EVERY
@click.pass_context
def ask(context: click.Context, name: str | None, publication: Path, form: str, every_layer: bool) -> None:
    """Answer the question NAME from a publication; without a name, list the questions. Parameters are given as --PARAMETER VALUE.

    What people decided is followed, as on the pages.
    """
    from forumgraph import printing
    from forumgraph.queries import by_subject, question

    if name is None:
        click.echo(printing.questions(by_subject()), nl=False)
        return
    from forumgraph.graph.asked.questions import answer
    from forumgraph.graph.asked.store import open_dump
    from forumgraph.graph.decided.reviewed import show

    query = question(name)
    values = _pairs(context.args)
    click.echo(query.summary, err=True)
    store = open_dump(publication)
    found = answer(store if every_layer else show(store), query, values, as_graph=form == _TURTLE)
    _print(found, form)
    if not found.rows:
        click.echo(printing.nothing(query, values), err=True)


def _pairs(words: Sequence[str]) -> dict[str, str]:
    """Read `--name value` and `--name=value`."""
    values: dict[str, str] = {}
    rest = list(words)
    while rest:
        option = rest.pop(0)
        if not option.startswith("--"):
            raise InvalidUsage(f"{option} is not expected here", remedy="Give parameters as --NAME VALUE")
        name, given, value = option.removeprefix("--").partition("=")
        if not given and not rest:
            raise InvalidUsage(f"{option} has no value", remedy="Give parameters as --NAME VALUE")
        values[name.replace("-", "_")] = value if given else rest.pop(0)
    return values


def _print(answer: Answer, form: str) -> None:
    from forumgraph import printing

    texts = {"csv": answer.csv, "json": answer.json}
    table = answer.turtle or printing.table(answer.columns, answer.rows)
    click.echo(texts[form]() if form in texts else table, nl=False)


@click.command(
    epilog="\b\nExamples:\n  forumgraph query queries/coverage.rq\n  forumgraph query queries/meetings.rq --format csv --max-seconds 5"
)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@_PUBLICATION
@_FORM
@_EVERY
@click.option(
    "--max-seconds",
    type=click.FloatRange(min=0, min_open=True),
    default=30.0,
    show_default=True,
    help="When to stop the query.",
)
def query(file: Path, publication: Path, form: str, max_seconds: float, every_layer: bool) -> None:
    """Run any SPARQL query in FILE on a publication, read-only and in a process that can be stopped.

    What people decided is followed, as on the pages.
    """
    from forumgraph.graph.served.worker import ask as run

    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidUsage(f"{file} cannot be read: {error}", remedy="Save it as UTF-8 text") from error
    found = run(publication, text, seconds=max_seconds, every_layer=every_layer, as_graph=form == _TURTLE)
    _print(found, form)
    if not found.rows:
        click.echo("Nothing was found", err=True)
