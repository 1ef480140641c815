"""The commands that read documents: `build`, `convert`, `check`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from forumgraph.errors import NothingReadable
from forumgraph.model import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from forumgraph.config import Config
    from forumgraph.model import Finding

_ORDER = {Severity.INFO: 0, Severity.WARNING: 1, Severity.VIOLATION: 2}
_GRAPHS = ("turtle", "trig", "nquads", "jsonld")


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
        click.option("--max-text", type=click.IntRange(1), help="Characters of its text (4 000 000)."),
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


def _configured(path: Path | None, given: dict[str, Any]) -> Config:
    from dataclasses import replace

    from forumgraph.config import FILE, Config, load

    found = path or (Path(FILE) if Path(FILE).is_file() else None)
    config = load(found) if found else Config()
    return replace(config, limits=replace(config.limits, **{name: value for name, value in given.items() if value}))


def _say(words: str, *, quiet: bool = False) -> None:
    if not quiet:
        click.echo(words, err=True, nl=not words.endswith("\n"))


def _judge(findings: Iterable[Finding], fail_on: str) -> None:
    """End with status 1 if a finding is bad enough."""
    if fail_on != "never" and any(_ORDER[finding.severity] >= _ORDER[Severity(fail_on)] for finding in findings):
        click.get_current_context().exit(1)


@click.command(
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
    given = {name: limits[f"max_{name}"] for name in ("size", "text", "seconds", "memory")}
    return _configured(limits["config_path"], given)


def _progress(*, quiet: bool) -> Callable[[str, int, int], None] | None:
    """Return what shows progress, where standard error is a terminal."""
    if quiet or not sys.stderr.isatty():
        return None

    def show(stage: str, done: int, total: int) -> None:
        end = "\n" if done == total else ""
        click.echo(f"\r{stage} {done}/{total}{end}", err=True, nl=False)

    return show


@click.command(
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
        from forumgraph.converters.account.coverage import explain as explained

        click.echo("\n".join(explained(report) for report in reports), nl=False)
    elif form == "json":
        click.echo(printing.records(reports), nl=False)
    else:
        from forumgraph.graph.written.dumps import graph_of

        click.echo(graph_of(reports, form, _config(limits).project.base), nl=False)
    _judge(findings, fail_on)


@click.command(
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
