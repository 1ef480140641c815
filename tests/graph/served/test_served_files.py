"""Files, IRIs and the log of the server over real HTTP, and how it begins, changes and ends."""

from __future__ import annotations

import gzip
import posixpath
import re
import signal
import socket
import subprocess
import sys
import time
from collections import defaultdict
from urllib.parse import quote, urljoin

import pytest
from paths import DOCUMENTS
from pyoxigraph import RdfFormat, parse
from servers import BASE, POST, SESSION, running, write

from forumgraph.errors import PublicationFailed
from forumgraph.graph.served.endpointcrew import Bounds
from forumgraph.shelf import Shelf

RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
SESSION_PATH, POST_PATH = SESSION.removeprefix(BASE), POST.removeprefix(BASE)
WAYS = {
    (f"/{SESSION_PATH}", ""): "89abcdef.html",
    (f"/{SESSION_PATH}", "text/html,application/xhtml+xml,*/*;q=0.8"): "89abcdef.html",
    (f"/{SESSION_PATH}", "text/turtle"): "89abcdef.ttl",
    (f"/{SESSION_PATH}", "text/html;q=0.5, text/turtle"): "89abcdef.ttl",
    (f"/{SESSION_PATH}", "application/ld+json"): "89abcdef.jsonld",
    (f"/{POST_PATH}", "application/rdf+xml"): "mayor-aaaaaa.rdf",
    (f"/{POST_PATH}", "text/html"): "mayor-aaaaaa.html",
    ("/authority/lamg", "text/turtle"): "lamg.ttl",
    ("/graph/one", "application/trig"): "one.trig",
    ("/sessions", "text/html"): "sessions.html",
}


@pytest.mark.parametrize("path", WAYS)
def test_iris_lead_to_the_form_that_is_liked(site, path):
    answer = site.get(path[0], **({"Accept": path[1]} if path[1] else {}))
    assert (answer.status, answer.headers["location"], answer.headers["vary"]) == (303, WAYS[path], "Accept")


def test_the_file_of_the_site_goes_before_what_the_data_say(site):
    assert "The file of the session" in site.get(f"/{SESSION_PATH}.ttl").text
    told = {str(quad.triple) for quad in parse(site.get(f"/{SESSION_PATH}.nt").body, format=RdfFormat.N_TRIPLES)}
    assert len(told) == 3


def test_what_has_no_page_is_told_on_a_plain_one_with_nothing_unescaped(site):
    answer = site.get(f"/{POST_PATH}.html")
    assert answer.type == "text/html"
    assert "<h1>Mayor</h1>" in answer.text
    assert f'href="../../{SESSION_PATH}.html"' in answer.text
    assert "Session &lt;one&gt; &amp; two" in site.get("/graph/one.html").text


def test_a_graph_is_all_it_holds(site):
    assert len(list(parse(site.get("/graph/two.nt").body, format=RdfFormat.N_TRIPLES))) == 2


@pytest.mark.parametrize(
    "path",
    [
        "/../../../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2fetc%2fpasswd",
        "/session/..%5c..%5csecret.txt",
        "//etc/passwd",
        "/secret.txt",
        "/link.txt",
        "/data/forumgraph.nq%00.html",
        "/nothing",
        "/nothing.ttl",
        "/session/%3E%20%7D%20DROP",
        "/data/",
        "/x%E9",
    ],
)
def test_no_path_leads_out_of_the_publication(site, publication, path):
    (publication / "secret.txt").write_text("secret")
    assert site.get(path).status == 404


@pytest.mark.slow
def test_every_iri_of_a_publication_leads_to_a_page_and_to_turtle(tmp_path):
    from forumgraph.build import build
    from forumgraph.config import Config

    build((DOCUMENTS,), tmp_path / "publication", Config())
    root = "https://w3id.org/forumgraph/"
    dump = (tmp_path / "publication" / "data" / "forumgraph.nq").read_text()
    names = {each.partition("#")[0] for each in re.findall(f"<{root}([^>]+[^>/])>", dump)}
    kinds = defaultdict(list)
    for name in sorted(names):
        kinds["/".join(name.split("/")[:2]) if name.startswith("data/") else name.split("/")[0]].append(name)
    assert len(kinds) > 20
    with running(tmp_path / "publication", Bounds()) as site:
        for name in (name for some in kinds.values() for name in some[:8]):
            for accept in ("text/html", "text/turtle"):
                path = posixpath.join("/", name.removeprefix("data/"))
                answer = site.get(path, Accept=accept)
                assert answer.status == 303, name
                answer = site.get(urljoin(path, answer.headers["location"]).partition("#")[0], Accept=accept)
                assert (answer.status, answer.type) == (200, accept), name


def test_a_link_that_leads_out_is_not_followed(tmp_path):
    publication = write(tmp_path / "publication", **{"link.txt": "words"})
    (publication / "link.txt").unlink()
    (tmp_path / "secret.txt").write_text("secret")
    (publication / "link.txt").symlink_to(tmp_path / "secret.txt")
    with running(publication, Bounds(workers=1)) as site:
        assert site.get("/link.txt").status == 404


