"""What query editors ask an endpoint for when they open it: examples, prefixes, and which properties the nodes of a class have."""

from __future__ import annotations

import pyoxigraph
import pytest
from pyoxigraph import RdfFormat, Store

from forumgraph.config import Project
from forumgraph.graph.described.counts import Counts, kinds
from forumgraph.graph.described.csvmetadata import FILE as TABLES
from forumgraph.graph.described.examples import FILE as EXAMPLES
from forumgraph.graph.described.examples import all_examples, example_files
from forumgraph.graph.described.partitions import FILE as VOID
from forumgraph.graph.described.partitions import partitions
from forumgraph.graph.rdf.terms import LABEL, RDF_TYPE, XSD, integer, text
from forumgraph.graph.written.descriptions import descriptions
from forumgraph.ontology import FORUM
from forumgraph.queries import catalogue

BASE = "https://data.example.org/meetings/"
PROJECT = Project(base=BASE, endpoint="https://example.org/sparql")
SESSION, ISSUE, DEMAND = (f"<{FORUM}{name}>" for name in ("Session", "Issue", "Demand"))
HAS, COUNT = f"<{FORUM}hasIssue>", f"<{FORUM}number>"
TRIPLES = [
    ("<urn:s>", RDF_TYPE, SESSION),
    ("<urn:s>", RDF_TYPE, "<https://schema.org/Event>"),
    ("<urn:s>", HAS, "<urn:i>"),
    ("<urn:s>", HAS, "<urn:j>"),
    ("<urn:s>", LABEL, text("A session", "en")),
    ("<urn:s>", COUNT, text("3")),
    ("<urn:i>", RDF_TYPE, ISSUE),
    ("<urn:j>", RDF_TYPE, ISSUE),
    ("<urn:j>", RDF_TYPE, DEMAND),
    ("<urn:j>", COUNT, integer(3)),
    ("<urn:k>", HAS, "<urn:i>"),
]
_SH = "PREFIX sh: <http://www.w3.org/ns/shacl#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
_VOID = "PREFIX void: <http://rdfs.org/ns/void#> PREFIX ext: <http://ldf.fi/void-ext#>"


def loaded(turtle):
    store = Store()
    store.load(turtle.encode(), format=RdfFormat.TURTLE)
    return store


def rows(store, query):
    return [tuple(term.value if term else "" for term in row) for row in store.query(query)]


@pytest.fixture(scope="module")
def examples():
    return loaded(all_examples(PROJECT))


def test_every_question_is_an_example_that_runs(examples):
    told = rows(
        examples,
        f"{_SH} SELECT ?q ?words ?text {{ ?q a sh:SPARQLExecutable, sh:SPARQLSelectExecutable ; rdfs:comment ?words ; sh:select ?text }}",
    )
    assert {(name.rpartition("/")[2], words) for name, words, _ in told} == {
        (query.name, query.summary) for query in catalogue().values()
    }
    for name, _, query in told:
        assert isinstance(Store().query(query), pyoxigraph.QuerySolutions), name
        assert "#+" not in query


def test_an_example_says_where_it_runs_and_what_comes_back(examples):
    target = "SELECT DISTINCT ?to { ?q <https://schema.org/target> ?to }"
    assert rows(examples, target) == [("https://example.org/sparql",)]
    assert not rows(loaded(all_examples(Project(base=BASE))), target)
    words = rows(examples, f"SELECT ?word {{ <{BASE}question/allies> <https://schema.org/keywords> ?word }}")
    assert {each for (each,) in words} == {name.replace("_", " ") for name in catalogue()["allies"].columns}


def test_prefixes_of_queries_are_declared(examples):
    declared = dict(rows(examples, f"{_SH} SELECT DISTINCT ?p ?n {{ ?any sh:prefix ?p ; sh:namespace ?n }}"))
    assert declared["forum"] == FORUM
    assert declared["skos"] == "http://www.w3.org/2004/02/skos/core#"
    kinds_of = rows(examples, f"{_SH} SELECT DISTINCT (DATATYPE(?n) AS ?d) {{ ?any sh:namespace ?n }}")
    assert kinds_of == [(f"{XSD}anyURI",)]


