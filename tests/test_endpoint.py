"""The server over real HTTP: the SPARQL 1.1 Protocol as a table, files and IRIs, and what hostile queries cannot do."""

from __future__ import annotations

import gzip
import json
import os
import posixpath
import re
import select
import signal
import socket
import subprocess
import sys
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote, urlencode, urljoin

import pytest
from pyoxigraph import QueryResultsFormat, RdfFormat, parse, parse_query_results
from servers import BASE, GRAPHS, POST, SESSION, running, write

from forumgraph.graph.endpoint import Question
from forumgraph.graph.endpointcrew import Bounds
from forumgraph.remembered import Remembered
from forumgraph.responses import Response

FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
ALL = "SELECT * { ?s ?p ?o } LIMIT 10"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
IN_GRAPHS = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


@pytest.fixture(scope="module")
def publication(tmp_path_factory):
    return write(tmp_path_factory.mktemp("served") / "publication")


@pytest.fixture(scope="module")
def site(publication):
    with running(publication, Bounds(seconds=5, rows=1000, memory=256 * 2**20, workers=2)) as found:
        yield found


def get(**fields):
    return ("GET", f"/sparql?{urlencode(fields, doseq=True)}", None, {})


def post(media_type, body, address="/sparql"):
    return ("POST", address, body, {"Content_Type": media_type} if media_type else {})


# The tests of the W3C (rdf-tests, sparql/sparql11/protocol) by their names, against our own data; what they ask of updates is refused here.
MATRIX = {
    "query_get": (get(query="ASK {}"), 200),
    "query_post_form": (post(FORM, b"query=ASK+%7B%7D"), 200),
    "query_post_form with a charset": (post(f"{FORM}; charset=UTF-8", b"query=ASK+%7B%7D"), 200),
    "query_post_direct": (post(DIRECT, b"ASK {}"), 200),
    "query_post_direct with a charset": (post(f'{DIRECT};charset="utf-8"', b"ASK {}"), 200),
    "query_post_direct with a data set": (post(DIRECT, b"ASK {}", f"/sparql?default-graph-uri={GRAPHS[0]}"), 200),
    "bad_query_method": (("PUT", "/sparql?query=ASK%20%7B%7D", None, {}), 405),
    "delete": (("DELETE", "/sparql", None, {}), 405),
    "bad_multiple_queries": (get(query=["ASK {}", "SELECT * {}"]), 400),
    "multiple queries in a form": (post(FORM, b"query=ASK+%7B%7D&query=ASK+%7B%7D"), 400),
    "queries in the address and in the body": (post(DIRECT, b"ASK {}", "/sparql?query=ASK%20%7B%7D"), 400),
    "bad_query_wrong_media_type": (post("text/plain", b"ASK {}"), 415),
    "bad_query_missing_form_type": (post("", b"query=ASK+%7B%7D"), 415),
    "bad_query_missing_direct_type": (post("", b"ASK {}"), 415),
    "bad_query_non_utf8": (post(f"{DIRECT}; charset=UTF-16", "ASK {}".encode("utf-16")), 415),
    "not UTF-8 though it says so": (post(DIRECT, b"ASK { ?s ?p '\xe9' }"), 400),
    "not UTF-8 in a form": (post(FORM, b"query=ASK+%7B+%3Fs+%3Fp+%27%E9%27+%7D"), 400),
    "not UTF-8 in the address": (("GET", "/sparql?query=ASK%20%E9", None, {}), 400),
    "bad_query_syntax": (get(query="ASK {"), 400),
    "no query in a form": (post(FORM, b""), 400),
    "an empty query": (get(query=""), 400),
    "a data set without a query": (get(**{"default-graph-uri": GRAPHS[0]}), 400),
    "a graph that is no IRI": (get(query="ASK {}", **{"named-graph-uri": "here"}), 400),
    "too long": (post(DIRECT, b"ASK {}" + b" " * 64_000), 413),
    "too large": (post(DIRECT, b" " * 200_000), 413),
    "too deep": (get(query="ASK " + "{" * 61 + "}" * 61), 400),
    "update_post_form": (post(FORM, b"update=CLEAR+NAMED"), 403),
    "update_post_direct": (post("application/sparql-update", b"CLEAR NAMED"), 403),
    "bad_update_get": (get(update="CLEAR ALL"), 403),
    "an update as a query": (get(query="INSERT DATA { <a:a> <a:a> <a:a> }"), 400),
    "load": (get(query="LOAD <file:///etc/passwd>"), 400),
    "service": (get(query="SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"), 400),
    "something else": (get(query="EXPLAIN"), 400),
}


