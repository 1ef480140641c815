"""The questions of the catalogue, answered in a process that can be lost: a question that takes too long costs itself and not the publication."""

from __future__ import annotations

import time
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Self

from forumgraph import pool
from forumgraph.aside import Aside
from forumgraph.findings import finding
from forumgraph.graph.asked.questions import Spool, answer, open_asked
from forumgraph.graph.asked.store import DUMP
from forumgraph.graph.decided.reviewed import show
from forumgraph.graph.described.publication import Staging
from forumgraph.model import Limits, Place
from forumgraph.queries import catalogue, question

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterator, Sequence
    from types import TracebackType

    from pyoxigraph import Store

    from forumgraph.model import Finding

LIMITS = Limits(seconds=600.0, memory=8 * 2**30)
"""Of one question; generous, because the same documents are to give the same answers on a slow machine too."""

LARGE = 100 * 2**20
"""Bytes of the parts of all documents, about a fifth of the dump, from which on questions have several stores: one store of all would take three times that in memory."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to be answered.

    Attributes:
        aside: folder for what is needed meanwhile.
        together: the questions that are put to one store with it; empty where there is one store for all.
    """

    name: str
    aside: Path
    together: tuple[str, ...] = ()

    @property
    def packed(self) -> Path:
        """What the catalogue asks about, as `questions.open_asked` takes it."""
        return self.aside / "asked"

    @property
    def whole(self) -> Path:
        """A file that is there when that is whole."""
        return self.aside / "whole"

    @property
    def spool(self) -> Spool:
        """The same, sorted."""
        return Spool(self.aside / "spool")


def prepare(tasks: Sequence[Asked], begin: Callable[[int], None]) -> Iterator[tuple[list[tuple[str, ...]], float]]:
    """Sort what is asked about, and yield the questions by the stores they are to be put to, with the seconds of processor time it took."""
    for number, task in enumerate(tasks):
        begin(number)
        start = time.process_time()
        task.spool.fill(task.packed, task.whole)
        groups = [tuple(query.name for query in group) for group in task.spool.groups(catalogue().values())]
        yield groups, time.process_time() - start


def answer_all(tasks: Sequence[Asked], begin: Callable[[int], None]) -> Iterator[tuple[str, str, float]]:
    """Load what questions of one store ask about once, and yield each answer as CSV and as JSON, with the seconds of processor time it took."""
    begin(-1)
    start = time.process_time()
    with TemporaryDirectory(dir=tasks[0].aside, ignore_cleanup_errors=True) as folder:
        store = show(_opened(tasks[0], Path(folder) / "store"))
        for index, task in enumerate(tasks):
            begin(index)
            found = answer(store, question(task.name))
            written = found.csv(), found.json()
            now = time.process_time()
            yield *written, now - start
            start = now


def _opened(task: Asked, aside: Path) -> Store:
    if task.together:
        return task.spool.open([question(name) for name in task.together], aside)
    return open_asked(task.packed, task.whole)


class Answers:
    """The answers of a publication, on their way while it is still being laid together; to be used in a `with` block.

    Attributes:
        staging: what was written.
    """

    def __init__(self, folder: Path, size: int, limits: Limits = LIMITS) -> None:
        """Prepare for asking.

        Args:
            folder: of the publication.
            size: bytes of the parts of all documents.
        """
        self.staging = Staging(folder)
        self._large = size >= LARGE
        self._limits = limits
        self._seconds = 0.0
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            aside = stack.enter_context(TemporaryDirectory(prefix=".store-", dir=self.staging.folder))
            self._all = Asked("", Path(aside))
            self._packed = stack.enter_context(self._all.packed.open("wb"))
            self._work = stack.enter_context(Aside(self._answered))
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.ask()  # whoever still waits for the rest waits for nothing
        self._stack.__exit__(kind, error, trace)

    def give(self, packed: bytes) -> None:
        """Give what the catalogue asks about of one document, or of what joins several: what `questions.asked` writes, compressed by `dumps.pack`."""
        self._packed.write(packed)
        self._packed.flush()  # it is read meanwhile

    def ask(self) -> None:
        """Tell that all was given."""
        self._all.whole.touch()

    def result(self) -> tuple[tuple[Finding, ...], float]:
        """Wait for all answers; return findings about questions that could not be answered, and the seconds of processor time the others took."""
        return self._work.result()

    def _answered(self, left: threading.Event) -> tuple[tuple[Finding, ...], float]:
        lost: list[Finding] = []
        for outcome in self._prepared(left) if self._large else self._asked(tuple(catalogue()), left):
            name = outcome.task.name
            if outcome.result is None:
                lost.append(finding("PUB002", f"the question {name} was not answered ({outcome.reason})", Place(DUMP)))
            else:
                as_csv, as_json, taken = outcome.result
                self.staging.write(f"answers/{name}.csv", as_csv)
                self.staging.write(f"answers/{name}.json", as_json)
                self._seconds += taken
        return tuple(lost), self._seconds

    def _prepared(self, left: threading.Event) -> Iterator[pool.Outcome[Asked, tuple[str, str, float]]]:
        """Answer all questions, those of one store after the other."""
        patient = replace(self._limits, seconds=self._limits.seconds * len(catalogue()))
        for prepared in pool.run(prepare, [self._all], patient, jobs=1, left=left):
            groups, seconds = prepared.result or ((), 0.0)
            self._seconds = seconds
            for group in groups:
                yield from self._asked(group, left, together=group)
            if not groups:
                yield from (pool.Outcome(replace(self._all, name=name), None, prepared.reason) for name in catalogue())

    def _asked(
        self, names: Sequence[str], left: threading.Event, *, together: tuple[str, ...] = ()
    ) -> Iterator[pool.Outcome[Asked, tuple[str, str, float]]]:
        """Answer questions in a worker of their own."""
        tasks = [replace(self._all, name=name, together=together) for name in names]
        return pool.run(answer_all, tasks, self._limits, jobs=1, batch=len(tasks), left=left)
