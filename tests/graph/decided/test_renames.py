"""Decisions follow a document to its new name: the one with the same bytes, else the only one with the same words."""

from __future__ import annotations

import hashlib
import shutil

import pytest
from reviews import ASKED, ISSUE, codes, contents, publish, report, row, sheet

from forumgraph.graph.asked.store import open_dump, run
from forumgraph.graph.decided.doubts import doubts
from forumgraph.graph.decided.renames import renames
from forumgraph.graph.stated.decisions import parse

pytestmark = pytest.mark.usefixtures("light")
TEXTS = {"new.md": f"1. {ISSUE} 2. {ASKED}", "other.md": f"1. {ASKED} 2. Nothing else."}


def decision(quote, document="old.md", **more):
    return parse({"kind": "item", "document": document, "quote": quote, "decision": "reject", **more})


def found(*decisions, files=("new.md", "other.md")):
    told = renames(decisions, {name: f"{name[0]}" * 64 for name in files}, TEXTS.__getitem__)
    return dict(told.known), dict(told.unclear)


def test_the_document_with_the_same_bytes_is_meant_whatever_its_words():
    assert found(decision("gone", sha256="0" * 16)) == ({}, {})
    told = renames([decision("gone", sha256="ab" * 8)], {"new.md": "ab" * 32, "other.md": "cd" * 32}, TEXTS.__getitem__)
    assert told.known == {"old.md": "new.md"}


def test_the_only_document_with_all_the_words_is_meant():
    assert found(decision(ISSUE), decision(ASKED)) == ({"old.md": "new.md"}, {})
    assert found(decision(ISSUE), decision("What nobody else has ever said.")) == ({}, {})


def test_of_several_documents_none_is_taken_and_a_few_words_are_no_reason():
    assert found(decision(ASKED)) == ({}, {"old.md": ("new.md", "other.md")})
    assert found(decision("Nothing else")) == ({}, {})
    assert found(decision(ISSUE, "new.md")) == ({}, {}), "a document that is there is meant"


def test_a_digest_that_is_none_is_no_digest():
    assert decision(ISSUE, sha256="see the folder").sha256 == ""


PAIRS = """PREFIX forum: <https://w3id.org/forumgraph/ontology#>
SELECT DISTINCT ?link ?one ?quote ?sha256 ?other ?words ?other_sha256 WHERE {
  ?link a forum:StatementLink ; forum:linkFrom/forum:passage ?p ; forum:linkTo/forum:passage ?q .
  ?p forum:exact ?quote ; forum:inDocument ?d . ?d forum:fileName ?one ; forum:sha256 ?sha256 .
  ?q forum:exact ?words ; forum:inDocument ?e . ?e forum:fileName ?other ; forum:sha256 ?other_sha256 } ORDER BY ?link"""


def test_decisions_on_links_follow_both_documents(towns, tmp_path):
    towns.publish()
    found = run(open_dump(towns.target), PAIRS).rows
    assert found
    rows = []
    for link, one, quote, sha256, other, words, other_sha256 in found:
        ends = {"other_document": other, "other_quote": words, "other_sha256": other_sha256[:16]}
        rows.append(row("pair", "reject", quote, link, document=one, sha256=sha256[:16], **ends))
    for name in ("one.md", "two.md", "three.md"):
        (towns.folder / name).rename(towns.folder / f"renamed-{name}")
    summary = towns.decide(*rows)
    assert {code for code, *_ in codes(summary)} == {"DEC004"}
    assert len(codes(summary)) == 3
    assert not [line for line in towns.layer("derived/corpus") if "#StatementLink>" in line]
    publish(towns.folder, tmp_path / "fresh", tmp_path / "review.csv")
    assert contents(tmp_path / "fresh" / "csv") == contents(towns.target / "csv")


def test_a_decision_follows_words_that_one_other_document_has_and_says_so(tmp_path):
    folder, target = tmp_path / "documents", tmp_path / "publication"
    report(folder, "one.md", topic="ferries")
    report(folder, "two.md", "Towns and rivers", date="7 July 2021", topic="rivers")
    review = sheet(tmp_path / "review.csv", row("item", "reject", "Small towns lack money for ferries."))
    (folder / "one.md").rename(folder / "first.md")
    summary = publish(folder, target, review)
    assert [code for code, *_ in codes(summary)] == ["DEC004"]
    hidden = run(open_dump(target), "SELECT ?s WHERE { ?s <https://w3id.org/forumgraph/ontology#rejectedBy> ?d }").rows
    assert len(hidden) == 1
    assert publish(folder, target, review).unchanged


def test_where_two_documents_have_the_words_a_finding_names_both(tmp_path):
    folder = tmp_path / "documents"
    report(folder, "one.md", topic="ferries")
    shutil.copy(folder / "one.md", folder / "two.md")
    review = sheet(
        tmp_path / "review.csv", row("item", "reject", "Small towns lack money for ferries.", document="gone.md")
    )
    summary = publish(folder, tmp_path / "publication", review)
    (told,) = [each for each in summary.findings if each.code == "DEC001"]
    assert "one.md and two.md come into question" in told.message


def test_what_comes_into_question_is_asked_in_the_same_way_after_each_change(tmp_path):
    folder = tmp_path / "documents"
    folder.mkdir()
    asked = "The HTCE should translate the minutes."
    words = "# Report of the {} consultation\n\nHeld on {} in Porto, Portugal. It was organised by {}.\n\n## Recommendations\n\n- {}\n"
    name = "Harbour Towns Coalition for Equity"
    for file, *cells in (
        ("a.md", "second", "5 March 2022", "HTCE", asked),
        ("b.md", "first", "3 March 2021", f"the {name} (HTCE)", "The HTCE should publish its accounts."),
        ("c.md", "third", "5 March 2023", "HTCE", asked),
    ):
        (folder / file).write_text(words.format(*cells), encoding="utf-8")
    review = sheet(tmp_path / "review.csv", row("item", "reject", asked, document="gone.md"))
    for number, new in enumerate(("a.md", "d.md", "0.md")):
        (folder / ("a.md", "a.md", "d.md")[number]).rename(folder / new)
        told = [each for each in publish(folder, tmp_path / "publication", review).findings if each.code[:3] == "DEC"]
        assert [each.code for each in told] == ["DEC001"]
        assert f"{min('c.md', new)} and {max('c.md', new)} come into question" in told[0].message


def test_a_review_tells_the_bytes_of_the_documents_that_a_row_is_about(towns):
    towns.publish()
    rows = [line for line in doubts(towns.target, theme=1.0) if line["kind"] == "theme"]
    assert rows
    for line in rows:
        digest = hashlib.sha256((towns.folder / line["document"]).read_bytes()).hexdigest()
        assert (line["sha256"], line["other_sha256"]) == (digest[:16], "")
