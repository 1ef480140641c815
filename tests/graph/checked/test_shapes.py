"""Every shape has good examples and, for each reason, a bad one that breaks exactly the shape it names."""

import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from paths import TESTS
from rdflib import RDF, SH, Graph

from forumgraph import ontology, shapes
from forumgraph.graph.checked.validation import validate

EXAMPLES = TESTS / "shapes"
FILES = sorted(EXAMPLES.glob("*/*.ttl"))
GOOD = [path for path in FILES if path.name == "good.ttl"]
BAD = [path for path in FILES if path.name != "good.ttl"]
SCHEMES = ("role", "session-type", "mode", "strength", "actor-kind", "document-kind", "follow-up-state")


def ntriples(turtle: str) -> str:
    return "".join(f"{q.subject} {q.predicate} {q.object} .\n" for q in ox.parse(turtle, format=ox.RdfFormat.TURTLE))


def name(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def broken(path: Path, engine: str = "shacl") -> set[str]:
    return {
        result.shape.strip("<>").removeprefix(shapes.NAMESPACE)
        for result in validate(ntriples(path.read_text("utf-8")), engine)
    }


def named_shapes(path: Path) -> set[str]:
    first = path.read_text("utf-8").partition("\n")[0]
    assert first.startswith("# breaks: "), f"{path}: the first line does not say what it breaks"
    return set(re.findall(r"shape:(\S+)", first))


def shapes_graph() -> Graph:
    return Graph().parse(data=shapes.text(), format="turtle")


def test_there_are_as_many_examples_as_there_were() -> None:
    assert len(GOOD) == 26
    assert len(BAD) == 334


def test_every_file_of_shapes_with_targets_has_examples() -> None:
    with_targets = {each for each in shapes.names() if "sh:target" in shapes.text(each)}
    assert {path.parent.name for path in GOOD} == with_targets == {path.parent.name for path in BAD}


@pytest.mark.parametrize("path", GOOD, ids=name)
def test_a_good_example_conforms(path: Path) -> None:
    assert broken(path) == set()


@pytest.mark.parametrize("path", BAD, ids=name)
def test_a_bad_example_breaks_exactly_the_shape_it_names(path: Path) -> None:
    assert broken(path) == named_shapes(path)


def test_every_shape_that_can_report_has_a_bad_example_of_its_own() -> None:
    reporting = {str(shape).removeprefix(shapes.NAMESPACE) for shape in shapes_graph().subjects(SH.severity)}
    alone = {next(iter(names)) for names in map(named_shapes, BAD) if len(names) == 1}
    assert reporting - alone == {"Reading-asStated"}, "what is missing cannot equal the words of the passage either"
    assert set().union(*map(named_shapes, BAD)) == reporting


def test_the_reference_tells_the_same_of_good_examples() -> None:
    assert [name(path) for path in GOOD if validate(ntriples(path.read_text("utf-8")), "pyshacl")] == []


@pytest.mark.slow
@pytest.mark.parametrize("path", BAD, ids=name)
def test_both_engines_give_the_same_list_of_results(path: Path) -> None:
    data = ntriples(path.read_text("utf-8"))
    results = validate(data, "shacl")
    assert results == validate(data, "pyshacl")
    assert results


def test_shapes_that_report_have_a_name_a_message_and_a_severity_and_properties_have_an_order() -> None:
    graph = shapes_graph()
    for shape in set(graph.subjects(SH.severity)):
        constraint = graph.value(shape, SH.sparql) or shape
        message = str(graph.value(constraint, SH.message))
        assert graph.value(shape, SH.name), shape
        assert message[0].isupper(), shape
        assert message[-1] != ".", f"{shape}: a finding adds its own punctuation"
        assert (shape, RDF.type, SH.NodeShape) in graph or graph.value(shape, SH.order) is not None, shape


def test_node_shapes_with_targets_have_a_name() -> None:
    graph = shapes_graph()
    targeted = {s for p in (SH.targetClass, SH.targetSubjectsOf) for s in graph.subjects(p)}
    assert [shape for shape in targeted if not graph.value(shape, SH.name)] == []


def test_only_lists_and_paths_are_blank_nodes() -> None:
    graph = shapes_graph()
    allowed = {RDF.first, RDF.rest, SH.inversePath, SH.alternativePath}
    blank = {(s, p) for s, p, _ in graph if not str(s).startswith("http")}
    assert {p for _, p in blank} <= allowed


@pytest.mark.parametrize("scheme", SCHEMES)
def test_closed_lists_hold_the_concepts_of_the_scheme(scheme: str) -> None:
    prefix = f"{ontology.SCHEME}{scheme}/"
    concepts = {str(s) for s in ontology.graph("schemes", "followup").subjects() if str(s).startswith(prefix)}
    graph = shapes_graph()
    lists = [{str(item) for item in graph.items(start)} for start in graph.objects(None, SH["in"])]
    of_scheme = [members for members in lists if any(member.startswith(prefix) for member in members)]
    assert concepts
    assert of_scheme
    assert all(members == concepts for members in of_scheme)


def test_shapes_use_only_terms_of_the_ontology() -> None:
    used = set(re.findall(r"(?<![\w-])forum:([A-Za-z0-9]+)", shapes.text()))
    known = {str(term).removeprefix(ontology.FORUM) for term in ontology.graph("forum").subjects()}
    assert used <= known


def test_the_direct_properties_of_the_roles_are_those_whose_values_are_checked() -> None:
    graph = ontology.graph("schemes")
    direct = {
        f"forum:{str(o).removeprefix(ontology.FORUM)}"
        for _, p, o in graph
        if str(p) == f"{ontology.FORUM}directProperty"
    }
    found = re.search(r"shape:Session-hasActor a [^(]*\(([^)]*)\)", shapes.text("session"))
    assert found
    assert set(found[1].split()) == direct


@pytest.mark.parametrize("file", ["authority", "countries", "followup", "schemes", "sdglinks", "themes"])
def test_authority_files_and_schemes_conform(file: str) -> None:
    others = "".join(
        ntriples(ontology.text(each))
        for each in ("authority", "countries", "followup", "schemes", "sdglinks", "themes")
        if each != file
    )
    assert validate(ntriples(ontology.text(file)) + others) == ()


def test_an_offset_counts_code_points() -> None:
    text = (EXAMPLES / "passage" / "good.ttl").read_text("utf-8")
    assert "😀" in text, (
        "a character outside the Basic Multilingual Plane tells code points from UTF-16 units and bytes"
    )
