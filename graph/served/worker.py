"""A query from outside runs in a process of its own, which is killed when its time is up.

pyoxigraph has no time limit and a signal does not stop it; only ending its process does. Limits of memory exist where the system offers them (Linux,
macOS); elsewhere the limit of time remains.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.errors import InvalidQuery, PublicationFailed
from forumgraph.graph.asked.guard import check
from forumgraph.graph.asked.store import Answer, open_dump, run
from forumgraph.graph.decided.reviewed import show
from forumgraph.graph.served.endpointnursery import started
from forumgraph.graph.served.endpointworker import limit

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from pathlib import Path

SECONDS = 30.0
MEMORY = 1 * 2**30


def ask(
    publication: Path,
    text: str,
    *,
    seconds: float = SECONDS,
    memory: int = MEMORY,
    every_layer: bool = False,
    as_graph: bool = False,
) -> Answer:
    """Answer any read-only query on a publication as a person left it, over the union of its graphs or those that it names by `FROM`.

    Args:
        seconds: wall-clock limit for the query; opening the publication is not counted.
        memory: bytes the query may take beyond what the opened publication takes.
        every_layer: whether also what decisions took out of view is asked, as the dumps have it.
        as_graph: whether rows are wanted as a graph too.

    Raises:
        InvalidQuery: if the query is refused or does not parse.
        PublicationFailed: if the publication cannot be opened, or the limit is reached.
    """
    outline = check(text, may_name_graphs=True)
    process, pipe = started(_serve, publication, text, memory, (not outline.names_graphs, every_layer, as_graph))
    try:
        return _outcome(pipe, seconds)
    finally:
        process.kill()
        process.join()
        pipe.close()


def _outcome(pipe: Connection, seconds: float) -> Answer:
    try:
        opened = pipe.recv()
        if isinstance(opened, Exception):
            raise opened
        if not pipe.poll(seconds):
            raise PublicationFailed(
                f"the query was stopped after {seconds:g} seconds",
                remedy="Make it more selective, or raise --max-seconds",
            )
        outcome = pipe.recv()
    except EOFError:
        raise PublicationFailed("the query took more memory than it may", remedy="Make it more selective") from None
    if isinstance(outcome, Exception):
        raise outcome
    assert isinstance(outcome, Answer)
    return outcome


def _serve(pipe: Connection, publication: Path, text: str, memory: int, how: tuple[bool, bool, bool]) -> None:
    union, every_layer, as_graph = how
    try:
        store = open_dump(publication)
        if not every_layer:
            show(store)
        limit(memory)
        pipe.send("open")
        pipe.send(run(store, text, union=union, as_graph=as_graph))
    except (InvalidQuery, PublicationFailed) as error:
        pipe.send(error)
    except MemoryError:
        pipe.close()
