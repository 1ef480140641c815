"""The sheet of a review: what is in it, that it can do no harm, and that it comes back as it went."""

from __future__ import annotations

import csv
import sys

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from paths import ROOT
from reviews import ISSUE, NETWORK, contents, publish, report, row, sheet

from forumgraph import sheets
from forumgraph.cli import main
from forumgraph.errors import InvalidUsage, PublicationFailed
from forumgraph.graph.decided.doubts import COLUMNS, KINDS, doubts
from forumgraph.graph.names.authority import authority
from forumgraph.graph.names.candidates import Candidates
from forumgraph.graph.stated.decisions import CHOICES

pytestmark = pytest.mark.usefixtures("light")

DOCS = ROOT / "docs/review.md"
NOTES = """# Report of the preparatory meeting of Major Groups

7 July 2024, New York

Organised by the Harbor Towns Network and the Women Major Group.

## Issues discussed

1. We need accountability in our towns.

## Things to remember

- A village in the hills that opened its council to young people
- A port that shares its water plan with the neighbours
- A school that counts its own waste every year
"""
VILLAGE = "A village in the hills that opened its council to young people"


@pytest.fixture
def folder(tmp_path):
    documents = tmp_path / "documents"
    report(documents, "one.md")
    report(documents, "two.md", "Towns and rivers", date="7 July 2021", topic="rivers")
    (documents / "notes.md").write_text(NOTES, encoding="utf-8")
    return documents


@pytest.fixture
def target(tmp_path, folder):
    publish(folder, tmp_path / "publication")
    return tmp_path / "publication"


def test_there_is_one_row_for_each_doubtful_thing_with_its_quote_and_place(target):
    rows = doubts(target)
    assert {each["kind"] for each in rows} >= {"actor", "item", "theme"}
    assert [each["kind"] for each in rows] == sorted((each["kind"] for each in rows), key=KINDS.index)
    (network,) = [each for each in rows if each["about"] == NETWORK]
    assert (network["document"], network["line"], network["quote"]) == ("one.md", "7", NETWORK)
    for each in rows:
        assert tuple(each) == COLUMNS
        if each["passage"]:
            document, _, place = each["passage"].partition("#char=")
            start, end = map(int, place.split(","))
            text = (target / f"texts/{document.rpartition('/')[2]}.txt").read_text(encoding="utf-8")
            assert text[start:end] == each["quote"]
    assert len({each["key"] for each in rows}) == len(rows)


def test_items_that_may_be_points_are_rows_of_their_own(target):
    quotes = [each["quote"] for each in doubts(target) if each["kind"] == "item"]
    assert quotes[0] == VILLAGE
    assert len(quotes) == 3


def test_names_near_each_other_stand_together_and_come_with_candidates(target):
    rows = {each["about"]: each for each in doubts(target) if each["kind"] == "actor"}
    names = list(rows)
    assert abs(names.index("Harbor Towns Network") - names.index(NETWORK)) == 1
    assert f"near: {NETWORK}" in rows["Harbor Towns Network"]["candidates"]


def test_a_person_is_offered_no_body_of_the_authority_file(folder, tmp_path):
    with (folder / "notes.md").open("a", encoding="utf-8") as notes:
        notes.write("\n## Speakers\n\n- Ms. Rita Jordan, Jordan Towns Union\n")
    publish(folder, tmp_path / "publication")
    rows = {each["about"]: each for each in doubts(tmp_path / "publication") if each["kind"] == "actor"}
    assert Candidates(authority()).of("Rita Jordan") != []
    assert rows["Rita Jordan"]["candidates"] == ""


def test_bodies_of_two_states_with_one_name_are_two_rows(tmp_path):
    (tmp_path / "one.md").write_text(
        "# Report of the river meeting\n\n**Date:** 4 March 2019\n\n**Speakers:** Mr. John Otieno, Ministry of Water, Kenya; "
        "Ms. Leila Haddad, Ministry of Water, Tunisia\n\n## Issues\n\n1. Factories dump waste into rivers.\n",
        encoding="utf-8",
    )
    publish(tmp_path, tmp_path / "publication")
    told = {each["about"] for each in doubts(tmp_path / "publication") if each["kind"] == "actor"}
    assert {"Ministry of Water, Kenya", "Ministry of Water, Tunisia"} <= told


