"""What hostile queries cannot do to the server, over real HTTP."""

from __future__ import annotations

import os
import select
import signal
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote

import pytest
from servers import BASE, POST, running

from forumgraph.graph.served.endpoint import Question
from forumgraph.graph.served.endpointcrew import Bounds

DIRECT = "application/sparql-query"
ALL = "SELECT * { ?s ?p ?o } LIMIT 10"
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
POST_PATH = POST.removeprefix(BASE)
HOSTILE = {
    "cross join": RUNAWAY,
    "order of a cross product": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i",
    "distinct of a cross product": "SELECT DISTINCT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "group of a cross product": "SELECT ?a (GROUP_CONCAT(?f) AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } GROUP BY ?a",
    "values product": "SELECT (COUNT(*) AS ?n) {"
    + "".join(f"VALUES ?v{n} {{ {'1 ' * 100} }}" for n in range(12))
    + "}",
    "string doubling": "SELECT ?z { BIND('aaaaaaaaaaaaaaaa' AS ?v0) "
    + "".join(f"BIND(CONCAT(?v{n}, ?v{n}) AS ?v{n + 1})" for n in range(40))
    + " BIND(STRLEN(?v40) AS ?z) }",
    "replace that grows": "SELECT ?z { BIND(REPLACE(REPLACE(REPLACE(REPLACE('aaaaaaaaaaaaaaaaaaaa', 'a', '"
    + "a" * 2000
    + "'), 'a', '"
    + "b" * 2000
    + "'), 'b', '"
    + "c" * 2000
    + "'), 'c', 'dddd') AS ?z) }",
    "regular expression of repeats": "SELECT * { ?s ?p ?o FILTER(REGEX(STR(?o), '((((a{1,100}){1,100}){1,100}){1,100})$')) }",
    "regular expressions on a product": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER(REGEX(CONCAT(STR(?c), STR(?f)), '(a|a)*(a|a)*z$')) }",
    "paths of any length": "SELECT (COUNT(*) AS ?n) { ?a (<x:a>|!<x:b>)* ?b . ?c (<x:a>|!<x:b>)* ?d . ?d (!<x:z>)+ ?e }",
    "deep braces": "SELECT * " + "{" * 5000 + "}" * 5000,
    "deep brackets": "SELECT * { FILTER" + "(" * 5000 + "1" + ")" * 5000 + " }",
    "deep lists": "SELECT * { ?s ?p " + "(" * 3000 + ")" * 3000 + " }",
    "many negations": "SELECT * { FILTER(" + "!" * 5000 + "true) }",
    "fifty brackets": "SELECT * { FILTER" + "(" * 50 + "1" + ")" * 50 + " }",
    "a long sum": "SELECT * { BIND(" + "+".join(["1"] * 15_000) + " AS ?x) }",
    "a long union": "SELECT * {" + " UNION ".join(["{ ?s ?p ?o }"] * 3_500) + "}",
    "a long path": "SELECT * { ?s " + "/".join(["<a:b>"] * 9_000) + " ?o }",
    "a long or": "SELECT * { ?s ?p ?o FILTER(" + "||".join(["?o=1"] * 9_000) + ") }",
    "many optionals": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o "
    + "".join(f"OPTIONAL {{ ?a{n} ?b{n} ?c{n} }}" for n in range(60))
    + "}",
    "exists in exists": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c FILTER NOT EXISTS { ?d ?e ?f FILTER NOT EXISTS { ?g ?h ?i FILTER(?c = ?f && ?f = ?i) } } }",
    "minus": "SELECT (COUNT(*) AS ?n) { { ?a ?b ?c . ?d ?e ?f } MINUS { ?a ?b ?x . ?d ?e ?y . ?z ?u ?v } }",
    "silent service": "SELECT * { SERVICE SILENT <http://127.0.0.1:{port}/> { ?s ?p ?o } }",
    "hidden service": "PREFIX : <http://127.0.0.1:{port}/> SELECT * { ?s ?p 1SERVICE:a { ?x ?y ?z } }",
    "from elsewhere": "SELECT * FROM <http://127.0.0.1:{port}/> { ?s ?p ?o }",
}


@pytest.fixture
def tight(publication):
    with running(publication, Bounds(seconds=1.5, rows=1000, memory=256 * 2**20, workers=3)) as found:
        yield found


