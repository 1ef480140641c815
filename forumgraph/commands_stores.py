"""Commands that bring a publication into a triple store. They print, as `cli` does."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from forumgraph.graph.served.credentials import METHODS, PASSWORD, TOKEN
from forumgraph.graph.served.stores import KNOWN, PROFILES, STANDARD

if TYPE_CHECKING:
    from collections.abc import Callable

_INTERRUPTED = 130
"""As shells tell of SIGINT."""

_PUBLICATION = click.argument("publication", type=click.Path(path_type=Path, exists=True, file_okay=False))


@click.command(
    epilog="\b\nExamples:\n  forumgraph push publication http://localhost:7878 --store oxigraph --dry-run\n"
    "  forumgraph push publication http://localhost:8890 --store virtuoso --user dba"
)
@_PUBLICATION
@click.argument("url")
@click.option(
    "--store", type=click.Choice(list(PROFILES)), default=STANDARD, show_default=True, help="What kind of store it is."
)
@click.option("--user", default="", envvar="FORUMGRAPH_USER", help="Who you are there; or FORUMGRAPH_USER.")
@click.option(
    "--auth",
    type=click.Choice(METHODS),
    help=f"How to say so; the secret is asked for, or comes from {PASSWORD} or {TOKEN}.",
)
@click.option("--only", multiple=True, help="Names of graphs, with *: stated/*; may be given several times.")
@click.option("--all", "everything", is_flag=True, help="Send also what the store has already.")
@click.option("--dry-run", "dry", is_flag=True, help="Print the requests; read from the store, but write nothing.")
@click.option(
    "--max-seconds",
    type=click.FloatRange(min=0, min_open=True),
    default=120.0,
    show_default=True,
    help="Seconds to wait for each answer.",
)
def push(
    publication: Path,
    url: str,
    store: str,
    user: str,
    auth: str | None,
    *,
    only: tuple[str, ...],
    everything: bool,
    dry: bool,
    max_seconds: float,
) -> None:
    """Bring PUBLICATION into the store at URL: graphs that changed are replaced, graphs that are gone deleted. Can be interrupted and run again."""
    from forumgraph.graph.served.credentials import credentials
    from forumgraph.graph.served.exchange import address
    from forumgraph.graph.served.pushing import Wish
    from forumgraph.graph.served.pushing import push as run

    place, profile = address(url), PROFILES[store]
    known = credentials(os.environ, auth or "", user, profile.auth, _asked if sys.stdin.isatty() else None)
    if known.method in {"basic", "bearer"} and not (place.secure or place.local):
        click.echo(f"forumgraph: the secret goes to {place.host} unencrypted, for the URL is not https", err=True)
    wish = Wish(only, everything, dry, max_seconds)
    try:
        done = run(publication, place, profile, known, wish, tell=click.echo, progress=_progress())
    except KeyboardInterrupt:
        click.echo("\nforumgraph: interrupted. What has arrived is noted: push again to go on", err=True)
        sys.exit(_INTERRUPTED)
    sent = f"{done.sent} graphs {'to send' if dry else 'sent'} ({done.triples} triples)"
    click.echo(f"{sent}, {done.unchanged} unchanged, {done.deleted} {'to delete' if dry else 'deleted'}.")


def _asked(what: str) -> str:
    return str(click.prompt(what, hide_input=True, err=True))


def _progress() -> Callable[[str, int, int], None] | None:
    if not sys.stderr.isatty():
        return None

    def show(stage: str, done: int, total: int) -> None:
        click.echo(f"\r{stage} {done}/{total}" + "\n" * (done == total), err=True, nl=False)

    return show


@click.command(
    epilog="\b\nExamples:\n  forumgraph kit virtuoso publication -o kit\n  forumgraph kit qlever publication -o kit"
)
@click.argument("store", type=click.Choice(KNOWN))
@_PUBLICATION
@click.option(
    "--output",
    "-o",
    "folder",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder to write; what has the same name in it is overwritten.",
)
def kit(store: str, publication: Path, folder: Path) -> None:
    """Write what the bulk loader of STORE wants, to load PUBLICATION for the first time: its quads, settings, and a README with the commands."""
    from forumgraph.graph.served.kits import README, write

    names = write(store, publication, folder)
    click.echo(f"{folder}: {', '.join(names)}. What to do stands in {README}.", err=True)
