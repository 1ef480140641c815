"""The command line: the only place that prints or exits. Results go to standard output, messages to standard error."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from forumgraph import __version__
from forumgraph.commands import diff, review
from forumgraph.commands_stores import kit, push
from forumgraph.errors import ForumgraphError, InvalidUsage, NothingReadable
from forumgraph.model import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from forumgraph.config import Config
    from forumgraph.graph.store import Answer
    from forumgraph.model import Finding

EXIT_CODES = """
\b
Exit status:
  0  done
  1  findings at or above --fail-on (violation unless told otherwise)
  2  wrong usage, configuration, question or query
  3  nothing readable
  4  a file, folder or store failed
"""
_ORDER = {Severity.INFO: 0, Severity.WARNING: 1, Severity.VIOLATION: 2}
_GRAPHS = ("turtle", "trig", "nquads", "jsonld")


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


@click.group(
    cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110}, epilog=EXIT_CODES
)
@click.version_option(__version__, prog_name="forumgraph")
def main() -> None:
    """Turn reports of meetings into a knowledge graph that can be cited, questioned and published."""


def _documents(command: Callable[..., None]) -> Callable[..., None]:
    """Add what every command that reads documents takes."""
    options = [
        click.argument("documents", nargs=-1, required=True, type=click.Path(path_type=Path)),
        click.option(
            "--config",
            "config_path",
            type=click.Path(path_type=Path),
            help="Configuration; forumgraph.toml is taken where it is there.",
        ),
        click.option("--max-size", type=click.IntRange(1), help="Bytes of one file (64 MiB)."),
        click.option(
            "--max-seconds", type=click.FloatRange(min=0, min_open=True), help="Seconds for one document (60)."
        ),
        click.option("--max-memory", type=click.IntRange(1), help="Bytes of memory for one document (2 GiB)."),
        click.option("--jobs", type=click.IntRange(1), help="Processes at once (one a core)."),
        click.option(
            "--fail-on",
            type=click.Choice([*map(str, Severity), "never"]),
            default="violation",
            show_default=True,
            help="Findings that make the exit status 1.",
        ),
    ]
    for option in reversed(options):
        command = option(command)
    return command


def _configured(path: Path | None, size: int | None, seconds: float | None, memory: int | None) -> Config:
    from dataclasses import replace

    from forumgraph.config import FILE, Config, load

    found = path or (Path(FILE) if Path(FILE).is_file() else None)
    config = load(found) if found else Config()
    limits = config.limits
    limits = replace(
        limits, size=size or limits.size, seconds=seconds or limits.seconds, memory=memory or limits.memory
    )
    return replace(config, limits=limits)


def _say(words: str, *, quiet: bool = False) -> None:
    if not quiet:
        click.echo(words, err=True, nl=not words.endswith("\n"))


def _judge(findings: Iterable[Finding], fail_on: str) -> None:
    """End with status 1 if a finding is bad enough."""
    if fail_on != "never" and any(_ORDER[finding.severity] >= _ORDER[Severity(fail_on)] for finding in findings):
        click.get_current_context().exit(1)


@main.command(
    epilog="\b\nExamples:\n  forumgraph build documents -o publication\n  forumgraph build report.docx notes.txt -o publication --fail-on warning --json\n  forumgraph build documents -o publication --thesaurus unbis.ttl"
)
@_documents
@click.option(
    "--output",
    "-o",
    "publication",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the publication; made, or exchanged as a whole.",
)
@click.option(
    "--engine",
    type=click.Choice(["shacl", "pyshacl"]),
    default="shacl",
    show_default=True,
    help="What checks the shapes.",
)
@click.option(
    "--thesaurus",
    "thesauri",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="SKOS file in which themes are looked for beside the own scheme; may be given several times.",
)
@click.option(
    "--decisions",
    multiple=True,
    type=click.Path(path_type=Path, exists=True),
    help="Sheet of a review (.csv or .xlsx), or a folder of them; may be given several times.",
)
@click.option("--no-site", is_flag=True, help="Leave the web pages out.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
@click.option("--quiet", "-q", is_flag=True, help="No progress and no findings.")
@click.option("--verbose", "-v", is_flag=True, help="Tell also findings of severity info.")
def build(
    documents: tuple[Path, ...],
    publication: Path,
    engine: str,
    fail_on: str,
    jobs: int | None,
    *,
    thesauri: tuple[Path, ...],
    decisions: tuple[Path, ...],
    no_site: bool,
    as_json: bool,
    quiet: bool,
    verbose: bool,
    **limits: Any,
) -> None:
    """Publish DOCUMENTS (files and folders): read, convert, infer, validate, answer, write."""
    from forumgraph import printing
    from forumgraph.build import build as run

    summary = run(
        documents,
        publication,
        _config(limits),
        engine=engine,
        jobs=jobs,
        site=not no_site,
        thesauri=thesauri,
        decisions=decisions,
        progress=_progress(quiet=quiet),
    )
    least = Severity.INFO if verbose else Severity.WARNING
    _say(printing.text(each for each in summary.findings if _ORDER[each.severity] >= _ORDER[least]), quiet=quiet)
    click.echo(printing.summary_json(summary) if as_json else printing.summary(summary), nl=False)
    if summary.published is None:
        click.get_current_context().exit(NothingReadable.exit_code)
    _judge(summary.findings, fail_on)


def _config(limits: dict[str, Any]) -> Config:
    return _configured(limits["config_path"], limits["max_size"], limits["max_seconds"], limits["max_memory"])


def _progress(*, quiet: bool) -> Callable[[str, int, int], None] | None:
    """Return what shows progress, where standard error is a terminal."""
    if quiet or not sys.stderr.isatty():
        return None

    def show(stage: str, done: int, total: int) -> None:
        end = "\n" if done == total else ""
        click.echo(f"\r{stage} {done}/{total}{end}", err=True, nl=False)

    return show


@main.command(
    epilog="\b\nExamples:\n  forumgraph convert documents/2022-02-02-local-partnerships-spotlight.md --to json\n  forumgraph convert --explain documents/2024-07-07-notes-mgos.txt"
)
@_documents
@click.option(
    "--to", "form", type=click.Choice(["json", *_GRAPHS]), default="json", show_default=True, help="What to write."
)
@click.option("--explain", is_flag=True, help="Show each passage, what it became and the rule that did it.")
def convert(
    documents: tuple[Path, ...], form: str, fail_on: str, jobs: int | None, *, explain: bool, **limits: Any
) -> None:
    """Convert DOCUMENTS and write what they say to standard output; several as one JSON list or one graph."""
    from forumgraph import printing
    from forumgraph.build import convert as run

    outcomes = list(run(documents, _config(limits), jobs=jobs))
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    reports = [outcome.report for outcome in outcomes if outcome.report]
    _say(printing.text(each for each in findings if each.severity is not Severity.INFO))
    if not reports:
        click.get_current_context().exit(NothingReadable.exit_code)
    if explain:
        from forumgraph.converters.explain import explain as explained

        click.echo("\n".join(explained(report) for report in reports), nl=False)
    elif form == "json":
        click.echo(printing.records(reports), nl=False)
    else:
        from forumgraph.graph.dumps import graph_of

        click.echo(graph_of(reports, form, _config(limits).project.base), nl=False)
    _judge(findings, fail_on)


@main.command(
    epilog="\b\nExamples:\n  forumgraph check documents\n  forumgraph check documents --format sarif --fail-on never"
)
@_documents
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    show_default=True,
    help="How to print findings.",
)
def check(documents: tuple[Path, ...], form: str, fail_on: str, jobs: int | None, **limits: Any) -> None:
    """Print the findings about DOCUMENTS, and how much of each was used."""
    from forumgraph import printing
    from forumgraph.build import convert as run

    outcomes = list(run(documents, _config(limits), jobs=jobs, validate=True))
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    click.echo(printing.FORMATS[form](findings), nl=False)
    if form == "text":
        click.echo("".join(printing.coverage(outcome.report) for outcome in outcomes if outcome.report), nl=False)
    _judge(findings, fail_on)


@main.command(epilog="\b\nExamples:\n  forumgraph explain REP004\n  forumgraph explain")
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


@main.command(
    context_settings={"ignore_unknown_options": True, "allow_extra_args": True},
    epilog="\b\nExamples:\n  forumgraph ask\n  forumgraph ask asked-of\n  forumgraph ask recommendations-by-sdg --goal 16 --format csv",
)
@click.argument("name", required=False)
@click.option(
    "--publication",
    "-p",
    default="publication",
    show_default=True,
    type=click.Path(path_type=Path),
    help="Folder that `build` wrote.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json", "turtle"]),
    default="table",
    show_default=True,
    help="How to print the answer.",
)
@click.pass_context
def ask(context: click.Context, name: str | None, publication: Path, form: str) -> None:
    """Answer the question NAME from a publication; without a name, list the questions. Parameters are given as --PARAMETER VALUE."""
    from forumgraph import printing
    from forumgraph.queries import catalogue, question

    if name is None:
        click.echo(printing.questions(catalogue().values()), nl=False)
        return
    from forumgraph.graph.questions import answer
    from forumgraph.graph.reviewed import show
    from forumgraph.graph.store import open_dump

    query = question(name)
    values = _pairs(context.args)
    _say(query.summary)
    _print(answer(show(open_dump(publication)), query, values), form)


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

    if form == "turtle" and not answer.turtle:
        raise InvalidUsage("only CONSTRUCT and DESCRIBE give a graph", remedy="Use --format table, csv or json")
    texts = {"csv": answer.csv, "json": answer.json}
    table = answer.turtle or printing.table(answer.columns, answer.rows)
    click.echo(texts[form]() if form in texts else table, nl=False)


@main.command(
    epilog="\b\nExamples:\n  forumgraph query queries/coverage.rq\n  forumgraph query queries/meetings.rq --format csv --max-seconds 5"
)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--publication",
    "-p",
    default="publication",
    show_default=True,
    type=click.Path(path_type=Path),
    help="Folder that `build` wrote.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json", "turtle"]),
    default="table",
    show_default=True,
    help="How to print the answer.",
)
@click.option(
    "--max-seconds",
    type=click.FloatRange(min=0, min_open=True),
    default=30.0,
    show_default=True,
    help="When to stop the query.",
)
def query(file: Path, publication: Path, form: str, max_seconds: float) -> None:
    """Run any SPARQL query in FILE on a publication, read-only and in a process that can be stopped."""
    from forumgraph.graph.worker import ask as run

    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidUsage(f"{file} cannot be read: {error}", remedy="Save it as UTF-8 text") from error
    _print(run(publication, text, seconds=max_seconds), form)


@main.command(
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
@click.option("--quiet", "-q", is_flag=True, help="No access log.")
def serve(publication: Path, host: str, port: int, *, workers: int, quiet: bool, **limits: Any) -> None:
    """Serve PUBLICATION: its site, every IRI of its data by content negotiation, SPARQL at /sparql and reconciliation at /reconcile. Read-only."""
    from forumgraph.graph.endpointcrew import Bounds
    from forumgraph.serving import serve as run

    bounds = Bounds(limits["max_seconds"], limits["max_rows"], limits["max_memory"], workers)
    run(
        publication,
        bounds,
        host=host,
        port=port,
        log=lambda line: _say(line, quiet=quiet),
        tell=lambda address: _say(f"{publication} is served at {address}"),
    )


@main.command(epilog="\b\nExamples:\n  forumgraph init\n  forumgraph init --force")
@click.option("--force", is_flag=True, help="Overwrite a configuration that is there.")
def init(*, force: bool) -> None:
    """Write a commented forumgraph.toml into this folder."""
    from forumgraph.config import FILE, template

    if Path(FILE).exists() and not force:
        raise InvalidUsage(f"{FILE} is there already", remedy="Use --force to overwrite it")
    Path(FILE).write_text(template(), encoding="utf-8")
    _say(f"{FILE} written")


@main.command(epilog="\b\nExamples:\n  forumgraph ontology")
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
    _say(f"{target} written")


main.add_command(review)
main.add_command(diff)
main.add_command(push)
main.add_command(kit)
