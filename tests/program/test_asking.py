"""The answers of a publication: the same whether its store is in memory or on disk, and nothing left behind."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
import reports
import reviews

from forumgraph import asking
from forumgraph.graph.asked import questions
from forumgraph.graph.asked.questions import answer_all, asked, open_asked
from forumgraph.graph.asked.store import DUMP, open_dump
from forumgraph.graph.described.publication import Staging
from forumgraph.graph.rdf.identifiers import BASE
from forumgraph.graph.rdf.syntaxes import SYNTAXES, whole
from forumgraph.graph.rdf.terms import LABEL
from forumgraph.graph.written.dumps import pack
from forumgraph.graph.written.layers import layers
from forumgraph.queries import catalogue


@pytest.fixture
def graphs():
    return layers(reports.report("a.txt"), BASE).graphs


@pytest.fixture
def packed(tmp_path, graphs):
    """What is asked about, as an edition gives it while it is laid together: here each graph is a part."""
    path = tmp_path / "aside/asked"
    path.parent.mkdir()
    path.write_bytes(b"".join(pack(asked([graph])) for graph in graphs))
    return path


@pytest.fixture
def dumped(tmp_path, graphs):
    Staging(tmp_path).write(DUMP, whole(SYNTAXES["nquads"], graphs, BASE))
    return open_dump(tmp_path)


def told(names, aside, together=()):
    tasks = [asking.Asked(name, aside, tuple(together)) for name in names]
    return {
        name: row[:2] for name, row in zip(names, asking.answer_all(tasks, lambda _index: None), strict=True) if row[2]
    }


@pytest.mark.parametrize(("held", "several"), [(0, 0), (questions.HELD, 0), (questions.HELD, 2**16)])
def test_stores_for_few_questions_give_the_answers_of_one_for_all(packed, monkeypatch, held, several):
    monkeypatch.setattr(questions, "HELD", held)
    monkeypatch.setattr(questions, "TOGETHER", several)
    aside = packed.parent
    (aside / "whole").touch()
    together = told(list(catalogue()), aside)
    ((groups, _),) = asking.prepare([asking.Asked("", aside)], lambda _index: None)
    assert sorted(name for group in groups for name in group) == list(catalogue())
    assert (len(groups) == len(catalogue())) == (several == 0)
    for group in groups if held else groups[:2]:
        assert told(group, aside, group) == {name: together[name] for name in group}
    assert sum(len(as_csv.splitlines()) > 1 for as_csv, _ in together.values()) > len(together) / 5


def test_questions_are_put_to_a_store_that_has_most_of_what_they_name(packed, monkeypatch):
    monkeypatch.setattr(questions, "TOGETHER", 2**16)
    (packed.parent / "whole").touch()
    spool = questions.Spool(packed.parent / "sorted")
    spool.fill(packed)
    groups = spool.groups(catalogue().values())
    sizes = [spool._size(group) for group in groups]
    alone = [spool._size([query]) for query in catalogue().values()]
    assert len(groups) < len(alone) / 3
    assert max(sizes) <= max(2**16, *alone)
    assert sum(sizes) < sum(alone) / 2


def test_where_what_is_asked_about_cannot_be_sorted_every_question_is_told_to_be_unanswered(tmp_path, monkeypatch):
    monkeypatch.setattr("forumgraph.pool.run", reviews.in_this_process)
    monkeypatch.setattr("forumgraph.asking.prepare", lambda tasks, _begin: [None for _ in tasks])
    with asking.Answers(tmp_path, asking.LARGE) as answers:
        answers.ask()
        lost, _ = answers.result()
    assert len(lost) == len(catalogue())


@pytest.mark.parametrize("size", [0, asking.LARGE])
def test_questions_leave_nothing_but_answers(tmp_path, graphs, monkeypatch, size):
    monkeypatch.setattr("forumgraph.pool.run", reviews.in_this_process)
    folder = tmp_path / "publication"
    folder.mkdir()
    with asking.Answers(folder, size) as answers:
        answers.give(pack(asked(graphs)))
        answers.ask()
        lost, seconds = answers.result()
    assert lost == ()
    assert seconds > 0
    assert {path.name for path in folder.iterdir()} == {"answers"}
    assert {f"answers/{path.name}" for path in (folder / "answers").iterdir()} == answers.staging.files.keys()
    assert (folder / "answers/meetings.csv").read_text(encoding="utf-8").count("\n") > 1


@pytest.mark.parametrize("at_once", [1, 1_000, 2**20])
def test_what_is_still_being_written_is_waited_for(packed, tmp_path, monkeypatch, at_once):
    monkeypatch.setattr("forumgraph.graph.asked.questions._AT_ONCE", at_once)
    marker = tmp_path / "whole"
    data, expected = packed.read_bytes(), open_asked(packed)
    packed.write_bytes(b"")
    with ThreadPoolExecutor(1) as threads:
        opened = threads.submit(open_asked, packed, marker)
        with packed.open("wb", buffering=0) as file:
            for place in range(0, len(data), len(data) // 3):
                file.write(data[place : place + len(data) // 3])
                assert not opened.done()
                time.sleep(0.1)
        marker.touch()
        assert set(opened.result()) == set(expected)
    assert len(data) > 5 * 1_000


def test_all_questions_find_in_what_is_loaded_for_them_what_they_find_in_the_whole_dump(packed, dumped):
    loaded = open_asked(packed)
    assert 0 < len(loaded) < len(dumped)
    assert list(answer_all(loaded)) == list(answer_all(dumped))


def test_of_a_document_that_a_person_decided_on_everything_is_loaded(packed, graphs, dumped):
    stated = graphs[0][0]
    assert "/graph/stated/" in stated
    decided = (stated.replace("/stated/", "/review/"), [("<urn:x:one>", "<urn:x:two>", "<urn:x:three>")])
    packed.write_bytes(pack(asked([*graphs, decided])))
    assert len(set(open_asked(packed))) == len(set(dumped)) + 1


@pytest.mark.parametrize("at_once", [1, 2**21])
def test_what_is_sorted_is_all_that_is_asked_about_and_all_of_a_document_that_a_person_decided_on(
    packed, graphs, monkeypatch, at_once
):
    monkeypatch.setattr(questions, "_WORTHWHILE", at_once)
    monkeypatch.setattr(questions, "_AT_ONCE", 1_000)
    decided = (graphs[0][0].replace("/stated/", "/review/"), [("<urn:x:one>", "<urn:x:two>", "<urn:x:three>")])
    for number, known in enumerate((graphs, [*graphs, decided])):
        packed.write_bytes(pack(asked(known)) + pack(asked([("<urn:x:graph>", [])])))
        spool = questions.Spool(packed.parent / f"sorted{number}")
        spool.fill(packed)
        assert set(spool.open(list(catalogue().values()), packed.parent / "store")) == set(open_asked(packed))


@pytest.mark.parametrize("base", [BASE, "https://example.org/knowledge-graph/"])
def test_labels_that_no_answer_tells_are_left_out_whatever_the_base_is(base):
    found = asked(layers(reports.report("a.txt"), base).graphs).splitlines()
    labels = [line for line in found if f" {LABEL} " in line]
    assert any(line.startswith(f"<{base}session/") for line in labels)
    assert not any(line.startswith(f"<{base}issue/") for line in labels)
