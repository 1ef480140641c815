"""Tables: every row leads to the words it rests on."""

from __future__ import annotations

import csv
import io
import json

import pytest
import reports

from forumgraph.config import Project
from forumgraph.graph.described.columns import TABLES
from forumgraph.graph.described.publication import Written
from forumgraph.graph.described.tables import data_package, known_labels, rows
from forumgraph.graph.rdf.identifiers import BASE
from forumgraph.graph.rdf.terms import RDF_TYPE
from forumgraph.graph.written.layers import layers
from forumgraph.ontology import forum


@pytest.fixture(scope="module")
def tables():
    told = layers(reports.report(), BASE)
    lines = rows(told.layer("stated", "derived"))
    return {
        table.name: list(csv.DictReader(io.StringIO(table.head + lines[table.name], newline=""))) for table in TABLES
    }


def test_there_is_a_row_for_each_thing(tables):
    counts = {name: len(found) for name, found in tables.items()}
    assert counts == {
        "documents": 1,
        "sessions": 1,
        "actors": 3,
        "participations": 3,
        "issues": 3,
        "recommendations": 1,
        "demands": 1,
        "readings": 10,
        "themes": counts["themes"],
        "links": 0,
        "follow-ups": 0,
    }
    assert counts["themes"] >= 3


def test_every_row_but_documents_quotes_the_text_at_its_passage(tables):
    text = reports.report().document.text
    for name, found in tables.items():
        for row in found if name not in {"documents", "links"} else ():
            start, end = map(int, row["passage"].rpartition("=")[2].split(","))
            assert text[start:end] == row["quote"], name


def test_cells_hold_values_notations_and_names(tables):
    (session,) = tables["sessions"]
    assert session["title"] == reports.LINES[0]
    assert (session["date"], session["start_time"], session["starts_at"]) == (
        "2022-02-02",
        "18:00:00",
        "2022-02-02T17:00:00Z",
    )
    assert (session["type"], session["mode"], session["sdgs"]) == ("spotlight-session", "online", "10")
    (recommendation,) = tables["recommendations"]
    assert recommendation["addressed_to"] == "United Nations system"
    assert recommendation["strength"] == "should"
    speaker = next(row for row in tables["participations"] if row["role"] == "speaker")
    assert (speaker["name"], speaker["also_roles"], speaker["on_behalf_of"]) == (
        "Mayor of Valongo",
        "panellist",
        "Harbour Towns Network",
    )
    assert (
        tables["demands"][0]["issue"]
        == tables["issues"][[row["number"] for row in tables["issues"]].index("1")]["issue"]
    )


def test_words_with_quotes_and_commas_survive(tables):
    assert reports.LINES[8] in {row["text"] for row in tables["issues"]}


def test_a_value_that_is_told_in_two_languages_is_one():
    session, passage, label = f"<{forum.Session}>", f"<{forum.passage}>", "<http://www.w3.org/2000/01/rdf-schema#label>"
    triples = [
        ("<urn:s>", RDF_TYPE, session),
        ("<urn:s>", passage, "<urn:p>"),
        *(("<urn:s>", f"<{forum.partOf}>", f"<urn:{each}>") for each in "abc"),
        ("<urn:a>", label, '"Urban 20"@en'),
        ("<urn:b>", label, '"Urban 20"@fr'),
        ("<urn:c>", label, '"HLPF"@en'),
    ]
    assert ",Urban 20; HLPF," in rows(triples, ("sessions",))["sessions"]


def test_rows_are_sorted_and_the_first_column_names_each(tables):
    for table in TABLES:
        keys = [row[table.columns[0].name] for row in tables[table.name]]
        assert keys == sorted(set(keys))


def test_a_document_without_sessions_is_one_row():
    found = rows(layers(reports.empty(), BASE).layer("stated", "derived"))
    assert {name for name, lines in found.items() if lines} == {"documents"}


def test_the_data_package_describes_every_column_of_every_table():
    package = json.loads(data_package(Project(), {table.path: Written(7, "ab" * 32) for table in TABLES}))
    assert package["profile"] == "tabular-data-package"
    for table, resource in zip(TABLES, package["resources"], strict=True):
        assert f"csv/{resource['path']}" == table.path
        assert [each["name"] for each in resource["schema"]["fields"]] == table.head.strip().split(",")
        assert resource["hash"] == f"sha256:{'ab' * 32}"
        assert all(each["description"] for each in resource["schema"]["fields"])


def test_every_path_uses_terms_of_the_vocabulary():
    terms = {value for value in vars(forum).values() if isinstance(value, str)} | {
        "http://www.w3.org/2000/01/rdf-schema#label"
    }
    assert {step.removeprefix("^") for table in TABLES for column in table.columns for step in column.path} <= terms


def test_labels_of_the_authority_file_are_english():
    assert known_labels()["<https://w3id.org/forumgraph/authority/country-ury>"] == '"Uruguay"@en'
