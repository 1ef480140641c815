"""The compiled rules conclude what owlrl concludes, triple by triple."""

from functools import lru_cache

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from paths import TESTS
from rdflib import Graph

from forumgraph import ontology
from forumgraph.errors import InvalidUsage
from forumgraph.graph.checked.axioms import TYPE
from forumgraph.graph.checked.inference import Contradiction, contradictions, infer
from forumgraph.graph.checked.reference import contradictory, reference_closure
from forumgraph.graph.checked.rules import Rules, compile_rules
from forumgraph.graph.rdf.terms import Triple

EXAMPLES = TESTS / "shapes"
FORUM = ontology.FORUM
SMALL = """@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix : <urn:> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:A rdfs:subClassOf :B . :B owl:equivalentClass :C . :A owl:disjointWith :Z . :p rdfs:subPropertyOf :q ; rdfs:domain :A . :q owl:inverseOf :r .
:r rdfs:range :D . :s a owl:SymmetricProperty, owl:TransitiveProperty . :t a owl:TransitiveProperty ; owl:inverseOf :u . :p2 owl:equivalentProperty :p .
:h owl:propertyChainAxiom ( :p :t :q ) . :h rdfs:subPropertyOf :t ; rdfs:range :Z . :d a owl:DatatypeProperty ; rdfs:subPropertyOf :q ; rdfs:range xsd:string .
:k owl:propertyChainAxiom ( :t :d ) . :s rdfs:subPropertyOf :u ."""


def f(name: str) -> str:
    return f"<{FORUM}{name}>"


def u(name: str) -> str:
    return f"<urn:x:{name}>"


def triples(turtle: str) -> list[Triple]:
    return [(str(q.subject), str(q.predicate), str(q.object)) for q in ox.parse(turtle, format=ox.RdfFormat.TURTLE)]


@lru_cache(maxsize=1)
def ours() -> Rules:
    return compile_rules(triple for name in ("forum", "alignments") for triple in triples(ontology.text(name)))


@lru_cache(maxsize=1)
def small() -> tuple[Rules, Graph]:
    return compile_rules(triples(SMALL)), Graph().parse(data=SMALL, format="turtle")


MEETING: list[Triple] = [
    (u("session"), TYPE, f("Session")),
    (u("session"), f("title"), '"A meeting"@en'),
    (u("session"), f("date"), '"2017-07-09"^^<http://www.w3.org/2001/XMLSchema#date>'),
    (u("session"), f("organizedBy"), u("mention")),
    (u("session"), f("partOf"), u("edition")),
    (u("edition"), f("partOf"), u("series")),
    (u("series"), f("partOf"), u("process")),
    (u("session"), f("hasParticipation"), u("part")),
    (u("part"), f("participant"), u("mention")),
    (u("part"), f("onBehalfOf"), u("other")),
    (u("mention"), TYPE, f("PostHolder")),
    (u("mention"), f("holdsPost"), u("post")),
    (u("post"), f("postBody"), u("city")),
    (u("resolution"), f("resolves"), u("mention")),
    (u("resolution"), f("denotesActor"), u("actor")),
    (u("mention"), f("denotes"), u("actor")),
    (u("session"), f("hasIssue"), u("issue")),
    (u("issue"), f("text"), '"More money"@en'),
    (u("issue"), f("number"), '"007"^^<http://www.w3.org/2001/XMLSchema#integer>'),
    (u("link"), f("linkOf"), u("issue")),
    (u("link"), f("theme"), u("theme")),
    (u("demand"), f("demandedIn"), u("issue")),
    (u("reading"), f("readsField"), f("title")),
    (u("later"), f("repeats"), u("demand")),
    (u("statementlink"), f("linkFrom"), u("later")),
    (u("followup"), f("followsUp"), u("demand")),
    (u("suggestion"), f("suggestionFor"), u("issue")),
    (u("suggestion"), f("becauseOf"), u("link")),
]


def test_the_closure_of_a_meeting_is_that_of_owlrl() -> None:
    inferred = infer(ours(), MEETING)
    assert set(inferred) == reference_closure(ontology.graph("forum", "alignments"), MEETING)
    assert len(inferred) == len(set(inferred)) > 50


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["actor", "forum", "issue", "participation", "recommendation", "relationship", "session"]
)
def test_the_closure_of_an_example_of_the_shapes_is_that_of_owlrl(name: str) -> None:
    data = triples((EXAMPLES / name / "good.ttl").read_text("utf-8"))
    assert set(infer(ours(), data)) == reference_closure(ontology.graph("forum", "alignments"), data)


