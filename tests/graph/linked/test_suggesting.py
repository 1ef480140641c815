"""What follows from the themes of a point is a suggestion with its reasons, and what its words name is not suggested as well."""

from __future__ import annotations

import pytest
import reports
from rdflib import SKOS, URIRef

from forumgraph.graph.linked.deriving import derive
from forumgraph.graph.linked.suggesting import mappings, read, targets
from forumgraph.graph.linked.themes import suggest
from forumgraph.graph.rdf.terms import RDF_TYPE, plain
from forumgraph.graph.stated.mapping import state
from forumgraph.ontology import SDG, THEME, forum, graph


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
            assert (row, target) in {
                (each.node, each.target) for each in mappings()[values(triples, forum.theme, link)[0]]
            }
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
    nodes = [row.node for row in mappings()[f"<{THEME}partnerships>"]]
    assert len(nodes) > 1
    assert nodes == sorted(nodes)


@pytest.mark.parametrize(
    ("told", "whole"),
    [("true", True), ("false", False), ('"1"^^xsd:boolean', True), ('"0"^^xsd:boolean', False)],
)
def test_a_row_with_words_holds_for_its_whole_theme_only_where_the_table_says_so(told, whole):
    table, _ = read(
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> ."
        f'<urn:row> <{forum.fromTheme}> <urn:theme> ; <{forum.toTarget}> <urn:target> ; <{forum.mappingWords}> "latrines"@en ;'
        f" <{forum.ofWholeTheme}> {told} ."
    )
    assert [row.whole for row in table["<urn:theme>"]] == [whole]


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("en", "Latrines are broken.", {"6.2"}),
        ("en", "Sanitation is dear.", {"6.2"}),
        ("en", "Water and sanitation are dear.", {"6.1", "6.2"}),
        ("en", "Rivers are dry.", set()),
        ("en", "Mental health is forgotten.", {"3.4"}),
        ("en", "Public health is forgotten.", {"3.8"}),
        ("en", "Climate action needs adaptation.", {"13.1", "13.2", "13.3"}),
        ("en", "The song needs adaptation.", set()),
        ("fr", "L'aide publique au développement baisse.", {"17.2"}),
        ("es", "La violencia contra las mujeres aumenta.", {"5.2"}),
    ],
)
def test_words_of_a_row_lead_to_its_target_and_the_rest_of_the_theme_to_the_rows_of_all_of_it(
    language: str, words: str, expected: set[str]
) -> None:
    followed = {
        row.target.strip("<>").removeprefix(SDG) for _, row in targets(words, language, suggest(words, language))
    }
    assert followed == expected


def test_every_word_of_a_row_leads_to_its_target_where_its_theme_is_spoken_of() -> None:
    g = graph("sdglinks", "themes")
    lost, tried = [], 0
    for row, words in g.subject_objects(URIRef(forum.mappingWords)):
        theme = g.value(row, URIRef(forum.fromTheme))
        name = next(str(label) for label in g.objects(theme, SKOS.prefLabel) if label.language == words.language)
        text = f"{words}. {name}."
        rows = {each.node for _, each in targets(text, words.language, suggest(text, words.language))}
        tried += 1
        lost += [] if row.n3() in rows else [(row, words)]
    assert tried > 500
    assert lost == []
