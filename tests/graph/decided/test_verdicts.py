"""Sheets of decisions: rows that cannot be done, decisions that contradict each other or lost their words, and what a decision costs."""

from __future__ import annotations

import pytest
from reviews import (
    ASKED,
    DEMAND,
    ISSUE,
    NETWORK,
    codes,
    contents,
    publish,
    report,
    row,
    sheet,
    table,
)

from forumgraph.errors import InvalidUsage
from forumgraph.graph.stated.decisions import Malformed, parse, settle

pytestmark = pytest.mark.usefixtures("light")


@pytest.fixture
def folder(tmp_path):
    documents = tmp_path / "documents"
    report(documents, "one.md")
    report(documents, "two.md", "Towns and rivers", date="7 July 2021", topic="rivers")
    report(documents, "three.md", "Towns online", date="5 July 2022", network="Fishing Ports Union", topic="sewers")
    return documents


@pytest.fixture
def target(tmp_path):
    return tmp_path / "publication"


def decided(folder, target, tmp_path, *rows):
    return publish(folder, target, sheet(tmp_path / "review.csv", *rows))


def actors(target, name=NETWORK):
    return {
        line["document"]: (line["actor"], line["method"]) for line in table(target, "actors") if line["name"] == name
    }


def test_a_decision_whose_words_are_gone_is_a_finding_that_names_its_row(folder, target, tmp_path):
    summary = decided(
        folder,
        target,
        tmp_path,
        row("item", "reject", ISSUE),
        row("item", "reject", "Words that nobody wrote."),
        row("item", "accept", "Anything", value="issue", document="gone.md"),
    )
    assert codes(summary) == [("DEC001", "review.csv", 3), ("DEC001", "review.csv", 4)]
    assert "gone.md" in summary.findings[1].message
    assert summary.documents == 3


def test_contradicting_decisions_are_a_finding_and_none_is_applied(folder, target, tmp_path):
    publish(folder, target)
    before = contents(target)
    summary = decided(folder, target, tmp_path, row("item", "reject", ISSUE), row("item", "accept", ISSUE))
    assert [code for code, _, _ in codes(summary)] == ["DEC002"]
    assert "review.csv:" in summary.findings[0].message
    del before["findings.json"], before["findings.csv"], before["manifest.json"], before["catalog.ttl"]
    assert {name: data for name, data in contents(target).items() if name in before} == before


def test_names_that_lead_in_a_circle_are_a_finding(folder, target, tmp_path):
    summary = decided(
        folder,
        target,
        tmp_path,
        row("actor", "merge", NETWORK, NETWORK, "Fishing Ports Union"),
        row("actor", "merge", "Fishing Ports Union", "Fishing Ports Union", NETWORK, document="three.md"),
    )
    assert {code for code, _, _ in codes(summary)} == {"DEC002"}
    assert {method for _, method in actors(target).values()} == {"not in the authority file"}


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        (row("actor", "burn", NETWORK, NETWORK), "one can decide"),
        (row("person", "accept", NETWORK, NETWORK), "none of the kinds"),
        (row("actor", "merge", NETWORK, NETWORK), "needs a value"),
        (row("item", "reject", ISSUE, value="issue"), "takes no value"),
        (row("item", "add", ISSUE, value="wish"), "issue or recommendation"),
        (row("item", "reject", ""), "column quote"),
        (row("field", "correct", "11 July 2019", "date", "tomorrow"), "cannot be"),
        (row("field", "correct", "11 July 2019", "colour", "red"), "no field"),
        (row("field", "correct", "New York", "mode", "by-post"), "cannot be"),
        (row("theme", "add", ISSUE, value="basket weaving"), "no theme"),
        (row("actor", "merge", NETWORK, NETWORK, "https://example.org/x"), "authority file"),
        (row("item", "", ISSUE, value="issue"), "no decision"),
        (row("finding", "correct", "", "REP003", "2019"), "FIELD=VALUE"),
        (row("item", "split", ISSUE, value="Small towns | rich towns"), "not among the quoted words"),
        (row("pair", "reject", ISSUE, "https://example.org/l"), "other_document"),
        (row("pair", "reject", ISSUE, other_document="two.md", other_quote=ISSUE), "IRI of a link"),
        (row("followup", "accept", ISSUE, "this one", other_document="two.md", other_quote=ISSUE), "IRI of a link"),
    ],
)
def test_a_row_that_cannot_be_done_is_a_finding_and_the_others_are_applied(folder, target, tmp_path, cells, why):
    summary = decided(folder, target, tmp_path, cells, row("item", "reject", DEMAND))
    assert codes(summary) == [("DEC003", "review.csv", 2)]
    assert why in summary.findings[0].message
    assert [line["text"] for line in table(target, "issues")].count(DEMAND) == 2


