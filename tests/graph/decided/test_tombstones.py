"""Names that vanish from one edition to the next are kept with what took their place, and come back when they come back."""

from __future__ import annotations

import re
import shutil

import pytest
from reviews import ISSUE, NETWORK, Towns, contents, publish, report, row, sheet

from forumgraph.burial import Burial
from forumgraph.graph.asked.store import DUMP
from forumgraph.graph.checked.validation import validate
from forumgraph.graph.rdf.terms import LABEL, RDF_TYPE
from forumgraph.ontology import forum

pytestmark = pytest.mark.usefixtures("light")

BASE = "https://w3id.org/forumgraph/data/"
REPLACED = "<http://purl.org/dc/terms/isReplacedBy>"


@pytest.fixture
def towns(tmp_path):
    """Two reports of towns, published."""
    found = Towns(tmp_path / "documents", tmp_path / "publication")
    report(found.folder, "one.md")
    report(
        found.folder, "two.md", "Towns and rivers", date="7 July 2021", network="Fishing Ports Union", topic="rivers"
    )
    found.publish()
    return found


def stones(towns):
    """From the names that vanished to what took their place."""
    found = {}
    for line in towns.layer("tombstones>"):
        subject, predicate, value = line.split(" ", 2)
        found.setdefault(subject, "")
        if predicate == REPLACED:
            found[subject] = value.split(" ", 1)[0]
    return found


def of_kind(found, kind):
    return {name: value for name, value in found.items() if name.startswith(f"<{BASE}{kind}/")}


def test_a_first_edition_has_no_tombstones(towns):
    assert stones(towns) == {}


def test_a_renamed_document_takes_the_place_of_the_old_one_with_all_it_says(towns):
    (towns.folder / "one.md").rename(towns.folder / "renamed.md")
    towns.publish()
    found = stones(towns)
    assert all(found.values())
    (document,) = of_kind(found, "document").values()
    assert document.startswith(f"<{BASE}document/renamed-md-")
    for kind in ("session", "issue", "recommendation", "demand", "mention"):
        gone = of_kind(found, kind)
        assert gone
        for old, new in gone.items():
            assert old.rpartition("/")[2] == new.rpartition("/")[2]
            assert "/renamed-md-" in new


def test_a_renamed_document_with_a_new_line_is_known_by_its_points(towns):
    text = (towns.folder / "one.md").read_text(encoding="utf-8")
    (towns.folder / "one.md").unlink()
    (towns.folder / "renamed.md").write_text(text + "\nThanks to all.\n", encoding="utf-8")
    towns.publish()
    (document,) = of_kind(stones(towns), "document").values()
    assert document.startswith(f"<{BASE}document/renamed-md-")


def test_nearly_the_same_words_under_the_same_number_take_the_place(towns):
    towns.rewrite("one.md", ISSUE, "Small towns lack the money for clean water.")
    towns.publish()
    ((old, new),) = of_kind(stones(towns), "issue").items()
    assert old != new
    text = "\n".join(towns.layer("tombstones>"))
    assert f'formerWords> "{ISSUE}"' in text
    assert [line for line in towns.layer("stated/one") if line.startswith(f"{new} ") and "clean water" in line]


def test_other_words_under_the_same_number_take_no_place(towns):
    towns.rewrite("one.md", ISSUE, "Nobody minutes the meetings of youth delegates.")
    towns.publish()
    assert list(of_kind(stones(towns), "issue").values()) == [""]


def test_a_session_with_another_title_takes_the_place_of_the_only_one(towns):
    towns.rewrite("one.md", "# Towns and reviews", "# Reviews of small towns")
    towns.publish()
    ((_, new),) = of_kind(stones(towns), "session").items()
    assert new.startswith(f"<{BASE}session/one-md-")


def test_an_actor_that_was_merged_is_replaced_by_the_other(towns, tmp_path):
    publish(
        towns.folder,
        towns.target,
        sheet(tmp_path / "review.csv", row("actor", "merge", NETWORK, NETWORK, "Fishing Ports Union")),
    )
    ((old, new),) = of_kind(stones(towns), "actor").items()
    assert "harbour-towns-network" in old
    assert "fishing-ports-union" in new


