"""Where workers come from.

One process holds the data in memory and makes a copy of itself whenever a worker is wanted (fork), which takes milliseconds and shares its pages; where
the data are too large for that, or the system cannot do it, each worker opens them itself.

Neither the server nor its threads are ever copied: the process that is copied runs nothing else and has one thread.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
from dataclasses import dataclass
from multiprocessing import reduction
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from forumgraph.errors import PublicationFailed
from forumgraph.graph.served.endpointworker import born, held, opened, serve

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess
    from pathlib import Path

    from pyoxigraph import Store

_OPENING = 60.0
_PRELOADED = ["forumgraph.cli", "forumgraph.graph.served.endpointworker", "forumgraph.graph.served.endpointnursery"]


@dataclass(frozen=True, slots=True)
class Child:
    """A worker.

    Attributes:
        pid: number of its process.
        pipe: to it.
        kill: ends it at once, whatever it does; to be called once.
    """

    pid: int
    pipe: Connection
    kill: Callable[[], None]


class Nursery:
    """Gives workers that open the data themselves."""

    def __init__(self, snapshot: Path) -> None:
        self._snapshot = snapshot
        self._lock = threading.Lock()

    def worker(self, memory: int) -> Child:
        """Return a worker that has opened the data.

        Args:
            memory: bytes it may take beyond what the data take.

        Raises:
            PublicationFailed: if none can be made.
        """
        with self._lock:
            process, pipe = started(serve, str(self._snapshot), memory)
        child = Child(process.pid or 0, pipe, lambda: _kill(process))
        try:
            ready = pipe.poll(_OPENING) and pipe.recv_bytes()
        except (EOFError, OSError):
            ready = b""
        if not ready:
            pipe.close()
            child.kill()
            raise PublicationFailed("a worker cannot open the data", remedy="Give it more memory with --max-memory")
        return child

    def close(self) -> None:
        """Give no more workers."""


class Copying(Nursery):
    """Gives copies of a process that holds the data in memory; it is started when the first worker is wanted, and again should it be lost."""

    _holder: tuple[BaseProcess, Connection] | None = None

    def worker(self, memory: int) -> Child:
        """Return a worker, as `Nursery` does."""
        with self._lock:
            for _ in range(2):  # the second time with a new holder
                with contextlib.suppress(EOFError, OSError):
                    return self._copied(memory)
                self._end()
        raise PublicationFailed("a worker cannot open the data", remedy="Build the publication again")

    def _copied(self, memory: int) -> Child:
        process, control = self._holder or self._hold()
        here, there = _pipe()
        with there:
            control.send(memory)
            reduction.send_handle(control, there.fileno(), process.pid)
        pid = _told(control)
        return Child(pid, here, lambda: self._kill(pid))

    def _hold(self) -> tuple[BaseProcess, Connection]:
        self._holder = started(_hold, str(self._snapshot))
        if not _told(self._holder[1]):
            raise EOFError
        return self._holder

    def _kill(self, pid: int) -> None:
        """End a worker. Its holder does that and no other, for until it has asked what became of it no other process can have its number."""
        with self._lock, contextlib.suppress(EOFError, OSError):
            if self._holder is None:
                return
            self._holder[1].send(-pid)
            _told(self._holder[1])

    def _end(self) -> None:
        if self._holder:
            process, control = self._holder
            self._holder = None
            control.close()
            _kill(process)

    def close(self) -> None:
        """End the holder of the data; workers it gave end with it."""
        with self._lock:
            self._end()


def nursery(snapshot: Path) -> Nursery:
    """Return where workers over a snapshot come from."""
    return (Copying if held(snapshot) and hasattr(os, "fork") else Nursery)(snapshot)


def started(target: Callable[..., None], *arguments: object) -> tuple[BaseProcess, Connection]:
    """Start a process and return it with a pipe to it, whose other end is its first argument."""
    here, there = _pipe()
    with there:
        process = context().Process(target=target, args=(there, *arguments), daemon=True)  # type: ignore[attr-defined]  # typeshed gives BaseContext no Process
        process.start()
    return process, here


def _pipe() -> tuple[Connection, Connection]:
    return multiprocessing.Pipe()  # pyright: ignore[reportReturnType]  # on Windows another class of the same use


def context() -> BaseContext:
    """Return how processes are started: from one that is clean and has its modules, where the system has that."""
    if "forkserver" in multiprocessing.get_all_start_methods():
        found = multiprocessing.get_context("forkserver")
        found.set_forkserver_preload(_PRELOADED)
        return found
    return multiprocessing.get_context("spawn")


def _told(control: Connection) -> int:
    if not control.poll(_OPENING):
        raise EOFError
    number: int = control.recv()
    return number


def _kill(process: BaseProcess) -> None:
    process.kill()
    process.join()


def _hold(control: Connection, snapshot: str) -> None:
    """Run in the process that holds the data: a positive number asks for a worker that may take so many bytes, a negative one for the end of one."""
    store = opened(snapshot)
    children: set[int] = set()
    control.send(1)
    with contextlib.suppress(EOFError, OSError):
        while True:
            order: int = control.recv()
            control.send(_copy(control, store, order, children) if order > 0 else _bury(-order, children))
    for child in tuple(children):
        _bury(child, children)


def _copy(control: Connection, store: Store, memory: int, children: set[int]) -> int:
    handle = reduction.recv_handle(control)
    if sys.platform == "win32" or (pid := os.fork()) == 0:
        control.close()
        with contextlib.suppress(BaseException):
            born(Connection(handle), store, memory)
        os._exit(0)
    os.close(handle)
    children.add(pid)
    return pid


def _bury(pid: int, children: set[int]) -> int:
    """End a worker. One that another holder left behind is not ours: it ends with its pipe, or at its limit of processor time."""
    if pid in children:
        children.discard(pid)
        with contextlib.suppress(OSError):
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
    return pid
