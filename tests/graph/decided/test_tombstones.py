"""Names that vanish from one edition to the next are kept with what took their place, and come back when they come back."""

from __future__ import annotations

import re
import shutil

import pytest
from reviews import ISSUE, NETWORK, contents, layer, publish, report, row, sheet

from forumgraph.burial import Burial
from forumgraph.graph.asked.store import DUMP
from forumgraph.graph.checked.validation import validate
from forumgraph.graph.rdf.terms import LABEL, RDF_TYPE
from forumgraph.ontology import forum

pytestmark = pytest.mark.usefixtures("light")

BASE = "https://w3id.org/forumgraph/data/"
REPLACED = "<http://purl.org/dc/terms/isReplacedBy>"


@pytest.fixture
def folder(tmp_path):
    documents = tmp_path / "documents"
    report(documents, "one.md")
    report(documents, "two.md", "Towns and rivers", date="7 July 2021", network="Fishing Ports Union", topic="rivers")
    return documents


@pytest.fixture
def target(tmp_path, folder):
    publish(folder, tmp_path / "publication")
    return tmp_path / "publication"


def stones(target):
    """From the names that vanished to what took their place."""
    found = {}
    for line in layer(target, "tombstones>"):
        subject, predicate, value = line.split(" ", 2)
        found.setdefault(subject, "")
        if predicate == REPLACED:
            found[subject] = value.split(" ", 1)[0]
    return found


def of_kind(found, kind):
    return {name: value for name, value in found.items() if name.startswith(f"<{BASE}{kind}/")}


def rewrite(folder, name, old, new):
    path = folder / name
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_a_first_edition_has_no_tombstones(target):
    assert stones(target) == {}


def test_a_renamed_document_takes_the_place_of_the_old_one_with_all_it_says(folder, target):
    (folder / "one.md").rename(folder / "renamed.md")
    publish(folder, target)
    found = stones(target)
    assert all(found.values())
    (document,) = of_kind(found, "document").values()
    assert document.startswith(f"<{BASE}document/renamed-md-")
    for kind in ("session", "issue", "recommendation", "demand", "mention"):
        gone = of_kind(found, kind)
        assert gone
        for old, new in gone.items():
            assert old.rpartition("/")[2] == new.rpartition("/")[2]
            assert "/renamed-md-" in new


def test_a_renamed_document_with_a_new_line_is_known_by_its_points(folder, target):
    text = (folder / "one.md").read_text(encoding="utf-8")
    (folder / "one.md").unlink()
    (folder / "renamed.md").write_text(text + "\nThanks to all.\n", encoding="utf-8")
    publish(folder, target)
    (document,) = of_kind(stones(target), "document").values()
    assert document.startswith(f"<{BASE}document/renamed-md-")


def test_nearly_the_same_words_under_the_same_number_take_the_place(folder, target):
    rewrite(folder, "one.md", ISSUE, "Small towns lack the money for clean water.")
    publish(folder, target)
    ((old, new),) = of_kind(stones(target), "issue").items()
    assert old != new
    text = "\n".join(layer(target, "tombstones>"))
    assert f'formerWords> "{ISSUE}"' in text
    assert [line for line in layer(target, "stated/one") if line.startswith(f"{new} ") and "clean water" in line]


def test_other_words_under_the_same_number_take_no_place(folder, target):
    rewrite(folder, "one.md", ISSUE, "Nobody minutes the meetings of youth delegates.")
    publish(folder, target)
    assert list(of_kind(stones(target), "issue").values()) == [""]


def test_a_session_with_another_title_takes_the_place_of_the_only_one(folder, target):
    rewrite(folder, "one.md", "# Towns and reviews", "# Reviews of small towns")
    publish(folder, target)
    ((_, new),) = of_kind(stones(target), "session").items()
    assert new.startswith(f"<{BASE}session/one-md-")


def test_an_actor_that_was_merged_is_replaced_by_the_other(folder, target, tmp_path):
    publish(
        folder, target, sheet(tmp_path / "review.csv", row("actor", "merge", NETWORK, NETWORK, "Fishing Ports Union"))
    )
    ((old, new),) = of_kind(stones(target), "actor").items()
    assert "harbour-towns-network" in old
    assert "fishing-ports-union" in new


