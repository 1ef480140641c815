"""What differs between two publications, in words and as RDF."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from rdflib import RDF, Dataset, Graph, Namespace
from reviews import ISSUE, NETWORK, publish, report, row, sheet

from forumgraph.cli import main
from forumgraph.errors import PublicationFailed
from forumgraph.graph.checked.validation import validate
from forumgraph.graph.decided.changelog import as_rdf, in_words
from forumgraph.graph.decided.changes import base_of, changes
from forumgraph.ontology import FORUM

pytestmark = pytest.mark.usefixtures("light")

NEW_WORDS = "Small towns lack the money for clean water."
NAMES = Namespace(FORUM)


@pytest.fixture
def folder(tmp_path):
    documents = tmp_path / "documents"
    report(documents, "one.md")
    report(documents, "two.md", "Towns and rivers", date="7 July 2021", network="Fishing Ports Union", topic="rivers")
    return documents


@pytest.fixture
def old(tmp_path, folder):
    publish(folder, tmp_path / "old")
    return tmp_path / "old"


@pytest.fixture
def new(tmp_path, folder):
    """The next edition: built over the first, so that it has its tombstones."""
    publish(folder, tmp_path / "new")
    path = folder / "one.md"
    text = path.read_text(encoding="utf-8").replace(ISSUE, NEW_WORDS).replace("11 July 2019", "12 July 2019")
    path.write_text(text, encoding="utf-8")
    report(folder, "three.md", "Towns online", date="5 July 2022", topic="sewers")
    publish(folder, tmp_path / "new")
    return tmp_path / "new"


def found(changed, verb, kind):
    return [each for each in changed if (each.verb, each.kind) == (verb, FORUM + kind)]


def test_a_publication_does_not_differ_from_itself(old):
    assert changes(old, old) == []
    assert in_words([]) == "nothing differs\n"


def test_what_appeared_vanished_and_changed_is_told_with_its_place(old, new):
    changed = changes(old, new)
    (gone,) = found(changed, "vanished", "Issue")
    assert (gone.document, gone.session, gone.quote) == ("one.md", "Towns and reviews", ISSUE)
    come = {each.quote: each for each in found(changed, "appeared", "Issue")}
    assert come[NEW_WORDS].node == gone.successor
    assert {each.document for each in come.values()} == {"one.md", "three.md"}
    (date,) = [each for each in found(changed, "changed", "Session") if each.property.endswith("#date>")]
    assert (date.document, date.before, date.after) == (
        "one.md",
        ('"2019-07-11"^^<http://www.w3.org/2001/XMLSchema#date>',),
        ('"2019-07-12"^^<http://www.w3.org/2001/XMLSchema#date>',),
    )
    points = {FORUM + kind for kind in ("Session", "Issue", "Recommendation", "Demand")}
    assert not [each for each in changed if each.document == "two.md" and each.kind in points]


def test_in_words_it_is_grouped_by_document_session_and_class(old, new):
    lines = in_words(changes(old, new)).splitlines()
    assert "one.md" in lines
    assert "three.md" in lines
    assert "  Towns and reviews" in lines
    assert f"      - “{ISSUE}” → “{NEW_WORDS}”" in lines
    assert f"      + “{NEW_WORDS}”" in lines
    assert "      ~ Towns and reviews: date 2019-07-11 → 2019-07-12" in lines
    assert lines[-1].endswith(" changed")


def test_a_document_with_another_name_is_told_in_one_line(folder, old, tmp_path):
    publish(folder, tmp_path / "new")
    (folder / "one.md").rename(folder / "first.md")
    publish(folder, tmp_path / "new")
    changed = changes(old, tmp_path / "new")
    assert len(changed) > 20
    assert in_words(changed).splitlines() == [
        "one.md",
        "    documents",
        "      - one.md → “first.md”",
        "1 vanished",
    ]


def test_decisions_are_told_once_and_in_words(folder, old, tmp_path):
    review = sheet(tmp_path / "review.csv", row("theme", "add", ISSUE, value="digital technologies"))
    publish(folder, tmp_path / "reviewed", review)
    told = in_words(changes(old, tmp_path / "reviewed"))
    assert "has theme (nothing) → digital technologies\n" in told
    assert "http" not in told
    assert "By (nothing)" not in told


def test_backwards_it_tells_the_opposite(old, new):
    forth, back = changes(old, new), changes(new, old)
    assert {each.node for each in forth if each.verb == "appeared"} == {
        each.node for each in back if each.verb == "vanished"
    }
    assert len(forth) == len(back)


def test_decisions_are_told(folder, old, tmp_path):
    review = sheet(tmp_path / "review.csv", row("actor", "correct", NETWORK, NETWORK, "auth:uclg"))
    publish(folder, tmp_path / "reviewed", review)
    changed = changes(old, tmp_path / "reviewed")
    assert len(found(changed, "appeared", "Decision")) == 1
    (to,) = [each for each in found(changed, "changed", "Resolution") if each.property.endswith("#denotesActor>")]
    assert to.after == ("<https://w3id.org/forumgraph/authority/uclg>",)


def test_as_turtle_and_as_json_it_says_the_same_and_holds_to_the_shapes(old, new):
    changed, base = changes(old, new), base_of(new)
    turtle = Graph().parse(data=as_rdf(changed, "turtle", base), format="turtle")
    linked = Dataset()
    linked.parse(data=as_rdf(changed, "json", base), format="json-ld")
    assert {(s, p, o) for s, p, o, _ in linked.quads()} == set(turtle)
    kinds = {
        verb: len(set(turtle.subjects(RDF.type, NAMES[kind])))
        for verb, kind in (("appeared", "Addition"), ("vanished", "Removal"), ("changed", "Revision"))
    }
    assert kinds == {verb: sum(each.verb == verb for each in changed) for verb in kinds}
    assert validate(turtle.serialize(format="nt")) == ()


def test_nothing_is_dated_without_a_date(old, new):
    changed, base = changes(old, new), base_of(new)
    assert "invalidatedAtTime" not in as_rdf(changed, "turtle", base)
    assert "2026-03-31T00:00:00Z" in as_rdf(changed, "turtle", base, "2026-03-31")


def test_the_command_writes_each_form(old, new):
    run = CliRunner().invoke
    assert run(main, ["diff", str(old), str(new)]).output == in_words(changes(old, new))
    told = run(main, ["diff", str(old), str(new), "--format", "json"])
    assert json.loads(told.output)["@graph"]
    assert run(main, ["diff", str(old), str(old)]).output == "nothing differs\n"
    wrong = run(main, ["diff", str(old), str(new), "--format", "turtle", "--date", "soon"])
    assert wrong.exit_code == 2
    assert "Give a day" in wrong.output


def test_a_folder_that_is_no_publication_cannot_be_compared(old, tmp_path):
    with pytest.raises(PublicationFailed, match="no publication"):
        changes(old, tmp_path)
