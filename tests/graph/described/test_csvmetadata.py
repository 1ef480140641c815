"""What CSV on the Web says of the tables is true of them: types, keys, references, and the triples that they are made of."""

from __future__ import annotations

import csv
import json
import re
from datetime import datetime, time

import pyoxigraph
import pytest
from sites import site

from forumgraph.config import Project
from forumgraph.graph.asked.store import DUMP
from forumgraph.graph.described.columns import SEPARATOR, TABLES
from forumgraph.graph.described.csvmetadata import FILE, is_property, table_group

IRI = re.compile(r"https?://[^\s<>\"]+")
TYPES = {
    "anyURI": IRI.fullmatch,
    "dateTime": lambda value: datetime.strptime(value, "%Y-%m-%dT%H:%M:%S%z"),
    "decimal": lambda value: 0 <= float(value) <= 1,
    "integer": lambda value: value.isdigit(),
    "string": bool,
    "time": lambda value: time.fromisoformat(value) if len(value) == 8 else None,
}


@pytest.fixture(scope="module")
def tables():
    """Give each table: its description and its rows."""
    group = json.loads((site() / FILE).read_text(encoding="utf-8"))
    found = {}
    for table in group["tables"]:
        with (site() / "csv" / table["url"]).open(encoding="utf-8", newline="") as file:
            found[table["url"]] = table["tableSchema"], list(csv.DictReader(file))
    return found


def values(column, row):
    cell = row[column["name"]]
    return cell.split(column["separator"]) if "separator" in column else [cell]


def test_every_table_and_column_is_described_in_order(tables):
    assert list(tables) == [f"{table.name}.csv" for table in TABLES]
    for schema, rows in tables.values():
        assert rows
        assert [column["name"] for column in schema["columns"]] == list(rows[0])


def test_cells_are_of_their_types(tables):
    checked = set()
    for schema, rows in tables.values():
        for column in schema["columns"]:
            datatype = column["datatype"]
            base = datatype if isinstance(datatype, str) else datatype["base"]
            for value in (value for row in rows for value in values(column, row) if value):
                assert TYPES[base](value), (column["name"], value)
                if base == "string" and isinstance(datatype, dict):
                    assert re.fullmatch(datatype["format"], value), (column["name"], value)
                checked.add(base)
    assert checked == TYPES.keys()


def test_keys_are_there_once_and_lead_to_rows(tables):
    followed = 0
    for name, (schema, rows) in tables.items():
        keys = [row[schema["primaryKey"]] for row in rows]
        assert all(keys), name
        assert len(keys) == len(set(keys)), name
        for foreign in schema.get("foreignKeys", ()):
            to = foreign["reference"]
            there = [row[to["columnReference"]] for row in tables[to["resource"]][1]]
            assert len(there) == len(set(there))
            here = {row[foreign["columnReference"]] for row in rows}
            assert here <= set(there), (name, foreign)
            followed += 1
    assert followed == 15


def test_columns_that_are_properties_say_what_the_graph_says(tables):
    said = {
        (quad.subject.value, quad.predicate.value, quad.object.value)
        for quad in pyoxigraph.parse(path=str(site() / DUMP), format=pyoxigraph.RdfFormat.N_QUADS)
        if not isinstance(quad.object, pyoxigraph.Triple)
    }
    used = set()
    for schema, rows in tables.values():
        assert schema["aboutUrl"] == f"{{+{schema['primaryKey']}}}"
        for column in schema["columns"]:
            for row in rows if "propertyUrl" in column else ():
                for value in values(column, row):
                    if value:
                        assert (row[schema["primaryKey"]], column["propertyUrl"], value) in said
                        used.add(column["propertyUrl"])
    assert len(used) > 25


def test_only_columns_of_one_step_are_properties():
    told = {(table.name, column.name): is_property(column) for table in TABLES for column in table.columns}
    assert told["sessions", "title"]
    assert told["participations", "name"] is told["issues", "session"] is told["sessions", "type"] is False


def test_cells_of_several_values_are_told(tables):
    several = [
        (name, column["name"])
        for name, (schema, rows) in tables.items()
        for column in schema["columns"]
        for row in rows
        if "separator" in column and SEPARATOR in row[column["name"]]
    ]
    assert several


def test_a_publication_without_a_date_is_described_without_one():
    assert "dc:issued" not in json.loads(table_group(Project(), ""))
    assert json.loads(table_group(Project(), "2026-03-31"))["dc:issued"]["@value"] == "2026-03-31"


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_validator_of_others_agrees():
    csvw = pytest.importorskip("csvw", reason="csvw is not installed")
    found = csvw.CSVW(str(site() / FILE), validate=True)
    assert [str(each.message) for each in found.warnings] == []
    assert found.is_valid
    assert found.t.check_referential_integrity()