@pytest.mark.parametrize("change", ["renamed", "merged", "reworded"])
def test_the_old_edition_tells_the_same_whether_it_is_searched_or_walked_through(
    folder, target, tmp_path, monkeypatch, change
):
    shutil.copytree(target, tmp_path / "other")
    merged = sheet(tmp_path / "review.csv", row("actor", "merge", NETWORK, NETWORK, "Fishing Ports Union"))
    if change == "renamed":
        (folder / "one.md").rename(folder / "renamed.md")
    elif change == "reworded":
        rewrite(folder, "one.md", ISSUE, "Small towns lack the money for clean water.")
    decided = [merged] if change == "merged" else []
    walked = []
    lines = Burial.lines
    monkeypatch.setattr(Burial, "lines", lambda self: walked.append(change) or lines(self))
    publish(folder, target, *decided)
    assert not walked
    monkeypatch.setattr("forumgraph.burial._FEW", 0)
    publish(folder, tmp_path / "other", *decided)
    assert walked
    assert layer(target, "tombstones>")
    assert contents(target) == contents(tmp_path / "other")


def test_tombstones_last_through_later_editions_and_give_way_when_a_name_comes_back(folder, target, tmp_path):
    kept = shutil.copy(folder / "one.md", tmp_path / "kept.md")
    (folder / "one.md").unlink()
    publish(folder, target)
    first = stones(target)
    assert of_kind(first, "document")
    rewrite(folder, "two.md", "rivers", "lakes")
    publish(folder, target)
    assert first.items() <= stones(target).items()
    shutil.copy(kept, folder / "one.md")
    publish(folder, target)
    assert not [name for name in stones(target) if "/one-md-" in name]
    assert [name for name in stones(target) if "/two-md-" in name]


def test_building_twice_over_the_same_state_gives_the_same_bytes(folder, target):
    rewrite(folder, "one.md", ISSUE, "Small towns lack the money for clean water.")
    publish(folder, target)
    before = contents(target)
    assert publish(folder, target).unchanged
    (target / "README.txt").write_text("spoiled")
    assert not publish(folder, target).unchanged
    assert contents(target) == before


def test_a_new_folder_has_none_whatever_came_before(folder, target, tmp_path):
    (folder / "one.md").rename(folder / "renamed.md")
    publish(folder, target)
    assert stones(target)
    publish(folder, tmp_path / "fresh")
    assert stones(tmp_path / "fresh") == {}


def test_nothing_is_dated_that_nobody_dates(folder, target, monkeypatch):
    (folder / "one.md").rename(folder / "renamed.md")
    publish(folder, target)
    assert not [line for line in layer(target, "tombstones>") if "invalidatedAtTime" in line]
    (folder / "renamed.md").rename(folder / "again.md")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    publish(folder, target)
    dated = [line for line in layer(target, "tombstones>") if "invalidatedAtTime" in line]
    assert dated
    assert all("/renamed-md-" in line and '"2023-11-14T00:00:00Z"' in line for line in dated)


def test_tombstones_hold_to_the_shapes(folder, target):
    (folder / "one.md").rename(folder / "renamed.md")
    rewrite(folder, "two.md", "lack money for rivers", "lack some money for rivers")
    publish(folder, target)
    lines = [re.sub(r" <[^>]+> \.$", " .", line) for line in layer(target, "tombstones>")]
    assert len(lines) > 10
    assert validate("\n".join(lines) + "\n") == ()


def test_an_old_edition_that_is_damaged_stops_nothing(folder, target):
    (target / "data/forumgraph.nq").write_bytes(b"\xff\xfe not quads \n <a> <b>\n")
    rewrite(folder, "one.md", ISSUE, "Small towns lack the money for clean water.")
    assert publish(folder, target).documents == 2
    assert stones(target) == {}


@pytest.mark.parametrize("few", [0, 16], ids=["walked", "searched"])
def test_an_edition_of_a_forum_that_is_named_no_more_keeps_its_name_and_class(few, tmp_path, monkeypatch):
    monkeypatch.setattr("forumgraph.burial._FEW", few)
    node, graph = f"<{BASE}edition/hlpf/2017>", f"<{BASE}graph/stated/one-md-012345>"
    told = [(RDF_TYPE, f"<{forum.Edition}>"), (LABEL, '"HLPF 2017"')]
    (tmp_path / "data").mkdir()
    (tmp_path / DUMP).write_text("".join(f"{node} {p} {o} {graph} .\n" for p, o in told))
    stones = Burial(tmp_path, BASE).stones()
    assert {(node, LABEL, '"HLPF 2017"'), (node, f"<{forum.formerClass}>", f"<{forum.Edition}>")} <= set(stones)
