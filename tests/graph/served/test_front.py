"""How clients reach the server: below which address, how often, and who they are."""

from __future__ import annotations

import json
import time
import urllib.parse

import pytest
from servers import running

from forumgraph.errors import InvalidUsage
from forumgraph.front import Front, Throttle, front
from forumgraph.graph.served.endpointcrew import Bounds

ADDRESS = "https://data.example.org/meetings"


class Clock:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


def test_a_client_may_ask_some_at_once_and_then_so_many_a_second(clock):
    throttle = Throttle(2, clock)
    assert [throttle.wait("a") for _ in range(11)] == [0] * 10 + [1]
    clock.now += 1
    assert [throttle.wait("a") for _ in range(3)] == [0, 0, 1]
    clock.now += 1000
    assert [throttle.wait("a") for _ in range(11)] == [0] * 10 + [1]


def test_a_rate_below_one_tells_when_to_come_back(clock):
    throttle = Throttle(0.1, clock)
    assert [throttle.wait("a"), throttle.wait("a")] == [0, 10]
    clock.now += 9
    assert throttle.wait("a") == 1
    clock.now += 1
    assert throttle.wait("a") == 0


def test_clients_are_counted_apart_but_not_the_addresses_of_one_network(clock):
    throttle = Throttle(0.1, clock)
    clients = ["192.0.2.1", "192.0.2.2", "::ffff:192.0.2.3", "::ffff:192.0.2.4", "2001:db8::1", "2001:db8:0:1::1"]
    assert [throttle.wait(each) for each in clients] == [0] * 6
    assert throttle.wait("2001:db8::2") > 0
    assert throttle.wait("192.0.2.3") > 0


def test_many_clients_take_little_room(clock):
    throttle = Throttle(1, clock)
    for number in range(10_050):
        throttle.wait(str(number))
    assert len(throttle._left) == 10_000


@pytest.mark.parametrize(
    "address", ["example.org", "ftp://example.org/", "https://a b/", "https://e.org/?x", "https://"]
)
def test_an_address_that_is_none_is_refused(address):
    with pytest.raises(InvalidUsage, match="no address"):
        front(address, 0, forwarded=False)


def test_a_path_is_found_whether_or_not_the_proxy_took_it_away():
    there = front(f"{ADDRESS}/", 0, forwarded=False)
    assert (there.address, there.path) == (ADDRESS, "/meetings")
    paths = ("/meetings/sparql", "/sparql", "/meetingsx", "/meetings/", "/meetings")
    assert [there.within(path) for path in paths] == ["/sparql", "/sparql", "/meetingsx", "/", ""]


@pytest.mark.parametrize(
    ("trusted", "header", "client"),
    [
        (False, "192.0.2.7", "127.0.0.1"),
        (True, "192.0.2.7", "192.0.2.7"),
        (True, "made up, 203.0.113.9 , 192.0.2.7", "192.0.2.7"),
        (True, "2001:db8::1", "2001:db8::1"),
        (True, "made up", "127.0.0.1"),
        (True, "fe80::1%made up", "127.0.0.1"),
        (True, "", "127.0.0.1"),
    ],
)
def test_a_client_is_who_the_proxy_says_where_one_is_trusted(trusted, header, client):
    assert Front(forwarded=trusted).client("127.0.0.1", header) == client


def addresses(site, **headers):
    manifest = json.loads(site.get("/reconcile", **headers).body)
    return manifest["view"]["url"], site.get("/sparql", Accept="application/n-triples", **headers).text


def test_what_a_request_says_of_its_host_is_not_believed(publication):
    with running(publication, Bounds(workers=1)) as site:
        view, service = addresses(site, Host="evil.example", X_Forwarded_Host="evil.example")
        assert view.startswith(f"http://127.0.0.1:{site.port}/")
        assert f"<http://127.0.0.1:{site.port}/sparql>" in service
        assert "evil" not in view + service


def test_behind_a_proxy_the_address_is_the_configured_one_with_its_path(publication):
    with running(publication, Bounds(workers=1), Front(ADDRESS, forwarded=True)) as site:
        view, service = addresses(site)
        assert view.startswith(f"{ADDRESS}/authority/")
        assert f"<{ADDRESS}/sparql>" in service
        for path in ("/sessions.html", "/meetings/sessions.html"):
            assert site.get(path).status == 200
        bare = site.get("/meetings")
        assert (bare.status, bare.headers["location"]) == (308, f"{ADDRESS}/")
        query = urllib.parse.urlencode({"query": "ASK {}"})
        assert site.get(f"/meetings/sparql?{query}", X_Forwarded_For="203.0.113.9, 192.0.2.7").status == 200
        deadline = time.monotonic() + 10
        while not any(line.startswith("192.0.2.7 GET /sparql 200 ") for line in list(site.log)):
            assert time.monotonic() < deadline, site.log
            time.sleep(0.01)


def test_who_asks_too_often_is_told_when_to_come_back(publication):
    with running(publication, Bounds(workers=1), Front(rate=0.1, forwarded=True)) as site:
        assert site.query("ASK {}").status == 200
        refused = site.query("ASK {}")
        assert (refused.status, refused.headers["access-control-allow-origin"]) == (429, "*")
        assert 1 <= int(refused.headers["retry-after"]) <= 10
        assert site.get("/sessions.html").status == 200, "files are for all"
        assert site.get("/sparql?query=ASK%20%7B%7D", X_Forwarded_For="192.0.2.7").status == 200
        assert site.ask("OPTIONS", "/sparql").status == 204


def test_without_a_proxy_clients_are_not_believed_about_themselves(publication):
    with running(publication, Bounds(workers=1), Front(rate=0.1)) as site:
        statuses = [site.get("/sparql?query=ASK%20%7B%7D", X_Forwarded_For=f"192.0.2.{n}").status for n in range(2)]
        assert statuses == [200, 429]
        assert not [line for line in site.log if line.startswith("192.")]
