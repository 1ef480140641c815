"""The SPARQL 1.1 Protocol over real HTTP, as a table, and the forms of answers."""

from __future__ import annotations

import gzip
import json
from urllib.parse import urlencode

import pytest
from pyoxigraph import QueryResultsFormat, RdfFormat, parse, parse_query_results
from servers import GRAPHS, SESSION

from forumgraph.graph.served.endpoint import Question
from forumgraph.remembered import Remembered
from forumgraph.responses import Response

FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
ALL = "SELECT * { ?s ?p ?o } LIMIT 10"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
IN_GRAPHS = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"


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
