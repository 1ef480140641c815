"""Findings of shapes lead back to the document."""

from collections.abc import Iterator

import pytest
import reports

from forumgraph import shapes
from forumgraph.errors import InvalidUsage
from forumgraph.graph.checked.engines import ENGINES, Result, check
from forumgraph.graph.checked.validation import blocking, findings, ntriples, validate
from forumgraph.graph.rdf.identifiers import Namespace
from forumgraph.graph.stated.mapping import state
from forumgraph.graph.written.layers import layers
from forumgraph.model import Place, Severity, Span

TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
FORUM = "https://w3id.org/forumgraph/ontology#"
LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
ISSUE = "https://example.org/issue/d/1"


def result(**changes: str) -> Result:
    fields = {
        "focus": f"<{ISSUE}>",
        "path": "",
        "component": "MinCountConstraintComponent",
        "shape": f"<{shapes.NAMESPACE}passage>",
        "value": "",
    }
    return Result(**(fields | {"severity": Severity.VIOLATION, "message": "No passage"} | changes))


def test_no_triples_break_no_shape() -> None:
    assert validate([]) == ()


def test_a_statement_without_a_passage_is_a_violation() -> None:
    triples = [(f"<{ISSUE}>", TYPE, f"<{FORUM}Issue>"), (f"<{ISSUE}>", LABEL, '"An issue"')]
    results = validate(triples)
    assert (f"<{ISSUE}>", f"<{FORUM}passage>", f"<{shapes.NAMESPACE}passage>") in [
        (r.focus, r.path, r.shape) for r in results
    ]
    assert blocking(results)


def test_triples_may_come_from_a_generator() -> None:
    def one() -> Iterator[tuple[str, str, str]]:
        yield (f"<{ISSUE}>", TYPE, f"<{FORUM}Issue>")

    assert validate(one()) == validate(ntriples(one())) != ()


def test_a_finding_is_where_the_source_speaks_of_the_node() -> None:
    place = Place("a.pdf", page=3, span=Span(10, 20), words="More money")
    (found,) = findings([result()], {ISSUE: place}, "a.pdf")
    assert (found.code, found.severity, found.where) == ("SHP001", Severity.VIOLATION, place)
    assert found.message == f"No passage; see <{ISSUE}>, shape:passage"
    assert found.help


def test_a_finding_about_the_document_is_where_the_value_is() -> None:
    place = Place("a.txt", line=4)
    passage = "https://example.org/document/d#char=1,2"
    (found,) = findings(
        [result(focus="<https://example.org/document/d>", value=f"<{passage}>")], {passage: place}, "a.txt"
    )
    assert found.where == place
    assert f"here it is <{passage}>" in found.message


def test_a_finding_without_a_place_names_the_document() -> None:
    (found,) = findings([result()], {}, "a.txt")
    assert found.where == Place("a.txt")


def test_a_long_value_is_not_repeated_in_the_message() -> None:
    (found,) = findings([result(value='"' + "x" * 5000 + '"')], {}, "a.txt")
    assert len(found.message) < 200


@pytest.mark.parametrize(
    ("severity", "code", "blocks"),
    [(Severity.VIOLATION, "SHP001", True), (Severity.WARNING, "SHP002", False), (Severity.INFO, "SHP002", False)],
)
def test_only_violations_block(severity: Severity, code: str, *, blocks: bool) -> None:
    results = [result(severity=severity)]
    (found,) = findings(results, {})
    assert (found.code, found.severity, blocking(results)) == (code, severity, blocks)


def test_an_unknown_engine_is_refused_with_the_names_of_those_there_are() -> None:
    with pytest.raises(InvalidUsage, match="shacl, pyshacl"):
        validate([], "jena")


@pytest.mark.parametrize("engine", ENGINES)
def test_text_that_is_not_ntriples_is_refused(engine: str) -> None:
    with pytest.raises(InvalidUsage, match="cannot be checked"):
        validate("this is no graph", engine)


@pytest.mark.parametrize("engine", ENGINES)
def test_shapes_that_do_not_parse_are_refused(engine: str) -> None:
    with pytest.raises(InvalidUsage, match="cannot be compiled"):
        check(engine, "this is no graph either")


def test_shapes_are_compiled_once() -> None:
    assert check("shacl", shapes.text()) is check("shacl", shapes.text())


PATHS = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix : <urn:> .
:Thing a sh:NodeShape ; sh:targetClass :Thing ; sh:property :p1, :p2, :p3, :p4, :p5, :p6, :p7 .
:p1 sh:path :a ; sh:minCount 9 ; sh:message "1" . :p2 sh:path [ sh:inversePath :a ] ; sh:minCount 9 ; sh:message "2" .
:p3 sh:path ( :a :b ) ; sh:minCount 9 ; sh:message "3" . :p4 sh:path [ sh:alternativePath ( :a [ sh:inversePath :b ] ) ] ; sh:minCount 9 ; sh:message "4" .
:p5 sh:path [ sh:zeroOrMorePath :a ] ; sh:minCount 9 ; sh:message "5" . :p6 sh:path [ sh:oneOrMorePath :a ] ; sh:minCount 9 ; sh:message "6" .
:p7 sh:path :n ; sh:maxInclusive 5 ; sh:severity sh:Warning ; sh:message "7" ."""


def test_both_engines_write_paths_and_literals_in_the_same_way() -> None:
    data = f'<urn:x> {TYPE} <urn:Thing> .\n<urn:x> <urn:n> "007"^^<http://www.w3.org/2001/XMLSchema#integer> .\n<urn:x> <urn:n> "six\\n\\"é" .\n'
    results = [check(engine, PATHS)(data) for engine in ENGINES]
    assert results[0] == results[1]
    assert len(results[0]) == 8
    assert '"007"^^<http://www.w3.org/2001/XMLSchema#integer>' in {r.value for r in results[0]}


DERIVED = "startsAt endsAt place denotes resolves denotesActor method score evidence linkOf theme hasTheme matchedWords demandedIn hasDemand addressedTo answers postBody".split()


@pytest.mark.parametrize("engine", ENGINES)
def test_what_the_mapping_says_of_a_report_conforms(engine: str) -> None:
    checked = layers(reports.report(), "https://example.org/", engine=engine)
    assert checked.findings == ()
    assert checked.conforms


def test_derived_terms_stand_only_in_the_derived_layer_and_inferred_triples_in_neither() -> None:
    checked = layers(reports.report(), "https://example.org/")
    stated, derived, inferred = (checked.layer(name) for name in ("stated", "derived", "inferred"))
    terms = {f"<{FORUM}{name}>" for name in DERIVED}
    assert not [triple for triple in stated if triple[1] in terms]
    assert {f"<{FORUM}denotes>", f"<{FORUM}startsAt>", f"<{FORUM}demandedIn>"} <= {triple[1] for triple in derived}
    assert inferred
    assert not set(inferred) & {*stated, *derived}
    assert not set(stated) & set(derived)


def test_a_changed_word_is_found_where_it_stands() -> None:
    words, told = reports.LINES[6], reports.report("a b/é.txt")
    stated = state(told, Namespace("https://example.org/"))
    changed = [(s, p, '"other words"@en' if p == f"<{FORUM}exact>" and words in o else o) for s, p, o in stated.triples]
    found = findings(validate(changed), stated.places, "a b/é.txt")
    assert {each.message.rpartition(", ")[2] for each in found} == {"shape:Passage-words", "shape:Point-words"}
    start = told.document.text.index(words)
    assert all(each.where.span == Span(start, start + len(words)) for each in found)
