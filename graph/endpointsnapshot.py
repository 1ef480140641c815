"""The data of a publication as a store on disk that is never written again: many workers open it in milliseconds and share its pages.

What a person decided about documents is followed in it, as in the tables, the answers and the pages. Beside the graphs of the dump it has those that query
editors look for: the catalogue, VoID partitions and the questions as examples.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, RdfFormat, Store

from forumgraph.errors import PublicationFailed
from forumgraph.graph.catalog import FILE as CATALOG
from forumgraph.graph.endpointcrew import context
from forumgraph.graph.examples import FILE as EXAMPLES
from forumgraph.graph.partitions import FILE as VOID
from forumgraph.graph.reviewed import show
from forumgraph.graph.store import DUMP

if TYPE_CHECKING:
    from collections.abc import Mapping
    from multiprocessing.connection import Connection


DESCRIBING: Mapping[str, str] = MappingProxyType({"catalog": CATALOG, "examples": EXAMPLES, "void": VOID})
"""From the last part of the name of a graph to the file it holds."""


def make(publication: Path, base: str) -> Path:
    """Load the data of a publication into a new folder for temporary files, which the caller removes; in a process of its own, whose memory is given back.

    Args:
        base: of the data; an absolute IRI that ends with a slash.

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
    ours, theirs = context().Pipe()
    described = {
        f"{base}graph/{name}": str(publication / file)
        for name, file in DESCRIBING.items()
        if (publication / file).is_file()
    }
    process = context().Process(target=_load, args=(theirs, str(dump), described, str(folder)), daemon=True)  # type: ignore[attr-defined]  # typeshed gives BaseContext no Process
    process.start()
    theirs.close()
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


def _load(pipe: Connection, dump: str, described: Mapping[str, str], folder: str) -> None:
    try:
        store = Store(folder)
        store.bulk_load(path=dump, format=RdfFormat.N_QUADS)
        show(store)
        for graph, file in described.items():
            store.bulk_load(path=file, format=RdfFormat.TURTLE, to_graph=NamedNode(graph))
        store.flush()
    except (OSError, SyntaxError, ValueError) as error:
        pipe.send(str(error))
    else:
        del store
        pipe.send("")