def test_a_theme_is_doubtful_up_to_the_score_one_says(target):
    few = [each for each in doubts(target, theme=0.0) if each["kind"] == "theme"]
    many = [each for each in doubts(target, theme=1.0) if each["kind"] == "theme"]
    assert few == []
    assert len(many) > len([each for each in doubts(target) if each["kind"] == "theme"]) > 0


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_round_trip_without_decisions_changes_nothing(folder, target, tmp_path, ending):
    before = contents(target)
    path = tmp_path / f"review.{ending}"
    sheets.write(path, COLUMNS, doubts(target))
    assert publish(folder, target, path).unchanged
    other = tmp_path / "other"
    publish(folder, other, path)
    assert contents(other) == contents(target) == before


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_same_rows_are_the_same_bytes_and_come_back_as_they_were(target, tmp_path, ending):
    rows = doubts(target)
    one, two = tmp_path / f"one.{ending}", tmp_path / f"two.{ending}"
    for path in (one, two):
        sheets.write(path, COLUMNS, rows)
    assert one.read_bytes() == two.read_bytes()
    assert [cells for _, cells in sheets.read(one)] == rows


def test_decisions_come_back_in_the_next_review_and_give_the_same_publication(folder, tmp_path):
    first = sheet(
        tmp_path / "first.csv",
        row(
            "actor",
            "merge",
            "Harbor Towns Network",
            "Harbor Towns Network",
            NETWORK,
            document="notes.md",
            reason="a typing error",
        ),
        row("item", "reject", ISSUE),
        row("field", "correct", "11 July 2019", "date", "2019-07-12"),
        row("finding", "accept", "", "REP003", document="two.md"),
        row("theme", "add", ISSUE, value="digital technologies"),
        row("item", "add", VILLAGE, value="issue", document="notes.md", reviewer="", date="last week"),
    )
    one = tmp_path / "one"
    publish(folder, one, first)
    rows = doubts(one)
    again = tmp_path / "again.csv"
    sheets.write(again, COLUMNS, rows)
    other = tmp_path / "other"
    publish(folder, other, again)
    assert contents(other) == contents(one)
    decided = {each["key"]: each for each in rows if each["decision"]}
    assert len(decided) == 6
    assert {each["reason"] for each in decided.values()} == {"", "a typing error"}
    assert {each["date"] for each in decided.values()} == {"2026-11-22", "last week"}


def test_keys_do_not_depend_on_the_other_rows(folder, target):
    before = {each["key"] for each in doubts(target)}
    report(folder, "zero.md", "Towns and seas", date="9 July 2018", topic="seas")
    publish(folder, target)
    assert before <= {each["key"] for each in doubts(target)}


@given(st.text(max_size=12) | st.from_regex(r"['\s]{0,2}[=+\-@\t\r].{0,3}", fullmatch=True))
def test_no_cell_is_a_formula_and_every_cell_comes_back(cell):
    written = sheets.guarded(cell)
    assert sheets.unguarded(written) == cell
    assert written.lstrip()[:1] not in {"=", "+", "-", "@"}


