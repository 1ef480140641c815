"""The ontology is compiled into rules, and refused where the rules do not cover it."""

import pyoxigraph as ox
import pytest

from forumgraph import ontology
from forumgraph.errors import InvalidUsage
from forumgraph.graph.checked.axioms import TYPE, uncovered
from forumgraph.graph.checked.rules import Chain, Effect, compile_rules
from forumgraph.graph.rdf.terms import Triple

PREFIXES = """@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix : <urn:> .
"""


def triples(turtle: str) -> list[Triple]:
    return [
        (str(q.subject), str(q.predicate), str(q.object))
        for q in ox.parse(PREFIXES + turtle, format=ox.RdfFormat.TURTLE)
    ]


def ours() -> list[Triple]:
    return [triple for name in ("forum", "alignments") for triple in triples(ontology.text(name))]


def test_the_rules_cover_our_ontology_and_its_alignments() -> None:
    assert uncovered(ours()) == []
    assert len(compile_rules(ours()).effects) > 100


@pytest.mark.parametrize(
    ("planted", "named"),
    [
        (":p a owl:FunctionalProperty .", "owl:FunctionalProperty"),
        (":p a owl:InverseFunctionalProperty .", "owl:InverseFunctionalProperty"),
        (":p a owl:IrreflexiveProperty .", "owl:IrreflexiveProperty"),
        (":p a owl:AsymmetricProperty .", "owl:AsymmetricProperty"),
        (":A owl:intersectionOf ( :B :C ) .", "owl:intersectionOf"),
        (":A owl:unionOf ( :B :C ) .", "owl:unionOf"),
        (":A owl:oneOf ( :b :c ) .", "owl:oneOf"),
        (":A owl:complementOf :B .", "owl:complementOf"),
        (":A owl:hasKey ( :p ) .", "owl:hasKey"),
        (":p owl:propertyDisjointWith :q .", "owl:propertyDisjointWith"),
        (":a owl:sameAs :b .", "owl:sameAs"),
        (":a owl:differentFrom :b .", "owl:differentFrom"),
        (
            ":A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :p ; owl:someValuesFrom :B ] .",
            "owl:someValuesFrom",
        ),
        (":A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :p ; owl:hasValue :b ] .", "owl:hasValue"),
        (":A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :p ; owl:maxCardinality 1 ] .", "owl:maxCardinality"),
        (":A rdfs:subClassOf [ a owl:Class ] .", "not a named term"),
        (":p rdfs:subPropertyOf rdf:type .", "about the language itself"),
        (":p rdfs:subPropertyOf rdfs:subClassOf .", "about the language itself"),
        ("rdf:type rdfs:domain :A .", "about the language itself"),
        ("<> owl:imports <http://example.org/> .", "owl:imports"),
    ],
)
def test_a_construct_that_the_rules_do_not_cover_is_refused_by_name(planted: str, named: str) -> None:
    both = [*ours(), *triples(planted.replace("<>", ":o"))]
    assert any(named in problem for problem in uncovered(both))
    with pytest.raises(InvalidUsage, match=named):
        compile_rules(both)


def test_every_construct_that_is_not_covered_is_named_at_once() -> None:
    assert len(uncovered(triples(":p a owl:FunctionalProperty . :q a owl:FunctionalProperty ."))) == 2


def test_the_effects_of_a_property_are_closed() -> None:
    rules = compile_rules(
        triples(
            """:p rdfs:subPropertyOf :q . :q owl:inverseOf :r . :r rdfs:subPropertyOf :s ; rdfs:domain :D ; rdfs:range xsd:string .
            :s owl:equivalentProperty :t . :D rdfs:subClassOf :E . :E owl:equivalentClass :F . :p rdfs:domain owl:Thing ."""
        )
    )
    assert rules.effects["<urn:p>"] == Effect(
        forward=("<urn:q>",), flipped=("<urn:r>", "<urn:s>", "<urn:t>"), object_types=("<urn:D>", "<urn:E>", "<urn:F>")
    )


def test_a_symmetric_property_turns_its_subproperties() -> None:
    rules = compile_rules(triples(":near a owl:SymmetricProperty . :beside rdfs:subPropertyOf :near ."))
    assert rules.effects["<urn:beside>"] == Effect(forward=("<urn:near>",), flipped=("<urn:near>",))
    assert rules.effects["<urn:near>"] == Effect(flipped=("<urn:near>",))


def test_a_cycle_of_classes_ends() -> None:
    rules = compile_rules(
        triples(":A rdfs:subClassOf :B . :B rdfs:subClassOf :C . :C rdfs:subClassOf :A , owl:Thing .")
    )
    assert rules.classes["<urn:A>"] == ("<urn:B>", "<urn:C>")


def test_a_transitive_property_is_a_chain_of_itself() -> None:
    rules = compile_rules(
        triples(":in a owl:TransitiveProperty . :uncle owl:propertyChainAxiom ( :parent :brother ) .")
    )
    chain = Chain(("<urn:in>", "<urn:in>"), "<urn:in>")
    assert rules.chains["<urn:in>"] == ((chain, 0), (chain, 1))
    assert rules.chains["<urn:brother>"] == ((Chain(("<urn:parent>", "<urn:brother>"), "<urn:uncle>"), 1),)


def test_disjoint_classes_are_read_from_pairs_and_from_sets() -> None:
    rules = compile_rules(triples(":A owl:disjointWith :B . [] a owl:AllDisjointClasses ; owl:members ( :C :D :E ) ."))
    assert rules.disjoint["<urn:B>"] == {"<urn:A>"}
    assert rules.disjoint["<urn:D>"] == {"<urn:C>", "<urn:E>"}


def test_the_order_of_the_axioms_does_not_matter() -> None:
    assert compile_rules(reversed(ours())) == compile_rules(ours())


def test_types_of_the_ontology_are_not_effects() -> None:
    assert all(name != TYPE for name in compile_rules(ours()).effects)