def test_files_have_types_validators_and_say_where_the_same_is_for_machines(site):
    answer = site.get(f"/{SESSION_PATH}.html")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert site.get(f"/{SESSION_PATH}.ttl").headers["link"] == '<89abcdef.html>; rel="describes"; type="text/html"'
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert site.get(f"/{SESSION_PATH}.html", If_None_Match=answer.headers["etag"]).status == 304
    assert gzip.decompress(site.get("/", Accept_Encoding="gzip, br").body) == site.get("/").body
    assert site.ask("POST", "/", b"").status == 405
    assert (site.get("/help").status, site.get("/help").headers["location"]) == (308, "help/")
    assert site.get("/help?page=2").headers["location"] == "help/?page=2"
    assert "Help" in site.get("/help/").text
    assert "server" not in answer.headers


def test_a_set_of_links_of_another_form_is_said_in_one_line(tmp_path):
    publication = write(tmp_path / "publication", **{"linkset.json": '{"links": []}'})
    with pytest.raises(PublicationFailed, match="no set of links"):
        Shelf(publication)


def test_schemes_whose_names_end_with_a_slash_lead_to_their_pages(tmp_path):
    publication = write(tmp_path / "publication", **{"themes.html": "<!doctype html><title>Themes</title>"})
    with running(publication, Bounds(workers=1)) as site:
        answer = site.get("/theme/")
        assert (answer.status, answer.headers["location"]) == (303, "../themes.html")
        assert site.get("/authority/").status == 404, "where there is no such page"


def test_large_files_come_in_pieces_or_as_the_compressed_file_beside_them(tmp_path):
    large = b"0123456789abcdef" * 200_000
    publication = write(tmp_path / "publication", **{"data/large.nq": large, "data/large.nq.gz": gzip.compress(large)})
    with running(publication, Bounds(workers=1)) as site:
        plain, packed = site.get("/data/large.nq"), site.get("/data/large.nq", Accept_Encoding="gzip")
        assert plain.body == large == gzip.decompress(packed.body)
        assert packed.headers["content-encoding"] == "gzip"
        assert site.get("/data/large.nq", If_None_Match=packed.headers["etag"]).status == 200
        assert site.get("/data/large.nq", If_None_Match=plain.headers["etag"]).status == 304
        assert site.ask("HEAD", "/data/large.nq").headers["content-length"] == str(len(large))
        assert site.get("/data/large.nq.gz").type == "application/gzip"


def test_the_log_tells_who_asked_for_what_and_no_secret(site):
    site.log.clear()
    site.get("/sparql?query=ASK%20%7B%7D&password=hunter2", Authorization="Bearer hunter2")
    site.get("http://user:hunter2@127.0.0.1/")
    site.get("/%1b%5b31m")
    deadline = time.monotonic() + 5
    while len(site.log) < 3 and time.monotonic() < deadline:
        time.sleep(0.01)
    assert re.fullmatch(r"127\.0\.0\.1 GET /sparql 200 26 \d+ms", site.log[0])
    assert "hunter2" not in "\n".join(site.log)
    assert all(line.isprintable() for line in site.log)


def test_a_new_edition_takes_over_without_a_restart(tmp_path):
    publication = write(tmp_path / "publication")
    with running(publication, Bounds(workers=1)) as site:
        assert site.get("/new.html").status == 404
        write(tmp_path / "next", **{"new.html": "<!doctype html><title>New</title>"})
        publication.rename(tmp_path / "old")
        (tmp_path / "next").rename(publication)
        deadline = time.monotonic() + 15
        while site.get("/new.html").status != 200:
            assert time.monotonic() < deadline
            time.sleep(0.1)
        assert site.query("ASK {}").status == 200


def started(publication, *options):
    process = subprocess.Popen(
        [sys.executable, "-m", "forumgraph", "serve", str(publication), "--port", "0", *options],
        stderr=subprocess.PIPE,
        text=True,
    )
    line = process.stderr.readline()
    return process, int(re.search(r":(\d+)/", line)[1])


def test_it_ends_cleanly_when_told_to(publication, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    process, _ = started(publication)
    assert list(tmp_path.glob("forumgraph-*")), "there is a snapshot"
    process.send_signal(signal.SIGTERM)
    assert process.wait(10) == 0
    assert process.stderr.read() == ""
    assert not list(tmp_path.glob("forumgraph-*")), "the snapshot is removed"


@pytest.mark.slow
@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_cleanly_while_a_query_runs(publication, end, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    process, port = started(publication)
    with socket.create_connection(("127.0.0.1", port)) as client:
        client.sendall(f"GET /sparql?query={quote(RUNAWAY)} HTTP/1.1\r\nHost: a\r\n\r\n".encode())
        time.sleep(0.3)
        process.send_signal(end)
        assert process.wait(10) == 0
    assert "Traceback" not in process.stderr.read()
    assert not list(tmp_path.glob("forumgraph-*"))


def test_a_folder_that_is_no_publication_is_said_in_one_line(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "forumgraph", "serve", str(tmp_path), "--port", "0"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr.count("\n")) == (4, 1)
