"""Decisions end to end: each kind on small documents, and what survives when a document changes."""

from __future__ import annotations

import pytest
from reviews import ASKED, DEMAND, ISSUE, NETWORK, codes, row

from forumgraph.graph.asked.questions import answer
from forumgraph.graph.asked.store import open_dump
from forumgraph.graph.checked.validation import validate
from forumgraph.graph.decided.reviewed import show
from forumgraph.queries import question

pytestmark = pytest.mark.usefixtures("light")


def test_a_name_is_the_actor_of_the_authority_file_that_a_person_says(towns):
    towns.publish()
    before = towns.stated()
    summary = towns.decide(row("actor", "correct", NETWORK, NETWORK, "auth:uclg"))
    uclg = ("https://w3id.org/forumgraph/authority/uclg", "review")
    assert towns.actors() == {"one.md": uclg, "two.md": uclg}
    assert towns.stated() == before
    assert codes(summary) == []


def test_a_name_merged_with_another_of_the_corpus_denotes_the_same_actor(towns):
    towns.decide(row("actor", "merge", NETWORK, NETWORK, "Fishing Ports Union"))
    found = {*towns.actors().values(), *towns.actors("Fishing Ports Union").values()}
    assert len(found) == 1
    (node, method) = found.pop()
    assert "/actor/fishing-ports-union-" in node
    assert method == "review"
    text = "\n".join(towns.layer("derived/"))
    assert (
        f"<{node}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/forumgraph/ontology#ConfirmedActor>"
        in text
    )
    assert "UnresolvedActor" not in text.replace(
        "#UnresolvedActor> <https://w3id.org/forumgraph/data/graph/ontology", ""
    )


def test_merges_are_followed_to_their_end(towns):
    towns.decide(
        row("actor", "merge", NETWORK, NETWORK, "Fishing Ports Union"),
        row("actor", "correct", "Fishing Ports Union", "Fishing Ports Union", "auth:uclg", document="three.md"),
    )
    assert {node for node, _ in towns.actors().values()} == {"https://w3id.org/forumgraph/authority/uclg"}


def test_a_split_name_stands_for_another_actor_in_its_document_alone(towns):
    towns.decide(row("actor", "split", NETWORK, NETWORK, "Harbour Towns Network of Valongo"))
    found = towns.actors()
    assert found["one.md"][0] != found["two.md"][0]
    assert found["two.md"][1] == "not in the authority file"
    assert "harbour-towns-network-of-valongo" in found["one.md"][0]


def test_an_accepted_name_waits_for_nobody_any_more(towns):
    towns.decide(row("actor", "accept", NETWORK, NETWORK))
    unknown = answer(show(open_dump(towns.target)), question("unknown-actors"))
    assert [line[0] for line in unknown.rows] == ["Fishing Ports Union"]
    assert {method for _, method in towns.actors().values()} == {"review"}


def test_words_that_name_nobody_are_out_of_view_and_stay_stated(towns):
    towns.publish()
    before = towns.stated()
    towns.decide(row("actor", "reject", NETWORK, NETWORK))
    assert towns.actors() == {}
    assert not [line for line in towns.table("participations") if line["name"] == NETWORK]
    assert towns.stated() == before


def test_an_item_that_is_rejected_is_out_of_view_with_its_demand_and_stays_stated(towns):
    first = towns.publish()
    before = towns.stated()
    assert [line["text"] for line in towns.table("demands")].count(DEMAND) == 3
    summary = towns.decide(row("item", "reject", DEMAND))
    assert summary.issues == first.issues - 1
    assert [line["text"] for line in towns.table("issues")].count(DEMAND) == 2
    assert [line["text"] for line in towns.table("demands")].count(DEMAND) == 2
    assert towns.stated() == before
    assert [line for line in towns.layer("review/") if "#rejectedBy>" in line]
    found = answer(show(open_dump(towns.target)), question("meetings"))
    assert {line[-1]: line[4] for line in found.rows}["one.md"] == "1"


def test_words_become_an_issue_or_recommendation_in_the_layer_of_the_review(towns):
    first = towns.publish()
    before = towns.stated()
    words = f"Organised by the Local Authorities Major Group (LAMG) in partnership with the {NETWORK}."
    summary = towns.decide(row("item", "add", words, value="recommendation"))
    assert summary.recommendations == first.recommendations + 1
    assert words in [line["text"] for line in towns.table("recommendations")]
    assert towns.stated() == before
    assert not [line for line in towns.layer("derived/one") if words in line]
    assert [line for line in towns.layer("review/one") if "#hasRecommendation>" in line]


