"""The command line: the only place that prints or exits. Results go to standard output, messages to standard error."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from forumgraph import __version__
from forumgraph.commands_asking import ask, query
from forumgraph.commands_documents import build, check, convert
from forumgraph.commands_review import diff, review
from forumgraph.commands_stores import kit, push
from forumgraph.errors import ForumgraphError, InvalidUsage

EXIT_CODES = """
\b
Exit status:
  0  done
  1  findings at or above --fail-on (violation unless told otherwise)
  2  wrong usage, configuration, question or query
  3  nothing readable
  4  a file, folder or store failed
  130  interrupted
"""
_INTERRUPTED = 130

EXAMPLES = """
\b
Examples:
  forumgraph build documents -o publication
  forumgraph ask asked-of
"""


class _Group(click.Group):
    """Turns our errors into one line and an exit status; lists commands in the order of a day's work."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the signature is click's
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except ForumgraphError as error:
            click.echo(f"forumgraph: {error}", err=True)
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            click.echo("\nforumgraph: interrupted; what was published is as it was", err=True)
            ctx.exit(_INTERRUPTED)


@click.group(
    cls=_Group,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    epilog=EXIT_CODES + EXAMPLES,
)
@click.version_option(__version__, prog_name="forumgraph")
def main() -> None:
    """Turn reports of meetings into a knowledge graph that can be cited, questioned and published."""


@click.command(epilog="\b\nExamples:\n  forumgraph explain REP004\n  forumgraph explain")
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Tell what a CODE means and what to do; without one, list them all."""
    from forumgraph.findings import CODES

    if code is None:
        click.echo("".join(f"{name}  {row.severity:9}  {row.title}\n" for name, row in CODES.items()), nl=False)
        return
    row = CODES.get(code.upper())
    if row is None:
        raise InvalidUsage(f"there is no finding {code}", remedy="`forumgraph explain` lists them")
    click.echo(f"{code.upper()} ({row.severity}): {row.title}\n\n{row.meaning}\n\nWhat to do: {row.help}")


@click.command(
    epilog="\b\nExamples:\n  forumgraph serve publication\n  forumgraph serve publication --port 8080 --max-seconds 30 --workers 8"
)
@click.argument("publication", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; 0.0.0.0 for all.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port to listen on; 0 for any."
)
@click.option(
    "--max-seconds",
    type=click.FloatRange(min=0, min_open=True),
    default=10.0,
    show_default=True,
    help="Seconds in which a query is answered or stopped.",
)
@click.option(
    "--max-rows", type=click.IntRange(1), default=100_000, show_default=True, help="Rows or triples of an answer."
)
@click.option(
    "--max-memory", type=click.IntRange(1), default=512 * 2**20, help="Bytes of memory for a query (512 MiB)."
)
@click.option("--workers", type=click.IntRange(1), default=4, show_default=True, help="Queries answered at once.")
@click.option("--address", default="", help="Address of the site where clients see another, behind a proxy.")
@click.option(
    "--max-rate",
    type=click.FloatRange(min=0),
    default=0.0,
    help="Requests a second of one client to /sparql and /reconcile (any number).",
)
@click.option("--forwarded", is_flag=True, help="Take clients from X-Forwarded-For, to which the proxy adds them.")
@click.option("--quiet", "-q", is_flag=True, help="No access log.")
def serve(
    publication: Path, host: str, port: int, *, workers: int, address: str, forwarded: bool, quiet: bool, **limits: Any
) -> None:
    """Serve PUBLICATION: its site, every IRI of its data by content negotiation, SPARQL at /sparql and reconciliation at /reconcile. Read-only."""
    from forumgraph.front import front
    from forumgraph.graph.served.endpointcrew import Bounds
    from forumgraph.serving import serve as run

    bounds = Bounds(limits["max_seconds"], limits["max_rows"], limits["max_memory"], workers)
    reached = front(address, limits["max_rate"], forwarded=forwarded)
    run(
        publication,
        bounds,
        host=host,
        port=port,
        log=lambda line: None if quiet else click.echo(line, err=True),
        tell=lambda here: click.echo(f"{publication} is served at {here}", err=True),
        front=reached,
    )


@click.command(epilog="\b\nExamples:\n  forumgraph init\n  forumgraph init --force")
@click.option("--force", is_flag=True, help="Overwrite a configuration that is there.")
def init(*, force: bool) -> None:
    """Write a commented forumgraph.toml into this folder."""
    from forumgraph.config import FILE, template

    if Path(FILE).exists() and not force:
        raise InvalidUsage(f"{FILE} is there already", remedy="Use --force to overwrite it")
    Path(FILE).write_text(template(), encoding="utf-8")
    click.echo(f"{FILE} written", err=True)


@click.command(epilog="\b\nExamples:\n  forumgraph ontology")
@click.option("--write", is_flag=True, help="Write them to ontology/forum.py instead.")
def ontology(*, write: bool) -> None:
    """Print the constants that are made from ontology/forum.ttl."""
    from forumgraph import ontology as vocabulary

    text = vocabulary.generate()
    if not write:
        click.echo(text, nl=False)
        return
    target = Path(vocabulary.__file__).with_name("forum.py")
    target.write_text(text, encoding="utf-8")
    click.echo(f"{target} written", err=True)


_TOLD = {
    build: "Publish reports: read, convert, check, answer, write.",
    convert: "Write what reports say to standard output.",
    check: "Print the findings about reports.",
    explain: "Tell what the code of a finding means.",
    ask: "Answer a question from a publication, or list them.",
    query: "Run any SPARQL query on a publication, read-only.",
    review: "Write what is doubtful into a sheet for a person.",
    diff: "Tell in what two publications differ.",
    serve: "Serve a publication on the web, with SPARQL.",
    push: "Bring a publication into a triple store.",
    kit: "Write what the bulk loader of a store wants.",
    init: "Write a commented forumgraph.toml.",
    ontology: "Print the constants of the ontology.",
}
"""The commands in the order of a day's work, each with what the list of commands says of it."""

for command, told in _TOLD.items():
    command.short_help = told
    main.add_command(command)
