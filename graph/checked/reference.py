"""The closure as owlrl computes it: what the compiled rules are compared with, triple by triple.

owlrl materialises everything the OWL 2 RL rules say of ontology and data together, literals as subjects included. Of that, these are left out:

* whatever has a literal as subject, which is not RDF;
* membership in `owl:Thing` and `rdfs:Resource`, `owl:sameAs` of a node with itself, and the like, which hold of every node;
* whatever is about the terms of the ontology or of the RDF, RDFS, OWL and XSD vocabularies, which is not about the data;
* whatever is about blank nodes that owlrl makes;
* datatypes as classes, which are facts about literals;
* the messages of contradictions, which `forumgraph.graph.checked.inference.contradictions` gives as values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import owlrl
from rdflib import OWL, RDF, RDFS, XSD, BNode, Graph, URIRef

from forumgraph.graph.checked.pyshaclengine import as_rdflib, token
from forumgraph.graph.checked.validation import ntriples

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rdflib.term import Node

    from forumgraph.graph.rdf.terms import Triple

LANGUAGES = (str(RDF), str(RDFS), str(OWL), str(XSD))
ABOUT_EVERYTHING = frozenset({OWL.Thing, RDFS.Resource})
ABOUT_ITSELF = frozenset({OWL.sameAs, OWL.equivalentClass, OWL.equivalentProperty, RDFS.subClassOf, RDFS.subPropertyOf})


def reference_closure(ontology: Graph, triples: Iterable[Triple]) -> set[Triple]:
    """Let owlrl conclude what follows from the data by the ontology.

    Args:
        ontology: the ontology and its alignments.
        triples: encoded.

    Returns:
        The new triples about the data, encoded, without those the module's docstring leaves out.
    """
    given = set(triples)
    graph = as_rdflib(ntriples(given)) + ontology
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, improved_datatypes=False).expand(graph)
    terms = set(ontology.subjects())
    return {(token(s), token(p), token(o)) for s, p, o in graph if _is_about_data(s, p, o) and s not in terms} - given


def _is_about_data(subject: Node, predicate: Node, object_: Node) -> bool:
    if not isinstance(subject, URIRef) or str(subject).startswith(LANGUAGES) or isinstance(object_, BNode):
        return False
    if predicate == RDF.type:
        return object_ not in ABOUT_EVERYTHING and not (
            isinstance(object_, URIRef) and str(object_).startswith(str(XSD))
        )
    return predicate not in ABOUT_ITSELF


def contradictory(ontology: Graph, triples: Iterable[Triple]) -> bool:
    """Tell whether owlrl finds a contradiction between ontology and data."""
    graph = as_rdflib(ntriples(triples)) + ontology
    closure = owlrl.OWLRL_Semantics(graph, axioms=False, daxioms=False)
    closure.closure()
    return bool(closure.error_messages)