def test_a_quote_that_looks_like_a_formula_is_harmless_in_both_forms(tmp_path):
    import openpyxl

    rows = [
        row("item", "", '=HYPERLINK("https://example.org";"x")'),
        row("item", "", "- a dash"),
        row("item", "", "@name"),
    ]
    for ending in ("csv", "xlsx"):
        path = tmp_path / f"review.{ending}"
        sheets.write(path, COLUMNS, rows)
        assert [cells["quote"] for _, cells in sheets.read(path)] == [each["quote"] for each in rows]
    lines = list(csv.reader((tmp_path / "review.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert [line[COLUMNS.index("quote")][0] for line in lines[1:]] == ["'", "'", "'"]
    cells = openpyxl.load_workbook(tmp_path / "review.xlsx").active
    assert {cell.data_type for line in cells.iter_rows() for cell in line if cell.value} == {"s"}


def test_a_workbook_offers_what_can_be_decided_and_tells_it_on_a_second_page(tmp_path):
    import openpyxl

    rows = [row("target", "", "We need water.", "SDG 16.10"), row("actor", "", NETWORK, NETWORK)]
    sheets.write(tmp_path / "review.xlsx", COLUMNS, rows, CHOICES)
    book = openpyxl.load_workbook(tmp_path / "review.xlsx")
    (offer,) = book.worksheets[0].data_validations.dataValidation
    assert set(offer.formula1.strip('"').split(",")) == {each for told in CHOICES.values() for each in told}
    told = {kind.value: decisions.value.split(", ") for kind, decisions in book.worksheets[1].iter_rows(min_row=2)}
    assert told == {kind: list(each) for kind, each in CHOICES.items()}
    assert [cells["about"] for _, cells in sheets.read(tmp_path / "review.xlsx")] == ["SDG 16.10", NETWORK]


def test_no_spreadsheet_takes_a_target_for_a_number_or_a_day(target):
    listed = [each["about"] for each in doubts(target, theme=1) if each["kind"] == "target"]
    assert listed
    assert all(each.startswith("SDG ") for each in listed)


def test_a_sheet_that_a_spreadsheet_saved_in_its_own_way_is_read(tmp_path):
    path = tmp_path / "review.csv"
    path.write_text(
        "\ufeffKind;Document;Decision;Value;Date\r\nitem;one.md;reject;;2026-11-22\r\n;;;;\r\n", encoding="utf-8"
    )
    wanted = {"kind": "item", "document": "one.md", "decision": "reject", "value": "", "date": "2026-11-22"}
    assert list(sheets.read(path)) == [(2, wanted)]


def test_a_day_in_a_workbook_is_a_date(tmp_path):
    from datetime import datetime

    import openpyxl

    book = openpyxl.Workbook()
    book.active.append(["kind", "document", "decision", "date", "value"])
    book.active.append(["item", "one.md", "reject", datetime(2026, 11, 22), 17.0])  # noqa: DTZ001 - as openpyxl gives them
    book.save(tmp_path / "review.xlsx")
    ((_, cells),) = sheets.read(tmp_path / "review.xlsx")
    assert (cells["date"], cells["value"]) == ("2026-11-22", "17")


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("review.csv", b"\xff\xfe\x00", "cannot be read"),
        ("review.csv", b"", "does not name kind"),
        ("review.csv", b"a,b\r\n1,2\r\n", "does not name kind, document, decision"),
        ("review.csv", b'kind,document,decision\r\n"a', "cannot be read"),
        ("review.xlsx", b"no archive", "cannot be read"),
        ("review.ods", b"", "neither .csv nor .xlsx"),
    ],
)
def test_a_file_that_is_no_sheet_says_what_to_do(tmp_path, name, data, why):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InvalidUsage, match=why) as caught:
        list(sheets.read(tmp_path / name))
    assert caught.value.remedy


def test_workbooks_need_an_extra_and_say_which(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(InvalidUsage, match="not installed") as caught:
        sheets.write(tmp_path / "review.xlsx", COLUMNS, [])
    assert "forumgraph[xlsx]" in caught.value.remedy


def test_a_folder_that_is_no_publication_has_nothing_to_review(tmp_path):
    with pytest.raises(PublicationFailed, match="no publication"):
        doubts(tmp_path)


def test_the_command_writes_the_sheet_and_counts(target, tmp_path):
    result = CliRunner().invoke(main, ["review", str(target), "-o", str(tmp_path / "review.csv")])
    assert result.exit_code == 0
    assert "rows (" in result.output
    assert (tmp_path / "review.csv").read_bytes().startswith(b"\xef\xbb\xbfkey,kind,document")


def test_the_example_of_the_documentation_is_true(folder, target, tmp_path):
    text = DOCS.read_text(encoding="utf-8")
    example = text.partition("```csv\n")[2].partition("```")[0]
    path = tmp_path / "review.csv"
    path.write_text(example, encoding="utf-8")
    summary = publish(folder, target, path)
    assert [finding.code for finding in summary.findings if finding.code.startswith("DEC")] == []
    assert {each["decision"] for each in doubts(target) if each["decision"]} == {"merge", "reject", "correct", "add"}
    for column in COLUMNS:
        assert f"`{column}`" in text, column
