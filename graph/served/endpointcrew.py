"""A crew of worker processes over one snapshot: they answer queries of strangers, are killed when time, memory or depth run out, and replaced at once.

pyoxigraph has no time limit and a signal does not stop it: only the end of its process does. A thread a worker waits for it, so that the rest of the
server never does.
"""

from __future__ import annotations

import contextlib
import threading
import time
from concurrent.futures import Future
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import TYPE_CHECKING

from forumgraph.errors import PublicationFailed
from forumgraph.graph.served.endpointworker import LARGEST, Job, Reply

if TYPE_CHECKING:
    from forumgraph.graph.served.endpoint import Question
    from forumgraph.graph.served.endpointnursery import Child, Nursery

_LOOK = 0.05


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one query may cost.

    Attributes:
        seconds: from its arrival to its answer, waiting included.
        rows: rows or triples of the answer.
        memory: bytes beyond what the opened data take.
        workers: queries at once.
        waiting: queries that may wait for a worker.
    """

    seconds: float = 10.0
    rows: int = 100_000
    memory: int = 512 * 2**20
    workers: int = 4
    waiting: int = 128


@dataclass(slots=True)
class Task:
    """A query on its way.

    Attributes:
        gone: to be set when nobody waits for the answer any more.
    """

    job: Job
    deadline: float
    future: Future[Reply] = field(default_factory=Future)
    gone: bool = False


class Crew:
    """Workers over one snapshot, ready when it is made.

    Args:
        nursery: where they come from.

    Attributes:
        asked: questions taken so far.

    Raises:
        PublicationFailed: if the snapshot cannot be opened.
    """

    def __init__(self, nursery: Nursery, bounds: Bounds) -> None:
        self.bounds = bounds
        self._nursery = nursery
        self._queue: SimpleQueue[Task | None] = SimpleQueue()
        self._lock = threading.Lock()
        self.asked = 0
        self._pending = 0
        self._stop = threading.Event()
        self._closed = False
        self._workers: list[_Worker] = []
        workers = [self._start() for _ in range(bounds.workers)]
        self._threads = [threading.Thread(target=self._work, args=(worker,), daemon=True) for worker in workers]
        for thread in self._threads:
            thread.start()

    def ask(self, question: Question, syntax: str) -> Task:
        """Hand in a question; its future gives the reply, never an error."""
        bounds = self.bounds
        task = Task(Job(question, syntax, bounds.rows, bounds.seconds), time.monotonic() + bounds.seconds)
        task.future.set_running_or_notify_cancel()  # it always gets its result, also when nobody waits for it any more
        with self._lock:
            full = self._closed or self._pending >= bounds.workers + bounds.waiting
            self._pending += not full
            if not full:
                self.asked += 1
                self._queue.put(task)
        if full:
            task.future.set_result(Reply(503, b"too many queries are waiting. Try again in a moment"))
        return task

    @property
    def processes(self) -> frozenset[int]:
        """Numbers of the processes at work."""
        return frozenset(each.child.pid for each in self._workers if not each.ended)

    def close(self, *, at_once: bool = False) -> None:
        """End all workers once they have answered what was handed in.

        Args:
            at_once: whether queries under way are stopped.
        """
        if at_once:
            self._stop.set()
        with self._lock:
            self._closed = True
            for _ in self._threads:
                self._queue.put(None)
        for thread in self._threads:
            thread.join(self.bounds.seconds + 1)

    def _start(self) -> _Worker:
        worker = _Worker(self._nursery.worker(self.bounds.memory), self._stop)
        with self._lock:
            self._workers = [worker, *(each for each in self._workers if not each.ended)]
        return worker

    def _work(self, worker: _Worker | None) -> None:
        """Run in a thread: one worker at a time, a new one when it is lost."""
        while (task := self._queue.get()) is not None:
            if worker is None or worker.lost():
                worker = self._replaced()
            reply = worker.answer(task) if worker else Reply(503, b"no worker can be started. Try again in a moment")
            with self._lock:
                self._pending -= 1
            task.future.set_result(reply)
            if worker and worker.ended and not self._stop.is_set():
                worker = self._replaced()
        if worker:
            worker.end()

    def _replaced(self) -> _Worker | None:
        with contextlib.suppress(PublicationFailed, OSError):
            return self._start()
        return None


@dataclass(slots=True)
class _Worker:
    child: Child
    stop: threading.Event
    ended: bool = False

    def answer(self, task: Task) -> Reply:
        if task.gone or time.monotonic() >= task.deadline:
            return Reply(503, b"no worker was free in time. Try again in a moment")
        try:
            self.child.pipe.send(task.job)
            while not self.child.pipe.poll(max(0.0, min(_LOOK, task.deadline - time.monotonic()))):
                if task.gone or self.stop.is_set() or time.monotonic() >= task.deadline:
                    self.end()
                    return Reply(503, f"the query was stopped after {task.job.seconds:g} seconds".encode())
            return Reply.unpacked(self.child.pipe.recv_bytes(LARGEST + 2**16))
        except (EOFError, OSError):
            self.end()
            return Reply(503, b"the query took more memory than it may, or is too complex")

    def lost(self) -> bool:
        """Tell whether it died while nobody asked: nothing else makes its end of the pipe readable."""
        if not self.ended and self.child.pipe.poll():
            self.end()
        return self.ended

    def end(self) -> None:
        self.ended = True
        self.child.pipe.close()
        self.child.kill()
