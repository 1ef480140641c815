from __future__ import annotations

import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumgraph.errors import InvalidQuery
from forumgraph.graph.asked.guard import DEEPEST, LONGEST, check

ALLOWED = [
    "SELECT ?service WHERE { ?service ?load ?from }",
    'SELECT * { ?s ?p "SERVICE <http://example.org/>" }',
    "SELECT * { ?s ?p '''LOAD ' FROM '' x''' }",
    "# SERVICE in a comment\nASK {}",
    "PREFIX load: <http://example.org/> SELECT * { ?s load:SERVICE ?o }",
    'SELECT * { ?s ?p "x"@service }',
    "SELECT * { ?s ?p _:with }",
    "SELECT * { <http://example.org/SERVICE> ?p ?o }",
    "SELECT * { ?a < 3 } # not an IRI",
]
REFUSED = [
    "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }",
    "select * { service silent <http://example.org/> { ?s ?p ?o } }",
    "LOAD <http://example.org/>",
    "INSERT DATA { <a:a> <a:a> <a:a> }",
    "DELETE WHERE { ?s ?p ?o }",
    "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
    "SELECT * FROM NAMED <http://example.org/> { ?s ?p ?o }",
    "DROP ALL",
    # each of these was run as SERVICE by pyoxigraph 0.5.13, or would be by a parser of that sort
    "# a comment ends here\rSELECT * { SERVICE <http://example.org/> {} }",
    "PREFIX e: <http://e/> SELECT * { ?s e:a\\# ?o . SERVICE <http://example.org/> {} }",
    "SELECT * { ?s <http://a\u00a0b#> ?o SERVICE <http://example.org/> {} }",
    "SELECT * { ?s ?p 1SERVICE <http://example.org/> {} }",
    "SELECT * { ?s ?p trueSERVICE <http://example.org/> {} }",
    "SELECT * { SERVICESILENT<http://example.org/> {} }",
    "PREFIX : <http://example.org/> SELECT * { SERVICE:a {} }",
    "PREFIX e: <http://example.org/> SELECT * { SERVICEe:a {} }",
]


@pytest.mark.parametrize("text", ALLOWED)
def test_words_in_strings_variables_names_and_comments_are_no_keywords(text):
    check(text)


@pytest.mark.parametrize("text", REFUSED)
def test_whatever_writes_or_reaches_outside_is_refused(text):
    with pytest.raises(InvalidQuery, match="is not allowed"):
        check(text)


def test_inequalities_are_no_nesting():
    check("SELECT * { ?s ?p ?o FILTER(" + " && ".join(["?s != ?o"] * 100) + ") }")


@pytest.mark.parametrize("form", ["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"])
def test_the_form_is_that_of_the_outer_query(form):
    text = f"# SELECT\nPREFIX ask: <http://example.org/ASK> {form.lower()} * {{ {{ SELECT * {{ ?s ?p 'ASK' }} }} }}"
    assert check(text).form == form


def test_named_graphs_may_be_chosen_where_the_caller_says_so():
    check("SELECT * FROM <urn:g> { ?s ?p ?o }", may_name_graphs=True)


@pytest.mark.parametrize("bracket", ["(", "{", "[", "!"])
def test_deep_nesting_is_refused_before_it_is_parsed(bracket):
    with pytest.raises(InvalidQuery, match="nested"):
        check(f"SELECT * {bracket * (DEEPEST + 1)}")


def test_long_queries_are_refused():
    with pytest.raises(InvalidQuery, match="characters"):
        check(" " * (LONGEST + 1))


@pytest.mark.parametrize(
    "part",
    ["a-", '"\\', "'\\", '"', "'", "<a", "< ", "?a ", "@a-", "a:", ".", "\\", "!=", "()", "a.b ", "#", '"""\\', "'''a"],
)
def test_a_query_is_scanned_in_a_moment_whatever_is_repeated_in_it(part):
    text = (part * LONGEST)[:LONGEST]
    began = time.process_time()
    with contextlib.suppress(InvalidQuery):
        check(text)
    assert time.process_time() - began < 1


@pytest.mark.parametrize("quote", ['"', "'", '"""', "'''"])
def test_a_string_that_is_not_closed_is_refused(quote):
    with pytest.raises(InvalidQuery, match="not closed"):
        check(f"SELECT * {{ ?s ?p {quote}words }}")


@given(st.text(max_size=300))
def test_any_text_is_either_let_through_or_refused(text):
    refusal = None
    try:
        check(text)
    except InvalidQuery as error:
        refusal = error
    assert refusal is None or refusal.remedy