@pytest.mark.parametrize("name", MATRIX)
def test_the_protocol_is_kept(site, name):
    (method, path, body, headers), status = MATRIX[name]
    answer = site.ask(method, path, body, **headers)
    assert answer.status == status, answer.text
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in answer.headers
    if status != 200:
        assert answer.type == "text/plain"
        assert answer.text.strip()


def graphs(**fields):
    named = {name.replace("_", "-") + "-uri": value for name, value in fields.items()}
    return lambda site, text: site.query(text, **named)


DATASETS = {
    "none: the union of all": (graphs(), COUNT, lambda n: n > 2000),
    "query_dataset_default_graph": (graphs(default_graph=GRAPHS[0]), COUNT, 2),
    "query_dataset_default_graphs": (graphs(default_graph=GRAPHS[:2]), COUNT, 4),
    "default graphs leave no named ones": (graphs(default_graph=GRAPHS[0]), IN_GRAPHS, []),
    "query_dataset_named_graphs": (graphs(named_graph=GRAPHS[:2]), IN_GRAPHS, sorted(GRAPHS[:2])),
    "named graphs leave no default one": (graphs(named_graph=GRAPHS[0]), COUNT, 0),
    "query_dataset_full, default": (graphs(default_graph=GRAPHS[0], named_graph=GRAPHS[1]), COUNT, 2),
    "query_dataset_full, named": (graphs(default_graph=GRAPHS[0], named_graph=GRAPHS[1]), IN_GRAPHS, [GRAPHS[1]]),
    "the query chooses": (graphs(), COUNT.replace("{", f"FROM <{GRAPHS[1]}> {{", 1), 2),
    "query_multiple_dataset: the request wins": (
        graphs(default_graph=GRAPHS[:2]),
        COUNT.replace("{", f"FROM <{GRAPHS[1]}> {{", 1),
        4,
    ),
    "an unknown graph is empty": (graphs(default_graph="file:///etc/passwd"), COUNT, 0),
}


@pytest.mark.parametrize("name", DATASETS)
def test_data_sets_are_those_of_the_request(site, name):
    ask, text, expected = DATASETS[name]
    rows = json.loads(ask(site, text).body)["results"]["bindings"]
    got = int(rows[0]["n"]["value"]) if text != IN_GRAPHS else sorted(row["g"]["value"] for row in rows)
    assert expected(got) if callable(expected) else got == expected


RESULTS = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/csv": None,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
GRAPH_TYPES = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/trig": RdfFormat.TRIG,
    "application/rdf+xml": RdfFormat.RDF_XML,
}


@pytest.mark.parametrize("media_type", RESULTS)
@pytest.mark.parametrize("text", [ALL, "ASK {}"])
def test_rows_and_truths_come_in_four_forms(site, media_type, text):
    answer = site.query(text, media_type)
    assert (answer.status, answer.type) == (200, media_type)
    if RESULTS[media_type]:
        read = parse_query_results(answer.body, format=RESULTS[media_type])
        assert bool(read) if text == "ASK {}" else len(list(read)) == 10
    else:
        assert len(answer.text.split("\r\n")) == (1 if text == "ASK {}" else 12)


@pytest.mark.parametrize("media_type", GRAPH_TYPES)
@pytest.mark.parametrize(
    "text", [f"DESCRIBE <{SESSION}>", f"CONSTRUCT {{ <{SESSION}> ?p ?o }} {{ <{SESSION}> ?p ?o }}"]
)
def test_graphs_come_in_five_forms(site, media_type, text):
    answer = site.query(text, media_type)
    assert (answer.status, answer.type) == (200, media_type)
    assert len({str(quad) for quad in parse(answer.body, format=GRAPH_TYPES[media_type])}) == 2


