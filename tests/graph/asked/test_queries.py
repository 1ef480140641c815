from __future__ import annotations

import re

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumgraph.errors import InvalidQuery
from forumgraph.graph.asked.guard import check
from forumgraph.queries import Parameter, Query, catalogue, parse, question

ECHO = Query(
    "echo",
    "What was said?",
    (Parameter("word", "any word"),),
    ("said",),
    'SELECT (?word AS ?said) WHERE {\n  VALUES ?word { "" }\n}',
)


@given(
    st.text(max_size=200).filter(
        lambda text: "\0" not in text and not any("\ud800" <= char <= "\udfff" for char in text)
    )
)
def test_a_value_comes_back_as_it_was_given_whatever_it_contains(value):
    rows = list(pyoxigraph.Store().query(ECHO.bound({"word": value})))
    assert [row["said"].value for row in rows] == [value]


def test_a_value_cannot_become_part_of_the_query():
    attack = '" } UNION { ?s ?p ?said } #'
    assert [row["said"].value for row in pyoxigraph.Store().query(ECHO.bound({"word": attack}))] == [attack]


def test_an_unknown_parameter_names_those_there_are():
    with pytest.raises(InvalidQuery, match="Its parameters: word"):
        ECHO.bound({"wrod": "x"})


@pytest.mark.parametrize("value", ["a\0b", "\ud800", "x" * 1001])
def test_a_value_that_no_text_has_is_refused(value):
    with pytest.raises(InvalidQuery, match="value of word"):
        ECHO.bound({"word": value})


def test_an_unknown_question_names_the_nearest():
    name = next(iter(catalogue()))
    with pytest.raises(InvalidQuery, match=name):
        question(name[:-1] + "_")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT ?x {}", "lacks a summary"),
        ("#+ summary: what?\nSELECT ?x {}", "lacks a summary or its columns"),
        ("#+ summary: what?\n#+ columns: x\nSELECT ?x {}", "is about nothing"),
        ("#+ summary: what?\n#+ about: actors\n#+ columns: x\n#+ parameter: a who\nSELECT ?x {}", "exactly one line"),
    ],
)
def test_a_header_that_is_not_whole_is_refused(text, message):
    with pytest.raises(InvalidQuery, match=message):
        parse("broken", text)


def test_there_are_at_least_fifteen_questions():
    assert len(catalogue()) >= 15


@pytest.mark.parametrize("name", catalogue())
def test_every_question_is_a_sentence_is_ordered_and_names_its_graphs(name):
    query = catalogue()[name]
    assert query.summary.endswith("?")
    assert "ORDER BY" in query.text
    assert "GRAPH ?" in query.text
    check(query.text)
    pyoxigraph.Store().query(query.text)


NUMBERS = frozenset(
    """change earlier_editions earlier_points end first_points issues later_editions later_points links meetings points recommendations requests score
    second_points sentences share start times used""".split()
)
"""Columns that hold numbers."""


def _variables(words):
    return set(re.findall(r"\?(\w+)", words))


@pytest.mark.parametrize("name", catalogue())
def test_no_two_rows_that_differ_are_left_in_the_order_of_the_store(name):
    query = catalogue()[name]
    order = re.search(r"^ORDER BY (.*)$", query.text, re.MULTILINE)[1]
    listed = set(re.findall(r"\(GROUP_CONCAT.*? AS \?(\w+)\)", query.text))
    group = re.search(r"^ *GROUP BY (.*)$", query.text, re.MULTILINE)
    whole = set(query.columns) <= _variables(order)
    assert whole or (group and set(query.columns) - listed | _variables(group[1]) <= _variables(order))


@pytest.mark.parametrize("name", catalogue())
def test_words_are_ordered_as_plain_strings_because_stores_differ_in_how_they_order_others(name):
    query = catalogue()[name]
    order = re.search(r"^ORDER BY (.*)$", query.text, re.MULTILINE)[1]
    answered = re.search(r"^SELECT .*$", query.text, re.MULTILINE)[0]
    plain = set(re.findall(r"\((?:MIN|MAX)\(STR\(.*?\)\) AS \?(\w+)\)", answered))
    bare = set(re.findall(r"(?<!STR\()\?(\w+)", order))
    assert bare <= NUMBERS | plain, "only numbers and the least of strings are ordered as they are"
    assert not plain & set(re.findall(r"STR\(\?(\w+)\)", order)), "Virtuoso takes no function of an aggregate"
