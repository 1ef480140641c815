"""What an ontology may say for the rules to cover it; whatever else it says is named and refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from forumgraph.graph.rdf.terms import Triple

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
LANGUAGES = (f"<{RDF}", f"<{RDFS}", f"<{OWL}")
TYPE = f"<{RDF}type>"
SUBCLASS, SUBPROPERTY = f"<{RDFS}subClassOf>", f"<{RDFS}subPropertyOf>"
DOMAIN, RANGE = f"<{RDFS}domain>", f"<{RDFS}range>"
SAME_CLASS, SAME_PROPERTY = f"<{OWL}equivalentClass>", f"<{OWL}equivalentProperty>"
INVERSE, CHAIN = f"<{OWL}inverseOf>", f"<{OWL}propertyChainAxiom>"
SYMMETRIC, TRANSITIVE = f"<{OWL}SymmetricProperty>", f"<{OWL}TransitiveProperty>"
DISJOINT, ALL_DISJOINT, MEMBERS = f"<{OWL}disjointWith>", f"<{OWL}AllDisjointClasses>", f"<{OWL}members>"
FIRST, REST, NIL = f"<{RDF}first>", f"<{RDF}rest>", f"<{RDF}nil>"
SAME_AS = f"<{OWL}sameAs>"

AXIOMS = frozenset(
    {
        SUBCLASS,
        SUBPROPERTY,
        DOMAIN,
        RANGE,
        SAME_CLASS,
        SAME_PROPERTY,
        INVERSE,
        CHAIN,
        DISJOINT,
        MEMBERS,
        FIRST,
        REST,
        TYPE,
    },
)
ANNOTATIONS = frozenset(
    {f"<{RDFS}{name}>" for name in ("label", "comment", "seeAlso", "isDefinedBy")}
    | {
        f"<{OWL}{name}>"
        for name in (
            "versionInfo",
            "versionIRI",
            "priorVersion",
            "backwardCompatibleWith",
            "incompatibleWith",
            "deprecated",
        )
    },
)
KINDS = frozenset(
    {
        f"<{OWL}{name}>"
        for name in ("Ontology", "Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty", "NamedIndividual")
    }
    | {f"<{RDF}Property>", f"<{RDF}List>", f"<{RDFS}Class>", f"<{RDFS}Datatype>", SYMMETRIC, TRANSITIVE, ALL_DISJOINT},
)
EVERYTHING = frozenset({f"<{OWL}Thing>", f"<{RDFS}Resource>"})
"""Classes of everything there is: membership says nothing, so it is never concluded."""
REFUSED_IN_DATA = frozenset({SAME_AS, f"<{OWL}differentFrom>"} | AXIOMS - {TYPE, FIRST, REST, MEMBERS})
"""Predicates that would change the rules themselves, or merge nodes, when data used them."""


def uncovered(ontology: Iterable[Triple]) -> list[str]:
    """List what an ontology says that the rules do not cover, sorted; empty for an ontology that can be compiled.

    >>> uncovered([("<urn:knows>", TYPE, "<http://www.w3.org/2002/07/owl#FunctionalProperty>")])
    ['<urn:knows> is an owl:FunctionalProperty']
    """
    return sorted({problem for triple in ontology for problem in _problems(triple)})


def _problems(triple: Triple) -> Iterator[str]:
    subject, predicate, object_ = triple
    if predicate == TYPE:
        if object_.startswith(LANGUAGES) and object_ not in KINDS:
            yield f"{subject} is an {_short(object_)}"
    elif predicate.startswith(LANGUAGES) and predicate not in AXIOMS | ANNOTATIONS:
        yield f"{subject} has {_short(predicate)}"
    elif predicate in AXIOMS - {CHAIN, MEMBERS, FIRST, REST}:
        yield from _odd_ends(triple)


def _odd_ends(triple: Triple) -> Iterator[str]:
    """An axiom joins named terms; one about the languages themselves (`rdf:type`, `owl:sameAs` ...) would change what the rules mean."""
    subject, predicate, object_ = triple
    for end in (subject, object_):
        if not end.startswith("<"):
            yield f"{subject} {_short(predicate)} {object_}: not a named term"
    if subject.startswith(LANGUAGES) or (
        object_ in AXIOMS | {SAME_AS} and predicate in {SUBPROPERTY, SAME_PROPERTY, INVERSE}
    ):
        yield f"{subject} {_short(predicate)} {object_}: about the language itself"


def _short(iri: str) -> str:
    for prefix, namespace in (("owl:", OWL), ("rdfs:", RDFS), ("rdf:", RDF)):
        iri = iri.replace(f"<{namespace}", prefix)
    return iri.removesuffix(">") if not iri.startswith("<") else iri
