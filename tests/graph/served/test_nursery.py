"""Where the workers of the endpoint come from: copies of a process that holds the data, or processes that open them."""

from __future__ import annotations

import os
import signal
import time

import pytest
from servers import BASE

from forumgraph.graph.served import endpointsnapshot
from forumgraph.graph.served.endpoint import Question
from forumgraph.graph.served.endpointcrew import Bounds, Crew
from forumgraph.graph.served.endpointnursery import Copying, nursery

COUNT = Question("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }", "SELECT")
LANGUAGES = Question(
    "SELECT DISTINCT ?o { ?s ?p ?o FILTER(ISLITERAL(?o)) } ORDER BY STR(?o) LANG(?o) LIMIT 50", "SELECT"
)


@pytest.fixture(params=[endpointsnapshot.HELD, 0], ids=["memory", "disk"])
def source(request, publication):
    folder = endpointsnapshot.make(publication, BASE, request.param)
    found = nursery(folder)
    yield found
    found.close()
    endpointsnapshot.remove(folder)


def alive(pid):
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    return True


def test_data_are_held_in_memory_unless_they_are_too_large(publication):
    kinds = []
    for most in (endpointsnapshot.HELD, 0):
        folder = endpointsnapshot.make(publication, BASE, most)
        kinds.append(isinstance(nursery(folder), Copying))
        endpointsnapshot.remove(folder)
    assert kinds == [hasattr(os, "fork"), False]


def test_answers_are_the_same_in_memory_and_on_disk(publication):
    found = []
    for most in (endpointsnapshot.HELD, 0):
        folder = endpointsnapshot.make(publication, BASE, most)
        given = nursery(folder)
        crew = Crew(given, Bounds(workers=1))
        found.append([crew.ask(each, "tsv").future.result().body for each in (COUNT, LANGUAGES)])
        crew.close()
        given.close()
        endpointsnapshot.remove(folder)
    assert found[0] == found[1]
    assert found[0][0].splitlines()[1] != b"0"
    assert len(found[0][1].splitlines()) == 51


def test_no_worker_outlives_its_crew(source):
    crew = Crew(source, Bounds(workers=2))
    pids = crew.processes
    assert len(pids) == 2
    assert all(alive(pid) for pid in pids)
    crew.close()
    deadline = time.monotonic() + 5
    while any(alive(pid) for pid in pids):
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can copy processes")
def test_when_the_process_that_holds_the_data_is_lost_another_takes_its_place(publication):
    folder = endpointsnapshot.make(publication, BASE)
    given = nursery(folder)
    crew = Crew(given, Bounds(workers=1))
    lost = given._holder[0].pid
    for pid in (lost, *crew.processes):
        os.kill(pid, signal.SIGKILL)
    time.sleep(0.2)
    assert crew.ask(COUNT, "tsv").future.result().status == 200
    assert given._holder[0].pid != lost
    crew.close()
    given.close()
    endpointsnapshot.remove(folder)
