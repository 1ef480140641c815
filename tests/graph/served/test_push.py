"""`forumgraph push`, against a store of our own making that checks what it is told."""

from __future__ import annotations

import hashlib
from unittest.mock import patch

import pytest
from click.testing import CliRunner
from storeservers import BASE, SECRET, USER, free_port, publication, store

from forumgraph.cli import main
from forumgraph.errors import PublicationFailed
from forumgraph.graph.served.pushrecord import read

GRAPHS = {
    "metadata": "<http://x/a> <http://x/p> <http://x/b> .",
    "stated/one": '<http://x/a> <http://x/p> "é \\"q\\" \\n"@fr .\n<http://x/a> <http://x/p> "2017-07"^^<http://x/gYearMonth> .',
    "stated/two": '<http://x/b> <http://x/p> "two" .',
    "derived/two": '<http://x/b> <http://x/q> "three" .',
}


def push(folder, url, *options, secret=SECRET):
    known = {"FORUMGRAPH_PASSWORD": secret, "FORUMGRAPH_TOKEN": secret}
    done = CliRunner(env=known).invoke(main, ["push", str(folder), url, *options], catch_exceptions=False)
    assert secret not in done.output
    return done


@pytest.fixture
def small(tmp_path):
    return publication(tmp_path / "publication", GRAPHS)


def in_store(server):
    return {
        name.removeprefix(BASE): body.decode().rstrip("\n")
        for name, body in server.graphs.items()
        if name != f"{BASE}push-record"
    }


@pytest.mark.parametrize("auth", ["basic", "digest", "bearer"])
def test_a_store_gets_every_graph_as_it_is_and_a_second_push_sends_none(small, auth):
    with store(auth) as server:
        first = push(small, server.url, "--auth", auth, "--user", USER)
        assert first.exit_code == 0, first.output
        assert "4 graphs sent (5 triples), 0 unchanged, 0 deleted" in first.output
        assert in_store(server) == GRAPHS
        before = len(server.writes())
        second = push(small, server.url, "--auth", auth, "--user", USER)
        assert "0 graphs sent (0 triples), 4 unchanged, 0 deleted" in second.output
        assert len(server.writes()) == before


@pytest.mark.parametrize("auth", ["basic", "digest", "bearer"])
def test_a_wrong_secret_ends_with_status_4_and_changes_nothing(small, auth):
    with store(auth) as server:
        done = push(small, server.url, "--auth", auth, "--user", USER, secret="not-the-one")  # noqa: S106 - a wrong one
        assert done.exit_code == 4
        assert "answered 401" in done.output
        assert done.output.count("\n") == 1
        assert server.graphs == {}


def test_digest_goes_on_when_a_nonce_is_worn_out(small):
    with store("digest") as server:
        server.most_uses = 2
        assert push(small, server.url, "--auth", "digest", "--user", USER).exit_code == 0
        assert in_store(server) == GRAPHS


def test_digest_never_tells_the_password_to_a_store_that_asks_for_basic(small):
    with store("basic") as server:
        done = push(small, server.url, "--auth", "digest", "--user", USER)
        assert "does not offer Digest" in done.output
        assert not any("Authorization" in headers for headers in server.headers)


def test_only_what_changed_is_sent_and_what_is_gone_is_deleted(small):
    with store() as server:
        server.graphs["https://example.org/data/graph/by-someone-else"] = b"<http://x/a> <http://x/a> <http://x/a> ."
        push(small, server.url)
        changed = {**GRAPHS, "stated/two": '<http://x/b> <http://x/p> "new" .'}
        del changed["derived/two"]
        server.asked.clear()
        done = push(publication(small, changed), server.url)
        assert "1 graphs sent (1 triples), 2 unchanged, 1 deleted" in done.output
        assert server.sent() == [("PUT", "stated/two"), ("DELETE", "derived/two")]
        assert in_store(server).pop("by-someone-else")
        assert {name: text for name, text in in_store(server).items() if name != "by-someone-else"} == changed


@pytest.mark.parametrize("breaks_at", range(1, 7))
def test_a_push_that_broke_off_is_finished_by_the_next_one_whatever_changed_in_between(small, breaks_at):
    with store() as server:
        push(small, server.url)
        changed = {
            "metadata": GRAPHS["metadata"],
            "stated/two": '<http://x/b> <http://x/p> "new" .',
            "new": GRAPHS["stated/one"],
        }
        server.asked.clear()
        server.breaks_at = breaks_at
        broken = push(publication(small, changed), server.url)
        assert broken.exit_code == 4
        again = push(publication(small, {**changed, "new": GRAPHS["derived/two"]}), server.url)
        assert again.exit_code == 0, again.output
        assert in_store(server) == {**changed, "new": GRAPHS["derived/two"]}


def test_a_push_that_a_person_breaks_off_says_how_to_go_on(small):
    with store("basic") as server:
        with patch("forumgraph.graph.served.pushing.push", side_effect=KeyboardInterrupt):
            done = push(small, server.url, "--user", USER)
        assert done.exit_code == 130
        assert "push again to go on" in done.output
        assert push(small, server.url, "--user", USER).exit_code == 0
        assert in_store(server) == GRAPHS


