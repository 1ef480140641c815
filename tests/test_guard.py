from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumgraph.errors import InvalidQuery
from forumgraph.graph.guard import DEEPEST, LONGEST, check

ALLOWED = [
    "SELECT ?service WHERE { ?service ?load ?from }",
    'SELECT * { ?s ?p "SERVICE <http://example.org/>" }',
    "SELECT * { ?s ?p '''LOAD ' FROM '' x''' }",
    "# SERVICE in a comment\nASK {}",
    "PREFIX service: <http://example.org/> SELECT * { ?s service:LOAD ?o }",
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
]


@pytest.mark.parametrize("text", ALLOWED)
def test_words_in_strings_variables_names_and_comments_are_no_keywords(text):
    check(text)


@pytest.mark.parametrize("text", REFUSED)
def test_whatever_writes_or_reaches_outside_is_refused(text):
    with pytest.raises(InvalidQuery, match="is not allowed"):
        check(text)


def test_named_graphs_may_be_chosen_where_the_caller_says_so():
    check("SELECT * FROM <urn:g> { ?s ?p ?o }", may_name_graphs=True)


@pytest.mark.parametrize("bracket", ["(", "{", "[", "!"])
def test_deep_nesting_is_refused_before_it_is_parsed(bracket):
    with pytest.raises(InvalidQuery, match="nested"):
        check(f"SELECT * {bracket * (DEEPEST + 1)}")


def test_long_queries_are_refused():
    with pytest.raises(InvalidQuery, match="characters"):
        check(" " * (LONGEST + 1))


@given(st.text(max_size=300))
def test_any_text_is_either_let_through_or_refused(text):
    refusal = None
    try:
        check(text)
    except InvalidQuery as error:
        refusal = error
    assert refusal is None or refusal.remedy
