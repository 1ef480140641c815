"""The questions of the catalogue, answered in a process that can be lost: a question that takes too long costs itself and not the publication."""

from __future__ import annotations

import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Store

from forumgraph import pool
from forumgraph.findings import finding
from forumgraph.graph.questions import answer, open_asked
from forumgraph.graph.reviewed import show
from forumgraph.graph.store import DUMP
from forumgraph.model import Limits, Place
from forumgraph.queries import catalogue, question

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterator, Sequence

    from forumgraph.graph.publication import Staging
    from forumgraph.model import Finding

LIMITS = Limits(seconds=120.0, memory=8 * 2**30)
"""Of one question; generous, because the same documents are to give the same answers on a slow machine too."""

LARGE = 2**30
"""Bytes of a dump from which on the store is kept on disk: in memory it takes 1.4 times the dump, on disk loading takes three times as long and answers four times."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to be answered from a publication.

    Attributes:
        aside: folder for a store on disk.
    """

    publication: Path
    name: str
    aside: Path


def answer_all(tasks: Sequence[Asked], begin: Callable[[int], None]) -> Iterator[tuple[str, str, float]]:
    """Load the publication once, and yield each answer as CSV and as JSON, with the seconds of processor time it took."""
    begin(-1)
    start = time.process_time()
    store = _opened(tasks[0])
    for index, task in enumerate(tasks):
        begin(index)
        found = answer(store, question(task.name))
        written = found.csv(), found.json()
        now = time.process_time()
        yield *written, now - start
        start = now


def _opened(task: Asked) -> Store:
    """Open a publication; what an earlier worker loaded whole onto the disk is not loaded again."""
    if (task.publication / DUMP).stat().st_size < LARGE:
        return show(open_asked(task.publication))
    folder, loaded = task.aside / "store", task.aside / "loaded"
    if not loaded.exists():
        shutil.rmtree(folder, ignore_errors=True)
        show(open_asked(task.publication, folder)).flush()
        loaded.touch()
    return Store.read_only(str(folder))


def answered(
    staging: Staging, limits: Limits = LIMITS, *, left: threading.Event | None = None
) -> tuple[tuple[Finding, ...], float]:
    """Write the answers to all questions.

    Args:
        left: set by another thread when nobody wants them any more.

    Returns:
        Findings about questions that could not be answered, and the seconds of processor time the others took.
    """
    with tempfile.TemporaryDirectory(prefix=".store-", dir=staging.folder) as aside:
        return _answered(staging, Path(aside), limits, left)


def _answered(
    staging: Staging, aside: Path, limits: Limits, left: threading.Event | None
) -> tuple[tuple[Finding, ...], float]:
    tasks = [Asked(staging.folder, name, aside) for name in catalogue()]
    lost: list[Finding] = []
    seconds = 0.0
    for outcome in pool.run(answer_all, tasks, limits, jobs=1, batch=len(tasks), left=left):
        if outcome.result is None:
            lost.append(
                finding("PUB002", f"the question {outcome.task.name} was not answered ({outcome.reason})", Place(DUMP))
            )
        else:
            as_csv, as_json, taken = outcome.result
            staging.write(f"answers/{outcome.task.name}.csv", as_csv)
            staging.write(f"answers/{outcome.task.name}.json", as_json)
            seconds += taken
    return tuple(lost), seconds