@pytest.mark.parametrize(
    ("text", "accept"), [(ALL, "image/png"), (ALL, "text/turtle"), (f"DESCRIBE <{SESSION}>", "text/csv")]
)
def test_forms_that_there_are_not_are_406(site, text, accept):
    assert site.query(text, accept).status == 406


def test_without_a_query_the_endpoint_describes_itself(site):
    answer = site.get("/sparql", Accept="application/n-triples")
    assert (answer.status, answer.type) == (200, "application/n-triples")
    for each in [*GRAPHS, f"http://127.0.0.1:{site.port}/sparql", "UnionDefaultGraph", "SPARQL11Query"]:
        assert each in answer.text
    assert site.get("/sparql", Accept="*/*").type == "text/turtle"


def test_answers_have_validators_and_are_compressed(site):
    plain = site.query("SELECT * { ?s ?p ?o } LIMIT 100")
    path = f"/sparql?{urlencode({'query': 'SELECT * { ?s ?p ?o } LIMIT 100'})}"
    packed = site.get(path, Accept_Encoding="gzip")
    assert (packed.headers["content-encoding"], gzip.decompress(packed.body)) == ("gzip", plain.body)
    assert packed.headers["etag"] != plain.headers["etag"]
    assert "Accept-Encoding" in packed.headers["vary"]
    again = site.get(path, If_None_Match=plain.headers["etag"])
    assert (again.status, again.body) == (304, b"")


def test_what_was_answered_is_remembered_unless_it_differs_each_time(site):
    text = "SELECT * { ?s ?p ?o } LIMIT 7"
    first = site.query(text)
    began = site.current.served.strangers.asked
    assert site.query(text).body == first.body
    assert site.current.served.strangers.asked == began
    assert site.query(text, "text/csv").type == "text/csv"
    assert site.query(text, **{"default-graph-uri": GRAPHS[0]}).body != first.body
    assert site.query("SELECT (rand() AS ?x) {}").body != site.query("SELECT (rand() AS ?x) {}").body
    assert site.query("SELECT (STRUUID() AS ?x) {}").body != site.query("SELECT (STRUUID() AS ?x) {}").body


def test_there_is_an_end_to_what_is_remembered():
    memory = Remembered()
    answers = {Question(f"ASK {{ ?s ?p {n} }}", "ASK"): Response(200, body=b"x" * 2**19) for n in range(100)}
    for question, answer in answers.items():
        memory.put(question, "json", answer)
    known = [question for question in answers if memory.get(question, "json")]
    assert known == list(answers)[-len(known) :]
    assert 50 < len(known) < 65
    memory.put(Question("ASK {}", "ASK"), "json", Response(200, body=b"x" * 2**21))
    assert memory.get(Question("ASK {}", "ASK"), "json") is None


def test_head_is_get_without_a_body(site):
    got, head = site.get("/"), site.ask("HEAD", "/")
    assert (head.status, head.body) == (200, b"")
    assert {**head.headers, "date": ""} == {**got.headers, "date": ""}


def test_a_page_of_another_origin_may_ask(site):
    answer = site.ask("OPTIONS", "/sparql", Origin="https://other.example", Access_Control_Request_Method="POST")
    assert answer.status == 204
    assert "Content-Type" in answer.headers["access-control-allow-headers"]
    assert answer.headers["access-control-allow-origin"] == "*"


def test_more_rows_than_allowed_are_refused_and_not_cut_off(site):
    assert site.query("SELECT * { ?s ?p ?o } LIMIT 900").status == 200
    for accept in RESULTS:
        answer = site.query("SELECT * { ?s ?p ?o }", accept)
        assert (answer.status, "LIMIT" in answer.text) == (413, True)
    assert site.query("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", "text/turtle").status == 413


# files and IRIs

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

    build((Path(__file__).parents[1] / "documents",), tmp_path / "publication", Config())
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
    assert "Help" in site.get("/help/").text
    assert "server" not in answer.headers


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


# what hostile queries cannot do

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
