"""Which form is answered: a table of what clients say they accept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumgraph.graph.served.negotiation import GRAPHS, PAGES, RESULTS, SERVICE, choose, ranges, takes_gzip

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"
YASGUI = "application/sparql-results+json,*/*;q=0.9"
JENA = "text/turtle,application/n-triples;q=0.9,application/ld+json;q=0.8,application/rdf+xml;q=0.7,*/*;q=0.3"

TABLE = [
    (None, RESULTS, "json"),
    ("", RESULTS, "json"),
    ("*/*", RESULTS, "json"),
    (YASGUI, RESULTS, "json"),
    (BROWSER, RESULTS, "xml"),
    ("text/csv", RESULTS, "csv"),
    ("text/*", RESULTS, "csv"),
    ("TEXT/CSV", RESULTS, "csv"),
    ("text/csv;q=0.1,text/tab-separated-values;q=0.2", RESULTS, "tsv"),
    ("text/csv ; q=0.9 , text/tab-separated-values ; q=0.8", RESULTS, "csv"),
    ("application/json", RESULTS, "json"),
    ("text/xml", RESULTS, "xml"),
    ("application/sparql-results+json;q=0, */*", RESULTS, "xml"),
    ("application/sparql-results+xml;charset=utf-8;q=0.3, text/csv;q=0.2", RESULTS, "xml"),
    ("text/turtle", RESULTS, None),
    ("image/png, image/*", RESULTS, None),
    ("*/*;q=0", RESULTS, None),
    ("nonsense", RESULTS, None),
    ("text/csv;q=2", RESULTS, "csv"),
    ("*/*", GRAPHS, "turtle"),
    (BROWSER, GRAPHS, "turtle"),
    (JENA, GRAPHS, "turtle"),
    ("application/ld+json;profile=http://www.w3.org/ns/json-ld#compacted", GRAPHS, "jsonld"),
    ("application/rdf+xml;q=0.5,application/trig;q=0.6", GRAPHS, "trig"),
    ("text/turtle;q=0,*/*", GRAPHS, "ntriples"),
    ("text/plain", GRAPHS, "ntriples"),
    (None, PAGES, "html"),
    ("*/*", PAGES, "html"),
    (BROWSER, PAGES, "html"),
    ("text/turtle", PAGES, "turtle"),
    ("text/html;q=0.9,text/turtle", PAGES, "turtle"),
    ("text/html;q=0.9,text/*", PAGES, "turtle"),
    ("*/*", SERVICE, "turtle"),
    (BROWSER, SERVICE, "html"),
]


@pytest.mark.parametrize(("accept", "forms", "name"), TABLE)
def test_the_form_that_is_liked_best_is_answered(accept, forms, name):
    form = choose(accept, forms)
    assert (form.name if form else None) == name


@pytest.mark.parametrize(
    ("header", "taken"),
    [
        (None, False),
        ("", False),
        ("gzip", True),
        ("GZIP", True),
        ("x-gzip", True),
        ("deflate, br", False),
        ("br;q=1.0, gzip;q=0.8", True),
        ("gzip;q=0", False),
        ("gzip;q=0.000", False),
        ("*", True),
        ("*;q=0", False),
        ("identity, gzip;q=0, *", False),
    ],
)
def test_gzip_is_sent_to_those_who_take_it(header, taken):
    assert takes_gzip(header) is taken


@given(st.text(max_size=200), st.sampled_from([RESULTS, GRAPHS, PAGES]))
def test_any_header_gives_a_form_on_offer_or_none(accept, forms):
    form = choose(accept, forms)
    assert form is None or forms[form.name] is form
    assert all(0 <= quality <= 1 for quality in ranges(accept).values())


@given(st.sampled_from(sorted(RESULTS)), st.integers(1, 1000))
def test_a_form_asked_for_by_its_media_type_wins_over_anything_else_at_less(name, thousandths):
    other = f"*/*;q={(thousandths - 1) / 1000:.3f}"
    assert choose(f"{other}, {RESULTS[name].media_type};q={thousandths / 1000:.3f}", RESULTS) is RESULTS[name]
