"""What follows from the themes of a point is a suggestion with its reasons, and what its words name is not suggested as well."""

from __future__ import annotations

import pytest
import reports

from forumgraph.graph.linked.deriving import derive
from forumgraph.graph.linked.suggesting import mappings
from forumgraph.graph.rdf.terms import RDF_TYPE, plain
from forumgraph.graph.stated.mapping import state
from forumgraph.ontology import SDG, THEME, forum


@pytest.fixture(scope="module")
def told():
    stated = state(reports.report())
    return stated.triples, derive(stated)


def values(triples, predicate, subject=None):
    return [o for s, p, o in triples if plain(p) == predicate and subject in {None, s}]


def nodes(triples, kind):
    return [s for s, p, o in triples if p == RDF_TYPE and plain(o) == kind]


def test_every_suggestion_leads_to_its_theme_links_and_to_the_rows_of_the_table(told):
    _, triples = told
    suggestions = nodes(triples, forum.SdgSuggestion)
    assert suggestions
    for node in suggestions:
        (target,) = values(triples, forum.suggestedSdg, node)
        (point,) = values(triples, forum.suggestionFor, node)
        links, rows = values(triples, forum.becauseOf, node), values(triples, forum.byMapping, node)
        assert {values(triples, forum.linkOf, link)[0] for link in links} == {point}
        for link, row in zip(links, rows, strict=True):
            assert (row, target) in mappings()[values(triples, forum.theme, link)[0]]
        assert target in values(triples, forum.suggestsSdg, point)


def test_a_suggestion_is_never_said_by_the_property_of_what_is_named(told):
    stated, triples = told
    named = {(s, o) for s, p, o in (*stated, *triples) if plain(p) == forum.hasSdg}
    suggested = {(s, o) for s, p, o in triples if plain(p) == forum.suggestsSdg}
    assert suggested
    assert named
    assert not named & suggested


def test_what_the_words_name_is_not_suggested_as_well():
    point = next(each for each in state(reports.report()).points if "Digital" in each.value.text)
    assert {
        plain(o).removeprefix(SDG)
        for s, p, o in derive(state(reports.report()))
        if s == point.node and plain(p) == forum.suggestsSdg
    } == {"9.c", "17.8"}


def test_the_rows_of_a_theme_come_in_one_order():
    assert list(mappings()[f"<{THEME}partnerships>"]) == sorted(mappings()[f"<{THEME}partnerships>"])
