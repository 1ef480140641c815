"""Dumps: four syntaxes that two parsers read alike, compressed parts that are one file, and a re-reading that finds what is wrong."""

from __future__ import annotations

import gzip
import struct
import zlib

import pytest
import rdflib
import reports
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse, serialize

from forumgraph.graph.described.publication import Staging
from forumgraph.graph.linked.resolving import is_shared
from forumgraph.graph.rdf import terms
from forumgraph.graph.rdf.expansion import expanded
from forumgraph.graph.rdf.identifiers import BASE
from forumgraph.graph.rdf.syntaxes import SYNTAXES, union, whole
from forumgraph.graph.written.dumps import Dumps, chunks, graph_of, pack, unpack
from forumgraph.graph.written.layers import layers
from forumgraph.graph.written.rereading import differences

FORMATS = {"nquads": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG, "turtle": RdfFormat.TURTLE, "jsonld": RdfFormat.JSON_LD}
RDFLIB = {"nquads": "nquads", "trig": "trig", "turtle": "turtle", "jsonld": "json-ld"}


@pytest.fixture(autouse=True)
def _lexical_forms(monkeypatch):
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)


@pytest.fixture(scope="module")
def told():
    return [layers(reports.report(name), BASE) for name in ("a.txt", "b.txt")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory, told):
    staging = Staging(tmp_path_factory.mktemp("dumps"))
    write(staging, told)
    return staging.folder


def write(staging, told):
    shared = set()
    with Dumps(staging, BASE) as dumps:
        dumps.add_graphs([(f"<{BASE}graph/metadata>", [("<urn:x>", "<urn:y>", '"z"')])])
        for each in told:
            common = frozenset(triple for triple in union(each.graphs) if is_shared(triple, each.id))
            dumps.add({name: pack(part) for name, part in chunks(each.graphs, BASE, common).items()})
            shared |= common
        dumps.add_union(shared)


def read_by_rdflib(data, form):
    dataset = rdflib.Dataset()
    dataset.parse(data=data, format=RDFLIB[form])
    return {
        (s.n3(), p.n3(), literal(o), "" if g is None or form == "turtle" else rdflib.URIRef(g).n3())
        for s, p, o, g in dataset.quads()
    }


def literal(term):
    return (
        (str(term), str(term.language or ""), str(term.datatype or ""))
        if isinstance(term, rdflib.Literal)
        else term.n3()
    )


def read_by_pyoxigraph(data, form):
    return {
        (str(quad.subject), str(quad.predicate), value(quad.object), "" if form == "turtle" else str(quad.graph_name))
        for quad in parse(data, format=FORMATS[form])
    }


def value(term):
    if not hasattr(term, "datatype"):
        return str(term)
    plain = term.datatype.value in {
        "http://www.w3.org/2001/XMLSchema#string",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString",
    }
    return (term.value, term.language or "", "" if plain else term.datatype.value)


@pytest.mark.parametrize("form", SYNTAXES)
def test_two_parsers_read_the_same_from_each_dump(folder, form):
    data = (folder / f"data/forumgraph.{SYNTAXES[form].ending}").read_text(encoding="utf-8")
    ours = read_by_pyoxigraph(data, form)
    assert len(ours) > 900
    assert read_by_rdflib(data, form) == ours


def test_all_syntaxes_hold_the_same_and_turtle_the_union(folder):
    quads = {
        form: read_by_pyoxigraph((folder / f"data/forumgraph.{SYNTAXES[form].ending}").read_bytes(), form)
        for form in SYNTAXES
    }
    assert quads["nquads"] == quads["trig"] == quads["jsonld"]
    assert quads["turtle"] == {(*quad[:3], "") for quad in quads["nquads"]}


def test_no_line_of_n_quads_and_no_statement_of_turtle_is_written_twice(folder):
    lines = (folder / "data/forumgraph.nq").read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(set(lines))
    statements = list(parse((folder / "data/forumgraph.ttl").read_bytes(), format=RdfFormat.TURTLE))
    assert len(statements) == len(set(statements))


@pytest.mark.parametrize("form", SYNTAXES)
def test_the_compressed_file_is_one_member_without_time_and_name(folder, form):
    path = folder / f"data/forumgraph.{SYNTAXES[form].ending}"
    data = path.with_name(f"{path.name}.gz").read_bytes()
    assert struct.unpack("<HBBI", data[:8]) == (0x8B1F, 8, 0, 0)
    member = zlib.decompressobj(wbits=31)
    assert member.decompress(data) == path.read_bytes() == gzip.decompress(data)
    assert member.eof
    assert member.unused_data == b""


