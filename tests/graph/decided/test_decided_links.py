"""Decisions on links: points that are joined or kept apart, targets and follow-ups, end to end on small documents."""

from __future__ import annotations

import pytest
from reviews import ASKED, DEMAND, codes, contents, publish, row, sheet

from forumgraph.graph.asked.store import open_dump, run
from forumgraph.graph.decided.doubts import doubts
from forumgraph.graph.decided.reviewed import show

pytestmark = pytest.mark.usefixtures("light")


def test_a_rejected_pair_is_not_linked_and_an_accepted_one_says_so(towns):
    towns.publish()
    store = open_dump(towns.target)
    found = answer_pairs(store)
    (link, one, quote, other, other_quote), second = found[0], found[1]
    rows = [
        row("pair", "reject", quote, link, document=one, other_document=other, other_quote=other_quote),
        row(
            "pair", "accept", second[2], second[0], document=second[1], other_document=second[3], other_quote=second[4]
        ),
    ]
    summary = towns.decide(*rows)
    assert codes(summary) == []
    now = {line[0] for line in answer_pairs(show(open_dump(towns.target)))}
    assert link not in now
    assert second[0] in now
    assert [line for line in towns.layer("review/") if second[0] in line and "#acceptedBy>" in line]


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


def test_points_of_two_documents_are_joined_as_one_demand(towns):
    with_words(towns.folder, "one.md", REMEMBERED)
    with_words(towns.folder, "three.md", OTHER)
    joined = row("pair", "merge", OTHER, document="three.md", other_document="one.md", other_quote=REMEMBERED)
    towns.publish()
    before = towns.stated()
    assert links_of(towns.target, OTHER) == []
    summary = towns.decide(joined)
    assert codes(summary) == []
    assert towns.stated() == before
    assert links_of(towns.target, OTHER) == [("repeats", "review", "1", REMEMBERED)]
    assert beginnings(towns.target, OTHER) == [REMEMBERED]


def links_of(target, words):
    query = """PREFIX forum: <https://w3id.org/forumgraph/ontology#>
    SELECT DISTINCT ?kind ?method ?score ?text WHERE { ?link a forum:StatementLink ; forum:linkKind ?kind ; forum:method ?method ; forum:score ?score ;
      forum:linkFrom/forum:text ?words ; forum:linkTo/forum:text ?text . FILTER(STR(?words) = "%s") }"""
    return [(line[0].rpartition("#")[2], *line[1:]) for line in run(open_dump(target), query % words).rows]


def beginnings(target, words):
    query = """PREFIX forum: <https://w3id.org/forumgraph/ontology#>
    SELECT ?text WHERE { ?later forum:text ?words ; forum:firstStatement/forum:text ?text . FILTER(STR(?words) = "%s") }"""
    return sorted({line[0] for line in run(open_dump(target), query % words).rows})


def test_words_that_are_gone_are_not_joined_and_say_so(towns):
    joined = row("pair", "merge", OTHER, document="three.md", other_document="one.md", other_quote=ASKED)
    assert ("DEC001", "review.csv", 2) in codes(towns.decide(joined))
    assert links_of(towns.target, OTHER) == []


def test_a_rejected_target_is_not_suggested_any_more_and_an_accepted_one_says_so(towns):
    towns.publish()
    suggested = [line for line in towns.layer("derived/") if "#suggestsSdg>" in line]
    assert any("/sdg/17.14>" in line for line in suggested)
    rows = [row("target", "reject", DEMAND, "17.14"), row("target", "accept", DEMAND, "17.16")]
    summary = towns.decide(*rows)
    assert codes(summary) == []
    own = [line for line in towns.layer("derived/one-md") if "#suggestsSdg>" in line]
    others = [line for line in towns.layer("derived/two-md") if "#suggestsSdg>" in line]
    assert not any("/sdg/17.14>" in line for line in own)
    assert any("/sdg/17.14>" in line for line in others)
    assert [line for line in towns.layer("review/") if "/sdgsuggestion/" in line and "#acceptedBy>" in line]


def test_a_rejected_follow_up_is_not_told_any_more(towns, tmp_path):
    with_words(
        towns.folder, "three.md", "Partnerships of the UN system with local governments have not been supported."
    )
    towns.publish()
    rows = [line for line in doubts(towns.target, pair=1.0) if line["kind"] == "followup"]
    assert rows
    for line in rows:
        assert line["other_quote"] == ASKED
        assert line["proposal"].startswith("not done")
    towns.publish(sheet(tmp_path / "review.csv", *(line | {"decision": "reject"} for line in rows)))
    assert not [line for line in towns.layer("derived/corpus") if "#FollowUp>" in line]
    again = [line for line in doubts(towns.target, pair=1.0) if line["kind"] == "followup"]
    assert {line["key"]: line["decision"] for line in again} == {line["key"]: "reject" for line in rows}


def test_what_a_document_tells_of_earlier_ones_follows_its_corrected_date(towns):
    with_words(
        towns.folder, "three.md", "Partnerships of the UN system with local governments have not been supported."
    )
    towns.publish()
    assert [line for line in towns.layer("derived/corpus") if "#FollowUp>" in line]
    towns.decide(row("field", "correct", "5 July 2022", "date", "2010-01-05", document="three.md"))
    assert not [line for line in towns.layer("derived/corpus") if "#FollowUp>" in line]


def test_decisions_on_targets_and_pairs_come_back_in_the_next_review(towns, tmp_path):
    with_words(towns.folder, "one.md", REMEMBERED)
    with_words(towns.folder, "three.md", OTHER)
    rows = [
        row("target", "accept", DEMAND, "17.16"),
        row("pair", "merge", OTHER, document="three.md", other_document="one.md", other_quote=REMEMBERED),
    ]
    towns.decide(*rows)
    first = contents(towns.target)
    listed = doubts(towns.target)
    assert {("target", "accept"), ("pair", "merge")} <= {(line["kind"], line["decision"]) for line in listed}
    publish(towns.folder, tmp_path / "again", sheet(tmp_path / "again.csv", *listed))
    assert contents(tmp_path / "again") == first
