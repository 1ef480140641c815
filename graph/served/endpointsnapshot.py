"""The data of a publication as they are asked: lines to be held in memory, or, where they are many, a store on disk that is never written again.

What a person decided about documents is followed in it, as in the tables, the answers and the pages. Beside the graphs of the dump it has those that query
editors look for: the catalogue, VoID partitions and the questions as examples.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, RdfFormat, Store

from forumgraph.errors import PublicationFailed
from forumgraph.graph.asked.store import DUMP
from forumgraph.graph.decided.reviewed import show
from forumgraph.graph.described.catalog import FILE as CATALOG
from forumgraph.graph.described.examples import FILE as EXAMPLES
from forumgraph.graph.described.partitions import FILE as VOID
from forumgraph.graph.served.endpointnursery import started
from forumgraph.graph.served.endpointworker import LINES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from multiprocessing.connection import Connection


HELD = 128 * 2**20
"""Bytes of a dump up to which it is held in memory: some 550,000 triples, which take 200 MiB and are asked twice as fast as on disk."""

DESCRIBING: Mapping[str, str] = {"catalog": CATALOG, "examples": EXAMPLES, "void": VOID}
"""From the last part of the name of a graph to the file it holds."""


def make(publication: Path, base: str, most: int = HELD) -> Path:
    """Load the data of a publication into a new folder for temporary files, which the caller removes; in a process of its own, whose memory is given back.

    Args:
        base: of the data; an absolute IRI that ends with a slash.
        most: bytes of a dump that is to be held in memory.

    Raises:
        PublicationFailed: if the folder is no publication, or its dump cannot be read or stored.
    """
    dump = publication / DUMP
    if not dump.is_file():
        raise PublicationFailed(
            f"{publication} is no publication: {DUMP} is missing",
            remedy="Make one with `forumgraph build DOCUMENTS -o PUBLICATION`",
        )
    folder = Path(tempfile.mkdtemp(prefix="forumgraph-"))
    described = {
        f"{base}graph/{name}": str(publication / file)
        for name, file in DESCRIBING.items()
        if (publication / file).is_file()
    }
    process, ours = started(_load, str(dump), described, str(folder), dump.stat().st_size <= most)
    try:
        trouble = ours.recv()
    except EOFError:
        trouble = "the process that loads it has died"
    process.join()
    if trouble:
        remove(folder)
        raise PublicationFailed(f"{dump} cannot be loaded: {trouble}", remedy="Build the publication again")
    return folder


def remove(folder: Path) -> None:
    """Remove a snapshot that nobody needs any more."""
    shutil.rmtree(folder, ignore_errors=True)


def _load(pipe: Connection, dump: str, described: Mapping[str, str], folder: str, held: bool) -> None:
    try:
        store = Store() if held else Store(folder)
        store.bulk_load(path=dump, format=RdfFormat.N_QUADS)
        show(store)
        for graph, file in described.items():
            store.bulk_load(path=file, format=RdfFormat.TURTLE, to_graph=NamedNode(graph))
        if held:
            store.dump(str(Path(folder) / LINES), format=RdfFormat.N_QUADS)
        else:
            store.optimize()
            store.flush()
    except (OSError, SyntaxError, ValueError) as error:
        pipe.send(str(error))
    else:
        del store
        pipe.send("")
