"""Sheets of decisions: rows that cannot be done, decisions that contradict each other or lost their words, and what a decision costs."""

from __future__ import annotations

import pytest
from reviews import ASKED, DEMAND, ISSUE, NETWORK, codes, contents, publish, row, sheet

from forumgraph.errors import InvalidUsage
from forumgraph.graph.stated.decisions import Malformed, parse, settle

pytestmark = pytest.mark.usefixtures("light")


def test_a_decision_whose_words_are_gone_is_a_finding_that_names_its_row(towns):
    summary = towns.decide(
        row("item", "reject", ISSUE),
        row("item", "reject", "Words that nobody wrote."),
        row("item", "accept", "Anything", value="issue", document="gone.md"),
    )
    assert codes(summary) == [("DEC001", "review.csv", 3), ("DEC001", "review.csv", 4)]
    assert "gone.md" in summary.findings[1].message
    assert summary.documents == 3


def test_contradicting_decisions_are_a_finding_and_none_is_applied(towns):
    towns.publish()
    before = contents(towns.target)
    summary = towns.decide(row("item", "reject", ISSUE), row("item", "accept", ISSUE))
    assert [code for code, _, _ in codes(summary)] == ["DEC002"]
    assert "review.csv:" in summary.findings[0].message
    del before["findings.json"], before["findings.csv"], before["manifest.json"], before["catalog.ttl"]
    assert {name: data for name, data in contents(towns.target).items() if name in before} == before


def test_names_that_lead_in_a_circle_are_a_finding(towns):
    summary = towns.decide(
        row("actor", "merge", NETWORK, NETWORK, "Fishing Ports Union"),
        row("actor", "merge", "Fishing Ports Union", "Fishing Ports Union", NETWORK, document="three.md"),
    )
    assert {code for code, _, _ in codes(summary)} == {"DEC002"}
    assert {method for _, method in towns.actors().values()} == {"not in the authority file"}


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
def test_a_row_that_cannot_be_done_is_a_finding_and_the_others_are_applied(towns, cells, why):
    summary = towns.decide(cells, row("item", "reject", DEMAND))
    assert codes(summary) == [("DEC003", "review.csv", 2)]
    assert why in summary.findings[0].message
    assert [line["text"] for line in towns.table("issues")].count(DEMAND) == 2


def test_a_correction_that_breaks_a_shape_never_costs_the_document(towns):
    rows = (row("field", "correct", "11 July 2019", "end_date", "2018-01-01"), row("item", "reject", ISSUE))
    summary = towns.decide(*rows)
    assert codes(summary) == [("DEC003", "review.csv", 2)]
    assert (summary.documents, summary.conforms) == (3, True)
    assert ISSUE not in [line["text"] for line in towns.table("issues")]


def test_one_decision_costs_the_documents_it_touches(towns):
    towns.publish()
    assert towns.decide(row("item", "reject", ISSUE)).made == 1
    rows = (row("item", "reject", ISSUE), row("actor", "accept", NETWORK, NETWORK))
    assert towns.decide(*rows).made == 2
    again = towns.decide(*rows)
    assert (again.made, again.unchanged) == (0, True)
    assert towns.publish().made == 2


def test_the_order_of_rows_and_sheets_changes_nothing(towns, tmp_path):
    rows = (row("item", "reject", ISSUE), row("actor", "accept", NETWORK, NETWORK))
    towns.decide(*rows)
    before = contents(towns.target)
    other = tmp_path / "other"
    sheets = tmp_path / "sheets"
    sheets.mkdir()
    sheet(sheets / "a.csv", rows[1])
    sheet(sheets / "b.csv", rows[0])
    publish(towns.folder, other, sheets)
    assert contents(other) == before


def test_taking_decisions_back_gives_the_first_bytes(towns):
    towns.publish()
    before = contents(towns.target)
    towns.decide(row("actor", "accept", NETWORK, NETWORK))
    assert contents(towns.target) != before
    towns.publish()
    assert contents(towns.target) == before


def test_a_sheet_that_is_not_there_stops_before_anything_is_done(towns, tmp_path):
    with pytest.raises(InvalidUsage, match="no sheet"):
        towns.publish(tmp_path / "missing.csv")
    assert not towns.target.exists()


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


def test_who_is_nobody_takes_an_office_along_and_costs_no_other_decision(towns):
    (towns.folder / "posts.md").write_text(POSTED, encoding="utf-8")
    towns.publish()
    assert "Rosa Prieto" in {line["name"] for line in towns.table("actors") if line["posts"]}
    rows = [
        row("actor", "reject", "Rosa Prieto", "Rosa Prieto", document="posts.md"),
        row("actor", "merge", "Harbor Towns Network", "Harbor Towns Network", NETWORK, document="posts.md"),
    ]
    summary = towns.decide(*rows)
    assert not {code for code in codes(summary) if code.startswith("DEC")}
    shown = {line["name"]: line for line in towns.table("actors")}
    assert "Rosa Prieto" not in shown
    assert shown["Harbor Towns Network"]["method"] == "review"


@pytest.mark.parametrize(
    ("given", "theme"), [("participation", "participation"), ("theme:water", "water"), ("agua y saneamiento", "water")]
)
def test_a_theme_is_named_by_its_key_or_by_one_of_its_names(towns, given, theme):
    towns.decide(row("theme", "add", ISSUE, value=given))
    assert theme in {line["theme"].rpartition("/")[2] for line in towns.table("themes") if line["text"] == ISSUE}


def test_a_theme_is_rejected_by_its_name_as_well(towns):
    towns.publish()
    before = [line for line in towns.table("themes") if line["document"] == "one.md" and line["text"] == ASKED]
    assert before
    towns.decide(row("theme", "reject", ASKED, before[0]["theme_label"]))
    left = [line["theme"] for line in towns.table("themes") if line["document"] == "one.md" and line["text"] == ASKED]
    assert before[0]["theme"] not in left


@pytest.mark.parametrize("about", ["SDG 16.10", "16.10", "target 16.10"])
def test_a_target_is_named_in_several_ways(about):
    told = parse(row("target", "reject", ISSUE, about))
    assert told
    assert told.about == "16.10"
    assert parse(row("item", "add", ISSUE, value="Issue")).value == "issue"
