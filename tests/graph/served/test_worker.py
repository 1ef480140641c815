from __future__ import annotations

import time

import pytest

from forumgraph.errors import InvalidQuery, PublicationFailed
from forumgraph.graph.served.worker import ask


@pytest.fixture
def publication(tmp_path):
    """A publication of which only the dump is there: 300 triples."""
    (tmp_path / "data").mkdir()
    lines = [f'<urn:s{n}> <urn:p> "{n}" <urn:g> .\n' for n in range(300)]
    (tmp_path / "data" / "forumgraph.nq").write_text("".join(lines), encoding="utf-8")
    return tmp_path


def test_a_query_is_answered_over_the_union_of_the_graphs(publication):
    answer = ask(publication, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert (answer.columns, answer.rows) == (("n",), (("300",),))


def test_a_query_may_choose_among_the_graphs(publication):
    query = "SELECT (COUNT(*) AS ?n) FROM <urn:g> { ?s ?p ?o }"
    assert ask(publication, query).rows == (("300",),)
    assert ask(publication, query.replace("urn:g", "urn:other")).rows == (("0",),)


def test_graphs_come_as_turtle(publication):
    answer = ask(publication, "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 2")
    assert len(answer.rows) == 2
    assert "<urn:p>" in answer.turtle


def test_no_letter_of_a_text_ends_a_line_of_a_graph(publication):
    answer = ask(publication, 'CONSTRUCT { ?s <urn:p> "one\u2028two\x85three" } WHERE { ?s ?p "7" }')
    assert len(answer.rows) == 1
    assert "one\u2028two\x85three" in answer.turtle


def test_a_query_that_goes_on_is_stopped(publication):
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    start = time.monotonic()
    with pytest.raises(PublicationFailed, match="stopped after 1 seconds"):
        ask(publication, endless, seconds=1)
    assert time.monotonic() - start < 30  # generous: the process starts first, on whatever machine


def test_a_query_that_takes_too_much_memory_costs_itself(publication):
    greedy = "SELECT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i ?f ?c"
    with pytest.raises(PublicationFailed, match=r"memory|stopped"):
        ask(publication, greedy, memory=50_000_000, seconds=20)


@pytest.mark.parametrize("text", ["SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "DROP ALL", "SELECT * {"])
def test_what_may_not_run_or_does_not_parse_is_told(publication, text):
    with pytest.raises(InvalidQuery):
        ask(publication, text)


def test_a_folder_that_is_no_publication_is_told(tmp_path):
    with pytest.raises(PublicationFailed, match="is no publication"):
        ask(tmp_path, "ASK {}")
