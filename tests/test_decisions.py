"""Decisions end to end: each kind on small documents, and what survives when a document changes."""

from __future__ import annotations

import pytest
from reviews import (
    ASKED,
    DEMAND,
    ISSUE,
    NETWORK,
    codes,
    contents,
    layer,
    light,
    publish,
    report,
    row,
    sheet,
    table,
)

from forumgraph.graph.doubts import doubts
from forumgraph.graph.questions import answer
from forumgraph.graph.reviewed import show
from forumgraph.graph.store import open_dump, run
from forumgraph.graph.validation import validate
from forumgraph.queries import question


@pytest.fixture(autouse=True)
def _light(monkeypatch):
    light(monkeypatch)


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


def stated(target):
    return sorted(layer(target, "stated/"))


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


def test_a_rejected_pair_is_not_linked_and_an_accepted_one_says_so(folder, target, tmp_path):
    publish(folder, target)
    store = open_dump(target)
    found = answer_pairs(store)
    (link, one, quote, other, other_quote), second = found[0], found[1]
    rows = [
        row("pair", "reject", quote, link, document=one, other_document=other, other_quote=other_quote),
        row(
            "pair", "accept", second[2], second[0], document=second[1], other_document=second[3], other_quote=second[4]
        ),
    ]
    summary = decided(folder, target, tmp_path, *rows)
    assert codes(summary) == []
    now = {line[0] for line in answer_pairs(show(open_dump(target)))}
    assert link not in now
    assert second[0] in now
    assert [line for line in layer(target, "review/") if second[0] in line and "#acceptedBy>" in line]


def answer_pairs(store):
    query = """PREFIX forum: <https://w3id.org/forumgraph/ontology#>
    SELECT DISTINCT ?link ?one ?quote ?other ?words WHERE {
      ?link a forum:StatementLink ; forum:linkFrom/forum:passage ?p ; forum:linkTo/forum:passage ?q .
      ?p forum:exact ?quote ; forum:inDocument/forum:fileName ?one . ?q forum:exact ?words ; forum:inDocument/forum:fileName ?other .
      FILTER(?one != ?other) } ORDER BY ?link"""
    return run(store, query).rows


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


REMEMBERED = "Village halls ought to stay open on rainy evenings."
OTHER = "Young people must be paid for what they translate."


def with_words(folder, name, words):
    path = folder / name
    path.write_text(path.read_text(encoding="utf-8") + f"3. {words}\n", encoding="utf-8")


def test_points_of_two_documents_are_joined_as_one_demand(folder, target, tmp_path):
    with_words(folder, "one.md", REMEMBERED)
    with_words(folder, "three.md", OTHER)
    joined = row("pair", "merge", OTHER, document="three.md", other_document="one.md", other_quote=REMEMBERED)
    publish(folder, target)
    before = stated(target)
    assert links_of(target, OTHER) == []
    summary = decided(folder, target, tmp_path, joined)
    assert codes(summary) == []
    assert stated(target) == before
    assert links_of(target, OTHER) == [("repeats", "review", "1", REMEMBERED)]
    assert beginnings(target, OTHER) == [REMEMBERED]


def links_of(target, words):
    query = """PREFIX forum: <https://w3id.org/forumgraph/ontology#>
    SELECT DISTINCT ?kind ?method ?score ?text WHERE { ?link a forum:StatementLink ; forum:linkKind ?kind ; forum:method ?method ; forum:score ?score ;
      forum:linkFrom/forum:text ?words ; forum:linkTo/forum:text ?text . FILTER(STR(?words) = "%s") }"""
    return [(line[0].rpartition("#")[2], *line[1:]) for line in run(open_dump(target), query % words).rows]


def beginnings(target, words):
    query = """PREFIX forum: <https://w3id.org/forumgraph/ontology#>
    SELECT ?text WHERE { ?later forum:text ?words ; forum:firstStatement/forum:text ?text . FILTER(STR(?words) = "%s") }"""
    return sorted({line[0] for line in run(open_dump(target), query % words).rows})


def test_words_that_are_gone_are_not_joined_and_say_so(folder, target, tmp_path):
    joined = row("pair", "merge", OTHER, document="three.md", other_document="one.md", other_quote=ASKED)
    assert ("DEC001", "review.csv", 2) in codes(decided(folder, target, tmp_path, joined))
    assert links_of(target, OTHER) == []


def test_a_rejected_target_is_not_suggested_any_more_and_an_accepted_one_says_so(folder, target, tmp_path):
    publish(folder, target)
    suggested = [line for line in layer(target, "derived/") if "#suggestsSdg>" in line]
    assert any("/sdg/17.14>" in line for line in suggested)
    rows = [row("target", "reject", DEMAND, "17.14"), row("target", "accept", DEMAND, "17.16")]
    summary = decided(folder, target, tmp_path, *rows)
    assert codes(summary) == []
    own = [line for line in layer(target, "derived/one-md") if "#suggestsSdg>" in line]
    others = [line for line in layer(target, "derived/two-md") if "#suggestsSdg>" in line]
    assert not any("/sdg/17.14>" in line for line in own)
    assert any("/sdg/17.14>" in line for line in others)
    assert [line for line in layer(target, "review/") if "/sdgsuggestion/" in line and "#acceptedBy>" in line]


def test_a_rejected_follow_up_is_not_told_any_more(folder, target, tmp_path):
    with_words(folder, "three.md", "Partnerships of the UN system with local governments have not been supported.")
    publish(folder, target)
    rows = [line for line in doubts(target, pair=1.0) if line["kind"] == "followup"]
    assert rows
    for line in rows:
        assert line["other_quote"] == ASKED
        assert line["proposal"].startswith("not done")
    publish(folder, target, sheet(tmp_path / "review.csv", *(line | {"decision": "reject"} for line in rows)))
    assert not [line for line in layer(target, "derived/corpus") if "#FollowUp>" in line]
    again = [line for line in doubts(target, pair=1.0) if line["kind"] == "followup"]
    assert {line["key"]: line["decision"] for line in again} == {line["key"]: "reject" for line in rows}


def test_what_a_document_tells_of_earlier_ones_follows_its_corrected_date(folder, target, tmp_path):
    with_words(folder, "three.md", "Partnerships of the UN system with local governments have not been supported.")
    publish(folder, target)
    assert [line for line in layer(target, "derived/corpus") if "#FollowUp>" in line]
    decided(folder, target, tmp_path, row("field", "correct", "5 July 2022", "date", "2010-01-05", document="three.md"))
    assert not [line for line in layer(target, "derived/corpus") if "#FollowUp>" in line]


def test_decisions_on_targets_and_pairs_come_back_in_the_next_review(folder, target, tmp_path):
    with_words(folder, "one.md", REMEMBERED)
    with_words(folder, "three.md", OTHER)
    rows = [
        row("target", "accept", DEMAND, "17.16"),
        row("pair", "merge", OTHER, document="three.md", other_document="one.md", other_quote=REMEMBERED),
    ]
    decided(folder, target, tmp_path, *rows)
    first = contents(target)
    listed = doubts(target)
    assert {("target", "accept"), ("pair", "merge")} <= {(line["kind"], line["decision"]) for line in listed}
    publish(folder, tmp_path / "again", sheet(tmp_path / "again.csv", *listed))
    assert contents(tmp_path / "again") == first
