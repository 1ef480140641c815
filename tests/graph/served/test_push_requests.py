"""What `forumgraph push` sends: credentials, records and the paths of each kind of store, without a store."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumgraph.errors import InvalidUsage, PublicationFailed
from forumgraph.graph.served.credentials import Credentials, credentials
from forumgraph.graph.served.exchange import GraphStore, address
from forumgraph.graph.served.pushrecord import Record, read
from forumgraph.graph.served.stores import PROFILES


def test_credentials_that_cannot_be_sent_are_refused():
    for environment, method, user in [
        ({}, "basic", "me"),
        ({"FORUMGRAPH_PASSWORD": "x"}, "basic", ""),
        ({"FORUMGRAPH_PASSWORD": "x"}, "digest", "me:too"),
        ({"FORUMGRAPH_TOKEN": "a\r\nHost: b"}, "bearer", ""),
        ({"FORUMGRAPH_TOKEN": "é"}, "bearer", ""),
    ]:
        with pytest.raises(InvalidUsage) as refused:
            credentials(environment, method, user, "basic", None)
        assert not any(secret in str(refused.value) for secret in environment.values() if len(secret) > 1)


def test_a_secret_is_asked_for_where_the_environment_has_none():
    assert credentials({}, "", "me", "digest", lambda _: "typed").header("GET", "/") == ""
    assert credentials({}, "", "me", "basic", lambda _: "typed") == Credentials("basic", "me", "typed")
    assert credentials({}, "", "", "basic", None) == Credentials()
    assert "typed" not in repr(credentials({}, "", "me", "basic", lambda _: "typed"))


@pytest.mark.parametrize(
    ("algorithm", "response"),
    [
        ("MD5", "8ca523f5e9506fed4657c9700eebdbec"),
        ("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"),
    ],
)
def test_digest_answers_as_the_example_of_the_standard(algorithm, response):
    known = Credentials("digest", "Mufasa", "Circle of Life")
    challenge = (
        f'Basic realm="other", Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm={algorithm}, '
        'nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"'
    )
    assert known.challenged([challenge])
    with patch("secrets.token_hex", lambda _: "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"):
        header = known.header("GET", "/dir/index.html")
    assert f'response="{response}"' in header
    assert "qop=auth, nc=00000001" in header


@given(
    st.dictionaries(st.from_regex(r"[a-z0-9/-]{1,20}", fullmatch=True), st.sampled_from(["-", "ab" * 32]), max_size=500)
)
def test_a_record_is_read_as_it_was_written(rows):
    assert read(Record(rows).triples("https://example.org/g")) == (Record(rows) if rows else None)


def test_a_damaged_record_is_refused():
    with pytest.raises(PublicationFailed, match="--all"):
        read(b'<http://x/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#value> "nonsense" .')


def test_every_profile_builds_requests_for_its_own_paths():
    expected = {
        "standard": "PUT /?graph=http%3A%2F%2Fx%2Fg",
        "fuseki": "PUT /data?graph=http%3A%2F%2Fx%2Fg",
        "graphdb": "PUT /rdf-graphs/service?graph=http%3A%2F%2Fx%2Fg",
        "rdf4j": "PUT /rdf-graphs/service?graph=http%3A%2F%2Fx%2Fg",
        "virtuoso": "PUT /sparql-graph-crud-auth?graph=http%3A%2F%2Fx%2Fg",
        "qlever": "PUT /?graph=http%3A%2F%2Fx%2Fg",
        "oxigraph": "PUT /store?graph=http%3A%2F%2Fx%2Fg",
        "blazegraph": "DELETE /sparql?c=%3Chttp%3A%2F%2Fx%2Fg%3E POST /sparql?context-uri=http%3A%2F%2Fx%2Fg",
        "neptune": "PUT /sparql/gsp/?graph=http%3A%2F%2Fx%2Fg",
    }
    for name, profile in PROFILES.items():
        requests = GraphStore(profile, "").replace("http://x/g", b"")
        assert " ".join(f"{one.method} {one.target}" for one in requests) == expected.pop(name)
    assert expected == {}


def test_an_address_names_its_origin():
    assert address("https://example.org/a/").origin == "https://example.org"
    assert address("http://[::1]:81").origin == "http://[::1]:81"
    assert address("http://[::1]:81").local
    assert not address("http://example.org").local


def test_a_slash_at_the_end_of_a_url_is_kept_only_where_nothing_follows():
    one, other = GraphStore(PROFILES["standard"], "/store/"), GraphStore(PROFILES["fuseki"], "/store/")
    assert one.read("g:a").target == "/store/?graph=g%3Aa"
    assert other.read("g:a").target == "/store/data?graph=g%3Aa"
    assert other.add(b"").target == "/store/data"
