"""The sample documents, from bytes to layers: what is read, that it is quoted, that it holds, and that what follows is what OWL 2 RL says."""

from __future__ import annotations

import json

import pytest
from samples import EXPECTED, SAMPLES, report

from forumgraph.converters.account.record import record
from forumgraph.graph.checked import validation
from forumgraph.graph.checked.inference import infer
from forumgraph.graph.checked.reference import reference_closure
from forumgraph.graph.described.common import rules
from forumgraph.graph.written.layers import layers
from forumgraph.model import Fact
from forumgraph.ontology import graph as ontology_graph

BASE = "https://w3id.org/forumgraph/data/"

each_sample = pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)


def quoted(value):
    """Yield every fact inside a value of the model."""
    if isinstance(value, tuple):
        for inner in value:
            yield from quoted(inner)
    elif isinstance(value, Fact):
        yield value
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from quoted(getattr(value, name))


def test_there_are_thirteen_samples_in_five_formats_and_three_languages():
    assert len(SAMPLES) == 13
    assert {path.suffix for path in SAMPLES} == {".txt", ".md", ".html", ".docx", ".pdf"}
    assert {report(path).language for path in SAMPLES} == {"en", "fr", "es"}


@each_sample
def test_a_sample_is_read_as_a_person_read_it(path):
    """The expected records were read by a person against the document; `python tests/expect.py --records` writes what is read now."""
    expected = json.loads((EXPECTED / f"{path.name}.json").read_text(encoding="utf-8"))
    assert record(report(path)) == expected


@each_sample
def test_every_fact_quotes_the_text(path):
    told = report(path)
    facts = list(quoted(told.sessions))
    assert bool(facts) == bool(told.sessions)
    for fact in facts:
        assert fact.span.of(told.document.text).strip()
        assert fact.rule
    for session in told.sessions:
        for point in (*session.issues, *session.recommendations):
            assert point.span.of(told.document.text).split() == point.text.split()


@each_sample
def test_the_layers_of_a_sample_hold(path):
    made = layers(report(path), BASE)
    assert made.conforms
    assert made.findings == ()


@pytest.mark.slow
@each_sample
def test_both_engines_say_the_same_of_a_sample(path):
    triples = layers(report(path), BASE, check=False).layer("stated", "derived")
    assert validation.validate(triples, "shacl") == validation.validate(triples, "pyshacl")


@pytest.mark.slow
@each_sample
def test_what_follows_is_what_owlrl_says_triple_by_triple(path):
    triples = layers(report(path), BASE, check=False).layer("stated", "derived")
    assert set(infer(rules(), triples)) | set(triples) == reference_closure(
        ontology_graph("forum", "alignments"), triples
    ) | set(triples)
