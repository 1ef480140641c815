"""Workers that can be lost: the document at fault is given up, all others are done, in order."""

from __future__ import annotations

import multiprocessing
import os
import sys
import time

import pytest
import workers

from forumgraph import pool
from forumgraph.model import Limits

LIMITS = Limits(seconds=1.0, memory=1 * 2**30)


def run(tasks, **options):
    work = options.pop("work", workers.double)
    return [
        (outcome.result, outcome.reason) for outcome in pool.run(work, tasks, options.pop("limits", LIMITS), **options)
    ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_tasks(jobs):
    assert run(list(range(25)), jobs=jobs, batch=3) == [(2 * number, "") for number in range(25)]


def test_no_tasks_need_no_worker():
    assert run([]) == []


@pytest.mark.parametrize(
    ("bad", "reason"), [("crash", "crash"), ("exit", "crash"), ("raise", "crash"), ("hang", "time"), ("spin", "time")]
)
def test_a_task_that_breaks_its_worker_costs_itself_alone(bad, reason):
    assert run([1, 2, bad, 4, 5, 6], jobs=2, batch=3) == [(2, ""), (4, ""), (None, reason), (8, ""), (10, ""), (12, "")]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not limit address space")
def test_a_task_that_eats_the_memory_costs_itself_alone():
    assert run([1, "eat", 3], jobs=1, batch=3) == [(2, ""), (None, "memory"), (6, "")]


def test_many_bad_tasks_cost_only_themselves():
    assert run(["crash", 1, "exit", 2, "crash"], jobs=2, batch=5) == [
        (None, "crash"),
        (2, ""),
        (None, "crash"),
        (4, ""),
        (None, "crash"),
    ]


def test_a_failure_of_work_on_all_tasks_is_traced_to_one():
    assert run(["a", "bad", "c"], work=workers.together, jobs=1, batch=3) == [("a", ""), (None, "crash"), ("c", "")]


def test_even_one_job_is_a_process_of_its_own():
    ((worker, _),) = run(["pid"], jobs=1)
    assert worker != os.getpid()


def test_results_are_given_out_while_others_are_still_made():
    start = time.monotonic()
    outcomes = pool.run(workers.double, [1, "hang"], Limits(seconds=3.0), jobs=2, batch=1)
    assert next(outcomes).result == 2
    assert time.monotonic() - start < 3.0
    outcomes.close()


def test_no_worker_is_left_behind():
    run([1, "crash", 3], jobs=2, batch=1)
    outcomes = pool.run(workers.double, [1, "hang"], LIMITS, jobs=2, batch=1)
    next(outcomes)
    outcomes.close()
    assert multiprocessing.active_children() == []


def test_open_files_of_earlier_work_do_not_add_up():
    found = [number for number, _ in run(["files"] * 40, jobs=1, batch=4)]
    assert max(found) < 40