def test_what_has_arrived_before_a_push_broke_off_is_not_sent_again(small):
    with store() as server:
        server.breaks_at = 4
        broken = push(small, server.url)
        assert broken.exit_code == 4
        assert "answered 500 Internal Server Error" in broken.output
        server.asked.clear()
        push(small, server.url)
        assert server.sent() == [("PUT", "stated/one"), ("PUT", "stated/two")]


def test_a_dry_run_tells_the_requests_and_writes_nothing(small):
    with store() as server:
        done = push(small, server.url, "--dry-run")
        assert server.writes() == []
        assert server.graphs == {}
        assert (
            f"PUT {server.url}?graph=https%3A%2F%2Fexample.org%2Fdata%2Fgraph%2Fstated%2Fone  (text/turtle, 2 triples"
            in (done.output)
        )
        assert "4 graphs to send (5 triples), 0 unchanged, 0 to delete" in done.output


def test_only_some_graphs_are_sent_where_they_are_named(small):
    with store() as server:
        push(small, server.url, "--only", "stated/*")
        assert set(in_store(server)) == {"stated/one", "stated/two"}
        push(
            publication(small, {"metadata": GRAPHS["metadata"]}), server.url, "--only", "stated/one", "--only", "meta*"
        )
        assert set(in_store(server)) == {"metadata", "stated/two"}


def test_all_sends_also_what_is_there(small):
    with store() as server:
        push(small, server.url)
        assert "4 graphs sent" in push(small, server.url, "--all").output


def test_a_store_that_is_empty_and_takes_n_quads_gets_them_in_one_request(small):
    with store() as server:
        url = server.url.removesuffix("/store")
        push(small, url, "--store", "oxigraph")
        assert [method for method, _ in server.writes()] == ["PUT", "POST", "PUT"]
        assert in_store(server) == GRAPHS
        assert "4 unchanged" in push(small, url, "--store", "oxigraph").output


def test_graphs_that_are_there_without_a_record_are_replaced_and_not_added_to(small):
    with store() as server:
        server.graphs[f"{BASE}metadata"] = b"<http://x/old> <http://x/old> <http://x/old> .\n"
        push(small, server.url.removesuffix("/store"), "--store", "oxigraph")
        assert in_store(server) == GRAPHS


def test_redirects_are_not_followed(small):
    with store() as server, store() as other:
        server.answers = (307, {"Location": f"{other.url}?token=abc"}, b"")
        done = push(small, server.url, "--auth", "basic", "--user", USER)
        assert done.exit_code == 4
        assert "points to http://127.0.0.1/store" in done.output
        assert "token" not in done.output
        assert other.headers == []


def test_what_a_store_repeats_of_a_secret_is_not_shown(small):
    with store("bearer") as server:
        server.breaks_at = 1
        done = push(small, server.url, "--auth", "bearer")
        assert "no room left for Bearer ***" in done.output


def test_a_store_that_is_not_there_ends_with_status_4_and_one_line(small):
    done = push(small, f"http://127.0.0.1:{free_port()}")
    assert done.exit_code == 4
    assert "cannot be reached: Connection refused" in done.output
    assert done.output.count("\n") == 1


def test_a_store_that_does_not_answer_is_given_up(small):
    import socket

    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        done = push(small, f"http://127.0.0.1:{silent.getsockname()[1]}", "--max-seconds", "0.2")
        assert done.exit_code == 4
        assert "no answer in time" in done.output


def test_something_else_than_a_store_is_told_apart(small):
    with store() as server:
        server.answers = (200, {"Content-Type": "text/html"}, b"<!doctype html><title>Welcome</title>")
        assert "not Turtle" in push(small, server.url).output


def test_a_dump_that_was_changed_by_hand_is_not_pushed(small):
    with (small / "data/forumgraph.nq").open("ab") as file:
        file.write(b"<http://x/a> <http://x/a> <http://x/a> <http://x/a> .\n")
    done = push(small, "http://127.0.0.1:9")
    assert done.exit_code == 4
    assert "not what the manifest says" in done.output


@pytest.mark.parametrize(
    "url",
    [
        f"http://{USER}:{SECRET}@localhost/store",
        f"http://{SECRET}@localhost/store",
        f"http://localhost/store?access-token={SECRET}",
        f"http://localhost/store#{SECRET}",
        f"ftp://localhost/{SECRET}",
        f"//localhost/{SECRET}",
        f"http://[{SECRET}",
        f"http://localhost:{SECRET}/",
        f"http://localhost/\n{SECRET}",
        f"http://localhost/é{SECRET}",
    ],
)
def test_a_url_that_may_hold_a_secret_is_refused_without_repeating_it(small, url):
    assert push(small, url).exit_code == 2


def test_a_secret_that_would_travel_unencrypted_is_warned_of(small):
    with patch("forumgraph.graph.served.pushing.push", side_effect=PublicationFailed("stopped")):
        done = push(small, "http://store.example.org", "--auth", "bearer")
        assert "unencrypted" in done.output
        assert "unencrypted" not in push(small, "https://store.example.org", "--auth", "bearer").output


def test_digests_are_of_the_triples(small):
    with store() as server:
        push(small, server.url)
        record = read(server.graphs[f"{BASE}push-record"])
        assert record.rows["stated/two"] == hashlib.sha256(f"{GRAPHS['stated/two']}\n".encode()).hexdigest()
