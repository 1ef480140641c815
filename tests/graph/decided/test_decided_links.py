"""Decisions on links: points that are joined or kept apart, targets and follow-ups, end to end on small documents."""

from __future__ import annotations

import pytest
from reviews import (
    ASKED,
    DEMAND,
    codes,
    contents,
    decided,
    layer,
    publish,
    row,
    sheet,
    stated,
    three_towns,
)

from forumgraph.graph.asked.store import open_dump, run
from forumgraph.graph.decided.doubts import doubts
from forumgraph.graph.decided.reviewed import show

pytestmark = pytest.mark.usefixtures("light")


@pytest.fixture
def folder(tmp_path):
    return three_towns(tmp_path / "documents")


@pytest.fixture
def target(tmp_path):
    return tmp_path / "publication"


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