@pytest.mark.slow
def test_a_runaway_is_stopped_in_time_while_others_are_served(tight):
    times = []

    def others(until):
        while time.monotonic() < until:
            began = time.monotonic()
            assert tight.query(ALL).status == 200
            times.append(time.monotonic() - began)

    with ThreadPoolExecutor(5) as threads:
        waiting = [threads.submit(others, time.monotonic() + 2) for _ in range(3)]
        began = time.monotonic()
        stopped = [threads.submit(tight.query, RUNAWAY) for _ in range(2)]
        for each in stopped:
            answer = each.result()
            assert (answer.status, "retry-after" in answer.headers) == (503, True)
        assert time.monotonic() - began < 1.5 + 0.5
        for each in waiting:
            each.result()
    assert len(times) > 100
    assert max(times) < 1.0


@pytest.mark.slow
def test_a_query_whose_client_has_left_is_ended(publication):
    with running(publication, Bounds(seconds=60, workers=1)) as site:
        with socket.create_connection(("127.0.0.1", site.port)) as client:
            client.sendall(f"GET /sparql?query={quote(RUNAWAY)} HTTP/1.1\r\nHost: a\r\n\r\n".encode())
            time.sleep(0.5)
        began = time.monotonic()
        assert site.query("ASK {}").status == 200
        assert time.monotonic() - began < 5


@pytest.mark.slow
def test_when_all_are_busy_files_and_iris_are_still_served_and_queries_told_to_come_back(publication):
    with running(publication, Bounds(seconds=3, workers=1, waiting=1)) as site, ThreadPoolExecutor(6) as threads:
        busy = [threads.submit(site.query, RUNAWAY) for _ in range(6)]
        time.sleep(0.5)
        began = time.monotonic()
        assert site.get("/").status == 200
        assert site.get(f"/{POST_PATH}.ttl").status == 200
        answer = site.query("ASK {}")
        assert (answer.status, answer.headers["retry-after"]) == (503, "5")
        assert time.monotonic() - began < 1
        assert {each.result().status for each in busy} == {503}
        assert time.monotonic() - began < 3.5


@pytest.mark.slow
def test_hostile_queries_never_take_the_server_down(tight):
    assert len(HOSTILE) >= 20
    with socket.create_server(("127.0.0.1", 0)) as canary:
        port = str(canary.getsockname()[1])
        for name, text in HOSTILE.items():
            began = time.monotonic()
            answer = tight.ask("POST", "/sparql", text.replace("{port}", port).encode(), Content_Type=DIRECT)
            assert answer.status in {200, 400, 413, 503}, name
            assert time.monotonic() - began < 2.0, name
            assert tight.query("ASK {}").status == 200, name
        assert not select.select([canary], [], [], 0.1)[0], "somebody connected"


@pytest.mark.slow
def test_lost_workers_are_replaced(tight):
    crew = tight.current.served.strangers
    before = crew.processes
    assert len(before) == 3
    for pid in before:
        os.kill(pid, signal.SIGKILL)
    time.sleep(0.2)
    with ThreadPoolExecutor(6) as threads:
        statuses = [each.result().status for each in [threads.submit(tight.query, ALL) for _ in range(60)]]
    assert statuses == [200] * 60, "one that died while nobody asked is replaced before it is asked"
    assert tight.query(RUNAWAY).status == 503
    assert [tight.query("ASK {}").status for _ in range(9)] == [200] * 9
    deadline = time.monotonic() + 2
    while len(crew.processes) < 3:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    assert crew.processes - before


@pytest.mark.slow
def test_no_connection_is_made_even_past_the_guard(publication):
    with running(publication, Bounds(workers=1)) as site, socket.create_server(("127.0.0.1", 0)) as canary:
        port = canary.getsockname()[1]
        text = f"SELECT * {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}"
        reply = site.current.served.strangers.ask(Question(text, "SELECT"), "json").future.result()
        assert reply.status == 400
        assert not select.select([canary], [], [], 0.2)[0]


@pytest.mark.slow
def test_those_who_ask_nothing_are_shown_out(publication, monkeypatch):
    from forumgraph import serving

    monkeypatch.setattr(serving, "_IDLE_TICKS", 5)
    with running(publication, Bounds(workers=1)) as site:
        with (
            socket.create_connection(("127.0.0.1", site.port)) as silent,
            socket.create_connection(("127.0.0.1", site.port)) as slow,
        ):
            slow.sendall(b"GET / HTTP/1.1\r\nHost:")
            for each in (silent, slow):
                each.settimeout(5)
                assert each.recv(1000) == b""
        assert site.get("/").status == 200
