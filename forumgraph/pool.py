"""Worker processes that can be lost: one document that crashes, hangs or eats the memory costs itself and nothing else.

A worker gets a batch of tasks and tells which one it begins. When it dies or passes the deadline, the task it was at is given up, what it had not yet
done of its batch goes back to the front of the queue, and a new worker takes its place. Limits of memory and processor time are those of POSIX; where a system
has none (Windows), only the deadline remains.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess

    from forumgraph.model import Limits

    Begin = Callable[[int], None]
    """Tells that the work on the task of that number in the batch begins; -1 for work on all of them together."""
    Work = Callable[[Sequence[Any], Begin], Iterable[Any]]
    """A function at the top of a module: tasks in, as many results out, each as soon as it is there."""

T = TypeVar("T")
R = TypeVar("R")

_OPEN_FILES = 1024
_ALL = -1
_GRACE = 5.0
_LOOK = 0.5
"""Seconds after which a pool that waits looks whether it is still wanted."""

GARBAGE = (500_000, 20, 20)
"""Thresholds of `gc`: work makes many small things that live until it is done; looking for cycles among them took a tenth of the time."""


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T, R]):
    """What became of one task.

    Attributes:
        result: None when the worker was lost.
        reason: `` of a result; else `time`, `memory` or `crash`.
    """

    task: T
    result: R | None
    reason: str = ""


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Any  # a Connection; on Windows another class of the same methods
    batch: list[int] = field(default_factory=list)
    at: int = _ALL
    made: int = 0
    deadline: float = 0.0


def run(
    work: Work,
    tasks: Sequence[T],
    limits: Limits,
    *,
    jobs: int = 0,
    batch: int = 8,
    left: threading.Event | None = None,
) -> Iterator[Outcome[T, Any]]:
    """Do all tasks, in worker processes, and yield what became of each in the order given.

    Args:
        work: does a batch; it and the tasks are pickled.
        limits: `seconds` for one task, `memory` of a worker.
        jobs: number of workers; 0 for one a processor. Even one is a process of its own.
        batch: how many tasks a worker gets at a time.
        left: set by another thread when nobody wants the rest any more.
    """
    if not tasks:
        return
    pool = _Pool(work, tasks, limits, jobs or os.cpu_count() or 1, batch)
    try:
        yield from pool.outcomes(left or threading.Event())
    finally:
        pool.close()


class _Pool(Generic[T]):
    def __init__(self, work: Work, tasks: Sequence[T], limits: Limits, jobs: int, batch: int) -> None:
        self.work = work
        self.tasks = tasks
        self.limits = limits
        self.batch = max(1, min(batch, -(-len(tasks) // jobs)))
        self.queue: deque[list[int]] = deque(
            list(range(first, min(first + self.batch, len(tasks)))) for first in range(0, len(tasks), self.batch)
        )
        self.done: dict[int, Outcome[T, Any]] = {}
        self.context = _context()
        self.workers = [self.start() for _ in range(min(jobs, len(self.queue)))]

    def start(self) -> _Worker:
        here, there = self.context.Pipe()
        process = self.context.Process(target=_serve, args=(there, self.work, self.limits), daemon=True)  # type: ignore[attr-defined]  # typeshed gives BaseContext no Process
        process.start()
        there.close()
        return _Worker(process, here)

    def outcomes(self, left: threading.Event) -> Iterator[Outcome[T, Any]]:
        for index in range(len(self.tasks)):
            while index not in self.done:
                if left.is_set():
                    return
                self.step()
            yield self.done.pop(index)

    def step(self) -> None:
        """Give work to whoever is idle, then wait for the next message, death or deadline."""
        for worker in self.workers:
            if not worker.batch and self.queue:
                self.give(worker, self.queue.popleft())
        busy = [worker for worker in self.workers if worker.batch]
        until = min(worker.deadline for worker in busy) - time.monotonic()
        ready = wait([worker.pipe for worker in busy], timeout=min(max(until, 0.0), _LOOK))
        for worker in busy:
            if worker.pipe in ready:
                self.hear(worker)
            elif time.monotonic() >= worker.deadline:
                self.lose(worker, "time")

    def give(self, worker: _Worker, batch: list[int]) -> None:
        worker.batch, worker.at, worker.made = batch, _ALL, 0
        worker.deadline = (
            time.monotonic() + self.limits.seconds + _GRACE + 30.0
        )  # a worker that has just been started still loads its modules
        try:
            worker.pipe.send([self.tasks[index] for index in batch])
        except OSError:
            self.lose(worker, "crash")

    def hear(self, worker: _Worker) -> None:
        try:
            kind, value = worker.pipe.recv()
        except (EOFError, OSError):
            worker.process.join(_GRACE)
            self.lose(worker, _reason(worker.process.exitcode))
            return
        if kind == "begin":
            worker.at = value
            worker.deadline = (
                time.monotonic() + self.limits.seconds * (1 if value >= 0 else len(worker.batch)) + _GRACE * (value < 0)
            )
        elif kind == "made":
            index = worker.batch.pop(0)
            self.done[index] = Outcome(self.tasks[index], value)
            worker.made += 1
            worker.at = _ALL
        else:
            self.lose(worker, value)

    def lose(self, worker: _Worker, reason: str) -> None:
        """Give up the task a worker was at, put the others back, and replace the worker."""
        _end(worker)
        batch, at = worker.batch, worker.at
        if at == _ALL and len(batch) > 1:
            self.queue.extendleft([index] for index in reversed(batch))
        else:
            guilty = batch[max(at - worker.made, 0)]
            self.done[guilty] = Outcome(self.tasks[guilty], None, reason)
            rest = [index for index in batch if index != guilty]
            if rest:
                self.queue.appendleft(rest)
        self.workers.remove(worker)
        if self.queue:
            self.workers.append(self.start())

    def close(self) -> None:
        for worker in self.workers:
            _end(worker)


def _context() -> BaseContext:
    if "forkserver" in multiprocessing.get_all_start_methods():
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["forumgraph.pool", "forumgraph.ready"])
        _start_fork_server()
        return context
    return multiprocessing.get_context("spawn")


def _start_fork_server() -> None:
    """Start the process that workers are forked from deaf to Ctrl-C, which a terminal sends to all: the one who waits for them ends them, and tells so."""
    from multiprocessing import forkserver, resource_tracker  # noqa: PLC0415 - POSIX only

    resource_tracker.ensure_running()  # which the other would start, and which opens ears again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end(worker: _Worker) -> None:
    worker.pipe.close()
    if worker.process.is_alive():
        worker.process.kill()
    worker.process.join(_GRACE)


def _reason(exit_code: int | None) -> str:
    """Tell why a worker died: the kernel kills for memory, the limit of processor time by a signal of its own."""
    if exit_code == -signal.SIGKILL:
        return "memory"
    if exit_code is not None and hasattr(signal, "SIGXCPU") and exit_code == -signal.SIGXCPU:
        return "time"
    return "crash"


def _serve(pipe: Connection, work: Work, limits: Limits) -> None:
    """Run in the worker: take batches until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.dup2(
        os.open(os.devnull, os.O_WRONLY), 2
    )  # libraries in other languages complain there; what matters comes through the pipe
    _limit(limits)
    gc.freeze()
    gc.set_threshold(*GARBAGE)

    batch: Sequence[Any] = ()

    def begin(index: int) -> None:
        _limit_processor(limits.seconds * (len(batch) if index == _ALL else 1))
        pipe.send(("begin", index))

    while True:
        try:
            batch = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            for result in work(batch, begin):
                pipe.send(("made", result))
        except MemoryError:
            batch = ()
            pipe.send(("lost", "memory"))
            return
        except BrokenPipeError:
            return


def _limit(limits: Limits) -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - POSIX only

    for kind, wanted in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
        (resource.RLIMIT_AS, limits.memory),
    ):
        _, hard = resource.getrlimit(kind)
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        try:
            resource.setrlimit(kind, (soft, hard))
        except (ValueError, OSError):  # macOS refuses some; the deadline remains
            continue


def _limit_processor(seconds: float) -> None:
    """Let the kernel end a worker whose parent is gone and that is still busy with one document."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - POSIX only

    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    allowed = int(used.ru_utime + used.ru_stime + 2 * seconds) + 10
    resource.setrlimit(resource.RLIMIT_CPU, (allowed if hard == resource.RLIM_INFINITY else min(allowed, hard), hard))
