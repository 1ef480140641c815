"""The dump of a publication as a store on disk that is never written again: many workers open it in milliseconds and share its pages."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, Store

from forumgraph.errors import PublicationFailed
from forumgraph.graph.endpointcrew import context
from forumgraph.graph.store import DUMP

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection


def make(publication: Path) -> Path:
    """Load the N-Quads of a publication into a new folder for temporary files, which the caller removes; in a process of its own, whose memory is given back.

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
    process = context().Process(target=_load, args=(theirs, str(dump), str(folder)), daemon=True)  # type: ignore[attr-defined]  # typeshed gives BaseContext no Process
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


@contextmanager
def made(publication: Path) -> Iterator[Path]:
    """Give a snapshot for as long as the block lasts.

    Raises:
        PublicationFailed: as `make` does.
    """
    folder = make(publication)
    try:
        yield folder
    finally:
        remove(folder)


def _load(pipe: Connection, dump: str, folder: str) -> None:
    try:
        store = Store(folder)
        store.bulk_load(path=dump, format=RdfFormat.N_QUADS)
        store.flush()
    except (OSError, SyntaxError, ValueError) as error:
        pipe.send(str(error))
    else:
        del store
        pipe.send("")
