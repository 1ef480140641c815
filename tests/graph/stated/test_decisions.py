"""Decisions end to end: each kind on small documents, and what survives when a document changes."""

from __future__ import annotations

import pytest
from reviews import (
    ASKED,
    DEMAND,
    ISSUE,
    NETWORK,
    codes,
    decided,
    layer,
    publish,
    row,
    stated,
    table,
    three_towns,
)

from forumgraph.graph.asked.questions import answer
from forumgraph.graph.asked.store import open_dump
from forumgraph.graph.checked.validation import validate
from forumgraph.graph.decided.reviewed import show
from forumgraph.queries import question

pytestmark = pytest.mark.usefixtures("light")


@pytest.fixture
def folder(tmp_path):
    return three_towns(tmp_path / "documents")


@pytest.fixture
def target(tmp_path):
    return tmp_path / "publication"


def actors(target, name=NETWORK):
    return {
        line["document"]: (line["actor"], line["method"]) for line in table(target, "actors") if line["name"] == name
    }


def test_a_name_is_the_actor_of_the_authority_file_that_a_person_says(folder, target, tmp_path):
    publish(folder, target)
    before = stated(target)
    summary = decided(folder, target, tmp_path, row("actor", "correct", NETWORK, NETWORK, "auth:uclg"))
    uclg = ("https://w3id.org/forumgraph/authority/uclg", "review")
    assert actors(target) == {"one.md": uclg, "two.md": uclg}
    assert stated(target) == before
    assert codes(summary) == []


def test_a_name_merged_with_another_of_the_corpus_denotes_the_same_actor(folder, target, tmp_path):
    decided(folder, target, tmp_path, row("actor", "merge", NETWORK, NETWORK, "Fishing Ports Union"))
    found = {*actors(target).values(), *actors(target, "Fishing Ports Union").values()}
    assert len(found) == 1
    (node, method) = found.pop()
    assert "/actor/fishing-ports-union-" in node
    assert method == "review"
    text = "\n".join(layer(target, "derived/"))
    assert (
        f"<{node}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/forumgraph/ontology#ConfirmedActor>"
        in text
    )
    assert "UnresolvedActor" not in text.replace(
        "#UnresolvedActor> <https://w3id.org/forumgraph/data/graph/ontology", ""
    )


def test_merges_are_followed_to_their_end(folder, target, tmp_path):
    decided(
        folder,
        target,
        tmp_path,
        row("actor", "merge", NETWORK, NETWORK, "Fishing Ports Union"),
        row("actor", "correct", "Fishing Ports Union", "Fishing Ports Union", "auth:uclg", document="three.md"),
    )
    assert {node for node, _ in actors(target).values()} == {"https://w3id.org/forumgraph/authority/uclg"}


def test_a_split_name_stands_for_another_actor_in_its_document_alone(folder, target, tmp_path):
    decided(folder, target, tmp_path, row("actor", "split", NETWORK, NETWORK, "Harbour Towns Network of Valongo"))
    found = actors(target)
    assert found["one.md"][0] != found["two.md"][0]
    assert found["two.md"][1] == "not in the authority file"
    assert "harbour-towns-network-of-valongo" in found["one.md"][0]


def test_an_accepted_name_waits_for_nobody_any_more(folder, target, tmp_path):
    decided(folder, target, tmp_path, row("actor", "accept", NETWORK, NETWORK))
    unknown = answer(show(open_dump(target)), question("unknown-actors"))
    assert [line[0] for line in unknown.rows] == ["Fishing Ports Union"]
    assert {method for _, method in actors(target).values()} == {"review"}


def test_words_that_name_nobody_are_out_of_view_and_stay_stated(folder, target, tmp_path):
    publish(folder, target)
    before = stated(target)
    decided(folder, target, tmp_path, row("actor", "reject", NETWORK, NETWORK))
    assert actors(target) == {}
    assert not [line for line in table(target, "participations") if line["name"] == NETWORK]
    assert stated(target) == before


def test_an_item_that_is_rejected_is_out_of_view_with_its_demand_and_stays_stated(folder, target, tmp_path):
    first = publish(folder, target)
    before = stated(target)
    assert [line["text"] for line in table(target, "demands")].count(DEMAND) == 3
    summary = decided(folder, target, tmp_path, row("item", "reject", DEMAND))
    assert summary.issues == first.issues - 1
    assert [line["text"] for line in table(target, "issues")].count(DEMAND) == 2
    assert [line["text"] for line in table(target, "demands")].count(DEMAND) == 2
    assert stated(target) == before
    assert [line for line in layer(target, "review/") if "#rejectedBy>" in line]
    found = answer(show(open_dump(target)), question("meetings"))
    assert {line[-1]: line[4] for line in found.rows}["one.md"] == "1"


def test_words_become_an_issue_or_recommendation_in_the_layer_of_the_review(folder, target, tmp_path):
    first = publish(folder, target)
    before = stated(target)
    words = f"Organised by the Local Authorities Major Group (LAMG) in partnership with the {NETWORK}."
    summary = decided(folder, target, tmp_path, row("item", "add", words, value="recommendation"))
    assert summary.recommendations == first.recommendations + 1
    assert words in [line["text"] for line in table(target, "recommendations")]
    assert stated(target) == before
    assert not [line for line in layer(target, "derived/one") if words in line]
    assert [line for line in layer(target, "review/one") if "#hasRecommendation>" in line]