def test_a_correction_that_breaks_a_shape_never_costs_the_document(folder, target, tmp_path):
    rows = (row("field", "correct", "11 July 2019", "end_date", "2018-01-01"), row("item", "reject", ISSUE))
    summary = decided(folder, target, tmp_path, *rows)
    assert codes(summary) == [("DEC003", "review.csv", 2)]
    assert (summary.documents, summary.conforms) == (3, True)
    assert ISSUE not in [line["text"] for line in table(target, "issues")]


def test_one_decision_costs_the_documents_it_touches(folder, target, tmp_path):
    publish(folder, target)
    assert decided(folder, target, tmp_path, row("item", "reject", ISSUE)).made == 1
    rows = (row("item", "reject", ISSUE), row("actor", "accept", NETWORK, NETWORK))
    assert decided(folder, target, tmp_path, *rows).made == 2
    again = decided(folder, target, tmp_path, *rows)
    assert (again.made, again.unchanged) == (0, True)
    assert publish(folder, target).made == 2


def test_the_order_of_rows_and_sheets_changes_nothing(folder, target, tmp_path):
    rows = (row("item", "reject", ISSUE), row("actor", "accept", NETWORK, NETWORK))
    decided(folder, target, tmp_path, *rows)
    before = contents(target)
    other = tmp_path / "other"
    sheets = tmp_path / "sheets"
    sheets.mkdir()
    sheet(sheets / "a.csv", rows[1])
    sheet(sheets / "b.csv", rows[0])
    publish(folder, other, sheets)
    assert contents(other) == before


def test_taking_decisions_back_gives_the_first_bytes(folder, target, tmp_path):
    publish(folder, target)
    before = contents(target)
    decided(folder, target, tmp_path, row("actor", "accept", NETWORK, NETWORK))
    assert contents(target) != before
    publish(folder, target)
    assert contents(target) == before


def test_a_sheet_that_is_not_there_stops_before_anything_is_done(folder, target, tmp_path):
    with pytest.raises(InvalidUsage, match="no sheet"):
        publish(folder, target, tmp_path / "missing.csv")
    assert not target.exists()


def test_the_same_decision_twice_is_one():
    one = parse(row("item", "reject", ISSUE), "a.csv", 2)
    two = parse(row("item", "reject", ISSUE), "b.csv", 9)
    assert one is not None
    assert two is not None
    assert settle([one, two]) == ((one,), ())
    assert one.identity == two.identity


def test_a_row_without_a_decision_is_none():
    assert parse(row("item", "", ISSUE)) is None
    with pytest.raises(Malformed):
        parse(row("item", "accept", ISSUE + "\x00"))


POSTED = """# Towns and rivers

Side event of the High-level Political Forum

11 July 2019, New York

Organised by the Harbor Towns Network.

Moderator: Ms. Rosa Prieto, Secretary General, Network of River Cities

## Issues discussed

1. We need accountability in our towns.
"""


def test_who_is_nobody_takes_an_office_along_and_costs_no_other_decision(folder, target, tmp_path):
    (folder / "posts.md").write_text(POSTED, encoding="utf-8")
    publish(folder, target)
    assert "Rosa Prieto" in {line["name"] for line in table(target, "actors") if line["posts"]}
    rows = [
        row("actor", "reject", "Rosa Prieto", "Rosa Prieto", document="posts.md"),
        row("actor", "merge", "Harbor Towns Network", "Harbor Towns Network", NETWORK, document="posts.md"),
    ]
    summary = decided(folder, target, tmp_path, *rows)
    assert not {code for code in codes(summary) if code.startswith("DEC")}
    shown = {line["name"]: line for line in table(target, "actors")}
    assert "Rosa Prieto" not in shown
    assert shown["Harbor Towns Network"]["method"] == "review"


@pytest.mark.parametrize(
    ("given", "theme"),
    [("participation", "participation"), ("theme:water", "water"), ("agua y saneamiento", "water")],
)
def test_a_theme_is_named_by_its_key_or_by_one_of_its_names(folder, target, tmp_path, given, theme):
    decided(folder, target, tmp_path, row("theme", "add", ISSUE, value=given))
    assert theme in {line["theme"].rpartition("/")[2] for line in table(target, "themes") if line["text"] == ISSUE}


def test_a_theme_is_rejected_by_its_name_as_well(folder, target, tmp_path):
    publish(folder, target)
    before = [line for line in table(target, "themes") if line["document"] == "one.md" and line["text"] == ASKED]
    assert before
    decided(folder, target, tmp_path, row("theme", "reject", ASKED, before[0]["theme_label"]))
    left = [line["theme"] for line in table(target, "themes") if line["document"] == "one.md" and line["text"] == ASKED]
    assert before[0]["theme"] not in left


@pytest.mark.parametrize("about", ["SDG 16.10", "16.10", "target 16.10"])
def test_a_target_is_named_in_several_ways(about):
    told = parse(row("target", "reject", ISSUE, about))
    assert told
    assert told.about == "16.10"
    assert parse(row("item", "add", ISSUE, value="Issue")).value == "issue"