def test_what_is_concluded_is_what_a_person_expects() -> None:
    inferred = set(infer(ours(), MEETING))
    assert {
        (u("session"), f("partOf"), u("process")),
        (u("process"), f("hasPart"), u("session")),
        (u("mention"), f("actsIn"), u("session")),
        (u("session"), f("involves"), u("actor")),
        (u("mention"), f("spokeFor"), u("other")),
        (u("mention"), f("holdsPostIn"), u("city")),
        (u("issue"), f("discussedWithin"), u("process")),
        (u("session"), f("treatsTheme"), u("theme")),
        (u("session"), TYPE, "<https://schema.org/Event>"),
        (u("demand"), TYPE, f("Demand")),
        (u("demand"), f("repeatedBy"), u("later")),
        (u("demand"), f("relatedTo"), u("later")),
        (u("demand"), f("hasFollowUp"), u("followup")),
        (u("issue"), f("hasSdgSuggestion"), u("suggestion")),
    } <= inferred


def test_only_new_triples_come_back_and_a_second_run_adds_none() -> None:
    inferred = infer(ours(), MEETING)
    assert not set(inferred) & set(MEETING)
    assert infer(ours(), MEETING + inferred) == []


def test_the_order_and_repetition_of_the_input_do_not_change_what_is_concluded() -> None:
    assert set(infer(ours(), [*reversed(MEETING), *MEETING])) == set(infer(ours(), MEETING))


def test_what_is_known_already_is_not_repeated() -> None:
    known = {(u("session"), f("partOf"), u("process"))}
    assert set(infer(ours(), MEETING, known)) == set(infer(ours(), MEETING)) - known


def test_nothing_is_concluded_about_the_terms_of_the_ontology() -> None:
    assert not [triple for triple in infer(ours(), MEETING) if triple[0].startswith(f"<{FORUM}")]


def test_no_literal_becomes_a_subject() -> None:
    rules, graph = small()
    data = [("<urn:a>", "<urn:d>", '"words"'), ("<urn:z>", "<urn:t>", "<urn:a>")]
    inferred = infer(rules, data)
    assert ("<urn:z>", "<urn:k>", '"words"') in inferred
    assert all(subject.startswith("<") for subject, _, _ in inferred)
    assert set(inferred) == reference_closure(graph, data)


@pytest.mark.parametrize("predicate", ["owl#sameAs", "owl#inverseOf", "owl#equivalentClass"])
def test_data_that_merges_nodes_or_defines_terms_is_refused(predicate: str) -> None:
    with pytest.raises(InvalidUsage, match=predicate):
        infer(ours(), [(u("a"), f"<http://www.w3.org/2002/07/{predicate}>", u("b"))])


def test_a_node_in_two_disjoint_classes_is_a_contradiction_with_its_name() -> None:
    data = [(u("x"), TYPE, f("Issue")), (u("x"), TYPE, f("Recommendation"))]
    assert Contradiction(u("x"), f("Issue"), f("Recommendation")) in contradictions(ours(), data)


def test_a_contradiction_may_follow_from_what_was_inferred() -> None:
    data = [(u("s"), f("hasIssue"), u("x")), (u("x"), f("demandedIn"), u("i"))]
    assert not contradictions(ours(), data)
    assert Contradiction(u("x"), f("Issue"), f("Recommendation")) in contradictions(ours(), data + infer(ours(), data))


def test_owlrl_finds_the_same_contradiction() -> None:
    rules, graph = small()
    data = [("<urn:x>", TYPE, "<urn:A>"), ("<urn:y>", "<urn:h>", "<urn:x>")]
    assert contradictions(rules, data + infer(rules, data)) == (Contradiction("<urn:x>", "<urn:A>", "<urn:Z>"),)
    assert contradictory(graph, data)


def test_a_meeting_without_contradictions_has_none() -> None:
    assert contradictions(ours(), MEETING + infer(ours(), MEETING)) == ()
    assert not contradictory(ontology.graph("forum"), MEETING)


NODES = st.sampled_from([f"<urn:n{i}>" for i in range(4)])
PROPERTIES = st.sampled_from([f"<urn:{name}>" for name in ("p", "p2", "q", "r", "s", "t", "u", "h", "k")])
TYPED = st.tuples(NODES, st.just(TYPE), st.sampled_from([f"<urn:{name}>" for name in "ABCDZ"]))
WORDED = st.tuples(NODES, st.just("<urn:d>"), st.just('"words"'))
GRAPHS = st.lists(st.one_of(st.tuples(NODES, PROPERTIES, NODES), TYPED, WORDED), min_size=1, max_size=7, unique=True)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(GRAPHS)
def test_any_small_graph_has_the_closure_and_the_contradictions_that_owlrl_finds(data: list[Triple]) -> None:
    rules, graph = small()
    inferred = infer(rules, data)
    assert set(inferred) == reference_closure(graph, data)
    assert bool(contradictions(rules, data + inferred)) == contradictory(graph, data)


OUR_PROPERTIES = st.sampled_from(sorted(ours().effects))


@pytest.mark.slow
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(NODES, OUR_PROPERTIES, NODES), min_size=3, max_size=8, unique=True))
def test_any_small_graph_in_our_terms_has_the_closure_of_owlrl(data: list[Triple]) -> None:
    assert set(infer(ours(), data)) == reference_closure(ontology.graph("forum", "alignments"), data)