def test_an_issue_that_is_a_recommendation_changes_its_kind(folder, target, tmp_path):
    decided(folder, target, tmp_path, row("item", "correct", ISSUE, value="recommendation"))
    assert ISSUE not in [line["text"] for line in table(target, "issues")]
    assert [line["text"] for line in table(target, "recommendations")].count(ISSUE) == 1


def test_an_item_is_split_into_exact_words(folder, target, tmp_path):
    decided(folder, target, tmp_path, row("item", "split", ISSUE, value="Small towns lack money | money for water"))
    texts = [line["text"] for line in table(target, "issues")]
    assert ISSUE not in texts
    assert {"Small towns lack money", "money for water"} <= set(texts)


def test_a_rejected_theme_is_not_derived_any_more(folder, target, tmp_path):
    publish(folder, target)
    link = next(line for line in table(target, "themes") if line["text"] == ASKED)
    theme = link["theme"]
    decided(folder, target, tmp_path, row("theme", "reject", ASKED, theme, document=link["document"]))
    left = [line for line in table(target, "themes") if (line["text"], line["theme"]) == (ASKED, theme)]
    assert link["document"] not in {line["document"] for line in left}
    assert len(left) == 2
    assert not [line for line in layer(target, "derived/") if link["link"] in line]


def test_a_theme_is_added_by_its_name_and_an_accepted_one_says_so(folder, target, tmp_path):
    publish(folder, target)
    link = next(line for line in table(target, "themes") if line["document"] == "one.md")
    decided(
        folder,
        target,
        tmp_path,
        row("theme", "add", ISSUE, value="Digital technologies"),
        row("theme", "accept", link["text"], link["theme"]),
    )
    added = [
        line
        for line in table(target, "themes")
        if line["text"] == ISSUE and line["theme"].endswith("/digital-technologies")
    ]
    assert [(line["document"], line["score"]) for line in added] == [("one.md", "1.00")]
    assert [line for line in layer(target, "review/one") if link["link"] in line and "#acceptedBy>" in line]


def test_a_corrected_date_is_beside_what_was_stated_and_what_is_derived_follows_it(folder, target, tmp_path):
    publish(folder, target)
    before = stated(target)
    decided(folder, target, tmp_path, row("field", "correct", "11 July 2019", "date", "2019-07-12"))
    session = next(line for line in table(target, "sessions") if line["document"] == "one.md")
    assert session["date"] == "2019-07-12"
    assert stated(target) == before
    assert [line for line in layer(target, "derived/one") if '"2019-07-12T14:00:00Z"' in line]
    found = answer(show(open_dump(target)), question("meetings"))
    assert {line[-1]: line[0] for line in found.rows}["one.md"] == "2019-07-12"


def test_a_finding_is_answered_by_a_corrected_field(folder, target, tmp_path):
    decided(folder, target, tmp_path, row("finding", "correct", "New York", "REP007", "city=Geneva"))
    assert {line["document"]: line["city"] for line in table(target, "sessions")}["one.md"] == "Geneva"


def test_decisions_are_annotations_with_who_when_what_and_why(folder, target, tmp_path):
    decided(folder, target, tmp_path, row("item", "reject", ISSUE, reason="a line of the agenda"))
    text = "\n".join(layer(target, "review/one"))
    for expected in (
        "#Decision>",
        "oa#Annotation>",
        '#verdict> "reject"',
        '#grounds> "a line of the agenda"',
        "prov#wasAssociatedWith>",
        '"2026-11-22"^^<http://www.w3.org/2001/XMLSchema#date>',
        f'oa#exact> "{ISSUE}"',
        'foaf/0.1/name> "Ana"',
    ):
        assert expected in text, expected


def test_what_a_person_left_holds_to_the_shapes(folder, target, tmp_path):
    decided(
        folder,
        target,
        tmp_path,
        row("actor", "accept", NETWORK, NETWORK),
        row("item", "reject", DEMAND),
        row("field", "correct", "11 July 2019", "date", "2019-07-12"),
        row("theme", "add", ISSUE, value="digital technologies"),
    )
    store = show(open_dump(target))
    for document in ("one", "two"):
        lines = [
            f"{quad.subject} {quad.predicate} {quad.object} .\n"
            for quad in store
            if f"/{document}-md-" in str(quad.graph_name) and "/inferred/" not in str(quad.graph_name)
        ]
        assert lines
        assert validate("".join(sorted(set(lines)))) == ()


def test_a_decision_survives_when_its_document_changes(folder, target, tmp_path):
    rows = (row("item", "reject", ISSUE), row("field", "correct", "11 July 2019", "date", "2019-07-12"))
    decided(folder, target, tmp_path, *rows)
    path = folder / "one.md"
    path.write_text("A line that was not there before.\n\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    summary = decided(folder, target, tmp_path, *rows)
    assert codes(summary) == []
    assert (ISSUE, "one.md") not in [(line["text"], line["document"]) for line in table(target, "issues")]
    assert {line["document"]: line["date"] for line in table(target, "sessions")}["one.md"] == "2019-07-12"
