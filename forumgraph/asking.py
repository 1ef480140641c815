"""The questions of the catalogue, answered in a process that can be lost: a question that takes too long costs itself and not the publication."""

from __future__ import annotations

import shutil
import time
from contextlib import ExitStack
from dataclasses import dataclass
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

    from forumgraph.queries import Query

    Opened = Callable[[Query], Store]
    """Gives a store for a question."""

    from forumgraph.model import Finding

LIMITS = Limits(seconds=600.0, memory=8 * 2**30)
"""Of one question; generous, because the same documents are to give the same answers on a slow machine too."""

LARGE = 200 * 2**20
"""Bytes of the parts of all documents, about a fifth of the dump, from which on questions have several stores: one store of all would take three times that in memory."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to be answered.

    Attributes:
        aside: folder for what is needed meanwhile.
        large: whether questions are to have several stores, so that memory holds what some of them ask about.
    """

    name: str
    aside: Path
    large: bool = False

    @property
    def packed(self) -> Path:
        """What the catalogue asks about, as `questions.open_asked` takes it."""
        return self.aside / "asked"

    @property
    def whole(self) -> Path:
        """A file that is there when that is whole."""
        return self.aside / "whole"


def answer_all(tasks: Sequence[Asked], begin: Callable[[int], None]) -> Iterator[tuple[str, str, float]]:
    """Load what is asked about once, and yield each answer as CSV and as JSON, with the seconds of processor time it took."""
    begin(-1)
    start = time.process_time()
    opened = (_opened_apart if tasks[0].large else _opened)(tasks[0])
    for index, task in enumerate(tasks):
        begin(index)
        written = _answered(opened, question(task.name))
        now = time.process_time()
        yield *written, now - start
        start = now


def _answered(opened: Opened, asked: Query) -> tuple[str, str]:
    found = answer(opened(asked), asked)
    return found.csv(), found.json()


def _opened(task: Asked) -> Opened:
    """Load what all questions ask about."""
    store = show(open_asked(task.packed, task.whole))
    return lambda _asked: store


def _opened_apart(task: Asked) -> Opened:
    """Prepare what questions ask about; what an earlier worker has prepared whole is not prepared again."""
    spool, done = Spool(task.aside / "spool"), task.aside / "spooled"
    if not done.exists():
        shutil.rmtree(task.aside / "spool", ignore_errors=True)
        spool.fill(task.packed, task.whole)
        done.touch()
    groups = {query.name: group for group in spool.groups(catalogue().values()) for query in group}
    kept: dict[Sequence[Query], Store] = {}

    def opened(asked: Query) -> Store:
        group = groups[asked.name]
        if group not in kept:
            kept.clear()
            shutil.rmtree(task.aside / "store", ignore_errors=True)
            kept[group] = show(spool.open(group, task.aside / "store"))
        return kept[group]

    return opened


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
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            aside = stack.enter_context(TemporaryDirectory(prefix=".store-", dir=self.staging.folder))
            self._tasks = [Asked(name, Path(aside), self._large) for name in catalogue()]
            self._packed = stack.enter_context(self._tasks[0].packed.open("wb"))
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
        self._tasks[0].whole.touch()

    def result(self) -> tuple[tuple[Finding, ...], float]:
        """Wait for all answers; return findings about questions that could not be answered, and the seconds of processor time the others took."""
        return self._work.result()

    def _answered(self, left: threading.Event) -> tuple[tuple[Finding, ...], float]:
        lost: list[Finding] = []
        seconds = 0.0
        for outcome in pool.run(answer_all, self._tasks, self._limits, jobs=1, batch=len(self._tasks), left=left):
            name = outcome.task.name
            if outcome.result is None:
                lost.append(finding("PUB002", f"the question {name} was not answered ({outcome.reason})", Place(DUMP)))
            else:
                as_csv, as_json, taken = outcome.result
                self.staging.write(f"answers/{name}.csv", as_csv)
                self.staging.write(f"answers/{name}.json", as_json)
                seconds += taken
        return tuple(lost), seconds
