"""The terms of the vocabulary and their alignments: free of the pitfalls that OOPS! knows, and within what the compiled rules cover."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from ontologies import KINDS, edges, graph, has_cycle, local, terms
from rdflib import OWL, RDF, RDFS, SKOS, XSD, URIRef
from rdflib.namespace import FOAF

from forumgraph.ontology import FORUM, NAMES, PREFIXES


def test_p04_every_term_is_connected_to_another() -> None:
    used = Counter(node for s, p, o in graph(*NAMES) for node in (s, o) if p not in (RDF.type, RDFS.isDefinedBy))
    predicates = (RDFS.subClassOf, RDFS.domain, RDFS.range, OWL.disjointWith)
    linked = {node for p in predicates for pair in graph("forum").subject_objects(p) for node in pair}
    assert [local(c) for c in terms(OWL.Class) if c not in linked and used[c] < 5] == []


@pytest.mark.parametrize("predicate", [RDFS.subClassOf, RDFS.subPropertyOf], ids=local)
def test_p06_no_hierarchy_runs_in_a_circle(predicate: URIRef) -> None:
    assert not has_cycle(edges(graph("forum", "alignments"), predicate))


def test_p11_domains_and_ranges_are_declared_classes_or_datatypes() -> None:
    allowed = set(terms(OWL.Class)) | {XSD.string, XSD.integer, XSD.decimal, XSD.dateTime, XSD.gYear, XSD.boolean}
    assert {o for p in (RDFS.domain, RDFS.range) for o in graph("forum").objects(None, p)} <= allowed


def test_p13_and_p05_inverses_agree_in_domain_and_range() -> None:
    g = graph("forum")
    pairs = list(g.subject_objects(OWL.inverseOf))
    assert max(Counter(node for pair in pairs for node in pair).values()) == 1, "a property with two inverses"
    for a, b in pairs:
        assert a != b
        for one, other in ((a, b), (b, a)):
            domain, its_range = g.value(one, RDFS.domain), g.value(other, RDFS.range)
            assert domain is None or its_range is None or domain == its_range, (a, b)


def test_p10_some_classes_exclude_each_other_and_none_its_own_ancestor() -> None:
    g = graph("forum")
    assert len(list(g.triples((None, OWL.disjointWith, None)))) >= 10
    for a, b in g.subject_objects(OWL.disjointWith):
        above = set(g.transitive_objects(a, RDFS.subClassOf)), set(g.transitive_objects(b, RDFS.subClassOf))
        assert b not in above[0]
        assert a not in above[1]


def test_p19_no_property_has_two_domains_or_two_ranges() -> None:
    for predicate in (RDFS.domain, RDFS.range):
        assert max(Counter(graph("forum").subjects(predicate, None)).values()) == 1


def test_p22_names_follow_one_convention() -> None:
    assert all(re.fullmatch(r"[A-Z][A-Za-z]+", local(c)) for c in terms(OWL.Class))
    assert all(re.fullmatch(r"[a-z][A-Za-z0-9]+", local(p)) for p in terms(OWL.ObjectProperty, OWL.DatatypeProperty))


def test_p29_transitive_properties_stay_within_one_class() -> None:
    g = graph("forum")
    for p in g.subjects(RDF.type, OWL.TransitiveProperty):
        assert g.value(p, RDFS.domain) == g.value(p, RDFS.range)


def test_p32_no_two_terms_of_a_kind_have_one_label() -> None:
    for kind in ((OWL.Class,), (OWL.ObjectProperty, OWL.DatatypeProperty)):
        labels = Counter(str(graph("forum").value(t, RDFS.label)) for t in terms(*kind))
        assert [label for label, n in labels.items() if n > 1] == []


def test_p34_every_term_that_is_used_is_declared() -> None:
    used = {
        node for triple in graph(*NAMES) for node in triple if isinstance(node, URIRef) and str(node).startswith(FORUM)
    }
    assert used <= set(terms())


def test_only_constructs_that_the_compiled_rules_cover_are_used() -> None:
    logical = {
        p for p in graph("forum", "alignments").predicates() if str(p).startswith((str(OWL), str(RDFS), str(RDF)))
    }
    annotations = {RDFS.label, RDFS.isDefinedBy, RDFS.seeAlso, OWL.versionIRI, OWL.versionInfo}
    rules = {
        RDFS.subClassOf,
        RDFS.subPropertyOf,
        RDFS.domain,
        RDFS.range,
        OWL.inverseOf,
        OWL.propertyChainAxiom,
        OWL.disjointWith,
    }
    assert logical - annotations <= rules | {RDF.type, RDF.first, RDF.rest}
    kinds = {
        *KINDS,
        OWL.AnnotationProperty,
        OWL.Ontology,
        OWL.SymmetricProperty,
        OWL.TransitiveProperty,
        RDF.List,
        FOAF.Agent,
    }
    assert set(graph("forum", "alignments").objects(None, RDF.type)) <= kinds


def test_chains_are_lists_of_two_declared_properties() -> None:
    g = graph("forum")
    chains = {
        local(p): [local(step) for step in g.items(head)] for p, head in g.subject_objects(OWL.propertyChainAxiom)
    }
    assert chains["hasActor"] == ["hasParticipation", "participant"]
    assert {len(steps) for steps in chains.values()} == {2}
    assert {step for steps in chains.values() for step in steps} <= {local(p) for p in terms(OWL.ObjectProperty)}


def test_nothing_is_imported() -> None:
    assert list(graph(*NAMES).triples((None, OWL.imports, None))) == []


def test_alignments_speak_only_of_our_terms_and_known_vocabularies() -> None:
    known = ("bibo", "dcterms", "foaf", "oa", "org", "prov", "schema", "spdx", "time")
    namespaces = (
        *(PREFIXES[p] for p in known),
        "http://data.europa.eu/eli/eli-draft-legislation-ontology#",
        "http://schema.org/",
    )
    for s, p, o in graph("alignments"):
        if p in (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.exactMatch, SKOS.closeMatch, SKOS.relatedMatch):
            assert s in terms() or str(s).startswith(PREFIXES["schema"]), s
            assert str(o).startswith(namespaces), o


def test_a_class_is_aligned_with_classes_and_a_property_with_properties() -> None:
    for s, o in graph("alignments").subject_objects(RDFS.subClassOf):
        assert s in terms(OWL.Class)
        assert local(o)[0].isupper()
    for s, o in graph("alignments").subject_objects(RDFS.subPropertyOf):
        assert s in terms(OWL.ObjectProperty, OWL.DatatypeProperty)
        assert local(o)[0].islower()
