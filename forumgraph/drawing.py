"""The pages of documents, made in worker processes while the rest of an edition is written, or taken over from the edition before.

What the pages of a document show depends on its part in the cache, on the design, on the configuration, and on which other documents tell of its
meetings. So a list of the pages is kept under a key of these; where the files of the old edition are still as they were written, they are not made again.
"""

from __future__ import annotations

import hashlib
import json
import time
from dataclasses import asdict, dataclass
from itertools import chain
from typing import TYPE_CHECKING

from forumgraph import parcels, pool, shards
from forumgraph.errors import PublicationFailed
from forumgraph.graph.decided.reviewed import as_left
from forumgraph.graph.rdf.addresses import Addresses
from forumgraph.graph.rdf.nodes import Nodes
from forumgraph.graph.shown.cards import Cards, cards
from forumgraph.graph.shown.documentpages import document_pages
from forumgraph.graph.shown.exhibiting import exhibit
from forumgraph.graph.shown.gravepages import withdrawn_pages
from forumgraph.graph.shown.vocabularies import labels
from forumgraph.graph.written.dumps import unpack
from forumgraph.graph.written.leaves import Leaf, Leaves
from forumgraph.tellings import tellings

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from forumgraph.cache import Shelf
    from forumgraph.graph.described.publication import Written
    from forumgraph.graph.shown.exhibits import Link
    from forumgraph.graph.shown.pages import Frame
    from forumgraph.joining import Workshop

_BATCH = 16


@dataclass(frozen=True, slots=True)
class Task:
    """One document whose pages are to be made.

    Attributes:
        shard: where its part of the publication is.
        pages: where the list of its pages is or will be.
        folder: of the new edition.
        old: of the edition before.
        also: other documents that tell of its meetings, as `tellings` has them.
    """

    shard: Path
    pages: Path
    folder: Path
    old: Path
    frame: Frame
    also: Mapping[str, tuple[Link, ...]]


@dataclass(frozen=True, slots=True)
class Drawn:
    """What became of one document: its cards, the files that were written, and seconds of processor time of a worker."""

    cards: Cards
    files: Mapping[str, Written]
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of all documents, in their order, and the seconds of processor time they took in all processes."""

    documents: Sequence[Drawn]
    seconds: float


def tasks(parts: Sequence[Path], shelf: Shelf, folders: tuple[Path, Path], frame: Frame, *, design: str) -> list[Task]:
    """Return what is to be done.

    Args:
        folders: of the new edition and of the old one.
        design: a digest of templates and of the files that pages need.
    """
    shared = json.dumps([design, asdict(frame)], sort_keys=True)
    rows = zip(parts, tellings(parts, frame.project.base), strict=True)
    return [
        Task(part, shelf.path(f"pages of {part.name}", _digest(shared, also)), *folders, frame, also)
        for part, also in rows
    ]


def _digest(shared: str, also: Mapping[str, tuple[Link, ...]]) -> str:
    told = json.dumps({node: [asdict(each) for each in links] for node, links in also.items()}, sort_keys=True)
    return hashlib.sha256(f"{shared}\n{told}".encode()).hexdigest()


def draw_all(tasks: Sequence[Task], begin: Callable[[int], None]) -> Iterator[Drawn]:
    """Make the pages of documents, one after the other."""
    for number, task in enumerate(tasks):
        begin(number)
        yield _draw(task)


def _draw(task: Task) -> Drawn:
    start = time.process_time()
    shard = shards.read(task.shard, {"nquads", "coverage", "text"})
    nquads, addresses = unpack(shard.sections["nquads"]).decode(), Addresses(task.frame.project.base)
    nodes = Nodes(as_left(nquads), labels())
    shown = exhibit(
        nodes,
        shard.record["id"],
        shard.sections["coverage"].decode(),
        shard.sections["text"].decode(),
        addresses,
        also=task.also,
    )
    leaves = Leaves(task.folder, task.old)
    withdrawn = withdrawn_pages(task.frame, nquads, addresses)
    for name, text in chain(withdrawn, document_pages(task.frame, shown, nodes)):
        leaves.write(name, text)
    found = cards(shown)
    written = {name: [each.bytes, each.sha256, each.time] for name, each in leaves.leaves.items()}
    shards.write(task.pages, shards.Shard({"files": written}, {"cards": parcels.pack(found)}))
    return Drawn(found, leaves.files, time.process_time() - start)


def taken(task: Task) -> Drawn | None:
    """Take the pages of a document over from the old edition; None where they were not made of the same, or are not as they were."""
    try:
        shard = shards.read(task.pages)
        found = parcels.unpack(Cards, shard.sections["cards"])
        files = {name: Leaf(*row) for name, row in shard.record["files"].items()}
    except (OSError, ValueError):
        return None
    leaves = Leaves(task.folder, task.old)
    return Drawn(found, leaves.files) if leaves.take(files) else None


def draw(tasks: Sequence[Task], workshop: Workshop, left: threading.Event) -> Pages:
    """Make or take over the pages of documents.

    Args:
        left: set when nobody wants them any more.

    Raises:
        PublicationFailed: if the pages of a document cannot be made.
    """
    start = time.thread_time()
    found = [None if left.is_set() else taken(task) for task in tasks]
    missing = [task for task, drawn in zip(tasks, found, strict=True) if drawn is None]
    made = _made(missing, workshop, left)
    documents = [drawn or next(made, None) for drawn in found]
    told = [each for each in documents if each is not None]
    here = time.thread_time() - start
    return Pages(told, here + sum(each.seconds for each in told))


def _made(missing: Sequence[Task], workshop: Workshop, left: threading.Event) -> Iterator[Drawn]:
    for outcome in pool.run(draw_all, missing, workshop.limits, jobs=workshop.jobs, batch=_BATCH, left=left):
        if outcome.result is None:
            raise PublicationFailed(
                f"the pages of {outcome.task.shard.name} could not be made: {outcome.reason}",
                remedy="Build with --no-site, and report this",
            )
        yield outcome.result