@pytest.mark.parametrize("change", ["renamed", "merged", "reworded"])
def test_the_old_edition_tells_the_same_whether_it_is_searched_or_walked_through(towns, tmp_path, monkeypatch, change):
    shutil.copytree(towns.target, tmp_path / "other")
    merged = sheet(tmp_path / "review.csv", row("actor", "merge", NETWORK, NETWORK, "Fishing Ports Union"))
    if change == "renamed":
        (towns.folder / "one.md").rename(towns.folder / "renamed.md")
    elif change == "reworded":
        towns.rewrite("one.md", ISSUE, "Small towns lack the money for clean water.")
    decided = [merged] if change == "merged" else []
    walked = []
    lines = Burial.lines
    monkeypatch.setattr(Burial, "lines", lambda self: walked.append(change) or lines(self))
    towns.publish(*decided)
    assert not walked
    monkeypatch.setattr("forumgraph.burial._FEW", 0)
    publish(towns.folder, tmp_path / "other", *decided)
    assert walked
    assert towns.layer("tombstones>")
    assert contents(towns.target) == contents(tmp_path / "other")


def test_tombstones_last_through_later_editions_and_give_way_when_a_name_comes_back(towns, tmp_path):
    kept = shutil.copy(towns.folder / "one.md", tmp_path / "kept.md")
    (towns.folder / "one.md").unlink()
    towns.publish()
    first = stones(towns)
    assert of_kind(first, "document")
    towns.rewrite("two.md", "rivers", "lakes")
    towns.publish()
    assert first.items() <= stones(towns).items()
    shutil.copy(kept, towns.folder / "one.md")
    towns.publish()
    assert not [name for name in stones(towns) if "/one-md-" in name]
    assert [name for name in stones(towns) if "/two-md-" in name]


def test_building_twice_over_the_same_state_gives_the_same_bytes(towns):
    towns.rewrite("one.md", ISSUE, "Small towns lack the money for clean water.")
    towns.publish()
    before = contents(towns.target)
    assert towns.publish().unchanged
    (towns.target / "README.txt").write_text("spoiled")
    assert not towns.publish().unchanged
    assert contents(towns.target) == before


def test_a_new_folder_has_none_whatever_came_before(towns, tmp_path):
    (towns.folder / "one.md").rename(towns.folder / "renamed.md")
    towns.publish()
    assert stones(towns)
    fresh = Towns(towns.folder, tmp_path / "fresh")
    fresh.publish()
    assert stones(fresh) == {}


def test_nothing_is_dated_that_nobody_dates(towns, monkeypatch):
    (towns.folder / "one.md").rename(towns.folder / "renamed.md")
    towns.publish()
    assert not [line for line in towns.layer("tombstones>") if "invalidatedAtTime" in line]
    (towns.folder / "renamed.md").rename(towns.folder / "again.md")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    towns.publish()
    dated = [line for line in towns.layer("tombstones>") if "invalidatedAtTime" in line]
    assert dated
    assert all("/renamed-md-" in line and '"2023-11-14T00:00:00Z"' in line for line in dated)


def test_tombstones_hold_to_the_shapes(towns):
    (towns.folder / "one.md").rename(towns.folder / "renamed.md")
    towns.rewrite("two.md", "lack money for rivers", "lack some money for rivers")
    towns.publish()
    lines = [re.sub(r" <[^>]+> \.$", " .", line) for line in towns.layer("tombstones>")]
    assert len(lines) > 10
    assert validate("\n".join(lines) + "\n") == ()


def test_an_old_edition_that_is_damaged_stops_nothing(towns):
    (towns.target / "data/forumgraph.nq").write_bytes(b"\xff\xfe not quads \n <a> <b>\n")
    towns.rewrite("one.md", ISSUE, "Small towns lack the money for clean water.")
    assert towns.publish().documents == 2
    assert stones(towns) == {}


@pytest.mark.parametrize("few", [0, 16], ids=["walked", "searched"])
def test_an_edition_of_a_forum_that_is_named_no_more_keeps_its_name_and_class(few, tmp_path, monkeypatch):
    monkeypatch.setattr("forumgraph.burial._FEW", few)
    node, graph = f"<{BASE}edition/hlpf/2017>", f"<{BASE}graph/stated/one-md-012345>"
    told = [(RDF_TYPE, f"<{forum.Edition}>"), (LABEL, '"HLPF 2017"')]
    (tmp_path / "data").mkdir()
    (tmp_path / DUMP).write_text("".join(f"{node} {p} {o} {graph} .\n" for p, o in told))
    stones = Burial(tmp_path, BASE).stones()
    assert {(node, LABEL, '"HLPF 2017"'), (node, f"<{forum.formerClass}>", f"<{forum.Edition}>")} <= set(stones)
