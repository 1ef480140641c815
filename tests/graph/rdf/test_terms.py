"""Tokens: what is written is what is read, whatever the words are."""

from __future__ import annotations

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, RdfFormat, parse

from forumgraph.graph.rdf import terms
from forumgraph.graph.rdf.syntaxes import SYNTAXES, whole

WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=200)
TAGS = st.sampled_from(["", "en", "fr", "pt-br"])
BASE = "https://example.org/d/"
FORMATS = {"nquads": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG, "turtle": RdfFormat.TURTLE, "jsonld": RdfFormat.JSON_LD}


def written(token, syntax):
    return whole(
        SYNTAXES[syntax],
        [(f"<{BASE}graph/g>", [(f"<{BASE}s/1>", "<https://w3id.org/forumgraph/ontology#text>", token)])],
        BASE,
    )


@given(WORDS, TAGS, st.sampled_from(sorted(SYNTAXES)))
def test_any_words_survive_every_syntax(words, tag, syntax):
    (quad,) = parse(written(terms.text(words, tag), syntax), format=FORMATS[syntax])
    assert isinstance(quad.object, Literal)
    assert (quad.object.value, quad.object.language or "") == (words, tag)


@given(WORDS, TAGS)
def test_rdflib_reads_the_same_words(words, tag):
    dataset = rdflib.Dataset()
    dataset.parse(data=written(terms.text(words, tag), "nquads"), format="nquads")
    ((_, _, value, _),) = dataset.quads()
    assert (str(value), value.language or "") == (words, tag)


@given(WORDS, TAGS)
def test_a_token_gives_its_words_back(words, tag):
    token = terms.text(words, tag)
    assert terms.plain(token) == words
    assert terms.language_of(token) == tag


@pytest.mark.parametrize(
    "bad",
    [
        "",
        "a",
        "no scheme/x",
        "https://a b",
        "https://a<b>",
        'https://a"',
        "https://a\\b",
        "https://a\n",
        "urn:\ud800",
        "https://a`",
        "x^y:z",
    ],
)
def test_what_is_no_iri_is_refused(bad):
    with pytest.raises(ValueError, match="not an absolute IRI"):
        terms.iri(bad)


def test_a_lone_surrogate_is_refused():
    with pytest.raises(ValueError, match="lone surrogate at 2"):
        terms.text("ab\ud800")


@pytest.mark.parametrize("tag", ["e n", "en-", "-en", "en_GB", 'en"', "abcdefghi"])
def test_what_is_no_language_tag_is_refused(tag):
    with pytest.raises(ValueError, match="not a language tag"):
        terms.text("x", tag)


@pytest.mark.parametrize(("value", "datatype"), [("2017", "gYear"), ("2017-07", "gYearMonth"), ("2017-07-09", "date")])
def test_a_date_keeps_its_precision(value, datatype):
    assert terms.date(value) == terms.typed(value, datatype)


@pytest.mark.parametrize("bad", ["2017-13", "2017-02-30", "17", "2017-7-9", "July", "", "2017-07-09T00:00"])
def test_what_is_no_date_is_refused(bad):
    with pytest.raises(ValueError, match=r"."):
        terms.date(bad)


@pytest.mark.parametrize("bad", ["24:00", "9:00", "18:60", "18.00", ""])
def test_what_is_no_time_of_day_is_refused(bad):
    with pytest.raises(ValueError, match="not a time of day"):
        terms.time(bad)


@pytest.mark.parametrize("bad", ["2022-02-02T18:00:00", "2022-02-30T18:00:00Z", "2022-02-02 18:00:00Z"])
def test_what_is_no_moment_in_utc_is_refused(bad):
    with pytest.raises(ValueError, match=r"."):
        terms.date_time(bad)