def test_dumps_of_nothing_are_still_files(tmp_path):
    with Dumps(Staging(tmp_path), BASE):
        pass
    for form, syntax in SYNTAXES.items():
        assert list(parse((tmp_path / f"data/forumgraph.{syntax.ending}").read_bytes(), format=FORMATS[form])) == []


def test_a_graph_of_reports_is_a_whole_file():
    made = [reports.report("b.txt"), reports.report("a.txt")]
    quads = [read_by_pyoxigraph(graph_of(made, form, BASE), form) for form in ("nquads", "trig", "jsonld")]
    assert quads[0] == quads[1] == quads[2]
    assert graph_of(made, "turtle", BASE) == graph_of(made[::-1], "turtle", BASE)


def written(told):
    return chunks(told.graphs, BASE), told.graphs, reports.report("a.txt").document.text


def test_what_is_as_it_should_be_has_no_differences(told):
    parts, graphs, text = written(told[0])
    assert list(differences(parts, graphs, text, BASE)) == []


@pytest.mark.parametrize(
    ("form", "old", "new", "message"),
    [
        ("nquads", "coordination", "co-ordination", "N-Quads: the file does not hold what was to be written"),
        ("trig", "coordination", "co-ordination", "TriG: the file does not hold what was to be written"),
        ("jsonld", "Valongo", "Valonga", "JSON-LD: the file does not hold what was to be written"),
        ("jsonld", '"@language":"en"', '"@language":"fr"', "JSON-LD: the file does not hold what was to be written"),
        ("jsonld", '"@type":"xsd:integer"', '"@type":"xsd:decimal"', "JSON-LD: the file does not hold what was"),
        ("jsonld", "graph/derived/", "graph/stated/", "JSON-LD: the file does not hold what was to be written"),
        ("jsonld", '"@type":["forum:', '"@type":["@forum:', "JSON-LD cannot be read back"),
        ("jsonld", '"@value"', '"@index":"a","@value"', "JSON-LD cannot be read back"),
        ("jsonld", '"@graph":[', '"@graph":[,', "JSON-LD cannot be read back"),
        (
            "turtle",
            "Valongo",
            "Valonga",
            "Turtle, the union of all graphs: the file does not hold what was to be written",
        ),
        ("turtle", " .\n", " \n", "Turtle, the union of all graphs cannot be read back"),
    ],
)
def test_a_dump_that_differs_is_found(told, form, old, new, message):
    parts, graphs, text = written(told[0])
    assert old in parts[form]
    found = list(differences({**parts, form: parts[form].replace(old, new, 1)}, graphs, text, BASE))
    assert any(each.startswith(message) for each in found)


def test_a_line_that_is_there_twice_is_found(told):
    parts, graphs, text = written(told[0])
    first = parts["nquads"].split("\n", 1)[0] + "\n"
    assert list(differences({**parts, "nquads": first + parts["nquads"]}, graphs, text, BASE))


def lines_of(data, form):
    return sorted(serialize(parse(data, format=FORMATS[form]), format=RdfFormat.N_QUADS).decode().split("\n")[:-1])


def lines_in(graphs):
    return [terms.line(triple, graph) for graph, triples in graphs for triple in triples]


def test_json_ld_is_expanded_as_a_parser_does_it(told):
    for each in told:
        whole_file = whole(SYNTAXES["jsonld"], each.graphs, BASE)
        assert sorted(lines_in(expanded(whole_file))) == lines_of(whole_file, "jsonld")


@given(st.text(max_size=80).filter(lambda words: not any("\ud800" <= char <= "\udfff" for char in words)))
def test_words_of_any_characters_are_expanded_as_a_parser_does_it(words):
    triples = [("<urn:a>", "<urn:b>", terms.text(words)), ("<urn:a>", "<urn:b>", terms.text(words, "fr"))]
    whole_file = whole(SYNTAXES["jsonld"], [("<urn:g>", sorted(triples))], BASE)
    assert sorted(lines_in(expanded(whole_file))) == lines_of(whole_file, "jsonld")


def test_a_quotation_that_is_not_in_the_text_is_found(told):
    parts, graphs, text = written(told[0])
    found = list(differences(parts, graphs, text.replace("Valongo", "Valonga"), BASE))
    assert any("do not stand in the text" in each for each in found)


def test_parts_are_compressed_one_by_one():
    assert unpack(pack("é\n") + pack("") + pack("x")) == "é\nx".encode()