def test_the_files_of_a_question_say_the_same_as_the_file_of_all(examples):
    files = dict(example_files(PROJECT, catalogue()["allies"]))
    assert files["question/allies.rq"] == catalogue()["allies"].text
    one = {str(quad.triple) for quad in loaded(files["question/allies.ttl"])}
    assert one < {str(quad.triple) for quad in examples}


def test_classes_of_our_own_stand_for_a_node():
    found = kinds([*TRIPLES, ("<urn:c>", RDF_TYPE, "<http://www.w3.org/2002/07/owl#Class>")])
    assert found == {"<urn:s>": (SESSION,), "<urn:i>": (ISSUE,), "<urn:j>": (DEMAND, ISSUE)}


@pytest.fixture
def counts():
    found = Counts()
    found.add(TRIPLES)
    return found


def test_patterns_tell_what_leads_where(counts):
    assert {(kind, link): number for (kind, link, end), number in counts.patterns.items() if not end} == {
        (SESSION, HAS): 2,
        (SESSION, LABEL): 1,
        (SESSION, COUNT): 1,
        (ISSUE, COUNT): 1,
        (DEMAND, COUNT): 1,
    }
    assert counts.patterns[SESSION, HAS, ISSUE] == 2
    assert counts.patterns[SESSION, HAS, DEMAND] == 1
    assert counts.patterns[ISSUE, COUNT, f"<{XSD}integer>"] == 1
    assert counts.patterns[SESSION, LABEL, "<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString>"] == 1


def test_figures_that_are_kept_as_json_come_back_as_they_were(counts):
    again = Counts()
    again.merge(counts.record())
    assert again == counts
    again.merge(counts.record())
    assert again.patterns[SESSION, HAS, ISSUE] == 4


def test_partitions_tell_editors_what_leads_where(counts):
    store = loaded(partitions(BASE, counts))
    told = rows(
        store,
        f"""{_VOID} SELECT ?kind ?link ?end ?number {{
          ?c void:class ?kind ; void:propertyPartition ?p . ?p void:property ?link
          {{ ?p void:classPartition [ void:class ?end ; void:triples ?number ] }}
          UNION {{ ?p ext:datatypePartition [ ext:datatype ?end ; void:triples ?number ] }} }}""",
    )
    wanted = {
        (*(token[1:-1] for token in pattern), str(number)) for pattern, number in counts.patterns.items() if pattern[2]
    }
    assert set(told) == wanted
    assert len(told) == len(wanted)
    entities = dict(rows(store, f"{_VOID} SELECT ?kind ?n {{ ?c void:class ?kind ; void:entities ?n }}"))
    assert entities == {SESSION[1:-1]: "1", ISSUE[1:-1]: "2", DEMAND[1:-1]: "1"}


def test_the_catalogue_is_there_in_three_syntaxes_and_the_endpoint_where_there_is_one(counts):
    files = dict(descriptions(PROJECT, "", counts, {}))
    assert {"catalog.ttl", "catalog.jsonld", "catalog.nt", VOID, EXAMPLES, TABLES, "sparql-service.ttl"} == files.keys()
    assert "sparql-service.ttl" not in dict(descriptions(Project(), "", counts, {}))
    formats = {"ttl": RdfFormat.TURTLE, "jsonld": RdfFormat.JSON_LD, "nt": RdfFormat.N_TRIPLES}
    sets = [
        {str(quad.triple) for quad in pyoxigraph.parse(files[f"catalog.{ending}"], format=form)}
        for ending, form in formats.items()
    ]
    assert sets[0] == sets[1] == sets[2] != set()
    service = rows(
        loaded(files["sparql-service.ttl"]),
        "SELECT ?at { ?s <http://www.w3.org/ns/sparql-service-description#endpoint> ?at }",
    )
    assert service == [("https://example.org/sparql",)]
    assert "resultFormat" not in files["sparql-service.ttl"], "nobody knows what the endpoint of others answers"
