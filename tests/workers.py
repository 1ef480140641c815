"""Work for the tests of the pool: functions that a worker can import."""

from __future__ import annotations

import os
import time


def double(tasks, begin):
    """Double numbers; `crash`, `exit`, `hang`, `spin` and `eat` do what they say."""
    for index, task in enumerate(tasks):
        begin(index)
        yield one(task)


def one(task):
    if task == "crash":
        os.abort()
    if task == "exit":
        os._exit(3)
    if task == "raise":
        raise KeyError(task)
    if task == "hang":
        time.sleep(60)
    while task == "spin":
        pass
    if task == "eat":
        return len(bytearray(8 * 2**30))
    if task == "pid":
        return os.getpid()
    if task == "files":
        return open(os.devnull, "rb").fileno()  # noqa: PTH123 - the number is what is asked for
    return task * 2


def together(tasks, begin):
    """Fail on work for all tasks when one of them is bad."""
    begin(-1)
    if "bad" in tasks:
        os.abort()
    return list(tasks)
