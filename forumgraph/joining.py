"""What joins the statements of different documents: found here, written in worker processes, and kept, so that only what changed is written again."""

from __future__ import annotations

import hashlib
import json
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING

from forumgraph import pool, shards
from forumgraph.aside import Aside
from forumgraph.errors import PublicationFailed
from forumgraph.graph.asked.questions import asked
from forumgraph.graph.described.counts import Counts
from forumgraph.graph.linked import lastrun
from forumgraph.graph.linked.joints import Joint, unpack
from forumgraph.graph.linked.lastrun import LastRun
from forumgraph.graph.linked.linking import check, joined, layers_of
from forumgraph.graph.linked.retellings import told_again
from forumgraph.graph.rdf.identifiers import Namespace
from forumgraph.graph.rdf.syntaxes import SYNTAXES, union
from forumgraph.graph.rdf.terms import lines, of_lines
from forumgraph.graph.written.dumps import chunks, pack
from forumgraph.graph.written.linktables import link_rows
from forumgraph.graph.written.rereading import differences

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from forumgraph.cache import Shelf
    from forumgraph.graph.linked.sessions import Meeting
    from forumgraph.graph.linked.statements import Statement
    from forumgraph.graph.rdf.terms import Triple
    from forumgraph.model import Limits
    from forumgraph.shards import Shard

_FIRST, _LARGEST = 192, 768
"""Parts of links that are in memory together: few at first, so that writing begins soon, then twice as many each time, because each block has workers of its own."""

_BATCH = 32
_AT_ONCE = 8
"""Parts that are checked and read back together."""

_MEMORY = "relations.json"
"""Where the cache has what the last run related: a line that tells its code, then those of `lastrun`."""


@dataclass(frozen=True, slots=True)
class Task:
    """Links of one document to earlier ones, to be written.

    Attributes:
        path: of the shard.
        triples: of the derived layer, as `terms.lines` gives them, where it tells of meetings.
        joint: what joins its statements to earlier ones, as `Joint.pack` gives it.
        files: what the documents of these are called, by their identifiers.
    """

    path: Path
    base: str
    triples: str = ""
    joint: bytes = b""
    files: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Workshop:
    """Where work on links is done.

    Attributes:
        jobs: how many processes; 0 for one a processor.
    """

    shelf: Shelf
    limits: Limits
    jobs: int = 0


def write_all(tasks: Sequence[Task], begin: Callable[[int], None]) -> Iterator[tuple[str, float]]:
    """Write links, and yield for each task what is wrong with it (empty when nothing is) and the seconds of processor time."""
    for first in range(0, len(tasks), _AT_ONCE):
        begin(first)
        start, some = time.thread_time(), tasks[first : first + _AT_ONCE]
        wrong = _write(some)
        yield from [(wrong, (time.thread_time() - start) / len(some))] * len(some)


def _write(tasks: Sequence[Task]) -> str:
    """Write links once all of them conform to the shapes and were read back."""
    base = tasks[0].base
    joints = [unpack(task.joint) if task.joint else Joint(()) for task in tasks]
    told = [joint.triples(base) or of_lines(task.triples) for joint, task in zip(joints, tasks, strict=True)]
    try:
        check([triple for triples in told for triple in triples])
    except PublicationFailed as error:
        return error.message
    layers = [layers_of(triples, base) for triples in told]
    parts = [chunks(graphs, base) for graphs in layers]
    whole = {name: syntax.joint.join([part[name] for part in parts]) for name, syntax in SYNTAXES.items()}
    wrong = next(differences(whole, [graph for graphs in layers for graph in graphs], "", base), "")
    if not wrong:
        for task, joint, triples, graphs, part in zip(tasks, joints, told, layers, parts, strict=True):
            counts = Counts()
            counts.add(union(graphs))
            sections = {name: pack(text) for name, text in part.items()}
            sections["asked"] = pack(asked(graphs))
            rows = link_rows(triples, joint.ends, task.files)
            sections |= {f"csv/{name}": text.encode() for name, text in rows.items()}
            shards.write(task.path, shards.Shard(counts.record(), sections))
    return wrong


