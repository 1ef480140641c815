"""Work that is done while other work goes on, in a thread that mostly waits for worker processes."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Generic, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future
    from types import TracebackType

    Work = Callable[["threading.Event"], "T"]
    """Is given what is set when nobody wants the result any more; what it returns then does not matter."""

T = TypeVar("T")


class Aside(Generic[T]):
    """Work that begins with a `with` block and is over when the block is left, whether it was done or not."""

    def __init__(self, work: Work[T]) -> None:
        self._work = work
        self._left = threading.Event()
        self._threads = ThreadPoolExecutor(1, "aside")
        self._done: Future[T]

    def __enter__(self) -> Self:
        self._done = self._threads.submit(self._work, self._left)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._left.set()
        self._threads.shutdown()

    def result(self) -> T:
        """Wait until the work is done, and return what it gives, or raise what it raised."""
        return self._done.result()