def test_an_issue_that_is_a_recommendation_changes_its_kind(towns):
    towns.decide(row("item", "correct", ISSUE, value="recommendation"))
    assert ISSUE not in [line["text"] for line in towns.table("issues")]
    assert [line["text"] for line in towns.table("recommendations")].count(ISSUE) == 1


def test_an_item_is_split_into_exact_words(towns):
    towns.decide(row("item", "split", ISSUE, value="Small towns lack money | money for water"))
    texts = [line["text"] for line in towns.table("issues")]
    assert ISSUE not in texts
    assert {"Small towns lack money", "money for water"} <= set(texts)


def test_a_rejected_theme_is_not_derived_any_more(towns):
    towns.publish()
    link = next(line for line in towns.table("themes") if line["text"] == ASKED)
    theme = link["theme"]
    towns.decide(row("theme", "reject", ASKED, theme, document=link["document"]))
    left = [line for line in towns.table("themes") if (line["text"], line["theme"]) == (ASKED, theme)]
    assert link["document"] not in {line["document"] for line in left}
    assert len(left) == 2
    assert not [line for line in towns.layer("derived/") if link["link"] in line]


def test_a_theme_is_added_by_its_name_and_an_accepted_one_says_so(towns):
    towns.publish()
    link = next(line for line in towns.table("themes") if line["document"] == "one.md")
    towns.decide(
        row("theme", "add", ISSUE, value="Digital technologies"), row("theme", "accept", link["text"], link["theme"])
    )
    added = [
        line
        for line in towns.table("themes")
        if line["text"] == ISSUE and line["theme"].endswith("/digital-technologies")
    ]
    assert [(line["document"], line["score"]) for line in added] == [("one.md", "1.00")]
    assert [line for line in towns.layer("review/one") if link["link"] in line and "#acceptedBy>" in line]


def test_a_corrected_date_is_beside_what_was_stated_and_what_is_derived_follows_it(towns):
    towns.publish()
    before = towns.stated()
    towns.decide(row("field", "correct", "11 July 2019", "date", "2019-07-12"))
    session = next(line for line in towns.table("sessions") if line["document"] == "one.md")
    assert session["date"] == "2019-07-12"
    assert towns.stated() == before
    assert [line for line in towns.layer("derived/one") if '"2019-07-12T14:00:00Z"' in line]
    found = answer(show(open_dump(towns.target)), question("meetings"))
    assert {line[-1]: line[0] for line in found.rows}["one.md"] == "2019-07-12"


def test_a_finding_is_answered_by_a_corrected_field(towns):
    towns.decide(row("finding", "correct", "New York", "REP007", "city=Geneva"))
    assert {line["document"]: line["city"] for line in towns.table("sessions")}["one.md"] == "Geneva"


def test_decisions_are_annotations_with_who_when_what_and_why(towns):
    towns.decide(row("item", "reject", ISSUE, reason="a line of the agenda"))
    text = "\n".join(towns.layer("review/one"))
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


def test_what_a_person_left_holds_to_the_shapes(towns):
    towns.decide(
        row("actor", "accept", NETWORK, NETWORK),
        row("item", "reject", DEMAND),
        row("field", "correct", "11 July 2019", "date", "2019-07-12"),
        row("theme", "add", ISSUE, value="digital technologies"),
    )
    store = show(open_dump(towns.target))
    for document in ("one", "two"):
        lines = [
            f"{quad.subject} {quad.predicate} {quad.object} .\n"
            for quad in store
            if f"/{document}-md-" in str(quad.graph_name) and "/inferred/" not in str(quad.graph_name)
        ]
        assert lines
        assert validate("".join(sorted(set(lines)))) == ()


def test_a_decision_survives_when_its_document_changes(towns):
    rows = (row("item", "reject", ISSUE), row("field", "correct", "11 July 2019", "date", "2019-07-12"))
    towns.decide(*rows)
    path = towns.folder / "one.md"
    path.write_text("A line that was not there before.\n\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    summary = towns.decide(*rows)
    assert codes(summary) == []
    assert (ISSUE, "one.md") not in [(line["text"], line["document"]) for line in towns.table("issues")]
    assert {line["document"]: line["date"] for line in towns.table("sessions")}["one.md"] == "2019-07-12"