class Links:
    """The links of a publication, a few statements of a document at a time.

    Attributes:
        kept: the shards that were used.
        seconds: of processor time that workers took.
    """

    def __init__(self, workshop: Workshop, base: str) -> None:
        self.workshop = workshop
        self.base = base
        self.kept: list[Path] = []
        self.seconds = 0.0
        self._memory = workshop.shelf.folder / _MEMORY
        self._mark = f"{workshop.shelf.digest}\n".encode()

    def shards(
        self,
        statements: Sequence[Statement],
        files: Mapping[str, str],
        refused: Collection[str],
        merged: Collection[tuple[str, str]] = (),
        meetings: Sequence[Meeting] = (),
    ) -> Iterator[Shard]:
        """Relate statements and sessions, and yield the links in parts; some are written while the next ones are found.

        Args:
            files: what each document is called, by its identifier.
            refused: tokens of links that a person rejected.
            merged: decisions by which a person joined points of two documents, each with one of the points.
            meetings: sessions, of which several may be one meeting.

        Raises:
            PublicationFailed: if links do not conform to the shapes, or cannot be written.
        """
        last = self._last()
        joints = joined(statements, self.base, refused, merged, last)
        again = told_again(meetings, Namespace(self.base), refused)
        tasks = chain((self._joint(each, files) for each in joints), map(self._again, again))
        with ExitStack() as stack:
            writing: Aside[list[tuple[Path, Shard]]] | None = None
            for block in chain(_blocks(tasks), [()]):
                written = writing.result() if writing else []
                stack.close()
                writing = stack.enter_context(Aside(partial(self._written, block)))
                for path, shard in written:
                    self.kept.append(path)
                    yield shard
        self._remember(last)

    def _last(self) -> LastRun:
        """Return what the last run of the same code related; nothing where that is lost."""
        try:
            with self._memory.open("rb") as file:
                return lastrun.read(file) if file.readline() == self._mark else LastRun()
        except (OSError, ValueError):
            return LastRun()

    def _remember(self, last: LastRun) -> None:
        self._memory.parent.mkdir(parents=True, exist_ok=True)
        aside = self._memory.with_name(f"{_MEMORY}.new")
        with aside.open("wb") as file:
            file.write(self._mark)
            file.writelines(last.lines())
        aside.replace(self._memory)

    def _joint(self, joint: Joint, files: Mapping[str, str]) -> Task:
        packed, own = joint.pack(), {end.document: files.get(end.document, "") for end in joint.ends}
        return Task(self._path(packed, json.dumps(own).encode()), self.base, joint=packed, files=own)

    def _again(self, triples: list[Triple]) -> Task:
        derived = lines(triples)
        return Task(self._path(derived.encode()), self.base, derived)

    def _path(self, *parts: bytes) -> Path:
        return self.workshop.shelf.path("links", hashlib.sha256(b"\n".join(parts)).hexdigest())

    def _written(self, tasks: tuple[Task, ...], left: threading.Event) -> list[tuple[Path, Shard]]:
        """Write links that are not there yet, and return all."""
        found = {task.path: self.workshop.shelf.find(task.path) for task in tasks}
        for wrong, seconds in self._outcomes([task for task in tasks if found[task.path] is None], left):
            self.seconds += seconds
            if wrong:
                raise PublicationFailed(
                    f"links between documents cannot be published: {wrong}",
                    remedy="This is a fault of forumgraph: please report it with the documents",
                )
        return [(path, shard or shards.read(path)) for path, shard in found.items() if not left.is_set()]

    def _outcomes(self, tasks: Sequence[Task], left: threading.Event) -> Iterator[tuple[str, float]]:
        for lost in pool.run(write_all, tasks, self.workshop.limits, jobs=self.workshop.jobs, batch=_BATCH, left=left):
            yield lost.result or (f"a worker was lost ({lost.reason})", 0.0)


def _blocks(tasks: Iterator[Task]) -> Iterator[tuple[Task, ...]]:
    size = _FIRST
    while block := tuple(islice(tasks, size)):
        yield block
        size = min(2 * size, _LARGEST)
