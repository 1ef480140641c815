"""Links between documents: written in one process or in several alike, kept for the next run, and never published when they are wrong."""

from __future__ import annotations

import pytest
from relations import BASE, PLATFORM, statement
from reviews import in_this_process

from forumgraph import joining, pool
from forumgraph.cache import Shelf
from forumgraph.errors import PublicationFailed
from forumgraph.graph.linked.linking import corpus_graphs
from forumgraph.graph.rdf.syntaxes import SYNTAXES
from forumgraph.graph.written.dumps import unpack
from forumgraph.joining import Links, Workshop
from forumgraph.model import Limits

ROWS = [statement(PLATFORM, f"d{year}", str(year)) for year in range(2000, 2012)]


SEVERAL = pool.run


@pytest.fixture(autouse=True)
def _in_this_process(monkeypatch):
    monkeypatch.setattr("forumgraph.pool.run", in_this_process)


@pytest.fixture
def workshop(tmp_path):
    return Workshop(Shelf(tmp_path, "code"), Limits(), jobs=2)


def written(workshop, rows=ROWS):
    links = Links(workshop, BASE)
    found = [(dict(shard.record), dict(shard.sections)) for shard in links.shards(rows, {}, ())]
    assert len(links.kept) == len(found)
    return found


def test_the_parts_are_the_graphs_of_the_corpus(workshop):
    for (record, sections), graphs in zip(written(workshop), corpus_graphs(ROWS, BASE), strict=True):
        assert unpack(sections["nquads"]).decode() == SYNTAXES["nquads"].chunk(graphs, BASE)
        assert record["triples"] == len({triple for _, triples in graphs for triple in triples})


def test_several_processes_write_what_one_writes(workshop, tmp_path, monkeypatch):
    here = written(workshop)
    monkeypatch.setattr("forumgraph.pool.run", SEVERAL)
    monkeypatch.setattr(joining, "_FIRST", 5)
    assert written(Workshop(Shelf(tmp_path / "other", "code"), Limits(), jobs=2)) == here


def test_what_did_not_change_is_not_written_again(workshop, monkeypatch):
    written(workshop)
    asked = []
    monkeypatch.setattr(joining, "_write", lambda tasks: asked.extend(tasks) or "")
    written(workshop)
    assert asked == []
    with pytest.raises(OSError, match="No such file"):
        written(workshop, [*ROWS, statement(PLATFORM, "d2020", "2020")])
    assert len(asked) == 1


def test_links_that_are_wrong_are_not_published(workshop, monkeypatch):
    monkeypatch.setattr(joining, "differences", lambda *_: iter(["TriG cannot be read back"]))
    with pytest.raises(PublicationFailed, match="TriG cannot be read back"):
        written(workshop)
    assert not list(workshop.shelf.folder.rglob("shards/*/*"))


@pytest.mark.parametrize(
    "damage", [b"", b"code\n{", b"code\n[1]", b"other code\n0\n", b"code\n1\n", b"code\n1\n[1]\n", b"code\n0\n{"]
)
def test_what_the_last_run_related_may_be_lost_or_torn(workshop, damage):
    here = written(workshop)
    memory = workshop.shelf.folder / "relations.json"
    kept = memory.read_bytes()
    memory.write_bytes(damage)
    assert written(workshop) == here
    assert memory.read_bytes() == kept
